/* rules_load_weights.c: reads a pack's topics, and its weights of features. Knows the pack's shape and the names of
 * features; nothing of how weights were learnt. */
#include "rules_load_internal.h"

/* ---- Names ------------------------------------------------------------------------------------------------------- */

typedef struct name_table {
    const char *const *items;
    int count;
} name_table;

#define MP_NAME(symbol, name) name,
static const char *const feature_names[] = {MP_FEATURES(MP_NAME)};
static const char *const maker_names[] = {MP_MAKER_FEATURES(MP_NAME)};
static const char *const conflict_names[] = {MP_CONFLICT_FEATURES(MP_NAME)};
static const char *const prompt_names[] = {MP_PROMPT_FEATURES(MP_NAME)};
static const char *const speaker_names[] = {MP_SPEAKER_FEATURES(MP_NAME)};
static const char *const trust_names[] = {MP_SPEAKER_FEATURES(MP_NAME) MP_DOUBT_FEATURES(MP_NAME)};
static const char *const names_names[] = {MP_NAME_FEATURES(MP_NAME)};
#undef MP_NAME

static const name_table features = {feature_names, MP_FEATURE_COUNT};
static const name_table maker_features = {maker_names, MP_MAKER_FEATURE_COUNT};
static const name_table conflict_features = {conflict_names, MP_CONFLICT_FEATURE_COUNT};
static const name_table prompt_features = {prompt_names, MP_PROMPT_FEATURE_COUNT};
static const name_table speaker_features = {speaker_names, MP_SPEAKER_FEATURE_COUNT};
static const name_table trust_features = {trust_names, MP_TRUST_FEATURE_COUNT};
static const name_table name_features = {names_names, MP_NAME_FEATURE_COUNT};

/* Which of the names it is; their count where it is none. */
static int place_of(const name_table *names, const char *name) {
    int i = 0;

    while (i < names->count && strcmp(names->items[i], name) != 0) i++;
    return i;
}

static bool is_one_of(const name_table *names, const char *name) { return place_of(names, name) < names->count; }

/* The zone before the colon of “inside:health”, MP_ZONE_COUNT where there is none. */
static int zone_of(const char *name) {
    static const char *const zones[] = {
#define MP_ZONE(symbol, name) name,
        MP_ZONES(MP_ZONE)
#undef MP_ZONE
    };
    size_t length = strcspn(name, ":");
    int zone = 0;

    while (zone < MP_ZONE_COUNT && (strlen(zones[zone]) != length || strncmp(zones[zone], name, length) != 0)) zone++;
    return name[length] == ':' ? zone : (int)MP_ZONE_COUNT;
}

static size_t topic_of(const mp_rules *rules, const char *name) {
    for (size_t i = 0; i < rules->topics.count; i++)
        if (mp_text_equal(rules->topics.items[i], mp_load_text(name))) return i;
    return MP_MOST_TOPICS;
}

bool mp_is_feature(const char *name) { return is_one_of(&features, name) || zone_of(name) < MP_ZONE_COUNT; }
bool mp_is_maker_feature(const char *name) { return is_one_of(&maker_features, name); }
bool mp_is_conflict_feature(const char *name) { return is_one_of(&conflict_features, name); }
bool mp_is_prompt_feature(const char *name) { return is_one_of(&prompt_features, name); }
bool mp_is_speaker_feature(const char *name) { return is_one_of(&speaker_features, name); }
bool mp_is_trust_feature(const char *name) { return is_one_of(&trust_features, name); }
bool mp_is_name_feature(const char *name) { return is_one_of(&name_features, name); }

static int number_of(const mp_rules *rules, const char *name) {
    int feature = place_of(&features, name), zone = zone_of(name);
    if (feature < MP_FEATURE_COUNT) return feature;
    if (zone == MP_ZONE_COUNT) return MP_MOST_FEATURES;
    size_t topic = topic_of(rules, name + strcspn(name, ":") + 1);
    return topic == MP_MOST_TOPICS ? (int)MP_MOST_FEATURES : MP_TOPIC_FEATURE(zone, (int)topic);
}

