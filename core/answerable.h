/* answerable.h: who on the page can answer for the model: its maker or whoever deploys it, and the people who speak for
 * them. Knows references; nothing of quotes, nor of what anybody said. */
#ifndef MOUTHPIECE_ANSWERABLE_H
#define MOUTHPIECE_ANSWERABLE_H

#include "resolve.h"

typedef struct mp_answerable {
    bool answers;
    uint16_t maker; /* which maker, from 1; 0 where the page only says “the company” */
} mp_answerable;

/* Whether a mention looks like a firm’s name: “Tolbooth”, “Great Fenland”, but neither “Jane Holt” nor “the police”. */
bool mp_is_firm_name(const mp_references *references, uint32_t mention);

/* An entry for every mention, in the mentions’ order; NULL where memory ends. */
mp_answerable *mp_answerables_find(const mp_references *references, mp_arena *arena);

#endif
