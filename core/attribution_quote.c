/* attribution_quote.c: the speaker of words in quotation marks. Tried in this order, the first that holds decides: a verb
 * in their sentence, other words in it, what stands around it. Knows titles and calls, which nobody says; nothing of what
 * the words mean. */
#include "attribution_quote.h"

/* On CBC’s “The Morning Hour”, in his book, “Two Ways to Win,” the song “Row the Barge”: a title stands where a noun would. */
static bool is_title(const mp_attributor *a, const mp_quote_place *at) {
    mp_block_kind kind = a->tokens->article->blocks[at->sentence->block].kind;
    const mp_stretch *own = &a->stretches->items[at->stretch];
    bool capitals_tell = kind > MP_BLOCK_SUBHEAD && !at->sentence->title_case;
    if (!capitals_tell || own->end_token - own->first_token < 2 || at->item == at->sentence->first) return false;
    if (!mp_at_is_title_like(a, at->stretch)) return false;
    uint32_t before = at->item - 1;
    if (mp_at_tag(a, before) == MP_TAG_COMMA && before > at->sentence->first) before--;
    bool names = mp_at_is(a, before, MP_BIT(DOCUMENT_NOUN)) &&
                 !mp_at_is(a, before, MP_BIT(TEXT_NOUN) | MP_BIT(WORDS_NOUN) | MP_BIT(VERB));
    names |= mp_at_is(a, before, MP_BIT(WORK)) && mp_at_tag(a, before) != MP_TAG_VERB;
    bool owns = mp_at_tag(a, before) == MP_TAG_CLITIC || mp_at_tag(a, before) == MP_TAG_POSSESSIVE;
    bool governs = mp_at_tag(a, before) == MP_TAG_PREPOSITION && !mp_at_is(a, before, MP_BIT(AS) | MP_BIT(SOURCE)) &&
                   before > at->sentence->first && mp_at_tag(a, before - 1) != MP_TAG_VERB;
    return names || ((owns || governs) && before == at->item - 1);
}

/* “Hey Grok, are you there?”: words that call a model by its name are said to it, unless a label says otherwise. */
static bool is_called(const mp_attributor *a, uint32_t stretch) {
    const mp_stretch *own = &a->stretches->items[stretch];
    const mp_attribution *found = &a->by_stretch[stretch];
    if (found->reference.kind != MP_SPEAKER_MODEL || found->rule == MP_RULE_LABEL) return false;

    for (uint32_t i = own->first_token; i + 1 < own->end_token && i < own->first_token + 2; i++)
        if (mp_model_named(a->tokens, a->mentions->settled, i) != 0)
            return a->tokens->items[i + 1].kind == MP_TOKEN_COMMA;
    return false;
}

static bool is_model_noun(const mp_attributor *a, uint32_t mention) {
    if (mention == MP_NONE || a->mentions->items[mention].model != 0) return false;
    uint8_t kind = a->mentions->items[mention].kind;
    return kind == MP_MENTION_MODEL || kind == MP_MENTION_LOOSE;
}

/* a folder called ‘Noise’ */
static bool is_called_so(const mp_attributor *a, const mp_quote_place *at) {
    if (at->item < at->sentence->first + 2 || !mp_at_is(a, at->item - 1, MP_BIT(NAMING))) return false;
    mp_tag before = mp_at_tag(a, at->item - 2);
    uint32_t mention = a->mentions->item_mention[at->item - 2];
    return (before == MP_TAG_NOUN || before == MP_TAG_OTHER) && mention != MP_NONE &&
           a->mentions->items[mention].indefinite;
}

/* Town clerk “Juno” locked the gate: a person's noun that begins its clause, the name in marks, the verb. */
static bool is_nickname(const mp_attributor *a, const mp_quote_place *at, uint32_t before) {
    if (before == MP_NONE || a->mentions->items[before].kind != MP_MENTION_PERSON) return false;
    const mp_mention *person = &a->mentions->items[before];
    if (mp_at_tag(a, person->head) != MP_TAG_NOUN || person->plural || at->item + 1 >= at->sentence->end) return false;
    mp_tag left = person->first == at->sentence->first ? MP_TAG_STOP : mp_at_tag(a, person->first - 1);
    mp_tag next = mp_at_tag(a, at->item + 1);
    bool opens = left == MP_TAG_STOP || left == MP_TAG_COMMA || left == MP_TAG_COORDINATOR || left == MP_TAG_THAT;
    return opens && (next == MP_TAG_VERB || next == MP_TAG_AUXILIARY || next == MP_TAG_CLITIC);
}

/* the virtual trainer ‘Binny’, ‘Binny’ the virtual trainer: a name in marks is said by nobody. */
static bool is_name_in_marks(const mp_attributor *a, const mp_quote_place *at) {
    const mp_stretch *own = &a->stretches->items[at->stretch];
    const mp_token *token = &a->tokens->items[own->first_token];
    bool one = own->end_token == own->first_token + 1, marked = own->end_token == own->first_token + 2;
    if ((token->flags & MP_TOKEN_CAPITAL) == 0) return false;
    if (marked && mp_at_ends_like_quote(a, at->stretch) && is_called_so(a, at)) return true; /* called ‘Noise,’ */
    if (!one) return false;
    if (mp_model_named(a->tokens, a->mentions->settled, own->first_token) != 0) return true; /* its alias “Sydney” */
    if (is_called_so(a, at)) return true;
    uint32_t before = at->item == at->sentence->first ? (uint32_t)MP_NONE : a->mentions->item_mention[at->item - 1];
    uint32_t after = mp_at_mention_starting(a, at->sentence, at->item + 1);
    if (is_nickname(a, at, before)) return true;
    return is_model_noun(a, before) || (is_model_noun(a, after) && a->mentions->items[after].definite);
}

void mp_at_attribute_stretch(mp_attributor *a, uint32_t stretch) {
    mp_attribution *attribution = &a->by_stretch[stretch];
    uint32_t number = a->sentences->stretch_sentence[stretch];
    mp_quote_place at = {&a->sentences->list[number], number, a->sentences->stretch_item[stretch], stretch};

    attribution->sentence = number;
    if (is_title(a, &at) || is_name_in_marks(a, &at)) return;
    if (mp_at_credit_owned(a, &at, attribution) || mp_at_credit_by_verb(a, &at, attribution)) return;
    const mp_attribution nobody = *attribution;
    if (!mp_at_credit_by_words(a, &at, attribution) && !mp_at_credit_to_owner(a, &at, attribution) &&
        !mp_at_credit_by_last_verb(a, &at, attribution))
        mp_at_credit_by_neighbours(a, &at, attribution);
    if (is_called(a, stretch)) *attribution = nobody;
}
