/* rules_examples.h: the examples and counterexamples that a pack's rules bring with them. Knows the pack's shape; runs
 * nothing. */
#ifndef MOUTHPIECE_RULES_EXAMPLES_H
#define MOUTHPIECE_RULES_EXAMPLES_H

#include "rules_shape.h"

typedef enum mp_rule_kind {
    MP_RULE_KIND_MAKER = 0,
    MP_RULE_KIND_MODEL,
    MP_RULE_KIND_CUE,
    MP_RULE_KIND_VERB,
    MP_RULE_KIND_WORDS,
    MP_RULE_KIND_PATTERN,
    MP_RULE_KIND_NOTE,
    MP_RULE_KIND_MESSAGE,
    MP_RULE_KIND_COUNT
} mp_rule_kind;

/* A rule that has examples. */
typedef struct mp_ruled {
    mp_rule_kind kind;
    mp_text id;             /* its id, lemma or class */
    const mp_text *phrases; /* of verbs: the forms; of classes of words: the phrases */
    size_t phrase_count;
} mp_ruled;

typedef struct mp_example {
    const mp_ruled *rule;
    mp_text text;     /* a paragraph a line */
    bool holds;       /* false: a near miss */
    uint32_t path[4]; /* the numbers of the children that lead to it, as mp_json_find() takes them */
} mp_example;

typedef struct mp_examples {
    MP_ARRAY(mp_example) items; /* in the pack’s order */
    size_t rule_count;          /* of all rules, with examples and without */
    mp_text lang;               /* the pack’s language, empty where it does not say */
} mp_examples;

/* What messages call a rule of that kind: "cue". Static. */
const char *mp_rule_kind_name(mp_rule_kind kind);

/* Checks the shape of a pack, tells `visit` of what is wrong, and lists the examples; of a misshapen pack, none. Texts are
 * copied into `arena`. Fails with MP_ERROR_RULES, and its place, where the pack is no JSON. */
mp_status mp_rules_examine(mp_text pack, mp_arena *arena, mp_misshape_visitor visit, void *context,
                           mp_examples *examples, mp_error *error);

#endif
