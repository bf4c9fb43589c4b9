/* configuration.c: `.mouthpiece.json`. Knows the file's shape and where it is looked for; checks nothing itself. What is
 * wrong is told at its line and column, which text_json.h finds by the path of the value. */
#include "configuration.h"

#include "../text_json.h"
#include "files.h"
#include "glob.h"
#include "packs.h"

#include <cJSON.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { deepest = 4 };

typedef struct configuration_reader {
    const char *file, *folder;
    mp_text json;
    mp_arena *arena;
    mp_configuration *configuration;
    uint32_t path[deepest]; /* of the value that is being read */
    size_t depth;
} configuration_reader;

/* ---- What is wrong, and where ------------------------------------------------------------------------------------ */

static bool complain_at(const configuration_reader *reader, size_t at, const char *message, const char *about) {
    mp_error error;

    mp_json_point(reader->json, at, &error);
    fprintf(stderr, "%s:%zu:%zu: %s%s%s\n", reader->file, error.line, error.column, message, about == NULL ? "" : ": ",
            about == NULL ? "" : about);
    return false;
}

static bool complain(const configuration_reader *reader, const char *message, const char *about) {
    return complain_at(reader, mp_json_find(reader->json, reader->path, reader->depth).value, message, about);
}

static size_t line_of(const configuration_reader *reader) {
    mp_error error;

    mp_json_point(reader->json, mp_json_find(reader->json, reader->path, reader->depth).value, &error);
    return error.line;
}

static bool out_of_memory(const configuration_reader *reader) { return complain(reader, "out of memory", NULL); }

/* ---- Values ------------------------------------------------------------------------------------------------------ */

static bool read_text(configuration_reader *reader, const cJSON *value, mp_text *text) {
    const char *string = cJSON_GetStringValue(value);
    if (string == NULL) return complain(reader, "a string is wanted here", NULL);

    *text = mp_arena_copy(reader->arena, (mp_text){string, strlen(string)});
    return text->bytes != NULL || out_of_memory(reader);
}

/* A path of the configuration's is one from its folder. */
static bool read_path(configuration_reader *reader, const cJSON *value, const char **path) {
    mp_text text;

    if (!read_text(reader, value, &text)) return false;
    *path =
        text.length > 0 && text.bytes[0] == '/' ? text.bytes : mp_path_join(reader->folder, text.bytes, reader->arena);
    return *path != NULL || out_of_memory(reader);
}

static bool read_pattern(configuration_reader *reader, const cJSON *value, const char **pattern) {
    mp_text text;

    if (!read_text(reader, value, &text)) return false;
    *pattern = text.bytes;
    return true;
}

static bool read_list(configuration_reader *reader, const cJSON *value,
                      bool (*read)(configuration_reader *, const cJSON *, const char **), const char *const **items,
                      size_t *count) {
    if (!cJSON_IsArray(value)) return complain(reader, "a list is wanted here", NULL);
    const char **list = MP_NEW_ARRAY(reader->arena, (size_t)cJSON_GetArraySize(value), const char *);
    const cJSON *item;

    if (list == NULL) return out_of_memory(reader);
    reader->depth++;
    cJSON_ArrayForEach(item, value) {
        reader->path[reader->depth - 1] = (uint32_t)*count;
        if (!read(reader, item, &list[*count])) return false;
        ++*count;
    }
    reader->depth--;
    *items = list;
    return true;
}

static bool read_level(configuration_reader *reader, const cJSON *value, int most, int *level) {
    static const char *const names[] = {"info", "notice", "alert", "never"};
    const char *name = cJSON_GetStringValue(value);

    for (int i = 0; name != NULL && i <= most; i++)
        if (strcmp(names[i], name) == 0) {
            *level = i;
            return true;
        }
    return complain(reader,
                    most == MP_LEVEL_COUNT ? "alert, notice, info or never is wanted here"
                                           : "alert, notice or info is wanted here",
                    NULL);
}

/* ---- Mutes ------------------------------------------------------------------------------------------------------- */

