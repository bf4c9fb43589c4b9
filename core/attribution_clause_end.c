/* attribution_clause_end.c: where a reported clause ends: before another verb of the same speaker, before somebody else's
 * clause, before a mark. Knows verbs, their subjects and marks; nothing of which words begin a clause. */
#include "attribution_clause_internal.h"

enum { verb_reach = 48 };

static bool same_speaker(const mp_attributor *a, const mp_verb *one, const mp_verb *other) {
    if (one->subject == MP_NONE || other->subject == MP_NONE) return false;
    const mp_reference *first = mp_at_reference(a, one->subject), *second = mp_at_reference(a, other->subject);
    bool same_model =
        first->kind == MP_SPEAKER_MODEL && second->kind == MP_SPEAKER_MODEL && first->model == second->model;
    return one->subject == other->subject || same_model;
}

/* Back over adverbs and phrases with a preposition: and then, in one post | , since deleted, asserted. */
static uint32_t before_adverbials(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    for (int steps = 0; item > c->first && steps < MP_CLAUSE_SHORT_REACH; steps++) {
        uint32_t mention = a->mentions->item_mention[item - 1];
        uint32_t first = mention == MP_NONE ? item : a->mentions->items[mention].first;
        bool phrase = mention != MP_NONE && first > c->first && mp_at_tag(a, first - 1) == MP_TAG_PREPOSITION;
        if (!phrase && mp_at_tag(a, item - 1) != MP_TAG_ADVERB) break;
        item = phrase ? first - 1 : item - 1;
    }
    return item;
}

/* The item of the “and” that joins the verb whose group begins at `first`, over an insertion too: and, the third time,
 * suggested. MP_NONE where none does. */
static uint32_t coordinator_of(const mp_attributor *a, const mp_clause *c, uint32_t first) {
    mp_tag before = mp_at_tag(a, first - 1);
    if (before == MP_TAG_COORDINATOR) return first - 1;
    if (before != MP_TAG_COMMA) return MP_NONE;
    for (uint32_t i = first - 1, steps = 0; i > c->first && steps < MP_CLAUSE_SHORT_REACH * 2; i--, steps++) {
        if (mp_at_tag(a, i - 1) != MP_TAG_COMMA) continue;
        uint32_t item = before_adverbials(a, c, i - 1);
        if (item > c->first && mp_at_tag(a, item - 1) == MP_TAG_COORDINATOR) return item - 1;
    }
    return MP_NONE;
}

/* Before “…, Reuters reported”, and before a speaker of the page’s who begins anew: “…, Gemini advises buyers to wait”. */
static uint32_t end_before_speaker(const mp_attributor *a, const mp_clause *c, const mp_verb *next) {
    uint32_t subject_first = a->mentions->items[next->subject].first;
    bool after_comma =
        subject_first > c->first && subject_first < next->item && mp_at_tag(a, subject_first - 1) == MP_TAG_COMMA;
    if (!after_comma || next->relative) return c->end;
    bool adjacent = a->mentions->items[next->subject].end == next->first;
    bool is_model = mp_at_reference(a, next->subject)->kind == MP_SPEAKER_MODEL;
    if (is_model && a->mentions->items[next->subject].model != 0 && adjacent) return subject_first - 1;
    bool closes = c->end - next->item <= MP_CLAUSE_SHORT_REACH;
    bool other = !same_speaker(a, c->verb, next) && !is_model;
    bool ends_there = next->item + 1 >= c->end || mp_at_tag(a, next->item + 1) == MP_TAG_STOP;
    return closes && other && ends_there ? subject_first - 1 : c->end;
}

/* Replied that …, before admitting it was late; …, before warning of rain. */
static bool says_at_length(const mp_attributor *a, const mp_clause *c, const mp_verb *next) {
    uint16_t takes = mp_at_takes(a, next);
    bool marked = next->first > c->first + 2 && mp_at_tag(a, next->first - 2) == MP_TAG_COMMA;
    return marked && (takes & MP_TAKES(WEAK)) == 0 && (takes & (MP_TAKES(THAT) | MP_TAKES(OBJECT))) != 0 &&
           next->item + 1 < c->end;
}

/* … and went so far as to claim that; … before going on to claim that. */
static bool leads_to_saying(const mp_attributor *a, const mp_verb *verb) {
    if (verb + 1 >= a->verbs->items + a->verbs->count || verb[1].sentence != verb->sentence) return false;
    const mp_verb *inner = verb + 1;
    bool raised = inner->infinitive && !inner->unreal && !inner->negated && mp_at_is(a, verb->item, MP_BIT(RAISING));
    return raised && inner->first == verb->item + 1 && (mp_at_takes(a, inner) & MP_TAKES(THAT)) != 0;
}

