/* attribution_clause.c: reported clauses: what a verb of saying reports without quotation marks. Knows verbs, their
 * constructions and marks; nothing of what the words mean. */
#include "attribution_clause_internal.h"

static bool nothing_was_said(const mp_verb *verb) { return verb->negated || verb->unreal || verb->habitual; }

/* What it answered they never tell: the content is the question word. Asked what it said. */
static bool content_is_question_word(const mp_attributor *a, const mp_verb *verb) {
    if (verb->subject == MP_NONE) return false;
    uint32_t first = a->mentions->items[verb->subject].first;
    const mp_sentence *sentence = &a->sentences->list[verb->sentence];
    if (verb->first > sentence->first && mp_at_tag(a, verb->first - 1) == MP_TAG_COORDINATOR)
        return false; /* asked how it worked, and was told */
    bool where = first > sentence->first + 1 && mp_at_is(a, first - 1, MP_BIT(SUBORDINATOR)) &&
                 (mp_at_tag(a, first - 2) == MP_TAG_COMMA || a->mentions->item_mention[first - 2] != MP_NONE);
    if (where) return false; /* went back to the app, where it apologised */
    return first > sentence->first && first < verb->item && mp_at_tag(a, first - 1) == MP_TAG_QUESTION;
}

/* A passive’s clause: a neighbour was told by Copilot that …; promised a refund by the bot. */
static bool begin_after_agent(const mp_attributor *a, mp_clause *c, uint32_t speaker) {
    bool behind = a->mentions->items[speaker].first > c->verb->item; /* else who asked Grok was told that */
    uint32_t after = mp_clause_skip_adverbials(a, c, behind ? a->mentions->items[speaker].end : c->verb->item + 1);
    bool somebody_told = (mp_at_takes(a, c->verb) & MP_TAKES(LISTENER)) != 0;
    bool it_was_said = c->verb->subject != MP_NONE && a->mentions->items[c->verb->subject].kind == MP_MENTION_IT;
    bool was_denied = c->verb->passive && (mp_at_takes(a, c->verb) & MP_TAKES(OBJECT)) != 0;
    if (!somebody_told && !it_was_said && !was_denied)
        return false;                                     /* not: written by a model that the firm had leased */
    after = mp_clause_skip_insertion(a, c, after, after); /* was told by Grok, when he asked, that */
    if (mp_clause_in_sentence(c, after) && mp_at_tag(a, after) == MP_TAG_THAT && mp_clause_in_sentence(c, after + 1))
        return mp_clause_set(c, after + 1, MP_RULE_PASSIVE);
    if (mp_clause_in_sentence(c, after) && mp_at_tag(a, after) == MP_TAG_TO)
        return mp_clause_set(c, c->verb->item, MP_RULE_PASSIVE);
    if (mp_clause_in_sentence(c, after) && mp_clause_begins(a, c, after))
        return mp_clause_set(c, after, MP_RULE_PASSIVE);
    bool content_between = was_denied || !mp_at_is(a, c->verb->item + 1, MP_BIT(BY)); /* not: a refund promised by it */
    bool told_same = !behind && somebody_told && (mp_at_takes(a, c->verb) & MP_TAKES(OBJECT)) == 0 &&
                     !(mp_clause_in_sentence(c, c->verb->item + 1) &&
                       mp_at_tag(a, c->verb->item + 1) == MP_TAG_PREPOSITION); /* were told the same as you */
    bool carries_content = content_between && !told_same &&
                           (mp_at_takes(a, c->verb) & (MP_TAKES(OBJECT) | MP_TAKES(TO) | MP_TAKES(ABOUT))) != 0;
    return carries_content && mp_clause_set(c, c->verb->item, MP_RULE_PASSIVE);
}

/* A verb that no list has, of a model, with “that” right after it: it volunteered that. Not verbs of thinking and
 * finding, which the guideline leaves out. */
