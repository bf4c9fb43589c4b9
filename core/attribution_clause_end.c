/* attribution_clause_end.c: where a reported clause ends. Some marks end it for sure; at other places that is weighed, and the
 * end is set where it is likeliest to be near the true one. Knows marks, verbs and weights; nothing of which words begin a
 * clause. */
#include "attribution_clause_internal.h"
#include "weights_share.h"

/* … and another, the same day, that it was shut: the “that” behind what two commas hold; `comma` where there is none. */
static uint32_t behind_insertion(const mp_attributor *a, const mp_clause *c, uint32_t comma) {
    enum { most_items = 7 };
    for (uint32_t i = comma + 1; mp_clause_in_sentence(c, i + 1) && i <= comma + most_items; i++) {
        mp_tag tag = mp_at_tag(a, i);
        if (tag == MP_TAG_COMMA) return mp_at_tag(a, i + 1) == MP_TAG_THAT ? i + 1 : comma;
        if (tag == MP_TAG_VERB || tag == MP_TAG_STOP || tag == MP_TAG_STRETCH || tag == MP_TAG_THAT) return comma;
    }
    return comma;
}

/* Told one user that it was open | and another that it was shut; Grok said that it was, and Kimi that it was not: the “that”
 * of a clause whose verb is left out; MP_NONE where `item` begins none. */
uint32_t mp_clause_gap(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    bool elsewhere = mp_clause_in_sentence(c, item + 3) && mp_at_tag(a, item) == MP_TAG_ADVERB &&
                     mp_at_tag(a, item + 1) == MP_TAG_COMMA && mp_at_tag(a, item + 2) == MP_TAG_THAT;
    if (elsewhere) return mp_clause_begins(a, c, item + 3) ? item + 2 : (uint32_t)MP_NONE; /* …; in another, that */
    bool phrase =
        mp_clause_in_sentence(c, item + 1) && mp_at_tag(a, item) == MP_TAG_PREPOSITION; /* … in another, that */
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item + (phrase ? 1 : 0));
    if (mention == MP_NONE) return MP_NONE;
    uint32_t that = a->mentions->items[mention].end;
    if (phrase && a->mentions->items[mention].kind != MP_MENTION_OTHER_PRONOUN) return MP_NONE;
    if (phrase && mp_clause_in_sentence(c, that) && mp_at_tag(a, that) == MP_TAG_COMMA) that++;
    if (!phrase && mp_clause_in_sentence(c, that) && mp_at_tag(a, that) == MP_TAG_COMMA)
        that = behind_insertion(a, c, that);
    if (!mp_clause_in_sentence(c, that + 2) || mp_at_tag(a, that) != MP_TAG_THAT) return MP_NONE;
    uint8_t kind = a->mentions->items[mention].kind;
    bool somebody = kind == MP_MENTION_OTHER_PRONOUN || kind == MP_MENTION_PERSON || kind == MP_MENTION_MODEL ||
                    kind == MP_MENTION_NAME || mp_at_is(a, a->mentions->items[mention].head, MP_BIT(ORDINAL));
    bool clause = mp_at_mention_starting(a, c->sentence, that + 1) != MP_NONE && mp_clause_begins(a, c, that + 1);
    return somebody && clause ? that : (uint32_t)MP_NONE;
}

/* ChatGPT (which told me it was certain) was wrong: the mark before the relative pronoun closes after the clause. */
static bool stands_in_insertion(const mp_attributor *a, const mp_clause *c) {
    if (!c->verb->relative) return false;
    for (uint32_t i = c->verb->first, steps = 0; i > c->sentence->first && steps < MP_CLAUSE_SHORT_REACH;
         i--, steps++) {
        mp_tag tag = mp_at_tag(a, i - 1);
        if (tag == MP_TAG_OPEN || tag == MP_TAG_DASH) return true;
        if (tag == MP_TAG_COMMA || tag == MP_TAG_VERB) return false;
    }
    return false;
}

