/* weights.h: the features from which a finding’s role and act are judged, and their weights, which packs carry as data.
 * Knows neither documents nor how weights are learnt: tests/learn/ does that. */
#ifndef MOUTHPIECE_WEIGHTS_H
#define MOUTHPIECE_WEIGHTS_H

#include "weights_name.h"

#include <stdint.h>

/* Features of their own; each is 1 or 0 for a finding. */
#define MP_FEATURES(X)                                                                                                 \
    X(BIAS, "bias")                                                                                                    \
    X(FORM_DIRECT, "form-direct")                                                                                      \
    X(FORM_BLOCK, "form-block")                                                                                        \
    X(FORM_INDIRECT, "form-indirect")                                                                                  \
    X(FRAGMENT, "fragment") /* four words or fewer */                                                                  \
    X(LONG, "long")         /* twenty-five or more */                                                                  \
    X(HEADLINE, "headline") /* headline, dek or subhead */                                                             \
    X(LIST_ITEM, "list-item")                                                                                          \
    X(CUE_APOLOGY, "cue-apology") /* the verb by itself is that act */                                                 \
    X(CUE_ADMISSION, "cue-admission")                                                                                  \
    X(CUE_DENIAL, "cue-denial")                                                                                        \
    X(CUE_PROMISE, "cue-promise")                                                                                      \
    X(CUE_DEFIANCE, "cue-defiance")                                                                                    \
    X(CUE_EXPLANATION, "cue-explanation")                                                                              \
    X(CUE_FORECASTS, "cue-forecasts")     /* predicts, estimates, recommends */                                        \
    X(CUE_NAMES, "cue-names")             /* calls, brands, dubs */                                                    \
    X(CUE_TELLS, "cue-tells")             /* told, advised, urged somebody */                                          \
    X(CUE_ALONE, "cue-alone")             /* the words are the act: apologised for …, denied … */                  \
    X(CUE_NONE, "cue-none")               /* no verb of saying stands by */                                            \
    X(CUE_PASSIVE, "cue-passive")         /* was told by … */                                                        \
    X(CUE_PRESENT, "cue-present")         /* says, is saying */                                                        \
    X(CUE_RELATIVE, "cue-relative")       /* a model that called itself … */                                         \
    X(CUE_SUBORDINATE, "cue-subordinate") /* … after it had called itself … */                                     \
    X(ACCORDING_TO, "according-to")                                                                                    \
    X(LABEL, "label")               /* Grok: … */                                                                    \
    X(DISBELIEVED, "disbelieved")   /* falsely claimed */                                                              \
    X(SUBJECT_SELF, "subject-self") /* the first verb in the words is of the model … */                              \
    X(SUBJECT_I, "subject-i")       /* … of I or we */                                                               \
    X(SUBJECT_YOU, "subject-you")                                                                                      \
    X(SUBJECT_MAKER, "subject-maker") /* … of whoever built or runs it */                                            \
    X(SUBJECT_PERSON, "subject-person")                                                                                \
    X(SUBJECT_IT, "subject-it")       /* … of it, this, there */                                                     \
    X(SUBJECT_OTHER, "subject-other") /* … of anything else */                                                       \
    X(SUBJECT_NONE, "subject-none")   /* no verb, or none with a subject: “Go to bed.” */                          \
    X(ANY_I, "any-i")                 /* … of any verb in the words */                                               \
    X(ANY_SELF, "any-self")                                                                                            \
    X(NAMES_ITSELF, "names-itself")           /* the words name the model … */                                       \
    X(NAMES_MAKER, "names-maker")             /* … its maker */                                                      \
    X(NAMES_OTHER_MODEL, "names-other-model") /* … or another model */                                               \
    X(NUMBERS, "numbers")                     /* a number stands in the words … */                                   \
    X(QUESTION, "question")                   /* … a question mark … */                                            \
    X(EXCLAMATION, "exclamation")             /* … an exclamation mark */                                            \
    X(ASKED, "asked")                         /* a question mark stands shortly before the words */                    \
    X(CORRECTED, "corrected")                 /* the page says right after them that they are false */                 \
    X(SAYS_SELF, "says-self")                 /* the rules’ patterns in the words */                                 \
    X(SAYS_WORLD, "says-world")                                                                                        \
    X(SAYS_SPECIMEN, "says-specimen")                                                                                  \
    X(SAYS_APOLOGY, "says-apology")                                                                                    \
    X(SAYS_ADMISSION, "says-admission")                                                                                \
    X(SAYS_REFUTATION, "says-refutation")                                                                              \
    X(SAYS_PROMISE, "says-promise")                                                                                    \
    X(SAYS_DEFIANCE, "says-defiance")                                                                                  \
    X(SAYS_EXPLANATION, "says-explanation")                                                                            \
    X(NEIGHBOUR_SELF, "neighbour-self") /* … in the sentence around the words */                                     \
    X(NEIGHBOUR_WORLD, "neighbour-world")                                                                              \
    X(NEIGHBOUR_SPECIMEN, "neighbour-specimen")                                                                        \
    X(PAGE_SELF, "page-self") /* … elsewhere on the page */                                                          \
    X(PAGE_WORLD, "page-world")                                                                                        \
    X(PAGE_SPECIMEN, "page-specimen")                                                                                  \
    X(PAGE_APOLOGY, "page-apology")                                                                                    \
    X(PAGE_MAKER, "page-maker") /* the page asks or hears the maker */                                                 \
    X(PAGE_CAVEAT, "page-caveat")                                                                                      \
    X(PAGE_CORRECTION, "page-correction")                                                                              \
    X(SEVERAL_MODELS, "several-models") /* the page quotes more than one */                                            \
    X(GENERIC, "generic")               /* a model without a name: a company’s own bot */                            \
    X(OWN_PAST, "own-past")             /* “I deleted it”: the words’ verbs of itself or its maker … */        \
    X(OWN_PRESENT, "own-present")                                                                                      \
    X(OWN_MODAL, "own-modal")                                                                                          \
    X(OWN_NEGATED, "own-negated")                                                                                      \
    X(OWN_UNABLE, "own-unable")           /* “I cannot help with that”, it would not say */                        \
    X(IMPERATIVE, "imperative")           /* “Stop using it at once.” */                                           \
    X(TELLS_TO, "tells-to")               /* told her to stop using it */                                              \
    X(ASKED_OF_ITSELF, "asked-of-itself") /* the prompt asks what the model did, is or will do */                      \
    X(ASKED_OF_OTHERS, "asked-of-others") /* … or about something else */                                            \
    X(ASKED_TO_DO, "asked-to-do")         /* asked to …, told to … */                                              \
    X(ASKED_BY_WRITER, "asked-by-writer")                                                                              \
    X(ASKED_IN_QUOTES, "asked-in-quotes")                                                                              \
    X(PROMPTED, "prompted")                                                                                            \
    X(OWN, "own")     /* about itself or its maker, by subject or name */                                              \
    X(WRONG, "wrong") /* about others, and the page says that it is false */

