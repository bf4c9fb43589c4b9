/* text.h: UTF-8 text: slices, validity, UTF-16 lengths, folding. Knows nothing of words. */
#ifndef MOUTHPIECE_TEXT_H
#define MOUTHPIECE_TEXT_H

#include "arena.h"

/* One character. */
typedef struct mp_character {
    uint32_t code;   /* Unicode scalar value; U+FFFD for an ill-formed part */
    uint32_t length; /* bytes, 1 or more */
} mp_character;

/* The character at byte `at` (which must be less than the length). An ill-formed part comes as U+FFFD with the length of
 * its maximal subpart, as the Encoding standard decodes it. */
mp_character mp_text_wide_character(mp_text text, size_t at);

static inline mp_character mp_text_character(mp_text text, size_t at) {
    unsigned char byte = (unsigned char)text.bytes[at];
    return byte < 0x80 ? (mp_character){byte, 1} : mp_text_wide_character(text, at);
}

/* The character that ends at byte `at` (more than 0), in valid UTF-8. */
mp_character mp_text_character_before(mp_text text, size_t at);

/* Bytes `start` to `end` of `text`, whose bytes may be NULL where both are 0. */
static inline mp_text mp_text_slice(mp_text text, size_t start, size_t end) {
    return (mp_text){start == 0 ? text.bytes : text.bytes + start, end - start};
}

bool mp_text_equal(mp_text a, mp_text b);

/* A number by which a text is found among others; not the same on every machine. */
uint32_t mp_text_hash(mp_text text);

/* `text` itself where it is valid UTF-8 without NUL; else a copy in `arena` with U+FFFD for each ill-formed part and NUL.
 * bytes is NULL where memory ends. */
mp_text mp_text_valid(mp_text text, mp_arena *arena);

/* UTF-16 code units of valid UTF-8. */
size_t mp_text_utf16_length(mp_text text);

/* The byte at which `units` UTF-16 code units of valid UTF-8 end; the text's length where it has fewer. An offset inside
 * a surrogate pair counts as the pair's start. */
size_t mp_text_byte_of_utf16(mp_text text, size_t units);

/* Lower case of a character: Latin, Greek, Cyrillic as far as simple offsets go; others stay. Curly and modifier
 * apostrophes become ', so that one spelling stands for all. */
uint32_t mp_fold_wide(uint32_t code);

static inline uint32_t mp_fold(uint32_t code) {
    return code >= 0x80 ? mp_fold_wide(code) : code - 'A' < 26 ? code + 32 : code;
}

/* Letters and combining marks of any script, by ranges that need no tables; digits. */
bool mp_is_wide_letter(uint32_t code);

static inline bool mp_is_letter(uint32_t code) {
    return code < 0x80 ? (code | 32) - 'a' < 26 : mp_is_wide_letter(code);
}

static inline bool mp_is_upper(uint32_t code) {
    return code < 0x80 ? code - 'A' < 26 : code != mp_fold(code) && mp_is_letter(code);
}

static inline bool mp_is_digit(uint32_t code) { return code - '0' < 10; }

bool mp_is_space(uint32_t code); /* NBSP and its kin too */

/* Writes `code` as UTF-8 to `out` (room for 4 bytes); gives the bytes written. */
size_t mp_utf8_write(uint32_t code, char *out);

/* Folds `text` into `out`, which has room for `room` bytes; gives the length, or 0 where it does not fit. */
size_t mp_text_fold(mp_text text, char *out, size_t room);

#endif
