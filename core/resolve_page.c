/* resolve_page.c: which model a page is about, by all that it mentions: the one that it names most, else that of the only
 * maker that it speaks of beside one, else some model without a name. Knows mentions; nothing of what stands where. */
#include "resolve_internal.h"

/* Things that talk: chatbots, bots, assistants, agents. */
static bool talks(const mp_mention *mention) {
    static const mp_word_classes classes = MP_BIT(BOT) | MP_BIT(PERSON_NOUN) | MP_BIT(EVIDENCE);
    bool loose = mention->kind == MP_MENTION_LOOSE && (mention->classes & classes) != 0;
    return !mention->plural && (mention->kind == MP_MENTION_MODEL || loose);
}

static uint16_t first_model_of(const mp_rules *rules, uint16_t maker) {
    for (uint16_t m = 1; maker != 0 && m <= rules->models.count; m++)
        if (rules->models.items[m - 1].maker == maker) return m;
    return 0;
}

/* By name, by what it owns, or as its maker's chatbot; 0 for none. */
static uint16_t model_meant(const mp_mention *mention, const mp_rules *rules) {
    if (mention->model != 0) return mention->model;
    if (mention->owner_model != 0) return mention->owner_model;
    if ((mention->classes & MP_BIT(UNLISTED)) != 0) return 0; /* Google's AI Overview */
    return talks(mention) ? first_model_of(rules, mention->owner_maker) : (uint16_t)0;
}

/* The council chatbot, the airline's assistant: whoever runs it has put a name of their own on it. */
static bool is_deployed(const mp_mentions *mentions, const mp_mention *mention) {
    if (!talks(mention) || mention->model != 0 || mention->owner_maker != 0) return false;
    bool by_maker = (mention->owner_classes & MP_BIT(MAKER_NOUN)) != 0 && !mention->indefinite &&
                    (mention->owner_classes & MP_BIT(DEPLOYER_NOUN)) == 0; /* the company's; not: the supermarket's */
    if (mention->owned_by_other && !by_maker) return true;
    if ((mention->classes & MP_BIT(TALKER)) != 0) return false; /* office shopkeeper */
    for (uint32_t i = mention->first; i < mention->head; i++)
        if (mentions->tags[i] == MP_TAG_NOUN &&
            mp_item_is(mentions->sentences, i, MP_BIT(ORGANISATION_NOUN) | MP_BIT(MAKER_NOUN)))
            return !mention->owned_by_other;
    return false;
}

typedef struct page_count {
    uint32_t *named; /* by model */
    uint32_t own;    /* of the names that the page's own bots bear and no list has */
    uint16_t most;   /* the model that is named most, 0 for none */
    bool described, deployed;
} page_count;

/* A name counts two; one that stands in somebody's words, or owns what is spoken of, counts one. */
enum { of_name = 2, of_owner = 1, of_words = 1 };

bool mp_is_pointer(const mp_mentions *mentions, uint32_t block) {
    enum { most_to_word = 3, most_to_mark = 10 };
    const mp_tokens *tokens = mentions->sentences->tokens;
    size_t first = tokens->block_first[block], end = tokens->block_first[block + 1];
    if (tokens->article->blocks[block].kind < MP_BLOCK_PARAGRAPH) return false;
    bool points = false;
    for (size_t i = first; i < end && i < first + most_to_mark; i++) {
        points |= i < first + most_to_word && mp_token_is(tokens, i, MP_BIT(POINTER));
        uint8_t kind = tokens->items[i].kind;
        if (kind == MP_TOKEN_STOP) return false;
        if (kind == MP_TOKEN_COLON || kind == MP_TOKEN_CLOSE) return points;
    }
    return false;
}

static uint32_t weight_of(const mp_mentions *mentions, const mp_mention *mention) {
    if (mention->owner_model != 0 && mention->model == 0) return of_owner;
    return mentions->sentences->list[mention->sentence].scope != MP_NONE ? of_words : of_name;
}

