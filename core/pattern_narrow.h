/* pattern_narrow.h: of a pattern's alternatives, those that can match where a given word begins. Patterns are tried at
 * words that are known, and most of their alternatives begin with others. Knows the syntax of patterns, not PCRE2. */
#ifndef MOUTHPIECE_PATTERN_NARROW_H
#define MOUTHPIECE_PATTERN_NARROW_H

#include "arena.h"

/* More bytes than the source that the result may take. */
enum { MP_NARROW_EXTRA = 8 };

/* Writes to `out` a pattern that matches what `source` does of all texts that begin with `word`, in any case, and gives
 * its length; 0 where none can match. Of the word its first ASCII letters count. Whatever it cannot judge stays in. */
size_t mp_pattern_narrow(mp_text source, mp_text word, char *out);

/* Writes to `out` `source` without its conditions on what stands before, without adverbs in -ly that may be left out, and in
 * each alternative without the first other word that may be, but for those behind a condition on what follows, which would
 * judge another word; *skips says whether there was one. It matches wherever that does without them, and needs to see
 * nothing before. Gives its length; 0 where that cannot be judged. */
size_t mp_pattern_relax(mp_text source, char *out, bool *skips);

enum { MP_GUARDED_ALTERNATIVES = 6, MP_GUARD_BYTES = 48 };

/* The most bytes that mp_pattern_guard() writes. */
static inline size_t mp_pattern_guard_room(mp_text source) { return source.length * 6 + 16; }

/* Writes to `out` `source` with a condition before each group of several alternatives, but for those with which it begins,
 * where the word is known: that a character follows with which one of them begins. It matches what `source` does, and most
 * groups need not be gone through. Gives its length. */
size_t mp_pattern_guard(mp_text source, char *out);

#endif
