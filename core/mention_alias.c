/* mention_alias.c: the names that a page gives a model of no name: “Binny, the council’s virtual assistant”, “a chatbot
 * called Binny”. Knows mentions and tags; nothing of who speaks. */
#include "mention_internal.h"

static bool is_named(const mp_mention *mention) {
    return mention->kind == MP_MENTION_NAME || mention->kind == MP_MENTION_PERSON;
}

/* Something that can bear a name: a chatbot, a Tingle companion, and on a page with a model a bot. */
static bool is_a_model(const mp_mention_finder *f, const mp_mention *mention) {
    if (mention->plural) return false;
    if (mention->kind == MP_MENTION_MODEL) return mention->model == 0;
    if (mention->owner_model != 0) return mention->indefinite && mention->kind == MP_MENTION_THING;
    return mention->kind == MP_MENTION_LOOSE && f->has_model;
}

/* Claude, which may go by another name: under the nickname Bindi. */
static bool is_listed(const mp_mention *mention) {
    return mention->kind == MP_MENTION_MODEL && mention->model != 0 && !mention->plural;
}

/* An assistant called Maria is a person, one called Bindi may be a bot; a bot may be called Maria. */
static bool may_be_called(const mp_mention_finder *f, const mp_mention *model, const mp_mention *name) {
    bool person_too = model->kind == MP_MENTION_LOOSE && (model->classes & MP_BIT(PERSON_NOUN)) != 0;
    return is_named(name) && !(person_too && is(f, name->head, MP_BIT(FIRST_NAME)));
}

/* called, named, nicknamed: what follows is a name. Not: one account described Smith. */
static bool is_naming(const mp_mention_finder *f, uint32_t item) { return is(f, item, MP_BIT(NAMING)); }

/* My bank’s chatbot is called Binny; not: the bot had called Smith a fraud. */
static bool is_said_to_be_called(const mp_mention_finder *f, const mp_mention *left, uint32_t item) {
    uint32_t naming = item - 1;
    if (naming <= left->end || !is(f, naming - 1, MP_BIT(BE))) return false;
    for (uint32_t i = left->end; i < naming; i++)
        if (tag_at(f, i) != MP_TAG_AUXILIARY && tag_at(f, i) != MP_TAG_ADVERB) return false;
    return true;
}

/* “a chatbot called Binny”, “the bot, named Binny,” “the bot, which is called Binny”; not “the bot called Smith …”. */
static bool is_called(const mp_mention_finder *f, const mp_mention *left, uint32_t item) {
    enum { most_between = 3 };
    if (item <= left->end || item == f->sentence->first || !is_naming(f, item - 1)) return false;
    if (item - 1 == left->end) return left->indefinite || tag_at(f, item - 1) != MP_TAG_VERB;
    if (is_said_to_be_called(f, left, item)) return true;
    if (left->indefinite && tag_at(f, left->end) == MP_TAG_PREPOSITION && left->end + 2 + 1 >= item - 1) return true;
    if (tag_at(f, left->end) != MP_TAG_COMMA && tag_at(f, left->end) != MP_TAG_RELATIVE) return false;
    for (uint32_t i = left->end + 1; i + 1 < item; i++) {
        mp_tag tag = tag_at(f, i);
        bool between = tag == MP_TAG_RELATIVE || tag == MP_TAG_AUXILIARY || tag == MP_TAG_ADVERB;
        if (!between || i > left->end + most_between) return false;
    }
    return true;
}

/* the chatbot Binny said; not “the chatbot Smith built”. */
static bool is_title_of(const mp_mention_finder *f, const mp_mention *left, const mp_mention *right) {
    if (left->end != right->first || right->kind != MP_MENTION_NAME || left->kind != MP_MENTION_MODEL) return false;
    if (right->end >= f->sentence->end) return true;
    bool other_verb = tag_at(f, right->end) == MP_TAG_VERB && entry_at(f, right->end)->cue == 0;
    return !other_verb && tag_at(f, right->end) != MP_TAG_AUXILIARY;
}

static bool has_first_name(const mp_mention_finder *f, const mp_mention *mention);

