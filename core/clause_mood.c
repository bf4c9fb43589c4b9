/* clause_mood.c: whether what a verb tells has happened: not in a wish, a question, a condition, a habit. Knows verbs and
 * their subjects. */
#include "clause_internal.h"

/* Imagine that Grok told; Write a text that says: a sentence that tells the reader to do something. */
static bool is_imperative(const mp_verb_finder *f, const mp_verb *verb) {
    uint32_t first = f->sentence->first;
    if (tag_at(f, first) != MP_TAG_VERB || verb->item <= first || !in_running_text(f)) return false;
    const mp_entry *entry = mp_token_entry(f->sentences->tokens, mp_item_token(f->sentences, first));
    if (entry->verb_form != MP_VERB_BASE) return false;
    bool aside = verb->relative && verb->first >= first + 2 && tag_at(f, verb->first - 2) == MP_TAG_COMMA;
    if (aside) return false; /* Meet Robin, who told customers that */
    for (uint32_t i = first; i < verb->item && i < first + MP_SUBJECT_REACH; i++)
        if (tag_at(f, i) == MP_TAG_COLON || tag_at(f, i) == MP_TAG_STOP) return false; /* Read more: Grok says sorry */
    return true;
}

/* “Musk demanded that Grok apologise”: a base form with a subject of one is a wish. */
static bool is_subjunctive(const mp_verb_finder *f, const mp_verb *verb) {
    if (verb->form != MP_VERB_BASE || verb->first != verb->item || verb->infinitive) return false;
    if (mp_token_entry(f->sentences->tokens, mp_item_token(f->sentences, verb->item))->base_is_past) return false;
    const mp_mention *subject = mention_of(f, verb->subject);
    const mp_verb *cause = at_start(f, subject->first) ? NULL : verb_before(f, subject->first);
    bool made = cause != NULL && cause->item + 1 == subject->first && is(f, cause->item, MP_BIT(CAUSING)) &&
                !cause->unreal && !cause->negated && !cause->infinitive && cause->form == MP_VERB_PAST;
    if (made) return false;                                                                 /* he made Grok apologise */
    bool called = subject->model != 0 && at_start(f, subject->first) && in_running_text(f); /* @grok tell Dana */
    if (called) return true;
    bool one = !subject->plural && !is(f, subject->head, MP_BIT(PLURAL)) && subject->kind != MP_MENTION_I &&
               subject->kind != MP_MENTION_THEY && subject->kind != MP_MENTION_OTHER_PRONOUN;
    return one && !at_start(f, subject->first) && !f->sentence->title_case;
}

/* There is no evidence that it said so: a noun that is not brings a clause that is not. */
static bool hangs_on_nothing(const mp_verb_finder *f, uint32_t subject_first) {
    if (subject_first < f->sentence->first + 2 || tag_at(f, subject_first - 1) != MP_TAG_THAT) return false;
    uint32_t noun = mention_before(f, subject_first - 1);
    return noun != MP_NONE && is(f, mention_of(f, noun)->first, MP_BIT(NEGATION) | MP_BIT(NONE));
}

/* If a child asks and the machine says sorry: one condition. */
static bool goes_on_with_if(const mp_verb_finder *f, uint32_t subject_first) {
    if (subject_first < f->sentence->first + 2 || tag_at(f, subject_first - 1) != MP_TAG_COORDINATOR) return false;
    const mp_verb *last = verb_before(f, subject_first);
    if (last == NULL || !last->unreal || last->subject == MP_NONE) return false;
    uint32_t first = mention_of(f, last->subject)->first;
    if (at_start(f, first) || !is(f, first - 1, MP_BIT(HYPOTHETICAL))) return false;
    mp_tag before =
        at_start(f, first - 1) ? MP_TAG_STOP : tag_at(f, first - 2); /* not: I asked if it lied, and it said */
    mp_tag joined = tag_at(f, subject_first - 2);
    return before != MP_TAG_VERB && before != MP_TAG_PRONOUN && joined != MP_TAG_COMMA;
}

