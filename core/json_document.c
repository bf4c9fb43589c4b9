/* json_document.c: reads documents from JSON. Knows the document's shape; nothing of what is in its text. */
#include "arena.h"
#include "status.h"
#include "text_json.h"

#include <cJSON.h>
#include <errno.h>
#include <math.h>
#include <string.h>

/* Four hexadecimal digits at `at`, or UINT32_MAX. */
static uint32_t hex4(mp_text json, size_t at) {
    uint32_t value = 0;

    if (json.length < 4 || at > json.length - 4) return UINT32_MAX;
    for (size_t i = at; i < at + 4; i++) {
        char c = json.bytes[i];
        uint32_t digit = c >= '0' && c <= '9'   ? (uint32_t)(c - '0')
                         : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10)
                         : c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A' + 10)
                                                : UINT32_MAX;
        if (digit == UINT32_MAX) return UINT32_MAX;
        value = value << 4 | digit;
    }
    return value;
}

/* The code unit of the escape \uXXXX at `at`, or UINT32_MAX where none stands there. */
static uint32_t escaped_unit(mp_text json, size_t at) {
    if (at + 1 >= json.length || json.bytes[at] != '\\' || json.bytes[at + 1] != 'u') return UINT32_MAX;
    return hex4(json, at + 2);
}

static mp_status fail_at(mp_error *error, const char *message, mp_text json, size_t at) {
    mp_fail(error, MP_ERROR_INPUT, message);
    mp_json_point(json, at, error);
    return MP_ERROR_INPUT;
}

/* cJSON ends a string at \u0000 and refuses lone surrogates; neither can stand in a text. Both become \ufffd, which is
 * as long here and one code unit there too, so that every offset stays. */
static mp_status mend_escapes(char *bytes, size_t length, mp_error *error) {
    mp_text json = {bytes, length};

    for (size_t at = 0; at + 1 < length; at++) {
        if (bytes[at] != '\\') continue;
        uint32_t unit = escaped_unit(json, at);
        if (unit == UINT32_MAX && bytes[at + 1] == 'u') return fail_at(error, "not valid JSON", json, at);
        if (unit == UINT32_MAX) {
            at++; /* \\ and \" and their like: the next byte belongs to the escape */
            continue;
        }
        uint32_t next = escaped_unit(json, at + 6);
        bool high = unit >= 0xD800 && unit <= 0xDBFF, low = unit >= 0xDC00 && unit <= 0xDFFF;
        bool pair = high && next != UINT32_MAX && next >= 0xDC00 && next <= 0xDFFF;
        if (pair)
            at += 6;
        else if (unit == 0 || high || low)
            memcpy(bytes + at + 2, "fffd", 4);
        at += 5;
    }
    return MP_OK;
}

static mp_status parse(mp_text json, cJSON **root, mp_error *error) {
    const char *nul = json.length == 0 ? NULL : memchr(json.bytes, '\0', json.length);
    if (nul != NULL) return fail_at(error, "JSON has a NUL byte", json, (size_t)(nul - json.bytes));
    const char *end = NULL;

    errno = 0;
    *root = json.length == 0 ? NULL : cJSON_ParseWithLengthOpts(json.bytes, json.length, &end, false);
    size_t at = end == NULL ? json.length : (size_t)(end - json.bytes);
    if (*root == NULL && errno == ENOMEM) return mp_fail_memory(error);
    if (*root == NULL) return fail_at(error, "not valid JSON", json, at);
    at = mp_json_skip_space(json, at);
    if (at == json.length) return MP_OK;
    cJSON_Delete(*root);
    return fail_at(error, "something follows the JSON value", json, at);
}

/* A string member as text in the arena; empty where it is absent or no string. */
static mp_status read_text(const cJSON *object, const char *key, mp_arena *arena, mp_text *text, mp_error *error) {
    const char *value = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));

    *text = MP_TEXT("");
    if (value == NULL) return MP_OK;
    *text = mp_arena_copy(arena, mp_text_valid((mp_text){value, strlen(value)}, arena));
    return text->bytes == NULL ? mp_fail_memory(error) : MP_OK;
}

static bool read_offset(const cJSON *object, const char *key, size_t *offset) {
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    double value = cJSON_IsNumber(item) ? item->valuedouble : -1;

    if (!(value >= 0) || value > 4e9 || floor(value) < value) return false;
    *offset = (size_t)value;
    return true;
}

