/* judgement_feature_internal.h: what the files share that read a finding’s features. */
#ifndef MOUTHPIECE_JUDGEMENT_FEATURE_INTERNAL_H
#define MOUTHPIECE_JUDGEMENT_FEATURE_INTERNAL_H

#include "judgement_feature.h"

/* A finding’s words, with what they are read by. */
typedef struct mp_words {
    const mp_signs *signs;
    const mp_attribution *attribution;
    const mp_rules *rules;
    const mp_tokens *tokens;
    const mp_sentences *sentences;
    const mp_references *references;
    uint32_t first_token, end_token;
} mp_words;

mp_words mp_words_of(const mp_signs *signs, const mp_attribution *attribution);

/* The maker of the words’ model; 0 where it is not known. */
uint16_t mp_words_maker(const mp_words *words);

/* The topics that a token speaks of; a phrase also those of its first word. */
uint64_t mp_topics_of(const mp_tokens *tokens, size_t token);

/* The same outside the words: there, names and descriptions of models and makers say nothing of a topic. */
uint64_t mp_topics_around(const mp_tokens *tokens, size_t token);

/* Counts topics, each up to a bound. */
void mp_topics_add(uint64_t topics, uint8_t *counts, uint8_t most);

void mp_features_of_verbs(const mp_words *words, uint8_t *features);

/* `prompt`: the sign of the question or request that led to the words, NULL where none is told. */
void mp_features_of_question(const mp_words *words, const mp_sign *prompt, uint8_t *features);

void mp_features_of_topics(const mp_words *words, const mp_page_facts *facts, uint8_t *features);

/* Tokens from `first` up to `end`. */
typedef struct mp_token_range {
    uint32_t first, end;
} mp_token_range;

enum { MP_MOST_RANGES = 4 };

/* The tokens of the question that a prompt is, up to the words that it led to; none where there is no prompt. */
mp_token_range mp_question_range(const mp_words *words, const mp_sign *prompt);

/* The tokens of a zone, at most MP_MOST_RANGES of them; gives how many. */
size_t mp_stem_ranges(const mp_words *words, const mp_sign *prompt, mp_stem_zone zone, mp_token_range *ranges);

/* Sets of stems: a bit each. */
enum { MP_STEM_PART_BITS = 64, MP_STEM_PARTS = MP_MOST_STEMS / MP_STEM_PART_BITS };

/* Adds what the stems of some tokens weigh, each once; `seen`, of MP_STEM_PARTS, holds those that have been added. */
void mp_stems_add(const mp_tokens *tokens, mp_token_range range, mp_stem_zone zone, uint64_t *seen, int32_t *leaning);

/* False where memory ends. */
bool mp_page_topics_read(const mp_attributions *attributions, mp_arena *arena, mp_page_facts *facts);
void mp_page_stems_read(const mp_tokens *tokens, mp_page_facts *facts);

#endif
