/* scan.h: cuts text into words, numbers and marks. The one place that says what a word is: texts and the rules' phrases
 * are cut by it alike. Knows no language's words. */
#ifndef MOUTHPIECE_SCAN_H
#define MOUTHPIECE_SCAN_H

#include "text.h"

typedef enum mp_token_kind {
    MP_TOKEN_WORD = 0,
    MP_TOKEN_NUMBER,
    MP_TOKEN_HANDLE, /* @name */
    MP_TOKEN_MARK,   /* a quotation mark, or an apostrophe that may be one */
    MP_TOKEN_STOP,   /* . ! ? … */
    MP_TOKEN_COMMA,
    MP_TOKEN_COLON,
    MP_TOKEN_SEMICOLON,
    MP_TOKEN_DASH,  /* – — -- and a hyphen that stands alone */
    MP_TOKEN_OPEN,  /* ( [ */
    MP_TOKEN_CLOSE, /* ) ] */
    MP_TOKEN_BREAK, /* a line feed */
    MP_TOKEN_SYMBOL
} mp_token_kind;

typedef struct mp_scanned {
    mp_token_kind kind;
    size_t start, end; /* bytes of the text */
    uint32_t code;     /* the first character, folded marks: '' and `` come as " */
    bool after_space;  /* white space, or the text's start, before it */
} mp_scanned;

/* The next token at or after byte `at` of valid UTF-8; false at the end. */
bool mp_scan_next(mp_text text, size_t at, mp_scanned *token);

#endif
