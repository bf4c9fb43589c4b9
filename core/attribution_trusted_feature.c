/* attribution_trusted_feature.c: reads what is told of a quote, whoever the rules give it to: by which rule and cue, who
 * stands beside it, what else the page quotes, and what its words are like. Every look is bounded. Knows attributions,
 * verbs and what mentions stand for; nothing of weights. */
#include "attribution_trusted.h"

#include <string.h>

enum { most_tokens = 60, most_mentions = 24, most_verbs = 24, most_sentences = 8, tenths = 10 };

_Static_assert(MP_DOUBT_FEATURE_RULE_WEIGHED - MP_DOUBT_FEATURE_RULE_QUOTE_THEN_SPEAKER == MP_RULE_COUNT - 2,
               "a feature for each rule");
_Static_assert(MP_DOUBT_FEATURE_ACT_NONE - MP_DOUBT_FEATURE_TAKES_QUOTE == MP_TAKE_COUNT,
               "a feature for each thing that a cue takes");
_Static_assert(MP_DOUBT_FEATURE_ACT_OTHER - MP_DOUBT_FEATURE_ACT_NONE == MP_ACT_OTHER - MP_ACT_NONE,
               "a feature for each act");

static const mp_references *references_of(const mp_page_quotes *page) { return page->quotes->attributions->references; }
static const mp_sentences *sentences_of(const mp_page_quotes *page) { return references_of(page)->mentions->sentences; }

/* ---- The page ---------------------------------------------------------------------------------------------------- */

enum { sure_per_cent = 80 };

static bool is_by_name(const mp_mentions *mentions, const mp_attribution *it) {
    return mp_is_models(it) && it->speaker != MP_NONE && mentions->items[it->speaker].kind == MP_MENTION_MODEL &&
           it->rule != MP_RULE_REPEATED;
}

static bool is_for_sure(const mp_attribution *it) {
    return mp_is_models(it) && it->reference.certainty >= sure_per_cent && it->form != MP_FORM_INDIRECT;
}

mp_page_quotes mp_page_quotes_count(const mp_judged_quotes *quotes) {
    mp_page_quotes page = {.quotes = quotes};

    for (size_t i = 0; i < quotes->attributions->count; i++) {
        const mp_attribution *it = &quotes->attributions->items[i];
        page.by_name += is_by_name(quotes->attributions->references->mentions, it);
        page.for_sure += is_for_sure(it);
    }
    return page;
}

static void read_models_share(const mp_judged_quotes *quotes, uint8_t *f) {
    uint32_t models = quotes->models, share = quotes->listed == 0 ? 0 : models * tenths / quotes->listed;

    f[MP_DOUBT_FEATURE_ONLY] = models <= 1;
    f[MP_DOUBT_FEATURE_ONE_OF_TWO] = models == 2;
    f[MP_DOUBT_FEATURE_ONE_OF_FOUR] = models == 3 || models == 4;
    f[MP_DOUBT_FEATURE_ONE_OF_MANY] = models > 8;
    f[MP_DOUBT_FEATURE_SHARE_10] = share < 1;
    f[MP_DOUBT_FEATURE_SHARE_20] = share == 1;
    f[MP_DOUBT_FEATURE_SHARE_40] = share == 2 || share == 3;
    f[MP_DOUBT_FEATURE_SHARE_70] = share >= 4 && share < 7;
    f[MP_DOUBT_FEATURE_SHARE_ALL] = share >= 7;
}

