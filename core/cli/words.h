/* words.h: the words at a place of a document. Knows blocks and offsets; nothing of sources or formats. A block's offsets
 * are found by marks along its text, so that a place costs the same in a block of any length. */
#ifndef MOUTHPIECE_WORDS_H
#define MOUTHPIECE_WORDS_H

#include "../arena.h"

typedef struct mp_word_mark {
    size_t byte, units;
} mp_word_mark;

typedef struct mp_words {
    const mp_document *document;
    mp_arena arena;
    size_t block; /* whose text is ready; SIZE_MAX for none */
    mp_text text;
    MP_ARRAY(mp_word_mark) marks; /* one for every so many code units */
    bool fine;                    /* false: memory ended, and texts may be short */
} mp_words;

void mp_words_open(mp_words *words, const mp_document *document);
void mp_words_close(mp_words *words);

/* The block's text as valid UTF-8, until another block is asked for; empty where there is no such block. */
mp_text mp_words_block(mp_words *words, size_t block);

/* The byte of that text at which so many UTF-16 code units end. */
size_t mp_words_byte(mp_words *words, size_t block, size_t units);

/* The words at a place, as part of its block's text. */
mp_text mp_words_at(mp_words *words, mp_place place);

#endif
