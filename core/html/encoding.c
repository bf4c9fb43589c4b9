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
enum { declaration_within = 64 * 1024, longest_label = 40, longest_character = 16 };

typedef struct encoding_labels {
    const char *encoding, *labels; /* as iconv takes it; the labels, a space around each */
} encoding_labels;

/* The labels of the Encoding standard (encoding.spec.whatwg.org, "Names and labels"), all of them: a label that stands not
 * here names nothing in a browser, and so nothing here. Where the standard's encoding is another's superset under the old
 * name (windows-1252 for latin1), iconv's name is the superset's. */
/* clang-format off */
static const encoding_labels encodings[] = {
    {"UTF-8", " unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8 "},
    {"CP866", " 866 cp866 csibm866 ibm866 "},
    {"ISO-8859-2", " csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2 "},
    {"ISO-8859-3", " csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3 "},
    {"ISO-8859-4", " csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4 "},
    {"ISO-8859-5", " csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988 "},
    {"ISO-8859-6", " arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e "
                   "iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 "},
    {"ISO-8859-7", " csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 "
                   "iso_8859-7:1987 sun_eu_greek "},
    {"ISO-8859-8", " csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 "
                   "iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical "},
    {"ISO-8859-10", " csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6 "},
    {"ISO-8859-13", " iso-8859-13 iso8859-13 iso885913 "},
    {"ISO-8859-14", " iso-8859-14 iso8859-14 iso885914 "},
    {"ISO-8859-15", " csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 "},
    {"ISO-8859-16", " iso-8859-16 "},
    {"KOI8-R", " cskoi8r koi koi8 koi8-r koi8_r "},
    {"KOI8-U", " koi8-ru koi8-u "},
    {"MACINTOSH", " csmacintosh mac macintosh x-mac-roman "},
    {"CP874", " dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874 "},
    {"WINDOWS-1250", " cp1250 windows-1250 x-cp1250 "},
    {"WINDOWS-1251", " cp1251 windows-1251 x-cp1251 "},
    {"WINDOWS-1252", " ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 "
                     "iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 x-user-defined "},
    {"WINDOWS-1253", " cp1253 windows-1253 x-cp1253 "},
    {"WINDOWS-1254", " cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 "
                     "windows-1254 x-cp1254 "},
    {"WINDOWS-1255", " cp1255 windows-1255 x-cp1255 "},
    {"WINDOWS-1256", " cp1256 windows-1256 x-cp1256 "},
    {"WINDOWS-1257", " cp1257 windows-1257 x-cp1257 "},
    {"WINDOWS-1258", " cp1258 windows-1258 x-cp1258 "},
    {"MAC-CYRILLIC", " x-mac-cyrillic x-mac-ukrainian "},
    {"GB18030", " chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030 "},
    {"BIG5-HKSCS", " big5 big5-hkscs cn-big5 csbig5 x-x-big5 "},
    {"EUC-JP", " cseucpkdfmtjapanese euc-jp x-euc-jp "},
    {"ISO-2022-JP", " csiso2022jp iso-2022-jp "},
    {"CP932", " csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis "},
    {"CP949", " cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 "},
    {"UTF-16BE", " unicodefffe utf-16be "},
    {"UTF-16LE", " csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le "},
};
/* clang-format on */

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

/* Where the comment's "-->" ends; `limit` where it does not. "<!-->" is a comment too. */
static size_t end_of_comment(mp_text bytes, size_t at, size_t limit) {
    while (at < limit && !mp_ascii_stands_at(bytes, at, "-->")) at++;
    return at < limit ? at + 2 : limit;
}

/* What the page itself declares, in a meta element or the XML declaration that some pages open with. */
static mp_text declared(mp_text bytes) {
    size_t limit = bytes.length < declaration_within ? bytes.length : declaration_within;

    for (size_t at = 0; at < limit; at++) {
        if (bytes.bytes[at] != '<') continue;
        if (mp_ascii_stands_at(bytes, at, "<!--")) {
            at = end_of_comment(bytes, at + 2, limit);
            continue;
        }
        bool xml = at == 0 && mp_ascii_stands_at(bytes, at, "<?xml");
        if (mp_ascii_stands_at(bytes, at, "<body")) break;
        if (!xml && !mp_ascii_stands_at(bytes, at, "<meta")) continue;
        size_t end = at;
        while (end < limit && bytes.bytes[end] != '>') end++;
        for (size_t i = at; i < end; i++) {
            if (!mp_ascii_stands_at(bytes, i, xml ? "encoding" : "charset")) continue;
            mp_text found = label_after(bytes, i + (xml ? 8 : 7), end);
            if (found.length > 0) return found;
        }
        at = end;
    }
    return MP_TEXT("");
}

