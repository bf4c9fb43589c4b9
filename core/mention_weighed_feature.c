/* mention_weighed_feature.c: reads what is told of a name where it stands: in its own word, before and behind it, by what it
 * does, and in its sentence and the next. Every look is bounded. Knows mentions, tags and the words around them; nothing of
 * weights. */
#include "mention_weighed_internal.h"

enum { beside_reach = 9, before_reach = 5, sentence_reach = 60 };

static bool within(const mp_mention_finder *f, uint32_t item) { return item < f->sentence->end; }

/* The first time, the second: for what counts twice. */
static void note_again(uint8_t *features, mp_name_feature once, mp_name_feature twice, bool holds) {
    if (!holds) return;
    note(features, twice, features[once] != 0);
    features[once] = 1;
}

static bool ends_clause(const mp_mention_finder *f, uint32_t item) {
    mp_tag tag = tag_at(f, item);
    return tag == MP_TAG_COMMA || tag == MP_TAG_STOP || tag == MP_TAG_STRETCH || tag == MP_TAG_COLON ||
           tag == MP_TAG_CLOSE;
}

/* A word of the page's own level that speaks of machines; no firm's, no expert's. */
static bool is_machine(const mp_mention_finder *f, uint32_t item) {
    if (tag_at(f, item) == MP_TAG_STRETCH) return false;
    return is(f, item, any_model_noun | MP_BIT(EVIDENCE) | MP_BIT(LIKENESS)) ||
           mp_model_named(f->tokens, f->settled, token_of(f, item)) != 0;
}

static bool is_persons(const mp_mention_finder *f, uint32_t item) {
    return tag_at(f, item) == MP_TAG_NOUN && is(f, item, MP_BIT(PERSON_NOUN) | MP_BIT(HUMAN) | MP_BIT(SPOKES_NOUN)) &&
           !is(f, item, any_model_noun);
}

/* start-up, company, AI researcher: has or makes machines, and is none. */
static bool is_firms(const mp_mention_finder *f, uint32_t item) {
    return is(f, item, MP_BIT(AI_WORK) | MP_BIT(MAKER_NOUN) | MP_BIT(ORGANISATION_NOUN)) &&
           !is(f, item, any_model_noun | MP_BIT(PRODUCT)) && tag_at(f, item) != MP_TAG_NAME;
}

/* ---- What its own words are -------------------------------------------------------------------------------------- */

static bool has_mixed_case(const mp_mention_finder *f, uint32_t item) {
    mp_text own = mp_token_text(f->tokens, f->sentence->block, token_of(f, item));
    for (size_t i = 1; i < own.length; i++)
        if (own.bytes[i] >= 'A' && own.bytes[i] <= 'Z' && own.bytes[i - 1] != '-') return true;
    return false;
}

static void read_word(const mp_mention_finder *f, uint32_t item, uint8_t *features) {
    bool first = is(f, item, MP_BIT(FIRST_NAME));
    note(features, MP_NAME_FEATURE_FIRST_NAME, first);
    bool famous = is(f, item, MP_BIT(BOT_NAME));
    note(features, MP_NAME_FEATURE_FAMOUS, famous);
    note(features, MP_NAME_FEATURE_WORD, !first && !famous && f->tokens->items[token_of(f, item)].entry != 0);
    note(features, MP_NAME_FEATURE_MIXED_CASE, !f->sentence->title_case && has_mixed_case(f, item));
}

/* ---- What stands before and behind it ---------------------------------------------------------------------------- */

