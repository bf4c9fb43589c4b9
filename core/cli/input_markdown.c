/* input_markdown.c: blocks out of Markdown, through cmark. Knows cmark's tree; nothing of what the text says. */
#include "../status.h"
#include "../text.h"
#include "input.h"

#include <cmark.h>
#include <string.h>

typedef struct markdown_reader {
    mp_arena *arena;
    mp_text_blocks *found;
    MP_ARRAY(char) text; /* of the block that is open */
    MP_ARRAY(mp_link) links;
    size_t units, link_start, first_line;
    unsigned quotes, items, images; /* how many are open */
    bool has_headline;
} markdown_reader;

static bool put(markdown_reader *reader, mp_text text) {
    for (size_t i = 0; i < text.length; i++)
        if (!MP_PUSH(reader->arena, &reader->text, text.bytes[i])) return false;
    reader->units += mp_text_utf16_length(text);
    return true;
}

static bool put_literal(markdown_reader *reader, cmark_node *node) {
    const char *literal = cmark_node_get_literal(node);

    return literal == NULL || put(reader, (mp_text){literal, strlen(literal)});
}

static bool end_link(markdown_reader *reader, cmark_node *node) {
    const char *url = cmark_node_get_url(node);
    mp_link link = {reader->link_start, reader->units, mp_arena_copy(reader->arena, (mp_text){url, strlen(url)})};

    if (link.start == link.end) return true;
    return link.href.bytes != NULL && MP_PUSH(reader->arena, &reader->links, link);
}

static mp_block_kind kind_of(markdown_reader *reader, cmark_node *node) {
    if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
        if (reader->has_headline || cmark_node_get_heading_level(node) > 1) return MP_BLOCK_SUBHEAD;
        reader->has_headline = true;
        return MP_BLOCK_HEADLINE;
    }
    return reader->quotes > 0 ? MP_BLOCK_BLOCKQUOTE : reader->items > 0 ? MP_BLOCK_LISTITEM : MP_BLOCK_PARAGRAPH;
}

static bool end_block(markdown_reader *reader, cmark_node *node) {
    mp_block block = {.kind = kind_of(reader, node)};
    mp_line_start start = {reader->found->blocks.count, 0,
                           reader->first_line + (size_t)cmark_node_get_start_line(node)};

    while (reader->text.count > 0 && reader->text.items[reader->text.count - 1] == '\n') {
        reader->text.count--; /* code blocks end with one */
        reader->units--;
    }
    if (reader->text.count == 0) return true;
    block.text = mp_arena_copy(reader->arena, (mp_text){reader->text.items, reader->text.count});
    block.links = reader->links.count == 0 ? NULL : reader->links.items;
    block.link_count = reader->links.count;
    reader->text.count = reader->units = 0;
    memset(&reader->links, 0, sizeof reader->links); /* the block keeps them */
    return block.text.bytes != NULL && MP_PUSH(reader->arena, &reader->found->blocks, block) &&
           MP_PUSH(reader->arena, &reader->found->lines, start);
}

static bool enter(markdown_reader *reader, cmark_node *node) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE: reader->quotes++; return true;
    case CMARK_NODE_ITEM: reader->items++; return true;
    case CMARK_NODE_LINK: reader->link_start = reader->units; return true;
    case CMARK_NODE_IMAGE: reader->images++; return true;
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE: return reader->images > 0 || put_literal(reader, node);
    case CMARK_NODE_SOFTBREAK: return put(reader, MP_TEXT(" "));
    case CMARK_NODE_LINEBREAK: return put(reader, MP_TEXT("\n"));
    case CMARK_NODE_CODE_BLOCK: return put_literal(reader, node) && end_block(reader, node);
    default: return true;
    }
}

static bool leave(markdown_reader *reader, cmark_node *node) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE: reader->quotes--; return true;
    case CMARK_NODE_ITEM: reader->items--; return true;
    case CMARK_NODE_IMAGE: reader->images--; return true;
    case CMARK_NODE_LINK: return end_link(reader, node);
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING: return end_block(reader, node);
    default: return true;
    }
}

/* The front matter that static sites put between two lines of dashes is no text. Gives the byte after it, and its lines. */
static size_t front_matter(mp_text text, size_t *lines) {
    size_t number = 0;

    if (text.length < 4 || memcmp(text.bytes, "---", 3) != 0) return 0;
    for (size_t at = 0; at < text.length;) {
        const char *feed = memchr(text.bytes + at, '\n', text.length - at);
        size_t end = feed == NULL ? text.length : (size_t)(feed - text.bytes);
        size_t length = end > at && text.bytes[end - 1] == '\r' ? end - at - 1 : end - at;
        bool dashes = length == 3 && memcmp(text.bytes + at, "---", 3) == 0;
        if (number == 0 && !dashes) return 0;
        number++;
        at = end + 1;
        if (number == 1 || !dashes) continue;
        *lines = number;
        return at < text.length ? at : text.length;
    }
    return 0;
}

mp_status mp_blocks_of_markdown(mp_text text, mp_arena *arena, mp_text_blocks *found, mp_error *error) {
    markdown_reader reader = {.arena = arena, .found = found};
    size_t start = front_matter(text, &reader.first_line);
    cmark_node *root = cmark_parse_document(text.bytes + start, text.length - start, CMARK_OPT_DEFAULT);
    cmark_iter *iterator = root == NULL ? NULL : cmark_iter_new(root);
    bool fine = iterator != NULL;

    while (fine) {
        cmark_event_type event = cmark_iter_next(iterator);
        if (event == CMARK_EVENT_DONE) break;
        cmark_node *node = cmark_iter_get_node(iterator);
        fine = event == CMARK_EVENT_ENTER ? enter(&reader, node) : leave(&reader, node);
    }
    if (iterator != NULL) cmark_iter_free(iterator);
    if (root != NULL) cmark_node_free(root);
    return fine ? MP_OK : mp_fail_memory(error);
}
