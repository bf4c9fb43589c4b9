/* rules_load_weights.c: reads a pack's topics, and its weights of features. Knows the pack's shape and the table of
 * weighers; nothing of how weights were learnt. */
#include "rules_load_internal.h"
#include "weights_list.h"

/* ---- Names ------------------------------------------------------------------------------------------------------- */

/* The zone before the colon of “inside:health”, MP_ZONE_COUNT where there is none. */
static int zone_of(const char *name) {
    size_t length = strcspn(name, ":");
    int zone = 0;

    while (zone < MP_ZONE_COUNT &&
           (strlen(mp_zone_names[zone]) != length || strncmp(mp_zone_names[zone], name, length) != 0))
        zone++;
    return name[length] == ':' ? zone : (int)MP_ZONE_COUNT;
}

static size_t topic_of(const mp_rules *rules, const char *name) {
    for (size_t i = 0; i < rules->topics.count; i++)
        if (mp_text_equal(rules->topics.items[i], mp_load_text(name))) return i;
    return MP_MOST_TOPICS;
}

bool mp_is_feature(const char *name) {
    return mp_name_place(mp_feature_names, MP_FEATURE_COUNT, name) < MP_FEATURE_COUNT || zone_of(name) < MP_ZONE_COUNT;
}

static int number_of(const mp_rules *rules, const char *name) {
    int feature = mp_name_place(mp_feature_names, MP_FEATURE_COUNT, name), zone = zone_of(name);
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

/* {"feature": [one for each sort]}, or {"feature": one} where there is one sort. */
static mp_status read_weighing(mp_loader *l, const cJSON *table, const mp_weighing *weighing) {
    const cJSON *item;

    cJSON_ArrayForEach(item, table) {
        int feature = mp_name_place(weighing->names, weighing->count, item->string);
        if (feature == weighing->count) return mp_load_fail(l, "a weight of an unknown feature", item->string);
        int16_t *row = mp_weighing_row(weighing, l->rules->weights, feature);
        MP_TRY(weighing->sorts == 1 ? read_number(l, item, item->string, row)
                                    : read_numbers(l, item, weighing->sorts, row));
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
    const cJSON *table, *item;

    cJSON_ArrayForEach(table, zones) {
        int zone = mp_name_place(mp_stem_zone_names, MP_STEM_ZONE_COUNT, table->string);
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

    for (int i = 0; i < MP_WEIGHING_COUNT; i++)
        if (strcmp(member->string, mp_weighings[i].member) == 0) return read_weighing(l, member, &mp_weighings[i]);
    if (strcmp(member->string, "role") == 0) return read_table(l, member, MP_ROLE_COUNT, &weights->role[0][0]);
    if (strcmp(member->string, "act") == 0) return read_table(l, member, MP_ACT_COUNT, &weights->act[0][0]);
    if (strcmp(member->string, "stems") == 0) return read_stems(l, member);
    if (strcmp(member->string, "shares") == 0) return read_numbers(l, member, 2, weights->shares);
    if (strcmp(member->string, "certainty") == 0)
        return read_numbers(l, member, MP_CERTAINTY_STEPS, weights->certainty);
    return mp_load_fail(l, "an unknown member of weights", member->string);
}

/* "weights": {"role": {…}, "act": {…}, "stems": {…}, "shares": [of the page, of the nearest], "certainty": […]}, and a member
 * for each of mp_weighings: "denied", "conflict", "prompt", "speaker", "trust", "name". */
mp_status mp_load_weights(mp_loader *l, const cJSON *weights) {
    const cJSON *member;

    cJSON_ArrayForEach(member, weights) {
        MP_TRY(read_member(l, member));
        l->path[1]++;
    }
    return MP_OK;
}
