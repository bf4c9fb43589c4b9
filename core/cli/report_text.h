/* report_text.h: what the text format knows of terminals. */
#ifndef MOUTHPIECE_REPORT_TEXT_H
#define MOUTHPIECE_REPORT_TEXT_H

#include "reporter.h"

/* Whether `file` is a terminal that the user wants colours on (NO_COLOR is not set, TERM is not dumb). */
bool mp_wants_colours(FILE *file);

#endif
