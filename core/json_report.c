/* json_report.c: writes reports as JSON. Knows the report's shape; nothing of how it came about, nor of what a caller adds. */
#include "json_report.h"

#include "status.h"

#include <cJSON.h>

/* ---- The report -------------------------------------------------------------------------------------------------- */

static void put_place(mp_json_writer *w, mp_place place) {
    mp_write_plain(w, "\"block\":"), mp_write_number(w, place.block);
    mp_write_plain(w, ",\"start\":"), mp_write_number(w, place.start);
    mp_write_plain(w, ",\"end\":"), mp_write_number(w, place.end);
}

static void put_place_or_null(mp_json_writer *w, mp_place place, bool present) {
    if (!present) {
        mp_write_plain(w, "null");
        return;
    }
    mp_write_plain(w, "{"), put_place(w, place), mp_write_plain(w, "}");
}

/* Begins the item of that number in an array. */
static void begin_item(mp_json_writer *w, size_t number) {
    if (number > 0) mp_write_plain(w, ",");
}

static void put_speaker(mp_json_writer *w, const mp_speaker *speaker) {
    mp_write_plain(w, ",\"speaker\":{\"id\":"), mp_write_text(w, speaker->id);
    mp_write_plain(w, ",\"name\":"), mp_write_text(w, speaker->name);
    mp_write_plain(w, ",\"maker\":"), mp_write_text(w, speaker->maker);
    mp_write_plain(w, ",\"mention\":"), put_place_or_null(w, speaker->mention, speaker->has_mention);
    mp_write_plain(w, "}");
}

static void put_signals(mp_json_writer *w, const mp_finding *from) {
    mp_write_plain(w, ",\"signals\":[");
    for (size_t i = 0; i < from->signal_count; i++) {
        begin_item(w, i);
        mp_write_plain(w, "{\"id\":"), mp_write_string(w, mp_signal_name(from->signals[i].kind));
        mp_write_plain(w, ","), put_place(w, from->signals[i].place);
        mp_write_plain(w, ",\"sentence\":"), put_place_or_null(w, from->signals[i].sentence, true);
        mp_write_plain(w, "}");
    }
    mp_write_plain(w, "]");
}

static void put_rewordings(mp_json_writer *w, const mp_finding *from) {
    mp_write_plain(w, ",\"rewordings\":[");
    for (size_t i = 0; i < from->rewording_count; i++) {
        const mp_rewording *rewording = &from->rewordings[i];
        begin_item(w, i);
        mp_write_plain(w, "{\"text\":"), mp_write_text(w, rewording->text);
        mp_write_plain(w, ",\"replaces\":"), put_place_or_null(w, rewording->place, rewording->edits);
        mp_write_plain(w, "}");
    }
    mp_write_plain(w, "]");
}

static void put_judgement(mp_json_writer *w, const mp_finding *finding) {
    mp_write_plain(w, ",\"role\":"), mp_write_string(w, mp_role_name(finding->role));
    if (finding->act != MP_ACT_NONE) /* a spokesperson's only */
        mp_write_plain(w, ",\"act\":"), mp_write_string(w, mp_act_name(finding->act));
    mp_write_plain(w, ",\"level\":"), mp_write_string(w, mp_level_name(finding->level));
    mp_write_plain(w, ",\"confidence\":"), mp_write_hundredths(w, finding->confidence);
}

/* What the caller adds to an item, or to the report. */
static void put_added(mp_json_writer *w, const mp_report_additions *with, mp_report_addition *added, size_t number) {
    if (added != NULL) added(w, with->context, number);
}

static void put_finding(mp_json_writer *w, const mp_finding *finding) {
    mp_write_plain(w, "{"), put_place(w, finding->place);
    mp_write_plain(w, ",\"quote\":"), mp_write_text(w, finding->quote);
    mp_write_plain(w, ",\"form\":"), mp_write_string(w, mp_form_name(finding->form));
    put_speaker(w, &finding->speaker);
    mp_write_plain(w, ",\"cue\":"), put_place_or_null(w, finding->cue, finding->has_cue);
    put_judgement(w, finding);
    put_signals(w, finding);
    mp_write_plain(w, ",\"rule\":"), mp_write_text(w, finding->rule);
    mp_write_plain(w, ",\"why\":[");
    for (size_t i = 0; i < finding->why_count; i++) begin_item(w, i), mp_write_text(w, finding->why[i]);
    mp_write_plain(w, "],\"suggestion\":"), mp_write_text(w, finding->suggestion);
    put_rewordings(w, finding);
}

