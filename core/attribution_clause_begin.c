/* attribution_clause_begin.c: where the clause begins that stands behind its verb: past a listener, an insertion, a colon.
 * Knows verbs, their constructions and marks; nothing of where a clause ends. */
#include "attribution_clause_internal.h"

enum { most_listener_items = 8, most_inserted = 24, most_object = 4 };

/* Headlines leave out “is”: Grok says island part of China. */
static bool leaves_out_verb(const mp_attributor *a, const mp_clause *c, uint16_t takes, uint32_t item) {
    enum { least_items = 3 };
    bool headline = a->tokens->article->blocks[c->sentence->block].kind <= MP_BLOCK_DEK;
    bool says = (takes & MP_TAKES(THAT)) != 0 && (takes & MP_TAKES(WRITTEN)) != 0 &&
                (takes & (MP_TAKES(LISTENER) | MP_TAKES(ONCE))) == 0; /* not: announces tool for drawers */
    if (!headline || !says || c->verb->form != MP_VERB_THIRD || item != c->verb->item + 1) return false;
    uint32_t subject = mp_at_mention_starting(a, c->sentence, item);
    if (subject == MP_NONE || item + least_items > c->sentence->end) return false;
    uint32_t after = a->mentions->items[subject].end;
    bool described = mp_clause_in_sentence(c, after) &&
                     (mp_at_tag(a, after) == MP_TAG_THAT || mp_at_tag(a, after) == MP_TAG_RELATIVE);
    if (a->mentions->items[subject].indefinite || described) return false; /* announces a rule that never was */
    for (uint32_t i = item; i < c->sentence->end && i < item + MP_CLAUSE_REACH; i++)
        if (mp_at_tag(a, i) == MP_TAG_STRETCH) return false;
    return mp_at_tag(a, item) != MP_TAG_PRONOUN;
}

/* Suggested a soup with the last of the beans stirred in: behind a verb that may take a mere thing, a clause without “that”
 * has its verb at once, or an auxiliary behind the phrases of its subject. */
static bool has_verb_at_once(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    uint32_t first = mp_clause_skip_phrase(a, c, item), i = mp_clause_skip_phrases(a, c, first);
    if (!mp_clause_in_sentence(c, i)) return false;
    if (mp_at_is_auxiliary(a, i)) return true;
    if (mp_at_tag(a, i) != MP_TAG_VERB) return false;
    return i == first || mp_token_entry(a->tokens, mp_item_token(a->sentences, i))->verb_form == MP_VERB_THIRD;
}

/* A clause or a noun phrase right after the verb or its listener. */
static bool begin_at_phrase(const mp_attributor *a, mp_clause *c, uint16_t takes, uint32_t item) {
    mp_tag tag = mp_at_tag(a, item);
    bool clause = (takes & MP_TAKES(THAT)) != 0 && mp_clause_begins(a, c, item);
    bool mere_thing = (takes & MP_TAKES(OBJECT)) != 0 && item == c->verb->item + 1 && !has_verb_at_once(a, c, item);
    if (clause && !mere_thing) return mp_clause_set(c, item, MP_RULE_REPORTED_CLAUSE);
    bool noun_phrase = mp_at_mention_starting(a, c->sentence, item) != MP_NONE || tag == MP_TAG_GERUND ||
                       tag == MP_TAG_NUMBER || tag == MP_TAG_SYMBOL ||
                       (tag == MP_TAG_AUXILIARY && mp_at_is(a, item, MP_BIT(VERB_GERUND))); /* denied being */
    if ((takes & MP_TAKES(OBJECT)) != 0 && noun_phrase) return mp_clause_set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    return leaves_out_verb(a, c, takes, item) && mp_clause_set(c, item, MP_RULE_REPORTED_CLAUSE);
}

/* The “that” behind what describes a listener: told journalists posing as owners that; `item` where there is none. What a
 * comma opens a comma closes: The kettle, it told me, was old, adding that. */
