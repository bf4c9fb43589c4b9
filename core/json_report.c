/* json_report.c: writes reports as JSON, piece by piece into one text: most of a report's cost was a tree of its values,
 * which nobody asked for. Knows the report's shape; nothing of how it came about. */
#include "json_report.h"

#include "status.h"

#include <string.h>

/* ---- Values ------------------------------------------------------------------------------------------------------ */

typedef struct writer {
    char *bytes; /* cJSON's memory, as what it prints is */
    size_t length, room;
    bool failed; /* memory ended; what comes then is lost */
} writer;

static bool make_room(writer *w, size_t more) {
    if (w->room - w->length >= more) return true;
    if (w->failed || more > SIZE_MAX / 4 || w->room > SIZE_MAX / 4) return !(w->failed = true);
    size_t room = w->room * 2 + more;
    char *larger = cJSON_malloc(room);

    w->failed = larger == NULL;
    if (larger == NULL) return false;
    if (w->length > 0) memcpy(larger, w->bytes, w->length);
    cJSON_free(w->bytes);
    w->bytes = larger;
    w->room = room;
    return true;
}

static void put(writer *w, const char *bytes, size_t length) {
    if (!make_room(w, length)) return;
    memcpy(w->bytes + w->length, bytes, length);
    w->length += length;
}

/* Punctuation, and keys with what stands around them. */
static void put_plain(writer *w, const char *text) { put(w, text, strlen(text)); }

static bool is_escaped(char byte) { return (unsigned char)byte < 0x20 || byte == '"' || byte == '\\'; }

static void put_escaped(writer *w, char byte) {
    static const char plain[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt", digits[] = "0123456789abcdef";
    const char *known = byte == '\0' ? NULL : strchr(plain, byte);
    char code[] = "\\u00??";
    if (known != NULL) {
        code[1] = letters[known - plain];
        put(w, code, 2);
        return;
    }
    code[4] = digits[(unsigned char)byte >> 4];
    code[5] = digits[byte & 15];
    put(w, code, 6);
}

/* Whether any of eight bytes is one of these: below 0x20, a quotation mark, a backslash. May say so of a byte behind one. */
static bool has_escaped(uint64_t eight) {
    static const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
    uint64_t marks = eight ^ ones * '"', slashes = eight ^ ones * '\\';

    return (((eight - ones * 0x20) | (marks - ones) | (slashes - ones)) & ~eight & tops) != 0;
}

/* Where what can be written as it stands ends. */
static size_t plain_end(mp_text text, size_t at) {
    for (uint64_t eight; text.length - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, text.bytes + at, sizeof eight);
        if (has_escaped(eight)) break;
    }
    while (at < text.length && !is_escaped(text.bytes[at])) at++;
    return at;
}

static void put_text(writer *w, mp_text text) {
    put(w, "\"", 1);
    for (size_t at = 0, end; at < text.length; at = end) {
        end = plain_end(text, at);
        put(w, text.bytes + at, end - at);
        if (end < text.length) put_escaped(w, text.bytes[end++]);
    }
    put(w, "\"", 1);
}

static void put_string(writer *w, const char *text) { put_text(w, (mp_text){text, strlen(text)}); }

