/* explain_finding.c: tells, line by line, who the steps say said what, which signs the page holds, and what came of them:
 * roles with what spoke for each, signals, levels. Knows the steps' arrays, which it only reads. */
#include "attribution_clause_internal.h"
#include "explain_internal.h"
#include "judgement_role.h"

enum { most_candidates = 24 };

/* ---- Attributions ------------------------------------------------------------------------------------------------ */

/* The verbs of saying, and the models, in the sentence in which the words or their cue stand: who else it might be. */
static void explain_candidates(mp_explainer *e, const mp_attribution *attribution, uint32_t sentence) {
    uint32_t first = e->results->verbs.sentence_first[sentence], end = e->results->verbs.sentence_first[sentence + 1];

    for (uint32_t v = first; v < end && v < first + most_candidates; v++) {
        if (e->results->verbs.items[v].cue == 0) continue;
        mp_put(e, "    %s ", v == attribution->verb ? "took" : "not");
        mp_put_verb(e, v);
        mp_end_line(e);
    }
    first = e->results->mentions.sentence_first[sentence], end = e->results->mentions.sentence_first[sentence + 1];
    for (uint32_t m = first; m < end && m < first + most_candidates; m++) {
        bool model = e->results->references.items[m].kind == MP_SPEAKER_MODEL;
        if (!model && m != attribution->speaker) continue;
        mp_put(e, "    %s ", m == attribution->speaker ? "took" : "not");
        mp_put_mention(e, m);
        mp_put(e, " → ");
        mp_put_reference(e, &e->results->references.items[m]);
        mp_end_line(e);
    }
}

/* Where a reported clause might end, but for places at which hardly one does. */
static void explain_places(mp_explainer *e, const mp_attribution *attribution) {
    enum { least_share = 10 };
    const mp_attributor *attributor = e->results->attributions.attributor;
    mp_clause clause;
    mp_clause_places places;

    if (!mp_clause_of(attributor, attribution, &clause)) return;
    mp_clause_set_farthest(attributor, &clause);
    mp_clause_places_read(attributor, &clause, &places);
    mp_clause_places_weigh(attributor, &places);
    for (uint32_t i = 0; places.count > 1 && i < places.count; i++) {
        if (places.items[i].share < least_share) continue;
        mp_put(e, "    may end behind ");
        mp_put_items(e, attribution->sentence, places.items[i].end - 1, places.items[i].end);
        mp_put(e, ", %d %%", (int)places.items[i].share / 10);
        mp_end_line(e);
    }
}

static void explain_attribution(mp_explainer *e, const mp_attribution *attribution) {
    mp_put(e, "  %s, block %u: ", mp_form_name(attribution->form), (unsigned)attribution->block);
    mp_put_bytes(e, attribution->block, attribution->start, attribution->end);
    mp_end_line(e);
    mp_put(e, "    rule %s", mp_attribution_rule_name(attribution->rule));
    if (attribution->rule != MP_RULE_NONE) {
        mp_put(e, ": ");
        mp_put_reference(e, &attribution->reference);
        if (attribution->doubted) mp_put(e, ", for the weights speak against a model");
    }
    mp_end_line(e);
    uint32_t own =
        attribution->stretch == MP_NONE ? attribution->sentence : e->sentences->stretch_sentence[attribution->stretch];
    uint32_t cue = attribution->rule == MP_RULE_NONE ? own : attribution->cue_sentence;
    explain_places(e, attribution);
    if (own < e->sentences->count) explain_candidates(e, attribution, own);
    if (cue != own && cue < e->sentences->count) explain_candidates(e, attribution, cue);
}

void mp_explain_attributions(mp_explainer *e) {
    const mp_attributions *attributions = &e->results->attributions;

    mp_put(e, "attributions: %zu", attributions->count);
    mp_end_line(e);
    for (size_t i = 0; i < attributions->count && !e->stopped; i++) explain_attribution(e, &attributions->items[i]);
}

/* ---- Signs ------------------------------------------------------------------------------------------------------- */

static const char *meaning_name(uint8_t meaning) {
    static const char *const names[] = {
#define MP_MEANING(symbol, name) name,
        MP_MEANINGS(MP_MEANING)
#undef MP_MEANING
    };
    return meaning < MP_MEANING_COUNT ? names[meaning] : "?";
}

static void put_sign(mp_explainer *e, const mp_sign *sign) {
    mp_text pattern = mp_sign_pattern_id(e->rules, sign);
    mp_put(e, "%s by %s%s, block %u ", meaning_name(sign->meaning),
           pattern.length > 0 ? "pattern " : "the sentence’s shape", pattern.bytes, (unsigned)sign->block);
    mp_put_bytes(e, sign->block, sign->start, sign->end);
    if (sign->by_maker)
        mp_put(e, ", the maker says it");
    else if (sign->names_maker)
        mp_put(e, ", the maker is named");
    if (sign->maker != 0) mp_put(e, " (%s)", e->rules->makers.items[sign->maker - 1].id.bytes);
    if (sign->by_model) mp_put(e, ", in a model’s words");
    if (sign->inside_quote && !sign->by_model) mp_put(e, ", in somebody’s words");
    if (sign->of_several) mp_put(e, ", of several models");
}