typedef enum mp_feature {
#define MP_FEATURE(symbol, name) MP_FEATURE_##symbol,
    MP_FEATURES(MP_FEATURE)
#undef MP_FEATURE
        MP_FEATURE_COUNT
} mp_feature;

/* Where words of a topic stand; each pair of a zone and a topic is a feature too: how many stand there, up to a bound. */
#define MP_ZONES(X)                                                                                                    \
    X(INSIDE, "inside")     /* in the words themselves */                                                              \
    X(DEPLOYED, "deployed") /* … where the model has no name, but some company’s bot */                            \
    X(OWN, "own")           /* … the predicates whose subject is the model or its maker */                           \
    X(OTHERS, "others")     /* … and those of anything else */                                                       \
    X(QUESTION, "question") /* the prompt that led to them */                                                          \
    X(BEFORE, "before")     /* shortly before them */                                                                  \
    X(AFTER, "after")       /* … and after */                                                                        \
    X(CUE, "cue")           /* the verb of saying */                                                                   \
    X(HEADING, "heading")   /* headline and standfirst */                                                              \
    X(ANSWERS, "answers")   /* all that the page’s models say; in doublings, as a long page has more of everything */

typedef enum mp_zone {
#define MP_ZONE(symbol, name) MP_ZONE_##symbol,
    MP_ZONES(MP_ZONE)
#undef MP_ZONE
        MP_ZONE_COUNT
} mp_zone;