/* Whether the verb brings a clause: added that it was, told her it was. */
static bool has_clause(const mp_attributor *a, const mp_clause *c, const mp_verb *verb) {
    uint16_t takes = mp_at_takes(a, verb);
    if ((takes & MP_TAKES(THAT)) == 0 || (takes & MP_TAKES(WEAK)) != 0 || verb->unreal || verb->negated) return false;
    if (verb->gerund || verb->infinitive || verb->relative || verb->passive) return false;
    uint32_t item = mp_clause_skip_adverbials(a, c, verb->item + 1);
    for (int round = 0; round < 2 && item + 1 < c->end; round++) {
        if (mp_at_tag(a, item) == MP_TAG_THAT || mp_clause_begins(a, c, item)) return true;
        if ((takes & MP_TAKES(LISTENER)) == 0) return false;
        item = mp_clause_skip_phrase(a, c, item);
    }
    return false;
}

/* Before a subject that says something anew: said it was open, | but it added that; – | it even claimed that. Not: said that
 * it had lied and that it had told users so. MP_NONE where it is no such subject. */
static uint32_t end_before_own_subject(const mp_attributor *a, const mp_clause *c, const mp_verb *next) {
    const mp_mention *own = &a->mentions->items[next->subject];
    if (own->first <= c->first + 2 || own->end != next->first || !has_clause(a, c, next)) return MP_NONE;
    mp_tag before = mp_at_tag(a, own->first - 1);
    if (before != MP_TAG_COORDINATOR && before != MP_TAG_DASH) return MP_NONE;
    uint32_t end = own->first - 1;
    return mp_at_tag(a, end - 1) == MP_TAG_COMMA ? end - 1 : end;
}

/* The item at which another verb takes over: “… and said it”, “…, adding that”, “…, Reuters reported”. */
static uint32_t end_before_verb(const mp_attributor *a, const mp_clause *c, const mp_verb *next) {
    uint32_t first = next->first;
    if (first <= c->first || next->subject == MP_NONE) return c->end;
    mp_tag before = mp_at_tag(a, first - 1);
    uint32_t coordinator = coordinator_of(a, c, first);
    bool same = same_speaker(a, c->verb, next);
    if (coordinator != MP_NONE && (next->cue != 0 || leads_to_saying(a, next)) && same) {
        uint32_t end = coordinator;
        return end > c->first && mp_at_tag(a, end - 1) == MP_TAG_COMMA ? end - 1 : end;
    }
    uint32_t anew = end_before_own_subject(a, c, next);
    if (anew != MP_NONE && same) return anew;
    bool quotes = next->gerund && a->verb_has_quote[next - a->verbs->items]; /* says sorry | after calling itself “…” */
    bool says_too =
        next->gerund && mp_at_is(a, first - 1, MP_BIT(SUBORDINATOR)) && next->cue != 0 &&
        next->subject == c->verb->subject && next->item + 1 < c->end &&
        (mp_at_tag(a, next->item + 1) == MP_TAG_THAT || says_at_length(a, c, next) || leads_to_saying(a, next));
    if ((quotes || says_too) && same && before == MP_TAG_PREPOSITION && first > c->first + 1)
        return mp_at_tag(a, first - 2) == MP_TAG_COMMA ? first - 2 : first - 1;
    if (before == MP_TAG_COMMA && next->gerund && next->cue != 0 && same) return first - 1;
    bool inserted =
        c->verb->gerund && c->verb->first < c->verb->item && !next->gerund; /* Grok, having said …, fell silent */
    bool outer = (c->verb->relative || inserted) && !next->relative && next->subject == c->verb->subject;
    if (before == MP_TAG_COMMA && outer) return first - 1; /* the bot, which said that …, was closed */
    bool asyndetic = (before == MP_TAG_COMMA || before == MP_TAG_DASH) && same && next->cue != 0 &&
                     next->subject == c->verb->subject;
    bool happened = !next->infinitive || !next->unreal;             /* …, only to admit later that */
    if (asyndetic && happened && !next->relative) return first - 1; /* says it is …, promises to */
    return next->cue == 0 ? c->end : end_before_speaker(a, c, next);
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
    if (!mp_clause_in_sentence(c, that + 2) || mp_at_tag(a, that) != MP_TAG_THAT) return MP_NONE;
    uint8_t kind = a->mentions->items[mention].kind;
    bool somebody = kind == MP_MENTION_OTHER_PRONOUN || kind == MP_MENTION_PERSON || kind == MP_MENTION_MODEL ||
                    kind == MP_MENTION_NAME || mp_at_is(a, a->mentions->items[mention].head, MP_BIT(ORDINAL));
    bool clause = mp_at_mention_starting(a, c->sentence, that + 1) != MP_NONE && mp_clause_begins(a, c, that + 1);
    return somebody && clause ? that : (uint32_t)MP_NONE;
}

