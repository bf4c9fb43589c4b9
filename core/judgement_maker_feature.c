/* judgement_maker_feature.c: reads what is heard of the maker about a finding, and weighs whether it disowned the words.
 * Knows statements compared with the words; the weights come from the rule pack, and nothing is known of how they were
 * learnt.
 *
 * Makers disown words in more ways than patterns foresee (“the answer drew on last year’s timetable”, “riders should go by
 * the fare table”); what they say is weighed by the beginnings of its words, beside what the patterns found. */
#include "judgement_maker_internal.h"

enum { most_said_tokens = 160, far_blocks = 4 };

/* ---- What the maker says ----------------------------------------------------------------------------------------- */

bool mp_voiced_gather(mp_comparer *c, mp_arena *arena) {
    for (uint32_t s = 0; s < c->sentences->count && c->voiced.count < MP_MOST_VOICED; s++) {
        const mp_sentence *sentence = &c->sentences->list[s];
        if (c->signs->voices[s].kind < MP_VOICE_ACTS || sentence->end == sentence->first) continue;
        mp_voiced made = {.sentence = s};
        mp_content_add_sentence(c->sentences, s, &made.content);
        if (!MP_PUSH(arena, &c->voiced, made)) return false;
    }
    return true;
}

bool mp_voice_concerns(const mp_comparer *c, const mp_voiced *voiced, const mp_attribution *attribution) {
    uint16_t maker = mp_maker_of_model(c->sentences->tokens->rules, attribution->reference.model);
    uint16_t speaks = c->signs->voices[voiced->sentence].maker;

    if (voiced->sentence == attribution->sentence) return false;
    return maker == 0 || speaks == 0 || speaks == maker;
}

/* ---- Features ---------------------------------------------------------------------------------------------------- */

mp_word_sort mp_sort_of_words(const mp_judgement *judgement) {
    if (judgement->role == MP_ROLE_SOURCE) return MP_SORT_SOURCE;
    if (judgement->role == MP_ROLE_SAMPLE) return MP_SORT_SAMPLE;
    return mp_owns_up(judgement) ? MP_SORT_OWNS_UP : MP_SORT_CLAIM;
}

static void feature_of_best(const mp_best *best, const mp_heard *heard, uint8_t *three) {
    three[0] = best->sign != NULL;
    three[1] = best->sign != NULL && best->shared >= 1;
    three[2] = best->sign != NULL && best->shared >= heard->touching;
}

static void feature_voices(const mp_comparer *c, const mp_heard *heard, const mp_judgement *judgement,
                           mp_hearing *hearing) {
    const mp_attribution *attribution = judgement->attribution;
    uint8_t *f = hearing->features;
    uint32_t most = 0;

    for (size_t i = 0; i < c->voiced.count; i++) {
        const mp_voiced *voiced = &c->voiced.items[i];
        if (!mp_voice_concerns(c, voiced, attribution)) continue;
        const mp_sentence *sentence = &c->sentences->list[voiced->sentence];
        uint32_t shared = mp_content_shared(&heard->content, &voiced->content);
        bool speaks = c->signs->voices[voiced->sentence].kind == MP_VOICE_SPEAKS;
        if (hearing->nearest == NULL || shared > most) hearing->nearest = voiced;
        if (shared > most) most = shared;
        f[speaks ? MP_MAKER_FEATURE_SPEAKS : MP_MAKER_FEATURE_ACTS] = 1;
        f[MP_MAKER_FEATURE_QUOTED] |= sentence->scope != MP_NONE;
        f[MP_MAKER_FEATURE_NEAR] |=
            sentence->block + 1 >= attribution->block && sentence->block <= attribution->block + 1;
        f[MP_MAKER_FEATURE_BEFORE] |= sentence->block < attribution->block;
    }
    f[MP_MAKER_FEATURE_SHARES_ONE] = most >= 1;
    f[MP_MAKER_FEATURE_SHARES_TWO] = most >= 2;
    f[MP_MAKER_FEATURE_SHARES_FOUR] = most >= 4;
}

static void feature_page(const mp_comparer *c, const mp_judgement *judgement, uint8_t *f) {
    uint32_t block = judgement->attribution->block;

    f[MP_MAKER_FEATURE_BIAS] = 1;
    f[MP_MAKER_FEATURE_GENERIC] = judgement->attribution->reference.model == MP_MODEL_GENERIC;
    f[MP_MAKER_FEATURE_SEVERAL] = c->several;
    f[MP_MAKER_FEATURE_OF_SPECIMENS] = c->of_specimens;
    f[MP_MAKER_FEATURE_ONLY_SPECIMENS] = c->only_specimens;
    f[MP_MAKER_FEATURE_CORRECTED] = mp_is_flatly_corrected(judgement);
    f[MP_MAKER_FEATURE_CAVEATED] = judgement->has_signal[MP_SIGNAL_CAVEATED];
    f[MP_MAKER_FEATURE_HEADLINE] = c->sentences->tokens->article->blocks[block].kind <= MP_BLOCK_SUBHEAD;
    if (judgement->act != MP_ACT_NONE) f[MP_MAKER_FEATURE_ACT_APOLOGY + judgement->act - MP_ACT_APOLOGY] = 1;
}

