/* judgement_caveat.h: whether the page warns that the model’s words are false, unreliable or no statement. Knows findings
 * with their roles, and signs; nothing of makers, prompts or levels. */
#ifndef MOUTHPIECE_JUDGEMENT_CAVEAT_H
#define MOUTHPIECE_JUDGEMENT_CAVEAT_H

#include "judgement.h"

/* Notes the caveats of all findings of a page, whose roles are known. */
void mp_caveats_note(const mp_signs *signs, mp_judgement *findings, size_t count);

#endif