/* If Grok or Gemini says so: the first of the subjects that “or” and commas join; the subject's own first item for one. */
static uint32_t first_of_joined(const mp_verb_finder *f, uint32_t first) {
    enum { most_joined = 4 };
    for (int steps = 0; steps < most_joined && first >= f->sentence->first + 2; steps++) {
        mp_tag joint = tag_at(f, first - 1);
        bool joins = joint == MP_TAG_COORDINATOR || (steps > 0 && joint == MP_TAG_COMMA);
        uint32_t left = joins ? mention_before(f, first - 1) : (uint32_t)MP_NONE;
        if (left == MP_NONE || mention_of(f, left)->end != first - 1) return first;
        first = mention_of(f, left)->first;
    }
    return first;
}

/* If tomorrow it said so, if on Monday Grok said so: past what tells when. */
static uint32_t before_time(const mp_verb_finder *f, uint32_t first) {
    if (at_start(f, first)) return first;
    uint32_t time = mention_before(f, first);
    if (time == MP_NONE)
        return tag_at(f, first - 1) == MP_TAG_ADVERB && !is(f, first - 1, MP_BIT(HYPOTHETICAL)) ? first - 1 : first;
    if (mention_of(f, time)->kind != MP_MENTION_TIME || mention_of(f, time)->end != first) return first;
    uint32_t begins = mention_of(f, time)->first;
    return !at_start(f, begins) && tag_at(f, begins - 1) == MP_TAG_PREPOSITION ? begins - 1 : begins;
}

/* Staff came in to find that the bot had told: an infinitive of finding out behind a verb that has happened. Not: wanted to
 * know, asked to see. */
static bool has_found_out(const mp_verb_finder *f, const mp_verb *verb) {
    if (!verb->infinitive || verb->negated || !is(f, verb->item, MP_BIT(CLAUSAL))) return false;
    const mp_verb *outer = verb_before(f, verb->first);
    return outer != NULL && outer->cue == 0 && !outer->unreal && !outer->negated &&
           is(f, outer->item, MP_BIT(RAISING)) && outer->form == MP_VERB_PAST;
}

/* It apologises, on average, twice a day: before another verb. */
static bool happens_again(const mp_verb_finder *f, const mp_verb *verb) {
    enum { reach = 8 };
    if (!in_running_text(f)) return false;
    for (uint32_t i = verb->item + 1; i < f->sentence->end && i < verb->item + reach; i++) {
        mp_tag tag = tag_at(f, i);
        bool ends = tag == MP_TAG_VERB || tag == MP_TAG_AUXILIARY || tag == MP_TAG_THAT || tag == MP_TAG_STRETCH ||
                    tag == MP_TAG_STOP || tag == MP_TAG_COLON || tag == MP_TAG_PRONOUN || tag == MP_TAG_TO;
        if (ends) return false;
        if (is(f, i, MP_BIT(HABITUAL))) return true;
    }
    return false;
}

