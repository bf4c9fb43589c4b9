/* packs_whole.h: the shipped rule packs letter for letter, examples and all, as the build embeds them (rules/embed.mjs).
 * Knows nothing of what a pack says. */
#ifndef MOUTHPIECE_PACKS_WHOLE_H
#define MOUTHPIECE_PACKS_WHOLE_H

#include "../mouthpiece.h"

typedef struct mp_whole_pack {
    const char *name; /* its path in the source tree */
    mp_text json;
} mp_whole_pack;

/* In the order of the files' names. */
extern const mp_whole_pack mp_whole_packs[];
extern const size_t mp_whole_pack_count;

#endif
