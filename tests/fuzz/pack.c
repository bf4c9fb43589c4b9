/* pack.c: fuzzes rule packs, and a check with whatever was accepted. */
#include "mouthpiece.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const mp_block blocks[] = {
        {.kind = MP_BLOCK_HEADLINE, .text = MP_TEXT("Grok apologises for posts")},
        {.kind = MP_BLOCK_PARAGRAPH,
         .text =
             MP_TEXT("\"I am sorry,\" Grok wrote when a user asked it to. xAI did not respond. Towny said a b c.")}};
    const mp_document document = {.blocks = blocks, .block_count = 2};
    const mp_text pack = {(const char *)data, size};
    mp_options options = MP_OPTIONS_DEFAULT;
    mp_engine *engine = NULL;
    mp_report *report = NULL;
    mp_error error = {0};
    options.packs = &pack;
    options.pack_count = 1;
    const mp_status status = mp_engine_new(&options, &engine, &error);
    if (status != MP_OK) {
        if (error.status != status || error.message[0] == '\0') abort();
        return 0;
    }
    if (mp_check(engine, &document, NULL, &report, &error) != MP_OK) abort();
    mp_report_free(report);
    mp_engine_free(engine);
    return 0;
}