static mp_status read_links(const cJSON *array, mp_arena *arena, mp_block *block, size_t index, mp_error *error) {
    if (array == NULL || cJSON_IsNull(array)) return MP_OK;
    if (!cJSON_IsArray(array)) return mp_fail_in_block(error, MP_ERROR_INPUT, "links is no array", index);
    size_t capacity = (size_t)cJSON_GetArraySize(array);
    mp_link *links = MP_NEW_ARRAY(arena, capacity, mp_link);
    if (links == NULL) return mp_fail_memory(error);
    const cJSON *item;
    size_t count = 0;

    cJSON_ArrayForEach(item, array) {
        mp_link *link = &links[count++];
        if (!read_offset(item, "start", &link->start) || !read_offset(item, "end", &link->end))
            return mp_fail_in_block(error, MP_ERROR_INPUT, "a link has no whole start and end", index);
        MP_TRY(read_text(item, "href", arena, &link->href, error));
    }
    block->links = links;
    block->link_count = count;
    return MP_OK;
}

static mp_status read_block(const cJSON *item, mp_arena *arena, mp_block *block, size_t index, mp_error *error) {
    if (!cJSON_IsObject(item)) return mp_fail_in_block(error, MP_ERROR_INPUT, "a block is no object", index);
    const cJSON *text = cJSON_GetObjectItemCaseSensitive(item, "text");
    if (!cJSON_IsString(text)) return mp_fail_in_block(error, MP_ERROR_INPUT, "a block has no text", index);
    const cJSON *kind = cJSON_GetObjectItemCaseSensitive(item, "kind");

    block->kind = MP_BLOCK_PARAGRAPH;
    if (kind != NULL) {
        const char *name = cJSON_GetStringValue(kind);
        mp_text name_text = {name, name == NULL ? 0 : strlen(name)};
        if (name == NULL || !mp_block_kind_of(name_text, &block->kind))
            return mp_fail_in_block(error, MP_ERROR_INPUT, "a block's kind is none of the guideline's", index);
    }
    MP_TRY(read_text(item, "text", arena, &block->text, error));
    return read_links(cJSON_GetObjectItemCaseSensitive(item, "links"), arena, block, index, error);
}

static mp_status read_document(const cJSON *root, mp_arena *arena, mp_document *document, mp_error *error) {
    if (!cJSON_IsObject(root)) return mp_fail(error, MP_ERROR_INPUT, "a document is a JSON object");
    const cJSON *array = cJSON_GetObjectItemCaseSensitive(root, "blocks");
    if (!cJSON_IsArray(array)) return mp_fail(error, MP_ERROR_INPUT, "a document has an array \"blocks\"");
    size_t capacity = (size_t)cJSON_GetArraySize(array);
    mp_block *blocks = MP_NEW_ARRAY(arena, capacity, mp_block);
    if (blocks == NULL) return mp_fail_memory(error);
    const cJSON *item;
    size_t count = 0;

    MP_TRY(read_text(root, "id", arena, &document->id, error));
    MP_TRY(read_text(root, "url", arena, &document->url, error));
    MP_TRY(read_text(root, "lang", arena, &document->lang, error));
    cJSON_ArrayForEach(item, array) {
        MP_TRY(read_block(item, arena, &blocks[count], count, error));
        count++;
    }
    document->blocks = blocks;
    document->block_count = count;
    return MP_OK;
}

static mp_status parse_and_read(mp_text json, mp_arena *arena, mp_document *document, mp_error *error) {
    mp_text mended = mp_arena_copy(arena, json);
    if (mended.bytes == NULL) return mp_fail_memory(error);
    cJSON *root = NULL;

    MP_TRY(mend_escapes((char *)(uintptr_t)mended.bytes, mended.length, error));
    MP_TRY(parse(mended, &root, error));
    mp_status status = read_document(root, arena, document, error);
    cJSON_Delete(root);
    return status;
}

mp_status mp_document_from_json(mp_text json, const mp_allocator *allocator, mp_owned_document *document,
                                mp_error *error) {
    *document = (mp_owned_document){0};
    mp_arena arena;
    mp_arena_init(&arena, allocator);
    mp_arena *kept = MP_NEW(&arena, mp_arena);
    if (kept == NULL) return mp_fail_memory(error);
    mp_status status = parse_and_read(json, &arena, &document->document, error);

    if (status != MP_OK) {
        mp_arena_free(&arena);
        *document = (mp_owned_document){0};
        return status;
    }
    *kept = arena; /* the arena's state lives in its own first piece */
    document->memory = kept;
    return MP_OK;
}

void mp_document_free(mp_owned_document *document) {
    if (document->memory != NULL) {
        mp_arena arena = *(mp_arena *)document->memory;
        mp_arena_free(&arena);
    }
    *document = (mp_owned_document){0};
}
