/* mention.c: cuts sentences into noun phrases and says what each may be. Knows tags and the lexicon; nothing of who
 * speaks. Two passes: the first learns which names are people’s, the second uses it for surnames that stand alone. */
#include "mention.h"

#include "mention_internal.h"
#include "mention_settle.h"
#include "status.h"
#include "text.h"

#include <string.h>

uint16_t mp_model_settled(const mp_tokens *tokens, uint32_t settled, size_t token) {
    const mp_entry *entry = mp_token_entry(tokens, token);
    uint16_t number = entry->model;
    if ((tokens->items[token].flags & MP_TOKEN_CAPITAL) == 0 && !entry->any_case) return 0;
    const mp_model *model = &tokens->rules->models.items[number - 1];

    return !model->ambiguous || (settled >> model->ambiguity & 1) != 0 ? number : 0;
}

static uint16_t model_at(const mp_mention_finder *f, uint32_t item) {
    return tag_at(f, item) == MP_TAG_NAME ? mp_model_named(f->tokens, f->settled, token_of(f, item)) : 0;
}

static bool is_plural_noun(const mp_mention_finder *f, uint32_t item) {
    const mp_token *token = &f->tokens->items[token_of(f, item)];
    const char *bytes = f->tokens->article->blocks[f->sentence->block].text.bytes;
    if (is(f, item, MP_BIT(PLURAL))) return true;
    return token->end - token->start > 3 && bytes[token->end - 1] == 's' && bytes[token->end - 2] != 's';
}

/* ---- Cutting ----------------------------------------------------------------------------------------------------- */

static bool in_phrase(mp_tag tag) {
    return tag == MP_TAG_OTHER || tag == MP_TAG_NOUN || tag == MP_TAG_NAME || tag == MP_TAG_NUMBER ||
           tag == MP_TAG_CLITIC;
}

/* tells users | photo of cattle is: several persons right after a verb that takes a listener. */
static bool is_listener(const mp_mention_finder *f, uint32_t item) {
    if (item == f->sentence->first || tag_at(f, item - 1) != MP_TAG_VERB || !is(f, item, MP_BIT(PERSON_NOUN)))
        return false;
    uint16_t cue = entry_at(f, item - 1)->cue;
    return (mp_cue_takes(f->rules, cue) & MP_TAKES(LISTENER)) != 0 && is_plural_noun(f, item);
}

/* To a user in Jaipur Grok said: a name before a model’s that is no part of it. */
static bool is_foreign_to_model(const mp_mention_finder *f, uint32_t left, uint32_t right) {
    if (model_at(f, right) == 0 || tag_at(f, left) != MP_TAG_NAME || model_at(f, left) != 0) return false;
    const mp_entry *entry = entry_at(f, left);
    bool behind_preposition = left > f->sentence->first && tag_at(f, left - 1) == MP_TAG_PREPOSITION;
    return behind_preposition && entry->maker == 0 && entry->answerable == 0;
}

/* AI Rosa, the virtual Rosa: a machine under a person's name; not: AI Forensics, the bot Rosa built. */
static bool is_double(const mp_mention_finder *f, uint32_t left, uint32_t right) {
    mp_word_classes machine = MP_BIT(MODEL_NOUN_LOOSE) | MP_BIT(EVIDENCE);
    bool ai = (entry_at(f, left)->classes & machine) == machine &&
              (f->tokens->items[token_of(f, left)].flags & MP_TOKEN_ALL_CAPS) != 0;
    bool like = is(f, left, MP_BIT(LIKENESS)) && tag_at(f, left) != MP_TAG_NAME;
    return (ai || like) && tag_at(f, right) == MP_TAG_NAME && is(f, right, MP_BIT(FIRST_NAME));
}

