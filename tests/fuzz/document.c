/* document.c: fuzzes documents as JSON, and the check and report of whatever is read. The first byte picks options. */
#include "mouthpiece.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool is_in(const mp_document *document, mp_place place) {
    return place.block < document->block_count && place.start < place.end &&
           place.end <= document->blocks[place.block].text.length;
}

/* What holds of any report, whatever the document. */
static void expect_sound(const mp_document *document, const mp_report *report) {
    size_t counted = 0;
    for (size_t i = 0; i < MP_LEVEL_COUNT; i++) counted += report->counts[i];
    if (counted != report->finding_count) abort();
    for (size_t i = 0; i < report->finding_count; i++) {
        const mp_finding *finding = &report->findings[i];
        if (!is_in(document, finding->place) || (finding->has_cue && !is_in(document, finding->cue))) abort();
        if (finding->speaker.has_mention && !is_in(document, finding->speaker.mention)) abort();
        if (finding->signal_count > MP_SIGNAL_KIND_COUNT) abort();
        if ((finding->role == MP_ROLE_SPOKESPERSON) != (finding->act != MP_ACT_NONE)) abort();
    }
}

static void check(const mp_engine *engine, const mp_document *document, bool all_quotes) {
    const mp_check_options options = {.all_quotes = all_quotes, .notes = all_quotes};
    mp_report *report = NULL;
    char *json = NULL;
    size_t length = 0;
    if (mp_check(engine, document, &options, &report, NULL) != MP_OK) abort();
    expect_sound(document, report);
    if (mp_report_to_json(report, &json, &length, NULL) != MP_OK || strlen(json) != length) abort();
    mp_json_free(report, json);
    mp_report_free(report);
}

/* Lines are lines, and the bits of the options' byte say after how many the explanation ends. */
static bool count_line(void *context, mp_text line) {
    size_t *left = context;
    if (line.length > 0 && memchr(line.bytes, '\n', line.length) != NULL) abort();
    return (*left)-- > 1;
}

static void explain(const mp_engine *engine, const mp_document *document, size_t lines) {
    if (mp_explain(engine, document, count_line, &lines, NULL) != MP_OK) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static mp_engine *engine;
    mp_owned_document owned;
    if (engine == NULL && mp_engine_new(NULL, &engine, NULL) != MP_OK) abort();
    if (size == 0) return 0;
    const mp_text json = {(const char *)data + 1, size - 1};
    if (mp_document_from_json(json, NULL, &owned, NULL) != MP_OK) return 0;
    check(engine, &owned.document, (data[0] & 1) != 0);
    if ((data[0] & 2) != 0) explain(engine, &owned.document, (size_t)1 << (data[0] >> 2 & 15));
    mp_document_free(&owned);
    return 0;
}
