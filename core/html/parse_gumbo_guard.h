/* parse_gumbo_guard.h: tells pages on which gumbo would take time without end. Knows tags as bytes; parses nothing. */
#ifndef MOUTHPIECE_PARSE_GUMBO_GUARD_H
#define MOUTHPIECE_PARSE_GUMBO_GUARD_H

#include "../mouthpiece.h"

/* Whether gumbo reads `html` in reasonable time. */
bool mp_gumbo_bears(mp_text html);

#endif
