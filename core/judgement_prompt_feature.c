/* judgement_prompt_feature.c: reads what is seen of a finding and of the passage that may tell its prompt, and weighs
 * whether it does. Knows findings with their roles and acts, what rules find of their prompts, and signs; the weights come
 * from the rule pack, and nothing is known of how they were learnt.
 *
 * A question or a request near the words is mostly what led to them, and mostly what the rules find; but the story may have
 * turned since (“Later it told a second user …”), and pages ask in ways that no rule knows (“offered a fifth of the price,
 * it said”), where the answer’s cue, its neighbours and the page tell more. Which pattern found the passage, the verb’s
 * lemma and the words around, weighed by their beginnings, told nothing more of sets left out; nor did a second round over
 * what the first had said of the neighbours. */
#include "judgement_prompt_internal.h"

enum {
    blocks_back = 6,
    same_words = 2,
    few_words = 2,
    many_words = 6,
    many_prompts = 4,
    most_fragment_words = 4,
    least_long_words = 25
};

bool mp_prompter_make(const mp_signs *signs, const mp_page_facts *facts, mp_arena *arena, const mp_judgement *findings,
                      size_t count, mp_prompter *prompter) {
    const mp_sentences *sentences = signs->attributions->references->mentions->sentences;
    mp_content *contents = MP_NEW_ARRAY(arena, count, mp_content);
    if (contents == NULL) return false;

    *prompter = (mp_prompter){.signs = signs,
                              .sentences = sentences,
                              .facts = facts,
                              .findings = findings,
                              .contents = contents,
                              .count = count};
    for (size_t i = 0; i < count; i++) {
        const mp_attribution *words = findings[i].attribution;
        mp_content_add(sentences->tokens, words->block, words->start, words->end, &contents[i]);
    }
    return true;
}

void mp_prompter_count_told(mp_prompter *p) {
    p->told = 0;
    for (size_t i = 0; i < p->count; i++) p->told += mp_is_told(&p->findings[i]);
}

mp_told_sort mp_told_sort_of(const mp_judgement *judgement) {
    if (!mp_is_told(judgement)) return MP_UNTOLD;
    return judgement->telling <= MP_TELLING_OF_SEVERAL ? MP_TOLD_BEFORE : MP_TOLD_ELSEWHERE;
}

/* ---- The passage ------------------------------------------------------------------------------------------------- */

static bool asks(const mp_sign *sign, const mp_attribution *words) {
    return mp_is_asking(sign) && !mp_is_in_words_of_models(sign, words);
}

static const mp_sign *nearest_before(const mp_signs *signs, const mp_attribution *words, size_t from) {
    for (size_t i = from, steps = 0; i > 0 && steps < MP_PROMPT_SIGN_REACH; i--, steps++) {
        const mp_sign *sign = signs->by_place[i - 1];
        if (sign->block + blocks_back < words->block) return NULL;
        if (asks(sign, words)) return sign;
    }
    return NULL;
}

static const mp_sign *nearest_after(const mp_signs *signs, const mp_attribution *words, size_t from) {
    for (size_t i = from; i < signs->count && i < from + MP_PROMPT_SIGN_REACH; i++) {
        const mp_sign *sign = signs->by_place[i];
        if (sign->block > words->block + 1) return NULL;
        if (asks(sign, words)) return sign;
    }
    return NULL;
}

const mp_sign *mp_passage_of(const mp_prompter *p, uint32_t finding) {
    const mp_judgement *judgement = &p->findings[finding];
    if (judgement->told_by != NULL) return judgement->told_by;
    const mp_attribution *words = judgement->attribution;
    size_t from = mp_signs_at(p->signs, words->block, words->start);
    const mp_sign *before = nearest_before(p->signs, words, from);

    return before == NULL ? nearest_after(p->signs, words, from) : before;
}

/* ---- Where it stands --------------------------------------------------------------------------------------------- */

static void feature_place(const mp_prompter *p, const mp_attribution *words, const mp_sign *passage, uint8_t *f) {
    uint32_t own = mp_sentences_outer(p->sentences, words->sentence);
    uint32_t other = mp_sentences_outer(p->sentences, passage->sentence);
    uint32_t back = passage->block > words->block ? 0 : words->block - passage->block;

    f[MP_PROMPT_FEATURE_AFTER] = mp_is_before(words->block, words->start, passage->block, passage->start);
    f[MP_PROMPT_FEATURE_SAME_BLOCK] = passage->block == words->block;
    f[MP_PROMPT_FEATURE_BLOCK_BEFORE] = back == 1;
    f[MP_PROMPT_FEATURE_TWO_BEFORE] = back == 2;
    f[MP_PROMPT_FEATURE_FAR] = back > 2;
    if (own == MP_NONE || other == MP_NONE) return;
    f[MP_PROMPT_FEATURE_SAME_SENTENCE] = own == other;
    f[MP_PROMPT_FEATURE_LAST_SENTENCE] = mp_sentences_own_before(p->sentences, own) == other;
}

