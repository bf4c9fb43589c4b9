/* tag.c: what part each item plays in its sentence. Knows the lexicon's classes and the shape of English words; nothing
 * of speakers. A word that can be verb and noun (posts, claims, answers) is settled by what stands before it, then by
 * what follows. */
#include "tag.h"

#include "text.h"

#include <string.h>

typedef struct tagger {
    const mp_sentences *sentences;
    const mp_sentence *sentence;
    uint8_t *tags;
} tagger;

static const mp_word_classes noun_classes = MP_BIT(PERSON_NOUN) | MP_BIT(ORGANISATION_NOUN) | MP_BIT(DOCUMENT_NOUN) |
                                            MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE) | MP_BIT(TEXT_NOUN) |
                                            MP_BIT(MAKER_NOUN) | MP_BIT(SPOKES_NOUN) | MP_BIT(TIME) | MP_BIT(NOUN) |
                                            MP_BIT(PLACE_NOUN) | MP_BIT(WORDS_NOUN) | MP_BIT(TALKER);

static const mp_token *token_at(const tagger *t, uint32_t item) {
    return &t->sentences->tokens->items[t->sentences->items[item].token];
}

static bool is(const tagger *t, uint32_t item, mp_word_classes classes) {
    return mp_item_is(t->sentences, item, classes);
}

static const mp_entry *entry_at(const tagger *t, uint32_t item) {
    return mp_token_entry(t->sentences->tokens, t->sentences->items[item].token);
}

static bool ends_in(const tagger *t, uint32_t item, const char *ending) {
    const mp_token *token = token_at(t, item);
    size_t length = strlen(ending), token_length = token->end - token->start;
    const char *bytes = t->sentences->tokens->article->blocks[t->sentence->block].text.bytes;

    return token_length > length + 2 && memcmp(bytes + token->end - length, ending, length) == 0;
}

/* The tag before `item`, adverbs passed over; MP_TAG_STOP at the sentence's start. */
static mp_tag tag_before(const tagger *t, uint32_t item) {
    while (item > t->sentence->first) {
        item--;
        if (t->tags[item] != MP_TAG_ADVERB) return (mp_tag)t->tags[item];
    }
    return MP_TAG_STOP;
}

static bool ends_noun_phrase(mp_tag tag) {
    return tag == MP_TAG_NAME || tag == MP_TAG_NOUN || tag == MP_TAG_PRONOUN || tag == MP_TAG_OTHER ||
           tag == MP_TAG_NUMBER;
}

static bool begins_noun_phrase(mp_tag tag) {
    return tag == MP_TAG_DETERMINER || tag == MP_TAG_POSSESSIVE || tag == MP_TAG_CLITIC;
}

static bool is_plural_before(const tagger *t, uint32_t item) {
    if (item == t->sentence->first) return false;
    const mp_token *before = token_at(t, item - 1);
    if (before->kind != MP_TOKEN_WORD) return false;
    return is(t, item - 1, MP_BIT(PLURAL) | MP_BIT(PRONOUN_FIRST) | MP_BIT(PRONOUN_SECOND) | MP_BIT(PRONOUN_PLURAL)) ||
           (ends_in(t, item - 1, "s") && !ends_in(t, item - 1, "ss"));
}

/* “…,” Perplexity notes. “…,” the letter reads. Only the words of one noun phrase stand between quote and word. */
static bool subject_follows_quote(const tagger *t, uint32_t item) {
    enum { most_words = 8 };
    uint32_t at = item;

    for (uint32_t steps = 0; at > t->sentence->first && steps < most_words; at--, steps++) {
        mp_tag tag = (mp_tag)t->tags[at - 1];
        bool inside =
            tag == MP_TAG_PREPOSITION && at < item && t->tags[at] == MP_TAG_NAME; /* a message from Grok reads */
        if (!ends_noun_phrase(tag) && !begins_noun_phrase(tag) && !inside) break;
    }
    return at < item && at > t->sentence->first && t->tags[at - 1] == MP_TAG_STRETCH;
}

/* Whether a word that could be verb or noun stands where a verb's complement would follow it. */
static bool complement_follows(const tagger *t, uint32_t item) {
    uint32_t next = item + 1;
    if (subject_follows_quote(t, item)) return true;
    if (next >= t->sentence->end) return true;
    if (t->sentences->items[next].stretch != MP_NONE) return true;
    if (is(t, next, MP_BIT(AUXILIARY) | MP_BIT(MODAL))) return false;
    if (is(t, next, MP_BIT(VERB)) && !is(t, next, MP_BIT(VERB_GERUND) | noun_classes)) return false;
    bool people = item > t->sentence->first && is(t, item - 1, MP_BIT(PERSON_NOUN)) && is_plural_before(t, item);
    return people || !mp_item_has_kind(t->sentences, next, MP_TOKEN_STOP) || t->sentence->title_case;
}

