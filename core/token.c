/* token.c: cuts an article into tokens and looks each up in the lexicon. Knows nothing of quotes or sentences. */
#include "token.h"

#include "status.h"
#include "text.h"

#include <string.h>

enum { most_word_bytes = 96, most_phrase_words = 8 };

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

/* ---- Words ahead ------------------------------------------------------------------------------------------------- */

typedef struct word_ahead {
    mp_scanned scanned;
    uint32_t number; /* of the lexicon, once it is looked up */
    bool looked_up;
} word_ahead;

/* Reads a text’s words, each once, though phrases are looked for beyond where they end. */
typedef struct reader {
    const mp_lexicon *lexicon;
    mp_text text;
    size_t at;                           /* where the next word is looked for */
    word_ahead ahead[most_phrase_words]; /* a ring */
    unsigned first, count;
} reader;

/* The word that stands `distance` words ahead, less than most_phrase_words; NULL behind the last. */
static word_ahead *word_at(reader *r, unsigned distance) {
    while (r->count <= distance) {
        word_ahead *next = &r->ahead[(r->first + r->count) % most_phrase_words];
        if (!mp_scan_next(r->text, r->at, &next->scanned)) return NULL;
        next->looked_up = false;
        r->at = next->scanned.end;
        r->count++;
    }
    return &r->ahead[(r->first + distance) % most_phrase_words];
}

static void drop_words(reader *r, unsigned count) {
    r->first = (r->first + count) % most_phrase_words;
    r->count -= count;
}

static uint32_t number_of(const reader *r, word_ahead *word) {
    if (word->looked_up) return word->number;
    char folded[most_word_bytes];
    mp_text text = mp_text_slice(r->text, word->scanned.start, word->scanned.end);
    size_t length = mp_text_fold(text, folded, sizeof folded);

    word->looked_up = true;
    word->number = length == 0 ? 0 : mp_lexicon_find(r->lexicon, (mp_text){folded, length});
    return word->number;
}

/* ---- Tokens ------------------------------------------------------------------------------------------------------ */

/* Makes *token, the first word with entry `meaning`, the longest phrase of the lexicon that begins with it; gives the
 * number of its words. Words of a phrase stand in one line. */
static unsigned find_longest_phrase(reader *r, mp_token *token) {
    const mp_entry *meaning = token->meaning;
    uint32_t phrase = token->entry;
    unsigned longest = 1;

    for (unsigned words = 1; words < most_phrase_words && meaning->begins_phrase; words++) {
        word_ahead *next = word_at(r, words);
        if (next == NULL || next->scanned.kind == MP_TOKEN_BREAK) break;
        phrase = mp_lexicon_next(r->lexicon, phrase, number_of(r, next));
        if (phrase == 0) break;
        token->flags |= MP_TOKEN_BEGINS;
        meaning = mp_lexicon_entry(r->lexicon, phrase);
        if (!mp_entry_is_whole(meaning)) continue;
        longest = words + 1;
        token->end = (uint32_t)next->scanned.end;
        token->entry = (uint16_t)phrase;
        token->meaning = meaning;
        token->flags |= MP_TOKEN_PHRASE;
    }
    return longest;
}

static bool next_token(reader *r, mp_token *token) {
    word_ahead *first = word_at(r, 0);
    if (first == NULL) return false;
    uint32_t number = has_letters(first->scanned.kind) ? number_of(r, first) : 0;
    const mp_entry *word = mp_lexicon_entry(r->lexicon, number);
    unsigned words = 1;

    *token = single_token(r->text, &first->scanned, number);
    token->meaning = word;
    if (word->begins_phrase) words = find_longest_phrase(r, token);
    if (number != 0 && (!mp_entry_is_whole(token->meaning) || !entry_fits_case(token->meaning, token->flags))) {
        bool word_remains = words > 1 && mp_entry_is_whole(word);
        uint8_t begins = token->flags & MP_TOKEN_BEGINS;
        *token = single_token(r->text, &first->scanned, word_remains ? number : 0);
        token->meaning = mp_lexicon_entry(r->lexicon, token->entry);
        token->flags |= begins;
        words = 1;
    }
    token->word = (uint16_t)number;
    drop_words(r, words);
    return true;
}

mp_status mp_tokens_read(const mp_article *article, const mp_rules *rules, mp_arena *arena, mp_tokens *tokens,
                         mp_error *error) {
    MP_ARRAY(mp_token) found = {0};
    uint32_t *block_first = MP_NEW_ARRAY(arena, article->block_count + 1, uint32_t);
    if (block_first == NULL) return mp_fail_memory(error);
    mp_token token;

    for (size_t block = 0; block < article->block_count; block++) {
        reader words = {.lexicon = rules->lexicon, .text = article->blocks[block].text};
        block_first[block] = (uint32_t)found.count;
        while (next_token(&words, &token))
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
        reader words = {.lexicon = rules->lexicon, .text = article->blocks[block].text};
        while (next_token(&words, &token)) {
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

uint32_t mp_token_at_byte(const mp_tokens *tokens, uint32_t block, uint32_t byte) {
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
