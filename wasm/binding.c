/* binding.c: the core's calls as WebAssembly exports: unpacks tables into documents and pages, keeps the result until
 * the loader has read it. Knows tables and memory; nothing of JavaScript, and nothing of what a finding is. */
#include "binding.h"

#include "../core/json_report.h"

#include <stdlib.h>
#include <string.h>

/* The loader reads segments where they stand, as five words each. */
enum { SEGMENT_WORDS = 5, BLOCK_WORDS_OUT = 4, LINK_WORDS_OUT = 4, FAULT_WORDS_OUT = 10 };
_Static_assert(sizeof(void *) == sizeof(uint32_t), "addresses cross as 32-bit words");
_Static_assert(sizeof(mp_segment) == SEGMENT_WORDS * sizeof(uint32_t), "segments cross as 32-bit words");

struct mp_binding {
    uint32_t outcome[MP_OUTCOME_COUNT]; /* first: the binding's address is the outcome's */
    mp_engine *engine;                  /* NULL where the packs were wrong */
    mp_error error;
    mp_report *report;
    char *json; /* the report's */
    mp_page page;
    bool has_page;
    uint32_t *blocks; /* the page's document as a table */
    mp_pack_report *pack_report;
    uint32_t *faults; /* the pack report's as a table */
};

/* What is left of a call's two stretches of memory. */
typedef struct reader {
    const uint32_t *words;
    size_t word_count;
    const char *bytes;
    size_t byte_count;
} reader;

static uint32_t address(const void *memory) { return (uint32_t)(uintptr_t)memory; }

static bool read_words(reader *input, const uint32_t **words, size_t count) {
    if (input->word_count < count) return false;
    *words = input->words;
    input->words += count;
    input->word_count -= count;
    return true;
}

static bool read_text(reader *input, size_t length, mp_text *text) {
    if (input->byte_count < length) return false;
    *text = (mp_text){input->bytes, length};
    input->bytes += length;
    input->byte_count -= length;
    return true;
}

static uint32_t keep_error(mp_binding *binding, mp_status status) {
    const mp_error *error = &binding->error;
    binding->outcome[MP_OUTCOME_STATUS] = (uint32_t)status;
    binding->outcome[MP_OUTCOME_MESSAGE] = address(error->message);
    binding->outcome[MP_OUTCOME_MESSAGE_BYTES] = (uint32_t)strlen(error->message);
    binding->outcome[MP_OUTCOME_BLOCK] = error->block == SIZE_MAX ? UINT32_MAX : (uint32_t)error->block;
    return (uint32_t)status;
}

static uint32_t refuse(mp_binding *binding, mp_status status, const char *message) {
    binding->error = (mp_error){.status = status, .block = SIZE_MAX};
    memcpy(binding->error.message, message, strlen(message) + 1);
    return keep_error(binding, status);
}

static uint32_t refuse_table(mp_binding *binding) {
    return refuse(binding, MP_ERROR_INPUT, "table and texts do not agree");
}

static uint32_t refuse_memory(mp_binding *binding) { return refuse(binding, MP_ERROR_MEMORY, "out of memory"); }

/* ---- Documents --------------------------------------------------------------------------------------------------- */

static bool read_link(reader *input, mp_link *link) {
    const uint32_t *words;
    if (!read_words(input, &words, MP_TABLE_LINK_WORDS)) return false;
    link->start = words[0];
    link->end = words[1];
    return read_text(input, words[2], &link->href);
}

/* `links` has room for `room` more. */
static bool read_block(reader *input, mp_block *block, mp_link *links, size_t room) {
    const uint32_t *words;
    if (!read_words(input, &words, MP_TABLE_BLOCK_WORDS)) return false;
    if (words[0] >= MP_BLOCK_KIND_COUNT || words[2] > room) return false;
    block->kind = (mp_block_kind)words[0];
    if (!read_text(input, words[1], &block->text)) return false;
    block->links = words[2] == 0 ? NULL : links;
    block->link_count = words[2];
    for (size_t i = 0; i < block->link_count; i++) {
        if (!read_link(input, &links[i])) return false;
    }
    return true;
}

static bool read_blocks(reader *input, mp_block *blocks, size_t block_count, mp_link *links, size_t link_count) {
    size_t used = 0;
    for (size_t i = 0; i < block_count; i++) {
        if (!read_block(input, &blocks[i], links + used, link_count - used)) return false;
        used += blocks[i].link_count;
    }
    return true;
}

