/* source.c: fuzzes the way from a document's words back to their file: HTML, Markdown or text, by the first byte. Every run
 * must lie in file and block, in order, and a verbatim one must be the very bytes. */
#include "cli/input.h"
#include "cli/source_html.h"
#include "html/encoding.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect_sound_run(const mp_source *source, const mp_block *block, const mp_source_run *run) {
    size_t units = mp_text_utf16_length(block->text), from = mp_text_byte_of_utf16(block->text, run->start);
    if (run->units == 0 || run->length == 0 || run->start + run->units > units) abort();
    if (run->from + run->length > source->text.length) abort();
    if (!run->verbatim) return;
    if (from + run->length > block->text.length) abort();
    if (memcmp(source->text.bytes + run->from, block->text.bytes + from, run->length) != 0) abort();
}

static void expect_sound_places(const mp_source *source, const mp_block *blocks, size_t block_count) {
    for (size_t i = 0; i < block_count; i++) {
        size_t units = mp_text_utf16_length(blocks[i].text), step = units / 16 + 1;
        for (size_t start = 0; start < units; start += step) {
            mp_region region;
            mp_place place = {i, start, start + step > units ? units : start + step};
            if (!mp_source_region(source, place, &region)) continue;
            if (region.from >= source->text.length || region.to > source->text.length) abort();
            if (region.start.line == 0 || region.start.column == 0 || region.end.line == 0) abort();
        }
    }
}

static void expect_sound(mp_source *source, mp_arena *arena, const mp_block *blocks, size_t block_count) {
    const mp_source_run *last = NULL;
    for (size_t i = 0; i < source->runs.count; i++) {
        const mp_source_run *run = &source->runs.items[i];
        if (run->block >= block_count) abort();
        expect_sound_run(source, &blocks[run->block], run);
        if (last != NULL &&
            (last->block > run->block || (last->block == run->block && last->start + last->units > run->start)))
            abort();
        last = run;
    }
    if (!mp_source_index(source, arena)) abort();
    expect_sound_places(source, blocks, block_count);
}

static void read_html(mp_text bytes, mp_arena *arena) {
    mp_html_source html = {.arena = arena};
    mp_html_options options = MP_HTML_OPTIONS_DEFAULT;
    mp_page page;
    options.anyway = true;
    options.source = &html;
    if (mp_html_read(bytes, MP_TEXT(""), &options, NULL, &page, NULL) != MP_OK) return;
    mp_source source = {.text = html.html};
    if (!mp_source_add_page(&source.runs, arena, &page, &html)) abort();
    expect_sound(&source, arena, page.document.blocks, page.document.block_count);
    mp_page_free(&page);
}

static void read_text(mp_text bytes, bool markdown, mp_arena *arena) {
    char encoding[MP_ENCODING_ROOM];
    mp_text_blocks found = {.blocks = {NULL, 0, 0}};
    mp_source source = {.text = MP_TEXT("")};
    mp_encoding_of(bytes, MP_TEXT(""), encoding);
    if (mp_encoding_decode(bytes, encoding, arena, &source.text, NULL) != MP_OK) abort();
    if ((markdown ? mp_blocks_of_markdown : mp_blocks_of_text)(source.text, arena, &found, NULL) != MP_OK) abort();
    source.runs = found.runs;
    expect_sound(&source, arena, found.blocks.items, found.blocks.count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) return 0;
    const mp_text bytes = {(const char *)data + 1, size - 1};
    mp_arena arena;
    mp_arena_init(&arena, NULL);
    if (data[0] % 3 == 0)
        read_html(bytes, &arena);
    else
        read_text(bytes, data[0] % 3 == 1, &arena);
    mp_arena_free(&arena);
    return 0;
}
