/* rules_load.c: reads rule packs (JSON, cJSON) into rules. Knows the pack's shape; nothing of documents. */
#include "rules.h"

#include "scan.h"
#include "status.h"
#include "text_json.h"

#include <cJSON.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

typedef struct loader {
    mp_rules *rules;
    mp_arena *arena;
    mp_error *error;
    uint32_t path[2]; /* the section and the entry at hand, by their numbers, for the error’s place */
    size_t depth;
} loader;

enum { most_phrase_words = 8, most_word_bytes = 96 };

/* Writes something into a phrase's entry. */
typedef mp_status (*setter)(loader *, mp_entry *, const char *phrase, uint64_t value);

static mp_text text_of(const char *string) { return (mp_text){string, string == NULL ? 0 : strlen(string)}; }

static mp_status fail_entry(loader *l, const char *message, const char *what) {
    return mp_fail_about(l->error, MP_ERROR_RULES, message, text_of(what));
}

static const char *string_of(const cJSON *object, const char *key) {
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
}

static mp_status keep_text(loader *l, const char *string, mp_text *text) {
    *text = mp_arena_copy(l->arena, text_of(string));
    return text->bytes == NULL ? mp_fail_memory(l->error) : MP_OK;
}

/* A required, non-empty string member, kept. */
static mp_status keep_member(loader *l, const cJSON *object, const char *key, mp_text *text) {
    const char *string = string_of(object, key);

    if (string == NULL || *string == '\0') return fail_entry(l, "an entry lacks its member", key);
    return keep_text(l, string, text);
}

/* Cuts `phrase` into folded words as texts are cut and finds or makes its entry. */
static mp_status entry_of(loader *l, const char *phrase, mp_entry **entry) {
    char folded[most_phrase_words][most_word_bytes];
    mp_text words[most_phrase_words];
    mp_text text = text_of(phrase);
    mp_scanned token;
    size_t count = 0;

    if (mp_text_valid(text, l->arena).bytes != text.bytes) return fail_entry(l, "not valid UTF-8", "phrase");
    for (size_t at = 0; mp_scan_next(text, at, &token); at = token.end) {
        if (count == most_phrase_words) return fail_entry(l, "a phrase has more than eight words", phrase);
        size_t length = mp_text_fold(mp_text_slice(text, token.start, token.end), folded[count], most_word_bytes);
        if (length == 0) return fail_entry(l, "a word is too long", phrase);
        words[count] = (mp_text){folded[count], length};
        count++;
    }
    if (count == 0) return fail_entry(l, "a phrase without words", phrase);
    *entry = mp_lexicon_add(l->rules->lexicon, l->arena, words, count);
    return *entry == NULL ? mp_fail_memory(l->error) : MP_OK;
}

/* Calls `apply` with the entry of each phrase in the array, which may be absent; `key` is what it is called. */
static mp_status each_phrase_of(loader *l, const cJSON *array, const char *key, setter apply, uint64_t value) {
    const cJSON *item;
    if (array == NULL) return MP_OK;
    if (!cJSON_IsArray(array)) return fail_entry(l, "not an array of phrases", key);

    cJSON_ArrayForEach(item, array) {
        const char *phrase = cJSON_GetStringValue(item);
        mp_entry *entry;
        if (phrase == NULL) return fail_entry(l, "not a string in", key);
        MP_TRY(entry_of(l, phrase, &entry));
        MP_TRY(apply(l, entry, phrase, value));
    }
    return MP_OK;
}

/* The same for `object[key]`. */
static mp_status each_phrase(loader *l, const cJSON *object, const char *key, setter apply, uint64_t value) {
    return each_phrase_of(l, cJSON_GetObjectItemCaseSensitive(object, key), key, apply, value);
}

static mp_status set_classes(loader *l, mp_entry *entry, const char *phrase, uint64_t classes) {
    (void)l, (void)phrase;
    entry->classes |= classes;
    return MP_OK;
}

/* A capital inside marks a name that no other word is spelt like, as people who post write it: chatgpt, deepseek. */
static bool has_capital_inside(const char *phrase) {
    size_t capitals = 0;
    for (const char *at = phrase; *at != '\0'; at++) {
        if (*at == ' ' || *at == '-') return false;
        capitals += at > phrase && *at >= 'A' && *at <= 'Z';
    }
    return capitals > 0 && strlen(phrase) >= 3;
}

