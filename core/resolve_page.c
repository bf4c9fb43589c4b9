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
    return talks(mention) ? first_model_of(rules, mention->owner_maker) : (uint16_t)0;
}

/* The council chatbot, the airline's assistant: whoever runs it has put a name of their own on it. */
static bool is_deployed(const mp_mentions *mentions, const mp_mention *mention) {
    if (!talks(mention) || mention->model != 0 || mention->owner_maker != 0) return false;
    bool by_maker = (mention->owner_classes & MP_BIT(MAKER_NOUN)) != 0 && !mention->indefinite; /* the company's */
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
    uint16_t most;   /* the model that is named most, 0 for none */
    bool described, deployed;
} page_count;

static void count_mentions(const mp_mentions *mentions, page_count *page, uint32_t *count) {
    const mp_rules *rules = mentions->sentences->tokens->rules;

    for (size_t i = 0; i < mentions->count; i++) {
        const mp_mention *mention = &mentions->items[i];
        uint16_t model = model_meant(mention, rules);
        *count += mention->kind == MP_MENTION_MODEL || model != 0;
        page->described |= model == 0 && (mp_mention_tells_of_a_model(mention) ||
                                          (mention->kind == MP_MENTION_LOOSE && mention->owner_maker != 0));
        page->deployed |= is_deployed(mentions, mention);
        if (model == 0) continue;
        page->named[model] += mention->owner_model == 0 || mention->model != 0 ? 2 : 1;
        if (page->most == 0 || page->named[model] > page->named[page->most]) page->most = model;
    }
}

static bool has_model_noun(const mp_mentions *mentions, uint32_t sentence) {
    for (uint32_t m = mentions->sentence_first[sentence]; m < mentions->sentence_first[sentence + 1]; m++)
        if (mentions->items[m].kind == MP_MENTION_MODEL || mentions->items[m].kind == MP_MENTION_LOOSE) return true;
    return false;
}

/* Takes note of one more maker: 0 while there is none, UINT16_MAX where there are several. */
static void note_maker(uint16_t *only, uint16_t maker) {
    if (maker == 0 || *only == maker) return;
    *only = *only == 0 ? maker : UINT16_MAX;
}

static uint16_t maker_beside_models(const mp_mentions *mentions) {
    uint16_t only = 0;

    for (uint32_t s = 0; s < mentions->sentences->count; s++) {
        bool beside = has_model_noun(mentions, s);
        for (uint32_t m = mentions->sentence_first[s]; m < mentions->sentence_first[s + 1]; m++) {
            const mp_mention *mention = &mentions->items[m];
            bool owns = mention->kind == MP_MENTION_MODEL || mention->kind == MP_MENTION_LOOSE;
            bool place = (mention->classes & MP_BIT(PLACE_NOUN)) != 0; /* on Facebook */
            if (owns || (beside && !place)) note_maker(&only, owns ? mention->owner_maker : mention->maker);
        }
    }
    return only;
}

static uint16_t maker_that_speaks(const mp_mentions *mentions, const mp_verbs *verbs) {
    uint16_t only = 0;

    for (size_t v = 0; v < verbs->count; v++)
        if (verbs->items[v].cue != 0 && verbs->items[v].subject != MP_NONE)
            note_maker(&only, mentions->items[verbs->items[v].subject].maker);
    return only;
}

/* Parents sue Tingle over chats */
static uint16_t maker_in_headline(const mp_mentions *mentions) {
    const mp_article *article = mentions->sentences->tokens->article;
    uint16_t only = 0;

    for (size_t m = 0; m < mentions->count; m++) {
        const mp_mention *mention = &mentions->items[m];
        if (article->blocks[mentions->sentences->list[mention->sentence].block].kind > MP_BLOCK_DEK) break;
        if ((mention->classes & MP_BIT(PLACE_NOUN)) == 0) note_maker(&only, mention->maker);
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
        note_maker(&only, maker);
        if ((classes & MP_BIT(EVIDENCE)) != 0) of_models = maker;
    }
    return only == of_models ? only : (uint16_t)0;
}

/* Where no model is named but one maker is, “the chatbot” is that maker’s: “Tingle, which runs the assistant”, “Tingle
 * said”. A firm that is only spoken of elsewhere (a post on its network, a story on its site) has nothing to do with a
 * council’s bot. */
static uint16_t model_of_only_maker(const mp_mentions *mentions, const mp_verbs *verbs, const mp_rules *rules) {
    uint16_t only = maker_beside_models(mentions);
    if (only == 0) only = maker_that_speaks(mentions, verbs);
    if (only == 0 || only == UINT16_MAX) only = maker_in_headline(mentions);
    if (only == 0 || only == UINT16_MAX) only = maker_of_models(mentions);

    uint16_t model = first_model_of(rules, only);
    return model == 0 ? (uint16_t)MP_MODEL_GENERIC : model;
}

uint16_t mp_main_model(const mp_mentions *mentions, const mp_verbs *verbs, uint32_t *named_count, uint32_t *count) {
    const mp_rules *rules = mentions->sentences->tokens->rules;
    enum { named_once = 2 }; /* a name counts two */
    page_count page = {.named = named_count};

    count_mentions(mentions, &page, count);
    bool walks_on = page.most != 0 && named_count[page.most] <= named_once && page.deployed;
    if (walks_on) return MP_MODEL_GENERIC; /* the town's bot, beside which ChatGPT is named once */
    if (page.most != 0) return page.most;
    if (!page.described) return 0;
    return page.deployed ? MP_MODEL_GENERIC : model_of_only_maker(mentions, verbs, rules);
}
