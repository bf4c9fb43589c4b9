/* markup.h: writes text into XML and HTML so that it stays text. Knows the characters that mean something there. */
#ifndef MOUTHPIECE_MARKUP_H
#define MOUTHPIECE_MARKUP_H

#include "../mouthpiece.h"

#include <stdio.h>

/* Writes `text` as characters, also inside a quoted attribute; what XML cannot hold comes as U+FFFD. */
void mp_put_markup(FILE *out, mp_text text);
void mp_put_markup_string(FILE *out, const char *string);

#endif
