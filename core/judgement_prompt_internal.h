/* judgement_prompt_internal.h: what the files share that look for the prompt behind a model’s words. */
#ifndef MOUTHPIECE_JUDGEMENT_PROMPT_INTERNAL_H
#define MOUTHPIECE_JUDGEMENT_PROMPT_INTERNAL_H

#include "content.h"
#include "judgement_feature_internal.h"
#include "judgement_prompt.h"

enum { MP_PROMPT_SIGN_REACH = 128, MP_PROMPT_QUOTE_REACH = 24, MP_PROMPT_MOST_COMPARED = 64 };

static inline bool mp_is_before(uint32_t block, uint32_t byte, uint32_t other_block, uint32_t other_byte) {
    return block < other_block || (block == other_block && byte < other_byte);
}

typedef struct mp_prompter {
    const mp_signs *signs;
    const mp_sentences *sentences;
    const mp_page_facts *facts;
    const mp_judgement *findings;
    const mp_content *contents; /* of the words, by finding */
    size_t count, told;         /* findings; of so many the rules know the prompt */
} mp_prompter;

/* `told` is nothing yet. False where memory ends. */
bool mp_prompter_make(const mp_signs *signs, const mp_page_facts *facts, mp_arena *arena, const mp_judgement *findings,
                      size_t count, mp_prompter *prompter);

/* Once all that the rules find is noted. */
void mp_prompter_count_told(mp_prompter *prompter);

mp_told_sort mp_told_sort_of(const mp_judgement *judgement);

/* The passage that tells what was asked, or may: the one that the rules found, else the nearest that asks; or NULL. */
const mp_sign *mp_passage_of(const mp_prompter *prompter, uint32_t finding);

void mp_prompt_read(const mp_prompter *prompter, uint32_t finding, uint8_t features[MP_PROMPT_FEATURE_COUNT]);

/* By the weights: more than nothing where the page tells the prompt. */
int32_t mp_prompt_weigh(const mp_prompter *prompter, uint32_t finding);

static inline bool mp_is_asking(const mp_sign *sign) {
    return sign->meaning == MP_MEANING_PROMPT || sign->meaning == MP_MEANING_QUESTION;
}

/* Whether a model says it, in these words or others. */
static inline bool mp_is_in_words_of_models(const mp_sign *sign, const mp_attribution *words) {
    return !mp_sign_is_foreign(sign) ||
           (sign->block == words->block && sign->start >= words->start && sign->start < words->end);
}

#endif