/* Binny, Old Binny, the same Binny: how many words of the name the mention ends with. */
static uint32_t name_length(const mp_mention_finder *f, const mp_mention *mention) {
    uint32_t length = 0;
    if (mention->head + 1 != mention->end) return 0;
    while (mention->end - length > mention->first && tag_at(f, mention->end - length - 1) == MP_TAG_NAME) length++;
    return length;
}

/* SkyPal, the airline's assistant; Town Mate, the free assistant that …; not Smith, the firm's agent */
static bool is_helper(const mp_mention_finder *f, const mp_mention *model, const mp_mention *name) {
    bool of_firm = (model->owner_classes & (MP_BIT(ORGANISATION_NOUN) | MP_BIT(MAKER_NOUN))) != 0;
    bool that = model->end < f->sentence->end &&
                (tag_at(f, model->end) == MP_TAG_THAT ||
                 (tag_at(f, model->end) == MP_TAG_RELATIVE && !is(f, model->end, MP_BIT(PRONOUN_PERSON))));
    bool person_too = (model->classes & MP_BIT(PERSON_NOUN)) != 0 && !of_firm && !that;
    return model->definite && !person_too && name->kind == MP_MENTION_NAME && name_length(f, name) <= 2 &&
           !is_known_person(f, name->head);
}

/* Binny, a cartoon that is powered by a language model; Old Binny, the keeper that the studio hooked up to one. */
static bool is_powered(const mp_mention_finder *f, const mp_mention *name) {
    enum { most_items = 16 };
    if (!is_named(name) || has_first_name(f, name) || name->end >= f->sentence->end) return false;
    if (tag_at(f, name->end) != MP_TAG_COMMA) return false;
    for (uint32_t i = name->end + 1; i + 1 < f->sentence->end && i < name->end + most_items; i++) {
        if (tag_at(f, i) == MP_TAG_COMMA || tag_at(f, i) == MP_TAG_STOP) return false;
        bool powered = is(f, i, MP_BIT(EVIDENCE)) && tag_at(f, i) == MP_TAG_PREPOSITION;
        if (powered) return mp_names_machine_within(f, i + 1); /* not: powered by a stronger organisation */
    }
    return false;
}

/* “Binny, the council’s virtual assistant”, “a chatbot called Binny”, “Binny is a chatbot” give a model a name. */
static bool gives_name(const mp_mention_finder *f, const mp_mention *left, const mp_mention *right) {
    if (left->sentence != right->sentence) return false;
    bool left_model = is_a_model(f, left), adjacent = right->first == left->end + 1;
    bool called = (left_model || is_listed(left)) && may_be_called(f, left, right);
    if (called && (is_called(f, left, right->first) || (left_model && is_title_of(f, left, right)))) return true;
    if (!adjacent) return false;
    mp_tag between = tag_at(f, left->end);
    bool closes = right->end < f->sentence->end && (tag_at(f, right->end) == MP_TAG_CLOSE ||
                                                    (between == MP_TAG_DASH && tag_at(f, right->end) == MP_TAG_DASH));
    bool inserted = (between == MP_TAG_OPEN || between == MP_TAG_DASH) &&
                    (closes || !left_model); /* the bank’s chatbot (Binny); Binny – the bank’s chatbot on the web – */
    bool beside = between == MP_TAG_COMMA || inserted;
    bool helper_here =
        left->definite && !f->has_name && right->first + 1 == right->end; /* with the assistant, Binny, */
    if (left_model)
        return beside && is_named(right) &&
               (left->kind == MP_MENTION_MODEL || helper_here || (left->classes & MP_BIT(BOT)) != 0);
    if (!is_named(left) || !is_a_model(f, right)) return false;
    if (between == MP_TAG_COMMA && says_at(f, right->end)) return false; /* Take the bus to Leith, the bot wrote. */
    bool bot = right->kind == MP_MENTION_MODEL || (right->classes & MP_BIT(BOT)) != 0; /* Binny is the bank’s bot */
    bool is_one = is(f, left->end, MP_BIT(BE)) && (right->indefinite || bot) && may_be_called(f, right, left) &&
                  entry_at(f, left->head)->model == 0; /* at home Claude is a chatbot */
    bool helper = right->kind != MP_MENTION_LOOSE || is_helper(f, right, left);
    return (beside && helper) || is_one;
}

