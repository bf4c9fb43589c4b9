/* judgement_role.c: judges what the page uses a model’s words for, by weights over features of the words and of the
 * page, then by the page’s other findings; and what act the words are. Knows features; the weights come from the rule
 * pack. */
#include "judgement_role.h"

#include <string.h>

/* ---- A finding by itself ----------------------------------------------------------------------------------------- */

static int best_of(const int32_t *sums, int count) {
    int best = 0;
    for (int i = 1; i < count; i++)
        if (sums[i] > sums[best]) best = i;
    return best;
}

/* The next feature that is there, from `f` on, before `end`: few are. */
static int next_feature(const uint8_t *features, int f, int end) {
    uint64_t eight;

    for (; f + (int)sizeof eight <= end; f += (int)sizeof eight) {
        memcpy(&eight, features + f, sizeof eight);
        if (eight != 0) break;
    }
    while (f < end && features[f] == 0) f++;
    return f;
}

static void add_features(const mp_weights *weights, const uint8_t *features, int first, int end, int32_t *leaning,
                         int32_t *acts) {
    for (int f = next_feature(features, first, end); f < end; f = next_feature(features, f + 1, end)) {
        int32_t times = features[f];
        for (int role = 0; role < MP_ROLE_COUNT; role++) leaning[role] += times * weights->role[f][role];
        for (int act = 0; act < MP_ACT_COUNT; act++) acts[act] += times * weights->act[f][act];
    }
}

void mp_zones_weigh(const mp_weights *weights, mp_page_facts *facts) {
    uint8_t features[MP_MOST_FEATURES];

    mp_features_of_page(facts, features);
    add_features(weights, features, MP_PAGE_FEATURES, MP_MOST_FEATURES, facts->zone_leaning, facts->zone_acts);
}

void mp_role_weigh(const mp_signs *signs, const mp_page_facts *facts, mp_judgement *judgement) {
    const mp_weights *weights = signs->attributions->references->mentions->sentences->tokens->rules->weights;
    uint8_t features[MP_MOST_FEATURES];
    int32_t leaning[MP_ROLE_COUNT], acts[MP_ACT_COUNT];

    memcpy(leaning, facts->zone_leaning, sizeof leaning);
    memcpy(acts, facts->zone_acts, sizeof acts);
    mp_features_read(signs, facts, judgement->prompt, judgement->attribution, features);
    add_features(weights, features, 0, MP_PAGE_FEATURES, leaning, acts);
    mp_stems_weigh(signs, facts, judgement->prompt, judgement->attribution, leaning);
    for (int role = 0; role < MP_ROLE_COUNT; role++) judgement->leaning[role] += leaning[role];
    judgement->act = (mp_act)(MP_ACT_APOLOGY + best_of(acts, MP_ACT_COUNT));
}

/* ---- A page’s findings together ---------------------------------------------------------------------------------- */

enum { thousand = 1000, strongest_leaning = 3000 };

/* How far a leaning stands from the middle of the three, within bounds: one sure finding outweighs no page. */
static int32_t bounded(const int32_t *leaning, int role) {
    int32_t middle = (leaning[0] + leaning[1] + leaning[2]) / MP_ROLE_COUNT, away = leaning[role] - middle;
    if (away > strongest_leaning) return strongest_leaning;
    return away < -strongest_leaning ? -strongest_leaning : away;
}

/* The certainty of a lead, between two steps of the table. */
static uint8_t certainty_of(const mp_weights *weights, int32_t lead) {
    int32_t step = lead / MP_CERTAINTY_STEP, rest = lead % MP_CERTAINTY_STEP;
    if (step >= MP_CERTAINTY_STEPS - 1) return (uint8_t)weights->certainty[MP_CERTAINTY_STEPS - 1];
    int32_t low = weights->certainty[step], high = weights->certainty[step + 1];
    return (uint8_t)(low + (high - low) * rest / MP_CERTAINTY_STEP);
}

static void settle(const mp_weights *weights, const int32_t *sums, mp_judgement *judgement) {
    int best = best_of(sums, MP_ROLE_COUNT);
    int32_t second = INT32_MIN;

    for (int role = 0; role < MP_ROLE_COUNT; role++)
        if (role != best && sums[role] > second) second = sums[role];
    judgement->role = (mp_role)best;
    judgement->certainty = certainty_of(weights, sums[best] - second);
    if (judgement->role != MP_ROLE_SPOKESPERSON) judgement->act = MP_ACT_NONE;
}

static bool is_same_model(const mp_judgement *one, const mp_judgement *other) {
    return one->attribution->reference.model == other->attribution->reference.model;
}

/* The finding of the same model that stands nearest: the one before in its block, else the one after, else before. */
static const mp_judgement *nearest(const mp_judgement *items, size_t count, size_t i) {
    const mp_judgement *before = i > 0 && is_same_model(&items[i], &items[i - 1]) ? &items[i - 1] : NULL;
    const mp_judgement *after = i + 1 < count && is_same_model(&items[i], &items[i + 1]) ? &items[i + 1] : NULL;
    uint32_t block = items[i].attribution->block;

    if (before != NULL && before->attribution->block == block) return before;
    if (after != NULL && after->attribution->block == block) return after;
    return before != NULL ? before : after;
}

void mp_roles_settle(const mp_weights *weights, mp_judgement *items, size_t count) {
    int32_t total[MP_ROLE_COUNT] = {0};
    for (size_t i = 0; i < count; i++)
        for (int role = 0; role < MP_ROLE_COUNT; role++) total[role] += bounded(items[i].leaning, role);

    for (size_t i = 0; i < count; i++) {
        int32_t sums[MP_ROLE_COUNT];
        const mp_judgement *near = nearest(items, count, i);
        for (int role = 0; role < MP_ROLE_COUNT; role++) {
            int32_t others = total[role] - bounded(items[i].leaning, role);
            int32_t mean = count > 1 ? others / (int32_t)(count - 1) : 0;
            int32_t close = near == NULL ? 0 : bounded(near->leaning, role);
            sums[role] =
                items[i].leaning[role] + mean * weights->shares[0] / thousand + close * weights->shares[1] / thousand;
        }
        settle(weights, sums, &items[i]);
    }
}
