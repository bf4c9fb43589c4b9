/* draft.h: a document's blocks out of text that is no page: plain text and Markdown, as wire services, mail and editors'
 * programs leave it; and where each word stands in the source. Knows lines and marks; nothing of files, nor of what the words
 * say. */
#ifndef MOUTHPIECE_DRAFT_H
#define MOUTHPIECE_DRAFT_H

#include "source.h"

/* Bytes of a text. */
typedef struct mp_text_part {
    size_t from, length;
} mp_text_part;

/* What was found in valid UTF-8, all in the call's `arena`. */
typedef struct mp_text_blocks {
    MP_ARRAY(mp_block) blocks;
    MP_ARRAY(mp_text_part) html; /* Markdown: HTML in it, which is no text */
    mp_source_runs runs;
} mp_text_blocks;

mp_status mp_blocks_of_text(mp_text text, mp_arena *arena, mp_text_blocks *found, mp_error *error);
mp_status mp_blocks_of_markdown(mp_text text, mp_arena *arena, mp_text_blocks *found, mp_error *error);

#endif
