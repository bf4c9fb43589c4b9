/* weights.h: the features from which a finding’s role and act are judged, and the weights of all features, which packs carry
 * as data; weights_<subject>.h lists the features of everything else that is weighed. Knows neither documents nor how weights
 * are learnt: tests/learn/ does that. */
#ifndef MOUTHPIECE_WEIGHTS_H
#define MOUTHPIECE_WEIGHTS_H

#include "weights_conflict.h"
#include "weights_end.h"
#include "weights_it.h"
#include "weights_maker.h"
#include "weights_name.h"
#include "weights_prompt.h"
#include "weights_speaker.h"

#include <stdint.h>

/* Features of their own; each is 1 or 0 for a finding. */
#define MP_FEATURES(X)                                                                                                  \
    X(BIAS, "bias")                                                                                                     \
    X(FORM_DIRECT, "form-direct")                                                                                       \
    X(FORM_BLOCK, "form-block")                                                                                         \
    X(FORM_INDIRECT, "form-indirect")                                                                                   \
    X(FRAGMENT, "fragment") /* four words or fewer */                                                                   \
    X(LONG, "long")         /* twenty-five or more */                                                                   \
    X(HEADLINE, "headline") /* headline, dek or subhead */                                                              \
    X(LIST_ITEM, "list-item")                                                                                           \
    X(CUE_APOLOGY, "cue-apology") /* the verb by itself is that act */                                                  \
    X(CUE_ADMISSION, "cue-admission")                                                                                   \
    X(CUE_DENIAL, "cue-denial")                                                                                         \
    X(CUE_PROMISE, "cue-promise")                                                                                       \
    X(CUE_DEFIANCE, "cue-defiance")                                                                                     \
    X(CUE_EXPLANATION, "cue-explanation")                                                                               \
    X(CUE_FORECASTS, "cue-forecasts")     /* predicts, estimates, recommends */                                         \
    X(CUE_NAMES, "cue-names")             /* calls, brands, dubs */                                                     \
    X(CUE_ADDS, "cue-adds")               /* adds, continues: of a piece with what came before */                       \
    X(CUE_TELLS, "cue-tells")             /* told, advised, urged somebody */                                           \
    X(CUE_ALONE, "cue-alone")             /* the words are the act: apologised for …, denied … */                   \
    X(CUE_NONE, "cue-none")               /* no verb of saying stands by */                                             \
    X(CUE_PASSIVE, "cue-passive")         /* was told by … */                                                         \
    X(CUE_PRESENT, "cue-present")         /* says, is saying */                                                         \
    X(CUE_RELATIVE, "cue-relative")       /* a model that called itself … */                                          \
    X(CUE_SUBORDINATE, "cue-subordinate") /* … after it had called itself … */                                      \
    X(ACCORDING_TO, "according-to")                                                                                     \
    X(LABEL, "label")               /* Grok: … */                                                                     \
    X(DISBELIEVED, "disbelieved")   /* falsely claimed */                                                               \
    X(SUBJECT_SELF, "subject-self") /* the first verb in the words is of the model … */                               \
    X(SUBJECT_I, "subject-i")       /* … of I or we */                                                                \
    X(SUBJECT_YOU, "subject-you")                                                                                       \
    X(SUBJECT_MAKER, "subject-maker") /* … of whoever built or runs it */                                             \
    X(SUBJECT_OWNED, "subject-owned") /* … of something of the model’s: “My rules are …”, its name was … */ \
    X(SUBJECT_PERSON, "subject-person")                                                                                 \
    X(SUBJECT_IT, "subject-it")       /* … of it, this, there */                                                      \
    X(SUBJECT_OTHER, "subject-other") /* … of anything else */                                                        \
    X(SUBJECT_NONE, "subject-none")   /* no verb, or none with a subject: “Go to bed.” */                           \
    X(ANY_I, "any-i")                 /* … of any verb in the words */                                                \
    X(ANY_SELF, "any-self")                                                                                             \
    X(NAMES_ITSELF, "names-itself")           /* the words name the model … */                                        \
    X(NAMES_MAKER, "names-maker")             /* … its maker */                                                       \
    X(NAMES_OTHER_MODEL, "names-other-model") /* … or another model */                                                \
    X(NUMBERS, "numbers")                     /* a number stands in the words … */                                    \
    X(QUESTION, "question")                   /* … a question mark … */                                             \
    X(EXCLAMATION, "exclamation")             /* … an exclamation mark */                                             \
    X(ASKED, "asked")                         /* a question mark stands shortly before the words */                     \
    X(CORRECTED, "corrected")                 /* the page says right after them that they are false */                  \
    X(SAYS_SELF, "says-self")                 /* the rules’ patterns in the words */                                  \
    X(SAYS_WORLD, "says-world")                                                                                         \
    X(SAYS_SPECIMEN, "says-specimen")                                                                                   \
    X(SAYS_APOLOGY, "says-apology")                                                                                     \
    X(SAYS_ADMISSION, "says-admission")                                                                                 \
    X(SAYS_REFUTATION, "says-refutation")                                                                               \
    X(SAYS_PROMISE, "says-promise")                                                                                     \
    X(SAYS_DEFIANCE, "says-defiance")                                                                                   \
    X(SAYS_EXPLANATION, "says-explanation")                                                                             \
    X(NEIGHBOUR_SELF, "neighbour-self") /* … in the sentence around the words */                                      \
    X(NEIGHBOUR_WORLD, "neighbour-world")                                                                               \
    X(NEIGHBOUR_SPECIMEN, "neighbour-specimen")                                                                         \
    X(PAGE_SELF, "page-self") /* … elsewhere on the page */                                                           \
    X(PAGE_WORLD, "page-world")                                                                                         \
    X(PAGE_SPECIMEN, "page-specimen")                                                                                   \
    X(PAGE_APOLOGY, "page-apology")                                                                                     \
    X(PAGE_MAKER, "page-maker") /* the page asks or hears the maker */                                                  \
    X(PAGE_CAVEAT, "page-caveat")                                                                                       \
    X(PAGE_CORRECTION, "page-correction")                                                                               \
    X(SEVERAL_MODELS, "several-models") /* the page quotes more than one */                                             \
    X(GENERIC, "generic")               /* a model without a name: a company’s own bot */                             \
    X(OWN_PAST, "own-past")             /* “I deleted it”: the words’ verbs of itself or its maker … */         \
    X(OWN_PRESENT, "own-present")                                                                                       \
    X(OWN_MODAL, "own-modal")                                                                                           \
    X(OWN_NEGATED, "own-negated")                                                                                       \
    X(OWN_UNABLE, "own-unable")           /* “I cannot help with that”, it would not say */                         \
    X(IMPERATIVE, "imperative")           /* “Stop using it at once.” */                                            \
    X(TELLS_TO, "tells-to")               /* told her to stop using it */                                               \
    X(ASKED_OF_ITSELF, "asked-of-itself") /* the prompt asks what the model did, is or will do */                       \
    X(ASKED_OF_OTHERS, "asked-of-others") /* … or about something else */                                             \
    X(ASKED_TO_DO, "asked-to-do")         /* asked to …, told to … */                                               \
    X(ASKED_BY_WRITER, "asked-by-writer")                                                                               \
    X(ASKED_IN_QUOTES, "asked-in-quotes")                                                                               \
    X(PROMPTED, "prompted")                                                                                             \
    X(OWNS, "owns")                               /* “my rules”, its rules */                                       \
    X(SPEAKS_OF_IT, "speaks-of-it")               /* it, its: in a reported clause mostly the model */                  \
    X(I_AND_YOU, "i-and-you")                     /* I and you: the words speak to somebody of both … */              \
    X(YOU_ALONE, "you-alone")                     /* … or of whom they speak to alone */                              \
    X(WE_ALONE, "we-alone")                       /* … or for more than the model */                                  \
    X(IMPERSONAL, "impersonal")                   /* … or of nobody who speaks or hears */                            \
    X(LOWER, "lower")                             /* quoted words that begin within a sentence */                       \
    X(FIRST, "first")                             /* the page’s first words of a model */                             \
    X(FRAME_NONE, "frame-none")                   /* the quotation marks follow the verb of saying … */               \
    X(FRAME_SELF, "frame-self")                   /* … or: said that it “deeply regrets” … */                   \
    X(FRAME_OTHER, "frame-other")                 /* … or: told him that he was “late” */                         \
    X(FRAME_LONG, "frame-long")                   /* … or many words stand between */                                 \
    X(OWN, "own")                                 /* about itself or its maker, by subject or name */                   \
    X(OWNS_UP_FOR_OTHERS, "owns-up-for-others")   /* admits, denies, explains what is not about itself … */           \
    X(PROMISES_FOR_OTHERS, "promises-for-others") /* … or vouches for it */                                           \
    X(TELLS_OF_OTHERS, "tells-of-others")         /* told somebody what is not about itself */                          \
    X(WRONG, "wrong")                             /* about others, and the page says that it is false */

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
    X(BESIDE, "beside") /* around the words in their block: what the page says of them */                              \
    X(PAGE, "page")     /* anywhere on it: what kind of story it is */                                                 \
    X(SAID, "said")     /* in what the maker says: how much it speaks for a denial of words of each role */

typedef enum mp_stem_zone {
#define MP_STEM_ZONE(symbol, name) MP_STEM_ZONE_##symbol,
    MP_STEM_ZONES(MP_STEM_ZONE)
#undef MP_STEM_ZONE
        MP_STEM_ZONE_COUNT
} mp_stem_zone;

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
    int16_t speaker[MP_TRUST_FEATURE_COUNT]; /* those of speakers, then those of doubt */
    int16_t trust[MP_TRUST_FEATURE_COUNT];   /* the same */
    int16_t name[MP_NAME_FEATURE_COUNT];
    int16_t end[MP_END_FEATURE_COUNT];
    int16_t it[MP_IT_FEATURE_COUNT];
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
