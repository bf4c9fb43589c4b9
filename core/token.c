/* token.c: cuts an article into tokens and looks each up in the lexicon. Knows nothing of quotes or sentences. */
#include "token.h"

#include "status.h"
#include "text.h"

#include <string.h>

enum { most_phrase_words = 8 };

static bool has_letters(mp_token_kind kind) {
    return kind == MP_TOKEN_WORD || kind == MP_TOKEN_NUMBER || kind == MP_TOKEN_HANDLE;
}

/* Names of models that are words too ("grok", "pi") count only with a capital. */
static bool entry_fits_case(const mp_entry *entry, uint8_t flags) {
    bool name_only = entry->classes == 0 && entry->cue == 0;
    return !name_only || (flags & MP_TOKEN_CAPITAL) != 0 || entry->any_case || entry->patterns != 0;
}

/* ---- Words ahead ------------------------------------------------------------------------------------------------- */

typedef struct word_ahead {
    mp_scanned scanned;
    mp_known_word known; /* once it is looked up */
    bool looked_up;
} word_ahead;

/* Reads a text’s words, each once, though phrases are looked for beyond where they end. */
typedef struct reader {
    const mp_rules *rules;
    mp_word_memory *memory;
    mp_known_word mark; /* what is known of marks: nothing */
    mp_text text;
    size_t at;                           /* where the next word is looked for */
    word_ahead ahead[most_phrase_words]; /* a ring */
    unsigned first, count;
} reader;

static reader read_block(const mp_article *article, size_t block, const mp_rules *rules, mp_word_memory *memory) {
    return (reader){.rules = rules,
                    .memory = memory,
                    .mark = {.meaning = mp_lexicon_entry(rules->lexicon, 0)},
                    .text = article->blocks[block].text};
}

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

static const mp_known_word *look_up(const reader *r, word_ahead *word) {
    mp_text text = mp_text_slice(r->text, word->scanned.start, word->scanned.end);
    if (!word->looked_up) word->known = mp_word_know(r->rules, r->memory, text);
    word->looked_up = true;
    return &word->known;
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
        phrase = mp_lexicon_next(r->rules->lexicon, phrase, look_up(r, next)->number);
        if (phrase == 0) break;
        token->flags |= MP_TOKEN_BEGINS;
        meaning = mp_lexicon_entry(r->rules->lexicon, phrase);
        if (!mp_entry_is_whole(meaning)) continue;
        longest = words + 1;
        token->end = (uint32_t)next->scanned.end;
        token->entry = (uint16_t)phrase;
        token->meaning = meaning;
        token->flags |= MP_TOKEN_PHRASE;
    }
    return longest;
}

static mp_token single_token(const mp_scanned *scanned, const mp_known_word *known) {
    return (mp_token){.start = (uint32_t)scanned->start,
                      .end = (uint32_t)scanned->end,
                      .entry = known->number,
                      .word = known->number,
                      .stem = known->stem,
                      .kind = (uint8_t)scanned->kind,
                      .code = scanned->code,
                      .flags = (uint8_t)(known->flags | (scanned->after_space ? MP_TOKEN_AFTER_SPACE : 0)),
                      .meaning = known->meaning};
}

/* Words that stick together have one stem: don in “don’t”. */
static void read_stem(const reader *r, mp_token *token) {
    token->stem = mp_word_know(r->rules, r->memory, mp_text_slice(r->text, token->start, token->end)).stem;
}

static bool next_token(reader *r, mp_token *token) {
    word_ahead *first = word_at(r, 0);
    if (first == NULL) return false;
    const mp_known_word *word = has_letters(first->scanned.kind) ? look_up(r, first) : &r->mark;
    unsigned words = 1;

    *token = single_token(&first->scanned, word);
    if (word->meaning->begins_phrase) words = find_longest_phrase(r, token);
    if (words > 1 && !word_at(r, 1)->scanned.after_space) read_stem(r, token);
    if (word->number != 0 && (!mp_entry_is_whole(token->meaning) || !entry_fits_case(token->meaning, token->flags))) {
        bool word_remains = words > 1 && mp_entry_is_whole(word->meaning);
        uint8_t begins = token->flags & MP_TOKEN_BEGINS;
        *token = single_token(&first->scanned, word);
        if (!word_remains) token->entry = 0, token->meaning = r->mark.meaning;
        token->flags |= begins;
        words = 1;
    }
    drop_words(r, words);
    return true;
}

/* In most texts there are not many more, so that their array need not grow. */
static size_t tokens_expected(const mp_article *article) {
    enum { bytes_a_token = 4 };
    size_t bytes = 0;

    for (size_t block = 0; block < article->block_count; block++) bytes += article->blocks[block].text.length;
    return bytes / bytes_a_token + article->block_count;
}

mp_status mp_tokens_read(const mp_article *article, const mp_rules *rules, mp_word_memory *memory, mp_arena *arena,
                         mp_tokens *tokens, mp_error *error) {
    MP_ARRAY(mp_token) found = {0};
    uint32_t *block_first = MP_NEW_ARRAY(arena, article->block_count + 1, uint32_t);
    if (block_first == NULL || !MP_RESERVE(arena, &found, tokens_expected(article))) return mp_fail_memory(error);
    mp_token token;

    for (size_t block = 0; block < article->block_count; block++) {
        reader words = read_block(article, block, rules, memory);
        block_first[block] = (uint32_t)found.count;
        while (next_token(&words, &token))
            if (!MP_PUSH(arena, &found, token)) return mp_fail_memory(error);
    }
    block_first[article->block_count] = (uint32_t)found.count;
    MP_FIT(arena, &found);
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

bool mp_article_names_a_model(const mp_article *article, const mp_rules *rules, mp_word_memory *memory) {
    bool helper = false, software = false; /* the assistant in the bank’s app */
    mp_token token;

    for (size_t block = 0; block < article->block_count; block++) {
        reader words = read_block(article, block, rules, memory);
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
