/* attribution_internal.h: what the parts of attribution share. attribution_question.c: questions that all of them ask.
 * Words in quotation marks: attribution_quote.c, by verbs attribution_verb.c and attribution_verb_tail.c, by what stands beside them
 * attribution_words.c, attribution_owner.c and attribution_neighbour.c, by turns attribution_turn.c, by the same words elsewhere
 * attribution_repeated.c. Block quotes and posts: attribution_block.c; statements that are a model's
 * attribution_launder.c. Reported clauses: attribution_clause.c with its parts (attribution_clause_internal.h),
 * without a verb attribution_source.c. Which of all a list of quotes has: attribution_listed.c. */
#ifndef MOUTHPIECE_ATTRIBUTION_INTERNAL_H
#define MOUTHPIECE_ATTRIBUTION_INTERNAL_H

#include "attribution.h"

typedef struct mp_attributor {
    const mp_references *references;
    const mp_mentions *mentions;
    const mp_sentences *sentences;
    const mp_stretches *stretches;
    const mp_tokens *tokens;
    const mp_rules *rules;
    const mp_verbs *verbs;
    const uint8_t *tags;
    mp_attribution *by_stretch; /* one for each stretch */
    bool *has_that;             /* by sentence: a “that” in it may bring a clause */
    bool *verb_has_quote;       /* by verb: its content is quoted, so the clause around it is no finding */
} mp_attributor;

/* Small questions that all parts ask. */
static inline mp_tag mp_at_tag(const mp_attributor *a, uint32_t item) { return (mp_tag)a->tags[item]; }

static inline bool mp_at_is(const mp_attributor *a, uint32_t item, mp_word_classes classes) {
    return mp_item_is(a->sentences, item, classes);
}

static inline const mp_reference *mp_at_reference(const mp_attributor *a, uint32_t mention) {
    return &a->references->items[mention];
}

uint16_t mp_at_takes(const mp_attributor *a, const mp_verb *verb); /* 0 where the verb is no cue */
uint32_t mp_at_mention_starting(const mp_attributor *a, const mp_sentence *sentence, uint32_t item);

/* The number of the verb at or, without `exact`, nearest before `item`; MP_NONE for none. */
uint32_t mp_at_verb_at(const mp_attributor *a, uint32_t sentence, uint32_t item, bool exact);

/* The speaker of the verb that introduces what follows the end of `sentence`: its last verb of saying, else a model or
 * its text named there. False where there is none. */
bool mp_at_introducer(const mp_attributor *a, uint32_t sentence, mp_attribution *attribution);

/* The last sentence of a block's own level, MP_NONE where it has none. */
uint32_t mp_at_last_sentence(const mp_attributor *a, uint32_t block);
uint32_t mp_at_first_sentence(const mp_attributor *a, uint32_t block);

/* … and its first of any level: that of a block quote’s words. */
uint32_t mp_at_first_of_block(const mp_attributor *a, uint32_t block);

/* Credits `attribution` to the subject of a verb. */
void mp_at_credit_verb(const mp_attributor *a, mp_attribution *attribution, uint32_t verb, mp_attribution_rule rule);

/* Credits it to a mention, without a verb. */
void mp_at_credit_mention(const mp_attributor *a, mp_attribution *attribution, uint32_t mention,
                          mp_attribution_rule rule);

/* Whether a sentence holds nothing but quotes; whether a stretch ends as whole sentences do. */
bool mp_at_stands_alone(const mp_attributor *a, uint32_t sentence);
bool mp_at_ends_like_quote(const mp_attributor *a, uint32_t stretch);

void mp_at_copy_speaker(mp_attribution *to, const mp_attribution *from, mp_attribution_rule rule);

/* Asked who built the bridge: “Giants.” – whether a sentence begins with “asked” that has no subject. */
bool mp_at_begins_asked(const mp_attributor *a, uint32_t sentence);

/* Whose turn it is where no attribution stands by. */
bool mp_at_attribute_by_turn(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution);

void mp_at_attribute_stretch(mp_attributor *a, uint32_t stretch);

/* “A. | “B. | “C,” Grok said: paragraphs left open take the speaker of the one that closes. */
void mp_at_carry_back(mp_attributor *a);
void mp_at_attribute_block(mp_attributor *a, uint32_t stretch);

/* The model whose account a link leads to, 0 where it leads elsewhere. */
uint16_t mp_at_model_of_link(const mp_rules *rules, mp_text href);

/* Words credited to the maker whose link leads to the model’s own account are the model’s. */
void mp_at_see_through_laundering(const mp_attributor *a, mp_attribution *attribution);

/* … and so is what the same statement says in the paragraphs beside it. */
void mp_at_spread_laundering(mp_attributor *a);

/* Words of a model, by all else, in which “we” tell of a bot are a firm’s. */
void mp_at_leave_to_firm(const mp_attributor *a, mp_attribution *attribution);

/* Whether an organisation may be the one that answers for `model`: its maker, or “the company”. */
bool mp_at_answers_for(const mp_attributor *a, const mp_attribution *attribution, uint16_t model);
void mp_at_attribute_repeated(mp_attributor *a, mp_arena *arena);

/* The reported clause of a verb, where it has one. *cut_at is the item at which it was cut off for its length, 0 where it was
 * not. */
bool mp_at_reported_clause(const mp_attributor *a, uint32_t verb, mp_attribution *attribution, uint32_t *cut_at);

/* … and a further one that goes without the verb: told one that it was open, and another that it was shut. `after` is how
 * many stand before it. */
bool mp_at_further_clause(const mp_attributor *a, uint32_t verb, uint32_t after, mp_attribution *attribution);

/* Whether the stretch reads like a title: “The Morning Hour”. */
bool mp_at_is_title_like(const mp_attributor *a, uint32_t stretch);

/* Whether the words have a verb: “I am sorry”, not “heartfelt apology”. */
bool mp_at_reads_like_clause(const mp_attributor *a, uint32_t stretch);

/* Whether a list of all quotes of the page has it. Reads the speakers of all stretches. */
bool mp_at_is_listed(const mp_attributor *a, const mp_attribution *attribution);

/* “According to Grok, …”, “Grok: …” without quotation marks, in a sentence. */
bool mp_at_clause_without_verb(const mp_attributor *a, uint32_t sentence, mp_attribution *attribution);

#endif
