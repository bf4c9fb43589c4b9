/* explain_finding.c: tells, line by line, who the steps say said what, which signs the page holds, and what came of them:
 * roles with what spoke for each, signals, levels. Knows the steps' arrays, which it only reads. */
#include "explain_internal.h"
#include "judgement_role.h"

enum { most_words_shown = 40, most_candidates = 24 };

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

static void explain_attribution(mp_explainer *e, const mp_attribution *attribution) {
    mp_put(e, "  %s, block %u: ", mp_form_name(attribution->form), (unsigned)attribution->block);
    mp_put_bytes(e, attribution->block, attribution->start, attribution->end);
    mp_end_line(e);
    mp_put(e, "    rule %s", mp_attribution_rule_name(attribution->rule));
    if (attribution->rule != MP_RULE_NONE) {
        mp_put(e, ": ");
        mp_put_reference(e, &attribution->reference);
    }
    mp_end_line(e);
    uint32_t own =
        attribution->stretch == MP_NONE ? attribution->sentence : e->sentences->stretch_sentence[attribution->stretch];
    uint32_t cue = attribution->rule == MP_RULE_NONE ? own : attribution->cue_sentence;
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
    mp_put(e, "%s by pattern %s, block %u ", meaning_name(sign->meaning),
           e->rules->patterns.items[sign->pattern].id.bytes, (unsigned)sign->block);
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

static void put_weights(mp_explainer *e, long spokesperson, long source, long sample) {
    mp_put(e, " %+ld %+ld %+ld", spokesperson, source, sample);
}

static void explain_features(mp_explainer *e, const mp_judgement *judgement, const mp_page_facts *facts) {
    uint8_t features[MP_FEATURE_COUNT];
    bool prompted = judgement->has_signal[MP_SIGNAL_PROMPT_DISCLOSED];

    mp_role_features(&e->results->signs, facts, prompted, judgement->attribution, features);
    for (int f = 0; f < MP_FEATURE_COUNT; f++) {
        const int32_t *weights = e->rules->weights.of[f];
        if (features[f] == 0) continue;
        mp_put(e, "    feature %s:", feature_name(f));
        put_weights(e, weights[0], weights[1], weights[2]);
        mp_end_line(e);
    }
}

/* The first token of a block that ends after `byte`. */
static uint32_t token_at(const mp_tokens *tokens, uint32_t block, uint32_t byte) {
    uint32_t low = tokens->block_first[block], high = tokens->block_first[block + 1];

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (tokens->items[middle].end <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The words inside the quote that speak for a role. */
static void explain_words(mp_explainer *e, const mp_attribution *attribution) {
    uint32_t first = token_at(e->tokens, attribution->block, attribution->start);
    uint32_t end = token_at(e->tokens, attribution->block, attribution->end);

    for (uint32_t i = first; i < end && i < first + most_words_shown; i++) {
        uint16_t word = mp_token_entry(e->tokens, i)->role_word;
        if (word == 0) word = mp_lexicon_entry(e->rules->lexicon, e->tokens->items[i].word)->role_word;
        if (word == 0) continue;
        const int16_t *weights = e->rules->role_words.items[word].inside;
        mp_put(e, "    word ");
        mp_put_quoted(e, mp_token_text(e->tokens, attribution->block, i));
        mp_put(e, ":");
        put_weights(e, weights[0], weights[1], weights[2]);
        mp_end_line(e);
    }
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
    explain_words(e, attribution);
    mp_put(e, "    words of the page:");
    put_weights(e, facts->words[0], facts->words[1], facts->words[2]);
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
