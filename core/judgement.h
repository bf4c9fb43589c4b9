/* judgement.h: what the page uses a model’s words for, and how serious that is: role, act, signals, level. Knows
 * attributions and signs; nothing of how they are written out. */
#ifndef MOUTHPIECE_JUDGEMENT_H
#define MOUTHPIECE_JUDGEMENT_H

#include "signal.h"

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
    const mp_sign *prompt; /* its own, found before its role was judged; NULL where it has none */
    uint32_t other;        /* the finding that says the opposite, MP_NONE */
} mp_judgement;

typedef struct mp_judgements {
    const mp_signs *signs;
    mp_judgement *items; /* one for each finding, in page order */
    size_t count;
} mp_judgements;

mp_status mp_judgements_make(const mp_signs *signs, mp_arena *arena, mp_judgements *judgements, mp_error *error);

#endif
