/* files.c: which files the words on the command line mean. Knows names and folders; reads no file. Folders are walked by a
 * list, not by recursion; links to folders are not followed, so that no walk goes round in circles. */
#include "files.h"

#include "glob.h"
#include "input.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct folder_walk {
    mp_arena *arena;
    mp_files *files;
    const char *pattern;            /* NULL: every file whose name says that it can be checked */
    MP_ARRAY(const char *) folders; /* to be looked into */
    mp_file_trouble trouble;
    void *context;
    size_t found;
} folder_walk;

const char *mp_path_join(const char *folder, const char *name, mp_arena *arena) {
    size_t length = strlen(folder), more = strlen(name);
    char *path = mp_arena_take(arena, length + more + 2);

    if (path == NULL) return NULL;
    memcpy(path, folder, length);
    if (length > 0 && path[length - 1] != '/') path[length++] = '/';
    memcpy(path + length, name, more + 1);
    return path;
}

/* JSON may be anything, and is checked where it is named. */
static bool can_be_checked(const char *name) {
    mp_input_format format = mp_input_format_of_name(name);

    return format == MP_INPUT_HTML || format == MP_INPUT_MARKDOWN || format == MP_INPUT_TEXT;
}

static bool is_wanted(const folder_walk *walk, const char *path, const char *name) {
    return walk->pattern == NULL ? can_be_checked(name) : mp_glob_matches(walk->pattern, path);
}

/* What is hidden, and what others have written, is nobody's article. */
static bool is_left_out(const char *name) { return name[0] == '.' || strcmp(name, "node_modules") == 0; }

static bool take_entry(folder_walk *walk, const char *folder, const char *name) {
    const char *path = strcmp(folder, ".") == 0 && walk->pattern != NULL ? mp_path_join("", name, walk->arena)
                                                                         : mp_path_join(folder, name, walk->arena);
    struct stat status;

    if (path == NULL) return false;
    if (lstat(path, &status) != 0) return true;
    if (S_ISDIR(status.st_mode)) return MP_PUSH(walk->arena, &walk->folders, path);
    if (S_ISLNK(status.st_mode) && (stat(path, &status) != 0 || S_ISDIR(status.st_mode))) return true;
    if (!S_ISREG(status.st_mode) || !is_wanted(walk, path, name)) return true;
    walk->found++;
    return MP_PUSH(walk->arena, &walk->files->paths, path);
}

static bool look_into(folder_walk *walk, const char *folder) {
    DIR *stream = opendir(folder[0] == '\0' ? "." : folder);
    bool fine = true;

    if (stream == NULL) {
        walk->trouble(walk->context, folder, strerror(errno));
        return true;
    }
    for (struct dirent *entry = readdir(stream); fine && entry != NULL; entry = readdir(stream))
        if (!is_left_out(entry->d_name)) fine = take_entry(walk, folder, entry->d_name);
    closedir(stream);
    return fine;
}

static int compare_paths(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static bool walk_from(folder_walk *walk, const char *folder) {
    size_t first = walk->files->paths.count;

    if (!MP_PUSH(walk->arena, &walk->folders, folder)) return false;
    while (walk->folders.count > 0)
        if (!look_into(walk, walk->folders.items[--walk->folders.count])) return false;
    walk->files->has_folders = true;
    if (walk->found > 0)
        qsort(walk->files->paths.items + first, walk->files->paths.count - first, sizeof(const char *), compare_paths);
    return true;
}

/* The folder that a pattern names before its first part with a * or its like. */
static const char *fixed_folder(const char *pattern, mp_arena *arena) {
    size_t length = strcspn(pattern, "*?[");

    while (length > 0 && pattern[length - 1] != '/') length--;
    mp_text folder = mp_arena_copy(arena, (mp_text){pattern, length > 1 ? length - 1 : length});
    return length == 0 ? "." : folder.bytes;
}

static bool find_word(folder_walk *walk, const char *word) {
    struct stat status;

    walk->found = 0;
    walk->pattern = NULL;
    if (strcmp(word, "-") == 0) return MP_PUSH(walk->arena, &walk->files->paths, word);
    if (stat(word, &status) == 0) {
        if (!S_ISDIR(status.st_mode)) return MP_PUSH(walk->arena, &walk->files->paths, word);
        if (!walk_from(walk, word)) return false;
        if (walk->found == 0) walk->trouble(walk->context, word, "nothing in this folder can be checked");
        return true;
    }
    if (!mp_glob_is_pattern(word)) return MP_PUSH(walk->arena, &walk->files->paths, word);
    const char *folder = fixed_folder(word, walk->arena);
    walk->pattern = strncmp(word, "./", 2) == 0 ? word + 2 : word;
    if (folder == NULL || !walk_from(walk, folder)) return false;
    if (walk->found == 0) walk->trouble(walk->context, word, "no file has such a name");
    return true;
}

bool mp_files_find(const char *const *words, size_t count, mp_arena *arena, mp_files *files, mp_file_trouble trouble,
                   void *context) {
    folder_walk walk = {.arena = arena, .files = files, .trouble = trouble, .context = context};

    for (size_t i = 0; i < count; i++)
        if (!find_word(&walk, words[i])) return false;
    return true;
}
