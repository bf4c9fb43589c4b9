/* mention_weighed.c: which names that stand alone on a page are a model's that no list has: all that the page tells of
 * each is weighed. Pages name their bots in ways that no rule foresaw, and speak of people in others. Knows mentions, tags,
 * the words around them and the weights; nothing of how weights are learnt. */
#include "mention_internal.h"

enum { most_names = 256, beside_reach = 9, before_reach = 5, sentence_reach = 60 };

static bool within(const mp_mention_finder *f, uint32_t item) { return item < f->sentence->end; }

static void note(uint8_t *features, mp_name_feature feature, bool holds) {
    if (holds) features[feature] = 1;
}

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

/* ---- Which names there are --------------------------------------------------------------------------------------- */

static bool is_title(const mp_mention_finder *f, uint32_t item) {
    return is(f, item, MP_BIT(HONORIFIC) | MP_BIT(RANK));
}

/* Ava; Mr Ava; the council's Ava: how many names stand in it, titles apart; 0 where it is no name's. */
static uint32_t names_in(const mp_mention_finder *f, const mp_mention *mention) {
    uint32_t names = 0;
    if (mention->head + 1 != mention->end || tag_at(f, mention->head) != MP_TAG_NAME) return 0;
    for (uint32_t i = core_first(f, mention); i < mention->end; i++)
        names += tag_at(f, i) == MP_TAG_NAME && !is_title(f, i);
    return names;
}

static bool is_weighed_name(const mp_mention_finder *f, const mp_mention *mention) {
    static const mp_word_classes others = MP_BIT(NATION) | MP_BIT(PLACE_NOUN) | MP_BIT(TIME) | MP_BIT(NO_NAME);
    if (names_in(f, mention) != 1) return false;
    const mp_entry *entry = entry_at(f, mention->head);
    return entry->model == 0 && entry->answerable == 0 && entry->maker == 0 && (entry->classes & others) == 0;
}

