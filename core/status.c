/* status.c: errors as values, and the guideline's names for the report's values. Knows nothing of documents. */
#include "status.h"

#include <string.h>

static size_t append(mp_error *error, size_t at, mp_text text) {
    size_t room = sizeof error->message - 1 - at;
    size_t length = text.length < room ? text.length : room;

    if (length < text.length)
        while (length > 0 && ((unsigned char)text.bytes[length] & 0xC0) == 0x80) length--;
    if (length > 0) memcpy(error->message + at, text.bytes, length);
    error->message[at + length] = '\0';
    return at + length;
}

static mp_text text_of(const char *string) { return (mp_text){string, strlen(string)}; }

mp_status mp_fail_about(mp_error *error, mp_status status, const char *message, mp_text detail) {
    if (error == NULL) return status;
    *error = (mp_error){.status = status, .block = SIZE_MAX};
    size_t at = append(error, 0, text_of(message));
    if (detail.length > 0) append(error, append(error, at, MP_TEXT(": ")), detail);
    return status;
}

mp_status mp_fail(mp_error *error, mp_status status, const char *message) {
    return mp_fail_about(error, status, message, (mp_text){NULL, 0});
}

mp_status mp_fail_in_block(mp_error *error, mp_status status, const char *message, size_t block) {
    mp_fail(error, status, message);
    if (error != NULL) error->block = block;
    return status;
}

mp_status mp_fail_memory(mp_error *error) { return mp_fail(error, MP_ERROR_MEMORY, "out of memory"); }

static const char *const block_kind_names[MP_BLOCK_KIND_COUNT] = {
    "headline", "dek", "subhead", "paragraph", "blockquote", "embed", "listitem", "caption", "byline"};
static const char *const form_names[] = {"direct", "block", "indirect"};
static const char *const role_names[] = {"spokesperson", "source", "sample"};
static const char *const act_names[] = {NULL,      "apology",  "admission",   "denial",
                                        "promise", "defiance", "explanation", "other"};
static const char *const signal_names[MP_SIGNAL_KIND_COUNT] = {"prompt-disclosed", "maker-confirmed", "maker-denied",
                                                               "maker-silent",     "contradicted",    "caveated"};
static const char *const level_names[MP_LEVEL_COUNT] = {"info", "notice", "alert"};
static const char *const speaker_kind_names[] = {"unknown", "person", "organisation", "model"};

const char *mp_block_kind_name(mp_block_kind kind) { return block_kind_names[kind]; }
const char *mp_form_name(mp_form form) { return form_names[form]; }
const char *mp_role_name(mp_role role) { return role_names[role]; }
const char *mp_act_name(mp_act act) { return act_names[act]; }
const char *mp_signal_name(mp_signal_kind kind) { return signal_names[kind]; }
const char *mp_level_name(mp_level level) { return level_names[level]; }
const char *mp_speaker_kind_name(mp_speaker_kind kind) { return speaker_kind_names[kind]; }

bool mp_block_kind_of(mp_text name, mp_block_kind *kind) {
    for (size_t i = 0; i < MP_BLOCK_KIND_COUNT; i++) {
        if (strlen(block_kind_names[i]) != name.length) continue;
        if (name.length > 0 && memcmp(block_kind_names[i], name.bytes, name.length) != 0) continue;
        *kind = (mp_block_kind)i;
        return true;
    }
    return false;
}
