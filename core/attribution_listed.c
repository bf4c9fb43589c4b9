/* attribution_listed.c: which attributions belong in a list of all quotes of a page. Marks quote nobody where they set a
 * title, a nickname or a word off; and what a quoted speaker says that others said is part of the speaker’s own words,
 * unless it is a model’s. Knows stretches, tokens and who was credited; nothing of what the words mean. */
#include "attribution_internal.h"

/* A title is short; longer stretches are not looked at. */
enum {
    most_title_tokens = 16,
    most_clause_tokens = 100,
    least_clause_tokens = 3,
    least_spoken_tokens = 4,
    weighty_bytes = 4
};

/* “The Morning Hour”: every word of weight has a capital, and nothing but its end ends a sentence. */
bool mp_at_is_title_like(const mp_attributor *a, uint32_t stretch) {
    const mp_stretch *own = &a->stretches->items[stretch];
    if (own->end_token - own->first_token > most_title_tokens) return false;
    bool weighty = false;

    for (uint32_t i = own->first_token; i < own->end_token; i++) {
        const mp_token *token = &a->tokens->items[i];
        bool last = i + 1 == own->end_token;
        if (token->kind == MP_TOKEN_STOP && !last) return false;
        if (token->kind == MP_TOKEN_HANDLE) return false;
        if (token->kind != MP_TOKEN_WORD) continue;
        bool capital = (token->flags & MP_TOKEN_CAPITAL) != 0;
        bool weighs = token->end - token->start >= weighty_bytes || i == own->first_token;
        if (weighs && !capital) return false;
        weighty |= capital;
    }
    return weighty;
}

bool mp_at_reads_like_clause(const mp_attributor *a, uint32_t stretch) {
    static const mp_word_classes verbal = MP_BIT(VERB) | MP_BIT(AUXILIARY) | MP_BIT(MODAL) | MP_BIT(BE);
    const mp_stretch *own = &a->stretches->items[stretch];
    if (own->end_token - own->first_token < least_clause_tokens || mp_at_is_title_like(a, stretch)) return false;

    for (uint32_t i = own->first_token; i < own->end_token && i < own->first_token + most_clause_tokens; i++)
        if (mp_token_is(a->tokens, i, verbal) || mp_token_entry(a->tokens, i)->cue != 0) return true;
    return false;
}

/* Whether words that nobody is credited with read like somebody’s. */
static bool reads_like_speech(const mp_attributor *a, uint32_t stretch) {
    const mp_stretch *own = &a->stretches->items[stretch];
    bool ends = mp_at_ends_like_quote(a, stretch) || own->unclosed;
    return ends && own->end_token - own->first_token >= least_spoken_tokens && mp_at_reads_like_clause(a, stretch);
}

static bool is_quote(const mp_attributor *a, uint32_t stretch) {
    const mp_stretch *own = &a->stretches->items[stretch];
    return a->by_stretch[stretch].rule != MP_RULE_NONE || (!own->is_block && reads_like_speech(a, stretch));
}

/* Whether it stands in words that are a quote themselves. Marks nest a few levels deep at most. */
static bool stands_in_quote(const mp_attributor *a, const mp_attribution *attribution) {
    uint32_t outer = attribution->stretch != MP_NONE ? a->stretches->items[attribution->stretch].parent
                                                     : a->sentences->list[attribution->sentence].scope;
    for (; outer != MP_NONE; outer = a->stretches->items[outer].parent)
        if (is_quote(a, outer)) return true;
    return false;
}

bool mp_at_is_listed(const mp_attributor *a, const mp_attribution *attribution) {
    if (attribution->rule != MP_RULE_NONE && attribution->reference.kind == MP_SPEAKER_MODEL) return true;
    if (stands_in_quote(a, attribution)) return false;
    bool quoted = attribution->stretch != MP_NONE;
    return !quoted || a->stretches->items[attribution->stretch].is_block || is_quote(a, attribution->stretch);
}
