/* weights_list.c: the table of weighers, and the names of their features. Knows the lists of features alone. */
#include "weights_list.h"

#include <string.h>

#define NAME(symbol, name) name,
const char *const mp_feature_names[] = {MP_FEATURES(NAME)};
const char *const mp_zone_names[] = {MP_ZONES(NAME)};
const char *const mp_stem_zone_names[] = {MP_STEM_ZONES(NAME)};

static const char *const denied_names[] = {MP_MAKER_FEATURES(NAME)};
static const char *const conflict_names[] = {MP_CONFLICT_FEATURES(NAME)};
static const char *const prompt_names[] = {MP_PROMPT_FEATURES(NAME)};
static const char *const speaker_names[] = {MP_SPEAKER_FEATURES(NAME) MP_DOUBT_FEATURES(NAME)};
static const char *const trust_names[] = {MP_SPEAKER_FEATURES(NAME) MP_DOUBT_FEATURES(NAME)};
static const char *const name_names[] = {MP_NAME_FEATURES(NAME)};
static const char *const end_names[] = {MP_END_FEATURES(NAME)};
static const char *const it_names[] = {MP_IT_FEATURES(NAME)};
#undef NAME

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define WEIGHING(member, sorts)                                                                                        \
    { #member, member##_names, (int)COUNT(member##_names), sorts, offsetof(mp_weights, member) }
#define FITS(member, sorts)                                                                                            \
    _Static_assert(sizeof((mp_weights *)0)->member == COUNT(member##_names) * (sorts) * sizeof(int16_t),               \
                   "each feature of " #member " has a name, and a row of weights")

FITS(denied, MP_SORT_COUNT);
FITS(conflict, MP_SORT_COUNT);
FITS(prompt, MP_TOLD_SORT_COUNT);
FITS(speaker, 1);
FITS(trust, 1);
FITS(name, 1);
FITS(end, 1);
FITS(it, 1);

const mp_weighing mp_weighings[] = {
    [MP_WEIGHING_DENIED] = WEIGHING(denied, MP_SORT_COUNT),
    [MP_WEIGHING_CONFLICT] = WEIGHING(conflict, MP_SORT_COUNT),
    [MP_WEIGHING_PROMPT] = WEIGHING(prompt, MP_TOLD_SORT_COUNT),
    [MP_WEIGHING_SPEAKER] = WEIGHING(speaker, 1),
    [MP_WEIGHING_TRUST] = WEIGHING(trust, 1),
    [MP_WEIGHING_NAME] = WEIGHING(name, 1),
    [MP_WEIGHING_END] = WEIGHING(end, 1),
    [MP_WEIGHING_IT] = WEIGHING(it, 1),
};

int mp_name_place(const char *const *names, int count, const char *name) {
    int i = 0;

    while (i < count && strcmp(names[i], name) != 0) i++;
    return i;
}
