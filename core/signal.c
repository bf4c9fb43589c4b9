/* signal.c: tries the rules’ patterns where their words stand, and says of each match who is behind it. Knows sentences,
 * references and attributions; nothing of roles or levels. */
#include "signal.h"

#include "signal_internal.h"
#include "status.h"

#include <stdlib.h>

/* The end of what a pattern may see: its sentence’s last byte. */
static uint32_t sentence_end_byte(const mp_sign_finder *f, const mp_sentence *sentence) {
    return mp_item_end(f->sentences, sentence->end - 1);
}

/* The first of the pattern anchors at a token, 0 where none is. */
static uint16_t first_anchor(const mp_sign_finder *f, uint32_t token) {
    const mp_token *at = &f->tokens->items[token];
    uint16_t anchor = at->meaning->patterns;

    return anchor != 0 || at->word == at->entry ? anchor : mp_lexicon_entry(f->rules->lexicon, at->word)->patterns;
}

/* The end of a token’s first word: patterns are tried at words, of which “don’t” is two. */
static size_t first_word_end(const mp_token *token, mp_text text) {
    mp_scanned word;
    bool phrase = (token->flags & MP_TOKEN_PHRASE) != 0;
    return phrase && mp_scan_next(text, token->start, &word) ? word.end : token->end;
}

/* Tries a pattern; *sign is what every sign there says. */
static mp_status try_pattern(mp_sign_finder *f, uint16_t number, const struct pcre2_real_code_8 *code, uint32_t token,
                             const mp_pattern_place *place, mp_sign sign) {
    const mp_pattern *pattern = &f->rules->patterns.items[number];
    size_t end;
    sign.pattern = number;
    sign.meaning = pattern->meaning;
    if (!mp_signal_may_count(f, pattern, token, &sign)) return MP_OK;
    if (!mp_pattern_matches(code, f->matcher, place, &end)) return MP_OK;

    sign.end = (uint32_t)end;
    if (!mp_signal_counts(f, pattern, &sign)) return MP_OK;
    return MP_PUSH(f->arena, &f->found, sign) ? MP_OK : mp_fail_memory(f->error);
}

static mp_status try_token(mp_sign_finder *f, uint32_t number, uint32_t token) {
    uint16_t anchor = first_anchor(f, token);
    if (anchor == 0) return MP_OK;
    const mp_sentence *sentence = &f->sentences->list[number];
    const mp_token *at = &f->tokens->items[token];
    mp_text text = f->tokens->article->blocks[sentence->block].text;
    mp_pattern_place place =
        mp_pattern_place_at(text, at->start, first_word_end(at, text), sentence_end_byte(f, sentence));
    mp_sign sign = {.block = sentence->block, .start = at->start, .sentence = number};
    bool read = false;

    for (; anchor != 0; anchor = f->rules->anchors.items[anchor].next) {
        uint16_t pattern = f->rules->anchors.items[anchor].pattern;
        const struct pcre2_real_code_8 *code =
            mp_pattern_to_try(&f->rules->patterns.items[pattern], &f->rules->codes.items[anchor],
                              f->rules->pattern_memory, f->matcher, &place);
        if (code == NULL) continue;
        if (!read) mp_signal_read(f, &sign);
        read = true;
        MP_TRY(try_pattern(f, pattern, code, token, &place, sign));
    }
    return MP_OK;
}

/* “Siri, tell me a joke.”, “@grok check it”. */
static bool calls_a_model(const mp_sign_finder *f, const mp_sentence *sentence) {
    uint32_t token = mp_item_token(f->sentences, sentence->first);
    if (token == MP_NONE || mp_token_entry(f->tokens, token)->model == 0) return false;
    bool scoped = sentence->scope != MP_NONE || f->tokens->article->blocks[sentence->block].kind == MP_BLOCK_EMBED;
    if (f->tokens->items[token].kind == MP_TOKEN_HANDLE) return scoped;
    bool comma =
        sentence->first + 1 < sentence->end && mp_item_has_kind(f->sentences, sentence->first + 1, MP_TOKEN_COMMA);
    return comma && scoped;
}

/* A sentence that asks: by its question mark, or by calling the model. */
static mp_status add_question(mp_sign_finder *f, uint32_t number) {
    const mp_sentence *sentence = &f->sentences->list[number];
    if (sentence->end == sentence->first) return MP_OK;
    bool calls = calls_a_model(f, sentence);
    if (!calls && !mp_sentence_asks(f->sentences, sentence)) return MP_OK;
    mp_sign sign = {.block = sentence->block,
                    .start = mp_item_start(f->sentences, sentence->first),
                    .end = sentence_end_byte(f, sentence),
                    .sentence = number,
                    .pattern = MP_NO_PATTERN,
                    .meaning = calls ? MP_MEANING_PROMPT : MP_MEANING_QUESTION};

    mp_signal_gather(f, number);
    mp_signal_read_speaker(f, sentence, &sign);
    return MP_PUSH(f->arena, &f->found, sign) ? MP_OK : mp_fail_memory(f->error);
}

/* Marks the signs that stand in reported clauses of models; both come in page order. */
static void mark_reports(const mp_attributions *attributions, const mp_sign **by_place, mp_sign_finder *f) {
    size_t at = 0;

    for (size_t i = 0; i < attributions->count; i++) {
        const mp_attribution *a = &attributions->items[i];
        if (a->form != MP_FORM_INDIRECT || a->reference.kind != MP_SPEAKER_MODEL) continue;
        while (at < f->found.count &&
               (by_place[at]->block < a->block || (by_place[at]->block == a->block && by_place[at]->start < a->start)))
            at++;
        for (; at < f->found.count && by_place[at]->block == a->block && by_place[at]->start < a->end; at++)
            f->found.items[by_place[at] - f->found.items].in_report = true;
    }
}

