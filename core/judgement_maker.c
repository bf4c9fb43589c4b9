/* judgement_maker.c: compares what the maker is said to have said with the model’s words. Knows findings with their roles
 * and acts, and signs; nothing of prompts, caveats or levels.
 *
 * A maker’s statement on the same event is no confirmation and no denial; it must touch the words. So a plain “not” or
 * “sorry” counts only where the statement shares content words with the finding (“the agent deleted customers’ data” with
 * “I deleted the data”), while disowning words (“that was wrong”, “it has no idea why”) concern all that the model said
 * of itself, except where it takes its words back: an apology for a wrong answer is not denied by who calls it wrong. */
#include "judgement_maker_internal.h"

enum { most_signs_looked_at = 64, fragment_bytes = 36, few_words = 3, reach_blocks = 2 };

static bool concerns(const mp_signs *signs, const mp_sign *sign, const mp_attribution *attribution) {
    const mp_rules *rules = signs->attributions->references->mentions->sentences->tokens->rules;
    uint16_t maker = mp_maker_of_model(rules, attribution->reference.model);
    bool of_another = sign->model != 0 && sign->model != attribution->reference.model &&
                      attribution->reference.model != MP_MODEL_GENERIC; /* Microsoft on Tay, beside words of Bing’s */
    return !sign->by_model && !of_another && (maker == 0 || sign->maker == 0 || sign->maker == maker);
}

/* On a page about several bots, a company without a name answers for the one that was spoken of last; one with a name does
 * not answer for a bot without. */
static bool is_far(const mp_sign *sign, const mp_attribution *attribution) {
    bool nameless = attribution->reference.model == MP_MODEL_GENERIC;
    if (sign->maker != 0) return nameless;
    if (sign->meaning == MP_MEANING_SILENCE) return false; /* “The companies did not respond.” */
    return sign->block + reach_blocks < attribution->block || sign->block > attribution->block + reach_blocks;
}

/* ---- The statements ---------------------------------------------------------------------------------------------- */

static bool tells_of_maker(const mp_sign *sign) {
    switch ((mp_meaning)sign->meaning) {
    case MP_MEANING_SILENCE:
    case MP_MEANING_DENIAL:
    case MP_MEANING_DISOWNING:
    case MP_MEANING_NEGATION:
    case MP_MEANING_FAULT:
    case MP_MEANING_CONFIRMATION: return true;
    default: return false;
    }
}

/* “We read everything and reply to nothing” in an automated reply says nothing of the words. */
static bool is_in_automated_reply(const mp_comparer *c, const mp_sign *sign) {
    uint32_t scope = c->sentences->list[sign->sentence].scope;
    uint32_t around = scope == MP_NONE ? (uint32_t)MP_NONE : c->sentences->stretch_sentence[scope];
    return around != MP_NONE && mp_signs_sentence_says(c->signs, around, MP_MEANING_SILENCE);
}

/* “xAI did not answer questions about the errors”: who is silent says nothing of errors. */
static bool is_no_statement(const mp_comparer *c, const mp_sign *sign) {
    bool silent = !sign->inside_quote && mp_signs_sentence_says(c->signs, sign->sentence, MP_MEANING_SILENCE);
    return silent || is_in_automated_reply(c, sign);
}

static bool gather_statements(mp_comparer *c, mp_arena *arena) {
    for (size_t i = 0; i < c->signs->count && c->statements.count < MP_MOST_STATEMENTS; i++) {
        const mp_sign *sign = &c->signs->items[i];
        if (!tells_of_maker(sign) || (sign->meaning == MP_MEANING_NEGATION && !sign->by_maker)) continue;
        if (sign->meaning != MP_MEANING_SILENCE && is_no_statement(c, sign)) continue;
        mp_statement made = {.sign = sign};
        mp_content_add_sentence(c->sentences, sign->sentence, &made.content);
        if (!MP_PUSH(arena, &c->statements, made)) return false;
    }
    return true;
}

/* ---- The comparison ---------------------------------------------------------------------------------------------- */

/* What the finding says; of a fragment, what the sentence says that brings it. */
static void read_content(const mp_comparer *c, const mp_attribution *attribution, mp_content *content) {
    *content = (mp_content){0};
    mp_content_add(c->sentences->tokens, attribution->block, attribution->start, attribution->end, content);
    if (attribution->sentence == MP_NONE || attribution->end - attribution->start > fragment_bytes) return;
    mp_content_add_sentence(c->sentences, attribution->sentence, content);
}

static void take(mp_best *kept, const mp_statement *candidate, uint32_t shared) {
    if (kept->sign != NULL && shared <= kept->shared) return;
    *kept = (mp_best){candidate->sign, shared};
}