static void read_page(const mp_page_quotes *page, const mp_attribution *it, uint8_t *f) {
    enum { few_sentences = 8, seldom = 3, often = 6, very_often = 12, twice = 2 };
    const mp_references *references = references_of(page);
    uint32_t named = references->names_models, sure = page->for_sure - is_for_sure(it);

    f[MP_DOUBT_FEATURE_NO_MAIN_NAME] = references->main_model == MP_MODEL_GENERIC;
    f[MP_DOUBT_FEATURE_FICTION] = references->mentions->fiction;
    f[MP_DOUBT_FEATURE_SHORT_PAGE] = references->mentions->sentences->count <= few_sentences;
    f[MP_DOUBT_FEATURE_NAMED_ONCE] = named <= 1;
    f[MP_DOUBT_FEATURE_NAMED_SELDOM] = named > 1 && named <= seldom;
    f[MP_DOUBT_FEATURE_NAMED_OFTEN] = named > often && named <= very_often;
    f[MP_DOUBT_FEATURE_NAMED_VERY_OFTEN] = named > very_often;
    f[MP_DOUBT_FEATURE_NAMED_ELSEWHERE] = page->by_name - is_by_name(references->mentions, it) > twice;
    f[MP_DOUBT_FEATURE_SURE_ELSEWHERE] = sure > 0;
    f[MP_DOUBT_FEATURE_SURE_ELSEWHERE_OFTEN] = sure > twice;
    read_models_share(page->quotes, f);
}

/* ---- The rule, the cue and the speaker --------------------------------------------------------------------------- */

static void read_verb(const mp_page_quotes *page, const mp_attribution *it, const mp_verb *verb, uint8_t *f) {
    const mp_rules *rules = sentences_of(page)->tokens->rules;
    uint16_t takes = mp_cue_takes(rules, verb->cue);
    bool heading = sentences_of(page)->tokens->article->blocks[it->block].kind <= MP_BLOCK_SUBHEAD;

    for (int t = 0; t < MP_TAKE_COUNT; t++) f[MP_DOUBT_FEATURE_TAKES_QUOTE + t] = takes >> t & 1;
    f[MP_DOUBT_FEATURE_ACT_NONE + mp_cue_act(rules, verb->cue)] = 1;
    f[MP_DOUBT_FEATURE_CUE_BASE] = verb->form == MP_VERB_BASE;
    f[MP_DOUBT_FEATURE_CUE_THIRD] = verb->form == MP_VERB_THIRD;
    f[MP_DOUBT_FEATURE_CUE_THIRD_IN_TEXT] = verb->form == MP_VERB_THIRD && !heading;
    f[MP_DOUBT_FEATURE_CUE_PAST] = verb->form == MP_VERB_PAST;
    f[MP_DOUBT_FEATURE_CUE_INFINITIVE] = verb->infinitive;
    f[MP_DOUBT_FEATURE_CUE_GERUND] = verb->gerund;
    f[MP_DOUBT_FEATURE_CUE_RELATIVE] = verb->relative;
    f[MP_DOUBT_FEATURE_CUE_NEGATED] = verb->negated;
    f[MP_DOUBT_FEATURE_CUE_UNREAL] = verb->unreal;
    f[MP_DOUBT_FEATURE_CUE_GROUP] = verb->item > verb->first;
    f[MP_DOUBT_FEATURE_CUE_INVERTED] = verb->inverted;
    f[MP_DOUBT_FEATURE_CUE_ANSWERING] = mp_item_is(sentences_of(page), verb->item, MP_BIT(ANSWERING));
    f[MP_DOUBT_FEATURE_CUE_ADDS] = mp_item_is(sentences_of(page), verb->item, MP_BIT(ADDS));
}

/* Told me, told the court: whoever stands right behind the verb and is not its subject. */
static void read_listener(const mp_page_quotes *page, const mp_verb *verb, uint8_t *f) {
    const mp_mentions *mentions = references_of(page)->mentions;
    uint32_t next = verb->item + 1;
    if (next >= sentences_of(page)->list[verb->sentence].end) return;
    uint32_t number = mentions->item_mention[next];
    if (number == MP_NONE || number == verb->subject) return;
    const mp_mention *told = &mentions->items[number];
    f[MP_DOUBT_FEATURE_TOLD_FIRST] = mp_item_is(sentences_of(page), next, MP_BIT(PRONOUN_FIRST));
    f[MP_DOUBT_FEATURE_TOLD_PERSON] = told->kind == MP_MENTION_PERSON;
    f[MP_DOUBT_FEATURE_TOLD_HE_OR_SHE] = told->kind == MP_MENTION_HE_OR_SHE;
    f[MP_DOUBT_FEATURE_TOLD_THEY] = told->kind == MP_MENTION_THEY;
    f[MP_DOUBT_FEATURE_TOLD_NAME] = told->kind == MP_MENTION_NAME;
    f[MP_DOUBT_FEATURE_TOLD_ORGANISATION] = told->kind == MP_MENTION_ORGANISATION;
    f[MP_DOUBT_FEATURE_TOLD_THING] = told->kind == MP_MENTION_THING;
    f[MP_DOUBT_FEATURE_TOLD_SEVERAL] = told->plural;
    f[MP_DOUBT_FEATURE_TOLD_TRIBUNAL] = mp_item_is(sentences_of(page), told->head, MP_BIT(TRIBUNAL));
}

