/* parse_lexbor.c: has lexbor parse a page and walks its tree into the stream of nodes. Decides nothing about the page.
 *
 * lexbor asks functions without a context for its memory, so what they give from is known to the thread. And for many a
 * tag it looks through all elements that are open: that work is added up between the tokenizer and the tree. */
#include "../status.h"
#include "html_parse.h"

#include <lexbor/dom/interfaces/character_data.h>
#include <lexbor/html/html.h>
#include <pthread.h>
#include <string.h>

/* Open elements, summed over all tokens: below a second of lexbor's. An honest page of 7,000 elements comes to a
 * million. */
static const uint64_t most_work = 300000000;

/* ---- Memory ------------------------------------------------------------------------------------------------------ */

static _Thread_local mp_html_memory *memory_of_thread;

/* In front of each piece, since lexbor does not say how long what it wants longer is. */
typedef union piece_head {
    size_t size;
    max_align_t alignment;
} piece_head;

static void *give(size_t size) {
    if (size > SIZE_MAX - sizeof(piece_head)) size = SIZE_MAX - sizeof(piece_head); /* more than there ever is */
    piece_head *head = mp_html_memory_take(memory_of_thread, sizeof *head + size);

    head->size = size;
    return head + 1;
}

static void *give_longer(void *piece, size_t size) {
    void *longer = give(size);

    if (piece != NULL) {
        size_t before = ((piece_head *)piece - 1)->size;
        memcpy(longer, piece, before < size ? before : size);
    }
    return longer;
}

static void *give_zeroed(size_t count, size_t size) {
    size_t whole = size != 0 && count > SIZE_MAX / 2 / size ? SIZE_MAX : count * size;

    return memset(give(whole), 0, whole);
}

static void take_back(void *piece) { (void)piece; }

static void set_up_memory(void) { lexbor_memory_setup(give, give_longer, give_zeroed, take_back); }

/* ---- Parsing ----------------------------------------------------------------------------------------------------- */

/* What the tokenizer would call without us. */
typedef struct token_watch {
    mp_html_memory *memory;
    lxb_html_tokenizer_token_f build;
    lxb_html_tree_t *tree;
    uint64_t work;
} token_watch;

/* The text node that the tree's last text went into; NULL where it is none, or not known. */
static lxb_dom_node_t *last_text(lxb_html_tree_t *tree) {
    lxb_html_tree_insertion_position_t position;
    lxb_dom_node_t *node = lxb_html_tree_appropriate_place_inserting_node(tree, NULL, &position);

    if (node != NULL) node = position == LXB_HTML_TREE_INSERTION_POSITION_BEFORE ? node->prev : node->last_child;
    return node != NULL && node->type == LXB_DOM_NODE_TYPE_TEXT ? node : NULL;
}

/* Between tokenizer and tree: adds up the work, and notes with each text node where in the page it begins. */
static lxb_html_token_t *watch_token(lxb_html_tokenizer_t *tokenizer, lxb_html_token_t *token, void *context) {
    token_watch *watch = context;

    union {
        const lxb_char_t *begin;
        void *as_lexbor_keeps;
    } place = {token->begin};
    bool is_text = token->tag_id == LXB_TAG__TEXT;

    watch->work += lexbor_array_length(watch->tree->open_elements) + 1;
    if (watch->work > most_work) mp_html_memory_leave(watch->memory, MP_ERROR_LIMIT);
    token = watch->build(tokenizer, token, watch->tree);
    lxb_dom_node_t *node = is_text ? last_text(watch->tree) : NULL;
    if (node != NULL && node->user == NULL) node->user = place.as_lexbor_keeps;
    return token;
}

/* The parsed tree, or NULL where it failed or was left. Functions of their own, so that no variable of the caller's is
 * lost. */
static lxb_html_document_t *parse_with(lxb_html_parser_t *parser, mp_text html, token_watch *watch) {
    lxb_html_tokenizer_t *tokenizer;

    if (lxb_html_parser_init(parser) != LXB_STATUS_OK) return NULL;
    lxb_html_parser_dom_opt_set(parser, LXB_DOM_DOCUMENT_OPT_WO_EVENTS);
    tokenizer = lxb_html_parser_tokenizer(parser);
    watch->build = tokenizer->callback_token_done;
    watch->tree = lxb_html_parser_tree(parser);
    lxb_html_tokenizer_callback_token_done_set(tokenizer, watch_token, watch);
    return lxb_html_parse(parser, (const lxb_char_t *)html.bytes, html.length);
}

static lxb_html_document_t *parse(mp_text html, mp_html_memory *memory) {
    token_watch watch = {.memory = memory};

    if (setjmp(memory->leave) != 0) return NULL;
    return parse_with(lxb_html_parser_create(), html, &watch);
}

/* ---- The stream -------------------------------------------------------------------------------------------------- */

static mp_text text_of(const lxb_char_t *bytes, size_t length) {
    return (mp_text){bytes == NULL ? "" : (const char *)bytes, bytes == NULL ? 0 : length};
}

static mp_text name_of(const lxb_dom_node_t *node) {
    size_t length = 0;
    const lxb_char_t *name = lxb_tag_name_by_id(node->local_name, &length);

    return text_of(name, length);
}

