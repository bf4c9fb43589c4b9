/* attribution_weighed.c: the last word on quotes that the rules give to nobody, or to somebody else: what is told of each is
 * weighed, and where it speaks for a model, the nearest one that is quoted has said it. Rules have a reach, and voices that
 * no rule foresaw are many. Every look is bounded. Knows attributions and weights; nothing of what the words mean. */
#include "attribution_trusted.h"

enum {
    most_tokens = 60,
    most_mentions = 24,
    asking_reach = 24,
    short_words = 5,
    long_words = 25,
    weighed_certainty = 50
};

typedef struct range {
    uint32_t first, end; /* tokens */
} range;

bool mp_judged_quotes_read(const mp_attributions *attributions, mp_arena *arena, mp_judged_quotes *quotes) {
    size_t count = attributions->count;
    *quotes = (mp_judged_quotes){.attributions = attributions,
                                 .before = MP_NEW_ARRAY(arena, count, uint32_t),
                                 .after = MP_NEW_ARRAY(arena, count, uint32_t),
                                 .given = MP_NEW_ARRAY(arena, count, uint16_t)};
    if (quotes->before == NULL || quotes->after == NULL || quotes->given == NULL) return false;
    uint32_t last = MP_NONE, next = MP_NONE;
    for (uint32_t i = 0; i < count; i++) {
        quotes->before[i] = last;
        if (!attributions->items[i].listed) continue;
        last = i;
        quotes->listed++;
        quotes->models += mp_is_models(&attributions->items[i]);
    }
    for (uint32_t i = (uint32_t)count; i > 0; i--) {
        quotes->after[i - 1] = next;
        if (attributions->items[i - 1].listed) next = i - 1;
    }
    return true;
}

bool mp_can_be_weighed(const mp_judged_quotes *quotes, const mp_attribution *attribution) {
    return quotes->models > 0 && attribution->listed && attribution->reference.kind != MP_SPEAKER_MODEL;
}

/* ---- Where it stands --------------------------------------------------------------------------------------------- */

static const mp_references *references_of(const mp_judged_quotes *quotes) { return quotes->attributions->references; }
static const mp_sentences *sentences_of(const mp_judged_quotes *quotes) {
    return references_of(quotes)->mentions->sentences;
}

static range words_of(const mp_judged_quotes *quotes, const mp_attribution *it) {
    const mp_sentences *sentences = sentences_of(quotes);
    if (it->stretch != MP_NONE) {
        const mp_stretch *own = &sentences->stretches->items[it->stretch];
        return (range){own->first_token, own->end_token};
    }
    uint32_t first = mp_token_at_byte(sentences->tokens, it->block, it->start);
    uint32_t end = first, last = sentences->tokens->block_first[it->block + 1];
    while (end < last && end < first + most_tokens && sentences->tokens->items[end].start < it->end) end++;
    return (range){first, end};
}

/* The sentence around the words, MP_NONE where they are all of the block. */
static uint32_t sentence_of(const mp_judged_quotes *quotes, const mp_attribution *it) {
    return it->stretch != MP_NONE ? sentences_of(quotes)->stretch_sentence[it->stretch] : it->sentence;
}

static void read_place(const mp_judged_quotes *quotes, const mp_attribution *it, range words, uint8_t *f) {
    const mp_block *block = &sentences_of(quotes)->tokens->article->blocks[it->block];
    enum { marks = 4 }; /* bytes of a quotation mark and a full stop */
    f[MP_SPEAKER_FEATURE_FORM_BLOCK] = it->form == MP_FORM_BLOCK;
    f[MP_SPEAKER_FEATURE_FORM_INDIRECT] = it->form == MP_FORM_INDIRECT;
    f[MP_SPEAKER_FEATURE_HEADLINE] = block->kind <= MP_BLOCK_DEK;
    f[MP_SPEAKER_FEATURE_LIST_ITEM] = block->kind == MP_BLOCK_LISTITEM;
    f[MP_SPEAKER_FEATURE_WHOLE] = it->start <= marks && it->end + marks >= block->text.length;
    f[MP_SPEAKER_FEATURE_SHORT] = words.end - words.first <= short_words;
    f[MP_SPEAKER_FEATURE_LONG] = words.end - words.first >= long_words;
}

/* ---- Whom the rules give it to ----------------------------------------------------------------------------------- */

