/* weights_name.h: the features by which a name that stands alone is weighed. Knows nothing else. */
#ifndef MOUTHPIECE_WEIGHTS_NAME_H
#define MOUTHPIECE_WEIGHTS_NAME_H

/* What a page tells of a name that stands alone somewhere, by which it is weighed whether it is a model’s that no list has;
 * each is 1 or 0. */
#define MP_NAME_FEATURES(X)                                                                                            \
    X(BIAS, "bias")                                                                                                    \
    X(FIRST_NAME, "first-name")                                                                                        \
    X(WORD, "word")                         /* no first name, and a word that the rules know */                        \
    X(FAMOUS, "famous")                     /* Diella, Kumma: known as a bot’s */                                    \
    X(MIXED_CASE, "mixed-case")             /* SkyPal, ELSIE */                                                        \
    X(TWICE, "twice")                       /* named twice, … */                                                     \
    X(OFTEN, "often")                       /* … five times, … */                                                  \
    X(MOST, "most")                         /* … more than any other such name */                                    \
    X(HEADLINE, "headline")                 /* named in the headline or the dek */                                     \
    X(QUOTED, "quoted")                     /* alone in quotation marks */                                             \
    X(FULL, "full")                         /* beside another name */                                                  \
    X(TITLE, "title")                       /* behind Mr, Dr */                                                        \
    X(AGE, "age")                           /* Ava, 34 */                                                              \
    X(WHO, "who")                           /* Ava, who … */                                                         \
    X(WHICH, "which")                       /* Ava, which … */                                                       \
    X(PERSON_BEFORE, "person-before")       /* her daughter Ava */                                                     \
    X(PERSON_BESIDE, "person-beside")       /* Ava, a nurse */                                                         \
    X(FIRM_BESIDE, "firm-beside")           /* the AI start-up Ava; Ava, a maker of chatbots */                        \
    X(MACHINE_BEFORE, "machine-before")     /* the council’s chatbot, Ava */                                         \
    X(MACHINE_BESIDE, "machine-beside")     /* Ava, the council’s assistant */                                       \
    X(MACHINE_SENTENCE, "machine-sentence") /* a chatbot, an AI in a sentence that names it … */                     \
    X(MACHINE_FIRST, "machine-first")       /* … in the first that does, or the one before */                        \
    X(SOFTWARE_SENTENCE, "software-sentence")                                                                          \
    X(OWNED, "owned")                     /* the council’s Ava */                                                    \
    X(OWNED_BY_PERSON, "owned-by-person") /* my Ava, her Ava */                                                        \
    X(OWNS_MACHINE, "owns-machine")       /* Ava’s chatbot */                                                        \
    X(OWNS_PERSON, "owns-person")         /* Ava’s husband, Ava’s spokesman */                                     \
    X(OWNS_TEXT, "owns-text")             /* Ava’s reply */                                                          \
    X(OWNS, "owns")                       /* Ava’s kitchen */                                                        \
    X(TITLES_MACHINE, "titles-machine")   /* the Ava app */                                                            \
    X(TITLES, "titles")                   /* the Ava spokesman */                                                      \
    X(OPERATED, "operated")               /* Ava was switched off */                                                   \
    X(ASKED, "asked")                     /* asked Ava */                                                              \
    X(TO, "to")                           /* to Ava, with Ava */                                                       \
    X(BY, "by")                                                                                                        \
    X(PLACE, "place")   /* in Ava, at Ava */                                                                           \
    X(SPEAKS, "speaks") /* Ava said … */                                                                             \
    X(SPEAKS_TWICE, "speaks-twice")                                                                                    \
    X(SAID_BEFORE, "said-before") /* “…,” said Ava */                                                            \
    X(TELLS, "tells")             /* Ava told her */                                                                   \
    X(ACTS, "acts")               /* does something else … */                                                        \
    X(ACTS_TWICE, "acts-twice")                                                                                        \
    X(IT_NEXT, "it-next") /* Ava said so. It … */                                                                    \
    X(HE_OR_SHE_NEXT, "he-or-she-next")                                                                                \
    X(IT_SAME, "it-same") /* Ava said it … */                                                                        \
    X(HE_OR_SHE_SAME, "he-or-she-same")                                                                                \
    X(IT_LATER, "it-later") /* Ava closed its eyes, itself, … */                                                     \
    X(HE_OR_SHE_LATER, "he-or-she-later")                                                                              \
    X(RUNS_THINGS, "runs-things")         /* Ava launched, built something */                                          \
    X(FIRM_SENTENCE, "firm-sentence")     /* a firm, its spokesman in a sentence that names it */                      \
    X(FAMILY_SENTENCE, "family-sentence") /* a mother, a husband there */                                              \
    X(OWNS_UP, "owns-up")                 /* Ava apologised, denied, promised */                                       \
    X(ASKED_NEAR, "asked-near")           /* somebody asks or types something in its sentence, or the one before */    \
    X(WORDS_TO_YOU, "words-to-you")       /* a quotation in its sentence says you … */                               \
    X(WORDS_OF_I, "words-of-i")           /* … or I, we */                                                           \
    X(PAGE_NAMED, "page-named")           /* the page names a model of the list */                                     \
    X(PAGE_UNNAMED, "page-unnamed")       /* it has a bot and names none */                                            \
    X(PAGE_BOTS, "page-bots")             /* it speaks of bots again and again */                                      \
    X(PAGE_ALIAS, "page-alias")           /* the rules know another name of a bot’s on it */                         \
    X(BARE, "bare")                       /* nothing tells of a person */                                              \
    X(BARE_UNNAMED, "bare-unnamed")       /* … on a page that has a bot and names none */                            \
    X(BARE_MOST, "bare-most")

typedef enum mp_name_feature {
#define MP_FEATURE(symbol, name) MP_NAME_FEATURE_##symbol,
    MP_NAME_FEATURES(MP_FEATURE)
#undef MP_FEATURE
        MP_NAME_FEATURE_COUNT
} mp_name_feature;

#endif
