/* judgement_feature.c: reads what a finding’s role and act are judged from. Knows attributions and signs; nothing of
 * weights. Every window of words has a bound, so that a page costs time in proportion to its length and findings. */
#include "judgement_feature.h"

#include <string.h>

enum {
    most_fragment_words = 4,
    least_long_words = 25,
    most_words_read = 400,  /* of the words themselves */
    words_read_before = 30, /* and around them */
    words_read_after = 25,
    asked_reach = 14,
    most_sentences_read = 64,
    most_verbs_read = 128,
    most_signs_read = 256
};

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

static uint16_t maker_of(const subject *s) {
    uint16_t model = s->attribution->reference.model;
    return model == 0 || model == MP_MODEL_GENERIC ? 0 : s->rules->models.items[model - 1].maker;
}

static void feature_names(const subject *s, uint8_t *f) {
    uint16_t model = s->attribution->reference.model, maker = maker_of(s);

    for (uint32_t i = s->first_token; i < s->end_token && i < s->first_token + most_words_read; i++) {
        const mp_entry *entry = mp_token_entry(s->tokens, i);
        uint32_t code = s->tokens->items[i].code;
        f[MP_FEATURE_NAMES_MAKER] |= maker != 0 && entry->maker == maker;
        f[MP_FEATURE_NAMES_ITSELF] |= entry->model != 0 && entry->model == model;
        f[MP_FEATURE_NAMES_OTHER_MODEL] |= entry->model != 0 && entry->model != model;
        f[MP_FEATURE_NUMBERS] |= s->tokens->items[i].kind == MP_TOKEN_NUMBER;
        f[MP_FEATURE_QUESTION] |= code == '?';
        f[MP_FEATURE_EXCLAMATION] |= code == '!';
    }
    uint32_t from = s->first_token > asked_reach ? s->first_token - asked_reach : 0;
    for (uint32_t i = from; i < s->first_token; i++) f[MP_FEATURE_ASKED] |= s->tokens->items[i].code == '?';
}

