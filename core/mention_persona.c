/* mention_persona.c: what talks on a page though no list calls it a model: the bear that a language model is built into,
 * the game’s AI innkeeper, the assistant in the bank’s app. The page says it where it speaks of the thing: by a word
 * before it (the AI innkeeper), behind it (the bear, which runs on …), or beside it (Olmo, a cartoon moose). Knows
 * mentions, tags and the words around them; nothing of who speaks. */
#include "mention_internal.h"

/* A review of a play, a novel, a film: several words of that kind. Its machines have said nothing. */
static bool tells_of_fiction(const mp_tokens *tokens) {
    enum { least_words = 3 };
    uint16_t seen[least_words] = {0};
    size_t count = 0;

    for (size_t i = 0; i < tokens->count && count < least_words; i++) {
        if (!mp_token_is(tokens, i, MP_BIT(FICTION))) continue;
        bool again = false;
        for (size_t k = 0; k < count; k++) again |= seen[k] == tokens->items[i].entry;
        if (!again) seen[count++] = tokens->items[i].entry;
    }
    return count == least_words;
}

/* Whether any word of the page speaks of such machines, or names one. */
void mp_page_read_machines(mp_mention_finder *f) {
    for (size_t i = 0; i < f->tokens->count; i++) {
        f->has_machine |= mp_token_is(f->tokens, i, MP_BIT(EVIDENCE) | MP_BIT(MODEL_NOUN));
        uint16_t model = mp_model_named(f->tokens, f->settled, i);
        f->has_name |= model != 0;
        f->has_voice |= model != 0 && f->rules->models.items[model - 1].persona;
    }
    f->has_machine |= f->has_name;
    f->is_fiction = tells_of_fiction(f->tokens);
}

enum { tell_reach = 9, most_between = 3, apposition_reach = 8 };

static bool in_sentence(const mp_mention_finder *f, uint32_t item) { return item < f->sentence->end; }

static bool names_machine(const mp_mention_finder *f, uint32_t item) {
    if (tag_at(f, item) == MP_TAG_STRETCH) return false;
    return is(f, item, MP_BIT(EVIDENCE) | MP_BIT(MODEL_NOUN)) ||
           mp_model_named(f->tokens, f->settled, token_of(f, item)) != 0;
}

/* The model that is named where a machine is; 0 where none is by name. */
static uint16_t named_at(const mp_mention_finder *f, uint32_t item) {
    return mp_model_named(f->tokens, f->settled, token_of(f, item));
}

/* Past “, which”, “that”, “is”, adverbs: what may stand between a thing and the verb that tells of it. */
static uint32_t skip_link(const mp_mention_finder *f, uint32_t item) {
    for (uint32_t steps = 0; steps < most_between && in_sentence(f, item); steps++, item++) {
        mp_tag tag = tag_at(f, item);
        bool links = tag == MP_TAG_COMMA || tag == MP_TAG_RELATIVE || tag == MP_TAG_THAT || tag == MP_TAG_ADVERB ||
                     tag == MP_TAG_AUXILIARY || tag == MP_TAG_QUESTION;
        if (!links) break;
    }
    return item;
}

/* The item that names the machine within reach of `item`; MP_NONE where none does before the clause ends. */
static uint32_t machine_within(const mp_mention_finder *f, uint32_t item, uint32_t reach) {
    for (uint32_t i = item; in_sentence(f, i) && i < item + reach; i++) {
        mp_tag tag = tag_at(f, i);
        if (tag == MP_TAG_COMMA || tag == MP_TAG_STOP || tag == MP_TAG_STRETCH || tag == MP_TAG_COLON) return MP_NONE;
        if (names_machine(f, i)) return i;
    }
    return MP_NONE;
}

bool mp_names_machine_within(const mp_mention_finder *f, uint32_t item) {
    return machine_within(f, item, tell_reach) != MP_NONE;
}

