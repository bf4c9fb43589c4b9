/* attribution_clause.c: reported clauses: what a verb of saying reports without quotation marks, and where it ends. Knows
 * verbs, their constructions and marks; nothing of what the words mean. */
#include "attribution_internal.h"

/* Longer clauses than `reach` items are cut there; no writer writes them, and no page shall make them costly. */
enum { reach = 300, verb_reach = 48, short_reach = 10, most_listener_items = 8, most_inserted = 24 };

typedef struct clause {
    const mp_verb *verb;
    const mp_sentence *sentence;
    uint32_t first, end; /* items */
    mp_attribution_rule rule;
} clause;

static bool in_sentence(const clause *c, uint32_t item) { return item < c->sentence->end; }

/* Past “told users”, “warned her”, “said on Tuesday”, “wrote in a post on X”: what stands between verb and content. */
static uint32_t skip_phrase(const mp_attributor *a, const clause *c, uint32_t item) {
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item);
    return mention == MP_NONE ? item : a->mentions->items[mention].end;
}

static uint32_t skip_adverbials(const mp_attributor *a, const clause *c, uint32_t item) {
    for (int steps = 0; steps < short_reach && in_sentence(c, item); steps++) {
        mp_tag tag = mp_at_tag(a, item);
        uint32_t mention = mp_at_mention_starting(a, c->sentence, item);
        bool time = mention != MP_NONE && a->mentions->items[mention].kind == MP_MENTION_TIME;
        if (tag == MP_TAG_ADVERB) {
            item++;
        } else if (time) {
            item = a->mentions->items[mention].end;
        } else if (tag == MP_TAG_PREPOSITION && item + 1 < c->sentence->end &&
                   mp_at_mention_starting(a, c->sentence, item + 1) != MP_NONE) {
            item = skip_phrase(a, c, item + 1);
        } else if (tag == MP_TAG_PREPOSITION && item + 2 < c->sentence->end &&
                   mp_at_tag(a, item + 1) == MP_TAG_PREPOSITION) {
            item++; /* in a post | on X */
        } else {
            break;
        }
    }
    return item;
}

/* Is, will; wasn’t is negation and auxiliary in one. */
static bool is_auxiliary(const mp_attributor *a, uint32_t item) {
    mp_tag tag = mp_at_tag(a, item);
    return tag == MP_TAG_AUXILIARY || (tag == MP_TAG_NEGATION && mp_at_is(a, item, MP_BIT(AUXILIARY) | MP_BIT(MODAL)));
}

/* Past a group of verbs: has also been told. */
static uint32_t group_end(const mp_attributor *a, const clause *c, uint32_t item) {
    while (in_sentence(c, item)) {
        mp_tag tag = mp_at_tag(a, item);
        if (!is_auxiliary(a, item) && tag != MP_TAG_VERB && tag != MP_TAG_ADVERB && tag != MP_TAG_NEGATION) break;
        item++;
    }
    return item;
}

/* A participle that only describes what stands before it: an image posted by users. */
static bool is_reduced(const mp_attributor *a, const clause *c, uint32_t item) {
    uint32_t token = mp_item_token(a->sentences, item);
    if (token == MP_NONE || mp_at_tag(a, item) != MP_TAG_VERB) return false;
    bool by_follows = in_sentence(c, item + 1) && mp_at_is(a, item + 1, MP_BIT(BY));
    return by_follows && mp_token_entry(a->tokens, token)->verb_form != MP_VERB_THIRD;
}

/* Whether what follows a comma takes the sentence elsewhere: “…, adding”, “…, Gemini advises”. */
static bool leaves_clause(const mp_attributor *a, const clause *c, uint32_t item) {
    if (!in_sentence(c, item)) return true;
    if (mp_at_tag(a, item) == MP_TAG_GERUND) return true;
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item);
    if (mention == MP_NONE) return false;
    uint32_t after = a->mentions->items[mention].end;
    uint32_t token = in_sentence(c, after) ? mp_item_token(a->sentences, after) : (uint32_t)MP_NONE;
    return token != MP_NONE && mp_at_tag(a, after) == MP_TAG_VERB && mp_token_entry(a->tokens, token)->cue != 0 &&
           mp_at_reference(a, mention)->kind == MP_SPEAKER_MODEL;
}

/* Whether a clause with a verb of its own begins at `item`: a noun phrase, then its verb or auxiliary; the verbs of
 * relative clauses between them are not its own: posted an image of a man who had died. */
