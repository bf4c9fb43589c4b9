/* judgement_feature_stem.c: weighs the beginnings of words in a finding, in the question behind it, in the heading and on
 * the page. Knows tokens and the rules’ stems; nothing of how they were learnt.
 *
 * Topics say what a careful author thought of; stems what the weights were learnt from says besides. Each counts once in a
 * zone, so that a long page weighs no more than its vocabulary. */
#include "judgement_feature_internal.h"

#include <string.h>

enum { most_words_read = 400 };

/* ---- The zones --------------------------------------------------------------------------------------------------- */

static size_t heading_ranges(const mp_words *w, mp_token_range *ranges) {
    const mp_article *article = w->tokens->article;
    size_t count = 0;

    for (size_t block = 0; block < article->block_count && count < MP_MOST_RANGES; block++)
        if (article->blocks[block].kind <= MP_BLOCK_DEK)
            ranges[count++] = (mp_token_range){w->tokens->block_first[block], w->tokens->block_first[block + 1]};
    return count;
}

size_t mp_stem_ranges(const mp_words *w, const mp_sign *prompt, mp_stem_zone zone, mp_token_range *ranges) {
    uint32_t bound = w->first_token + most_words_read;

    switch (zone) {
    case MP_STEM_ZONE_INSIDE:
        ranges[0] = (mp_token_range){w->first_token, w->end_token < bound ? w->end_token : bound};
        return 1;
    case MP_STEM_ZONE_QUESTION: ranges[0] = mp_question_range(w, prompt); return 1;
    case MP_STEM_ZONE_HEADING: return heading_ranges(w, ranges);
    default: ranges[0] = (mp_token_range){0, (uint32_t)w->tokens->count}; return 1;
    }
}

/* ---- The sums ---------------------------------------------------------------------------------------------------- */

void mp_stems_add(const mp_rules *rules, const uint16_t *stem_of, mp_token_range range, mp_stem_zone zone,
                  uint64_t *seen, int32_t *leaning) {
    for (uint32_t i = range.first; i < range.end; i++) {
        if (stem_of[i] == 0) continue;
        uint32_t number = stem_of[i] - 1u;
        uint64_t bit = (uint64_t)1 << (number % MP_STEM_PART_BITS);
        if ((seen[number / MP_STEM_PART_BITS] & bit) != 0) continue;
        seen[number / MP_STEM_PART_BITS] |= bit;
        for (int role = 0; role < MP_ROLE_COUNT; role++) leaning[role] += rules->stems.items[number].role[zone][role];
    }
}

/* The stems met last, by their letters: a page says the same words again and again. */
enum { remembered_stems = 256 };

typedef struct memory {
    uint64_t letters[remembered_stems];
    uint16_t number[remembered_stems];
} memory;

/* The number of a word's stem, from 1; 0 where the rules have none. */
static uint16_t stem_of_word(const mp_rules *rules, mp_text word, memory *memory) {
    char letters[MP_STEM_LETTERS + 2];
    uint64_t key;
    if (!mp_stem_read(word, letters)) return 0;
    memcpy(&key, letters, sizeof key);
    size_t slot = key * 0x9E3779B97F4A7C15u >> 56;
    if (memory->letters[slot] == key) return memory->number[slot];

    memory->letters[slot] = key;
    return memory->number[slot] = (uint16_t)mp_stem_find(rules, letters);
}

bool mp_page_stems_read(const mp_attributions *attributions, mp_arena *arena, mp_page_facts *facts) {
    const mp_tokens *tokens = attributions->references->mentions->sentences->tokens;
    const mp_rules *rules = tokens->rules;
    uint16_t *stem_of = MP_NEW_ARRAY(arena, tokens->count + 1, uint16_t);
    uint64_t seen[MP_STEM_PARTS] = {0};
    memory memory = {{0}, {0}};
    size_t block = 0;

    if (stem_of == NULL) return false;
    for (size_t i = 0; i < tokens->count; i++) {
        while (i >= tokens->block_first[block + 1]) block++;
        if (tokens->items[i].kind != MP_TOKEN_WORD) continue;
        stem_of[i] = stem_of_word(rules, mp_token_text(tokens, block, i), &memory);
    }
    facts->stem_of = stem_of;
    mp_stems_add(rules, stem_of, (mp_token_range){0, (uint32_t)tokens->count}, MP_STEM_ZONE_PAGE, seen,
                 facts->page_leaning);
    return true;
}

void mp_stems_weigh(const mp_signs *signs, const mp_page_facts *facts, const mp_sign *prompt,
                    const mp_attribution *attribution, int32_t leaning[MP_ROLE_COUNT]) {
    mp_words w = mp_words_of(signs, attribution);

    for (int zone = 0; zone < MP_STEM_ZONE_PAGE; zone++) {
        uint64_t seen[MP_STEM_PARTS] = {0};
        mp_token_range ranges[MP_MOST_RANGES];
        size_t count = mp_stem_ranges(&w, prompt, (mp_stem_zone)zone, ranges);
        for (size_t i = 0; i < count; i++)
            mp_stems_add(w.rules, facts->stem_of, ranges[i], (mp_stem_zone)zone, seen, leaning);
    }
    for (int role = 0; role < MP_ROLE_COUNT; role++) leaning[role] += facts->page_leaning[role];
}
