/* judgement_prompt.h: whether the page tells what was asked of the model that led to these words. Knows attributions and
 * signs; nothing of makers or levels. */
#ifndef MOUTHPIECE_JUDGEMENT_PROMPT_H
#define MOUTHPIECE_JUDGEMENT_PROMPT_H

#include "judgement.h"

/* The prompt that the page tells before the words, or in their sentence; NULL where it tells none. `number` is the
 * finding's attribution. */
const mp_sign *mp_prompt_of(const mp_signs *signs, uint32_t number);

/* What the page's parts tell of each other, once roles and acts are known: words that run on share the prompt of their
 * beginning, headlines share that of the body's same words, a plea for an apology is the apology's wherever it stands. */
void mp_prompts_share(const mp_signs *signs, mp_judgement *findings, size_t count);

#endif
