/* rules_load_patterns.c: reads a pack's patterns, classes of words and messages. Knows the pack's shape; nothing of
 * documents. */
#include "rules_load_internal.h"

#include <stdio.h>

static mp_status set_anchor(mp_loader *l, mp_entry *entry, const char *phrase, uint64_t pattern) {
    mp_rules *rules = l->rules;
    mp_pattern_anchor anchor = {(uint16_t)pattern, entry->patterns};
    (void)phrase;

    if (rules->anchors.count >= UINT16_MAX || !MP_PUSH(l->arena, &rules->anchors, anchor))
        return mp_fail_memory(l->error);
    if (!MP_PUSH(l->arena, &rules->codes, (mp_pattern_code){.packed = NULL})) return mp_fail_memory(l->error);
    entry->patterns = (uint16_t)(rules->anchors.count - 1);
    return MP_OK;
}

/* A pattern that a later pack replaces stays in its place, and matches nothing. */
static void drop_patterns(mp_rules *rules, mp_text id) {
    for (size_t i = 0; i < rules->patterns.count; i++)
        if (mp_text_equal(rules->patterns.items[i].id, id)) rules->patterns.items[i].source = (mp_text){NULL, 0};
}

mp_status mp_load_pattern(mp_loader *l, const cJSON *item) {
    mp_pattern pattern = {0};
    mp_rules *rules = l->rules;
    const char *meaning = mp_load_string(item, "means"), *source = mp_load_string(item, "pattern");

    MP_TRY(mp_load_member(l, item, "id", &pattern.id));
    pattern.meaning = (uint8_t)mp_meaning_of(mp_load_text(meaning));
    if (pattern.meaning == MP_MEANING_COUNT) return mp_load_fail(l, "a pattern's unknown meaning", meaning);
    if (source == NULL) return mp_load_fail(l, "a pattern without its pattern", pattern.id.bytes);
    pattern.about_maker = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "names_maker"));
    pattern.of_model = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "asks_model"));
    pattern.to_model = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "addresses_model"));
    pattern.about_model = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "about_model"));
    pattern.of_readers = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "of_readers"));
    pattern.by_others = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "said_by_others"));
    pattern.by_maker = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "said_by_maker"));
    MP_TRY(mp_load_keep(l, source, &pattern.source));
    drop_patterns(rules, pattern.id);
    mp_error fault = {.status = MP_OK};
    if (mp_pattern_check(pattern.source, rules->pattern_memory, &fault) != MP_OK) {
        if (fault.status == MP_ERROR_MEMORY) return mp_fail_memory(l->error);
        char message[sizeof fault.message];
        snprintf(message, sizeof message, "pattern %.60s, at its character %zu", pattern.id.bytes, fault.column);
        return mp_load_fail(l, message, fault.message);
    }
    if (rules->patterns.count >= UINT16_MAX || !MP_PUSH(l->arena, &rules->patterns, pattern))
        return mp_fail_memory(l->error);
    return mp_load_phrases(l, item, "at", set_anchor, rules->patterns.count - 1);
}

static mp_status set_class(mp_loader *l, mp_entry *entry, const char *phrase, uint64_t class) {
    (void)l, (void)phrase;
    entry->classes |= MP_BIT_OF(class);
    return MP_OK;
}

/* A class is an array of phrases, or {"phrases": […], "examples": […]}. */
mp_status mp_load_words(mp_loader *l, const cJSON *words) {
    const cJSON *list;

    cJSON_ArrayForEach(list, words) {
        mp_word_class class = mp_word_class_of(mp_load_text(list->string));
        const cJSON *phrases = cJSON_IsObject(list) ? cJSON_GetObjectItemCaseSensitive(list, "phrases") : list;
        if (class == MP_CLASS_COUNT) return mp_load_fail(l, "an unknown class of words", list->string);
        MP_TRY(mp_load_phrases_of(l, phrases, list->string, set_class, class));
        l->path[1]++;
    }
    return MP_OK;
}

/* A message is a string, or {"text": "…", "examples": […]}. */
mp_status mp_load_messages(mp_loader *l, const cJSON *messages) {
    const cJSON *item;

    cJSON_ArrayForEach(item, messages) {
        mp_message message;
        const char *text = cJSON_IsObject(item) ? mp_load_string(item, "text") : cJSON_GetStringValue(item);
        if (text == NULL) return mp_load_fail(l, "a message is no string", item->string);
        MP_TRY(mp_load_keep(l, item->string, &message.id));
        MP_TRY(mp_load_keep(l, text, &message.text));
        if (!MP_PUSH(l->arena, &l->rules->messages, message)) return mp_fail_memory(l->error);
        l->path[1]++;
    }
    return MP_OK;
}