static bool read_mute_member(configuration_reader *reader, const cJSON *value, mp_mute *mute) {
    const struct {
        const char *name;
        mp_text *text;
    } texts[] = {
        {"rule", &mute->rule}, {"model", &mute->model}, {"sentence", &mute->sentence}, {"reason", &mute->reason}};

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (strcmp(value->string, texts[i].name) == 0) return read_text(reader, value, texts[i].text);
    if (strcmp(value->string, "paths") == 0)
        return read_list(reader, value, read_pattern, &mute->paths, &mute->path_count);
    return complain(reader, "a mute has no such member", value->string);
}

static bool read_mute(configuration_reader *reader, const cJSON *object, mp_mute *mute) {
    if (!cJSON_IsObject(object)) return complain(reader, "an object is wanted here", NULL);
    const cJSON *value;
    uint32_t index = 0;

    mute->line = line_of(reader);
    reader->depth++;
    cJSON_ArrayForEach(value, object) {
        reader->path[reader->depth - 1] = index++;
        if (!read_mute_member(reader, value, mute)) return false;
    }
    reader->depth--;
    if (mute->reason.length == 0) return complain(reader, "a mute wants a \"reason\"", NULL);
    if (mute->rule.length + mute->model.length + mute->sentence.length + mute->path_count == 0)
        return complain(reader, "a mute wants a \"rule\", a \"model\", a \"sentence\" or \"paths\"", NULL);
    return true;
}

static bool read_mutes(configuration_reader *reader, const cJSON *value) {
    if (!cJSON_IsArray(value)) return complain(reader, "a list is wanted here", NULL);
    mp_mute *mutes = MP_NEW_ARRAY(reader->arena, (size_t)cJSON_GetArraySize(value), mp_mute);
    const cJSON *item;
    size_t count = 0;

    if (mutes == NULL) return out_of_memory(reader);
    reader->depth++;
    cJSON_ArrayForEach(item, value) {
        reader->path[reader->depth - 1] = (uint32_t)count;
        if (!read_mute(reader, item, &mutes[count++])) return false;
    }
    reader->depth--;
    reader->configuration->mutes = mutes;
    reader->configuration->mute_count = count;
    return true;
}

/* ---- The file ---------------------------------------------------------------------------------------------------- */

static bool read_member(configuration_reader *reader, const cJSON *value) {
    mp_configuration *into = reader->configuration;
    const char *name = value->string;

    if (strcmp(name, "$schema") == 0) return true;
    if (strcmp(name, "fail_on") == 0) return read_level(reader, value, MP_LEVEL_COUNT, &into->fail_on);
    if (strcmp(name, "level") == 0) return read_level(reader, value, MP_LEVEL_ALERT, &into->level);
    if (strcmp(name, "lang") == 0) return read_text(reader, value, &into->lang);
    if (strcmp(name, "rules") == 0) return read_list(reader, value, read_path, &into->rules, &into->rule_count);
    if (strcmp(name, "baseline") == 0) return read_path(reader, value, &into->baseline);
    if (strcmp(name, "include") == 0)
        return read_list(reader, value, read_pattern, &into->include, &into->include_count);
    if (strcmp(name, "exclude") == 0)
        return read_list(reader, value, read_pattern, &into->exclude, &into->exclude_count);
    if (strcmp(name, "mute") == 0) return read_mutes(reader, value);
    if (strcmp(name, "anyway") != 0) return complain(reader, "there is no such setting", name);
    into->anyway = cJSON_IsTrue(value);
    return cJSON_IsBool(value) || complain(reader, "true or false is wanted here", NULL);
}

static bool read_root(configuration_reader *reader, const cJSON *root) {
    const cJSON *value;
    uint32_t index = 0;

    if (!cJSON_IsObject(root)) return complain(reader, "a configuration is a JSON object", NULL);
    reader->depth = 1;
    cJSON_ArrayForEach(value, root) {
        reader->path[0] = index++;
        if (!read_member(reader, value)) return false;
    }
    return true;
}