/* Whether a new phrase begins between two words that could be one: “users Grok”, “the bot Musk built”, “Grok Tuesday”. */
static bool splits(const mp_mention_finder *f, uint32_t left, uint32_t right) {
    mp_tag before = tag_at(f, left), after = tag_at(f, right);
    bool time_before = is(f, left, MP_BIT(TIME));
    bool time_after = is(f, right, MP_BIT(TIME)) && !(after == MP_TAG_NAME && is(f, right, MP_BIT(VERB))); /* Times */
    if (before == MP_TAG_CLITIC || after == MP_TAG_CLITIC || before == MP_TAG_NUMBER) return false;
    if (before == MP_TAG_NAME && !f->sentence->title_case && is_foreign_to_model(f, left, right)) return true;
    if (time_before != time_after && (before == MP_TAG_NAME || after == MP_TAG_NAME)) return true;
    bool day = time_before && !time_after && left > f->sentence->first && tag_at(f, left - 1) == MP_TAG_PREPOSITION &&
               (f->tokens->items[token_of(f, left)].flags & MP_TOKEN_CAPITAL) != 0 && !f->sentence->title_case;
    if (day && after == MP_TAG_OTHER) return true; /* said on Friday safeguards had lapsed */
    if (before == MP_TAG_NOUN && (after == MP_TAG_OTHER || after == MP_TAG_NOUN) && is_listener(f, left)) return true;
    if (before != MP_TAG_NOUN || after != MP_TAG_NAME) return false;
    if (is_plural_noun(f, left)) return true;
    if (is_double(f, left, right)) return false;
    if (is(f, left, any_model_noun)) return model_at(f, right) == 0;
    return !is(f, left, MP_BIT(PERSON_NOUN) | MP_BIT(ORGANISATION_NOUN) | MP_BIT(MAKER_NOUN) | MP_BIT(SPOKES_NOUN));
}

static uint32_t phrase_end(const mp_mention_finder *f, uint32_t first) {
    uint32_t end = first;
    mp_tag tag = tag_at(f, first);
    if (tag == MP_TAG_PRONOUN) return first + 1;

    while (end < f->sentence->end && (tag_at(f, end) == MP_TAG_DETERMINER || tag_at(f, end) == MP_TAG_POSSESSIVE))
        end++;
    while (end < f->sentence->end) {
        tag = tag_at(f, end);
        bool after_opener =
            end > first && (tag_at(f, end - 1) == MP_TAG_DETERMINER || /* Grok’s first words */
                            tag_at(f, end - 1) == MP_TAG_CLITIC || tag_at(f, end - 1) == MP_TAG_POSSESSIVE);
        bool describes = tag == MP_TAG_ADVERB && after_opener && end + 1 < f->sentence->end &&
                         (tag_at(f, end + 1) == MP_TAG_OTHER || tag_at(f, end + 1) == MP_TAG_NOUN);
        if (!in_phrase(tag) && !describes) break;
        if (end > first && in_phrase(tag) && in_phrase(tag_at(f, end - 1)) && splits(f, end - 1, end)) break;
        end++;
    }
    return end;
}

static bool begins_phrase(mp_tag tag) {
    return tag == MP_TAG_DETERMINER || tag == MP_TAG_POSSESSIVE || tag == MP_TAG_PRONOUN ||
           (in_phrase(tag) && tag != MP_TAG_CLITIC);
}

/* ---- Classing ---------------------------------------------------------------------------------------------------- */

static uint32_t head_of(const mp_mention_finder *f, uint32_t first, uint32_t end) {
    for (uint32_t i = end; i > first; i--)
        if (tag_at(f, i - 1) == MP_TAG_NAME || tag_at(f, i - 1) == MP_TAG_NOUN) return i - 1;
    for (uint32_t i = end; i > first; i--)
        if (tag_at(f, i - 1) == MP_TAG_OTHER) return i - 1;
    return end - 1;
}

/* Notes names and owners among the words before the head. */
static void read_owner(const mp_mention_finder *f, mp_mention *mention, uint32_t core) {
    for (uint32_t i = mention->first; i < core; i++) {
        if (tag_at(f, i) == MP_TAG_CLITIC) mention->definite = true;
        const mp_entry *entry = entry_at(f, i);
        uint16_t model = model_at(f, i);
        mention->owner_classes |= entry->classes;
        if (model != 0) mention->owner_model = model;
        if (tag_at(f, i) == MP_TAG_NAME && entry->maker != 0) mention->owner_maker = entry->maker;
        if (tag_at(f, i) == MP_TAG_NAME && entry->answerable != 0) mention->owner_maker = entry->answerable;
        if ((entry->classes & any_model_noun) != 0 && tag_at(f, i) == MP_TAG_NOUN) mention->owned_by_it = true;
    }
    bool owned = core > mention->first;
    mention->owned_by_other = owned && mention->owner_model == 0 && mention->owner_maker == 0 && !mention->owned_by_it;
    if (tag_at(f, mention->first) == MP_TAG_POSSESSIVE)
        mention->owned_by_it = is(f, mention->first, MP_BIT(PRONOUN_THING) | MP_BIT(PRONOUN_PLURAL));
}

