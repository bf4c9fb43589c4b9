/* judgement_conflict_internal.h: what the files share that compare two findings of one model. */
#ifndef MOUTHPIECE_JUDGEMENT_CONFLICT_INTERNAL_H
#define MOUTHPIECE_JUDGEMENT_CONFLICT_INTERNAL_H

#include "content.h"
#include "judgement_conflict.h"
#include "judgement_feature_internal.h"

enum { MP_MOST_PAIRS_BACK = 12 };

/* What a finding is compared by; gathered once. */
typedef struct mp_told {
    mp_content words, around; /* of the words; of the sentence that brings them too */
    mp_act cue;               /* the act that the verb of saying by itself is */
    uint32_t outer;           /* the sentence of the block’s own text that brings them, MP_NONE */
    bool headline;
    bool sorry, owns_up, promises, defies, refutes, negates, takes_back; /* by the words or their cue */
    bool brought_as_taken_back;                                          /* in the sentence that brings them */
    bool corrected;
} mp_told;

typedef struct mp_pairer {
    const mp_signs *signs;
    const mp_sentences *sentences;
    const mp_page_facts *facts;
    const mp_judgement *findings;
    const mp_told *told;
    const mp_sign *conflict; /* where the page says first that a model changed its story */
} mp_pairer;

/* False where memory ends. */
bool mp_pairer_make(const mp_signs *signs, const mp_page_facts *facts, mp_arena *arena, const mp_judgement *findings,
                    size_t count, mp_pairer *pairer);

/* What sort of words the later of two are: by themselves, not by their act, which is judged less surely. */
mp_word_sort mp_sort_told(const mp_pairer *pairer, uint32_t finding);

/* Where the page says first that a model changed its story, if that is near two findings; else NULL. */
const mp_sign *mp_conflict_near(const mp_pairer *pairer, uint32_t earlier, uint32_t later);

void mp_pair_read(const mp_pairer *pairer, uint32_t earlier, uint32_t later,
                  uint8_t features[MP_CONFLICT_FEATURE_COUNT]);

/* By the weights: more than nothing where the two contradict each other. */
int32_t mp_pair_weigh(const mp_pairer *pairer, uint32_t earlier, uint32_t later);

/* What the rules find of two of one model. */
bool mp_are_opposite_replies(const mp_pairer *pairer, uint32_t one, uint32_t other);
bool mp_denies_account(const mp_pairer *pairer, uint32_t denial, uint32_t account);
bool mp_is_taken_back_by(const mp_pairer *pairer, uint32_t earlier, uint32_t reply);

#endif
