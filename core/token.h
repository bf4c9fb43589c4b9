/* token.h: the words and marks of an article, each with what the rules say it can be. Phrases that the rules know
 * ("chief executive", "Claude 3.5 Sonnet", "went on") are one token. Knows nothing of quotes or sentences. */
#ifndef MOUTHPIECE_TOKEN_H
#define MOUTHPIECE_TOKEN_H

#include "article.h"
#include "scan.h"
#include "token_word.h"

typedef struct mp_token {
    uint32_t start, end;     /* bytes of the block's text */
    uint32_t code;           /* the first character, for marks */
    uint16_t entry;          /* of the lexicon; 0: an unknown word or a mark */
    uint16_t word;           /* its first word in the lexicon, even one that means nothing alone; 0: unknown */
    uint16_t stem;           /* the number of its first word’s stem, from 1; 0: the rules weigh none */
    uint8_t kind;            /* mp_token_kind */
    uint8_t flags;           /* MP_TOKEN_… below, and those of its first word */
    const mp_entry *meaning; /* what the lexicon has under `entry`: looked up once, asked for again and again */
} mp_token;

enum {
    MP_TOKEN_AFTER_SPACE = 4, /* white space or the block's start before it */
    MP_TOKEN_PHRASE = 8,      /* more than one word */
    MP_TOKEN_BEGINS = 16 /* a phrase of the lexicon begins with its first word and the next, though it may not end */
};

typedef struct mp_tokens {
    const mp_rules *rules;
    const mp_article *article;
    mp_token *items;
    size_t count;
    uint32_t *block_first; /* the first token of each block; one more at the end */
} mp_tokens;

/* Cuts the whole article. Linear in the text. */
mp_status mp_tokens_read(const mp_article *article, const mp_rules *rules, mp_word_memory *memory, mp_arena *arena,
                         mp_tokens *tokens, mp_error *error);

/* False where no text of the article passes the rules' gate: it names no model. Looks at bytes only. */
bool mp_article_may_name_a_model(const mp_article *article, const mp_rules *rules);

/* True where the article names a model or has a word that describes one; else it can have no finding. Cuts words, of which
 * `memory` keeps what it knows, but no tokens. */
bool mp_article_names_a_model(const mp_article *article, const mp_rules *rules, mp_word_memory *memory);

static inline const mp_entry *mp_token_entry(const mp_tokens *tokens, size_t token) {
    return tokens->items[token].meaning;
}

/* Whether the token is, or may be, any of `classes` (MP_BIT(…) | …). */
static inline bool mp_token_is(const mp_tokens *tokens, size_t token, mp_word_classes classes) {
    return (mp_token_entry(tokens, token)->classes & classes) != 0;
}

/* The block that a token stands in. Logarithmic in the blocks. */
size_t mp_token_block(const mp_tokens *tokens, size_t token);

/* The first token of a block that ends after a byte; that of the next block for none. Logarithmic in the block's tokens. */
uint32_t mp_token_at_byte(const mp_tokens *tokens, uint32_t block, uint32_t byte);

static inline mp_text mp_token_text(const mp_tokens *tokens, size_t block, size_t token) {
    return mp_text_slice(tokens->article->blocks[block].text, tokens->items[token].start, tokens->items[token].end);
}

#endif