static void feature_form(const subject *s, uint8_t *f) {
    const mp_attribution *a = s->attribution;
    mp_block_kind kind = s->tokens->article->blocks[a->block].kind;
    uint32_t words = 0;
    for (uint32_t i = s->first_token; i < s->end_token; i++) words += s->tokens->items[i].kind == MP_TOKEN_WORD;

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

static void feature_cue(const subject *s, uint8_t *f) {
    static const uint8_t of_act[] = {
        [MP_ACT_APOLOGY] = MP_FEATURE_CUE_APOLOGY,   [MP_ACT_ADMISSION] = MP_FEATURE_CUE_ADMISSION,
        [MP_ACT_DENIAL] = MP_FEATURE_CUE_DENIAL,     [MP_ACT_PROMISE] = MP_FEATURE_CUE_PROMISE,
        [MP_ACT_DEFIANCE] = MP_FEATURE_CUE_DEFIANCE, [MP_ACT_EXPLANATION] = MP_FEATURE_CUE_EXPLANATION,
        [MP_ACT_OTHER] = MP_FEATURE_CUE_FORECASTS};
    uint32_t v = s->attribution->verb;
    const mp_verb *verb = v == MP_NONE ? NULL : &s->references->verbs->items[v];

    f[MP_FEATURE_CUE_NONE] = verb == NULL || verb->cue == 0;
    f[MP_FEATURE_DISBELIEVED] = verb != NULL && verb->disbelieved;
    if (f[MP_FEATURE_CUE_NONE]) return;
    const mp_cue *cue = &s->rules->cues.items[verb->cue - 1];
    if (cue->act != MP_ACT_NONE) f[of_act[cue->act]] = 1;
    f[MP_FEATURE_CUE_NAMES] = (cue->takes & MP_TAKES(WEAK)) != 0;
    f[MP_FEATURE_CUE_TELLS] = (cue->takes & MP_TAKES(LISTENER)) != 0;
}

/* ---- The subject ------------------------------------------------------------------------------------------------- */

/* Whose doing or state a verb tells: which of the features SUBJECT_… it is. */
static mp_feature subject_feature(const subject *s, uint32_t mention) {
    const mp_mention *words = &s->references->mentions->items[mention];
    const mp_reference *reference = &s->references->items[mention];
    uint16_t model = s->attribution->reference.model, maker = maker_of(s);
    bool direct = s->attribution->form != MP_FORM_INDIRECT;

    if (direct && mp_item_is(s->sentences, words->head, MP_BIT(PRONOUN_FIRST))) return MP_FEATURE_SUBJECT_I;
    if (mp_item_is(s->sentences, words->head, MP_BIT(PRONOUN_SECOND))) return MP_FEATURE_SUBJECT_YOU;
    if (reference->kind == MP_SPEAKER_MODEL && reference->model == model) return MP_FEATURE_SUBJECT_SELF;
    if (maker != 0 && reference->maker == maker && reference->kind == MP_SPEAKER_ORGANISATION)
        return MP_FEATURE_SUBJECT_MAKER;
    if (model == MP_MODEL_GENERIC && (words->classes & MP_BIT(MAKER_NOUN)) != 0) return MP_FEATURE_SUBJECT_MAKER;
    if (reference->kind == MP_SPEAKER_PERSON) return MP_FEATURE_SUBJECT_PERSON;
    if (words->kind == MP_MENTION_IT || words->kind == MP_MENTION_OTHER_PRONOUN) return MP_FEATURE_SUBJECT_IT;
    return MP_FEATURE_SUBJECT_OTHER;
}

/* Reads the verbs of a sentence that stand in the words. */
static void read_verbs(const subject *s, uint32_t sentence, uint8_t *f) {
    const mp_verbs *verbs = s->references->verbs;
    const mp_attribution *a = s->attribution;
    uint32_t first = verbs->sentence_first[sentence], end = verbs->sentence_first[sentence + 1];

    for (uint32_t v = first; v < end && v < first + most_verbs_read; v++) {
        const mp_verb *verb = &verbs->items[v];
        uint32_t at = mp_item_start(s->sentences, verb->item);
        if (at < a->start || at >= a->end || verb->subject == MP_NONE) continue;
        uint32_t head = s->references->mentions->items[verb->subject].head;
        bool outside = mp_item_start(s->sentences, head) < a->start || mp_item_start(s->sentences, head) >= a->end;
        if (outside) continue; /* the clause’s own verb in “apologised for …” */
        mp_feature feature = subject_feature(s, verb->subject);
        f[MP_FEATURE_ANY_I] |= feature == MP_FEATURE_SUBJECT_I;
        f[MP_FEATURE_ANY_SELF] |= feature == MP_FEATURE_SUBJECT_SELF;
        if (f[MP_FEATURE_SUBJECT_NONE]) f[feature] = 1;
        f[MP_FEATURE_SUBJECT_NONE] = 0;
    }
}

static uint32_t first_sentence_of(const mp_sentences *sentences, uint32_t block) {
    uint32_t low = 0, high = (uint32_t)sentences->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (sentences->list[middle].block < block)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void feature_subject(const subject *s, uint8_t *f) {
    const mp_attribution *a = s->attribution;
    uint32_t first = first_sentence_of(s->sentences, a->block);

    f[MP_FEATURE_SUBJECT_NONE] = 1;
    if (a->form == MP_FORM_INDIRECT) {
        if (a->sentence != MP_NONE) read_verbs(s, a->sentence, f);
        return;
    }
    for (uint32_t i = first; i < s->sentences->count && i < first + most_sentences_read; i++) {
        if (s->sentences->list[i].block != a->block) break;
        if (s->sentences->list[i].scope == a->stretch) read_verbs(s, i, f);
    }
}

/* ---- The signs --------------------------------------------------------------------------------------------------- */

/* Notes which meanings stand in the words (inside) and in the sentence around them (beside). */
static void read_signs(const subject *s, uint32_t *inside, uint32_t *beside) {
    const mp_attribution *a = s->attribution;
    size_t first = mp_signs_at(s->signs, a->block, a->start);

    for (size_t i = first; i < s->signs->count && i < first + most_signs_read; i++) {
        const mp_sign *sign = s->signs->by_place[i];
        if (sign->block != a->block || sign->start >= a->end) break;
        inside[sign->meaning]++;
    }
    if (a->sentence == MP_NONE) return;
    uint32_t begin = s->signs->sentence_first[a->sentence], end = s->signs->sentence_first[a->sentence + 1];
    for (uint32_t i = begin; i < end && i < begin + most_signs_read; i++) {
        const mp_sign *sign = &s->signs->items[i];
        bool in_words = sign->block == a->block && sign->start >= a->start && sign->start < a->end;
        if (!in_words) beside[sign->meaning]++;
    }
}

/* “It had not.” right after the words, or at the head of the next block. */
static bool is_corrected(const subject *s) {
    const mp_attribution *a = s->attribution;
    size_t first = mp_signs_at(s->signs, a->block, a->end);

    for (size_t i = first; i < s->signs->count && i < first + most_signs_read; i++) {
        const mp_sign *sign = s->signs->by_place[i];
        if (sign->block > a->block + 1) return false;
        bool heads = sign->block == a->block || sign->sentence == first_sentence_of(s->sentences, sign->block);
        if (sign->meaning == MP_MEANING_CORRECTION && !sign->by_model && heads) return true;
    }
    return false;
}

static void feature_signs(const subject *s, const mp_page_facts *facts, uint8_t *f) {
    uint32_t inside[MP_MEANING_COUNT] = {0}, beside[MP_MEANING_COUNT] = {0};

    read_signs(s, inside, beside);
    f[MP_FEATURE_CORRECTED] = is_corrected(s);
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
    f[MP_FEATURE_PAGE_SELF] = facts->signs[MP_MEANING_SELF] > inside[MP_MEANING_SELF];
    f[MP_FEATURE_PAGE_WORLD] = facts->signs[MP_MEANING_WORLD] > inside[MP_MEANING_WORLD];
    f[MP_FEATURE_PAGE_SPECIMEN] = facts->signs[MP_MEANING_SPECIMEN] > inside[MP_MEANING_SPECIMEN];
    f[MP_FEATURE_PAGE_APOLOGY] = facts->signs[MP_MEANING_APOLOGY] > inside[MP_MEANING_APOLOGY];
}

/* ---- The topics -------------------------------------------------------------------------------------------------- */

/* The topics that a token speaks of; a phrase also those of its first word. */
static uint64_t topics_of(const mp_tokens *tokens, size_t i) {
    return mp_token_entry(tokens, i)->topics | mp_lexicon_entry(tokens->rules->lexicon, tokens->items[i].word)->topics;
}

static void add_topics(uint64_t topics, uint8_t *counts, uint8_t most) {
    for (int topic = 0; topics != 0; topic++, topics >>= 1)
        if ((topics & 1) != 0 && counts[topic] < most) counts[topic]++;
}

/* Outside the words, names and descriptions of models and makers say nothing of a topic: “the software said”. */
static uint64_t topics_around(const mp_tokens *tokens, size_t i) {
    const mp_entry *entry = mp_token_entry(tokens, i);
    bool named = entry->model != 0 || entry->maker != 0 || entry->answerable != 0;
    bool describes = (entry->classes & (MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE))) != 0;
    return named || describes ? 0 : topics_of(tokens, i);
}

static void add_words(const subject *s, uint8_t *counts) {
    for (uint32_t i = s->first_token; i < s->end_token && i < s->first_token + most_words_read; i++)
        add_topics(topics_of(s->tokens, i), counts, 3);
}

static void add_window(const mp_tokens *tokens, uint32_t from, uint32_t to, uint8_t *counts) {
    for (uint32_t i = from; i < to; i++) add_topics(topics_around(tokens, i), counts, 2);
}

static uint32_t least_of(uint32_t a, uint32_t b) { return a < b ? a : b; }

/* The windows reach into the block before and the one after, no further. */
static void feature_topics(const subject *s, const mp_page_facts *facts, uint8_t *f) {
    const mp_attribution *a = s->attribution;
    uint32_t lowest = s->tokens->block_first[a->block == 0 ? 0 : a->block - 1];
    uint32_t last = (uint32_t)s->tokens->article->block_count,
             highest = s->tokens->block_first[least_of(a->block + 2, last)];
    uint32_t from = s->first_token > words_read_before ? s->first_token - words_read_before : 0;

    add_words(s, f + MP_TOPIC_FEATURE(MP_ZONE_INSIDE, 0));
    if (a->reference.model == MP_MODEL_GENERIC) add_words(s, f + MP_TOPIC_FEATURE(MP_ZONE_DEPLOYED, 0));
    add_window(s->tokens, from > lowest ? from : lowest, s->first_token, f + MP_TOPIC_FEATURE(MP_ZONE_BEFORE, 0));
    add_window(s->tokens, s->end_token, least_of(s->end_token + words_read_after, highest),
               f + MP_TOPIC_FEATURE(MP_ZONE_AFTER, 0));
    if (a->verb != MP_NONE) {
        uint32_t token = mp_item_token(s->sentences, s->references->verbs->items[a->verb].item);
        if (token != MP_NONE) add_topics(topics_of(s->tokens, token), f + MP_TOPIC_FEATURE(MP_ZONE_CUE, 0), 1);
    }
    memcpy(f + MP_TOPIC_FEATURE(MP_ZONE_HEADING, 0), facts->heading, MP_MOST_TOPICS);
    memcpy(f + MP_TOPIC_FEATURE(MP_ZONE_PAGE, 0), facts->page, MP_MOST_TOPICS);
}

/* ---- The page ---------------------------------------------------------------------------------------------------- */

static uint8_t doublings_of(uint32_t count) {
    uint8_t doublings = 0;
    for (; count > 0; count >>= 1) doublings++;
    return doublings;
}

/* Each word counts once, however often it stands there. */
static bool read_page_topics(const mp_tokens *tokens, mp_arena *arena, mp_page_facts *facts) {
    uint8_t *seen = MP_NEW_ARRAY(arena, UINT16_MAX + 1, uint8_t), heading[MP_MOST_TOPICS] = {0};
    uint32_t counts[MP_MOST_TOPICS] = {0};
    size_t block = 0;

    for (size_t i = 0; seen != NULL && i < tokens->count; i++) {
        while (i >= tokens->block_first[block + 1]) block++;
        uint64_t topics = topics_around(tokens, i);
        if (tokens->article->blocks[block].kind <= MP_BLOCK_DEK) add_topics(topics, heading, 2);
        if (topics == 0 || seen[tokens->items[i].word] != 0) continue;
        seen[tokens->items[i].word] = 1;
        for (int topic = 0; topics != 0; topic++, topics >>= 1) counts[topic] += topics & 1;
    }
    memcpy(facts->heading, heading, sizeof heading);
    for (int topic = 0; topic < MP_MOST_TOPICS; topic++) facts->page[topic] = doublings_of(counts[topic]);
    return seen != NULL;
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
    return read_page_topics(signs->attributions->references->mentions->sentences->tokens, arena, facts);
}

void mp_features_read(const mp_signs *signs, const mp_page_facts *facts, bool prompted,
                      const mp_attribution *attribution, uint8_t features[MP_MOST_FEATURES]) {
    subject s = subject_of(signs, attribution);
    uint8_t *f = features;

    memset(f, 0, MP_MOST_FEATURES);
    feature_form(&s, f);
    feature_names(&s, f);
    feature_cue(&s, f);
    feature_subject(&s, f);
    feature_signs(&s, facts, f);
    feature_topics(&s, facts, f);
    f[MP_FEATURE_PAGE_MAKER] = facts->hears_maker;
    f[MP_FEATURE_PAGE_CAVEAT] = facts->signs[MP_MEANING_CAVEAT] > 0;
    f[MP_FEATURE_PAGE_CORRECTION] = facts->signs[MP_MEANING_CORRECTION] > 0;
    f[MP_FEATURE_SEVERAL_MODELS] = facts->several_models;
    f[MP_FEATURE_PROMPTED] = prompted;
    f[MP_FEATURE_OWN] = f[MP_FEATURE_ANY_I] | f[MP_FEATURE_ANY_SELF] | f[MP_FEATURE_NAMES_ITSELF] |
                        f[MP_FEATURE_NAMES_MAKER] | f[MP_FEATURE_SUBJECT_MAKER];
    f[MP_FEATURE_WRONG] = !f[MP_FEATURE_OWN] && (f[MP_FEATURE_CORRECTED] || f[MP_FEATURE_DISBELIEVED]);
}
