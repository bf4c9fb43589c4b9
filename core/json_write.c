/* json_write.c: small additions to cJSON for those who write JSON. Knows cJSON; nothing of what is written. */
#include "json_write.h"

#include "text.h"

const char *mp_json_string(mp_text text, mp_arena *arena) {
    mp_text valid = mp_text_valid(text, arena);

    return valid.bytes == NULL && text.length > 0 ? NULL : mp_arena_copy(arena, valid).bytes;
}

cJSON *mp_json_add_object(cJSON *object, const char *key) {
    return object == NULL ? NULL : cJSON_AddObjectToObject(object, key);
}

cJSON *mp_json_add_array(cJSON *object, const char *key) {
    return object == NULL ? NULL : cJSON_AddArrayToObject(object, key);
}

cJSON *mp_json_add_item(cJSON *array) {
    cJSON *item = array == NULL ? NULL : cJSON_CreateObject();

    if (item == NULL || cJSON_AddItemToArray(array, item)) return item;
    cJSON_Delete(item);
    return NULL;
}

bool mp_json_add_string(cJSON *object, const char *key, const char *value) {
    return object != NULL && value != NULL && cJSON_AddStringToObject(object, key, value) != NULL;
}

bool mp_json_add_text(cJSON *object, const char *key, mp_text text, mp_arena *arena) {
    return mp_json_add_string(object, key, mp_json_string(text, arena));
}

bool mp_json_add_number(cJSON *object, const char *key, size_t value) {
    return object != NULL && cJSON_AddNumberToObject(object, key, (double)value) != NULL;
}