static mp_status set_model(loader *l, mp_entry *entry, const char *phrase, uint64_t model) {
    (void)l;
    entry->model = (uint16_t)model;
    entry->any_case |= has_capital_inside(phrase);
    return MP_OK;
}

static mp_status set_maker(loader *l, mp_entry *entry, const char *phrase, uint64_t maker) {
    (void)l;
    entry->maker = (uint16_t)maker;
    entry->any_case |= has_capital_inside(phrase);
    return MP_OK;
}

static mp_status set_answerable(loader *l, mp_entry *entry, const char *phrase, uint64_t maker) {
    (void)l, (void)phrase;
    entry->answerable = (uint16_t)maker;
    return MP_OK;
}

/* The handles of `object`, given without their @. */
static mp_status each_handle(loader *l, const cJSON *object, setter apply, uint64_t value) {
    const cJSON *array = cJSON_GetObjectItemCaseSensitive(object, "handles"), *item;
    if (array != NULL && !cJSON_IsArray(array)) return fail_entry(l, "not an array", "handles");

    cJSON_ArrayForEach(item, array) {
        char handle[most_word_bytes] = "@";
        const char *name = cJSON_GetStringValue(item);
        mp_entry *entry;
        if (name == NULL || strlen(name) + 2 > sizeof handle) return fail_entry(l, "not a handle", name);
        memcpy(handle + 1, name, strlen(name) + 1);
        MP_TRY(entry_of(l, handle, &entry));
        MP_TRY(apply(l, entry, name, value));
    }
    return MP_OK;
}

/* Sets a model's bit in a table by entry number that grows as needed. */
static mp_status set_bit(loader *l, uint32_t **items, size_t *count, size_t *capacity, mp_entry *entry, uint32_t bit) {
    size_t number = (size_t)(entry - mp_lexicon_entry(l->rules->lexicon, 0));

    while (*count <= number) {
        if (!mp_arena_grow(l->arena, (void **)items, *count, capacity, sizeof **items)) return mp_fail_memory(l->error);
        (*items)[(*count)++] = 0;
    }
    (*items)[number] |= bit;
    return MP_OK;
}

static mp_status set_support(loader *l, mp_entry *entry, const char *phrase, uint64_t bit) {
    mp_rules *rules = l->rules;
    (void)phrase;
    return set_bit(l, &rules->supports.items, &rules->supports.count, &rules->supports.capacity, entry, (uint32_t)bit);
}

static mp_status set_opposition(loader *l, mp_entry *entry, const char *phrase, uint64_t bit) {
    mp_rules *rules = l->rules;
    (void)phrase;
    return set_bit(l, &rules->opposes.items, &rules->opposes.count, &rules->opposes.capacity, entry, (uint32_t)bit);
}

static uint16_t find_maker(const mp_rules *rules, mp_text id) {
    for (size_t i = 0; i < rules->makers.count; i++)
        if (mp_text_equal(rules->makers.items[i].id, id)) return (uint16_t)(i + 1);
    return 0;
}

static uint16_t find_model(const mp_rules *rules, mp_text id) {
    for (size_t i = 0; i < rules->models.count; i++)
        if (mp_text_equal(rules->models.items[i].id, id)) return (uint16_t)(i + 1);
    return 0;
}

static mp_status load_maker(loader *l, const cJSON *item) {
    mp_maker maker = {0};
    mp_rules *rules = l->rules;

    MP_TRY(keep_member(l, item, "id", &maker.id));
    MP_TRY(keep_member(l, item, "name", &maker.name));
    uint16_t number = find_maker(rules, maker.id);
    if (number == 0) {
        if (rules->makers.count >= UINT16_MAX - 1 || !MP_PUSH(l->arena, &rules->makers, maker))
            return mp_fail_memory(l->error);
        number = (uint16_t)rules->makers.count;
    }
    rules->makers.items[number - 1] = maker;
    MP_TRY(each_phrase(l, item, "names", set_maker, number));
    MP_TRY(each_phrase(l, item, "people", set_answerable, number));
    return each_handle(l, item, set_maker, number);
}

