/* json_writer.c: writes JSON piece by piece into one text that grows. Knows JSON's values; nothing of what is written. */
#include "json_writer.h"

#include "text.h"

#include <cJSON.h>
#include <string.h>

static bool make_room(mp_json_writer *w, size_t more) {
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

static void put(mp_json_writer *w, const char *bytes, size_t length) {
    if (!make_room(w, length)) return;
    memcpy(w->bytes + w->length, bytes, length);
    w->length += length;
}

void mp_write_plain(mp_json_writer *w, const char *text) { put(w, text, strlen(text)); }

static bool is_escaped(const mp_json_writer *w, char byte) {
    return (unsigned char)byte < 0x20 || byte == '"' || byte == '\\' || (w->ascii && (unsigned char)byte >= 0x80);
}

static void put_unit(mp_json_writer *w, uint32_t unit) {
    static const char digits[] = "0123456789abcdef";
    char code[] = "\\u????";

    for (int digit = 0; digit < 4; digit++) code[2 + digit] = digits[unit >> (12 - 4 * digit) & 15];
    put(w, code, 6);
}

/* As one UTF-16 unit, or two. */
static void put_wide(mp_json_writer *w, uint32_t code) {
    if (code > 0xFFFF) put_unit(w, 0xD7C0 + (code >> 10));
    put_unit(w, code > 0xFFFF ? 0xDC00 | (code & 0x3FF) : code);
}

static void put_escaped(mp_json_writer *w, char byte) {
    static const char plain[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
    const char *known = byte == '\0' ? NULL : strchr(plain, byte);
    if (known == NULL)
        put_unit(w, (unsigned char)byte);
    else
        put(w, (char[]){'\\', letters[known - plain]}, 2);
}

/* Whether any of eight bytes is to be escaped. May say so of a byte behind one. */
static bool has_escaped(const mp_json_writer *w, uint64_t eight) {
    static const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
    uint64_t marks = eight ^ ones * '"', slashes = eight ^ ones * '\\';

    if (w->ascii && (eight & tops) != 0) return true;
    return (((eight - ones * 0x20) | (marks - ones) | (slashes - ones)) & ~eight & tops) != 0;
}

/* Where what can be written as it stands ends. */
static size_t plain_end(const mp_json_writer *w, mp_text text, size_t at) {
    for (uint64_t eight; text.length - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, text.bytes + at, sizeof eight);
        if (has_escaped(w, eight)) break;
    }
    while (at < text.length && !is_escaped(w, text.bytes[at])) at++;
    return at;
}

void mp_write_text(mp_json_writer *w, mp_text text) {
    put(w, "\"", 1);
    for (size_t at = 0, end; at < text.length; at = end) {
        end = plain_end(w, text, at);
        put(w, text.bytes + at, end - at);
        if (end == text.length) break;
        mp_character character = mp_text_character(text, end);
        if (character.code < 0x80)
            put_escaped(w, text.bytes[end]);
        else
            put_wide(w, character.code);
        end += character.length;
    }
    put(w, "\"", 1);
}

void mp_write_string(mp_json_writer *w, const char *text) { mp_write_text(w, (mp_text){text, strlen(text)}); }

void mp_write_number(mp_json_writer *w, size_t number) {
    char digits[24];
    size_t at = sizeof digits;

    do digits[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    put(w, digits + at, sizeof digits - at);
}

void mp_write_hundredths(mp_json_writer *w, double number) {
    size_t hundredths = (size_t)(number * 100 + 0.5);

    mp_write_number(w, hundredths / 100);
    if (hundredths % 100 == 0) return;
    put(w, ".", 1);
    if (hundredths % 10 == 0)
        mp_write_number(w, hundredths % 100 / 10);
    else
        put(w, (char[]){(char)('0' + hundredths % 100 / 10), (char)('0' + hundredths % 10)}, 2);
}

char *mp_json_written(mp_json_writer *w, size_t *length) {
    put(w, "", 1);
    if (w->failed) {
        cJSON_free(w->bytes);
        w->bytes = NULL;
    }
    *length = w->bytes == NULL ? 0 : w->length - 1;
    return w->bytes;
}