static bool clause_begins(const mp_attributor *a, const clause *c, uint32_t item) {
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item);
    if (mention == MP_NONE) /* said if it rained, … */
        return in_sentence(c, item) && mp_at_tag(a, item) == MP_TAG_SUBORDINATOR &&
               mp_at_mention_starting(a, c->sentence, item + 1) != MP_NONE;

    uint32_t after = a->mentions->items[mention].end;
    bool relative =
        in_sentence(c, after) && (mp_at_tag(a, after) == MP_TAG_THAT || mp_at_tag(a, after) == MP_TAG_RELATIVE);
    bool pronoun = mp_at_tag(a, item) == MP_TAG_PRONOUN;
    if (relative && pronoun) return false;
    int inner = 0; /* relative clauses whose verb is still to come */
    for (uint32_t i = after, steps = 0; i < c->sentence->end && steps < short_reach * 2; steps++) {
        mp_tag tag = mp_at_tag(a, i);
        if (is_auxiliary(a, i) || (tag == MP_TAG_VERB && !is_reduced(a, c, i))) {
            if (inner == 0) return true;
            inner--;
            i = group_end(a, c, i);
            continue;
        }
        if (tag == MP_TAG_THAT || tag == MP_TAG_RELATIVE || tag == MP_TAG_QUESTION) inner++;
        if (tag == MP_TAG_STOP || tag == MP_TAG_COLON || tag == MP_TAG_TO || tag == MP_TAG_COORDINATOR) return false;
        if (tag == MP_TAG_COMMA && (c->verb->relative || leaves_clause(a, c, i + 1))) return false;
        i++;
    }
    return false;
}

/* ---- Where it ends ----------------------------------------------------------------------------------------------- */

static bool same_speaker(const mp_attributor *a, const mp_verb *one, const mp_verb *other) {
    if (one->subject == MP_NONE || other->subject == MP_NONE) return false;
    const mp_reference *first = mp_at_reference(a, one->subject), *second = mp_at_reference(a, other->subject);
    bool same_model =
        first->kind == MP_SPEAKER_MODEL && second->kind == MP_SPEAKER_MODEL && first->model == second->model;
    return one->subject == other->subject || same_model;
}

/* The item of the “and” that joins the verb whose group begins at `first`, over an insertion too: and, the third time,
 * suggested. MP_NONE where none does. */
static uint32_t coordinator_of(const mp_attributor *a, const clause *c, uint32_t first) {
    mp_tag before = mp_at_tag(a, first - 1);
    if (before == MP_TAG_COORDINATOR) return first - 1;
    if (before != MP_TAG_COMMA) return MP_NONE;
    for (uint32_t i = first - 1, steps = 0; i > c->first && steps < short_reach * 2; i--, steps++) {
        if (mp_at_tag(a, i - 1) != MP_TAG_COMMA) continue;
        uint32_t item = i - 1;
        while (item > c->first && mp_at_tag(a, item - 1) == MP_TAG_ADVERB) item--;
        return item > c->first && mp_at_tag(a, item - 1) == MP_TAG_COORDINATOR ? item - 1 : (uint32_t)MP_NONE;
    }
    return MP_NONE;
}

/* Before “…, Reuters reported”, and before a speaker of the page’s who begins anew: “…, Gemini advises buyers to wait”. */
static uint32_t end_before_speaker(const mp_attributor *a, const clause *c, const mp_verb *next) {
    uint32_t subject_first = a->mentions->items[next->subject].first;
    bool after_comma =
        subject_first > c->first && subject_first < next->item && mp_at_tag(a, subject_first - 1) == MP_TAG_COMMA;
    if (!after_comma || next->relative) return c->end;
    bool adjacent = a->mentions->items[next->subject].end == next->first;
    bool is_model = mp_at_reference(a, next->subject)->kind == MP_SPEAKER_MODEL;
    if (is_model && a->mentions->items[next->subject].model != 0 && adjacent) return subject_first - 1;
    bool closes = c->end - next->item <= short_reach;
    bool other = !same_speaker(a, c->verb, next) && !is_model;
    bool ends_there = next->item + 1 >= c->end || mp_at_tag(a, next->item + 1) == MP_TAG_STOP;
    return closes && other && ends_there ? subject_first - 1 : c->end;
}