static void read_before(const mp_mention_finder *f, const mp_mention *mention, uint8_t *features) {
    uint32_t core = core_first(f, mention), first = mention->first;
    bool possessive = tag_at(f, first) == MP_TAG_POSSESSIVE && first < mention->head;
    bool persons = is(f, first, MP_BIT(PRONOUN_PERSON) | MP_BIT(PRONOUN_FIRST) | MP_BIT(PRONOUN_SECOND));
    bool firm = mention->head > core && is_firms(f, mention->head - 1);
    note(features, MP_NAME_FEATURE_FIRM_BESIDE, firm);
    for (uint32_t i = core; i < mention->head; i++) {
        note(features, MP_NAME_FEATURE_TITLE, is_title(f, i));
        note(features, MP_NAME_FEATURE_MACHINE_BEFORE, !firm && is_machine(f, i));
        note(features, MP_NAME_FEATURE_PERSON_BEFORE, is_persons(f, i));
    }
    note(features, MP_NAME_FEATURE_OWNED, core > first || (possessive && !persons));
    note(features, MP_NAME_FEATURE_OWNED_BY_PERSON, possessive && persons);
    bool beside = false;
    for (uint32_t i = first; i > f->sentence->first && i + before_reach > first; i--) {
        mp_tag tag = tag_at(f, i - 1);
        bool mark = tag == MP_TAG_COMMA || tag == MP_TAG_DASH || tag == MP_TAG_OPEN || is(f, i - 1, MP_BIT(NAMING));
        if (tag == MP_TAG_STOP || tag == MP_TAG_STRETCH || tag == MP_TAG_COLON || tag == MP_TAG_PRONOUN) break;
        if (tag == MP_TAG_VERB && !is(f, i - 1, MP_BIT(BE) | MP_BIT(NAMING))) break;
        beside |= mark || is(f, i - 1, MP_BIT(BE));
        if (!beside) break;
        bool firms = tag == MP_TAG_NOUN && is_firms(f, i - 1); /* the start-up behind the chatbot, Ava */
        note(features, MP_NAME_FEATURE_FIRM_BESIDE, firms);
        note(features, MP_NAME_FEATURE_MACHINE_BEFORE, is_machine(f, i - 1));
        note(features, MP_NAME_FEATURE_PERSON_BEFORE, is_persons(f, i - 1));
        if (tag == MP_TAG_NOUN) break;
    }
    if (first == f->sentence->first) return;
    uint32_t before = first - 1;
    bool preposition = tag_at(f, before) == MP_TAG_PREPOSITION;
    bool to = is(f, before, MP_BIT(TO) | MP_BIT(AFFILIATION)), by = is(f, before, MP_BIT(BY) | MP_BIT(SOURCE));
    note(features, MP_NAME_FEATURE_ASKED, is(f, before, MP_BIT(ASKING)));
    note(features, MP_NAME_FEATURE_TO, is(f, before, MP_BIT(TO)));
    note(features, MP_NAME_FEATURE_BY, is(f, before, MP_BIT(SOURCE)));
    note(features, MP_NAME_FEATURE_PLACE, preposition && !by && (!to || is(f, before, MP_BIT(AFFILIATION))));
    note(features, MP_NAME_FEATURE_OPERATED, tag_at(f, before) == MP_TAG_VERB && is(f, before, MP_BIT(OPERATES)));
}

static bool ends_phrase(const mp_mention_finder *f, uint32_t item) {
    mp_tag tag = tag_at(f, item);
    return tag != MP_TAG_OTHER && tag != MP_TAG_NOUN && tag != MP_TAG_NAME && tag != MP_TAG_CLITIC &&
           tag != MP_TAG_NUMBER;
}

