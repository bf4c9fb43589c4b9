/* clause_joined.c: whose a verb is that “and” or a comma joins to others: the subject of the verb before, of the verb of
 * saying before, of the sentence’s own clause. Knows tags, mentions and the verbs before; nothing of what they stand for. */
#include "clause_internal.h"

/* Wrote that the guards knew of it, saying: the guards only know by what was written. */
static bool is_known_by_report(const mp_verb_finder *f, const mp_verb *verb) {
    if (!is(f, verb->item, MP_BIT(CLAUSAL)) || verb->subject == MP_NONE) return false;
    uint32_t first = mention_of(f, verb->subject)->first;
    const mp_verb *outer = at_start(f, first) ? NULL : verb_before(f, first);
    if (outer == NULL || outer->cue == 0 || !mp_verb_opens_clause(f, outer)) return false;
    return outer->item + 1 == first || (outer->item + 2 == first && tag_at(f, first - 1) == MP_TAG_THAT);
}

/* Whether a verb says something that the next verb’s subject may go on with: said that it was down | and added. */
static bool is_saying(const mp_verb_finder *f, const mp_verb *verb) {
    if (verb->cue == 0 || verb->infinitive || verb->gerund || verb->passive) return false;
    return mp_verb_opens_clause(f, verb) && !is_known_by_report(f, verb);
}

/* Grok owns up to it after pictures circulated: the clause behind “after” is not the sentence’s own. */
static bool is_subordinate(const mp_verb_finder *f, const mp_verb *verb) {
    uint32_t first = mention_of(f, verb->subject)->first;
    return first < verb->item && !at_start(f, first) && is(f, first - 1, MP_BIT(SUBORDINATOR));
}

/* The subject of the nearest verb before that has one and is not inside a relative clause. For a verb of saying, that of
 * the nearest such verb: “Grok said that it was down and added”. */
/* Accepts that the town has not declared, and says sorry: a simple present goes on from a simple present. */
static bool goes_on_from(const mp_verb *earlier, uint8_t form) {
    return form != MP_VERB_THIRD || earlier->form == MP_VERB_THIRD;
}

/* Had it write, made it say: the object of a verb does what a bare verb tells. */
static bool is_made_to(const mp_verb_finder *f, const mp_verb *verb) {
    if (verb->form != MP_VERB_BASE || verb->first != verb->item || verb->infinitive) return false;
    uint32_t first = mention_of(f, verb->subject)->first;
    if (at_start(f, first) || mention_of(f, verb->subject)->end != verb->item) return false;
    mp_tag before = tag_at(f, first - 1);
    return !mention_of(f, verb->subject)->plural && (before == MP_TAG_VERB || before == MP_TAG_AUXILIARY);
}

static uint32_t subject_before_of_form(const mp_verb_finder *f, uint32_t item, bool says, uint8_t form) {
    uint32_t nearest = MP_NONE;
    bool nearest_is_subordinate = false;

    for (size_t i = f->verbs->count, steps = 0; i > f->first_verb && steps < MP_MOST_CLIMBS; i--, steps++) {
        const mp_verb *verb = &f->verbs->items[i - 1];
        if (verb->item >= item || verb->relative || verb->subject == MP_NONE) continue;
        if (is_made_to(f, verb)) continue;          /* had it write a verse, and reported */
        bool subordinate = is_subordinate(f, verb); /* As users objected, it stood firm, arguing that */
        if (nearest == MP_NONE || nearest_is_subordinate) {
            nearest = verb->subject;
            nearest_is_subordinate = subordinate;
        }
        if (!says || (is_saying(f, verb) && !subordinate && goes_on_from(verb, form))) return verb->subject;
    }
    return nearest;
}

uint32_t mp_subject_of_verb_before(const mp_verb_finder *f, uint32_t item, bool says) {
    return subject_before_of_form(f, item, says, MP_VERB_NONE);
}

/* The subject of the sentence’s own clause: Grok owns up to it after pictures circulated, says … */
uint32_t mp_subject_of_main_clause(const mp_verb_finder *f, uint32_t item) {
    for (size_t i = f->first_verb, steps = 0; i < f->verbs->count && steps < MP_MOST_CLIMBS; i++, steps++) {
        const mp_verb *verb = &f->verbs->items[i];
        bool own = verb->item < item && !verb->relative && verb->subject != MP_NONE && !verb->gerund &&
                   !verb->infinitive && !is_subordinate(f, verb);
        if (own) return verb->subject;
    }
    return MP_NONE;
}

