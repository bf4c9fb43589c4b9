/* pack.c: fuzzes rule packs: their check by themselves, and a check with whatever was accepted. */
#include "mouthpiece.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Rules enough for the document below, in the place of the shipped ones, which take a tenth of a second to load. */
static const mp_text ground = MP_TEXT(
    "{\"id\": \"ground\", \"version\": \"1\", \"makers\": [{\"id\": \"xai\", \"name\": \"xAI\", \"names\": "
    "[\"xAI\"]}], "
    "\"models\": [{\"id\": \"grok\", \"name\": \"Grok\", \"maker\": \"xai\", \"names\": [\"Grok\"]}], \"cues\": ["
    "{\"lemma\": \"apologise\", \"forms\": [\"apologises\"], \"takes\": [\"about\", \"alone\"], \"act\": \"apology\"}, "
    "{\"lemma\": \"write\", \"forms\": [\"wrote\"], \"takes\": [\"quote\"]}], \"words\": {\"determiner\": [\"a\"], "
    "\"preposition\": [\"for\", \"to\"], \"subordinator\": [\"when\"], \"negation\": [\"not\"], \"auxiliary\": "
    "[\"did\"]}}");

static mp_options options_of(const mp_text *packs, size_t count) {
    mp_options options = MP_OPTIONS_DEFAULT;
    options.packs = packs;
    options.pack_count = count;
    options.only_packs = true;
    return options;
}

/* Whether nothing is wrong with the pack; what is has a place and words. */
static bool is_fine(mp_text pack) {
    const mp_options options = options_of(&ground, 1);
    mp_pack_report *report = NULL;
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
    const mp_text packs[] = {ground, {(const char *)data, size}};
    const mp_options options = options_of(packs, 2);
    mp_engine *engine = NULL;
    mp_report *report = NULL;
    mp_error error = {0};
    const mp_status status = mp_engine_new(&options, &engine, &error);
    if (status != MP_OK && is_fine(packs[1])) abort();
    if (status != MP_OK) {
        if (error.status != status || error.message[0] == '\0') abort();
        return 0;
    }
    is_fine(packs[1]);
    if (mp_check(engine, &document, NULL, &report, &error) != MP_OK) abort();
    mp_report_free(report);
    mp_engine_free(engine);
    return 0;
}
