/* text.c: UTF-8 text: validity, UTF-16 lengths, folding. Knows nothing of words. */
#include "text.h"

#include <string.h>

/* How many bytes a lead byte asks for, and what the second byte may be: the table "Well-Formed UTF-8 Byte Sequences" of
 * the Unicode standard, section 3.9, put as conditions. */
static uint32_t sequence_length(unsigned char lead, unsigned char *low, unsigned char *high) {
    *low = 0x80;
    *high = 0xBF;
    if (lead < 0x80) return 1;
    if (lead < 0xC2) return 0;
    if (lead < 0xE0) return 2;
    if (lead < 0xF0) {
        if (lead == 0xE0) *low = 0xA0;
        if (lead == 0xED) *high = 0x9F;
        return 3;
    }
    if (lead > 0xF4) return 0;
    if (lead == 0xF0) *low = 0x90;
    if (lead == 0xF4) *high = 0x8F;
    return 4;
}

mp_character mp_text_wide_character(mp_text text, size_t at) {
    static const unsigned char lead_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    const unsigned char *bytes = (const unsigned char *)text.bytes + at;
    unsigned char low, high;
    uint32_t wanted = sequence_length(bytes[0], &low, &high);
    if (wanted == 0) return (mp_character){0xFFFD, 1};
    uint32_t code = bytes[0] & lead_bits[wanted];

    for (uint32_t i = 1; i < wanted; i++) {
        if (at + i >= text.length || bytes[i] < low || bytes[i] > high) return (mp_character){0xFFFD, i};
        code = code << 6 | (bytes[i] & 0x3Fu);
        low = 0x80;
        high = 0xBF;
    }
    return (mp_character){code, wanted};
}

mp_character mp_text_character_before(mp_text text, size_t at) {
    size_t start = at - 1;

    while (start > 0 && at - start < 4 && ((unsigned char)text.bytes[start] & 0xC0) == 0x80) start--;
    return mp_text_character(text, start);
}

