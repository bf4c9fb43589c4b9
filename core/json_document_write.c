/* json_document_write.c: writes documents as JSON. Knows the document's shape; nothing of where it came from. */
#include "json_document_write.h"

#include "json_write.h"

static bool add_if_any(cJSON *object, const char *key, mp_text text, mp_arena *arena) {
    return text.length == 0 || mp_json_add_text(object, key, text, arena);
}

static bool add_links(cJSON *object, const mp_block *block, mp_arena *arena) {
    cJSON *links = block->link_count == 0 ? NULL : mp_json_add_array(object, "links");

    for (size_t i = 0; i < block->link_count; i++) {
        const mp_link *link = &block->links[i];
        cJSON *item = mp_json_add_item(links);
        if (!mp_json_add_number(item, "start", link->start) || !mp_json_add_number(item, "end", link->end) ||
            !mp_json_add_text(item, "href", link->href, arena))
            return false;
    }
    return true;
}

static bool add_blocks(cJSON *root, const mp_document *document, mp_arena *arena) {
    cJSON *blocks = mp_json_add_array(root, "blocks");

    for (size_t i = 0; i < document->block_count; i++) {
        const mp_block *block = &document->blocks[i];
        cJSON *item = mp_json_add_item(blocks);
        if (!mp_json_add_string(item, "kind", mp_block_kind_name(block->kind)) ||
            !mp_json_add_text(item, "text", block->text, arena) || !add_links(item, block, arena))
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
