/* attribution_clause_aside.c: where whoever reports a clause puts in a word of their own: “…, which is wrong”, “…, a claim
 * that nobody shares”. Knows marks, word classes and verbs; nothing of speakers. */
#include "attribution_clause_internal.h"

enum { aside_reach = 24 };

static mp_tag tag_in(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    return item < c->end ? mp_at_tag(a, item) : MP_TAG_STOP;
}

static bool is_finite(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    return item < c->end && (mp_at_is_auxiliary(a, item) || mp_at_tag(a, item) == MP_TAG_VERB);
}

/* The next mark of that kind behind `item`; the clause's end where none is near. */
static uint32_t next_mark(const mp_attributor *a, const mp_clause *c, uint32_t item, mp_tag mark) {
    for (uint32_t i = item; i < c->end && i < item + aside_reach; i++)
        if (mp_at_tag(a, i) == mark) return i;
    return c->end;
}

/* Built in 1704, which made it the oldest, and that it had been shut: the clause goes on behind what stands in it. */
static bool clause_resumes(const mp_attributor *a, const mp_clause *c, uint32_t item, mp_tag mark) {
    uint32_t closing = next_mark(a, c, item, mark);
    if (is_finite(a, c, closing + 1)) return true;
    return tag_in(a, c, closing + 1) == MP_TAG_COORDINATOR && tag_in(a, c, closing + 2) == MP_TAG_THAT;
}

/* …, which is wrong; …, which it was not; …, about which I had told it. Not: …, which had made it the oldest. */
static bool is_relative_aside(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    uint32_t which = tag_in(a, c, item) == MP_TAG_PREPOSITION ? item + 1 : item;
    if (which + 1 >= c->end || !mp_at_is(a, which, MP_BIT(ASIDE)) || clause_resumes(a, c, which, MP_TAG_COMMA))
        return false;
    bool own_tense = c->verb->form == MP_VERB_PAST && mp_at_is(a, which + 1, MP_BIT(PRESENT_BE));
    return own_tense || tag_in(a, c, which + 1) == MP_TAG_PRONOUN;
}

static bool is_remark(const mp_attributor *a, uint32_t mention) {
    return (a->mentions->items[mention].classes & (MP_BIT(REMARK) | MP_BIT(TEXT_NOUN) | MP_BIT(REPLY))) != 0;
}

/* …, a claim that nobody shares. */
static bool names_the_clause(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item);
    if (mention == MP_NONE || !a->mentions->items[mention].indefinite) return false;
    return (a->mentions->items[mention].classes & MP_BIT(REMARK)) != 0 && a->mentions->items[mention].end < c->end;
}

/* …, in a reply that went round the world; …, in what may be the oddest of them; …, in one of the oddest. */
static bool tells_where(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    mp_tag after = tag_in(a, c, item + 1); /* “in a reply” is one item */
    if (tag_in(a, c, item) == MP_TAG_ADVERB) return after == MP_TAG_THAT || after == MP_TAG_RELATIVE;
    if (tag_in(a, c, item) != MP_TAG_PREPOSITION || mp_at_is(a, item, MP_BIT(AS) | MP_BIT(SUBORDINATOR))) return false;
    if (tag_in(a, c, item + 1) == MP_TAG_QUESTION) return true;
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item + 1);
    if (mention == MP_NONE || a->mentions->items[mention].end >= c->end) return false;
    bool one_of = a->mentions->items[mention].kind == MP_MENTION_OTHER_PRONOUN &&
                  mp_at_is(a, a->mentions->items[mention].end, MP_BIT(AFFILIATION));
    return one_of || (is_remark(a, mention) && !a->mentions->items[mention].definite);
}

/* … when a pupil asked; … after being asked. Not: … when it is asked. */
static bool tells_what_was_asked(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    if (tag_in(a, c, item) != MP_TAG_SUBORDINATOR && tag_in(a, c, item) != MP_TAG_PREPOSITION) return false;
    if (!mp_at_is(a, item, MP_BIT(SUBORDINATOR)) || mp_at_is(a, item, MP_BIT(HYPOTHETICAL))) return false;
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item + 1);
    if (mention != MP_NONE && a->mentions->items[mention].kind == MP_MENTION_IT) return false;
    uint32_t verb = mp_clause_skip_phrase(a, c, item + 1);
    while (verb < c->end && (mp_at_is_auxiliary(a, verb) || mp_at_tag(a, verb) == MP_TAG_ADVERB)) verb++;
    mp_tag tag = tag_in(a, c, verb);
    return (tag == MP_TAG_VERB || tag == MP_TAG_GERUND) && mp_at_is(a, verb, MP_BIT(ASKING));
}

