/* mention_told.c: what a page tells of a name without calling it a bot’s right beside it: that there is no such person,
 * that it is a version of a model, that a model calls itself so. Knows mentions, tags and the words around them; nothing
 * of who speaks. */
#include "mention_internal.h"

enum { most_between = 4 };

static bool in_sentence(const mp_mention_finder *f, uint32_t item) { return item < f->sentence->end; }

static bool is_negated_be(const mp_mention_finder *f, uint32_t item) {
    if (is(f, item, MP_BIT(BE))) return in_sentence(f, item + 1) && is(f, item + 1, MP_BIT(NEGATION));
    return is(f, item, MP_BIT(NEGATION)) && is(f, item, MP_BIT(AUXILIARY)); /* isn’t */
}

/* Robin was not a person, Robin isn’t a real human: an item of HUMAN before the next mark. */
static bool is_no_person(const mp_mention_finder *f, const mp_mention *name) {
    uint32_t item = name->end;
    if (!in_sentence(f, item + 1) || !is_negated_be(f, item)) return false;
    for (uint32_t i = item + 1; in_sentence(f, i) && i <= item + most_between + 1; i++) {
        mp_tag tag = tag_at(f, i);
        if (tag == MP_TAG_STOP || tag == MP_TAG_COMMA || tag == MP_TAG_STRETCH) return false;
        if (tag == MP_TAG_VERB || tag == MP_TAG_GERUND || tag == MP_TAG_PREPOSITION || tag == MP_TAG_RELATIVE)
            return false;                                                                   /* is not after a person */
        bool of_somebody = in_sentence(f, i + 1) && tag_at(f, i + 1) == MP_TAG_PREPOSITION; /* no employee of Tingle */
        if (is(f, i, MP_BIT(HUMAN))) return !of_somebody;
    }
    return false;
}

/* There is no Robin; there was no Robin at the desk */
static bool is_nobody(const mp_mention_finder *f, const mp_mention *name) {
    uint32_t no = name->first;
    bool such = name->end == no + 3 && tag_at(f, no + 1) != MP_TAG_NAME; /* no such Robin */
    if (no < f->sentence->first + 2 || (name->end != no + 2 && !such)) return false;
    return is(f, no, MP_BIT(NO)) && is(f, no - 1, MP_BIT(BE));
}

/* a version of Claude, the public face of a chatbot: what of a model the words at `item` say. MP_NONE for nothing. */
static uint32_t guise_at(const mp_mention_finder *f, uint32_t item) {
    for (uint32_t i = item; in_sentence(f, i + 2) && i < item + most_between; i++) {
        mp_tag tag = tag_at(f, i);
        bool in_phrase = tag == MP_TAG_DETERMINER || tag == MP_TAG_OTHER || tag == MP_TAG_NOUN || tag == MP_TAG_NAME ||
                         tag == MP_TAG_NUMBER;
        if (!in_phrase) return MP_NONE;
        if (!is(f, i, MP_BIT(GUISE)) || tag_at(f, i + 1) != MP_TAG_PREPOSITION) continue;
        for (uint32_t k = i + 2; in_sentence(f, k) && k < i + 2 + most_between; k++) {
            tag = tag_at(f, k);
            if (tag == MP_TAG_COMMA || tag == MP_TAG_STOP || tag == MP_TAG_STRETCH) return MP_NONE;
            if (is(f, k, MP_BIT(EVIDENCE) | MP_BIT(MODEL_NOUN)) ||
                mp_model_named(f->tokens, f->settled, token_of(f, k)) != 0)
                return k;
        }
        return MP_NONE;
    }
    return MP_NONE;
}

/* Robin was a version of Claude; Robin, a persona of the chatbot */
static uint32_t guise_of(const mp_mention_finder *f, const mp_mention *name) {
    uint32_t item = name->end;
    if (!in_sentence(f, item + 3)) return MP_NONE;
    if (tag_at(f, item) != MP_TAG_COMMA && !is(f, item, MP_BIT(BE))) return MP_NONE;
    return tag_at(f, item + 1) == MP_TAG_DETERMINER ? guise_at(f, item + 1) : (uint32_t)MP_NONE;
}