void mp_explain_signs(mp_explainer *e) {
    const mp_signs *signs = &e->results->signs;

    mp_put(e, "signs: %zu", signs->count);
    mp_end_line(e);
    for (size_t i = 0; i < signs->count && !e->stopped; i++) {
        mp_put(e, "  sentence %u: ", (unsigned)signs->items[i].sentence);
        put_sign(e, &signs->items[i]);
        mp_end_line(e);
    }
}

/* ---- Judgements -------------------------------------------------------------------------------------------------- */

static const char *feature_name(int feature) {
    static const char *const names[] = {
#define MP_FEATURE(symbol, name) name,
        MP_FEATURES(MP_FEATURE)
#undef MP_FEATURE
    };
    return names[feature];
}

static const char *zone_name(int zone) {
    static const char *const names[] = {
#define MP_ZONE(symbol, name) name,
        MP_ZONES(MP_ZONE)
#undef MP_ZONE
    };
    return names[zone];
}

/* “inside:health” for features of a zone and a topic. */
static void put_feature(mp_explainer *e, int feature) {
    if (feature < MP_FEATURE_COUNT) {
        mp_put(e, "%s", feature_name(feature));
        return;
    }
    int zone = (feature - MP_FEATURE_COUNT) / MP_MOST_TOPICS, topic = (feature - MP_FEATURE_COUNT) % MP_MOST_TOPICS;
    mp_text name = e->rules->topics.items[topic];
    mp_put(e, "%s:%.*s", zone_name(zone), (int)name.length, name.bytes);
}

static void put_weights(mp_explainer *e, long spokesperson, long source, long sample) {
    mp_put(e, " %+ld %+ld %+ld", spokesperson, source, sample);
}

/* Each feature with what it adds to the leaning; those that add nothing are left out. */
static void explain_features(mp_explainer *e, const mp_judgement *judgement, const mp_page_facts *facts) {
    uint8_t features[MP_MOST_FEATURES];

    mp_features_read(&e->results->signs, facts, judgement->prompt, judgement->attribution, features);
    for (int f = 0; f < MP_MOST_FEATURES; f++) {
        const int16_t *weights = e->rules->weights->role[f];
        if (features[f] == 0 || (weights[0] == 0 && weights[1] == 0 && weights[2] == 0)) continue;
        mp_put(e, "    feature ");
        put_feature(e, f);
        mp_put(e, ":");
        put_weights(e, (long)features[f] * weights[0], (long)features[f] * weights[1], (long)features[f] * weights[2]);
        mp_end_line(e);
    }
}

/* What the beginnings of words add, in one line. */
static void explain_stems(mp_explainer *e, const mp_judgement *judgement, const mp_page_facts *facts) {
    int32_t sums[MP_ROLE_COUNT] = {0};

    mp_stems_weigh(&e->results->signs, facts, judgement->prompt, judgement->attribution, sums);
    mp_put(e, "    words as such:");
    put_weights(e, sums[0], sums[1], sums[2]);
    mp_end_line(e);
}

static void explain_signals(mp_explainer *e, const mp_judgement *judgement) {
    for (int kind = 0; kind < MP_SIGNAL_KIND_COUNT; kind++) {
        if (!judgement->has_signal[kind]) continue;
        mp_put(e, "    signal %s", mp_signal_name((mp_signal_kind)kind));
        if (judgement->evidence[kind] != NULL) {
            mp_put(e, ": ");
            put_sign(e, judgement->evidence[kind]);
        }
        mp_end_line(e);
    }
}

static void explain_judgement(mp_explainer *e, const mp_judgement *judgement, const mp_page_facts *facts) {
    const mp_attribution *attribution = judgement->attribution;
    const char *act = mp_act_name(judgement->act);

    mp_put(e, "  %s, block %u: ", mp_form_name(attribution->form), (unsigned)attribution->block);
    mp_put_bytes(e, attribution->block, attribution->start, attribution->end);
    mp_end_line(e);
    explain_features(e, judgement, facts);
    explain_stems(e, judgement, facts);
    mp_put(e, "    by itself:");
    put_weights(e, judgement->leaning[0], judgement->leaning[1], judgement->leaning[2]);
    mp_end_line(e);
    explain_signals(e, judgement);
    mp_put(e, "    so %s%s%s, %u %%, and %s%s", mp_role_name(judgement->role), act == NULL ? "" : "/",
           act == NULL ? "" : act, (unsigned)judgement->certainty, mp_level_name(judgement->level),
           judgement->doubtful ? ", too doubtful for an alert" : "");
    mp_end_line(e);
}

void mp_explain_judgements(mp_explainer *e) {
    const mp_judgements *judgements = &e->results->judgements;
    mp_page_facts facts;

    if (!mp_page_facts_gather(&e->results->signs, e->arena, &facts)) {
        e->memory_ended = true;
        return;
    }
    mp_put(e, "judgements: %zu, with thousandths for spokesperson, source, sample", judgements->count);
    mp_end_line(e);
    for (size_t i = 0; i < judgements->count && !e->stopped; i++) explain_judgement(e, &judgements->items[i], &facts);
}
