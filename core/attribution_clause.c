/* attribution_clause.c: reported clauses: what a verb of saying reports without quotation marks. Knows verbs, their
 * constructions and marks; nothing of what the words mean. */
#include "attribution_clause_internal.h"

enum { most_listener_items = 8, most_inserted = 24, most_object = 4 };

/* ---- Where it begins --------------------------------------------------------------------------------------------- */

static bool set(mp_clause *c, uint32_t first, mp_attribution_rule rule) {
    c->first = first;
    c->rule = rule;
    return true;
}

/* Headlines leave out “is”: Grok says island part of China. */
static bool leaves_out_verb(const mp_attributor *a, const mp_clause *c, uint16_t takes, uint32_t item) {
    enum { least_items = 3 };
    bool headline = a->tokens->article->blocks[c->sentence->block].kind <= MP_BLOCK_DEK;
    bool says = (takes & MP_TAKES(THAT)) != 0 && (takes & MP_TAKES(WRITTEN)) != 0 && (takes & MP_TAKES(LISTENER)) == 0;
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

/* A clause or a noun phrase right after the verb or its listener. */
static bool begin_at_phrase(const mp_attributor *a, mp_clause *c, uint16_t takes, uint32_t item) {
    mp_tag tag = mp_at_tag(a, item);
    if ((takes & MP_TAKES(THAT)) != 0 && mp_clause_begins(a, c, item)) return set(c, item, MP_RULE_REPORTED_CLAUSE);
    bool noun_phrase = mp_at_mention_starting(a, c->sentence, item) != MP_NONE || tag == MP_TAG_GERUND ||
                       tag == MP_TAG_NUMBER || tag == MP_TAG_SYMBOL || tag == MP_TAG_AUXILIARY; /* denied being */
    if ((takes & MP_TAKES(OBJECT)) != 0 && noun_phrase) return set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    return leaves_out_verb(a, c, takes, item) && set(c, item, MP_RULE_REPORTED_CLAUSE);
}

/* The “that” behind what describes a listener: told journalists posing as owners that; `item` where there is none. What a
 * comma opens a comma closes: The kettle, it told me, was old, adding that. */
static uint32_t that_behind(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    bool marked = mp_at_tag(a, item) == MP_TAG_COMMA;
    for (uint32_t i = item, steps = 0; i + 1 < c->sentence->end && steps < most_inserted; i++, steps++) {
        mp_tag tag = mp_at_tag(a, i);
        if (marked && tag == MP_TAG_THAT && i > item + 1 && mp_at_tag(a, i - 1) != MP_TAG_COMMA) return item;
        if (tag == MP_TAG_STOP || tag == MP_TAG_COLON || tag == MP_TAG_COORDINATOR) return item;
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
    if (aside != MP_NONE && straight && (takes & MP_TAKES(THAT)) != 0) return set(c, aside, MP_RULE_REPORTED_CLAUSE);
    bool described = tag == MP_TAG_GERUND || tag == MP_TAG_RELATIVE || tag == MP_TAG_COMMA ||
                     (tag == MP_TAG_PREPOSITION && (takes & MP_TAKES(ABOUT)) == 0);
    if (described) after = that_behind(a, c, after);
    tag = mp_at_tag(a, after);
    bool thing =
        mp_clause_in_sentence(c, after + 1) && lacks_subject(a, after + 1); /* told him of a rule that never was */
    if (tag == MP_TAG_THAT && mp_clause_in_sentence(c, after + 1) && !thing)
        return set(c, after + 1, MP_RULE_REPORTED_CLAUSE);
    bool not_to = tag == MP_TAG_NEGATION && mp_clause_in_sentence(c, after + 1) && mp_at_tag(a, after + 1) == MP_TAG_TO;
    bool told =
        c->verb->form == MP_VERB_PAST || a->tokens->article->blocks[c->sentence->block].kind <= MP_BLOCK_SUBHEAD;
    bool how_to = told && tag == MP_TAG_QUESTION && mp_clause_in_sentence(c, after + 1) &&
                  mp_at_tag(a, after + 1) == MP_TAG_TO; /* not: tells shoppers what to cook */
    bool where = told && tag == MP_TAG_QUESTION && mp_clause_begins(a, c, after + 1) &&
                 (takes & MP_TAKES(TO)) != 0; /* told her where the knives were kept */
    if (where) return set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    if (tag == MP_TAG_TO || not_to || how_to) return set(c, c->verb->item, MP_RULE_SPEECH_ACT); /* told me not to */
    if (straight && (takes & MP_TAKES(THAT)) != 0 && mp_clause_begins(a, c, after))
        return set(c, after, MP_RULE_REPORTED_CLAUSE);
    bool by_preposition = mp_at_tag(a, a->mentions->items[mention].end) == MP_TAG_PREPOSITION;
    return by_preposition && (takes & MP_TAKES(ABOUT)) != 0 && set(c, c->verb->item, MP_RULE_SPEECH_ACT);
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

/* Past an insertion between verb and content: said, in a reply to another user, that; claimed (without evidence) that.
 * `item` where there is none. */
static uint32_t skip_insertion(const mp_attributor *a, const mp_clause *c, uint32_t item, uint32_t next) {
    if (!mp_clause_in_sentence(c, next + 1)) return item;
    bool blind =
        mp_at_tag(a, next) == MP_TAG_OTHER && mp_at_tag(a, next + 1) == MP_TAG_PREPOSITION; /* swore blind to me */
    if (!blind && !opens_adverbial(mp_at_tag(a, next))) return item;
    bool marked = mp_at_tag(a, next) == MP_TAG_COMMA, relative = false;
    for (uint32_t i = next + 1, steps = 0; i + 1 < c->sentence->end && steps < most_inserted; i++, steps++) {
        mp_tag tag = mp_at_tag(a, i);
        bool ends = tag == MP_TAG_STOP || tag == MP_TAG_STRETCH || tag == MP_TAG_COLON;
        bool verb = tag == MP_TAG_VERB || tag == MP_TAG_AUXILIARY;
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
    return set(c, item + 1, MP_RULE_REPORTED_CLAUSE);
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

/* It said yes; it told me no, then fell silent. Not: it said no more; it said yes to the plan. */
static bool is_answer_word(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    if (!mp_clause_in_sentence(c, item) || !mp_at_is(a, item, MP_BIT(ANSWER_WORD))) return false;
    bool running = a->tokens->article->blocks[c->sentence->block].kind > MP_BLOCK_SUBHEAD;
    if (running && c->verb->form != MP_VERB_PAST) return false; /* it says yes since yes is what is said */
    if (!mp_clause_in_sentence(c, item + 1)) return true;
    mp_tag next = mp_at_tag(a, item + 1);
    return next == MP_TAG_STOP || next == MP_TAG_COMMA || next == MP_TAG_COORDINATOR || next == MP_TAG_SUBORDINATOR ||
           next == MP_TAG_DASH;
}

static bool begin_after_verb(const mp_attributor *a, mp_clause *c, uint16_t takes) {
    uint32_t next = c->verb->item + 1;
    uint32_t item = mp_clause_skip_adverbials(a, c, next);
    if (!mp_clause_in_sentence(c, item)) item = next;
    if (!mp_clause_in_sentence(c, next))
        return (takes & MP_TAKES(ALONE)) != 0 && set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    mp_tag tag = mp_at_tag(a, item);

    uint32_t listener =
        (takes & MP_TAKES(LISTENER)) != 0 ? mp_clause_skip_phrase(a, c, next) : next; /* told me: it is */
    if ((takes & MP_TAKES(THAT)) != 0 && is_answer_word(a, c, listener))
        return set(c, listener, MP_RULE_REPORTED_CLAUSE);
    if (mp_clause_in_sentence(c, listener) && begin_after_colon(a, c, takes, listener)) return true;
    if (begin_after_colon(a, c, takes, item)) return true;
    uint32_t object = mp_clause_skip_phrase(a, c, next); /* reported success: it was done */
    bool led_in = object > next && object <= next + most_object && mp_clause_in_sentence(c, object + 1) &&
                  mp_at_tag(a, object) == MP_TAG_COLON && mp_clause_begins(a, c, object + 1);
    if (led_in && (takes & MP_TAKES(OBJECT)) == 0 && begin_after_colon(a, c, takes, object)) return true;
    if (tag == MP_TAG_COMMA && mp_clause_in_sentence(c, item + 1) && mp_at_tag(a, item + 1) == MP_TAG_THAT)
        tag = mp_at_tag(a, ++item);
    if (tag != MP_TAG_THAT && (takes & MP_TAKES(THAT)) != 0)
        tag = mp_at_tag(a, item = skip_insertion(a, c, item, next));
    if (tag == MP_TAG_THAT && mp_clause_in_sentence(c, item + 1))
        return !is_that_thing(a, c, item) &&
               set(c, mp_at_is_auxiliary(a, item + 1) ? item : item + 1, MP_RULE_REPORTED_CLAUSE);  /* that was so */
    if (tag == MP_TAG_NEGATION && mp_clause_in_sentence(c, item + 1)) tag = mp_at_tag(a, item + 1); /* vowed never to */
    bool bids = tag == MP_TAG_TO && (takes & MP_TAKES(DIRECTION)) != 0 && item == next &&
                mp_clause_in_sentence(c, item + 1) && !mp_at_is_auxiliary(a, item + 1) &&
                c->verb->first == c->verb->item &&
                !a->mentions->items[c->verb->subject].indefinite; /* said to stop; not: a bot said to be old */
    if (bids) return set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    if (tag == MP_TAG_TO && (takes & (MP_TAKES(TO))) != 0) return set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    if ((takes & MP_TAKES(LISTENER)) != 0 && begin_after_listener(a, c, takes, next)) return true;
    bool thing_told = (takes & MP_TAKES(LISTENER)) != 0 && (takes & MP_TAKES(OBJECT)) == 0 &&
                      mp_at_mention_starting(a, c->sentence, next) != MP_NONE;
    if (thing_told && !subject_follows(a, c, takes, next)) return false; /* told the story; but: warned the road was */
    if (begin_at_phrase(a, c, takes, item)) return true;
    if (begin_at_phrase(a, c, takes, next)) return true;
    while (mp_clause_in_sentence(c, next) && mp_at_tag(a, next) == MP_TAG_ADVERB)
        next++; /* apologised unreservedly to */
    if (!mp_clause_in_sentence(c, next))
        return (takes & MP_TAKES(ALONE)) != 0 && set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    bool preposition = mp_at_tag(a, next) == MP_TAG_PREPOSITION;
    if (preposition && (takes & MP_TAKES(ABOUT)) != 0) return set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    bool alone = mp_at_tag(a, next) == MP_TAG_STOP || mp_at_tag(a, next) == MP_TAG_COMMA || preposition ||
                 mp_at_tag(a, next) == MP_TAG_COORDINATOR || mp_at_tag(a, next) == MP_TAG_SUBORDINATOR ||
                 mp_at_tag(a, next) == MP_TAG_DASH;
    return alone && (takes & MP_TAKES(ALONE)) != 0 && set(c, c->verb->item, MP_RULE_SPEECH_ACT);
}

/* Grounds for it, the bot said, often centre on trade: a noun phrase, and behind the insertion its verb, known or not. */
static bool subject_stands_before(const mp_attributor *a, const mp_clause *c, uint32_t begins, uint32_t first,
                                  uint32_t after) {
    enum { least_left = 3 };
    if (mp_at_mention_starting(a, c->sentence, begins) == MP_NONE || after + least_left >= c->sentence->end)
        return false;
    if (mp_at_tag(a, after) != MP_TAG_COMMA || mp_at_tag(a, first - 1) != MP_TAG_COMMA) return false;
    mp_tag next = mp_at_tag(a, after + 1);
    return next == MP_TAG_ADVERB || (next == MP_TAG_OTHER && mp_at_tag(a, after + 2) == MP_TAG_PREPOSITION);
}

/* Asked when it opens: the pool had moved, it said – behind a colon the clause begins anew. */
static uint32_t after_colon(const mp_attributor *a, uint32_t first, uint32_t end) {
    for (uint32_t i = end; i > first + 1; i--)
        if (mp_at_tag(a, i - 1) == MP_TAG_COLON) return i;
    return first;
}

/* Whether a finite verb stands there with its subject. Not: In most runs, with its exits closed off, it wrote to the man. */
static bool has_own_verb(const mp_attributor *a, const mp_clause *c, uint32_t first, uint32_t end) {
    uint32_t number = (uint32_t)(c->sentence - a->sentences->list);
    for (uint32_t v = a->verbs->sentence_first[number]; v < a->verbs->sentence_first[number + 1]; v++) {
        const mp_verb *verb = &a->verbs->items[v];
        if (verb->item < first || verb->item >= end) continue;
        if (verb->first < verb->item || mp_at_is_auxiliary(a, verb->item)) return true;
        bool finite = !verb->gerund && !verb->infinitive && verb->subject != MP_NONE && !verb->relative;
        if (finite && a->mentions->items[verb->subject].end == verb->first &&
            mp_at_tag(a, a->mentions->items[verb->subject].first - 1) != MP_TAG_PREPOSITION &&
            a->mentions->items[verb->subject].kind != MP_MENTION_THING)
            return true;
    }
    return false;
}

/* The firm would wait, Kimi noted, and the price would hold, Grok said: past an attribution between commas and its “and”. */
static uint32_t after_attribution(const mp_attributor *a, const mp_clause *c, uint32_t first, uint32_t end) {
    uint32_t number = (uint32_t)(c->sentence - a->sentences->list);
    for (uint32_t v = a->verbs->sentence_first[number]; v < a->verbs->sentence_first[number + 1]; v++) {
        const mp_verb *verb = &a->verbs->items[v];
        if (verb->item + 3 >= end) break;
        if (verb->item <= first || verb->subject == MP_NONE || (mp_at_takes(a, verb) & MP_TAKES(THAT)) == 0) continue;
        uint32_t subject = a->mentions->items[verb->subject].first;
        bool between = subject > first && subject < verb->item && mp_at_tag(a, subject - 1) == MP_TAG_COMMA &&
                       mp_at_tag(a, verb->item + 1) == MP_TAG_COMMA;
        if (between && mp_at_tag(a, verb->item + 2) == MP_TAG_COORDINATOR) return verb->item + 3;
    }
    return first;
}

/* “The images were a mistake, Grok said.” – the clause stands before its attribution; and where the sentence goes on
 * after it, around it. */
static bool stands_before(const mp_attributor *a, mp_clause *c, uint16_t takes) {
    if (c->verb->subject == MP_NONE || (takes & (MP_TAKES(THAT) | MP_TAKES(QUOTE))) == 0 || c->verb->relative)
        return false;
    uint32_t subject = a->mentions->items[c->verb->subject].first;
    uint32_t first = subject < c->verb->first ? subject : c->verb->first;
    if (first - c->sentence->first > MP_CLAUSE_REACH) return false;
    bool as_before = first > c->sentence->first && mp_at_is(a, first - 1, MP_BIT(AS));
    if (as_before && mp_at_is(a, c->verb->first, MP_BIT(CLITIC_S))) return false; /* the rules, as it’s written, add */
    if (as_before) first--; /* The video was old, as Grok put it. */
    if (first < c->sentence->first + 2 || mp_at_tag(a, first - 1) != MP_TAG_COMMA) return false;
    uint32_t subject_end = a->mentions->items[c->verb->subject].end;
    if (!c->verb->inverted && subject_end != c->verb->first) return false; /* not: it denied that it had lied */
    uint32_t after = c->verb->inverted ? subject_end : c->verb->item + 1;
    if ((takes & MP_TAKES(LISTENER)) != 0) after = mp_clause_skip_phrase(a, c, after);
    bool headline = a->tokens->article->blocks[c->sentence->block].kind <= MP_BLOCK_SUBHEAD;
    bool as = headline && after < c->sentence->end && mp_at_is(a, after, MP_BIT(AS));
    if (!as) after = mp_clause_skip_adverbials(a, c, after); /* Rice to ease, says Grok as traders scoff */
    bool ends = after >= c->sentence->end || mp_at_tag(a, after) == MP_TAG_STOP ||
                mp_at_tag(a, after) == MP_TAG_COMMA || mp_at_tag(a, after) == MP_TAG_DASH ||
                mp_at_tag(a, after) == MP_TAG_SUBORDINATOR; /* it insisted when we asked again */
    ends |= as;
    bool has_verb = headline && first > c->sentence->first + 3 && c->verb->form == MP_VERB_THIRD; /* Rice at $4 */
    uint32_t begins = after_attribution(a, c, after_colon(a, c->sentence->first, first), first);
    for (uint32_t i = begins; i < first; i++) has_verb |= mp_at_tag(a, i) == MP_TAG_VERB || mp_at_is_auxiliary(a, i);
    mp_tag begin = mp_at_tag(a, begins);
    bool goes_on = after + 1 < c->sentence->end && !mp_at_is(a, after + 1, MP_BIT(VERB_GERUND)) &&
                   (mp_at_tag(a, after + 1) == MP_TAG_VERB || mp_at_is_auxiliary(a, after + 1));
    bool fronted = !has_verb && (mp_clause_begins(a, c, after + 1) || /* In 2030, it said, the town would flood. */
                                 subject_stands_before(a, c, begins, first, after));
    has_verb |=
        goes_on || fronted || c->verb->inverted; /* The bridge, it asserted, was begun in 1726. Not good, said Grok. */
    bool comma_behind = after + 2 < c->sentence->end && mp_at_tag(a, after) == MP_TAG_COMMA;
    bool condition = begin == MP_TAG_SUBORDINATOR && comma_behind &&
                     mp_clause_begins(a, c, after + 1); /* Unless it paid, Grok informed him, all would know. */
    bool opens_otherwise = (begin == MP_TAG_SUBORDINATOR && !condition) || begin == MP_TAG_STRETCH ||
                           begin == MP_TAG_GERUND || begin == MP_TAG_VERB; /* Asked again, it doubled down. */
    bool phrase_only = begin == MP_TAG_PREPOSITION && !goes_on && !fronted && !has_own_verb(a, c, begins, first);
    if (!ends || !has_verb || opens_otherwise || phrase_only) return false;
    bool spliced = c->verb->inverted && mp_clause_begins(a, c, after + 1); /* Never mind, said Grok, it is free. */
    goes_on |= after + 2 < c->sentence->end && first >= begins + 2 &&
               mp_at_is_auxiliary(a, first - 2); /* He would, it said, if */
    bool around = comma_behind && (goes_on || fronted || spliced || condition);
    c->first = begins;
    c->end = around ? c->sentence->end : first - 1;
    if (c->end - c->first > MP_CLAUSE_REACH * 2) c->end = first - 1;
    while (c->end > c->first && mp_at_tag(a, c->end - 1) == MP_TAG_STOP) c->end--;
    c->rule = MP_RULE_CLAUSE_THEN_SPEAKER;
    return true;
}

/* It had not meant to, she was told by Grok, it only tried to help. */
static bool stands_before_agent(const mp_attributor *a, mp_clause *c, uint16_t takes, uint32_t speaker) {
    bool behind = a->mentions->items[speaker].first > c->verb->item;
    return behind && c->verb->passive && (takes & MP_TAKES(LISTENER)) != 0 && stands_before(a, c, takes);
}

/* ---- What was said ----------------------------------------------------------------------------------------------- */

static bool nothing_was_said(const mp_verb *verb) { return verb->negated || verb->unreal || verb->habitual; }

/* What it answered they never tell: the content is the question word. Asked what it said. */
static bool content_is_question_word(const mp_attributor *a, const mp_verb *verb) {
    if (verb->subject == MP_NONE) return false;
    uint32_t first = a->mentions->items[verb->subject].first;
    const mp_sentence *sentence = &a->sentences->list[verb->sentence];
    if (verb->first > sentence->first && mp_at_tag(a, verb->first - 1) == MP_TAG_COORDINATOR)
        return false; /* asked how it worked, and was told */
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
        return false;                           /* not: written by a model that the firm had leased */
    after = skip_insertion(a, c, after, after); /* was told by Grok, when he asked, that */
    if (mp_clause_in_sentence(c, after) && mp_at_tag(a, after) == MP_TAG_THAT && mp_clause_in_sentence(c, after + 1))
        return set(c, after + 1, MP_RULE_PASSIVE);
    if (mp_clause_in_sentence(c, after) && mp_at_tag(a, after) == MP_TAG_TO)
        return set(c, c->verb->item, MP_RULE_PASSIVE);
    if (mp_clause_in_sentence(c, after) && mp_clause_begins(a, c, after)) return set(c, after, MP_RULE_PASSIVE);
    bool content_between = was_denied || !mp_at_is(a, c->verb->item + 1, MP_BIT(BY)); /* not: a refund promised by it */
    bool told_same = !behind && somebody_told && (mp_at_takes(a, c->verb) & MP_TAKES(OBJECT)) == 0 &&
                     !(mp_clause_in_sentence(c, c->verb->item + 1) &&
                       mp_at_tag(a, c->verb->item + 1) == MP_TAG_PREPOSITION); /* were told the same as you */
    bool carries_content = content_between && !told_same &&
                           (mp_at_takes(a, c->verb) & (MP_TAKES(OBJECT) | MP_TAKES(TO) | MP_TAKES(ABOUT))) != 0;
    return carries_content && set(c, c->verb->item, MP_RULE_PASSIVE);
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
    if (answer_was && word) return is_answer_word(a, &c, verb->item + 1);
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
    if ((when || c->verb->inverted) && stands_before(a, c, takes)) return true;
    return !c->verb->inverted && (begin_after_verb(a, c, takes) || stands_before(a, c, takes));
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
    if (ascribes) return set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    if ((takes & MP_TAKES(THAT)) == 0) return false;
    uint32_t listener = (takes & MP_TAKES(LISTENER)) != 0 ? mp_clause_skip_phrase(a, c, next) : next;
    for (int round = 0; round < 2; round++) {
        uint32_t item = round == 0 ? next : listener;
        bool that = mp_clause_in_sentence(c, item + 1) && mp_at_tag(a, item) == MP_TAG_THAT;
        if (that && mp_clause_begins(a, c, item + 1)) return set(c, item + 1, MP_RULE_REPORTED_CLAUSE);
    }
    uint32_t mention = mp_at_mention_starting(a, c->sentence, listener);
    bool straight = mention != MP_NONE && mp_clause_in_sentence(c, a->mentions->items[mention].end) &&
                    mp_at_is_auxiliary(a, a->mentions->items[mention].end) && !a->mentions->items[mention].object_form;
    if (straight) return set(c, listener, MP_RULE_REPORTED_CLAUSE);
    return mp_clause_in_sentence(c, next) && mp_at_tag(a, next) == MP_TAG_COMMA && stands_before(a, c, takes) &&
           c->end > c->verb->item;
}

/* What the bot said was that it had sunk. */
static bool begin_after_cleft(const mp_attributor *a, mp_clause *c) {
    uint32_t be = c->verb->item + 1;
    if (!mp_clause_in_sentence(c, be + 2) || !mp_at_is(a, be, MP_BIT(BE)) || mp_at_tag(a, be + 1) != MP_TAG_THAT)
        return false;
    return mp_clause_begins(a, c, be + 2) && set(c, be + 2, MP_RULE_REPORTED_CLAUSE);
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

static bool find_clause(const mp_attributor *a, uint32_t v, mp_clause *found_clause, mp_attribution *attribution) {
    const mp_verb *verb = &a->verbs->items[v];
    mp_clause c = {.verb = verb, .sentence = &a->sentences->list[verb->sentence]};
    uint16_t takes = mp_at_takes(a, verb);
    if (takes == 0 && brings_that_clause(a, verb)) takes = MP_TAKES(THAT);
    if (takes == 0 || nothing_was_said(verb)) return false;
    bool weak = (takes & MP_TAKES(WEAK)) != 0;
    bool cleft = content_is_question_word(a, verb) && begin_after_cleft(a, &c);
    if ((content_is_question_word(a, verb) && !cleft) || says_nothing(a, &c)) return false;
    mp_at_credit_verb(a, attribution, v, MP_RULE_REPORTED_CLAUSE);
    bool passive = attribution->rule == MP_RULE_PASSIVE;
    if (attribution->speaker == MP_NONE) return false;

    bool found = cleft     ? true
                 : weak    ? !passive && begin_of_weak(a, &c, takes)
                 : passive ? begin_after_agent(a, &c, attribution->speaker) ||
                                 stands_before_agent(a, &c, takes, attribution->speaker)
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

bool mp_at_reported_clause(const mp_attributor *a, uint32_t v, mp_attribution *attribution) {
    mp_clause c;
    if (!find_clause(a, v, &c, attribution)) return false;
    mp_clause_fill(a, &c, attribution);
    return true;
}

/* The item behind the marks and the “and” that part a clause from the next. */
static uint32_t past_joint(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    enum { most_items = 3 };
    for (int steps = 0; steps < most_items && mp_clause_in_sentence(c, item); steps++, item++) {
        mp_tag tag = mp_at_tag(a, item);
        if (tag != MP_TAG_COMMA && tag != MP_TAG_COORDINATOR && tag != MP_TAG_SUBORDINATOR && tag != MP_TAG_DASH) break;
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
        bool listens = (mp_at_takes(a, c.verb) & MP_TAKES(LISTENER)) != 0;
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
