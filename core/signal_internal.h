/* signal_internal.h: what the files share that find the signs of a page. */
#ifndef MOUTHPIECE_SIGNAL_INTERNAL_H
#define MOUTHPIECE_SIGNAL_INTERNAL_H

#include "answerable.h"
#include "signal.h"

/* What a sentence holds that its signs are read by; gathered once for all of them. */
typedef struct mp_sentence_facts {
    bool gathered;
    bool names_maker, reports_maker, of_several, by_writer, of_model;
    uint16_t model; /* the one that is named; MP_MODEL_GENERIC where several are */
    uint16_t named_maker, reporting_maker;
    uint32_t reported_from; /* the byte from which somebody answerable says what the sentence says */
    uint32_t last_model;    /* the byte of the last mention of a model, MP_NONE */
} mp_sentence_facts;

typedef struct mp_sign_finder {
    const mp_attributions *attributions;
    const mp_references *references;
    const mp_answerable *answerables; /* by mention */
    const mp_sentences *sentences;
    const mp_tokens *tokens;
    const mp_rules *rules;
    mp_arena *arena;
    mp_matcher *matcher;
    MP_ARRAY(mp_sign) found;
    uint32_t *stretch_attribution;
    mp_sentence_facts *gathered; /* by sentence; words quoted in one long sentence ask for its facts again and again */
    mp_sentence_facts facts;     /* of the sentence that is looked at */
    mp_error *error;
} mp_sign_finder;

/* Words for models in general: chatbots, such tools, AI. */
#define MP_MODEL_WORDS (MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE) | MP_BIT(EVIDENCE))

const mp_mention *mp_signal_mention(const mp_sign_finder *f, uint32_t mention);

/* Whether a mention is the maker, or speaks for it; *maker is which, 0 where it is only “the company”. */
bool mp_signal_answerable(const mp_sign_finder *f, uint32_t mention, uint16_t *maker);

/* Notes whose maker it is; the first that is named by name decides. */
void mp_signal_note_maker(mp_sign *sign, uint16_t maker);

/* Makes f->facts those of a sentence. */
void mp_signal_gather(mp_sign_finder *f, uint32_t sentence);

/* The number of the first verb of a sentence whose word begins at or after byte `start`. */
uint32_t mp_signal_first_verb(const mp_sign_finder *f, uint32_t sentence, uint32_t start);

/* The verb whose word begins at byte `start`, NULL where none does. */
const mp_verb *mp_signal_verb_at(const mp_sign_finder *f, uint32_t sentence, uint32_t start);

/* Who says what the sign says. */
void mp_signal_read_speaker(mp_sign_finder *f, const mp_sentence *sentence, mp_sign *sign);

/* What every sign says that begins where this one does: whom its sentence names, and who says it. */
void mp_signal_read(mp_sign_finder *f, mp_sign *sign);

/* Whether a match that begins at `token` can count, wherever it ends: asked first, since patterns take longer. Notes whether
 * somebody else is asked. */
bool mp_signal_may_count(mp_sign_finder *f, const mp_pattern *rule, uint32_t token, mp_sign *sign);

/* Whether one that can counts, by the words that it matched; may note that they name the maker. */
bool mp_signal_counts(const mp_sign_finder *f, const mp_pattern *rule, mp_sign *sign);

#endif
