/* page_witness.c: what a page says about itself: titles, types and descriptions in meta tags and JSON-LD. Witnesses only:
 * none of their text is ever marked. Knows nothing of the page's visible text. */
#include "../status.h"
#include "../text.h"
#include "page_parts.h"

#include <cJSON.h>
#include <errno.h>
#include <string.h>

static bool starts_with(mp_text text, const char *word) {
    size_t length = strlen(word);

    return text.length >= length && mp_page_text_is((mp_text){text.bytes, length}, word);
}

static void take_first(mp_text *place, mp_text value) {
    if (place->length == 0) *place = value;
}

void mp_witness_meta(mp_witness *witness, const mp_node *node) {
    mp_text name = mp_page_attribute(node, "property"), content = mp_page_attribute(node, "content");

    if (name.length == 0) name = mp_page_attribute(node, "name");
    if (name.length == 0 || content.length == 0) return;
    if (mp_page_text_is(name, "og:title"))
        take_first(&witness->og_title, content);
    else if (mp_page_text_is(name, "twitter:title"))
        take_first(&witness->twitter_title, content);
    else if (mp_page_text_is(name, "og:description") || mp_page_text_is(name, "description"))
        take_first(&witness->description, content);
    else if (mp_page_text_is(name, "og:url"))
        take_first(&witness->url, content);
    else if (mp_page_text_is(name, "article:published_time") || mp_page_text_is(name, "og:article:published_time"))
        witness->published = true;
    else if (mp_page_text_is(name, "og:type") && starts_with(content, "article"))
        witness->og_article = true;
    else if (mp_page_text_is(name, "og:type"))
        witness->og_other = true;
}

/* ---- JSON-LD ----------------------------------------------------------------------------------------------------- */

static unsigned types_of(const cJSON *type) {
    const char *name = cJSON_GetStringValue(type);
    unsigned types = 0;

    if (name != NULL) return mp_page_type_of((mp_text){name, strlen(name)});
    for (const cJSON *item = cJSON_IsArray(type) ? type->child : NULL; item != NULL; item = item->next) {
        name = cJSON_GetStringValue(item);
        if (name != NULL) types |= mp_page_type_of((mp_text){name, strlen(name)});
    }
    return types;
}

static mp_status read_thing(mp_witness *witness, const cJSON *thing, mp_arena *arena, mp_error *error) {
    unsigned types = types_of(cJSON_GetObjectItemCaseSensitive(thing, "@type"));

    if ((types & MP_TYPE_ARTICLE) != 0) {
        const char *headline = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(thing, "headline"));
        witness->ld_article = true;
        if (headline == NULL || witness->ld_headline.length > 0) return MP_OK;
        mp_text copy = mp_arena_copy(arena, (mp_text){headline, strlen(headline)});
        if (copy.bytes == NULL) return mp_fail_memory(error);
        witness->ld_headline = mp_text_valid(copy, arena);
    } else if ((types & MP_TYPE_OTHER) != 0) {
        witness->ld_other = true;
    }
    return MP_OK;
}

/* Reads a value and what stands at its top: the items of an array, of "@graph", and a page's "mainEntity". Deeper things
 * belong to other pages (a list's items, an article's related stories). */
static mp_status read_top(mp_witness *witness, const cJSON *root, mp_arena *arena, mp_error *error) {
    const cJSON *graph = cJSON_GetObjectItemCaseSensitive(root, "@graph");
    const cJSON *main_entity = cJSON_GetObjectItemCaseSensitive(root, "mainEntity");

    MP_TRY(read_thing(witness, root, arena, error));
    if (cJSON_IsObject(main_entity)) MP_TRY(read_thing(witness, main_entity, arena, error));
    for (const cJSON *item = cJSON_IsArray(graph) ? graph->child : NULL; item != NULL; item = item->next)
        MP_TRY(read_thing(witness, item, arena, error));
    return MP_OK;
}

mp_status mp_witness_ld(mp_witness *witness, mp_text json, mp_arena *arena, mp_error *error) {
    size_t start = 0;

    /* Some wrap it in a comment or CDATA. */
    while (start < json.length && json.bytes[start] != '{' && json.bytes[start] != '[') start++;
    if (start == json.length) return MP_OK;
    errno = 0;
    cJSON *root = cJSON_ParseWithLengthOpts(json.bytes + start, json.length - start, NULL, false);
    if (root == NULL && errno == ENOMEM) return mp_fail_memory(error);
    if (root == NULL) return MP_OK; /* a witness that cannot be read says nothing */
    mp_status status = MP_OK;
    if (cJSON_IsArray(root)) {
        for (const cJSON *item = root->child; item != NULL && status == MP_OK; item = item->next)
            status = read_top(witness, item, arena, error);
    } else {
        status = read_top(witness, root, arena, error);
    }
    cJSON_Delete(root);
    return status;
}

/* ---- Titles ------------------------------------------------------------------------------------------------------ */

enum { max_title_words = sizeof((mp_title_words *)NULL)->hashes / sizeof(uint32_t) };

static bool stands_alone(uint32_t code) { return code >= 0x3040 && code <= 0x9FFF; }

static void add_word(mp_title_words *words, uint32_t hash) {
    if (hash != 0 && words->count < max_title_words) words->hashes[words->count++] = hash;
}

mp_title_words mp_title_words_of(mp_text title) {
    mp_title_words words = {.count = 0};
    uint32_t hash = 0;

    for (size_t at = 0; at < title.length && words.count < max_title_words;) {
        mp_character character = mp_text_character(title, at);
        at += character.length;
        if (character.code == 0x00AD) continue;
        bool is_part = mp_is_letter(character.code) || mp_is_digit(character.code);
        if (!is_part || stands_alone(character.code)) {
            add_word(&words, hash);
            hash = 0;
        }
        if (is_part) hash = (hash ^ mp_fold(character.code)) * 16777619u + 1u;
    }
    add_word(&words, hash);
    return words;
}

double mp_title_likeness(const mp_title_words *a, const mp_title_words *b) {
    bool used[max_title_words] = {false};
    size_t shared = 0;

    if (a->count == 0 || b->count == 0) return 0;
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++)
            if (!used[j] && a->hashes[i] == b->hashes[j]) {
                used[j] = true;
                shared++;
                break;
            }
    return 2.0 * (double)shared / (double)(a->count + b->count);
}
