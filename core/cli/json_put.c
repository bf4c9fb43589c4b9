/* json_put.c: JSON to a stream. Knows cJSON; nothing of what is written. */
#include "json_put.h"

bool mp_json_put(FILE *out, cJSON *value, bool fine) {
    char *text = fine && value != NULL ? cJSON_PrintUnformatted(value) : NULL;

    cJSON_Delete(value);
    if (text == NULL) return false;
    fputs(text, out);
    cJSON_free(text);
    return true;
}