/* The encoding of a label; NULL where it is none. */
static const char *encoding_of_label(mp_text text) {
    char label[longest_label + 3] = " ";

    while (text.length > 0 && mp_ascii_is_space(text.bytes[0])) text = mp_text_slice(text, 1, text.length);
    while (text.length > 0 && mp_ascii_is_space(text.bytes[text.length - 1])) text.length--;
    if (text.length == 0 || text.length > longest_label) return NULL;
    for (size_t i = 0; i < text.length; i++) {
        if (mp_ascii_is_space(text.bytes[i]) || text.bytes[i] == '\0') return NULL;
        label[i + 1] = mp_ascii_lower(text.bytes[i]);
    }
    memcpy(label + 1 + text.length, " ", 2);
    for (size_t i = 0; i < sizeof encodings / sizeof encodings[0]; i++)
        if (strstr(encodings[i].labels, label) != NULL) return encodings[i].encoding;
    return NULL;
}

/* A page that could be read as ASCII so far is not UTF-16, whatever it declares. */
static const char *encoding_declared(mp_text bytes) {
    const char *found = encoding_of_label(declared(bytes));

    return found != NULL && strncmp(found, "UTF-16", 6) == 0 ? "UTF-8" : found;
}

/* The first byte from `at` on that is not ASCII, or the length. */
static size_t first_beyond_ascii(mp_text bytes, size_t at) {
    uint64_t word;

    for (; bytes.length - at >= sizeof word; at += sizeof word) {
        memcpy(&word, bytes.bytes + at, sizeof word);
        if ((word & 0x8080808080808080u) != 0) break;
    }
    while (at < bytes.length && (unsigned char)bytes.bytes[at] < 0x80) at++;
    return at;
}

/* How many characters beyond ASCII are well-formed UTF-8, and how many parts are not. A character that the end of the
 * bytes cuts off counts as neither. */
static void count_utf8(mp_text bytes, size_t *sound, size_t *broken) {
    *sound = *broken = 0;
    for (size_t at = first_beyond_ascii(bytes, 0); at < bytes.length; at = first_beyond_ascii(bytes, at)) {
        mp_character character = mp_text_character(bytes, at);
        bool is_fault =
            character.code == 0xFFFD && !(character.length == 3 && mp_ascii_stands_at(bytes, at, "\xEF\xBF\xBD"));
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

    if (bytes.length >= 3 && memcmp(bytes.bytes, "\xEF\xBB\xBF", 3) == 0) found = "UTF-8";
    if (bytes.length >= 2 && memcmp(bytes.bytes, "\xFE\xFF", 2) == 0) found = "UTF-16BE";
    if (bytes.length >= 2 && memcmp(bytes.bytes, "\xFF\xFE", 2) == 0) found = "UTF-16LE";
    if (found == NULL) {
        count_utf8(bytes, &sound, &broken);
        if (broken == 0 && sound > 0) found = "UTF-8";
        if (found == NULL) found = encoding_of_label(header);
        if (found == NULL) found = encoding_declared(bytes);
        /* Labelled UTF-8 and hardly ever so: the label lies. */
        if (found != NULL && strcmp(found, "UTF-8") == 0 && broken > sound) found = NULL;
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
    /* Hebrew and Vietnamese keep a letter back, for the mark that may follow: ask for the last. */
    if (!reserve(arena, &out, used, &room, longest_character)) return mp_fail_memory(error);
    char *next = out + used;
    size_t free_room = room - used;
    (void)iconv(converter, NULL, NULL, &next, &free_room);
    used = (size_t)(next - out);
    *text = (mp_text){out, used};
    return MP_OK;
}

mp_status mp_encoding_decode(mp_text bytes, const char *encoding, mp_arena *arena, mp_text *text, mp_error *error) {
    if (strcmp(encoding, "UTF-8") == 0) {
        if (bytes.length >= 3 && memcmp(bytes.bytes, "\xEF\xBB\xBF", 3) == 0)
            bytes = mp_text_slice(bytes, 3, bytes.length);
        *text = mp_text_valid(bytes, arena);
        return text->bytes == NULL && bytes.length > 0 ? mp_fail_memory(error) : MP_OK;
    }
    if (strncmp(encoding, "UTF-16", 6) == 0 && bytes.length >= 2 &&
        (memcmp(bytes.bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes.bytes, "\xFE\xFF", 2) == 0))
        bytes = mp_text_slice(bytes, 2, bytes.length);
    iconv_t converter = iconv_open("UTF-8", encoding);
    if (!is_open(converter)) return mp_fail(error, MP_ERROR_INPUT, "the page's encoding is not known here");
    mp_status status = convert(converter, bytes, arena, text, error);
    iconv_close(converter);
    return status;
}
