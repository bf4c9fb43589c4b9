/* tag_verb.c: words that may be verbs: a word that can be verb and noun (posts, claims, answers) is settled by what stands
 * before it, then by what follows. Knows the lexicon's classes and the tags before; nothing of speakers. */
#include "tag_internal.h"

/* “…,” Perplexity notes. “…,” the letter reads. Only the words of one noun phrase stand between quote and word. */
static bool subject_follows_quote(const tagger *t, uint32_t item) {
    enum { most_words = 8 };
    uint32_t at = item;

    for (uint32_t steps = 0; at > t->sentence->first && steps < most_words; at--, steps++) {
        mp_tag tag = (mp_tag)t->tags[at - 1];
        bool inside =
            tag == MP_TAG_PREPOSITION && at < item && t->tags[at] == MP_TAG_NAME; /* a message from Grok reads */
        if (!ends_noun_phrase(tag) && !begins_noun_phrase(tag) && !inside) break;
    }
    return at < item && at > t->sentence->first && t->tags[at - 1] == MP_TAG_STRETCH;
}

/* Whether a word that could be verb or noun stands where a verb's complement would follow it. */
static bool complement_follows(const tagger *t, uint32_t item) {
    uint32_t next = item + 1;
    if (subject_follows_quote(t, item)) return true;
    if (next >= t->sentence->end) return true;
    if (t->sentences->items[next].stretch != MP_NONE) return true;
    if (is(t, next, MP_BIT(AUXILIARY) | MP_BIT(MODAL))) return false;
    if (is(t, next, MP_BIT(VERB)) && !is(t, next, MP_BIT(VERB_GERUND) | noun_classes)) return false;
    bool people = item > t->sentence->first && is(t, item - 1, MP_BIT(PERSON_NOUN)) && is_plural_before(t, item);
    return people || !mp_item_has_kind(t->sentences, next, MP_TOKEN_STOP) || t->sentence->title_case;
}

/* A base form wants a subject of several, a third person’s form one of one: “software update”, “users claim”. */
static bool agrees(const tagger *t, uint32_t item) {
    bool third = entry_at(t, item)->verb_form == MP_VERB_THIRD;
    if (entry_at(t, item)->base_is_past) return true; /* the response read */
    return t->tags[item - 1] == MP_TAG_NAME ? third || t->sentence->title_case : third != is_plural_before(t, item);
}

/* A noun is hardly ever followed by an article, a verb often. */
static bool object_follows(const tagger *t, uint32_t item) {
    uint32_t next = item + 1;
    if (next >= t->sentence->end || t->sentences->items[next].stretch != MP_NONE) return false;
    bool name = !t->sentence->title_case && token_at(t, next)->kind == MP_TOKEN_WORD &&
                (token_at(t, next)->flags & MP_TOKEN_CAPITAL) != 0;
    return name || is(t, next, MP_BIT(DETERMINER) | MP_BIT(THAT) | MP_BIT(PRONOUN_THING));
}

/* Whether a headline has its verb already, in the clause that reaches up to `item`, with a colon behind. */
static bool has_verb_before(const tagger *t, uint32_t item) {
    enum { most_items = 12 };
    if (item + 1 >= t->sentence->end || !mp_item_has_kind(t->sentences, item + 1, MP_TOKEN_COLON)) return false;
    for (uint32_t i = item - 1; i > t->sentence->first && i + most_items > item; i--) {
        mp_tag tag = (mp_tag)t->tags[i];
        if (tag == MP_TAG_COMMA || tag == MP_TAG_COORDINATOR || tag == MP_TAG_SUBORDINATOR) return false;
        if (tag == MP_TAG_VERB) return true;
    }
    return false;
}

