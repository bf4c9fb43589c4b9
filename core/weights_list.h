/* weights_list.h: the weighers in a list, so that whoever reads a pack's weights, checks their names or prints features goes
 * over one table. To add a weigher: its features in a list of weights.h or weights_<subject>.h, its weights in mp_weights, a
 * name of mp_weighing_number below and a line in weights_list.c; rules_shape.c says what its weights should look like. Those
 * of role and act are not among them: their features are topics and stems too. Knows neither packs nor documents. */
#ifndef MOUTHPIECE_WEIGHTS_LIST_H
#define MOUTHPIECE_WEIGHTS_LIST_H

#include "weights.h"

#include <stddef.h>

/* What is weighed by features of its own. */
typedef enum mp_weighing_number {
    MP_WEIGHING_DENIED,   /* whether the maker disowned a finding */
    MP_WEIGHING_CONFLICT, /* whether two findings contradict each other */
    MP_WEIGHING_PROMPT,   /* whether a finding's prompt is told */
    MP_WEIGHING_SPEAKER,  /* whether a quote is a model's that the rules do not give to one */
    MP_WEIGHING_TRUST,    /* whether a quote is a model's that the rules give to one */
    MP_WEIGHING_NAME,     /* whether a name that stands alone is a model's */
    MP_WEIGHING_END,      /* whether a reported clause ends at a place */
    MP_WEIGHING_IT,       /* whether “it” is a model */
    MP_WEIGHING_COUNT
} mp_weighing_number;

typedef struct mp_weighing {
    const char *member;       /* of a pack's "weights" */
    const char *const *names; /* of its features, in their order */
    int count;                /* of features */
    int sorts;                /* so many weights has each: an array of them in packs, a bare number where it is one */
    size_t offset;            /* in mp_weights, where a row of `sorts` stands for each feature */
} mp_weighing;

extern const mp_weighing mp_weighings[MP_WEIGHING_COUNT];

/* Names of what roles and acts are judged by. */
extern const char *const mp_feature_names[MP_FEATURE_COUNT];
extern const char *const mp_zone_names[MP_ZONE_COUNT];
extern const char *const mp_stem_zone_names[MP_STEM_ZONE_COUNT];

/* Which of the names it is; `count` where it is none. */
int mp_name_place(const char *const *names, int count, const char *name);

/* The weights of a feature, which is below weighing->count; weighing->sorts of them. */
static inline int16_t *mp_weighing_row(const mp_weighing *weighing, mp_weights *weights, int feature) {
    void *first = (char *)weights + weighing->offset;
    return (int16_t *)first + feature * weighing->sorts;
}

#endif
