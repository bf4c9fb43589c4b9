/* language.h: which language a document is in, as far as the rule packs need to know. Knows tokens and the lexicon’s
 * small words; no other language’s. */
#ifndef MOUTHPIECE_LANGUAGE_H
#define MOUTHPIECE_LANGUAGE_H

#include "token.h"

/* The document’s tag where it has one; else "en" where the text has English’s share of small words, or "und". */
mp_text mp_language_of(const mp_article *article, const mp_rules *rules);

/* Whether the shipped rules can read that language. */
bool mp_language_is_known(mp_text lang);

/* Whether they can read the article: in a language that is known, or, since templates and frames often say a wrong one, in
 * plain English whatever it says. */
bool mp_language_is_read(const mp_article *article, const mp_rules *rules);

#endif