static bool has_negation(const mp_signs *signs, const mp_attribution *words) {
    size_t first = mp_signs_at(signs, words->block, words->start);
    for (size_t i = first; i < signs->count && i < first + most_signs_looked_at; i++) {
        const mp_sign *sign = signs->by_place[i];
        if (sign->block != words->block || sign->start >= words->end) return false;
        if (sign->meaning == MP_MEANING_NEGATION) return true;
    }
    return false;
}

static mp_heard listen(const mp_comparer *c, const mp_attribution *attribution) {
    mp_heard all = {.negates = has_negation(c->signs, attribution)};
    read_content(c, attribution, &all.content);
    all.touching = mp_content_count(&all.content) <= few_words ? 1 : 2;

    for (size_t i = 0; i < c->statements.count; i++) {
        const mp_statement *s = &c->statements.items[i];
        if (!concerns(c->signs, s->sign, attribution)) continue;
        if (c->several && is_far(s->sign, attribution)) continue;
        if (s->sign->sentence == attribution->sentence && s->sign->meaning != MP_MEANING_SILENCE) continue;
        uint32_t shared = mp_content_shared(&all.content, &s->content);
        switch ((mp_meaning)s->sign->meaning) {
        case MP_MEANING_SILENCE: take(&all.silence, s, shared); break;
        case MP_MEANING_DISOWNING: all.disowned = true; /* falls through */
        case MP_MEANING_DENIAL: take(&all.denial, s, shared); break;
        case MP_MEANING_NEGATION: take(&all.negation, s, shared); break;
        case MP_MEANING_FAULT: take(&all.fault, s, shared); break;
        default: take(&all.confirmation, s, shared);
        }
    }
    return all;
}

/* “A rollback was impossible, it said. It was wrong about that.” Who confirms the rest does not confirm this. */
bool mp_is_flatly_corrected(const mp_judgement *judgement) {
    const mp_sign *sign = judgement->evidence[MP_SIGNAL_CAVEATED];
    return sign != NULL && sign->meaning != MP_MEANING_CAVEAT;
}

static const mp_sign *confirmed_by(const mp_heard *h, const mp_judgement *judgement) {
    if (mp_is_flatly_corrected(judgement) && h->confirmation.shared < h->touching) return NULL;
    bool owns_up = mp_owns_up(judgement);
    bool undisputed =
        h->denial.sign == NULL && (judgement->act == MP_ACT_OTHER || judgement->act == MP_ACT_EXPLANATION);
    bool same = h->confirmation.shared >= 1 || owns_up || undisputed;
    if (h->confirmation.sign != NULL && same) return h->confirmation.sign;
    bool same_fault = owns_up && !h->disowned && h->denial.sign != NULL && h->denial.shared >= h->touching;
    if (same_fault) return h->denial.sign; /* “I gave a wrong date” beside “It gave out a wrong date” */
    if (h->negates && h->negation.sign != NULL && h->negation.shared >= h->touching) return h->negation.sign;
    bool admits_same = h->fault.sign != NULL && h->fault.shared >= (owns_up ? 1 : h->touching);
    return admits_same ? h->fault.sign : NULL;
}

static const mp_sign *denied_by(const mp_heard *h, const mp_judgement *judgement) {
    bool takes_back = mp_owns_up(judgement);
    bool concerned = !takes_back || h->disowned || h->denial.shared >= h->touching;
    if (h->denial.sign != NULL && concerned) return h->denial.sign;
    bool contradicts = h->negation.sign != NULL && h->negation.shared >= h->touching && !h->negates;
    return contradicts && h->confirmation.sign == NULL ? h->negation.sign : NULL;
}

static mp_verdict verdict_of_account(const mp_heard *h, const mp_judgement *judgement) {
    const mp_sign *confirmed = confirmed_by(h, judgement), *denied = denied_by(h, judgement);

    bool owns_up = mp_owns_up(judgement);
    if (confirmed != NULL && denied != NULL) {
        uint32_t for_it = h->confirmation.shared > h->fault.shared ? h->confirmation.shared : h->fault.shared;
        uint32_t against = h->denial.shared > h->negation.shared ? h->denial.shared : h->negation.shared;
        if (for_it > against || (owns_up && for_it == against)) /* both say what went wrong */
            denied = NULL;
        else
            confirmed = NULL;
    }
    return (mp_verdict){confirmed, denied, h->silence.sign};
}

/* Of a specimen only where the maker was asked about, or disowned, those very words: where most of what the page has of the
 * model’s words, which the maker was asked about, are such. A test or a fact-check ends at times with the model’s apology. */
