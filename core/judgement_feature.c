/* judgement_feature.c: reads what a finding’s role and act are judged from. Knows attributions and signs; nothing of
 * weights. Every window of words has a bound, so that a page costs time in proportion to its length and findings. */
#include "judgement_feature.h"

#include "judgement_feature_internal.h"

#include <string.h>

enum {
    most_fragment_words = 4,
    least_long_words = 25,
    most_words_read = 400,
    asked_reach = 14,
    most_signs_read = 256,
    longest_frame = 30,
    least_words_of_long_frame = 8
};

/* ---- The words --------------------------------------------------------------------------------------------------- */

mp_words mp_words_of(const mp_signs *signs, const mp_attribution *attribution) {
    const mp_references *references = signs->attributions->references;
    const mp_tokens *tokens = references->mentions->sentences->tokens;

    return (mp_words){.signs = signs,
                      .attribution = attribution,
                      .rules = tokens->rules,
                      .tokens = tokens,
                      .sentences = references->mentions->sentences,
                      .references = references,
                      .first_token = mp_token_at_byte(tokens, attribution->block, attribution->start),
                      .end_token = mp_token_at_byte(tokens, attribution->block, attribution->end)};
}

uint16_t mp_words_maker(const mp_words *w) { return mp_maker_of_model(w->rules, w->attribution->reference.model); }

static void feature_names(const mp_words *w, uint8_t *f) {
    uint16_t model = w->attribution->reference.model, maker = mp_words_maker(w);

    for (uint32_t i = w->first_token; i < w->end_token && i < w->first_token + most_words_read; i++) {
        const mp_entry *entry = mp_token_entry(w->tokens, i);
        uint32_t code = w->tokens->items[i].code;
        bool number = w->tokens->items[i].kind == MP_TOKEN_NUMBER;
        if ((entry->maker | entry->model) == 0 && !number && code != '?' && code != '!') continue;
        f[MP_FEATURE_NAMES_MAKER] |= maker != 0 && entry->maker == maker;
        f[MP_FEATURE_NAMES_ITSELF] |= entry->model != 0 && entry->model == model;
        f[MP_FEATURE_NAMES_OTHER_MODEL] |= entry->model != 0 && entry->model != model;
        f[MP_FEATURE_NUMBERS] |= number;
        f[MP_FEATURE_QUESTION] |= code == '?';
        f[MP_FEATURE_EXCLAMATION] |= code == '!';
    }
    uint32_t from = w->first_token > asked_reach ? w->first_token - asked_reach : 0;
    for (uint32_t i = from; i < w->first_token; i++) f[MP_FEATURE_ASKED] |= w->tokens->items[i].code == '?';
}

static void feature_form(const mp_words *w, uint8_t *f) {
    const mp_attribution *a = w->attribution;
    mp_block_kind kind = w->tokens->article->blocks[a->block].kind;
    uint32_t words = 0;
    for (uint32_t i = w->first_token; i < w->end_token && words < least_long_words; i++)
        words += w->tokens->items[i].kind == MP_TOKEN_WORD;

    f[MP_FEATURE_BIAS] = 1;
    f[MP_FEATURE_FORM_DIRECT] = a->form == MP_FORM_DIRECT;
    f[MP_FEATURE_FORM_BLOCK] = a->form == MP_FORM_BLOCK;
    f[MP_FEATURE_FORM_INDIRECT] = a->form == MP_FORM_INDIRECT;
    f[MP_FEATURE_FRAGMENT] = a->form == MP_FORM_DIRECT && words <= most_fragment_words;
    f[MP_FEATURE_LONG] = words >= least_long_words;
    f[MP_FEATURE_HEADLINE] = kind <= MP_BLOCK_SUBHEAD;
    f[MP_FEATURE_LIST_ITEM] = kind == MP_BLOCK_LISTITEM;
    f[MP_FEATURE_ACCORDING_TO] = a->rule == MP_RULE_ACCORDING_TO;
    f[MP_FEATURE_LABEL] = a->rule == MP_RULE_LABEL;
    f[MP_FEATURE_CUE_ALONE] = a->rule == MP_RULE_SPEECH_ACT;
    f[MP_FEATURE_CUE_PASSIVE] = a->rule == MP_RULE_PASSIVE;
    f[MP_FEATURE_GENERIC] = a->reference.model == MP_MODEL_GENERIC;
}

