/* binding.h: how mouthpiece.js and the core hand documents and results to each other inside a WebAssembly memory. The
 * loader's copies of the enums below are generated from here and from the public headers. Knows nothing of JavaScript.
 *
 * In: two stretches of memory. `texts` holds every text, UTF-8, one after the other; `table` says with 32-bit words
 * what they are.
 *
 *     a document   MP_TABLE_DOCUMENT_WORDS words: bytes of id, url, lang; blocks; links in all. Then a block each
 *                  MP_TABLE_BLOCK_WORDS words: kind, bytes of text, links; and after each block its links, each
 *                  MP_TABLE_LINK_WORDS words: start, end, bytes of href.
 *     a page       MP_TABLE_PAGE_WORDS words: bytes of url; nodes; attributes in all. Then a node each one word, its
 *                  mp_node_kind, and for MP_NODE_OPEN: hidden (0 or 1), bytes of name, attributes, and an attribute
 *                  each: bytes of name, bytes of value; for MP_NODE_TEXT: bytes.
 *     rule packs   one word a pack: its bytes. Where a pack is checked, it comes first, then those it builds on.
 *
 * Out: the words of mp_outcome, which stay true until mp_binding_clear(). */
#ifndef MOUTHPIECE_BINDING_H
#define MOUTHPIECE_BINDING_H

#include <stdint.h>

#include "../core/html/page.h"
#include "../core/mouthpiece.h"

typedef enum mp_table {
    MP_TABLE_DOCUMENT_WORDS = 5,
    MP_TABLE_BLOCK_WORDS = 3,
    MP_TABLE_LINK_WORDS = 3,
    MP_TABLE_PAGE_WORDS = 3
} mp_table;

/* What a call may be asked for, to be added up. */
typedef enum mp_request {
    MP_REQUEST_ALL_QUOTES = 1, /* mp_check_options.all_quotes */
    MP_REQUEST_ANYWAY = 2,     /* mp_page_options.anyway */
    MP_REQUEST_NOTES = 4,      /* mp_check_options.notes */
    MP_REQUEST_CHOSEN = 8,     /* mp_page_options.chosen */
    MP_REQUEST_ASCII = 16      /* the report is written in ASCII, to be parsed sooner */
} mp_request;

/* Where each word of the outcome stands. Addresses are of this memory, 0 where there is nothing. */
typedef enum mp_outcome {
    MP_OUTCOME_STATUS = 0, /* mp_status; the next four are filled in where it is not MP_OK */
    MP_OUTCOME_MESSAGE = 1,
    MP_OUTCOME_MESSAGE_BYTES = 2,
    MP_OUTCOME_BLOCK = 3, /* UINT32_MAX where the error has none */
    MP_OUTCOME_REPORT = 4,
    MP_OUTCOME_REPORT_BYTES = 5,
    MP_OUTCOME_ARTICLE = 6, /* pages only, from here on */
    MP_OUTCOME_LANG = 7,
    MP_OUTCOME_LANG_BYTES = 8,
    MP_OUTCOME_BLOCKS = 9, /* a table: kind, address and bytes of text, links; each link: start, end, address, bytes */
    MP_OUTCOME_BLOCK_COUNT = 10,
    MP_OUTCOME_SEGMENTS = 11, /* a table of mp_segment: block, start, length, source, source_start */
    MP_OUTCOME_SEGMENT_COUNT = 12,
    MP_OUTCOME_FAULTS = 13, /* a checked pack only, from here on. A table: line, column, and four texts, each address
                               and bytes: message, path, rule, example */
    MP_OUTCOME_FAULT_COUNT = 14,
    MP_OUTCOME_RULE_COUNT = 15,
    MP_OUTCOME_EXAMPLE_COUNT = 16,
    MP_OUTCOME_COUNTEREXAMPLE_COUNT = 17
} mp_outcome;
enum { MP_OUTCOME_COUNT = 18 };

/* An engine and the outcome of the last call; begins with the outcome's words. */
typedef struct mp_binding mp_binding;

/* NULL where there is no memory. Where the packs are wrong, the outcome says so and the binding checks nothing. */
mp_binding *mp_binding_new(const uint32_t *pack_bytes, uint32_t pack_count, const char *texts, uint32_t texts_bytes);

/* All return the status that the outcome holds. */
uint32_t mp_binding_check(mp_binding *binding, const uint32_t *table, uint32_t table_words, const char *texts,
                          uint32_t texts_bytes, uint32_t requests);
uint32_t mp_binding_check_page(mp_binding *binding, const uint32_t *table, uint32_t table_words, const char *texts,
                               uint32_t texts_bytes, uint32_t requests);

/* Checks the first of the packs as mp_pack_check() does, on top of the shipped rules and the others. */
uint32_t mp_binding_check_pack(mp_binding *binding, const uint32_t *table, uint32_t table_words, const char *texts,
                               uint32_t texts_bytes, uint32_t requests);

/* Frees what the last call left. */
void mp_binding_clear(mp_binding *binding);

#endif
