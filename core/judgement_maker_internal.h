/* judgement_maker_internal.h: what the files share that compare what a maker says with its model’s words. */
#ifndef MOUTHPIECE_JUDGEMENT_MAKER_INTERNAL_H
#define MOUTHPIECE_JUDGEMENT_MAKER_INTERNAL_H

#include "content.h"
#include "judgement_feature_internal.h"
#include "judgement_maker.h"

enum { MP_MOST_STATEMENTS = 64, MP_MOST_VOICED = 64 };

typedef struct mp_statement {
    const mp_sign *sign;
    mp_content content; /* of its sentence */
} mp_statement;

/* A sentence in which somebody answerable speaks or acts. */
typedef struct mp_voiced {
    uint32_t sentence;
    mp_content content;
} mp_voiced;

typedef struct mp_comparer {
    const mp_signs *signs;
    const mp_sentences *sentences;
    MP_ARRAY(mp_statement) statements;
    MP_ARRAY(mp_voiced) voiced;
    bool several;        /* the page quotes more than one model */
    bool of_specimens;   /* the page shows the model’s words as specimens, for the most part */
    bool only_specimens; /* … throughout */
} mp_comparer;

/* The best statement of a sort, and how many words it shares with the finding. */
typedef struct mp_best {
    const mp_sign *sign;
    uint32_t shared;
} mp_best;

typedef struct mp_heard {
    mp_best silence, denial, negation, fault, confirmation;
    uint32_t touching;  /* how many words are to be shared: two, of few words one */
    bool negates;       /* the words themselves: “No data was lost” */
    bool disowned;      /* “It does not know why”, “It does not speak for us”: apologies and admissions too */
    mp_content content; /* of the words */
} mp_heard;

/* What the rules find; NULL where they find nothing. */
typedef struct mp_verdict {
    const mp_sign *confirmed, *denied, *silent;
} mp_verdict;

typedef struct mp_hearing {
    mp_verdict verdict;
    uint8_t features[MP_MAKER_FEATURE_COUNT];
    const mp_voiced *nearest; /* of what the maker says, what shares most with the words */
} mp_hearing;

/* Whether the words own up to something. */
static inline bool mp_owns_up(const mp_judgement *judgement) {
    return judgement->act == MP_ACT_APOLOGY || judgement->act == MP_ACT_ADMISSION;
}

/* Gathers what a page’s findings are compared with. False where memory ends. */
bool mp_comparer_make(const mp_signs *signs, mp_arena *arena, const mp_judgement *findings, size_t count,
                      mp_comparer *comparer);

/* What is heard of the maker about one of them. */
void mp_hearing_read(const mp_comparer *comparer, const mp_judgement *finding, mp_hearing *hearing);

/* “A rollback was impossible, it said. It was wrong about that.” */
bool mp_is_flatly_corrected(const mp_judgement *judgement);

/* False where memory ends. */
bool mp_voiced_gather(mp_comparer *comparer, mp_arena *arena);

/* Whether the maker of these words’ model speaks there, of something else than them. */
bool mp_voice_concerns(const mp_comparer *comparer, const mp_voiced *voiced, const mp_attribution *attribution);

/* Of `verdict` what the rules find is to be known. */
void mp_maker_features_read(const mp_comparer *comparer, const mp_heard *heard, const mp_judgement *judgement,
                            mp_hearing *hearing);

/* The tokens of what the maker says there; of an endless sentence the first. */
mp_token_range mp_voiced_range(const mp_comparer *comparer, const mp_voiced *voiced);

mp_word_sort mp_sort_of_words(const mp_judgement *judgement);

/* By the weights: more than nothing where the maker disowned the words. */
int32_t mp_denial_weigh(const mp_comparer *comparer, const mp_judgement *judgement, const mp_hearing *hearing);

#endif
