/* token.c: cuts an article into tokens and looks each up in the lexicon. Knows nothing of quotes or sentences. */
#include "token.h"

#include "status.h"
#include "text.h"

#include <string.h>

enum { most_word_bytes = 96, most_phrase_words = 8 };

static uint32_t look_up(const mp_lexicon *lexicon, mp_text word) {
    char folded[most_word_bytes];
    size_t length = mp_text_fold(word, folded, sizeof folded);

    return length == 0 ? 0 : mp_lexicon_find(lexicon, (mp_text){folded, length});
}

static uint8_t case_flags(mp_text word) {
    size_t letters = 0, small = 0;
    if (!mp_is_upper(mp_text_character(word, 0).code) && word.bytes[0] != '@') return 0;

    for (size_t at = 0; at < word.length; at += mp_text_character(word, at).length) {
        uint32_t code = mp_text_character(word, at).code;
        letters += mp_is_letter(code);
        small += mp_is_letter(code) && !mp_is_upper(code);
    }
    return (uint8_t)(MP_TOKEN_CAPITAL | (letters > 1 && small == 0 ? MP_TOKEN_ALL_CAPS : 0));
}

static bool has_letters(mp_token_kind kind) {
    return kind == MP_TOKEN_WORD || kind == MP_TOKEN_NUMBER || kind == MP_TOKEN_HANDLE;
}

/* Names of models that are words too ("grok", "pi") count only with a capital. */
static bool entry_fits_case(const mp_entry *entry, uint8_t flags) {
    bool name_only = entry->classes == 0 && entry->cue == 0;
    return !name_only || (flags & MP_TOKEN_CAPITAL) != 0 || entry->any_case || entry->patterns != 0;
}

static mp_token single_token(mp_text text, const mp_scanned *scanned, uint32_t number) {
    mp_token token = {.start = (uint32_t)scanned->start,
                      .end = (uint32_t)scanned->end,
                      .entry = (uint16_t)number,
                      .word = (uint16_t)number,
                      .kind = (uint8_t)scanned->kind,
                      .code = scanned->code};
    if (has_letters(scanned->kind)) token.flags = case_flags(mp_text_slice(text, scanned->start, scanned->end));
    if (scanned->after_space) token.flags |= MP_TOKEN_AFTER_SPACE;
    return token;
}

/* The longest phrase of the lexicon that begins with `first`, whose number it is. Words of a phrase stand in one line. */
static mp_token longest_phrase(const mp_lexicon *lexicon, mp_text text, mp_token first) {
    mp_token longest = first;
    uint32_t phrase = first.entry;
    mp_scanned scanned = {.end = first.end};

    for (int words = 1; words < most_phrase_words && mp_lexicon_entry(lexicon, phrase)->begins_phrase; words++) {
        if (!mp_scan_next(text, scanned.end, &scanned) || scanned.kind == MP_TOKEN_BREAK) break;
        phrase = mp_lexicon_next(lexicon, phrase, look_up(lexicon, mp_text_slice(text, scanned.start, scanned.end)));
        if (phrase == 0) break;
        if (!mp_entry_is_whole(mp_lexicon_entry(lexicon, phrase))) continue;
        longest.end = (uint32_t)scanned.end;
        longest.entry = (uint16_t)phrase;
        longest.meaning = mp_lexicon_entry(lexicon, phrase);
        longest.word = first.entry;
        longest.flags |= MP_TOKEN_PHRASE;
    }
    return longest;
}

static bool next_token(const mp_lexicon *lexicon, mp_text text, size_t at, mp_token *token) {
    mp_scanned scanned;
    if (!mp_scan_next(text, at, &scanned)) return false;
    bool looked_up = has_letters(scanned.kind);
    uint32_t number = looked_up ? look_up(lexicon, mp_text_slice(text, scanned.start, scanned.end)) : 0;

    *token = single_token(text, &scanned, number);
    token->meaning = mp_lexicon_entry(lexicon, number);
    if (number == 0) return true;
    const mp_entry *word = token->meaning;
    if (word->begins_phrase) *token = longest_phrase(lexicon, text, *token);
    if (!mp_entry_is_whole(token->meaning) || !entry_fits_case(token->meaning, token->flags)) {
        bool word_remains = (token->flags & MP_TOKEN_PHRASE) != 0 && mp_entry_is_whole(word);
        *token = single_token(text, &scanned, word_remains ? number : 0);
        token->meaning = mp_lexicon_entry(lexicon, token->entry);
    }
    token->word = (uint16_t)number;
    return true;
}

mp_status mp_tokens_read(const mp_article *article, const mp_rules *rules, mp_arena *arena, mp_tokens *tokens,
                         mp_error *error) {
    MP_ARRAY(mp_token) found = {0};
    uint32_t *block_first = MP_NEW_ARRAY(arena, article->block_count + 1, uint32_t);
    if (block_first == NULL) return mp_fail_memory(error);
    mp_token token;

    for (size_t block = 0; block < article->block_count; block++) {
        mp_text text = article->blocks[block].text;
        block_first[block] = (uint32_t)found.count;
        for (size_t at = 0; next_token(rules->lexicon, text, at, &token); at = token.end)
            if (!MP_PUSH(arena, &found, token)) return mp_fail_memory(error);
    }
    block_first[article->block_count] = (uint32_t)found.count;
    *tokens = (mp_tokens){rules, article, found.items, found.count, block_first};
    return MP_OK;
}

bool mp_article_may_name_a_model(const mp_article *article, const mp_rules *rules) {
    for (size_t block = 0; block < article->block_count; block++)
        if (mp_gate_lets_through(rules->gate, article->blocks[block].text)) return true;
    return false;
}

/* What is added here, gate.c must know too. */
static bool tells_of_a_model(const mp_entry *entry) {
    return entry->model != 0 || (entry->classes & (MP_BIT(MODEL_NOUN) | MP_BIT(EVIDENCE) | MP_BIT(BOT))) != 0;
}

/* assistant, helper: somebody, or a program. */
static bool is_helper(const mp_entry *entry) {
    return (entry->classes & MP_BIT(MODEL_NOUN_LOOSE)) != 0 && (entry->classes & MP_BIT(PERSON_NOUN)) != 0;
}

bool mp_article_names_a_model(const mp_article *article, const mp_rules *rules) {
    bool helper = false, software = false; /* the assistant in the bank’s app */
    mp_token token;

    for (size_t block = 0; block < article->block_count; block++) {
        mp_text text = article->blocks[block].text;
        for (size_t at = 0; next_token(rules->lexicon, text, at, &token); at = token.end) {
            helper |= is_helper(token.meaning);
            software |= (token.meaning->classes & MP_BIT(SOFTWARE)) != 0;
            if (tells_of_a_model(token.meaning) || (helper && software)) return true;
        }
    }
    return false;
}

size_t mp_token_block(const mp_tokens *tokens, size_t token) {
    size_t low = 0, high = tokens->article->block_count;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (tokens->block_first[middle] <= token)
            low = middle;
        else
            high = middle;
    }
    return low;
}
