/* rewording_internal.h: what the parts of rewording share: rewording.c (names, the sentence of its own) and
 * rewording_edit.c (edits of the page's sentence). */
#ifndef MOUTHPIECE_REWORDING_INTERNAL_H
#define MOUTHPIECE_REWORDING_INTERNAL_H

#include "rewording.h"

typedef struct mp_rewriter {
    const mp_mentions *mentions;
    const mp_sentences *sentences;
    const mp_verbs *verbs;
    const uint8_t *tags;
    const mp_rules *rules;
    const mp_judgement *judgement;
    const mp_attribution *attribution;
    mp_arena *arena;
    bool memory_ended;
    mp_text speaker; /* the model, as it is called in running text: Grok, the airline’s chatbot */
    mp_text maker;   /* empty where nobody knows */
} mp_rewriter;

/* A message with the slots that every wording has, {model} and {maker}, and `count` further ones; empty where the packs have none. */
mp_text mp_reword_fill(mp_rewriter *w, const char *message, const mp_slot *further, size_t count);

/* A copy to be changed, NUL-terminated; NULL where memory ends. */
char *mp_reword_copy(mp_rewriter *w, mp_text text);

/* Whether a mention is a pronoun. */
bool mp_reword_is_pronoun(const mp_mention *mention);

/* The edits of the page's own sentence, *count of them so far. */
void mp_reword_edits(mp_rewriter *w, mp_reworded *rewordings, size_t *count);

/* What an act of saying is as a thing that a text can be: "an apology for", "an admission that", "text saying". Empty where
 * the verb has neither noun nor gerund. */
mp_text mp_reword_product(mp_rewriter *w);

#endif