static uint32_t count_names(const mp_mentions *mentions, const mp_mention *mention) {
    uint32_t count = 0;
    for (uint32_t i = mention->first; i < mention->end; i++) count += mentions->tags[i] == MP_TAG_NAME;
    return count;
}

static void read_speaker(const mp_judged_quotes *quotes, const mp_attribution *it, uint8_t *f) {
    enum { doubtful = 60 };
    f[MP_SPEAKER_FEATURE_PERSON] = it->reference.kind == MP_SPEAKER_PERSON;
    f[MP_SPEAKER_FEATURE_ORGANISATION] = it->reference.kind == MP_SPEAKER_ORGANISATION;
    f[MP_SPEAKER_FEATURE_TEXT] = it->reference.text;
    f[MP_SPEAKER_FEATURE_NOBODY] = it->speaker == MP_NONE;
    if (it->speaker == MP_NONE) return;
    const mp_mentions *mentions = references_of(quotes)->mentions;
    const mp_mention *mention = &mentions->items[it->speaker];
    bool pronoun = mentions->tags[mention->head] == MP_TAG_PRONOUN;
    bool named = !pronoun && mentions->tags[mention->head] == MP_TAG_NAME;
    uint32_t names = named ? count_names(mentions, mention) : 0;
    f[MP_SPEAKER_FEATURE_DOUBTFUL] = it->reference.certainty <= doubtful;
    f[MP_SPEAKER_FEATURE_IT] = mention->kind == MP_MENTION_IT;
    f[MP_SPEAKER_FEATURE_HE_OR_SHE] = mention->kind == MP_MENTION_HE_OR_SHE;
    f[MP_SPEAKER_FEATURE_OTHER_PRONOUN] =
        pronoun && mention->kind != MP_MENTION_IT && mention->kind != MP_MENTION_HE_OR_SHE;
    f[MP_SPEAKER_FEATURE_DEFINITE] = !pronoun && !named && mention->definite;
    f[MP_SPEAKER_FEATURE_INDEFINITE] = !pronoun && !named && mention->indefinite;
    f[MP_SPEAKER_FEATURE_PLURAL] = mention->plural;
    f[MP_SPEAKER_FEATURE_LONE_NAME] = names == 1;
    f[MP_SPEAKER_FEATURE_DOUBTFUL_NAME] = names == 1 && it->reference.certainty <= doubtful;
    f[MP_SPEAKER_FEATURE_FULL_NAME] = names > 1;
}

/* ---- The quotes beside it ---------------------------------------------------------------------------------------- */

static void read_neighbours(const mp_judged_quotes *quotes, const mp_attribution *it, uint8_t *f) {
    const mp_attribution *items = quotes->attributions->items;
    uint32_t number = (uint32_t)(it - items), before = quotes->before[number], after = quotes->after[number];
    f[MP_SPEAKER_FEATURE_FIRST] = before == MP_NONE;
    if (before != MP_NONE) {
        bool here = items[before].block == it->block, models = mp_is_models(&items[before]);
        f[MP_SPEAKER_FEATURE_AFTER_MODEL] = models;
        f[MP_SPEAKER_FEATURE_AFTER_MODEL_HERE] = models && here;
        f[MP_SPEAKER_FEATURE_AFTER_OTHER_HERE] = !models && here;
    }
    if (after != MP_NONE) {
        bool here = items[after].block == it->block, models = mp_is_models(&items[after]);
        f[MP_SPEAKER_FEATURE_BEFORE_MODEL] = models;
        f[MP_SPEAKER_FEATURE_BEFORE_MODEL_HERE] = models && here;
        f[MP_SPEAKER_FEATURE_BEFORE_OTHER_HERE] = !models && here;
    }
    f[MP_SPEAKER_FEATURE_QUARTER] = quotes->models * 4 >= quotes->listed;
    f[MP_SPEAKER_FEATURE_HALF] = quotes->models * 2 >= quotes->listed;
}

/* ---- Who is named near it ---------------------------------------------------------------------------------------- */

static bool names(const mp_judged_quotes *quotes, uint32_t mention, mp_speaker_kind kind) {
    return references_of(quotes)->items[mention].kind == kind;
}

/* Whether somebody of that kind is mentioned in a sentence, among its last mentions. */
static bool sentence_names(const mp_judged_quotes *quotes, uint32_t sentence, mp_speaker_kind kind) {
    const mp_mentions *mentions = references_of(quotes)->mentions;
    uint32_t first = mentions->sentence_first[sentence], end = mentions->sentence_first[sentence + 1];
    for (uint32_t m = end; m > first && m + most_mentions > end; m--)
        if (names(quotes, m - 1, kind)) return true;
    return false;
}