static uint32_t that_behind(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    bool bracketed = mp_at_tag(a, item) == MP_TAG_OPEN; /* told Ann (44) that */
    bool marked = mp_at_tag(a, item) == MP_TAG_COMMA || bracketed;
    mp_tag closing = bracketed ? MP_TAG_CLOSE : MP_TAG_COMMA;
    for (uint32_t i = item, steps = 0; i + 1 < c->sentence->end && steps < most_inserted; i++, steps++) {
        mp_tag tag = mp_at_tag(a, i);
        if (marked && tag == MP_TAG_THAT && i > item + 1 && mp_at_tag(a, i - 1) != closing) return item;
        bool joins = tag == MP_TAG_COORDINATOR && !marked; /* told me, unprompted and aloud, that */
        if (tag == MP_TAG_STOP || tag == MP_TAG_COLON || joins) return item;
        if (tag == MP_TAG_THAT) return mp_at_mention_starting(a, c->sentence, i + 1) != MP_NONE ? i : item;
    }
    return item;
}

static bool lacks_subject(const mp_attributor *a, uint32_t item) {
    mp_tag tag = mp_at_tag(a, item);
    return mp_at_is_auxiliary(a, item) || tag == MP_TAG_VERB || tag == MP_TAG_NEGATION;
}

/* told users on Monday the road was shut: what follows the listener tells when or where. */
static bool on_a_day(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item + 1);
    if (mention == MP_NONE || mp_at_tag(a, item) != MP_TAG_PREPOSITION) return false;
    const mp_mention *phrase = &a->mentions->items[mention];
    return phrase->kind == MP_MENTION_TIME || mp_at_is(a, phrase->head, MP_BIT(PLACE_NOUN) | MP_BIT(TIME));
}

/* It told me, unprompted, there were queues: the clause behind a word or two between commas; MP_NONE where none is. */
static uint32_t behind_aside(const mp_attributor *a, const mp_clause *c, uint32_t comma) {
    enum { most_items = 4 };
    if (mp_at_tag(a, comma) != MP_TAG_COMMA) return MP_NONE;
    for (uint32_t i = comma + 2; mp_clause_in_sentence(c, i + 1) && i <= comma + most_items; i++)
        if (mp_at_tag(a, i) == MP_TAG_COMMA) return mp_clause_begins(a, c, i + 1) ? i + 1 : (uint32_t)MP_NONE;
    return MP_NONE;
}

/* Told the mayor and the council that: past a second listener, where what is told follows. */
static uint32_t end_of_listeners(const mp_attributor *a, const mp_clause *c, uint32_t end) {
    if (!mp_clause_in_sentence(c, end + 2) || mp_at_tag(a, end) != MP_TAG_COORDINATOR) return end;
    uint32_t second = mp_at_mention_starting(a, c->sentence, end + 1);
    if (second == MP_NONE || !mp_clause_in_sentence(c, a->mentions->items[second].end + 1)) return end;
    uint32_t after = a->mentions->items[second].end;
    bool told = mp_at_tag(a, after) == MP_TAG_THAT || mp_at_tag(a, after) == MP_TAG_TO || mp_clause_begins(a, c, after);
    return told ? after : end;
}