/* The item at which another verb takes over: “… and said it”, “…, adding that”, “…, Reuters reported”. */
static uint32_t end_before_verb(const mp_attributor *a, const clause *c, const mp_verb *next) {
    uint32_t first = next->first;
    if (first <= c->first || next->subject == MP_NONE) return c->end;
    mp_tag before = mp_at_tag(a, first - 1);
    uint32_t coordinator = coordinator_of(a, c, first);
    bool same = same_speaker(a, c->verb, next);
    if (coordinator != MP_NONE && next->cue != 0 && same) {
        uint32_t end = coordinator;
        return end > c->first && mp_at_tag(a, end - 1) == MP_TAG_COMMA ? end - 1 : end;
    }
    bool quotes = next->gerund && a->verb_has_quote[next - a->verbs->items]; /* says sorry | after calling itself “…” */
    if (quotes && same && before == MP_TAG_PREPOSITION && first > c->first + 1) return first - 1;
    if (before == MP_TAG_COMMA && next->gerund && next->cue != 0 && same) return first - 1;
    bool outer = c->verb->relative && !next->relative && next->subject == c->verb->subject;
    if (before == MP_TAG_COMMA && outer) return first - 1; /* the bot, which said that …, was closed */
    bool asyndetic = before == MP_TAG_COMMA && same && next->cue != 0 && next->subject == c->verb->subject;
    if (asyndetic && !next->infinitive && !next->relative) return first - 1; /* says it is …, promises to */
    return next->cue == 0 ? c->end : end_before_speaker(a, c, next);
}

/* “…, but Musk said”, “…, according to”: a new clause of somebody else’s. */
static bool breaks_off(const mp_attributor *a, const clause *c, uint32_t item) {
    if (mp_at_is(a, item, MP_BIT(SOURCE))) return true;
    if (mp_at_tag(a, item) != MP_TAG_COORDINATOR && mp_at_tag(a, item) != MP_TAG_SUBORDINATOR) return false;
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item + 1);
    if (mention == MP_NONE) return false;
    const mp_reference *reference = mp_at_reference(a, mention);
    return clause_begins(a, c, item + 1) && reference->kind == MP_SPEAKER_PERSON;
}

/* ChatGPT (which told me it was certain) was wrong: the mark before the relative pronoun closes after the clause. */
static bool stands_in_insertion(const mp_attributor *a, const clause *c) {
    if (!c->verb->relative) return false;
    for (uint32_t i = c->verb->first, steps = 0; i > c->sentence->first && steps < short_reach; i--, steps++) {
        mp_tag tag = mp_at_tag(a, i - 1);
        if (tag == MP_TAG_OPEN || tag == MP_TAG_DASH) return true;
        if (tag == MP_TAG_COMMA || tag == MP_TAG_VERB) return false;
    }
    return false;
}

static void find_end(const mp_attributor *a, clause *c) {
    c->end = c->sentence->end - c->first > reach ? c->first + reach : c->sentence->end;
    while (c->end > c->first && mp_at_tag(a, c->end - 1) == MP_TAG_STOP) c->end--;
    uint32_t subject = c->verb->subject != MP_NONE ? a->mentions->items[c->verb->subject].first : c->first;
    bool fronted = c->verb->gerund && subject > c->first && subject < c->end; /* After admitting that …, Grok … */
    if (fronted && mp_at_tag(a, subject - 1) == MP_TAG_COMMA) c->end = subject - 1;
    uint32_t last_verb = a->verbs->sentence_first[c->verb->sentence + 1];

    uint32_t first_verb = (uint32_t)(c->verb - a->verbs->items) + 1;
    for (uint32_t v = first_verb; v < last_verb && v < first_verb + verb_reach; v++) {
        uint32_t end = end_before_verb(a, c, &a->verbs->items[v]);
        if (end >= c->end) continue;
        c->end = end;
        break;
    }
    bool inserted = stands_in_insertion(a, c);
    for (uint32_t i = c->first; i + 1 < c->end; i++) {
        mp_tag tag = mp_at_tag(a, i);
        bool closes = inserted && (tag == MP_TAG_CLOSE || tag == MP_TAG_DASH || tag == MP_TAG_OPEN);
        bool mark = tag == MP_TAG_COMMA || tag == MP_TAG_DASH;
        bool quote_follows =
            tag == MP_TAG_COLON && mp_at_tag(a, i + 1) == MP_TAG_STRETCH; /* admits deleting it: ‘I panicked’ */
        if (tag == MP_TAG_STOP || quote_follows || closes || (mark && breaks_off(a, c, i + 1))) {
            c->end = i;
            break;
        }
    }
    while (c->end > c->first && (mp_at_tag(a, c->end - 1) == MP_TAG_COMMA || mp_at_tag(a, c->end - 1) == MP_TAG_DASH))
        c->end--;
    if (c->first < c->end && mp_at_tag(a, c->first) == MP_TAG_COMMA) c->first++; /* that, on the whole, it was */
}

/* ---- Where it begins --------------------------------------------------------------------------------------------- */

static bool set(clause *c, uint32_t first, mp_attribution_rule rule) {
    c->first = first;
    c->rule = rule;
    return true;
}

