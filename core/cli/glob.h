/* glob.h: patterns of file names: * and ? and [a-z] within a name, ** for any folders between. Knows characters; reads no
 * folder. */
#ifndef MOUTHPIECE_GLOB_H
#define MOUTHPIECE_GLOB_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the pattern has a character that stands for others. */
bool mp_glob_is_pattern(const char *text);

/* Whether `path` is one that the pattern means. A pattern that ends with / means all that lies in such a folder. */
bool mp_glob_matches(const char *pattern, const char *path);

/* Whether one of the patterns means it. */
bool mp_glob_any_matches(const char *const *patterns, size_t count, const char *path);

#endif
