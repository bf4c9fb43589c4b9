/* packs.c: an engine from the shipped rules and the user's packs. Knows files; nothing of what rules say. */
#include "packs.h"

#include "reader.h"

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

/* The engine refuses a pack by its number in the message; the last file is named where it is the only one. */
static mp_engine *engine_of(const mp_text *packs, const mp_arguments *arguments) {
    mp_options options = MP_OPTIONS_DEFAULT;
    mp_engine *engine = NULL;
    mp_error error;

    options.packs = packs;
    options.pack_count = arguments->pack_count;
    if (mp_engine_new(&options, &engine, &error) == MP_OK) return engine;
    mp_tell_problem(arguments->pack_count == 1 ? arguments->packs[0] : "rules", error.line, error.message);
    return NULL;
}

mp_engine *mp_engine_with_packs(const mp_arguments *arguments) {
    mp_reader **readers = calloc(arguments->pack_count + 1, sizeof(mp_reader *));
    mp_text *packs = calloc(arguments->pack_count + 1, sizeof(mp_text));
    bool fine = readers != NULL && packs != NULL;

    if (!fine) mp_tell_problem("rules", 0, "out of memory");
    for (size_t i = 0; fine && i < arguments->pack_count; i++)
        fine = read_pack(arguments->packs[i], &readers[i], &packs[i]);
    mp_engine *engine = fine ? engine_of(packs, arguments) : NULL;
    for (size_t i = 0; readers != NULL && i < arguments->pack_count; i++) mp_reader_close(readers[i]);
    free(readers);
    free(packs);
    return engine;
}
