/* weights.h: the features from which a finding’s role is judged, and their weights, which packs carry as data. Knows
 * neither documents nor how weights are learnt; the pack's comment says from what. */
#ifndef MOUTHPIECE_WEIGHTS_H
#define MOUTHPIECE_WEIGHTS_H

#include <stdint.h>

/* Each is 1 or 0 for a finding. */
#define MP_FEATURES(X)                                                                                                 \
    X(BIAS, "bias")                                                                                                    \
    X(FORM_DIRECT, "form-direct")                                                                                      \
    X(FORM_BLOCK, "form-block")                                                                                        \
    X(FORM_INDIRECT, "form-indirect")                                                                                  \
    X(FRAGMENT, "fragment")                /* four words or fewer */                                                   \
    X(HEADLINE, "headline")                /* headline, dek or subhead */                                              \
    X(CUE_SPEAKS, "cue-speaks-for-itself") /* the verb is an apology, an admission, a promise … */                   \
    X(CUE_NAMES, "cue-names")              /* calls, brands, dubs */                                                   \
    X(CUE_FORECASTS, "cue-forecasts")      /* predicts, estimates, recommends */                                       \
    X(CUE_EXPLAINS, "cue-explains")                                                                                    \
    X(CUE_TELLS, "cue-tells")       /* told, advised, urged somebody */                                                \
    X(DISBELIEVED, "disbelieved")   /* falsely claimed */                                                              \
    X(FIRST_PERSON, "first-person") /* I, we, my, our in the words */                                                  \
    X(SECOND_PERSON, "second-person")                                                                                  \
    X(ABOUT_ITSELF, "about-itself") /* the clause’s subject is the model: it, the chatbot */                         \
    X(ABOUT_MAKER, "about-maker")   /* the words name the maker or its product */                                      \
    X(SAYS_SELF, "says-self")       /* the rules’ patterns in the words */                                           \
    X(SAYS_WORLD, "says-world")                                                                                        \
    X(SAYS_SPECIMEN, "says-specimen")                                                                                  \
    X(SAYS_APOLOGY, "says-apology")                                                                                    \
    X(SAYS_ADMISSION, "says-admission")                                                                                \
    X(SAYS_PROMISE, "says-promise")                                                                                    \
    X(SAYS_DEFIANCE, "says-defiance")                                                                                  \
    X(SAYS_EXPLANATION, "says-explanation")                                                                            \
    X(PAGE_SELF, "page-self") /* … elsewhere on the page */                                                          \
    X(PAGE_WORLD, "page-world")                                                                                        \
    X(PAGE_SPECIMEN, "page-specimen")                                                                                  \
    X(PAGE_APOLOGY, "page-apology")                                                                                    \
    X(PAGE_MAKER, "page-maker")         /* the page asks or hears the maker */                                         \
    X(SEVERAL_MODELS, "several-models") /* the page quotes more than one */                                            \
    X(GENERIC, "generic")               /* a model without a name: a company’s own bot */                            \
    X(PROMPTED, "prompted")                                                                                            \
    X(NEIGHBOUR_SELF, "neighbour-self") /* self in the sentence around the words */                                    \
    X(NEIGHBOUR_WORLD, "neighbour-world")                                                                              \
    X(NEIGHBOUR_SPECIMEN, "neighbour-specimen")

typedef enum mp_feature {
#define MP_FEATURE(symbol, name) MP_FEATURE_##symbol,
    MP_FEATURES(MP_FEATURE)
#undef MP_FEATURE
        MP_FEATURE_COUNT
} mp_feature;

enum { MP_ROLE_COUNT = 3 };

/* What a word says of the role: where it stands in the words themselves, and where it stands anywhere on the page. */
typedef struct mp_role_word {
    int16_t inside[MP_ROLE_COUNT], page[MP_ROLE_COUNT];
} mp_role_word;

/* In thousandths, so that every platform adds them to the same sum. */
typedef struct mp_weights {
    int32_t of[MP_FEATURE_COUNT][MP_ROLE_COUNT];
} mp_weights;

#endif
