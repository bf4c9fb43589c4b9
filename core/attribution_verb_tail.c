/* attribution_verb_tail.c: verbs that no list has, right before quoted words: with a model as subject they are better
 * evidence than a list, which has the head of the verbs, never the tail. Knows verbs and what their subjects are. */
#include "attribution_quote.h"

/* The verb of saying, nearest to the left, in whose clause the verb stands: Smith said [that] the bot had used “…”. */
static const mp_verb *reporting_verb(const mp_attributor *a, const mp_verb *verb) {
    enum { most_steps = 3 };
    const mp_verb *outer = verb;

    for (uint32_t steps = 0; outer > &a->verbs->items[a->verbs->sentence_first[verb->sentence]] && steps < most_steps;
         steps++) {
        outer--;
        bool says = (mp_at_takes(a, outer) & MP_TAKES(THAT)) != 0 && !outer->inverted;
        if (!says || verb->subject == MP_NONE) continue;
        uint32_t first = a->mentions->items[verb->subject].first;
        bool that = first > outer->item + 1 && mp_at_tag(a, first - 1) == MP_TAG_THAT;
        return that || first == outer->item + 1 ? outer : NULL;
    }
    return NULL;
}

static bool is_reported_by_model(const mp_attributor *a, const mp_verb *verb) {
    const mp_verb *outer = reporting_verb(a, verb);
    return outer != NULL && outer->subject != MP_NONE && mp_at_reference(a, outer->subject)->kind == MP_SPEAKER_MODEL;
}

static bool is_reported_by_others(const mp_attributor *a, const mp_verb *verb) {
    const mp_verb *outer = reporting_verb(a, verb);
    if (outer == NULL || outer->subject == MP_NONE) return false;
    uint8_t kind = mp_at_reference(a, outer->subject)->kind;
    return kind == MP_SPEAKER_PERSON || kind == MP_SPEAKER_ORGANISATION;
}

/* managed only a breezy “Not today.” */
static bool only_adjectives(const mp_attributor *a, uint32_t verb_item, uint32_t item) {
    enum { most_between = 3 };
    if (item - verb_item > most_between + 1) return false;

    for (uint32_t i = verb_item + 1; i < item; i++) {
        mp_tag tag = mp_at_tag(a, i);
        if (tag != MP_TAG_DETERMINER && tag != MP_TAG_ADVERB && tag != MP_TAG_OTHER) return false;
    }
    return true;
}

bool mp_at_subject_is_model(const mp_attributor *a, const mp_verb *verb) {
    return verb->subject != MP_NONE && mp_at_reference(a, verb->subject)->kind == MP_SPEAKER_MODEL;
}

/* Wren attacked “the rule of the few”, has used the slogan “…”, is rolling out a new message: “…” */
static bool is_tail_verb_of_anybody(const mp_attributor *a, const mp_quote_place *at, const mp_verb *verb) {
    enum { least_words = 3 };
    const mp_stretch *own = &a->stretches->items[at->stretch];
    if (verb->cue != 0 || verb->passive || mp_at_is_wished(verb) || verb->subject == MP_NONE || verb->relative)
        return false;
    if (verb->unreal) return false; /* The town would see “steady” growth, it said. */
    uint8_t kind = mp_at_reference(a, verb->subject)->kind;
    if (kind != MP_SPEAKER_PERSON && kind != MP_SPEAKER_ORGANISATION) return false;
    if (is_reported_by_model(a, verb)) return false;
    uint32_t before = at->item - 1;
    bool colon = mp_at_tag(a, before) == MP_TAG_COLON && before > verb->item;
    if (colon) before--;
    bool words = mp_at_is(a, before, MP_BIT(WORDS_NOUN) | (colon ? MP_BIT(TEXT_NOUN) : 0));
    uint32_t text = a->mentions->item_mention[before]; /* She received the following answer: */
    if (words && text != MP_NONE && mp_at_reference(a, text)->kind == MP_SPEAKER_MODEL) return false;
    bool adjacent = before == verb->item && mp_at_tag(a, before) == MP_TAG_VERB &&
                    own->end_token - own->first_token >= least_words && !mp_at_is_title_like(a, at->stretch);
    return (words || adjacent) && at->item - verb->item <= mp_quote_verbs;
}

/* The firm said that Grok had sold “thousands” of tickets: the words are the firm’s. */
bool mp_at_is_told_by_another(const mp_attributor *a, const mp_quote_place *at, const mp_verb *verb) {
    uint32_t first = a->verbs->sentence_first[at->sentence_number];

    for (uint32_t v = (uint32_t)(verb - a->verbs->items), steps = 0; v > first && steps < mp_quote_verbs;
         v--, steps++) {
        const mp_verb *outer = &a->verbs->items[v - 1];
        bool says = (mp_at_takes(a, outer) & MP_TAKES(THAT)) != 0 && (mp_at_takes(a, outer) & MP_TAKES(WEAK)) == 0;
        says |= outer->cue != 0 && mp_at_tag(a, outer->item + 1) == MP_TAG_QUESTION; /* describes how it had gone */
        if (!says || outer->relative || outer->passive || outer->subject == MP_NONE) continue;
        uint8_t kind = mp_at_reference(a, outer->subject)->kind;
        return kind == MP_SPEAKER_PERSON || kind == MP_SPEAKER_ORGANISATION;
    }
    return false;
}