/* ---- Topics ------------------------------------------------------------------------------------------------------ */

static mp_status set_topics(mp_loader *l, mp_entry *entry, const char *phrase, uint64_t topics) {
    (void)phrase;
    mp_lexicon_add_topics(l->rules->lexicon, entry, topics);
    return MP_OK;
}

static mp_status add_topic(mp_loader *l, const char *name) {
    mp_text kept;

    if (l->rules->topics.count == MP_MOST_TOPICS) return mp_load_fail(l, "more topics than there is room for", name);
    MP_TRY(mp_load_keep(l, name, &kept));
    return MP_PUSH(l->arena, &l->rules->topics, kept) ? MP_OK : mp_fail_memory(l->error);
}

/* "topics": {"health": ["doctor", …]}. */
mp_status mp_load_topics(mp_loader *l, const cJSON *topics) {
    const cJSON *list;

    cJSON_ArrayForEach(list, topics) {
        if (topic_of(l->rules, list->string) == MP_MOST_TOPICS) MP_TRY(add_topic(l, list->string));
        uint64_t bit = (uint64_t)1 << topic_of(l->rules, list->string);
        MP_TRY(mp_load_phrases_of(l, list, list->string, set_topics, bit));
        l->path[1]++;
    }
    return MP_OK;
}

/* ---- Weights ----------------------------------------------------------------------------------------------------- */

static mp_status read_number(mp_loader *l, const cJSON *number, const char *name, int16_t *out) {
    if (!cJSON_IsNumber(number) || number->valuedouble > 30000 || number->valuedouble < -30000)
        return mp_load_fail(l, "a weight is no number from -30000 to 30000", name);
    *out = (int16_t)number->valuedouble;
    return MP_OK;
}

/* An array of so many whole numbers. */
static mp_status read_numbers(mp_loader *l, const cJSON *array, int count, int16_t *numbers) {
    if (cJSON_GetArraySize(array) != count) return mp_load_fail(l, "not so many weights as are wanted", array->string);

    for (int i = 0; i < count; i++) MP_TRY(read_number(l, cJSON_GetArrayItem(array, i), array->string, &numbers[i]));
    return MP_OK;
}

/* {"feature": [one for each role or act]}; `weights` is a table of rows of `count`. */
static mp_status read_table(mp_loader *l, const cJSON *table, int count, int16_t *weights) {
    const cJSON *item;

    cJSON_ArrayForEach(item, table) {
        int feature = number_of(l->rules, item->string);
        if (feature == MP_MOST_FEATURES) return mp_load_fail(l, "a weight of an unknown feature", item->string);
        MP_TRY(read_numbers(l, item, count, weights + feature * count));
    }
    return MP_OK;
}

/* {"feature": [one for each sort]}; `weights` is a row of `sorts` for each of `known`. */
static mp_status read_sorts(mp_loader *l, const cJSON *table, const name_table *known, int sorts, int16_t *weights) {
    const cJSON *item;

    cJSON_ArrayForEach(item, table) {
        int feature = place_of(known, item->string);
        if (feature == known->count) return mp_load_fail(l, "a weight of an unknown feature", item->string);
        MP_TRY(read_numbers(l, item, sorts, weights + feature * sorts));
    }
    return MP_OK;
}

/* {"feature": one}. */
static mp_status read_ones(mp_loader *l, const cJSON *table, const name_table *known, int16_t *weights) {
    const cJSON *item;

    cJSON_ArrayForEach(item, table) {
        int feature = place_of(known, item->string);
        if (feature == known->count) return mp_load_fail(l, "a weight of an unknown feature", item->string);
        MP_TRY(read_number(l, item, item->string, &weights[feature]));
    }
    return MP_OK;
}