static bool brings_that_clause(const mp_attributor *a, const mp_verb *verb) {
    const mp_sentence *sentence = &a->sentences->list[verb->sentence];
    if (verb->cue != 0 || verb->passive || verb->relative || verb->subject == MP_NONE ||
        verb->item + 2 >= sentence->end)
        return false;
    bool word = mp_at_is(a, verb->item + 1, MP_BIT(ANSWER_WORD)); /* its answer was no */
    if ((mp_at_tag(a, verb->item + 1) != MP_TAG_THAT && !word) || mp_at_is(a, verb->item, MP_BIT(CLAUSAL)))
        return false;
    const mp_reference *subject = mp_at_reference(a, verb->subject);
    mp_clause c = {.verb = verb, .sentence = sentence};
    bool answer_was = subject->text && subject->kind == MP_SPEAKER_MODEL && subject->certainty >= 70 &&
                      mp_at_is(a, verb->item, MP_BIT(BE)) && verb->first == verb->item &&
                      (a->mentions->items[verb->subject].classes & MP_BIT(REPLY)) != 0;
    if (answer_was && word) return mp_clause_is_answer_word(a, &c, verb->item + 1);
    if (answer_was) return mp_clause_begins(a, &c, verb->item + 2); /* Grok’s answer was that it had sunk */
    bool plain =
        mp_at_tag(a, verb->item) == MP_TAG_VERB && !verb->infinitive && !word; /* not: it’s that; revealing that */
    if (!plain) return false;
    if (a->mentions->items[verb->subject].kind == MP_MENTION_IT) return false; /* it emerged that, it meant that */
    return subject->kind == MP_SPEAKER_MODEL && !subject->text && mp_clause_begins(a, &c, verb->item + 2);
}

/* After the verb, or before it: “The number was a guess, it insisted when we asked again.” */
static bool begin_around_verb(const mp_attributor *a, mp_clause *c, uint16_t takes) {
    uint32_t next = c->verb->item + 1;
    bool when = mp_clause_in_sentence(c, next) && mp_at_tag(a, next) == MP_TAG_SUBORDINATOR;
    if ((when || c->verb->inverted) && mp_clause_stands_before(a, c, takes)) return true;
    return !c->verb->inverted && (mp_clause_begin_after_verb(a, c, takes) || mp_clause_stands_before(a, c, takes));
}

/* Emailed her that it was shut; the bridge, it held, was shut; allowed the bridge was shut: verbs that say something only
 * where a clause follows. Not those of thinking. */
static bool begin_of_weak(const mp_attributor *a, mp_clause *c, uint16_t takes) {
    if (c->verb->subject == MP_NONE || c->verb->passive || c->verb->infinitive) return false;
    if (mp_at_is(a, c->verb->item, MP_BIT(CLAUSAL))) return false;
    const mp_reference *subject = mp_at_reference(a, c->verb->subject);
    if (subject->kind != MP_SPEAKER_MODEL || subject->text) return false;
    uint32_t next = c->verb->item + 1;
    uint32_t cause = mp_clause_skip_phrase(a, c, next); /* put the error down to a fault */
    bool ascribes = cause > next && mp_clause_in_sentence(c, cause + 1) && mp_at_is(a, cause, MP_BIT(ASCRIBES));
    if (ascribes) return mp_clause_set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    if ((takes & MP_TAKES(THAT)) == 0) return false;
    uint32_t listener = (takes & MP_TAKES(LISTENER)) != 0 ? mp_clause_skip_phrase(a, c, next) : next;
    for (int round = 0; round < 2; round++) {
        uint32_t item = round == 0 ? next : listener;
        bool that = mp_clause_in_sentence(c, item + 1) && mp_at_tag(a, item) == MP_TAG_THAT;
        if (that && mp_clause_begins(a, c, item + 1)) return mp_clause_set(c, item + 1, MP_RULE_REPORTED_CLAUSE);
    }
    uint32_t mention = mp_at_mention_starting(a, c->sentence, listener);
    bool straight = mention != MP_NONE && mp_clause_in_sentence(c, a->mentions->items[mention].end) &&
                    mp_at_is_auxiliary(a, a->mentions->items[mention].end) && !a->mentions->items[mention].object_form;
    if (straight) return mp_clause_set(c, listener, MP_RULE_REPORTED_CLAUSE);
    return mp_clause_in_sentence(c, next) && mp_at_tag(a, next) == MP_TAG_COMMA &&
           mp_clause_stands_before(a, c, takes) && c->end > c->verb->item;
}

