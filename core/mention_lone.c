/* mention_lone.c: a name that speaks and is nobody's: on a page about a bot of no model's name, “Ava said” is the bot's
 * voice where the page never gives Ava a surname, an age or a calling. News names people in full. A name that is no first
 * name may be a firm's, and needs more: it was launched or switched off, or is called he or she. Knows mentions, tags and
 * the words around them. */
#include "mention_internal.h"

/* Ava; France’s Lucie; not: Claude, at home */
static bool is_lone_name(const mp_mention_finder *f, const mp_mention *mention) {
    static const mp_word_classes others = MP_BIT(NATION) | MP_BIT(PLACE_NOUN) | MP_BIT(TIME) | MP_BIT(NO_NAME);
    bool lone = core_first(f, mention) + 1 == mention->end && tag_at(f, mention->head) == MP_TAG_NAME;
    const mp_entry *entry = entry_at(f, mention->head);
    return lone && entry->model == 0 && entry->answerable == 0 && mention->maker == 0 && (entry->classes & others) == 0;
}

static bool is_first_name(const mp_mention_finder *f, const mp_mention *mention) {
    return is_lone_name(f, mention) && is(f, mention->head, MP_BIT(FIRST_NAME));
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

/* Ava said; “…,” said Ava */
static bool speaks(const mp_mention_finder *f, const mp_mention *mention) {
    uint32_t after = mention->end;
    while (after < f->sentence->end && tag_at(f, after) == MP_TAG_ADVERB) after++;
    if (after < f->sentence->end && is_cue(f, after)) return true;
    return mention->first > f->sentence->first + 1 && is_cue(f, mention->first - 1) &&
           tag_at(f, mention->first - 2) == MP_TAG_STRETCH;
}

/* Wim, who asked for a map: a name that is no first name, as far as the lexicon knows, is a person’s too. */
static bool is_somebody_who(const mp_mention_finder *f, const mp_mention *mention) {
    uint32_t item = mention->end;
    return item + 1 < f->sentence->end && tag_at(f, item) == MP_TAG_COMMA && is(f, item + 1, MP_BIT(HUMAN)) &&
           tag_at(f, item + 1) == MP_TAG_RELATIVE;
}

/* Remembers the names of those whom the page tells of as people: by a surname, a title, a calling. */
static bool note_full_names(const mp_mention_finder *f, const mp_mention *mention, mp_lexicon *full) {
    uint32_t names = 0;
    for (uint32_t i = core_first(f, mention); i < mention->end; i++) {
        bool title = is(f, i, MP_BIT(HONORIFIC) | MP_BIT(RANK)) || is_persons_noun(f, i);
        names += tag_at(f, i) == MP_TAG_NAME || title;
    }
    bool told = is_first_name(f, mention) && (is_named_person(f, mention) || is_told_as_person(f, mention));
    told |= is_lone_name(f, mention) && (is_named_person(f, mention) || is_somebody_who(f, mention));
    if (names < 2 && !told) return true;
    for (uint32_t i = mention->first; i < mention->end; i++) {
        if (tag_at(f, i) == MP_TAG_NAME && !keep_word(f, full, i)) return false;
    }
    return true;
}

/* Lucie was switched off; the mayor unveiled Lucie */
static bool is_operated(const mp_mention_finder *f, const mp_mention *mention) {
    uint32_t item = mention->end, first = mention->first;
    if (first > f->sentence->first && tag_at(f, first - 1) == MP_TAG_VERB && is(f, first - 1, MP_BIT(OPERATES)))
        return true;
    bool passive = false;
    for (; item < f->sentence->end; item++) {
        mp_tag tag = tag_at(f, item);
        passive |= is(f, item, MP_BIT(BE));
        if (tag != MP_TAG_AUXILIARY && tag != MP_TAG_ADVERB && !is(f, item, MP_BIT(BE))) break;
    }
    return passive && item < f->sentence->end && is(f, item, MP_BIT(OPERATES));
}

/* Minli said so. She added …: what opens the next sentence of the paragraph. Bodies are never she. */
static bool is_called_he_or_she(const mp_mention_finder *f, const mp_mention_array *found, size_t number) {
    enum { most_mentions = 12 };
    const mp_mention *mention = &found->items[number];
    if (number > 0 && found->items[number - 1].sentence == mention->sentence) return false;
    for (size_t i = number + 1; i < found->count && i < number + most_mentions; i++) {
        const mp_mention *next = &found->items[i];
        if (next->sentence == mention->sentence) continue;
        const mp_sentence *sentence = &f->sentences->list[next->sentence];
        return next->sentence == mention->sentence + 1 && sentence->block == f->sentence->block &&
               next->kind == MP_MENTION_HE_OR_SHE && next->first == sentence->first;
    }
    return false;
}

/* Ava’s father */
static bool has_family(const mp_mention_finder *f, const mp_mention *mention) {
    return tag_at(f, mention->head) == MP_TAG_NOUN && is(f, mention->head, MP_BIT(HE_NOUN) | MP_BIT(SHE_NOUN)) &&
           mention->first + 2 == core_first(f, mention) && tag_at(f, mention->first) == MP_TAG_NAME;
}

/* in Kyiv, at Tingle: a place, or a body */
static bool stands_as_place(const mp_mention_finder *f, const mp_mention *mention) {
    if (mention->first == f->sentence->first || tag_at(f, mention->first - 1) != MP_TAG_PREPOSITION) return false;
    return !is(f, mention->first - 1, MP_BIT(TO) | MP_BIT(BY) | MP_BIT(SOURCE));
}

/* What is told of names all over the page: that they are people's, or places and bodies; or that they are run, or called
 * he or she. False where memory ends. */
static bool read_names(mp_mention_finder *f, const mp_mention_array *found, mp_lexicon *others, mp_lexicon *told) {
    for (size_t i = 0; i < found->count; i++) {
        const mp_mention *mention = &found->items[i];
        f->sentence = &f->sentences->list[mention->sentence];
        if (!note_full_names(f, mention, others)) return false;
        if (has_family(f, mention) && !keep_word(f, others, mention->first)) return false;
        if (!is_lone_name(f, mention)) continue;
        if (stands_as_place(f, mention) && !keep_word(f, others, mention->head)) return false;
        bool bots = is_first_name(f, mention) || is_operated(f, mention) || is_called_he_or_she(f, found, i);
        if (bots && !keep_word(f, told, mention->head)) return false;
    }
    return true;
}

bool mp_lone_names_find(mp_mention_finder *f, const mp_mention_array *found) {
    if (!f->has_model || f->has_name || f->is_fiction) return true;
    mp_lexicon *others = mp_lexicon_new(f->arena), *told = mp_lexicon_new(f->arena);
    if (others == NULL || told == NULL || !read_names(f, found, others, told)) return false;
    for (size_t i = 0; i < found->count; i++) {
        const mp_mention *mention = &found->items[i];
        f->sentence = &f->sentences->list[mention->sentence];
        if (!is_lone_name(f, mention) || !speaks(f, mention)) continue;
        if (!has_word(f, told, mention->head) || has_word(f, others, mention->head)) continue;
        char room[96];
        mp_text word = folded_word(f, mention->head, room, sizeof room);
        mp_entry *entry = mp_lexicon_add(f->aliases, f->arena, &word, 1);
        if (entry == NULL) return false;
        if (entry->model == 0 && entry->maker == 0) entry->classes |= MP_BIT(DEPLOYER_NOUN);
    }
    return true;
}
