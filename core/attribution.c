/* attribution.c: brings the attributions of quotes, blocks and clauses together. Knows verbs, subjects and what mentions
 * stand for; nothing of what the words mean. */
#include "attribution.h"

#include "attribution_internal.h"
#include "attribution_trusted.h"
#include "status.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

const char *mp_attribution_rule_name(mp_attribution_rule rule) {
    static const char *const names[] = {
#define MP_RULE(symbol, name) name,
        MP_ATTRIBUTION_RULES(MP_RULE)
#undef MP_RULE
    };
    return names[rule];
}

/* ---- Gathering --------------------------------------------------------------------------------------------------- */

typedef MP_ARRAY(mp_attribution) attribution_array;

static void prepare_stretch(mp_attributor *a, uint32_t i) {
    const mp_stretch *stretch = &a->stretches->items[i];
    a->by_stretch[i] = (mp_attribution){.form = stretch->is_block ? MP_FORM_BLOCK : MP_FORM_DIRECT,
                                        .block = stretch->block,
                                        .start = stretch->start,
                                        .end = stretch->end,
                                        .stretch = i,
                                        .sentence = MP_NONE,
                                        .speaker = MP_NONE,
                                        .verb = MP_NONE};
}

/* Whether something that the verb can report follows it. */
static bool content_follows(const mp_attributor *a, const mp_verb *verb) {
    uint32_t next = verb->item + 1;
    if (next >= a->sentences->list[verb->sentence].end) return false;
    mp_tag tag = mp_at_tag(a, next);
    bool about = tag == MP_TAG_PREPOSITION && !mp_at_is(a, next, MP_BIT(SUBORDINATOR)) &&
                 (mp_at_takes(a, verb) & MP_TAKES(ABOUT)) != 0; /* ‘I lost my head’: agent spills the beans on it */
    return about || (tag != MP_TAG_PREPOSITION && tag != MP_TAG_SUBORDINATOR && tag != MP_TAG_STOP &&
                     tag != MP_TAG_COORDINATOR && tag != MP_TAG_COMMA);
}

/* ‘Lapses in the cellar’: Grok says sorry as storm grows. */
static bool is_apology(const mp_attributor *a, const mp_verb *verb) {
    bool alone = (mp_at_takes(a, verb) & MP_TAKES(ALONE)) != 0;
    return alone && mp_cue_act(a->rules, verb->cue) == MP_ACT_APOLOGY;
}

/* Whether the verb’s content is in its quote. “Agent admits deleting list: ‘I panicked’” has content before the colon too. */
static bool holds_the_content(const mp_attributor *a, const mp_attribution *attribution) {
    enum { least_content = 3 };
    if (attribution->verb == MP_NONE) return false;
    const mp_verb *verb = &a->verbs->items[attribution->verb];
    if (attribution->rule == MP_RULE_LABEL)
        return !content_follows(a, verb) && !is_apology(a, verb); /* ‘I lost my head’: agent admits wiping it */
    uint32_t item = a->sentences->stretch_item[attribution->stretch];
    if (attribution->form == MP_FORM_BLOCK || a->sentences->stretch_sentence[attribution->stretch] != verb->sentence ||
        item == 0)
        return attribution->form != MP_FORM_BLOCK;
    bool behind_colon = item > verb->item + least_content && mp_at_tag(a, item - 1) == MP_TAG_COLON;
    bool empty = behind_colon && item == verb->item + 4 && mp_at_is(a, verb->item + 1, MP_BIT(AS)); /* as much: “…” */
    if (empty) return true;
    return !(behind_colon && (mp_at_takes(a, verb) & MP_TAKES(OBJECT)) != 0);
}

/* Wren said that it was “late” again: a list of all quotes has the clause too, findings have the fragment alone. */
static bool is_part_of_clause(const mp_attribution *attribution) {
    return attribution->rule == MP_RULE_FRAGMENT && attribution->reference.kind != MP_SPEAKER_MODEL;
}