/* What it asks, by its content words; in the words’ own sentence it has all of theirs. */
static void feature_content(const mp_prompter *p, uint32_t finding, const mp_sign *passage, uint8_t *f) {
    const mp_sentence *sentence = &p->sentences->list[passage->sentence];
    mp_content all = {0}, asked = {0};
    uint32_t end = mp_item_end(p->sentences, sentence->end - 1);

    mp_content_add(p->sentences->tokens, passage->block, passage->start, end, &asked);
    f[MP_PROMPT_FEATURE_THIN] = mp_content_count(&asked) <= few_words;
    f[MP_PROMPT_FEATURE_RICH] = mp_content_count(&asked) >= many_words;
    if (f[MP_PROMPT_FEATURE_SAME_SENTENCE]) return;
    mp_content_add_sentence(p->sentences, passage->sentence, &all);
    uint32_t shared = mp_content_shared(&all, &p->contents[finding]);
    f[MP_PROMPT_FEATURE_SHARES_ONE] = shared >= 1;
    f[MP_PROMPT_FEATURE_SHARES_TWO] = shared >= 2;
}

/* ---- What stands between it and the words ------------------------------------------------------------------------ */

static void feature_speakers_between(const mp_prompter *p, const mp_attribution *words, const mp_sign *passage,
                                     uint8_t *f) {
    const mp_attribution *all = p->signs->attributions->items;

    for (size_t i = (size_t)(words - all), steps = 0; i > 0 && steps < MP_PROMPT_QUOTE_REACH; i--, steps++) {
        const mp_attribution *a = &all[i - 1];
        if (mp_is_before(a->block, a->start, passage->block, passage->end)) return;
        if (a->rule == MP_RULE_NONE) continue;
        bool model = a->reference.kind == MP_SPEAKER_MODEL;
        f[MP_PROMPT_FEATURE_MODELS_BETWEEN] |= model && f[MP_PROMPT_FEATURE_MODEL_BETWEEN];
        f[MP_PROMPT_FEATURE_MODEL_BETWEEN] |= model;
        f[MP_PROMPT_FEATURE_OTHER_BETWEEN] |= !model;
    }
}

static void feature_signs_between(const mp_prompter *p, const mp_attribution *words, const mp_sign *passage,
                                  uint8_t *f) {
    size_t from = mp_signs_at(p->signs, words->block, words->start);

    for (size_t i = from, steps = 0; i > 0 && steps < MP_PROMPT_SIGN_REACH; i--, steps++) {
        const mp_sign *sign = p->signs->by_place[i - 1];
        if (mp_is_before(sign->block, sign->start, passage->block, passage->end)) return;
        if (!mp_sign_is_foreign(sign)) continue;
        f[MP_PROMPT_FEATURE_TURN_BETWEEN] |= sign->meaning == MP_MEANING_TURN && !sign->inside_quote;
        f[MP_PROMPT_FEATURE_AGAIN_BETWEEN] |= sign->meaning == MP_MEANING_AGAIN;
    }
}

static void feature_passage(const mp_prompter *p, uint32_t finding, uint8_t *f) {
    const mp_attribution *words = p->findings[finding].attribution;
    const mp_sign *passage = mp_passage_of(p, finding);

    f[MP_PROMPT_FEATURE_NO_PASSAGE] = passage == NULL;
    if (passage == NULL) return;
    f[MP_PROMPT_FEATURE_QUESTION] = passage->meaning == MP_MEANING_QUESTION;
    f[MP_PROMPT_FEATURE_ASKS_ANOTHER] = passage->asks_another;
    f[MP_PROMPT_FEATURE_BY_WRITER] = passage->by_writer;
    feature_place(p, words, passage, f);
    feature_content(p, finding, passage, f);
    if (f[MP_PROMPT_FEATURE_AFTER]) return;
    feature_speakers_between(p, words, passage, f);
    feature_signs_between(p, words, passage, f);
}

/* ---- The finding itself ------------------------------------------------------------------------------------------ */

