/* line.c: what a line of plain text looks like: blank, marked, a byline, a heading. Knows lines; nothing of what they
 * say, but “By” in a few languages. */
#include "line.h"

#include "../text.h"

#include <string.h>

enum { longest_byline = 100, longest_heading = 80, longest_number = 3, tab_width = 4 };

mp_text mp_line_next(mp_text text, size_t *at) {
    const char *feed = memchr(text.bytes + *at, '\n', text.length - *at);
    size_t start = *at, end = feed == NULL ? text.length : (size_t)(feed - text.bytes);

    *at = end + 1;
    return mp_text_slice(text, start, end);
}

static bool is_white(char c) { return c != '\0' && strchr(" \t\r\f\v", c) != NULL; }

static mp_text trim(mp_text line) {
    size_t start = 0, end = line.length;

    while (start < end && is_white(line.bytes[start])) start++;
    while (end > start && is_white(line.bytes[end - 1])) end--;
    return mp_text_slice(line, start, end);
}

static size_t indent_of(mp_text line) {
    size_t indent = 0;

    for (size_t i = 0; i < line.length && (line.bytes[i] == ' ' || line.bytes[i] == '\t'); i++)
        indent += line.bytes[i] == '\t' ? tab_width : 1;
    return indent;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Whether it is one character over and over, three times or more. */
static bool repeats(mp_text text, const char *any_of) {
    if (text.length < 3 || strchr(any_of, text.bytes[0]) == NULL) return false;
    for (size_t i = 1; i < text.length; i++)
        if (text.bytes[i] != text.bytes[0]) return false;
    return true;
}

/* Marks, digits and spaces only, a mark first. */
static bool is_rule(mp_text text) {
    bool marks = text.length >= 3 && strchr("*-_#~=+", text.bytes[0]) != NULL;

    for (size_t i = 0; marks && i < text.length; i++)
        marks = text.bytes[i] != '\0' && strchr("*-_#~=+ 0123456789", text.bytes[i]) != NULL;
    return marks;
}

/* The bytes of a list's mark with the white space behind it; 0 where there is none. A dash longer than a hyphen is none: it
 * opens speech. */
static size_t item_mark(mp_text text) {
    size_t end = 0;

    if (text.length > 3 && memcmp(text.bytes, "\xE2\x80\xA2", 3) == 0)
        end = 3;
    else if (text.length > 1 && strchr("-*+", text.bytes[0]) != NULL)
        end = 1;
    else
        while (end < text.length && end < longest_number && is_digit(text.bytes[end])) end++;
    if (end > 0 && is_digit(text.bytes[0])) {
        if (end == text.length || (text.bytes[end] != '.' && text.bytes[end] != ')')) return 0;
        end++;
    }
    return end > 0 && end < text.length && is_white(text.bytes[end]) ? end + 1 : 0;
}

mp_line mp_line_read(mp_text line) {
    mp_line read = {.text = trim(line), .indent = indent_of(line)};
    size_t mark = item_mark(read.text);

    if (read.text.length == 0)
        read.mark = MP_LINE_BLANK;
    else if (repeats(read.text, "=-"))
        read.mark = MP_LINE_UNDERLINE;
    else if (is_rule(read.text))
        read.mark = MP_LINE_RULE;
    else if (read.text.bytes[0] == '>')
        read.mark = MP_LINE_QUOTE;
    else if (mark > 0)
        read.mark = MP_LINE_ITEM;
    if (read.mark == MP_LINE_QUOTE) mark = 1;
    if (read.mark == MP_LINE_QUOTE || read.mark == MP_LINE_ITEM)
        read.text = trim(mp_text_slice(read.text, mark, read.text.length));
    return read;
}

/* The last character that is no quotation mark or bracket. */
static uint32_t last_character(mp_text text) {
    while (text.length > 0) {
        mp_character last = mp_text_character_before(text, text.length);
        bool closes = last.code == '"' || last.code == '\'' || last.code == ')' || last.code == 0xBB ||
                      last.code == 0x2019 || last.code == 0x201C || last.code == 0x201D || last.code == 0x300D;
        if (!closes) return last.code;
        text.length -= last.length;
    }
    return 0;
}

bool mp_line_ends_sentence(mp_text text) {
    uint32_t last = last_character(text);

    return last == '.' || last == '!' || last == '?' || last == ':' || last == 0x2026 || last == 0x3002 ||
           last == 0xFF1F;
}

bool mp_line_is_byline(mp_text text) {
    static const char *const words[] = {"By ", "BY ", "by ", "Von ", "Par ", "Por ", "Di ", "Door ", "Av "};

    if (text.length > longest_byline || mp_line_ends_sentence(text)) return false;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (text.length > strlen(words[i]) && memcmp(text.bytes, words[i], strlen(words[i])) == 0) return true;
    return false;
}

bool mp_line_is_heading(mp_text text) {
    uint32_t last = last_character(text);

    if (text.length == 0 || text.length > longest_heading || (last != '?' && mp_line_ends_sentence(text))) return false;
    if (last == ',' || last == ';') return false;
    for (size_t at = 0; at < text.length;) {
        mp_character character = mp_text_character(text, at);
        uint32_t code = character.code;
        if (code == '"' || code == ':' || code == 0xAB || code == 0xBB) return false;
        if (code >= 0x201C && code <= 0x201F) return false;
        at += character.length;
    }
    return true;
}
