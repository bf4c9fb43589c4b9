/* rules_shape.c: checks a rule pack against the table of shapes below, which says what core/schema/rules.schema.json
 * says, with the core's own lists of names. Walks with a stack of its own, as deep as the table, whatever the pack. */
#include "rules_shape.h"

#include "rules.h"
#include "text.h"
#include "weights_list.h"

#include <cJSON.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- What strings may be ----------------------------------------------------------------------------------------- */

static bool is_small_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
static bool is_alphanumeric(char c) { return is_small_or_digit(c) || (c >= 'A' && c <= 'Z'); }

/* Words of small letters and digits with single hyphens between them. */
static bool is_id(const char *string) {
    for (const char *at = string; *at != '\0'; at++)
        if (!is_small_or_digit(*at) && (*at != '-' || at == string || at[-1] == '-' || at[1] == '\0')) return false;
    return *string != '\0';
}

/* A BCP 47 tag, as far as its shape goes: a word of two to eight letters, then words of one to eight letters or digits. */
static bool is_language(const char *string) {
    const char *part = string;

    for (const char *at = string;; at++) {
        if (is_alphanumeric(*at) && (part != string || *at > '9')) continue;
        if ((*at != '-' && *at != '\0') || at == part || at - part > 8) return false;
        if (part == string && at - part < 2) return false;
        if (*at == '\0') return true;
        part = at + 1;
    }
}

static bool is_handle(const char *string) {
    size_t length = strlen(string);

    for (size_t i = 0; i < length; i++)
        if (!is_alphanumeric(string[i]) && string[i] != '_' && string[i] != '.') return false;
    return length >= 1 && length <= 90;
}

/* Without scheme and white space: host.example/path. */
static bool is_account(const char *string) {
    size_t host = strcspn(string, "/ \t\n\r");
    const char *dot = memchr(string, '.', host);

    return dot != NULL && dot > string && dot + 1 < string + host && string[strcspn(string, " \t\n\r")] == '\0';
}

static bool has_something(const char *string) { return *string != '\0'; }
static bool is_phrase(const char *string) { return string[strspn(string, " \t\n\r")] != '\0'; }

/* ---- The table --------------------------------------------------------------------------------------------------- */

typedef enum shape_type { STRING, NUMBER, INTEGER, BOOLEAN, ARRAY, OBJECT } shape_type;

typedef struct shape shape;

typedef struct member {
    const char *name;
    const shape *shape;
    bool required;
} member;

struct shape {
    shape_type type;
    const char *wanted;         /* what it should be, as the user is told */
    bool (*fits)(const char *); /* of strings; of objects, their keys */
    const char *const *names;   /* strings: one of these; objects without members: keys from these */
    size_t name_count;
    const mp_weighing *weighing; /* objects without members: keys are names of its features */
    double least, most;          /* of numbers */
    const shape *items;          /* of arrays, and of objects without members */
    size_t exactly;              /* of arrays: so many items; 0: any number */
    bool unique;                 /* of arrays: no string twice … */
    const char *unique_by;       /* … as this member of objects */
    const member *members;       /* of objects */
    size_t member_count;         /* 0: keys are free, or from `names` or `weighing` */
    const shape *or_object;      /* stands for this one where the value is an object */
};

#define NAME(symbol, name) name,
static const char *const class_names[] = {MP_WORD_CLASSES(NAME)};
static const char *const take_names[] = {MP_CUE_TAKES(NAME)};
static const char *const meaning_names[] = {MP_MEANINGS(NAME)};
static const char *const noted_names[] = {MP_NOTED_PARTS(NAME)};
#undef NAME
static const char *const act_names[] = {"apology",  "admission",   "denial", "promise",
                                        "defiance", "explanation", "other"};

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define NAMES(array) .names = (array), .name_count = COUNT(array)
#define MEMBERS(array) .type = OBJECT, .wanted = "an object", .members = (array), .member_count = COUNT(array)

