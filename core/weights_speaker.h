/* weights_speaker.h: the features by which it is weighed whether a quote is a model’s: one that the rules give to somebody
 * else, and one that they give to a model. Knows nothing else. */
#ifndef MOUTHPIECE_WEIGHTS_SPEAKER_H
#define MOUTHPIECE_WEIGHTS_SPEAKER_H

/* What is told of a quote: where it stands, whom the rules give it to, and what stands beside it; each is 1 or 0. The quotes
 * before and after it are those that the rules have judged. */
#define MP_SPEAKER_FEATURES(X)                                                                                         \
    X(BIAS, "bias")                                                                                                    \
    X(FORM_BLOCK, "form-block")                                                                                        \
    X(FORM_INDIRECT, "form-indirect")                                                                                  \
    X(HEADLINE, "headline") /* headline or dek */                                                                      \
    X(LIST_ITEM, "list-item")                                                                                          \
    X(WHOLE, "whole")   /* nothing else stands in the block */                                                         \
    X(SHORT, "short")   /* five words or fewer */                                                                      \
    X(LONG, "long")     /* twenty-five or more */                                                                      \
    X(NOBODY, "nobody") /* whom the rules give it to: nobody … */                                                    \
    X(PERSON, "person")                                                                                                \
    X(ORGANISATION, "organisation")                                                                                    \
    X(DOUBTFUL, "doubtful") /* … of whom they are not sure */                                                        \
    X(IT, "it")             /* … named so */                                                                         \
    X(HE_OR_SHE, "he-or-she")                                                                                          \
    X(OTHER_PRONOUN, "other-pronoun")                                                                                  \
    X(DEFINITE, "definite")                                                                                            \
    X(INDEFINITE, "indefinite")                                                                                        \
    X(PLURAL, "plural")                                                                                                \
    X(LONE_NAME, "lone-name")                                                                                          \
    X(DOUBTFUL_NAME, "doubtful-name")                                                                                  \
    X(FULL_NAME, "full-name")                                                                                          \
    X(TEXT, "text")                         /* a document’s, as far as the rules know */                             \
    X(FIRST, "first")                       /* no quote stands before it … */                                        \
    X(AFTER_MODEL, "after-model")           /* … or a model’s … */                                               \
    X(AFTER_MODEL_HERE, "after-model-here") /* … in the same block */                                                \
    X(AFTER_OTHER_HERE, "after-other-here") /* … or somebody else’s there */                                       \
    X(BEFORE_MODEL, "before-model")         /* likewise behind it */                                                   \
    X(BEFORE_MODEL_HERE, "before-model-here")                                                                          \
    X(BEFORE_OTHER_HERE, "before-other-here")                                                                          \
    X(QUARTER, "quarter") /* of the page’s quotes so many are models’ */                                           \
    X(HALF, "half")                                                                                                    \
    X(MODEL_BEFORE, "model-before")               /* a model is named earlier in the sentence … */                   \
    X(MODEL_AFTER, "model-after")                 /* … later in it … */                                            \
    X(MODEL_INSIDE, "model-inside")               /* … in the words … */                                           \
    X(MODEL_SENTENCE_AGO, "model-sentence-ago")   /* … in the sentence before … */                                 \
    X(MODEL_BLOCK_AGO, "model-block-ago")         /* … at the end of the block before */                             \
    X(PERSON_BEFORE, "person-before")             /* a person is named earlier in the sentence … */                  \
    X(PERSON_SENTENCE_AGO, "person-sentence-ago") /* … in the sentence before */                                     \
    X(SAYS_I, "says-i")                                                                                                \
    X(SAYS_YOU, "says-you")                                                                                            \
    X(AFTER_COLON, "after-colon")                                                                                      \
    X(AFTER_QUESTION, "after-question")                                                                                \
    X(AFTER_ASKING, "after-asking") /* somebody asks or types something shortly before */                              \
    X(CUE_NONE, "cue-none")                                                                                            \
    X(CUE_WRITTEN, "cue-written")                                                                                      \
    X(CUE_WEAK, "cue-weak")                                                                                            \
    X(CUE_LISTENER, "cue-listener")                                                                                    \
    X(CUE_ACT, "cue-act") /* apologised, denied, … */                                                                \
    X(PASSIVE, "passive")