/* …, whereas Claude said that: another speaker has the word. */
static bool says_other(const mp_attributor *a, const mp_clause *c, uint32_t mention) {
    uint32_t item = a->mentions->items[mention].end;
    while (mp_clause_in_sentence(c, item) && (mp_at_tag(a, item) == MP_TAG_ADVERB || mp_at_is_auxiliary(a, item)))
        item++;
    uint32_t v = mp_clause_in_sentence(c, item) ? mp_at_verb_at(a, c->verb->sentence, item, true) : (uint32_t)MP_NONE;
    if (v == MP_NONE || a->verbs->items[v].subject != mention) return false;
    uint16_t takes = mp_at_takes(a, &a->verbs->items[v]);
    bool told = a->verbs->items[v].passive && (takes & MP_TAKES(LISTENER)) != 0;
    if (told)
        return a->mentions->items[mention].kind == MP_MENTION_OTHER_PRONOUN ||
               a->mentions->items[mention].indefinite; /* …, while another was told */
    if (mp_at_tag(a, a->mentions->items[mention].first) == MP_TAG_PRONOUN) return false;
    bool says = (takes & MP_TAKES(THAT)) != 0 && (takes & MP_TAKES(WEAK)) == 0;
    const mp_reference *reference = mp_at_reference(a, mention);
    bool speaker = reference->kind == MP_SPEAKER_MODEL || reference->kind == MP_SPEAKER_ORGANISATION;
    return says && speaker && !same_speaker(a, c->verb, &a->verbs->items[v]);
}

/* “…, but Musk said”, “…, according to”: a new clause of somebody else’s. */
static bool breaks_off(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    if (mp_at_is(a, item, MP_BIT(SOURCE)) || mp_clause_gap(a, c, item) != MP_NONE) return true;
    if (mp_at_tag(a, item) != MP_TAG_COORDINATOR && mp_at_tag(a, item) != MP_TAG_SUBORDINATOR) return false;
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item + 1);
    if (mention == MP_NONE) return false;
    if (mp_clause_gap(a, c, item + 1) != MP_NONE) return true;
    const mp_reference *reference = mp_at_reference(a, mention);
    if (!mp_clause_begins(a, c, item + 1)) return false;
    return reference->kind == MP_SPEAKER_PERSON || says_other(a, c, mention);
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

void mp_clause_find_end(const mp_attributor *a, mp_clause *c) {
    c->end = c->sentence->end - c->first > MP_CLAUSE_REACH ? c->first + MP_CLAUSE_REACH : c->sentence->end;
    while (c->end > c->first && mp_at_tag(a, c->end - 1) == MP_TAG_STOP) c->end--;
    uint32_t subject = c->verb->subject != MP_NONE ? a->mentions->items[c->verb->subject].first : c->first;
    bool fronted = c->verb->gerund && subject > c->first && subject < c->end; /* After admitting that …, Grok … */
    if (fronted && mp_at_tag(a, subject - 1) == MP_TAG_COMMA) c->end = subject - 1;
    uint32_t opens = c->sentence->first + (mp_at_tag(a, c->sentence->first) == MP_TAG_ADVERB ? 1 : 0); /* Even as … */
    bool stands_first = subject == opens + 1 && mp_at_is(a, opens, MP_BIT(SUBORDINATOR));
    if (stands_first) c->end = main_clause_after(a, c); /* Although Grok said it was open, it was shut */
    uint32_t last_verb = a->verbs->sentence_first[c->verb->sentence + 1];

    uint32_t first_verb = (uint32_t)(c->verb - a->verbs->items) + 1;
    for (uint32_t v = first_verb; v < last_verb && v < first_verb + verb_reach; v++) {
        uint32_t end = end_before_verb(a, c, &a->verbs->items[v]);
        if (end >= c->end) continue;
        c->end = end;
        break;
    }
    if (is_one_word_answer(a, c)) c->end = c->first + 1;
    bool inserted = stands_in_insertion(a, c);
    bool whole = c->rule == MP_RULE_SPEECH_ACT; /* the clause has its verb */
    for (uint32_t i = c->first; i + 1 < c->end; i++) {
        mp_tag tag = mp_at_tag(a, i);
        bool act_alone =
            tag == MP_TAG_DASH && i == c->first + 1 && c->rule == MP_RULE_SPEECH_ACT; /* apologises – then */
        bool closes = act_alone || (inserted && (tag == MP_TAG_CLOSE || tag == MP_TAG_DASH || tag == MP_TAG_OPEN));
        bool mark = tag == MP_TAG_COMMA || tag == MP_TAG_DASH;
        bool quote_follows =
            tag == MP_TAG_COLON && mp_at_tag(a, i + 1) == MP_TAG_STRETCH; /* admits deleting it: ‘I panicked’ */
        bool gap = tag == MP_TAG_COORDINATOR && mp_clause_gap(a, c, i + 1) != MP_NONE;
        if (tag == MP_TAG_STOP || quote_follows || closes || gap || (mark && breaks_off(a, c, i + 1)) ||
            (whole && i > c->first + 1 && mp_clause_aside_begins(a, c, i))) {
            c->end = i;
            break;
        }
        whole |= tag == MP_TAG_VERB || mp_at_is_auxiliary(a, i);
    }
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
