/* tag_internal.h: what the parts of tagging share: tag.c (all words), tag_verb.c (words that may be verbs). */
#ifndef MOUTHPIECE_TAG_INTERNAL_H
#define MOUTHPIECE_TAG_INTERNAL_H

#include "tag.h"

#include <string.h>

typedef struct tagger {
    const mp_sentences *sentences;
    const mp_sentence *sentence;
    uint8_t *tags;
} tagger;

static const mp_word_classes noun_classes = MP_BIT(PERSON_NOUN) | MP_BIT(ORGANISATION_NOUN) | MP_BIT(DOCUMENT_NOUN) |
                                            MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE) | MP_BIT(TEXT_NOUN) |
                                            MP_BIT(MAKER_NOUN) | MP_BIT(SPOKES_NOUN) | MP_BIT(TIME) | MP_BIT(NOUN) |
                                            MP_BIT(PLACE_NOUN) | MP_BIT(WORDS_NOUN) | MP_BIT(TALKER);

static inline const mp_token *token_at(const tagger *t, uint32_t item) {
    return &t->sentences->tokens->items[t->sentences->items[item].token];
}

static inline bool is(const tagger *t, uint32_t item, mp_word_classes classes) {
    return mp_item_is(t->sentences, item, classes);
}

static inline const mp_entry *entry_at(const tagger *t, uint32_t item) {
    return mp_token_entry(t->sentences->tokens, t->sentences->items[item].token);
}

static inline bool ends_in(const tagger *t, uint32_t item, const char *ending) {
    const mp_token *token = token_at(t, item);
    size_t length = strlen(ending), token_length = token->end - token->start;
    const char *bytes = t->sentences->tokens->article->blocks[t->sentence->block].text.bytes;

    return token_length > length + 2 && memcmp(bytes + token->end - length, ending, length) == 0;
}

/* The tag before `item`, adverbs passed over; MP_TAG_STOP at the sentence's start. */
static inline mp_tag tag_before(const tagger *t, uint32_t item) {
    while (item > t->sentence->first) {
        item--;
        if (t->tags[item] != MP_TAG_ADVERB) return (mp_tag)t->tags[item];
    }
    return MP_TAG_STOP;
}

static inline bool ends_noun_phrase(mp_tag tag) {
    return tag == MP_TAG_NAME || tag == MP_TAG_NOUN || tag == MP_TAG_PRONOUN || tag == MP_TAG_OTHER ||
           tag == MP_TAG_NUMBER;
}

static inline bool begins_noun_phrase(mp_tag tag) {
    return tag == MP_TAG_DETERMINER || tag == MP_TAG_POSSESSIVE || tag == MP_TAG_CLITIC;
}

static inline bool is_plural_before(const tagger *t, uint32_t item) {
    if (item == t->sentence->first) return false;
    const mp_token *before = token_at(t, item - 1);
    if (before->kind != MP_TOKEN_WORD) return false;
    return is(t, item - 1, MP_BIT(PLURAL) | MP_BIT(PRONOUN_FIRST) | MP_BIT(PRONOUN_SECOND) | MP_BIT(PRONOUN_PLURAL)) ||
           (ends_in(t, item - 1, "s") && !ends_in(t, item - 1, "ss"));
}

/* Whether a noun phrase that began with a determiner or an owner is still open before `item`. */
static inline bool in_open_phrase(const tagger *t, uint32_t item) {
    for (uint32_t i = item; i > t->sentence->first; i--) {
        mp_tag tag = (mp_tag)t->tags[i - 1];
        if (begins_noun_phrase(tag)) return true;
        if (tag != MP_TAG_OTHER && tag != MP_TAG_NUMBER && tag != MP_TAG_NOUN && tag != MP_TAG_NAME &&
            tag != MP_TAG_ADVERB)
            return false;
    }
    return false;
}

/* The part of a word that a list has as a verb: verb, gerund, noun or neither. */
mp_tag mp_tag_verb(const tagger *t, uint32_t item);

#endif
