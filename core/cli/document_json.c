/* document_json.c: writes documents as JSON. Knows the document's shape; nothing of where it came from. */
#include "document_json.h"

#include "../arena.h"
#include "../text.h"

#include <cJSON.h>

/* A string for cJSON, which wants a NUL at its end and valid UTF-8 without one inside. */
static bool add_text(cJSON *object, const char *key, mp_text text, mp_arena *arena) {
    mp_text valid = mp_text_valid(text, arena);
    mp_text copy = valid.bytes == NULL && text.length > 0 ? valid : mp_arena_copy(arena, valid);

    return copy.bytes != NULL && cJSON_AddStringToObject(object, key, copy.bytes) != NULL;
}

static bool add_if_any(cJSON *object, const char *key, mp_text text, mp_arena *arena) {
    return text.length == 0 || add_text(object, key, text, arena);
}

static bool add_item(cJSON *array, cJSON *item) {
    if (item == NULL || cJSON_AddItemToArray(array, item)) return item != NULL;
    cJSON_Delete(item);
    return false;
}

static bool add_links(cJSON *object, const mp_block *block, mp_arena *arena) {
    cJSON *links = block->link_count == 0 ? NULL : cJSON_AddArrayToObject(object, "links");

    for (size_t i = 0; i < block->link_count; i++) {
        const mp_link *link = &block->links[i];
        cJSON *item = links == NULL ? NULL : cJSON_CreateObject();
        if (!add_item(links, item)) return false;
        if (cJSON_AddNumberToObject(item, "start", (double)link->start) == NULL ||
            cJSON_AddNumberToObject(item, "end", (double)link->end) == NULL ||
            !add_text(item, "href", link->href, arena))
            return false;
    }
    return true;
}

static bool add_blocks(cJSON *root, const mp_document *document, mp_arena *arena) {
    cJSON *blocks = cJSON_AddArrayToObject(root, "blocks");

    for (size_t i = 0; i < document->block_count; i++) {
        const mp_block *block = &document->blocks[i];
        cJSON *item = blocks == NULL ? NULL : cJSON_CreateObject();
        if (!add_item(blocks, item)) return false;
        if (cJSON_AddStringToObject(item, "kind", mp_block_kind_name(block->kind)) == NULL ||
            !add_text(item, "text", block->text, arena) || !add_links(item, block, arena))
            return false;
    }
    return blocks != NULL;
}

char *mp_document_to_json(const mp_document *document, bool article) {
    mp_arena arena;
    cJSON *root = cJSON_CreateObject();
    char *json = NULL;

    mp_arena_init(&arena, NULL);
    bool fine = root != NULL && add_if_any(root, "id", document->id, &arena) &&
                add_if_any(root, "url", document->url, &arena) && add_if_any(root, "lang", document->lang, &arena) &&
                (article || cJSON_AddFalseToObject(root, "article") != NULL) && add_blocks(root, document, &arena);
    if (fine) json = cJSON_PrintUnformatted(root);
    cJSON_Delete(root);
    mp_arena_free(&arena);
    return json;
}
