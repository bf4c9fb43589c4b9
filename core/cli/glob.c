/* glob.c: patterns of file names. Knows characters; reads no folder. Each part between slashes goes to fnmatch(); "**" is
 * tried on as few folders as possible, and only the last one is gone back to, so that no pattern takes time without end. */
#include "glob.h"

#include <fnmatch.h>
#include <string.h>

enum { longest_part = 512 };

bool mp_glob_is_pattern(const char *text) { return strpbrk(text, "*?[") != NULL; }

static size_t part_length(const char *text) { return strcspn(text, "/"); }

static const char *next_part(const char *text) {
    text += part_length(text);
    return *text == '/' ? text + 1 : text;
}

static bool part_matches(const char *pattern, const char *path) {
    char pattern_part[longest_part], path_part[longest_part];
    size_t pattern_length = part_length(pattern), path_length = part_length(path);

    if (pattern_length >= longest_part || path_length >= longest_part) return false;
    memcpy(pattern_part, pattern, pattern_length);
    memcpy(path_part, path, path_length);
    pattern_part[pattern_length] = path_part[path_length] = '\0';
    return fnmatch(pattern_part, path_part, 0) == 0;
}

static bool is_any_folders(const char *pattern) { return part_length(pattern) == 2 && strncmp(pattern, "**", 2) == 0; }

bool mp_glob_matches(const char *pattern, const char *path) {
    const char *retry_pattern = NULL, *retry_path = NULL;

    if (strncmp(pattern, "./", 2) == 0) pattern += 2;
    if (strncmp(path, "./", 2) == 0) path += 2;
    while (*path != '\0') {
        if (is_any_folders(pattern)) {
            retry_pattern = pattern = next_part(pattern);
            retry_path = path;
            if (*pattern == '\0') return true;
        } else if (*pattern != '\0' && part_matches(pattern, path)) {
            pattern = next_part(pattern);
            path = next_part(path);
            /* "drafts/": all that lies there */
            if (*pattern == '\0' && pattern[-1] == '/' && *path != '\0') return true;
        } else if (retry_pattern != NULL && *retry_path != '\0') {
            pattern = retry_pattern;
            path = retry_path = next_part(retry_path);
        } else {
            return false;
        }
    }
    return *pattern == '\0';
}

bool mp_glob_any_matches(const char *const *patterns, size_t count, const char *path) {
    for (size_t i = 0; i < count; i++)
        if (mp_glob_matches(patterns[i], path)) return true;
    return false;
}
