/* page_support.h: what the tests of pages share: HTML read into a page, and the page told in lines. Knows page.h. */
#ifndef MOUTHPIECE_PAGE_SUPPORT_H
#define MOUTHPIECE_PAGE_SUPPORT_H

#include "support.h"

#include "html/html_read.h"

static mp_page read_html(const char *html, bool anyway) {
    mp_html_options options = MP_HTML_OPTIONS_DEFAULT;
    mp_page page;
    mp_error error = {0};

    options.anyway = anyway;
    mp_status status = mp_html_read(text_of(html), MP_TEXT(""), &options, NULL, &page, &error);
    if (status != MP_OK) print_error("mp_html_read: %s\n", error.message);
    assert_int_equal(status, MP_OK);
    return page;
}

/* ---- What is expected -------------------------------------------------------------------------------------------- */

/* The document as lines "kind: text", line feeds as "|". */
static void describe(const mp_page *page, char *out, size_t room) {
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < page->document.block_count; i++) {
        const mp_block *block = &page->document.blocks[i];
        int written = snprintf(out + used, room - used, "%s: %.*s\n", mp_block_kind_name(block->kind),
                               (int)block->text.length, block->text.bytes);
        assert_true(written > 0 && (size_t)written < room - used);
        for (char *at = out + used; *at != '\0'; at++)
            if (*at == '\n' && at[1] != '\0') *at = '|';
        used += (size_t)written;
    }
}

static void expect(mp_page page, const char *expected) {
    char found[16384];

    describe(&page, found, sizeof found);
    mp_page_free(&page);
    assert_string_equal(found, expected);
}

/* A sentence long enough to be prose. */
#define PROSE "The council met on Monday, talked for hours, and put the matter off until the spring of next year."

#endif
