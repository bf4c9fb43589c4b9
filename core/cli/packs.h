/* packs.h: an engine from the shipped rules and the user's packs. Knows files; nothing of what rules say. */
#ifndef MOUTHPIECE_PACKS_H
#define MOUTHPIECE_PACKS_H

#include "arguments.h"

/* Makes the engine, or tells the user what is wrong and gives NULL. */
mp_engine *mp_engine_with_packs(const mp_arguments *arguments);

#endif
