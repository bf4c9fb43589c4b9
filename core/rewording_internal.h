/* rewording_internal.h: what the parts of rewording share: rewording.c (who it is about, the whole), rewording_verb.c (what
 * the verb's act is as a thing), rewording_edit.c (edits of the page's sentence) and rewording_sentence.c (sentences of its
 * own). */
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

/* The first item of a mention, a number before it aside: a live blog's “14.08 Grok”. */
uint32_t mp_reword_first(const mp_rewriter *w, const mp_mention *mention);

/* Whether a mention holds more than the model's name and what belongs to it: its first promotional clip Bard, Grok v ChatGPT. */
bool mp_reword_is_overlong(const mp_rewriter *w, const mp_mention *mention);

/* ---- rewording_verb.c -------------------------------------------------------------------------------------------- */

/* The verb of saying and its cue; NULL where there is none. */
const mp_verb *mp_reword_verb(const mp_rewriter *w);
const mp_cue *mp_reword_cue(const mp_rewriter *w);

/* The sentence in which the cue stands, and the tag of an item of it; that of a full stop after its end. */
const mp_sentence *mp_reword_sentence(const mp_rewriter *w);
mp_tag mp_reword_tag(const mp_rewriter *w, uint32_t item);

/* The first item of the cue's sentence that begins at or behind a byte; the sentence's end where none does. */
uint32_t mp_reword_item_at(const mp_rewriter *w, uint32_t byte);

/* Whether a clause, verb and subject, stands between two bytes of the cue's block. */
bool mp_reword_has_verb(const mp_rewriter *w, uint32_t start, uint32_t end);

/* Whether what is attributed is a clause of its own, not a noun: promises urgent repairs. */
bool mp_reword_is_clause(const mp_rewriter *w);

/* Whether quoted words are part of the page's sentence, not one of their own: blames ‘a botched upgrade’. */
bool mp_reword_quotes_a_part(const mp_rewriter *w);

/* What an act of saying is as a thing that a text can be, joined to what the verb took: "an apology", "an admission that",
 * "text saying", "text reading". Empty where nothing is surely well formed. */
mp_text mp_reword_product(mp_rewriter *w);

/* The same where the verb has a noun for it; else empty. */
mp_text mp_reword_noun(mp_rewriter *w);

/* ---- rewording_edit.c, rewording_sentence.c: more of them, *count so far ------------------------------------------- */

void mp_reword_edits(mp_rewriter *w, mp_reworded *rewordings, size_t *count);
void mp_reword_sentences(mp_rewriter *w, mp_reworded *rewordings, size_t *count);

#endif