static mp_status gather_stretches(mp_attributor *a, mp_arena *arena, attribution_array *found, mp_error *error) {
    for (uint32_t i = 0; i < a->stretches->count; i++) {
        prepare_stretch(a, i);
        if (a->stretches->items[i].is_block)
            mp_at_attribute_block(a, i);
        else
            mp_at_attribute_stretch(a, i);
        mp_at_see_through_laundering(a, &a->by_stretch[i]);
        mp_at_leave_to_firm(a, &a->by_stretch[i]);
        if (holds_the_content(a, &a->by_stretch[i]) && !is_part_of_clause(&a->by_stretch[i]))
            a->verb_has_quote[a->by_stretch[i].verb] = true;
    }
    mp_at_carry_back(a);
    mp_at_spread_laundering(a);
    mp_at_attribute_repeated(a, arena);
    for (uint32_t i = 0; i < a->stretches->count; i++)
        if (!MP_PUSH(arena, found, a->by_stretch[i])) return mp_fail_memory(error);
    return MP_OK;
}

/* Told one user that it was open, another that it was shut, and a third that it had never been built. */
static mp_status gather_further_clauses(mp_attributor *a, uint32_t v, mp_arena *arena, attribution_array *found,
                                        mp_error *error) {
    enum { most_clauses = 3 };
    if (!a->has_that[a->verbs->items[v].sentence]) return MP_OK;
    for (uint32_t n = 0; n < most_clauses; n++) {
        mp_attribution attribution = {.speaker = MP_NONE, .verb = MP_NONE, .stretch = MP_NONE};
        if (!mp_at_further_clause(a, v, n, &attribution)) break;
        if (!MP_PUSH(arena, found, attribution)) return mp_fail_memory(error);
    }
    return MP_OK;
}

static mp_status gather_clauses(mp_attributor *a, mp_arena *arena, attribution_array *found, mp_error *error) {
    uint32_t reported_until = 0; /* the end of a model’s clause too long to be one: what it reports is in it */
    for (uint32_t v = 0; v < a->verbs->count; v++) {
        mp_attribution attribution = {.speaker = MP_NONE, .verb = MP_NONE, .stretch = MP_NONE};
        uint32_t cut_at;
        if (a->verbs->items[v].item < reported_until) continue;
        if (!mp_at_reported_clause(a, v, &attribution, &cut_at)) continue;
        MP_TRY(gather_further_clauses(a, v, arena, found, error));
        mp_at_see_through_laundering(a, &attribution);
        if (attribution.reference.kind == MP_SPEAKER_MODEL) reported_until = cut_at;
        if (!MP_PUSH(arena, found, attribution)) return mp_fail_memory(error);
    }
    for (uint32_t s = 0; s < a->sentences->count; s++) {
        mp_attribution attribution = {.speaker = MP_NONE, .verb = MP_NONE, .stretch = MP_NONE};
        if (!mp_at_clause_without_verb(a, s, &attribution)) continue;
        if (!MP_PUSH(arena, found, attribution)) return mp_fail_memory(error);
    }
    return MP_OK;
}

static mp_status weigh(const mp_references *references, attribution_array *found, mp_arena *arena, mp_error *error) {
    const mp_attributions judged = {.references = references, .items = found->items, .count = found->count};
    mp_judged_quotes quotes;
    if (!mp_judged_quotes_read(&judged, arena, &quotes)) return mp_fail_memory(error);
    mp_attributions_weigh(&quotes, found->items);
    mp_attributions_doubt(&quotes, found->items);
    return MP_OK;
}

static size_t drop_clauses_of_others(mp_attribution *items, size_t count) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (mp_is_models(&items[i]) || items[i].stretch != MP_NONE) items[kept++] = items[i];
    return kept;
}

/* What a reported clause reports inside itself is its content, not a finding beside it; so is an act that a model’s
 * quote tells of. */