static void feature_form(const mp_words *w, uint8_t *f) {
    mp_form form = w->attribution->form;
    uint32_t count = 0;
    for (uint32_t i = w->first_token; i < w->end_token && count < least_long_words; i++)
        count += w->tokens->items[i].kind == MP_TOKEN_WORD;

    f[MP_PROMPT_FEATURE_FORM_BLOCK] = form == MP_FORM_BLOCK;
    f[MP_PROMPT_FEATURE_FORM_INDIRECT] = form == MP_FORM_INDIRECT;
    f[MP_PROMPT_FEATURE_FRAGMENT] = form == MP_FORM_DIRECT && count <= most_fragment_words;
    f[MP_PROMPT_FEATURE_LONG] = count >= least_long_words;
    f[MP_PROMPT_FEATURE_HEADLINE] = w->tokens->article->blocks[w->attribution->block].kind <= MP_BLOCK_DEK;
}

static void feature_judged(const mp_judgement *judgement, uint8_t *f) {
    static const uint8_t of_act[MP_ACT_OTHER + 1] = {
        [MP_ACT_APOLOGY] = MP_PROMPT_FEATURE_ACT_APOLOGY,   [MP_ACT_ADMISSION] = MP_PROMPT_FEATURE_ACT_ADMISSION,
        [MP_ACT_DENIAL] = MP_PROMPT_FEATURE_ACT_DENIAL,     [MP_ACT_PROMISE] = MP_PROMPT_FEATURE_ACT_PROMISE,
        [MP_ACT_DEFIANCE] = MP_PROMPT_FEATURE_ACT_DEFIANCE, [MP_ACT_EXPLANATION] = MP_PROMPT_FEATURE_ACT_EXPLANATION};
    uint8_t act = of_act[judgement->act];

    f[MP_PROMPT_FEATURE_SOURCE] = judgement->role == MP_ROLE_SOURCE;
    f[MP_PROMPT_FEATURE_SAMPLE] = judgement->role == MP_ROLE_SAMPLE;
    if (act != MP_PROMPT_FEATURE_BIAS) f[act] = 1;
}

static void feature_cue(const mp_words *w, uint8_t *f) {
    uint32_t v = w->attribution->verb, speaker = w->attribution->speaker;
    const mp_verb *verb = v == MP_NONE ? NULL : &w->references->verbs->items[v];
    uint16_t takes = verb == NULL ? 0 : mp_cue_takes(w->rules, verb->cue);
    mp_act act = verb == NULL ? MP_ACT_NONE : mp_cue_act(w->rules, verb->cue);

    f[MP_PROMPT_FEATURE_CUE_NONE] = verb == NULL || verb->cue == 0;
    f[MP_PROMPT_FEATURE_CUE_ANSWERS] = verb != NULL && mp_item_is(w->sentences, verb->item, MP_BIT(ANSWERING));
    f[MP_PROMPT_FEATURE_CUE_ADDS] = verb != NULL && mp_item_is(w->sentences, verb->item, MP_BIT(ADDS));
    f[MP_PROMPT_FEATURE_CUE_WEAK] = (takes & MP_TAKES(WEAK)) != 0;
    f[MP_PROMPT_FEATURE_CUE_LISTENER] = (takes & MP_TAKES(LISTENER)) != 0;
    f[MP_PROMPT_FEATURE_CUE_ACT] = act != MP_ACT_NONE && act != MP_ACT_OTHER;
    f[MP_PROMPT_FEATURE_CUE_FORECASTS] = act == MP_ACT_OTHER;
    const mp_mention *mention = speaker == MP_NONE ? NULL : &w->references->mentions->items[speaker];
    f[MP_PROMPT_FEATURE_SUBJECT_IT] = mention != NULL && mention->kind == MP_MENTION_IT;
    f[MP_PROMPT_FEATURE_SUBJECT_NAMED] = mention != NULL && mention->model != 0;
    uint32_t sentence = w->attribution->sentence;
    f[MP_PROMPT_FEATURE_AWAITED] = sentence != MP_NONE && w->references->awaited[sentence] != 0;
}

/* ---- The others -------------------------------------------------------------------------------------------------- */

static bool is_same_model(const mp_judgement *one, const mp_judgement *other) {
    return one->attribution->reference.model == other->attribution->reference.model;
}

/* `f`: of six features the first: told, untold; in the same block; in the same sentence. */
static void feature_neighbour(const mp_prompter *p, const mp_judgement *own, const mp_judgement *other, bool beside,
                              uint8_t *f) {
    const mp_attribution *one = own->attribution, *two = other->attribution;
    if (!is_same_model(own, other)) return;
    bool told = mp_is_told(other), here = one->block == two->block;
    beside &=
        here && mp_sentences_outer(p->sentences, one->sentence) == mp_sentences_outer(p->sentences, two->sentence);

    f[0] = told;
    f[1] = !told;
    f[2] = here && told;
    f[3] = here && !told;
    if (!beside) return;
    f[4] = told;
    f[5] = !told;
}

