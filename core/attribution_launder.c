/* attribution_launder.c: a bot’s post that a page presents as the company’s statement: the link under it leads to the bot’s
 * account. And a company’s statement that was given to its bot: “we” tell of “the bot” in it. Knows links, accounts, who
 * was credited and whom the words name; nothing of what they mean. */
#include "attribution_internal.h"

enum { most_links = 8 };

bool mp_at_answers_for(const mp_attributor *a, const mp_attribution *attribution, uint16_t model) {
    if (attribution->reference.kind != MP_SPEAKER_ORGANISATION || model == 0 || model == MP_MODEL_GENERIC) return false;
    if (attribution->reference.maker != 0)
        return attribution->reference.maker == a->rules->models.items[model - 1].maker;
    if (attribution->speaker == MP_NONE || attribution->reference.text) return false;
    const mp_mention *speaker = &a->mentions->items[attribution->speaker];
    return speaker->kind == MP_MENTION_IT || (speaker->definite && (speaker->classes & MP_BIT(MAKER_NOUN)) != 0);
}

static void make_models(mp_attribution *attribution, uint16_t model) {
    attribution->reference = (mp_reference){.kind = MP_SPEAKER_MODEL, .model = model, .certainty = 80};
}

void mp_at_see_through_laundering(const mp_attributor *a, mp_attribution *attribution) {
    const mp_block *block = &a->tokens->article->blocks[attribution->block];

    for (size_t i = 0; i < block->link_count && i < most_links; i++) {
        uint16_t model = mp_at_model_of_link(a->rules, block->links[i].href);
        if (!mp_at_answers_for(a, attribution, model)) continue;
        make_models(attribution, model);
        return;
    }
}

/* Credited to an organisation by its words, to a model by its link. */
static bool is_laundered(const mp_attributor *a, const mp_attribution *attribution) {
    bool models = attribution->reference.kind == MP_SPEAKER_MODEL && attribution->speaker != MP_NONE;
    return models && mp_at_reference(a, attribution->speaker)->kind == MP_SPEAKER_ORGANISATION;
}

/* “We trust a chatbot too much,” Grok wrote: a verb credits the words to a model by its name. */
static bool is_named_with_verb(const mp_attributor *a, const mp_attribution *attribution) {
    if (attribution->verb == MP_NONE || attribution->speaker == MP_NONE) return false;
    const mp_mention *speaker = &a->mentions->items[attribution->speaker];
    return speaker->model != 0 || speaker->alias;
}

/* “We have taken the chatbot down.” – whoever is “we” beside a bot is those who run it; not: I am a bot, and our lines are open. */
static bool tells_of_own_bot(const mp_attributor *a, uint32_t stretch) {
    enum { most_tokens = 120 };
    const mp_stretch *own = &a->stretches->items[stretch];
    bool we = false, bot = false;

    for (uint32_t i = own->first_token; i < own->end_token && i < own->first_token + most_tokens; i++) {
        bool several = mp_token_is(a->tokens, i, MP_BIT(WE));
        if (!several && mp_token_is(a->tokens, i, MP_BIT(PRONOUN_FIRST))) return false;
        we |= several;
        bot |= mp_token_is(a->tokens, i, MP_BIT(MODEL_NOUN) | MP_BIT(BOT));
    }
    return we && bot;
}

void mp_at_leave_to_firm(const mp_attributor *a, mp_attribution *attribution) {
    bool own_voice = attribution->rule == MP_RULE_ACCOUNT || attribution->rule == MP_RULE_LABEL;
    if (attribution->reference.kind != MP_SPEAKER_MODEL || attribution->stretch == MP_NONE || own_voice) return;
    if (is_laundered(a, attribution) || is_named_with_verb(a, attribution)) return;
    if (!tells_of_own_bot(a, attribution->stretch)) return;
    attribution->reference = (mp_reference){.kind = MP_SPEAKER_ORGANISATION, .certainty = 60};
}

/* In another paragraph “an automated message: ‘…’” is an answer of its own, no part of the statement. */
static bool goes_on(const mp_attributor *a, uint32_t stretch, uint32_t block) {
    const mp_stretch *own = &a->stretches->items[stretch];
    if (own->block == block || own->is_block) return true;
    uint32_t item = a->sentences->stretch_item[stretch];
    uint32_t first = a->sentences->list[a->sentences->stretch_sentence[stretch]].first;
    if (item < first + 2 || mp_at_tag(a, item - 1) != MP_TAG_COLON) return true;
    return !mp_at_is(a, item - 2, MP_BIT(DOCUMENT_NOUN) | MP_BIT(TEXT_NOUN));
}

/* The last and the next attributed stretch are looked at, in the blocks before and behind. */
void mp_at_spread_laundering(mp_attributor *a) {
    enum { reach = 4 };

    for (uint32_t i = 0; i < a->stretches->count; i++) {
        if (!is_laundered(a, &a->by_stretch[i])) continue;
        uint16_t model = a->by_stretch[i].reference.model;
        uint32_t block = a->stretches->items[i].block, from = i > reach ? i - reach : 0;
        for (uint32_t k = from; k < a->stretches->count && k <= i + reach; k++) {
            uint32_t other = a->stretches->items[k].block;
            bool beside = other + 1 == block || other == block || other == block + 1;
            if (beside && goes_on(a, k, block) && a->by_stretch[k].rule != MP_RULE_NONE &&
                mp_at_answers_for(a, &a->by_stretch[k], model))
                make_models(&a->by_stretch[k], model);
        }
    }
}
