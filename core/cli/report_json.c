/* report_json.c: reports as JSON, one a line: the core's, and where its findings stand in the file. Knows the report's
 * shape; judges nothing. */
#include "../json_report.h"
#include "json_put.h"
#include "reporter.h"

static bool add_region(cJSON *finding, const mp_region *region) {
    cJSON *object = mp_json_add_object(finding, "region");

    return mp_json_add_number(object, "start_line", region->start.line) &&
           mp_json_add_number(object, "start_column", region->start.column) &&
           mp_json_add_number(object, "end_line", region->end.line) &&
           mp_json_add_number(object, "end_column", region->end.column);
}

static bool add_aside(cJSON *finding, const mp_spot *spot, mp_arena *arena) {
    static const char *const names[] = {"", "comment", "muted", "baseline"};

    if (spot->aside == MP_ASIDE_NOT) return true;
    return mp_json_add_string(finding, "aside", names[spot->aside]) &&
           (spot->reason.length == 0 || mp_json_add_text(finding, "reason", spot->reason, arena));
}

/* A finding below the level that was asked for goes; one that is set aside stays, and says so. */
static bool add_results(cJSON *root, const mp_checked *checked, const mp_show_options *options, mp_arena *arena) {
    cJSON *findings = cJSON_GetObjectItemCaseSensitive(root, "findings"), *finding = findings->child;
    bool fine = true;

    for (size_t i = 0; fine && finding != NULL && i < checked->report->finding_count; i++) {
        const mp_result *result = &checked->results[i];
        cJSON *next = finding->next;
        if (result->finding->level < options->least)
            cJSON_Delete(cJSON_DetachItemViaPointer(findings, finding));
        else
            fine = (!result->spot.has_region || add_region(finding, &result->spot.region)) &&
                   mp_json_add_string(finding, "fingerprint", result->fingerprint) &&
                   add_aside(finding, &result->spot, arena);
        finding = next;
    }
    return fine;
}

static void correct_counts(cJSON *root, const mp_checked *checked, const mp_show_options *options) {
    cJSON *counts = cJSON_GetObjectItemCaseSensitive(root, "counts");
    size_t shown[MP_LEVEL_COUNT] = {0};

    for (size_t i = 0; i < checked->report->finding_count; i++)
        if (mp_is_shown(&checked->results[i], options)) shown[checked->results[i].finding->level]++;
    for (int level = 0; level < MP_LEVEL_COUNT; level++)
        cJSON_SetNumberValue(cJSON_GetObjectItemCaseSensitive(counts, mp_level_name((mp_level)level)),
                             (double)shown[level]);
}

/* Adds the regions of quotes, which JSON lists in the report's order, as it does notes. */
static bool add_region_of(cJSON *item, const mp_found_document *found, mp_place place) {
    const mp_source *source = mp_found_source(found);
    mp_region region;

    return item == NULL || source == NULL || !mp_source_region(source, place, &region) || add_region(item, &region);
}

static bool add_regions(cJSON *root, const mp_checked *checked, mp_arena *arena) {
    const mp_report *report = checked->report;
    cJSON *quotes = cJSON_GetObjectItemCaseSensitive(root, "quotes");
    cJSON *notes = cJSON_GetObjectItemCaseSensitive(root, "notes");
    cJSON *quote = quotes == NULL ? NULL : quotes->child, *note = notes == NULL ? NULL : notes->child;
    bool fine = true;

    for (size_t i = 0; fine && quote != NULL && i < report->quote_count; i++, quote = quote->next)
        fine = add_region_of(quote, checked->found, report->quotes[i].place);
    for (size_t i = 0; fine && note != NULL && i < checked->note_count; i++, note = note->next) {
        const mp_spot *spot = &checked->notes[i].spot;
        fine = (!spot->has_region || add_region(note, &spot->region)) && add_aside(note, spot, arena);
    }
    return fine;
}

/* What the command knows beyond the core. */
static bool add_all(cJSON *root, const mp_checked *checked, const mp_show_options *options, mp_arena *arena) {
    correct_counts(root, checked, options);
    return (checked->found->article || cJSON_AddFalseToObject(root, "article") != NULL) &&
           add_results(root, checked, options, arena) && add_regions(root, checked, arena);
}

static bool put_document(FILE *out, const mp_checked *checked, const mp_show_options *options) {
    cJSON *root = mp_report_tree(checked->report);
    mp_arena arena;

    mp_arena_init(&arena, NULL);
    bool fine = root != NULL && add_all(root, checked, options, &arena);
    mp_arena_free(&arena);
    if (!mp_json_put(out, root, fine)) return false;
    fputc('\n', out);
    return true;
}

static bool put_bare(FILE *out, const mp_checked *checked, const mp_show_options *options) {
    char *json = NULL;
    size_t length = 0;

    (void)options;
    if (mp_report_to_json(checked->report, &json, &length, NULL) != MP_OK) return false;
    fwrite(json, 1, length - 1, out); /* its last byte closes the object */
    fputs(checked->found->article ? "}\n" : ",\"article\":false}\n", out);
    mp_json_free(checked->report, json);
    return true;
}

const mp_reporter mp_reporter_json = {.name = "json", .streams = true, .separator = "", .document = put_document};

/* The core's report as it is, the very bytes of the module, and whether there was anything to check. */
const mp_reporter mp_reporter_bare = {.name = "bare", .streams = true, .separator = "", .document = put_bare};
