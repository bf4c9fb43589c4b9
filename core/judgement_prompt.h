/* judgement_prompt.h: whether the page tells what was asked of the model that led to these words. Knows attributions and
 * signs; nothing of makers or levels. */
#ifndef MOUTHPIECE_JUDGEMENT_PROMPT_H
#define MOUTHPIECE_JUDGEMENT_PROMPT_H

#include "judgement.h"
#include "judgement_feature.h"

/* The prompt that the page tells before the words, or in their sentence, and how; NULL where it tells none. `number` is
 * the finding's attribution. */
const mp_sign *mp_prompt_of(const mp_signs *signs, uint32_t number, mp_telling *telling);

/* Notes `prompt-disclosed`, once roles and acts are known: first what the page's parts tell of each other, for words that
 * run on share the prompt of their beginning, headlines share that of the body's same words, a plea for an apology is the
 * apology's wherever it stands; then, with all that is seen of a finding, whether its prompt is told. False where memory
 * ends. */
bool mp_prompts_note(const mp_signs *signs, const mp_page_facts *facts, const mp_allocator *allocator,
                     mp_judgement *findings, size_t count);

#endif
