/* attribution_weighed.h: which quotes that the rules give to nobody, or to somebody else, are likelier a model’s. Knows
 * attributions, what mentions stand for and the weights; nothing of how weights are learnt. */
#ifndef MOUTHPIECE_ATTRIBUTION_WEIGHED_H
#define MOUTHPIECE_ATTRIBUTION_WEIGHED_H

#include "attribution.h"

/* The quotes of a page that the rules have judged, and the nearest of each. */
typedef struct mp_judged_quotes {
    const mp_attributions *attributions;
    uint32_t *before, *after; /* by attribution: the nearest that a list of quotes has; MP_NONE for none */
    uint16_t *given;          /* by attribution: the model that the weights give it to; 0 for none */
    uint32_t listed, models;  /* how many those are, and how many of them are models’ */
} mp_judged_quotes;

/* False where memory ends. The arrays live as long as the arena. */
bool mp_judged_quotes_read(const mp_attributions *attributions, mp_arena *arena, mp_judged_quotes *quotes);

/* Whether it can be weighed at all: on a page that quotes a model, a quote that is listed and no model’s. */
bool mp_can_be_weighed(const mp_judged_quotes *quotes, const mp_attribution *attribution);

/* What is told of an attribution that can be weighed: one byte for each of MP_SPEAKER_FEATURES, 1 or 0. */
void mp_speaker_features_read(const mp_judged_quotes *quotes, const mp_attribution *attribution, uint8_t *features);

/* Gives the model nearest to it each quote whose weights speak for one, and counts it among the models’. `items` are those
 * of quotes->attributions. */
void mp_attributions_weigh(mp_judged_quotes *quotes, mp_attribution *items);

#endif
