/* html_parse.c: what the HTML parsers share: the stream's nodes, which elements and attributes go into it, and bounds for
 * memory. Knows names; no parser. */
#include "html_parse.h"

#include "../status.h"
#include "page_parts.h"

#include <string.h>

/* Memory that a tree may take: for each byte of HTML, and on top. Measured on saved pages: below 40 a byte. */
enum { tree_bytes_per_byte = 400, tree_bytes_anyway = 16 << 20 };

static bool is_one_of(mp_text name, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (name.bytes[0] == names[i][0] && strlen(names[i]) == name.length &&
            memcmp(name.bytes, names[i], name.length) == 0)
            return true;
    return false;
}

bool mp_html_wants(mp_text attribute) {
    static const char *const wanted[] = {"aria-hidden", "class", "content", "hidden",   "href", "id",   "itemprop",
                                         "itemtype",    "lang",  "name",    "property", "role", "slot", "style"};

    return attribute.length > 0 && is_one_of(attribute, wanted, sizeof wanted / sizeof wanted[0]);
}

bool mp_html_is_shut(mp_text name, mp_text type) {
    static const char *const shut[] = {"noscript", "style", "svg", "template"};

    if (name.length == 0) return false;
    if (is_one_of(name, shut, sizeof shut / sizeof shut[0])) return true;
    return mp_page_text_is(name, "script") && !mp_page_text_is(type, "application/ld+json");
}

bool mp_html_is_shadow(mp_text mode) { return mp_page_text_is(mode, "open") || mp_page_text_is(mode, "closed"); }

bool mp_html_push_shadow(mp_html_stream *stream) {
    stream->has_shadows = true;
    return mp_html_push_open(stream, MP_TEXT(MP_HTML_SHADOW_ROOT), NULL, 0);
}

bool mp_html_push_open(mp_html_stream *stream, mp_text name, const mp_attribute *attributes, size_t count) {
    mp_node node = {.kind = MP_NODE_OPEN, .name = name, .attributes = attributes, .attribute_count = count};

    return MP_PUSH(stream->arena, &stream->nodes, node);
}

bool mp_html_push_text(mp_html_stream *stream, mp_text text, size_t start) {
    mp_node node = {.kind = MP_NODE_TEXT, .text = text, .source = (uint32_t)stream->texts.count};
    mp_html_text place = {start, text};

    return MP_PUSH(stream->arena, &stream->texts, place) && MP_PUSH(stream->arena, &stream->nodes, node);
}

bool mp_html_push_close(mp_html_stream *stream) {
    mp_node node = {.kind = MP_NODE_CLOSE};

    return MP_PUSH(stream->arena, &stream->nodes, node);
}

void mp_html_memory_init(mp_html_memory *memory, mp_html_stream *stream, mp_text html) {
    memory->arena = stream->arena;
    const size_t longest = (SIZE_MAX - tree_bytes_anyway) / tree_bytes_per_byte; /* a size may have 32 bits */
    memory->left = html.length > longest ? SIZE_MAX : html.length * tree_bytes_per_byte + tree_bytes_anyway;
    memory->failed = MP_ERROR_LIMIT;
}

void mp_html_memory_leave(mp_html_memory *memory, mp_status why) {
    memory->failed = why;
    longjmp(memory->leave, 1);
}

void *mp_html_memory_take(mp_html_memory *memory, size_t size) {
    if (size >= memory->left) mp_html_memory_leave(memory, MP_ERROR_LIMIT);
    memory->left -= size;
    void *taken = mp_arena_take_unset(memory->arena, size);
    if (taken == NULL) mp_html_memory_leave(memory, MP_ERROR_MEMORY);
    return taken;
}

mp_status mp_html_memory_fail(const mp_html_memory *memory, mp_error *error) {
    if (memory->failed == MP_ERROR_MEMORY) return mp_fail_memory(error);
    return mp_fail(error, MP_ERROR_LIMIT, "the page's elements nest or repeat without end");
}