/* Who speaks in the words, and to whom. */
static void feature_persons(const mp_words *w, uint8_t *f) {
    bool i = false, we = false, you = false, direct = w->attribution->form != MP_FORM_INDIRECT;

    for (uint32_t t = w->first_token; t < w->end_token && t < w->first_token + most_words_read; t++) {
        mp_word_classes classes = mp_token_entry(w->tokens, t)->classes;
        bool first = (classes & MP_BIT(PRONOUN_FIRST)) != 0, more = (classes & MP_BIT(WE)) != 0;
        bool thing = (classes & MP_BIT(PRONOUN_THING)) != 0;
        i |= first && !more;
        we |= first && more;
        you |= (classes & MP_BIT(PRONOUN_SECOND)) != 0;
        f[MP_FEATURE_OWNS] |= (classes & MP_BIT(POSSESSIVE)) != 0 && (direct ? first : thing);
        f[MP_FEATURE_SPEAKS_OF_IT] |= !direct && thing;
    }
    if (!direct) return;
    f[MP_FEATURE_I_AND_YOU] = i && you;
    f[MP_FEATURE_YOU_ALONE] = you && !i && !we;
    f[MP_FEATURE_WE_ALONE] = we && !i;
    f[MP_FEATURE_IMPERSONAL] = !you && !i && !we;
}

/* What stands between the verb of saying and the quoted words, and whether those begin a sentence. */
static void feature_frame(const mp_words *w, const mp_verb *verb, uint8_t *f) {
    const mp_attribution *a = w->attribution;
    uint32_t words = 0, token = verb == NULL ? MP_NONE : mp_item_token(w->sentences, verb->item);
    char first = w->tokens->article->blocks[a->block].text.bytes[a->start];

    if (a->form != MP_FORM_DIRECT) return;
    f[MP_FEATURE_LOWER] = first >= 'a' && first <= 'z';
    if (token == MP_NONE || token < w->tokens->block_first[a->block] || token >= w->first_token) return;
    for (uint32_t t = token + 1; t < w->first_token && t < token + longest_frame; t++) {
        mp_word_classes classes = mp_token_entry(w->tokens, t)->classes;
        words += w->tokens->items[t].kind == MP_TOKEN_WORD;
        f[MP_FEATURE_FRAME_SELF] |= (classes & MP_BIT(PRONOUN_THING)) != 0;
        f[MP_FEATURE_FRAME_OTHER] |= (classes & (MP_BIT(PRONOUN_PERSON) | MP_BIT(PRONOUN_PLURAL))) != 0;
    }
    f[MP_FEATURE_FRAME_NONE] = words == 0;
    f[MP_FEATURE_FRAME_LONG] = words >= least_words_of_long_frame;
}

/* “… after it had praised him”: told by the way, of another day. */
static bool is_subordinate(const mp_words *w, const mp_verb *verb) {
    const mp_sentence *sentence = &w->sentences->list[verb->sentence];
    uint32_t first = verb->first;

    if (verb->subject != MP_NONE && !verb->inverted) first = w->references->mentions->items[verb->subject].first;
    return first > sentence->first && mp_item_is(w->sentences, first - 1, MP_BIT(SUBORDINATOR));
}

static void feature_cue(const mp_words *w, uint8_t *f) {
    static const uint8_t of_act[] = {
        [MP_ACT_APOLOGY] = MP_FEATURE_CUE_APOLOGY,   [MP_ACT_ADMISSION] = MP_FEATURE_CUE_ADMISSION,
        [MP_ACT_DENIAL] = MP_FEATURE_CUE_DENIAL,     [MP_ACT_PROMISE] = MP_FEATURE_CUE_PROMISE,
        [MP_ACT_DEFIANCE] = MP_FEATURE_CUE_DEFIANCE, [MP_ACT_EXPLANATION] = MP_FEATURE_CUE_EXPLANATION,
        [MP_ACT_OTHER] = MP_FEATURE_CUE_FORECASTS};
    uint32_t v = w->attribution->verb;
    const mp_verb *verb = v == MP_NONE ? NULL : &w->references->verbs->items[v];

    feature_frame(w, verb, f);
    f[MP_FEATURE_CUE_NONE] = verb == NULL || verb->cue == 0;
    f[MP_FEATURE_DISBELIEVED] = verb != NULL && verb->disbelieved;
    if (f[MP_FEATURE_CUE_NONE]) return;
    f[MP_FEATURE_CUE_PRESENT] = verb->form == MP_VERB_BASE || verb->form == MP_VERB_THIRD;
    f[MP_FEATURE_CUE_RELATIVE] = verb->relative;
    f[MP_FEATURE_CUE_SUBORDINATE] = is_subordinate(w, verb);
    const mp_cue *cue = &w->rules->cues.items[verb->cue - 1];
    if (cue->act != MP_ACT_NONE) f[of_act[cue->act]] = 1;
    f[MP_FEATURE_CUE_NAMES] = (cue->takes & MP_TAKES(WEAK)) != 0;
    f[MP_FEATURE_CUE_ADDS] = mp_item_is(w->sentences, verb->item, MP_BIT(ADDS));
    f[MP_FEATURE_CUE_TELLS] = (cue->takes & MP_TAKES(LISTENER)) != 0;
}