/* It said yes; it said no and closed the chat. Not: it said yes, there was room. */
static bool is_one_word_answer(const mp_attributor *a, const mp_clause *c) {
    if (!mp_at_is(a, c->first, MP_BIT(ANSWER_WORD)) || !mp_clause_in_sentence(c, c->first + 1)) return false;
    mp_tag next = mp_at_tag(a, c->first + 1);
    if (next == MP_TAG_COMMA) return !mp_clause_begins(a, c, c->first + 2);
    return next == MP_TAG_COORDINATOR || next == MP_TAG_SUBORDINATOR || next == MP_TAG_DASH;
}

/* The comma behind which the main clause begins; the clause's end where none does. */
static uint32_t main_clause_after(const mp_attributor *a, const mp_clause *c) {
    for (uint32_t i = c->first + 2; i + 2 < c->end; i++) {
        if (mp_at_tag(a, i) != MP_TAG_COMMA) continue;
        uint32_t mention = mp_at_mention_starting(a, c->sentence, i + 1);
        if (mention == MP_NONE || !mp_clause_in_sentence(c, a->mentions->items[mention].end)) continue;
        uint32_t after = a->mentions->items[mention].end;
        while (after + 1 < c->end && mp_at_tag(a, after) == MP_TAG_ADVERB) after++;
        if (mp_at_is_auxiliary(a, after) || mp_at_tag(a, after) == MP_TAG_VERB) return i;
    }
    return c->end;
}

/* ---- As far as it may go ------------------------------------------------------------------------------------------ */

/* The bot, which said that it knew, was wrong; Grok, having said so, fell silent: whether what the verb of saying only tells
 * more of goes on there. */
static bool outer_clause_resumes(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    if (mp_at_tag(a, item) != MP_TAG_COMMA || (!c->verb->relative && !c->verb->gerund)) return false;
    uint32_t number = mp_verb_from(a->verbs, c->verb->sentence, item + 1);
    if (number >= a->verbs->sentence_first[c->verb->sentence + 1]) return false;
    const mp_verb *verb = &a->verbs->items[number];
    return verb->first == item + 1 && verb->subject == c->verb->subject && !verb->relative && !verb->gerund;
}

/* The first item at which it ends for sure; c->end where none is. */
static uint32_t sure_end(const mp_attributor *a, const mp_clause *c) {
    bool inserted = stands_in_insertion(a, c);

    for (uint32_t i = c->first; i + 1 < c->end; i++) {
        mp_tag tag = mp_at_tag(a, i);
        bool closes = inserted && (tag == MP_TAG_CLOSE || tag == MP_TAG_DASH || tag == MP_TAG_OPEN);
        bool quote_follows =
            tag == MP_TAG_COLON && mp_at_tag(a, i + 1) == MP_TAG_STRETCH; /* admits deleting it: ‘I panicked’ */
        bool may_part = tag == MP_TAG_COMMA || tag == MP_TAG_DASH || tag == MP_TAG_STOP || tag == MP_TAG_COORDINATOR;
        if (closes || quote_follows || outer_clause_resumes(a, c, i) ||
            (may_part && mp_clause_gap(a, c, i + 1) != MP_NONE))
            return i;
        bool joined = may_part && tag != MP_TAG_COORDINATOR && mp_at_tag(a, i + 1) == MP_TAG_COORDINATOR;
        if (joined && mp_clause_gap(a, c, i + 2) != MP_NONE) return i;
    }
    return c->end;
}

void mp_clause_set_farthest(const mp_attributor *a, mp_clause *c) {
    c->end = c->sentence->end - c->first > MP_CLAUSE_REACH ? c->first + MP_CLAUSE_REACH : c->sentence->end;
    while (c->end > c->first && mp_at_tag(a, c->end - 1) == MP_TAG_STOP) c->end--;
    uint32_t subject = c->verb->subject != MP_NONE ? a->mentions->items[c->verb->subject].first : c->first;
    bool fronted = c->verb->gerund && subject > c->first && subject < c->end; /* After admitting that …, Grok … */
    if (fronted && mp_at_tag(a, subject - 1) == MP_TAG_COMMA) c->end = subject - 1;
    uint32_t opens = c->sentence->first + (mp_at_tag(a, c->sentence->first) == MP_TAG_ADVERB ? 1 : 0); /* Even as … */
    bool stands_first = subject == opens + 1 && mp_at_is(a, opens, MP_BIT(SUBORDINATOR));
    if (stands_first) c->end = main_clause_after(a, c); /* Although Grok said it was open, it was shut */
    if (is_one_word_answer(a, c)) c->end = c->first + 1;
    c->end = sure_end(a, c);
}