typedef enum mp_speaker_feature {
#define MP_FEATURE(symbol, name) MP_SPEAKER_FEATURE_##symbol,
    MP_SPEAKER_FEATURES(MP_FEATURE)
#undef MP_FEATURE
        MP_SPEAKER_FEATURE_COUNT
} mp_speaker_feature;

/* What is told of it besides: by which rule and cue it was given, whom the cue speaks to, what the page and the block are
 * like, and the words; each is 1 or 0. */
#define MP_DOUBT_FEATURES(X)                                                                                           \
    X(RULE_QUOTE_THEN_SPEAKER, "rule-quote-then-speaker") /* given so, in the order of rules */                        \
    X(RULE_SPEAKER_THEN_QUOTE, "rule-speaker-then-quote")                                                              \
    X(RULE_FRAGMENT, "rule-fragment")                                                                                  \
    X(RULE_VERB_TAIL, "rule-quote-after-any-verb")                                                                     \
    X(RULE_ACCORDING_TO, "rule-according-to")                                                                          \
    X(RULE_LABEL, "rule-label")                                                                                        \
    X(RULE_SIGNATURE, "rule-signature")                                                                                \
    X(RULE_SAME_PARAGRAPH, "rule-same-paragraph")                                                                      \
    X(RULE_CONTINUED, "rule-continued")                                                                                \
    X(RULE_INTRODUCED, "rule-introduced")                                                                              \
    X(RULE_NAMED_WORDS, "rule-named-words")                                                                            \
    X(RULE_TURN, "rule-turn")                                                                                          \
    X(RULE_REPEATED, "rule-repeated")                                                                                  \
    X(RULE_ACCOUNT, "rule-account")                                                                                    \
    X(RULE_REPORTED_CLAUSE, "rule-reported-clause")                                                                    \
    X(RULE_SPEECH_ACT, "rule-speech-act")                                                                              \
    X(RULE_CLAUSE_THEN_SPEAKER, "rule-clause-then-speaker")                                                            \
    X(RULE_PASSIVE, "rule-passive")                                                                                    \
    X(RULE_WEIGHED, "rule-weighed")                                                                                    \
    X(TAKES_QUOTE, "takes-quote") /* … what its cue takes, in that order … */                                      \
    X(TAKES_THAT, "takes-that")                                                                                        \
    X(TAKES_OBJECT, "takes-object")                                                                                    \
    X(TAKES_TO, "takes-to")                                                                                            \
    X(TAKES_LISTENER, "takes-listener")                                                                                \
    X(TAKES_ABOUT, "takes-about")                                                                                      \
    X(TAKES_WEAK, "takes-weak")                                                                                        \
    X(TAKES_ALONE, "takes-alone")                                                                                      \
    X(TAKES_WRITTEN, "takes-written")                                                                                  \
    X(TAKES_DIRECTION, "takes-direction")                                                                              \
    X(TAKES_NOT_INVERTED, "takes-not-inverted")                                                                        \
    X(TAKES_RELAYED, "takes-relayed")                                                                                  \
    X(TAKES_AUTHORED, "takes-authored")                                                                                \
    X(TAKES_ONCE, "takes-once")                                                                                        \
    X(ACT_NONE, "act-none") /* … and does */                                                                         \
    X(ACT_APOLOGY, "act-apology")                                                                                      \
    X(ACT_ADMISSION, "act-admission")                                                                                  \
    X(ACT_DENIAL, "act-denial")                                                                                        \
    X(ACT_PROMISE, "act-promise")                                                                                      \
    X(ACT_DEFIANCE, "act-defiance")                                                                                    \
    X(ACT_EXPLANATION, "act-explanation")                                                                              \
    X(ACT_OTHER, "act-other")                                                                                          \
    X(CUE_BASE, "cue-base")                   /* say */                                                                \
    X(CUE_THIRD, "cue-third")                 /* says … */                                                           \
    X(CUE_THIRD_IN_TEXT, "cue-third-in-text") /* … in no heading */                                                  \
    X(CUE_PAST, "cue-past")                   /* said */                                                               \
    X(CUE_INFINITIVE, "cue-infinitive")                                                                                \
    X(CUE_GERUND, "cue-gerund")                                                                                        \
    X(CUE_RELATIVE, "cue-relative")                                                                                    \
    X(CUE_NEGATED, "cue-negated")                                                                                      \
    X(CUE_UNREAL, "cue-unreal")                                                                                        \
    X(CUE_GROUP, "cue-group") /* has said, did say */                                                                  \
    X(CUE_INVERTED, "cue-inverted")                                                                                    \
    X(CUE_ANSWERING, "cue-answering") /* replied, retorted */                                                          \
    X(CUE_ADDS, "cue-adds")           /* went on, added */                                                             \
    X(TOLD_FIRST, "told-first")       /* told me, us: whom the cue speaks to … */                                    \
    X(TOLD_PERSON, "told-person")                                                                                      \
    X(TOLD_HE_OR_SHE, "told-he-or-she")                                                                                \
    X(TOLD_THEY, "told-they")                                                                                          \
    X(TOLD_NAME, "told-name")                                                                                          \
    X(TOLD_ORGANISATION, "told-organisation")                                                                          \
    X(TOLD_THING, "told-thing")                                                                                        \
    X(TOLD_SEVERAL, "told-several")                                                                                    \
    X(TOLD_TRIBUNAL, "told-tribunal")                                                                                  \
    X(COMPANY_TALK, "company-talk")           /* in a statement: so firms speak */                                     \
    X(AWAITED, "awaited")                     /* somebody has just put something to a model … */                     \
    X(AFTER_COLON_BLOCK, "after-colon-block") /* … or the block before ends in a colon, or asks */                   \
    X(AFTER_ASKING_BLOCK, "after-asking-block")                                                                        \
    X(BELOW_60, "below-60") /* how sure it is who the speaker is, per cent */                                          \
    X(BELOW_70, "below-70")                                                                                            \
    X(FROM_80, "from-80")                                                                                              \
    X(FROM_90, "from-90")                                                                                              \
    X(MENTION_THING, "mention-thing") /* what the speaker is called */                                                 \
    X(MENTION_MODEL, "mention-model")                                                                                  \
    X(MENTION_DOCUMENT, "mention-document")                                                                            \
    X(MENTION_LOOSE, "mention-loose")                                                                                  \
    X(MENTION_TEXT, "mention-text")                                                                                    \
    X(MENTION_PERSON, "mention-person")                                                                                \
    X(MENTION_ORGANISATION, "mention-organisation")                                                                    \
    X(MENTION_NAME, "mention-name")                                                                                    \
    X(OWNED_BY_IT, "owned-by-it")                                                                                      \
    X(OWNER_MODEL, "owner-model")                                                                                      \
    X(NO_MAIN_NAME, "no-main-name") /* the page’s model has no name */                                               \
    X(FICTION, "fiction")                                                                                              \
    X(SHORT_PAGE, "short-page") /* a few sentences: nothing beside them can speak against a rule */                    \
    X(NAMED_ONCE, "named-once") /* how often the page names models */                                                  \
    X(NAMED_SELDOM, "named-seldom")                                                                                    \
    X(NAMED_OFTEN, "named-often")                                                                                      \
    X(NAMED_VERY_OFTEN, "named-very-often")                                                                            \
    X(ONLY, "only") /* how many quotes of the page are models’ … */                                                \
    X(ONE_OF_TWO, "one-of-two")                                                                                        \
    X(ONE_OF_FOUR, "one-of-four")                                                                                      \
    X(ONE_OF_MANY, "one-of-many")                                                                                      \
    X(SHARE_10, "share-10") /* … below a tenth of all … */                                                         \
    X(SHARE_20, "share-20")                                                                                            \
    X(SHARE_40, "share-40")                                                                                            \
    X(SHARE_70, "share-70")                                                                                            \
    X(SHARE_ALL, "share-all")                                                                                          \
    X(NAMED_ELSEWHERE, "named-elsewhere") /* other quotes of the page are given to a model by its name */              \
    X(SURE_ELSEWHERE, "sure-elsewhere")   /* … surely, and in marks */                                               \
    X(SURE_ELSEWHERE_OFTEN, "sure-elsewhere-often")                                                                    \
    X(SPEAKER_HERE, "speaker-here")               /* the speaker stands in the block of the words … */               \
    X(SPEAKER_BESIDE_CUE, "speaker-beside-cue")   /* … in the cue’s sentence … */                                \
    X(SEVERAL_BESIDE, "several-beside")           /* … beside another mention of a model … */                      \
    X(ORGANISATION_BESIDE, "organisation-beside") /* … or somebody else … */                                       \
    X(NAME_BESIDE, "name-beside")                                                                                      \
    X(IT_BESIDE_PERSON, "it-beside-person") /* an “it” beside them */                                              \
    X(IT_BESIDE_ORGANISATION, "it-beside-organisation")                                                                \
    X(IT_BESIDE_MODEL, "it-beside-model")                                                                              \
    X(IT_AFTER_ORGANISATION, "it-after-organisation") /* … and in the sentence before */                             \
    X(IT_AFTER_DOCUMENT, "it-after-document")                                                                          \
    X(IT_AFTER_NO_MODEL, "it-after-no-model")                                                                          \
    X(OTHER_SAYS, "other-says")     /* somebody else says something in the cue’s sentence */                         \
    X(NESTED, "nested")             /* which stands in a quote … */                                                  \
    X(ASKS, "asks")                 /* … asks … */                                                                 \
    X(AROUND_YOU, "around-you")     /* … speaks to you … */                                                        \
    X(AROUND_NO, "around-no")       /* … says no, nor, neither before the cue … */                                 \
    X(AROUND_IF, "around-if")       /* … or if, whether, unless … */                                               \
    X(AROUND_OFTEN, "around-often") /* … or often */                                                                 \
    X(BLOCK_MODEL, "block-model")   /* who is named in the block, outside the words */                                 \
    X(BLOCK_ORGANISATION, "block-organisation")                                                                        \
    X(BLOCK_PERSON_ALONE, "block-person-alone")                                                                        \
    X(BLOCK_NOBODY, "block-nobody")                                                                                    \
    X(VERBLESS, "verbless") /* the words hold no verb … */                                                           \
    X(VERBLESS_QUOTE, "verbless-quote")                                                                                \
    X(ONE_WORD, "one-word")                                                                                            \
    X(FEW_WORDS, "few-words")                                                                                          \
    X(TELLS_OF_IT, "tells-of-it")                                                                                      \
    X(QUOTE_OF_IT, "quote-of-it")                                                                                      \
    X(TELLS_OF_THEM, "tells-of-them")                                                                                  \
    X(TELLS_OF_PERSON, "tells-of-person")                                                                              \
    X(NAMES_MODEL, "names-model")                                                                                      \
    X(QUOTE_NAMES_MODEL, "quote-names-model")                                                                          \
    X(QUOTE_OF_MODELS, "quote-of-models")                                                                              \
    X(NAMES_TIME, "names-time")                                                                                        \
    X(SAYS_ME, "says-me") /* … say I, me … */                                                                      \
    X(SAYS_WE, "says-we") /* … or we … */                                                                          \
    X(IT_SAYS_ME, "it-says-me")                                                                                        \
    X(IT_SAYS_WE, "it-says-we")                                                                                        \
    X(SAYS_SORRY, "says-sorry")                                                                                        \
    X(BIDS, "bids") /* … begin with a verb’s base form … */                                                      \
    X(ASKS_INSIDE, "asks-inside")                                                                                      \
    X(SMALL, "small")               /* … begin with a small letter … */                                            \
    X(ENDS_IN_STOP, "ends-in-stop") /* … or end in a stop or comma … */                                            \
    X(ENDS_IN_QUESTION, "ends-in-question")

typedef enum mp_doubt_feature {
#define MP_FEATURE(symbol, name) MP_DOUBT_FEATURE_##symbol,
    MP_DOUBT_FEATURES(MP_FEATURE)
#undef MP_FEATURE
        MP_DOUBT_FEATURE_COUNT
} mp_doubt_feature;

enum { MP_TRUST_FEATURE_COUNT = (int)MP_SPEAKER_FEATURE_COUNT + (int)MP_DOUBT_FEATURE_COUNT };

#endif