/* ---- The signs --------------------------------------------------------------------------------------------------- */

/* Notes which meanings stand in the words (inside) and in the sentence around them (beside). */
static void read_signs(const mp_words *w, uint32_t *inside, uint32_t *beside) {
    const mp_attribution *a = w->attribution;
    size_t first = mp_signs_at(w->signs, a->block, a->start);

    for (size_t i = first; i < w->signs->count && i < first + most_signs_read; i++) {
        const mp_sign *sign = w->signs->by_place[i];
        if (sign->block != a->block || sign->start >= a->end) break;
        inside[sign->meaning]++;
    }
    if (a->sentence == MP_NONE) return;
    uint32_t begin = w->signs->sentence_first[a->sentence], end = w->signs->sentence_first[a->sentence + 1];
    for (uint32_t i = begin; i < end && i < begin + most_signs_read; i++) {
        const mp_sign *sign = &w->signs->items[i];
        bool in_words = sign->block == a->block && sign->start >= a->start && sign->start < a->end;
        if (!in_words) beside[sign->meaning]++;
    }
}

/* “It had not.” right after the words, or at the head of the next block. */
static bool is_corrected(const mp_words *w) {
    const mp_attribution *a = w->attribution;
    size_t first = mp_signs_at(w->signs, a->block, a->end);

    for (size_t i = first; i < w->signs->count && i < first + most_signs_read; i++) {
        const mp_sign *sign = w->signs->by_place[i];
        if (sign->block > a->block + 1) return false;
        bool heads = sign->block == a->block || sign->sentence == mp_sentences_from(w->sentences, sign->block);
        if (sign->meaning == MP_MEANING_CORRECTION && !sign->by_model && heads) return true;
    }
    return false;
}

static void feature_signs(const mp_words *w, const mp_page_facts *facts, uint8_t *f) {
    uint32_t inside[MP_MEANING_COUNT] = {0}, beside[MP_MEANING_COUNT] = {0};

    read_signs(w, inside, beside);
    f[MP_FEATURE_CORRECTED] = is_corrected(w);
    f[MP_FEATURE_SAYS_SELF] = inside[MP_MEANING_SELF] > 0;
    f[MP_FEATURE_SAYS_WORLD] = inside[MP_MEANING_WORLD] > 0;
    f[MP_FEATURE_SAYS_SPECIMEN] = inside[MP_MEANING_SPECIMEN] > 0;
    f[MP_FEATURE_SAYS_APOLOGY] = inside[MP_MEANING_APOLOGY] > 0;
    f[MP_FEATURE_SAYS_ADMISSION] = inside[MP_MEANING_ADMISSION] > 0;
    f[MP_FEATURE_SAYS_REFUTATION] = inside[MP_MEANING_REFUTATION] > 0;
    f[MP_FEATURE_SAYS_PROMISE] = inside[MP_MEANING_PROMISE] > 0;
    f[MP_FEATURE_SAYS_DEFIANCE] = inside[MP_MEANING_DEFIANCE] > 0;
    f[MP_FEATURE_SAYS_EXPLANATION] = inside[MP_MEANING_EXPLANATION] > 0;
    f[MP_FEATURE_NEIGHBOUR_SELF] = beside[MP_MEANING_SELF] > 0;
    f[MP_FEATURE_NEIGHBOUR_WORLD] = beside[MP_MEANING_WORLD] > 0;
    f[MP_FEATURE_NEIGHBOUR_SPECIMEN] = beside[MP_MEANING_SPECIMEN] > 0;
    f[MP_FEATURE_PAGE_SELF] = facts->signs[MP_MEANING_SELF] > 0;
    f[MP_FEATURE_PAGE_WORLD] = facts->signs[MP_MEANING_WORLD] > 0;
    f[MP_FEATURE_PAGE_SPECIMEN] = facts->signs[MP_MEANING_SPECIMEN] > 0;
    f[MP_FEATURE_PAGE_APOLOGY] = facts->signs[MP_MEANING_APOLOGY] > 0;
}

