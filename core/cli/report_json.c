/* report_json.c: reports as JSON, one a line: the core's, and where its findings stand in the file. Knows the report's
 * shape; judges nothing. */
#include "json_write.h"
#include "reporter.h"

static bool add_region(cJSON *finding, const mp_region *region) {
    cJSON *object = mp_json_add_object(finding, "region");

    return mp_json_add_number(object, "start_line", region->start.line) &&
           mp_json_add_number(object, "start_column", region->start.column) &&
           mp_json_add_number(object, "end_line", region->end.line) &&
           mp_json_add_number(object, "end_column", region->end.column);
}

static bool add_aside(cJSON *finding, const mp_result *result, mp_arena *arena) {
    static const char *const names[] = {"", "comment", "muted", "baseline"};

    if (result->aside == MP_ASIDE_NOT) return true;
    return mp_json_add_string(finding, "aside", names[result->aside]) &&
           (result->reason.length == 0 || mp_json_add_text(finding, "reason", result->reason, arena));
}

/* What the command knows beyond the core. A finding below the level that was asked for goes, one set aside stays. */
static bool add_results(cJSON *root, const mp_checked *checked, const mp_show_options *options, mp_arena *arena) {
    cJSON *findings = cJSON_GetObjectItemCaseSensitive(root, "findings");
    cJSON *finding = findings == NULL ? NULL : findings->child;
    bool fine = findings != NULL;

    for (size_t i = 0; fine && finding != NULL && i < checked->report->finding_count; i++) {
        const mp_result *result = &checked->results[i];
        cJSON *next = finding->next;
        if (result->finding->level < options->least)
            cJSON_Delete(cJSON_DetachItemViaPointer(findings, finding));
        else
            fine = (!result->has_region || add_region(finding, &result->region)) &&
                   mp_json_add_string(finding, "fingerprint", result->fingerprint) && add_aside(finding, result, arena);
        finding = next;
    }
    return fine;
}

static bool put_document(FILE *out, const mp_checked *checked, const mp_show_options *options) {
    char *json = NULL;
    size_t length = 0;
    mp_arena arena;

    if (mp_report_to_json(checked->report, &json, &length, NULL) != MP_OK) return false;
    cJSON *root = cJSON_ParseWithLength(json, length + 1);
    mp_json_free(checked->report, json);
    mp_arena_init(&arena, NULL);
    bool fine = root != NULL && add_results(root, checked, options, &arena);
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
    fwrite(json, 1, length, out);
    fputc('\n', out);
    mp_json_free(checked->report, json);
    return true;
}

const mp_reporter mp_reporter_json = {.name = "json", .streams = true, .separator = "", .document = put_document};

/* The core's report as it is: the very bytes of the module. */
const mp_reporter mp_reporter_bare = {.name = "bare", .streams = true, .separator = "", .document = put_bare};
