/* article.h: the blocks of a document that are read: their text made valid UTF-8, within the limits. Knows nothing of
 * words. */
#ifndef MOUTHPIECE_ARTICLE_H
#define MOUTHPIECE_ARTICLE_H

#include "arena.h"

typedef struct mp_article {
    const mp_block *blocks; /* as in the document, but valid UTF-8 without NUL */
    size_t block_count;
    mp_text lang; /* the document's, or a guess */
} mp_article;

/* Checks `document` against the limits and takes it in. `article` borrows from the document where its text is valid. */
mp_status mp_article_read(const mp_document *document, size_t max_blocks, size_t max_bytes, mp_arena *arena,
                          mp_article *article, mp_error *error);

#endif
