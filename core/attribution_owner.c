/* attribution_owner.c: quoted words credited to the model that a noun beside them belongs to: Grok’s “…”; the apology of
 * Grok (“…”); in Grok’s words; the line “…” was written by Grok. Knows owners and nouns of text; nothing of what the
 * words mean. */
#include "attribution_quote.h"

enum { least_certainty = 60, near_items = 6 };

static bool is_models_text(const mp_attributor *a, uint32_t mention) {
    if (mention == MP_NONE) return false;
    const mp_reference *reference = mp_at_reference(a, mention);
    return reference->text && reference->kind == MP_SPEAKER_MODEL && reference->certainty >= least_certainty;
}

static bool names_text(const mp_attributor *a, uint32_t mention) {
    return (a->mentions->items[mention].classes & (MP_BIT(WORDS_NOUN) | MP_BIT(TEXT_NOUN) | MP_BIT(DOCUMENT_NOUN))) !=
           0;
}

/* The brief, drafted by Grok, says; the letter, which Grok wrote, says. */
static uint32_t writer_behind(const mp_attributor *a, uint32_t mention) {
    enum { most_items = 4 };
    const mp_mention *own = &a->mentions->items[mention];
    const mp_sentence *sentence = &a->sentences->list[own->sentence];
    uint32_t item = own->end;
    if (mp_at_tag(a, item) == MP_TAG_COMMA) item++;
    bool relative = item < sentence->end && mp_at_tag(a, item) == MP_TAG_RELATIVE;
    bool participle = item < sentence->end && (mp_at_tag(a, item) == MP_TAG_VERB || mp_at_tag(a, item) == MP_TAG_OTHER);
    if (!relative && !participle) return MP_NONE;

    for (uint32_t i = item + 1; i < sentence->end && i <= item + most_items; i++) {
        if (mp_at_tag(a, i) == MP_TAG_COMMA) return MP_NONE;
        uint32_t writer = mp_at_mention_starting(a, sentence, i);
        if (writer == MP_NONE) continue;
        bool by = relative || mp_at_is(a, i - 1, MP_BIT(BY));
        bool model = mp_at_reference(a, writer)->kind == MP_SPEAKER_MODEL && !mp_at_reference(a, writer)->text;
        return by && model ? writer : (uint32_t)MP_NONE;
    }
    return MP_NONE;
}

/* A reply from Grok, one of Grok’s replies: the model whose text a noun is by what follows it. */
uint32_t mp_at_owner_behind(const mp_attributor *a, uint32_t mention) {
    if (mention == MP_NONE) return MP_NONE;
    const mp_mention *own = &a->mentions->items[mention];
    const mp_reference *reference = mp_at_reference(a, mention);
    bool unowned =
        reference->kind == MP_SPEAKER_UNKNOWN || (reference->kind == MP_SPEAKER_ORGANISATION && reference->text);
    bool one = own->kind == MP_MENTION_OTHER_PRONOUN;
    const mp_sentence *sentence = &a->sentences->list[own->sentence];
    if (!unowned || (!names_text(a, mention) && !one) || own->end + 1 >= sentence->end) return MP_NONE;
    if (!mp_at_is(a, own->end, MP_BIT(AFFILIATION) | MP_BIT(BY)))
        return one ? (uint32_t)MP_NONE : writer_behind(a, mention);
    uint32_t owner = mp_at_mention_starting(a, sentence, own->end + 1);
    if (owner == MP_NONE || mp_at_reference(a, owner)->kind != MP_SPEAKER_MODEL) return MP_NONE;
    return one && !mp_at_reference(a, owner)->text ? (uint32_t)MP_NONE : owner; /* not: one of the agents */
}

/* One paper told its readers that Grok “deeply regrets” the harm: what is in marks is what the model says it does, whoever
 * hands it on; not: the mayor said that Grok “is broken”. */
static bool credit_what_it_does(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    if (at->item < at->sentence->first + 2) return false;
    uint32_t mention = a->mentions->item_mention[at->item - 1];
    if (mention == MP_NONE || a->mentions->items[mention].end != at->item) return false;
    const mp_mention *model = &a->mentions->items[mention];
    const mp_reference *reference = mp_at_reference(a, mention);
    if (reference->kind != MP_SPEAKER_MODEL || reference->text || reference->plural) return false;
    if (model->first == at->sentence->first || mp_at_tag(a, model->first - 1) != MP_TAG_THAT) return false;
    const mp_stretch *own = &a->stretches->items[at->stretch];
    uint32_t token = own->first_token;
    if (mp_token_is(a->tokens, token, MP_BIT(ADVERB)) || mp_token_entry(a->tokens, token)->cue == 0) token++;
    if (token >= own->end_token || own->end_token - own->first_token < 2) return false;
    uint16_t cue = mp_token_entry(a->tokens, token)->cue;
    uint16_t takes = mp_cue_takes(a->rules, cue);
    if ((takes & MP_TAKES(ABOUT)) == 0 && (takes & MP_TAKES(OBJECT)) == 0) return false;
    if ((takes & MP_TAKES(WEAK)) != 0 || mp_token_entry(a->tokens, token)->verb_form != MP_VERB_THIRD) return false;
    mp_at_credit_mention(a, attribution, mention, MP_RULE_FRAGMENT);
    return true;
}