static mp_verdict verdict_of_sample(const mp_comparer *c, const mp_heard *h) {
    const mp_best *denial = h->denial.sign != NULL ? &h->denial : &h->fault;
    bool denied = denial->sign != NULL && (denial == &h->denial || c->of_specimens || denial->shared >= h->touching);

    return (mp_verdict){NULL, denied ? denial->sign : NULL, c->of_specimens ? h->silence.sign : NULL};
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

bool mp_comparer_make(const mp_signs *signs, mp_arena *arena, const mp_judgement *findings, size_t count,
                      mp_comparer *c) {
    size_t specimens = 0, accounts = 0;
    *c = (mp_comparer){.signs = signs, .sentences = signs->attributions->references->mentions->sentences};
    if (!gather_statements(c, arena) || !mp_voiced_gather(c, arena)) return false;

    for (size_t i = 0; i < count; i++) {
        specimens += findings[i].role == MP_ROLE_SAMPLE;
        accounts += findings[i].role == MP_ROLE_SPOKESPERSON;
    }
    for (size_t i = 1; i < count; i++)
        c->several |= findings[i].attribution->reference.model != findings[0].attribution->reference.model;
    c->of_specimens = specimens > accounts;
    c->only_specimens = accounts == 0;
    return true;
}

void mp_hearing_read(const mp_comparer *c, const mp_judgement *finding, mp_hearing *hearing) {
    const mp_heard heard = listen(c, finding->attribution);

    *hearing = (mp_hearing){0};
    if (finding->role == MP_ROLE_SPOKESPERSON) hearing->verdict = verdict_of_account(&heard, finding);
    if (finding->role == MP_ROLE_SAMPLE) hearing->verdict = verdict_of_sample(c, &heard);
    mp_maker_features_read(c, &heard, finding, hearing);
}

/* Where no pattern found what disowns the words: what the maker says that is nearest to them. */
static const mp_sign *sign_of_voice(const mp_comparer *c, const mp_voiced *voiced, mp_arena *arena) {
    const mp_sentence *sentence = &c->sentences->list[voiced->sentence];
    mp_sign *sign = MP_NEW(arena, mp_sign);
    if (sign == NULL) return NULL;
    *sign = (mp_sign){.block = sentence->block,
                      .start = mp_item_start(c->sentences, sentence->first),
                      .end = mp_item_end(c->sentences, sentence->end - 1),
                      .sentence = voiced->sentence,
                      .pattern = MP_NO_PATTERN,
                      .meaning = MP_MEANING_DENIAL,
                      .maker = c->signs->voices[voiced->sentence].maker,
                      .by_maker = true};
    return sign;
}

static void note(mp_judgement *judgement, mp_signal_kind kind, const mp_sign *sign) {
    if (sign == NULL) return;
    judgement->has_signal[kind] = true;
    judgement->evidence[kind] = sign;
}

/* By the weights; but who says that it is so does not disown it. False where memory ends. */
static bool note_denial(const mp_comparer *c, const mp_hearing *hearing, mp_arena *arena, mp_judgement *judgement) {
    bool heard = hearing->verdict.denied != NULL || hearing->nearest != NULL;
    if (!heard || hearing->verdict.confirmed != NULL) return true;
    if (mp_denial_weigh(c, judgement, hearing) <= 0) return true;

    const mp_sign *sign = hearing->verdict.denied;
    if (sign == NULL) sign = sign_of_voice(c, hearing->nearest, arena);
    note(judgement, MP_SIGNAL_MAKER_DENIED, sign);
    return sign != NULL;
}

bool mp_maker_signals_note(const mp_signs *signs, mp_arena *arena, mp_judgement *findings, size_t count) {
    mp_comparer c;
    if (count == 0) return true;
    if (!mp_comparer_make(signs, arena, findings, count, &c)) return false;
    if (c.statements.count == 0 && c.voiced.count == 0) return true; /* nothing is heard of any maker */
    mp_hearing *hearings = MP_NEW_ARRAY(arena, count, mp_hearing);
    if (hearings == NULL) return false;

    for (size_t i = 0; i < count; i++) mp_hearing_read(&c, &findings[i], &hearings[i]);
    for (size_t i = 0; i < count; i++) {
        note(&findings[i], MP_SIGNAL_MAKER_CONFIRMED, hearings[i].verdict.confirmed);
        note(&findings[i], MP_SIGNAL_MAKER_SILENT, hearings[i].verdict.silent);
        if (!note_denial(&c, &hearings[i], arena, &findings[i])) return false;
    }
    return true;
}