/* The first sizes are checked against the table before anything is allocated: a block and a link take words each. */
static bool read_document_head(reader *input, mp_document *document, size_t *link_count) {
    const uint32_t *words;
    if (!read_words(input, &words, MP_TABLE_DOCUMENT_WORDS)) return false;
    if (words[3] > input->word_count / MP_TABLE_BLOCK_WORDS) return false;
    if (words[4] > input->word_count / MP_TABLE_LINK_WORDS) return false;
    document->block_count = words[3];
    *link_count = words[4];
    return read_text(input, words[0], &document->id) && read_text(input, words[1], &document->url) &&
           read_text(input, words[2], &document->lang);
}

/* Checks a document and leaves its report's JSON in the outcome. */
static uint32_t report_on(mp_binding *binding, const mp_document *document, uint32_t requests) {
    const mp_check_options options = {.all_quotes = (requests & MP_REQUEST_ALL_QUOTES) != 0,
                                      .notes = (requests & MP_REQUEST_NOTES) != 0};
    size_t length = 0;
    mp_status status = mp_check(binding->engine, document, &options, &binding->report, &binding->error);
    if (status != MP_OK) return keep_error(binding, status);
    const mp_report_additions with = {.ascii = (requests & MP_REQUEST_ASCII) != 0};
    status = mp_report_write(binding->report, &with, &binding->json, &length, &binding->error);
    if (status != MP_OK) return keep_error(binding, status);
    binding->outcome[MP_OUTCOME_REPORT] = address(binding->json);
    binding->outcome[MP_OUTCOME_REPORT_BYTES] = (uint32_t)length;
    return MP_OK;
}

uint32_t mp_binding_check(mp_binding *binding, const uint32_t *table, uint32_t table_words, const char *texts,
                          uint32_t texts_bytes, uint32_t requests) {
    reader input = {table, table_words, texts, texts_bytes};
    mp_document document = {0};
    size_t link_count = 0;
    mp_binding_clear(binding);
    if (binding->engine == NULL) return refuse(binding, MP_ERROR_RULES, "the rule packs were refused");
    if (!read_document_head(&input, &document, &link_count)) return refuse_table(binding);

    mp_block *blocks = calloc(document.block_count + 1, sizeof *blocks);
    mp_link *links = calloc(link_count + 1, sizeof *links);
    uint32_t status;
    if (blocks == NULL || links == NULL) {
        status = refuse_memory(binding);
    } else if (!read_blocks(&input, blocks, document.block_count, links, link_count)) {
        status = refuse_table(binding);
    } else {
        document.blocks = blocks;
        status = report_on(binding, &document, requests);
    }
    free(links);
    free(blocks);
    return status;
}

/* ---- Pages ------------------------------------------------------------------------------------------------------- */

static bool read_attribute(reader *input, mp_attribute *attribute) {
    const uint32_t *words;
    return read_words(input, &words, 2) && read_text(input, words[0], &attribute->name) &&
           read_text(input, words[1], &attribute->value);
}

/* `attributes` has room for `room` more. */
static bool read_open_node(reader *input, mp_node *node, mp_attribute *attributes, size_t room) {
    const uint32_t *words;
    if (!read_words(input, &words, 3) || words[2] > room) return false;
    node->hidden = words[0] != 0;
    if (!read_text(input, words[1], &node->name)) return false;
    node->attributes = words[2] == 0 ? NULL : attributes;
    node->attribute_count = words[2];
    for (size_t i = 0; i < node->attribute_count; i++) {
        if (!read_attribute(input, &attributes[i])) return false;
    }
    return true;
}

static bool read_nodes(reader *input, mp_node *nodes, size_t node_count, mp_attribute *attributes, size_t room) {
    uint32_t source = 0;
    for (size_t i = 0; i < node_count; i++) {
        const uint32_t *words;
        if (!read_words(input, &words, 1) || words[0] > MP_NODE_CLOSE) return false;
        nodes[i].kind = (mp_node_kind)words[0];
        if (nodes[i].kind == MP_NODE_OPEN) {
            if (!read_open_node(input, &nodes[i], attributes, room)) return false;
            attributes += nodes[i].attribute_count;
            room -= nodes[i].attribute_count;
        } else if (nodes[i].kind == MP_NODE_TEXT) {
            if (!read_words(input, &words, 1) || !read_text(input, words[0], &nodes[i].text)) return false;
            nodes[i].source = source++;
        }
    }
    return true;
}