/* the bear, which runs on ChatGPT; Lune lives inside ChatGPT; a cartoon powered by a language model */
static uint32_t machine_from(const mp_mention_finder *f, uint32_t from, bool uses_too) {
    uint32_t item = skip_link(f, from);
    if (!in_sentence(f, item) || tag_at(f, item) == MP_TAG_STRETCH) return MP_NONE;
    if (is(f, item, MP_BIT(EVIDENCE)) && tag_at(f, item) == MP_TAG_PREPOSITION)
        return machine_within(f, item + 1, tell_reach);
    bool runs = is(f, item, MP_BIT(RUNS)) && in_sentence(f, item + 1) && tag_at(f, item + 1) == MP_TAG_PREPOSITION;
    bool uses = uses_too && tag_at(f, item) == MP_TAG_VERB && is(f, item, MP_BIT(USES));
    bool with = uses_too && tag_at(f, item) == MP_TAG_PREPOSITION && is(f, item, MP_BIT(AFFILIATION)) && item == from;
    if (with) return machine_within(f, item + 1, most_between + 1); /* a bear with a built-in chatbot */
    bool made_by = uses_too && tag_at(f, item) == MP_TAG_PRONOUN;   /* a companion she had made on Tingle */
    return runs || uses || made_by ? machine_within(f, item + 1, tell_reach) : (uint32_t)MP_NONE;
}

/* The bear, called Bumble, uses …: past an insertion too. */
static uint32_t machine_behind(const mp_mention_finder *f, const mp_mention *mention, bool uses_too) {
    uint32_t machine = machine_from(f, mention->end, uses_too), item = mention->end;
    if (machine != MP_NONE || !in_sentence(f, item) || tag_at(f, item) != MP_TAG_COMMA) return machine;
    for (uint32_t i = item + 1; in_sentence(f, i) && i < item + apposition_reach; i++)
        if (tag_at(f, i) == MP_TAG_COMMA) return machine_from(f, i + 1, uses_too);
    return MP_NONE;
}

/* the hologram, an AI likeness of the painter, …; the shopkeeper, an AI-driven character called Gorm, … */
static uint32_t machine_beside(const mp_mention_finder *f, const mp_mention *mention) {
    uint32_t item = mention->end;
    bool comma =
        in_sentence(f, item + 1) && tag_at(f, item) == MP_TAG_COMMA && tag_at(f, item + 1) == MP_TAG_DETERMINER;
    bool is_one = in_sentence(f, item + 1) && is(f, item, MP_BIT(BE)) && tag_at(f, item + 1) == MP_TAG_DETERMINER;
    return comma || is_one ? machine_within(f, item + 2, most_between) : (uint32_t)MP_NONE;
}

/* the game’s AI innkeeper; on a page about a model a cartoon moose */
static bool is_called_machine(const mp_mention_finder *f, const mp_mention *mention) {
    for (uint32_t i = core_first(f, mention); i < mention->head; i++) {
        if (is(f, i, MP_BIT(EVIDENCE))) return true;
        if (f->has_model && is(f, i, MP_BIT(LIKENESS))) return true;
    }
    return false;
}

/* ---- Things that a machine speaks through ------------------------------------------------------------------------ */

static bool remember(const mp_mention_finder *f, const mp_mention *mention, uint32_t machine) {
    char room[96];
    mp_text word = folded_word(f, mention->head, room, sizeof room);
    for (size_t i = word.length; i > 0; i--) /* a teddy bear is a bear */
        if (word.bytes[i - 1] == ' ') {
            word = mp_text_slice(word, i, word.length);
            break;
        }
    if (word.length == 0) return true;
    mp_entry *entry = mp_lexicon_add(f->talkers, f->arena, &word, 1);
    if (entry == NULL) return false;
    if (machine == MP_NONE) return true;
    uint16_t model = named_at(f, machine), maker = entry_at(f, machine)->maker;
    if (model != 0) entry->model = model;
    if (maker != 0) entry->maker = maker; /* the pirate was a persona on Tingle */
    return true;
}

/* “…,” said the bear; the rabbit denied …: what is nobody and yet speaks has a machine in it, on a page that speaks of one. */
static bool is_heard(const mp_mention_finder *f, const mp_mention *mention) {
    if (!f->has_machine || f->is_fiction || !mention->definite || f->sentence->scope != MP_NONE) return false;
    if ((mention->classes & (MP_BIT(PERSON_NOUN) | MP_BIT(HUMAN) | any_model_noun)) != 0 ||
        mention->head + 1 != mention->end)
        return false;
    uint32_t after = mention->end, before = mention->first;
    while (in_sentence(f, after) && tag_at(f, after) == MP_TAG_ADVERB) after++;
    uint32_t verb = in_sentence(f, after) && tag_at(f, after) == MP_TAG_VERB ? after : (uint32_t)MP_NONE;
    bool opens = before == f->sentence->first || tag_at(f, before - 1) == MP_TAG_COMMA ||
                 tag_at(f, before - 1) == MP_TAG_STRETCH || tag_at(f, before - 1) == MP_TAG_COORDINATOR;
    if (verb != MP_NONE && !opens) return false;
    bool inverted = verb == MP_NONE && before >= f->sentence->first + 2 && tag_at(f, before - 1) == MP_TAG_VERB &&
                    tag_at(f, before - 2) == MP_TAG_STRETCH;
    if (inverted) verb = before - 1;
    if (verb == MP_NONE) return false;
    uint16_t cue = entry_at(f, verb)->cue;
    uint16_t takes = mp_cue_takes(f->rules, cue);
    return (takes & MP_TAKES(QUOTE)) != 0 && (takes & MP_TAKES(WEAK)) == 0;
}

