/* pattern_bytes.h: a pattern of characters as one of the bytes of their UTF-8, so that PCRE2 does without Unicode, whose
 * tables and code are a quarter of the module. Knows the syntax of patterns, and UTF-8; not PCRE2. */
#ifndef MOUTHPIECE_PATTERN_BYTES_H
#define MOUTHPIECE_PATTERN_BYTES_H

#include "mouthpiece.h"

/* Writes to `out`, which may be NULL, a pattern that does to bytes what `source` does to characters: dots and classes take
 * whole ones, \w takes letters of other alphabets too, \b stands between such and others. Only A to Z are the same in
 * either case, and what asks for properties of characters (\p, \X) stays as it is, which PCRE2 refuses. Gives its length. */
size_t mp_pattern_to_bytes(mp_text source, char *out);

/* The byte of `source` from which what is written at `offset` comes. */
size_t mp_pattern_source_of(mp_text source, size_t offset);

#endif