/* Whether a noun phrase that began with a determiner or an owner is still open before `item`. */
static bool in_open_phrase(const tagger *t, uint32_t item) {
    for (uint32_t i = item; i > t->sentence->first; i--) {
        mp_tag tag = (mp_tag)t->tags[i - 1];
        if (begins_noun_phrase(tag)) return true;
        if (tag != MP_TAG_OTHER && tag != MP_TAG_NUMBER && tag != MP_TAG_NOUN && tag != MP_TAG_NAME &&
            tag != MP_TAG_ADVERB)
            return false;
    }
    return false;
}

/* A base form wants a subject of several, a third person’s form one of one: “software update”, “users claim”. */
static bool agrees(const tagger *t, uint32_t item) {
    bool third = entry_at(t, item)->verb_form == MP_VERB_THIRD;
    if (entry_at(t, item)->base_is_past) return true; /* the response read */
    return t->tags[item - 1] == MP_TAG_NAME ? third || t->sentence->title_case : third != is_plural_before(t, item);
}

/* A noun is hardly ever followed by an article, a verb often. */
static bool object_follows(const tagger *t, uint32_t item) {
    uint32_t next = item + 1;
    if (next >= t->sentence->end || t->sentences->items[next].stretch != MP_NONE) return false;
    bool name = !t->sentence->title_case && token_at(t, next)->kind == MP_TOKEN_WORD &&
                (token_at(t, next)->flags & MP_TOKEN_CAPITAL) != 0;
    return name || is(t, next, MP_BIT(DETERMINER) | MP_BIT(THAT) | MP_BIT(PRONOUN_THING));
}

/* Whether a headline has its verb already, in the clause that reaches up to `item`, with a colon behind. */
static bool has_verb_before(const tagger *t, uint32_t item) {
    enum { most_items = 12 };
    if (item + 1 >= t->sentence->end || !mp_item_has_kind(t->sentences, item + 1, MP_TOKEN_COLON)) return false;
    for (uint32_t i = item - 1; i > t->sentence->first && i + most_items > item; i--) {
        mp_tag tag = (mp_tag)t->tags[i];
        if (tag == MP_TAG_COMMA || tag == MP_TAG_COORDINATOR || tag == MP_TAG_SUBORDINATOR) return false;
        if (tag == MP_TAG_VERB) return true;
    }
    return false;
}

static bool noun_is_verb_here(const tagger *t, uint32_t item) {
    mp_tag before = tag_before(t, item);
    if (before == MP_TAG_TO || before == MP_TAG_AUXILIARY || before == MP_TAG_RELATIVE || before == MP_TAG_NEGATION)
        return true;
    if (begins_noun_phrase(before) || before == MP_TAG_PREPOSITION || before == MP_TAG_NUMBER) return false;
    bool third = entry_at(t, item)->verb_form == MP_VERB_THIRD;             /* the message, shown to us, reads */
    if (before == MP_TAG_STRETCH && has_verb_before(t, item)) return false; /* breaks silence on ‘white’ rants: */
    if (before == MP_TAG_STRETCH || before == MP_TAG_COMMA) return third || complement_follows(t, item);
    if (before == MP_TAG_PRONOUN) return true;
    if (before == MP_TAG_NAME && entry_at(t, item)->verb_form == MP_VERB_PAST) return true; /* Grok accused nobody */
    bool needs = before == MP_TAG_OTHER && third && entry_at(t, item)->cue == 0;
    if (needs && object_follows(t, item)) return true; /* a neck with fever needs a doctor */
    if (before != MP_TAG_NAME && before != MP_TAG_NOUN)
        return before == MP_TAG_COORDINATOR && complement_follows(t, item) && !in_open_phrase(t, item);
    bool name_follows = item + 1 < t->sentence->end && !is(t, item + 1, MP_BIT(DETERMINER) | MP_BIT(THAT));
    bool base_in_phrase = !third && name_follows && in_open_phrase(t, item); /* in a Herald interview Wren said */
    return ((object_follows(t, item) && !base_in_phrase) || agrees(t, item)) && complement_follows(t, item);
}

static bool is_noun_ahead(const tagger *t, uint32_t item) {
    uint32_t next = item + 1;
    if (next >= t->sentence->end || t->sentences->items[next].stretch != MP_NONE) return false;
    return is(t, next, noun_classes) || (token_at(t, next)->kind == MP_TOKEN_WORD && token_at(t, next)->entry == 0);
}