static void read_certainty(uint8_t certainty, uint8_t *f) {
    f[MP_DOUBT_FEATURE_BELOW_60] = certainty < 60;
    f[MP_DOUBT_FEATURE_BELOW_70] = certainty >= 60 && certainty < 70;
    f[MP_DOUBT_FEATURE_FROM_80] = certainty >= 80 && certainty < 90;
    f[MP_DOUBT_FEATURE_FROM_90] = certainty >= 90;
}

static void read_mention(const mp_mention *mention, uint8_t *f) {
    f[MP_DOUBT_FEATURE_MENTION_THING] = mention->kind == MP_MENTION_THING;
    f[MP_DOUBT_FEATURE_MENTION_MODEL] = mention->kind == MP_MENTION_MODEL;
    f[MP_DOUBT_FEATURE_MENTION_DOCUMENT] = mention->kind == MP_MENTION_DOCUMENT;
    f[MP_DOUBT_FEATURE_MENTION_LOOSE] = mention->kind == MP_MENTION_LOOSE;
    f[MP_DOUBT_FEATURE_MENTION_TEXT] = mention->kind == MP_MENTION_TEXT;
    f[MP_DOUBT_FEATURE_MENTION_PERSON] = mention->kind == MP_MENTION_PERSON;
    f[MP_DOUBT_FEATURE_MENTION_ORGANISATION] = mention->kind == MP_MENTION_ORGANISATION;
    f[MP_DOUBT_FEATURE_MENTION_NAME] = mention->kind == MP_MENTION_NAME;
    f[MP_DOUBT_FEATURE_OWNED_BY_IT] = mention->owned_by_it;
    f[MP_DOUBT_FEATURE_OWNER_MODEL] = mention->owner_model != 0;
}

/* ---- Who stands beside it ---------------------------------------------------------------------------------------- */

/* How many of a sentence’s first mentions are of each kind. */
typedef struct beside {
    uint32_t models, people, organisations, names, documents;
} beside;

static beside count_beside(const mp_references *references, uint32_t sentence) {
    const mp_mentions *mentions = references->mentions;
    uint32_t first = mentions->sentence_first[sentence], end = mentions->sentence_first[sentence + 1];
    beside all = {0};

    for (uint32_t m = first; m < end && m < first + most_mentions; m++) {
        uint8_t kind = references->items[m].kind;
        all.models += kind == MP_SPEAKER_MODEL;
        all.people += kind == MP_SPEAKER_PERSON;
        all.organisations += kind == MP_SPEAKER_ORGANISATION;
        all.names += mentions->items[m].kind == MP_MENTION_NAME;
        all.documents += mentions->items[m].kind == MP_MENTION_DOCUMENT;
    }
    return all;
}

/* What an “it” may stand for instead. */
static void read_it(const mp_references *references, uint32_t sentence, const beside *here, uint8_t *f) {
    beside ago = {0};
    if (sentence > 0) ago = count_beside(references, sentence - 1);

    f[MP_DOUBT_FEATURE_IT_BESIDE_PERSON] = here->people > 0;
    f[MP_DOUBT_FEATURE_IT_BESIDE_ORGANISATION] = here->organisations > 0;
    f[MP_DOUBT_FEATURE_IT_BESIDE_MODEL] = here->models > 1;
    f[MP_DOUBT_FEATURE_IT_AFTER_ORGANISATION] = ago.organisations > 0;
    f[MP_DOUBT_FEATURE_IT_AFTER_DOCUMENT] = ago.documents > 0;
    f[MP_DOUBT_FEATURE_IT_AFTER_NO_MODEL] = ago.models == 0 && here->models <= 1;
}