static bool parse(configuration_reader *reader) {
    const char *end = NULL;
    cJSON *root = cJSON_ParseWithLengthOpts(reader->json.bytes, reader->json.length, &end, false);
    size_t at = end == NULL ? 0 : (size_t)(end - reader->json.bytes);

    if (root == NULL) return complain_at(reader, at, "not valid JSON", NULL);
    at = mp_json_skip_space(reader->json, at);
    bool fine = at == reader->json.length ? read_root(reader, root)
                                          : complain_at(reader, at, "something follows the JSON value", NULL);
    cJSON_Delete(root);
    return fine;
}

static const char *folder_of(const char *path, mp_arena *arena) {
    const char *slash = strrchr(path, '/');

    if (slash == NULL) return ".";
    return mp_arena_copy(arena, (mp_text){path, slash == path ? 1 : (size_t)(slash - path)}).bytes;
}

/* The folder's own name, without links and dots; NULL where it has none. */
static const char *absolute_folder(const char *path, mp_arena *arena) {
    const char *folder = folder_of(path, arena);
    char *real = folder == NULL ? NULL : realpath(folder, NULL);
    mp_text copy = real == NULL ? (mp_text){NULL, 0} : mp_arena_copy(arena, (mp_text){real, strlen(real)});

    free(real);
    return copy.bytes;
}

bool mp_configuration_read(const char *file, mp_arena *arena, mp_configuration *configuration) {
    configuration_reader reader = {.file = file, .folder = folder_of(file, arena), .arena = arena};
    mp_packs text;

    *configuration = MP_CONFIGURATION_NONE;
    configuration->file = file;
    configuration->folder = absolute_folder(file, arena);
    reader.configuration = configuration;
    if (reader.folder == NULL || configuration->folder == NULL) {
        mp_tell_problem(file, 0, "cannot be found");
        return false;
    }
    bool fine = mp_packs_read(&file, 1, &text);
    if (fine) {
        reader.json = text.items[0];
        fine = parse(&reader);
    }
    mp_packs_free(&text);
    return fine;
}

/* ---- Where it is looked for -------------------------------------------------------------------------------------- */

static bool is_file(const char *path) {
    struct stat status;

    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

const char *mp_configuration_find(const char *path, mp_arena *arena) {
    const char *folder = absolute_folder(strcmp(path, "-") == 0 ? "." : path, arena);
    size_t length = folder == NULL ? 0 : strlen(folder);

    for (;;) {
        if (length == 0) return NULL;
        mp_text part = mp_arena_copy(arena, (mp_text){folder, length});
        const char *file = part.bytes == NULL ? NULL : mp_path_join(part.bytes, MP_CONFIGURATION_NAME, arena);
        if (file == NULL || is_file(file)) return file;
        while (length > 1 && folder[length - 1] != '/') length--;
        if (length <= 1 && strlen(part.bytes) == 1) return NULL;
        if (length > 1) length--;
    }
}

const char *mp_path_from(const char *folder, const char *path, mp_arena *arena) {
    const char *real = absolute_folder(path, arena), *slash = strrchr(path, '/');
    const char *full = real == NULL ? path : mp_path_join(real, slash == NULL ? path : slash + 1, arena);
    size_t length = strlen(folder);

    if (full == NULL || strncmp(full, folder, length) != 0) return path;
    if (length > 0 && folder[length - 1] == '/') return full + length;
    return full[length] == '/' ? full + length + 1 : path;
}

const char *mp_path_from_here(const char *path, mp_arena *arena) {
    const char *here = absolute_folder("", arena), *from_here = here == NULL ? NULL : mp_path_from(here, path, arena);

    return from_here == NULL ? path : from_here;
}

bool mp_configuration_takes(const mp_configuration *configuration, const char *path, mp_arena *arena) {
    if (configuration->include_count + configuration->exclude_count == 0 || strcmp(path, "-") == 0) return true;
    const char *name = mp_path_from(configuration->folder, path, arena);
    bool included = configuration->include_count == 0 ||
                    mp_glob_any_matches(configuration->include, configuration->include_count, name);

    return included && !mp_glob_any_matches(configuration->exclude, configuration->exclude_count, name);
}
