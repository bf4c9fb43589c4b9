/* html.c: fuzzes the command's ways from a file's bytes to blocks: as HTML, through the parser that the build has, as plain
 * text and as Markdown. Places must lie inside the source, runs inside their blocks. */
#include "cli/input.h"
#include "html/encoding.h"
#include "html/html_read.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_html(mp_text bytes, mp_arena *arena) {
    mp_html_source source = {.arena = arena};
    mp_html_options options = MP_HTML_OPTIONS_DEFAULT;
    mp_page page;

    options.anyway = true;
    options.source = &source;
    mp_status status = mp_html_read(bytes, MP_TEXT(""), &options, NULL, &page, NULL);
    if (status != MP_OK && status != MP_ERROR_LIMIT) abort();
    if (status != MP_OK) return;
    for (size_t i = 0; i < source.text_count; i++)
        if (source.texts[i].start > source.html.length) abort();
    for (size_t i = 0; i < page.segment_count; i++)
        if (page.segments[i].source >= source.text_count || page.segments[i].block >= page.document.block_count)
            abort();
    mp_page_free(&page);
}

static void check_blocks(const mp_text_blocks *found, mp_text text) {
    for (size_t i = 0; i < found->runs.count; i++) {
        const mp_source_run *run = &found->runs.items[i];
        if (run->block >= found->blocks.count || run->from + run->length > text.length) abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const mp_text bytes = {(const char *)data, size};
    mp_text_blocks plain = {.blocks = {NULL, 0, 0}}, markdown = {.blocks = {NULL, 0, 0}};
    mp_arena arena;
    mp_text text;

    mp_arena_init(&arena, NULL);
    read_html(bytes, &arena);
    if (mp_encoding_decode(bytes, "UTF-8", &arena, &text, NULL) != MP_OK) abort();
    if (mp_blocks_of_text(text, &arena, &plain, NULL) != MP_OK) abort();
    if (mp_blocks_of_markdown(text, &arena, &markdown, NULL) != MP_OK) abort();
    check_blocks(&plain, text);
    check_blocks(&markdown, text);
    mp_arena_free(&arena);
    return 0;
}
