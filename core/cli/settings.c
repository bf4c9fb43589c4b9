/* settings.c: what holds for each file. Knows the command line's words and the configuration's, and makes from them engines
 * and baselines; checks nothing. Files that share a configuration share all of it. */
#include "settings.h"

#include "packs.h"

#include <stdlib.h>
#include <string.h>

typedef struct engine_of_packs {
    const char *const *packs;
    size_t pack_count;
    mp_engine *engine;
} engine_of_packs;

struct mp_settings_book {
    const mp_arguments *arguments;
    mp_arena arena;
    MP_ARRAY(mp_settings *) all;
    MP_ARRAY(engine_of_packs) engines;
    MP_ARRAY(mp_baseline *) baselines;
    const char *last_folder; /* most files lie in the folder of the one before */
    size_t last_length;
    const mp_settings *last;
};

mp_settings_book *mp_settings_open(const mp_arguments *arguments) {
    mp_settings_book *book = calloc(1, sizeof *book);

    if (book == NULL) {
        mp_tell_problem("settings", 0, "out of memory");
        return NULL;
    }
    book->arguments = arguments;
    mp_arena_init(&book->arena, NULL);
    return book;
}

void mp_settings_close(mp_settings_book *book) {
    if (book == NULL) return;
    for (size_t i = 0; i < book->engines.count; i++) mp_engine_free(book->engines.items[i].engine);
    for (size_t i = 0; i < book->baselines.count; i++) mp_baseline_free(book->baselines.items[i]);
    mp_arena_free(&book->arena);
    free(book);
}

/* ---- Engines ----------------------------------------------------------------------------------------------------- */

static bool same_packs(const engine_of_packs *made, const char *const *packs, size_t count) {
    if (made->pack_count != count) return false;
    for (size_t i = 0; i < count; i++)
        if (strcmp(made->packs[i], packs[i]) != 0) return false;
    return true;
}

/* The configuration's packs, then the command line's. */
static const mp_engine *engine_for(mp_settings_book *book, const mp_configuration *configuration) {
    const mp_arguments *arguments = book->arguments;
    size_t count = configuration->rule_count + arguments->pack_count;
    const char **packs = MP_NEW_ARRAY(&book->arena, count, const char *);
    if (packs == NULL) return NULL;

    for (size_t i = 0; i < count; i++)
        packs[i] =
            i < configuration->rule_count ? configuration->rules[i] : arguments->packs[i - configuration->rule_count];
    for (size_t i = 0; i < book->engines.count; i++)
        if (same_packs(&book->engines.items[i], packs, count)) return book->engines.items[i].engine;
    engine_of_packs made = {packs, count, mp_engine_with_packs(packs, count)};
    if (made.engine == NULL) return NULL;
    if (MP_PUSH(&book->arena, &book->engines, made)) return made.engine;
    mp_engine_free(made.engine);
    return NULL;
}

/* ---- Settings ---------------------------------------------------------------------------------------------------- */

static bool read_baseline(mp_settings_book *book, mp_settings *settings) {
    const char *file = book->arguments->baseline != NULL ? book->arguments->baseline : settings->configuration.baseline;
    mp_baseline *baseline = file == NULL ? NULL : mp_baseline_read(file);

    settings->baseline = baseline;
    if (file == NULL) return true;
    if (baseline == NULL) return false;
    if (MP_PUSH(&book->arena, &book->baselines, baseline)) return true;
    mp_baseline_free(baseline);
    return false;
}

/* What the command line says goes before what the configuration says. */
static void settle(const mp_arguments *arguments, mp_settings *settings) {
    const mp_configuration *configuration = &settings->configuration;
    int level = arguments->level >= 0 ? arguments->level : configuration->level;

    settings->fail_on = arguments->fail_on >= 0       ? arguments->fail_on
                        : configuration->fail_on >= 0 ? configuration->fail_on
                                                      : MP_LEVEL_ALERT;
    settings->least = level >= 0 ? (mp_level)level : MP_LEVEL_INFO;
    settings->input = arguments->input;
    if (settings->input.lang.length == 0) settings->input.lang = configuration->lang;
    settings->input.anyway |= configuration->anyway;
}

static const mp_settings *make(mp_settings_book *book, const char *file) {
    mp_settings *settings = MP_NEW(&book->arena, mp_settings);
    if (settings == NULL) return NULL;

    settings->configuration = MP_CONFIGURATION_NONE;
    if (file != NULL && !mp_configuration_read(file, &book->arena, &settings->configuration)) return NULL;
    settle(book->arguments, settings);
    settings->mute_uses = MP_NEW_ARRAY(&book->arena, settings->configuration.mute_count, mp_mute_use);
    if (settings->mute_uses == NULL) return NULL;
    settings->engine = engine_for(book, &settings->configuration);
    if (settings->engine == NULL || !read_baseline(book, settings)) return NULL;
    return MP_PUSH(&book->arena, &book->all, settings) ? settings : NULL;
}

static const char *configuration_for(mp_settings_book *book, const char *path) {
    if (book->arguments->no_configuration) return NULL;
    if (book->arguments->configuration != NULL) return book->arguments->configuration;
    return mp_configuration_find(path, &book->arena);
}

const mp_settings *mp_settings_for(mp_settings_book *book, const char *path) {
    const char *slash = strrchr(path, '/');
    size_t length = slash == NULL ? 0 : (size_t)(slash - path) + 1;
    if (book->last != NULL && length == book->last_length && strncmp(book->last_folder, path, length) == 0)
        return book->last;
    const char *file = configuration_for(book, path);
    const mp_settings *found = NULL;

    for (size_t i = 0; found == NULL && i < book->all.count; i++) {
        const char *made = book->all.items[i]->configuration.file;
        if (strcmp(made, file == NULL ? "" : file) == 0) found = book->all.items[i];
    }
    if (found == NULL) found = make(book, file);
    book->last = found;
    book->last_folder = path;
    book->last_length = length;
    return found;
}

const mp_settings *mp_settings_at(const mp_settings_book *book, size_t index) {
    return index < book->all.count ? book->all.items[index] : NULL;
}
