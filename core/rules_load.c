/* rules_load.c: reads rule packs (JSON, cJSON) into rules: the pack as a whole, and its phrases. Knows the pack's shape;
 * nothing of documents. */
#include "rules_load_internal.h"

#include "scan.h"
#include "text_json.h"

#include <errno.h>

enum { most_phrase_words = 8 };

mp_status mp_load_fail(mp_loader *l, const char *message, const char *what) {
    return mp_fail_about(l->error, MP_ERROR_RULES, message, mp_load_text(what));
}

const char *mp_load_string(const cJSON *object, const char *key) {
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
}

mp_status mp_load_keep(mp_loader *l, const char *string, mp_text *text) {
    *text = mp_arena_copy(l->arena, mp_load_text(string));
    return text->bytes == NULL ? mp_fail_memory(l->error) : MP_OK;
}

/* A required, non-empty string member, kept. */
mp_status mp_load_member(mp_loader *l, const cJSON *object, const char *key, mp_text *text) {
    const char *string = mp_load_string(object, key);

    if (string == NULL || *string == '\0') return mp_load_fail(l, "an entry lacks its member", key);
    return mp_load_keep(l, string, text);
}

/* Cuts `phrase` into folded words as texts are cut and finds or makes its entry. */
mp_status mp_load_entry(mp_loader *l, const char *phrase, mp_entry **entry) {
    char folded[most_phrase_words][MP_MOST_WORD_BYTES];
    mp_text words[most_phrase_words];
    mp_text text = mp_load_text(phrase);
    mp_scanned token;
    size_t count = 0;

    if (mp_text_valid(text, l->arena).bytes != text.bytes) return mp_load_fail(l, "not valid UTF-8", "phrase");
    for (size_t at = 0; mp_scan_next(text, at, &token); at = token.end) {
        if (count == most_phrase_words) return mp_load_fail(l, "a phrase has more than eight words", phrase);
        size_t length = mp_text_fold(mp_text_slice(text, token.start, token.end), folded[count], MP_MOST_WORD_BYTES);
        if (length == 0) return mp_load_fail(l, "a word is too long", phrase);
        words[count] = (mp_text){folded[count], length};
        count++;
    }
    if (count == 0) return mp_load_fail(l, "a phrase without words", phrase);
    *entry = mp_lexicon_add(l->rules->lexicon, l->arena, words, count);
    return *entry == NULL ? mp_fail_memory(l->error) : MP_OK;
}

/* Calls `apply` with the entry of each phrase in the array, which may be absent; `key` is what it is called. */
mp_status mp_load_phrases_of(mp_loader *l, const cJSON *array, const char *key, mp_phrase_setter apply,
                             uint64_t value) {
    const cJSON *item;
    if (array == NULL) return MP_OK;
    if (!cJSON_IsArray(array)) return mp_load_fail(l, "not an array of phrases", key);

    cJSON_ArrayForEach(item, array) {
        const char *phrase = cJSON_GetStringValue(item);
        mp_entry *entry;
        if (phrase == NULL) return mp_load_fail(l, "not a string in", key);
        MP_TRY(mp_load_entry(l, phrase, &entry));
        MP_TRY(apply(l, entry, phrase, value));
    }
    return MP_OK;
}

/* The same for `object[key]`. */
mp_status mp_load_phrases(mp_loader *l, const cJSON *object, const char *key, mp_phrase_setter apply, uint64_t value) {
    return mp_load_phrases_of(l, cJSON_GetObjectItemCaseSensitive(object, key), key, apply, value);
}

mp_status mp_load_flags(mp_loader *l, const cJSON *object, const char *key, const char *const *names, int count,
                        uint16_t *flags) {
    const cJSON *item;

    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(object, key)) {
        const char *name = cJSON_GetStringValue(item);
        int i = 0;
        while (i < count && (name == NULL || strcmp(name, names[i]) != 0)) i++;
        if (i == count) return mp_load_fail(l, "an unknown name in", key);
        *flags |= (uint16_t)(1u << i);
    }
    return MP_OK;
}

static void forget(mp_entry *entry, mp_named what, uint16_t number) {
    switch (what) {
    case MP_NAMED_MAKER:
        if (entry->maker == number) entry->maker = 0;
        if (entry->answerable == number) entry->answerable = 0;
        break;
    case MP_NAMED_MODEL:
        if (entry->model == number) entry->model = 0;
        break;
    case MP_NAMED_NOTE:
        if (entry->note == number) entry->note = 0;
        break;
    default:
        if (entry->cue == number) entry->cue = 0;
        break;
    }
}

void mp_load_forget(mp_loader *l, mp_named what, uint16_t number) {
    size_t count;
    mp_entry *entries = mp_lexicon_entries(l->rules->lexicon, &count);

    for (size_t i = 0; i < count; i++) forget(&entries[i], what, number);
}

/* The section of that name, NULL where the pack has none; errors are in it from now on. */
static const cJSON *enter_section(mp_loader *l, const cJSON *root, const char *key) {
    const cJSON *section;

    l->path[0] = l->path[1] = 0;
    cJSON_ArrayForEach(section, root) {
        if (strcmp(section->string, key) == 0) break;
        l->path[0]++;
    }
    l->depth = section == NULL ? 0 : 2;
    return section;
}