/* A past form between a determiner and its noun is an adjective: “the suspended account”. */
static bool past_is_adjective(const tagger *t, uint32_t item) {
    mp_tag before = item > t->sentence->first ? (mp_tag)t->tags[item - 1] : MP_TAG_STOP;
    if (before == MP_TAG_ADVERB && tag_before(t, item) == MP_TAG_DETERMINER && is_noun_ahead(t, item))
        return true; /* one newly promoted coach */
    return begins_noun_phrase(before) && entry_at(t, item)->verb_form != MP_VERB_GERUND;
}

static bool follows_cue(const tagger *t, uint32_t item) {
    if (item == t->sentence->first || t->tags[item - 1] != MP_TAG_VERB) return false;
    return entry_at(t, item - 1)->cue != 0 && entry_at(t, item - 1)->verb_form != MP_VERB_BASE;
}

/* tells depositors transfer levy is scrapped: behind whoever is told, a noun phrase whose verb is still to come. */
static bool is_told_of(const tagger *t, uint32_t item) {
    enum { most_items = 4 };
    uint32_t last = item - 1;
    if (t->tags[last] != MP_TAG_NOUN || !is(t, last, MP_BIT(PERSON_NOUN)) || last == t->sentence->first) return false;
    if (t->tags[last - 1] != MP_TAG_VERB || entry_at(t, last - 1)->cue == 0) return false;
    for (uint32_t i = item + 1; i < t->sentence->end && i <= item + most_items; i++) {
        if (t->sentences->items[i].stretch != MP_NONE || mp_item_has_kind(t->sentences, i, MP_TOKEN_COMMA))
            return false;
        if (is(t, i, MP_BIT(THAT) | MP_BIT(TO) | MP_BIT(DETERMINER))) return false;
        if (is(t, i, MP_BIT(AUXILIARY) | MP_BIT(MODAL) | MP_BIT(BE))) return true;
    }
    return false;
}

/* Whether what looks like a verb's base form is a noun or an adjective after all: confirms ban; assured him fake cases
 * were real; told tenants rent was free. */
static bool base_is_no_verb(const tagger *t, uint32_t item, mp_tag before) {
    if (item == t->sentence->first) return false;
    uint32_t last = item - 1;
    if (follows_cue(t, item)) return true;
    bool to_him = t->tags[last] == MP_TAG_PRONOUN && is(t, last, MP_BIT(PRONOUN_OBJECT)) && last > t->sentence->first &&
                  t->tags[last - 1] == MP_TAG_VERB && entry_at(t, last - 1)->cue != 0;
    if (to_him || is_told_of(t, item)) return true;
    bool ends_phrase = before == MP_TAG_NOUN || before == MP_TAG_NAME || before == MP_TAG_OTHER;
    return ends_phrase && item + 1 < t->sentence->end &&
           is(t, item + 1, MP_BIT(AUXILIARY) | MP_BIT(MODAL) | MP_BIT(BE)) && !is(t, item + 1, MP_BIT(NEGATION));
}

/* Only then did the chatbot own it: a noun phrase between an auxiliary and its verb. */
static bool is_behind_inverted_subject(const tagger *t, uint32_t item) {
    enum { most_items = 8 };
    for (uint32_t i = item, steps = 0; i > t->sentence->first && steps < most_items; i--, steps++) {
        mp_tag tag = (mp_tag)t->tags[i - 1];
        if (ends_noun_phrase(tag) || begins_noun_phrase(tag)) continue;
        bool inverts = tag == MP_TAG_AUXILIARY && !is(t, i - 1, MP_BIT(BE)) && i < item;
        return inverts && i >= t->sentence->first + 2 && t->tags[i - 2] != MP_TAG_PRONOUN;
    }
    return false;
}

