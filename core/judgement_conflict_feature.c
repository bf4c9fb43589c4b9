/* judgement_conflict_feature.c: reads what is seen of two findings of one model, and weighs whether they contradict each
 * other. Knows findings with their roles and acts, and signs; the weights come from the rule pack, and nothing is known of
 * how they were learnt.
 *
 * Pages tell in many ways that a bot has another story now (“to the next, it spoke of a fault”, “by noon the answer had
 * changed”, “asked again, she maintained”); such signs are weighed beside what the findings themselves are, their acts, their
 * polarity, the words that both have. The words between two findings, weighed by their beginnings, told nothing more of sets
 * left out. */
#include "judgement_conflict_internal.h"

enum {
    most_signs_looked_at = 64,
    most_words_looked_at = 80,
    near_blocks = 4,
};

/* ---- A finding by itself ----------------------------------------------------------------------------------------- */

static uint32_t outer_sentence(const mp_sentences *sentences, const mp_attribution *words) {
    if (words->sentence == MP_NONE) /* a block of its own: what stands before it brings it */
        return mp_sentences_own_before(sentences, mp_sentences_from(sentences, words->block));
    return mp_sentences_outer(sentences, words->sentence);
}

static void read_signs_in(const mp_signs *signs, const mp_attribution *words, mp_told *told) {
    size_t first = mp_signs_at(signs, words->block, words->start);

    for (size_t i = first; i < signs->count && i < first + most_signs_looked_at; i++) {
        const mp_sign *sign = signs->by_place[i];
        if (sign->block != words->block || sign->start >= words->end) return;
        told->sorry |= sign->meaning == MP_MEANING_APOLOGY;
        told->owns_up |= sign->meaning == MP_MEANING_ADMISSION;
        told->promises |= sign->meaning == MP_MEANING_PROMISE;
        told->defies |= sign->meaning == MP_MEANING_DEFIANCE;
        told->refutes |= sign->meaning == MP_MEANING_REFUTATION;
        told->takes_back |= sign->meaning == MP_MEANING_RETRACTION;
    }
}

static bool holds_negation(const mp_tokens *tokens, const mp_attribution *words) {
    uint32_t first = mp_token_at_byte(tokens, words->block, words->start), last = tokens->block_first[words->block + 1];

    for (uint32_t i = first; i < last && i < first + most_words_looked_at && tokens->items[i].start < words->end; i++)
        if (mp_token_is(tokens, i, MP_BIT(NEGATION) | MP_BIT(NONE) | MP_BIT(NO))) return true;
    return false;
}

/* The act that the verb of saying by itself is: conceded, denied. */
static mp_act act_of_cue(const mp_pairer *p, const mp_judgement *finding) {
    uint32_t verb = finding->attribution->verb;
    if (verb == MP_NONE) return MP_ACT_NONE;
    return mp_cue_act(p->sentences->tokens->rules, p->signs->attributions->references->verbs->items[verb].cue);
}

static void tell(const mp_pairer *p, const mp_judgement *finding, mp_told *told) {
    const mp_attribution *words = finding->attribution;
    const mp_sign *caveat = finding->evidence[MP_SIGNAL_CAVEATED];

    mp_content_add(p->sentences->tokens, words->block, words->start, words->end, &told->words);
    told->around = told->words;
    if (words->sentence != MP_NONE) mp_content_add_sentence(p->sentences, words->sentence, &told->around);
    told->outer = outer_sentence(p->sentences, words);
    told->headline = p->sentences->tokens->article->blocks[words->block].kind <= MP_BLOCK_DEK;
    told->corrected =
        finding->has_signal[MP_SIGNAL_CAVEATED] && (caveat == NULL || caveat->meaning != MP_MEANING_CAVEAT);
    mp_act cue = told->cue = act_of_cue(p, finding);
    read_signs_in(p->signs, words, told);
    told->sorry |= cue == MP_ACT_APOLOGY;
    told->owns_up |= told->sorry || cue == MP_ACT_ADMISSION;
    told->promises |= cue == MP_ACT_PROMISE;
    told->defies |= cue == MP_ACT_DEFIANCE;
    told->refutes |= cue == MP_ACT_DENIAL;
    told->negates =
        holds_negation(p->sentences->tokens, words) != (cue == MP_ACT_DENIAL); /* denied that it had been suspended */
    told->brought_as_taken_back =
        words->sentence != MP_NONE && mp_signs_sentence_says(p->signs, words->sentence, MP_MEANING_RETRACTION);
}