/* Where a word’s beginning weighs by itself, whatever its topic; each beginning counts once in a zone. */
#define MP_STEM_ZONES(X)                                                                                               \
    X(INSIDE, "inside")                                                                                                \
    X(QUESTION, "question")                                                                                            \
    X(HEADING, "heading")                                                                                              \
    X(PAGE, "page") /* anywhere on it: what kind of story it is */                                                     \
    X(SAID, "said") /* in what the maker says: how much it speaks for a denial of words of each role */

typedef enum mp_stem_zone {
#define MP_STEM_ZONE(symbol, name) MP_STEM_ZONE_##symbol,
    MP_STEM_ZONES(MP_STEM_ZONE)
#undef MP_STEM_ZONE
        MP_STEM_ZONE_COUNT
} mp_stem_zone;

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

/* What is told of a quote that the rules give to nobody, or to somebody else, by which it is weighed whether it is a model’s
 * after all; each is 1 or 0. The quotes before and after it are those that the rules have judged. */
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

/* What is told of a quote that the rules give to a model, by which it is weighed whether they are right, beside all of
 * MP_SPEAKER_FEATURES; each is 1 or 0. */
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
    X(BELOW_60, "below-60")   /* how sure it is who the speaker is, per cent */                                        \
    X(BELOW_70, "below-70")                                                                                            \
    X(FROM_80, "from-80")                                                                                              \
    X(FROM_90, "from-90")                                                                                              \
    X(MENTION_THING, "mention-thing") /* what the speaker is called */                                                 \
    X(MENTION_MODEL, "mention-model")                                                                                  \
    X(MENTION_DOCUMENT, "mention-document")                                                                            \
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