static mp_tag tag_verb(const tagger *t, uint32_t item) {
    const mp_entry *entry = entry_at(t, item);
    mp_tag before = tag_before(t, item);

    if (entry->verb_form == MP_VERB_GERUND) {
        bool noun_place = begins_noun_phrase(before) || before == MP_TAG_OTHER;
        bool compound = before == MP_TAG_NOUN && item + 1 < t->sentence->end && is(t, item + 1, noun_classes) &&
                        is_plural_before(t, item);
        if (compound) return MP_TAG_OTHER; /* told voters polling stations */
        if (!noun_place) return MP_TAG_GERUND;
        return (entry->classes & noun_classes) != 0 ? MP_TAG_NOUN : MP_TAG_OTHER;
    }
    if ((entry->classes & noun_classes) != 0 && !noun_is_verb_here(t, item)) return MP_TAG_NOUN;
    if (entry->verb_form == MP_VERB_PAST) return past_is_adjective(t, item) ? MP_TAG_OTHER : MP_TAG_VERB;
    if (begins_noun_phrase(before)) return MP_TAG_OTHER;
    if (before == MP_TAG_NUMBER && in_open_phrase(t, item)) return MP_TAG_OTHER;        /* a 2-1 win */
    if (entry->verb_form == MP_VERB_THIRD && follows_cue(t, item)) return MP_TAG_OTHER; /* said fixes are */
    bool base = entry->verb_form == MP_VERB_BASE;
    if (before == MP_TAG_PREPOSITION && base) return MP_TAG_OTHER;
    bool in_phrase = before == MP_TAG_OTHER && item >= t->sentence->first + 2 && t->tags[item - 1] == MP_TAG_OTHER &&
                     t->tags[item - 2] == MP_TAG_PREPOSITION; /* to public feed */
    if (base && (in_phrase || base_is_no_verb(t, item, before))) return MP_TAG_OTHER;
    if (base && object_follows(t, item)) return MP_TAG_VERB;
    if (base && (before == MP_TAG_OTHER || before == MP_TAG_NOUN || before == MP_TAG_NAME) && in_open_phrase(t, item) &&
        !agrees(t, item) && !is_behind_inverted_subject(t, item))
        return MP_TAG_OTHER;
    return MP_TAG_VERB;
}

/* “…,” Skipper said: behind a comma the sentence goes on, so a capital is a name’s; not: “…,” Councillor Smith said */
static bool goes_on_from_quote(const tagger *t, uint32_t item) {
    uint32_t number = t->sentences->items[item - 1].stretch;
    if (number == MP_NONE || t->sentence->title_case || !is(t, item, MP_BIT(PERSON_NOUN))) return false;
    const mp_stretch *stretch = &t->sentences->stretches->items[number];
    if (t->sentences->tokens->items[stretch->end_token - 1].kind != MP_TOKEN_COMMA) return false;
    uint32_t next = item + 1;
    return next >= t->sentence->end || t->sentences->items[next].stretch != MP_NONE ||
           (token_at(t, next)->flags & MP_TOKEN_CAPITAL) == 0;
}

static bool follows_quote_or_colon(const tagger *t, uint32_t item) {
    if (item == t->sentence->first || goes_on_from_quote(t, item)) return false;
    return t->tags[item - 1] == MP_TAG_STRETCH || t->tags[item - 1] == MP_TAG_COLON || t->tags[item - 1] == MP_TAG_DASH;
}

/* Whether what follows can be a source and no surname: a model, a description. */
static bool source_follows(const tagger *t, uint32_t item) {
    uint32_t next = item + 1;
    if (next >= t->sentence->end || t->sentences->items[next].stretch != MP_NONE) return false;
    return entry_at(t, next)->model != 0 || is(t, next, MP_BIT(DETERMINER) | MP_BIT(POSSESSIVE));
}

/* World Food Programme: a capital in running text, behind a name that is no model’s nor maker’s. */
static bool ends_proper_name(const tagger *t, uint32_t item) {
    if (t->sentence->title_case || item == t->sentence->first || is(t, item, MP_BIT(MODEL_NOUN))) return false;
    const mp_entry *before = entry_at(t, item - 1);
    bool named = t->tags[item - 1] == MP_TAG_NAME && before->model == 0 && before->maker == 0;
    return named && token_at(t, item - 1)->kind == MP_TOKEN_WORD && (token_at(t, item)->flags & MP_TOKEN_ALL_CAPS) == 0;
}

/* Whether a capital says “name” here. At a sentence's start, and in title case, only unknown words and first names. */
static bool is_name(const tagger *t, uint32_t item) {
    const mp_token *token = token_at(t, item);
    const mp_entry *entry = entry_at(t, item);
    if (token->kind == MP_TOKEN_HANDLE || entry->any_case) return true;
    if ((token->flags & MP_TOKEN_CAPITAL) == 0) return false;
    if (entry->model != 0 || entry->maker != 0 || entry->answerable != 0) return true;
    if ((entry->classes & (MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE))) != 0)
        return ends_proper_name(t, item); /* “AI chatbot”; but: World Food Programme */
    if ((entry->classes & (MP_BIT(NO_NAME) | MP_BIT(NATION) | MP_BIT(TIME))) != 0) return false;
    if ((entry->classes & MP_BIT(SOURCE)) != 0 && source_follows(t, item)) return false; /* Per Grok, … */
    if ((entry->classes & (MP_BIT(FIRST_NAME) | MP_BIT(HONORIFIC) | MP_BIT(RANK))) != 0) return true;
    bool capital_says_nothing =
        item == t->sentence->first || t->sentence->title_case || follows_quote_or_colon(t, item);
    if (!capital_says_nothing) return true;
    if (token->entry != 0) return false;
    return !ends_in(t, item, "ly") &&
           !(item == t->sentence->first && (ends_in(t, item, "ing") || ends_in(t, item, "ed")));
}