/* The other of its model that says most like it; NULL where none does. */
static const mp_judgement *most_like(const mp_prompter *p, uint32_t finding) {
    uint32_t most = same_words - 1;
    const mp_judgement *best = NULL;

    for (uint32_t i = 0; i < p->count && i < MP_PROMPT_MOST_COMPARED; i++) {
        if (i == finding || !is_same_model(&p->findings[i], &p->findings[finding])) continue;
        uint32_t shared = mp_content_shared(&p->contents[i], &p->contents[finding]);
        if (shared > most) best = &p->findings[i];
        if (shared > most) most = shared;
    }
    return best;
}

static void feature_others(const mp_prompter *p, uint32_t finding, uint8_t *f) {
    const mp_judgement *own = &p->findings[finding], *like = most_like(p, finding);
    size_t others = p->count - 1, told = p->told - mp_is_told(own);

    f[MP_PROMPT_FEATURE_FIRST] = finding == 0;
    if (finding > 0) feature_neighbour(p, own, own - 1, true, &f[MP_PROMPT_FEATURE_PREVIOUS_TOLD]);
    if (finding + 1 < p->count) feature_neighbour(p, own, own + 1, false, &f[MP_PROMPT_FEATURE_NEXT_TOLD]);
    f[MP_PROMPT_FEATURE_SAME_WORDS_TOLD] = like != NULL && mp_is_told(like);
    f[MP_PROMPT_FEATURE_SAME_WORDS_UNTOLD] = like != NULL && !mp_is_told(like);
    f[MP_PROMPT_FEATURE_OTHERS_NONE] = others > 0 && told == 0;
    f[MP_PROMPT_FEATURE_OTHERS_HALF] = others > 0 && told * 2 >= others;
    f[MP_PROMPT_FEATURE_PROMPTS_NONE] = p->signs->prompt_count == 0;
    f[MP_PROMPT_FEATURE_PROMPTS_ONE] = p->signs->prompt_count == 1;
    f[MP_PROMPT_FEATURE_PROMPTS_MANY] = p->signs->prompt_count >= many_prompts;
    f[MP_PROMPT_FEATURE_SEVERAL] = p->facts->several_models;
    f[MP_PROMPT_FEATURE_GENERIC] = own->attribution->reference.model == MP_MODEL_GENERIC;
    f[MP_PROMPT_FEATURE_PAGE_CAVEAT] = p->facts->signs[MP_MEANING_CAVEAT] > 0;
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

void mp_prompt_read(const mp_prompter *p, uint32_t finding, uint8_t f[MP_PROMPT_FEATURE_COUNT]) {
    static const uint8_t ruled[] = {[MP_TELLING_NONE] = MP_PROMPT_FEATURE_BIAS,
                                    [MP_TELLING_BEFORE] = MP_PROMPT_FEATURE_RULED_BEFORE,
                                    [MP_TELLING_IN_SENTENCE] = MP_PROMPT_FEATURE_RULED_IN_SENTENCE,
                                    [MP_TELLING_OF_SEVERAL] = MP_PROMPT_FEATURE_RULED_SEVERAL,
                                    [MP_TELLING_VOICE] = MP_PROMPT_FEATURE_RULED_VOICE,
                                    [MP_TELLING_FOR_ACT] = MP_PROMPT_FEATURE_RULED_ACT,
                                    [MP_TELLING_RUN] = MP_PROMPT_FEATURE_RULED_RUN,
                                    [MP_TELLING_EXCHANGE] = MP_PROMPT_FEATURE_RULED_EXCHANGE,
                                    [MP_TELLING_SAME_WORDS] = MP_PROMPT_FEATURE_RULED_SAME_WORDS,
                                    [MP_TELLING_HEADLINE] = MP_PROMPT_FEATURE_RULED_HEADLINE};
    const mp_judgement *judgement = &p->findings[finding];
    mp_words words = mp_words_of(p->signs, judgement->attribution);

    for (int i = 0; i < MP_PROMPT_FEATURE_COUNT; i++) f[i] = 0;
    f[MP_PROMPT_FEATURE_BIAS] = 1;
    f[ruled[judgement->telling]] = 1;
    feature_passage(p, finding, f);
    feature_form(&words, f);
    feature_judged(judgement, f);
    feature_cue(&words, f);
    feature_others(p, finding, f);
}

int32_t mp_prompt_weigh(const mp_prompter *p, uint32_t finding) {
    const mp_weights *weights = p->sentences->tokens->rules->weights;
    uint8_t features[MP_PROMPT_FEATURE_COUNT];

    mp_prompt_read(p, finding, features);
    return mp_features_weigh(features, MP_PROMPT_FEATURE_COUNT, &weights->prompt[0][0], MP_TOLD_SORT_COUNT,
                             (int)mp_told_sort_of(&p->findings[finding]));
}
