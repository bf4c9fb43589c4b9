/* signal.h: what else the page says: signs found by the rules’ patterns, each with its place and with who says it or of
 * whom it is said. Knows sentences, references and attributions; nothing of roles or levels. */
#ifndef MOUTHPIECE_SIGNAL_H
#define MOUTHPIECE_SIGNAL_H

#include "voice.h"

enum { MP_NO_PATTERN = UINT16_MAX };

/* One match of a pattern, or a question. */
typedef struct mp_sign {
    uint32_t block, start, end; /* bytes */
    uint32_t sentence;
    uint16_t pattern;  /* MP_NO_PATTERN where none found it */
    uint8_t meaning;   /* mp_meaning */
    bool names_maker;  /* somebody answerable is named in its sentence */
    bool by_maker;     /* … or says it */
    bool of_several;   /* its sentence speaks of several models at once */
    bool by_writer;    /* … of what the writer did */
    bool asks_another; /* a prompt to somebody of whom the page does not say that it is a model */
    uint16_t model;    /* the model that its sentence names, 0 where it names none or several */
    uint16_t maker;    /* which, 0 where it is only “the company” */
    bool inside_quote; /* stands in a quoted stretch */
    bool by_model;     /* … which the page credits to a model */
    bool in_report;    /* stands in a clause that reports a model’s words */
} mp_sign;

/* Whether it is none of a model’s words. */
static inline bool mp_sign_is_foreign(const mp_sign *sign) { return !sign->by_model && !sign->in_report; }

enum { MP_MOST_PROMPTS = 128 };

typedef struct mp_signs {
    const mp_attributions *attributions;
    mp_sign *items; /* in page order, by sentence */
    size_t count;
    uint32_t *sentence_first;      /* the first sign of each sentence; one more at the end */
    const mp_sign **by_place;      /* the same, by block and start */
    uint32_t *stretch_attribution; /* by stretch: its attribution */
    const mp_voice *voices;        /* by sentence */
    const mp_sign **prompts;       /* the page’s first prompts that are no model’s words */
    size_t prompt_count;           /* at most MP_MOST_PROMPTS */
} mp_signs;

/* Tries every pattern where its words stand. The number of attempts is bounded by the tokens. */
mp_status mp_signs_find(const mp_attributions *attributions, mp_arena *arena, mp_signs *signs, mp_error *error);

/* The id of the pattern that found a sign; empty where none did (a question, a call to a model). */
mp_text mp_sign_pattern_id(const mp_rules *rules, const mp_sign *sign);

/* The first of by_place at or after a byte of a block. */
size_t mp_signs_at(const mp_signs *signs, uint32_t block, uint32_t byte);

/* Whether one of a sentence's first signs has that meaning. */
bool mp_signs_sentence_says(const mp_signs *signs, uint32_t sentence, mp_meaning meaning);

#endif