/* “…,” the speaker said, on a page about an assistant that lives in one. */
static bool is_speaker_of(const mp_mention_finder *f, const mp_mention *mention) {
    return f->has_voice && mention->definite && is(f, mention->head, MP_BIT(DEVICE));
}

static bool learn_talker(const mp_mention_finder *f, const mp_mention *mention) {
    if ((mention->classes & MP_BIT(TALKER)) == 0 || mention->plural || mention->model != 0) return true;
    if (mention->kind == MP_MENTION_MODEL || tag_at(f, mention->head) == MP_TAG_NAME) return true;
    bool thing = (mention->classes & MP_BIT(PERSON_NOUN)) == 0; /* a nurse uses ChatGPT too */
    uint32_t machine = machine_behind(f, mention, thing);
    if (machine == MP_NONE) machine = machine_beside(f, mention);
    bool known = is_called_machine(f, mention) || is_heard(f, mention) || is_speaker_of(f, mention);
    if (machine == MP_NONE && !known) return true;
    return remember(f, mention, machine);
}

static bool is_persons_title(const mp_mention_finder *f, const mp_mention *mention) {
    uint32_t next = mention->end;
    return in_sentence(f, next) && tag_at(f, next) == MP_TAG_NAME;
}

/* “the bear”, “Bear” in a headline: not “a bear”, nor “bears”. */
static void apply_talker(const mp_mention_finder *f, mp_mention *mention) {
    char room[96];
    if ((mention->classes & MP_BIT(TALKER)) == 0 || mention->plural || mention->model != 0) return;
    if (tag_at(f, mention->head) == MP_TAG_NAME || mention->kind == MP_MENTION_MODEL) return;
    mp_text word = folded_word(f, mention->head, room, sizeof room);
    uint32_t number = word.length > 0 ? mp_lexicon_find(f->talkers, word) : 0;
    if (number == 0 || is_persons_title(f, mention)) return;
    mention->kind = MP_MENTION_MODEL;
    const mp_entry *talker = mp_lexicon_entry(f->talkers, number);
    mention->owner_maker = talker->maker;
    mention->owned_by_it = false;
    mention->owned_by_other = !f->has_name && talker->maker == 0; /* else it is the model that the page is about */
    if (mention->owner_model == 0) mention->owner_model = talker->model;
}

/* our robot friend, the virtual clerk: a person's noun, and a word that says it is none's. */
static bool is_likened(const mp_mention_finder *f, const mp_mention *mention) {
    bool persons = mention->kind == MP_MENTION_PERSON && tag_at(f, mention->head) == MP_TAG_NOUN && !mention->plural;
    if (!f->has_machine || !persons || mention->head + 1 != mention->end || is_persons_title(f, mention)) return false;
    return mention->head > core_first(f, mention) && is(f, mention->head - 1, MP_BIT(LIKENESS));
}

/* ---- Assistants that are nobody ---------------------------------------------------------------------------------- */

/* a fare app whose assistant, …; part of its online service after its assistant, …: what owns it is software. */
static bool is_of_software(const mp_mention_finder *f, const mp_mention *mention) {
    enum { reach = 14 };
    static const mp_word_classes of_persons = MP_BIT(PRONOUN_PERSON) | MP_BIT(PRONOUN_FIRST) | MP_BIT(PRONOUN_SECOND);
    bool whose = tag_at(f, mention->first) == MP_TAG_POSSESSIVE && !is(f, mention->first, of_persons);
    if (!whose && !mention->owned_by_it) return false;
    for (uint32_t i = mention->first, steps = 0; i > f->sentence->first && steps < reach; i--, steps++)
        if (is(f, i - 1, MP_BIT(SOFTWARE))) return true;
    return false;
}

