/* rules_examples.c: lists the examples of a rule pack, with the rule that each belongs to and where it stands. Knows the
 * pack's shape; runs nothing. */
#include "rules_examples.h"

#include "rules.h"
#include "status.h"

#include <cJSON.h>
#include <string.h>

/* The sections that hold rules: how a rule there is called, by which member it is known (NULL: by its key), and where its
 * phrases are, if its examples are about these. */
static const struct {
    const char *section, *name, *id, *phrases;
} sections[MP_RULE_KIND_COUNT] = {{"makers", "maker", "id", NULL},     {"models", "model", "id", NULL},
                                  {"cues", "cue", "lemma", NULL},      {"verbs", "verb", "lemma", "forms"},
                                  {"words", "words", NULL, "phrases"}, {"patterns", "pattern", "id", NULL},
                                  {"notes", "note", "id", NULL},       {"messages", "message", NULL, NULL}};

typedef struct lister {
    mp_arena *arena;
    mp_examples *examples;
} lister;

const char *mp_rule_kind_name(mp_rule_kind kind) { return sections[kind].name; }

static bool keep(const lister *l, const char *string, mp_text *text) {
    *text = mp_arena_copy(l->arena, (mp_text){string, strlen(string)});
    return text->bytes != NULL;
}

/* Finds a member and its number among its siblings. */
static const cJSON *numbered_member(const cJSON *object, const char *key, uint32_t *number) {
    const cJSON *item;

    *number = 0;
    cJSON_ArrayForEach(item, object) {
        if (strcmp(item->string, key) == 0) return item;
        ++*number;
    }
    return NULL;
}

static bool keep_phrases(const lister *l, const cJSON *array, mp_ruled *rule) {
    mp_text *phrases = MP_NEW_ARRAY(l->arena, (size_t)cJSON_GetArraySize(array), mp_text);
    const cJSON *item;
    if (phrases == NULL) return false;

    cJSON_ArrayForEach(item, array) {
        if (cJSON_IsString(item) && !keep(l, item->valuestring, &phrases[rule->phrase_count++])) return false;
    }
    rule->phrases = phrases;
    return true;
}

static const mp_ruled *rule_of(const lister *l, const cJSON *entry, mp_rule_kind kind) {
    mp_ruled *rule = MP_NEW(l->arena, mp_ruled);
    const char *member = sections[kind].id, *phrases = sections[kind].phrases;
    const char *id =
        member == NULL ? entry->string : cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(entry, member));
    if (rule == NULL || !keep(l, id == NULL ? "" : id, &rule->id)) return NULL;

    rule->kind = kind;
    if (phrases != NULL && !keep_phrases(l, cJSON_GetObjectItemCaseSensitive(entry, phrases), rule)) return NULL;
    return rule;
}

static bool list_texts(lister *l, const cJSON *entry, const mp_ruled *rule, bool holds, const uint32_t path[2]) {
    mp_example example = {.rule = rule, .holds = holds, .path = {path[0], path[1]}};
    const cJSON *array = numbered_member(entry, holds ? "examples" : "counterexamples", &example.path[2]), *item;

    cJSON_ArrayForEach(item, array) {
        if (!cJSON_IsString(item)) continue;
        if (!keep(l, item->valuestring, &example.text) || !MP_PUSH(l->arena, &l->examples->items, example))
            return false;
        example.path[3]++;
    }
    return true;
}

static bool list_section(lister *l, const cJSON *root, mp_rule_kind kind) {
    uint32_t path[2] = {0};
    const cJSON *section = numbered_member(root, sections[kind].section, &path[0]), *entry;

    cJSON_ArrayForEach(entry, section) {
        l->examples->rule_count++;
        bool has_any = cJSON_GetObjectItemCaseSensitive(entry, "examples") != NULL ||
                       cJSON_GetObjectItemCaseSensitive(entry, "counterexamples") != NULL;
        const mp_ruled *rule = has_any ? rule_of(l, entry, kind) : NULL;
        if (has_any && rule == NULL) return false;
        if (has_any && (!list_texts(l, entry, rule, true, path) || !list_texts(l, entry, rule, false, path)))
            return false;
        path[1]++;
    }
    return true;
}

static bool list_all(lister *l, const cJSON *root) {
    const char *lang = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(root, "lang"));

    for (int kind = 0; kind < MP_RULE_KIND_COUNT; kind++)
        if (!list_section(l, root, (mp_rule_kind)kind)) return false;
    return keep(l, lang == NULL ? "" : lang, &l->examples->lang);
}

/* Whether there was anything to tell, beside telling it. */
typedef struct relay {
    mp_misshape_visitor visit;
    void *context;
    bool misshapen;
} relay;

static bool relay_misshape(void *context, const mp_misshape *found) {
    relay *to = context;
    to->misshapen = true;
    return to->visit(to->context, found);
}

mp_status mp_rules_examine(mp_text pack, mp_arena *arena, mp_misshape_visitor visit, void *context,
                           mp_examples *examples, mp_error *error) {
    lister l = {arena, examples};
    relay to = {.visit = visit, .context = context};
    cJSON *root = NULL;
    MP_TRY(mp_rules_parse(pack, &root, error));

    *examples = (mp_examples){0};
    bool fine = mp_rules_check_shape(root, arena, relay_misshape, &to) && (to.misshapen || list_all(&l, root));
    cJSON_Delete(root);
    return fine ? MP_OK : mp_fail_memory(error);
}
