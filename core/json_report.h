/* json_report.h: a report as JSON, with what a caller knows beyond it. Knows the report's shape. */
#ifndef MOUTHPIECE_JSON_REPORT_H
#define MOUTHPIECE_JSON_REPORT_H

#include "json_writer.h"

/* Writes further members of an item of that number, each with a comma before it. */
typedef void mp_report_addition(mp_json_writer *writer, const void *context, size_t number);

/* What a caller adds and leaves out; nothing where a member is NULL. */
typedef struct mp_report_additions {
    const void *context;
    mp_report_addition *to_finding, *to_quote, *to_note;
    mp_report_addition *to_report; /* whose number is 0 */
    bool (*leaves_out)(const void *context, size_t finding);
    const size_t *counts; /* by level, in the place of the report's */
    bool ascii;           /* everything else as \uXXXX: what JSON.parse() has read in half the time */
} mp_report_additions;

/* As mp_report_to_json() writes it, but for the additions; freed by mp_json_free(). */
mp_status mp_report_write(const mp_report *report, const mp_report_additions *with, char **json, size_t *length,
                          mp_error *error);

#endif
