/* note.h: notes on wording: words of the article's own text that lend a model feelings, intentions or a voice. Knows
 * references and verbs; nothing of quotes' speakers. Which words they are, the rule packs say. */
#ifndef MOUTHPIECE_NOTE_H
#define MOUTHPIECE_NOTE_H

#include "resolve.h"

typedef struct mp_noted {
    uint32_t block, start, end; /* bytes */
    uint16_t rule;              /* of the rules’ notes, from 1 */
    mp_reference model;         /* to whom they are lent */
} mp_noted;

typedef struct mp_notes {
    MP_ARRAY(mp_noted) items; /* in page order */
} mp_notes;

/* Looks at every word that a rule knows, once; what stands in quotation marks is not the article’s own. */
mp_status mp_notes_find(const mp_references *references, mp_arena *arena, mp_notes *notes, mp_error *error);

#endif