static const shape any_string = {STRING, .wanted = "a string"};
static const shape text = {STRING, .wanted = "a string that is not empty", .fits = has_something};
static const shape id = {STRING, .wanted = "small letters and digits, with single hyphens between", .fits = is_id};
static const shape lang = {STRING, .wanted = "a BCP 47 tag", .fits = is_language};
static const shape phrase = {STRING, .wanted = "a string of one to eight words", .fits = is_phrase};
static const shape handle = {STRING, .wanted = "an account name without @", .fits = is_handle};
static const shape account = {STRING, .wanted = "the beginning of an address, without https://", .fits = is_account};
static const shape boolean = {BOOLEAN, .wanted = "true or false"};
static const shape probability = {NUMBER, .wanted = "a number from 0 to 1", .least = 0, .most = 1};
static const shape act = {STRING, .wanted = "an act of the guideline", NAMES(act_names)};
static const shape take = {STRING, .wanted = "a construction", NAMES(take_names)};
static const shape meaning = {STRING, .wanted = "a meaning", NAMES(meaning_names)};
static const shape weight = {INTEGER, .wanted = "a whole number from -30000 to 30000", .least = -30000, .most = 30000};

static const shape phrases = {ARRAY, .wanted = "an array of phrases", .items = &phrase, .unique = true};
static const shape handles = {ARRAY, .wanted = "an array of account names", .items = &handle};
static const shape accounts = {ARRAY, .wanted = "an array of addresses", .items = &account};
static const shape takes = {ARRAY, .wanted = "an array of constructions", .items = &take, .unique = true};
static const shape examples = {ARRAY, .wanted = "an array of texts", .items = &text};
static const shape role_weights = {ARRAY, .wanted = "three weights, one for each role", .items = &weight,
                                   .exactly = MP_ROLE_COUNT};
static const shape act_weights = {ARRAY, .wanted = "seven weights, one for each act", .items = &weight,
                                  .exactly = MP_ACT_COUNT};
static const shape denied_weights = {ARRAY, .wanted = "four weights, one for each sort of words", .items = &weight,
                                     .exactly = MP_SORT_COUNT};
static const shape prompt_weights = {ARRAY, .wanted = "three weights, one for each way of telling", .items = &weight,
                                     .exactly = MP_TOLD_SORT_COUNT};
static const shape shares = {ARRAY, .wanted = "two weights, of the page and of the nearest", .items = &weight,
                             .exactly = 2};
static const shape certainty = {ARRAY, .wanted = "seventeen numbers, per cent", .items = &weight,
                                .exactly = MP_CERTAINTY_STEPS};

/* Every rule may have these. */
#define REMARKS                                                                                                        \
    {"comment", &any_string, false}, {"examples", &examples, false}, { "counterexamples", &examples, false }

static const member maker_members[] = {
    {"id", &id, true},           {"name", &text, true},        {"names", &phrases, false},
    {"people", &phrases, false}, {"handles", &handles, false}, REMARKS};
static const member model_members[] = {{"id", &id, true},
                                       {"name", &text, true},
                                       {"maker", &any_string, false},
                                       {"names", &phrases, false},
                                       {"handles", &handles, false},
                                       {"accounts", &accounts, false},
                                       {"ambiguous", &boolean, false},
                                       {"persona", &boolean, false},
                                       {"common", &boolean, false},
                                       {"evidence", &phrases, false},
                                       {"counter", &phrases, false},
                                       REMARKS};
static const member cue_members[] = {{"lemma", &text, true}, {"forms", &phrases, true}, {"takes", &takes, false},
                                     {"act", &act, false},   {"noun", &text, false},    REMARKS};
static const member verb_members[] = {{"lemma", &text, true}, {"forms", &phrases, true}, REMARKS};
static const member pattern_members[] = {{"id", &id, true},
                                         {"means", &meaning, true},
                                         {"at", &phrases, true},
                                         {"pattern", &text, true},
                                         {"names_maker", &boolean, false},
                                         {"said_by_maker", &boolean, false},
                                         {"asks_model", &boolean, false},
                                         {"about_model", &boolean, false},
                                         {"of_readers", &boolean, false},
                                         {"said_by_others", &boolean, false},
                                         {"addresses_model", &boolean, false},
                                         REMARKS};
static const member word_members[] = {{"phrases", &phrases, true}, REMARKS};
static const member message_members[] = {{"text", &any_string, true}, REMARKS};

static const shape maker = {MEMBERS(maker_members)};
static const shape model = {MEMBERS(model_members)};
static const shape cue = {MEMBERS(cue_members)};
static const shape verb = {MEMBERS(verb_members)};
static const shape pattern = {MEMBERS(pattern_members)};
static const shape word_object = {MEMBERS(word_members)};
static const shape message_object = {MEMBERS(message_members)};

static const shape word_class = {ARRAY, .wanted = "an array of phrases, or an object with phrases and examples",
                                 .items = &phrase, .unique = true, .or_object = &word_object};