static void read_named_in_sentence(const mp_judged_quotes *quotes, const mp_attribution *it, uint32_t sentence,
                                   uint8_t *f) {
    const mp_mentions *mentions = references_of(quotes)->mentions;
    uint32_t first = mentions->sentence_first[sentence], end = mentions->sentence_first[sentence + 1];
    for (uint32_t m = first; m < end && m < first + most_mentions; m++) {
        bool before = mp_item_start(mentions->sentences, mentions->items[m].first) < it->start;
        f[MP_SPEAKER_FEATURE_MODEL_BEFORE] |= before && names(quotes, m, MP_SPEAKER_MODEL);
        f[MP_SPEAKER_FEATURE_MODEL_AFTER] |= !before && names(quotes, m, MP_SPEAKER_MODEL);
        f[MP_SPEAKER_FEATURE_PERSON_BEFORE] |= before && names(quotes, m, MP_SPEAKER_PERSON);
    }
}

static void read_named(const mp_judged_quotes *quotes, const mp_attribution *it, uint8_t *f) {
    const mp_sentences *sentences = sentences_of(quotes);
    uint32_t own = sentence_of(quotes, it), first = mp_sentences_from(sentences, it->block);
    if (own != MP_NONE) read_named_in_sentence(quotes, it, own, f);
    if (own != MP_NONE && own > first) {
        f[MP_SPEAKER_FEATURE_MODEL_SENTENCE_AGO] = sentence_names(quotes, own - 1, MP_SPEAKER_MODEL);
        f[MP_SPEAKER_FEATURE_PERSON_SENTENCE_AGO] = sentence_names(quotes, own - 1, MP_SPEAKER_PERSON);
    }
    if (first > 0 && sentences->list[first - 1].block + 1 == it->block)
        f[MP_SPEAKER_FEATURE_MODEL_BLOCK_AGO] = sentence_names(quotes, first - 1, MP_SPEAKER_MODEL);
}

/* ---- The words, and those before them ---------------------------------------------------------------------------- */

static void read_words(const mp_judged_quotes *quotes, range words, uint8_t *f) {
    static const mp_word_classes models = MP_BIT(MODEL_NOUN) | MP_BIT(BOT) | MP_BIT(EVIDENCE);
    const mp_tokens *tokens = sentences_of(quotes)->tokens;
    for (uint32_t i = words.first; i < words.end && i < words.first + most_tokens; i++) {
        f[MP_SPEAKER_FEATURE_SAYS_I] |= mp_token_is(tokens, i, MP_BIT(PRONOUN_FIRST));
        f[MP_SPEAKER_FEATURE_SAYS_YOU] |= mp_token_is(tokens, i, MP_BIT(PRONOUN_SECOND));
        f[MP_SPEAKER_FEATURE_MODEL_INSIDE] |= mp_token_is(tokens, i, models) || mp_token_entry(tokens, i)->model != 0;
    }
}

/* What ends right before the words, marks aside, were it the block before. */
static void read_lead(const mp_judged_quotes *quotes, const mp_attribution *it, range words, uint8_t *f) {
    enum { most_marks = 3 };
    const mp_tokens *tokens = sentences_of(quotes)->tokens;
    uint32_t first = tokens->block_first[it->block];
    uint32_t least = words.first > first + asking_reach ? words.first - asking_reach : first;
    for (uint32_t i = words.first; i > least; i--)
        f[MP_SPEAKER_FEATURE_AFTER_ASKING] |= mp_token_is(tokens, i - 1, MP_BIT(ASKING));
    for (uint32_t i = words.first, steps = 0; i > 0 && steps < most_marks; i--, steps++) {
        const mp_token *token = &tokens->items[i - 1];
        f[MP_SPEAKER_FEATURE_AFTER_COLON] |= token->kind == MP_TOKEN_COLON;
        f[MP_SPEAKER_FEATURE_AFTER_QUESTION] |= token->code == '?';
        if (token->kind == MP_TOKEN_WORD) return;
    }
}