bool mp_text_equal(mp_text a, mp_text b) {
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

/* At most eight bytes as a number; those in the middle may count twice. */
static uint64_t number_of_bytes(const char *bytes, size_t length) {
    uint32_t low = 0, high = 0;
    if (length >= sizeof low) {
        memcpy(&low, bytes, sizeof low);
        memcpy(&high, bytes + length - sizeof high, sizeof high);
        return (uint64_t)high << 32 | low;
    }
    for (size_t i = 0; i < length; i++) low = low << 8 | (unsigned char)bytes[i];
    return low;
}

uint32_t mp_text_hash(mp_text text) {
    static const uint64_t factor = 0x9E3779B97F4A7C15u;
    uint64_t hash = text.length * factor;
    size_t at = 0;

    for (; text.length - at > sizeof hash; at += sizeof hash) {
        hash = (hash ^ number_of_bytes(text.bytes + at, sizeof hash)) * factor;
        hash ^= hash >> 32;
    }
    hash = (hash ^ number_of_bytes(text.bytes + at, text.length - at)) * factor;
    return (uint32_t)(hash >> 32);
}

/* The first byte that is not part of valid UTF-8 without NUL, or the length. */
static size_t first_fault(mp_text text) {
    size_t at = 0;

    while (at < text.length) {
        uint64_t word;
        if (text.length - at >= sizeof word) {
            memcpy(&word, text.bytes + at, sizeof word);
            bool has_zero = ((word - 0x0101010101010101u) & ~word & 0x8080808080808080u) != 0;
            if ((word & 0x8080808080808080u) == 0 && !has_zero) {
                at += sizeof word;
                continue;
            }
        }
        if (text.bytes[at] == '\0') return at;
        mp_character character = mp_text_character(text, at);
        bool fault =
            character.code == 0xFFFD && (character.length != 3 || memcmp(text.bytes + at, "\xEF\xBF\xBD", 3) != 0);
        if (fault) return at;
        at += character.length;
    }
    return text.length;
}

mp_text mp_text_valid(mp_text text, mp_arena *arena) {
    size_t fault = first_fault(text);

    if (fault == text.length) return text.bytes == NULL ? MP_TEXT("") : text;
    if (text.length > SIZE_MAX / 4) return (mp_text){NULL, 0};
    char *bytes = mp_arena_take(arena, fault + (text.length - fault) * 3); /* a bad byte becomes three */
    if (bytes == NULL) return (mp_text){NULL, 0};
    memcpy(bytes, text.bytes, fault);
    size_t length = fault;
    for (size_t at = fault; at < text.length;) {
        mp_character character = mp_text_character(text, at);
        length += mp_utf8_write(character.code == 0 ? 0xFFFD : character.code, bytes + length);
        at += character.length;
    }
    return (mp_text){bytes, length};
}

/* How many of eight bytes have their highest bit set. */
static size_t count_high_bits(uint64_t word) {
    return (size_t)(((word >> 7 & 0x0101010101010101u) * 0x0101010101010101u) >> 56);
}

size_t mp_text_utf16_length(mp_text text) {
    size_t units = 0, i = 0;

    for (uint64_t word; text.length - i >= sizeof word; i += sizeof word) {
        memcpy(&word, text.bytes + i, sizeof word);
        units += sizeof word;
        if ((word & 0x8080808080808080u) == 0) continue;
        units -= count_high_bits(word & ~(word << 1)); /* 10……… : goes on, counts for nothing */
        units += count_high_bits(word & word << 1 & word << 2 & word << 3); /* 1111…: two units */
    }
    for (; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        units += (byte & 0xC0) != 0x80;
        units += byte >= 0xF0;
    }
    return units;
}

size_t mp_text_byte_of_utf16(mp_text text, size_t units) {
    size_t at = 0;

    while (at < text.length) {
        mp_character character = mp_text_character(text, at);
        size_t width = character.code > 0xFFFF ? 2 : 1;
        if (units < width) return at;
        units -= width;
        at += character.length;
    }
    return text.length;
}

uint32_t mp_fold_wide(uint32_t code) {
    if ((code >= 0xC0 && code <= 0xDE && code != 0xD7) || (code >= 0x391 && code <= 0x3A9) ||
        (code >= 0x410 && code <= 0x42F))
        return code + 32;
    if (code >= 0x100 && code <= 0x137) return code | 1;
    if (code >= 0x139 && code <= 0x148) return code + (code & 1);
    if (code >= 0x14A && code <= 0x177) return code | 1;
    if (code >= 0x400 && code <= 0x40F) return code + 80;
    if (code == 0x2019 || code == 0x2018 || code == 0x2BC || code == 0xFF07) return '\'';
    return code;
}

bool mp_is_wide_letter(uint32_t code) {
    if (code < 0x300)
        return code == 0xAA || code == 0xB5 || code == 0xBA || (code >= 0xC0 && code != 0xD7 && code != 0xF7);
    if (code < 0x2000) return true; /* the alphabets, with their combining marks */
    if (code < 0x2C00) return code >= 0x20D0 && code < 0x2100 ? true : code >= 0x2100 && code < 0x2190;
    if (code < 0x3000) return true;
    return code >= 0x3040 && code != 0xFEFF && code != 0xFFFD && (code < 0xFE10 || code > 0xFE6F) &&
           (code < 0xFF00 || (code >= 0xFF21 && code <= 0xFFDC)) && (code < 0x1F000 || code > 0x1FAFF);
}

bool mp_is_space(uint32_t code) {
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 || code == 0xA0 || code == 0x1680 ||
           (code >= 0x2000 && code <= 0x200B) || code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F ||
           code == 0x3000 || code == 0xFEFF;
}

size_t mp_utf8_write(uint32_t code, char *out) {
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = length - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    out[0] = (char)(leads[length] | code);
    return length;
}

size_t mp_text_fold(mp_text text, char *out, size_t room) {
    size_t length = 0;
    if (room < 4) return 0;

    for (; length < text.length && length <= room - 4 && (unsigned char)text.bytes[length] < 0x80; length++)
        out[length] = (char)mp_fold((unsigned char)text.bytes[length]);
    for (size_t at = length; at < text.length;) {
        mp_character character = mp_text_character(text, at);
        if (room - length < 4) return 0;
        length += mp_utf8_write(mp_fold(character.code), out + length);
        at += character.length;
    }
    return length;
}
