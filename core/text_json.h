/* text_json.h: places in JSON text: where a value stands, as line and column. Knows JSON's punctuation; nothing of what
 * the values say. cJSON keeps no places. */
#ifndef MOUTHPIECE_TEXT_JSON_H
#define MOUTHPIECE_TEXT_JSON_H

#include "text.h"

/* Sets line and column of `error` (which may be NULL) to byte `at`, both from 1, columns in bytes. */
void mp_json_point(mp_text json, size_t at, mp_error *error);

typedef struct mp_json_spot {
    size_t key, value; /* bytes; in an array, and at the root, the key is the value */
} mp_json_spot;

/* The value to which `path` leads in valid JSON: from the root, each step the number of a child of an object or an array,
 * from 0. Where it leads nowhere, the last value on the way. Linear in the text before it. */
mp_json_spot mp_json_find(mp_text json, const uint32_t *path, size_t depth);

/* The first byte at or after `at` that is no white space, or the length. */
size_t mp_json_skip_space(mp_text json, size_t at);

#endif
