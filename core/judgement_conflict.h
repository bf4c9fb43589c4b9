/* judgement_conflict.h: which of a model’s words on the page contradict each other. Knows findings with their roles and
 * acts, and signs; nothing of makers, prompts or levels. */
#ifndef MOUTHPIECE_JUDGEMENT_CONFLICT_H
#define MOUTHPIECE_JUDGEMENT_CONFLICT_H

#include "judgement.h"

/* Notes `contradicted` and the other finding of each pair. */
void mp_conflicts_note(const mp_signs *signs, mp_judgement *findings, size_t count);

#endif