/* What the bot said was that it had sunk. */
static bool begin_after_cleft(const mp_attributor *a, mp_clause *c) {
    uint32_t be = c->verb->item + 1;
    if (!mp_clause_in_sentence(c, be + 2) || !mp_at_is(a, be, MP_BIT(BE)) || mp_at_tag(a, be + 1) != MP_TAG_THAT)
        return false;
    return mp_clause_begins(a, c, be + 2) && mp_clause_set(c, be + 2, MP_RULE_REPORTED_CLAUSE);
}

/* Said nothing; had been told nothing. */
static bool says_nothing(const mp_attributor *a, const mp_clause *c) {
    uint32_t next = c->verb->item + 1;
    return mp_clause_in_sentence(c, next) && mp_at_tag(a, next) == MP_TAG_PRONOUN &&
           mp_at_is(a, next, MP_BIT(NEGATION)) &&
           !(mp_clause_in_sentence(c, next + 1) && mp_at_is_auxiliary(a, next + 1));
}

/* “The bot admitted it,” a person said; headlines said that a chatbot had said sorry: no content, and nobody’s act. */
static bool is_empty_act(const mp_attributor *a, const mp_clause *c, uint32_t speaker) {
    if (c->rule != MP_RULE_SPEECH_ACT || speaker == MP_NONE) return false;
    uint32_t next = c->verb->item + 1;
    bool bare = next >= c->sentence->end || mp_at_tag(a, next) == MP_TAG_STOP || mp_at_tag(a, next) == MP_TAG_COMMA;
    bool pronoun = !bare && mp_at_tag(a, next) == MP_TAG_PRONOUN && next + 1 >= c->end;
    bool in_somebodys_words = c->sentence->scope != MP_NONE;
    return (bare || pronoun) && (in_somebodys_words || a->mentions->items[speaker].indefinite);
}

/* Copilot now suggests replies and warns of phishing: what a product does, of things in general. */
static bool is_feature(const mp_attributor *a, const mp_clause *c) {
    enum { most_items = 4 };
    bool running = a->tokens->article->blocks[c->sentence->block].kind > MP_BLOCK_SUBHEAD;
    bool act = c->rule == MP_RULE_SPEECH_ACT && c->verb->form == MP_VERB_THIRD;
    if (!running || !act || c->end - c->first > most_items || c->end <= c->verb->item + 1) return false;
    uint32_t item = c->verb->item + 1;
    if (mp_at_tag(a, item) == MP_TAG_PREPOSITION) item++;
    uint32_t object = mp_at_mention_starting(a, c->sentence, item);
    if (object == MP_NONE || a->mentions->items[object].end != c->end) return false;
    const mp_mention *own = &a->mentions->items[object];
    return own->plural && !own->definite && !own->indefinite && mp_at_tag(a, own->first) != MP_TAG_NUMBER;
}

/* “It’s advising people to break the law”: what somebody says that it is doing. */
static bool is_being_done(const mp_attributor *a, const mp_verb *verb) {
    if (verb->form != MP_VERB_GERUND || verb->gerund || verb->first == verb->item) return false;
    if (a->sentences->list[verb->sentence].scope == MP_NONE) return false;
    for (uint32_t i = verb->first; i < verb->item; i++)
        if (mp_at_is(a, i, MP_BIT(PRESENT_BE))) return true;
    return false;
}

/* The firm has been sued. It denies the claims: a company, a person, before the law. */
static bool is_plea(const mp_attributor *a, const mp_verb *verb) {
    bool denies = mp_cue_act(a->rules, verb->cue) == MP_ACT_DENIAL;
    if (!denies || verb->form != MP_VERB_THIRD || verb->subject == MP_NONE) return false;
    uint8_t kind = a->mentions->items[verb->subject].kind;
    if (kind != MP_MENTION_IT && kind != MP_MENTION_HE_OR_SHE) return false;
    uint32_t object = mp_at_mention_starting(a, &a->sentences->list[verb->sentence], verb->item + 1);
    return object != MP_NONE && mp_at_is(a, a->mentions->items[object].head, MP_BIT(CHARGE));
}

