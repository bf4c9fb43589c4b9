/* json_put.h: JSON to a stream. Knows cJSON; nothing of what is written. */
#ifndef MOUTHPIECE_JSON_PUT_H
#define MOUTHPIECE_JSON_PUT_H

#include "../json_write.h"

#include <stdio.h>

/* Writes the value and frees it; false where memory ends or `fine` is false. */
bool mp_json_put(FILE *out, cJSON *value, bool fine);

#endif
