/* judgement_role.h: the role and act of a finding. Knows attributions and signs; nothing of signals or levels. */
#ifndef MOUTHPIECE_JUDGEMENT_ROLE_H
#define MOUTHPIECE_JUDGEMENT_ROLE_H

#include "judgement.h"

/* What the whole page says, gathered once. */
typedef struct mp_page_facts {
    uint32_t signs[MP_MEANING_COUNT]; /* how many of each meaning */
    bool several_models;
    bool hears_maker;
    int32_t words[MP_ROLE_COUNT]; /* what the page's words say of the role */
} mp_page_facts;

/* False where memory ends. */
bool mp_page_facts_gather(const mp_signs *signs, mp_arena *arena, mp_page_facts *facts);

/* Sets role, act and certainty. `prompted`: the page tells the prompt for these words. */
void mp_role_judge(const mp_signs *signs, const mp_page_facts *facts, bool prompted, mp_judgement *judgement);

/* The features as 1 and 0, for those who learn the weights. */
void mp_role_features(const mp_signs *signs, const mp_page_facts *facts, bool prompted,
                      const mp_attribution *attribution, uint8_t features[MP_FEATURE_COUNT]);

#endif