/* One name only: “Binny”, never “John Smith”. The model is the one whose kind the name is said to be, 0 for none. */
static bool remember_alias(const mp_mention_finder *f, uint32_t token, uint32_t block, const mp_mention *kind) {
    char room[96];
    mp_text own = mp_token_text(f->tokens, block, token);
    mp_text word = {room, mp_text_fold(own, room, sizeof room)};
    if (word.length == 0) return true;
    mp_entry *entry = mp_lexicon_add(f->aliases, f->arena, &word, 1);
    if (entry == NULL) return false;
    bool by_maker = kind != NULL && (kind->owner_classes & MP_BIT(MAKER_NOUN)) != 0;
    if (kind != NULL) entry->model = kind->model != 0 ? kind->model : kind->owner_model;
    static const mp_word_classes talks = MP_BIT(BOT) | MP_BIT(PERSON_NOUN); /* not: Binny, Tingle’s assistant */
    bool unlisted = kind != NULL && kind->owner_maker != 0 && entry->model == 0 && kind->definite &&
                    (kind->classes & talks) == 0 && (kind->owner_classes & MP_BIT(EVIDENCE)) == 0;
    if (kind != NULL && !unlisted) entry->maker = kind->owner_maker;
    if (kind == NULL || unlisted || (kind->owned_by_other && !by_maker)) entry->classes |= MP_BIT(DEPLOYER_NOUN);
    return true;
}

/* “the virtual trainer ‘Binny’”, “‘Binny’ the virtual trainer”: the name of a model in quotation marks beside it. */
static bool find_quoted_alias(const mp_mention_finder *f, const mp_mention *left) {
    if (!is_a_model(f, left)) return true;
    uint32_t item = left->end, before = left->first;
    if (item < f->sentence->end && is_naming(f, item)) item++;
    if (item >= f->sentence->end || tag_at(f, item) != MP_TAG_STRETCH) {
        bool comma = before > f->sentence->first && tag_at(f, before - 1) == MP_TAG_COMMA; /* ‘Ask Penny’, the … */
        if (comma) before--;
        if (before == f->sentence->first || !left->definite || tag_at(f, before - 1) != MP_TAG_STRETCH) return true;
        item = before - 1;
    }
    const mp_stretch *own = &f->sentences->stretches->items[f->sentences->items[item].stretch];
    const mp_token *token = &f->tokens->items[own->first_token];
    uint32_t last = own->end_token - 1; /* ‘Ask Penny’ is called Penny */
    bool name = last <= own->first_token + 1 && token->kind == MP_TOKEN_WORD && (token->flags & MP_TOKEN_CAPITAL) != 0;
    name =
        name && f->tokens->items[last].kind == MP_TOKEN_WORD && (f->tokens->items[last].flags & MP_TOKEN_CAPITAL) != 0;
    return !name || remember_alias(f, last, own->block, left);
}

/* Grace Smith, beside a bot called Smith */
static bool has_first_name(const mp_mention_finder *f, const mp_mention *mention) {
    return mention->end - mention->first > 1 && is(f, mention->first, MP_BIT(FIRST_NAME));
}

/* a persona on Tingle called Lord Vesper: the name is the persona’s. */
static bool hangs_on_model(const mp_mention_finder *f, const mp_mention *model, const mp_mention *place) {
    return model->sentence == place->sentence && place->first == model->end + 1 &&
           tag_at(f, model->end) == MP_TAG_PREPOSITION && is_a_model(f, model) && !is_a_model(f, place);
}

/* the assistant, which has a woman’s voice and is known as Binny: “is” before it, and no other clause between. */
static bool is_called_far(const mp_mention_finder *f, const mp_mention *left, uint32_t item) {
    enum { most_items = 14 };
    uint32_t from = left->end + (tag_at(f, left->end) == MP_TAG_COMMA ? 1 : 0);
    if (tag_at(f, from) != MP_TAG_RELATIVE || item < from + 3 || item > from + most_items) return false;
    if (!is(f, item - 2, MP_BIT(BE))) return false;
    for (uint32_t i = from + 1; i < item; i++)
        if (tag_at(f, i) == MP_TAG_COMMA || tag_at(f, i) == MP_TAG_STOP || tag_at(f, i) == MP_TAG_STRETCH) return false;
    return true;
}

