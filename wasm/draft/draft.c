/* draft.c: reads a text that is no page, plain or Markdown, into a document as JSON: all that the module does. Knows memory
 * as WebAssembly has it; nothing of how a text is read. */
#include "../../core/draft/draft.h"
#include "../../core/json_document_write.h"

/* Of `length` bytes of valid UTF-8 at `bytes`: the document, NUL-terminated and the caller's, to free(); NULL where memory
 * ends. */
char *mp_draft_read(const char *bytes, uint32_t length, uint32_t is_markdown);

char *mp_draft_read(const char *bytes, uint32_t length, uint32_t is_markdown) {
    mp_text_blocks blocks = {.blocks = {NULL, 0, 0}};
    mp_text text = {bytes, length};
    mp_arena arena;
    char *json = NULL;

    mp_arena_init(&arena, NULL);
    mp_status status = is_markdown != 0 ? mp_blocks_of_markdown(text, &arena, &blocks, NULL)
                                        : mp_blocks_of_text(text, &arena, &blocks, NULL);
    if (status == MP_OK) {
        mp_document document = {.blocks = blocks.blocks.items, .block_count = blocks.blocks.count};
        json = mp_document_to_json(&document, true);
    }
    mp_arena_free(&arena);
    return json;
}
