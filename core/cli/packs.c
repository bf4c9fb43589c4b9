/* packs.c: the user's rule packs: their files, and an engine from the shipped rules and them. Knows files; nothing of what
 * rules say. */
#include "packs.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { most_pack_bytes = 16 << 20 };

static bool read_pack(const char *path, mp_reader **reader, mp_text *pack) {
    mp_error error;

    *reader = mp_reader_open(path);
    if (*reader == NULL) {
        mp_tell_problem(path, 0, strerror(errno));
        return false;
    }
    if (mp_reader_all(*reader, most_pack_bytes, pack, &error) == MP_OK) return true;
    mp_tell_problem(path, 0, error.message);
    return false;
}

bool mp_packs_read(const char *const *paths, size_t count, mp_packs *packs) {
    *packs = (mp_packs){.readers = calloc(count + 1, sizeof(mp_reader *)), .items = calloc(count + 1, sizeof(mp_text))};
    bool fine = packs->readers != NULL && packs->items != NULL;

    if (!fine) mp_tell_problem("rules", 0, "out of memory");
    for (size_t i = 0; fine && i < count; i++) {
        fine = read_pack(paths[i], &packs->readers[i], &packs->items[i]);
        packs->count++;
    }
    return fine;
}

void mp_packs_free(mp_packs *packs) {
    for (size_t i = 0; i < packs->count; i++) mp_reader_close(packs->readers[i]);
    free(packs->readers);
    free(packs->items);
    *packs = (mp_packs){0};
}

/* The first pack with which no engine can be made; the engine names it only by its number. */
static size_t first_bad(const mp_packs *packs) {
    size_t count = 1;

    for (; count < packs->count; count++) {
        mp_options options = MP_OPTIONS_DEFAULT;
        mp_engine *engine = NULL;
        options.packs = packs->items;
        options.pack_count = count;
        if (mp_engine_new(&options, &engine, NULL) != MP_OK) break;
        mp_engine_free(engine);
    }
    return count - 1;
}

void mp_tell_bad_packs(const char *const *paths, const mp_packs *packs, const mp_error *error) {
    bool one_is_bad = error->status == MP_ERROR_RULES && packs->count > 0;

    mp_tell_problem(one_is_bad ? paths[first_bad(packs)] : "rules", error->line, error->message);
}

mp_engine *mp_engine_with_packs(const char *const *paths, size_t count) {
    mp_options options = MP_OPTIONS_DEFAULT;
    mp_engine *engine = NULL;
    mp_packs packs;
    mp_error error;

    if (mp_packs_read(paths, count, &packs)) {
        options.packs = packs.items;
        options.pack_count = packs.count;
        if (mp_engine_new(&options, &engine, &error) != MP_OK) {
            mp_tell_bad_packs(paths, &packs, &error);
            engine = NULL;
        }
    }
    mp_packs_free(&packs);
    return engine;
}