/* The first mention after the next comma: After admitting it, Grok … */
uint32_t mp_subject_after_comma(const mp_verb_finder *f, uint32_t item) {
    for (uint32_t i = item, steps = 0; i < f->sentence->end && steps < MP_SUBJECT_REACH; i++, steps++)
        if (tag_at(f, i) == MP_TAG_COMMA) return mention_starting(f, i + 1);
    return MP_NONE;
}

/* A base form after “and” shares the “to” or the “will” of the verb before it: went on to call it “…” and assert that. */
static bool shares_helper(const mp_verb_finder *f, const mp_verb *verb, const mp_verb *other) {
    bool bare = verb->form == MP_VERB_BASE && verb->first == verb->item && other->form == MP_VERB_BASE;
    bool inverted =
        other->subject != MP_NONE && mention_of(f, other->subject)->end == other->first &&
        !at_start(f, mention_of(f, other->subject)->first) &&
        tag_at(f, mention_of(f, other->subject)->first - 1) == MP_TAG_AUXILIARY; /* then did it own up and */
    bool helped = other->infinitive || inverted ||
                  (other->first < other->item && tag_at(f, other->item - 1) != MP_TAG_COORDINATOR);
    return bare && helped;
}

/* Reads your mail and suggests answers: what a product does, not what it has said. */
static bool tells_a_habit(const mp_verb_finder *f, const mp_verb *verb, const mp_verb *other) {
    if (verb->cue == 0) return false;
    uint16_t takes = mp_cue_takes(f->sentences->tokens->rules, verb->cue);
    if ((takes & MP_TAKES(OBJECT)) == 0 || (takes & MP_TAKES(ABOUT)) != 0)
        return false; /* gives a date and apologises */
    bool says = other->cue != 0 && (mp_cue_takes(f->sentences->tokens->rules, other->cue) & MP_TAKES(WEAK)) == 0;
    return verb->form == MP_VERB_THIRD && other->form == MP_VERB_THIRD && !says && !other->relative &&
           in_running_text(f);
}

/* Whether its object is who is told: was told, was advised. */
static bool hears(const mp_verb_finder *f, const mp_verb *verb) {
    return (mp_cue_takes(f->sentences->tokens->rules, verb->cue) & MP_TAKES(LISTENER)) != 0;
}

/* had assured him that the fee was waived and had signed off: the verb of saying with the same helper, where the verb
 * between has another. */
static uint32_t subject_of_parallel(const mp_verb_finder *f, const mp_verb *verb) {
    const mp_tokens *tokens = f->sentences->tokens;
    uint16_t helper = tokens->items[mp_item_token(f->sentences, verb->first)].entry;
    const mp_verb *last = verb_before(f, verb->first);
    if (last == NULL || last->relative) return MP_NONE;
    bool told = verb->passive && hears(f, verb); /* was told that it was nothing and was advised */
    bool same = !told && tag_at(f, last->first) == MP_TAG_AUXILIARY &&
                tokens->items[mp_item_token(f->sentences, last->first)].entry == helper;
    for (size_t i = f->verbs->count, steps = 0; !same && i > f->first_verb && steps < MP_MOST_CLIMBS; i--, steps++) {
        const mp_verb *other = &f->verbs->items[i - 1];
        bool parallel = told ? other->passive && hears(f, other) : is_saying(f, other);
        if (other->item >= verb->first || !parallel || tag_at(f, other->first) != MP_TAG_AUXILIARY) continue;
        if (tokens->items[mp_item_token(f->sentences, other->first)].entry == helper) return other->subject;
    }
    return MP_NONE;
}

static bool comma_between(const mp_verb_finder *f, uint32_t from, uint32_t item) {
    for (uint32_t i = from; i < item && i < from + MP_SUBJECT_REACH; i++)
        if (tag_at(f, i) == MP_TAG_COMMA || tag_at(f, i) == MP_TAG_DASH) return true;
    return item > from + MP_SUBJECT_REACH;
}