static void read_determiner(const mp_mention_finder *f, mp_mention *mention) {
    mp_tag tag = tag_at(f, mention->first);
    bool definite = is(f, mention->first, MP_BIT(DEFINITE));

    if (tag == MP_TAG_POSSESSIVE || (tag == MP_TAG_DETERMINER && definite)) mention->definite = true;
    if (tag == MP_TAG_DETERMINER && !definite) mention->indefinite = true;
    mention->plural = tag_at(f, mention->head) == MP_TAG_NOUN && is_plural_noun(f, mention->head);
}

static mp_mention_kind kind_of_noun(mp_word_classes classes) {
    if ((classes & MP_BIT(MODEL_NOUN)) != 0) return MP_MENTION_MODEL;
    if ((classes & MP_BIT(MODEL_NOUN_LOOSE)) != 0) return MP_MENTION_LOOSE;
    if ((classes & (MP_BIT(PERSON_NOUN) | MP_BIT(SPOKES_NOUN))) != 0) return MP_MENTION_PERSON;
    if ((classes & (MP_BIT(ORGANISATION_NOUN) | MP_BIT(MAKER_NOUN))) != 0) return MP_MENTION_ORGANISATION;
    if ((classes & MP_BIT(TEXT_NOUN)) != 0) return MP_MENTION_TEXT;
    if ((classes & MP_BIT(DOCUMENT_NOUN)) != 0) return MP_MENTION_DOCUMENT;
    if ((classes & MP_BIT(TIME)) != 0) return MP_MENTION_TIME;
    if ((classes & MP_BIT(PLACE_NOUN)) != 0) return MP_MENTION_PLACE;
    return MP_MENTION_THING;
}

/* A name is a person’s by a first name or a title in it, or because the page has named that person in full. */
static mp_mention_kind kind_of_name(const mp_mention_finder *f, const mp_mention *mention, uint32_t core) {
    bool person = false;

    for (uint32_t i = core; i < mention->end; i++) {
        if (is(f, i, MP_BIT(ORGANISATION_SUFFIX) | MP_BIT(ORGANISATION_NOUN) | MP_BIT(MAKER_NOUN)) &&
            i + 1 == mention->end)
            return MP_MENTION_ORGANISATION;
        bool capital = tag_at(f, i) == MP_TAG_NAME;
        person |= capital && is(f, i, MP_BIT(FIRST_NAME) | MP_BIT(HONORIFIC) | MP_BIT(RANK));
        person |= tag_at(f, i) == MP_TAG_NOUN && is(f, i, MP_BIT(PERSON_NOUN) | MP_BIT(SPOKES_NOUN));
        person |= capital && i == mention->head && is_known_person(f, i);
    }
    return person ? MP_MENTION_PERSON : MP_MENTION_NAME;
}

/* The model that a name in the core names, with its item in *at. */
static uint16_t model_in_core(const mp_mention_finder *f, const mp_mention *mention, uint32_t core, uint32_t *at) {
    for (uint32_t i = mention->end; i > core; i--) {
        uint16_t model = model_at(f, i - 1);
        *at = i - 1;
        if (model != 0) return model;
    }
    return 0;
}

static void class_by_head(const mp_mention_finder *f, mp_mention *mention, uint32_t core) {
    const mp_entry *head = entry_at(f, mention->head);
    mention->classes = head->classes;

    if (tag_at(f, mention->head) == MP_TAG_NAME) {
        mention->maker = head->maker != 0 ? head->maker : head->answerable;
        mention->kind = head->answerable != 0 ? MP_MENTION_PERSON
                        : head->maker != 0    ? MP_MENTION_ORGANISATION
                                              : (uint8_t)kind_of_name(f, mention, core);
        return;
    }
    mention->kind = tag_at(f, mention->head) == MP_TAG_NOUN ? (uint8_t)kind_of_noun(head->classes) : MP_MENTION_THING;
    for (uint32_t i = core; i < mention->head; i++) { /* “OpenAI chatbot”, “xAI engineer” */
        const mp_entry *before = entry_at(f, i);
        bool place = (before->classes & MP_BIT(PLACE_NOUN)) != 0 &&
                     (mention->owner_maker != 0 || mention->owned_by_other); /* Tingle’s, the bank’s Twitter bot */
        if (tag_at(f, i) == MP_TAG_NAME && before->maker != 0 && !place) mention->owner_maker = before->maker;
    }
}

