/* json_report.c: writes reports as JSON. Knows the report's shape; nothing of how it came about. A report's texts are
 * NUL-terminated in its arena (report.c), so they go to cJSON as they are. */
#include "json_report.h"

#include "status.h"

#include <string.h>

/* Each adder gives false where memory ends. */
static bool add_string(cJSON *object, const char *key, const char *value) {
    return cJSON_AddStringToObject(object, key, value) != NULL;
}

static bool add_text(cJSON *object, const char *key, mp_text text) {
    return add_string(object, key, text.length == 0 ? "" : text.bytes);
}

static bool add_number(cJSON *object, const char *key, double value) {
    return cJSON_AddNumberToObject(object, key, value) != NULL;
}

static bool add_place(cJSON *object, mp_place place) {
    return add_number(object, "block", (double)place.block) && add_number(object, "start", (double)place.start) &&
           add_number(object, "end", (double)place.end);
}

static bool add_place_as(cJSON *object, const char *key, mp_place place, bool present) {
    if (!present) return cJSON_AddNullToObject(object, key) != NULL;
    cJSON *child = cJSON_AddObjectToObject(object, key);
    return child != NULL && add_place(child, place);
}

/* A new object at the end of `array`. */
static cJSON *append_object(cJSON *array) {
    cJSON *object = cJSON_CreateObject();

    if (object == NULL || cJSON_AddItemToArray(array, object)) return object;
    cJSON_Delete(object);
    return NULL;
}

static bool add_speaker(cJSON *finding, const mp_speaker *speaker) {
    cJSON *object = cJSON_AddObjectToObject(finding, "speaker");

    return object != NULL && add_text(object, "id", speaker->id) && add_text(object, "name", speaker->name) &&
           add_text(object, "maker", speaker->maker) &&
           add_place_as(object, "mention", speaker->mention, speaker->has_mention);
}

static bool add_signals(cJSON *finding, const mp_finding *from) {
    cJSON *array = cJSON_AddArrayToObject(finding, "signals");

    for (size_t i = 0; array != NULL && i < from->signal_count; i++) {
        cJSON *object = append_object(array);
        if (object == NULL || !add_string(object, "id", mp_signal_name(from->signals[i].kind)) ||
            !add_place(object, from->signals[i].place))
            return false;
    }
    return array != NULL;
}

static bool add_why(cJSON *finding, const mp_finding *from) {
    cJSON *array = cJSON_AddArrayToObject(finding, "why");

    for (size_t i = 0; array != NULL && i < from->why_count; i++) {
        cJSON *sentence = cJSON_CreateString(from->why[i].bytes);
        if (sentence == NULL) return false;
        if (!cJSON_AddItemToArray(array, sentence)) {
            cJSON_Delete(sentence);
            return false;
        }
    }
    return array != NULL;
}

static bool add_rewordings(cJSON *finding, const mp_finding *from) {
    cJSON *array = cJSON_AddArrayToObject(finding, "rewordings");

    for (size_t i = 0; array != NULL && i < from->rewording_count; i++) {
        cJSON *object = append_object(array);
        if (object == NULL || !add_text(object, "text", from->rewordings[i].text) ||
            !add_place_as(object, "replaces", from->rewordings[i].place, from->rewordings[i].edits))
            return false;
    }
    return array != NULL;
}

static bool add_judgement(cJSON *object, const mp_finding *finding) {
    bool act_added =
        finding->act == MP_ACT_NONE || add_string(object, "act", mp_act_name(finding->act)); /* spokesperson only */

    return act_added && add_string(object, "level", mp_level_name(finding->level)) &&
           add_number(object, "confidence", finding->confidence);
}

