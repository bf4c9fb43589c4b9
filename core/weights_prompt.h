/* weights_prompt.h: the features by which it is judged whether a finding’s prompt is told. Knows nothing else. */
#ifndef MOUTHPIECE_WEIGHTS_PROMPT_H
#define MOUTHPIECE_WEIGHTS_PROMPT_H

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

#endif
