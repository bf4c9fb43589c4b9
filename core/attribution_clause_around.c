/* attribution_clause_around.c: clauses that stand before their attribution, or around it: “The bridge, Grok said, was shut.”
 * Knows verbs, their subjects and marks; nothing of clauses behind a verb. */
#include "attribution_clause_internal.h"

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

/* Asked when it opens: the pool had moved, it said; landlords, it said, were free to choose – behind a colon or a semicolon
 * the clause begins anew. */
static uint32_t after_colon(const mp_attributor *a, uint32_t first, uint32_t end) {
    for (uint32_t i = end; i > first + 1; i--)
        if (mp_at_tag(a, i - 1) == MP_TAG_COLON || mp_at_tag(a, i - 1) == MP_TAG_STOP) return i;
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

/* Firms turn to cheaper, measurable AI projects by 2030: the adjective goes with what follows, and nobody speaks. */
static bool is_described_thing(const mp_attributor *a, uint32_t subject) {
    const mp_mention *mention = &a->mentions->items[subject];
    bool bare = mention->kind == MP_MENTION_LOOSE && !mention->definite && !mention->indefinite;
    return bare && mention->end > mention->first + 1 && mp_at_tag(a, mention->first) == MP_TAG_OTHER;
}

/* The clause from `first` on, without the marks at its end. */
static bool set_around(const mp_attributor *a, mp_clause *c, uint32_t first, uint32_t end) {
    c->first = first;
    c->end = end;
    while (c->end > c->first && mp_at_tag(a, c->end - 1) == MP_TAG_STOP) c->end--;
    c->rule = MP_RULE_CLAUSE_THEN_SPEAKER;
    return true;
}

/* How many a day? At least one, it said. */
static bool answers_question(const mp_attributor *a, const mp_clause *c, uint32_t begins) {
    uint32_t number = (uint32_t)(c->sentence - a->sentences->list);
    if (begins != c->sentence->first || number == 0 || mp_at_tag(a, begins) == MP_TAG_VERB) return false;
    const mp_sentence *before = &a->sentences->list[number - 1];
    return before->block == c->sentence->block && before->scope == c->sentence->scope &&
           mp_sentence_asks(a->sentences, before);
}

/* The firm would wait, Kimi noted, and the price would hold, Grok said: what follows has an attribution of its own. */
static bool another_attribution_closes(const mp_attributor *a, const mp_clause *c) {
    uint32_t end = a->verbs->sentence_first[c->verb->sentence + 1], closing = c->sentence->end;
    while (closing > c->sentence->first && mp_at_tag(a, closing - 1) == MP_TAG_STOP) closing--;
    const mp_verb *last = &a->verbs->items[end - 1]; /* one there is: that of this attribution */
    if (last == c->verb || last->item + 1 != closing || last->subject == MP_NONE) return false;
    uint32_t subject = a->mentions->items[last->subject].first;
    return (mp_at_takes(a, last) & MP_TAKES(THAT)) != 0 && subject > c->verb->item &&
           mp_at_tag(a, subject - 1) == MP_TAG_COMMA;
}

/* “The images were a mistake, Grok said.” – the clause stands before its attribution; and where the sentence goes on
 * after it, around it. */
bool mp_clause_stands_before(const mp_attributor *a, mp_clause *c, uint16_t takes) {
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
    if (!c->verb->inverted && is_described_thing(a, c->verb->subject)) return false;
    if (!c->verb->inverted && subject_end != c->verb->first) return false; /* not: it denied that it had lied */
    uint32_t after = c->verb->inverted ? subject_end : c->verb->item + 1;
    if ((takes & MP_TAKES(LISTENER)) != 0) after = mp_clause_skip_phrase(a, c, after);
    bool headline = a->tokens->article->blocks[c->sentence->block].kind <= MP_BLOCK_SUBHEAD;
    bool as = headline && after < c->sentence->end && mp_at_is(a, after, MP_BIT(AS));
    if (!as) after = mp_clause_skip_adverbials(a, c, after); /* Rice to ease, says Grok as traders scoff */
    bool ends = after >= c->sentence->end || mp_at_tag(a, after) == MP_TAG_STOP ||
                mp_at_tag(a, after) == MP_TAG_COMMA || mp_at_tag(a, after) == MP_TAG_DASH ||
                mp_at_tag(a, after) == MP_TAG_SUBORDINATOR || /* it insisted when we asked again */
                mp_at_tag(a, after) == MP_TAG_RELATIVE;       /* Grok told a driver who had asked */
    ends |= as;
    bool has_verb = headline && first > c->sentence->first + 3 && c->verb->form == MP_VERB_THIRD; /* Rice at $4 */
    uint32_t begins = after_attribution(a, c, after_colon(a, c->sentence->first, first), first);
    for (uint32_t i = begins; i < first; i++) has_verb |= mp_at_tag(a, i) == MP_TAG_VERB || mp_at_is_auxiliary(a, i);
    has_verb |= mp_at_is(a, begins, MP_BIT(ANSWER_WORD)); /* Yes, it said. */
    has_verb |= answers_question(a, c, begins);
    mp_tag begin = mp_at_tag(a, begins);
    bool goes_on = after + 1 < c->sentence->end && !mp_at_is(a, after + 1, MP_BIT(VERB_GERUND)) &&
                   (mp_at_tag(a, after + 1) == MP_TAG_VERB || mp_at_is_auxiliary(a, after + 1));
    bool fronted = !has_verb && (mp_clause_begins(a, c, after + 1) || /* In 2030, it said, the town would flood. */
                                 subject_stands_before(a, c, begins, first, after));
    has_verb |=
        goes_on || fronted || c->verb->inverted; /* The bridge, it asserted, was begun in 1726. Not good, said Grok. */
    bool comma_behind = after + 2 < c->sentence->end && mp_at_tag(a, after) == MP_TAG_COMMA;
    bool of_gerund = comma_behind && first >= c->sentence->first + 4 && mp_at_tag(a, first - 2) == MP_TAG_GERUND &&
                     mp_at_tag(a, first - 3) == MP_TAG_COMMA;
    if (of_gerund) return set_around(a, c, after + 1, c->sentence->end); /* wearing, it claimed, a blue coat */
    bool condition = begin == MP_TAG_SUBORDINATOR && comma_behind &&
                     mp_clause_begins(a, c, after + 1); /* Unless it paid, Grok informed him, all would know. */
    bool opens_otherwise = (begin == MP_TAG_SUBORDINATOR && !condition) || begin == MP_TAG_STRETCH ||
                           begin == MP_TAG_GERUND || begin == MP_TAG_VERB; /* Asked again, it doubled down. */
    bool phrase_only = begin == MP_TAG_PREPOSITION && !goes_on && !fronted && !has_own_verb(a, c, begins, first);
    if (!ends || !has_verb || opens_otherwise || phrase_only) return false;
    bool spliced = c->verb->inverted && mp_clause_begins(a, c, after + 1); /* Never mind, said Grok, it is free. */
    goes_on |= after + 2 < c->sentence->end && first >= begins + 2 &&
               mp_at_is_auxiliary(a, first - 2); /* He would, it said, if */
    mp_tag behind = comma_behind ? mp_at_tag(a, after + 1) : MP_TAG_STOP;
    bool tells_more =
        behind == MP_TAG_RELATIVE || behind == MP_TAG_GERUND; /* it had closed, Grok told Ann, who shrugged */
    bool around = comma_behind && !tells_more && c->sentence->end - begins <= MP_CLAUSE_REACH * 2 &&
                  !another_attribution_closes(a, c);
    if (around) {
        c->teller = first - 1;
        c->behind_teller = after + 1;
        c->may_end_before_teller = !(goes_on || fronted || spliced || condition);
    }
    return set_around(a, c, begins, around ? c->sentence->end : first - 1);
}

/* It had not meant to, she was told by Grok, it only tried to help. */
bool mp_clause_stands_before_agent(const mp_attributor *a, mp_clause *c, uint16_t takes, uint32_t speaker) {
    bool behind = a->mentions->items[speaker].first > c->verb->item;
    bool nowhere = a->mentions->items[speaker].sentence < c->verb->sentence; /* It was free, Mrs Wren was told. */
    return (behind || nowhere) && c->verb->passive && (takes & MP_TAKES(LISTENER)) != 0 &&
           mp_clause_stands_before(a, c, takes);
}