static const mp_sign *first_conflict(const mp_signs *signs) {
    for (size_t i = 0; i < signs->count; i++)
        if (signs->items[i].meaning == MP_MEANING_CONFLICT && mp_sign_is_foreign(&signs->items[i]))
            return &signs->items[i];
    return NULL;
}

bool mp_pairer_make(const mp_signs *signs, const mp_page_facts *facts, mp_arena *arena, const mp_judgement *findings,
                    size_t count, mp_pairer *pairer) {
    mp_told *told = MP_NEW_ARRAY(arena, count, mp_told);
    if (told == NULL) return false;

    *pairer = (mp_pairer){.signs = signs,
                          .sentences = signs->attributions->references->mentions->sentences,
                          .facts = facts,
                          .findings = findings,
                          .told = told,
                          .conflict = first_conflict(signs)};
    for (size_t i = 0; i < count; i++) tell(pairer, &findings[i], &told[i]);
    return true;
}

/* ---- What stands between two ------------------------------------------------------------------------------------- */

static uint32_t end_of_bringing(const mp_pairer *p, uint32_t later) {
    const mp_attribution *words = p->findings[later].attribution;
    uint32_t outer = p->told[later].outer;
    if (outer == MP_NONE || p->sentences->list[outer].block != words->block) return words->end;
    return mp_item_end(p->sentences, p->sentences->list[outer].end - 1);
}

static void feature_signs_between(const mp_pairer *p, uint32_t earlier, uint32_t later, uint8_t *f) {
    const mp_attribution *one = p->findings[earlier].attribution, *other = p->findings[later].attribution;
    size_t from = mp_signs_at(p->signs, other->block, end_of_bringing(p, later));

    for (size_t i = from, steps = 0; i > 0 && steps < most_signs_looked_at; i--, steps++) {
        const mp_sign *sign = p->signs->by_place[i - 1];
        if (sign->block < one->block || (sign->block == one->block && sign->start < one->end)) return;
        if (!mp_sign_is_foreign(sign)) continue;
        if (sign->meaning == MP_MEANING_TURN && !sign->inside_quote) {
            f[MP_CONFLICT_FEATURE_TURNS] |= f[MP_CONFLICT_FEATURE_TURN];
            f[MP_CONFLICT_FEATURE_TURN] = 1;
        }
        bool in_cue = sign->sentence == p->told[later].outer;
        f[MP_CONFLICT_FEATURE_PROMPT] |= sign->meaning == MP_MEANING_PROMPT;
        f[MP_CONFLICT_FEATURE_AGAIN] |= sign->meaning == MP_MEANING_AGAIN;
        f[MP_CONFLICT_FEATURE_AGAIN_IN_CUE] |= sign->meaning == MP_MEANING_AGAIN && in_cue;
        f[MP_CONFLICT_FEATURE_CONFLICT] |= sign->meaning == MP_MEANING_CONFLICT;
        f[MP_CONFLICT_FEATURE_CONFLICT_IN_CUE] |= sign->meaning == MP_MEANING_CONFLICT && in_cue;
    }
}

/* ---- Two findings ------------------------------------------------------------------------------------------------ */

static bool gives_account(const mp_pairer *p, uint32_t finding) {
    const mp_told *told = &p->told[finding];
    return p->findings[finding].role == MP_ROLE_SPOKESPERSON && !told->sorry && !told->promises && !told->defies;
}

