/* mention_settle.c: whether an ambiguous name (Claude, Gemini, Pi) means the model on this page. Counts what speaks for
 * it anywhere on the page (the maker, “chatbot”, “prompt”) and beside the name itself, against what speaks for a person
 * or another thing of that name. Knows tokens only. */
#include "mention_settle.h"

typedef struct tally {
    int beside_for, beside_against; /* occurrences with a neighbour that tells */
    int page_for, page_against;     /* words anywhere that tell */
} tally;

/* A neighbour outweighs the page; a page that speaks of models again and again says no more than one that does six
 * times. Chosen by hand; the gold documents fall far to either side. */
enum {
    beside_for_weight = 4,
    beside_against_weight = 6,
    page_against_weight = 2,
    most_page_for = 6,
    most_page_against = 4
};

static const mp_token *token_at(const mp_tokens *tokens, size_t i) { return &tokens->items[i]; }

static const mp_evidence *evidence_of(const mp_rules *rules, uint32_t number) {
    return &rules->evidence.items[mp_lexicon_entry(rules->lexicon, number)->evidence];
}

static bool is_other_name(const mp_tokens *tokens, size_t i) {
    const mp_token *token = token_at(tokens, i);
    if (token->kind != MP_TOKEN_WORD || (token->flags & MP_TOKEN_CAPITAL) == 0) return false;
    const mp_entry *entry = mp_token_entry(tokens, i);
    return token->entry == 0 || (entry->classes & MP_BIT(FIRST_NAME)) != 0;
}

static bool in_block(const mp_tokens *tokens, size_t block, size_t i) {
    return i >= tokens->block_first[block] && i < tokens->block_first[block + 1];
}

/* “Bard, the poetry festival,” against “Claude, the artificial intelligence made by Anthropic,”: what the name is said to
 * be. 1 for a model, -1 for something else, 0 where nothing is said. */
static int look_at_apposition(const mp_tokens *tokens, size_t block, size_t comma, bool persons_name) {
    enum { most_words = 12 };
    static const mp_word_classes tells = MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE) | MP_BIT(EVIDENCE);
    size_t end = tokens->block_first[block + 1];
    if (comma + 2 >= end || token_at(tokens, comma)->kind != MP_TOKEN_COMMA) return 0;
    if (!mp_token_is(tokens, comma + 1, MP_BIT(DETERMINER) | MP_BIT(POSSESSIVE))) return 0;
    bool absolute =
        !persons_name && mp_token_is(tokens, comma + 1, MP_BIT(POSSESSIVE)) &&
        !mp_token_is(tokens, comma + 1, MP_BIT(PRONOUN_THING)); /* at work with Gemini, his son beside him, */

    for (size_t i = comma + 1; i < end && i < comma + most_words; i++) {
        uint8_t kind = token_at(tokens, i)->kind;
        if (kind == MP_TOKEN_COMMA) return absolute ? 0 : -1;
        if (kind == MP_TOKEN_STOP || kind == MP_TOKEN_DASH || kind == MP_TOKEN_MARK) return 0;
        if (mp_token_is(tokens, i, tells) || mp_token_entry(tokens, i)->maker != 0) return 1;
    }
    return 0;
}

/* “Crypto exchange Gemini”: a phrase of one or two words before the name says that it is something else. */
static bool is_other_thing(const mp_tokens *tokens, size_t block, size_t before, const mp_model *model) {
    const mp_rules *rules = tokens->rules;
    uint32_t word = token_at(tokens, before)->word, pair = 0;

    if (before > 0 && in_block(tokens, block, before - 1))
        pair = mp_lexicon_next(rules->lexicon, token_at(tokens, before - 1)->word, word);
    return ((evidence_of(rules, word)->opposes | evidence_of(rules, pair)->opposes) >> model->ambiguity & 1) != 0;
}

/* an agent running on Claude: nobody runs on a person. */
static bool is_run_on(const mp_tokens *tokens, size_t block, size_t i) {
    if (i < 2 || !in_block(tokens, block, i - 2)) return false;
    return mp_token_is(tokens, i - 1, MP_BIT(PREPOSITION)) && mp_token_is(tokens, i - 2, MP_BIT(RUNS));
}

