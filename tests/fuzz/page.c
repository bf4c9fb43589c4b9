/* page.c: fuzzes the reading of pages: the input is read as a stream of nodes, well nested or not. */
#include "html/page.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { most_nodes = 512, most_attributes = 256 };

typedef struct page_input {
    mp_node nodes[most_nodes];
    mp_attribute attributes[most_attributes];
    size_t node_count, attribute_count;
    uint32_t text_count;
} page_input;

typedef struct reader {
    const uint8_t *at;
    size_t left;
} reader;

static uint8_t read_byte(reader *input) {
    if (input->left == 0) return 0;
    input->left--;
    return *input->at++;
}

static mp_text read_text(reader *input, size_t length) {
    if (length > input->left) length = input->left;
    const mp_text text = {(const char *)input->at, length};
    input->at += length;
    input->left -= length;
    return text;
}

/* A name out of a few that mean something, or, where the byte is beyond them, raw bytes. */
static mp_text read_name(reader *input, const mp_text *names, size_t count) {
    const uint8_t byte = read_byte(input);
    return byte < count ? names[byte] : read_text(input, byte & 7);
}

static void read_attribute(reader *input, page_input *page, mp_node *node) {
    static const mp_text names[] = {MP_TEXT("class"),    MP_TEXT("id"),       MP_TEXT("role"), MP_TEXT("href"),
                                    MP_TEXT("itemprop"), MP_TEXT("style"),    MP_TEXT("type"), MP_TEXT("property"),
                                    MP_TEXT("content"),  MP_TEXT("datetime"), MP_TEXT("lang"), MP_TEXT("aria-hidden")};
    static const mp_text values[] = {MP_TEXT("article-body"),
                                     MP_TEXT("headline"),
                                     MP_TEXT("comments"),
                                     MP_TEXT("og:title"),
                                     MP_TEXT("articleBody"),
                                     MP_TEXT("display:none"),
                                     MP_TEXT("twitter-tweet"),
                                     MP_TEXT("https://x.com/grok/status/1"),
                                     MP_TEXT("application/ld+json"),
                                     MP_TEXT("en")};
    if (page->attribute_count == most_attributes) return;
    mp_attribute *attribute = &page->attributes[page->attribute_count++];
    attribute->name = read_name(input, names, sizeof names / sizeof *names);
    attribute->value = read_name(input, values, sizeof values / sizeof *values);
    node->attribute_count++;
}

static void read_node(reader *input, page_input *page) {
    static const mp_text names[] = {MP_TEXT("p"),     MP_TEXT("a"),    MP_TEXT("article"),    MP_TEXT("div"),
                                    MP_TEXT("h1"),    MP_TEXT("h2"),   MP_TEXT("blockquote"), MP_TEXT("li"),
                                    MP_TEXT("dl"),    MP_TEXT("dt"),   MP_TEXT("dd"),         MP_TEXT("tr"),
                                    MP_TEXT("td"),    MP_TEXT("ul"),   MP_TEXT("figure"),     MP_TEXT("figcaption"),
                                    MP_TEXT("br"),    MP_TEXT("meta"), MP_TEXT("title"),      MP_TEXT("script"),
                                    MP_TEXT("time"),  MP_TEXT("html"), MP_TEXT("body"),       MP_TEXT("head"),
                                    MP_TEXT("table"), MP_TEXT("td"),   MP_TEXT("pre"),        MP_TEXT("nav")};
    const uint8_t byte = read_byte(input);
    mp_node *node = &page->nodes[page->node_count++];
    *node = (mp_node){.kind = (mp_node_kind)(byte % 3)};
    if (node->kind == MP_NODE_TEXT) {
        node->text = read_text(input, (size_t)(byte / 3) * (size_t)(read_byte(input) & 7));
        node->source = page->text_count++;
    } else if (node->kind == MP_NODE_OPEN) {
        node->hidden = byte >= 240;
        node->name = read_name(input, names, sizeof names / sizeof *names);
        node->attributes = &page->attributes[page->attribute_count];
        for (uint8_t i = (byte / 3) & 3; i > 0; i--) read_attribute(input, page, node);
    }
}

static void expect_sound(const mp_page *page, const page_input *input) {
    for (size_t i = 0; i < page->segment_count; i++) {
        const mp_segment *segment = &page->segments[i];
        if (segment->block >= page->document.block_count || segment->source >= input->text_count) abort();
        if (segment->length == 0) abort();
        if (segment->start + segment->length > page->document.blocks[segment->block].text.length) abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static page_input page_input;
    reader input = {data, size};
    const uint8_t asked = read_byte(&input);
    const mp_page_options options = {.anyway = (asked & 1) != 0, .chosen = (asked & 2) != 0};
    mp_page page;
    memset(&page_input, 0, sizeof page_input);
    while (input.left > 0 && page_input.node_count < most_nodes) read_node(&input, &page_input);
    if (mp_page_read(page_input.nodes, page_input.node_count, MP_TEXT("https://example.org/a"), &options, NULL, &page,
                     NULL) != MP_OK)
        abort();
    expect_sound(&page, &page_input);
    mp_page_free(&page);
    return 0;
}
