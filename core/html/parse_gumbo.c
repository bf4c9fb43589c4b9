/* parse_gumbo.c: has gumbo parse a page and walks its tree into the stream of nodes. Decides nothing about the page.
 *
 * gumbo neither checks its allocations nor bounds them, and frees its tree by recursion: see html_parse.h. */
#include "../status.h"
#include "ascii.h"
#include "html_parse.h"
#include "parse_gumbo_guard.h"

#include <gumbo.h>
#include <string.h>

static void *give(void *memory, size_t size) { return mp_html_memory_take(memory, size); }

static void take_back(void *memory, void *pointer) {
    (void)memory;
    (void)pointer;
}

/* The parsed tree, or NULL. A function of its own, so that no variable of the caller's is lost. */
static const GumboNode *parse(mp_text html, mp_html_memory *memory) {
    GumboOptions options = kGumboDefaultOptions;

    options.allocator = give;
    options.deallocator = take_back;
    options.userdata = memory;
    options.max_errors = 0;
    if (setjmp(memory->leave) != 0) return NULL;
    return gumbo_parse_with_options(&options, html.bytes, html.length)->document;
}

/* ---- The stream -------------------------------------------------------------------------------------------------- */

static mp_text text_of(const char *string) { return (mp_text){string, strlen(string)}; }

static mp_text name_of(const GumboElement *element, mp_arena *arena) {
    if (element->tag != GUMBO_TAG_UNKNOWN) return text_of(gumbo_normalized_tagname(element->tag));
    GumboStringPiece piece = element->original_tag;
    gumbo_tag_from_original_text(&piece);
    char *name = mp_arena_take(arena, piece.length);

    for (size_t i = 0; name != NULL && i < piece.length; i++) name[i] = mp_ascii_lower(piece.data[i]);
    return (mp_text){name, piece.length};
}

/* In MathML and SVG an element of that name is no template. */
static bool is_shadow(const GumboElement *element) {
    if (element->tag != GUMBO_TAG_TEMPLATE || element->tag_namespace != GUMBO_NAMESPACE_HTML) return false;
    const GumboAttribute *mode = gumbo_get_attribute(&element->attributes, "shadowrootmode");

    return mode != NULL && mp_html_is_shadow(text_of(mode->value));
}

static bool open_node(mp_html_stream *stream, const GumboElement *element) {
    if (is_shadow(element)) return mp_html_push_shadow(stream);
    mp_text name = name_of(element, stream->arena);
    mp_attribute *attributes = MP_NEW_ARRAY(stream->arena, element->attributes.length, mp_attribute);
    size_t count = 0;

    if (name.bytes == NULL || attributes == NULL) return false;
    for (unsigned i = 0; i < element->attributes.length; i++) {
        const GumboAttribute *attribute = element->attributes.data[i];
        mp_text attribute_name = text_of(attribute->name);
        if (!mp_html_wants(attribute_name)) continue;
        attributes[count++] = (mp_attribute){attribute_name, text_of(attribute->value)};
    }
    return mp_html_push_open(stream, name, attributes, count);
}

static bool is_shut(const GumboNode *node) {
    const GumboElement *element = &node->v.element;
    if (node->type == GUMBO_NODE_TEMPLATE) return !is_shadow(element);
    const GumboAttribute *type = gumbo_get_attribute(&element->attributes, "type");

    return mp_html_is_shut(text_of(gumbo_normalized_tagname(element->tag)), text_of(type == NULL ? "" : type->value));
}

static const GumboVector *children_of(const GumboNode *node) {
    if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
    bool is_element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
    return is_element && !is_shut(node) ? &node->v.element.children : NULL;
}

static bool text_node(mp_html_stream *stream, mp_text html, const GumboText *text) {
    const char *begins = text->original_text.data;
    bool inside = begins >= html.bytes && begins <= html.bytes + html.length;

    return mp_html_push_text(stream, text_of(text->text), inside ? (size_t)(begins - html.bytes) : html.length);
}

static bool enter(mp_html_stream *stream, mp_text html, const GumboNode *node) {
    switch (node->type) {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE: return open_node(stream, &node->v.element);
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA: return text_node(stream, html, &node->v.text);
    default: return true;
    }
}

static bool leave(mp_html_stream *stream, const GumboNode *node) {
    bool is_element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;

    return !is_element || mp_html_push_close(stream);
}

/* Walks the tree without a stack: each node knows its parent and its place there. */
static bool walk(mp_html_stream *stream, mp_text html, const GumboNode *root) {
    const GumboNode *node = root;

    if (!enter(stream, html, node)) return false;
    for (;;) {
        const GumboVector *children = children_of(node);
        if (children != NULL && children->length > 0) {
            node = children->data[0];
            if (!enter(stream, html, node)) return false;
            continue;
        }
        for (;;) {
            if (!leave(stream, node)) return false;
            if (node == root) return true;
            const GumboVector *siblings = children_of(node->parent);
            size_t next = node->index_within_parent + 1;
            if (siblings != NULL && next < siblings->length) {
                node = siblings->data[next];
                break;
            }
            node = node->parent;
        }
        if (!enter(stream, html, node)) return false;
    }
}

mp_status mp_html_parse_gumbo(mp_text html, mp_html_stream *stream, mp_error *error) {
    mp_html_memory memory;

    mp_html_memory_init(&memory, stream, html);
    if (!mp_gumbo_bears(html)) return mp_html_memory_fail(&memory, error);
    const GumboNode *tree = parse(html, &memory);
    if (tree == NULL) return mp_html_memory_fail(&memory, error);
    return walk(stream, html, tree) ? MP_OK : mp_fail_memory(error);
}
