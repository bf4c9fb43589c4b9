/* attribution.h: who said what: each quoted stretch, block quote and reported clause with its cue and its speaker. Knows
 * verbs, subjects and what mentions stand for; nothing of what the words mean. */
#ifndef MOUTHPIECE_ATTRIBUTION_H
#define MOUTHPIECE_ATTRIBUTION_H

#include "resolve.h"

/* How a quote was given its speaker; the ids that reports show. */
#define MP_ATTRIBUTION_RULES(X)                                                                                        \
    X(NONE, "none")                                                                                                    \
    X(QUOTE_THEN_SPEAKER, "quote-then-speaker") /* “…,” Grok said; “…,” said Grok */                       \
    X(SPEAKER_THEN_QUOTE, "speaker-then-quote") /* Grok said: “…” */                                             \
    X(FRAGMENT, "fragment")                     /* Grok said it was “…” */                                       \
    X(VERB_TAIL, "quote-after-any-verb")        /* Grok dug in: “…” */                                           \
    X(ACCORDING_TO, "according-to")                                                                                    \
    X(LABEL, "label")                             /* Grok: “…” */                                                \
    X(SIGNATURE, "signature")                     /* “…” – Grok */                                             \
    X(SAME_PARAGRAPH, "same-paragraph")           /* “…,” Grok said. “…” */                                \
    X(CONTINUED, "continued")                     /* a quotation that runs over paragraphs */                          \
    X(INTRODUCED, "introduced")                   /* This is what it said: */                                          \
    X(NAMED_WORDS, "named-words")                 /* its answer, with the words “…” */                           \
    X(TURN, "turn")                               /* “No,” I typed. / “As you wish.” */                        \
    X(REPEATED, "repeated")                       /* the page credits the same words elsewhere */                      \
    X(ACCOUNT, "account")                         /* a post of the model’s account */                                \
    X(REPORTED_CLAUSE, "reported-clause")         /* Grok said that … */                                             \
    X(SPEECH_ACT, "speech-act")                   /* Grok apologised for … */                                        \
    X(CLAUSE_THEN_SPEAKER, "clause-then-speaker") /* …, Grok said */                                                 \
    X(PASSIVE, "passive")                         /* was told by Grok that … */                                      \
    X(WEIGHED, "weighed")                         /* no rule tells; all that is known of it speaks for the model */

typedef enum mp_attribution_rule {
#define MP_RULE(symbol, name) MP_RULE_##symbol,
    MP_ATTRIBUTION_RULES(MP_RULE)
#undef MP_RULE
        MP_RULE_COUNT
} mp_attribution_rule;

const char *mp_attribution_rule_name(mp_attribution_rule rule);

typedef struct mp_attribution {
    mp_form form;
    uint32_t block, start, end;  /* bytes */
    uint32_t stretch;            /* MP_NONE for reported clauses */
    uint32_t cue_sentence;       /* in which the cue stands */
    uint32_t sentence;           /* in which the cue stands, or the quote where there is none */
    uint32_t speaker;            /* a mention, MP_NONE where only the page tells */
    uint32_t verb;               /* MP_NONE where no verb of saying stands by */
    uint32_t cue_start, cue_end; /* bytes of the cue, in the sentence's block; equal where there is none */
    mp_reference reference;
    mp_attribution_rule rule;
    bool listed;  /* belongs in a list of all quotes */
    bool doubted; /* given to a model by the rules, taken from it by the weights */
} mp_attribution;

/* Whether one model has said it; not several at once. */
static inline bool mp_is_models(const mp_attribution *attribution) {
    return attribution->reference.kind == MP_SPEAKER_MODEL && !attribution->reference.plural;
}

/* Whether a finding is made of it: what the rules give to a model; of several at once, their quotes alone. */
static inline bool mp_makes_finding(const mp_attribution *attribution) {
    if (attribution->rule == MP_RULE_NONE || attribution->reference.kind != MP_SPEAKER_MODEL) return false;
    return !attribution->reference.plural || attribution->form != MP_FORM_INDIRECT;
}

typedef struct mp_attributions {
    const mp_references *references;
    mp_attribution *items; /* by block and start */
    size_t count;
    const struct mp_attributor *attributor; /* what found them (attribution_internal.h) */
} mp_attributions;

/* Finds the speakers of all stretches, and the models' reported clauses; with `everybody`, all reported clauses. */
mp_status mp_attributions_find(const mp_references *references, bool everybody, mp_arena *arena,
                               mp_attributions *attributions, mp_error *error);

#endif
