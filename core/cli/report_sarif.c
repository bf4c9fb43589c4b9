/* report_sarif.c: findings as SARIF 2.1.0, the format of code scanning services and editors. Knows the format; judges
 * nothing. Results are written as they come, between a head and a foot that are SARIF's frame. */
#include "../text.h"
#include "json_put.h"
#include "kinds.h"
#include "reporter.h"
#include "uri.h"

#include <string.h>

static const char *const levels[] = {"note", "warning", "error"};

/* ---- The head: the tool and its rules ---------------------------------------------------------------------------- */

static bool add_message(cJSON *object, const char *key, const char *text) {
    return mp_json_add_string(mp_json_add_object(object, key), "text", text);
}

static bool add_rule(cJSON *rules, const mp_kind *kind) {
    cJSON *rule = mp_json_add_item(rules);
    const char *level = kind->role == MP_ROLE_SPOKESPERSON ? "error"
                        : kind->role == MP_ROLE_SOURCE     ? "warning"
                                                           : "note";

    return mp_json_add_string(rule, "id", kind->id) && mp_json_add_string(rule, "name", kind->name) &&
           add_message(rule, "shortDescription", kind->title) && add_message(rule, "fullDescription", kind->help) &&
           add_message(rule, "help", kind->help) &&
           mp_json_add_string(mp_json_add_object(rule, "defaultConfiguration"), "level", level);
}

static bool add_tool(cJSON *tool) {
    cJSON *driver = mp_json_add_object(tool, "driver");
    bool fine =
        mp_json_add_string(driver, "name", "mouthpiece") && mp_json_add_string(driver, "version", MP_VERSION) &&
        mp_json_add_string(driver, "semanticVersion", MP_VERSION) && mp_json_add_string(driver, "language", "en") &&
        add_message(driver, "shortDescription", "Finds the words that pages put in the mouths of language models.");
    cJSON *rules = mp_json_add_array(driver, "rules");

    for (size_t i = 0; fine && i < MP_KIND_COUNT; i++) fine = add_rule(rules, &mp_kinds[i]);
    return fine && add_rule(rules, &mp_wording_kind);
}

static bool put_head(FILE *out, const mp_summary *summary) {
    cJSON *tool = cJSON_CreateObject();
    bool fine = tool != NULL && add_tool(tool);

    (void)summary;
    fputs("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":",
          out);
    fine = mp_json_put(out, tool, fine);
    fputs(",\"columnKind\":\"utf16CodeUnits\",\"results\":[\n", out);
    return fine;
}

/* ---- A result ---------------------------------------------------------------------------------------------------- */

static bool add_region(cJSON *parent, const char *key, const mp_region *region) {
    cJSON *object = mp_json_add_object(parent, key);

    return mp_json_add_number(object, "startLine", region->start.line) &&
           mp_json_add_number(object, "startColumn", region->start.column) &&
           mp_json_add_number(object, "endLine", region->end.line) &&
           mp_json_add_number(object, "endColumn", region->end.column);
}

/* In a document as JSON a place has no line, but a block of its own. */
static bool add_location(cJSON *location, const mp_found_document *found, mp_place place, mp_arena *arena) {
    const mp_source *source = mp_found_source(found);
    cJSON *physical = mp_json_add_object(location, "physicalLocation");
    mp_region region = {.start = {found->line, 1}, .end = {found->line, 1}};
    bool fine =
        mp_json_add_string(mp_json_add_object(physical, "artifactLocation"), "uri", mp_uri_of(found->file, arena));
    bool has_region = source != NULL && mp_source_region(source, place, &region);
    char name[64];

    if (fine && (has_region || found->line > 0)) fine = add_region(physical, "region", &region);
    if (!fine || has_region) return fine;
    snprintf(name, sizeof name, "blocks[%zu].text[%zu:%zu]", place.block, place.start, place.end);
    cJSON *logical = mp_json_add_item(mp_json_add_array(location, "logicalLocations"));
    return mp_json_add_string(logical, "fullyQualifiedName", name);
}

static bool add_related(cJSON *related, const mp_found_document *found, mp_place place, const char *what,
                        mp_arena *arena) {
    cJSON *location = mp_json_add_item(related);

    return add_location(location, found, place, arena) && add_message(location, "message", what);
}

/* Where the page names the model, and what it says about prompt and maker. */
static bool add_all_related(cJSON *result, const mp_found_document *found, const mp_finding *finding, mp_arena *arena) {
    if (!finding->speaker.has_mention && finding->signal_count == 0) return true;
    cJSON *related = mp_json_add_array(result, "relatedLocations");
    bool fine = related != NULL;

    if (fine && finding->speaker.has_mention)
        fine = add_related(related, found, finding->speaker.mention, "the model is named here", arena);
    for (size_t i = 0; fine && i < finding->signal_count; i++)
        fine = add_related(related, found, finding->signals[i].place, mp_signal_name(finding->signals[i].kind), arena);
    return fine;
}

