/* html_parse.h: what the HTML parsers share: the stream of nodes that they write, which elements and attributes go into
 * it, and the memory that they may take. One file a parser does the parsing; lexbor is the command's where the build has
 * it, gumbo, a tenth as fast, where it has not. Both give the same stream. Decides nothing about the page. */
#ifndef MOUTHPIECE_HTML_PARSE_H
#define MOUTHPIECE_HTML_PARSE_H

#include "html_read.h"

#include <setjmp.h>

typedef struct mp_html_stream {
    mp_arena *arena; /* what the nodes point to lies here too */
    MP_ARRAY(mp_node) nodes;
    MP_ARRAY(mp_html_text) texts; /* by the nodes' .source */
    bool has_shadows;
} mp_html_stream;

/* The name of the node that a declarative shadow tree begins with, among its host's children; no element's. */
#define MP_HTML_SHADOW_ROOT "#shadow-root"

/* Appends the page's nodes to the stream. `html` is valid UTF-8. MP_ERROR_LIMIT where a page nests or repeats elements
 * without end. */
mp_status mp_html_parse_lexbor(mp_text html, mp_html_stream *stream, mp_error *error);
mp_status mp_html_parse_gumbo(mp_text html, mp_html_stream *stream, mp_error *error);

#ifdef MOUTHPIECE_LEXBOR
#define mp_html_parse mp_html_parse_lexbor
#else
#define mp_html_parse mp_html_parse_gumbo
#endif

/* Puts the shadow trees in the stream where a browser shows them, and their hosts' children into their slots. Linear in the
 * nodes. */
mp_status mp_html_show_shadows(mp_html_stream *stream, mp_error *error);

/* ---- For the parsers --------------------------------------------------------------------------------------------- */

/* Whether page.h asks for the attribute, or a shadow tree's slots do. */
bool mp_html_wants(mp_text attribute);

/* Whether the stream leaves out what is inside the element. `type` is its attribute's value; may be empty. */
bool mp_html_is_shut(mp_text name, mp_text type);

/* Whether a template of that mode is a shadow tree. */
bool mp_html_is_shadow(mp_text mode);

/* False where memory ends. */
bool mp_html_push_shadow(mp_html_stream *stream);
bool mp_html_push_open(mp_html_stream *stream, mp_text name, const mp_attribute *attributes, size_t count);
bool mp_html_push_text(mp_html_stream *stream, mp_text text, size_t start);
bool mp_html_push_close(mp_html_stream *stream);

/* Parsers get their memory from the stream's arena, which goes in one call: none of them is trusted to check its
 * allocations, or to free what it has where one fails. Where memory ends, or a page takes more than any honest one, the
 * parser is left by longjmp. */
typedef struct mp_html_memory {
    mp_arena *arena;
    size_t left;
    mp_status failed;
    jmp_buf leave;
} mp_html_memory;

void mp_html_memory_init(mp_html_memory *memory, mp_html_stream *stream, mp_text html);
_Noreturn void mp_html_memory_leave(mp_html_memory *memory, mp_status why);
void *mp_html_memory_take(mp_html_memory *memory, size_t size); /* not zeroed; never NULL */

/* Says why the parser was left. */
mp_status mp_html_memory_fail(const mp_html_memory *memory, mp_error *error);

#endif