/* Let him know that it was due: the verb of whoever is told brings the clause. */
static bool is_made_known(const mp_attributor *a, mp_clause *c, mp_attribution *attribution) {
    const mp_verb *verb = c->verb;
    uint32_t v = (uint32_t)(verb - a->verbs->items);
    if (!mp_at_is(a, verb->item, MP_BIT(MADE_KNOWN)) || v == a->verbs->sentence_first[verb->sentence]) return false;
    const mp_verb *outer = verb - 1;
    bool wants =
        verb->form != MP_VERB_BASE && mp_at_is(a, verb->first - 1, MP_BIT(PRONOUN_THING)); /* wanted it known */
    bool lets =
        (wants || mp_at_is(a, outer->item, MP_BIT(CAUSING))) && !nothing_was_said(outer) && outer->subject != MP_NONE;
    uint32_t listener = lets ? mp_at_mention_starting(a, c->sentence, outer->item + 1) : (uint32_t)MP_NONE;
    if (listener == MP_NONE || a->mentions->items[listener].end != verb->first) return false;
    uint32_t next = verb->item + 1;
    bool that = mp_clause_in_sentence(c, next + 1) && mp_at_tag(a, next) == MP_TAG_THAT;
    if (!mp_clause_in_sentence(c, next + 1) || !mp_clause_begins(a, c, that ? next + 1 : next)) return false;
    c->verb = outer;
    mp_at_credit_verb(a, attribution, v - 1, MP_RULE_REPORTED_CLAUSE);
    return mp_clause_set(c, that ? next + 1 : next, MP_RULE_REPORTED_CLAUSE);
}

/* Grok asked him to leave his wife: what a model bids one person. Not: Grok asks users to sign in. */
static bool begin_of_bidding(const mp_attributor *a, mp_clause *c) {
    const mp_verb *verb = c->verb;
    bool asks = mp_at_is(a, verb->item, MP_BIT(ASKING)) && verb->form == MP_VERB_PAST && verb->cue != 0;
    if (!asks || verb->passive || verb->infinitive || verb->gerund || verb->subject == MP_NONE) return false;
    const mp_reference *subject = mp_at_reference(a, verb->subject);
    if (subject->kind != MP_SPEAKER_MODEL || subject->text || subject->plural) return false;
    uint32_t object = mp_at_mention_starting(a, c->sentence, verb->item + 1);
    if (object == MP_NONE || a->mentions->items[object].plural) return false;
    uint8_t kind = a->mentions->items[object].kind;
    bool one = kind == MP_MENTION_PERSON || kind == MP_MENTION_HE_OR_SHE || kind == MP_MENTION_I;
    uint32_t to = a->mentions->items[object].end;
    if (mp_clause_in_sentence(c, to) && mp_at_tag(a, to) == MP_TAG_NEGATION) to++;
    bool bids = one && mp_clause_in_sentence(c, to + 1) && mp_at_tag(a, to) == MP_TAG_TO;
    return bids && mp_clause_set(c, verb->item, MP_RULE_SPEECH_ACT);
}

