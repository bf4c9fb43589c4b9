/* page_tree.c: reads the stream of nodes into elements and passages, and hands what the page says about itself to the
 * witnesses. Knows tags and nesting; nothing of what is the article. */
#include "../status.h"
#include "ascii.h"
#include "page_parts.h"

typedef struct tree_reader {
    mp_page_tree *tree;
    mp_witness *witness;
    mp_passage_writer writer;
    uint32_t current; /* the innermost open element, MP_NO_ELEMENT */
    mp_page_names names;
} tree_reader;

/* Whether the declaration "name: value" stands in an inline style, white space set aside. */
static bool style_says(mp_text style, const char *declaration) {
    for (size_t start = 0; start < style.length; start++) {
        size_t at = start;
        const char *wanted = declaration;
        bool opens = start == 0 || style.bytes[start - 1] == ';' || mp_ascii_is_space(style.bytes[start - 1]);
        while (opens && *wanted != '\0' && at < style.length) {
            char c = style.bytes[at++];
            if (mp_ascii_is_space(c)) continue;
            if (mp_ascii_lower(c) != *wanted) break;
            wanted++;
        }
        if (opens && *wanted == '\0') return true;
    }
    return false;
}

/* React's server sends late parts of a page in hidden elements, "S:1", that a script then moves into place. */
static bool is_late_part(mp_text id) { return id.length > 2 && id.bytes[0] == 'S' && id.bytes[1] == ':'; }

static bool is_hidden(const mp_node *node, unsigned hints) {
    if (is_late_part(mp_page_attribute(node, "id"))) return false;
    if (node->hidden || (hints & MP_HINT_UNSEEN) != 0) return true;
    for (size_t i = 0; i < node->attribute_count; i++) {
        const mp_attribute *attribute = &node->attributes[i];
        if (mp_page_text_is(attribute->name, "hidden")) return !mp_page_text_is(attribute->value, "false");
        if (mp_page_text_is(attribute->name, "style") &&
            (style_says(attribute->value, "display:none") || style_says(attribute->value, "visibility:hidden")))
            return true;
    }
    return false;
}

static bool has_text(mp_page_tag tag) {
    return tag != MP_TAG_SKIPPED && tag != MP_TAG_HEAD && tag != MP_TAG_SCRIPT && tag != MP_TAG_META &&
           tag != MP_TAG_TITLE;
}

static void inherit(mp_page_element *element, const mp_page_element *parent, uint32_t self) {
    element->block = element->tag >= MP_TAG_BLOCK || parent == NULL ? self : parent->block;
    element->link = MP_NO_ELEMENT;
    if (parent != NULL) element->link = parent->link;
    if (element->tag == MP_TAG_A && mp_page_attribute(element->node, "href").bytes != NULL) element->link = self;
    element->embed = MP_NO_ELEMENT;
    if (parent != NULL) element->embed = parent->embed;
    if ((element->hints & MP_HINT_EMBED) != 0 && element->embed == MP_NO_ELEMENT) element->embed = self;
    element->unseen = element->unseen || (parent != NULL && parent->unseen);
}

/* What a label waits for: all that stands between it and the next text, but another label or the list's end. */
static bool label_goes_on(const tree_reader *reader, mp_page_tag tag, bool opens) {
    if (!reader->writer.label_waits) return false;
    return opens ? tag != MP_TAG_DT : tag != MP_TAG_LIST;
}

/* A block ends the passage; inside an embedded post, which is one passage, it only breaks the line. */
static bool part(tree_reader *reader, uint32_t self, bool opens) {
    const mp_page_element *element = &reader->tree->elements.items[self];
    uint32_t embed = element->embed;
    bool is_kicker =
        (element->hints & MP_HINT_KICKER) != 0 && mp_page_is_heading(reader->tree->elements.items[element->block].tag);

    if (element->tag < MP_TAG_BLOCK && !is_kicker) return true;
    if (embed != MP_NO_ELEMENT && embed != self) return mp_passage_break(&reader->writer, false);
    if (label_goes_on(reader, element->tag, opens)) return true;
    if (element->tag == MP_TAG_DT && !opens) {
        mp_passage_label(&reader->writer);
        return true;
    }
    return mp_passage_end(&reader->writer);
}