/* … with other nouns between the two. */
static bool is_called_before(const mp_mention_finder *f, const mp_mention *name, const mp_mention_array *found) {
    enum { most_mentions = 4 };
    uint32_t item = is_naming(f, name->first) ? name->first + 1 : name->first;
    if (item == f->sentence->first || !is_naming(f, item - 1)) return false;
    for (const mp_mention *left = name; left > found->items && left + most_mentions > name; left--) {
        if (left[-1].sentence != name->sentence) return false;
        if (is_a_model(f, left - 1)) return is_called_far(f, left - 1, item);
    }
    return false;
}

/* Binny, as it is called, told us – where the page has spoken of a bot. */
static bool is_what_it_is_called(const mp_mention_finder *f, uint32_t item) {
    return f->has_model && item + 4 < f->sentence->end && is(f, item + 1, MP_BIT(AS)) &&
           tag_at(f, item + 2) == MP_TAG_PRONOUN && is(f, item + 2, MP_BIT(PRONOUN_THING)) &&
           is(f, item + 3, MP_BIT(BE)) && is_naming(f, item + 4);
}

/* … as the bot is called, as the assistant is now known; not: says Smith, as the bot points to its posts. */
static bool is_known_as(const mp_mention_finder *f, uint32_t item) {
    enum { most_items = 4 };
    bool passive = false;
    for (uint32_t i = item; i < f->sentence->end && i < item + most_items; i++) {
        if (passive && tag_at(f, i) == MP_TAG_VERB) return true;
        passive |= is(f, i, MP_BIT(BE));
        if (tag_at(f, i) != MP_TAG_AUXILIARY && tag_at(f, i) != MP_TAG_ADVERB && !is(f, i, MP_BIT(BE))) return false;
    }
    return false;
}

/* Binny, as the assistant is known, …; Binny, the name that the bank has given to its assistant, … */
static bool is_name_of_model(const mp_mention_finder *f, const mp_mention *name, const mp_mention_array *found) {
    enum { most_mentions = 4 };
    uint32_t item = name->end;
    if (item + 3 >= f->sentence->end || tag_at(f, item) != MP_TAG_COMMA) return false;
    if (is_what_it_is_called(f, item)) return true;
    bool as = is(f, item + 1, MP_BIT(AS)), named = false;
    const mp_mention *end = found->items + found->count;
    for (const mp_mention *next = name + 1; next < end && next <= name + most_mentions; next++) {
        if (next->sentence != name->sentence) return false;
        named |= next == name + 1 && next->first == item + 1 && (next->classes & MP_BIT(NAMING)) != 0;
        if (!is_a_model(f, next)) continue;
        return named || (as && next->first == item + 2 && is_known_as(f, next->end));
    }
    return false;
}

/* a cartoon attendant named Binny; an AI-driven character called Gorm */
static bool is_called_after_likeness(const mp_mention_finder *f, const mp_mention *name) {
    enum { most_items = 5 };
    if (name->first < f->sentence->first + 3 || !is_naming(f, name->first - 1)) return false;
    for (uint32_t i = name->first - 1; i > f->sentence->first && i + most_items > name->first; i--) {
        mp_tag tag = tag_at(f, i - 1);
        if (tag != MP_TAG_OTHER && tag != MP_TAG_NOUN) return false;
        if (is(f, i - 1, MP_BIT(EVIDENCE))) return true;
        if (f->has_machine && is(f, i - 1, MP_BIT(LIKENESS))) return true;
    }
    return false;
}

