/* ascii.h: what HTML and HTTP mean by white space and by small letters: ASCII's, whatever the locale. */
#ifndef MOUTHPIECE_ASCII_H
#define MOUTHPIECE_ASCII_H

#include "../mouthpiece.h"

#include <string.h>

static inline char mp_ascii_lower(char c) {
    if (c < 'A' || c > 'Z') return c;
    return "abcdefghijklmnopqrstuvwxyz"[c - 'A'];
}

static inline bool mp_ascii_is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/* Whether `word`, in small letters, stands at byte `at`, which may be beyond the end; in letters of either case. */
static inline bool mp_ascii_stands_at(mp_text text, size_t at, const char *word) {
    for (; *word != '\0'; word++, at++)
        if (at >= text.length || mp_ascii_lower(text.bytes[at]) != *word) return false;
    return true;
}

/* Whether the text is that word and nothing more. */
static inline bool mp_ascii_is(mp_text text, const char *word) {
    return text.length == strlen(word) && mp_ascii_stands_at(text, 0, word);
}

#endif