/* the bank’s online assistant, the assistant in the railway’s app, an assistant that the council put on its website, its
 * assistant, which …: software, where “assistant” alone may be a person. */
static bool is_software(const mp_mention_finder *f, const mp_mention *mention) {
    for (uint32_t i = mention->first; i < mention->head; i++)
        if (is(f, i, MP_BIT(SOFTWARE))) return true;
    uint32_t item = mention->end;
    if (!in_sentence(f, item)) return false;
    if (tag_at(f, item) == MP_TAG_COMMA) item++;
    bool thing = in_sentence(f, item) && tag_at(f, item) == MP_TAG_RELATIVE && !is(f, item, MP_BIT(PRONOUN_PERSON));
    for (uint32_t i = item; in_sentence(f, i) && i < item + apposition_reach; i++) {
        mp_tag tag = tag_at(f, i);
        if (tag == MP_TAG_STOP || tag == MP_TAG_STRETCH || (tag == MP_TAG_COMMA && !thing)) return false;
        if (is(f, i, MP_BIT(SOFTWARE)) && i > mention->end) return true;
    }
    return false;
}

static bool may_be_software(const mp_mention *mention) {
    bool helper = mention->kind == MP_MENTION_LOOSE && (mention->classes & MP_BIT(PERSON_NOUN)) != 0;
    return helper && !mention->plural && mention->owner_model == 0 && mention->owner_maker == 0;
}

static void promote(mp_mention *mention) {
    mention->kind = MP_MENTION_MODEL;
    if (!mention->owned_by_it) mention->owned_by_other = true;
}

/* ---- Names ------------------------------------------------------------------------------------------------------- */

/* Lune lives inside ChatGPT; on a page about an assistant Rafa Soma, which runs on WhatsApp, and Florence, which is on the
 * website. */
/* Nova is a character on Tingle; Nova, a companion made with ChatGPT: what it is said to be, and what makes it talk. */
static uint32_t machine_of_part(const mp_mention_finder *f, const mp_mention *name) {
    static const mp_word_classes parts = MP_BIT(TALKER) | MP_BIT(MODEL_NOUN_LOOSE);
    uint32_t item = name->end;
    if (!in_sentence(f, item + 2) || tag_at(f, item + 1) != MP_TAG_DETERMINER) return MP_NONE;
    if (tag_at(f, item) != MP_TAG_COMMA && !is(f, item, MP_BIT(BE))) return MP_NONE;
    for (uint32_t i = item + 2; in_sentence(f, i) && i < item + apposition_reach; i++) {
        if (tag_at(f, i) == MP_TAG_NOUN && is(f, i, parts) && !is(f, i, MP_BIT(PERSON_NOUN)))
            return machine_within(f, i + 1, most_between + 1);
        if (tag_at(f, i) != MP_TAG_OTHER && tag_at(f, i) != MP_TAG_NOUN) return MP_NONE;
    }
    return MP_NONE;
}

/* Kumma, priced at $99 and run on a language model, … */
static uint32_t machine_in_insertion(const mp_mention_finder *f, const mp_mention *name) {
    if (!in_sentence(f, name->end) || tag_at(f, name->end) != MP_TAG_COMMA) return MP_NONE;
    for (uint32_t i = name->end + 1; in_sentence(f, i + 1) && i < name->end + tell_reach; i++) {
        if (tag_at(f, i) == MP_TAG_COMMA || tag_at(f, i) == MP_TAG_STOP || tag_at(f, i) == MP_TAG_STRETCH)
            return MP_NONE;
        if (is(f, i, MP_BIT(RUNS)) && tag_at(f, i + 1) == MP_TAG_PREPOSITION)
            return machine_within(f, i + 2, tell_reach);
    }
    return MP_NONE;
}

