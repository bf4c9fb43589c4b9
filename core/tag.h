/* tag.h: what part each item plays in its sentence: name, noun, verb … Decided from the lexicon, capitals, endings and
 * the neighbours; good enough to find subjects, no more. Knows sentences; nothing of speakers. */
#ifndef MOUTHPIECE_TAG_H
#define MOUTHPIECE_TAG_H

#include "sentence.h"

typedef enum mp_tag {
    MP_TAG_OTHER = 0, /* an adjective or a noun: unknown small words */
    MP_TAG_NAME,
    MP_TAG_NOUN, /* a noun that the lexicon knows */
    MP_TAG_VERB, /* finite, or a participle in its place */
    MP_TAG_GERUND,
    MP_TAG_AUXILIARY,
    MP_TAG_NEGATION,
    MP_TAG_DETERMINER,
    MP_TAG_POSSESSIVE, /* his, its */
    MP_TAG_CLITIC,     /* possessive 's or ' */
    MP_TAG_PREPOSITION,
    MP_TAG_ADVERB,
    MP_TAG_PRONOUN,
    MP_TAG_COORDINATOR,
    MP_TAG_SUBORDINATOR,
    MP_TAG_THAT,
    MP_TAG_RELATIVE,
    MP_TAG_QUESTION,
    MP_TAG_TO, /* before an infinitive */
    MP_TAG_NUMBER,
    MP_TAG_STRETCH,
    MP_TAG_COMMA,
    MP_TAG_COLON,
    MP_TAG_DASH,
    MP_TAG_OPEN,
    MP_TAG_CLOSE,
    MP_TAG_STOP, /* with ; and line feeds */
    MP_TAG_SYMBOL
} mp_tag;

/* A tag for every item, in the items' order; NULL where memory ends. */
uint8_t *mp_tags_find(const mp_sentences *sentences, mp_arena *arena);

#endif
