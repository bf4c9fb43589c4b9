/* pack.c: fuzzes rule packs: their check by themselves, and a check with whatever was accepted. */
#include "mouthpiece.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Whether nothing is wrong with the pack; what is has a place and words. */
static bool is_fine(mp_text pack) {
    mp_options options = MP_OPTIONS_DEFAULT;
    mp_pack_report *report = NULL;
    options.only_packs = true;
    if (mp_pack_check(pack, &options, &report, NULL) != MP_OK) abort();
    for (size_t i = 0; i < report->fault_count; i++) {
        const mp_pack_fault *fault = &report->faults[i];
        if (fault->line == 0 || fault->column == 0 || fault->message.length == 0 || fault->path.length == 0) abort();
    }
    const bool fine = report->fault_count == 0;
    mp_pack_report_free(report);
    return fine;
}

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
    if (status != MP_OK && is_fine(pack)) abort();
    if (status != MP_OK) {
        if (error.status != status || error.message[0] == '\0') abort();
        return 0;
    }
    is_fine(pack);
    if (mp_check(engine, &document, NULL, &report, &error) != MP_OK) abort();
    mp_report_free(report);
    mp_engine_free(engine);
    return 0;
}