static bool is_no_speaker(const mp_verb_finder *f, uint32_t mention) {
    uint8_t kind = mention_of(f, mention)->kind;
    return kind == MP_MENTION_TEXT || kind == MP_MENTION_THING || kind == MP_MENTION_TIME ||
           kind == MP_MENTION_DOCUMENT;
}

/* The senator who made foes and bragged now wants; when the report was done and denied it: no comma parts the two verbs,
 * and who does the first does the second. Not: told a user who had asked and added. */
static uint32_t subject_of_joined(const mp_verb_finder *f, const mp_verb *verb, uint32_t coordinator) {
    const mp_verb *last = verb_before(f, coordinator);
    if (last == NULL || last->subject == MP_NONE || last->infinitive || last->gerund) return MP_NONE;
    if (verb->cue == 0 || last->form != verb->form || comma_between(f, last->item, coordinator)) return MP_NONE;
    uint32_t first = mention_of(f, last->subject)->first;
    mp_tag before = at_start(f, first) ? MP_TAG_STOP : tag_at(f, first - 1);
    bool opens = before == MP_TAG_STOP || before == MP_TAG_COLON || before == MP_TAG_COMMA || before == MP_TAG_THAT;
    if (last->relative) return opens ? last->subject : (uint32_t)MP_NONE;
    if (before == MP_TAG_QUESTION) return last->subject; /* an app, where the bot apologised and told */
    if (!is_subordinate(f, last)) return MP_NONE;
    uint32_t main =
        mp_subject_of_main_clause(f, last->item); /* the forecast came when the report was done and denied it */
    bool speaks = main == MP_NONE || !is_no_speaker(f, main);
    return speaks ? (uint32_t)MP_NONE : last->subject;
}

/* It was handed a text and told to mend it: without a listener behind it, “told” shares the “was”. */
static bool is_told_too(const mp_verb_finder *f, const mp_verb *verb) {
    if (!hears(f, verb) || verb->first != verb->item || verb->form != MP_VERB_PAST) return false;
    uint16_t takes = mp_cue_takes(f->sentences->tokens->rules, verb->cue);
    bool needs_listener =
        (takes & (MP_TAKES(NOT_INVERTED) | MP_TAKES(OBJECT) | MP_TAKES(ABOUT))) == MP_TAKES(NOT_INVERTED) ||
        is(f, verb->item, MP_BIT(ASKING));
    mp_tag next = verb->item + 1 < f->sentence->end ? tag_at(f, verb->item + 1) : MP_TAG_STOP;
    const mp_verb *last = verb_before(f, verb->first);
    return needs_listener && (next == MP_TAG_TO || next == MP_TAG_THAT) && last != NULL && last->passive &&
           last->subject != MP_NONE;
}

uint32_t mp_subject_of_coordinated(const mp_verb_finder *f, mp_verb *verb, uint32_t coordinator) {
    bool helped = tag_at(f, verb->first) == MP_TAG_AUXILIARY; /* said that it had no access and had guessed */
    for (size_t i = f->verbs->count, steps = 0; i > f->first_verb && steps < MP_MOST_CLIMBS; i--, steps++) {
        const mp_verb *other = &f->verbs->items[i - 1];
        if (other->subject != MP_NONE && tells_a_habit(f, verb, other)) verb->habitual = true;
        if (!shares_helper(f, verb, other)) continue;
        verb->infinitive = other->infinitive;
        verb->unreal = other->unreal;
        verb->negated = other->negated;
        return other->subject;
    }
    if (is_told_too(f, verb)) {
        verb->passive = true;
        return verb_before(f, coordinator)->subject;
    }
    uint32_t parallel = helped && verb->cue != 0 ? subject_of_parallel(f, verb) : (uint32_t)MP_NONE;
    if (parallel != MP_NONE) return parallel;
    uint32_t joined = subject_of_joined(f, verb, coordinator);
    if (joined != MP_NONE) return joined;
    bool raises = is(f, verb->item, MP_BIT(RAISING)) && verb->item + 1 < f->sentence->end &&
                  tag_at(f, verb->item + 1) == MP_TAG_TO; /* said it was open and went so far as to claim */
    return subject_before_of_form(f, coordinator, (verb->cue != 0 || raises) && !helped,
                                  verb->first == verb->item ? verb->form : 0);
}
