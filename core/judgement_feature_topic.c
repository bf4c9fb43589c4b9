/* judgement_feature_topic.c: counts the topics that a finding’s words, their surroundings and the page speak of. Knows
 * tokens and the rules’ topics; nothing of signs, nor of weights. */
#include "judgement_feature_internal.h"

#include <string.h>

enum {
    most_words_read = 400,  /* of the words themselves */
    words_read_before = 30, /* and around them */
    words_read_after = 25,
    most_items_in_group = 6, /* had also falsely claimed */
    most_around = 4          /* quotes that stand in each other */
};

/* ---- The topics -------------------------------------------------------------------------------------------------- */

/* The topics that a token speaks of; a phrase also those of its first word. */
uint64_t mp_topics_of(const mp_tokens *tokens, size_t i) {
    const mp_token *token = &tokens->items[i];
    const mp_lexicon *lexicon = tokens->rules->lexicon;
    uint64_t topics = mp_lexicon_topics(lexicon, token->entry);

    return token->word == token->entry ? topics : topics | mp_lexicon_topics(lexicon, token->word);
}

void mp_topics_add(uint64_t topics, uint8_t *counts, uint8_t most) {
    for (; topics != 0; topics &= topics - 1) {
        uint8_t *count = &counts[__builtin_ctzll(topics)];
        if (*count < most) ++*count;
    }
}

/* Outside the words, names and descriptions of models and makers say nothing of a topic: “the software said”. */
uint64_t mp_topics_around(const mp_tokens *tokens, size_t i) {
    const mp_entry *entry = mp_token_entry(tokens, i);
    bool named = entry->model != 0 || entry->maker != 0 || entry->answerable != 0;
    bool describes = (entry->classes & (MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE))) != 0;
    return named || describes ? 0 : mp_topics_of(tokens, i);
}

static void add_words(const mp_words *w, uint8_t *counts) {
    for (uint32_t i = w->first_token; i < w->end_token && i < w->first_token + most_words_read; i++)
        mp_topics_add(mp_topics_of(w->tokens, i), counts, 3);
}

static void add_window(const mp_tokens *tokens, uint32_t from, uint32_t to, uint8_t *counts) {
    for (uint32_t i = from; i < to; i++) mp_topics_add(mp_topics_around(tokens, i), counts, 2);
}

/* The whole group: what it had said is an earlier day’s. */
static void add_cue(const mp_words *w, const mp_verb *verb, uint8_t *counts) {
    for (uint32_t i = verb->first; i <= verb->item && i < verb->first + most_items_in_group; i++) {
        uint32_t token = mp_item_token(w->sentences, i);
        if (token != MP_NONE) mp_topics_add(mp_topics_of(w->tokens, token), counts, 1);
    }
}

static uint32_t least_of(uint32_t a, uint32_t b) { return a < b ? a : b; }

/* The windows reach into the block before and the one after, no further. */
void mp_features_of_topics(const mp_words *w, const mp_page_facts *facts, uint8_t *f) {
    const mp_attribution *a = w->attribution;
    uint32_t lowest = w->tokens->block_first[a->block == 0 ? 0 : a->block - 1];
    uint32_t last = (uint32_t)w->tokens->article->block_count,
             highest = w->tokens->block_first[least_of(a->block + 2, last)];
    uint32_t from = w->first_token > words_read_before ? w->first_token - words_read_before : 0;

    add_words(w, f + MP_TOPIC_FEATURE(MP_ZONE_INSIDE, 0));
    if (a->reference.model == MP_MODEL_GENERIC) add_words(w, f + MP_TOPIC_FEATURE(MP_ZONE_DEPLOYED, 0));
    add_window(w->tokens, from > lowest ? from : lowest, w->first_token, f + MP_TOPIC_FEATURE(MP_ZONE_BEFORE, 0));
    add_window(w->tokens, w->end_token, least_of(w->end_token + words_read_after, highest),
               f + MP_TOPIC_FEATURE(MP_ZONE_AFTER, 0));
    if (a->verb != MP_NONE) add_cue(w, &w->references->verbs->items[a->verb], f + MP_TOPIC_FEATURE(MP_ZONE_CUE, 0));
    mp_features_of_page(facts, f);
}

void mp_features_of_page(const mp_page_facts *facts, uint8_t f[MP_MOST_FEATURES]) {
    memcpy(f + MP_TOPIC_FEATURE(MP_ZONE_HEADING, 0), facts->heading, MP_MOST_TOPICS);
    memcpy(f + MP_TOPIC_FEATURE(MP_ZONE_ANSWERS, 0), facts->answers, MP_MOST_TOPICS);
}

/* ---- The page ---------------------------------------------------------------------------------------------------- */

static uint8_t doublings_of(uint32_t count) {
    uint8_t doublings = 0;
    for (; count > 0; count >>= 1) doublings++;
    return doublings;
}

/* The model’s words among the page’s tokens, walked through once from the first to the last. */
typedef struct answers {
    const mp_attributions *attributions;
    size_t next;
} answers;

static bool is_in_answer(answers *a, uint32_t block, const mp_token *token) {
    const mp_attributions *all = a->attributions;
    while (a->next < all->count && (all->items[a->next].block < block ||
                                    (all->items[a->next].block == block && all->items[a->next].end <= token->start)))
        a->next++;
    for (size_t i = a->next; i < all->count && i < a->next + most_around; i++) {
        const mp_attribution *words = &all->items[i];
        if (words->block != block || words->start > token->start) return false;
        if (words->end > token->start && words->reference.kind == MP_SPEAKER_MODEL) return true;
    }
    return false;
}

/* Each word counts once in what the models say, however often it stands there. */
bool mp_page_topics_read(const mp_attributions *attributions, mp_arena *arena, mp_page_facts *facts) {
    const mp_tokens *tokens = attributions->references->mentions->sentences->tokens;
    uint64_t *seen = MP_NEW_ARRAY(arena, (UINT16_MAX + 1) / 64, uint64_t); /* a bit for each word */
    uint8_t heading[MP_MOST_TOPICS] = {0};
    uint32_t counts[MP_MOST_TOPICS] = {0};
    answers answers = {.attributions = attributions};
    size_t block = 0;

    for (size_t i = 0; seen != NULL && i < tokens->count; i++) {
        while (i >= tokens->block_first[block + 1]) block++;
        uint64_t topics = mp_topics_around(tokens, i);
        if (topics == 0) continue;
        if (tokens->article->blocks[block].kind <= MP_BLOCK_DEK) mp_topics_add(topics, heading, 2);
        uint16_t word = tokens->items[i].word;
        uint64_t bit = (uint64_t)1 << word % 64;
        if ((seen[word / 64] & bit) != 0 || !is_in_answer(&answers, (uint32_t)block, &tokens->items[i])) continue;
        seen[word / 64] |= bit;
        for (; topics != 0; topics &= topics - 1) counts[__builtin_ctzll(topics)]++;
    }
    memcpy(facts->heading, heading, sizeof heading);
    for (int topic = 0; topic < MP_MOST_TOPICS; topic++) facts->answers[topic] = doublings_of(counts[topic]);
    return seen != NULL;
}