/* “another” and “this” stand for a noun where none follows. */
static bool noun_follows(const tagger *t, uint32_t item) {
    uint32_t next = item + 1;
    if (next >= t->sentence->end || t->sentences->items[next].stretch != MP_NONE) return false;
    const mp_token *token = token_at(t, next);
    if (token->kind != MP_TOKEN_WORD && token->kind != MP_TOKEN_NUMBER) return false;
    if (is(t, next, noun_classes)) return true;
    bool at_one_touch = tag_before(t, item) == MP_TAG_PREPOSITION && is(t, next, MP_BIT(VERB_BASE)) &&
                        !is(t, next, MP_BIT(AUXILIARY) | MP_BIT(MODAL));
    if (at_one_touch) return true;
    return !is(t, next,
               MP_BIT(VERB) | MP_BIT(AUXILIARY) | MP_BIT(MODAL) | MP_BIT(PREPOSITION) | MP_BIT(ADVERB) |
                   MP_BIT(COORDINATOR) | MP_BIT(SUBORDINATOR) | MP_BIT(THAT) | MP_BIT(PRONOUN_FIRST) |
                   MP_BIT(PRONOUN_PERSON) | MP_BIT(PRONOUN_THING) | MP_BIT(PRONOUN_PLURAL) | MP_BIT(DETERMINER) |
                   MP_BIT(POSSESSIVE) | MP_BIT(TO) | MP_BIT(QUESTION));
}

static mp_tag tag_that(const tagger *t, uint32_t item) {
    mp_tag before = tag_before(t, item);
    if (before == MP_TAG_STOP || before == MP_TAG_PREPOSITION || before == MP_TAG_COORDINATOR) {
        bool of_that_age = before == MP_TAG_PREPOSITION && noun_follows(t, item);
        bool demonstrative = item + 1 < t->sentence->end && (of_that_age || is(t, item + 1, noun_classes));
        return before == MP_TAG_COORDINATOR && !demonstrative ? MP_TAG_THAT
               : demonstrative                                ? MP_TAG_DETERMINER
                                                              : MP_TAG_PRONOUN;
    }
    return MP_TAG_THAT;
}

/* 's after a pronoun is “is”; after a noun it owns what follows, unless nothing that can be owned does. */
static mp_tag tag_clitic(const tagger *t, uint32_t item) {
    mp_tag before = item > t->sentence->first ? (mp_tag)t->tags[item - 1] : MP_TAG_STOP;
    if (before == MP_TAG_PRONOUN || before == MP_TAG_QUESTION || before == MP_TAG_THAT || before == MP_TAG_RELATIVE)
        return MP_TAG_AUXILIARY;
    if (item + 1 >= t->sentence->end) return MP_TAG_CLITIC;
    bool verbal =
        is(t, item + 1, MP_BIT(DETERMINER) | MP_BIT(NEGATION) | MP_BIT(PREPOSITION) | MP_BIT(BE) | MP_BIT(VERB_GERUND));
    bool owned = is(t, item + 1, MP_BIT(WORDS_NOUN)); /* Grok’s telling, its reckoning */
    owned |= is(t, item + 1, MP_BIT(VERB_GERUND)) && item + 2 < t->sentence->end &&
             is(t, item + 2, MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE) | MP_BIT(BOT)); /* the shop’s planning bot */
    return verbal && !owned ? MP_TAG_AUXILIARY : MP_TAG_CLITIC;
}

/* promised to, told us to: a verb that takes an infinitive, or one with a listener, just before “to”. */
static bool promise_before(const tagger *t, uint32_t item) {
    uint32_t verb = item > t->sentence->first ? item - 1 : item;
    enum { most_listener_words = 5 };
    bool listener = false;
    for (int steps = 0; steps < most_listener_words && verb > t->sentence->first; steps++, verb--) {
        mp_tag tag = (mp_tag)t->tags[verb];
        if (!ends_noun_phrase(tag) && !begins_noun_phrase(tag)) break;
        listener = true;
    }
    const mp_entry *entry = entry_at(t, verb);
    if (t->tags[verb] != MP_TAG_VERB || entry->cue == 0) return false;
    uint16_t takes = t->sentences->tokens->rules->cues.items[entry->cue - 1].takes;
    return (takes & MP_TAKES(TO)) != 0 && (!listener || (takes & MP_TAKES(LISTENER)) != 0);
}

