/* rules_load_names.c: reads a pack's makers and models: their names, people, handles, accounts, and what makes an ambiguous
 * name certain. Knows the pack's shape; nothing of documents. */
#include "rules_load_internal.h"

/* Spelt like no other word: a capital inside marks such a name even where people who post write it small (chatgpt,
 * deepseek); what the pack itself writes small is one as it stands (o3, gpt-oss). Capitals throughout (FAIR) mark none. */
static bool is_spelt_alone(const char *phrase) {
    size_t capitals = 0, small = 0;
    if (phrase[strcspn(phrase, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")] == '\0') return true;

    for (const char *at = phrase; *at != '\0'; at++) {
        if (*at == ' ' || *at == '-') return false;
        capitals += at > phrase && *at >= 'A' && *at <= 'Z';
        small += *at >= 'a' && *at <= 'z';
    }
    return capitals > 0 && small > 0 && strlen(phrase) >= 3;
}

static mp_status set_model(mp_loader *l, mp_entry *entry, const char *phrase, uint64_t model) {
    (void)l;
    entry->model = (uint16_t)model;
    entry->any_case |= is_spelt_alone(phrase);
    return MP_OK;
}

static mp_status set_maker(mp_loader *l, mp_entry *entry, const char *phrase, uint64_t maker) {
    (void)l;
    entry->maker = (uint16_t)maker;
    entry->any_case |= is_spelt_alone(phrase);
    return MP_OK;
}

static mp_status set_answerable(mp_loader *l, mp_entry *entry, const char *phrase, uint64_t maker) {
    (void)l, (void)phrase;
    entry->answerable = (uint16_t)maker;
    return MP_OK;
}

/* The handles of `object`, given without their @. */
static mp_status each_handle(mp_loader *l, const cJSON *object, mp_phrase_setter apply, uint64_t value) {
    const cJSON *array = cJSON_GetObjectItemCaseSensitive(object, "handles"), *item;
    if (array != NULL && !cJSON_IsArray(array)) return mp_load_fail(l, "not an array", "handles");

    cJSON_ArrayForEach(item, array) {
        char handle[MP_MOST_WORD_BYTES] = "@";
        const char *name = cJSON_GetStringValue(item);
        mp_entry *entry;
        if (name == NULL || strlen(name) + 2 > sizeof handle) return mp_load_fail(l, "not a handle", name);
        memcpy(handle + 1, name, strlen(name) + 1);
        MP_TRY(mp_load_entry(l, handle, &entry));
        MP_TRY(apply(l, entry, name, value));
    }
    return MP_OK;
}

/* Adds to what an entry tells of ambiguous models. */
static mp_status add_evidence(mp_loader *l, mp_entry *entry, mp_evidence more) {
    mp_rules *rules = l->rules;

    if (entry->evidence == 0) {
        if (rules->evidence.count >= UINT16_MAX || !MP_PUSH(l->arena, &rules->evidence, (mp_evidence){0}))
            return mp_fail_memory(l->error);
        entry->evidence = (uint16_t)(rules->evidence.count - 1);
    }
    rules->evidence.items[entry->evidence].supports |= more.supports;
    rules->evidence.items[entry->evidence].opposes |= more.opposes;
    return MP_OK;
}

static mp_status set_support(mp_loader *l, mp_entry *entry, const char *phrase, uint64_t bit) {
    (void)phrase;
    return add_evidence(l, entry, (mp_evidence){.supports = (uint32_t)bit});
}

static mp_status set_opposition(mp_loader *l, mp_entry *entry, const char *phrase, uint64_t bit) {
    (void)phrase;
    return add_evidence(l, entry, (mp_evidence){.opposes = (uint32_t)bit});
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

mp_status mp_load_maker(mp_loader *l, const cJSON *item) {
    mp_maker maker = {0};
    mp_rules *rules = l->rules;

    MP_TRY(mp_load_member(l, item, "id", &maker.id));
    MP_TRY(mp_load_member(l, item, "name", &maker.name));
    uint16_t number = find_maker(rules, maker.id);
    if (number == 0) {
        if (rules->makers.count >= UINT16_MAX - 1 || !MP_PUSH(l->arena, &rules->makers, maker))
            return mp_fail_memory(l->error);
        number = (uint16_t)rules->makers.count;
    } else {
        mp_load_forget(l, MP_NAMED_MAKER, number);
    }
    rules->makers.items[number - 1] = maker;
    MP_TRY(mp_load_phrases(l, item, "names", set_maker, number));
    MP_TRY(mp_load_phrases(l, item, "people", set_answerable, number));
    return each_handle(l, item, set_maker, number);
}

static mp_status load_accounts(mp_loader *l, const cJSON *item, mp_model *model) {
    const cJSON *array = cJSON_GetObjectItemCaseSensitive(item, "accounts"), *account;
    if (array != NULL && !cJSON_IsArray(array)) return mp_load_fail(l, "not an array", "accounts");
    mp_text *accounts = MP_NEW_ARRAY(l->arena, (size_t)cJSON_GetArraySize(array), mp_text);
    if (accounts == NULL) return mp_fail_memory(l->error);

    model->accounts = accounts;
    cJSON_ArrayForEach(account, array) {
        if (!cJSON_IsString(account)) return mp_load_fail(l, "an account is no string", mp_load_string(item, "id"));
        MP_TRY(mp_load_keep(l, account->valuestring, &accounts[model->account_count++]));
    }
    return MP_OK;
}

static mp_status load_ambiguity(mp_loader *l, const cJSON *item, mp_model *model) {
    if (!cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "ambiguous"))) return MP_OK;
    if (l->rules->ambiguous_count == MP_MOST_AMBIGUOUS)
        return mp_load_fail(l, "more than 32 ambiguous models", mp_load_string(item, "id"));

    model->ambiguous = true;
    model->ambiguity = (uint8_t)l->rules->ambiguous_count++;
    uint64_t bit = (uint64_t)1 << model->ambiguity;
    MP_TRY(mp_load_phrases(l, item, "evidence", set_support, bit));
    return mp_load_phrases(l, item, "counter", set_opposition, bit);
}

mp_status mp_load_model(mp_loader *l, const cJSON *item) {
    mp_model model = {0};
    mp_rules *rules = l->rules;
    const char *maker = mp_load_string(item, "maker");

    model.persona = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "persona"));
    model.common = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "common"));
    MP_TRY(mp_load_member(l, item, "id", &model.id));
    MP_TRY(mp_load_member(l, item, "name", &model.name));
    if (maker != NULL && *maker != '\0') {
        model.maker = find_maker(rules, mp_load_text(maker));
        if (model.maker == 0) return mp_load_fail(l, "a model's maker is not among the makers", maker);
    }
    MP_TRY(load_accounts(l, item, &model));
    MP_TRY(load_ambiguity(l, item, &model));
    uint16_t number = find_model(rules, model.id);
    if (number == 0) {
        if (rules->models.count >= UINT16_MAX - 1 || !MP_PUSH(l->arena, &rules->models, model))
            return mp_fail_memory(l->error);
        number = (uint16_t)rules->models.count;
    } else {
        mp_load_forget(l, MP_NAMED_MODEL, number);
    }
    rules->models.items[number - 1] = model;
    MP_TRY(mp_load_phrases(l, item, "names", set_model, number));
    return each_handle(l, item, set_model, number);
}