/* The stem of those letters, made where there is none. NULL where memory ends. */
static mp_stem *stem_of(mp_loader *l, const char letters[MP_STEM_LETTERS + 2]) {
    mp_rules *rules = l->rules;
    size_t at = mp_stem_place(rules, letters);
    bool known = at < rules->stems.count && memcmp(rules->stems.items[at].letters, letters, MP_STEM_LETTERS) == 0;
    mp_stem made = {0};

    if (known) return &rules->stems.items[at];
    memcpy(made.letters, letters, MP_STEM_LETTERS);
    if (!MP_PUSH(l->arena, &rules->stems, made)) return NULL;
    memmove(&rules->stems.items[at + 1], &rules->stems.items[at], (rules->stems.count - 1 - at) * sizeof made);
    rules->stems.items[at] = made;
    return &rules->stems.items[at];
}

/* {"zone": {"stem": [one for each role]}}. */
static mp_status read_stems(mp_loader *l, const cJSON *zones) {
    static const char *const names[] = {
#define MP_STEM_ZONE(symbol, name) name,
        MP_STEM_ZONES(MP_STEM_ZONE)
#undef MP_STEM_ZONE
    };
    const cJSON *table, *item;

    cJSON_ArrayForEach(table, zones) {
        int zone = 0;
        while (zone < MP_STEM_ZONE_COUNT && strcmp(names[zone], table->string) != 0) zone++;
        if (zone == MP_STEM_ZONE_COUNT) return mp_load_fail(l, "weights of stems in an unknown zone", table->string);
        cJSON_ArrayForEach(item, table) {
            char letters[MP_STEM_LETTERS + 2];
            if (!mp_stem_read(mp_load_text(item->string), letters) || strcmp(letters, item->string) != 0)
                return mp_load_fail(l, "a stem is not of one to six small letters", item->string);
            if (l->rules->stems.count == MP_MOST_STEMS)
                return mp_load_fail(l, "more stems than there is room for", item->string);
            mp_stem *stem = stem_of(l, letters);
            if (stem == NULL) return mp_fail_memory(l->error);
            MP_TRY(read_numbers(l, item, MP_ROLE_COUNT, stem->role[zone]));
        }
    }
    return MP_OK;
}

static mp_status read_member(mp_loader *l, const cJSON *member) {
    mp_weights *weights = l->rules->weights;

    if (strcmp(member->string, "role") == 0) return read_table(l, member, MP_ROLE_COUNT, &weights->role[0][0]);
    if (strcmp(member->string, "act") == 0) return read_table(l, member, MP_ACT_COUNT, &weights->act[0][0]);
    if (strcmp(member->string, "denied") == 0)
        return read_sorts(l, member, &maker_features, MP_SORT_COUNT, &weights->denied[0][0]);
    if (strcmp(member->string, "conflict") == 0)
        return read_sorts(l, member, &conflict_features, MP_SORT_COUNT, &weights->conflict[0][0]);
    if (strcmp(member->string, "prompt") == 0)
        return read_sorts(l, member, &prompt_features, MP_TOLD_SORT_COUNT, &weights->prompt[0][0]);
    if (strcmp(member->string, "speaker") == 0) return read_ones(l, member, &speaker_features, weights->speaker);
    if (strcmp(member->string, "trust") == 0) return read_ones(l, member, &trust_features, weights->trust);
    if (strcmp(member->string, "name") == 0) return read_ones(l, member, &name_features, weights->name);
    if (strcmp(member->string, "stems") == 0) return read_stems(l, member);
    if (strcmp(member->string, "shares") == 0) return read_numbers(l, member, 2, weights->shares);
    if (strcmp(member->string, "certainty") == 0)
        return read_numbers(l, member, MP_CERTAINTY_STEPS, weights->certainty);
    return mp_load_fail(l, "an unknown member of weights", member->string);
}

/* "weights": {"role": {…}, "act": {…}, "denied": {…}, "conflict": {…}, "prompt": {…}, "speaker": {…}, "trust": {…},
 * "stems": {…}, "shares": [of the page, of the nearest], "certainty": […]}. */
mp_status mp_load_weights(mp_loader *l, const cJSON *weights) {
    const cJSON *member;

    cJSON_ArrayForEach(member, weights) {
        MP_TRY(read_member(l, member));
        l->path[1]++;
    }
    return MP_OK;
}
