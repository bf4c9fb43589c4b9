/* weights_maker.h: the features by which it is judged whether a maker disowned a finding. Knows nothing else. */
#ifndef MOUTHPIECE_WEIGHTS_MAKER_H
#define MOUTHPIECE_WEIGHTS_MAKER_H

/* What is heard of the maker about a finding, by which it is judged whether it disowned the words; each is 1 or 0. */
#define MP_MAKER_FEATURES(X)                                                                                           \
    X(BIAS, "bias")                                                                                                    \
    X(RULED_CONFIRMED, "ruled-confirmed") /* what the rules for makers’ statements find */                           \
    X(RULED_DENIED, "ruled-denied")                                                                                    \
    X(RULED_SILENT, "ruled-silent")                                                                                    \
    X(ACT_APOLOGY, "act-apology") /* the act of the words */                                                           \
    X(ACT_ADMISSION, "act-admission")                                                                                  \
    X(ACT_DENIAL, "act-denial")                                                                                        \
    X(ACT_PROMISE, "act-promise")                                                                                      \
    X(ACT_DEFIANCE, "act-defiance")                                                                                    \
    X(ACT_EXPLANATION, "act-explanation")                                                                              \
    X(ACT_OTHER, "act-other")                                                                                          \
    X(SILENCE, "silence") /* the page tells of the maker’s silence */                                                \
    X(SILENCE_OF_NAMED, "silence-of-named")                                                                            \
    X(SILENCE_ASIDE, "silence-aside")   /* … far behind the words */                                                 \
    X(DENIAL, "denial")                 /* the maker says that it was wrong … */                                     \
    X(DENIAL_SHARES, "denial-shares")   /* … with a word of the finding’s */                                       \
    X(DENIAL_TOUCHES, "denial-touches") /* … with as many as touch it */                                             \
    X(NEGATION, "negation")             /* the maker says “not” */                                                 \
    X(NEGATION_SHARES, "negation-shares")                                                                              \
    X(NEGATION_TOUCHES, "negation-touches")                                                                            \
    X(FAULT, "fault") /* … what went wrong */                                                                        \
    X(FAULT_SHARES, "fault-shares")                                                                                    \
    X(FAULT_TOUCHES, "fault-touches")                                                                                  \
    X(CONFIRMATION, "confirmation") /* … that it is so */                                                            \
    X(CONFIRMATION_SHARES, "confirmation-shares")                                                                      \
    X(CONFIRMATION_TOUCHES, "confirmation-touches")                                                                    \
    X(DISOWNED, "disowned") /* … that the model knows nothing, speaks for nobody */                                  \
    X(NEGATES, "negates")   /* the words hold a “not” */                                                           \
    X(NEGATES_BOTH, "negates-both")                                                                                    \
    X(GENERIC, "generic")                                                                                              \
    X(SEVERAL, "several") /* the page quotes several models */                                                         \
    X(OF_SPECIMENS, "of-specimens")                                                                                    \
    X(ONLY_SPECIMENS, "only-specimens")                                                                                \
    X(CORRECTED, "corrected")                                                                                          \
    X(CAVEATED, "caveated")                                                                                            \
    X(HEADLINE, "headline")                                                                                            \
    X(SPEAKS, "speaks") /* the maker says something */                                                                 \
    X(ACTS, "acts")     /* … or does */                                                                              \
    X(QUOTED, "quoted")                                                                                                \
    X(NEAR, "near")                                                                                                    \
    X(BEFORE, "before")                                                                                                \
    X(SHARES_ONE, "shares-one") /* … that shares a word with the finding */                                          \
    X(SHARES_TWO, "shares-two")                                                                                        \
    X(SHARES_FOUR, "shares-four")

typedef enum mp_maker_feature {
#define MP_FEATURE(symbol, name) MP_MAKER_FEATURE_##symbol,
    MP_MAKER_FEATURES(MP_FEATURE)
#undef MP_FEATURE
        MP_MAKER_FEATURE_COUNT
} mp_maker_feature;

#endif
