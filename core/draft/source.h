/* source.h: where the words of a document stand in the file they were read from: line and column, through markup, entities
 * and line ends. Knows runs of characters; nothing of formats or findings. */
#ifndef MOUTHPIECE_SOURCE_H
#define MOUTHPIECE_SOURCE_H

#include "../arena.h"

/* A stretch of a block's text and what stands for it in the source. Characters that no run covers (a space that joins two
 * lines) have no place there. */
typedef struct mp_source_run {
    size_t block, start, units; /* in the block's text, UTF-16 code units */
    size_t from, length;        /* in the source, bytes */
    bool verbatim;              /* the source has the very characters; else it stands for them as a whole ("&amp;") */
} mp_source_run;

typedef MP_ARRAY(mp_source_run) mp_source_runs;

/* A byte of the source, and how many code units of its line lie before it. */
typedef struct mp_source_mark {
    size_t byte, line, units;
} mp_source_mark;

typedef struct mp_source {
    mp_text text; /* the file as valid UTF-8, without a byte order mark */
    mp_source_runs runs;
    MP_ARRAY(mp_source_mark) marks;
} mp_source;

/* A place in the source, both from 1. Lines end with a line feed; columns count UTF-16 code units. */
typedef struct mp_position {
    size_t line, column;
} mp_position;

typedef struct mp_region {
    size_t from, to;        /* bytes of the source */
    mp_position start, end; /* end: after the last character */
} mp_region;

/* Appends runs of valid UTF-8 `text` that stands verbatim at byte `from` of the source. False where memory ends. */
bool mp_source_add_verbatim(mp_source_runs *runs, mp_arena *arena, size_t block, size_t start, mp_text text,
                            size_t from);

/* Prepares `source`, whose text and runs are set, for the calls below. False where memory ends. */
bool mp_source_index(mp_source *source, mp_arena *arena);

mp_position mp_source_position(const mp_source *source, size_t byte);

/* Where a place's words stand: from its first character's source to its last one's. False where nothing of it has one. */
bool mp_source_region(const mp_source *source, mp_place place, mp_region *region);

/* The bytes of the source between a block's first and last character. False where it has none. */
bool mp_source_block(const mp_source *source, size_t block, size_t *from, size_t *to);

#endif
