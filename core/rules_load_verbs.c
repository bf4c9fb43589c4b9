/* rules_load_verbs.c: reads a pack's cues and other verbs, and which form of the verb each of their forms is. Knows the
 * pack's shape; nothing of documents. */
#include "rules_load_internal.h"

static const char *const take_names[] = {
#define MP_TAKE(symbol, name) name,
    MP_CUE_TAKES(MP_TAKE)
#undef MP_TAKE
};

static mp_status read_act(mp_loader *l, const cJSON *item, mp_cue *cue) {
    const char *name = mp_load_string(item, "act");

    if (name == NULL) return MP_OK;
    for (int act = MP_ACT_APOLOGY; act <= MP_ACT_OTHER; act++)
        if (strcmp(mp_act_name((mp_act)act), name) == 0) cue->act = (uint8_t)act;
    return cue->act == MP_ACT_NONE ? mp_load_fail(l, "an unknown act", name) : MP_OK;
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

/* The first form of a verb that ends in -ing, kept; empty where it has none. */
static mp_status keep_gerund(mp_loader *l, const cJSON *item, mp_cue *cue) {
    const cJSON *form;

    cJSON_ArrayForEach(form, cJSON_GetObjectItemCaseSensitive(item, "forms")) {
        if (!cJSON_IsString(form) || verb_form_of(form->valuestring, cue->lemma.bytes) != MP_VERB_GERUND) continue;
        return mp_load_keep(l, form->valuestring, &cue->gerund);
    }
    return MP_OK;
}

static mp_status read_noun(mp_loader *l, const cJSON *item, mp_cue *cue) {
    const char *noun = mp_load_string(item, "noun");
    return noun == NULL ? MP_OK : mp_load_keep(l, noun, &cue->noun);
}

/* The forms of a cue (number from 1) or of any other verb (0). */
static mp_status load_forms(mp_loader *l, const cJSON *item, const char *lemma, uint16_t cue) {
    const cJSON *form;
    bool has_past = false;

    cJSON_ArrayForEach(form, cJSON_GetObjectItemCaseSensitive(item, "forms")) {
        mp_entry *entry;
        if (!cJSON_IsString(form)) return mp_load_fail(l, "a verb's form is no string", lemma);
        MP_TRY(mp_load_entry(l, form->valuestring, &entry));
        if (cue != 0) entry->cue = cue;
        set_verb_form(entry, form->valuestring, lemma);
        has_past |= entry->verb_form == MP_VERB_PAST;
    }
    if (has_past) return MP_OK;
    mp_entry *base;
    MP_TRY(mp_load_entry(l, lemma, &base));
    base->base_is_past = true;
    return MP_OK;
}

static uint16_t find_cue(const mp_rules *rules, mp_text lemma) {
    for (size_t i = 0; i < rules->cues.count; i++)
        if (mp_text_equal(rules->cues.items[i].lemma, lemma)) return (uint16_t)(i + 1);
    return 0;
}

mp_status mp_load_cue(mp_loader *l, const cJSON *item) {
    mp_cue cue = {0};
    mp_rules *rules = l->rules;

    MP_TRY(mp_load_member(l, item, "lemma", &cue.lemma));
    MP_TRY(mp_load_flags(l, item, "takes", take_names, MP_TAKE_COUNT, &cue.takes));
    MP_TRY(read_act(l, item, &cue));
    MP_TRY(read_noun(l, item, &cue));
    MP_TRY(keep_gerund(l, item, &cue));
    uint16_t number = find_cue(rules, cue.lemma);
    if (number == 0) {
        if (rules->cues.count >= UINT16_MAX - 1 || !MP_PUSH(l->arena, &rules->cues, cue))
            return mp_fail_memory(l->error);
        number = (uint16_t)rules->cues.count;
    } else {
        mp_load_forget(l, MP_NAMED_CUE, number);
    }
    rules->cues.items[number - 1] = cue;
    return load_forms(l, item, cue.lemma.bytes, number);
}

mp_status mp_load_verb(mp_loader *l, const cJSON *item) {
    mp_text lemma;

    MP_TRY(mp_load_member(l, item, "lemma", &lemma));
    return load_forms(l, item, lemma.bytes, 0);
}
