/* tag.c: what part each item plays in its sentence. Knows the lexicon's classes and the shape of English words; nothing
 * of speakers. Words that may be verbs: tag_verb.c. */
#include "tag_internal.h"

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

/* … and then said: a first name that is a verb too. */
static bool is_joined_verb(const tagger *t, uint32_t item) {
    if (item < t->sentence->first + 2) return false;
    return t->tags[item - 1] == MP_TAG_COORDINATOR ||
           (t->tags[item - 1] == MP_TAG_ADVERB && t->tags[item - 2] == MP_TAG_COORDINATOR);
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
    if ((entry->classes & MP_BIT(TIME)) != 0 && (entry->classes & MP_BIT(VERB)) != 0 && ends_proper_name(t, item))
        return true; /* The New York Times */
    if ((entry->classes & (MP_BIT(NO_NAME) | MP_BIT(NATION) | MP_BIT(TIME))) != 0) return false;
    if (t->sentence->title_case && entry->cue != 0 && is_joined_verb(t, item)) return false; /* Fails and Then Said */
    if ((entry->classes & MP_BIT(SOURCE)) != 0 && source_follows(t, item)) return false;     /* Per Grok, … */
    if ((entry->classes & (MP_BIT(FIRST_NAME) | MP_BIT(HONORIFIC) | MP_BIT(RANK) | MP_BIT(BOT_NAME))) != 0) return true;
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
    bool described = is(t, next, MP_BIT(ADVERB)) && tag_before(t, item) == MP_TAG_PREPOSITION &&
                     next + 1 < t->sentence->end && t->sentences->items[next + 1].stretch == MP_NONE &&
                     is(t, next + 1, noun_classes | MP_BIT(VERB_BASE));
    if (described) return true; /* in one long talk */
    return !is(t, next,
               MP_BIT(VERB) | MP_BIT(AUXILIARY) | MP_BIT(MODAL) | MP_BIT(PREPOSITION) | MP_BIT(ADVERB) |
                   MP_BIT(COORDINATOR) | MP_BIT(SUBORDINATOR) | MP_BIT(THAT) | MP_BIT(PRONOUN_FIRST) |
                   MP_BIT(PRONOUN_PERSON) | MP_BIT(PRONOUN_THING) | MP_BIT(PRONOUN_PLURAL) | MP_BIT(DETERMINER) |
                   MP_BIT(POSSESSIVE) | MP_BIT(TO) | MP_BIT(QUESTION) | MP_BIT(ANSWER_WORD));
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
    uint16_t takes = mp_cue_takes(t->sentences->tokens->rules, entry->cue);
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
    if (classes == 0 && entry->cue == 0) return tag_by_ending(t, item); /* most words are of no class */
    if ((classes & MP_BIT(TO)) != 0) return tag_to(t, item);
    if ((classes & MP_BIT(THAT)) != 0) return tag_that(t, item);
    bool capital = (token_at(t, item)->flags & MP_TOKEN_CAPITAL) != 0 && !t->sentence->title_case;
    if (capital && (classes & MP_BIT(NATION)) != 0) return MP_TAG_OTHER; /* Polish users */
    if (entry->cue != 0 || (classes & MP_BIT(VERB)) != 0) {
        bool helps = (classes & (MP_BIT(AUXILIARY) | MP_BIT(MODAL) | MP_BIT(BE))) != 0;
        if (!helps) return mp_tag_verb(t, item);
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

/* £190,000: a sign right before a number. */
static bool is_of_number(const tagger *t, uint32_t item) {
    if (item + 1 >= t->sentence->end || t->sentences->items[item + 1].stretch != MP_NONE) return false;
    const mp_token *after = token_at(t, item + 1);
    return after->kind == MP_TOKEN_NUMBER && after->start == token_at(t, item)->end;
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
    default: return is_of_number(t, item) ? MP_TAG_NUMBER : MP_TAG_SYMBOL;
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
