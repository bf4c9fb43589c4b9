/* mention.h: who and what an article mentions: every noun phrase and pronoun, and what its words say it is. Ambiguous
 * names are settled by the page as a whole. What a pronoun or “the bot” stands for is left to resolve.h. Knows sentences
 * and their tags; nothing of who speaks. */
#ifndef MOUTHPIECE_MENTION_H
#define MOUTHPIECE_MENTION_H

#include "tag.h"

typedef enum mp_mention_kind {
    MP_MENTION_THING = 0, /* a noun phrase that nobody could be quoted by */
    MP_MENTION_MODEL,     /* a model by name, or a word that only a model bears (chatbot) */
    MP_MENTION_LOOSE,     /* bot, agent, tool, account: a model where the page has one */
    MP_MENTION_TEXT,      /* reply, post, apology: a model's words where a model posts */
    MP_MENTION_PERSON,
    MP_MENTION_ORGANISATION,
    MP_MENTION_DOCUMENT, /* lawsuit, report */
    MP_MENTION_NAME,     /* a name of somebody or something */
    MP_MENTION_IT,
    MP_MENTION_HE_OR_SHE,
    MP_MENTION_THEY,
    MP_MENTION_I,
    MP_MENTION_OTHER_PRONOUN, /* one, another, this */
    MP_MENTION_TIME,
    MP_MENTION_PLACE
} mp_mention_kind;

typedef struct mp_mention {
    uint32_t sentence;
    uint32_t first, end; /* items */
    uint32_t head;       /* the item that says what it is */
    uint8_t kind;        /* mp_mention_kind */
    bool definite;       /* the, this, its, X's: known already */
    bool indefinite;     /* a, an, one, another */
    bool plural;
    bool object_form;     /* him, them: never a subject */
    bool alias;           /* a name that the page gives a model: Binny, the council’s virtual assistant */
    uint16_t model;       /* by name, from 1 */
    uint16_t maker;       /* by name, or whose person it is */
    uint16_t owner_model; /* the owner before 's, or the name before the noun: Grok’s reply, the ChatGPT maker */
    uint16_t owner_maker;
    bool owned_by_other;           /* by somebody who is neither: the airline’s chatbot */
    bool owned_by_it;              /* its, their */
    mp_word_classes classes;       /* of the head */
    mp_word_classes owner_classes; /* of the owner’s words */
} mp_mention;

/* What a page tells of a name that stands alone: one byte for each of MP_NAME_FEATURES, 1 or 0. */
typedef struct mp_weighed_name {
    uint8_t features[MP_NAME_FEATURE_COUNT];
    uint16_t count; /* how often it stands alone */
    bool alias;     /* a model's by the rules already */
} mp_weighed_name;

typedef struct mp_mentions {
    const mp_sentences *sentences;
    const uint8_t *tags;
    mp_mention *items; /* in the order of their items */
    size_t count;
    uint32_t *item_mention;   /* the mention over each item, MP_NONE where none is */
    uint32_t *sentence_first; /* the first mention of each sentence; one more at the end */
    bool fiction;             /* a page about a play, a film, a novel: its machines speak only by a model's name */
    const mp_lexicon *names;  /* folded names that stand alone; NULL where none were weighed */
    const mp_weighed_name *weighed; /* by their number there */
    uint32_t settled;               /* bits of the ambiguous models whose names mean the model here */
} mp_mentions;

mp_status mp_mentions_find(const mp_sentences *sentences, const uint8_t *tags, mp_arena *arena, mp_mentions *mentions,
                           mp_error *error);

/* Whether a page that mentions this is about a model: one by name, a chatbot, a bot. */
bool mp_mention_tells_of_a_model(const mp_mention *mention);

/* Whether the token, at `sentence`'s level or not, names a model here. Gives its number from 1, or 0. The first is for
 * tokens that name one somewhere; the second for all. */
uint16_t mp_model_settled(const mp_tokens *tokens, uint32_t settled, size_t token);

static inline uint16_t mp_model_named(const mp_tokens *tokens, uint32_t settled, size_t token) {
    return mp_token_entry(tokens, token)->model == 0 ? 0 : mp_model_settled(tokens, settled, token);
}

#endif