static bool add_finding(cJSON *array, const mp_finding *finding) {
    cJSON *object = append_object(array);

    return object != NULL && add_place(object, finding->place) && add_text(object, "quote", finding->quote) &&
           add_string(object, "form", mp_form_name(finding->form)) && add_speaker(object, &finding->speaker) &&
           add_place_as(object, "cue", finding->cue, finding->has_cue) &&
           add_string(object, "role", mp_role_name(finding->role)) && add_judgement(object, finding) &&
           add_signals(object, finding) && add_text(object, "rule", finding->rule) && add_why(object, finding) &&
           add_text(object, "suggestion", finding->suggestion) && add_rewordings(object, finding);
}

static bool add_quote_speaker(cJSON *object, const mp_quote *quote) {
    if (!quote->has_speaker) return cJSON_AddNullToObject(object, "speaker") != NULL;
    cJSON *speaker = cJSON_AddObjectToObject(object, "speaker");

    return speaker != NULL && add_place(speaker, quote->speaker) && add_text(speaker, "text", quote->speaker_text) &&
           add_string(speaker, "kind", mp_speaker_kind_name(quote->speaker_kind));
}

static bool add_quote(cJSON *array, const mp_quote *quote) {
    cJSON *object = append_object(array);

    return object != NULL && add_place(object, quote->place) && add_string(object, "form", mp_form_name(quote->form)) &&
           add_quote_speaker(object, quote) && add_place_as(object, "cue", quote->cue, quote->has_cue);
}

static bool add_counts(cJSON *root, const mp_report *report) {
    cJSON *counts = cJSON_AddObjectToObject(root, "counts");

    for (int level = MP_LEVEL_ALERT; counts != NULL && level >= MP_LEVEL_INFO; level--)
        if (!add_number(counts, mp_level_name((mp_level)level), (double)report->counts[level])) return false;
    return counts != NULL;
}

static bool add_findings(cJSON *root, const mp_report *report) {
    cJSON *array = cJSON_AddArrayToObject(root, "findings");

    for (size_t i = 0; array != NULL && i < report->finding_count; i++)
        if (!add_finding(array, &report->findings[i])) return false;
    return array != NULL;
}

static bool add_quotes(cJSON *root, const mp_report *report) {
    if (!report->has_quotes) return true;
    cJSON *array = cJSON_AddArrayToObject(root, "quotes");

    for (size_t i = 0; array != NULL && i < report->quote_count; i++)
        if (!add_quote(array, &report->quotes[i])) return false;
    return array != NULL;
}

static bool add_notes(cJSON *root, const mp_report *report) {
    if (!report->has_notes) return true;
    cJSON *array = cJSON_AddArrayToObject(root, "notes");

    for (size_t i = 0; array != NULL && i < report->note_count; i++) {
        const mp_note *note = &report->notes[i];
        cJSON *object = append_object(array);
        if (object == NULL || !add_place(object, note->place) || !add_text(object, "words", note->words) ||
            !add_text(object, "rule", note->rule) || !add_text(object, "message", note->message))
            return false;
    }
    return array != NULL;
}

static bool add_report(cJSON *root, const mp_report *report) {
    return add_text(root, "id", report->id) && add_text(root, "lang", report->lang) &&
           add_text(root, "version", report->version) && add_text(root, "rules", report->rules) &&
           add_counts(root, report) && add_findings(root, report) && add_quotes(root, report) &&
           add_notes(root, report);
}

cJSON *mp_report_tree(const mp_report *report) {
    cJSON *root = cJSON_CreateObject();

    if (root == NULL || add_report(root, report)) return root;
    cJSON_Delete(root);
    return NULL;
}

mp_status mp_report_to_json(const mp_report *report, char **json, size_t *length, mp_error *error) {
    cJSON *root = mp_report_tree(report);

    *json = root == NULL ? NULL : cJSON_PrintUnformatted(root);
    cJSON_Delete(root);
    *length = *json == NULL ? 0 : strlen(*json);
    return *json == NULL ? mp_fail_memory(error) : MP_OK;
}

void mp_json_free(const mp_report *report, char *json) {
    (void)report;
    cJSON_free(json);
}
