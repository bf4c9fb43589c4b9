/* pack.h: packs bytes for core/packed.h: a part of the build's programs, never shipped. Knows nothing of what they are. */
#ifndef MOUTHPIECE_PACK_H
#define MOUTHPIECE_PACK_H

#include "../arena.h"
#include "../packed.h"

#include <stdio.h>

/* Writes `bytes` to `out` as a C initialiser of an mp_packed called `name`. False where memory ends. */
bool mp_pack_write(FILE *out, const char *name, mp_text bytes, mp_arena *arena);

#endif
