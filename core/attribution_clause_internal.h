/* attribution_clause_internal.h: what the parts of reported clauses share: attribution_clause.c (verbs and what they
 * report), attribution_clause_begin.c (clauses behind a verb), attribution_clause_around.c (before and around it),
 * attribution_clause_shape.c (what may begin a clause), attribution_clause_end.c (where it ends), attribution_clause_aside.c
 * (before what its reporter adds), attribution_clause_place.c (what is told of each place at which it may end),
 * attribution_clause_span.c (its span), attribution_source.c (according to, labels). */
#ifndef MOUTHPIECE_ATTRIBUTION_CLAUSE_INTERNAL_H
#define MOUTHPIECE_ATTRIBUTION_CLAUSE_INTERNAL_H

#include "attribution_internal.h"

/* Longer clauses than MP_CLAUSE_REACH items are cut there; no writer writes them, and no page shall make them costly. */
enum { MP_CLAUSE_REACH = 300, MP_CLAUSE_SHORT_REACH = 10 };

typedef struct mp_clause {
    const mp_verb *verb; /* NULL where no verb brings it */
    const mp_sentence *sentence;
    uint32_t first, end; /* items */
    mp_attribution_rule rule;
    uint32_t teller,
        behind_teller; /* the comma before its attribution, and the item behind it; 0: none stands inside */
    bool may_end_before_teller;
} mp_clause;

/* Where a clause may end: before the item `end`. One byte for each of MP_END_FEATURES, 1 or 0; the last place, the end of
 * all, has none. The share of clauses, in thousandths, that would end there and not before. */
enum { MP_MOST_PLACES = 32 };

typedef struct mp_clause_place {
    uint32_t end;
    int32_t share;
    uint8_t features[MP_END_FEATURE_COUNT];
} mp_clause_place;

typedef struct mp_clause_places {
    mp_clause_place items[MP_MOST_PLACES];
    uint32_t count;
} mp_clause_places;

bool mp_clause_in_sentence(const mp_clause *c, uint32_t item);

static inline bool mp_clause_set(mp_clause *c, uint32_t first, mp_attribution_rule rule) {
    c->first = first;
    c->rule = rule;
    return true;
}

/* Each sets where the clause begins (and, around its verb, where it ends): behind the verb; before or around it, with its
 * subject or with a passive's agent. False where none is there. */
bool mp_clause_begin_after_verb(const mp_attributor *a, mp_clause *c, uint16_t takes);
bool mp_clause_stands_before(const mp_attributor *a, mp_clause *c, uint16_t takes);
bool mp_clause_stands_before_agent(const mp_attributor *a, mp_clause *c, uint16_t takes, uint32_t speaker);

/* It said yes: whether an answer of one word stands at `item`. */
bool mp_clause_is_answer_word(const mp_attributor *a, const mp_clause *c, uint32_t item);

/* Past an insertion between verb and “that”: said, in a reply to Ann, that. `item` where there is none from `next` on. */
uint32_t mp_clause_skip_insertion(const mp_attributor *a, const mp_clause *c, uint32_t item, uint32_t next);

/* Is, will; wasn’t is negation and auxiliary in one. */
bool mp_at_is_auxiliary(const mp_attributor *a, uint32_t item);

/* Past what may stand between verb and content: users, on Tuesday, in a post on X. */
uint32_t mp_clause_skip_phrase(const mp_attributor *a, const mp_clause *c, uint32_t item);
uint32_t mp_clause_skip_adverbials(const mp_attributor *a, const mp_clause *c, uint32_t item);

/* Past phrases with a preposition and adverbs. */
uint32_t mp_clause_skip_phrases(const mp_attributor *a, const mp_clause *c, uint32_t item);

/* Whether a clause with a verb of its own begins at `item`. */
bool mp_clause_begins(const mp_attributor *a, const mp_clause *c, uint32_t item);

/* The “that” of a clause whose verb is left out: … and another that; MP_NONE where `item` begins none. */
uint32_t mp_clause_gap(const mp_attributor *a, const mp_clause *c, uint32_t item);

/* Whether what its reporter adds begins at the mark, or without one at the word, `item` of a clause that is whole before it:
 * “…, which is wrong”. */
bool mp_clause_aside_begins(const mp_attributor *a, const mp_clause *c, uint32_t item);

/* Sets the end of a clause whose beginning is set: as far as it may go; and where it is likeliest to. */
void mp_clause_set_farthest(const mp_attributor *a, mp_clause *c);
void mp_clause_find_end(const mp_attributor *a, mp_clause *c);

/* The places at which a clause may end that goes as far as it may; its end is the last of them. */
void mp_clause_places_read(const mp_attributor *a, const mp_clause *c, mp_clause_places *places);

/* Sets their shares. */
void mp_clause_places_weigh(const mp_attributor *a, mp_clause_places *places);

/* Whether words of a model’s stand in quotation marks inside: then they are findings, and the clause is none. A clause
 * that “and” adds with such words is cut off first. */
bool mp_clause_has_model_words(const mp_attributor *a, mp_clause *c);

/* The clause that an attribution was made of; false where it is no verb’s, or a further one of it. */
bool mp_clause_of(const mp_attributor *a, const mp_attribution *attribution, mp_clause *c);

/* Lays the clause's span out as an indirect quote. */
void mp_clause_fill(const mp_attributor *a, const mp_clause *c, mp_attribution *attribution);

#endif
