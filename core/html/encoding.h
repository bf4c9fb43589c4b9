/* encoding.h: which encoding a page's bytes are in, and those bytes as UTF-8. Knows bytes and labels; nothing of HTML but
 * where a page declares its encoding. */
#ifndef MOUTHPIECE_ENCODING_H
#define MOUTHPIECE_ENCODING_H

#include "../arena.h"

enum { MP_ENCODING_ROOM = 48 };

/* Writes the encoding's name, as iconv takes it. `header` is what a header said; may be empty. In this order: a byte order
 * mark; UTF-8 where the bytes are valid UTF-8 beyond ASCII, whatever the page declares; the header; the page's own
 * declaration; windows-1252. */
void mp_encoding_of(mp_text bytes, mp_text header, char name[MP_ENCODING_ROOM]);

/* The bytes as valid UTF-8, without a byte order mark: `bytes` itself where nothing is to change, else a copy in `arena`.
 * What cannot be decoded comes as U+FFFD. */
mp_status mp_encoding_decode(mp_text bytes, const char *encoding, mp_arena *arena, mp_text *text, mp_error *error);

#endif
