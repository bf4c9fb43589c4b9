/* mention_weighed.c: which names that stand alone on a page are a model's that no list has: all that the page tells of
 * each is weighed. Pages name their bots in ways that no rule foresaw, and speak of people in others. Knows mentions and the
 * weights; nothing of how weights are learnt. */
#include "mention_weighed_internal.h"

enum { most_names = 256 };

/* ---- Which names there are --------------------------------------------------------------------------------------- */

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

/* ---- The page ---------------------------------------------------------------------------------------------------- */

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
            mp_name_holder_read(f, mention, i, features);
        else if (tag_at(f, mention->head) == MP_TAG_NAME && names_in(f, mention) > 1 && i >= core)
            note(features, MP_NAME_FEATURE_FULL, is_persons_full_name(f, mention, core));
        else if (i >= core && i < mention->head)
            mp_name_holder_read(f, mention, i, features);
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
            mp_name_alone_read(f, found, i, &f->weighed[number]);
        else
            read_together(f, mention);
    }
    read_stretches(f);
    read_page(f, found);
    return keep_models(f);
}