/* Ava, 34; Ava, a nurse; Ava is the council's chatbot; Ava, which … */
static void read_beside(const mp_mention_finder *f, const mp_mention *mention, uint8_t *features) {
    uint32_t item = mention->end;
    if (!within(f, item + 1)) return;
    mp_tag mark = tag_at(f, item), next = tag_at(f, item + 1);
    bool person = is(f, item + 1, MP_BIT(HUMAN));
    bool comma = mark == MP_TAG_COMMA || mark == MP_TAG_OPEN;
    note(features, MP_NAME_FEATURE_WHO, mark == MP_TAG_RELATIVE && is(f, item, MP_BIT(HUMAN)));
    note(features, MP_NAME_FEATURE_WHO, comma && next == MP_TAG_RELATIVE && person);
    note(features, MP_NAME_FEATURE_WHICH, comma && next == MP_TAG_RELATIVE && !person);
    note(features, MP_NAME_FEATURE_AGE, comma && next == MP_TAG_NUMBER);
    bool beside = mark == MP_TAG_COMMA || mark == MP_TAG_DASH || mark == MP_TAG_OPEN || is(f, item, MP_BIT(BE));
    bool phrase = next == MP_TAG_DETERMINER || next == MP_TAG_POSSESSIVE || next == MP_TAG_OTHER ||
                  next == MP_TAG_NOUN || next == MP_TAG_NAME || next == MP_TAG_RELATIVE;
    if (!beside || !phrase || (person && next == MP_TAG_RELATIVE)) return; /* Ava, who works on a chatbot */
    uint32_t end = item + 1;
    while (within(f, end) && end < item + beside_reach && !ends_clause(f, end) && tag_at(f, end) != MP_TAG_VERB) end++;
    if (mark == MP_TAG_COMMA && next != MP_TAG_RELATIVE && says_at(f, end)) return; /* to Leith, the bot wrote. */
    uint32_t head = item + 1; /* a [chatbot] that …, the [maker] of chatbots */
    while (within(f, head + 1) && head < item + beside_reach && !ends_phrase(f, head + 1)) head++;
    bool firm = next != MP_TAG_RELATIVE && is_firms(f, head);
    note(features, MP_NAME_FEATURE_FIRM_BESIDE, firm);
    for (uint32_t i = item + 1; !firm && within(f, i) && i < item + beside_reach; i++) {
        if (ends_clause(f, i) || (tag_at(f, i) == MP_TAG_VERB && next != MP_TAG_RELATIVE)) return;
        note(features, MP_NAME_FEATURE_MACHINE_BESIDE, is_machine(f, i));
        note(features, MP_NAME_FEATURE_PERSON_BESIDE, is_persons(f, i));
    }
}

/* ---- What it does ------------------------------------------------------------------------------------------------ */

static bool tells(const mp_mention_finder *f, uint32_t verb) {
    uint16_t cue = entry_at(f, verb)->cue;
    return (mp_cue_takes(f->rules, cue) & MP_TAKES(LISTENER)) != 0 && within(f, verb + 1) &&
           tag_at(f, verb + 1) != MP_TAG_STRETCH && tag_at(f, verb + 1) != MP_TAG_COMMA;
}

static void read_verb(const mp_mention_finder *f, const mp_mention *mention, uint8_t *features) {
    uint32_t verb = mention->end, first = mention->first;
    bool be = false;
    for (; within(f, verb); verb++) {
        be |= is(f, verb, MP_BIT(BE));
        if (tag_at(f, verb) != MP_TAG_ADVERB && tag_at(f, verb) != MP_TAG_AUXILIARY && !is(f, verb, MP_BIT(BE))) break;
    }
    bool any = within(f, verb) && tag_at(f, verb) == MP_TAG_VERB;
    bool says = any && !be && is_cue(f, verb);
    bool before = first > f->sentence->first + 1 && is_cue(f, first - 1) && tag_at(f, first - 2) == MP_TAG_STRETCH;
    note_again(features, MP_NAME_FEATURE_SPEAKS, MP_NAME_FEATURE_SPEAKS_TWICE, says || before);
    note(features, MP_NAME_FEATURE_SAID_BEFORE, before);
    note(features, MP_NAME_FEATURE_TELLS, says && tells(f, verb));
    uint32_t cue = says ? verb : before ? first - 1 : (uint32_t)MP_NONE;
    if (cue != MP_NONE)
        note(features, MP_NAME_FEATURE_OWNS_UP, mp_cue_act(f->rules, entry_at(f, cue)->cue) != MP_ACT_NONE);
    note_again(features, MP_NAME_FEATURE_ACTS, MP_NAME_FEATURE_ACTS_TWICE, any && !says && !be);
    note(features, MP_NAME_FEATURE_OPERATED, be && within(f, verb) && is(f, verb, MP_BIT(OPERATES)));
    note(features, MP_NAME_FEATURE_RUNS_THINGS, any && !be && is(f, verb, MP_BIT(OPERATES)));
    if (!says) return;
    uint32_t next = verb + 1;
    while (within(f, next) && next < verb + 3 && tag_at(f, next) != MP_TAG_PRONOUN) next++;
    if (!within(f, next) || tag_at(f, next) != MP_TAG_PRONOUN || is(f, next, MP_BIT(PRONOUN_OBJECT))) return;
    note(features, MP_NAME_FEATURE_IT_SAME, is(f, next, MP_BIT(PRONOUN_THING)));
    note(features, MP_NAME_FEATURE_HE_OR_SHE_SAME, is(f, next, MP_BIT(PRONOUN_PERSON)));
}

