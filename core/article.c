/* article.c: takes a document's blocks in. Knows limits and encodings; nothing of words. */
#include "article.h"

#include "status.h"
#include "text.h"

/* Keeps the links that lie inside the text. One that reaches out of it says nothing reliable; the rest of the document
 * is not to blame. */
static mp_status keep_links(mp_block *block, mp_arena *arena, mp_error *error) {
    if (block->link_count == 0) return MP_OK;
    mp_link *links = MP_NEW_ARRAY(arena, block->link_count, mp_link);
    if (links == NULL) return mp_fail_memory(error);
    size_t units = mp_text_utf16_length(block->text), kept = 0;

    for (size_t i = 0; i < block->link_count; i++)
        if (block->links[i].start <= block->links[i].end && block->links[i].end <= units)
            links[kept++] = block->links[i];
    block->links = links;
    block->link_count = kept;
    return MP_OK;
}

static mp_status read_block(const mp_block *from, size_t index, mp_arena *arena, mp_block *to, mp_error *error) {
    if ((unsigned)from->kind >= MP_BLOCK_KIND_COUNT)
        return mp_fail_in_block(error, MP_ERROR_INPUT, "a block's kind is none of the guideline's", index);
    *to = *from;
    to->text = mp_text_valid(from->text, arena);
    if (to->text.bytes == NULL) return mp_fail_memory(error);
    return keep_links(to, arena, error);
}

mp_status mp_article_read(const mp_document *document, size_t max_blocks, size_t max_bytes, mp_arena *arena,
                          mp_article *article, mp_error *error) {
    if (document->block_count > max_blocks)
        return mp_fail(error, MP_ERROR_LIMIT, "the document has more blocks than max_blocks allows");
    mp_block *blocks = MP_NEW_ARRAY(arena, document->block_count, mp_block);
    if (blocks == NULL) return mp_fail_memory(error);
    size_t bytes = 0;

    for (size_t i = 0; i < document->block_count; i++) {
        size_t length = document->blocks[i].text.length;
        /* tokens hold 32-bit offsets */
        if (length > max_bytes - bytes || length > UINT32_MAX / 4)
            return mp_fail_in_block(error, MP_ERROR_LIMIT, "the document has more text than max_bytes allows", i);
        bytes += length;
        MP_TRY(read_block(&document->blocks[i], i, arena, &blocks[i], error));
    }
    *article = (mp_article){blocks, document->block_count, mp_text_valid(document->lang, arena)};
    return article->lang.bytes == NULL ? mp_fail_memory(error) : MP_OK;
}