/* A small word that no list has, or a noun that verbs are made of: to consult, to book. */
static bool may_be_unknown_verb(const tagger *t, uint32_t item) {
    const mp_token *token = token_at(t, item);
    if (t->sentences->items[item].stretch != MP_NONE || token->kind != MP_TOKEN_WORD) return false;
    if ((token->flags & MP_TOKEN_CAPITAL) != 0 && !t->sentence->title_case) return false;
    return token->entry == 0 || (entry_at(t, item)->classes & ~(noun_classes | MP_BIT(PLURAL))) == 0;
}

static mp_tag tag_to(const tagger *t, uint32_t item) {
    uint32_t next = item + 1;
    while (next < t->sentence->end && is(t, next, MP_BIT(ADVERB) | MP_BIT(DISBELIEF) | MP_BIT(NEGATION))) next++;
    if (next >= t->sentence->end || is(t, next, MP_BIT(VERB_GERUND)))
        return MP_TAG_PREPOSITION; /* confessed to having */
    if (is(t, next, MP_BIT(VERB_BASE) | MP_BIT(AUXILIARY))) return MP_TAG_TO;
    return promise_before(t, item) && may_be_unknown_verb(t, next) ? MP_TAG_TO : MP_TAG_PREPOSITION;
}

typedef struct class_tag {
    mp_word_classes classes;
    mp_tag tag;
} class_tag;

/* Small words have one part each, but for the few settled above; the first that fits holds. */
static const class_tag closed_classes[] = {
    {MP_BIT(NEGATION), MP_TAG_NEGATION},
    {MP_BIT(AUXILIARY) | MP_BIT(MODAL) | MP_BIT(BE), MP_TAG_AUXILIARY},
    {MP_BIT(POSSESSIVE), MP_TAG_POSSESSIVE},
    {MP_BIT(PRONOUN_FIRST) | MP_BIT(PRONOUN_SECOND) | MP_BIT(PRONOUN_PERSON) | MP_BIT(PRONOUN_THING) |
         MP_BIT(PRONOUN_PLURAL) | MP_BIT(PRONOUN_OBJECT),
     MP_TAG_PRONOUN},
    {MP_BIT(DETERMINER) | MP_BIT(DEFINITE), MP_TAG_DETERMINER},
    {MP_BIT(COORDINATOR), MP_TAG_COORDINATOR},
    {MP_BIT(RELATIVE), MP_TAG_RELATIVE},
    {MP_BIT(QUESTION), MP_TAG_QUESTION},
    {MP_BIT(PREPOSITION) | MP_BIT(SOURCE), MP_TAG_PREPOSITION},
    {MP_BIT(SUBORDINATOR) | MP_BIT(HYPOTHETICAL), MP_TAG_SUBORDINATOR},
    {MP_BIT(PRONOUN_OTHER), MP_TAG_PRONOUN},
};

static mp_tag tag_closed(const tagger *t, uint32_t item, mp_word_classes classes) {
    mp_word_classes pronouns = MP_BIT(PRONOUN_OTHER) | MP_BIT(PRONOUN_PERSON); /* “another”, “her” before no noun */
    bool head = (classes & MP_BIT(PRONOUN_OTHER)) != 0 && item > t->sentence->first &&
                t->tags[item - 1] == MP_TAG_OTHER && in_open_phrase(t, item);
    if (head) return MP_TAG_NOUN; /* the most recent one dated from May */
    if ((classes & pronouns) != 0 && !noun_follows(t, item)) return MP_TAG_PRONOUN;
    for (size_t i = 0; i < sizeof closed_classes / sizeof *closed_classes; i++)
        if ((classes & closed_classes[i].classes) != 0) return closed_classes[i].tag;
    return MP_TAG_OTHER;
}

/* flood-related, sun-dried: adjectives, whatever their ending. */
static bool is_compound(const tagger *t, uint32_t item) {
    const mp_token *token = token_at(t, item);
    const char *bytes = t->sentences->tokens->article->blocks[t->sentence->block].text.bytes;
    return memchr(bytes + token->start, '-', token->end - token->start) != NULL;
}