static uint32_t number_of(const mp_mention_finder *f, uint32_t item) {
    char room[96];
    mp_text word = folded_word(f, item, room, sizeof room);
    return word.length > 0 ? mp_lexicon_find(f->names, word) : 0;
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
    note(features, MP_NAME_FEATURE_WORD, !first && f->tokens->items[token_of(f, item)].entry != 0);
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

/* Ava's chatbot, the Ava app: what else stands under a name. */
static void read_holder(const mp_mention_finder *f, const mp_mention *mention, uint32_t item, uint8_t *features) {
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

/* ---- The page ---------------------------------------------------------------------------------------------------- */

static void read_alone(const mp_mention_finder *f, const mp_mention_array *found, size_t number,
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

/* Ava Wren; not: the Ava Pod */
static bool is_persons_full_name(const mp_mention_finder *f, const mp_mention *mention, uint32_t core) {
    bool first_name = false;
    for (uint32_t i = core; i < mention->end; i++) first_name |= is(f, i, MP_BIT(FIRST_NAME)) || is_title(f, i);
    return first_name && !f->sentence->title_case;
}

/* Names beside others, or before a noun. */
static void read_together(const mp_mention_finder *f, const mp_mention *mention) {
    uint32_t core = core_first(f, mention);
    for (uint32_t i = mention->first; i < mention->end; i++) {
        if (tag_at(f, i) != MP_TAG_NAME) continue;
        uint32_t number = number_of(f, i);
        if (number == 0) continue;
        uint8_t *features = f->weighed[number].features;
        bool owner = i < core;
        if (owner && i + 1 < mention->end && tag_at(f, i + 1) == MP_TAG_CLITIC)
            read_holder(f, mention, i, features);
        else if (tag_at(f, mention->head) == MP_TAG_NAME && names_in(f, mention) > 1 && i >= core)
            note(features, MP_NAME_FEATURE_FULL, is_persons_full_name(f, mention, core));
        else if (i >= core && i < mention->head)
            read_holder(f, mention, i, features);
    }
}

/* ‘Penny’ */
static void read_stretches(const mp_mention_finder *f) {
    char room[96];
    for (uint32_t i = 0; i < f->sentences->stretches->count; i++) {
        const mp_stretch *own = &f->sentences->stretches->items[i];
        if (own->is_block || own->end_token != own->first_token + 1) continue;
        size_t length = mp_text_fold(mp_token_text(f->tokens, own->block, own->first_token), room, sizeof room);
        uint32_t number = length > 0 ? mp_lexicon_find(f->names, (mp_text){room, length}) : 0;
        if (number > 0) f->weighed[number].features[MP_NAME_FEATURE_QUOTED] = 1;
    }
}

static void read_page(const mp_mention_finder *f, const mp_mention_array *found) {
    enum { many_bots = 4, often = 5 };
    uint32_t count = mp_lexicon_count(f->names), aliases = mp_lexicon_count(f->aliases) - 1, bots = 0, most = 0;
    for (size_t i = 0; i < found->count; i++) bots += mp_mention_tells_of_a_model(&found->items[i]);
    for (uint32_t n = 1; n < count; n++)
        if (f->weighed[n].count > most) most = f->weighed[n].count;
    for (uint32_t n = 1; n < count; n++) {
        mp_weighed_name *name = &f->weighed[n];
        uint8_t *features = name->features;
        bool human = features[MP_NAME_FEATURE_FULL] || features[MP_NAME_FEATURE_TITLE] ||
                     features[MP_NAME_FEATURE_AGE] || features[MP_NAME_FEATURE_WHO] ||
                     features[MP_NAME_FEATURE_PERSON_BEFORE] || features[MP_NAME_FEATURE_PERSON_BESIDE] ||
                     features[MP_NAME_FEATURE_OWNS_PERSON];
        human |= features[MP_NAME_FEATURE_PLACE] || features[MP_NAME_FEATURE_TITLES] ||
                 features[MP_NAME_FEATURE_OWNS_MACHINE];
        bool unnamed = f->has_model && !f->has_name;
        note(features, MP_NAME_FEATURE_TWICE, name->count >= 2);
        note(features, MP_NAME_FEATURE_OFTEN, name->count >= often);
        note(features, MP_NAME_FEATURE_MOST, name->count == most);
        note(features, MP_NAME_FEATURE_PAGE_NAMED, f->has_name);
        note(features, MP_NAME_FEATURE_PAGE_UNNAMED, unnamed);
        note(features, MP_NAME_FEATURE_PAGE_BOTS, bots >= many_bots);
        note(features, MP_NAME_FEATURE_PAGE_ALIAS, aliases > (name->alias ? 1u : 0u));
        note(features, MP_NAME_FEATURE_BARE, !human);
        note(features, MP_NAME_FEATURE_BARE_UNNAMED, !human && unnamed);
        note(features, MP_NAME_FEATURE_BARE_MOST, !human && name->count == most);
    }
}

/* The first names of the page, so many that each has its place in `weighed`. */
static bool gather(mp_mention_finder *f, const mp_mention_array *found) {
    f->names = mp_lexicon_new(f->arena);
    f->weighed = MP_NEW_ARRAY(f->arena, most_names + 1, mp_weighed_name);
    if (f->names == NULL || f->weighed == NULL) return false;
    for (size_t i = 0; i < found->count && mp_lexicon_count(f->names) <= most_names; i++) {
        f->sentence = &f->sentences->list[found->items[i].sentence];
        if (!is_weighed_name(f, &found->items[i])) continue;
        if (!keep_word(f, f->names, found->items[i].head)) return false;
    }
    return true;
}

static bool is_weighed_a_models(const mp_mention_finder *f, const mp_weighed_name *name) {
    if (!name->features[MP_NAME_FEATURE_SPEAKS]) return false;
    return mp_features_weigh(name->features, MP_NAME_FEATURE_COUNT, f->rules->weights->name, 1, 0) > 0;
}

/* Those that are weighed a model’s are names that the page gives one, in the order in which it has them. */
static bool keep_models(mp_mention_finder *f) {
    for (uint32_t n = 1; n < mp_lexicon_count(f->names); n++) {
        const mp_weighed_name *name = &f->weighed[n];
        mp_text word = mp_lexicon_path_of(f->names, n).word;
        if (!is_weighed_a_models(f, name) || mp_lexicon_find(f->aliases, word) != 0) continue;
        mp_entry *entry = mp_lexicon_add(f->aliases, f->arena, &word, 1);
        if (entry == NULL) return false;
        bool persons = name->features[MP_NAME_FEATURE_HE_OR_SHE_NEXT];
        if (!persons) entry->classes |= MP_BIT(PRONOUN_THING);     /* it, never he or she */
        if (!f->has_name) entry->classes |= MP_BIT(DEPLOYER_NOUN); /* else it is the model that the page is about */
    }
    return true;
}

bool mp_weighed_names_find(mp_mention_finder *f, const mp_mention_array *found) {
    if (!f->has_machine || f->is_fiction) return true;
    if (!gather(f, found)) return false;
    for (size_t i = 0; i < found->count; i++) {
        const mp_mention *mention = &found->items[i];
        f->sentence = &f->sentences->list[mention->sentence];
        uint32_t number = is_weighed_name(f, mention) ? number_of(f, mention->head) : 0;
        if (number != 0)
            read_alone(f, found, i, &f->weighed[number]);
        else
            read_together(f, mention);
    }
    read_stretches(f);
    read_page(f, found);
    return keep_models(f);
}