static mp_status each_object(mp_loader *l, const cJSON *root, const char *key,
                             mp_status (*load)(mp_loader *, const cJSON *)) {
    const cJSON *array = enter_section(l, root, key), *item;
    if (array == NULL) return MP_OK;
    if (!cJSON_IsArray(array)) return mp_load_fail(l, "not an array of objects", key);

    cJSON_ArrayForEach(item, array) {
        if (!cJSON_IsObject(item)) return mp_load_fail(l, "not an object in", key);
        MP_TRY(load(l, item));
        l->path[1]++;
    }
    return MP_OK;
}

/* "en 1", or "en 1, house 3" after a second pack. */
static mp_status add_label(mp_loader *l, const cJSON *root) {
    mp_text id, version, label = l->rules->label;
    MP_TRY(mp_load_member(l, root, "id", &id));
    MP_TRY(mp_load_member(l, root, "version", &version));
    char *bytes = mp_arena_take(l->arena, label.length + id.length + version.length + 4);
    if (bytes == NULL) return mp_fail_memory(l->error);
    size_t at = 0;

    if (label.length > 0) memcpy(bytes, label.bytes, at = label.length), memcpy(bytes + at, ", ", 2), at += 2;
    memcpy(bytes + at, id.bytes, id.length);
    at += id.length;
    bytes[at++] = ' ';
    memcpy(bytes + at, version.bytes, version.length);
    l->rules->label = (mp_text){bytes, at + version.length};
    return MP_OK;
}

/* "least_alert_confidence": 0 to 1. */
static mp_status load_least_confidence(mp_loader *l, const cJSON *number) {
    if (number == NULL) return MP_OK;
    if (!cJSON_IsNumber(number) || !(number->valuedouble >= 0 && number->valuedouble <= 1))
        return mp_load_fail(l, "no number from 0 to 1", "least_alert_confidence");

    l->rules->least_alert_per_cent = (uint8_t)(number->valuedouble * 100 + 0.5);
    return MP_OK;
}

static mp_status load_root(mp_loader *l, const cJSON *root) {
    if (!cJSON_IsObject(root)) return mp_fail(l->error, MP_ERROR_RULES, "a rule pack is a JSON object");
    MP_TRY(add_label(l, root));
    MP_TRY(each_object(l, root, "makers", mp_load_maker));
    MP_TRY(each_object(l, root, "models", mp_load_model));
    MP_TRY(each_object(l, root, "verbs", mp_load_verb));
    MP_TRY(each_object(l, root, "cues", mp_load_cue));
    MP_TRY(mp_load_words(l, enter_section(l, root, "words")));
    MP_TRY(each_object(l, root, "patterns", mp_load_pattern));
    MP_TRY(each_object(l, root, "notes", mp_load_note));
    MP_TRY(mp_load_topics(l, enter_section(l, root, "topics")));
    MP_TRY(mp_load_weights(l, enter_section(l, root, "weights")));
    MP_TRY(load_least_confidence(l, enter_section(l, root, "least_alert_confidence")));
    return mp_load_messages(l, enter_section(l, root, "messages"));
}

mp_status mp_rules_parse(mp_text pack, cJSON **root, mp_error *error) {
    const char *end = pack.bytes;

    errno = 0;
    *root = cJSON_ParseWithLengthOpts(pack.bytes, pack.length, &end, false);
    if (*root == NULL && errno == ENOMEM) return mp_fail_memory(error);
    size_t at = end == NULL ? 0 : (size_t)(end - pack.bytes);
    if (*root != NULL) {
        at = mp_json_skip_space(pack, at);
        if (at == pack.length) return MP_OK;
        cJSON_Delete(*root);
        *root = NULL;
    }
    mp_fail(error, MP_ERROR_RULES, "a rule pack is not valid JSON");
    mp_json_point(pack, at, error);
    return MP_ERROR_RULES;
}

mp_status mp_rules_begin(mp_rules *rules, mp_arena *arena, mp_error *error) {
    rules->lexicon = mp_lexicon_new(arena);
    rules->pattern_memory = MP_NEW(arena, mp_pattern_memory);
    rules->weights = MP_NEW(arena, mp_weights);
    rules->gate = MP_NEW(arena, mp_gate);
    bool fine = rules->lexicon != NULL && rules->pattern_memory != NULL && rules->weights != NULL &&
                rules->gate != NULL && MP_PUSH(arena, &rules->anchors, (mp_pattern_anchor){0}) &&
                MP_PUSH(arena, &rules->codes, (mp_pattern_code){.packed = NULL}) &&
                MP_PUSH(arena, &rules->evidence, (mp_evidence){0});
    if (!fine) return mp_fail_memory(error);
    rules->pattern_memory->allocator = arena->allocator;
    return MP_OK;
}

mp_status mp_rules_load(mp_rules *rules, mp_text pack, mp_arena *arena, mp_error *error) {
    mp_loader l = {.rules = rules, .arena = arena, .error = error};
    cJSON *root = NULL;
    MP_TRY(mp_rules_own(rules, arena, error));
    MP_TRY(mp_rules_parse(pack, &root, error));

    mp_status status = load_root(&l, root);
    cJSON_Delete(root);
    if (status == MP_OK && (rules->gate = mp_gate_of(rules->lexicon, arena)) == NULL) return mp_fail_memory(error);
    if (status == MP_ERROR_RULES) mp_json_point(pack, mp_json_find(pack, l.path, l.depth).value, error);
    return status;
}

void mp_rules_free(mp_rules *rules) {
    if (rules->lexicon != NULL) mp_lexicon_close(rules->lexicon);
    for (size_t i = 0; i < rules->codes.count; i++) mp_pattern_free(&rules->codes.items[i]);
    rules->codes.count = 0;
    if (rules->pattern_memory != NULL) mp_pattern_memory_free(rules->pattern_memory);
}