/* it misread the files: between a pronoun that is a subject and a noun phrase, a verb that no list has. */
static bool is_between_subject_and_object(const tagger *t, uint32_t item) {
    if (item == t->sentence->first || item + 1 >= t->sentence->end || entry_at(t, item)->verb_form != 0) return false;
    if (t->tags[item - 1] != MP_TAG_PRONOUN || t->sentences->items[item + 1].stretch != MP_NONE) return false;
    bool subject = is(t, item - 1,
                      MP_BIT(PRONOUN_THING) | MP_BIT(PRONOUN_PERSON) | MP_BIT(PRONOUN_FIRST) | MP_BIT(PRONOUN_PLURAL) |
                          MP_BIT(PRONOUN_SECOND)) &&
                   (!is(t, item - 1, MP_BIT(PRONOUN_OBJECT)));
    mp_tag outer = item >= t->sentence->first + 2 ? (mp_tag)t->tags[item - 2] : MP_TAG_STOP;
    bool object = outer == MP_TAG_VERB && !is(t, item - 2, MP_BIT(CLAUSAL)) && entry_at(t, item - 2)->cue == 0;
    bool small = (token_at(t, item)->flags & MP_TOKEN_CAPITAL) == 0;
    return subject && small && !object && outer != MP_TAG_PREPOSITION && !ends_in(t, item, "ly") &&
           is(t, item + 1, MP_BIT(DETERMINER) | MP_BIT(POSSESSIVE) | MP_BIT(DEFINITE));
}

static mp_tag tag_by_ending(const tagger *t, uint32_t item) {
    mp_tag before = tag_before(t, item);
    if (is_between_subject_and_object(t, item)) return MP_TAG_VERB;
    if (ends_in(t, item, "ly")) return MP_TAG_ADVERB;
    bool quotes = item + 1 < t->sentence->end && t->sentences->items[item + 1].stretch != MP_NONE;
    bool third = ends_in(t, item, "s") && !ends_in(t, item, "ss") && (token_at(t, item)->flags & MP_TOKEN_CAPITAL) == 0;
    if (quotes && third && before == MP_TAG_NAME) return MP_TAG_VERB; /* Grok rhymes “heart” with “art” */
    bool compound = ends_in(t, item, "ing") && before == MP_TAG_NOUN && item + 1 < t->sentence->end &&
                    is(t, item + 1, noun_classes);
    if (compound && is_plural_before(t, item)) return MP_TAG_OTHER;
    if (ends_in(t, item, "ing"))
        return begins_noun_phrase(before) || before == MP_TAG_OTHER ? MP_TAG_OTHER : MP_TAG_GERUND;
    if (ends_in(t, item, "ed") && before == MP_TAG_NUMBER && in_open_phrase(t, item))
        return MP_TAG_OTHER; /* the 40 scented candles */
    if (ends_in(t, item, "ed") && is_compound(t, item)) return MP_TAG_OTHER;
    if (ends_in(t, item, "ed") && ends_noun_phrase(before)) return MP_TAG_VERB;
    bool verb_place = before == MP_TAG_AUXILIARY || before == MP_TAG_RELATIVE || before == MP_TAG_THAT;
    if (ends_in(t, item, "ed") && verb_place) return MP_TAG_VERB;
    return MP_TAG_OTHER;
}

/* has since admitted, was once told, it once urged: between auxiliary and verb even a preposition tells when. */
static bool is_in_verb_group(const tagger *t, uint32_t item, mp_word_classes classes) {
    if ((classes & (MP_BIT(PREPOSITION) | MP_BIT(SUBORDINATOR))) == 0 || (classes & MP_BIT(ADVERB)) == 0) return false;
    if (item + 1 >= t->sentence->end || t->sentences->items[item + 1].stretch != MP_NONE) return false;
    mp_tag before = tag_before(t, item);
    bool behind_subject = (before == MP_TAG_PRONOUN || before == MP_TAG_NAME || before == MP_TAG_NOUN) &&
                          entry_at(t, item + 1)->verb_form == MP_VERB_PAST &&
                          (classes & MP_BIT(SUBORDINATOR)) != 0; /* it once urged */
    if (before != MP_TAG_AUXILIARY && !behind_subject) return false;
    return is(t, item + 1, MP_BIT(VERB)) && !is(t, item + 1, MP_BIT(VERB_GERUND) | MP_BIT(VERB_BASE));
}