/* Grok had an answer for that as well: “…” */
static bool has_answer(const mp_attributor *a, const mp_quote_place *at, const mp_verb *verb) {
    uint32_t object = mp_at_mention_starting(a, at->sentence, verb->item + 1);
    return mp_at_tag(a, at->item - 1) == MP_TAG_COLON && object != MP_NONE &&
           a->mentions->items[object].kind == MP_MENTION_TEXT;
}

/* A user tells how the tool dropped it, “gently”: no comma stands between who tells and the tool. */
static bool is_inside_report(const mp_attributor *a, const mp_quote_place *at, const mp_verb *verb) {
    if (!mp_at_is_told_by_another(a, at, verb)) return false;
    for (uint32_t i = a->mentions->items[verb->subject].first; i > at->sentence->first; i--) {
        if (mp_at_tag(a, i - 1) == MP_TAG_COMMA) return false;
        if (mp_at_tag(a, i - 1) == MP_TAG_VERB) return true;
    }
    return false;
}

/* … that Odo, the helper brought in last year, …: “that” stands close before its subject. */
static bool is_in_that_clause(const mp_attributor *a, const mp_quote_place *at, const mp_verb *verb) {
    enum { most_items = 6 };
    uint32_t subject = a->mentions->items[verb->subject].first;
    for (uint32_t i = subject; i > at->sentence->first && i + most_items > subject; i--)
        if (mp_at_tag(a, i - 1) == MP_TAG_THAT) return true;
    return false;
}

/* Any verb with a model as subject right before a quotation mark is better evidence than a list of verbs: the list has
 * the head of the verbs, never the tail. */
bool mp_at_is_tail_verb(const mp_attributor *a, const mp_quote_place *at, const mp_verb *verb) {
    if (is_tail_verb_of_anybody(a, at, verb)) return true;
    if (verb->cue != 0 || verb->passive || mp_at_is_wished(verb) || !mp_at_subject_is_model(a, verb)) return false;
    if (mp_at_tag(a, verb->item) == MP_TAG_AUXILIARY && !has_answer(a, at, verb))
        return false; /* One outlet says the bot has “…” */
    if (is_reported_by_others(a, verb)) return false;
    bool it_so_happens = a->mentions->items[verb->subject].kind == MP_MENTION_IT && at->item > verb->item + 1 &&
                         mp_at_is(a, verb->item, MP_BIT(RAISING) | MP_BIT(CLAUSAL));
    for (uint32_t i = verb->item + 1; it_so_happens && i < at->item; i++)
        if (mp_at_is(a, i, MP_BIT(THAT))) return false; /* And it turned out that, “No charge.” */
    mp_tag before = mp_at_tag(a, at->item - 1);
    bool last = at->item + 2 >= at->sentence->end; /* Grok picked the Rovers, “by a whisker”. */
    bool marked = before == MP_TAG_COLON || (before == MP_TAG_COMMA && (last || mp_at_ends_like_quote(a, at->stretch)));
    bool text = mp_at_reference(a, verb->subject)->text; /* Grok’s answers ranged from “…” to “…” */
    bool to_itself = verb->item + 2 == at->item && mp_at_tag(a, verb->item + 1) == MP_TAG_PRONOUN &&
                     mp_at_is(a, verb->item + 1, MP_BIT(PRONOUN_OBJECT)); /* awarded itself “seven” */
    bool adjacent =
        to_itself || verb->item + 1 == at->item || (text && before == MP_TAG_PREPOSITION && verb->item + 2 == at->item);
    if (mp_at_is(a, verb->item, MP_BIT(SHOWING))) return false; /* displayed the message “Our systems are busy” */
    bool words = mp_at_is(a, at->item - 1, MP_BIT(WORDS_NOUN) | MP_BIT(TEXT_NOUN));
    bool whole = mp_at_ends_like_quote(a, at->stretch); /* met the complaint with “Tough luck.” */
    bool terse = whole && (before == MP_TAG_PREPOSITION || only_adjectives(a, verb->item, at->item));
    if (marked && before == MP_TAG_COMMA && is_inside_report(a, at, verb)) return false;
    bool closes =
        before == MP_TAG_COMMA &&
        is_in_that_clause(a, at, verb); /* told them that Odo, the helper brought in last year, “is no clerk” */
    if ((!marked || closes) && (verb->negated || mp_at_is_told_by_another(a, at, verb))) return false;
    return (marked || words || adjacent || terse) && at->item - verb->item <= mp_quote_verbs;
}
