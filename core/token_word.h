/* token_word.h: what is known of a word by its letters alone. Knows the rules; nothing of what stands around the word. */
#ifndef MOUTHPIECE_TOKEN_WORD_H
#define MOUTHPIECE_TOKEN_WORD_H

#include "rules.h"

enum {
    MP_TOKEN_CAPITAL = 1, /* begins with a capital; so does a handle */
    MP_TOKEN_ALL_CAPS = 2 /* two letters or more, none small */
};

typedef struct mp_known_word {
    const mp_entry *meaning; /* what the lexicon has under `number` */
    uint16_t number;         /* of the lexicon, 0: unknown */
    uint16_t stem;           /* the number of its stem, from 1; 0: the rules weigh none */
    uint8_t flags;           /* of those above */
    uint8_t length;          /* how many bytes it has; 0: too many to be remembered */
} mp_known_word;

/* The words met last: most of a text's words are the same few, and each is looked up once. Of a fixed size. */
typedef struct mp_word_memory mp_word_memory;

/* NULL where memory ends. */
mp_word_memory *mp_word_memory_new(mp_arena *arena);

mp_known_word mp_word_know(const mp_rules *rules, mp_word_memory *memory, mp_text word);

#endif
