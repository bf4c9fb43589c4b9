/* clause.h: the verbs of an article and their subjects. Knows mentions and tags; nothing of what they stand for. */
#ifndef MOUTHPIECE_CLAUSE_H
#define MOUTHPIECE_CLAUSE_H

#include "mention.h"

typedef struct mp_verb {
    uint32_t sentence;
    uint32_t item;    /* the verb itself */
    uint32_t first;   /* the first item of its group: has also falsely [said] */
    uint32_t subject; /* a mention, MP_NONE where none was found */
    uint16_t cue;     /* from 1; 0: no verb of saying */
    uint8_t form;     /* mp_verb_form; 0 for verbs known by their ending */
    bool infinitive, gerund, passive;
    bool inverted;    /* the subject follows: “…,” said Grok */
    bool negated;     /* not, never, without */
    bool unreal;      /* if, whether, a question, a wish, can and may: nobody has said it */
    bool habitual;    /* often, usually */
    bool disbelieved; /* falsely, wrongly */
    bool relative;    /* inside a relative clause: who said */
} mp_verb;

typedef struct mp_verbs {
    mp_verb *items; /* in the order of their items */
    size_t count;
    uint32_t *sentence_first; /* the first verb of each sentence; one more at the end */
} mp_verbs;

/* Every verb with its subject. Linear: each look for a subject ends after a bounded number of items. */
mp_status mp_verbs_find(const mp_mentions *mentions, mp_arena *arena, mp_verbs *verbs, mp_error *error);

/* The number of a sentence's first verb at or behind an item; that of the next sentence's first for none. */
uint32_t mp_verb_from(const mp_verbs *verbs, uint32_t sentence, uint32_t item);

#endif