/* I asked Claude whether it wanted my job: whom one asks, and calls “it”, is no person. */
static bool is_asked_as_thing(const mp_tokens *tokens, size_t block, size_t i) {
    enum { most_words = 8 };
    if (i == 0 || !in_block(tokens, block, i - 1) || !mp_token_is(tokens, i - 1, MP_BIT(ASKING))) return false;
    for (size_t k = i + 1; k < i + most_words && in_block(tokens, block, k); k++) {
        if (token_at(tokens, k)->kind != MP_TOKEN_WORD || mp_token_is(tokens, k, MP_BIT(PRONOUN_PERSON))) return false;
        if (mp_token_is(tokens, k, MP_BIT(PRONOUN_THING)))
            return mp_token_is(tokens, k - 1, MP_BIT(HYPOTHETICAL) | MP_BIT(QUESTION) | MP_BIT(TO));
    }
    return false;
}

/* my wife’s cousin Claude, our baker Claude; not: told his boss Claude had */
static bool is_somebodys(const mp_tokens *tokens, size_t block, size_t i) {
    enum { most_back = 3 };
    static const mp_word_classes helps = MP_BIT(AUXILIARY) | MP_BIT(MODAL) | MP_BIT(BE);
    bool person = mp_token_is(tokens, i - 1, MP_BIT(PERSON_NOUN) | MP_BIT(HE_NOUN) | MP_BIT(SHE_NOUN)) &&
                  !mp_token_is(tokens, i - 1, MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE) | MP_BIT(PLURAL));
    if (!person || (in_block(tokens, block, i + 1) && mp_token_is(tokens, i + 1, helps))) return false;
    for (size_t k = i - 1, steps = 0; k > 0 && steps < most_back && in_block(tokens, block, k - 1); k--, steps++)
        if (mp_token_is(tokens, k - 1, MP_BIT(POSSESSIVE) | MP_BIT(CLITIC_S))) return true;
    return false;
}

/* TINGLE MEDDLES: in capitals every word looks like a name. */
static bool are_shouted(const mp_tokens *tokens, size_t i) {
    return (token_at(tokens, i)->flags & token_at(tokens, i + 1)->flags & MP_TOKEN_ALL_CAPS) != 0;
}

/* “Claude Thibodeau”, “Dr Claude”, “Jean-Claude” against “Anthropic’s Claude”, “Gemini chatbot”. */
static void look_beside(const mp_tokens *tokens, size_t block, size_t i, const mp_model *model, tally *told) {
    static const mp_word_classes model_nouns = MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE);
    bool capitals_tell = tokens->article->blocks[block].kind == MP_BLOCK_PARAGRAPH;
    size_t before = i - 1, after = i + 1;

    if (in_block(tokens, block, after)) {
        bool persons_name = mp_token_is(tokens, i, MP_BIT(FIRST_NAME));
        int said_to_be = look_at_apposition(tokens, block, after, persons_name);
        told->beside_for += said_to_be > 0;
        told->beside_against += said_to_be < 0;
        if (mp_token_is(tokens, after, model_nouns)) told->beside_for++;
        if (is_asked_as_thing(tokens, block, i) || is_run_on(tokens, block, i)) told->beside_for++;
        if (capitals_tell && is_other_name(tokens, after) && !are_shouted(tokens, i)) told->beside_against++;
    }
    if (i == 0 || !in_block(tokens, block, before)) return;
    if (mp_token_is(tokens, before, MP_BIT(CLITIC_S)) && in_block(tokens, block, before - 1)) before--;
    const mp_entry *entry = mp_token_entry(tokens, before);
    bool capital = (token_at(tokens, before)->flags & MP_TOKEN_CAPITAL) != 0;
    if ((entry->classes & model_nouns) != 0 || (entry->maker != 0 && entry->maker == model->maker)) told->beside_for++;
    bool person = capital && (entry->classes & (MP_BIT(FIRST_NAME) | MP_BIT(HONORIFIC) | MP_BIT(RANK) |
                                                MP_BIT(HE_NOUN) | MP_BIT(SHE_NOUN))) != 0;
    if (person || is_somebodys(tokens, block, i) || is_other_thing(tokens, block, before, model))
        told->beside_against++;
}

static void count_entry(const mp_rules *rules, const mp_entry *entry, bool general, tally *tallies) {
    const mp_evidence *evidence = &rules->evidence.items[entry->evidence];
    if (!general && evidence->supports == 0 && evidence->opposes == 0) return;

    for (size_t bit = 0; bit < rules->ambiguous_count; bit++) {
        tallies[bit].page_for += general || (evidence->supports >> bit & 1) != 0;
        tallies[bit].page_against += (evidence->opposes >> bit & 1) != 0;
    }
}

/* What tells may be a phrase that means nothing else to the core (star sign, crypto exchange), so that it was not made
 * one token: its words are followed through the lexicon. */