/* The AI race is on, the chatbot craze has ended: a word that nothing is known of, with a verb behind it, is the noun; before
 * a quote or at the end it may be the verb (“the bot quipped”). */
static bool is_before_unknown_noun(const mp_mention_finder *f, const mp_mention *mention) {
    uint32_t last = mention->end - 1;
    if (mention->head >= last || !is(f, mention->head, any_model_noun) || tag_at(f, mention->head) != MP_TAG_NOUN)
        return false;
    if (tag_at(f, last) != MP_TAG_OTHER || mention->end >= f->sentence->end) return false;
    mp_tag next = tag_at(f, mention->end);
    return next == MP_TAG_VERB || next == MP_TAG_AUXILIARY;
}

/* the hospital’s AI triage system, an AI hiring software */
static bool is_ai_made(const mp_mention_finder *f, const mp_mention *mention, uint32_t core) {
    static const mp_word_classes ai = MP_BIT(MODEL_NOUN_LOOSE) | MP_BIT(EVIDENCE);
    if (tag_at(f, mention->head) != MP_TAG_NOUN || (mention->classes & MP_BIT(PERSON_NOUN)) != 0) return false;
    for (uint32_t i = core; i + 1 < mention->head; i++) /* right before the head it makes a phrase of the lexicon’s */
        if ((entry_at(f, i)->classes & ai) == ai && tag_at(f, i) == MP_TAG_NOUN) return true;
    return false;
}

/* “Grok”, “the AI chatbot Grok”, “Grok account” are the model; “Grok users”, “ChatGPT maker”, “Grok posts” are not. */
static void class_mention(const mp_mention_finder *f, mp_mention *mention) {
    uint32_t core = core_first(f, mention), at = 0;
    mention->head = head_of(f, core, mention->end);
    if (is_before_unknown_noun(f, mention)) mention->head = mention->end - 1;
    read_owner(f, mention, core);
    read_determiner(f, mention);
    uint16_t model = model_in_core(f, mention, core, &at);

    class_by_head(f, mention, core);
    if (mention->kind == MP_MENTION_LOOSE && !mention->plural && is_ai_made(f, mention, core))
        mention->kind = MP_MENTION_MODEL;
    bool first = mention->head == mention->first;
    if (model == 0 && !first && mention->head + 1 == mention->end && is_double(f, mention->head - 1, mention->head)) {
        mention->kind = MP_MENTION_MODEL;
        mention->alias = mention->definite = mention->owned_by_other = true;
        return;
    }
    if (model == 0) return;
    bool is_the_model =
        at == mention->head || is(f, mention->head, any_model_noun) || tag_at(f, mention->head) == MP_TAG_OTHER;
    if (!is_the_model) {
        mention->owner_model = model;
        mention->definite = true;
        return;
    }
    mention->kind = MP_MENTION_MODEL;
    mention->model = model;
    mention->maker = entry_at(f, at)->maker;
}

static void class_pronoun(const mp_mention_finder *f, mp_mention *mention) {
    mp_word_classes classes = entry_at(f, mention->first)->classes;

    mention->head = mention->first;
    mention->classes = classes;
    mention->object_form = (classes & MP_BIT(PRONOUN_OBJECT)) != 0;
    bool nobody = (classes & MP_BIT(NEGATION)) != 0 && (classes & MP_BIT(PRONOUN_PERSON)) != 0;
    mention->kind = nobody                                                              ? MP_MENTION_THEY
                    : (classes & MP_BIT(PRONOUN_THING)) != 0                            ? MP_MENTION_IT
                    : (classes & MP_BIT(PRONOUN_PERSON)) != 0                           ? MP_MENTION_HE_OR_SHE
                    : (classes & MP_BIT(PRONOUN_PLURAL)) != 0                           ? MP_MENTION_THEY
                    : (classes & (MP_BIT(PRONOUN_FIRST) | MP_BIT(PRONOUN_SECOND))) != 0 ? MP_MENTION_I
                                                                                        : MP_MENTION_OTHER_PRONOUN;
}

/* ---- The passes -------------------------------------------------------------------------------------------------- */

static bool remember_person(const mp_mention_finder *f, const mp_mention *mention) {
    if (mention->kind != MP_MENTION_PERSON) return true;

    for (uint32_t i = mention->first; i < mention->end; i++) {
        if (tag_at(f, i) != MP_TAG_NAME || entry_at(f, i)->model != 0 || entry_at(f, i)->maker != 0) continue;
        if (!keep_word(f, f->people, i)) return false;
    }
    return true;
}

