/* text.c: fuzzes the check on raw text, valid UTF-8 or not: each line is a block, its first byte the kind and whether a
 * link spans it. Goes deeper into the steps than document.c, which spends itself on JSON. */
#include "mouthpiece.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { most_blocks = 64 };

static size_t cut(const uint8_t *data, size_t size, mp_block *blocks, mp_link *links) {
    size_t count = 0;
    for (size_t at = 0; at < size && count < most_blocks; count++) {
        const uint8_t *line = data + at;
        const uint8_t *feed = memchr(line, '\n', size - at);
        const size_t length = feed == NULL ? size - at : (size_t)(feed - line);
        at += length + 1;
        const uint8_t first = length == 0 ? 0 : line[0];
        links[count] = (mp_link){first, (size_t)first + 4, MP_TEXT("https://x.com/grok/status/1")};
        blocks[count] = (mp_block){.kind = (mp_block_kind)(first % MP_BLOCK_KIND_COUNT),
                                   .text = {(const char *)line, length},
                                   .links = &links[count],
                                   .link_count = first & 1};
    }
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static mp_engine *engine;
    mp_block blocks[most_blocks];
    mp_link links[most_blocks];
    mp_report *report = NULL;
    const mp_check_options options = {.all_quotes = true, .notes = true};
    if (engine == NULL && mp_engine_new(NULL, &engine, NULL) != MP_OK) abort();
    const mp_document document = {.blocks = blocks, .block_count = cut(data, size, blocks, links)};
    if (mp_check(engine, &document, &options, &report, NULL) != MP_OK) abort();
    mp_report_free(report);
    return 0;
}