/* "Grok quoted as spokesperson, apology: “…” Reasons. What to do." */
static const char *message_of(const mp_finding *finding, mp_arena *arena) {
    mp_text headline = mp_headline_of(finding, arena);
    size_t room = headline.length + finding->quote.length + finding->suggestion.length + 32, used;

    for (size_t i = 0; i < finding->why_count; i++) room += finding->why[i].length + 1;
    char *out = mp_arena_take(arena, room);
    if (headline.bytes == NULL || out == NULL) return NULL;
    used = (size_t)snprintf(out, room, "%.*s: \xE2\x80\x9C%.*s\xE2\x80\x9D", (int)headline.length, headline.bytes,
                            (int)finding->quote.length, finding->quote.bytes);
    for (size_t i = 0; i < finding->why_count; i++)
        used += (size_t)snprintf(out + used, room - used, " %.*s", (int)finding->why[i].length, finding->why[i].bytes);
    if (finding->suggestion.length > 0)
        snprintf(out + used, room - used, " %.*s", (int)finding->suggestion.length, finding->suggestion.bytes);
    return mp_json_string((mp_text){out, strlen(out)}, arena);
}

/* ---- Fixes ------------------------------------------------------------------------------------------------------- */

/* Whether words may stand in any of the formats as they are. */
static bool is_plain(mp_text text) {
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] == '\0' || strchr("<>&*_`[]\\\n", text.bytes[i]) != NULL) return false;
    return true;
}

/* Where the words to be replaced stand with nothing but themselves: no tag or entity would go with them. */
static bool find_plain_region(const mp_found_document *found, mp_place place, mp_region *region) {
    const mp_source *source = mp_found_source(found);

    if (source == NULL || !mp_source_region(source, place, region)) return false;
    if (place.start == place.end) {
        region->to = region->from;
        region->end = region->start;
    }
    return is_plain(mp_text_slice(source->text, region->from, region->to));
}

static bool add_fix(cJSON *fixes, const mp_found_document *found, const mp_rewording *rewording,
                    const mp_region *region, mp_arena *arena) {
    cJSON *fix = mp_json_add_item(fixes), *change = mp_json_add_item(mp_json_add_array(fix, "artifactChanges"));
    cJSON *artifact = mp_json_add_object(change, "artifactLocation");
    cJSON *replacement = mp_json_add_item(mp_json_add_array(change, "replacements"));

    return add_message(fix, "description", "Say whose words these are") &&
           mp_json_add_string(artifact, "uri", mp_uri_of(found->file, arena)) &&
           add_region(replacement, "deletedRegion", region) &&
           mp_json_add_text(mp_json_add_object(replacement, "insertedContent"), "text", rewording->text, arena);
}

/* Wordings that replace words of the page; an editor offers them, and a person chooses. */
static bool add_fixes(cJSON *result, const mp_found_document *found, const mp_finding *finding, mp_arena *arena) {
    cJSON *fixes = NULL;
    bool fine = true;

    for (size_t i = 0; fine && i < finding->rewording_count; i++) {
        const mp_rewording *rewording = &finding->rewordings[i];
        mp_region region;
        if (!rewording->edits || !is_plain(rewording->text) || !find_plain_region(found, rewording->place, &region))
            continue;
        if (fixes == NULL) fixes = mp_json_add_array(result, "fixes");
        fine = add_fix(fixes, found, rewording, &region, arena);
    }
    return fine;
}

static bool add_properties(cJSON *result, const mp_finding *finding, mp_arena *arena) {
    cJSON *object = mp_json_add_object(result, "properties");
    const char *act = mp_act_name(finding->act);

    return mp_json_add_text(object, "quote", finding->quote, arena) &&
           mp_json_add_text(object, "speaker", finding->speaker.id, arena) &&
           mp_json_add_text(object, "maker", finding->speaker.maker, arena) &&
           mp_json_add_string(object, "form", mp_form_name(finding->form)) &&
           mp_json_add_string(object, "role", mp_role_name(finding->role)) &&
           (act == NULL || mp_json_add_string(object, "act", act)) &&
           mp_json_add_text(object, "attribution", finding->rule, arena) &&
           cJSON_AddNumberToObject(object, "confidence", finding->confidence) != NULL;
}

/* What is set aside stays in the file, as suppressed or as known: services close what is missing. */
static bool add_state(cJSON *result, const mp_spot *from, bool compared, mp_arena *arena) {
    const char *state = from->aside == MP_ASIDE_KNOWN ? "unchanged" : "new";

    if (compared && !mp_json_add_string(result, "baselineState", state)) return false;
    if (from->aside == MP_ASIDE_KNOWN || from->aside == MP_ASIDE_NOT) return true;
    cJSON *suppression = mp_json_add_item(mp_json_add_array(result, "suppressions"));

    return mp_json_add_string(suppression, "kind", from->aside == MP_ASIDE_COMMENT ? "inSource" : "external") &&
           (from->reason.length == 0 || mp_json_add_text(suppression, "justification", from->reason, arena));
}

