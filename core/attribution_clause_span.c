/* attribution_clause_span.c: the span of a reported clause, and what quoted words of a model inside it leave of it. Knows
 * attributed stretches; nothing of which words begin or end a clause. */
#include "attribution_clause_internal.h"

static bool holds_model_words(const mp_attributor *a, uint32_t item) {
    if (mp_at_tag(a, item) != MP_TAG_STRETCH) return false;
    const mp_attribution *inside = &a->by_stretch[a->sentences->items[item].stretch];
    return inside->rule != MP_RULE_NONE && inside->reference.kind == MP_SPEAKER_MODEL;
}

/* Replied that it was sorry, and what it called “…” was repeated: the words are another verb’s, in a clause that “and”
 * adds. Cuts it off; false where nothing is left. */
static bool cut_added_clause(const mp_attributor *a, mp_clause *c, uint32_t stretch_item) {
    enum { least_left = 3 };
    uint32_t verb = a->by_stretch[a->sentences->items[stretch_item].stretch].verb;
    if (c->verb == NULL || verb == MP_NONE) return false;
    bool around =
        c->rule == MP_RULE_CLAUSE_THEN_SPEAKER && c->verb->item < stretch_item; /* Ice, it said, is wet, and “…” */
    if (&a->verbs->items[verb] == c->verb && !around) return false;
    uint32_t first = around ? c->verb->item : c->first;
    for (uint32_t i = stretch_item; i > first + least_left; i--) {
        bool adds = mp_at_tag(a, i) == MP_TAG_COORDINATOR || mp_at_is(a, i, MP_BIT(SUBORDINATOR)) ||
                    mp_at_tag(a, i) == MP_TAG_RELATIVE; /* blamed Wren, which it said was “late” */
        if (!adds || mp_at_tag(a, i - 1) != MP_TAG_COMMA) continue;
        c->end = i - 1;
        return true;
    }
    return false;
}

/* The “that” behind an “and”, over an insertion too; MP_NONE where none is. */
static uint32_t that_behind_coordinator(const mp_attributor *a, const mp_clause *c, uint32_t coordinator) {
    if (coordinator + 2 >= c->end) return MP_NONE;
    if (mp_at_tag(a, coordinator + 1) == MP_TAG_THAT) return coordinator + 1;
    if (mp_at_tag(a, coordinator + 1) != MP_TAG_COMMA) return MP_NONE;
    for (uint32_t i = coordinator + 2; i + 2 < c->end && i < coordinator + MP_CLAUSE_SHORT_REACH; i++)
        if (mp_at_tag(a, i) == MP_TAG_COMMA) return mp_at_tag(a, i + 1) == MP_TAG_THAT ? i + 1 : (uint32_t)MP_NONE;
    return MP_NONE;
}

/* Said that a “glitch” had led it astray, and that it would stick to the point: of two clauses with a “that” each, the one
 * without quoted words is reported. False where both have some. */
static bool cut_to_plain_clause(const mp_attributor *a, mp_clause *c, uint32_t stretch_item) {
    for (uint32_t i = c->first + 1; i < c->end; i++) {
        uint32_t that = mp_at_tag(a, i) == MP_TAG_COORDINATOR ? that_behind_coordinator(a, c, i) : (uint32_t)MP_NONE;
        if (that == MP_NONE) continue;
        bool first_is_plain = i < stretch_item;
        if (first_is_plain) c->end = mp_at_tag(a, i - 1) == MP_TAG_COMMA ? i - 1 : i;
        if (!first_is_plain && that == i + 1 && mp_at_tag(a, i - 1) != MP_TAG_COMMA)
            return false;                         /* one report: was “late” and that it was old */
        if (!first_is_plain) c->first = that + 1; /* was “late” and, a post on, that it was old */
        for (uint32_t k = c->first; k < c->end; k++)
            if (holds_model_words(a, k)) return false;
        return c->end > c->first + 1;
    }
    return false;
}

/* Said the Gulls would lose, then: “Sorry” – the clause is whole, and the words behind the colon are others. */
static bool quote_adds(const mp_attributor *a, const mp_clause *c) {
    enum { least_items = 4, most_between = 20 };
    if (c->rule != MP_RULE_REPORTED_CLAUSE || c->end < c->first + least_items) return false;
    for (uint32_t i = c->end; i + 1 < c->sentence->end && i < c->end + most_between; i++)
        if (mp_at_tag(a, i) == MP_TAG_COLON) return mp_at_tag(a, i + 1) == MP_TAG_STRETCH;
    return false;
}

/* The Gulls would win, it announced, and all should stay for “the end”. Not: We could walk to the isle, it wrote, “along
 * the pier”. */
static bool clause_is_added(const mp_attributor *a, const mp_clause *c) {
    if (c->rule != MP_RULE_CLAUSE_THEN_SPEAKER || c->end > c->verb->first) return false;
    for (uint32_t i = c->verb->item; i < c->sentence->end && i < c->verb->item + MP_CLAUSE_REACH; i++) {
        if (mp_at_tag(a, i) == MP_TAG_STRETCH) return false;
        if (mp_at_tag(a, i) == MP_TAG_COORDINATOR && mp_at_tag(a, i - 1) == MP_TAG_COMMA) return true;
    }
    return false;
}

bool mp_clause_has_model_words(const mp_attributor *a, mp_clause *c) {
    for (uint32_t i = c->first; i < c->end; i++)
        if (holds_model_words(a, i)) return !cut_added_clause(a, c, i) && !cut_to_plain_clause(a, c, i);
    bool quoted = c->verb != NULL && a->verb_has_quote[c->verb - a->verbs->items]; /* its content is quoted elsewhere */
    return quoted && !quote_adds(a, c) && !clause_is_added(a, c);
}

void mp_clause_fill(const mp_attributor *a, const mp_clause *c, mp_attribution *attribution) {
    attribution->form = MP_FORM_INDIRECT;
    attribution->block = c->sentence->block;
    attribution->start = mp_item_start(a->sentences, c->first);
    attribution->end = mp_item_end(a->sentences, c->end - 1);
    attribution->stretch = MP_NONE;
}