void mp_name_holder_read(const mp_mention_finder *f, const mp_mention *mention, uint32_t item, uint8_t *features) {
    bool owns = item + 1 < mention->end && tag_at(f, item + 1) == MP_TAG_CLITIC;
    bool machine = is(f, mention->head, any_model_noun | MP_BIT(SOFTWARE));
    bool person = is_persons(f, mention->head) || is(f, mention->head, MP_BIT(HE_NOUN) | MP_BIT(SHE_NOUN));
    bool text = is(f, mention->head, MP_BIT(TEXT_NOUN) | MP_BIT(REPLY) | MP_BIT(WORDS_NOUN));
    if (owns && machine) features[MP_NAME_FEATURE_OWNS_MACHINE] = 1;
    if (owns && person) features[MP_NAME_FEATURE_OWNS_PERSON] = 1;
    if (owns && text) features[MP_NAME_FEATURE_OWNS_TEXT] = 1;
    if (owns && !machine && !person && !text) features[MP_NAME_FEATURE_OWNS] = 1;
    if (!owns && machine) features[MP_NAME_FEATURE_TITLES_MACHINE] = 1;
    if (!owns && !machine) features[MP_NAME_FEATURE_TITLES] = 1;
}

/* ---- What stands in its sentence, and behind it ------------------------------------------------------------------ */

/* The classes of a sentence’s words, quotations aside. */
static mp_word_classes classes_of(const mp_mention_finder *f, uint32_t number) {
    const mp_sentence *sentence = &f->sentences->list[number];
    mp_word_classes classes = 0;
    for (uint32_t i = sentence->first; i < sentence->end && i < sentence->first + sentence_reach; i++)
        if (tag_at(f, i) != MP_TAG_STRETCH) classes |= entry_at(f, i)->classes;
    return classes;
}

static void read_quoted(const mp_mention_finder *f, uint8_t *features) {
    for (uint32_t i = f->sentence->first; within(f, i) && i < f->sentence->first + sentence_reach; i++) {
        if (tag_at(f, i) != MP_TAG_STRETCH) continue;
        const mp_stretch *own = &f->sentences->stretches->items[f->sentences->items[i].stretch];
        for (uint32_t k = own->first_token; k < own->end_token && k < own->first_token + sentence_reach; k++) {
            note(features, MP_NAME_FEATURE_WORDS_TO_YOU, mp_token_is(f->tokens, k, MP_BIT(PRONOUN_SECOND)));
            note(features, MP_NAME_FEATURE_WORDS_OF_I, mp_token_is(f->tokens, k, MP_BIT(PRONOUN_FIRST)));
        }
    }
}

