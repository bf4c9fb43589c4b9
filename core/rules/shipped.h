/* shipped.h: the rule packs that stand in this folder, as the build embeds them (embed.cmake). Knows nothing of what a
 * pack says. */
#ifndef MOUTHPIECE_SHIPPED_H
#define MOUTHPIECE_SHIPPED_H

#include "../mouthpiece.h"

/* Each pack's JSON, in the order of the files' names. */
extern const mp_text mp_shipped_packs[];
extern const size_t mp_shipped_pack_count;

#endif