/* Robin is a Tingle: one of a model’s that is named. */
static uint16_t is_one_of(const mp_mention_finder *f, const mp_mention *name, const mp_mention_array *found) {
    const mp_mention *next = name + 1;
    if (next >= found->items + found->count || next->sentence != name->sentence) return 0;
    bool is_one = next->first == name->end + 1 && is(f, name->end, MP_BIT(BE)) && next->indefinite;
    return is_one && next->kind == MP_MENTION_MODEL ? next->model : (uint16_t)0;
}

/* the assistant, which calls itself Robin; a bot that introduced itself as Robin: a model stands before it. */
static bool calls_itself(const mp_mention_finder *f, const mp_mention *name, const mp_mention_array *found) {
    enum { most_mentions = 4 };
    uint32_t item = name->first;
    if (item > f->sentence->first && is(f, item - 1, MP_BIT(AS))) item--;
    if (item < f->sentence->first + 2 || !is(f, item - 1, MP_BIT(PRONOUN_THING)) || tag_at(f, item - 2) != MP_TAG_VERB)
        return false;
    if (!is(f, item - 1, MP_BIT(PRONOUN_OBJECT))) return false;
    for (const mp_mention *left = name; left > found->items && left + most_mentions > name; left--) {
        if (left[-1].sentence != name->sentence) return false;
        if (left[-1].kind == MP_MENTION_MODEL || left[-1].kind == MP_MENTION_LOOSE) return true;
    }
    return false;
}

/* The sentence before speaks of one bot, whatever else. */
static bool bot_before(const mp_mention *name, const mp_mention_array *found) {
    enum { most_mentions = 24 };
    if (name->sentence == 0) return false;
    for (const mp_mention *left = name; left > found->items && left + most_mentions > name; left--) {
        if (left[-1].sentence + 1 < name->sentence) return false;
        if (left[-1].sentence == name->sentence || left[-1].plural || left[-1].model != 0) continue;
        if (mp_mention_tells_of_a_model(left - 1)) return true;
    }
    return false;
}

/* The bank has a chatbot. It is called Robin, its name is Robin, it goes by Robin. */
static bool is_its_name(const mp_mention_finder *f, const mp_mention *name, const mp_mention_array *found) {
    enum { most_items = 5 };
    uint32_t first = f->sentence->first, item = name->first;
    if (item < first + 2 || item > first + most_items) return false;
    bool it = is(f, first, MP_BIT(PRONOUN_THING)) && is(f, item - 1, MP_BIT(NAMING));
    bool its = tag_at(f, first) == MP_TAG_POSSESSIVE && is(f, first, MP_BIT(PRONOUN_THING) | MP_BIT(POSSESSIVE)) &&
               !is(f, first, MP_BIT(PRONOUN_PERSON) | MP_BIT(PRONOUN_FIRST)) && is(f, first + 1, MP_BIT(NAMING)) &&
               is(f, item - 1, MP_BIT(BE));
    return (it || its) && bot_before(name, found);
}

bool mp_name_is_told_of(const mp_mention_finder *f, const mp_mention *name, const mp_mention_array *found,
                        mp_mention *kind) {
    uint32_t machine = guise_of(f, name);
    if (machine != MP_NONE) {
        kind->owner_model = mp_model_named(f->tokens, f->settled, token_of(f, machine));
        kind->owner_maker = entry_at(f, machine)->maker;
        return true;
    }
    uint16_t model = is_one_of(f, name, found);
    if (model != 0) kind->owner_model = model;
    if (model != 0) return true;
    return f->has_machine &&
           (is_no_person(f, name) || is_nobody(f, name) || calls_itself(f, name, found) || is_its_name(f, name, found));
}
