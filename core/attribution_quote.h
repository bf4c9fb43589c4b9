/* attribution_quote.h: what the ways of crediting words in quotation marks share: by a verb in their sentence
 * (attribution_verb.c), by other words in it (attribution_words.c, attribution_owner.c), by what stands around it (attribution_neighbour.c). */
#ifndef MOUTHPIECE_ATTRIBUTION_QUOTE_H
#define MOUTHPIECE_ATTRIBUTION_QUOTE_H

#include "attribution_internal.h"

/* Where a quoted stretch stands. */
typedef struct mp_quote_place {
    const mp_sentence *sentence;
    uint32_t sentence_number;
    uint32_t item; /* the stretch, in its sentence */
    uint32_t stretch;
} mp_quote_place;

/* No writer puts more items between a verb and its quote than `mp_quote_reach`, nor more verbs than `mp_quote_verbs`. */
enum { mp_quote_reach = 40, mp_quote_verbs = 9 };

/* “…,” Grok, the chatbot of X, told users: the first verb of saying whose subject stands right after the quote. */
uint32_t mp_at_verb_of_subject(const mp_attributor *a, const mp_quote_place *at, uint32_t mention);

/* Said by nobody: told the bot to say “sorry”. */
bool mp_at_is_wished(const mp_verb *verb);
bool mp_at_subject_is_model(const mp_attributor *a, const mp_verb *verb);

/* The firm said that Grok had sold “thousands” of tickets: the words are the firm’s. */
bool mp_at_is_told_by_another(const mp_attributor *a, const mp_quote_place *at, const mp_verb *verb);

/* Whether any verb, of the rules’ or not, brings the quote: Grok dug in: “…” (attribution_verb_tail.c). */
bool mp_at_is_tail_verb(const mp_attributor *a, const mp_quote_place *at, const mp_verb *verb);

/* A reply from Grok, one of Grok’s replies: the model behind a noun of text, MP_NONE where there is none. */
uint32_t mp_at_owner_behind(const mp_attributor *a, uint32_t mention);

/* Each credits the stretch and is true where it can. */
bool mp_at_credit_owned(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution);
bool mp_at_credit_to_owner(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution);
bool mp_at_credit_by_verb(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution);
bool mp_at_credit_by_last_verb(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution);
bool mp_at_credit_by_words(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution);
bool mp_at_credit_by_neighbours(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution);

#endif
