/* page.h: turns a web page, seen as a plain stream of nodes, into a document: which parts are the article, and of what
 * kind. The one judgement of its sort in the project: the command walks its HTML parser's tree into this stream, the
 * browser walks its live DOM into the same stream, and neither walker decides anything. Knows nothing of any parser. */
#ifndef MOUTHPIECE_PAGE_H
#define MOUTHPIECE_PAGE_H

#include "../mouthpiece.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum mp_node_kind {
    MP_NODE_OPEN = 0, /* an element begins */
    MP_NODE_TEXT = 1, /* a run of characters, as in the DOM's text node: entities resolved, white space as it stands */
    MP_NODE_CLOSE = 2 /* the innermost open element ends */
} mp_node_kind;

/* The attributes that a walker hands over, where an element has them; all others it leaves out. */
typedef struct mp_attribute {
    mp_text name; /* lower case: class id role itemprop itemtype hidden aria-hidden style; of a: href; of html: lang; of
                     meta: property name content. Others are passed over. */
    mp_text value;
} mp_attribute;

typedef struct mp_node {
    mp_node_kind kind;
    mp_text name; /* OPEN: the tag's name, lower case */
    mp_text text; /* TEXT: its characters, UTF-8. The text of script elements is handed over only for
                      type=application/ld+json; that of style, template, noscript and svg elements never. */
    bool
        hidden; /* OPEN: the walker's platform knows that it is not shown (computed style); a static walker says false */
    const mp_attribute *attributes;
    size_t attribute_count;
    uint32_t source; /* TEXT: the walker's own number of the text node, given back in segments */
} mp_node;

/* A run of a block's text that stands unchanged in one text node. Offsets in UTF-16 code units. Runs are in text order;
 * characters that no run covers (a space that joins, a line feed for <br>) have no place in the page. */
typedef struct mp_segment {
    size_t block;
    size_t start; /* in the block's text */
    size_t length;
    uint32_t source;     /* the text node */
    size_t source_start; /* in that node's text */
} mp_segment;

typedef struct mp_page_options {
    bool anyway; /* give a document although the page looks like no article */
    /* Somebody has chosen what the stream holds: all that is shown is the document, nothing is judged away. */
    bool chosen;
} mp_page_options;

typedef struct mp_page {
    mp_document document; /* lang from the html element; no blocks where the page is no article */
    bool article;
    const mp_segment *segments;
    size_t segment_count;
    void *memory; /* private */
} mp_page;

/* Judges a page. `nodes` is only read; close nodes that nothing opened are passed over, elements left open end with the
 * stream. On MP_OK *page is the caller's: mp_page_free(); it owns all that it points to. options and allocator may be
 * NULL. Time grows in line with the stream. */
mp_status mp_page_read(const mp_node *nodes, size_t node_count, mp_text url, const mp_page_options *options,
                       const mp_allocator *allocator, mp_page *page, mp_error *error);
void mp_page_free(mp_page *page);

#ifdef __cplusplus
}
#endif
#endif
