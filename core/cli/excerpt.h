/* excerpt.h: the line of text around a quote, and the marks under it, as a terminal shows them. Knows columns and
 * characters; nothing of findings. */
#ifndef MOUTHPIECE_EXCERPT_H
#define MOUTHPIECE_EXCERPT_H

#include "../arena.h"

typedef struct mp_excerpt {
    mp_text before, quote, after; /* what is shown, "…" where it is cut */
    size_t indent, width;         /* columns of `before` and of `quote` */
} mp_excerpt;

/* Cuts valid UTF-8 `text` to about `columns` columns around the bytes from to to. Line feeds are shown as spaces, and what
 * would act on a terminal as U+FFFD. All in `arena`; false where memory ends. */
bool mp_excerpt_make(mp_text text, size_t from, size_t to, size_t columns, mp_arena *arena, mp_excerpt *excerpt);

/* `text` with nothing in it that would act on a terminal. bytes is NULL where memory ends. */
mp_text mp_printable(mp_text text, mp_arena *arena);

/* Columns that a character takes: 0, 1 or 2. */
size_t mp_character_width(uint32_t code);

#endif