/* Told users it would; told her to leave; warned users against it. */
static bool begin_after_listener(const mp_attributor *a, mp_clause *c, uint16_t takes, uint32_t item) {
    while (mp_clause_in_sentence(c, item) && mp_at_tag(a, item) == MP_TAG_ADVERB) item++; /* told at least 40 users */
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item);
    if (mention == MP_NONE || a->mentions->items[mention].end - item > most_listener_items) return false;
    uint32_t listener_end = end_of_listeners(a, c, a->mentions->items[mention].end);
    bool in_marks = mp_at_tag(a, listener_end - 1) == MP_TAG_DETERMINER && mp_clause_in_sentence(c, listener_end) &&
                    mp_at_tag(a, listener_end) == MP_TAG_STRETCH; /* told the “teenager” that */
    uint32_t after = mp_clause_skip_adverbials(a, c, listener_end + (in_marks ? 1 : 0));
    if (!mp_clause_in_sentence(c, after)) return false;
    mp_tag tag = mp_at_tag(a, after);
    bool of_users = mp_at_is(a, listener_end, MP_BIT(AFFILIATION)); /* told thousands of users it was */
    bool straight = of_users || on_a_day(a, c, listener_end) ||
                    mp_at_tag(a, listener_end) != MP_TAG_PREPOSITION; /* not: accused two over a fire they */
    uint32_t aside = behind_aside(a, c, after);
    if (aside != MP_NONE && straight && (takes & MP_TAKES(THAT)) != 0)
        return mp_clause_set(c, aside, MP_RULE_REPORTED_CLAUSE);
    bool described = tag == MP_TAG_GERUND || tag == MP_TAG_RELATIVE || tag == MP_TAG_COMMA || tag == MP_TAG_OPEN ||
                     (tag == MP_TAG_PREPOSITION && (takes & MP_TAKES(ABOUT)) == 0);
    if (described) after = that_behind(a, c, after);
    tag = mp_at_tag(a, after);
    bool aged = tag == MP_TAG_COMMA && mp_clause_in_sentence(c, after + 3) &&
                mp_at_tag(a, after + 1) == MP_TAG_NUMBER && mp_at_tag(a, after + 2) == MP_TAG_COMMA;
    if (aged) tag = mp_at_tag(a, after += 3); /* told girl, 10, to touch it */
    bool thing =
        mp_clause_in_sentence(c, after + 1) && lacks_subject(a, after + 1); /* told him of a rule that never was */
    bool object = (takes & MP_TAKES(OBJECT)) != 0 && a->mentions->items[mention].kind == MP_MENTION_THING &&
                  !a->mentions->items[mention].plural && after == a->mentions->items[mention].end;
    thing |= object; /* promised a refund that the rules do not allow */
    if (tag == MP_TAG_THAT && mp_clause_in_sentence(c, after + 1) && !thing)
        return mp_clause_set(c, after + 1, MP_RULE_REPORTED_CLAUSE);
    bool not_to = tag == MP_TAG_NEGATION && mp_clause_in_sentence(c, after + 1) && mp_at_tag(a, after + 1) == MP_TAG_TO;
    bool told =
        c->verb->form == MP_VERB_PAST || a->tokens->article->blocks[c->sentence->block].kind <= MP_BLOCK_SUBHEAD;
    bool how_to = told && tag == MP_TAG_QUESTION && mp_clause_in_sentence(c, after + 1) &&
                  mp_at_tag(a, after + 1) == MP_TAG_TO; /* not: tells shoppers what to cook */
    bool where = told && tag == MP_TAG_QUESTION && mp_clause_begins(a, c, after + 1) &&
                 (takes & MP_TAKES(TO)) != 0; /* told her where the knives were kept */
    if (where) return mp_clause_set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    if (tag == MP_TAG_TO || not_to || how_to)
        return mp_clause_set(c, c->verb->item, MP_RULE_SPEECH_ACT); /* told me not to */
    if (straight && (takes & MP_TAKES(THAT)) != 0 && mp_clause_begins(a, c, after))
        return mp_clause_set(c, after, MP_RULE_REPORTED_CLAUSE);
    bool by_preposition = mp_at_tag(a, a->mentions->items[mention].end) == MP_TAG_PREPOSITION;
    return by_preposition && (takes & MP_TAKES(ABOUT)) != 0 && mp_clause_set(c, c->verb->item, MP_RULE_SPEECH_ACT);
}

