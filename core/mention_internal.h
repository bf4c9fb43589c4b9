/* mention_internal.h: what the parts of finding mentions share: mention.c (cutting and classing), mention_alias.c (names
 * that the page gives a model), mention_told.c (what it tells of a name elsewhere), mention_persona.c (things that it says a machine speaks through). */
#ifndef MOUTHPIECE_MENTION_INTERNAL_H
#define MOUTHPIECE_MENTION_INTERNAL_H

#include "mention.h"
#include "text.h"

typedef struct mp_mention_finder {
    const mp_sentences *sentences;
    const mp_tokens *tokens;
    const mp_rules *rules;
    const uint8_t *tags;
    const mp_sentence *sentence;
    mp_lexicon *people;  /* folded words of persons’ names met so far */
    mp_lexicon *aliases; /* folded names that the page gives a model */
    mp_lexicon *talkers; /* folded nouns that the page says a machine speaks through: bear */
    mp_arena *arena;
    uint32_t settled;
    mp_lexicon *firms;        /* names whose bot the page speaks of: Air Tern’s chatbot */
    bool has_voice;           /* a model with a person's name is named: such live in devices */
    bool has_model;           /* a mention is a model whatever the page */
    bool has_machine;         /* a word speaks of models: AI, chatbot */
    bool has_name;            /* a model is named */
    bool is_fiction;          /* a page about a play, a film, a novel */
    bool has_helper;          /* somebody or something is an assistant */
    mp_lexicon *names;        /* folded names that stand alone, which are weighed */
    mp_weighed_name *weighed; /* by their number there */
} mp_mention_finder;

typedef MP_ARRAY(mp_mention) mp_mention_array;

static const mp_word_classes any_model_noun = MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE);

static inline mp_tag tag_at(const mp_mention_finder *f, uint32_t item) { return (mp_tag)f->tags[item]; }
static inline uint32_t token_of(const mp_mention_finder *f, uint32_t item) { return f->sentences->items[item].token; }
static inline const mp_entry *entry_at(const mp_mention_finder *f, uint32_t item) {
    return mp_token_entry(f->tokens, token_of(f, item));
}
static inline bool is(const mp_mention_finder *f, uint32_t item, mp_word_classes classes) {
    return (entry_at(f, item)->classes & classes) != 0;
}

/* Where the words after the last owner begin. */
static inline uint32_t core_first(const mp_mention_finder *f, const mp_mention *mention) {
    uint32_t first = mention->first;

    for (uint32_t i = mention->first; i + 1 < mention->end; i++)
        if (tag_at(f, i) == MP_TAG_CLITIC) first = i + 1;
    return first;
}

static inline mp_text folded_word(const mp_mention_finder *f, uint32_t item, char *room, size_t size) {
    size_t length = mp_text_fold(mp_token_text(f->tokens, f->sentence->block, token_of(f, item)), room, size);
    return (mp_text){room, length};
}

static inline bool has_word(const mp_mention_finder *f, const mp_lexicon *words, uint32_t item) {
    char room[96];
    mp_text word = folded_word(f, item, room, sizeof room);
    return word.length > 0 && mp_lexicon_find(words, word) != 0;
}

/* False where memory ends. */
static inline bool keep_word(const mp_mention_finder *f, mp_lexicon *words, uint32_t item) {
    char room[96];
    mp_text word = folded_word(f, item, room, sizeof room);
    return word.length == 0 || mp_lexicon_add(words, f->arena, &word, 1) != NULL;
}

static inline bool is_known_person(const mp_mention_finder *f, uint32_t item) { return has_word(f, f->people, item); }

/* …, the bot wrote: whether a verb of saying stands at `item`. */
static inline bool says_at(const mp_mention_finder *f, uint32_t item) {
    return item < f->sentence->end && tag_at(f, item) == MP_TAG_VERB && entry_at(f, item)->cue != 0;
}

/* … one that does so with any words, in quotation marks or a clause, not with quoted ones alone. */
static inline bool is_cue(const mp_mention_finder *f, uint32_t item) {
    if (tag_at(f, item) != MP_TAG_VERB) return false;
    uint16_t takes = mp_cue_takes(f->rules, entry_at(f, item)->cue);
    return (takes & (MP_TAKES(QUOTE) | MP_TAKES(THAT))) != 0 && (takes & MP_TAKES(WEAK)) == 0;
}

/* Makes models of what the page says is one: the talking bear, the assistant in the app. False where memory ends. */
bool mp_personas_find(mp_mention_finder *f, const mp_mention_array *found);

/* Whether the page says of a name that it is a machine’s: which runs on …, the AI priest Ambrose. */
bool mp_persona_runs(const mp_mention_finder *f, const mp_mention *name, mp_mention *kind);
bool mp_persona_is_titled(const mp_mention_finder *f, const mp_mention *name);

/* … that it is no person’s, a version of a model’s, what a model calls itself. Sets the model in *kind, where it has one. */
bool mp_name_is_told_of(const mp_mention_finder *f, const mp_mention *name, const mp_mention_array *found,
                        mp_mention *kind);

/* Whether a machine is named from `item` on, before the clause ends: powered by [a language model]. */
bool mp_names_machine_within(const mp_mention_finder *f, uint32_t item);

void mp_page_read_machines(mp_mention_finder *f);

/* Learns which names the page gives a model, and whether it has one whatever its names. False where memory ends. */
bool mp_aliases_find(mp_mention_finder *f, const mp_mention_array *found);

/* Takes first names that speak and are nobody's for the bot's. False where memory ends. */
bool mp_lone_names_find(mp_mention_finder *f, const mp_mention_array *found);

/* Takes the names for the bot's for which all that the page tells of them speaks. False where memory ends. */
bool mp_weighed_names_find(mp_mention_finder *f, const mp_mention_array *found);

/* Learns whose bot the page speaks of. False where memory ends. */
bool mp_firms_find(mp_mention_finder *f, const mp_mention_array *found);

/* Classes names once more that were met before their person was named in full, in a headline for one, or their model. */
void mp_aliases_apply(mp_mention_finder *f, const mp_mention_array *found);

#endif