static const lxb_dom_attr_t *attributes_of(const lxb_dom_node_t *node) {
    return ((const lxb_dom_element_t *)node)->first_attr;
}

static mp_text name_of_attribute(const lxb_dom_attr_t *attribute) {
    size_t length = 0;
    const lxb_char_t *name = lxb_dom_attr_local_name(attribute, &length);

    return text_of(name, length);
}

static mp_text value_of(const lxb_dom_attr_t *attribute) {
    return attribute->value == NULL ? MP_TEXT("") : text_of(attribute->value->data, attribute->value->length);
}

static mp_text value_named(const lxb_dom_node_t *node, const char *name) {
    for (const lxb_dom_attr_t *at = attributes_of(node); at != NULL; at = at->next) {
        mp_text own = name_of_attribute(at);
        if (own.length == strlen(name) && memcmp(own.bytes, name, own.length) == 0) return value_of(at);
    }
    return MP_TEXT("");
}

/* In MathML and SVG an element of that name is no template, and holds none’s content. */
static bool is_shadow(const lxb_dom_node_t *node) {
    return node->local_name == LXB_TAG_TEMPLATE && node->ns == LXB_NS_HTML &&
           mp_html_is_shadow(value_named(node, "shadowrootmode"));
}

static bool open_node(mp_html_stream *stream, const lxb_dom_node_t *node) {
    size_t count = 0;

    if (is_shadow(node)) return mp_html_push_shadow(stream);
    for (const lxb_dom_attr_t *at = attributes_of(node); at != NULL; at = at->next) count++;
    mp_attribute *attributes = count == 0 ? NULL : MP_NEW_ARRAY(stream->arena, count, mp_attribute);
    if (count > 0 && attributes == NULL) return false;
    count = 0;
    for (const lxb_dom_attr_t *at = attributes_of(node); at != NULL; at = at->next) {
        mp_text name = name_of_attribute(at);
        if (mp_html_wants(name)) attributes[count++] = (mp_attribute){name, value_of(at)};
    }
    return mp_html_push_open(stream, name_of(node), attributes, count);
}

static bool is_shut(const lxb_dom_node_t *node) {
    mp_text type = node->local_name == LXB_TAG_SCRIPT ? value_named(node, "type") : MP_TEXT("");

    return mp_html_is_shut(name_of(node), type);
}

/* A template's children are those of a fragment, which knows no parent. */
static const lxb_dom_node_t *first_child(const lxb_dom_node_t *node) {
    if (node->type != LXB_DOM_NODE_TYPE_ELEMENT) return node->first_child;
    if (is_shadow(node)) return ((const lxb_html_template_element_t *)node)->content->node.first_child;
    return is_shut(node) ? NULL : node->first_child;
}

static bool text_node(mp_html_stream *stream, mp_text html, const lxb_dom_node_t *node) {
    const lexbor_str_t *text = &((const lxb_dom_character_data_t *)node)->data;
    size_t start = node->user == NULL ? html.length : (size_t)((const char *)node->user - html.bytes);

    return mp_html_push_text(stream, text_of(text->data, text->length), start);
}

static bool enter(mp_html_stream *stream, mp_text html, const lxb_dom_node_t *node) {
    if (node->type == LXB_DOM_NODE_TYPE_ELEMENT) return open_node(stream, node);
    bool is_text = node->type == LXB_DOM_NODE_TYPE_TEXT || node->type == LXB_DOM_NODE_TYPE_CDATA_SECTION;
    return !is_text || text_node(stream, html, node);
}

static bool leave(mp_html_stream *stream, const lxb_dom_node_t *node) {
    return node->type != LXB_DOM_NODE_TYPE_ELEMENT || mp_html_push_close(stream);
}

/* Walks the tree: each node knows its parent and its neighbour, but for what is in a template. */
static bool walk(mp_html_stream *stream, mp_text html, const lxb_dom_node_t *root) {
    MP_ARRAY(const lxb_dom_node_t *) shadows = {0};
    const lxb_dom_node_t *node = root->first_child;

    while (node != NULL) {
        if (!enter(stream, html, node)) return false;
        const lxb_dom_node_t *child = first_child(node);
        if (child != NULL) {
            if (child->parent != node && !MP_PUSH(stream->arena, &shadows, node)) return false;
            node = child;
            continue;
        }
        for (;;) {
            if (!leave(stream, node)) return false;
            if (node->next != NULL) break;
            node = node->parent;
            if (node != NULL && node->type == LXB_DOM_NODE_TYPE_DOCUMENT_FRAGMENT)
                node = shadows.count > 0 ? shadows.items[--shadows.count] : NULL;
            if (node == NULL || node == root) return true;
        }
        node = node->next;
    }
    return true;
}

mp_status mp_html_parse_lexbor(mp_text html, mp_html_stream *stream, mp_error *error) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    mp_html_memory memory;

    mp_html_memory_init(&memory, stream, html);
    if (pthread_once(&once, set_up_memory) != 0) return mp_fail_memory(error);
    memory_of_thread = &memory;
    lxb_html_document_t *tree = parse(html, &memory);
    memory_of_thread = NULL;
    if (tree == NULL) return mp_html_memory_fail(&memory, error);
    return walk(stream, html, lxb_dom_interface_node(tree)) ? MP_OK : mp_fail_memory(error);
}