/* Whether a noun phrase at `item` is followed by its verb at once. */
static bool subject_follows(const mp_attributor *a, const mp_clause *c, uint16_t takes, uint32_t item) {
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item);
    if (mention == MP_NONE || (takes & MP_TAKES(THAT)) == 0 || a->mentions->items[mention].object_form) return false;
    uint32_t after = a->mentions->items[mention].end;
    if (!mp_clause_in_sentence(c, after)) return false;
    mp_mention_kind kind = (mp_mention_kind)a->mentions->items[mention].kind; /* warned she faced a fine */
    bool subject_form = kind == MP_MENTION_HE_OR_SHE || kind == MP_MENTION_THEY || kind == MP_MENTION_I;
    return mp_at_is_auxiliary(a, after) || (subject_form && mp_at_tag(a, after) == MP_TAG_VERB);
}

/* Whether a subject, or something before it, follows “that”. */
static bool brings_clause(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    return mp_at_mention_starting(a, c->sentence, item) != MP_NONE || mp_at_tag(a, item) == MP_TAG_COMMA ||
           mp_at_tag(a, item) == MP_TAG_SUBORDINATOR || mp_at_tag(a, item) == MP_TAG_PREPOSITION;
}

/* What may stand between a verb and its “that” and is no content. */
static bool opens_adverbial(mp_tag tag) {
    return tag == MP_TAG_COMMA || tag == MP_TAG_DASH || tag == MP_TAG_OPEN || tag == MP_TAG_PREPOSITION ||
           tag == MP_TAG_ADVERB || tag == MP_TAG_NEGATION || tag == MP_TAG_SUBORDINATOR;
}

/* A gerund that brings a clause of its own: telling, saying. */
static bool tells(const mp_attributor *a, uint32_t item) {
    uint32_t token = mp_item_token(a->sentences, item);
    if (token == MP_NONE || mp_at_tag(a, item) != MP_TAG_GERUND || mp_at_is(a, item, MP_BIT(ASKING))) return false;
    return (mp_cue_takes(a->rules, mp_token_entry(a->tokens, token)->cue) & MP_TAKES(THAT)) != 0;
}

/* Past an insertion between verb and content: said, in a reply to another user, that; claimed (without evidence) that.
 * `item` where there is none. */
uint32_t mp_clause_skip_insertion(const mp_attributor *a, const mp_clause *c, uint32_t item, uint32_t next) {
    if (!mp_clause_in_sentence(c, next + 1)) return item;
    bool blind =
        mp_at_tag(a, next) == MP_TAG_OTHER && mp_at_tag(a, next + 1) == MP_TAG_PREPOSITION; /* swore blind to me */
    if (!blind && !opens_adverbial(mp_at_tag(a, next))) return item;
    if (mp_at_tag(a, next) == MP_TAG_PREPOSITION && tells(a, next + 1))
        return item; /* apologised for telling users that */
    bool marked = mp_at_tag(a, next) == MP_TAG_COMMA, relative = false;
    for (uint32_t i = next + 1, steps = 0; i + 1 < c->sentence->end && steps < most_inserted; i++, steps++) {
        mp_tag tag = mp_at_tag(a, i);
        bool ends = tag == MP_TAG_STOP || tag == MP_TAG_STRETCH || tag == MP_TAG_COLON;
        bool verb = tag == MP_TAG_AUXILIARY ||
                    (tag == MP_TAG_VERB && !mp_at_is(a, i, MP_BIT(NAMING))); /* replied to a user named Ann that */
        if (ends || (((verb && !relative) || tag == MP_TAG_COORDINATOR) && !marked)) return item;
        relative |= tag == MP_TAG_RELATIVE; /* to the people who fill it that */
        if (tag == MP_TAG_COMMA && !marked && mp_at_tag(a, i + 1) == MP_TAG_GERUND)
            return item; /* apologised to users, saying that */
        if (tag == MP_TAG_COMMA && mp_at_tag(a, i + 1) == MP_TAG_RELATIVE)
            marked = true; /* to Ann, who had asked, that */
        if (tag != MP_TAG_THAT || (marked && mp_at_tag(a, i - 1) != MP_TAG_COMMA)) continue;
        return brings_clause(a, c, i + 1) ? i : item;
    }
    return item;
}