static void count_page(const mp_tokens *tokens, size_t block, size_t i, tally *tallies) {
    enum { most_words = 6 };
    const mp_rules *rules = tokens->rules;
    const mp_token *token = token_at(tokens, i);
    bool general = (mp_token_entry(tokens, i)->classes & (MP_BIT(EVIDENCE) | MP_BIT(MODEL_NOUN))) != 0;
    uint32_t phrase = token->word;

    const mp_entry *word = token->word == token->entry ? token->meaning : mp_lexicon_entry(rules->lexicon, token->word);

    count_entry(rules, token->entry != 0 ? token->meaning : word, general, tallies);
    if ((token->flags & MP_TOKEN_BEGINS) == 0) return;
    for (size_t k = i + 1; word->begins_phrase && k < i + most_words && in_block(tokens, block, k); k++) {
        phrase = mp_lexicon_next(rules->lexicon, phrase, token_at(tokens, k)->word);
        if (phrase == 0) return;
        word = mp_lexicon_entry(rules->lexicon, phrase);
        if (phrase != token->entry) count_entry(rules, word, false, tallies);
    }
}

/* Copilot said that …, I asked Copilot: a capital in running text, and neither an article nor another name beside it. */
static bool stands_as_name(const mp_tokens *tokens, size_t block, size_t i) {
    static const mp_word_classes opens =
        MP_BIT(DETERMINER) | MP_BIT(POSSESSIVE) | MP_BIT(FIRST_NAME) | MP_BIT(HONORIFIC);
    if (i == 0 || !in_block(tokens, block, i - 1) || tokens->article->blocks[block].kind != MP_BLOCK_PARAGRAPH)
        return false;
    const mp_token *token = token_at(tokens, i), *before = token_at(tokens, i - 1);
    bool capital = (token->flags & MP_TOKEN_CAPITAL) != 0 && (token->flags & MP_TOKEN_ALL_CAPS) == 0;
    bool runs_on = before->kind == MP_TOKEN_WORD || before->kind == MP_TOKEN_COMMA || before->kind == MP_TOKEN_MARK;
    bool named = before->kind == MP_TOKEN_WORD && (before->flags & MP_TOKEN_CAPITAL) != 0 && i > 1;
    return capital && runs_on && !named && !mp_token_is(tokens, i - 1, opens);
}

static void count_token(const mp_tokens *tokens, size_t block, size_t i, tally *tallies) {
    const mp_rules *rules = tokens->rules;
    const mp_token *token = token_at(tokens, i);
    const mp_entry *entry = mp_token_entry(tokens, i);

    if (token->word != 0) count_page(tokens, block, i, tallies);
    if (entry->model == 0) return;
    const mp_model *model = &rules->models.items[entry->model - 1];
    if (!model->ambiguous) {
        for (size_t bit = 0; bit < rules->ambiguous_count; bit++) tallies[bit].page_for++;
    } else if (token->kind == MP_TOKEN_WORD && (token->flags & MP_TOKEN_CAPITAL) == 0 && !entry->any_case) {
        bool common = i > 0 && mp_token_is(tokens, i - 1, MP_BIT(DETERMINER) | MP_BIT(POSSESSIVE));
        tallies[model->ambiguity].beside_against += common; /* the co-pilot, 29, had flown; not: gemini just told me */
    } else if (token->kind == MP_TOKEN_HANDLE || token->end - token->start > model->name.length + 1) {
        tallies[model->ambiguity].beside_for++; /* “Claude Code”, “Google Gemini”, “@claude” */
    } else {
        look_beside(tokens, block, i, model, &tallies[model->ambiguity]);
        tallies[model->ambiguity].page_for += model->common && stands_as_name(tokens, block, i);
    }
}

uint32_t mp_names_settled(const mp_tokens *tokens) {
    tally tallies[MP_MOST_AMBIGUOUS] = {0};
    uint32_t settled = 0;

    for (size_t block = 0; block < tokens->article->block_count; block++)
        for (size_t i = tokens->block_first[block]; i < tokens->block_first[block + 1]; i++)
            count_token(tokens, block, i, tallies);
    for (size_t bit = 0; bit < tokens->rules->ambiguous_count; bit++) {
        const tally *t = &tallies[bit];
        int page_for = t->page_for < most_page_for ? t->page_for : most_page_for;
        int page_against = t->page_against < most_page_against ? t->page_against : most_page_against;
        int score = t->beside_for * beside_for_weight + page_for - t->beside_against * beside_against_weight -
                    page_against * page_against_weight;
        if (score > 0) settled |= (uint32_t)1 << bit;
    }
    return settled;
}