/* How many words the page's document takes as a table. No overflow: every block and link is larger in memory. */
static size_t words_of_blocks(const mp_document *document) {
    size_t words = document->block_count * BLOCK_WORDS_OUT;
    for (size_t i = 0; i < document->block_count; i++) words += document->blocks[i].link_count * LINK_WORDS_OUT;
    return words;
}

static uint32_t *write_text(mp_text text, uint32_t *words) {
    *words++ = address(text.bytes);
    *words++ = (uint32_t)text.length;
    return words;
}

static uint32_t *write_block(const mp_block *block, uint32_t *words) {
    *words++ = (uint32_t)block->kind;
    words = write_text(block->text, words);
    *words++ = (uint32_t)block->link_count;
    for (size_t i = 0; i < block->link_count; i++) {
        *words++ = (uint32_t)block->links[i].start;
        *words++ = (uint32_t)block->links[i].end;
        words = write_text(block->links[i].href, words);
    }
    return words;
}

/* Leaves the page's document and segments in the outcome, then the document's report. */
static uint32_t report_on_page(mp_binding *binding, uint32_t requests) {
    const mp_page *page = &binding->page;
    const mp_document *document = &page->document;
    binding->blocks = malloc((words_of_blocks(document) + 1) * sizeof *binding->blocks);
    if (binding->blocks == NULL) return refuse_memory(binding);
    uint32_t *words = binding->blocks;
    for (size_t i = 0; i < document->block_count; i++) words = write_block(&document->blocks[i], words);

    binding->outcome[MP_OUTCOME_ARTICLE] = page->article;
    binding->outcome[MP_OUTCOME_LANG] = address(document->lang.bytes);
    binding->outcome[MP_OUTCOME_LANG_BYTES] = (uint32_t)document->lang.length;
    binding->outcome[MP_OUTCOME_BLOCKS] = address(binding->blocks);
    binding->outcome[MP_OUTCOME_BLOCK_COUNT] = (uint32_t)document->block_count;
    binding->outcome[MP_OUTCOME_SEGMENTS] = address(page->segments);
    binding->outcome[MP_OUTCOME_SEGMENT_COUNT] = (uint32_t)page->segment_count;
    return report_on(binding, document, requests);
}

static uint32_t read_page(mp_binding *binding, const mp_node *nodes, size_t node_count, mp_text url,
                          uint32_t requests) {
    const mp_page_options options = {.anyway = (requests & MP_REQUEST_ANYWAY) != 0,
                                     .chosen = (requests & MP_REQUEST_CHOSEN) != 0};
    mp_status status = mp_page_read(nodes, node_count, url, &options, NULL, &binding->page, &binding->error);
    if (status != MP_OK) return keep_error(binding, status);
    binding->has_page = true;
    return MP_OK;
}

uint32_t mp_binding_check_page(mp_binding *binding, const uint32_t *table, uint32_t table_words, const char *texts,
                               uint32_t texts_bytes, uint32_t requests) {
    reader input = {table, table_words, texts, texts_bytes};
    const uint32_t *head;
    mp_text url;
    mp_binding_clear(binding);
    if (binding->engine == NULL) return refuse(binding, MP_ERROR_RULES, "the rule packs were refused");
    if (!read_words(&input, &head, MP_TABLE_PAGE_WORDS) || !read_text(&input, head[0], &url)) {
        return refuse_table(binding);
    }
    if (head[1] > input.word_count || head[2] > input.word_count / 2) return refuse_table(binding);

    mp_node *nodes = calloc((size_t)head[1] + 1, sizeof *nodes);
    mp_attribute *attributes = calloc((size_t)head[2] + 1, sizeof *attributes);
    uint32_t status;
    if (nodes == NULL || attributes == NULL) {
        status = refuse_memory(binding);
    } else if (!read_nodes(&input, nodes, head[1], attributes, head[2])) {
        status = refuse_table(binding);
    } else {
        status = read_page(binding, nodes, head[1], url, requests);
    }
    free(attributes); /* before the check: the page owns what it points to, and the two together are the peak */
    free(nodes);
    return status == MP_OK ? report_on_page(binding, requests) : status;
}

/* ---- Packs in ---------------------------------------------------------------------------------------------------- */