/* Gemini confesses: I deleted them – words behind a colon, without marks. */
static bool begin_after_colon(const mp_attributor *a, mp_clause *c, uint16_t takes, uint32_t item) {
    if ((takes & (MP_TAKES(QUOTE) | MP_TAKES(THAT))) == 0 || mp_at_tag(a, item) != MP_TAG_COLON) return false;
    if (c->verb->gerund || c->verb->infinitive || item + 2 >= c->sentence->end) return false;
    for (uint32_t i = item + 1; i < c->sentence->end && i < item + MP_CLAUSE_REACH; i++)
        if (mp_at_tag(a, i) == MP_TAG_STRETCH) return false;
    bool says = (takes & MP_TAKES(WRITTEN)) != 0 && (takes & MP_TAKES(THAT)) != 0; /* says: eat more beans */
    says |= mp_at_is(a, item + 1, MP_BIT(ANSWER_WORD));
    if (!says && !mp_clause_begins(a, c, item + 1)) return false;
    return mp_clause_set(c, item + 1, MP_RULE_REPORTED_CLAUSE);
}

/* Had written that as well, came the reply: “that” is what was written. */
static bool is_that_thing(const mp_attributor *a, const mp_clause *c, uint32_t that) {
    uint32_t after = that + 1;
    bool ends = !mp_clause_in_sentence(c, after + 1);
    if (mp_at_tag(a, after) == MP_TAG_COMMA) return !ends && mp_at_is_auxiliary(a, after + 1); /* said that, did it? */
    uint32_t day = mp_at_mention_starting(a, c->sentence, after);                              /* wrote that January */
    bool time = day != MP_NONE && a->mentions->items[day].kind == MP_MENTION_TIME;
    if (time) after = a->mentions->items[day].end;
    if (!time && mp_at_tag(a, after++) != MP_TAG_ADVERB) return false;
    if (!mp_clause_in_sentence(c, after) || mp_at_tag(a, after) == MP_TAG_STOP) return true;
    return mp_at_tag(a, after) == MP_TAG_COMMA && !mp_clause_begins(a, c, after + 1);
}

/* It wrote back, it had no children: a comma for “that”, where the clause runs to the sentence's end. */
static bool is_spliced(const mp_attributor *a, const mp_clause *c, uint32_t comma) {
    uint32_t own = comma + 1;
    bool it = mp_clause_in_sentence(c, own + 2) && mp_at_tag(a, own) == MP_TAG_PRONOUN &&
              mp_at_is(a, own, MP_BIT(PRONOUN_THING)) && mp_at_is_auxiliary(a, own + 1);
    if (!it || mp_at_tag(a, comma) != MP_TAG_COMMA || c->verb->form != MP_VERB_PAST) return false;
    for (uint32_t i = own + 2; i < c->sentence->end; i++)
        if (mp_at_tag(a, i) == MP_TAG_COMMA) return false;
    return true;
}

/* It said yes; it told me no, then fell silent. Not: it said no more; it said yes to the plan. */
bool mp_clause_is_answer_word(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    if (!mp_clause_in_sentence(c, item) || !mp_at_is(a, item, MP_BIT(ANSWER_WORD))) return false;
    bool running = a->tokens->article->blocks[c->sentence->block].kind > MP_BLOCK_SUBHEAD;
    if (running && c->verb->form != MP_VERB_PAST) return false; /* it says yes since yes is what is said */
    if (!mp_clause_in_sentence(c, item + 1)) return true;
    mp_tag next = mp_at_tag(a, item + 1);
    return next == MP_TAG_STOP || next == MP_TAG_COMMA || next == MP_TAG_COORDINATOR || next == MP_TAG_SUBORDINATOR ||
           next == MP_TAG_DASH;
}

