/* text_json.c: places in JSON text: where a value stands, as line and column. Knows JSON's punctuation; nothing of what
 * the values say. Walks by hand, since cJSON keeps no places; deep nesting is a count, not a recursion. */
#include "text_json.h"

#include <string.h>

void mp_json_point(mp_text json, size_t at, mp_error *error) {
    if (error == NULL) return;
    size_t line_start = 0;

    error->line = 1;
    for (size_t i = 0; i < at && i < json.length; i++)
        if (json.bytes[i] == '\n') {
            error->line++;
            line_start = i + 1;
        }
    error->column = at - line_start + 1;
}

static bool is_any_of(mp_text json, size_t at, const char *characters) {
    return json.bytes[at] != '\0' && strchr(characters, json.bytes[at]) != NULL;
}

size_t mp_json_skip_space(mp_text json, size_t at) {
    while (at < json.length && is_any_of(json, at, " \t\r\n")) at++;
    return at;
}

/* Past the string that begins at `at`. */
static size_t skip_string(mp_text json, size_t at) {
    for (at++; at < json.length && json.bytes[at] != '"'; at++)
        if (json.bytes[at] == '\\') at++;
    return at < json.length ? at + 1 : json.length;
}

/* Past the value that begins at `at`, and everything in it. */
static size_t skip_value(mp_text json, size_t at) {
    size_t depth = 0;

    while (at < json.length) {
        if (json.bytes[at] == '"') {
            at = skip_string(json, at);
        } else if (is_any_of(json, at, "{[")) {
            depth++;
            at++;
        } else if (is_any_of(json, at, "}],")) {
            if (depth == 0) return at;
            if (json.bytes[at++] != ',') depth--;
        } else {
            at++;
            continue;
        }
        if (depth == 0) return at;
    }
    return json.length;
}

/* The child of that number in the object or array at `at`; false where it has none. */
static bool find_child(mp_text json, size_t at, uint32_t number, mp_json_spot *spot) {
    if (at >= json.length || !is_any_of(json, at, "{[")) return false;
    bool object = json.bytes[at] == '{';

    for (uint32_t i = 0;; i++) {
        at = mp_json_skip_space(json, at + 1); /* past the bracket or the comma */
        if (at >= json.length || is_any_of(json, at, "}]")) return false;
        mp_json_spot child = {at, at};
        if (object) {
            at = mp_json_skip_space(json, skip_string(json, at));
            child.value = at = mp_json_skip_space(json, at + 1);
        }
        if (i == number) {
            *spot = child;
            return true;
        }
        at = mp_json_skip_space(json, skip_value(json, at));
        if (at >= json.length || json.bytes[at] != ',') return false;
    }
}

mp_json_spot mp_json_find(mp_text json, const uint32_t *path, size_t depth) {
    size_t start = json.length >= 3 && memcmp(json.bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    size_t root = mp_json_skip_space(json, start);
    mp_json_spot spot = {root, root};

    for (size_t i = 0; i < depth && find_child(json, spot.value, path[i], &spot); i++) continue;
    return spot;
}
