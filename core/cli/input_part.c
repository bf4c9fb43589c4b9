/* input_part.c: cuts inputs into parts that can be read side by side: whole files, JSON Lines some lines at a time, WARC files
 * by the record. Knows names, first bytes and lines; nothing of documents. */
#include "input.h"

#include "../status.h"
#include "reader.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A part is soon read, and a line that is longer is one of its own. */
enum { enough_to_guess = 1024, enough_for_a_part = 16 << 10 };

/* ---- Formats ----------------------------------------------------------------------------------------------------- */

mp_input_format mp_input_format_of_name(const char *name) {
    static const struct {
        const char *ending;
        mp_input_format format;
    } endings[] = {{".html", MP_INPUT_HTML},   {".htm", MP_INPUT_HTML},          {".xhtml", MP_INPUT_HTML},
                   {".md", MP_INPUT_MARKDOWN}, {".markdown", MP_INPUT_MARKDOWN}, {".txt", MP_INPUT_TEXT},
                   {".jsonl", MP_INPUT_JSONL}, {".ndjson", MP_INPUT_JSONL},      {".warc", MP_INPUT_WARC}};
    size_t length = strlen(name);

    if (length > 3 && strcasecmp(name + length - 3, ".gz") == 0) length -= 3;
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        size_t ending = strlen(endings[i].ending);
        if (length > ending && strncasecmp(name + length - ending, endings[i].ending, ending) == 0)
            return endings[i].format;
    }
    return MP_INPUT_GUESS;
}

mp_input_format mp_input_format_told(const char *path, const mp_input_options *options) {
    if (options->format != MP_INPUT_GUESS) return options->format;
    mp_input_format named = mp_input_format_of_name(mp_input_name(path, options));
    return named == MP_INPUT_GUESS ? options->unnamed : named;
}

static mp_input_format format_of_bytes(mp_text bytes) {
    size_t at = 0;

    if (bytes.length >= 3 && memcmp(bytes.bytes, "\xEF\xBB\xBF", 3) == 0) at = 3;
    while (at < bytes.length && strchr(" \t\r\n", bytes.bytes[at]) != NULL && bytes.bytes[at] != '\0') at++;
    if (at == bytes.length) return MP_INPUT_TEXT;
    if (bytes.bytes[at] == '<') return MP_INPUT_HTML;
    if (bytes.length >= 5 && memcmp(bytes.bytes, "WARC/", 5) == 0) return MP_INPUT_WARC;
    if (bytes.bytes[at] != '{') return MP_INPUT_TEXT;
    /* An object that ends on its line is a line of JSON Lines; one that goes on is a document, pretty-printed. */
    size_t end = at;
    while (end < bytes.length && bytes.bytes[end] != '\n') end++;
    if (end == bytes.length) return MP_INPUT_JSONL;
    while (end > at && strchr(" \t\r", bytes.bytes[end - 1]) != NULL) end--;
    return bytes.bytes[end - 1] == '}' ? MP_INPUT_JSONL : MP_INPUT_JSON;
}

/* ---- Lines ------------------------------------------------------------------------------------------------------- */

/* A part that grows by lines. */
static bool add_line(mp_input_part *part, size_t *capacity, mp_text line) {
    size_t needed = part->length + line.length + 1;

    if (needed > *capacity) {
        size_t wanted = needed + needed / 2 + enough_for_a_part;
        char *larger = realloc(part->lines, wanted);
        if (larger == NULL) return false;
        part->lines = larger;
        *capacity = wanted;
    }
    if (line.length > 0) memcpy(part->lines + part->length, line.bytes, line.length);
    part->length = needed;
    part->lines[needed - 1] = '\n';
    return true;
}

/* The next lines; a part of none, and nothing wrong, at the end. */
static void cut_lines(mp_input_cutter *cutter, mp_input_part *part) {
    size_t capacity = 0;

    part->first_line = cutter->line;
    while (!cutter->ended && !part->is_cut_short && part->length < enough_for_a_part) {
        mp_text line;
        bool more = true;
        mp_status status = mp_reader_line(cutter->reader, MP_INPUT_MOST_JSON, &line, &more, &part->wrong);
        if (status == MP_OK && more && !add_line(part, &capacity, line)) status = mp_fail_memory(&part->wrong);
        part->is_cut_short = status != MP_OK;
        if (more) cutter->line++;
        cutter->ended = !more;
    }
}

/* ---- Parts ------------------------------------------------------------------------------------------------------- */

static void cut_record(mp_input_cutter *cutter, mp_input_part *part) {
    mp_warc_page page;
    bool more = true;
    mp_status status = mp_warc_next(&cutter->warc, cutter->reader, &page, &more, &part->wrong);

    part->lines = page.bytes;
    part->length = page.length;
    part->first_line = cutter->warc.record;
    part->offset = cutter->warc.offset;
    part->is_cut_short = status != MP_OK;
    cutter->ended = !more;
}

bool mp_input_is_cut(mp_input_format format) { return format == MP_INPUT_JSONL || format == MP_INPUT_WARC; }

/* What the input is; its reader is open where that took a look into it, or it is to be cut. */
static mp_input_format format_of(const mp_input_cutter *cutter, mp_reader **reader) {
    mp_input_format format = mp_input_format_told(cutter->path, cutter->options);

    if (format != MP_INPUT_GUESS && !mp_input_is_cut(format)) return format;
    *reader = mp_reader_open(cutter->path);
    if (*reader == NULL) return MP_INPUT_TEXT; /* whoever reads the part tries once more, and tells */
    return format == MP_INPUT_GUESS ? format_of_bytes(mp_reader_peek(*reader, enough_to_guess)) : format;
}

bool mp_input_cut(mp_input_cutter *cutter, mp_input_part *part) {
    *part = (mp_input_part){.path = cutter->path};
    if (cutter->ended) return false;
    if (cutter->reader == NULL) {
        mp_reader *reader = NULL;
        cutter->format = part->format = format_of(cutter, &reader);
        cutter->ended = !mp_input_is_cut(part->format);
        if (cutter->ended) {
            part->reader = reader;
            return true;
        }
        cutter->reader = reader;
    }
    part->format = cutter->format;
    if (part->format == MP_INPUT_WARC)
        cut_record(cutter, part);
    else
        cut_lines(cutter, part);
    return part->length > 0 || part->is_cut_short;
}

void mp_input_cutter_close(mp_input_cutter *cutter) {
    mp_reader_close(cutter->reader);
    cutter->reader = NULL;
}

void mp_input_part_free(mp_input_part *part) {
    mp_reader_close(part->reader);
    free(part->lines);
    *part = (mp_input_part){.path = NULL};
}
