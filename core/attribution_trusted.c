/* attribution_trusted.c: the last word on quotes that the rules give to a model: what is told of each is weighed, and where
 * it speaks against them, nobody has said it. A rule that is right on most pages is wrong where a page is about other
 * things, and a false mark costs a reader’s trust. Knows attributions and weights; nothing of what the words mean. */
#include "attribution_trusted.h"

bool mp_can_be_doubted(const mp_attribution *attribution) {
    if (attribution->rule == MP_RULE_NONE || attribution->reference.kind != MP_SPEAKER_MODEL) return false;
    return !attribution->reference.plural || attribution->form != MP_FORM_INDIRECT;
}

static bool speaks_against(const mp_page_quotes *page, const mp_attribution *it) {
    const mp_sentences *sentences = page->quotes->attributions->references->mentions->sentences;
    const int16_t *weights = sentences->tokens->rules->weights->trust;
    uint8_t features[MP_TRUST_FEATURE_COUNT];
    int32_t sum = 0;
    if (!mp_can_be_doubted(it)) return false;

    mp_trust_features_read(page, it, features);
    for (int f = 0; f < MP_TRUST_FEATURE_COUNT; f++) sum += features[f] * weights[f];
    return sum < 0;
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