static mp_mention mention_at(const mp_mention_finder *f, uint32_t sentence, uint32_t first) {
    mp_mention mention = {.sentence = sentence, .first = first, .end = phrase_end(f, first)};

    if (tag_at(f, first) == MP_TAG_PRONOUN)
        class_pronoun(f, &mention);
    else
        class_mention(f, &mention);
    return mention;
}

/* its assistant, known as | Wyn */
static bool leads_to_name(const mp_mention_finder *f, uint32_t item) {
    if (tag_at(f, item) != MP_TAG_OTHER || !is(f, item, MP_BIT(NAMING)) || item + 1 >= f->sentence->end) return false;
    return tag_at(f, item + 1) == MP_TAG_NAME;
}

static bool find_in_sentence(mp_mention_finder *f, uint32_t sentence, mp_mention_array *found, uint32_t *item_mention) {
    f->sentence = &f->sentences->list[sentence];

    for (uint32_t i = f->sentence->first; i < f->sentence->end;) {
        if (!begins_phrase(tag_at(f, i)) || leads_to_name(f, i)) {
            i++;
            continue;
        }
        mp_mention mention = mention_at(f, sentence, i);
        for (uint32_t k = mention.first; k < mention.end; k++) item_mention[k] = (uint32_t)found->count;
        i = mention.end;
        if (!MP_PUSH(f->arena, found, mention) || !remember_person(f, &mention)) return false;
    }
    return true;
}

bool mp_mention_tells_of_a_model(const mp_mention *mention) {
    return mention->kind == MP_MENTION_MODEL ||
           (mention->kind == MP_MENTION_LOOSE && !mention->plural && (mention->classes & MP_BIT(BOT)) != 0) ||
           (mention->kind == MP_MENTION_LOOSE && mention->definite && (mention->classes & MP_BIT(EVIDENCE)) != 0);
}

mp_status mp_mentions_find(const mp_sentences *sentences, const uint8_t *tags, mp_arena *arena, mp_mentions *mentions,
                           mp_error *error) {
    mp_mention_array found = {0};
    uint32_t *item_mention = MP_NEW_ARRAY(arena, sentences->item_count, uint32_t);
    uint32_t *sentence_first = MP_NEW_ARRAY(arena, sentences->count + 1, uint32_t);
    mp_mention_finder f = {.sentences = sentences,
                           .tokens = sentences->tokens,
                           .rules = sentences->tokens->rules,
                           .tags = tags,
                           .people = mp_lexicon_new(arena),
                           .aliases = mp_lexicon_new(arena),
                           .talkers = mp_lexicon_new(arena),
                           .firms = mp_lexicon_new(arena),
                           .arena = arena,
                           .settled = mp_names_settled(sentences->tokens)};
    if (item_mention == NULL || sentence_first == NULL || f.people == NULL || f.aliases == NULL || f.talkers == NULL ||
        f.firms == NULL)
        return mp_fail_memory(error);

    memset(item_mention, 0xFF, sentences->item_count * sizeof *item_mention);
    for (uint32_t s = 0; s < sentences->count; s++) {
        sentence_first[s] = (uint32_t)found.count;
        if (!find_in_sentence(&f, s, &found, item_mention)) return mp_fail_memory(error);
    }
    sentence_first[sentences->count] = (uint32_t)found.count;
    for (size_t i = 0; i < found.count; i++) f.has_model |= mp_mention_tells_of_a_model(&found.items[i]);
    mp_page_read_machines(&f);
    if (!mp_personas_find(&f, &found) || !mp_aliases_find(&f, &found) || !mp_lone_names_find(&f, &found) ||
        !mp_weighed_names_find(&f, &found) || !mp_firms_find(&f, &found))
        return mp_fail_memory(error);
    mp_aliases_apply(&f, &found);
    MP_FIT(arena, &found);
    *mentions = (mp_mentions){.sentences = sentences,
                              .tags = tags,
                              .items = found.items,
                              .count = found.count,
                              .item_mention = item_mention,
                              .sentence_first = sentence_first,
                              .fiction = f.is_fiction,
                              .names = f.names,
                              .weighed = f.weighed,
                              .settled = f.settled};
    return MP_OK;
}
