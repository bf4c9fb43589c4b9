/* weights_it.h: the features by which it is weighed whether “it” stands for a model. Knows nothing else. */
#ifndef MOUTHPIECE_WEIGHTS_IT_H
#define MOUTHPIECE_WEIGHTS_IT_H

/* What is told of an “it” where a model has been spoken of; each is 1 or 0. Of the subjects of this clause, of this sentence
 * so far and of the sentence before it is told who they are; where none of these stands, there is none. */
#define MP_IT_FEATURES(X)                                                                                              \
    X(BIAS, "bias")                                                                                                    \
    X(CLAUSE_MODEL, "clause-model") /* the subject of the last clause */                                               \
    X(CLAUSE_ORGANISATION, "clause-organisation")                                                                      \
    X(CLAUSE_PERSON, "clause-person")                                                                                  \
    X(CLAUSE_TEXT, "clause-text")         /* a text of theirs, a document */                                           \
    X(CLAUSE_DOUBTFUL, "clause-doubtful") /* … as far as can be told */                                              \
    X(CLAUSE_MAKER, "clause-maker")                                                                                    \
    X(SENTENCE_MODEL, "sentence-model") /* the subject of this sentence */                                             \
    X(SENTENCE_ORGANISATION, "sentence-organisation")                                                                  \
    X(SENTENCE_PERSON, "sentence-person")                                                                              \
    X(SENTENCE_TEXT, "sentence-text")                                                                                  \
    X(SENTENCE_DOUBTFUL, "sentence-doubtful")                                                                          \
    X(SENTENCE_MODEL_SPOKE, "sentence-model-spoke") /* … which said something */                                     \
    X(SENTENCE_ORGANISATION_SPOKE, "sentence-organisation-spoke")                                                      \
    X(SENTENCE_PERSON_SPOKE, "sentence-person-spoke")                                                                  \
    X(SENTENCE_FOR_FIRM, "sentence-for-firm") /* a spokesman */                                                        \
    X(BEFORE_MODEL, "before-model")           /* the subject of the sentence before */                                 \
    X(BEFORE_ORGANISATION, "before-organisation")                                                                      \
    X(BEFORE_PERSON, "before-person")                                                                                  \
    X(BEFORE_TEXT, "before-text")                                                                                      \
    X(BEFORE_DOUBTFUL, "before-doubtful")                                                                              \
    X(BEFORE_MAKER, "before-maker")                                                                                    \
    X(BEFORE_MODEL_SPOKE, "before-model-spoke")                                                                        \
    X(BEFORE_ORGANISATION_SPOKE, "before-organisation-spoke")                                                          \
    X(BEFORE_PERSON_SPOKE, "before-person-spoke")                                                                      \
    X(BEFORE_MODEL_OPENS, "before-model-opens") /* its sentence’s first words */                                     \
    X(BEFORE_ORGANISATION_OPENS, "before-organisation-opens")                                                          \
    X(BEFORE_PERSON_OPENS, "before-person-opens")                                                                      \
    X(BEFORE_FOR_FIRM, "before-for-firm")                                                                              \
    X(BEFORE_HERE, "before-here") /* in this block, … */                                                             \
    X(BEFORE_BLOCK_AGO, "before-block-ago")                                                                            \
    X(LAST_MODEL, "last-model") /* of models and organisations the last was a model … */                             \
    X(LAST_ORGANISATION, "last-organisation")                                                                          \
    X(MODEL_HERE, "model-here") /* a model was spoken of in this sentence, … */                                      \
    X(MODEL_SENTENCE_AGO, "model-sentence-ago")                                                                        \
    X(MODEL_TWO_AGO, "model-two-ago")                                                                                  \
    X(MODEL_FOUR_AGO, "model-four-ago")                                                                                \
    X(MODEL_EIGHT_AGO, "model-eight-ago")                                                                              \
    X(MODEL_THIS_BLOCK, "model-this-block")                                                                            \
    X(MODEL_BLOCK_AGO, "model-block-ago")                                                                              \
    X(MODEL_TWO_BLOCKS_AGO, "model-two-blocks-ago")                                                                    \
    X(NO_ORGANISATION, "no-organisation") /* none yet on the page */                                                   \
    X(ORGANISATION_HERE, "organisation-here")                                                                          \
    X(ORGANISATION_SENTENCE_AGO, "organisation-sentence-ago")                                                          \
    X(ORGANISATION_TWO_AGO, "organisation-two-ago")                                                                    \
    X(ORGANISATION_FOUR_AGO, "organisation-four-ago")                                                                  \
    X(ORGANISATION_EIGHT_AGO, "organisation-eight-ago")                                                                \
    X(ORGANISATION_MAKES, "organisation-makes") /* it is a maker of models */                                          \
    X(MODEL_LATER, "model-later")               /* a model was spoken of later than it */                              \
    X(ORGANISATION_LATER, "organisation-later")                                                                        \
    X(AWAITED, "awaited")                               /* a model’s answer is */                                    \
    X(ASKED_NEAR, "asked-near")                         /* a model was asked here or in the block before */            \
    X(ASKED_OTHER, "asked-other")                       /* an organisation was, in the sentence before */              \
    X(ASKED_SOMEBODY, "asked-somebody")                 /* the last question went to somebody else */                  \
    X(OTHERS_TEXT, "others-text")                       /* a person’s text, a thing was mentioned just now */        \
    X(BEARER, "bearer")                                 /* a letter, a card, a sign was */                             \
    X(MODEL_TEXT, "model-text")                         /* a text of a model’s was */                                \
    X(OFFICIALLY, "officially")                         /* in a statement */                                           \
    X(ORGANISATION_STATEMENT, "organisation-statement") /* the sentence before names a statement of one */             \
    X(PERSON_STATEMENT, "person-statement")                                                                            \
    X(BODY, "body")             /* the sentence, or the one before, is about a name that nothing tells of … */       \
    X(BODY_SPOKE, "body-spoke") /* … who said something … */                                                       \
    X(BODY_WITHOUT_MODEL, "body-without-model") /* … in a block that has spoken of no model */                       \
    X(REPORT, "report")                         /* the sentence before is about a report, a document */                \
    X(PERSONS_TEXT, "persons-text")       /* a person has just written something, and no model was spoken of since */  \
    X(BEARS_WORDS, "bears-words")         /* I opened the card and it read */                                          \
    X(FIRM_OFFICIALLY, "firm-officially") /* in a statement, on a page with an organisation */                         \
    X(TRIBUNAL, "tribunal")               /* it told the court, and an organisation is near */                         \
    X(ACTS_ON_MODEL, "acts-on-model")     /* it took the bot down */                                                   \
    X(ASIDE, "aside")                     /* …, it said, … */                                                      \
    X(FIRST, "first")                     /* the sentence’s first word */                                            \
    X(BEHIND_MODEL, "behind-model")       /* one stands before it in the sentence, … */                              \
    X(BEFORE_A_MODEL, "before-a-model")   /* … behind it */                                                          \
    X(BEHIND_ORGANISATION, "behind-organisation")                                                                      \
    X(BEFORE_AN_ORGANISATION, "before-an-organisation")                                                                \
    X(BEHIND_PERSON, "behind-person")                                                                                  \
    X(BEFORE_A_PERSON, "before-a-person")                                                                              \
    X(BESIDE_I, "beside-i")                                                                                            \
    X(BEFORE_ITS_BOT, "before-its-bot")                                                                                \
    X(BEFORE_THE_BOT, "before-the-bot")                                                                                \
    X(TAKES_QUOTE, "takes-quote") /* the cue whose subject it is, by what may follow it (rules.h) */                   \
    X(TAKES_THAT, "takes-that")                                                                                        \
    X(TAKES_LISTENER, "takes-listener")                                                                                \
    X(TAKES_OBJECT, "takes-object")                                                                                    \
    X(TAKES_ABOUT, "takes-about")                                                                                      \
    X(TAKES_ALONE, "takes-alone")                                                                                      \
    X(TAKES_WRITTEN, "takes-written")                                                                                  \
    X(TAKES_DIRECTION, "takes-direction")                                                                              \
    X(TAKES_WEAK, "takes-weak")                                                                                        \
    X(CUE, "cue") /* a verb of saying, … */                                                                          \
    X(CUE_BASE, "cue-base")                                                                                            \
    X(CUE_THIRD, "cue-third")                                                                                          \
    X(CUE_PAST, "cue-past")                                                                                            \
    X(CUE_GROUP, "cue-group") /* … with an auxiliary */                                                              \
    X(CUE_PASSIVE, "cue-passive")                                                                                      \
    X(CUE_RELATIVE, "cue-relative")                                                                                    \
    X(TELLS_PERSON, "tells-person") /* told him, me */                                                                 \
    X(QUOTE, "quote")               /* words in quotation marks stand in the sentence, … */                          \
    X(SAYS_I, "says-i")                                                                                                \
    X(SAYS_WE, "says-we")                                                                                              \
    X(SAYS_YOU, "says-you")                                                                                            \
    X(IN_QUOTE, "in-quote") /* it stands in them itself */                                                             \
    X(HEADING, "heading")                                                                                              \
    X(LIST_ITEM, "list-item")

typedef enum mp_it_feature {
#define MP_FEATURE(symbol, name) MP_IT_FEATURE_##symbol,
    MP_IT_FEATURES(MP_FEATURE)
#undef MP_FEATURE
        MP_IT_FEATURE_COUNT
} mp_it_feature;

#endif
