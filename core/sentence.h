/* sentence.h: the sentences of an article, at each level of quoting apart: to the sentence around it, a quoted stretch is
 * one item, whatever is in it; inside, its words make sentences of their own. Knows tokens and stretches; nothing of
 * speakers. */
#ifndef MOUTHPIECE_SENTENCE_H
#define MOUTHPIECE_SENTENCE_H

#include "quote.h"

/* A token of the sentence's own level, or a whole stretch inside it. */
typedef struct mp_item {
    uint32_t token;   /* the token, or the stretch's first mark */
    uint32_t stretch; /* MP_NONE for a token */
} mp_item;

typedef struct mp_sentence {
    uint32_t block;
    uint32_t scope;      /* the stretch whose words these are, MP_NONE for the block's own text */
    uint32_t first, end; /* items */
    bool title_case;     /* capitals say nothing here: most words have one */
} mp_sentence;

typedef struct mp_sentences {
    const mp_tokens *tokens;
    const mp_stretches *stretches;
    mp_item *items;
    size_t item_count;
    mp_sentence *list; /* by block; within it outer levels first */
    size_t count;
    uint32_t *stretch_sentence; /* the sentence in which each stretch stands as an item */
    uint32_t *stretch_item;     /* … and its item there */
} mp_sentences;

/* Cuts every level of every block. Linear in the tokens. */
mp_status mp_sentences_cut(const mp_tokens *tokens, const mp_stretches *stretches, mp_arena *arena,
                           mp_sentences *sentences, mp_error *error);

/* The token of an item, MP_NONE where it is a stretch. */
static inline uint32_t mp_item_token(const mp_sentences *sentences, size_t item) {
    const mp_item *it = &sentences->items[item];
    return it->stretch == MP_NONE ? it->token : (uint32_t)MP_NONE;
}

/* Whether the item is a token of any of these classes. */
static inline bool mp_item_is(const mp_sentences *sentences, size_t item, mp_word_classes classes) {
    uint32_t token = mp_item_token(sentences, item);
    return token != MP_NONE && mp_token_is(sentences->tokens, token, classes);
}

/* Whether the item is a token of that kind. */
static inline bool mp_item_has_kind(const mp_sentences *sentences, size_t item, mp_token_kind kind) {
    uint32_t token = mp_item_token(sentences, item);
    return token != MP_NONE && sentences->tokens->items[token].kind == kind;
}

/* Whether a sentence ends in a question mark. */
bool mp_sentence_asks(const mp_sentences *sentences, const mp_sentence *sentence);

/* The first sentence of a block, or where it has none of the next that has. Logarithmic in the sentences. */
uint32_t mp_sentences_from(const mp_sentences *sentences, uint32_t block);

/* The sentence of the block's own text that holds a sentence, however deeply quoted; MP_NONE where none does, and for
 * MP_NONE. */
uint32_t mp_sentences_outer(const mp_sentences *sentences, uint32_t number);

/* The last sentence before number `next` that is of a block's own text, MP_NONE where none is near. */
uint32_t mp_sentences_own_before(const mp_sentences *sentences, uint32_t next);

/* The bytes of the block's text that a sentence covers, with the sentences around it where it stands in a quoted stretch: out
 * to the block's own text, as far as quotes nest in earnest. */
void mp_sentence_whole(const mp_sentences *sentences, uint32_t number, uint32_t *start, uint32_t *end);

/* The bytes of the block's text that items first to last, both within, cover. */
static inline uint32_t mp_item_start(const mp_sentences *sentences, size_t item) {
    return sentences->tokens->items[sentences->items[item].token].start;
}

static inline uint32_t mp_item_end(const mp_sentences *sentences, size_t item) {
    const mp_item *it = &sentences->items[item];
    uint32_t last = it->stretch == MP_NONE ? it->token : sentences->stretches->items[it->stretch].outer_end - 1;
    return sentences->tokens->items[last].end;
}

#endif
