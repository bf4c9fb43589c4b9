/* gumbo_walk.c: walks gumbo's tree into the stream of nodes that page.h judges. Decides nothing about the page.
 *
 * gumbo neither checks its allocations nor bounds them, and frees its tree by recursion. So it gets its memory from an
 * arena: a failed or excessive allocation leaves the parser by longjmp, and the arena goes in one call. */
#include "gumbo_walk.h"

#include "../arena.h"
#include "../status.h"
#include "ascii.h"
#include "encoding.h"
#include "gumbo_guard.h"
#include "page_parts.h"

#include <gumbo.h>
#include <setjmp.h>
#include <string.h>

/* Memory that a tree may take: for each byte of HTML, and on top. Measured on saved pages: below 40 a byte. */
enum { tree_bytes_per_byte = 400, tree_bytes_anyway = 16 << 20 };

static const char endless[] = "the page's elements nest or repeat without end";

typedef struct parser_memory {
    mp_arena *arena;
    size_t left;
    mp_status failed;
    jmp_buf leave;
} parser_memory;

static void *give(void *userdata, size_t size) {
    parser_memory *memory = userdata;
    void *given = NULL;

    memory->failed = MP_ERROR_LIMIT;
    if (size < memory->left) {
        memory->left -= size;
        memory->failed = MP_ERROR_MEMORY;
        given = mp_arena_take(memory->arena, size);
    }
    if (given == NULL) longjmp(memory->leave, 1);
    return given;
}

static void take_back(void *userdata, void *pointer) {
    (void)userdata;
    (void)pointer;
}

/* The parsed tree in `memory`'s arena, or NULL. A function of its own, so that no variable of the caller's is lost. */
static const GumboNode *parse(mp_text html, parser_memory *memory) {
    GumboOptions options = kGumboDefaultOptions;

    options.allocator = give;
    options.deallocator = take_back;
    options.userdata = memory;
    options.max_errors = 0;
    if (setjmp(memory->leave) != 0) return NULL;
    return gumbo_parse_with_options(&options, html.bytes, html.length)->document;
}

/* ---- The stream -------------------------------------------------------------------------------------------------- */

typedef struct tree_walker {
    mp_arena *arena;
    MP_ARRAY(mp_node) nodes;
    uint32_t texts;
    mp_text html;
    mp_html_source *source;        /* may be NULL */
    MP_ARRAY(mp_html_text) starts; /* in the source's arena */
} tree_walker;

static mp_text text_of(const char *string) { return (mp_text){string, strlen(string)}; }

/* The attributes that page.h asks for. */
static bool is_wanted(const char *name) {
    static const char *const wanted[] = {
        "aria-hidden", "aria-label", "aria-level", "cite", "class",    "content", "datetime", "hidden", "href", "id",
        "itemprop",    "itemtype",   "lang",       "name", "property", "role",    "src",      "style",  "type"};

    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
        if (strcmp(wanted[i], name) == 0) return true;
    return false;
}

static mp_text name_of(const GumboElement *element, mp_arena *arena) {
    if (element->tag != GUMBO_TAG_UNKNOWN) return text_of(gumbo_normalized_tagname(element->tag));
    GumboStringPiece piece = element->original_tag;
    gumbo_tag_from_original_text(&piece);
    char *name = mp_arena_take(arena, piece.length);

    for (size_t i = 0; name != NULL && i < piece.length; i++) name[i] = mp_ascii_lower(piece.data[i]);
    return (mp_text){name, piece.length};
}

static bool open_node(tree_walker *walker, const GumboElement *element) {
    mp_node node = {.kind = MP_NODE_OPEN, .name = name_of(element, walker->arena)};
    mp_attribute *attributes = MP_NEW_ARRAY(walker->arena, element->attributes.length, mp_attribute);

    if (node.name.bytes == NULL || attributes == NULL) return false;
    for (unsigned i = 0; i < element->attributes.length; i++) {
        const GumboAttribute *attribute = element->attributes.data[i];
        if (!is_wanted(attribute->name)) continue;
        attributes[node.attribute_count++] = (mp_attribute){text_of(attribute->name), text_of(attribute->value)};
    }
    node.attributes = attributes;
    return MP_PUSH(walker->arena, &walker->nodes, node);
}

static bool text_node(tree_walker *walker, const GumboText *text) {
    mp_node node = {.kind = MP_NODE_TEXT, .text = text_of(text->text), .source = walker->texts++};

    if (walker->source != NULL) {
        mp_arena *arena = walker->source->arena;
        const char *begins = text->original_text.data;
        bool inside = begins >= walker->html.bytes && begins <= walker->html.bytes + walker->html.length;
        mp_html_text start = {inside ? (size_t)(begins - walker->html.bytes) : walker->html.length,
                              mp_arena_copy(arena, node.text)};
        if (start.text.bytes == NULL || !MP_PUSH(arena, &walker->starts, start)) return false;
    }
    return MP_PUSH(walker->arena, &walker->nodes, node);
}

