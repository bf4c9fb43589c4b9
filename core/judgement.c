/* judgement.c: judges every finding: which signals of the page hold for it, its role, and the level that follows. Knows
 * attributions and signs; nothing of how they are written out. */
#include "judgement.h"

#include "judgement_caveat.h"
#include "judgement_conflict.h"
#include "judgement_maker.h"
#include "judgement_prompt.h"
#include "judgement_role.h"
#include "status.h"

enum { most_signs_looked_at = 128 };

typedef struct judge {
    const mp_signs *signs;
    const mp_attributions *attributions;
    const mp_references *references;
    const mp_sentences *sentences;
    const mp_rules *rules;
    mp_page_facts facts;
    MP_ARRAY(mp_judgement) found;
} judge;

/* ---- The level --------------------------------------------------------------------------------------------------- */

/* As the guideline derives it. */
static mp_level level_of(const mp_judgement *judgement) {
    const bool *has = judgement->has_signal;
    bool told = has[MP_SIGNAL_PROMPT_DISCLOSED] || has[MP_SIGNAL_CAVEATED];

    switch (judgement->role) {
    case MP_ROLE_SPOKESPERSON:
        if (has[MP_SIGNAL_MAKER_CONFIRMED]) return MP_LEVEL_INFO;
        return told || has[MP_SIGNAL_MAKER_DENIED] ? MP_LEVEL_NOTICE : MP_LEVEL_ALERT;
    case MP_ROLE_SOURCE: return told ? MP_LEVEL_INFO : MP_LEVEL_NOTICE;
    default: return MP_LEVEL_INFO;
    }
}

/* An alert accuses a page; what may well be no model's word, or no account of itself, is only noticed. */
static void set_level(mp_judgement *judgement, uint8_t least_alert_per_cent) {
    judgement->level = level_of(judgement);
    judgement->confidence = (uint8_t)(judgement->attribution->reference.certainty * judgement->certainty / 100);
    judgement->doubtful = judgement->level == MP_LEVEL_ALERT && judgement->confidence < least_alert_per_cent;
    if (judgement->doubtful) judgement->level = MP_LEVEL_NOTICE;
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

/* First what each finding is by itself; its role then depends on the others. */
static mp_status weigh_one(judge *j, const mp_attribution *attribution, mp_arena *arena, mp_error *error) {
    mp_judgement judgement = {.attribution = attribution, .other = MP_NONE};
    uint32_t number = (uint32_t)(attribution - j->attributions->items);

    judgement.prompt = judgement.told_by = mp_prompt_of(j->signs, number, &judgement.telling);
    mp_role_weigh(j->signs, &j->facts, &judgement);
    return MP_PUSH(arena, &j->found, judgement) ? MP_OK : mp_fail_memory(error);
}

/* A user had asked Grok to “write a sincere apology”: the quoted words are the prompt, whoever the page credits them to. */
static bool is_prompt_itself(const judge *j, const mp_attribution *attribution) {
    if (attribution->form != MP_FORM_DIRECT || attribution->stretch == MP_NONE) return false;
    const mp_tokens *tokens = j->sentences->tokens;
    uint32_t mark = j->sentences->items[j->sentences->stretch_item[attribution->stretch]].token;
    uint32_t before = tokens->items[mark].start;

    for (size_t i = mp_signs_at(j->signs, attribution->block, before), steps = 0; i > 0 && steps < most_signs_looked_at;
         i--, steps++) {
        const mp_sign *sign = j->signs->by_place[i - 1];
        if (sign->block != attribution->block) return false;
        bool ends_there = sign->end <= before && sign->end + 1 >= before; /* but for a space */
        if (sign->meaning == MP_MEANING_PROMPT && ends_there && !sign->by_model) return true;
    }
    return false;
}

static mp_status judge_all(judge *j, mp_arena *arena, mp_error *error) {
    for (size_t i = 0; i < j->attributions->count; i++) {
        const mp_attribution *attribution = &j->attributions->items[i];
        if (mp_makes_finding(attribution) && !is_prompt_itself(j, attribution))
            MP_TRY(weigh_one(j, attribution, arena, error));
    }
    mp_roles_settle(j->rules->weights, j->found.items, j->found.count);
    return MP_OK;
}

mp_status mp_judgements_make(const mp_signs *signs, mp_arena *arena, mp_judgements *judgements, mp_error *error) {
    const mp_references *references = signs->attributions->references;
    judge j = {.signs = signs,
               .attributions = signs->attributions,
               .references = references,
               .sentences = references->mentions->sentences,
               .rules = references->mentions->sentences->tokens->rules};

    if (!mp_page_facts_gather(signs, arena, &j.facts)) return mp_fail_memory(error);
    mp_zones_weigh(j.rules->weights, &j.facts);
    MP_TRY(judge_all(&j, arena, error));
    if (!mp_prompts_note(signs, &j.facts, &arena->allocator, j.found.items, j.found.count))
        return mp_fail_memory(error);
    mp_caveats_note(signs, j.found.items, j.found.count);
    if (!mp_maker_signals_note(signs, arena, j.found.items, j.found.count)) return mp_fail_memory(error);
    if (!mp_conflicts_note(signs, &j.facts, &arena->allocator, j.found.items, j.found.count))
        return mp_fail_memory(error);
    for (size_t i = 0; i < j.found.count; i++) set_level(&j.found.items[i], j.rules->least_alert_per_cent);
    *judgements = (mp_judgements){signs, j.found.items, j.found.count};
    return MP_OK;
}
