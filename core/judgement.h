/* judgement.h: what the page uses a model’s words for, and how serious that is: role, act, signals, level. Knows
 * attributions and signs; nothing of how they are written out. */
#ifndef MOUTHPIECE_JUDGEMENT_H
#define MOUTHPIECE_JUDGEMENT_H

#include "signal.h"

/* How the rules know what was asked that led to the words. */
typedef enum mp_telling {
    MP_TELLING_NONE,
    MP_TELLING_BEFORE,      /* it stands before them … */
    MP_TELLING_IN_SENTENCE, /* … or in their sentence */
    MP_TELLING_OF_SEVERAL,  /* one question to several models, or the writer’s */
    MP_TELLING_VOICE,       /* another voice begins the transcript */
    MP_TELLING_FOR_ACT,     /* a plea for what the words do */
    MP_TELLING_RUN,         /* what the words run on from has it … */
    MP_TELLING_EXCHANGE,    /* … what they go on with … */
    MP_TELLING_SAME_WORDS,  /* … what says the same … */
    MP_TELLING_HEADLINE     /* … or what they head */
} mp_telling;

typedef struct mp_judgement {
    const mp_attribution *attribution;
    mp_role role;
    mp_act act;
    mp_level level;
    uint8_t confidence;                            /* in per cent: of speaker and role together */
    bool doubtful;                                 /* a notice for want of confidence: an alert otherwise */
    uint8_t certainty;                             /* of the role, in per cent */
    int32_t leaning[MP_ROLE_COUNT];                /* of the finding by itself, in thousandths */
    const mp_sign *evidence[MP_SIGNAL_KIND_COUNT]; /* the sign behind each signal */
    bool has_signal[MP_SIGNAL_KIND_COUNT];
    const mp_sign *prompt; /* its own, found by rules before its role was judged; NULL where it has none */
    mp_telling telling;
    const mp_sign *told_by; /* the prompt that the rules find, its own or another’s; may be NULL for a voice */
    uint32_t other;         /* the finding that says the opposite, MP_NONE */
} mp_judgement;

/* Whether the rules know what was asked. */
static inline bool mp_is_told(const mp_judgement *judgement) { return judgement->telling != MP_TELLING_NONE; }

typedef struct mp_judgements {
    const mp_signs *signs;
    mp_judgement *items; /* one for each finding, in page order */
    size_t count;
} mp_judgements;

mp_status mp_judgements_make(const mp_signs *signs, mp_arena *arena, mp_judgements *judgements, mp_error *error);

#endif