static bool noun_is_verb_here(const tagger *t, uint32_t item) {
    mp_tag before = tag_before(t, item);
    bool third = entry_at(t, item)->verb_form == MP_VERB_THIRD;
    if (before == MP_TAG_AUXILIARY && third) return false; /* where it’s not a threat, it’s claims that all is well */
    if (before == MP_TAG_TO || before == MP_TAG_AUXILIARY || before == MP_TAG_RELATIVE || before == MP_TAG_NEGATION)
        return true;
    if (begins_noun_phrase(before) || before == MP_TAG_PREPOSITION || before == MP_TAG_NUMBER) return false;
    if (before == MP_TAG_STRETCH && has_verb_before(t, item)) return false; /* breaks silence on ‘white’ rants: */
    if (before == MP_TAG_STRETCH || before == MP_TAG_COMMA)                 /* the message, shown to us, reads */
        return third || complement_follows(t, item);
    if (before == MP_TAG_PRONOUN) return true;
    if (before == MP_TAG_NAME && entry_at(t, item)->verb_form == MP_VERB_PAST) return true; /* Grok accused nobody */
    bool needs = before == MP_TAG_OTHER && third && entry_at(t, item)->cue == 0;
    if (needs && object_follows(t, item)) return true; /* a neck with fever needs a doctor */
    if (before != MP_TAG_NAME && before != MP_TAG_NOUN)
        return before == MP_TAG_COORDINATOR && complement_follows(t, item) && !in_open_phrase(t, item);
    bool name_follows = item + 1 < t->sentence->end && !is(t, item + 1, MP_BIT(DETERMINER) | MP_BIT(THAT));
    bool base_in_phrase = !third && name_follows && in_open_phrase(t, item); /* in a Herald interview Wren said */
    return ((object_follows(t, item) && !base_in_phrase) || agrees(t, item)) && complement_follows(t, item);
}

static bool is_noun_ahead(const tagger *t, uint32_t item) {
    uint32_t next = item + 1;
    if (next >= t->sentence->end || t->sentences->items[next].stretch != MP_NONE) return false;
    return is(t, next, noun_classes) || (token_at(t, next)->kind == MP_TOKEN_WORD && token_at(t, next)->entry == 0);
}

/* A past form between a determiner and its noun is an adjective: “the suspended account”. */
static bool past_is_adjective(const tagger *t, uint32_t item) {
    mp_tag before = item > t->sentence->first ? (mp_tag)t->tags[item - 1] : MP_TAG_STOP;
    if (before == MP_TAG_ADVERB && tag_before(t, item) == MP_TAG_DETERMINER && is_noun_ahead(t, item))
        return true; /* one newly promoted coach */
    return begins_noun_phrase(before) && entry_at(t, item)->verb_form != MP_VERB_GERUND;
}

static bool follows_cue(const tagger *t, uint32_t item) {
    if (item == t->sentence->first || t->tags[item - 1] != MP_TAG_VERB) return false;
    return entry_at(t, item - 1)->cue != 0 && entry_at(t, item - 1)->verb_form != MP_VERB_BASE;
}

/* tells depositors transfer levy is scrapped: behind whoever is told, a noun phrase whose verb is still to come. */
static bool is_told_of(const tagger *t, uint32_t item) {
    enum { most_items = 4 };
    uint32_t last = item - 1;
    if (t->tags[last] != MP_TAG_NOUN || !is(t, last, MP_BIT(PERSON_NOUN)) || last == t->sentence->first) return false;
    if (t->tags[last - 1] != MP_TAG_VERB || entry_at(t, last - 1)->cue == 0) return false;
    for (uint32_t i = item + 1; i < t->sentence->end && i <= item + most_items; i++) {
        if (t->sentences->items[i].stretch != MP_NONE || mp_item_has_kind(t->sentences, i, MP_TOKEN_COMMA))
            return false;
        if (is(t, i, MP_BIT(THAT) | MP_BIT(TO) | MP_BIT(DETERMINER))) return false;
        if (is(t, i, MP_BIT(AUXILIARY) | MP_BIT(MODAL) | MP_BIT(BE))) return true;
    }
    return false;
}

/* Whether what looks like a verb's base form is a noun or an adjective after all: confirms ban; assured him fake cases
 * were real; told tenants rent was free. */
static bool base_is_no_verb(const tagger *t, uint32_t item, mp_tag before) {
    if (item == t->sentence->first) return false;
    uint32_t last = item - 1;
    if (follows_cue(t, item)) return true;
    bool to_him = t->tags[last] == MP_TAG_PRONOUN && is(t, last, MP_BIT(PRONOUN_OBJECT)) && last > t->sentence->first &&
                  t->tags[last - 1] == MP_TAG_VERB && entry_at(t, last - 1)->cue != 0;
    if (to_him || is_told_of(t, item)) return true;
    bool ends_phrase = before == MP_TAG_NOUN || before == MP_TAG_NAME || before == MP_TAG_OTHER;
    return ends_phrase && item + 1 < t->sentence->end &&
           is(t, item + 1, MP_BIT(AUXILIARY) | MP_BIT(MODAL) | MP_BIT(BE)) && !is(t, item + 1, MP_BIT(NEGATION));
}

