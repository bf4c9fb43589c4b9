/* judgement.c: judges every finding: which signals of the page hold for it, its role, and the level that follows. Knows
 * attributions and signs; nothing of how they are written out. */
#include "judgement.h"

#include "judgement_role.h"
#include "status.h"

enum { prompt_reach_blocks = 2 };

typedef struct judge {
    const mp_signs *signs;
    const mp_attributions *attributions;
    const mp_references *references;
    const mp_sentences *sentences;
    const mp_rules *rules;
    mp_page_facts facts;
    MP_ARRAY(mp_judgement) found;
} judge;

static uint16_t maker_of(const judge *j, const mp_attribution *attribution) {
    uint16_t model = attribution->reference.model;
    return model == 0 || model == MP_MODEL_GENERIC ? 0 : j->rules->models.items[model - 1].maker;
}

/* ---- Signals of the page ----------------------------------------------------------------------------------------- */

static bool is_of_maker(const judge *j, const mp_sign *sign, const mp_attribution *attribution) {
    uint16_t maker = maker_of(j, attribution);
    if (!sign->by_maker || sign->by_model) return false;
    return maker == 0 || sign->maker == 0 || sign->maker == maker;
}

static void note(mp_judgement *judgement, mp_signal_kind kind, const mp_sign *sign) {
    if (judgement->has_signal[kind]) return;
    judgement->has_signal[kind] = true;
    judgement->evidence[kind] = sign;
}

static void read_page_signals(const judge *j, mp_judgement *judgement) {
    for (size_t i = 0; i < j->signs->count; i++) {
        const mp_sign *sign = &j->signs->items[i];
        bool of_maker = is_of_maker(j, sign, judgement->attribution);
        if (sign->meaning == MP_MEANING_SILENCE && of_maker) note(judgement, MP_SIGNAL_MAKER_SILENT, sign);
        if (sign->meaning == MP_MEANING_DENIAL && of_maker) note(judgement, MP_SIGNAL_MAKER_DENIED, sign);
        if (sign->meaning == MP_MEANING_CONFIRMATION && of_maker) note(judgement, MP_SIGNAL_MAKER_CONFIRMED, sign);
        if (sign->meaning == MP_MEANING_CAVEAT && !sign->by_model) note(judgement, MP_SIGNAL_CAVEATED, sign);
    }
}

/* ---- The prompt -------------------------------------------------------------------------------------------------- */

/* The last sign of a prompt that stands before the finding, near enough to have led to it. */
static const mp_sign *prompt_before(const judge *j, const mp_attribution *attribution) {
    const mp_sign *last = NULL;

    for (size_t i = 0; i < j->signs->count; i++) {
        const mp_sign *sign = &j->signs->items[i];
        if (sign->meaning != MP_MEANING_PROMPT || sign->by_model) continue;
        if (sign->block > attribution->block) break;
        bool near = attribution->block - sign->block <= prompt_reach_blocks;
        bool same_sentence = sign->sentence == attribution->sentence;
        bool before = sign->block < attribution->block || sign->start < attribution->start;
        if (same_sentence || (near && before)) last = sign;
    }
    return last;
}

/* ---- Opposites --------------------------------------------------------------------------------------------------- */

static bool are_opposite(mp_act one, mp_act other) {
    bool regrets = one == MP_ACT_APOLOGY || one == MP_ACT_ADMISSION;
    return regrets && (other == MP_ACT_DEFIANCE || other == MP_ACT_DENIAL);
}

static void mark_opposites(judge *j) {
    uint32_t last[MP_ACT_OTHER + 1];
    for (int act = 0; act <= MP_ACT_OTHER; act++) last[act] = MP_NONE;

    for (uint32_t i = 0; i < j->found.count; i++) {
        mp_judgement *own = &j->found.items[i];
        for (int act = MP_ACT_APOLOGY; act <= MP_ACT_OTHER; act++) {
            if (last[act] == MP_NONE || own->act == MP_ACT_NONE) continue;
            mp_judgement *other = &j->found.items[last[act]];
            bool same = other->attribution->reference.model == own->attribution->reference.model;
            if (!same || (!are_opposite(own->act, (mp_act)act) && !are_opposite((mp_act)act, own->act))) continue;
            own->has_signal[MP_SIGNAL_CONTRADICTED] = other->has_signal[MP_SIGNAL_CONTRADICTED] = true;
            own->other = last[act];
            other->other = i;
        }
        last[own->act] = i;
    }
}

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

/* ---- The whole --------------------------------------------------------------------------------------------------- */

static bool is_finding(const mp_attribution *attribution) {
    if (attribution->rule == MP_RULE_NONE || attribution->reference.kind != MP_SPEAKER_MODEL) return false;
    return !attribution->reference.plural || attribution->form != MP_FORM_INDIRECT;
}

static bool says_falsely(const judge *j, const mp_attribution *attribution) {
    return attribution->verb != MP_NONE && j->references->verbs->items[attribution->verb].disbelieved;
}

static mp_status judge_one(judge *j, const mp_attribution *attribution, mp_arena *arena, mp_error *error) {
    mp_judgement judgement = {.attribution = attribution, .other = MP_NONE};
    const mp_sign *prompt = prompt_before(j, attribution);

    if (prompt != NULL) note(&judgement, MP_SIGNAL_PROMPT_DISCLOSED, prompt);
    mp_role_judge(j->signs, &j->facts, prompt != NULL, &judgement);
    read_page_signals(j, &judgement);
    if (says_falsely(j, attribution)) note(&judgement, MP_SIGNAL_CAVEATED, NULL);
    return MP_PUSH(arena, &j->found, judgement) ? MP_OK : mp_fail_memory(error);
}

mp_status mp_judgements_make(const mp_signs *signs, mp_arena *arena, mp_judgements *judgements, mp_error *error) {
    const mp_references *references = signs->attributions->references;
    judge j = {.signs = signs,
               .attributions = signs->attributions,
               .references = references,
               .sentences = references->mentions->sentences,
               .rules = references->mentions->sentences->tokens->rules};

    mp_page_facts_gather(signs, &j.facts);
    for (size_t i = 0; i < signs->attributions->count; i++)
        if (is_finding(&signs->attributions->items[i]))
            MP_TRY(judge_one(&j, &signs->attributions->items[i], arena, error));
    mark_opposites(&j);
    for (size_t i = 0; i < j.found.count; i++) j.found.items[i].level = level_of(&j.found.items[i]);
    *judgements = (mp_judgements){signs, j.found.items, j.found.count};
    return MP_OK;
}
