/* line.h: what a line of plain text looks like. Knows lines; nothing of what they say, but “By” in a few languages. */
#ifndef MOUTHPIECE_LINE_H
#define MOUTHPIECE_LINE_H

#include "../mouthpiece.h"

typedef enum mp_line_mark {
    MP_LINE_PLAIN = 0,
    MP_LINE_BLANK,
    MP_LINE_RULE,      /* marks only: "***", "-30-", "___" */
    MP_LINE_UNDERLINE, /* "====" or "----": the line above is a heading */
    MP_LINE_QUOTE,     /* "> It is what it is." */
    MP_LINE_ITEM       /* "- one", "2. two" */
} mp_line_mark;

typedef struct mp_line {
    mp_text text; /* without the mark and white space at its ends */
    size_t indent;
    mp_line_mark mark;
} mp_line;

/* The line that begins at byte *at of the text, without its line feed; *at moves to the next, or to the end and beyond. */
mp_text mp_line_next(mp_text text, size_t *at);

mp_line mp_line_read(mp_text line);

/* Whether it ends as sentences do, quotation marks set aside. */
bool mp_line_ends_sentence(mp_text text);

/* "By Jane Doe", "Von unserer Redaktion": short, and no sentence. */
bool mp_line_is_byline(mp_text text);

/* Short, no sentence, without quotation marks and colons: "What the board says". */
bool mp_line_is_heading(mp_text text);

#endif