static void read_speaker(const mp_page_quotes *page, const mp_attribution *it, uint8_t *f) {
    const mp_references *references = references_of(page);
    const mp_mention *mention = &references->mentions->items[it->speaker];
    const beside here = count_beside(references, mention->sentence);

    read_mention(mention, f);
    f[MP_DOUBT_FEATURE_SPEAKER_HERE] = sentences_of(page)->list[mention->sentence].block == it->block;
    f[MP_DOUBT_FEATURE_SPEAKER_BESIDE_CUE] = mention->sentence == it->cue_sentence;
    f[MP_DOUBT_FEATURE_SEVERAL_BESIDE] = here.models > 1;
    f[MP_DOUBT_FEATURE_ORGANISATION_BESIDE] = here.organisations > 0;
    f[MP_DOUBT_FEATURE_NAME_BESIDE] = here.names > 0;
    if (mention->kind == MP_MENTION_IT) read_it(references, mention->sentence, &here, f);
}

/* ---- The cue’s sentence ------------------------------------------------------------------------------------------ */

static bool somebody_else_says(const mp_references *references, uint32_t own) {
    const mp_verbs *verbs = references->verbs;
    uint32_t first = verbs->sentence_first[verbs->items[own].sentence];
    uint32_t end = verbs->sentence_first[verbs->items[own].sentence + 1];

    for (uint32_t v = first; v < end && v < first + most_verbs; v++) {
        const mp_verb *verb = &verbs->items[v];
        bool says = v != own && verb->cue != 0 && verb->subject != MP_NONE;
        if (says && references->items[verb->subject].kind != MP_SPEAKER_MODEL) return true;
    }
    return false;
}

static void read_around(const mp_page_quotes *page, const mp_attribution *it, uint32_t number, uint8_t *f) {
    const mp_sentences *sentences = sentences_of(page);
    const mp_sentence *sentence = &sentences->list[number];
    const mp_verb *verb = it->verb == MP_NONE ? NULL : &references_of(page)->verbs->items[it->verb];
    uint32_t cue = verb != NULL && verb->sentence == number ? verb->item : sentence->end;

    f[MP_DOUBT_FEATURE_NESTED] = sentence->scope != MP_NONE;
    f[MP_DOUBT_FEATURE_ASKS] = mp_sentence_asks(sentences, sentence);
    f[MP_DOUBT_FEATURE_AWAITED] = references_of(page)->awaited[number] != 0;
    for (uint32_t i = sentence->first; i < sentence->end && i < sentence->first + most_tokens; i++) {
        f[MP_DOUBT_FEATURE_COMPANY_TALK] |= mp_item_is(sentences, i, MP_BIT(COMPANY_TALK));
        f[MP_DOUBT_FEATURE_AROUND_YOU] |= mp_item_is(sentences, i, MP_BIT(PRONOUN_SECOND));
        if (i >= cue) continue;
        f[MP_DOUBT_FEATURE_AROUND_NO] |= mp_item_is(sentences, i, MP_BIT(NONE));
        f[MP_DOUBT_FEATURE_AROUND_IF] |= mp_item_is(sentences, i, MP_BIT(HYPOTHETICAL));
        f[MP_DOUBT_FEATURE_AROUND_OFTEN] |= mp_item_is(sentences, i, MP_BIT(HABITUAL));
    }
}

/* ---- The block around the words ---------------------------------------------------------------------------------- */

static void add_named_around(const mp_page_quotes *page, const mp_attribution *it, uint32_t sentence, beside *named) {
    const mp_references *references = references_of(page);
    const mp_mentions *mentions = references->mentions;
    uint32_t first = mentions->sentence_first[sentence], end = mentions->sentence_first[sentence + 1];

    for (uint32_t m = first; m < end && m < first + most_mentions; m++) {
        uint32_t start = mp_item_start(mentions->sentences, mentions->items[m].first);
        if (start >= it->start && start < it->end) continue;
        named->models += references->items[m].kind == MP_SPEAKER_MODEL && mentions->items[m].kind != MP_MENTION_IT;
        named->people += references->items[m].kind == MP_SPEAKER_PERSON;
        named->organisations += references->items[m].kind == MP_SPEAKER_ORGANISATION;
    }
}

