/* scan.c: cuts text into words, numbers and marks. Knows characters; no language's words but the shape of English
 * clitics ('s, n't), which stand as tokens of their own. */
#include "scan.h"

#include <string.h>

enum { end_of_text = 0 };

static uint32_t code_at(mp_text text, size_t at) {
    return at < text.length ? mp_text_character(text, at).code : (uint32_t)end_of_text;
}

static size_t length_at(mp_text text, size_t at) { return mp_text_character(text, at).length; }

static bool is_plain(unsigned char byte) { return (byte | 32u) - 'a' < 26 || byte - (unsigned)'0' < 10; }

static bool is_word(uint32_t code) { return mp_is_letter(code) || mp_is_digit(code) || code == '_'; }

static bool is_apostrophe(uint32_t code) { return code == '\'' || code == 0x2019 || code == 0x2BC; }

static bool is_hyphen(uint32_t code) { return code == '-' || code == 0x2010 || code == 0x2011; }

/* Soft hyphens and joiners stand inside words and mean nothing there. */
static bool is_invisible(uint32_t code) { return code == 0xAD || (code >= 0x200B && code <= 0x200D) || code == 0x2060; }

/* Where the letters that start at `at` end. */
static size_t letters_end(mp_text text, size_t at) {
    while (at < text.length && is_word(code_at(text, at))) at += length_at(text, at);
    return at;
}

/* The end of a clitic whose apostrophe stands at `at`: 's 're 've 'd 'll 'm; 0 where none does. */
static size_t clitic_end(mp_text text, size_t at) {
    static const char *const clitics[] = {"s", "re", "ve", "d", "ll", "m"};
    size_t start = at + length_at(text, at), end = letters_end(text, start);

    for (size_t i = 0; i < sizeof clitics / sizeof *clitics; i++)
        if (end - start == strlen(clitics[i])) {
            size_t same = 0;
            while (same < end - start &&
                   ((unsigned char)text.bytes[start + same] | 32) == (unsigned char)clitics[i][same])
                same++;
            if (same == end - start) return end;
        }
    return 0;
}

/* The end of "n't" at `at`; 0 where it does not stand there. */
static size_t negation_end(mp_text text, size_t at) {
    if (at >= text.length || (text.bytes[at] | 32) != 'n' || !is_apostrophe(code_at(text, at + 1))) return 0;
    size_t t = at + 1 + length_at(text, at + 1);
    if ((code_at(text, t) | 32) != 't' || is_word(code_at(text, t + 1))) return 0;
    return t + 1;
}

/* "Character.AI", "U.S", "x.com" are one word; "ended.The" is two. */
static bool dot_joins(mp_text text, size_t dot, uint32_t before) {
    uint32_t after = code_at(text, dot + 1);
    if (mp_is_digit(before) && mp_is_digit(after)) return true;
    if (!mp_is_letter(before) || !mp_is_letter(after)) return false;
    if (!mp_is_upper(after)) return true;
    size_t end = letters_end(text, dot + 1);
    if (end - dot - 1 > 2) return false;
    for (size_t at = dot + 1; at < end; at += length_at(text, at))
        if (!mp_is_upper(code_at(text, at))) return false;
    return true;
}

static bool joins(mp_text text, size_t at, uint32_t before) {
    uint32_t code = code_at(text, at);
    if (code == '.') return dot_joins(text, at, before);
    if (is_invisible(code)) return true;
    uint32_t after = code_at(text, at + (at < text.length ? length_at(text, at) : 0));
    if (code == ',') return mp_is_digit(before) && mp_is_digit(after);
    if (code == '&') return mp_is_upper(before) && mp_is_upper(after);
    if (is_hyphen(code)) return is_word(after);
    if (is_apostrophe(code)) return mp_is_letter(before) && mp_is_letter(after) && clitic_end(text, at) == 0;
    return false;
}

/* The end of a word of plain letters and digits with nothing behind it that could join more to it: most words are one.
 * 0 where it is to be looked at character by character. */
static size_t plain_word_end(mp_text text, size_t at) {
    while (at < text.length && is_plain((unsigned char)text.bytes[at])) at++;
    if (at == text.length) return at;
    switch (text.bytes[at]) {
    case ' ':
    case '\n': return at;
    case '.':
    case ',': return is_word(code_at(text, at + 1)) ? 0 : at;
    default: return 0;
    }
}

