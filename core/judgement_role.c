/* judgement_role.c: judges what the page uses a model’s words for, by weights over what the words say and how they are
 * brought, and what act they are. Knows attributions and signs; the weights come from the rule pack. */
#include "judgement_role.h"

#include <string.h>

enum { most_fragment_words = 4 };

typedef struct subject {
    const mp_signs *signs;
    const mp_attribution *attribution;
    const mp_rules *rules;
    const mp_tokens *tokens;
    const mp_sentences *sentences;
    const mp_references *references;
    uint32_t first_token, end_token; /* of the words */
} subject;

/* ---- The words --------------------------------------------------------------------------------------------------- */

static uint32_t token_at_byte(const mp_tokens *tokens, uint32_t block, uint32_t byte) {
    uint32_t low = tokens->block_first[block], high = tokens->block_first[block + 1];

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (tokens->items[middle].end <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static subject subject_of(const mp_signs *signs, const mp_attribution *attribution) {
    const mp_references *references = signs->attributions->references;
    const mp_tokens *tokens = references->mentions->sentences->tokens;

    return (subject){.signs = signs,
                     .attribution = attribution,
                     .rules = tokens->rules,
                     .tokens = tokens,
                     .sentences = references->mentions->sentences,
                     .references = references,
                     .first_token = token_at_byte(tokens, attribution->block, attribution->start),
                     .end_token = token_at_byte(tokens, attribution->block, attribution->end)};
}

static uint32_t count_class(const subject *s, uint64_t classes) {
    uint32_t count = 0;
    for (uint32_t i = s->first_token; i < s->end_token; i++) count += mp_token_is(s->tokens, i, classes);
    return count;
}

static bool names_maker(const subject *s) {
    uint16_t model = s->attribution->reference.model;
    uint16_t maker = model == 0 || model == MP_MODEL_GENERIC ? 0 : s->rules->models.items[model - 1].maker;

    for (uint32_t i = s->first_token; i < s->end_token; i++) {
        const mp_entry *entry = mp_token_entry(s->tokens, i);
        if (maker != 0 && (entry->maker == maker || entry->answerable == maker)) return true;
        if (entry->model != 0 && entry->model == model) return true;
    }
    return false;
}

/* The clause’s subject is the model itself: “it had been suspended”. */
static bool is_about_itself(const subject *s) {
    const mp_mentions *mentions = s->references->mentions;
    if (s->attribution->form != MP_FORM_INDIRECT || s->attribution->sentence == MP_NONE) return false;
    uint32_t end = mentions->sentence_first[s->attribution->sentence + 1];

    for (uint32_t m = mentions->sentence_first[s->attribution->sentence]; m < end; m++) {
        if (mp_item_start(s->sentences, mentions->items[m].first) < s->attribution->start) continue;
        const mp_reference *reference = &s->references->items[m];
        return reference->kind == MP_SPEAKER_MODEL && reference->model == s->attribution->reference.model;
    }
    return false;
}

/* ---- The signs --------------------------------------------------------------------------------------------------- */

enum { most_signs_looked_at = 256 };

/* Notes which meanings stand in the words (inside) and in the sentence around them (beside). */
static void read_signs(const subject *s, uint32_t *inside, uint32_t *beside) {
    const mp_attribution *a = s->attribution;
    size_t first = mp_signs_at(s->signs, a->block, a->start);

    for (size_t i = first; i < s->signs->count && i < first + most_signs_looked_at; i++) {
        const mp_sign *sign = s->signs->by_place[i];
        if (sign->block != a->block || sign->start >= a->end) break;
        inside[sign->meaning]++;
    }
    if (a->sentence == MP_NONE) return;
    uint32_t begin = s->signs->sentence_first[a->sentence], end = s->signs->sentence_first[a->sentence + 1];
    for (uint32_t i = begin; i < end && i < begin + most_signs_looked_at; i++) {
        const mp_sign *sign = &s->signs->items[i];
        bool in_words = sign->block == a->block && sign->start >= a->start && sign->start < a->end;
        if (!in_words) beside[sign->meaning]++;
    }
}

static void feature_cue(const subject *s, uint8_t *f) {
    uint32_t v = s->attribution->verb;
    if (v == MP_NONE) return;
    const mp_verb *verb = &s->references->verbs->items[v];
    f[MP_FEATURE_DISBELIEVED] = verb->disbelieved;
    if (verb->cue == 0) return;
    const mp_cue *cue = &s->rules->cues.items[verb->cue - 1];

    f[MP_FEATURE_CUE_SPEAKS] = cue->act != MP_ACT_NONE && cue->act != MP_ACT_EXPLANATION && cue->act != MP_ACT_OTHER;
    f[MP_FEATURE_CUE_EXPLAINS] = cue->act == MP_ACT_EXPLANATION;
    f[MP_FEATURE_CUE_NAMES] = (cue->takes & MP_TAKES(WEAK)) != 0;
    f[MP_FEATURE_CUE_FORECASTS] = cue->act == MP_ACT_OTHER;
    f[MP_FEATURE_CUE_TELLS] = (cue->takes & MP_TAKES(LISTENER)) != 0;
}

static void feature_words(const subject *s, uint8_t *f) {
    const mp_attribution *a = s->attribution;
    uint32_t words = 0;
    for (uint32_t i = s->first_token; i < s->end_token; i++) words += s->tokens->items[i].kind == MP_TOKEN_WORD;

    f[MP_FEATURE_BIAS] = 1;
    f[MP_FEATURE_FORM_DIRECT] = a->form == MP_FORM_DIRECT;
    f[MP_FEATURE_FORM_BLOCK] = a->form == MP_FORM_BLOCK;
    f[MP_FEATURE_FORM_INDIRECT] = a->form == MP_FORM_INDIRECT;
    f[MP_FEATURE_FRAGMENT] = a->form == MP_FORM_DIRECT && words <= most_fragment_words;
    f[MP_FEATURE_HEADLINE] = s->tokens->article->blocks[a->block].kind <= MP_BLOCK_SUBHEAD;
    f[MP_FEATURE_FIRST_PERSON] = a->form != MP_FORM_INDIRECT && count_class(s, MP_BIT(PRONOUN_FIRST)) > 0;
    f[MP_FEATURE_SECOND_PERSON] = count_class(s, MP_BIT(PRONOUN_SECOND)) > 0;
    f[MP_FEATURE_ABOUT_ITSELF] = is_about_itself(s);
    f[MP_FEATURE_ABOUT_MAKER] = names_maker(s);
    f[MP_FEATURE_GENERIC] = a->reference.model == MP_MODEL_GENERIC;
}

void mp_role_features(const mp_signs *signs, const mp_page_facts *facts, bool prompted,
                      const mp_attribution *attribution, uint8_t features[MP_FEATURE_COUNT]) {
    subject s = subject_of(signs, attribution);
    uint32_t inside[MP_MEANING_COUNT] = {0}, beside[MP_MEANING_COUNT] = {0};
    uint8_t *f = features;

    memset(f, 0, MP_FEATURE_COUNT);
    read_signs(&s, inside, beside);
    feature_words(&s, f);
    feature_cue(&s, f);
    f[MP_FEATURE_SAYS_SELF] = inside[MP_MEANING_SELF] > 0;
    f[MP_FEATURE_SAYS_WORLD] = inside[MP_MEANING_WORLD] > 0;
    f[MP_FEATURE_SAYS_SPECIMEN] = inside[MP_MEANING_SPECIMEN] > 0;
    f[MP_FEATURE_SAYS_APOLOGY] = inside[MP_MEANING_APOLOGY] > 0;
    f[MP_FEATURE_SAYS_ADMISSION] = inside[MP_MEANING_ADMISSION] > 0;
    f[MP_FEATURE_SAYS_PROMISE] = inside[MP_MEANING_PROMISE] > 0;
    f[MP_FEATURE_SAYS_DEFIANCE] = inside[MP_MEANING_DEFIANCE] > 0;
    f[MP_FEATURE_SAYS_EXPLANATION] = inside[MP_MEANING_EXPLANATION] > 0;
    f[MP_FEATURE_PAGE_SELF] = facts->signs[MP_MEANING_SELF] > inside[MP_MEANING_SELF];
    f[MP_FEATURE_PAGE_WORLD] = facts->signs[MP_MEANING_WORLD] > inside[MP_MEANING_WORLD];
    f[MP_FEATURE_PAGE_SPECIMEN] = facts->signs[MP_MEANING_SPECIMEN] > inside[MP_MEANING_SPECIMEN];
    f[MP_FEATURE_PAGE_APOLOGY] = facts->signs[MP_MEANING_APOLOGY] > inside[MP_MEANING_APOLOGY];
    f[MP_FEATURE_PAGE_MAKER] = facts->hears_maker;
    f[MP_FEATURE_SEVERAL_MODELS] = facts->several_models;
    f[MP_FEATURE_PROMPTED] = prompted;
    f[MP_FEATURE_NEIGHBOUR_SELF] = beside[MP_MEANING_SELF] > 0;
    f[MP_FEATURE_NEIGHBOUR_WORLD] = beside[MP_MEANING_WORLD] > 0;
    f[MP_FEATURE_NEIGHBOUR_SPECIMEN] = beside[MP_MEANING_SPECIMEN] > 0;
}

/* ---- The page ---------------------------------------------------------------------------------------------------- */

/* The role word that a token is, 0 for none; a phrase counts as its first word. */
static uint16_t role_word_of(const mp_tokens *tokens, size_t i) {
    uint16_t own = mp_token_entry(tokens, i)->role_word;
    return own != 0 ? own : mp_lexicon_entry(tokens->rules->lexicon, tokens->items[i].word)->role_word;
}

/* Each word counts once, however often it stands there. */
static bool add_page_words(const mp_tokens *tokens, mp_arena *arena, int32_t sums[MP_ROLE_COUNT]) {
    uint8_t *seen = MP_NEW_ARRAY(arena, tokens->rules->role_words.count + 1, uint8_t);

    for (size_t i = 0; seen != NULL && i < tokens->count; i++) {
        uint16_t word = role_word_of(tokens, i);
        if (word == 0 || seen[word] != 0) continue;
        seen[word] = 1;
        for (int role = 0; role < MP_ROLE_COUNT; role++) sums[role] += tokens->rules->role_words.items[word].page[role];
    }
    return seen != NULL;
}

enum { most_words_weighed = 400 };

/* The words themselves; what stands twice in them counts twice, which few words do. */
static void add_inside_words(const subject *s, int32_t sums[MP_ROLE_COUNT]) {
    uint16_t before[8] = {0}; /* repetition close by counts once: “sorry, sorry, sorry” */

    for (uint32_t i = s->first_token; i < s->end_token && i < s->first_token + most_words_weighed; i++) {
        uint16_t word = role_word_of(s->tokens, i);
        bool repeated = false;
        for (size_t k = 0; k < sizeof before / sizeof *before; k++) repeated |= before[k] == word;
        if (word == 0 || repeated) continue;
        before[i % (sizeof before / sizeof *before)] = word;
        for (int role = 0; role < MP_ROLE_COUNT; role++) sums[role] += s->rules->role_words.items[word].inside[role];
    }
}

bool mp_page_facts_gather(const mp_signs *signs, mp_arena *arena, mp_page_facts *facts) {
    uint16_t first = 0;

    *facts = (mp_page_facts){0};
    for (size_t i = 0; i < signs->count; i++) facts->signs[signs->items[i].meaning]++;
    for (size_t i = 0; i < signs->attributions->count; i++) {
        const mp_reference *reference = &signs->attributions->items[i].reference;
        if (reference->kind != MP_SPEAKER_MODEL) continue;
        if (first != 0 && reference->model != first) facts->several_models = true;
        first = reference->model;
    }
    facts->hears_maker =
        facts->signs[MP_MEANING_SILENCE] + facts->signs[MP_MEANING_DENIAL] + facts->signs[MP_MEANING_CONFIRMATION] > 0;
    return add_page_words(signs->attributions->references->mentions->sentences->tokens, arena, facts->words);
}

/* ---- The act ----------------------------------------------------------------------------------------------------- */

/* The most specific that fits: apology before admission, admission before explanation. */
static mp_act act_of(const mp_signs *signs, const mp_attribution *attribution) {
    static const struct {
        mp_meaning meaning;
        mp_act act;
    } order[] = {{MP_MEANING_APOLOGY, MP_ACT_APOLOGY},     {MP_MEANING_DEFIANCE, MP_ACT_DEFIANCE},
                 {MP_MEANING_ADMISSION, MP_ACT_ADMISSION}, {MP_MEANING_PROMISE, MP_ACT_PROMISE},
                 {MP_MEANING_REFUTATION, MP_ACT_DENIAL},   {MP_MEANING_EXPLANATION, MP_ACT_EXPLANATION}};
    subject s = subject_of(signs, attribution);
    uint32_t inside[MP_MEANING_COUNT] = {0}, beside[MP_MEANING_COUNT] = {0};
    const mp_verb *verb = attribution->verb == MP_NONE ? NULL : &s.references->verbs->items[attribution->verb];
    mp_act cue_act = verb == NULL || verb->cue == 0 ? MP_ACT_NONE : s.rules->cues.items[verb->cue - 1].act;

    if (cue_act == MP_ACT_APOLOGY) return cue_act;
    read_signs(&s, inside, beside);
    if (inside[MP_MEANING_APOLOGY] > 0) return MP_ACT_APOLOGY;
    if (cue_act != MP_ACT_NONE && cue_act != MP_ACT_OTHER) return cue_act;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (inside[order[i].meaning] > 0) return order[i].act;
    return MP_ACT_OTHER;
}

/* ---- The role ---------------------------------------------------------------------------------------------------- */

/* A lead of one (a thousand thousandths) is odds of nearly three to one. */
static uint8_t certainty_of_lead(int32_t lead) {
    int32_t certainty = 62 + lead / 100;
    return (uint8_t)(certainty > 99 ? 99 : certainty);
}

void mp_role_judge(const mp_signs *signs, const mp_page_facts *facts, bool prompted, mp_judgement *judgement) {
    const mp_attribution *attribution = judgement->attribution;
    const mp_weights *weights = &signs->attributions->references->mentions->sentences->tokens->rules->weights;
    uint8_t features[MP_FEATURE_COUNT];
    int32_t sums[MP_ROLE_COUNT] = {0}, second = INT32_MIN;
    int best = 0;

    mp_role_features(signs, facts, prompted, attribution, features);
    for (int f = 0; f < MP_FEATURE_COUNT; f++)
        for (int role = 0; features[f] != 0 && role < MP_ROLE_COUNT; role++) sums[role] += weights->of[f][role];
    subject words = subject_of(signs, attribution);
    add_inside_words(&words, sums);
    for (int role = 0; role < MP_ROLE_COUNT; role++) sums[role] += facts->words[role];
    for (int role = 1; role < MP_ROLE_COUNT; role++)
        if (sums[role] > sums[best]) best = role;
    for (int role = 0; role < MP_ROLE_COUNT; role++)
        if (role != best && sums[role] > second) second = sums[role];
    judgement->role = (mp_role)best;
    judgement->certainty = certainty_of_lead(sums[best] - second);
    judgement->act = best == MP_ROLE_SPOKESPERSON ? act_of(signs, attribution) : MP_ACT_NONE;
}