/* ---- Where it is likeliest to end --------------------------------------------------------------------------------- */

void mp_clause_places_weigh(const mp_attributor *a, mp_clause_places *places) {
    int32_t left = MP_WHOLE_SHARE;

    for (uint32_t i = 0; i < places->count; i++) {
        mp_clause_place *place = &places->items[i];
        bool last = i + 1 == places->count;
        int32_t sum = last ? 0 : mp_features_weigh(place->features, MP_END_FEATURE_COUNT, a->rules->weights->end, 1, 0);
        place->share = last ? left : left * mp_share_of(sum) / MP_WHOLE_SHARE;
        left -= place->share;
    }
}

/* Whether of two clauses that begin at the same byte the shorter is at least half as long as the longer. */
static bool are_alike(uint32_t start, uint32_t end, uint32_t other) {
    uint32_t length = end - start, other_length = other - start;
    return length < other_length ? length * 2 >= other_length : other_length * 2 >= length;
}

/* The place that is likeliest to be right, or nearly so: an end that is missed by a phrase is a smaller fault than one that is
 * missed by half of the clause. It is none that is much unlikelier than another, though it be near them all. */
static uint32_t best_of(const mp_attributor *a, const mp_clause *c, const mp_clause_places *places) {
    enum { alike_counts = 4, same_counts = 3, times_unlikelier = 4 };
    int32_t likeliest = 0, most = -1;
    uint32_t ends[MP_MOST_PLACES], start = mp_item_start(a->sentences, c->first), best = c->end;

    for (uint32_t i = 0; i < places->count; i++) {
        ends[i] = mp_item_end(a->sentences, places->items[i].end - 1);
        if (places->items[i].share > likeliest) likeliest = places->items[i].share;
    }
    for (uint32_t i = 0; i < places->count; i++) {
        int32_t share = places->items[i].share, worth = share * same_counts;
        for (uint32_t k = 0; k < places->count; k++)
            if (are_alike(start, ends[i], ends[k])) worth += places->items[k].share * alike_counts;
        if (worth <= most || share * times_unlikelier < likeliest) continue;
        most = worth;
        best = places->items[i].end;
    }
    return best;
}

/* Without the marks, and the “and” or “then”, that belong to what follows. */
static void trim(const mp_attributor *a, mp_clause *c) {
    bool then = c->end > c->first + 2 && mp_at_tag(a, c->end - 1) == MP_TAG_ADVERB &&
                mp_at_tag(a, c->end - 2) == MP_TAG_COMMA && mp_clause_in_sentence(c, c->end) &&
                mp_at_tag(a, c->end) == MP_TAG_COLON; /* would lose, then: “…” */
    if (then) c->end -= 2;
    bool cut = mp_clause_in_sentence(c, c->end) && mp_at_tag(a, c->end) == MP_TAG_COMMA;
    if (cut && c->end > c->first + 1 && mp_at_tag(a, c->end - 1) == MP_TAG_COORDINATOR)
        c->end--; /* it was 2022 and | , when he objected */
    bool dangles = c->end > c->first + 2 && mp_at_tag(a, c->end - 1) == MP_TAG_COORDINATOR &&
                   mp_at_tag(a, c->end - 2) == MP_TAG_COMMA; /* it had none, and | when he asked again */
    if (dangles) c->end--;
    while (c->end > c->first && (mp_at_tag(a, c->end - 1) == MP_TAG_COMMA || mp_at_tag(a, c->end - 1) == MP_TAG_DASH))
        c->end--;
    if (c->first < c->end && mp_at_tag(a, c->first) == MP_TAG_COMMA) c->first++; /* that, on the whole, it was */
}

void mp_clause_find_end(const mp_attributor *a, mp_clause *c) {
    mp_clause_places places;

    mp_clause_set_farthest(a, c);
    mp_clause_places_read(a, c, &places);
    mp_clause_places_weigh(a, &places);
    c->end = best_of(a, c, &places);
    trim(a, c);
}
