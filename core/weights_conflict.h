/* weights_conflict.h: the features by which it is judged whether two findings contradict each other. Knows nothing else. */
#ifndef MOUTHPIECE_WEIGHTS_CONFLICT_H
#define MOUTHPIECE_WEIGHTS_CONFLICT_H

/* What is seen of two findings of one model, the earlier and the later on the page, by which it is judged whether they
 * contradict each other; each is 1 or 0. */
#define MP_CONFLICT_FEATURES(X)                                                                                        \
    X(BIAS, "bias")                                                                                                    \
    X(RULED_OPPOSITE, "ruled-opposite")     /* what the rules for pairs find: an apology beside defiance … */        \
    X(RULED_DENIES, "ruled-denies")         /* … a denial beside an account of what it denies … */                 \
    X(RULED_TAKEN_BACK, "ruled-taken-back") /* … a reply that takes the earlier back … */                          \
    X(RULED_PAGE, "ruled-page")             /* … and accounts of which the page says that they conflict */           \
    X(EARLIER_SOURCE, "earlier-source")                                                                                \
    X(EARLIER_SAMPLE, "earlier-sample")                                                                                \
    X(EARLIER_CUE_ADMITS, "earlier-cue-admits") /* the verbs of saying: conceded, denied, apologised */                \
    X(EARLIER_CUE_DENIES, "earlier-cue-denies")                                                                        \
    X(LATER_CUE_ADMITS, "later-cue-admits")                                                                            \
    X(LATER_CUE_DENIES, "later-cue-denies")                                                                            \
    X(LATER_CUE_APOLOGISES, "later-cue-apologises")                                                                    \
    X(CLAIM_ADMITTED, "claim-admitted") /* conceded, after what was no admission */                                    \
    X(BOTH_OWN_UP, "both-own-up")       /* two apologies say the same */                                               \
    X(EARLIER_OWNS_UP, "earlier-owns-up")                                                                              \
    X(LATER_OWNS_UP, "later-owns-up")                                                                                  \
    X(EARLIER_PROMISES, "earlier-promises")                                                                            \
    X(LATER_PROMISES, "later-promises")                                                                                \
    X(EARLIER_SORRY, "earlier-sorry") /* words of sorrow, defiance, denial, taking back, and “not” in them */      \
    X(LATER_SORRY, "later-sorry")                                                                                      \
    X(EARLIER_DEFIES, "earlier-defies")                                                                                \
    X(LATER_DEFIES, "later-defies")                                                                                    \
    X(EARLIER_REFUTES, "earlier-refutes")                                                                              \
    X(LATER_REFUTES, "later-refutes")                                                                                  \
    X(REFUTES_SHARING, "refutes-sharing") /* one alone does, with two words of the other’s */                        \
    X(EARLIER_NEGATES, "earlier-negates")                                                                              \
    X(LATER_NEGATES, "later-negates")                                                                                  \
    X(NEGATES_SHARING, "negates-sharing")   /* one alone does, with a word of the other’s … */                     \
    X(NEGATES_TOUCHING, "negates-touching") /* … with two */                                                         \
    X(EARLIER_TAKES_BACK, "earlier-takes-back")                                                                        \
    X(LATER_TAKES_BACK, "later-takes-back")                                                                            \
    X(BROUGHT_AS_TAKEN_BACK, "brought-as-taken-back") /* the page says that the later takes back */                    \
    X(TAKES_BACK_SHARING, "takes-back-sharing")                                                                        \
    X(EARLIER_CORRECTED, "earlier-corrected") /* the page says that the earlier is false */                            \
    X(EARLIER_HEADLINE, "earlier-headline")                                                                            \
    X(LATER_HEADLINE, "later-headline")                                                                                \
    X(SAME_SENTENCE, "same-sentence")                                                                                  \
    X(SAME_BLOCK, "same-block")                                                                                        \
    X(NEXT_BLOCK, "next-block")                                                                                        \
    X(NEAR, "near") /* within four blocks */                                                                           \
    X(NEXT, "next") /* no finding stands between them */                                                               \
    X(SHARES_ONE, "shares-one")                                                                                        \
    X(SHARES_TWO, "shares-two")                                                                                        \
    X(SHARES_FOUR, "shares-four")                                                                                      \
    X(TURN, "turn")                         /* the story turns between them … */                                     \
    X(TURNS, "turns")                       /* … more than once */                                                   \
    X(TURN_OF_ACCOUNTS, "turn-of-accounts") /* … and both give an account */                                         \
    X(AGAIN, "again")                       /* the same is asked or told again */                                      \
    X(AGAIN_IN_CUE, "again-in-cue")         /* … in the sentence that brings the later */                            \
    X(AGAIN_ACCOUNTS, "again-accounts")     /* … and both give an account */                                         \
    X(AGAIN_SHARING, "again-sharing")       /* … and share a word */                                                 \
    X(PROMPT, "prompt")                     /* a prompt stands between them */                                         \
    X(CONFLICT, "conflict")                 /* the page says between them that the model changed its story … */      \
    X(CONFLICT_IN_CUE, "conflict-in-cue")   /* … in the sentence that brings the later … */                        \
    X(CONFLICT_NEAR, "conflict-near")       /* … near them … */                                                    \
    X(CONFLICT_PAGE, "conflict-page")       /* … anywhere */                                                         \
    X(DIFFERENT_PROMPTS, "different-prompts")                                                                          \
    X(SEVERAL, "several") /* the page quotes several models */

typedef enum mp_conflict_feature {
#define MP_FEATURE(symbol, name) MP_CONFLICT_FEATURE_##symbol,
    MP_CONFLICT_FEATURES(MP_FEATURE)
#undef MP_FEATURE
        MP_CONFLICT_FEATURE_COUNT
} mp_conflict_feature;

#endif
