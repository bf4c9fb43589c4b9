/* show.h: shows reports to a person, each finding as a compiler shows a warning. Knows reports and terminals; judges
 * nothing. */
#ifndef MOUTHPIECE_SHOW_H
#define MOUTHPIECE_SHOW_H

#include "input.h"

#include <stdio.h>

typedef struct mp_show_totals {
    size_t counts[MP_LEVEL_COUNT];
    size_t documents, not_articles;
} mp_show_totals;

/* Whether `file` is a terminal that the user wants colours on (NO_COLOR is not set, TERM is not dumb). */
bool mp_wants_colours(FILE *file);

/* Writes the findings. False where memory ends. */
bool mp_show_report(FILE *out, const mp_found_document *found, const mp_report *report, bool colours);

/* Writes the line that ends the output. */
void mp_show_totals_line(FILE *out, const mp_show_totals *totals);

#endif