static bool close_node(tree_walker *walker) {
    mp_node node = {.kind = MP_NODE_CLOSE};

    return MP_PUSH(walker->arena, &walker->nodes, node);
}

/* Elements whose inside the stream leaves out. */
static bool is_shut(const GumboNode *node) {
    if (node->type == GUMBO_NODE_TEMPLATE) return true;
    const GumboElement *element = &node->v.element;
    if (element->tag == GUMBO_TAG_STYLE || element->tag == GUMBO_TAG_NOSCRIPT || element->tag == GUMBO_TAG_SVG)
        return true;
    if (element->tag != GUMBO_TAG_SCRIPT) return false;
    const GumboAttribute *type = gumbo_get_attribute(&element->attributes, "type");
    return type == NULL || !mp_page_text_is(text_of(type->value), "application/ld+json");
}

static const GumboVector *children_of(const GumboNode *node) {
    if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
    if (node->type == GUMBO_NODE_ELEMENT && !is_shut(node)) return &node->v.element.children;
    return NULL;
}

static bool enter(tree_walker *walker, const GumboNode *node) {
    switch (node->type) {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE: return open_node(walker, &node->v.element);
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA: return text_node(walker, &node->v.text);
    default: return true;
    }
}

static bool leave(tree_walker *walker, const GumboNode *node) {
    bool is_element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;

    return !is_element || close_node(walker);
}

/* Walks the tree without a stack: each node knows its parent and its place there. */
static bool walk(tree_walker *walker, const GumboNode *root) {
    const GumboNode *node = root;

    if (!enter(walker, node)) return false;
    for (;;) {
        const GumboVector *children = children_of(node);
        if (children != NULL && children->length > 0) {
            node = children->data[0];
            if (!enter(walker, node)) return false;
            continue;
        }
        for (;;) {
            if (!leave(walker, node)) return false;
            if (node == root) return true;
            const GumboVector *siblings = children_of(node->parent);
            size_t next = node->index_within_parent + 1;
            if (siblings != NULL && next < siblings->length) {
                node = siblings->data[next];
                break;
            }
            node = node->parent;
        }
        if (!enter(walker, node)) return false;
    }
}

static mp_status read_with(mp_arena *arena, mp_text bytes, mp_text url, const mp_html_options *options,
                           const mp_allocator *allocator, mp_page *page, mp_error *error) {
    char encoding[MP_ENCODING_ROOM];
    mp_text html;
    tree_walker walker = {.arena = arena, .source = options->source};
    parser_memory memory = {.arena = arena};
    mp_page_options page_options = {.anyway = options->anyway};

    if (bytes.length > options->max_bytes) return mp_fail(error, MP_ERROR_LIMIT, "the page is too large");
    mp_encoding_of(bytes, options->encoding, encoding);
    MP_TRY(mp_encoding_decode(bytes, encoding, options->source == NULL ? arena : options->source->arena, &html, error));
    if (!mp_gumbo_bears(html)) return mp_fail(error, MP_ERROR_LIMIT, endless);
    memory.left = html.length * tree_bytes_per_byte + tree_bytes_anyway;
    const GumboNode *tree = parse(html.bytes == NULL ? MP_TEXT("") : html, &memory);
    if (tree == NULL && memory.failed == MP_ERROR_MEMORY) return mp_fail_memory(error);
    if (tree == NULL) return mp_fail(error, MP_ERROR_LIMIT, endless);
    walker.html = html;
    if (!walk(&walker, tree)) return mp_fail_memory(error);
    if (options->source != NULL) {
        options->source->html = html;
        options->source->texts = walker.starts.items;
        options->source->text_count = walker.starts.count;
    }
    return mp_page_read(walker.nodes.items, walker.nodes.count, url, &page_options, allocator, page, error);
}

mp_status mp_html_read(mp_text bytes, mp_text url, const mp_html_options *options, const mp_allocator *allocator,
                       mp_page *page, mp_error *error) {
    mp_html_options defaults = MP_HTML_OPTIONS_DEFAULT;
    mp_arena arena;

    mp_arena_init(&arena, allocator);
    *page = (mp_page){.article = false};
    mp_status status = read_with(&arena, bytes, url, options == NULL ? &defaults : options, allocator, page, error);
    mp_arena_free(&arena);
    return status;
}