static bool find_clause(const mp_attributor *a, uint32_t v, mp_clause *found_clause, mp_attribution *attribution) {
    const mp_verb *verb = &a->verbs->items[v];
    mp_clause c = {.verb = verb, .sentence = &a->sentences->list[verb->sentence]};
    uint16_t takes = mp_at_takes(a, verb);
    if (is_made_known(a, &c, attribution)) {
        mp_clause_find_end(a, &c);
        *found_clause = c;
        attribution->rule = c.rule;
        return c.end > c.first && !mp_clause_has_model_words(a, &c);
    }
    if (takes == 0 && brings_that_clause(a, verb)) takes = MP_TAKES(THAT);
    if (takes == 0 || nothing_was_said(verb) || is_being_done(a, verb) || is_plea(a, verb)) return false;
    bool weak = (takes & MP_TAKES(WEAK)) != 0;
    bool cleft = content_is_question_word(a, verb) && begin_after_cleft(a, &c);
    if ((content_is_question_word(a, verb) && !cleft) || says_nothing(a, &c)) return false;
    mp_at_credit_verb(a, attribution, v, MP_RULE_REPORTED_CLAUSE);
    bool passive = attribution->rule == MP_RULE_PASSIVE;
    if (attribution->speaker == MP_NONE) return false;

    bool found = cleft || begin_of_bidding(a, &c) ? true
                 : weak                           ? !passive && begin_of_weak(a, &c, takes)
                 : passive                        ? begin_after_agent(a, &c, attribution->speaker) ||
                                 mp_clause_stands_before_agent(a, &c, takes, attribution->speaker)
                           : begin_around_verb(a, &c, takes);
    if (!found) return false;
    bool around = c.rule == MP_RULE_CLAUSE_THEN_SPEAKER && c.end > verb->item; /* …, it told me, was old, adding that */
    if (c.rule != MP_RULE_CLAUSE_THEN_SPEAKER || around) mp_clause_find_end(a, &c);
    if (c.end <= c.first || mp_clause_has_model_words(a, &c) || is_empty_act(a, &c, attribution->speaker)) return false;
    if (is_feature(a, &c)) return false;
    attribution->rule = c.rule;
    *found_clause = c;
    return true;
}

bool mp_at_reported_clause(const mp_attributor *a, uint32_t v, mp_attribution *attribution, uint32_t *cut_at) {
    mp_clause c;
    if (!find_clause(a, v, &c, attribution)) return false;
    mp_clause_fill(a, &c, attribution);
    *cut_at = c.end - c.first > MP_CLAUSE_REACH - MP_CLAUSE_SHORT_REACH ? c.end : 0; /* but for marks at its end */
    return true;
}

bool mp_clause_of(const mp_attributor *a, const mp_attribution *attribution, mp_clause *c) {
    mp_attribution again = {.speaker = MP_NONE, .verb = MP_NONE, .stretch = MP_NONE};
    if (attribution->form != MP_FORM_INDIRECT || attribution->verb == MP_NONE) return false;
    return find_clause(a, attribution->verb, c, &again) && mp_item_start(a->sentences, c->first) == attribution->start;
}

/* The item behind the marks and the “and” that part a clause from the next. */
static uint32_t past_joint(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    enum { most_items = 3 };
    for (int steps = 0; steps < most_items && mp_clause_in_sentence(c, item); steps++, item++) {
        mp_tag tag = mp_at_tag(a, item);
        bool joins = tag == MP_TAG_COMMA || tag == MP_TAG_COORDINATOR || tag == MP_TAG_SUBORDINATOR ||
                     tag == MP_TAG_DASH || tag == MP_TAG_STOP; /* …; in another, that */
        if (!joins) break;
    }
    return item;
}

bool mp_at_further_clause(const mp_attributor *a, uint32_t v, uint32_t after, mp_attribution *attribution) {
    mp_clause c;
    if (!find_clause(a, v, &c, attribution) || c.rule == MP_RULE_CLAUSE_THEN_SPEAKER) return false;
    for (uint32_t n = 0; n <= after; n++) {
        uint32_t first = past_joint(a, &c, c.end);
        uint32_t that = first > c.end ? mp_clause_gap(a, &c, first) : (uint32_t)MP_NONE;
        if (that == MP_NONE) return false;
        bool listens = (mp_at_takes(a, c.verb) & MP_TAKES(LISTENER)) != 0 ||
                       mp_at_tag(a, first) == MP_TAG_PREPOSITION || mp_at_tag(a, first) == MP_TAG_ADVERB;
        if (!listens) mp_at_credit_mention(a, attribution, a->mentions->item_mention[first], MP_RULE_REPORTED_CLAUSE);
        c.first = that + 1;
        mp_clause_find_end(a, &c);
        if (c.end <= c.first || mp_clause_has_model_words(a, &c)) return false;
    }
    if (attribution->verb == MP_NONE) {
        attribution->cue_sentence = attribution->sentence = c.verb->sentence;
        attribution->verb = v;
        attribution->cue_start = mp_item_start(a->sentences, c.verb->item);
        attribution->cue_end = mp_item_end(a->sentences, c.verb->item);
    }
    mp_clause_fill(a, &c, attribution);
    return true;
}
