/* judgement_feature.h: what a finding’s role and act are judged from: its form, cue, subject and signs, and the topics
 * of the words in it, around it and on its page. Knows attributions and signs; nothing of weights. */
#ifndef MOUTHPIECE_JUDGEMENT_FEATURE_H
#define MOUTHPIECE_JUDGEMENT_FEATURE_H

#include "signal.h"

/* What the page says, but for its models’ words; and the topics of its heading and of those. Gathered once. */
typedef struct mp_page_facts {
    uint32_t signs[MP_MEANING_COUNT]; /* how many of each meaning */
    const mp_attribution *first;      /* of a model’s words; NULL where there are none */
    bool several_models;
    bool hears_maker;
    uint8_t heading[MP_MOST_TOPICS], answers[MP_MOST_TOPICS];
    int32_t page_leaning[MP_ROLE_COUNT]; /* of the stems anywhere on the page, in thousandths */
    int32_t zone_leaning[MP_ROLE_COUNT]; /* of the features from MP_PAGE_FEATURES on, by mp_zones_weigh() … */
    int32_t zone_acts[MP_ACT_COUNT];     /* … and what they say of acts */
} mp_page_facts;

/* False where memory ends. */
bool mp_page_facts_gather(const mp_signs *signs, mp_arena *arena, mp_page_facts *facts);

/* Small numbers, most of them 1 and 0. `prompt`: the prompt that the page tells for these words, or NULL. */
void mp_features_read(const mp_signs *signs, const mp_page_facts *facts, const mp_sign *prompt,
                      const mp_attribution *attribution, uint8_t features[MP_MOST_FEATURES]);

/* Those from MP_PAGE_FEATURES on, and no others. */
void mp_features_of_page(const mp_page_facts *facts, uint8_t features[MP_MOST_FEATURES]);

/* Adds to `leaning` what the words’ beginnings speak for, in thousandths. */
void mp_stems_weigh(const mp_signs *signs, const mp_page_facts *facts, const mp_sign *prompt,
                    const mp_attribution *attribution, int32_t leaning[MP_ROLE_COUNT]);

#endif