static mp_status load_accounts(loader *l, const cJSON *item, mp_model *model) {
    const cJSON *array = cJSON_GetObjectItemCaseSensitive(item, "accounts"), *account;
    if (array != NULL && !cJSON_IsArray(array)) return fail_entry(l, "not an array", "accounts");
    mp_text *accounts = MP_NEW_ARRAY(l->arena, (size_t)cJSON_GetArraySize(array), mp_text);
    if (accounts == NULL) return mp_fail_memory(l->error);

    model->accounts = accounts;
    cJSON_ArrayForEach(account, array) {
        if (!cJSON_IsString(account)) return fail_entry(l, "an account is no string", string_of(item, "id"));
        MP_TRY(keep_text(l, account->valuestring, &accounts[model->account_count++]));
    }
    return MP_OK;
}

static mp_status load_ambiguity(loader *l, const cJSON *item, mp_model *model) {
    if (!cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "ambiguous"))) return MP_OK;
    if (l->rules->ambiguous_count == MP_MOST_AMBIGUOUS)
        return fail_entry(l, "more than 32 ambiguous models", string_of(item, "id"));

    model->ambiguous = true;
    model->ambiguity = (uint8_t)l->rules->ambiguous_count++;
    uint64_t bit = (uint64_t)1 << model->ambiguity;
    MP_TRY(each_phrase(l, item, "evidence", set_support, bit));
    return each_phrase(l, item, "counter", set_opposition, bit);
}

static mp_status load_model(loader *l, const cJSON *item) {
    mp_model model = {0};
    mp_rules *rules = l->rules;
    const char *maker = string_of(item, "maker");

    model.persona = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "persona"));
    MP_TRY(keep_member(l, item, "id", &model.id));
    MP_TRY(keep_member(l, item, "name", &model.name));
    if (maker != NULL && *maker != '\0') {
        model.maker = find_maker(rules, text_of(maker));
        if (model.maker == 0) return fail_entry(l, "a model's maker is not among the makers", maker);
    }
    MP_TRY(load_accounts(l, item, &model));
    MP_TRY(load_ambiguity(l, item, &model));
    uint16_t number = find_model(rules, model.id);
    if (number == 0) {
        if (rules->models.count >= UINT16_MAX - 1 || !MP_PUSH(l->arena, &rules->models, model))
            return mp_fail_memory(l->error);
        number = (uint16_t)rules->models.count;
    }
    rules->models.items[number - 1] = model;
    MP_TRY(each_phrase(l, item, "names", set_model, number));
    return each_handle(l, item, set_model, number);
}

static mp_status read_takes(loader *l, const cJSON *item, mp_cue *cue) {
    static const char *const names[] = {
#define MP_TAKE(symbol, name) name,
        MP_CUE_TAKES(MP_TAKE)
#undef MP_TAKE
    };
    const cJSON *take;

    cJSON_ArrayForEach(take, cJSON_GetObjectItemCaseSensitive(item, "takes")) {
        const char *name = cJSON_GetStringValue(take);
        int i = 0;
        while (i < MP_TAKE_COUNT && (name == NULL || strcmp(name, names[i]) != 0)) i++;
        if (i == MP_TAKE_COUNT) return fail_entry(l, "an unknown construction in takes", name);
        cue->takes |= (uint16_t)(1u << i);
    }
    return MP_OK;
}

static mp_status read_act(loader *l, const cJSON *item, mp_cue *cue) {
    const char *name = string_of(item, "act");

    if (name == NULL) return MP_OK;
    for (int act = MP_ACT_APOLOGY; act <= MP_ACT_OTHER; act++)
        if (strcmp(mp_act_name((mp_act)act), name) == 0) cue->act = (mp_act)act;
    return cue->act == MP_ACT_NONE ? fail_entry(l, "an unknown act", name) : MP_OK;
}

/* Which form of a verb `form` is, by its first word's ending; packs list the forms in no fixed order. */
static mp_verb_form verb_form_of(const char *form, const char *lemma) {
    size_t length = strcspn(form, " ");

    if (strcmp(form, lemma) == 0) return MP_VERB_BASE;
    if (length > 4 && strncmp(form + length - 3, "ing", 3) == 0) return MP_VERB_GERUND;
    if (length > 2 && form[length - 1] == 's' && form[length - 2] != 's') return MP_VERB_THIRD;
    if (length > 3 && (strncmp(form + length - 2, "ed", 2) != 0) &&
        (strncmp(form + length - 2, "ze", 2) == 0 || strncmp(form + length - 2, "se", 2) == 0) &&
        strncmp(form, lemma, length - 2) == 0)
        return MP_VERB_BASE; /* apologize beside apologise */
    return MP_VERB_PAST;
}

