/* html_shadow.c: puts declarative shadow trees where a browser shows them: in the place of their hosts' children, which go
 * where the tree's slots are. Knows the stream; no parser, and nothing of articles. */
#include "../status.h"
#include "../text.h"
#include "html_parse.h"
#include "page_parts.h"

#include <string.h>

/* A shadow tree: its host, and the tree that the host stands in. */
typedef struct shadow {
    uint32_t host, around;
} shadow;

/* Nodes that are still to be shown, and the shadow tree that they are of. */
typedef struct run {
    uint32_t at, end, shadow;
} run;

typedef struct composer {
    mp_arena *arena;
    const mp_node *nodes;
    uint32_t count;
    uint32_t *after; /* by node: the one behind it, and behind its close where it opens */
    bool *given;     /* by node: a slot shows it */
    uint64_t looks;  /* for what slots may show, as many as are left */
    MP_ARRAY(shadow) shadows;
    MP_ARRAY(run) pending; /* the last comes first */
    MP_ARRAY(mp_node) shown;
} composer;

/* Each slot looks through its host's children: two thousand of both are looked through, and more of them on longer pages. */
enum { most_looks_a_node = 16, most_looks_anyway = 4 << 20 };

static bool is_root(const mp_node *node) {
    return node->kind == MP_NODE_OPEN && mp_page_text_is(node->name, MP_HTML_SHADOW_ROOT);
}

/* The elements of HTML that may have a shadow tree, and all custom ones. */
static bool may_host(mp_text name) {
    static const char *const hosts[] = {"article", "aside", "blockquote", "body", "div",     "footer",
                                        "h1",      "h2",    "h3",         "h4",   "h5",      "h6",
                                        "header",  "main",  "nav",        "p",    "section", "span"};

    for (size_t i = 0; i < sizeof hosts / sizeof hosts[0]; i++)
        if (mp_page_text_is(name, hosts[i])) return true;
    return memchr(name.bytes, '-', name.length) != NULL;
}

/* The first of the element's children that is a shadow tree. */
static uint32_t root_of(const composer *c, uint32_t host) {
    if (!may_host(c->nodes[host].name)) return MP_NO_ELEMENT;
    for (uint32_t child = host + 1; child < c->after[host] - 1; child = c->after[child])
        if (is_root(&c->nodes[child])) return child;
    return MP_NO_ELEMENT;
}

static bool find_ends(composer *c) {
    MP_ARRAY(uint32_t) open = {0};

    for (uint32_t i = 0; i < c->count; i++) {
        c->after[i] = i + 1;
        if (c->nodes[i].kind == MP_NODE_OPEN && !MP_PUSH(c->arena, &open, i)) return false;
        if (c->nodes[i].kind == MP_NODE_CLOSE && open.count > 0) c->after[open.items[--open.count]] = i + 1;
    }
    return true;
}

static bool push_run(composer *c, uint32_t at, uint32_t end, uint32_t of) {
    return at >= end || MP_PUSH(c->arena, &c->pending, ((run){at, end, of}));
}

/* Begins an element whose children are other ones than the stream's: its close is shown after them. */
static bool open_apart(composer *c, uint32_t element, uint32_t of) {
    c->pending.items[c->pending.count - 1].at = c->after[element];
    return MP_PUSH(c->arena, &c->shown, c->nodes[element]) && push_run(c, c->after[element] - 1, c->after[element], of);
}

static bool show_host(composer *c, uint32_t host, uint32_t root, uint32_t of) {
    const shadow tree = {host, of};

    return open_apart(c, host, of) && MP_PUSH(c->arena, &c->shadows, tree) &&
           push_run(c, root + 1, c->after[root] - 1, (uint32_t)c->shadows.count - 1);
}

static bool is_for_slot(const composer *c, uint32_t child, mp_text slot) {
    if (c->given[child] || is_root(&c->nodes[child]) || c->nodes[child].kind == MP_NODE_CLOSE) return false;
    return mp_text_equal(mp_page_attribute(&c->nodes[child], "slot"), slot);
}

/* Shows in a slot what is for it of the host's children; *any: there is something. */
static bool show_slot(composer *c, uint32_t slot, uint32_t of, bool *any) {
    const shadow tree = c->shadows.items[of];
    const mp_text name = mp_page_attribute(&c->nodes[slot], "name");
    size_t first = 0;

    for (uint32_t child = tree.host + 1; child < c->after[tree.host] - 1 && c->looks > 0; child = c->after[child]) {
        c->looks--;
        if (!is_for_slot(c, child, name)) continue;
        if (!*any) {
            *any = true;
            if (!open_apart(c, slot, of)) return false;
            first = c->pending.count;
        }
        c->given[child] = true;
        if (!push_run(c, child, c->after[child], tree.around)) return false;
    }
    for (size_t last = c->pending.count; *any && first + 1 < last; first++) { /* the first is to come first */
        const run swapped = c->pending.items[first];
        c->pending.items[first] = c->pending.items[--last];
        c->pending.items[last] = swapped;
    }
    return true;
}

static bool show_element(composer *c, uint32_t element, uint32_t of) {
    const uint32_t root = root_of(c, element);
    bool any = false;

    if (root != MP_NO_ELEMENT) return show_host(c, element, root, of);
    if (of != MP_NO_ELEMENT && mp_page_text_is(c->nodes[element].name, "slot") && !show_slot(c, element, of, &any))
        return false;
    if (any) return true;
    c->pending.items[c->pending.count - 1].at = element + 1;
    return MP_PUSH(c->arena, &c->shown, c->nodes[element]);
}

static bool compose(composer *c) {
    if (!find_ends(c) || !push_run(c, 0, c->count, MP_NO_ELEMENT)) return false;
    while (c->pending.count > 0) {
        run *next = &c->pending.items[c->pending.count - 1];
        const uint32_t at = next->at;
        if (at >= next->end) {
            c->pending.count--;
        } else if (c->nodes[at].kind != MP_NODE_OPEN) {
            next->at++;
            if (!MP_PUSH(c->arena, &c->shown, c->nodes[at])) return false;
        } else if (is_root(&c->nodes[at])) {
            next->at = c->after[at]; /* a second one, or where there can be none */
        } else if (!show_element(c, at, next->shadow)) {
            return false;
        }
    }
    return true;
}

mp_status mp_html_show_shadows(mp_html_stream *stream, mp_error *error) {
    composer c = {.arena = stream->arena, .nodes = stream->nodes.items, .count = (uint32_t)stream->nodes.count};

    if (!stream->has_shadows) return MP_OK;
    c.looks = most_looks_anyway + (uint64_t)c.count * most_looks_a_node;
    c.after = MP_NEW_ARRAY(c.arena, c.count, uint32_t);
    c.given = MP_NEW_ARRAY(c.arena, c.count, bool);
    if (c.after == NULL || c.given == NULL || !compose(&c)) return mp_fail_memory(error);
    stream->nodes.items = c.shown.items;
    stream->nodes.count = c.shown.count;
    stream->nodes.capacity = c.shown.capacity;
    return MP_OK;
}
