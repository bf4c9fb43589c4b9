/* json_write.h: small additions to cJSON for those who write JSON: texts that are not NUL-terminated, and failure that
 * can be carried along. Knows cJSON; nothing of what is written. */
#ifndef MOUTHPIECE_JSON_WRITE_H
#define MOUTHPIECE_JSON_WRITE_H

#include "arena.h"

#include <cJSON.h>

/* A string for cJSON, which wants a NUL at its end and valid UTF-8 without one inside. In `arena`; NULL where memory ends. */
const char *mp_json_string(mp_text text, mp_arena *arena);

/* Each adds a member and gives what was added; NULL where memory ends or `object` is NULL. */
cJSON *mp_json_add_object(cJSON *object, const char *key);
cJSON *mp_json_add_array(cJSON *object, const char *key);
cJSON *mp_json_add_item(cJSON *array); /* an object at the array's end */
bool mp_json_add_text(cJSON *object, const char *key, mp_text text, mp_arena *arena);
bool mp_json_add_string(cJSON *object, const char *key, const char *value);
bool mp_json_add_number(cJSON *object, const char *key, size_t value);

#endif
