/* judgement_maker.h: whether the maker said the same, disowned the words or kept silent. Knows findings with their roles
 * and acts, and signs; nothing of prompts, caveats or levels. */
#ifndef MOUTHPIECE_JUDGEMENT_MAKER_H
#define MOUTHPIECE_JUDGEMENT_MAKER_H

#include "judgement.h"

/* Notes the maker-… signals of all findings of a page, whose roles are known. False where memory ends. */
bool mp_maker_signals_note(const mp_signs *signs, mp_arena *arena, mp_judgement *findings, size_t count);

#endif
