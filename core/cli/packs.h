/* packs.h: the user's rule packs: their files, and an engine from the shipped rules and them. Knows files; nothing of what
 * rules say. */
#ifndef MOUTHPIECE_PACKS_H
#define MOUTHPIECE_PACKS_H

#include "input.h"
#include "reader.h"

/* Packs as they stand in their files. */
typedef struct mp_packs {
    mp_reader **readers;
    mp_text *items;
    size_t count;
} mp_packs;

/* Reads the files, or tells the user which cannot be read and gives false; to be freed in either case. */
bool mp_packs_read(const char *const *paths, size_t count, mp_packs *packs);
void mp_packs_free(mp_packs *packs);

/* Makes the engine, or tells the user what is wrong and gives NULL. */
mp_engine *mp_engine_with_packs(const char *const *paths, size_t count);

/* Tells the user which of the packs makes no engine. */
void mp_tell_bad_packs(const char *const *paths, const mp_packs *packs, const mp_error *error);

#endif