static void read_block(const mp_page_quotes *page, const mp_attribution *it, uint8_t *f) {
    const mp_sentences *sentences = sentences_of(page);
    uint32_t first = mp_sentences_from(sentences, it->block);
    beside named = {0};

    for (uint32_t s = first; s < sentences->count && s < first + most_sentences; s++) {
        if (sentences->list[s].block != it->block) break;
        if (sentences->list[s].scope == MP_NONE) add_named_around(page, it, s, &named);
    }
    f[MP_DOUBT_FEATURE_BLOCK_MODEL] = named.models > 0;
    f[MP_DOUBT_FEATURE_BLOCK_ORGANISATION] = named.organisations > 0;
    f[MP_DOUBT_FEATURE_BLOCK_PERSON_ALONE] = named.people > 0 && named.models == 0;
    f[MP_DOUBT_FEATURE_BLOCK_NOBODY] = named.models + named.people + named.organisations == 0;
}

/* What the block before ends in. */
static void read_block_before(const mp_page_quotes *page, const mp_attribution *it, uint8_t *f) {
    const mp_tokens *tokens = sentences_of(page)->tokens;
    uint32_t first = tokens->block_first[it->block];
    if (it->block == 0 || first == tokens->block_first[it->block - 1]) return;
    f[MP_DOUBT_FEATURE_AFTER_COLON_BLOCK] = tokens->items[first - 1].kind == MP_TOKEN_COLON;
    f[MP_DOUBT_FEATURE_AFTER_ASKING_BLOCK] = tokens->items[first - 1].code == '?';
}

/* ---- The words --------------------------------------------------------------------------------------------------- */

static void read_ends(const mp_page_quotes *page, const mp_attribution *it, uint8_t *f) {
    mp_text text = sentences_of(page)->tokens->article->blocks[it->block].text;
    char first = it->start < text.length ? text.bytes[it->start] : 0;
    char last = it->end > 0 && it->end <= text.length ? text.bytes[it->end - 1] : 0;

    f[MP_DOUBT_FEATURE_SMALL] = first >= 'a' && first <= 'z';
    f[MP_DOUBT_FEATURE_ENDS_IN_STOP] = last == '.' || last == '!' || last == ',';
    f[MP_DOUBT_FEATURE_ENDS_IN_QUESTION] = last == '?';
}

static void read_word(const mp_tokens *tokens, uint32_t token, uint8_t *f) {
    static const mp_word_classes verbal =
        MP_BIT(VERB) | MP_BIT(VERB_BASE) | MP_BIT(AUXILIARY) | MP_BIT(BE) | MP_BIT(MODAL);
    if (mp_token_is(tokens, token, verbal)) f[MP_DOUBT_FEATURE_VERBLESS] = 0;

    f[MP_DOUBT_FEATURE_TELLS_OF_IT] |= mp_token_is(tokens, token, MP_BIT(PRONOUN_THING));
    f[MP_DOUBT_FEATURE_TELLS_OF_THEM] |= mp_token_is(tokens, token, MP_BIT(PRONOUN_PLURAL));
    f[MP_DOUBT_FEATURE_TELLS_OF_PERSON] |= mp_token_is(tokens, token, MP_BIT(PRONOUN_PERSON));
    f[MP_DOUBT_FEATURE_NAMES_MODEL] |= mp_token_entry(tokens, token)->model != 0;
    f[MP_DOUBT_FEATURE_NAMES_TIME] |= mp_token_is(tokens, token, MP_BIT(TIME));
    f[MP_DOUBT_FEATURE_SAYS_ME] |=
        mp_token_is(tokens, token, MP_BIT(PRONOUN_FIRST)) && !mp_token_is(tokens, token, MP_BIT(WE));
    f[MP_DOUBT_FEATURE_SAYS_WE] |= mp_token_is(tokens, token, MP_BIT(WE));
    f[MP_DOUBT_FEATURE_SAYS_SORRY] |= mp_cue_act(tokens->rules, mp_token_entry(tokens, token)->cue) == MP_ACT_APOLOGY;
    f[MP_DOUBT_FEATURE_ASKS_INSIDE] |= tokens->items[token].code == '?';
    f[MP_DOUBT_FEATURE_QUOTE_OF_MODELS] |=
        mp_token_is(tokens, token, MP_BIT(MODEL_NOUN) | MP_BIT(BOT) | MP_BIT(EVIDENCE));
}