/* Only then did the chatbot own it: a noun phrase between an auxiliary and its verb. */
static bool is_behind_inverted_subject(const tagger *t, uint32_t item) {
    enum { most_items = 8 };
    for (uint32_t i = item, steps = 0; i > t->sentence->first && steps < most_items; i--, steps++) {
        mp_tag tag = (mp_tag)t->tags[i - 1];
        if (ends_noun_phrase(tag) || begins_noun_phrase(tag)) continue;
        bool inverts = tag == MP_TAG_AUXILIARY && !is(t, i - 1, MP_BIT(BE)) && i < item;
        return inverts && i >= t->sentence->first + 2 && t->tags[i - 2] != MP_TAG_PRONOUN;
    }
    return false;
}

/* … claimed, wrongly, that shops could close; told us estimates ran to thousands: what opens a clause, or stands behind
 * whoever is told, is no third person's verb where another follows. */
static bool is_plural_subject(const tagger *t, uint32_t item) {
    if (entry_at(t, item)->verb_form != MP_VERB_THIRD || item == t->sentence->first || item + 1 >= t->sentence->end)
        return false;
    if (t->sentences->items[item + 1].stretch != MP_NONE) return false;
    mp_tag before = (mp_tag)t->tags[item - 1];
    bool told = before == MP_TAG_PRONOUN && is(t, item - 1, MP_BIT(PRONOUN_OBJECT)) && item > t->sentence->first + 1 &&
                t->tags[item - 2] == MP_TAG_VERB && entry_at(t, item - 2)->cue != 0;
    bool opens = before == MP_TAG_THAT || before == MP_TAG_SUBORDINATOR;
    const mp_entry *next = entry_at(t, item + 1);
    bool verb = (next->classes & MP_BIT(VERB)) != 0 && next->verb_form == MP_VERB_PAST;
    bool helps = is(t, item + 1, MP_BIT(AUXILIARY) | MP_BIT(MODAL) | MP_BIT(BE)) && !is(t, item + 1, MP_BIT(NEGATION));
    return (told && (verb || helps)) || (opens && helps);
}

mp_tag mp_tag_verb(const tagger *t, uint32_t item) {
    const mp_entry *entry = entry_at(t, item);
    mp_tag before = tag_before(t, item);

    if (is_plural_subject(t, item)) return (entry->classes & noun_classes) != 0 ? MP_TAG_NOUN : MP_TAG_OTHER;
    if (entry->verb_form == MP_VERB_GERUND) {
        bool noun_place = begins_noun_phrase(before) || before == MP_TAG_OTHER;
        bool compound = before == MP_TAG_NOUN && item + 1 < t->sentence->end && is(t, item + 1, noun_classes) &&
                        is_plural_before(t, item);
        if (compound) return MP_TAG_OTHER; /* told voters polling stations */
        if (!noun_place) return MP_TAG_GERUND;
        return (entry->classes & noun_classes) != 0 ? MP_TAG_NOUN : MP_TAG_OTHER;
    }
    if ((entry->classes & noun_classes) != 0 && !noun_is_verb_here(t, item)) return MP_TAG_NOUN;
    if (entry->verb_form == MP_VERB_PAST) return past_is_adjective(t, item) ? MP_TAG_OTHER : MP_TAG_VERB;
    if (begins_noun_phrase(before)) return MP_TAG_OTHER;
    if (before == MP_TAG_NUMBER && in_open_phrase(t, item)) return MP_TAG_OTHER;        /* a 2-1 win */
    if (entry->verb_form == MP_VERB_THIRD && follows_cue(t, item)) return MP_TAG_OTHER; /* said fixes are */
    bool base = entry->verb_form == MP_VERB_BASE;
    if (before == MP_TAG_PREPOSITION && (base || (entry->verb_form == MP_VERB_THIRD && entry->cue == 0)))
        return MP_TAG_OTHER; /* the history of bears */
    bool in_phrase = before == MP_TAG_OTHER && item >= t->sentence->first + 2 && t->tags[item - 1] == MP_TAG_OTHER &&
                     t->tags[item - 2] == MP_TAG_PREPOSITION; /* to public feed */
    if (base && (in_phrase || base_is_no_verb(t, item, before))) return MP_TAG_OTHER;
    if (base && object_follows(t, item)) return MP_TAG_VERB;
    if (base && (before == MP_TAG_OTHER || before == MP_TAG_NOUN || before == MP_TAG_NAME) && in_open_phrase(t, item) &&
        !agrees(t, item) && !is_behind_inverted_subject(t, item))
        return MP_TAG_OTHER;
    return MP_TAG_VERB;
}