static void feature_cues(const mp_pairer *p, uint32_t earlier, uint32_t later, uint8_t *f) {
    mp_act one = p->told[earlier].cue, other = p->told[later].cue;

    f[MP_CONFLICT_FEATURE_EARLIER_SOURCE] = p->findings[earlier].role == MP_ROLE_SOURCE;
    f[MP_CONFLICT_FEATURE_EARLIER_SAMPLE] = p->findings[earlier].role == MP_ROLE_SAMPLE;
    f[MP_CONFLICT_FEATURE_EARLIER_CUE_ADMITS] = one == MP_ACT_ADMISSION;
    f[MP_CONFLICT_FEATURE_EARLIER_CUE_DENIES] = one == MP_ACT_DENIAL;
    f[MP_CONFLICT_FEATURE_LATER_CUE_ADMITS] = other == MP_ACT_ADMISSION;
    f[MP_CONFLICT_FEATURE_LATER_CUE_DENIES] = other == MP_ACT_DENIAL;
    f[MP_CONFLICT_FEATURE_LATER_CUE_APOLOGISES] = other == MP_ACT_APOLOGY;
    f[MP_CONFLICT_FEATURE_CLAIM_ADMITTED] = other == MP_ACT_ADMISSION && !p->told[earlier].owns_up;
}

static void feature_words(const mp_told *one, const mp_told *other, uint8_t *f) {
    uint32_t shared = mp_content_shared(&one->words, &other->around);
    bool opposed = one->negates != other->negates;

    f[MP_CONFLICT_FEATURE_BOTH_OWN_UP] = one->owns_up && other->owns_up;
    f[MP_CONFLICT_FEATURE_EARLIER_OWNS_UP] = one->owns_up;
    f[MP_CONFLICT_FEATURE_LATER_OWNS_UP] = other->owns_up;
    f[MP_CONFLICT_FEATURE_EARLIER_PROMISES] = one->promises;
    f[MP_CONFLICT_FEATURE_LATER_PROMISES] = other->promises;
    f[MP_CONFLICT_FEATURE_EARLIER_SORRY] = one->sorry;
    f[MP_CONFLICT_FEATURE_LATER_SORRY] = other->sorry;
    f[MP_CONFLICT_FEATURE_EARLIER_DEFIES] = one->defies;
    f[MP_CONFLICT_FEATURE_LATER_DEFIES] = other->defies;
    f[MP_CONFLICT_FEATURE_EARLIER_REFUTES] = one->refutes;
    f[MP_CONFLICT_FEATURE_LATER_REFUTES] = other->refutes;
    f[MP_CONFLICT_FEATURE_REFUTES_SHARING] = one->refutes != other->refutes && shared >= 2;
    f[MP_CONFLICT_FEATURE_EARLIER_NEGATES] = one->negates;
    f[MP_CONFLICT_FEATURE_LATER_NEGATES] = other->negates;
    f[MP_CONFLICT_FEATURE_NEGATES_SHARING] = opposed && shared >= 1;
    f[MP_CONFLICT_FEATURE_NEGATES_TOUCHING] = opposed && shared >= 2;
    f[MP_CONFLICT_FEATURE_EARLIER_TAKES_BACK] = one->takes_back;
    f[MP_CONFLICT_FEATURE_LATER_TAKES_BACK] = other->takes_back;
    f[MP_CONFLICT_FEATURE_BROUGHT_AS_TAKEN_BACK] = other->brought_as_taken_back;
    f[MP_CONFLICT_FEATURE_TAKES_BACK_SHARING] = (other->takes_back || other->brought_as_taken_back) && shared >= 1;
    f[MP_CONFLICT_FEATURE_EARLIER_CORRECTED] = one->corrected;
    f[MP_CONFLICT_FEATURE_SHARES_ONE] = shared >= 1;
    f[MP_CONFLICT_FEATURE_SHARES_TWO] = shared >= 2;
    f[MP_CONFLICT_FEATURE_SHARES_FOUR] = shared >= 4;
}

const mp_sign *mp_conflict_near(const mp_pairer *p, uint32_t earlier, uint32_t later) {
    uint32_t first = p->findings[earlier].attribution->block, last = p->findings[later].attribution->block;
    bool near = p->conflict != NULL && p->conflict->block + near_blocks >= last && first <= p->conflict->block + 1;
    return near ? p->conflict : NULL;
}