static size_t word_end(mp_text text, size_t at) {
    uint32_t before = end_of_text;
    size_t start = at;

    while (at < text.length) {
        uint32_t code = code_at(text, at);
        if (at > start && negation_end(text, at) != 0) break;
        if (!is_word(code) && !joins(text, at, before)) break;
        if (!is_invisible(code)) before = code;
        at += length_at(text, at);
    }
    return at;
}

static bool is_mark(uint32_t code) {
    return code == '"' || code == '\'' || code == '`' || code == 0xAB || code == 0xBB ||
           (code >= 0x2018 && code <= 0x201F) || code == 0x2039 || code == 0x203A ||
           (code >= 0x300C && code <= 0x300F) || code == 0xFF02;
}

static mp_token_kind kind_of_mark(uint32_t code) {
    switch (code) {
    case '.':
    case '!':
    case '?':
    case 0x2026:
    case 0x3002:
    case 0xFF01:
    case 0xFF1F: return MP_TOKEN_STOP;
    case ',':
    case 0x60C:
    case 0x3001:
    case 0xFF0C: return MP_TOKEN_COMMA;
    case ':':
    case 0xFF1A: return MP_TOKEN_COLON;
    case ';': return MP_TOKEN_SEMICOLON;
    case '-':
    case 0x2010:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015: return MP_TOKEN_DASH;
    case '(':
    case '[': return MP_TOKEN_OPEN;
    case ')':
    case ']': return MP_TOKEN_CLOSE;
    case '\n': return MP_TOKEN_BREAK;
    default: return is_mark(code) ? MP_TOKEN_MARK : MP_TOKEN_SYMBOL;
    }
}

/* Runs that are one mark: ... -- `` '' */
static size_t mark_end(mp_text text, size_t at, mp_token_kind kind) {
    uint32_t code = code_at(text, at);
    size_t end = at + length_at(text, at);
    bool repeats = code == '.' || code == '-';

    if (kind == MP_TOKEN_MARK && (code == '`' || code == '\'') && code_at(text, end) == code) return end + 1;
    while (repeats && code_at(text, end) == code) end++;
    return end;
}

static void scan_mark(mp_text text, mp_scanned *token) {
    size_t clitic = is_apostrophe(token->code) ? clitic_end(text, token->start) : 0;
    bool alone = token->start == 0 && clitic == text.length; /* as the rules' word lists write it */
    if (clitic != 0 && (!token->after_space || alone)) {
        token->kind = MP_TOKEN_WORD;
        token->end = clitic;
        return;
    }
    token->kind = kind_of_mark(token->code);
    token->end = mark_end(text, token->start, token->kind);
    if (token->kind == MP_TOKEN_MARK && token->end - token->start == 2 && token->code < 0x80) token->code = '"';
}

bool mp_scan_next(mp_text text, size_t at, mp_scanned *token) {
    bool after_space = at == 0;

    for (; at < text.length && text.bytes[at] == ' '; at++) after_space = true;
    if (at < text.length && is_plain((unsigned char)text.bytes[at])) {
        size_t end = plain_word_end(text, at);
        mp_token_kind kind = mp_is_digit((unsigned char)text.bytes[at]) ? MP_TOKEN_NUMBER : MP_TOKEN_WORD;
        *token = (mp_scanned){kind, at, end, (unsigned char)text.bytes[at], after_space};
        if (end != 0) return true;
    }
    while (at < text.length) {
        uint32_t code = code_at(text, at);
        if (code == '\n' || (!mp_is_space(code) && !is_invisible(code))) break;
        after_space = true;
        at += length_at(text, at);
    }
    if (at >= text.length) return false;
    *token = (mp_scanned){.start = at, .code = code_at(text, at), .after_space = after_space};
    size_t negation = negation_end(text, at);
    if (negation != 0 && (!after_space || negation == text.length)) {
        token->end = negation;
    } else if (is_word(token->code)) {
        token->end = word_end(text, at);
        if (mp_is_digit(token->code)) token->kind = MP_TOKEN_NUMBER;
    } else if ((token->code == '@' || token->code == '#') && is_word(code_at(text, at + 1))) {
        token->kind = token->code == '@' ? MP_TOKEN_HANDLE : MP_TOKEN_WORD;
        token->end = letters_end(text, at + 1);
    } else {
        scan_mark(text, token);
    }
    return true;
}
