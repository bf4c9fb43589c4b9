/* mention_lone.c: a first name that speaks and is nobody's: on a page about a bot of no model's name, “Ava said” is the
 * bot's voice where the page never gives Ava a surname, an age or a calling. News names people in full. Knows mentions,
 * tags and the words around them; nothing of what else is told of a name. */
#include "mention_internal.h"

static bool is_first_name(const mp_mention_finder *f, const mp_mention *mention) {
    bool lone = mention->first + 1 == mention->end && tag_at(f, mention->first) == MP_TAG_NAME;
    return lone && is(f, mention->first, MP_BIT(FIRST_NAME)) && entry_at(f, mention->first)->model == 0 &&
           mention->maker == 0; /* not: Claude, at home */
}

static bool is_persons_noun(const mp_mention_finder *f, uint32_t item) {
    return tag_at(f, item) == MP_TAG_NOUN && is(f, item, MP_BIT(PERSON_NOUN) | MP_BIT(HUMAN) | MP_BIT(SPOKES_NOUN)) &&
           !is(f, item, MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE));
}

/* her daughter Ava; her daughter, Ava; a nurse called Ava */
static bool is_named_person(const mp_mention_finder *f, const mp_mention *mention) {
    enum { most_back = 2 };
    for (uint32_t i = mention->first, steps = 0; i > f->sentence->first && steps < most_back; i--, steps++) {
        if (is_persons_noun(f, i - 1)) return true;
        if (tag_at(f, i - 1) != MP_TAG_COMMA && !is(f, i - 1, MP_BIT(NAMING))) return false;
    }
    return false;
}

/* Ava, 34; Ava, a nurse; Ava, who asked us not to print her surname; Ava (not her real name) */
static bool is_told_as_person(const mp_mention_finder *f, const mp_mention *mention) {
    enum { reach = 8 };
    uint32_t item = mention->end;
    if (item + 1 >= f->sentence->end) return false;
    mp_tag mark = tag_at(f, item);
    if (is(f, item, MP_BIT(BE)) && is_persons_noun(f, item + 1)) return true;
    bool beside = mark == MP_TAG_COMMA || mark == MP_TAG_DASH || mark == MP_TAG_OPEN || is(f, item, MP_BIT(BE));
    if (!beside) return false;
    if (tag_at(f, item + 1) == MP_TAG_NUMBER || is(f, item + 1, MP_BIT(PRONOUN_PERSON))) return true;
    if (tag_at(f, item + 1) == MP_TAG_RELATIVE && mark == MP_TAG_COMMA) return true;
    for (uint32_t i = item + 1; i < f->sentence->end && i < item + reach; i++) {
        mp_tag tag = tag_at(f, i);
        if (tag == MP_TAG_COMMA || tag == MP_TAG_STOP || tag == MP_TAG_STRETCH || tag == MP_TAG_CLOSE) return false;
        if (is_persons_noun(f, i) || tag == MP_TAG_NEGATION) return true;
    }
    return false;
}

static bool is_cue(const mp_mention_finder *f, uint32_t item) {
    if (tag_at(f, item) != MP_TAG_VERB) return false;
    uint16_t cue = entry_at(f, item)->cue;
    uint16_t takes = mp_cue_takes(f->rules, cue);
    return (takes & (MP_TAKES(QUOTE) | MP_TAKES(THAT))) != 0 && (takes & MP_TAKES(WEAK)) == 0;
}

/* Ava said; “…,” said Ava */
static bool speaks(const mp_mention_finder *f, const mp_mention *mention) {
    uint32_t after = mention->end;
    while (after < f->sentence->end && tag_at(f, after) == MP_TAG_ADVERB) after++;
    if (after < f->sentence->end && is_cue(f, after)) return true;
    return mention->first > f->sentence->first + 1 && is_cue(f, mention->first - 1) &&
           tag_at(f, mention->first - 2) == MP_TAG_STRETCH;
}

/* Remembers the names of those whom the page tells of as people: by a surname, a title, a calling. */
static bool note_full_names(const mp_mention_finder *f, const mp_mention *mention, mp_lexicon *full) {
    uint32_t names = 0;
    for (uint32_t i = mention->first; i < mention->end; i++) {
        bool title = is(f, i, MP_BIT(HONORIFIC) | MP_BIT(RANK)) || is_persons_noun(f, i);
        names += tag_at(f, i) == MP_TAG_NAME || title;
    }
    bool told = is_first_name(f, mention) && (is_named_person(f, mention) || is_told_as_person(f, mention));
    if (names < 2 && !told) return true;
    for (uint32_t i = mention->first; i < mention->end; i++) {
        char room[96];
        if (tag_at(f, i) != MP_TAG_NAME) continue;
        mp_text word = folded_word(f, i, room, sizeof room);
        if (word.length > 0 && mp_lexicon_add(full, f->arena, &word, 1) == NULL) return false;
    }
    return true;
}

bool mp_lone_names_find(mp_mention_finder *f, const mp_mention_array *found) {
    if (!f->has_model || f->has_name || f->is_fiction) return true;
    mp_lexicon *full = mp_lexicon_new(f->arena);
    if (full == NULL) return false;
    for (size_t i = 0; i < found->count; i++) {
        f->sentence = &f->sentences->list[found->items[i].sentence];
        if (!note_full_names(f, &found->items[i], full)) return false;
    }
    for (size_t i = 0; i < found->count; i++) {
        char room[96];
        f->sentence = &f->sentences->list[found->items[i].sentence];
        if (!is_first_name(f, &found->items[i]) || !speaks(f, &found->items[i])) continue;
        mp_text word = folded_word(f, found->items[i].head, room, sizeof room);
        if (word.length == 0 || mp_lexicon_find(full, word) != 0) continue;
        mp_entry *entry = mp_lexicon_add(f->aliases, f->arena, &word, 1);
        if (entry == NULL) return false;
        if (entry->model == 0 && entry->maker == 0) entry->classes |= MP_BIT(DEPLOYER_NOUN);
    }
    return true;
}