/* ---- The page ---------------------------------------------------------------------------------------------------- */

bool mp_page_facts_gather(const mp_signs *signs, mp_arena *arena, mp_page_facts *facts) {
    uint16_t first = 0;

    *facts = (mp_page_facts){0};
    for (size_t i = 0; i < signs->count; i++)
        if (!signs->items[i].by_model && !signs->items[i].in_report) facts->signs[signs->items[i].meaning]++;
    for (size_t i = 0; i < signs->attributions->count; i++) {
        const mp_reference *reference = &signs->attributions->items[i].reference;
        if (reference->kind != MP_SPEAKER_MODEL) continue;
        if (facts->first == NULL && mp_makes_finding(&signs->attributions->items[i]))
            facts->first = &signs->attributions->items[i];
        if (first != 0 && reference->model != first) facts->several_models = true;
        first = reference->model;
    }
    facts->hears_maker = facts->signs[MP_MEANING_SILENCE] + facts->signs[MP_MEANING_DENIAL] +
                             facts->signs[MP_MEANING_DISOWNING] + facts->signs[MP_MEANING_CONFIRMATION] >
                         0;
    mp_page_stems_read(signs->attributions->references->mentions->sentences->tokens, facts);
    return mp_page_topics_read(signs->attributions, arena, facts);
}

/* What a model admits, promises or tells of others is rarely an account of itself. */
static void feature_of_others(uint8_t *f) {
    bool own = f[MP_FEATURE_OWN] || f[MP_FEATURE_OWNS] || f[MP_FEATURE_SPEAKS_OF_IT];

    f[MP_FEATURE_OWNS_UP_FOR_OTHERS] =
        !own && (f[MP_FEATURE_CUE_ADMISSION] || f[MP_FEATURE_CUE_DENIAL] || f[MP_FEATURE_CUE_EXPLANATION]);
    f[MP_FEATURE_PROMISES_FOR_OTHERS] = !own && f[MP_FEATURE_CUE_PROMISE];
    f[MP_FEATURE_TELLS_OF_OTHERS] = !own && f[MP_FEATURE_CUE_TELLS];
}

void mp_features_read(const mp_signs *signs, const mp_page_facts *facts, const mp_sign *prompt,
                      const mp_attribution *attribution, uint8_t features[MP_MOST_FEATURES]) {
    mp_words w = mp_words_of(signs, attribution);
    uint8_t *f = features;

    memset(f, 0, MP_MOST_FEATURES);
    feature_form(&w, f);
    feature_names(&w, f);
    feature_persons(&w, f);
    feature_cue(&w, f);
    mp_features_of_verbs(&w, f);
    mp_features_of_question(&w, prompt, f);
    feature_signs(&w, facts, f);
    mp_features_of_topics(&w, facts, f);
    f[MP_FEATURE_PAGE_MAKER] = facts->hears_maker;
    f[MP_FEATURE_PAGE_CAVEAT] = facts->signs[MP_MEANING_CAVEAT] > 0;
    f[MP_FEATURE_PAGE_CORRECTION] = facts->signs[MP_MEANING_CORRECTION] > 0;
    f[MP_FEATURE_SEVERAL_MODELS] = facts->several_models;
    f[MP_FEATURE_FIRST] = attribution == facts->first;
    f[MP_FEATURE_PROMPTED] = prompt != NULL;
    f[MP_FEATURE_OWN] = f[MP_FEATURE_ANY_I] | f[MP_FEATURE_ANY_SELF] | f[MP_FEATURE_NAMES_ITSELF] |
                        f[MP_FEATURE_NAMES_MAKER] | f[MP_FEATURE_SUBJECT_MAKER] | f[MP_FEATURE_SUBJECT_OWNED];
    feature_of_others(f);
    f[MP_FEATURE_WRONG] = !f[MP_FEATURE_OWN] && (f[MP_FEATURE_CORRECTED] || f[MP_FEATURE_DISBELIEVED]);
}