/* Grok’s “I am sorry for it” came late: a clause that a model owns; not Grok’s “heartfelt apology”. */
bool mp_at_credit_owned(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    if (credit_what_it_does(a, at, attribution)) return true;
    if (at->item < at->sentence->first + 2 || mp_at_tag(a, at->item - 1) != MP_TAG_CLITIC) return false;
    uint32_t mention = a->mentions->item_mention[at->item - 1];
    if (mention == MP_NONE || a->mentions->items[mention].end != at->item) return false;
    if (mp_at_reference(a, mention)->kind != MP_SPEAKER_MODEL || !mp_at_reads_like_clause(a, at->stretch)) return false;
    mp_at_credit_mention(a, attribution, mention, MP_RULE_NAMED_WORDS);
    return true;
}

/* Grok’s apology – “…” – came late; its excuse (“…”); its excuse, “…”, came late. */
static bool credit_apposed(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    if (at->item < at->sentence->first + 2) return false;
    mp_tag mark = mp_at_tag(a, at->item - 1);
    if (mark != MP_TAG_DASH && mark != MP_TAG_OPEN && mark != MP_TAG_COMMA && mark != MP_TAG_COLON) return false;
    uint32_t mention = a->mentions->item_mention[at->item - 2];
    uint32_t owner = mp_at_owner_behind(a, mention);
    if (owner == MP_NONE && !is_models_text(a, mention)) return false;
    if (owner == MP_NONE && !names_text(a, mention)) return false;
    mp_at_credit_mention(a, attribution, owner != MP_NONE ? owner : mention, MP_RULE_NAMED_WORDS);
    return true;
}

/* In Grok’s words, the ferry was “late”. */
static bool credit_in_words(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    if (mp_at_tag(a, at->sentence->first) != MP_TAG_PREPOSITION) return false;
    uint32_t mention = mp_at_mention_starting(a, at->sentence, at->sentence->first + 1);
    if (mention == MP_NONE || (a->mentions->items[mention].classes & MP_BIT(WORDS_NOUN)) == 0) return false;
    if (!is_models_text(a, mention) && a->mentions->items[mention].owned_by_it) /* in its own words, Grok is “…” */
        mention = mp_at_mention_starting(a, at->sentence, a->mentions->items[mention].end + 1);
    if (mention == MP_NONE || mp_at_reference(a, mention)->kind != MP_SPEAKER_MODEL) return false;
    mp_at_credit_mention(a, attribution, mention, MP_RULE_NAMED_WORDS);
    return true;
}

/* The line “…” was written by Grok; “…” was generated by Grok. */
static bool credit_made(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    bool is_subject =
        at->item == at->sentence->first || mp_at_is(a, at->item - 1, MP_BIT(WORDS_NOUN) | MP_BIT(TEXT_NOUN));
    if (!is_subject) return false;
    uint32_t end = a->verbs->sentence_first[at->sentence_number + 1], v = a->verbs->sentence_first[at->sentence_number];
    uint32_t before = mp_at_verb_at(a, at->sentence_number, at->item, false);
    if (before != MP_NONE) v = before + 1;

    for (; v < end && a->verbs->items[v].item <= at->item + near_items; v++) {
        const mp_verb *verb = &a->verbs->items[v];
        if (!verb->passive || verb->cue == 0) continue;
        mp_attribution made = *attribution;
        mp_at_credit_verb(a, &made, v, MP_RULE_PASSIVE);
        if (made.speaker == MP_NONE || made.reference.kind != MP_SPEAKER_MODEL) return false;
        *attribution = made;
        return true;
    }
    return false;
}

/* “…,” was the answer that Grok gave; “…,” was how Grok put it; “…,” came the reply from Grok. */
static bool credit_told_of(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    if (at->item != at->sentence->first || !mp_at_ends_like_quote(a, at->stretch)) return false;
    uint32_t next = at->item + 1;
    if (next < at->sentence->end && mp_at_tag(a, next) == MP_TAG_COMMA) next++;
    if (next >= at->sentence->end || (mp_at_tag(a, next) != MP_TAG_VERB && mp_at_tag(a, next) != MP_TAG_AUXILIARY))
        return false;
    for (uint32_t i = next + 1; i < at->sentence->end && i <= next + near_items; i++) {
        uint32_t mention = mp_at_mention_starting(a, at->sentence, i);
        if (mention == MP_NONE || mp_at_reference(a, mention)->kind != MP_SPEAKER_MODEL) continue;
        mp_at_credit_mention(a, attribution, mention, MP_RULE_QUOTE_THEN_SPEAKER);
        return true;
    }
    return false;
}

bool mp_at_credit_to_owner(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    return credit_apposed(a, at, attribution) || credit_in_words(a, at, attribution) ||
           credit_made(a, at, attribution) || credit_told_of(a, at, attribution);
}