static void read_cue(const mp_judged_quotes *quotes, const mp_attribution *it, uint8_t *f) {
    const mp_rules *rules = sentences_of(quotes)->tokens->rules;
    f[MP_SPEAKER_FEATURE_CUE_NONE] = it->verb == MP_NONE;
    if (it->verb == MP_NONE) return;
    const mp_verb *verb = &references_of(quotes)->verbs->items[it->verb];
    uint16_t takes = mp_cue_takes(rules, verb->cue);
    f[MP_SPEAKER_FEATURE_PASSIVE] = verb->passive;
    f[MP_SPEAKER_FEATURE_CUE_WRITTEN] = (takes & MP_TAKES(WRITTEN)) != 0;
    f[MP_SPEAKER_FEATURE_CUE_WEAK] = (takes & MP_TAKES(WEAK)) != 0;
    f[MP_SPEAKER_FEATURE_CUE_LISTENER] = (takes & MP_TAKES(LISTENER)) != 0;
    mp_act act = mp_cue_act(rules, verb->cue);
    f[MP_SPEAKER_FEATURE_CUE_ACT] = act != MP_ACT_NONE && act != MP_ACT_OTHER;
}

void mp_speaker_features_read(const mp_judged_quotes *quotes, const mp_attribution *attribution, uint8_t *features) {
    range words = words_of(quotes, attribution);
    for (int f = 0; f < MP_SPEAKER_FEATURE_COUNT; f++) features[f] = 0;
    features[MP_SPEAKER_FEATURE_BIAS] = 1;
    read_place(quotes, attribution, words, features);
    read_speaker(quotes, attribution, features);
    read_neighbours(quotes, attribution, features);
    read_named(quotes, attribution, features);
    read_words(quotes, words, features);
    read_lead(quotes, attribution, words, features);
    read_cue(quotes, attribution, features);
}

/* ---- Weighing ---------------------------------------------------------------------------------------------------- */

/* The model of the nearest quote before it, else behind it. */
static uint16_t nearest_model(const mp_judged_quotes *quotes, uint32_t number) {
    enum { most_steps = 16 };
    const mp_attribution *items = quotes->attributions->items;
    uint32_t back = quotes->before[number], on = quotes->after[number];
    for (int steps = 0; steps < most_steps && (back != MP_NONE || on != MP_NONE); steps++) {
        if (back != MP_NONE && mp_is_models(&items[back])) return items[back].reference.model;
        if (on != MP_NONE && mp_is_models(&items[on])) return items[on].reference.model;
        back = back == MP_NONE ? back : quotes->before[back];
        on = on == MP_NONE ? on : quotes->after[on];
    }
    return 0;
}

static bool speaks_for_model(const mp_page_quotes *page, const mp_attribution *it) {
    const int16_t *weights = sentences_of(page->quotes)->tokens->rules->weights->speaker;
    uint8_t features[MP_TRUST_FEATURE_COUNT];
    if (!mp_can_be_weighed(page->quotes, it)) return false;
    mp_trust_features_read(page, it, features);
    return mp_features_weigh(features, MP_TRUST_FEATURE_COUNT, weights, 1, 0) > 0;
}

/* Whomever the rules took for its speaker is none; an “it” can stand for the model. Where they found none, it is brought by
 * the sentence around it. */
static void give(const mp_judged_quotes *quotes, mp_attribution *it, uint16_t model) {
    const mp_mentions *mentions = references_of(quotes)->mentions;
    uint32_t around = sentence_of(quotes, it);

    if (it->speaker != MP_NONE && mentions->items[it->speaker].kind != MP_MENTION_IT) it->speaker = MP_NONE;
    if (it->rule == MP_RULE_NONE && around != MP_NONE) it->cue_sentence = around;
    it->rule = MP_RULE_WEIGHED;
    it->reference = (mp_reference){.kind = MP_SPEAKER_MODEL, .model = model, .certainty = weighed_certainty};
}

/* In two rounds: a quote is weighed by those that rules have judged, never by one that was weighed. */
void mp_attributions_weigh(mp_judged_quotes *quotes, mp_attribution *items) {
    const mp_page_quotes page = mp_page_quotes_count(quotes);
    for (uint32_t i = 0; i < quotes->attributions->count; i++)
        quotes->given[i] = speaks_for_model(&page, &items[i]) ? nearest_model(quotes, i) : (uint16_t)0;
    for (uint32_t i = 0; i < quotes->attributions->count; i++) {
        if (quotes->given[i] == 0) continue;
        give(quotes, &items[i], quotes->given[i]);
        quotes->models++;
    }
}