/* Lune, which runs on ChatGPT; Binny, a cartoon that is powered by a language model */
static bool find_persona(const mp_mention_finder *f, const mp_mention *name, const mp_mention_array *found) {
    mp_mention kind = {.owned_by_other = !f->has_name}; /* else it is the model that the page is about */
    if (name_length(f, name) - 1 >= 2 || !is_named(name) || has_first_name(f, name)) return true;
    if (is_called_after_likeness(f, name) || mp_persona_runs(f, name, &kind) || is_name_of_model(f, name, found) ||
        is_called_before(f, name, found) || mp_persona_is_titled(f, name) || mp_name_is_told_of(f, name, found, &kind))
        return remember_alias(f, token_of(f, name->head), f->sentence->block, &kind);
    return !is_powered(f, name) || remember_alias(f, token_of(f, name->head), f->sentence->block, NULL);
}

/* the council’s ‘Ask Penny’, on a page about a chatbot without a name */
static bool find_owned_alias(const mp_mention_finder *f, uint32_t stretch) {
    const mp_stretch *own = &f->sentences->stretches->items[stretch];
    uint32_t number = f->sentences->stretch_sentence[stretch], item = f->sentences->stretch_item[stretch];
    if (own->is_block || number == MP_NONE || own->end_token - own->first_token > 2) return true;
    bool owned = item > f->sentences->list[number].first && tag_at(f, item - 1) == MP_TAG_CLITIC;
    for (uint32_t i = own->first_token; i < own->end_token && owned; i++)
        owned = f->tokens->items[i].kind == MP_TOKEN_WORD && (f->tokens->items[i].flags & MP_TOKEN_CAPITAL) != 0;
    uint32_t last = own->end_token - 1;
    bool name = owned && (f->tokens->items[last].entry == 0 || mp_token_is(f->tokens, last, MP_BIT(FIRST_NAME)));
    return !name || remember_alias(f, last, own->block, NULL);
}

/* Binny, the chatbot of a ferry firm, of the National Ferry Trust: a body's, of no model's name. */
static bool is_of_some_body(const mp_mention_finder *f, const mp_mention *kind, const mp_mention_array *found) {
    const mp_mention *next = kind + 1;
    if (next >= found->items + found->count || next->sentence != kind->sentence || next->first != kind->end + 1)
        return false;
    if (!is(f, kind->end, MP_BIT(AFFILIATION)) || next->maker != 0 || next->owner_maker != 0 || next->model != 0)
        return false;
    return next->kind == MP_MENTION_ORGANISATION ||
           (next->kind == MP_MENTION_NAME && !is_known_person(f, next->head)) ||
           (next->classes & MP_BIT(DEPLOYER_NOUN)) != 0;
}

bool mp_aliases_find(mp_mention_finder *f, const mp_mention_array *found) {
    for (size_t i = 0; i < found->count; i++) f->has_model |= mp_mention_tells_of_a_model(&found->items[i]);
    for (size_t i = 0; i < found->count; i++) {
        const mp_mention *left = &found->items[i], *right = left + 1;
        f->sentence = &f->sentences->list[left->sentence];
        mp_block_kind kind_of_block = f->tokens->article->blocks[f->sentence->block].kind;
        if (kind_of_block == MP_BLOCK_BLOCKQUOTE || kind_of_block == MP_BLOCK_EMBED)
            continue; /* > There was a chatbot named Tingle – the bot’s own verse names nobody */
        if (!find_quoted_alias(f, left)) return false;
        if (!find_persona(f, left, found)) return false;
        if (i + 1 == found->count) continue;
        bool named = right->first == left->end + 1 && is_naming(f, left->end);
        bool persona = i > 0 && named && hangs_on_model(f, left - 1, left);
        uint16_t place = persona ? left->model : (uint16_t)0;
        if (persona) left--;
        if (!gives_name(f, left, right)) continue;
        bool first = is_a_model(f, left) || is_listed(left);
        const mp_mention *name = first ? right : left;
        mp_mention kind = first ? *left : *right;
        if (kind.owner_model == 0) kind.owner_model = place; /* a persona on Tingle called Lord Vesper */
        bool none = kind.owner_model == 0 && kind.owner_maker == 0 && kind.model == 0;
        if (none) kind.owned_by_other |= is_of_some_body(f, first ? left : right, found);
        uint32_t length = name_length(f, name);
        bool whole = name->first + length == name->end; /* not: at home Binny */
        if (length == 0 || length > 2 || !whole || (length == 2 && has_first_name(f, name))) continue; /* Lord Vesper */
        if (!remember_alias(f, token_of(f, name->head), f->sentence->block, &kind)) return false;
    }
    for (uint32_t i = 0; f->has_model && !f->has_name && i < f->sentences->stretches->count; i++)
        if (!find_owned_alias(f, i)) return false;
    return true;
}