/* A clause or a noun phrase right after the verb or its listener. */
static bool begin_at_phrase(const mp_attributor *a, clause *c, uint16_t takes, uint32_t item) {
    mp_tag tag = mp_at_tag(a, item);
    if ((takes & MP_TAKES(THAT)) != 0 && clause_begins(a, c, item)) return set(c, item, MP_RULE_REPORTED_CLAUSE);
    bool noun_phrase = mp_at_mention_starting(a, c->sentence, item) != MP_NONE || tag == MP_TAG_GERUND ||
                       tag == MP_TAG_NUMBER || tag == MP_TAG_SYMBOL || tag == MP_TAG_AUXILIARY; /* denied being */
    if ((takes & MP_TAKES(OBJECT)) != 0 && noun_phrase) return set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    return false;
}

/* The “that” behind what describes a listener: told journalists posing as owners that; `item` where there is none. */
static uint32_t that_behind(const mp_attributor *a, const clause *c, uint32_t item) {
    for (uint32_t i = item, steps = 0; i + 1 < c->sentence->end && steps < most_inserted; i++, steps++) {
        mp_tag tag = mp_at_tag(a, i);
        if (tag == MP_TAG_STOP || tag == MP_TAG_COLON || tag == MP_TAG_COORDINATOR) return item;
        if (tag == MP_TAG_THAT) return mp_at_mention_starting(a, c->sentence, i + 1) != MP_NONE ? i : item;
    }
    return item;
}

/* Told users it would; told her to leave; warned users against it. */
static bool begin_after_listener(const mp_attributor *a, clause *c, uint16_t takes, uint32_t item) {
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item);
    if (mention == MP_NONE || a->mentions->items[mention].end - item > most_listener_items) return false;
    uint32_t listener_end = a->mentions->items[mention].end;
    bool in_marks = mp_at_tag(a, listener_end - 1) == MP_TAG_DETERMINER && in_sentence(c, listener_end) &&
                    mp_at_tag(a, listener_end) == MP_TAG_STRETCH; /* told the “teenager” that */
    uint32_t after = skip_adverbials(a, c, listener_end + (in_marks ? 1 : 0));
    if (!in_sentence(c, after)) return false;
    mp_tag tag = mp_at_tag(a, after);
    bool straight =
        mp_at_tag(a, a->mentions->items[mention].end) != MP_TAG_PREPOSITION; /* not: accused two over a fire they */
    if (tag == MP_TAG_GERUND || tag == MP_TAG_RELATIVE || tag == MP_TAG_COMMA) after = that_behind(a, c, after);
    tag = mp_at_tag(a, after);
    bool thing =
        (takes & MP_TAKES(OBJECT)) != 0 && in_sentence(c, after + 1) &&
        (is_auxiliary(a, after + 1) || mp_at_tag(a, after + 1) == MP_TAG_VERB); /* a refund that did not exist */
    if (tag == MP_TAG_THAT && in_sentence(c, after + 1) && !thing) return set(c, after + 1, MP_RULE_REPORTED_CLAUSE);
    bool not_to = tag == MP_TAG_NEGATION && in_sentence(c, after + 1) && mp_at_tag(a, after + 1) == MP_TAG_TO;
    if (tag == MP_TAG_TO || not_to) return set(c, c->verb->item, MP_RULE_SPEECH_ACT); /* told me not to */
    if (straight && (takes & MP_TAKES(THAT)) != 0 && clause_begins(a, c, after))
        return set(c, after, MP_RULE_REPORTED_CLAUSE);
    bool by_preposition = mp_at_tag(a, a->mentions->items[mention].end) == MP_TAG_PREPOSITION;
    return by_preposition && (takes & MP_TAKES(ABOUT)) != 0 && set(c, c->verb->item, MP_RULE_SPEECH_ACT);
}

/* Whether a noun phrase at `item` is followed by its verb at once. */
static bool subject_follows(const mp_attributor *a, const clause *c, uint16_t takes, uint32_t item) {
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item);
    if (mention == MP_NONE || (takes & MP_TAKES(THAT)) == 0 || a->mentions->items[mention].object_form) return false;
    uint32_t after = a->mentions->items[mention].end;
    if (!in_sentence(c, after)) return false;
    mp_mention_kind kind = (mp_mention_kind)a->mentions->items[mention].kind; /* warned she faced a fine */
    bool subject_form = kind == MP_MENTION_HE_OR_SHE || kind == MP_MENTION_THEY || kind == MP_MENTION_I;
    return is_auxiliary(a, after) || (subject_form && mp_at_tag(a, after) == MP_TAG_VERB);
}