static void set_verb_form(mp_entry *entry, const char *form, const char *lemma) {
    mp_verb_form verb_form = verb_form_of(form, lemma);

    entry->verb_form = (uint8_t)verb_form;
    entry->classes |= MP_BIT(VERB);
    if (verb_form == MP_VERB_BASE) entry->classes |= MP_BIT(VERB_BASE);
    if (verb_form == MP_VERB_GERUND) entry->classes |= MP_BIT(VERB_GERUND);
}

/* The forms of a cue (number from 1) or of any other verb (0). */
static mp_status load_forms(loader *l, const cJSON *item, const char *lemma, uint16_t cue) {
    const cJSON *form;
    bool has_past = false;

    cJSON_ArrayForEach(form, cJSON_GetObjectItemCaseSensitive(item, "forms")) {
        mp_entry *entry;
        if (!cJSON_IsString(form)) return fail_entry(l, "a verb's form is no string", lemma);
        MP_TRY(entry_of(l, form->valuestring, &entry));
        if (cue != 0) entry->cue = cue;
        set_verb_form(entry, form->valuestring, lemma);
        has_past |= entry->verb_form == MP_VERB_PAST;
    }
    if (has_past) return MP_OK;
    mp_entry *base;
    MP_TRY(entry_of(l, lemma, &base));
    base->base_is_past = true;
    return MP_OK;
}

static mp_status load_cue(loader *l, const cJSON *item) {
    mp_cue cue = {0};

    MP_TRY(keep_member(l, item, "lemma", &cue.lemma));
    MP_TRY(read_takes(l, item, &cue));
    MP_TRY(read_act(l, item, &cue));
    if (l->rules->cues.count >= UINT16_MAX - 1 || !MP_PUSH(l->arena, &l->rules->cues, cue))
        return mp_fail_memory(l->error);
    return load_forms(l, item, cue.lemma.bytes, (uint16_t)l->rules->cues.count);
}

static mp_status load_verb(loader *l, const cJSON *item) {
    mp_text lemma;

    MP_TRY(keep_member(l, item, "lemma", &lemma));
    return load_forms(l, item, lemma.bytes, 0);
}

static mp_status set_anchor(loader *l, mp_entry *entry, const char *phrase, uint64_t pattern) {
    mp_rules *rules = l->rules;
    mp_pattern_anchor anchor = {(uint16_t)pattern, entry->patterns};
    (void)phrase;

    if (rules->anchors.count == 0 && !MP_PUSH(l->arena, &rules->anchors, (mp_pattern_anchor){0}))
        return mp_fail_memory(l->error);
    if (rules->anchors.count >= UINT16_MAX || !MP_PUSH(l->arena, &rules->anchors, anchor))
        return mp_fail_memory(l->error);
    entry->patterns = (uint16_t)(rules->anchors.count - 1);
    return MP_OK;
}

static mp_status load_pattern(loader *l, const cJSON *item) {
    mp_pattern pattern = {0};
    mp_rules *rules = l->rules;
    const char *meaning = string_of(item, "means"), *source = string_of(item, "pattern");

    MP_TRY(keep_member(l, item, "id", &pattern.id));
    pattern.meaning = mp_meaning_of(text_of(meaning));
    if (pattern.meaning == MP_MEANING_COUNT) return fail_entry(l, "a pattern's unknown meaning", meaning);
    if (source == NULL) return fail_entry(l, "a pattern without its pattern", pattern.id.bytes);
    pattern.about_maker = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "names_maker"));
    pattern.of_model = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "asks_model"));
    pattern.to_model = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "addresses_model"));
    pattern.about_model = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "about_model"));
    pattern.by_others = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "said_by_others"));
    pattern.by_maker = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "said_by_maker"));
    mp_error fault = {.status = MP_OK};
    if (mp_pattern_compile(text_of(source), rules->pattern_memory, &pattern, &fault) != MP_OK) {
        if (fault.status == MP_ERROR_MEMORY) return mp_fail_memory(l->error);
        char message[sizeof fault.message];
        snprintf(message, sizeof message, "pattern %.60s, at its character %zu", pattern.id.bytes, fault.column);
        return fail_entry(l, message, fault.message);
    }
    if (rules->patterns.count >= UINT16_MAX || !MP_PUSH(l->arena, &rules->patterns, pattern)) {
        mp_pattern_free(&pattern);
        return mp_fail_memory(l->error);
    }
    return each_phrase(l, item, "at", set_anchor, rules->patterns.count - 1);
}