static mp_status open_element(tree_reader *reader, const mp_node *node, mp_error *error) {
    mp_page_tree *tree = reader->tree;
    uint32_t self = (uint32_t)tree->elements.count;
    mp_page_element element = {.node = node, .parent = reader->current, .end = UINT32_MAX};

    if (tree->elements.count >= UINT32_MAX / 2) return mp_fail(error, MP_ERROR_LIMIT, "the page has too many elements");
    element.tag = mp_page_tag_of(node->name);
    element.hints = mp_page_hints_of(node, element.tag, &reader->names);
    element.unseen = !has_text(element.tag) || is_hidden(node, element.hints);
    inherit(&element, reader->current == MP_NO_ELEMENT ? NULL : &tree->elements.items[reader->current], self);
    if (!MP_PUSH(tree->arena, &tree->elements, element)) return mp_fail_memory(error);
    reader->current = self;
    if (element.tag == MP_TAG_META) mp_witness_meta(reader->witness, node);
    if (element.tag == MP_TAG_HTML) reader->witness->lang = mp_page_attribute(node, "lang");
    if (element.tag == MP_TAG_BR && !element.unseen &&
        !mp_passage_break(&reader->writer, element.embed == MP_NO_ELEMENT))
        return mp_fail_memory(error);
    return part(reader, self, true) ? MP_OK : mp_fail_memory(error);
}

static mp_status close_element(tree_reader *reader, mp_error *error) {
    mp_page_tree *tree = reader->tree;
    uint32_t self = reader->current;

    if (self == MP_NO_ELEMENT) return MP_OK;
    if (!part(reader, self, false)) return mp_fail_memory(error);
    tree->elements.items[self].end = (uint32_t)tree->elements.count;
    reader->current = tree->elements.items[self].parent;
    return MP_OK;
}

static mp_status read_text(tree_reader *reader, const mp_node *node, mp_error *error) {
    if (reader->current == MP_NO_ELEMENT) return MP_OK;
    const mp_page_element *element = &reader->tree->elements.items[reader->current];

    if (element->tag == MP_TAG_SCRIPT) return mp_witness_ld(reader->witness, node->text, reader->tree->arena, error);
    if (element->tag == MP_TAG_TITLE && element->parent != MP_NO_ELEMENT &&
        reader->tree->elements.items[element->parent].tag == MP_TAG_HEAD && reader->witness->title.length == 0)
        reader->witness->title = node->text;
    if (element->unseen) return MP_OK;
    return mp_passage_write(&reader->writer, node, reader->current) ? MP_OK : mp_fail_memory(error);
}

static bool reserve_elements(mp_page_tree *tree, const mp_node *nodes, size_t node_count) {
    size_t count = 0;

    for (size_t i = 0; i < node_count; i++) count += nodes[i].kind == MP_NODE_OPEN ? 1 : 0;
    if (count > SIZE_MAX / 2 / sizeof *tree->elements.items) return false;
    tree->elements.items = mp_arena_take_unset(tree->arena, count * sizeof *tree->elements.items);
    tree->elements.capacity = count;
    return tree->elements.items != NULL;
}

mp_status mp_page_tree_read(const mp_node *nodes, size_t node_count, mp_page_tree *tree, mp_witness *witness,
                            mp_error *error) {
    tree_reader reader = {.tree = tree, .witness = witness, .current = MP_NO_ELEMENT};

    if (!reserve_elements(tree, nodes, node_count)) return mp_fail_memory(error);
    reader.writer = (mp_passage_writer){.tree = tree, .link = MP_NO_ELEMENT};
    for (size_t i = 0; i < node_count; i++) {
        if (nodes[i].kind == MP_NODE_OPEN)
            MP_TRY(open_element(&reader, &nodes[i], error));
        else if (nodes[i].kind == MP_NODE_TEXT)
            MP_TRY(read_text(&reader, &nodes[i], error));
        else
            MP_TRY(close_element(&reader, error));
    }
    while (reader.current != MP_NO_ELEMENT) MP_TRY(close_element(&reader, error));
    return mp_passage_end(&reader.writer) ? MP_OK : mp_fail_memory(error);
}
