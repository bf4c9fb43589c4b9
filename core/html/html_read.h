/* html_read.h: reads HTML bytes into a document: decides the encoding, has an HTML parser make the stream of nodes that
 * page.h judges. Decides nothing about the page itself. */
#ifndef MOUTHPIECE_HTML_READ_H
#define MOUTHPIECE_HTML_READ_H

#include "../arena.h"
#include "page.h"

/* A text node as it stands in the page's source. */
typedef struct mp_html_text {
    size_t start; /* the byte of the source where it begins: of "&amp;", the ampersand */
    mp_text text; /* what the parser made of it */
} mp_html_text;

/* What places in the page's source are found by. */
typedef struct mp_html_source {
    mp_arena *arena;           /* in: where the rest lives */
    mp_text html;              /* the page as UTF-8; may be the very bytes that were read */
    const mp_html_text *texts; /* by the numbers that segments give as their source */
    size_t text_count;
} mp_html_source;

typedef struct mp_html_options {
    bool anyway;            /* give a document although the page looks like no article */
    mp_text encoding;       /* what a header said, "windows-1250"; empty where nothing did */
    size_t max_bytes;       /* a longer page is refused with MP_ERROR_LIMIT */
    mp_html_source *source; /* is filled in; NULL where nobody asks for places */
} mp_html_options;

#define MP_HTML_OPTIONS_DEFAULT ((mp_html_options){.anyway = false, .max_bytes = (size_t)64 << 20})

/* Reads a page as it was served. The encoding is, in this order: a byte order mark's; UTF-8 where the bytes are valid
 * UTF-8 beyond ASCII, whatever the page declares; the header's; the page's own declaration; windows-1252. On MP_OK *page
 * is the caller's: mp_page_free(). options and allocator may be NULL. A page whose tree takes more memory or more time
 * than any honest page's ends with MP_ERROR_LIMIT. */
mp_status mp_html_read(mp_text bytes, mp_text url, const mp_html_options *options, const mp_allocator *allocator,
                       mp_page *page, mp_error *error);

#endif