static void read_words(const mp_page_quotes *page, const mp_attribution *it, uint8_t *f) {
    const mp_tokens *tokens = sentences_of(page)->tokens;
    bool in_marks = it->form == MP_FORM_DIRECT;
    uint32_t first = mp_token_at_byte(tokens, it->block, it->start), end = tokens->block_first[it->block + 1];
    uint32_t words = 0;

    f[MP_DOUBT_FEATURE_VERBLESS] = 1;
    for (uint32_t i = first; i < end && i < first + most_tokens && tokens->items[i].start < it->end; i++) {
        words += tokens->items[i].kind == MP_TOKEN_WORD;
        read_word(tokens, i, f);
    }
    const bool is_it =
        it->speaker != MP_NONE && references_of(page)->mentions->items[it->speaker].kind == MP_MENTION_IT;
    f[MP_DOUBT_FEATURE_IT_SAYS_ME] = is_it && f[MP_DOUBT_FEATURE_SAYS_ME];
    f[MP_DOUBT_FEATURE_IT_SAYS_WE] = is_it && f[MP_DOUBT_FEATURE_SAYS_WE];
    f[MP_DOUBT_FEATURE_BIDS] = first < end && mp_token_is(tokens, first, MP_BIT(VERB_BASE));
    f[MP_DOUBT_FEATURE_ONE_WORD] = words <= 1;
    f[MP_DOUBT_FEATURE_FEW_WORDS] = words == 2 || words == 3;
    f[MP_DOUBT_FEATURE_VERBLESS_QUOTE] = in_marks && f[MP_DOUBT_FEATURE_VERBLESS];
    f[MP_DOUBT_FEATURE_QUOTE_OF_IT] = in_marks && f[MP_DOUBT_FEATURE_TELLS_OF_IT];
    f[MP_DOUBT_FEATURE_QUOTE_NAMES_MODEL] = in_marks && f[MP_DOUBT_FEATURE_NAMES_MODEL];
    f[MP_DOUBT_FEATURE_QUOTE_OF_MODELS] &= in_marks;
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

void mp_trust_features_read(const mp_page_quotes *page, const mp_attribution *attribution, uint8_t *features) {
    const mp_references *references = references_of(page);
    uint8_t *f = features + MP_SPEAKER_FEATURE_COUNT;
    uint32_t cue = attribution->cue_sentence != MP_NONE ? attribution->cue_sentence : attribution->sentence;

    memset(features, 0, MP_TRUST_FEATURE_COUNT);
    mp_speaker_features_read(page->quotes, attribution, features);
    if (attribution->rule != MP_RULE_NONE)
        f[MP_DOUBT_FEATURE_RULE_QUOTE_THEN_SPEAKER + attribution->rule - MP_RULE_QUOTE_THEN_SPEAKER] = 1;
    read_certainty(attribution->reference.certainty, f);
    read_page(page, attribution, f);
    if (attribution->verb != MP_NONE) {
        read_verb(page, attribution, &references->verbs->items[attribution->verb], f);
        read_listener(page, &references->verbs->items[attribution->verb], f);
        f[MP_DOUBT_FEATURE_OTHER_SAYS] = somebody_else_says(references, attribution->verb);
    }
    if (attribution->speaker != MP_NONE) read_speaker(page, attribution, f);
    if (cue < sentences_of(page)->count) read_around(page, attribution, cue, f);
    read_block(page, attribution, f);
    read_block_before(page, attribution, f);
    read_ends(page, attribution, f);
    read_words(page, attribution, f);
}
