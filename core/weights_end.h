/* weights_end.h: the features by which it is weighed where a reported clause ends. Knows nothing else. */
#ifndef MOUTHPIECE_WEIGHTS_END_H
#define MOUTHPIECE_WEIGHTS_END_H

/* What is told of a place at which a reported clause may end, a mark or a word that joins; each is 1 or 0. What stands at
 * the place is the mark, if any, and the word behind it; behind those, or at once, a phrase may begin. */
#define MP_END_FEATURES(X)                                                                                             \
    X(BIAS, "bias")                                                                                                    \
    X(COMMA, "comma")                                                                                                  \
    X(DASH, "dash")                                                                                                    \
    X(SEMICOLON, "semicolon")                                                                                          \
    X(BRACKET, "bracket")                                                                                              \
    X(COORDINATOR, "coordinator")             /* and */                                                                \
    X(BARE_COORDINATOR, "bare-coordinator")   /* … without a mark */                                                 \
    X(COORDINATED_VERB, "coordinated-verb")   /* and closed … */                                                     \
    X(COORDINATOR_COMMA, "coordinator-comma") /* and, when asked, … */                                               \
    X(SUBORDINATOR, "subordinator")           /* after, though */                                                      \
    X(COMMA_SUBORDINATOR, "comma-subordinator")                                                                        \
    X(HYPOTHETICAL, "hypothetical")                                                                                    \
    X(SEQUEL, "sequel") /* in a headline: after, as, amid */                                                           \
    X(PREPOSITION, "preposition")                                                                                      \
    X(AFFILIATION, "affiliation") /* of, for, in */                                                                    \
    X(RELATIVE, "relative")                                                                                            \
    X(QUESTION, "question")                                                                                            \
    X(ADVERB, "adverb")                                                                                                \
    X(COMMA_ADVERB, "comma-adverb")                                                                                    \
    X(GERUND, "gerund")                                                                                                \
    X(COMMA_GERUND, "comma-gerund")                                                                                    \
    X(VERB, "verb")                                                                                                    \
    X(COMMA_VERB, "comma-verb")                                                                                        \
    X(TO, "to")                                                                                                        \
    X(DETERMINER, "determiner")                                                                                        \
    X(PRONOUN, "pronoun")                                                                                              \
    X(STOP, "stop")                       /* nothing but the sentence’s end */                                       \
    X(THEN_DETERMINER, "then-determiner") /* what follows the word */                                                  \
    X(THEN_PRONOUN, "then-pronoun")                                                                                    \
    X(THEN_THAT, "then-that")                                                                                          \
    X(ASIDE, "aside")             /* by the rules, its reporter’s own words begin */                                 \
    X(BEHIND_NOUN, "behind-noun") /* what stands before the place */                                                   \
    X(BEHIND_OTHER, "behind-other")                                                                                    \
    X(BEHIND_VERB, "behind-verb")                                                                                      \
    X(BEHIND_SMALL_WORD, "behind-small-word") /* of, is, the: nothing ends there */                                    \
    X(PHRASE_MODEL, "phrase-model")                                                                                    \
    X(PHRASE_ORGANISATION, "phrase-organisation")                                                                      \
    X(PHRASE_PERSON, "phrase-person")                                                                                  \
    X(PHRASE_SPEAKER, "phrase-speaker") /* whoever says the clause */                                                  \
    X(PHRASE_IT, "phrase-it")                                                                                          \
    X(PHRASE_HE_OR_SHE, "phrase-he-or-she")                                                                            \
    X(PHRASE_I, "phrase-i")                                                                                            \
    X(PHRASE_TIME, "phrase-time")                                                                                      \
    X(PHRASE_DEFINITE, "phrase-definite")                                                                              \
    X(PHRASE_INDEFINITE, "phrase-indefinite")                                                                          \
    X(PHRASE_COMMA, "phrase-comma") /* what follows the phrase */                                                      \
    X(PHRASE_COORDINATOR, "phrase-coordinator")                                                                        \
    X(PHRASE_PREPOSITION, "phrase-preposition")                                                                        \
    X(PHRASE_VERB, "phrase-verb")                                                                                      \
    X(PHRASE_AUXILIARY, "phrase-auxiliary")                                                                            \
    X(NEXT_CUE, "next-cue") /* the next verb, if it is near: one of saying … */                                      \
    X(NEXT_WEAK_CUE, "next-weak-cue")                                                                                  \
    X(NEXT_SAME_SUBJECT, "next-same-subject") /* … of the verb that brings the clause */                             \
    X(NEXT_SAME_SPEAKER, "next-same-speaker")                                                                          \
    X(NEXT_BASE, "next-base")                                                                                          \
    X(NEXT_PAST, "next-past")                                                                                          \
    X(NEXT_GERUND, "next-gerund")                                                                                      \
    X(NEXT_INFINITIVE, "next-infinitive")                                                                              \
    X(NEXT_GROUP, "next-group") /* has closed, would close */                                                          \
    X(NEXT_RELATIVE, "next-relative")                                                                                  \
    X(NEXT_ASKS, "next-asks")                                                                                          \
    X(NEXT_QUOTES, "next-quotes")     /* its content stands in quotation marks */                                      \
    X(TAKES_OVER, "takes-over")       /* a verb of saying of the same speaker comes at once */                         \
    X(BEFORE_SAYING, "before-saying") /* … before adding that */                                                     \
    X(RESUMES, "resumes")             /* the mark comes again: an insertion */                                         \
    X(WHOLE, "whole")                 /* the clause has its verb before */                                             \
    X(SECOND_MARK, "second-mark")     /* one comma stands in it before, … */                                         \
    X(LATER_MARK, "later-mark")       /* … more do */                                                                \
    X(SHORT, "short")                 /* two or three items */                                                         \
    X(LONG, "long")                   /* eight or more */                                                              \
    X(NEAR_END, "near-end")           /* of the sentence */                                                            \
    X(HEADING, "heading")                                                                                              \
    X(IN_QUOTE, "in-quote")                                                                                            \
    X(ACT, "act")                     /* apologised for it: of a clause that has its cue in it */                      \
    X(PASSIVE, "passive")             /* was told by it that */                                                        \
    X(AROUND, "around")               /* it had, Grok said, closed: behind the attribution … */                      \
    X(BEFORE_TELLER, "before-teller") /* … and before it */

typedef enum mp_end_feature {
#define MP_FEATURE(symbol, name) MP_END_FEATURE_##symbol,
    MP_END_FEATURES(MP_FEATURE)
#undef MP_FEATURE
        MP_END_FEATURE_COUNT
} mp_end_feature;

#endif