static const shape message = {STRING, .wanted = "a string, or an object with text and examples",
                              .or_object = &message_object};

static const shape makers = {ARRAY, .wanted = "an array of makers", .items = &maker, .unique = true, .unique_by = "id"};
static const shape models = {ARRAY, .wanted = "an array of models", .items = &model, .unique = true, .unique_by = "id"};
static const shape cues = {ARRAY, .wanted = "an array of cues", .items = &cue, .unique = true, .unique_by = "lemma"};
static const shape verbs = {ARRAY, .wanted = "an array of verbs", .items = &verb};
static const shape patterns = {ARRAY, .wanted = "an array of patterns", .items = &pattern, .unique = true,
                               .unique_by = "id"};
static const shape words = {OBJECT, .wanted = "an object of word classes", NAMES(class_names), .items = &word_class};
static const shape topics = {OBJECT, .wanted = "an object of topics", .items = &phrases};
static const shape role_table = {OBJECT, .wanted = "an object of features", .fits = mp_is_feature,
                                 .items = &role_weights};
static const shape act_table = {OBJECT, .wanted = "an object of features", .fits = mp_is_feature,
                                .items = &act_weights};

/* The weights of one of mp_weighings. */
#define WEIGHED(number, each)                                                                                          \
    { OBJECT, .wanted = "an object of features", .weighing = &mp_weighings[MP_WEIGHING_##number], .items = &(each) }
static const shape denied_table = WEIGHED(DENIED, denied_weights);
static const shape conflict_table = WEIGHED(CONFLICT, denied_weights);
static const shape prompt_table = WEIGHED(PROMPT, prompt_weights);
static const shape speaker_table = WEIGHED(SPEAKER, weight);
static const shape trust_table = WEIGHED(TRUST, weight);
static const shape name_table = WEIGHED(NAME, weight);
static const shape end_table = WEIGHED(END, weight);
static const shape it_table = WEIGHED(IT, weight);

static const shape stem_table = {OBJECT, .wanted = "an object of stems", .items = &role_weights};
static const member stems_members[] = {
#define MP_STEM_ZONE(symbol, name) {name, &stem_table, false},
    MP_STEM_ZONES(MP_STEM_ZONE)
#undef MP_STEM_ZONE
};
static const shape stem_tables = {MEMBERS(stems_members)};
static const member weights_members[] = {{"role", &role_table, false},     {"act", &act_table, false},
                                         {"denied", &denied_table, false}, {"conflict", &conflict_table, false},
                                         {"prompt", &prompt_table, false}, {"speaker", &speaker_table, false},
                                         {"trust", &trust_table, false},   {"name", &name_table, false},
                                         {"end", &end_table, false},       {"it", &it_table, false},
                                         {"stems", &stem_tables, false},   {"shares", &shares, false},
                                         {"certainty", &certainty, false}};
static const shape weights = {MEMBERS(weights_members)};
static const shape noted_part = {STRING, .wanted = "a part of speech", NAMES(noted_names)};
static const shape noted_parts = {ARRAY, .wanted = "an array of parts of speech", .items = &noted_part, .unique = true};
static const member note_members[] = {
    {"id", &id, true}, {"message", &text, true}, {"words", &phrases, true}, {"as", &noted_parts, true}, REMARKS};
static const shape note = {MEMBERS(note_members)};
static const shape notes = {ARRAY, .wanted = "an array of notes", .items = &note, .unique_by = "id"};
static const shape messages = {OBJECT, .wanted = "an object of messages", .items = &message};

static const member pack_members[] = {{"id", &id, true},
                                      {"version", &text, true},
                                      {"lang", &lang, false},
                                      {"$schema", &any_string, false},
                                      {"comment", &any_string, false},
                                      {"least_alert_confidence", &probability, false},
                                      {"makers", &makers, false},
                                      {"models", &models, false},
                                      {"cues", &cues, false},
                                      {"verbs", &verbs, false},
                                      {"words", &words, false},
                                      {"patterns", &patterns, false},
                                      {"topics", &topics, false},
                                      {"weights", &weights, false},
                                      {"messages", &messages, false},
                                      {"notes", &notes, false}};
static const shape pack = {MEMBERS(pack_members)};

/* ---- The walk ---------------------------------------------------------------------------------------------------- */

/* A container that is being walked. */
typedef struct level {
    const cJSON *value, *next;
    const shape *shape;
    uint32_t number; /* of the child before `next`, plus one */
} level;

typedef struct walk {
    level levels[MP_DEEPEST_SHAPE];
    size_t depth;
    mp_arena *arena;
    mp_misshape_visitor visit;
    void *context;
    bool memory_ended, stopped;
} walk;

/* The child that was taken from the level last. */
static const cJSON *current_child(const level *l) {
    return l->next == NULL ? l->value->child->prev : l->next->prev; /* cJSON's first child points to the last */
}

static size_t write_step(const level *l, char *out, size_t room) {
    const cJSON *child = current_child(l);
    int length = 0;

    if (l->shape->type == ARRAY)
        length = snprintf(out, room, "[%u]", (unsigned)(l->number - 1));
    else if (child->string[strspn(child->string, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789$")] ==
             '\0')
        length = snprintf(out, room, ".%s", child->string);
    else
        length = snprintf(out, room, "[\"%s\"]", child->string);
    return length < 0 ? 0 : (size_t)length;
}

/* "$.cues[3].takes[0]": the place of the child at hand, or of the innermost container itself. */
static mp_text write_path(const walk *w, size_t depth) {
    size_t room = 2, length = 1;
    for (size_t i = 0; i < depth; i++) room += write_step(&w->levels[i], NULL, 0) + 1;
    char *path = mp_arena_take(w->arena, room);
    if (path == NULL) return (mp_text){NULL, 0};

    path[0] = '$';
    for (size_t i = 0; i < depth; i++) length += write_step(&w->levels[i], path + length, room - length);
    return (mp_text){path, length};
}

static mp_text join(mp_arena *arena, const char *before, const char *between, const char *after) {
    size_t room = strlen(before) + strlen(between) + strlen(after) + 1;
    char *joined = mp_arena_take(arena, room);
    if (joined == NULL) return (mp_text){NULL, 0};

    snprintf(joined, room, "%s%s%s", before, between, after);
    return (mp_text){joined, room - 1};
}

/* Tells of a fault of the value at hand: what the levels so far lead to. */
static void tell(walk *w, size_t depth, mp_text what, bool key) {
    mp_misshape found = {.message = what, .path = write_path(w, depth), .depth = depth, .key = key};

    for (size_t i = 0; i < depth; i++) found.steps[i] = w->levels[i].number - 1;
    w->memory_ended |= found.message.bytes == NULL || found.path.bytes == NULL;
    if (!w->memory_ended && !w->visit(w->context, &found)) w->stopped = true;
}

static bool has_type(const cJSON *value, shape_type type) {
    switch (type) {
    case STRING: return cJSON_IsString(value);
    case NUMBER:
    case INTEGER: return cJSON_IsNumber(value);
    case BOOLEAN: return cJSON_IsBool(value);
    case ARRAY: return cJSON_IsArray(value);
    default: return cJSON_IsObject(value);
    }
}

static bool is_named(const shape *s, const char *name) {
    for (size_t i = 0; i < s->name_count; i++)
        if (strcmp(s->names[i], name) == 0) return true;
    return false;
}

/* “mumble” is none of: quote, that, … */
static void tell_unknown_name(walk *w, const shape *s, const char *name) {
    mp_text told = join(w->arena, "“", name, "” is none of:");

    for (size_t i = 0; told.bytes != NULL && i < s->name_count; i++)
        told = join(w->arena, told.bytes, i == 0 ? " " : ", ", s->names[i]);
    tell(w, w->depth, told, false);
}

static void check_string(walk *w, const cJSON *value, const shape *s) {
    if (s->fits != NULL && !s->fits(value->valuestring))
        tell(w, w->depth, join(w->arena, "should be ", s->wanted, ""), false);
    else if (s->names != NULL && !is_named(s, value->valuestring))
        tell_unknown_name(w, s, value->valuestring);
}

static void check_number(walk *w, const cJSON *value, const shape *s) {
    double number = value->valuedouble;
    bool fits = number >= s->least && number <= s->most && (s->type != INTEGER || !(floor(number) < number));

    if (!fits) tell(w, w->depth, join(w->arena, "should be ", s->wanted, ""), false);
}

static int compare_strings(const void *left, const void *right) {
    const cJSON *a = *(const cJSON *const *)left, *b = *(const cJSON *const *)right;
    return strcmp(a->valuestring, b->valuestring);
}

/* Tells of a string that stands in the array twice; or, where `key` is not NULL, in that member of two objects. */
static void check_unique(walk *w, const cJSON *array, const char *key) {
    const cJSON **strings = MP_NEW_ARRAY(w->arena, (size_t)cJSON_GetArraySize(array), const cJSON *);
    const cJSON *item;
    size_t count = 0;
    w->memory_ended |= strings == NULL;
    if (strings == NULL) return;

    cJSON_ArrayForEach(item, array) {
        const cJSON *string = key == NULL ? item : cJSON_GetObjectItemCaseSensitive(item, key);
        if (cJSON_IsString(string)) strings[count++] = string;
    }
    if (count > 1) qsort(strings, count, sizeof(const cJSON *), compare_strings);
    for (size_t i = 1; i < count; i++)
        if (strcmp(strings[i - 1]->valuestring, strings[i]->valuestring) == 0) {
            tell(w, w->depth, join(w->arena, "has “", strings[i]->valuestring, "” twice"), false);
            return;
        }
}

static void check_array(walk *w, const cJSON *array, const shape *s) {
    if (s->exactly != 0 && (size_t)cJSON_GetArraySize(array) != s->exactly)
        tell(w, w->depth, join(w->arena, "should be ", s->wanted, ""), false);
    if (s->unique) check_unique(w, array, s->unique_by);
}

static void check_object(walk *w, const cJSON *object, const shape *s) {
    for (size_t i = 0; i < s->member_count; i++)
        if (s->members[i].required && cJSON_GetObjectItemCaseSensitive(object, s->members[i].name) == NULL)
            tell(w, w->depth, join(w->arena, "lacks its member “", s->members[i].name, "”"), false);
}

static void enter(walk *w, const cJSON *value, const shape *s) {
    if (value->child == NULL || w->depth == MP_DEEPEST_SHAPE) return;
    w->levels[w->depth++] = (level){.value = value, .next = value->child, .shape = s};
}

static void check_value(walk *w, const cJSON *value, const shape *s) {
    if (s->or_object != NULL && cJSON_IsObject(value)) s = s->or_object;
    if (!has_type(value, s->type)) {
        tell(w, w->depth, join(w->arena, "should be ", s->wanted, ""), false);
        return;
    }
    switch (s->type) {
    case STRING: check_string(w, value, s); break;
    case NUMBER:
    case INTEGER: check_number(w, value, s); break;
    case ARRAY: check_array(w, value, s); break;
    case OBJECT: check_object(w, value, s); break;
    default: break;
    }
    if (s->type == ARRAY || s->type == OBJECT) enter(w, value, s);
}

static bool weighs(const mp_weighing *weighing, const char *feature) {
    return mp_name_place(weighing->names, weighing->count, feature) < weighing->count;
}

/* The shape of an object's member; NULL where there is no such member. */
static const shape *shape_of_member(const shape *s, const char *name) {
    for (size_t i = 0; i < s->member_count; i++)
        if (strcmp(s->members[i].name, name) == 0) return s->members[i].shape;
    if (s->member_count > 0) return NULL;
    if (s->type == OBJECT && s->fits != NULL && !s->fits(name)) return NULL;
    if (s->weighing != NULL && !weighs(s->weighing, name)) return NULL;
    return s->names == NULL || is_named(s, name) ? s->items : NULL;
}

static void check_child(walk *w, level *l) {
    const cJSON *child = l->next;
    l->next = child->next;
    l->number++;

    if (l->shape->type == ARRAY) {
        check_value(w, child, l->shape->items);
        return;
    }
    const shape *s = shape_of_member(l->shape, child->string);
    if (s == NULL)
        tell(w, w->depth, join(w->arena, "“", child->string, "” is no member that packs have here"), true);
    else if (cJSON_GetObjectItemCaseSensitive(l->value, child->string) != child && l->shape->member_count > 0)
        tell(w, w->depth, join(w->arena, "“", child->string, "” stands here twice"), true);
    else
        check_value(w, child, s);
}

bool mp_rules_check_shape(const cJSON *root, mp_arena *arena, mp_misshape_visitor visit, void *context) {
    walk w = {.arena = arena, .visit = visit, .context = context};

    check_value(&w, root, &pack);
    while (w.depth > 0 && !w.memory_ended && !w.stopped) {
        level *l = &w.levels[w.depth - 1];
        if (l->next == NULL)
            w.depth--;
        else
            check_child(&w, l);
    }
    return !w.memory_ended;
}