static bool add_result(cJSON *result, const mp_checked *checked, const mp_result *from, bool compared,
                       mp_arena *arena) {
    const mp_finding *finding = from->finding;
    size_t kind = mp_kind_of(finding);

    return mp_json_add_string(result, "ruleId", mp_kinds[kind].id) && mp_json_add_number(result, "ruleIndex", kind) &&
           mp_json_add_string(result, "level", levels[finding->level]) &&
           add_message(result, "message", message_of(finding, arena)) &&
           add_location(mp_json_add_item(mp_json_add_array(result, "locations")), checked->found, finding->place,
                        arena) &&
           add_all_related(result, checked->found, finding, arena) &&
           mp_json_add_string(mp_json_add_object(result, "partialFingerprints"), "mouthpiece/v1", from->fingerprint) &&
           add_fixes(result, checked->found, finding, arena) && add_state(result, &from->spot, compared, arena) &&
           add_properties(result, finding, arena);
}

/* A note on wording: its rule is the pack's, beside the kinds of findings. */
static bool add_note(cJSON *result, const mp_checked *checked, const mp_noted *noted, mp_arena *arena) {
    const mp_note *note = noted->note;
    const char *message = mp_json_string(note->message, arena);

    return mp_json_add_string(result, "ruleId", MP_WORDING_KIND) && mp_json_add_string(result, "level", "note") &&
           add_message(result, "message", message) &&
           add_location(mp_json_add_item(mp_json_add_array(result, "locations")), checked->found, note->place, arena) &&
           add_state(result, &noted->spot, false, arena) &&
           mp_json_add_text(mp_json_add_object(result, "properties"), "note", note->rule, arena);
}

static bool put_document(FILE *out, const mp_checked *checked, const mp_show_options *options) {
    const char *separator = "";
    mp_arena arena;
    bool fine = true;

    mp_arena_init(&arena, NULL);
    for (size_t i = 0; fine && i < checked->report->finding_count; i++) {
        if (checked->results[i].finding->level < options->least) continue;
        cJSON *result = cJSON_CreateObject();
        fputs(separator, out);
        fine =
            mp_json_put(out, result,
                        result != NULL && add_result(result, checked, &checked->results[i], options->compared, &arena));
        separator = ",\n";
    }
    for (size_t i = 0; fine && i < checked->note_count; i++) {
        cJSON *result = cJSON_CreateObject();
        fputs(separator, out);
        fine = mp_json_put(out, result, result != NULL && add_note(result, checked, &checked->notes[i], &arena));
        separator = ",\n";
    }
    mp_arena_free(&arena);
    return fine;
}

/* ---- The foot: how the run went ---------------------------------------------------------------------------------- */

static bool add_notification(cJSON *notifications, const mp_problem *problem, mp_arena *arena) {
    cJSON *item = mp_json_add_item(notifications);
    cJSON *location = mp_json_add_item(mp_json_add_array(item, "locations"));
    cJSON *physical = mp_json_add_object(location, "physicalLocation");

    return mp_json_add_string(item, "level", problem->is_warning ? "note" : "error") &&
           add_message(item, "message", mp_json_string((mp_text){problem->message, strlen(problem->message)}, arena)) &&
           mp_json_add_string(mp_json_add_object(physical, "artifactLocation"), "uri",
                              mp_uri_of(problem->file, arena)) &&
           mp_json_add_number(mp_json_add_object(physical, "region"), "startLine", problem->line);
}

static bool add_unchecked(cJSON *notifications, const mp_summary *summary) {
    char unchecked[MP_UNCHECKED_ROOM], text[MP_UNCHECKED_ROOM + 32];

    if (*mp_say_unchecked(summary, unchecked) == '\0') return true;
    cJSON *item = mp_json_add_item(notifications);
    snprintf(text, sizeof text, "not checked: %s", unchecked);
    return mp_json_add_string(item, "level", "note") && add_message(item, "message", text);
}

static bool put_foot(FILE *out, const mp_summary *summary) {
    cJSON *root = cJSON_CreateObject();
    mp_arena arena;
    bool fine = root != NULL && cJSON_AddBoolToObject(root, "executionSuccessful", !summary->failed) != NULL;
    cJSON *notifications = mp_json_add_array(root, "toolExecutionNotifications");

    mp_arena_init(&arena, NULL);
    fine = fine && add_unchecked(notifications, summary);
    for (size_t i = 0; fine && i < summary->problem_count; i++)
        fine = add_notification(notifications, &summary->problems[i], &arena);
    fputs("\n],\"invocations\":[", out);
    fine = mp_json_put(out, root, fine && notifications != NULL);
    fputs("]}]}\n", out);
    mp_arena_free(&arena);
    return fine;
}

const mp_reporter mp_reporter_sarif = {
    .name = "sarif", .streams = true, .separator = ",\n", .document = put_document, .head = put_head, .foot = put_foot};
