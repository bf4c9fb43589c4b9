/* judgement_feature_stem.c: weighs the beginnings of words in a finding, in the question behind it, in the heading,
 * beside it and on the page. Knows tokens and the rules’ stems; nothing of how they were learnt.
 *
 * Topics say what a careful author thought of; stems what the weights were learnt from says besides. Each counts once in a
 * zone, so that a long page weighs no more than its vocabulary. */
#include "judgement_feature_internal.h"

enum { most_words_read = 400, most_words_beside = 200 };

/* ---- The zones --------------------------------------------------------------------------------------------------- */

static size_t heading_ranges(const mp_words *w, mp_token_range *ranges) {
    const mp_article *article = w->tokens->article;
    size_t count = 0;

    for (size_t block = 0; block < article->block_count && count < MP_MOST_RANGES; block++)
        if (article->blocks[block].kind <= MP_BLOCK_DEK)
            ranges[count++] = (mp_token_range){w->tokens->block_first[block], w->tokens->block_first[block + 1]};
    return count;
}

/* What stands in the words’ block before them and after. */
static size_t beside_ranges(const mp_words *w, mp_token_range *ranges) {
    uint32_t first = w->tokens->block_first[w->attribution->block];
    uint32_t end = w->tokens->block_first[w->attribution->block + 1];

    if (w->first_token > first + most_words_beside) first = w->first_token - most_words_beside;
    if (end > w->end_token + most_words_beside) end = w->end_token + most_words_beside;
    ranges[0] = (mp_token_range){first, w->first_token};
    ranges[1] = (mp_token_range){w->end_token, end};
    return 2;
}

size_t mp_stem_ranges(const mp_words *w, const mp_sign *prompt, mp_stem_zone zone, mp_token_range *ranges) {
    uint32_t bound = w->first_token + most_words_read;

    switch (zone) {
    case MP_STEM_ZONE_INSIDE:
        ranges[0] = (mp_token_range){w->first_token, w->end_token < bound ? w->end_token : bound};
        return 1;
    case MP_STEM_ZONE_QUESTION: ranges[0] = mp_question_range(w, prompt); return 1;
    case MP_STEM_ZONE_HEADING: return heading_ranges(w, ranges);
    case MP_STEM_ZONE_BESIDE: return beside_ranges(w, ranges);
    default: ranges[0] = (mp_token_range){0, (uint32_t)w->tokens->count}; return 1;
    }
}

/* ---- The sums ---------------------------------------------------------------------------------------------------- */

void mp_stems_add(const mp_tokens *tokens, mp_token_range range, mp_stem_zone zone, uint64_t *seen, int32_t *leaning) {
    const mp_stem *stems = tokens->rules->stems.items;

    for (uint32_t i = range.first; i < range.end; i++) {
        if (tokens->items[i].stem == 0) continue;
        uint32_t number = tokens->items[i].stem - 1u;
        uint64_t bit = (uint64_t)1 << (number % MP_STEM_PART_BITS);
        if ((seen[number / MP_STEM_PART_BITS] & bit) != 0) continue;
        seen[number / MP_STEM_PART_BITS] |= bit;
        for (int role = 0; role < MP_ROLE_COUNT; role++) leaning[role] += stems[number].role[zone][role];
    }
}

void mp_page_stems_read(const mp_tokens *tokens, mp_page_facts *facts) {
    uint64_t seen[MP_STEM_PARTS] = {0};

    mp_stems_add(tokens, (mp_token_range){0, (uint32_t)tokens->count}, MP_STEM_ZONE_PAGE, seen, facts->page_leaning);
}

void mp_stems_weigh(const mp_signs *signs, const mp_page_facts *facts, const mp_sign *prompt,
                    const mp_attribution *attribution, int32_t leaning[MP_ROLE_COUNT]) {
    mp_words w = mp_words_of(signs, attribution);

    for (int zone = 0; zone < MP_STEM_ZONE_PAGE; zone++) {
        uint64_t seen[MP_STEM_PARTS] = {0};
        mp_token_range ranges[MP_MOST_RANGES];
        size_t count = mp_stem_ranges(&w, prompt, (mp_stem_zone)zone, ranges);
        for (size_t i = 0; i < count; i++) mp_stems_add(w.tokens, ranges[i], (mp_stem_zone)zone, seen, leaning);
    }
    for (int role = 0; role < MP_ROLE_COUNT; role++) leaning[role] += facts->page_leaning[role];
}
