/* html_read.c: bytes of a page → its text in UTF-8 → the stream of nodes → the page's judgement. Knows the steps; nothing
 * of how a parser works, nor of what is the article. */
#include "html_read.h"

#include "../status.h"
#include "encoding.h"
#include "html_parse.h"

static mp_status read_with(mp_arena *arena, mp_text bytes, mp_text url, const mp_html_options *options,
                           const mp_allocator *allocator, mp_page *page, mp_error *error) {
    char encoding[MP_ENCODING_ROOM];
    mp_html_stream stream = {.arena = arena};
    mp_page_options page_options = {.anyway = options->anyway};
    mp_text html;

    if (bytes.length > options->max_bytes) return mp_fail(error, MP_ERROR_LIMIT, "the page is too large");
    mp_encoding_of(bytes, options->encoding, encoding);
    MP_TRY(mp_encoding_decode(bytes, encoding, arena, &html, error));
    if (html.bytes == NULL) html = MP_TEXT("");
    MP_TRY(mp_html_parse(html, &stream, error));
    MP_TRY(mp_html_show_shadows(&stream, error));
    if (options->source != NULL) {
        options->source->html = html;
        options->source->texts = stream.texts.items;
        options->source->text_count = stream.texts.count;
    }
    return mp_page_read(stream.nodes.items, stream.nodes.count, url, &page_options, allocator, page, error);
}

mp_status mp_html_read(mp_text bytes, mp_text url, const mp_html_options *options, const mp_allocator *allocator,
                       mp_page *page, mp_error *error) {
    mp_html_options defaults = MP_HTML_OPTIONS_DEFAULT;
    mp_arena arena;

    mp_arena_init(&arena, allocator);
    *page = (mp_page){.article = false};
    if (options == NULL) options = &defaults;
    /* Places are found in what the parser made of the page. */
    mp_arena *keeper = options->source == NULL ? &arena : options->source->arena;
    mp_status status = read_with(keeper, bytes, url, options, allocator, page, error);
    mp_arena_free(&arena);
    return status;
}
