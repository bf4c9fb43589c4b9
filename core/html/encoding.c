/* encoding.c: decides a page's encoding and decodes it through iconv. Knows bytes and labels; of HTML only the places
 * where a page declares its encoding. */
#include "encoding.h"

#include "../status.h"
#include "../text.h"
#include "ascii.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

/* Where a declaration is looked for. The HTML standard asks for the first 1,024 bytes; one page in ten declares it later,
 * and browsers still heed it. */
enum { declaration_within = 64 * 1024, longest_label = 40 };

typedef struct label {
    const char *label, *encoding;
} label;

/* Labels, sorted, that the Encoding standard reads as an encoding of another name, and those that iconv spells otherwise.
 * Any other label goes to iconv as it stands. */
static const label labels[] = {
    {"ansi_x3.4-1968", "WINDOWS-1252"},
    {"ascii", "WINDOWS-1252"},
    {"big5", "BIG5-HKSCS"},
    {"euc-kr", "CP949"},
    {"gb2312", "GB18030"},
    {"gb_2312-80", "GB18030"},
    {"gbk", "GB18030"},
    {"iso-8859-1", "WINDOWS-1252"},
    {"iso-8859-11", "CP874"},
    {"iso-8859-9", "WINDOWS-1254"},
    {"iso8859-1", "WINDOWS-1252"},
    {"iso_8859-1", "WINDOWS-1252"},
    {"ks_c_5601-1987", "CP949"},
    {"latin1", "WINDOWS-1252"},
    {"shift-jis", "CP932"},
    {"shift_jis", "CP932"},
    {"sjis", "CP932"},
    {"tis-620", "CP874"},
    {"us-ascii", "WINDOWS-1252"},
    {"utf-16", "UTF-8"}, /* a page that could be read as ASCII so far is not UTF-16 */
    {"utf-16be", "UTF-8"},
    {"utf-16le", "UTF-8"},
    {"utf8", "UTF-8"},
    {"windows-31j", "CP932"},
    {"windows-874", "CP874"},
    {"x-sjis", "CP932"},
    {"x-user-defined", "WINDOWS-1252"},
};

static bool starts_at(mp_text text, size_t at, const char *word) {
    for (; *word != '\0'; word++, at++)
        if (at >= text.length || mp_ascii_lower(text.bytes[at]) != *word) return false;
    return true;
}

/* The label that follows "charset" between `at` and `end`; empty where none does. */
static mp_text label_after(mp_text text, size_t at, size_t end) {
    while (at < end && mp_ascii_is_space(text.bytes[at])) at++;
    if (at >= end || text.bytes[at] != '=') return MP_TEXT("");
    at++;
    while (at < end && (mp_ascii_is_space(text.bytes[at]) || text.bytes[at] == '"' || text.bytes[at] == '\'')) at++;
    size_t start = at;
    while (at < end && !mp_ascii_is_space(text.bytes[at]) && strchr("\"';>/", text.bytes[at]) == NULL) at++;
    return mp_text_slice(text, start, at);
}

/* What the page itself declares, in a meta element or the XML declaration that some pages open with. */
static mp_text declared(mp_text bytes) {
    size_t limit = bytes.length < declaration_within ? bytes.length : declaration_within;

    for (size_t at = 0; at < limit; at++) {
        if (bytes.bytes[at] != '<') continue;
        bool xml = at == 0 && starts_at(bytes, at, "<?xml");
        if (starts_at(bytes, at, "<body")) break;
        if (!xml && !starts_at(bytes, at, "<meta")) continue;
        size_t end = at;
        while (end < limit && bytes.bytes[end] != '>') end++;
        for (size_t i = at; i < end; i++) {
            if (!starts_at(bytes, i, xml ? "encoding" : "charset")) continue;
            mp_text found = label_after(bytes, i + (xml ? 8 : 7), end);
            if (found.length > 0) return found;
        }
        at = end;
    }
    return MP_TEXT("");
}

/* The encoding of a label; NULL where nobody knows it. The label must be plain ASCII and short, for iconv sees it. */
static const char *encoding_of_label(mp_text text, char name[longest_label + 1]) {
    if (text.length == 0 || text.length > longest_label) return NULL;
    for (size_t i = 0; i < text.length; i++) {
        char c = mp_ascii_lower(text.bytes[i]);
        bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c != '\0' && strchr("-_.:", c) != NULL);
        if (!is_plain) return NULL;
        name[i] = c;
    }
    name[text.length] = '\0';
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++)
        if (strcmp(labels[i].label, name) == 0) return labels[i].encoding;
    return name;
}

/* How many characters beyond ASCII are well-formed UTF-8, and how many parts are not. A character that the end of the
 * bytes cuts off counts as neither. */
