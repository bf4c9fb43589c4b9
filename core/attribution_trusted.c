/* attribution_trusted.c: the last word on quotes that the rules give to a model: what is told of each is weighed, and where
 * it speaks against them, nobody has said it. A rule that is right on most pages is wrong where a page is about other
 * things, and a false mark costs a reader’s trust. Knows attributions and weights; nothing of what the words mean. */
#include "attribution_trusted.h"

static bool speaks_against(const mp_page_quotes *page, const mp_attribution *it) {
    const mp_sentences *sentences = page->quotes->attributions->references->mentions->sentences;
    const int16_t *weights = sentences->tokens->rules->weights->trust;
    uint8_t features[MP_TRUST_FEATURE_COUNT];
    if (!mp_makes_finding(it)) return false;

    mp_trust_features_read(page, it, features);
    return mp_features_weigh(features, MP_TRUST_FEATURE_COUNT, weights, 1, 0) < 0;
}

/* In two rounds: a quote is weighed by those beside it as the rules have left them. */
void mp_attributions_doubt(const mp_judged_quotes *quotes, mp_attribution *items) {
    const mp_page_quotes page = mp_page_quotes_count(quotes);
    for (uint32_t i = 0; i < quotes->attributions->count; i++) quotes->given[i] = speaks_against(&page, &items[i]);
    for (uint32_t i = 0; i < quotes->attributions->count; i++) {
        if (quotes->given[i] == 0) continue;
        items[i].reference = (mp_reference){.kind = MP_SPEAKER_UNKNOWN};
        items[i].doubted = true;
    }
}