/* What is seen of a finding and of the passage that tells what was asked of the model, or may; each is 1 or 0. */
#define MP_PROMPT_FEATURES(X)                                                                                          \
    X(BIAS, "bias")                                                                                                    \
    X(RULED_BEFORE, "ruled-before")           /* where the rules find the prompt: before the words … */              \
    X(RULED_IN_SENTENCE, "ruled-in-sentence") /* … in their sentence … */                                          \
    X(RULED_SEVERAL, "ruled-several")         /* … one question to several models, or the writer’s … */          \
    X(RULED_VOICE, "ruled-voice")             /* … another voice at the head of a transcript … */                  \
    X(RULED_ACT, "ruled-act")                 /* … a plea for what the words do … */                               \
    X(RULED_RUN, "ruled-run")                 /* … or that of what they run on from … */                           \
    X(RULED_EXCHANGE, "ruled-exchange")       /* … go on with … */                                                 \
    X(RULED_SAME_WORDS, "ruled-same-words")   /* … say as well … */                                                \
    X(RULED_HEADLINE, "ruled-headline")       /* … or head */                                                        \
    X(NO_PASSAGE, "no-passage")               /* nothing near asks; else what the rules found, or the nearest … */   \
    X(QUESTION, "question")                   /* … is a question by its mark … */                                  \
    X(ASKS_ANOTHER, "asks-another")           /* … asks somebody who has a name … */                               \
    X(BY_WRITER, "by-writer")                 /* … in the writer’s own sentence … */                             \
    X(AFTER, "after")                         /* … behind the words … */                                           \
    X(SAME_SENTENCE, "same-sentence")         /* … in their sentence … */                                          \
    X(LAST_SENTENCE, "last-sentence")         /* … in that before … */                                             \
    X(SAME_BLOCK, "same-block")                                                                                        \
    X(BLOCK_BEFORE, "block-before")                                                                                    \
    X(TWO_BEFORE, "two-before")                                                                                        \
    X(FAR, "far")               /* … or further back */                                                              \
    X(THIN, "thin")             /* it tells hardly what is asked … */                                                \
    X(RICH, "rich")             /* … or all of it */                                                                 \
    X(SHARES_ONE, "shares-one") /* it has a word of theirs */                                                          \
    X(SHARES_TWO, "shares-two")                                                                                        \
    X(MODEL_BETWEEN, "model-between")   /* between it and the words a model speaks … */                              \
    X(MODELS_BETWEEN, "models-between") /* … more than once … */                                                   \
    X(OTHER_BETWEEN, "other-between")   /* … or somebody else … */                                                 \
    X(TURN_BETWEEN, "turn-between")     /* … the story turns … */                                                  \
    X(AGAIN_BETWEEN, "again-between")   /* … the same is asked or told again */                                      \
    X(FORM_BLOCK, "form-block")                                                                                        \
    X(FORM_INDIRECT, "form-indirect")                                                                                  \
    X(FRAGMENT, "fragment") /* four words or fewer */                                                                  \
    X(LONG, "long")         /* twenty-five or more */                                                                  \
    X(HEADLINE, "headline") /* headline or dek */                                                                      \
    X(SOURCE, "source")     /* the role … */                                                                         \
    X(SAMPLE, "sample")                                                                                                \
    X(ACT_APOLOGY, "act-apology") /* … and the act of the words */                                                   \
    X(ACT_ADMISSION, "act-admission")                                                                                  \
    X(ACT_DENIAL, "act-denial")                                                                                        \
    X(ACT_PROMISE, "act-promise")                                                                                      \
    X(ACT_DEFIANCE, "act-defiance")                                                                                    \
    X(ACT_EXPLANATION, "act-explanation")                                                                              \
    X(CUE_NONE, "cue-none")           /* no verb of saying stands by */                                                \
    X(CUE_ANSWERS, "cue-answers")     /* replied, retorted */                                                          \
    X(CUE_ADDS, "cue-adds")           /* went on, added */                                                             \
    X(CUE_WEAK, "cue-weak")           /* calls, dubs */                                                                \
    X(CUE_LISTENER, "cue-listener")   /* told, advised somebody */                                                     \
    X(CUE_ACT, "cue-act")             /* apologised, denied, … */                                                    \
    X(CUE_FORECASTS, "cue-forecasts") /* predicts, recommends */                                                       \
    X(SUBJECT_IT, "subject-it")                                                                                        \
    X(SUBJECT_NAMED, "subject-named")                                                                                  \
    X(AWAITED, "awaited")                       /* somebody has just put something to a model */                       \
    X(FIRST, "first")                           /* the page’s first finding */                                       \
    X(PREVIOUS_TOLD, "previous-told")           /* the rules find a prompt of the one before, of the same model … */ \
    X(PREVIOUS_UNTOLD, "previous-untold")       /* … or none … */                                                  \
    X(PREVIOUS_HERE_TOLD, "previous-here-told") /* … in the same block … */                                        \
    X(PREVIOUS_HERE_UNTOLD, "previous-here-untold")                                                                    \
    X(PREVIOUS_BESIDE_TOLD, "previous-beside-told") /* … in the same sentence */                                     \
    X(PREVIOUS_BESIDE_UNTOLD, "previous-beside-untold")                                                                \
    X(NEXT_TOLD, "next-told") /* likewise behind it */                                                                 \
    X(NEXT_UNTOLD, "next-untold")                                                                                      \
    X(NEXT_HERE_TOLD, "next-here-told")                                                                                \
    X(NEXT_HERE_UNTOLD, "next-here-untold")                                                                            \
    X(SAME_WORDS_TOLD, "same-words-told") /* … of the one that says most like it */                                  \
    X(SAME_WORDS_UNTOLD, "same-words-untold")                                                                          \
    X(OTHERS_NONE, "others-none")   /* … of none of the page’s others … */                                       \
    X(OTHERS_HALF, "others-half")   /* … of half of them or more */                                                  \
    X(PROMPTS_NONE, "prompts-none") /* how many prompts the page has */                                                \
    X(PROMPTS_ONE, "prompts-one")                                                                                      \
    X(PROMPTS_MANY, "prompts-many")                                                                                    \
    X(SEVERAL, "several") /* the page quotes several models */                                                         \
    X(GENERIC, "generic")                                                                                              \
    X(PAGE_CAVEAT, "page-caveat")

