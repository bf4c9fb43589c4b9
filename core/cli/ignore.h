/* ignore.h: comments in HTML and Markdown that set findings aside, each with a reason:
 *
 *     <!-- mouthpiece-ignore: why -->         in the block that it stands in, else in the next one
 *     <!-- mouthpiece-ignore-start: why -->   from here …
 *     <!-- mouthpiece-ignore-end -->          … to here, or to the end
 *     <!-- mouthpiece-ignore-file: why -->    everywhere
 *
 * Knows comments and places; nothing of what was found. */
#ifndef MOUTHPIECE_IGNORE_H
#define MOUTHPIECE_IGNORE_H

#include "result.h"

/* Is told of a comment that has no reason or no meaning, and so ignores nothing; and, as a warning, of one that sets nothing
 * aside. `line` from 1. */
typedef void (*mp_ignore_trouble)(void *context, size_t line, const char *message, bool is_warning);

/* Whether the document has any such comment. */
bool mp_ignore_is_used(const mp_found_document *found);

/* Sets aside the findings and notes that a comment of a document which has any ignores. False where memory ends. */
bool mp_ignore_apply(mp_checked *checked, mp_arena *arena, mp_ignore_trouble trouble, void *context);

#endif