static void put_quote(mp_json_writer *w, const mp_quote *quote) {
    mp_write_plain(w, "{"), put_place(w, quote->place);
    mp_write_plain(w, ",\"form\":"), mp_write_string(w, mp_form_name(quote->form));
    mp_write_plain(w, ",\"speaker\":");
    if (quote->has_speaker) {
        mp_write_plain(w, "{"), put_place(w, quote->speaker);
        mp_write_plain(w, ",\"text\":"), mp_write_text(w, quote->speaker_text);
        mp_write_plain(w, ",\"kind\":"), mp_write_string(w, mp_speaker_kind_name(quote->speaker_kind));
        mp_write_plain(w, "}");
    } else {
        mp_write_plain(w, "null");
    }
    mp_write_plain(w, ",\"cue\":"), put_place_or_null(w, quote->cue, quote->has_cue);
}

static void put_note(mp_json_writer *w, const mp_note *note) {
    mp_write_plain(w, "{"), put_place(w, note->place);
    mp_write_plain(w, ",\"words\":"), mp_write_text(w, note->words);
    mp_write_plain(w, ",\"rule\":"), mp_write_text(w, note->rule);
    mp_write_plain(w, ",\"message\":"), mp_write_text(w, note->message);
}

static void put_counts(mp_json_writer *w, const size_t *counts) {
    mp_write_plain(w, ",\"counts\":{");
    for (int level = MP_LEVEL_ALERT; level >= MP_LEVEL_INFO; level--) {
        begin_item(w, (size_t)(MP_LEVEL_ALERT - level));
        mp_write_string(w, mp_level_name((mp_level)level));
        mp_write_plain(w, ":"), mp_write_number(w, counts[level]);
    }
    mp_write_plain(w, "}");
}

static void put_findings(mp_json_writer *w, const mp_report *report, const mp_report_additions *with) {
    size_t written = 0;

    mp_write_plain(w, ",\"findings\":[");
    for (size_t i = 0; i < report->finding_count; i++) {
        if (with->leaves_out != NULL && with->leaves_out(with->context, i)) continue;
        begin_item(w, written++);
        put_finding(w, &report->findings[i]);
        put_added(w, with, with->to_finding, i);
        mp_write_plain(w, "}");
    }
    mp_write_plain(w, "]");
}

static void put_quotes(mp_json_writer *w, const mp_report *report, const mp_report_additions *with) {
    mp_write_plain(w, ",\"quotes\":[");
    for (size_t i = 0; i < report->quote_count; i++) {
        begin_item(w, i);
        put_quote(w, &report->quotes[i]);
        put_added(w, with, with->to_quote, i);
        mp_write_plain(w, "}");
    }
    mp_write_plain(w, "]");
}

static void put_notes(mp_json_writer *w, const mp_report *report, const mp_report_additions *with) {
    mp_write_plain(w, ",\"notes\":[");
    for (size_t i = 0; i < report->note_count; i++) {
        begin_item(w, i);
        put_note(w, &report->notes[i]);
        put_added(w, with, with->to_note, i);
        mp_write_plain(w, "}");
    }
    mp_write_plain(w, "]");
}

static void put_report(mp_json_writer *w, const mp_report *report, const mp_report_additions *with) {
    mp_write_plain(w, "{\"id\":"), mp_write_text(w, report->id);
    mp_write_plain(w, ",\"lang\":"), mp_write_text(w, report->lang);
    if (report->unread) mp_write_plain(w, ",\"read\":false");
    mp_write_plain(w, ",\"version\":"), mp_write_text(w, report->version);
    mp_write_plain(w, ",\"rules\":"), mp_write_text(w, report->rules);
    put_counts(w, with->counts != NULL ? with->counts : report->counts);
    put_findings(w, report, with);
    if (report->has_quotes) put_quotes(w, report, with);
    if (report->has_notes) put_notes(w, report, with);
    put_added(w, with, with->to_report, 0);
    mp_write_plain(w, "}");
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

mp_status mp_report_write(const mp_report *report, const mp_report_additions *with, char **json, size_t *length,
                          mp_error *error) {
    mp_json_writer w = {.ascii = with->ascii};

    put_report(&w, report, with);
    *json = mp_json_written(&w, length);
    return *json == NULL ? mp_fail_memory(error) : MP_OK;
}

mp_status mp_report_to_json(const mp_report *report, char **json, size_t *length, mp_error *error) {
    return mp_report_write(report, &(mp_report_additions){0}, json, length, error);
}

void mp_json_free(const mp_report *report, char *json) {
    (void)report;
    cJSON_free(json);
}