static void read_sentence(const mp_mention_finder *f, const mp_mention *mention, uint8_t *features) {
    static const mp_word_classes firms = MP_BIT(SPOKES_NOUN) | MP_BIT(MAKER_NOUN) | MP_BIT(COMPANY_TALK);
    const mp_word_classes machines = any_model_noun | MP_BIT(EVIDENCE);
    uint32_t number = mention->sentence;
    bool follows = number > 0 && f->sentences->list[number - 1].block + 1 >= f->sentence->block;
    bool first = features[MP_NAME_FEATURE_BIAS] == 0;
    mp_word_classes here = classes_of(f, number), near = here | (follows ? classes_of(f, number - 1) : 0);
    note(features, MP_NAME_FEATURE_MACHINE_SENTENCE, (here & machines) != 0);
    note(features, MP_NAME_FEATURE_MACHINE_FIRST, first && (near & machines) != 0);
    note(features, MP_NAME_FEATURE_ASKED_NEAR, (near & MP_BIT(ASKING)) != 0);
    note(features, MP_NAME_FEATURE_FIRM_SENTENCE, (here & firms) != 0);
    note(features, MP_NAME_FEATURE_FAMILY_SENTENCE, (here & (MP_BIT(HE_NOUN) | MP_BIT(SHE_NOUN))) != 0);
    note(features, MP_NAME_FEATURE_SOFTWARE_SENTENCE, (here & (MP_BIT(SOFTWARE) | MP_BIT(PRODUCT))) != 0);
    note(features, MP_NAME_FEATURE_HEADLINE, f->tokens->article->blocks[f->sentence->block].kind <= MP_BLOCK_DEK);
}

/* Ava closed its eyes: a pronoun behind the name, in the sentence that it opens. */
static void read_later(const mp_mention_finder *f, const mp_mention_array *found, size_t number, uint8_t *features) {
    const mp_mention *mention = &found->items[number];
    if (number > 0 && found->items[number - 1].sentence == mention->sentence) return;
    for (uint32_t i = mention->end; within(f, i) && i < mention->end + beside_reach; i++) {
        if (tag_at(f, i) == MP_TAG_NAME || tag_at(f, i) == MP_TAG_STOP || tag_at(f, i) == MP_TAG_STRETCH) return;
        if (tag_at(f, i) != MP_TAG_PRONOUN && tag_at(f, i) != MP_TAG_POSSESSIVE) continue;
        note(features, MP_NAME_FEATURE_IT_LATER, is(f, i, MP_BIT(PRONOUN_THING)));
        note(features, MP_NAME_FEATURE_HE_OR_SHE_LATER, is(f, i, MP_BIT(PRONOUN_PERSON)));
    }
}

/* Ava said so. It …: what opens the next sentence of the paragraph. */
static void read_next(const mp_mention_finder *f, const mp_mention_array *found, size_t number, uint8_t *features) {
    enum { most_mentions = 12 };
    const mp_mention *mention = &found->items[number];
    if (number > 0 && found->items[number - 1].sentence == mention->sentence) return;
    for (size_t i = number + 1; i < found->count && i < number + most_mentions; i++) {
        const mp_mention *next = &found->items[i];
        if (next->sentence == mention->sentence) continue;
        const mp_sentence *sentence = &f->sentences->list[next->sentence];
        bool opens = next->sentence == mention->sentence + 1 && sentence->block == f->sentence->block &&
                     next->first == sentence->first;
        note(features, MP_NAME_FEATURE_IT_NEXT, opens && next->kind == MP_MENTION_IT);
        note(features, MP_NAME_FEATURE_HE_OR_SHE_NEXT, opens && next->kind == MP_MENTION_HE_OR_SHE);
        return;
    }
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

void mp_name_alone_read(const mp_mention_finder *f, const mp_mention_array *found, size_t number,
                        mp_weighed_name *name) {
    const mp_mention *mention = &found->items[number];
    read_word(f, mention->head, name->features);
    read_before(f, mention, name->features);
    read_beside(f, mention, name->features);
    read_verb(f, mention, name->features);
    read_quoted(f, name->features);
    read_sentence(f, mention, name->features);
    read_later(f, found, number, name->features);
    read_next(f, found, number, name->features);
    name->features[MP_NAME_FEATURE_BIAS] = 1;
    name->alias |= has_word(f, f->aliases, mention->head);
    if (name->count < UINT16_MAX) name->count++;
}
