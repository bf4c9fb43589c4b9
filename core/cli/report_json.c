/* report_json.c: reports as JSON, one a line: the core's, and where its findings stand in the file. Knows the report's
 * shape; judges nothing. */
#include "../json_report.h"
#include "../text.h"
#include "reporter.h"

/* What the command knows beyond the core. */
typedef struct known {
    const mp_checked *checked;
    const mp_show_options *options;
    mp_arena *arena;
} known;

static void write_region(mp_json_writer *w, const mp_region *region) {
    mp_write_plain(w, ",\"region\":{\"start_line\":"), mp_write_number(w, region->start.line);
    mp_write_plain(w, ",\"start_column\":"), mp_write_number(w, region->start.column);
    mp_write_plain(w, ",\"end_line\":"), mp_write_number(w, region->end.line);
    mp_write_plain(w, ",\"end_column\":"), mp_write_number(w, region->end.column);
    mp_write_plain(w, "}");
}

static void write_aside(mp_json_writer *w, const known *k, const mp_spot *spot) {
    static const char *const names[] = {"", "comment", "muted", "baseline"};
    if (spot->aside == MP_ASIDE_NOT) return;

    mp_write_plain(w, ",\"aside\":"), mp_write_string(w, names[spot->aside]);
    if (spot->reason.length == 0) return;
    mp_text reason = mp_text_valid(spot->reason, k->arena);
    w->failed |= reason.bytes == NULL;
    if (!w->failed) mp_write_plain(w, ",\"reason\":"), mp_write_text(w, reason);
}

/* A finding below the level that was asked for goes; one that is set aside stays, and says so. */
static bool is_below(const void *context, size_t number) {
    const known *k = context;
    return k->checked->results[number].finding->level < k->options->least;
}

static void add_to_finding(mp_json_writer *w, const void *context, size_t number) {
    const known *k = context;
    const mp_result *result = &k->checked->results[number];

    if (result->spot.has_region) write_region(w, &result->spot.region);
    mp_write_plain(w, ",\"fingerprint\":"), mp_write_string(w, result->fingerprint);
    write_aside(w, k, &result->spot);
}

static void add_to_quote(mp_json_writer *w, const void *context, size_t number) {
    const known *k = context;
    const mp_source *source = mp_found_source(k->checked->found);
    mp_region region;

    if (source != NULL && mp_source_region(source, k->checked->report->quotes[number].place, &region))
        write_region(w, &region);
}

static void add_to_note(mp_json_writer *w, const void *context, size_t number) {
    const known *k = context;
    if (number >= k->checked->note_count) return;
    const mp_spot *spot = &k->checked->notes[number].spot;

    if (spot->has_region) write_region(w, &spot->region);
    write_aside(w, k, spot);
}

/* Whether there was anything to check. */
static void add_to_report(mp_json_writer *w, const void *context, size_t number) {
    const known *k = context;
    (void)number;

    if (!k->checked->found->article) mp_write_plain(w, ",\"article\":false");
}

static bool put(FILE *out, const mp_report *report, const mp_report_additions *with) {
    char *json = NULL;
    size_t length = 0;
    if (mp_report_write(report, with, &json, &length, NULL) != MP_OK) return false;

    fwrite(json, 1, length, out);
    fputc('\n', out);
    mp_json_free(report, json);
    return true;
}

static bool put_document(FILE *out, const mp_checked *checked, const mp_show_options *options) {
    size_t shown[MP_LEVEL_COUNT] = {0};
    mp_arena arena;
    mp_arena_init(&arena, NULL);
    const known k = {checked, options, &arena};
    const mp_report_additions all = {.context = &k,
                                     .to_finding = add_to_finding,
                                     .to_quote = add_to_quote,
                                     .to_note = add_to_note,
                                     .to_report = add_to_report,
                                     .leaves_out = is_below,
                                     .counts = shown};

    for (size_t i = 0; i < checked->report->finding_count; i++)
        if (mp_is_shown(&checked->results[i], options)) shown[checked->results[i].finding->level]++;
    bool fine = put(out, checked->report, &all);
    mp_arena_free(&arena);
    return fine;
}

static bool put_bare(FILE *out, const mp_checked *checked, const mp_show_options *options) {
    const known k = {checked, options, NULL};
    return put(out, checked->report, &(mp_report_additions){.context = &k, .to_report = add_to_report});
}

const mp_reporter mp_reporter_json = {.name = "json", .streams = true, .separator = "", .document = put_document};

/* The core's report as it is, the very bytes of the module, and whether there was anything to check. */
const mp_reporter mp_reporter_bare = {.name = "bare", .streams = true, .separator = "", .document = put_bare};