/* A class is an array of phrases, or {"phrases": […], "examples": […]}. */
static mp_status load_words(loader *l, const cJSON *words) {
    const cJSON *list;

    cJSON_ArrayForEach(list, words) {
        mp_word_class class = mp_word_class_of(text_of(list->string));
        const cJSON *phrases = cJSON_IsObject(list) ? cJSON_GetObjectItemCaseSensitive(list, "phrases") : list;
        if (class == MP_CLASS_COUNT) return fail_entry(l, "an unknown class of words", list->string);
        MP_TRY(each_phrase_of(l, phrases, list->string, set_classes, (uint64_t)1 << class));
        l->path[1]++;
    }
    return MP_OK;
}

/* A message is a string, or {"text": "…", "examples": […]}. */
static mp_status load_messages(loader *l, const cJSON *messages) {
    const cJSON *item;

    cJSON_ArrayForEach(item, messages) {
        mp_message message;
        const char *text = cJSON_IsObject(item) ? string_of(item, "text") : cJSON_GetStringValue(item);
        if (text == NULL) return fail_entry(l, "a message is no string", item->string);
        MP_TRY(keep_text(l, item->string, &message.id));
        MP_TRY(keep_text(l, text, &message.text));
        if (!MP_PUSH(l->arena, &l->rules->messages, message)) return mp_fail_memory(l->error);
        l->path[1]++;
    }
    return MP_OK;
}

static int feature_of(const char *name) {
    static const char *const names[] = {
#define MP_FEATURE(symbol, name) name,
        MP_FEATURES(MP_FEATURE)
#undef MP_FEATURE
    };
    int i = 0;

    while (i < MP_FEATURE_COUNT && strcmp(names[i], name) != 0) i++;
    return i;
}

/* "weights": {"feature": [spokesperson, source, sample]}, in thousandths. */
static mp_status load_weights(loader *l, const cJSON *weights) {
    const cJSON *item;

    cJSON_ArrayForEach(item, weights) {
        int feature = feature_of(item->string);
        if (feature == MP_FEATURE_COUNT) return fail_entry(l, "a weight of an unknown feature", item->string);
        if (cJSON_GetArraySize(item) != MP_ROLE_COUNT)
            return fail_entry(l, "a feature has three weights, one for each role", item->string);
        for (int role = 0; role < MP_ROLE_COUNT; role++) {
            const cJSON *weight = cJSON_GetArrayItem(item, role);
            if (!cJSON_IsNumber(weight) || weight->valuedouble > 1e6 || weight->valuedouble < -1e6)
                return fail_entry(l, "a weight is no number", item->string);
            l->rules->weights.of[feature][role] = (int32_t)weight->valuedouble;
        }
        l->path[1]++;
    }
    return MP_OK;
}

static mp_status set_role_word(loader *l, mp_entry *entry, const char *phrase, uint64_t word) {
    (void)l, (void)phrase;
    entry->role_word = (uint16_t)word;
    return MP_OK;
}

static mp_status read_role_weights(loader *l, const cJSON *array, int16_t weights[MP_ROLE_COUNT]) {
    if (cJSON_GetArraySize(array) != MP_ROLE_COUNT) return fail_entry(l, "not three weights", "role_words");

    for (int role = 0; role < MP_ROLE_COUNT; role++) {
        const cJSON *weight = cJSON_GetArrayItem(array, role);
        if (!cJSON_IsNumber(weight) || weight->valuedouble > 30000 || weight->valuedouble < -30000)
            return fail_entry(l, "a weight is no number from -30000 to 30000", "role_words");
        weights[role] = (int16_t)weight->valuedouble;
    }
    return MP_OK;
}

/* "role_words": {"word": [[inside the words], [on the page]]}, each three weights in thousandths. */
static mp_status load_role_words(loader *l, const cJSON *words) {
    mp_rules *rules = l->rules;
    const cJSON *item;

    if (rules->role_words.count == 0 && !MP_PUSH(l->arena, &rules->role_words, (mp_role_word){0}))
        return mp_fail_memory(l->error);
    cJSON_ArrayForEach(item, words) {
        mp_role_word word = {0};
        mp_entry *entry;
        MP_TRY(read_role_weights(l, cJSON_GetArrayItem(item, 0), word.inside));
        MP_TRY(read_role_weights(l, cJSON_GetArrayItem(item, 1), word.page));
        MP_TRY(entry_of(l, item->string, &entry));
        if (rules->role_words.count >= UINT16_MAX || !MP_PUSH(l->arena, &rules->role_words, word))
            return mp_fail_memory(l->error);
        MP_TRY(set_role_word(l, entry, item->string, rules->role_words.count - 1));
        l->path[1]++;
    }
    return MP_OK;
}