static uint32_t make_engine(mp_binding *binding, const mp_text *packs, size_t pack_count) {
    mp_options options = MP_OPTIONS_DEFAULT;
    options.packs = packs;
    options.pack_count = pack_count;
    const mp_status status = mp_engine_new(&options, &binding->engine, &binding->error);
    if (status == MP_OK) return MP_OK;
    binding->engine = NULL;
    return keep_error(binding, status);
}

static bool read_packs(reader *input, mp_text *packs, size_t pack_count) {
    for (size_t i = 0; i < pack_count; i++) {
        const uint32_t *words;
        if (!read_words(input, &words, 1) || !read_text(input, words[0], &packs[i])) return false;
    }
    return true;
}

/* ---- A pack, checked --------------------------------------------------------------------------------------------- */

/* Leaves the pack's report in the outcome. */
static uint32_t show_pack_report(mp_binding *binding) {
    const mp_pack_report *report = binding->pack_report;
    binding->faults = malloc((report->fault_count * FAULT_WORDS_OUT + 1) * sizeof *binding->faults);
    if (binding->faults == NULL) return refuse_memory(binding);
    uint32_t *words = binding->faults;
    for (size_t i = 0; i < report->fault_count; i++) {
        const mp_pack_fault *fault = &report->faults[i];
        *words++ = (uint32_t)fault->line;
        *words++ = (uint32_t)fault->column;
        words = write_text(fault->message, words);
        words = write_text(fault->path, words);
        words = write_text(fault->rule, words);
        words = write_text(fault->example, words);
    }
    binding->outcome[MP_OUTCOME_FAULTS] = address(binding->faults);
    binding->outcome[MP_OUTCOME_FAULT_COUNT] = (uint32_t)report->fault_count;
    binding->outcome[MP_OUTCOME_RULE_COUNT] = (uint32_t)report->rule_count;
    binding->outcome[MP_OUTCOME_EXAMPLE_COUNT] = (uint32_t)report->example_count;
    binding->outcome[MP_OUTCOME_COUNTEREXAMPLE_COUNT] = (uint32_t)report->counterexample_count;
    return MP_OK;
}

uint32_t mp_binding_check_pack(mp_binding *binding, const uint32_t *table, uint32_t table_words, const char *texts,
                               uint32_t texts_bytes, uint32_t requests) {
    reader input = {table, table_words, texts, texts_bytes};
    (void)requests;
    mp_binding_clear(binding);
    mp_text *packs = calloc((size_t)table_words + 1, sizeof *packs);
    if (packs == NULL) return refuse_memory(binding);
    uint32_t status;
    if (table_words == 0 || !read_packs(&input, packs, table_words)) {
        status = refuse_table(binding);
    } else {
        mp_options options = MP_OPTIONS_DEFAULT;
        options.packs = packs + 1;
        options.pack_count = (size_t)table_words - 1;
        const mp_status checked = mp_pack_check(packs[0], &options, &binding->pack_report, &binding->error);
        status = checked == MP_OK ? show_pack_report(binding) : keep_error(binding, checked);
    }
    free(packs);
    return status;
}

/* ---- A binding's life -------------------------------------------------------------------------------------------- */

mp_binding *mp_binding_new(const uint32_t *pack_bytes, uint32_t pack_count, const char *texts, uint32_t texts_bytes) {
    reader input = {pack_bytes, pack_count, texts, texts_bytes};
    mp_binding *binding = calloc(1, sizeof *binding);
    mp_text *packs = calloc((size_t)pack_count + 1, sizeof *packs);
    if (binding == NULL || packs == NULL) {
        free(packs);
        free(binding);
        return NULL;
    }
    if (read_packs(&input, packs, pack_count)) {
        make_engine(binding, packs, pack_count);
    } else {
        refuse_table(binding);
    }
    free(packs);
    return binding;
}

void mp_binding_clear(mp_binding *binding) {
    if (binding->json != NULL) mp_json_free(binding->report, binding->json);
    mp_report_free(binding->report);
    if (binding->has_page) mp_page_free(&binding->page);
    free(binding->blocks);
    mp_pack_report_free(binding->pack_report);
    free(binding->faults);
    binding->report = NULL;
    binding->json = NULL;
    binding->has_page = false;
    binding->blocks = NULL;
    binding->pack_report = NULL;
    binding->faults = NULL;
    memset(binding->outcome, 0, sizeof binding->outcome);
}
