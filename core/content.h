/* content.h: which content words a stretch of text holds, as a set that two stretches can be compared by. Knows tokens;
 * nothing of speakers. */
#ifndef MOUTHPIECE_CONTENT_H
#define MOUTHPIECE_CONTENT_H

#include "sentence.h"

enum { MP_CONTENT_PARTS = 64 };

/* Hashes of the words' beginnings, so that “deleted” and “deletion” are one. */
typedef struct mp_content {
    uint64_t parts[MP_CONTENT_PARTS];
    uint64_t filled; /* by part: whether anything is in it */
} mp_content;

/* Adds the content words of the bytes start to end of a block; looks at a bounded number of words. */
void mp_content_add(const mp_tokens *tokens, uint32_t block, uint32_t start, uint32_t end, mp_content *content);

/* … of a sentence. */
void mp_content_add_sentence(const mp_sentences *sentences, uint32_t sentence, mp_content *content);

/* How many words it has. */
uint32_t mp_content_count(const mp_content *content);

/* How many words both have. */
uint32_t mp_content_shared(const mp_content *one, const mp_content *other);

#endif