static mp_status walk(mp_sign_finder *f, uint32_t *sentence_first) {
    for (uint32_t s = 0; s < f->sentences->count; s++) {
        const mp_sentence *sentence = &f->sentences->list[s];
        sentence_first[s] = (uint32_t)f->found.count;
        for (uint32_t item = sentence->first; item < sentence->end; item++) {
            uint32_t token = mp_item_token(f->sentences, item);
            if (token != MP_NONE) MP_TRY(try_token(f, s, token));
        }
        MP_TRY(add_question(f, s));
    }
    sentence_first[f->sentences->count] = (uint32_t)f->found.count;
    return MP_OK;
}

static int compare_places(const void *left, const void *right) {
    const mp_sign *a = *(const mp_sign *const *)left, *b = *(const mp_sign *const *)right;
    if (a->block != b->block) return a->block < b->block ? -1 : 1;
    if (a->start != b->start) return a->start < b->start ? -1 : 1;
    return a < b ? -1 : a > b;
}

static const mp_sign **sort_by_place(const mp_sign *signs, size_t count, mp_arena *arena) {
    const mp_sign **sorted = MP_NEW_ARRAY(arena, count, const mp_sign *);

    for (size_t i = 0; sorted != NULL && i < count; i++) sorted[i] = &signs[i];
    if (sorted != NULL && count > 1) qsort(sorted, count, sizeof(const mp_sign *), compare_places);
    return sorted;
}

bool mp_signs_sentence_says(const mp_signs *signs, uint32_t sentence, mp_meaning meaning) {
    enum { most_signs = 64 };
    uint32_t first = signs->sentence_first[sentence], end = signs->sentence_first[sentence + 1];

    for (uint32_t i = first; i < end && i < first + most_signs; i++)
        if (signs->items[i].meaning == meaning) return true;
    return false;
}

/* “xAI did not respond to questions about the apology”: nobody asked the model. */
static bool is_left_unanswered(const mp_signs *signs, const mp_sign *prompt) {
    return mp_signs_sentence_says(signs, prompt->sentence, MP_MEANING_SILENCE);
}

/* The first prompts of the page, so that no finding goes through all of its signs for them. */
static bool gather_prompts(mp_signs *signs, mp_arena *arena) {
    signs->prompts = MP_NEW_ARRAY(arena, MP_MOST_PROMPTS, const mp_sign *);
    for (size_t i = 0; signs->prompts != NULL && i < signs->count && signs->prompt_count < MP_MOST_PROMPTS; i++)
        if (signs->items[i].meaning == MP_MEANING_PROMPT && !signs->items[i].by_model &&
            !signs->items[i].asks_another && !is_left_unanswered(signs, &signs->items[i]))
            signs->prompts[signs->prompt_count++] = &signs->items[i];
    return signs->prompts != NULL;
}

mp_status mp_signs_find(const mp_attributions *attributions, mp_arena *arena, mp_signs *signs, mp_error *error) {
    const mp_sentences *sentences = attributions->references->mentions->sentences;
    uint32_t *sentence_first = MP_NEW_ARRAY(arena, sentences->count + 1, uint32_t);
    mp_sign_finder f = {.attributions = attributions,
                        .references = attributions->references,
                        .sentences = sentences,
                        .tokens = sentences->tokens,
                        .rules = sentences->tokens->rules,
                        .arena = arena,
                        .stretch_attribution = MP_NEW_ARRAY(arena, sentences->stretches->count, uint32_t),
                        .gathered = MP_NEW_ARRAY(arena, sentences->count, mp_sentence_facts),
                        .error = error};
    if (sentence_first == NULL || f.stretch_attribution == NULL || f.gathered == NULL) return mp_fail_memory(error);
    for (uint32_t i = 0; i < attributions->count; i++)
        if (attributions->items[i].stretch != MP_NONE) f.stretch_attribution[attributions->items[i].stretch] = i;

    f.answerables = mp_answerables_find(f.references, arena);
    f.matcher = mp_matcher_new(arena);
    if (f.matcher == NULL || f.answerables == NULL) return mp_fail_memory(error);
    mp_status status = walk(&f, sentence_first);
    if (status == MP_OK && mp_matcher_ended(f.matcher)) status = mp_fail_memory(error);
    mp_matcher_free(f.matcher);
    if (status != MP_OK) return status;
    const mp_sign **by_place = sort_by_place(f.found.items, f.found.count, arena);
    if (by_place != NULL) mark_reports(attributions, by_place, &f);
    const mp_voice *voices = mp_voices_find(attributions, f.answerables, f.stretch_attribution, arena);
    *signs = (mp_signs){.attributions = attributions,
                        .items = f.found.items,
                        .count = f.found.count,
                        .sentence_first = sentence_first,
                        .by_place = by_place,
                        .stretch_attribution = f.stretch_attribution,
                        .voices = voices};
    bool complete = by_place != NULL && voices != NULL && gather_prompts(signs, arena);
    return complete ? MP_OK : mp_fail_memory(error);
}

mp_text mp_sign_pattern_id(const mp_rules *rules, const mp_sign *sign) {
    return sign->pattern == MP_NO_PATTERN ? MP_TEXT("") : rules->patterns.items[sign->pattern].id;
}

size_t mp_signs_at(const mp_signs *signs, uint32_t block, uint32_t byte) {
    size_t low = 0, high = signs->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const mp_sign *sign = signs->by_place[middle];
        if (sign->block < block || (sign->block == block && sign->start < byte))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
