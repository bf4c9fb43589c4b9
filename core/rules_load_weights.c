/* rules_load_weights.c: reads a pack's weights of features and words. Knows the pack's shape; nothing of how they were
 * learnt. */
#include "rules_load_internal.h"

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
mp_status mp_load_weights(mp_loader *l, const cJSON *weights) {
    const cJSON *item;

    cJSON_ArrayForEach(item, weights) {
        int feature = feature_of(item->string);
        if (feature == MP_FEATURE_COUNT) return mp_load_fail(l, "a weight of an unknown feature", item->string);
        if (cJSON_GetArraySize(item) != MP_ROLE_COUNT)
            return mp_load_fail(l, "a feature has three weights, one for each role", item->string);
        for (int role = 0; role < MP_ROLE_COUNT; role++) {
            const cJSON *weight = cJSON_GetArrayItem(item, role);
            if (!cJSON_IsNumber(weight) || weight->valuedouble > 1e6 || weight->valuedouble < -1e6)
                return mp_load_fail(l, "a weight is no number", item->string);
            l->rules->weights.of[feature][role] = (int32_t)weight->valuedouble;
        }
        l->path[1]++;
    }
    return MP_OK;
}

static mp_status set_role_word(mp_loader *l, mp_entry *entry, const char *phrase, uint64_t word) {
    (void)l, (void)phrase;
    entry->role_word = (uint16_t)word;
    return MP_OK;
}

static mp_status read_role_weights(mp_loader *l, const cJSON *array, int16_t weights[MP_ROLE_COUNT]) {
    if (cJSON_GetArraySize(array) != MP_ROLE_COUNT) return mp_load_fail(l, "not three weights", "role_words");

    for (int role = 0; role < MP_ROLE_COUNT; role++) {
        const cJSON *weight = cJSON_GetArrayItem(array, role);
        if (!cJSON_IsNumber(weight) || weight->valuedouble > 30000 || weight->valuedouble < -30000)
            return mp_load_fail(l, "a weight is no number from -30000 to 30000", "role_words");
        weights[role] = (int16_t)weight->valuedouble;
    }
    return MP_OK;
}

/* "role_words": {"word": [[inside the words], [on the page]]}, each three weights in thousandths. */
mp_status mp_load_role_words(mp_loader *l, const cJSON *words) {
    mp_rules *rules = l->rules;
    const cJSON *item;

    if (rules->role_words.count == 0 && !MP_PUSH(l->arena, &rules->role_words, (mp_role_word){0}))
        return mp_fail_memory(l->error);
    cJSON_ArrayForEach(item, words) {
        mp_role_word word = {0};
        mp_entry *entry;
        MP_TRY(read_role_weights(l, cJSON_GetArrayItem(item, 0), word.inside));
        MP_TRY(read_role_weights(l, cJSON_GetArrayItem(item, 1), word.page));
        MP_TRY(mp_load_entry(l, item->string, &entry));
        if (rules->role_words.count >= UINT16_MAX || !MP_PUSH(l->arena, &rules->role_words, word))
            return mp_fail_memory(l->error);
        MP_TRY(set_role_word(l, entry, item->string, rules->role_words.count - 1));
        l->path[1]++;
    }
    return MP_OK;
}
