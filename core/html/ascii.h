/* ascii.h: what HTML means by white space and by small letters: ASCII's, whatever the locale. */
#ifndef MOUTHPIECE_ASCII_H
#define MOUTHPIECE_ASCII_H

#include <stdbool.h>

static inline char mp_ascii_lower(char c) {
    if (c < 'A' || c > 'Z') return c;
    return "abcdefghijklmnopqrstuvwxyz"[c - 'A'];
}

static inline bool mp_ascii_is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

#endif
