/* judgement_conflict.h: which of a model’s words on the page contradict each other. Knows findings with their roles, acts
 * and prompts, signs and weights; nothing of makers or levels. */
#ifndef MOUTHPIECE_JUDGEMENT_CONFLICT_H
#define MOUTHPIECE_JUDGEMENT_CONFLICT_H

#include "judgement.h"
#include "judgement_feature.h"

/* Notes `contradicted` and the other finding of each pair. False where memory ends. */
bool mp_conflicts_note(const mp_signs *signs, const mp_page_facts *facts, const mp_allocator *allocator,
                       mp_judgement *findings, size_t count);

#endif