/* Apologised for the candles nobody had asked for, to those whose names were lost: what follows describes what the act is
 * about. `item` is behind the phrase that begins at `next`. */
static bool hangs_on_phrase(const mp_attributor *a, const mp_clause *c, uint16_t takes, uint32_t next, uint32_t item) {
    if (item <= next || !mp_clause_in_sentence(c, item)) return false;
    if (mp_at_is(a, item, MP_BIT(POSSESSIVE)) && mp_at_is(a, item, MP_BIT(RELATIVE))) return true;
    if ((takes & MP_TAKES(ABOUT)) == 0 || mp_at_tag(a, next) != MP_TAG_PREPOSITION) return false;
    uint32_t mention = a->mentions->item_mention[item - 1];
    return mention != MP_NONE && a->mentions->items[mention].kind == MP_MENTION_THING;
}

/* Wrote her that it would: a listener that only a clause with “that” can follow. */
static bool wrote_them_that(const mp_attributor *a, const mp_clause *c, uint32_t next) {
    uint32_t them = mp_at_mention_starting(a, c->sentence, next);

    return them != MP_NONE && mp_clause_in_sentence(c, next + 2) && mp_at_tag(a, next) == MP_TAG_PRONOUN &&
           a->mentions->items[them].object_form && mp_at_tag(a, next + 1) == MP_TAG_THAT;
}

/* Said to stop; not: a bot said to be old. */
static bool bids(const mp_attributor *a, const mp_clause *c, uint32_t to) {
    return mp_clause_in_sentence(c, to + 1) && !mp_at_is_auxiliary(a, to + 1) && c->verb->first == c->verb->item &&
           !a->mentions->items[c->verb->subject].indefinite;
}

/* Admitted not reading it. */
static bool is_not_doing(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    uint32_t doing = item + 1;
    if (mp_at_tag(a, item) != MP_TAG_NEGATION || !mp_clause_in_sentence(c, doing)) return false;
    if (mp_at_is(a, doing, MP_BIT(VERB_GERUND))) return true;
    while (mp_clause_in_sentence(c, doing) && mp_at_tag(a, doing) == MP_TAG_ADVERB) doing++;
    return mp_clause_in_sentence(c, doing) && mp_at_tag(a, doing) == MP_TAG_GERUND;
}

/* Apologised; apologised unreservedly to them; apologised for it, and … */
static bool begin_act_alone(const mp_attributor *a, mp_clause *c, uint16_t takes, uint32_t next) {
    bool may_stand_alone = (takes & MP_TAKES(ALONE)) != 0;
    while (mp_clause_in_sentence(c, next) && mp_at_tag(a, next) == MP_TAG_ADVERB) next++;
    if (!mp_clause_in_sentence(c, next)) return may_stand_alone && mp_clause_set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    mp_tag tag = mp_at_tag(a, next);
    bool preposition = tag == MP_TAG_PREPOSITION;
    if (preposition && (takes & MP_TAKES(ABOUT)) != 0) return mp_clause_set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    bool alone = preposition || tag == MP_TAG_STOP || tag == MP_TAG_COMMA || tag == MP_TAG_COORDINATOR ||
                 tag == MP_TAG_SUBORDINATOR || tag == MP_TAG_DASH;
    return alone && may_stand_alone && mp_clause_set(c, c->verb->item, MP_RULE_SPEECH_ACT);
}