static void put_number(writer *w, size_t number) {
    char digits[24];
    size_t at = sizeof digits;

    do digits[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    put(w, digits + at, sizeof digits - at);
}

/* A number from 0 to 1 in hundredths: 0.8, 0.85, 1. */
static void put_hundredths(writer *w, double number) {
    size_t hundredths = (size_t)(number * 100 + 0.5);

    put_number(w, hundredths / 100);
    if (hundredths % 100 == 0) return;
    put(w, ".", 1);
    if (hundredths % 10 == 0)
        put_number(w, hundredths % 100 / 10);
    else
        put(w, (char[]){(char)('0' + hundredths % 100 / 10), (char)('0' + hundredths % 10)}, 2);
}

/* ---- The report -------------------------------------------------------------------------------------------------- */

static void put_place(writer *w, mp_place place) {
    put_plain(w, "\"block\":"), put_number(w, place.block);
    put_plain(w, ",\"start\":"), put_number(w, place.start);
    put_plain(w, ",\"end\":"), put_number(w, place.end);
}

static void put_place_or_null(writer *w, mp_place place, bool present) {
    if (!present) {
        put_plain(w, "null");
        return;
    }
    put(w, "{", 1), put_place(w, place), put(w, "}", 1);
}

/* Begins the item of that number in an array. */
static void begin_item(writer *w, size_t number) {
    if (number > 0) put(w, ",", 1);
}

static void put_speaker(writer *w, const mp_speaker *speaker) {
    put_plain(w, ",\"speaker\":{\"id\":"), put_text(w, speaker->id);
    put_plain(w, ",\"name\":"), put_text(w, speaker->name);
    put_plain(w, ",\"maker\":"), put_text(w, speaker->maker);
    put_plain(w, ",\"mention\":"), put_place_or_null(w, speaker->mention, speaker->has_mention);
    put(w, "}", 1);
}

static void put_signals(writer *w, const mp_finding *from) {
    put_plain(w, ",\"signals\":[");
    for (size_t i = 0; i < from->signal_count; i++) {
        begin_item(w, i);
        put_plain(w, "{\"id\":"), put_string(w, mp_signal_name(from->signals[i].kind));
        put(w, ",", 1), put_place(w, from->signals[i].place), put(w, "}", 1);
    }
    put(w, "]", 1);
}

static void put_rewordings(writer *w, const mp_finding *from) {
    put_plain(w, ",\"rewordings\":[");
    for (size_t i = 0; i < from->rewording_count; i++) {
        const mp_rewording *rewording = &from->rewordings[i];
        begin_item(w, i);
        put_plain(w, "{\"text\":"), put_text(w, rewording->text);
        put_plain(w, ",\"replaces\":"), put_place_or_null(w, rewording->place, rewording->edits);
        put(w, "}", 1);
    }
    put(w, "]", 1);
}

static void put_judgement(writer *w, const mp_finding *finding) {
    put_plain(w, ",\"role\":"), put_string(w, mp_role_name(finding->role));
    if (finding->act != MP_ACT_NONE) /* a spokesperson's only */
        put_plain(w, ",\"act\":"), put_string(w, mp_act_name(finding->act));
    put_plain(w, ",\"level\":"), put_string(w, mp_level_name(finding->level));
    put_plain(w, ",\"confidence\":"), put_hundredths(w, finding->confidence);
}

static void put_finding(writer *w, const mp_finding *finding) {
    put(w, "{", 1), put_place(w, finding->place);
    put_plain(w, ",\"quote\":"), put_text(w, finding->quote);
    put_plain(w, ",\"form\":"), put_string(w, mp_form_name(finding->form));
    put_speaker(w, &finding->speaker);
    put_plain(w, ",\"cue\":"), put_place_or_null(w, finding->cue, finding->has_cue);
    put_judgement(w, finding);
    put_signals(w, finding);
    put_plain(w, ",\"rule\":"), put_text(w, finding->rule);
    put_plain(w, ",\"why\":[");
    for (size_t i = 0; i < finding->why_count; i++) begin_item(w, i), put_text(w, finding->why[i]);
    put_plain(w, "],\"suggestion\":"), put_text(w, finding->suggestion);
    put_rewordings(w, finding);
    put(w, "}", 1);
}

static void put_quote(writer *w, const mp_quote *quote) {
    put(w, "{", 1), put_place(w, quote->place);
    put_plain(w, ",\"form\":"), put_string(w, mp_form_name(quote->form));
    put_plain(w, ",\"speaker\":");
    if (quote->has_speaker) {
        put(w, "{", 1), put_place(w, quote->speaker);
        put_plain(w, ",\"text\":"), put_text(w, quote->speaker_text);
        put_plain(w, ",\"kind\":"), put_string(w, mp_speaker_kind_name(quote->speaker_kind));
        put(w, "}", 1);
    } else {
        put_plain(w, "null");
    }
    put_plain(w, ",\"cue\":"), put_place_or_null(w, quote->cue, quote->has_cue);
    put(w, "}", 1);
}

static void put_note(writer *w, const mp_note *note) {
    put(w, "{", 1), put_place(w, note->place);
    put_plain(w, ",\"words\":"), put_text(w, note->words);
    put_plain(w, ",\"rule\":"), put_text(w, note->rule);
    put_plain(w, ",\"message\":"), put_text(w, note->message);
    put(w, "}", 1);
}

static void put_counts(writer *w, const mp_report *report) {
    put_plain(w, ",\"counts\":{");
    for (int level = MP_LEVEL_ALERT; level >= MP_LEVEL_INFO; level--) {
        begin_item(w, (size_t)(MP_LEVEL_ALERT - level));
        put_string(w, mp_level_name((mp_level)level));
        put(w, ":", 1), put_number(w, report->counts[level]);
    }
    put(w, "}", 1);
}

static void put_report(writer *w, const mp_report *report) {
    put_plain(w, "{\"id\":"), put_text(w, report->id);
    put_plain(w, ",\"lang\":"), put_text(w, report->lang);
    if (report->unread) put_plain(w, ",\"read\":false");
    put_plain(w, ",\"version\":"), put_text(w, report->version);
    put_plain(w, ",\"rules\":"), put_text(w, report->rules);
    put_counts(w, report);
    put_plain(w, ",\"findings\":[");
    for (size_t i = 0; i < report->finding_count; i++) begin_item(w, i), put_finding(w, &report->findings[i]);
    put(w, "]", 1);
    if (report->has_quotes) put_plain(w, ",\"quotes\":[");
    for (size_t i = 0; report->has_quotes && i < report->quote_count; i++)
        begin_item(w, i), put_quote(w, &report->quotes[i]);
    if (report->has_quotes) put(w, "]", 1);
    if (report->has_notes) put_plain(w, ",\"notes\":[");
    for (size_t i = 0; report->has_notes && i < report->note_count; i++)
        begin_item(w, i), put_note(w, &report->notes[i]);
    if (report->has_notes) put(w, "]", 1);
    put(w, "}", 2); /* with the NUL */
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

mp_status mp_report_to_json(const mp_report *report, char **json, size_t *length, mp_error *error) {
    writer w = {0};

    put_report(&w, report);
    if (w.failed) {
        cJSON_free(w.bytes);
        w.bytes = NULL;
    }
    *json = w.bytes;
    *length = w.bytes == NULL ? 0 : w.length - 1;
    return w.bytes == NULL ? mp_fail_memory(error) : MP_OK;
}

void mp_json_free(const mp_report *report, char *json) {
    (void)report;
    cJSON_free(json);
}

cJSON *mp_report_tree(const mp_report *report) {
    char *json;
    size_t length;
    if (mp_report_to_json(report, &json, &length, NULL) != MP_OK) return NULL;
    cJSON *root = cJSON_ParseWithLength(json, length);

    cJSON_free(json);
    return root;
}
