/* attribution_trusted.h: which quotes that the rules give to a model are likelier none of its. Knows what
 * attribution_weighed.h knows, and the references; nothing of how weights are learnt. */
#ifndef MOUTHPIECE_ATTRIBUTION_TRUSTED_H
#define MOUTHPIECE_ATTRIBUTION_TRUSTED_H

#include "attribution_weighed.h"

/* The quotes of a page, and how many are whose. */
typedef struct mp_page_quotes {
    const mp_judged_quotes *quotes;
    uint32_t by_name;  /* given to a model by its name */
    uint32_t for_sure; /* … in quotation marks, surely */
} mp_page_quotes;

mp_page_quotes mp_page_quotes_count(const mp_judged_quotes *quotes);

/* What is told of an attribution that makes a finding, or can be weighed: one byte for each of MP_SPEAKER_FEATURES and MP_DOUBT_FEATURES, 1 or 0. */
void mp_trust_features_read(const mp_page_quotes *page, const mp_attribution *attribution, uint8_t *features);

/* Gives to nobody each quote whose weights speak against the model. `items` are those of quotes->attributions. */
void mp_attributions_doubt(const mp_judged_quotes *quotes, mp_attribution *items);

#endif