static void count_utf8(mp_text bytes, size_t *sound, size_t *broken) {
    *sound = *broken = 0;
    for (size_t at = 0; at < bytes.length;) {
        if ((unsigned char)bytes.bytes[at] < 0x80) {
            at++;
            continue;
        }
        mp_character character = mp_text_character(bytes, at);
        bool is_fault = character.code == 0xFFFD && !(character.length == 3 && starts_at(bytes, at, "\xEF\xBF\xBD"));
        if (!is_fault)
            ++*sound;
        else if (at + character.length < bytes.length)
            ++*broken;
        at += character.length;
    }
}

/* iconv's failure is the pointer -1. */
static bool is_open(iconv_t converter) { return (intptr_t)converter != -1; }

static bool is_known(const char *encoding) {
    iconv_t converter = iconv_open("UTF-8", encoding);

    if (!is_open(converter)) return false;
    iconv_close(converter);
    return true;
}

void mp_encoding_of(mp_text bytes, mp_text header, char name[MP_ENCODING_ROOM]) {
    size_t sound, broken;
    const char *found = NULL;
    char label_name[longest_label + 1];

    if (bytes.length >= 3 && memcmp(bytes.bytes, "\xEF\xBB\xBF", 3) == 0) found = "UTF-8";
    if (bytes.length >= 2 && memcmp(bytes.bytes, "\xFE\xFF", 2) == 0) found = "UTF-16BE";
    if (bytes.length >= 2 && memcmp(bytes.bytes, "\xFF\xFE", 2) == 0) found = "UTF-16LE";
    if (found == NULL) {
        count_utf8(bytes, &sound, &broken);
        if (broken == 0 && sound > 0) found = "UTF-8";
        if (found == NULL) found = encoding_of_label(header, label_name);
        if (found == NULL) found = encoding_of_label(declared(bytes), label_name);
        /* Labelled UTF-8 and hardly ever so: the label lies. */
        if (found != NULL && (strcmp(found, "UTF-8") == 0 || strcmp(found, "utf-8") == 0) && broken > sound)
            found = NULL;
        if (found == NULL || !is_known(found)) found = "WINDOWS-1252";
    }
    memcpy(name, found, strlen(found) + 1);
}

/* Room for `more` bytes of output. */
static bool reserve(mp_arena *arena, char **out, size_t used, size_t *room, size_t more) {
    if (*room - used >= more) return true;
    size_t wanted = *room * 2 + more;
    char *larger = mp_arena_take(arena, wanted);

    if (larger == NULL) return false;
    if (used > 0) memcpy(larger, *out, used);
    *out = larger;
    *room = wanted;
    return true;
}

static mp_status convert(iconv_t converter, mp_text bytes, mp_arena *arena, mp_text *text, mp_error *error) {
    union {
        const char *borrowed;
        char *as_iconv_wants; /* iconv reads only; its type is older than const */
    } in = {bytes.bytes};
    size_t left = bytes.length, room = bytes.length + bytes.length / 2 + 16, used = 0;
    char *out = mp_arena_take(arena, room);

    if (out == NULL) return mp_fail_memory(error);
    while (left > 0) {
        char *next = out + used;
        size_t free_room = room - used;
        size_t done = iconv(converter, &in.as_iconv_wants, &left, &next, &free_room);
        int why = errno;
        used = (size_t)(next - out);
        if (done != (size_t)-1) break;
        if (!reserve(arena, &out, used, &room, left + 16)) return mp_fail_memory(error);
        if (why == E2BIG) continue;
        used += mp_utf8_write(0xFFFD, out + used);
        in.as_iconv_wants++;
        left--;
    }
    *text = (mp_text){out, used};
    return MP_OK;
}

mp_status mp_encoding_decode(mp_text bytes, const char *encoding, mp_arena *arena, mp_text *text, mp_error *error) {
    if (strcmp(encoding, "UTF-8") == 0 || strcmp(encoding, "utf-8") == 0) {
        if (bytes.length >= 3 && memcmp(bytes.bytes, "\xEF\xBB\xBF", 3) == 0)
            bytes = mp_text_slice(bytes, 3, bytes.length);
        *text = mp_text_valid(bytes, arena);
        return text->bytes == NULL && bytes.length > 0 ? mp_fail_memory(error) : MP_OK;
    }
    if (strncmp(encoding, "UTF-16", 6) == 0 && bytes.length >= 2) bytes = mp_text_slice(bytes, 2, bytes.length);
    iconv_t converter = iconv_open("UTF-8", encoding);
    if (!is_open(converter)) return mp_fail(error, MP_ERROR_INPUT, "the page's encoding is not known here");
    mp_status status = convert(converter, bytes, arena, text, error);
    iconv_close(converter);
    return status;
}
