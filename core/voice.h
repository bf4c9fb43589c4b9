/* voice.h: in which sentences of a page the maker of its model, or whoever deploys it, speaks or acts. Knows attributions
 * and who can answer for the model; nothing of what is said. */
#ifndef MOUTHPIECE_VOICE_H
#define MOUTHPIECE_VOICE_H

#include "answerable.h"
#include "attribution.h"

typedef enum mp_voice_kind {
    MP_VOICE_NONE,
    MP_VOICE_NAMED, /* somebody answerable is spoken of */
    MP_VOICE_ACTS,  /* … and does something: “X removed the posts.” */
    MP_VOICE_SPEAKS /* … or says what the sentence says, or a part of it */
} mp_voice_kind;

typedef struct mp_voice {
    uint8_t kind;   /* mp_voice_kind */
    uint16_t maker; /* which, 0 where it is only “the company” */
} mp_voice;

/* The voice of every sentence, in their order; NULL where memory ends. `stretch_attribution`: by stretch. */
mp_voice *mp_voices_find(const mp_attributions *attributions, const mp_answerable *answerables,
                         const uint32_t *stretch_attribution, mp_arena *arena);

#endif