/* Robin, a figure generated by artificial intelligence, …; not: Robin, a clerk hired by a chatbot’s maker */
static uint32_t machine_that_made(const mp_mention_finder *f, const mp_mention *name) {
    static const mp_word_classes others = MP_BIT(PERSON_NOUN) | MP_BIT(ORGANISATION_NOUN) | MP_BIT(MAKER_NOUN) |
                                          MP_BIT(DOCUMENT_NOUN) | MP_BIT(TEXT_NOUN) | MP_BIT(WORK);
    uint32_t item = name->end;
    if (!in_sentence(f, item + 3) || tag_at(f, item + 1) != MP_TAG_DETERMINER) return MP_NONE;
    if (tag_at(f, item) != MP_TAG_COMMA && !is(f, item, MP_BIT(BE))) return MP_NONE;
    for (uint32_t i = item + 2; in_sentence(f, i + 1) && i < item + apposition_reach; i++) {
        mp_tag tag = tag_at(f, i);
        bool made = tag == MP_TAG_VERB && is(f, i, MP_BIT(RUNS) | MP_BIT(OPERATES)) && is(f, i + 1, MP_BIT(BY));
        if (made && i > item + 2) return machine_within(f, i + 2, most_between + 1);
        if ((tag != MP_TAG_OTHER && tag != MP_TAG_NOUN) || is(f, i, others)) return MP_NONE;
    }
    return MP_NONE;
}

/* The item that ends the noun phrase at `item`; MP_NONE where none is. */
static uint32_t end_of_phrase(const mp_mention_finder *f, uint32_t item) {
    enum { most_items = 9 };
    uint32_t i = item;
    for (; in_sentence(f, i) && i < item + most_items; i++) {
        mp_tag tag = tag_at(f, i);
        bool inside = tag == MP_TAG_DETERMINER || tag == MP_TAG_POSSESSIVE || tag == MP_TAG_OTHER ||
                      tag == MP_TAG_NOUN || tag == MP_TAG_NAME || tag == MP_TAG_CLITIC || tag == MP_TAG_NUMBER;
        if (!inside) break;
    }
    return i > item ? i : (uint32_t)MP_NONE;
}

/* the AI librarian, our virtual relationship manager; not: the AI safety researcher, the AI firm’s manager. The item that
 * says so, MP_NONE where none does. */
static uint32_t machines_job(const mp_mention_finder *f, uint32_t first, uint32_t head) {
    uint32_t machine = MP_NONE;
    if (is(f, head, MP_BIT(AI_WORK) | MP_BIT(ORGANISATION_NOUN)) || !is(f, head, MP_BIT(PERSON_NOUN))) return MP_NONE;
    for (uint32_t i = first; i < head; i++) {
        bool told = is(f, i, MP_BIT(EVIDENCE)) || (f->has_machine && is(f, i, MP_BIT(LIKENESS)));
        if (tag_at(f, i) == MP_TAG_CLITIC || is(f, i, MP_BIT(AI_WORK)))
            machine = MP_NONE;
        else if (told && tag_at(f, i) != MP_TAG_NAME)
            machine = i;
    }
    return machine;
}

/* Robin, an AI-powered chat service that the bank runs; Robin (the town’s AI guide); not: Robin, an AI researcher. */
static uint32_t machine_in_apposition(const mp_mention_finder *f, const mp_mention *name) {
    static const mp_word_classes things =
        MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE) | MP_BIT(TALKER) | MP_BIT(SOFTWARE) | MP_BIT(PRODUCT);
    uint32_t item = name->end;
    if (!in_sentence(f, item + 2)) return MP_NONE;
    if (entry_at(f, name->head)->model != 0) return MP_NONE; /* at home Claude is a chatbot */
    mp_tag mark = tag_at(f, item), opens = tag_at(f, item + 1);
    bool beside = mark == MP_TAG_COMMA || mark == MP_TAG_DASH || mark == MP_TAG_OPEN || is(f, item, MP_BIT(BE));
    if (!beside || (opens != MP_TAG_DETERMINER && opens != MP_TAG_POSSESSIVE)) return MP_NONE;
    uint32_t end = end_of_phrase(f, item + 1);
    if (end == MP_NONE || end < item + 3) return MP_NONE;
    if (mark == MP_TAG_COMMA && says_at(f, end)) return MP_NONE; /* Smith, the bot asserted, would try to stop it */
    uint32_t head = end - 1;
    if (tag_at(f, head) != MP_TAG_NOUN && tag_at(f, head) != MP_TAG_OTHER) return MP_NONE;
    uint32_t machine = machines_job(f, item + 2, head);
    if (machine != MP_NONE) return machine;
    bool someone = is(f, head, MP_BIT(PERSON_NOUN) | MP_BIT(ORGANISATION_NOUN) | MP_BIT(MAKER_NOUN));
    if (!is(f, head, things) || (someone && !is(f, head, MP_BIT(TALKER) | MP_BIT(PRODUCT)))) return MP_NONE;
    for (uint32_t i = item + 2; i < end; i++)
        if (tag_at(f, i) != MP_TAG_NAME && is(f, i, MP_BIT(EVIDENCE)) && (i < head || !someone)) return i;
    return MP_NONE;
}