static void count_mentions(const mp_mentions *mentions, page_count *page, uint32_t *count) {
    const mp_rules *rules = mentions->sentences->tokens->rules;

    uint32_t block = MP_NONE;
    bool pointer = false;

    for (size_t i = 0; i < mentions->count; i++) {
        const mp_mention *mention = &mentions->items[i];
        uint16_t model = model_meant(mention, rules);
        uint32_t own_block = mentions->sentences->list[mention->sentence].block;
        if (own_block != block) pointer = mp_is_pointer(mentions, own_block);
        block = own_block;
        *count += mention->kind == MP_MENTION_MODEL || model != 0;
        page->described |= model == 0 && (mp_mention_tells_of_a_model(mention) ||
                                          (mention->kind == MP_MENTION_LOOSE && mention->owner_maker != 0));
        page->deployed |= is_deployed(mentions, mention);
        if (mention->alias && model == 0 && mention->owner_maker == 0) page->own += weight_of(mentions, mention);
        if (model == 0 || pointer) continue;
        page->named[model] += weight_of(mentions, mention);
        if (page->most == 0 || page->named[model] > page->named[page->most]) page->most = model;
    }
}

static bool has_model_noun(const mp_mentions *mentions, uint32_t sentence) {
    for (uint32_t m = mentions->sentence_first[sentence]; m < mentions->sentence_first[sentence + 1]; m++)
        if (mentions->items[m].kind == MP_MENTION_MODEL || mentions->items[m].kind == MP_MENTION_LOOSE) return true;
    return false;
}

/* Takes note of one more maker, or model: 0 while there is none, UINT16_MAX where there are several. */
static void note_only(uint16_t *only, uint16_t number) {
    if (number == 0 || *only == number) return;
    *only = *only == 0 ? number : UINT16_MAX;
}

static uint16_t maker_beside_models(const mp_mentions *mentions, bool of_models) {
    uint16_t only = 0;

    for (uint32_t s = 0; s < mentions->sentences->count; s++) {
        bool beside = has_model_noun(mentions, s);
        for (uint32_t m = mentions->sentence_first[s]; m < mentions->sentence_first[s + 1]; m++) {
            const mp_mention *mention = &mentions->items[m];
            bool owns = mention->kind == MP_MENTION_MODEL || mention->kind == MP_MENTION_LOOSE;
            bool place = (mention->classes & MP_BIT(PLACE_NOUN)) != 0; /* on Facebook */
            if (of_models && ((mention->classes | mention->owner_classes) & MP_BIT(EVIDENCE)) == 0) continue;
            if (owns || (beside && !place)) note_only(&only, owns ? mention->owner_maker : mention->maker);
        }
    }
    return only;
}

static uint16_t maker_that_speaks(const mp_mentions *mentions, const mp_verbs *verbs) {
    uint16_t only = 0;

    for (size_t v = 0; v < verbs->count; v++) {
        if (verbs->items[v].cue == 0 || verbs->items[v].subject == MP_NONE) continue;
        const mp_mention *subject = &mentions->items[verbs->items[v].subject];
        if ((subject->classes & MP_BIT(PLACE_NOUN)) == 0) note_only(&only, subject->maker); /* not: GitHub said */
    }
    return only;
}

/* Parents sue Tingle over chats */
static uint16_t maker_in_headline(const mp_mentions *mentions) {
    const mp_article *article = mentions->sentences->tokens->article;
    uint16_t only = 0;

    for (size_t m = 0; m < mentions->count; m++) {
        const mp_mention *mention = &mentions->items[m];
        if (article->blocks[mentions->sentences->list[mention->sentence].block].kind > MP_BLOCK_DEK) break;
        if ((mention->classes & MP_BIT(PLACE_NOUN)) == 0) note_only(&only, mention->maker);
    }
    return only;
}