void mp_maker_features_read(const mp_comparer *c, const mp_heard *heard, const mp_judgement *judgement,
                            mp_hearing *hearing) {
    uint8_t *f = hearing->features;
    const mp_sign *silence = heard->silence.sign;

    feature_page(c, judgement, f);
    f[MP_MAKER_FEATURE_RULED_CONFIRMED] = hearing->verdict.confirmed != NULL;
    f[MP_MAKER_FEATURE_RULED_DENIED] = hearing->verdict.denied != NULL;
    f[MP_MAKER_FEATURE_RULED_SILENT] = hearing->verdict.silent != NULL;
    f[MP_MAKER_FEATURE_SILENCE] = silence != NULL;
    f[MP_MAKER_FEATURE_SILENCE_OF_NAMED] = silence != NULL && silence->maker != 0;
    f[MP_MAKER_FEATURE_SILENCE_ASIDE] = silence != NULL && silence->block > judgement->attribution->block + far_blocks;
    feature_of_best(&heard->denial, heard, &f[MP_MAKER_FEATURE_DENIAL]);
    feature_of_best(&heard->negation, heard, &f[MP_MAKER_FEATURE_NEGATION]);
    feature_of_best(&heard->fault, heard, &f[MP_MAKER_FEATURE_FAULT]);
    feature_of_best(&heard->confirmation, heard, &f[MP_MAKER_FEATURE_CONFIRMATION]);
    f[MP_MAKER_FEATURE_DISOWNED] = heard->disowned;
    f[MP_MAKER_FEATURE_NEGATES] = heard->negates;
    f[MP_MAKER_FEATURE_NEGATES_BOTH] = heard->negates && f[MP_MAKER_FEATURE_NEGATION_TOUCHES];
    feature_voices(c, heard, judgement, hearing);
}

/* ---- The sum ----------------------------------------------------------------------------------------------------- */

mp_token_range mp_voiced_range(const mp_comparer *c, const mp_voiced *voiced) {
    const mp_tokens *tokens = c->sentences->tokens;
    const mp_sentence *sentence = &c->sentences->list[voiced->sentence];
    uint32_t end_byte = mp_item_end(c->sentences, sentence->end - 1);
    uint32_t first = mp_token_at_byte(tokens, sentence->block, mp_item_start(c->sentences, sentence->first));
    uint32_t end = first, last = tokens->block_first[sentence->block + 1];

    while (end < last && end < first + most_said_tokens && tokens->items[end].start < end_byte) end++;
    return (mp_token_range){first, end};
}

/* Of the stems of what the maker says, each once, however many of its sentences have it. */
static int32_t weigh_said(const mp_comparer *c, const mp_judgement *judgement) {
    uint64_t seen[MP_STEM_PARTS] = {0};
    int32_t leaning[MP_ROLE_COUNT] = {0};

    for (size_t v = 0; v < c->voiced.count; v++)
        if (mp_voice_concerns(c, &c->voiced.items[v], judgement->attribution))
            mp_stems_add(c->sentences->tokens, mp_voiced_range(c, &c->voiced.items[v]), MP_STEM_ZONE_SAID, seen,
                         leaning);
    return leaning[judgement->role];
}

/* Firms that run a bot mostly disown what the page shows of it; but who speaks of a new library says nothing of it. */
static bool is_spoken_of(const uint8_t *f) {
    return f[MP_MAKER_FEATURE_DENIAL] || f[MP_MAKER_FEATURE_NEGATION] || f[MP_MAKER_FEATURE_FAULT] ||
           f[MP_MAKER_FEATURE_DISOWNED] || f[MP_MAKER_FEATURE_SHARES_ONE];
}

int32_t mp_denial_weigh(const mp_comparer *c, const mp_judgement *judgement, const mp_hearing *hearing) {
    const mp_weights *weights = c->sentences->tokens->rules->weights;
    if (!is_spoken_of(hearing->features)) return 0;

    return weigh_said(c, judgement) + mp_features_weigh(hearing->features, MP_MAKER_FEATURE_COUNT,
                                                        &weights->denied[0][0], MP_SORT_COUNT,
                                                        (int)mp_sort_of_words(judgement));
}