/* A third was told; the second said: an ordinal with its verb behind it. */
static bool stands_for_noun(const tagger *t, uint32_t item) {
    bool behind_article = item > t->sentence->first && t->tags[item - 1] == MP_TAG_DETERMINER;
    if (!behind_article || item + 1 >= t->sentence->end || t->sentences->items[item + 1].stretch != MP_NONE)
        return false;
    bool helps = is(t, item + 1, MP_BIT(AUXILIARY) | MP_BIT(MODAL) | MP_BIT(BE));
    const mp_entry *next = entry_at(t, item + 1);
    bool verb = (next->classes & MP_BIT(VERB)) != 0 && (next->classes & noun_classes) == 0 &&
                (next->verb_form == MP_VERB_PAST || next->verb_form == MP_VERB_THIRD);
    return helps || (verb && next->cue != 0) || is(t, item + 1, MP_BIT(THAT)); /* … and a third that */
}

static mp_tag tag_word(const tagger *t, uint32_t item) {
    const mp_entry *entry = entry_at(t, item);
    mp_word_classes classes = entry->classes;

    if ((classes & MP_BIT(CLITIC_S)) != 0) return tag_clitic(t, item);
    if (is_name(t, item)) return MP_TAG_NAME;
    if ((classes & MP_BIT(TO)) != 0) return tag_to(t, item);
    if ((classes & MP_BIT(THAT)) != 0) return tag_that(t, item);
    bool capital = (token_at(t, item)->flags & MP_TOKEN_CAPITAL) != 0 && !t->sentence->title_case;
    if (capital && (classes & MP_BIT(NATION)) != 0) return MP_TAG_OTHER; /* Polish users */
    if (entry->cue != 0 || (classes & MP_BIT(VERB)) != 0) {
        bool helps = (classes & (MP_BIT(AUXILIARY) | MP_BIT(MODAL) | MP_BIT(BE))) != 0;
        if (!helps) return tag_verb(t, item);
    }
    if (is_in_verb_group(t, item, classes)) return MP_TAG_ADVERB;
    if ((classes & MP_BIT(ORDINAL)) != 0 && stands_for_noun(t, item)) return MP_TAG_NOUN;
    mp_tag closed = tag_closed(t, item, classes);
    if (closed != MP_TAG_OTHER) return closed;
    if ((classes & (MP_BIT(ADVERB) | MP_BIT(DISBELIEF) | MP_BIT(HABITUAL))) != 0) return MP_TAG_ADVERB;
    if ((classes & noun_classes) != 0) return MP_TAG_NOUN;
    return tag_by_ending(t, item);
}

/* 03:00: a colon between two numbers, no space beside it. */
static bool stands_in_time(const tagger *t, uint32_t item) {
    if (item == t->sentence->first || item + 1 >= t->sentence->end) return false;
    if (t->sentences->items[item - 1].stretch != MP_NONE || t->sentences->items[item + 1].stretch != MP_NONE)
        return false;
    const mp_token *before = token_at(t, item - 1), *after = token_at(t, item + 1);
    bool numbers = before->kind == MP_TOKEN_NUMBER && after->kind == MP_TOKEN_NUMBER;
    return numbers && before->end == token_at(t, item)->start && token_at(t, item)->end == after->start;
}

static mp_tag tag_item(const tagger *t, uint32_t item) {
    if (t->sentences->items[item].stretch != MP_NONE) return MP_TAG_STRETCH;
    switch ((mp_token_kind)token_at(t, item)->kind) {
    case MP_TOKEN_WORD:
    case MP_TOKEN_HANDLE: return tag_word(t, item);
    case MP_TOKEN_NUMBER: return entry_at(t, item)->model != 0 ? MP_TAG_NAME : MP_TAG_NUMBER;
    case MP_TOKEN_MARK: return MP_TAG_CLITIC; /* users’ */
    case MP_TOKEN_COMMA: return MP_TAG_COMMA;
    case MP_TOKEN_COLON: return stands_in_time(t, item) ? MP_TAG_NUMBER : MP_TAG_COLON;
    case MP_TOKEN_DASH: return MP_TAG_DASH;
    case MP_TOKEN_OPEN: return MP_TAG_OPEN;
    case MP_TOKEN_CLOSE: return MP_TAG_CLOSE;
    case MP_TOKEN_STOP:
    case MP_TOKEN_SEMICOLON:
    case MP_TOKEN_BREAK: return MP_TAG_STOP;
    default: return MP_TAG_SYMBOL;
    }
}

uint8_t *mp_tags_find(const mp_sentences *sentences, mp_arena *arena) {
    uint8_t *tags = MP_NEW_ARRAY(arena, sentences->item_count, uint8_t);

    for (size_t s = 0; tags != NULL && s < sentences->count; s++) {
        tagger t = {sentences, &sentences->list[s], tags};
        for (uint32_t item = t.sentence->first; item < t.sentence->end; item++)
            tags[item] = (uint8_t)tag_item(&t, item);
    }
    return tags;
}