/* The only maker that is named, where it makes nothing but models: Replit’s chief executive. Not: OpenAI and Google. */
static uint16_t maker_of_models(const mp_mentions *mentions) {
    uint16_t only = 0, of_models = 0;

    for (size_t m = 0; m < mentions->count; m++) {
        const mp_mention *mention = &mentions->items[m];
        uint16_t maker = mention->maker != 0 ? mention->maker : mention->owner_maker;
        mp_word_classes classes = mention->maker != 0 ? mention->classes : mention->owner_classes;
        if (maker == 0 || (classes & MP_BIT(PLACE_NOUN)) != 0) continue; /* a post on X */
        note_only(&only, maker);
        if ((classes & MP_BIT(EVIDENCE)) != 0) of_models = maker;
    }
    return only == of_models ? only : (uint16_t)0;
}

/* Where no model is named but one maker is, “the chatbot” is that maker’s: “Tingle, which runs the assistant”, “Tingle
 * said”. A firm that is only spoken of elsewhere (a post on its network, a story on its site) has nothing to do with a
 * council’s bot. */
static uint16_t model_of_only_maker(const mp_mentions *mentions, const mp_verbs *verbs, const page_count *page) {
    const mp_rules *rules = mentions->sentences->tokens->rules;
    bool own_name =
        page->own > 0; /* Binny wiped the mail of a woman at Tingle: who answers for it, or makes models only */
    uint16_t only = maker_beside_models(mentions, own_name);
    if (only == 0) only = maker_that_speaks(mentions, verbs);
    if ((only == 0 || only == UINT16_MAX) && !own_name) only = maker_in_headline(mentions);
    if (only == 0 || only == UINT16_MAX) only = maker_of_models(mentions);

    uint16_t model = first_model_of(rules, only);
    return model == 0 ? (uint16_t)MP_MODEL_GENERIC : model;
}

static bool speaks_of_maker(const mp_mentions *mentions, uint16_t maker) {
    for (size_t m = 0; m < mentions->count; m++) {
        const mp_mention *mention = &mentions->items[m];
        bool own_words = mentions->sentences->list[mention->sentence].scope == MP_NONE;
        if (mention->maker == maker && mention->model == 0 && own_words) return true;
    }
    return false;
}

/* Binny and Binny again, and ChatGPT once, which others use: the page is about a bot of its own. Not where it speaks of the
 * model's maker, whose bot Binny may be. */
static bool is_of_own_bot(const mp_mentions *mentions, const page_count *page) {
    const mp_rules *rules = mentions->sentences->tokens->rules;
    return page->most != 0 && page->own > page->named[page->most] &&
           !speaks_of_maker(mentions, rules->models.items[page->most - 1].maker);
}

uint16_t mp_only_model_inside(const mp_mentions *mentions) {
    enum { last_block = 6 }; /* what is said at the end is said by the way */
    uint16_t only = 0, named = 0;

    for (size_t m = 0; m < mentions->count; m++) {
        const mp_mention *mention = &mentions->items[m];
        if (mention->kind != MP_MENTION_MODEL && mention->kind != MP_MENTION_LOOSE) continue;
        note_only(&named, mention->model);
        bool early = mentions->sentences->list[mention->sentence].block <= last_block;
        if (mention->model == 0 && early) note_only(&only, mp_model_inside(mentions, mention));
    }
    return only == named && only != UINT16_MAX ? only : (uint16_t)0;
}

uint16_t mp_main_model(const mp_mentions *mentions, const mp_verbs *verbs, uint16_t inside, uint32_t *named_count,
                       uint32_t *count) {
    enum { named_once = of_name };
    page_count page = {.named = named_count};

    count_mentions(mentions, &page, count);
    bool walks_on = page.most != 0 && named_count[page.most] <= named_once && page.deployed && page.most != inside;
    if (walks_on) return MP_MODEL_GENERIC; /* the town's bot, beside which ChatGPT is named once */
    if (is_of_own_bot(mentions, &page)) return MP_MODEL_GENERIC;
    if (page.most != 0) return page.most;
    if (!page.described) return 0;
    return page.deployed ? MP_MODEL_GENERIC : model_of_only_maker(mentions, verbs, &page);
}