/* The section of that name, NULL where the pack has none; errors are in it from now on. */
static const cJSON *enter_section(loader *l, const cJSON *root, const char *key) {
    const cJSON *section;

    l->path[0] = l->path[1] = 0;
    cJSON_ArrayForEach(section, root) {
        if (strcmp(section->string, key) == 0) break;
        l->path[0]++;
    }
    l->depth = section == NULL ? 0 : 2;
    return section;
}

static mp_status each_object(loader *l, const cJSON *root, const char *key,
                             mp_status (*load)(loader *, const cJSON *)) {
    const cJSON *array = enter_section(l, root, key), *item;
    if (array == NULL) return MP_OK;
    if (!cJSON_IsArray(array)) return fail_entry(l, "not an array of objects", key);

    cJSON_ArrayForEach(item, array) {
        if (!cJSON_IsObject(item)) return fail_entry(l, "not an object in", key);
        MP_TRY(load(l, item));
        l->path[1]++;
    }
    return MP_OK;
}

/* "en 1", or "en 1, house 3" after a second pack. */
static mp_status add_label(loader *l, const cJSON *root) {
    mp_text id, version, label = l->rules->label;
    MP_TRY(keep_member(l, root, "id", &id));
    MP_TRY(keep_member(l, root, "version", &version));
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
static mp_status load_least_confidence(loader *l, const cJSON *number) {
    if (number == NULL) return MP_OK;
    if (!cJSON_IsNumber(number) || !(number->valuedouble >= 0 && number->valuedouble <= 1))
        return fail_entry(l, "no number from 0 to 1", "least_alert_confidence");

    l->rules->least_alert_per_cent = (uint8_t)(number->valuedouble * 100 + 0.5);
    return MP_OK;
}

static mp_status load_root(loader *l, const cJSON *root) {
    if (!cJSON_IsObject(root)) return mp_fail(l->error, MP_ERROR_RULES, "a rule pack is a JSON object");
    MP_TRY(add_label(l, root));
    MP_TRY(each_object(l, root, "makers", load_maker));
    MP_TRY(each_object(l, root, "models", load_model));
    MP_TRY(each_object(l, root, "verbs", load_verb));
    MP_TRY(each_object(l, root, "cues", load_cue));
    MP_TRY(load_words(l, enter_section(l, root, "words")));
    MP_TRY(each_object(l, root, "patterns", load_pattern));
    MP_TRY(load_weights(l, enter_section(l, root, "weights")));
    MP_TRY(load_role_words(l, enter_section(l, root, "role_words")));
    MP_TRY(load_least_confidence(l, enter_section(l, root, "least_alert_confidence")));
    return load_messages(l, enter_section(l, root, "messages"));
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

mp_status mp_rules_load(mp_rules *rules, mp_text pack, mp_arena *arena, mp_error *error) {
    loader l = {.rules = rules, .arena = arena, .error = error};
    if (rules->lexicon == NULL) rules->lexicon = mp_lexicon_new(arena);
    if (rules->pattern_memory == NULL) rules->pattern_memory = MP_NEW(arena, mp_pattern_memory);
    if (rules->lexicon == NULL || rules->pattern_memory == NULL) return mp_fail_memory(error);
    rules->pattern_memory->allocator = arena->allocator;
    cJSON *root = NULL;
    MP_TRY(mp_rules_parse(pack, &root, error));

    mp_status status = load_root(&l, root);
    cJSON_Delete(root);
    if (status == MP_ERROR_RULES) mp_json_point(pack, mp_json_find(pack, l.path, l.depth).value, error);
    return status;
}

void mp_rules_free(mp_rules *rules) {
    for (size_t i = 0; i < rules->patterns.count; i++) mp_pattern_free(&rules->patterns.items[i]);
    rules->patterns.count = 0;
}

mp_text mp_rules_message(const mp_rules *rules, const char *id) {
    for (size_t i = rules->messages.count; i > 0; i--) /* a later pack's message stands for an earlier one's */
        if (mp_text_equal(rules->messages.items[i - 1].id, text_of(id))) return rules->messages.items[i - 1].text;
    return MP_TEXT("");
}