/* Robin runs on Tingle’s own models as well as Grok: on no one of them. */
static bool is_one_of_several(const mp_mention_finder *f, uint32_t from, uint32_t machine) {
    bool linked = false; /* runs on …; a character on … */
    for (uint32_t i = from; i < machine; i++) {
        mp_tag tag = tag_at(f, i);
        bool behind_noun = i > from && (tag_at(f, i - 1) == MP_TAG_NOUN || tag_at(f, i - 1) == MP_TAG_NAME);
        if (behind_noun && linked && (tag == MP_TAG_COORDINATOR || tag == MP_TAG_PREPOSITION)) return true;
        linked |= tag == MP_TAG_PREPOSITION;
    }
    return in_sentence(f, machine + 2) && tag_at(f, machine + 1) == MP_TAG_COORDINATOR &&
           tag_at(f, machine + 2) == MP_TAG_NAME;
}

bool mp_persona_runs(const mp_mention_finder *f, const mp_mention *name, mp_mention *kind) {
    uint32_t machine = machine_behind(f, name, false);
    if (machine == MP_NONE) machine = machine_of_part(f, name);
    if (machine == MP_NONE) machine = machine_in_insertion(f, name);
    if (machine == MP_NONE) machine = machine_that_made(f, name);
    if (machine == MP_NONE) machine = machine_in_apposition(f, name);
    bool only = machine != MP_NONE && !is_one_of_several(f, name->end, machine);
    if (only) kind->owner_model = named_at(f, machine);
    if (only) kind->owner_maker = entry_at(f, machine)->maker;
    if (machine != MP_NONE) return true;
    uint32_t item = name->end;
    if (!f->has_helper || !in_sentence(f, item + 2) || tag_at(f, item) != MP_TAG_COMMA) return false;
    if (tag_at(f, item + 1) != MP_TAG_RELATIVE || is(f, item + 1, MP_BIT(PRONOUN_PERSON))) return false;
    bool on = false;
    for (uint32_t i = item + 2; in_sentence(f, i) && i < item + apposition_reach; i++) {
        if (tag_at(f, i) == MP_TAG_COMMA || tag_at(f, i) == MP_TAG_STOP) return false;
        on |= tag_at(f, i) == MP_TAG_PREPOSITION;
        if (on && tag_at(f, i) != MP_TAG_STRETCH && is(f, i, MP_BIT(SOFTWARE))) return true;
    }
    return false;
}

/* AI priest Ambrose, virtual candidate Vic: a machine’s part, and its name. */
bool mp_persona_is_titled(const mp_mention_finder *f, const mp_mention *name) {
    bool called = false;
    uint32_t core = core_first(f, name), job = name->head - 1;
    if (name->head > core && machines_job(f, core, job) != MP_NONE) return true;
    for (uint32_t i = core; i < name->head; i++) {
        if (called && is(f, i, MP_BIT(TALKER) | MP_BIT(MODEL_NOUN_LOOSE))) return true;
        bool ai = is(f, i, MP_BIT(EVIDENCE)) || (f->has_machine && is(f, i, MP_BIT(LIKENESS)));
        called = ai && tag_at(f, i) != MP_TAG_NAME;
        if (is(f, i, MP_BIT(MODEL_NOUN)) && is(f, i, MP_BIT(PERSON_NOUN)) && tag_at(f, i) == MP_TAG_NOUN) return true;
    }
    return false;
}

bool mp_personas_find(mp_mention_finder *f, const mp_mention_array *found) {
    for (size_t i = 0; i < found->count; i++) f->has_helper |= may_be_software(&found->items[i]);
    for (size_t i = 0; i < found->count; i++) {
        f->sentence = &f->sentences->list[found->items[i].sentence];
        if (!learn_talker(f, &found->items[i])) return false;
    }
    for (size_t i = 0; i < found->count; i++) {
        mp_mention *mention = &found->items[i];
        f->sentence = &f->sentences->list[mention->sentence];
        apply_talker(f, mention);
        if (is_likened(f, mention)) promote(mention);
        if (!f->has_name && may_be_software(mention) && (is_software(f, mention) || is_of_software(f, mention)))
            promote(mention);
    }
    return true;
}