/* A do or did before the subject: a question, or “not until … did the AI acknowledge”, which is real. */
void mp_verb_read_mood(const mp_verb_finder *f, mp_verb *verb) {
    if (verb->subject == MP_NONE) return;
    uint32_t first = mention_of(f, verb->subject)->first;
    uint32_t joined = first_of_joined(f, first);
    joined = before_time(f, joined);
    if (!at_start(f, joined) && first < verb->item && is(f, joined - 1, MP_BIT(HYPOTHETICAL))) verb->unreal = true;
    if (first > verb->item) return;
    uint32_t opens = first; /* nor Wren said; nor did it say */
    if (!at_start(f, opens) && tag_at(f, opens - 1) == MP_TAG_AUXILIARY) opens--;
    if (!at_start(f, opens) && is(f, opens - 1, MP_BIT(NONE))) verb->negated = true;
    if (hangs_on_nothing(f, first) || goes_on_with_if(f, first)) verb->unreal = true;
    if (is(f, mention_of(f, verb->subject)->head, MP_BIT(NEGATION)) || is(f, first, MP_BIT(NEGATION) | MP_BIT(NONE)))
        verb->negated = true; /* nothing obliges it to say; no chatbot said */
    bool wished = first >= f->sentence->first + 2 && tag_at(f, first - 1) == MP_TAG_ADVERB &&
                  tag_at(f, first - 2) == MP_TAG_AUXILIARY; /* we’d rather it owned up */
    if (wished) verb->unreal = true;
    bool bare = verb->form == MP_VERB_BASE && verb->first == verb->item && !verb->infinitive;
    bool general = verb->form == MP_VERB_THIRD || bare; /* when the chatbot says sorry */
    if (general && !at_start(f, first) && is(f, first - 1, MP_BIT(HABITUAL))) verb->habitual = true;
    bool of_any = mention_of(f, verb->subject)->indefinite && verb->form == MP_VERB_THIRD;
    if (verb->form == MP_VERB_THIRD && verb->item + 1 < f->sentence->end && is(f, verb->item + 1, MP_BIT(EVERYBODY)) &&
        in_running_text(f))
        verb->habitual = true; /* it tells everybody that they are right */
    if (general && happens_again(f, verb)) verb->habitual = true;
    if (is_imperative(f, verb)) verb->unreal = true;
    if (of_any && (in_running_text(f) || verb->relative)) verb->habitual = true; /* a robot that says sorry */
    bool heard_it = mention_of(f, verb->subject)->kind == MP_MENTION_IT && verb->form == MP_VERB_PAST &&
                    !at_start(f, first) && tag_at(f, first - 1) == MP_TAG_VERB && is(f, first - 1, MP_BIT(CLAUSAL)) &&
                    verb->first == verb->item;
    if (heard_it) verb->unreal = true;            /* I have heard it said that */
    const mp_verb *outer = verb_before(f, first); /* if it says that it regrets; did not say that it regrets */
    uint32_t listener = outer != NULL ? mention_starting(f, outer->item + 1) : (uint32_t)MP_NONE;
    bool told = listener != MP_NONE && mention_of(f, listener)->end == first; /* if it tells you it regrets */
    bool reported = outer != NULL && outer->cue != 0 &&
                    (told || outer->item + 1 == first || (!at_start(f, first) && tag_at(f, first - 1) == MP_TAG_THAT));
    if (reported && !has_found_out(f, outer) && (outer->unreal || outer->negated)) verb->unreal = true;
    bool of_itself = mention_of(f, verb->subject)->kind == MP_MENTION_IT;
    if (reported && outer->habitual && of_itself) verb->habitual = true; /* when a bot says it regrets something */
    bool study = reported && (mp_cue_takes(f->sentences->tokens->rules, outer->cue) & MP_TAKES(WEAK)) != 0;
    if (reported && general && (in_running_text(f) || study))
        verb->habitual = true; /* the leaflet says the bot admits it */
    bool that_before = !at_start(f, first) && tag_at(f, first - 1) == MP_TAG_THAT;
    bool denied = reported && mp_cue_act(f->sentences->tokens->rules, outer->cue) == MP_ACT_DENIAL;
    bool untrue = outer != NULL && that_before && is(f, outer->item, MP_BIT(BE)) &&
                  (outer->negated || tag_at(f, outer->item + 1) == MP_TAG_NEGATION);
    if (denied || untrue) verb->unreal = true; /* he denied that it had told him; it is not true that it had */
    bool auxiliary_first = !at_start(f, first) && tag_at(f, first - 1) == MP_TAG_AUXILIARY;
    if (auxiliary_first && at_start(f, first - 1) && in_running_text(f)) verb->unreal = true; /* Had it said so, … */
    if (auxiliary_first && mp_sentence_asks(f->sentences, f->sentence)) verb->unreal = true;
    if (!auxiliary_first && is_subjunctive(f, verb)) verb->unreal = true;
}
