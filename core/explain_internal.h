/* explain_internal.h: what the parts of the explanation share: a line that is written piece by piece, and short ways to
 * the words of things (explain_line.c), in which explain.c tells of the text, explain_finding.c of who said what and what
 * that is. */
#ifndef MOUTHPIECE_EXPLAIN_INTERNAL_H
#define MOUTHPIECE_EXPLAIN_INTERNAL_H

#include "engine.h"

typedef struct mp_explainer {
    const mp_results *results;
    const mp_rules *rules;
    const mp_tokens *tokens;
    const mp_sentences *sentences;
    mp_arena *arena;
    MP_ARRAY(char) line;
    mp_line_visitor visit;
    void *context;
    bool memory_ended, stopped;
} mp_explainer;

/* Writes into the line. */
void mp_put(mp_explainer *e, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Hands the line on and begins another. */
void mp_end_line(mp_explainer *e);

/* Text on one line, cut where it is long; the same in marks: «Grok»; bytes of a block and items of a sentence so. */
void mp_put_text(mp_explainer *e, mp_text text);
void mp_put_quoted(mp_explainer *e, mp_text text);
void mp_put_bytes(mp_explainer *e, uint32_t block, uint32_t start, uint32_t end);
void mp_put_items(mp_explainer *e, uint32_t sentence, uint32_t first, uint32_t end);

/* A mention. */
void mp_put_mention(mp_explainer *e, uint32_t mention);

/* What a reference is: model Grok, 95 %. */
void mp_put_reference(mp_explainer *e, const mp_reference *reference);

/* “said” with what is known of the verb, and its subject. */
void mp_put_verb(mp_explainer *e, uint32_t verb);

/* explain_finding.c */
void mp_explain_attributions(mp_explainer *e);
void mp_explain_signs(mp_explainer *e);
void mp_explain_judgements(mp_explainer *e);

#endif
