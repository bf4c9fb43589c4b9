/* result.h: a checked document as the reporters see it: each finding with its place in the file, a fingerprint that stays
 * when the text elsewhere changes, and whether it is set aside. Knows findings and sources; no format. */
#ifndef MOUTHPIECE_RESULT_H
#define MOUTHPIECE_RESULT_H

#include "input.h"

/* Why a finding does not count. */
typedef enum mp_aside {
    MP_ASIDE_NOT = 0,
    MP_ASIDE_COMMENT, /* a comment in the source says so */
    MP_ASIDE_MUTED,   /* the configuration does */
    MP_ASIDE_KNOWN    /* the baseline has it */
} mp_aside;

enum { MP_FINGERPRINT_ROOM = 40 };

/* Where something stands, and whether it is set aside. */
typedef struct mp_spot {
    mp_place place;
    mp_region region; /* only where has_region: a document in JSON has no source */
    bool has_region;
    mp_aside aside;
    mp_text reason; /* what was written beside a comment or a mute; may be empty */
} mp_spot;

typedef struct mp_result {
    const mp_finding *finding;
    mp_spot spot;
    char fingerprint[MP_FINGERPRINT_ROOM]; /* "0123456789abcdef:1"; the number tells repetitions apart */
    bool fails;                            /* it counts, and its level is one that fails the run */
} mp_result;

/* A note on wording. */
typedef struct mp_noted {
    const mp_note *note;
    mp_spot spot;
} mp_noted;

typedef struct mp_checked {
    const mp_found_document *found;
    const mp_report *report;
    mp_result *results; /* one for each of the report's findings, in their order */
    mp_noted *notes;    /* … and for each of its notes, where they were asked for */
    size_t note_count;
} mp_checked;

/* Makes the results, none set aside. In `arena`; false where memory ends. */
bool mp_results_make(const mp_found_document *found, const mp_report *report, mp_arena *arena, mp_checked *checked);

/* The document's name: the file's, or the id that it has among many in one file. */
mp_text mp_name_of(const mp_found_document *found);

/* Line and column of a place in its file; of a document in JSON the block and the column in it. All from 1. */
mp_position mp_position_of(const mp_found_document *found, mp_place place);

/* What speaks for the reader: "Grok quoted as spokesperson, apology". In `arena`; bytes is NULL where memory ends. */
mp_text mp_headline_of(const mp_finding *finding, mp_arena *arena);

#endif