static size_t drop_nested_clauses(mp_attribution *items, size_t count) {
    size_t kept = 0;
    mp_attribution last = {.block = MP_NONE};  /* the last reported clause that was kept */
    mp_attribution words = {.block = MP_NONE}; /* … and quote of a model */

    for (size_t i = 0; i < count; i++) {
        bool nested = last.block == items[i].block && items[i].form == MP_FORM_INDIRECT && items[i].end <= last.end &&
                      last.reference.kind == MP_SPEAKER_MODEL;
        nested |= words.block == items[i].block && items[i].rule == MP_RULE_SPEECH_ACT && items[i].end <= words.end;
        if (nested) continue;
        if (items[i].form == MP_FORM_DIRECT && mp_is_models(&items[i])) words = items[i];
        if (items[i].form == MP_FORM_INDIRECT) last = items[i];
        items[kept++] = items[i];
    }
    return kept;
}

static int compare(const void *left, const void *right) {
    const mp_attribution *a = left, *b = right;
    if (a->block != b->block) return a->block < b->block ? -1 : 1;
    if (a->start != b->start) return a->start < b->start ? -1 : 1;
    if (a->end != b->end) return a->end > b->end ? -1 : 1;
    if (a->form != b->form) return a->form < b->form ? -1 : 1;
    if (a->cue_start != b->cue_start) return a->cue_start < b->cue_start ? -1 : 1; /* a total order: qsort keeps none */
    return a->verb < b->verb ? -1 : a->verb > b->verb;
}

/* False where memory ends. */
static bool make_attributor(const mp_references *references, mp_arena *arena, mp_attributor *a) {
    const mp_sentences *sentences = references->mentions->sentences;

    *a = (mp_attributor){.references = references,
                         .mentions = references->mentions,
                         .sentences = sentences,
                         .stretches = sentences->stretches,
                         .tokens = sentences->tokens,
                         .rules = sentences->tokens->rules,
                         .verbs = references->verbs,
                         .tags = references->mentions->tags,
                         .by_stretch = MP_NEW_ARRAY(arena, sentences->stretches->count, mp_attribution),
                         .has_that = MP_NEW_ARRAY(arena, sentences->count, bool),
                         .verb_has_quote = MP_NEW_ARRAY(arena, references->verbs->count, bool)};
    if (a->by_stretch == NULL || a->has_that == NULL || a->verb_has_quote == NULL) return false;
    for (size_t s = 0; s < sentences->count; s++)
        for (uint32_t item = sentences->list[s].first; item < sentences->list[s].end; item++)
            a->has_that[s] |= mp_at_tag(a, item) == MP_TAG_THAT;
    return true;
}

mp_status mp_attributions_find(const mp_references *references, bool everybody, mp_arena *arena,
                               mp_attributions *attributions, mp_error *error) {
    attribution_array found = {0};
    mp_attributor *a = MP_NEW_ARRAY(arena, 1, mp_attributor);
    if (a == NULL || !make_attributor(references, arena, a)) return mp_fail_memory(error);

    MP_TRY(gather_stretches(a, arena, &found, error));
    MP_TRY(gather_clauses(a, arena, &found, error));
    *attributions = (mp_attributions){.references = references, .attributor = a};
    if (found.items == NULL) return MP_OK;
    for (size_t i = 0; i < found.count; i++) found.items[i].listed = mp_at_is_listed(a, &found.items[i]);
    if (found.count > 1) qsort(found.items, found.count, sizeof *found.items, compare);
    found.count = drop_nested_clauses(found.items, found.count);
    MP_TRY(weigh(references, &found, arena, error));
    if (!everybody) found.count = drop_clauses_of_others(found.items, found.count);
    found.count = drop_nested_clauses(found.items, found.count); /* in what was weighed as a model’s, too */
    *attributions = (mp_attributions){references, found.items, found.count, a};
    return MP_OK;
}