bool mp_clause_begin_after_verb(const mp_attributor *a, mp_clause *c, uint16_t takes) {
    bool running = a->tokens->article->blocks[c->sentence->block].kind > MP_BLOCK_SUBHEAD;
    bool once = (takes & MP_TAKES(ONCE)) != 0 && running && c->verb->form == MP_VERB_PAST;
    if (once) takes |= MP_TAKES(OBJECT);
    uint32_t next = c->verb->item + 1;
    uint32_t item = mp_clause_skip_adverbials(a, c, next);
    if (!mp_clause_in_sentence(c, item)) item = next;
    if (!mp_clause_in_sentence(c, next))
        return (takes & MP_TAKES(ALONE)) != 0 && mp_clause_set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    mp_tag tag = mp_at_tag(a, item);

    uint32_t listener =
        (takes & MP_TAKES(LISTENER)) != 0 ? mp_clause_skip_phrase(a, c, next) : next; /* told me: it is */
    if ((takes & MP_TAKES(THAT)) != 0 && mp_clause_is_answer_word(a, c, listener))
        return mp_clause_set(c, listener, MP_RULE_REPORTED_CLAUSE);
    if (mp_clause_in_sentence(c, listener) && begin_after_colon(a, c, takes, listener)) return true;
    if (begin_after_colon(a, c, takes, item)) return true;
    uint32_t object = mp_clause_skip_phrase(a, c, next); /* reported success: it was done */
    bool led_in = object > next && object <= next + most_object && mp_clause_in_sentence(c, object + 1) &&
                  mp_at_tag(a, object) == MP_TAG_COLON && mp_clause_begins(a, c, object + 1);
    if (led_in && (takes & MP_TAKES(OBJECT)) == 0 && begin_after_colon(a, c, takes, object)) return true;
    if ((takes & MP_TAKES(THAT)) != 0 && is_spliced(a, c, item))
        return mp_clause_set(c, item + 1, MP_RULE_REPORTED_CLAUSE);
    if (tag == MP_TAG_COMMA && mp_clause_in_sentence(c, item + 1) && mp_at_tag(a, item + 1) == MP_TAG_THAT)
        tag = mp_at_tag(a, ++item);
    if ((takes & MP_TAKES(THAT)) != 0 && wrote_them_that(a, c, next)) tag = mp_at_tag(a, item = next + 1);
    if (tag != MP_TAG_THAT && (takes & MP_TAKES(THAT)) != 0)
        tag = mp_at_tag(a, item = mp_clause_skip_insertion(a, c, item, next));
    if (tag == MP_TAG_THAT && mp_clause_in_sentence(c, item + 1))
        return !is_that_thing(a, c, item) && mp_clause_set(c, mp_at_is_auxiliary(a, item + 1) ? item : item + 1,
                                                           MP_RULE_REPORTED_CLAUSE); /* that was so */
    if (tag == MP_TAG_NEGATION) { /* vowed never to; promised never again to */
        uint32_t after = item + 1;
        while (mp_clause_in_sentence(c, after) && mp_at_tag(a, after) == MP_TAG_ADVERB) after++;
        if (mp_clause_in_sentence(c, after)) tag = mp_at_tag(a, after);
    }
    if (tag == MP_TAG_TO && (takes & MP_TAKES(DIRECTION)) != 0 && item == next && bids(a, c, item))
        return mp_clause_set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    if (tag == MP_TAG_TO && (takes & (MP_TAKES(TO))) != 0) return mp_clause_set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    if ((takes & MP_TAKES(LISTENER)) != 0 && begin_after_listener(a, c, takes, next)) return true;
    bool thing_told = (takes & MP_TAKES(LISTENER)) != 0 && (takes & MP_TAKES(OBJECT)) == 0 &&
                      mp_at_mention_starting(a, c->sentence, next) != MP_NONE;
    if (thing_told && !subject_follows(a, c, takes, next)) return false; /* told the story; but: warned the road was */
    if (!hangs_on_phrase(a, c, takes, next, item) && begin_at_phrase(a, c, takes, item)) return true;
    if (begin_at_phrase(a, c, takes, next)) return true;
    if ((takes & MP_TAKES(OBJECT)) != 0 && is_not_doing(a, c, item))
        return mp_clause_set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    return begin_act_alone(a, c, takes, next);
}