typedef enum mp_prompt_feature {
#define MP_FEATURE(symbol, name) MP_PROMPT_FEATURE_##symbol,
    MP_PROMPT_FEATURES(MP_FEATURE)
#undef MP_FEATURE
        MP_PROMPT_FEATURE_COUNT
} mp_prompt_feature;

/* How the rules know a finding’s prompt: not at all; by what stands before it, or in its sentence; or by another finding. */
typedef enum mp_told_sort { MP_UNTOLD, MP_TOLD_BEFORE, MP_TOLD_ELSEWHERE, MP_TOLD_SORT_COUNT } mp_told_sort;

/* What sort of words a maker may disown, or contradict others: an apology or an admission, any other account of itself, a
 * source, a sample. */
typedef enum mp_word_sort {
    MP_SORT_OWNS_UP,
    MP_SORT_CLAIM,
    MP_SORT_SOURCE,
    MP_SORT_SAMPLE,
    MP_SORT_COUNT
} mp_word_sort;

enum {
    MP_STEM_LETTERS = 6,
    MP_MOST_STEMS = 4096,
    MP_MOST_TOPICS = 64,
    MP_MOST_FEATURES = MP_FEATURE_COUNT + MP_ZONE_COUNT * MP_MOST_TOPICS,
    MP_ROLE_COUNT = 3,
    MP_ACT_COUNT = 7, /* apology to other */
    MP_CERTAINTY_STEPS = 17,
    MP_CERTAINTY_STEP = 250
};

#define MP_TOPIC_FEATURE(zone, topic) (MP_FEATURE_COUNT + (zone)*MP_MOST_TOPICS + (topic))

/* Those from here on are the page’s, the same for all of its findings. */
#define MP_PAGE_FEATURES MP_TOPIC_FEATURE(MP_ZONE_HEADING, 0)

/* The beginning of a word, and how much it speaks for each role in each zone, in thousandths. */
typedef struct mp_stem {
    char letters[MP_STEM_LETTERS + 2]; /* folded, the rest zero */
    int16_t role[MP_STEM_ZONE_COUNT][MP_ROLE_COUNT];
} mp_stem;

/* In thousandths, so that every platform adds them to the same sum. */
typedef struct mp_weights {
    int16_t role[MP_MOST_FEATURES][MP_ROLE_COUNT];
    int16_t act[MP_MOST_FEATURES][MP_ACT_COUNT];
    int16_t denied[MP_MAKER_FEATURE_COUNT][MP_SORT_COUNT];
    int16_t conflict[MP_CONFLICT_FEATURE_COUNT][MP_SORT_COUNT]; /* by the sort of the later words */
    int16_t prompt[MP_PROMPT_FEATURE_COUNT][MP_TOLD_SORT_COUNT];
    int16_t speaker[MP_SPEAKER_FEATURE_COUNT];
    int16_t trust[MP_TRUST_FEATURE_COUNT]; /* those of speakers, then those of doubt */
    int16_t name[MP_NAME_FEATURE_COUNT];
    int16_t shares[2]; /* of the mean leaning of a page’s other findings; of the nearest of the same model */
    int16_t certainty[MP_CERTAINTY_STEPS]; /* per cent of findings that are judged right, by the best role's lead */
} mp_weights;

/* What features weigh, each of them 1 or 0, for one sort of several; a row of `weights` for each feature. */
static inline int32_t mp_features_weigh(const uint8_t *features, int count, const int16_t *weights, int sorts,
                                        int sort) {
    int32_t sum = 0;
    for (int f = 0; f < count; f++) sum += features[f] * weights[f * sorts + sort];
    return sum;
}

#endif