static bool is_alias(const mp_mention_finder *f, mp_mention *mention) {
    char room[96];
    if (name_length(f, mention) - 1 >= 2 || !is_named(mention) || has_first_name(f, mention)) return false;
    mp_text word = folded_word(f, mention->head, room, sizeof room);
    uint32_t entry = word.length > 0 ? mp_lexicon_find(f->aliases, word) : 0;
    if (entry == 0) return false;
    mention->model = mp_lexicon_entry(f->aliases, entry)->model;
    mention->alias = (mp_lexicon_entry(f->aliases, entry)->classes & MP_BIT(PRONOUN_THING)) == 0;
    if (mention->model == 0) mention->owner_maker = mp_lexicon_entry(f->aliases, entry)->maker;
    if (mention->model == 0 && mention->owner_maker == 0) /* whoever runs it has put the name on it */
        mention->owned_by_other = (mp_lexicon_entry(f->aliases, entry)->classes & MP_BIT(DEPLOYER_NOUN)) != 0;
    return true;
}

/* Binny’s reply: owned by a model of the page’s own name. */
static void read_alias_owner(const mp_mention_finder *f, mp_mention *mention) {
    char room[96];
    uint32_t core = core_first(f, mention);
    if (!mention->owned_by_other || core < mention->first + 2 || tag_at(f, core - 2) != MP_TAG_NAME) return;
    mp_text word = folded_word(f, core - 2, room, sizeof room);
    uint32_t entry = word.length > 0 ? mp_lexicon_find(f->aliases, word) : 0;
    if (entry == 0) return;
    mention->owned_by_other = false;
    mention->owned_by_it = true;
    mention->owner_classes |= MP_BIT(MODEL_NOUN);
    mention->owner_model = mp_lexicon_entry(f->aliases, entry)->model;
}

/* Air Tern’s chatbot: whoever has a chatbot under a name that is no person’s is a firm. */
static bool find_firm(const mp_mention_finder *f, const mp_mention *mention) {
    bool bot = mention->kind == MP_MENTION_MODEL && mention->model == 0 && mention->owned_by_other && !mention->plural;
    uint32_t core = core_first(f, mention);
    if (!bot || core < mention->first + 2 || tag_at(f, core - 2) != MP_TAG_NAME) return true;
    if (is_known_person(f, core - 2) || is(f, core - 2, MP_BIT(FIRST_NAME) | MP_BIT(PLACE_NOUN))) return true;
    return keep_word(f, f->firms, core - 2);
}

static bool is_firm(const mp_mention_finder *f, const mp_mention *mention) {
    return tag_at(f, mention->head) == MP_TAG_NAME && has_word(f, f->firms, mention->head);
}

bool mp_firms_find(mp_mention_finder *f, const mp_mention_array *found) {
    for (size_t i = 0; i < found->count; i++) {
        f->sentence = &f->sentences->list[found->items[i].sentence];
        if (!find_firm(f, &found->items[i])) return false;
    }
    return true;
}

/* Names met before their person was named in full, in a headline for one, are classed once more. */
void mp_aliases_apply(mp_mention_finder *f, const mp_mention_array *found) {
    for (size_t i = 0; i < found->count; i++) {
        mp_mention *mention = &found->items[i];
        f->sentence = &f->sentences->list[mention->sentence];
        if (is_alias(f, mention)) {
            mention->kind = MP_MENTION_MODEL;
            mention->definite = true;
        } else
            read_alias_owner(f, mention);
        if (mention->kind != MP_MENTION_NAME) continue;
        if (is_known_person(f, mention->head))
            mention->kind = MP_MENTION_PERSON;
        else if (is_firm(f, mention))
            mention->kind = MP_MENTION_ORGANISATION;
    }
}