/* … after an outcry; … as ministers order inquiries: what a headline adds about the day. */
static bool tells_the_news(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    bool headline = a->tokens->article->blocks[c->sentence->block].kind <= MP_BLOCK_DEK;
    if (!headline || item + 2 >= c->end || !mp_at_is(a, item, MP_BIT(SEQUEL))) return false;
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item + 1);
    if (mention == MP_NONE || a->mentions->items[mention].kind == MP_MENTION_TIME) return false;
    if (a->mentions->items[mention].kind == MP_MENTION_IT) return false; /* closed as it is Sunday */
    return !mp_at_is(a, item, MP_BIT(AS)) || mp_clause_begins(a, c, item + 1);
}

/* …, and the teacher marked it wrong; …, but the plaque says otherwise: a tense that what was said is not told in. */
static bool goes_on_in_own_tense(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    bool running = a->tokens->article->blocks[c->sentence->block].kind > MP_BLOCK_SUBHEAD;
    bool past = c->verb->form == MP_VERB_PAST || c->verb->gerund;
    if (!running || !past || tag_in(a, c, item) != MP_TAG_COORDINATOR) return false;
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item + 1);
    if (mention == MP_NONE || a->mentions->items[mention].object_form) return false;
    uint32_t verb = a->mentions->items[mention].end;
    while (verb < c->end && mp_at_tag(a, verb) == MP_TAG_ADVERB) verb++;
    if (!is_finite(a, c, verb)) return false;
    if (mp_at_is_auxiliary(a, verb)) return mp_at_is(a, verb, MP_BIT(PRESENT_BE)) || verb + 1 >= c->end;
    uint8_t form = mp_token_entry(a->tokens, mp_item_token(a->sentences, verb))->verb_form;
    return form == MP_VERB_THIRD || form == MP_VERB_PAST;
}

/* 1704 (it was 1810). Not: the bank (which is in Hull) is shut. */
static bool is_bracketed_clause(const mp_attributor *a, const mp_clause *c, uint32_t open) {
    uint32_t close = next_mark(a, c, open, MP_TAG_CLOSE);
    if (close >= c->end || (close + 1 < c->end && mp_at_tag(a, close + 1) != MP_TAG_COMMA)) return false;
    uint32_t mention = mp_at_mention_starting(a, c->sentence, open + 1);
    return mention != MP_NONE && is_finite(a, c, a->mentions->items[mention].end);
}

/* – it was not – and …; – but experts shake their heads. */
static bool is_own_clause(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    if (clause_resumes(a, c, item, MP_TAG_DASH)) return false;
    bool joined = tag_in(a, c, item) == MP_TAG_COORDINATOR;
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item + (joined ? 1 : 0));
    return mention != MP_NONE && is_finite(a, c, a->mentions->items[mention].end);
}

bool mp_clause_aside_begins(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    mp_tag tag = mp_at_tag(a, item);
    uint32_t next = item + 1;
    if (tag == MP_TAG_OPEN) return is_bracketed_clause(a, c, item);
    if (tag == MP_TAG_DASH) return is_own_clause(a, c, next);
    if (tag != MP_TAG_COMMA) return tells_what_was_asked(a, c, item) || tells_the_news(a, c, item);
    bool only_to = tag_in(a, c, next) == MP_TAG_TO && mp_at_is(a, next, MP_BIT(RAISING)); /* …, only to be told */
    bool reacts = next < c->end && mp_at_is(a, next, MP_BIT(REACTION));                   /* …, prompting laughter */
    return only_to || reacts || is_relative_aside(a, c, next) || names_the_clause(a, c, next) ||
           tells_where(a, c, next) || tells_what_was_asked(a, c, next) || tells_the_news(a, c, next) ||
           goes_on_in_own_tense(a, c, next);
}