static void feature_place(const mp_pairer *p, uint32_t earlier, uint32_t later, uint8_t *f) {
    const mp_attribution *one = p->findings[earlier].attribution, *other = p->findings[later].attribution;
    const mp_told *first = &p->told[earlier], *second = &p->told[later];
    uint32_t apart = other->block - one->block;

    f[MP_CONFLICT_FEATURE_EARLIER_HEADLINE] = first->headline;
    f[MP_CONFLICT_FEATURE_LATER_HEADLINE] = second->headline;
    f[MP_CONFLICT_FEATURE_SAME_SENTENCE] = first->outer == second->outer && apart == 0;
    f[MP_CONFLICT_FEATURE_SAME_BLOCK] = apart == 0;
    f[MP_CONFLICT_FEATURE_NEXT_BLOCK] = apart == 1;
    f[MP_CONFLICT_FEATURE_NEAR] = apart <= near_blocks;
    f[MP_CONFLICT_FEATURE_NEXT] = later == earlier + 1;
    f[MP_CONFLICT_FEATURE_CONFLICT_NEAR] = mp_conflict_near(p, earlier, later) != NULL;
    f[MP_CONFLICT_FEATURE_CONFLICT_PAGE] = p->conflict != NULL;
}

static void feature_rules(const mp_pairer *p, uint32_t earlier, uint32_t later, uint8_t *f) {
    f[MP_CONFLICT_FEATURE_RULED_OPPOSITE] =
        mp_are_opposite_replies(p, earlier, later) || mp_are_opposite_replies(p, later, earlier);
    f[MP_CONFLICT_FEATURE_RULED_DENIES] = mp_denies_account(p, earlier, later) || mp_denies_account(p, later, earlier);
    f[MP_CONFLICT_FEATURE_RULED_TAKEN_BACK] = mp_is_taken_back_by(p, earlier, later);
}

void mp_pair_read(const mp_pairer *p, uint32_t earlier, uint32_t later, uint8_t f[MP_CONFLICT_FEATURE_COUNT]) {
    const mp_judgement *one = &p->findings[earlier], *other = &p->findings[later];

    for (int i = 0; i < MP_CONFLICT_FEATURE_COUNT; i++) f[i] = 0;
    f[MP_CONFLICT_FEATURE_BIAS] = 1;
    feature_rules(p, earlier, later, f);
    feature_cues(p, earlier, later, f);
    feature_words(&p->told[earlier], &p->told[later], f);
    feature_place(p, earlier, later, f);
    feature_signs_between(p, earlier, later, f);
    bool accounts = gives_account(p, earlier) && gives_account(p, later);
    f[MP_CONFLICT_FEATURE_TURN_OF_ACCOUNTS] = f[MP_CONFLICT_FEATURE_TURN] && accounts;
    f[MP_CONFLICT_FEATURE_AGAIN_ACCOUNTS] = f[MP_CONFLICT_FEATURE_AGAIN] && accounts;
    f[MP_CONFLICT_FEATURE_AGAIN_SHARING] = f[MP_CONFLICT_FEATURE_AGAIN] && f[MP_CONFLICT_FEATURE_SHARES_ONE];
    f[MP_CONFLICT_FEATURE_RULED_PAGE] = f[MP_CONFLICT_FEATURE_CONFLICT_NEAR] && accounts;
    f[MP_CONFLICT_FEATURE_DIFFERENT_PROMPTS] =
        one->prompt != NULL && other->prompt != NULL && one->prompt != other->prompt;
    f[MP_CONFLICT_FEATURE_SEVERAL] = p->facts->several_models;
}

/* ---- The sum ----------------------------------------------------------------------------------------------------- */

mp_word_sort mp_sort_told(const mp_pairer *p, uint32_t finding) {
    if (p->findings[finding].role == MP_ROLE_SOURCE) return MP_SORT_SOURCE;
    if (p->findings[finding].role == MP_ROLE_SAMPLE) return MP_SORT_SAMPLE;
    return p->told[finding].owns_up ? MP_SORT_OWNS_UP : MP_SORT_CLAIM;
}

int32_t mp_pair_weigh(const mp_pairer *p, uint32_t earlier, uint32_t later) {
    const mp_weights *weights = p->sentences->tokens->rules->weights;
    uint8_t features[MP_CONFLICT_FEATURE_COUNT];

    mp_pair_read(p, earlier, later, features);
    return mp_features_weigh(features, MP_CONFLICT_FEATURE_COUNT, &weights->conflict[0][0], MP_SORT_COUNT,
                             (int)mp_sort_told(p, later));
}
