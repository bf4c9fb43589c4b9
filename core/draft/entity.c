/* entity.c: the characters that an entity stands for, in HTML and Markdown alike. Knows MD4C's table of names. */
#include "entity.h"

#include <entity.h>
#include <string.h>

enum { longest_entity = 40 };

static bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

static int digit_of(char c, int base) {
    int digit = c >= '0' && c <= '9'   ? c - '0'
                : c >= 'a' && c <= 'f' ? c - 'a' + 10
                : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                       : 99;

    return digit < base ? digit : -1;
}

/* What browsers make of the numbers 128 to 159: windows-1252's characters. */
static uint32_t code_of_number(uint32_t number) {
    static const uint16_t old[] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

    if (number >= 0x80 && number <= 0x9F) return old[number - 0x80];
    return number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF) ? 0xFFFD : number;
}

static size_t number_at(mp_text text, bool loose, uint32_t codes[2]) {
    bool hex = text.length > 2 && (text.bytes[2] == 'x' || text.bytes[2] == 'X');
    size_t first = hex ? 3 : 2, at = first;
    uint32_t number = 0;

    for (; at < text.length && digit_of(text.bytes[at], hex ? 16 : 10) >= 0; at++)
        if (number <= 0x10FFFF) number = number * (hex ? 16 : 10) + (uint32_t)digit_of(text.bytes[at], hex ? 16 : 10);
    bool closed = at < text.length && text.bytes[at] == ';';
    if (at == first || (!closed && !loose)) return 0;
    codes[0] = code_of_number(number);
    return at + (closed ? 1 : 0);
}

/* The entity called by the first `length` bytes ("&amp"), or NULL. */
static const ENTITY *entity_called(mp_text text, size_t length) {
    char name[longest_entity + 2];

    memcpy(name, text.bytes, length);
    name[length] = ';';
    return entity_lookup(name, length + 1);
}

size_t mp_entity_at(mp_text text, bool loose, uint32_t codes[2]) {
    codes[0] = codes[1] = 0;
    if (text.length < 3 || text.bytes[0] != '&') return 0;
    if (text.bytes[1] == '#') return number_at(text, loose, codes);
    size_t end = 1;

    while (end < text.length && end < longest_entity && is_name(text.bytes[end])) end++;
    bool closed = end < text.length && text.bytes[end] == ';';
    /* Without its semicolon the longest name that is one counts: "&notit" is "¬it". */
    for (size_t length = end; length > 1; length--) {
        const ENTITY *entity = length < end && !loose ? NULL : entity_called(text, length);
        if (entity == NULL || (!loose && !closed)) continue;
        codes[0] = entity->codepoints[0];
        codes[1] = entity->codepoints[1];
        return length + (length == end && closed ? 1 : 0);
    }
    return 0;
}