/* Whether a subject, or something before it, follows “that”. */
static bool brings_clause(const mp_attributor *a, const clause *c, uint32_t item) {
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
static uint32_t skip_insertion(const mp_attributor *a, const clause *c, uint32_t item, uint32_t next) {
    if (!in_sentence(c, next) || !opens_adverbial(mp_at_tag(a, next))) return item;
    bool marked = mp_at_tag(a, next) == MP_TAG_COMMA;
    for (uint32_t i = next + 1, steps = 0; i + 1 < c->sentence->end && steps < most_inserted; i++, steps++) {
        mp_tag tag = mp_at_tag(a, i);
        bool ends = tag == MP_TAG_STOP || tag == MP_TAG_STRETCH || tag == MP_TAG_COLON;
        bool other_clause = tag == MP_TAG_VERB || tag == MP_TAG_AUXILIARY || tag == MP_TAG_COORDINATOR;
        if (ends || (other_clause && !marked)) return item;
        if (tag != MP_TAG_THAT || (marked && mp_at_tag(a, i - 1) != MP_TAG_COMMA)) continue;
        return brings_clause(a, c, i + 1) ? i : item;
    }
    return item;
}

/* Gemini confesses: I deleted them – words behind a colon, without marks. */
static bool begin_after_colon(const mp_attributor *a, clause *c, uint16_t takes, uint32_t item) {
    if ((takes & (MP_TAKES(QUOTE) | MP_TAKES(THAT))) == 0 || mp_at_tag(a, item) != MP_TAG_COLON) return false;
    if (c->verb->gerund || c->verb->infinitive || item + 2 >= c->sentence->end) return false;
    for (uint32_t i = item + 1; i < c->sentence->end; i++)
        if (mp_at_tag(a, i) == MP_TAG_STRETCH) return false;
    return clause_begins(a, c, item + 1) && set(c, item + 1, MP_RULE_REPORTED_CLAUSE);
}

static bool begin_after_verb(const mp_attributor *a, clause *c, uint16_t takes) {
    uint32_t next = c->verb->item + 1;
    uint32_t item = skip_adverbials(a, c, next);
    if (!in_sentence(c, item)) item = next;
    if (!in_sentence(c, next)) return (takes & MP_TAKES(ALONE)) != 0 && set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    mp_tag tag = mp_at_tag(a, item);

    if (begin_after_colon(a, c, takes, item)) return true;
    if (tag == MP_TAG_COMMA && in_sentence(c, item + 1) && mp_at_tag(a, item + 1) == MP_TAG_THAT)
        tag = mp_at_tag(a, ++item);
    if (tag != MP_TAG_THAT && (takes & MP_TAKES(THAT)) != 0)
        tag = mp_at_tag(a, item = skip_insertion(a, c, item, next));
    if (tag == MP_TAG_THAT && in_sentence(c, item + 1)) return set(c, item + 1, MP_RULE_REPORTED_CLAUSE);
    if (tag == MP_TAG_NEGATION && in_sentence(c, item + 1)) tag = mp_at_tag(a, item + 1); /* vowed never to */
    if (tag == MP_TAG_TO && (takes & (MP_TAKES(TO))) != 0) return set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    if ((takes & MP_TAKES(LISTENER)) != 0 && begin_after_listener(a, c, takes, next)) return true;
    bool thing_told = (takes & MP_TAKES(LISTENER)) != 0 && (takes & MP_TAKES(OBJECT)) == 0 &&
                      mp_at_mention_starting(a, c->sentence, next) != MP_NONE;
    if (thing_told && !subject_follows(a, c, takes, next)) return false; /* told the story; but: warned the road was */
    if (begin_at_phrase(a, c, takes, item)) return true;
    if (begin_at_phrase(a, c, takes, next)) return true;
    while (in_sentence(c, next) && mp_at_tag(a, next) == MP_TAG_ADVERB) next++; /* apologised unreservedly to */
    if (!in_sentence(c, next)) return (takes & MP_TAKES(ALONE)) != 0 && set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    bool preposition = mp_at_tag(a, next) == MP_TAG_PREPOSITION;
    if (preposition && (takes & MP_TAKES(ABOUT)) != 0) return set(c, c->verb->item, MP_RULE_SPEECH_ACT);
    bool alone = mp_at_tag(a, next) == MP_TAG_STOP || mp_at_tag(a, next) == MP_TAG_COMMA || preposition ||
                 mp_at_tag(a, next) == MP_TAG_COORDINATOR || mp_at_tag(a, next) == MP_TAG_SUBORDINATOR;
    return alone && (takes & MP_TAKES(ALONE)) != 0 && set(c, c->verb->item, MP_RULE_SPEECH_ACT);
}

/* “The images were a mistake, Grok said.” – the clause stands before its attribution; and where the sentence goes on
 * after it, around it. */
static bool stands_before(const mp_attributor *a, clause *c, uint16_t takes) {
    if (c->verb->subject == MP_NONE || (takes & (MP_TAKES(THAT) | MP_TAKES(QUOTE))) == 0 || c->verb->relative)
        return false;
    uint32_t subject = a->mentions->items[c->verb->subject].first;
    uint32_t first = subject < c->verb->first ? subject : c->verb->first;
    if (first - c->sentence->first > reach) return false;
    if (first < c->sentence->first + 2 || mp_at_tag(a, first - 1) != MP_TAG_COMMA) return false;
    uint32_t subject_end = a->mentions->items[c->verb->subject].end;
    if (!c->verb->inverted && subject_end != c->verb->first) return false; /* not: it denied that it had lied */
    uint32_t after = c->verb->inverted ? subject_end : c->verb->item + 1;
    if ((takes & MP_TAKES(LISTENER)) != 0) after = skip_phrase(a, c, after);
    after = skip_adverbials(a, c, after);
    bool ends = after >= c->sentence->end || mp_at_tag(a, after) == MP_TAG_STOP ||
                mp_at_tag(a, after) == MP_TAG_COMMA ||
                mp_at_tag(a, after) == MP_TAG_SUBORDINATOR; /* it insisted when we asked again */
    bool has_verb = false;
    for (uint32_t i = c->sentence->first; i < first; i++)
        has_verb |= mp_at_tag(a, i) == MP_TAG_VERB || is_auxiliary(a, i);
    mp_tag begin = mp_at_tag(a, c->sentence->first);
    bool goes_on = after + 1 < c->sentence->end && !mp_at_is(a, after + 1, MP_BIT(VERB_GERUND)) &&
                   (mp_at_tag(a, after + 1) == MP_TAG_VERB || is_auxiliary(a, after + 1));
    bool has_own_verb = has_verb;
    has_verb |= goes_on || c->verb->inverted; /* The bridge, it asserted, was begun in 1726. Not good, said Grok. */
    bool opens_otherwise = begin == MP_TAG_SUBORDINATOR || begin == MP_TAG_STRETCH || begin == MP_TAG_GERUND ||
                           begin == MP_TAG_VERB; /* Asked again, it doubled down. */
    if (!ends || !has_verb || opens_otherwise) return false;
    bool fronted = !has_own_verb && clause_begins(a, c, after + 1); /* In 2030, it said, the town would flood. */
    bool around = after + 2 < c->sentence->end && mp_at_tag(a, after) == MP_TAG_COMMA && (goes_on || fronted);
    c->first = c->sentence->first;
    c->end = around ? c->sentence->end : first - 1;
    if (c->end - c->first > reach * 2) c->end = first - 1;
    while (c->end > c->first && mp_at_tag(a, c->end - 1) == MP_TAG_STOP) c->end--;
    c->rule = MP_RULE_CLAUSE_THEN_SPEAKER;
    return true;
}

static bool has_stretch(const mp_attributor *a, const clause *c) {
    for (uint32_t i = c->first; i < c->end; i++)
        if (mp_at_tag(a, i) == MP_TAG_STRETCH) {
            const mp_attribution *inside = &a->by_stretch[a->sentences->items[i].stretch];
            if (inside->rule != MP_RULE_NONE && inside->reference.kind == MP_SPEAKER_MODEL) return true;
        }
    return false;
}

static bool nothing_was_said(const mp_verb *verb) { return verb->negated || verb->unreal || verb->habitual; }

/* What it answered they never tell: the content is the question word. Asked what it said. */
static bool content_is_question_word(const mp_attributor *a, const mp_verb *verb) {
    if (verb->subject == MP_NONE) return false;
    uint32_t first = a->mentions->items[verb->subject].first;
    const mp_sentence *sentence = &a->sentences->list[verb->sentence];
    return first > sentence->first && first < verb->item && mp_at_tag(a, first - 1) == MP_TAG_QUESTION;
}

static void fill(const mp_attributor *a, const clause *c, mp_attribution *attribution) {
    attribution->form = MP_FORM_INDIRECT;
    attribution->block = c->sentence->block;
    attribution->start = mp_item_start(a->sentences, c->first);
    attribution->end = mp_item_end(a->sentences, c->end - 1);
    attribution->stretch = MP_NONE;
}

/* A passive’s clause: a neighbour was told by Copilot that …; promised a refund by the bot. */
static bool begin_after_agent(const mp_attributor *a, clause *c, uint32_t speaker) {
    bool behind = a->mentions->items[speaker].first > c->verb->item; /* else who asked Grok was told that */
    uint32_t after = skip_adverbials(a, c, behind ? a->mentions->items[speaker].end : c->verb->item + 1);
    bool somebody_told = (mp_at_takes(a, c->verb) & MP_TAKES(LISTENER)) != 0;
    bool it_was_said = c->verb->subject != MP_NONE && a->mentions->items[c->verb->subject].kind == MP_MENTION_IT;
    bool was_denied = c->verb->passive && (mp_at_takes(a, c->verb) & MP_TAKES(OBJECT)) != 0;
    if (!somebody_told && !it_was_said && !was_denied)
        return false; /* not: written by a model that the firm had leased */
    if (in_sentence(c, after) && mp_at_tag(a, after) == MP_TAG_THAT && in_sentence(c, after + 1))
        return set(c, after + 1, MP_RULE_PASSIVE);
    if (in_sentence(c, after) && mp_at_tag(a, after) == MP_TAG_TO) return set(c, c->verb->item, MP_RULE_PASSIVE);
    if (in_sentence(c, after) && clause_begins(a, c, after)) return set(c, after, MP_RULE_PASSIVE);
    bool content_between = was_denied || !mp_at_is(a, c->verb->item + 1, MP_BIT(BY)); /* not: a refund promised by it */
    bool carries_content =
        content_between && (mp_at_takes(a, c->verb) & (MP_TAKES(OBJECT) | MP_TAKES(TO) | MP_TAKES(ABOUT))) != 0;
    return carries_content && set(c, c->verb->item, MP_RULE_PASSIVE);
}

/* A verb that no list has, of a model, with “that” right after it: it volunteered that. Not verbs of thinking and
 * finding, which the guideline leaves out. */
static bool brings_that_clause(const mp_attributor *a, const mp_verb *verb) {
    const mp_sentence *sentence = &a->sentences->list[verb->sentence];
    if (verb->cue != 0 || verb->passive || verb->relative || verb->subject == MP_NONE ||
        verb->item + 2 >= sentence->end)
        return false;
    if (mp_at_tag(a, verb->item + 1) != MP_TAG_THAT || mp_at_is(a, verb->item, MP_BIT(CLAUSAL))) return false;
    bool plain = mp_at_tag(a, verb->item) == MP_TAG_VERB && !verb->infinitive; /* not: it’s that; revealing that */
    if (!plain) return false;
    clause c = {.verb = verb, .sentence = sentence};
    const mp_reference *subject = mp_at_reference(a, verb->subject);
    if (a->mentions->items[verb->subject].kind == MP_MENTION_IT) return false; /* it emerged that, it meant that */
    return subject->kind == MP_SPEAKER_MODEL && !subject->text && clause_begins(a, &c, verb->item + 2);
}

/* After the verb, or before it: “The number was a guess, it insisted when we asked again.” */
static bool begin_around_verb(const mp_attributor *a, clause *c, uint16_t takes) {
    uint32_t next = c->verb->item + 1;
    bool when = in_sentence(c, next) && mp_at_tag(a, next) == MP_TAG_SUBORDINATOR;
    if ((when || c->verb->inverted) && stands_before(a, c, takes)) return true;
    return !c->verb->inverted && (begin_after_verb(a, c, takes) || stands_before(a, c, takes));
}

bool mp_at_reported_clause(const mp_attributor *a, uint32_t v, mp_attribution *attribution) {
    const mp_verb *verb = &a->verbs->items[v];
    clause c = {.verb = verb, .sentence = &a->sentences->list[verb->sentence]};
    uint16_t takes = mp_at_takes(a, verb);
    if (takes == 0 && brings_that_clause(a, verb)) takes = MP_TAKES(THAT);
    if (takes == 0 || (takes & MP_TAKES(WEAK)) != 0 || nothing_was_said(verb) || a->verb_has_quote[v]) return false;
    if (content_is_question_word(a, verb)) return false;
    mp_at_credit_verb(a, attribution, v, MP_RULE_REPORTED_CLAUSE);
    bool passive = attribution->rule == MP_RULE_PASSIVE;
    if (attribution->speaker == MP_NONE) return false;

    bool found = passive ? begin_after_agent(a, &c, attribution->speaker) : begin_around_verb(a, &c, takes);
    if (!found) return false;
    if (c.rule != MP_RULE_CLAUSE_THEN_SPEAKER) find_end(a, &c);
    if (c.end <= c.first || has_stretch(a, &c)) return false;
    attribution->rule = c.rule;
    fill(a, &c, attribution);
    return true;
}

/* ---- Without a verb ---------------------------------------------------------------------------------------------- */

/* “According to Grok, …”; “…, according to Grok”; and in the middle of its clause, the whole of which it reports. */
static bool source_clause(const mp_attributor *a, clause *c, uint32_t item, uint32_t mention) {
    uint32_t after = a->mentions->items[mention].end;
    while (in_sentence(c, after) && mp_at_tag(a, after) != MP_TAG_COMMA && mp_at_tag(a, after) != MP_TAG_COLON &&
           mp_at_tag(a, after) != MP_TAG_STOP)
        after++;
    bool goes_on = after + 2 < c->sentence->end && mp_at_tag(a, after + 1) != MP_TAG_RELATIVE &&
                   mp_at_tag(a, after + 1) != MP_TAG_GERUND; /* …, according to Grok, which added */
    bool colon = in_sentence(c, after) && mp_at_tag(a, after) == MP_TAG_COLON;
    c->first = item == c->sentence->first || colon ? after + 1 : c->sentence->first;
    c->end = item == c->sentence->first || goes_on ? c->sentence->end : item;
    while (c->end > c->first && (mp_at_tag(a, c->end - 1) == MP_TAG_STOP || mp_at_tag(a, c->end - 1) == MP_TAG_COMMA))
        c->end--;
    return c->end > c->first + 1 && !has_stretch(a, c);
}

static bool by_source(const mp_attributor *a, clause *c, mp_attribution *attribution) {
    for (uint32_t i = c->sentence->first; i + 1 < c->sentence->end && i < c->sentence->first + reach; i++) {
        if (!mp_at_is(a, i, MP_BIT(SOURCE))) continue;
        uint32_t mention = mp_at_mention_starting(a, c->sentence, i + 1);
        if (mention == MP_NONE || mp_at_reference(a, mention)->kind == MP_SPEAKER_UNKNOWN) continue;
        if (!source_clause(a, c, i, mention)) continue;
        mp_at_credit_mention(a, attribution, mention, MP_RULE_ACCORDING_TO);
        attribution->cue_sentence = attribution->sentence;
        attribution->cue_start = mp_item_start(a->sentences, i);
        attribution->cue_end = mp_item_end(a->sentences, i);
        fill(a, c, attribution);
        return true;
    }
    return false;
}

/* Grok: words without marks, as a headline or a turn of a dialogue; a headline may name its speaker last. */
static bool by_label(const mp_attributor *a, clause *c, mp_attribution *attribution) {
    const mp_sentence *sentence = c->sentence;
    uint32_t first = mp_at_mention_starting(a, sentence, sentence->first);
    bool headline = a->tokens->article->blocks[sentence->block].kind <= MP_BLOCK_DEK;

    if (first != MP_NONE && a->mentions->items[first].kind == MP_MENTION_MODEL) {
        uint32_t colon = a->mentions->items[first].end;
        bool speaks =
            colon + 2 < sentence->end && mp_at_tag(a, colon) == MP_TAG_COLON && a->mentions->items[first].model != 0;
        c->first = colon + 1;
        c->end = sentence->end;
        bool has_verb = false;
        for (uint32_t i = c->first; i < c->end; i++)
            has_verb |= mp_at_tag(a, i) == MP_TAG_VERB || mp_at_tag(a, i) == MP_TAG_AUXILIARY;
        if (in_sentence(c, c->first) && mp_at_tag(a, c->first) == MP_TAG_QUESTION)
            speaks = false; /* Grok: what to know */
        if (speaks && has_verb && sentence->scope == MP_NONE && !has_stretch(a, c) &&
            sentence->first == a->mentions->items[first].first) {
            mp_at_credit_mention(a, attribution, first, MP_RULE_LABEL);
            fill(a, c, attribution);
            return true;
        }
    }
    if (!headline) return false;
    for (uint32_t i = sentence->end; i > sentence->first + 3; i--) {
        if (mp_at_tag(a, i - 1) != MP_TAG_COLON) continue;
        uint32_t last = mp_at_mention_starting(a, sentence, i);
        if (last == MP_NONE || a->mentions->items[last].model == 0 ||
            a->mentions->items[last].end < sentence->end - (sentence->end > i ? 1u : 0u))
            return false;
        *c = (clause){.sentence = sentence, .first = sentence->first, .end = i - 1};
        mp_at_credit_mention(a, attribution, last, MP_RULE_LABEL);
        fill(a, c, attribution);
        return true;
    }
    return false;
}

bool mp_at_clause_without_verb(const mp_attributor *a, uint32_t sentence, mp_attribution *attribution) {
    clause c = {.sentence = &a->sentences->list[sentence]};

    attribution->sentence = sentence;
    return by_source(a, &c, attribution) || by_label(a, &c, attribution);
}
