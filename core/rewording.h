/* rewording.h: truer wordings of what a page says that a model said: edits of its own sentence, and a sentence for whoever
 * would write it anew. The words of a quote are never touched. Knows judgements; the templates are the packs' messages,
 * "reword-…". Nothing of UTF-16. */
#ifndef MOUTHPIECE_REWORDING_H
#define MOUTHPIECE_REWORDING_H

#include "judgement.h"

enum { MP_MOST_REWORDINGS = 3 };

typedef struct mp_reworded {
    mp_text text;               /* in the caller's arena */
    bool edits;                 /* stands for words of the page; false: a sentence of its own */
    uint32_t block, start, end; /* these words, in bytes; start is end where the text is put in */
} mp_reworded;

/* Writes the wordings of a judged finding; *count of them, none where nothing can be said that is surely true and well
 * formed. False where memory ends. */
bool mp_rewordings_find(const mp_judgements *judgements, const mp_judgement *judgement, mp_arena *arena,
                        mp_reworded rewordings[MP_MOST_REWORDINGS], size_t *count);

#endif
