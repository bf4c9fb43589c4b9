/* rules.h: what the rule packs say, ready for use: models, makers, cues, patterns, messages, and the lexicon through
 * which texts find them. Immutable once loaded. Knows nothing of documents.
 *
 * The shipped packs stand in the program as tables (rules/generate.c writes them); a pack that a user adds is read from
 * JSON (rules_load.c). A section of its own, say "suggestions", wants: a member here; its loader, called in load_root();
 * its shape in rules_shape.c and core/schema/rules.schema.json; a line in mp_rules_own(); and its writer, called in
 * write_rules() of rules/generate.c. The compiler says which of them a changed type leaves behind; the test
 * tests/api/shipped_test.c says whether tables and JSON agree. */
#ifndef MOUTHPIECE_RULES_H
#define MOUTHPIECE_RULES_H

#include "gate.h"
#include "lexicon.h"
#include "pattern.h"
#include "weights.h"

typedef struct mp_maker {
    mp_text id, name;
} mp_maker;

enum { MP_MOST_AMBIGUOUS = 32 };

typedef struct mp_model {
    mp_text id, name;
    uint16_t maker;          /* from 1, 0: none known */
    bool ambiguous;          /* its name names other things too */
    bool persona;            /* pages may call it he or she */
    bool common;             /* its name is else a common noun: copilot, llama */
    uint8_t ambiguity;       /* its bit among the ambiguous models */
    const mp_text *accounts; /* beginnings of its accounts' addresses, "x.com/grok" */
    size_t account_count;
} mp_model;

/* Constructions that a verb of saying takes. */
#define MP_CUE_TAKES(X)                                                                                                \
    X(QUOTE, "quote")         /* said “…” */                                                                     \
    X(THAT, "that")           /* said (that) it was */                                                                 \
    X(OBJECT, "object")       /* denied wrongdoing */                                                                  \
    X(TO, "to")               /* promised to */                                                                        \
    X(LISTENER, "listener")   /* told reporters */                                                                     \
    X(ABOUT, "about")         /* apologised for, warned of: the content comes by a preposition */                      \
    X(WEAK, "weak")           /* a verb of saying only where it brings quoted words */                                 \
    X(ALONE, "alone")         /* says all by itself: apologised, owned up */                                           \
    X(WRITTEN, "written")     /* a text is its subject: the post read, the statement said */                           \
    X(DIRECTION, "direction") /* said to leave: what somebody shall do */                                              \
    X(NOT_INVERTED, "not-inverted")                                                                                    \
    X(RELAYED, "relayed")   /* quoted Grok: “…”; read out its reply: “…”: the object’s words */          \
    X(AUTHORED, "authored") /* wrote, typed: what authors do to a text, and no text does */                            \
    X(ONCE, "once")         /* announced a plan: an object in the past; what is announced in the present is a product */

typedef enum mp_cue_take {
#define MP_TAKE(symbol, name) MP_TAKE_NUMBER_##symbol,
    MP_CUE_TAKES(MP_TAKE)
#undef MP_TAKE
        MP_TAKE_COUNT
} mp_cue_take;

#define MP_TAKES(symbol) ((uint16_t)(1u << MP_TAKE_NUMBER_##symbol))

typedef struct mp_cue {
    mp_text lemma;
    uint16_t takes;
    uint8_t act;    /* mp_act: what the verb itself expresses */
    mp_text noun;   /* what one who does it gives: "an apology"; empty for most */
    mp_text gerund; /* "saying"; empty where the pack has no such form */
} mp_cue;

/* Pairs of a lexicon's word and a pattern that is tried where the word stands; `next` is the next pair of the same word. */
typedef struct mp_pattern_anchor {
    uint16_t pattern;
    uint16_t next;
} mp_pattern_anchor;

/* As what a word that a note knows may lend a model a mind. */
#define MP_NOTED_PARTS(X)                                                                                              \
    X(VERB, "verb")             /* Grok thinks */                                                                      \
    X(ADVERB, "adverb")         /* Grok proudly announced */                                                           \
    X(ADJECTIVE, "adjective")   /* a remorseful Grok; Grok was remorseful */                                           \
    X(POSSESSION, "possession") /* Grok’s conscience */

typedef enum mp_noted_part {
#define MP_NOTED(symbol, name) MP_NOTED_NUMBER_##symbol,
    MP_NOTED_PARTS(MP_NOTED)
#undef MP_NOTED
        MP_NOTED_COUNT
} mp_noted_part;

#define MP_NOTED_AS(symbol) ((uint16_t)(1u << MP_NOTED_NUMBER_##symbol))

/* A note on wording; its words are in the lexicon. */
typedef struct mp_note_rule {
    mp_text id;
    mp_text message; /* what is said of it, with the slots {model} and {words} */
    uint16_t as;     /* MP_NOTED_AS(…) | … */
} mp_note_rule;

/* Bits of the ambiguous models for which a word or phrase speaks, and against which. */
typedef struct mp_evidence {
    uint32_t supports, opposes;
} mp_evidence;

typedef struct mp_message {
    mp_text id, text;
} mp_message;

typedef struct mp_rules {
    mp_lexicon *lexicon; /* to be opened before it is read */
    const mp_gate *gate; /* what no text without a model passes */
    MP_ARRAY(mp_maker) makers;
    MP_ARRAY(mp_model) models;
    MP_ARRAY(mp_cue) cues;
    MP_ARRAY(mp_pattern) patterns;
    MP_ARRAY(mp_pattern_code) codes; /* of each anchor, made when it first stands in a text */
    mp_pattern_memory *pattern_memory;
    MP_ARRAY(mp_pattern_anchor) anchors; /* the first is unused */
    MP_ARRAY(mp_evidence) evidence;      /* the first is empty */
    MP_ARRAY(mp_message) messages;
    MP_ARRAY(mp_note_rule) notes;
    size_t ambiguous_count;
    mp_weights *weights;          /* NULL before the first pack */
    MP_ARRAY(mp_text) topics;     /* their names, in the order of their bits */
    MP_ARRAY(mp_stem) stems;      /* sorted by their letters; at most MP_MOST_STEMS */
    uint8_t least_alert_per_cent; /* a finding of less confidence is no alert */
    mp_text label;                /* "en 1" */
    bool shared;                  /* all of it stands in the program’s tables */
} mp_rules;

/* What follows a cue, as MP_TAKES(…); nothing where it is 0, of a word that is none. */
static inline uint16_t mp_cue_takes(const mp_rules *rules, uint16_t cue) {
    return cue == 0 ? (uint16_t)0 : rules->cues.items[cue - 1].takes;
}

/* The act that a cue by itself is: conceded, denied. None where it is 0. */
static inline mp_act mp_cue_act(const mp_rules *rules, uint16_t cue) {
    return cue == 0 ? MP_ACT_NONE : (mp_act)rules->cues.items[cue - 1].act;
}

/* Makes `rules`, which is zeroed, empty rules, or the shipped ones: nothing is parsed, and next to nothing copied. */
mp_status mp_rules_begin(mp_rules *rules, mp_arena *arena, mp_error *error);
mp_status mp_rules_ship(mp_rules *rules, mp_arena *arena, mp_error *error);

/* Copies what is shared, so that a pack may change it. */
mp_status mp_rules_own(mp_rules *rules, mp_arena *arena, mp_error *error);

/* Reads a pack (JSON) into `rules`, empty or shipped; what a later pack says of an id replaces the earlier. Memory
 * comes from `arena`, patterns' from its allocator. On a fault *error names the entry, and `rules` is still to be freed. */
mp_status mp_rules_load(mp_rules *rules, mp_text pack, mp_arena *arena, mp_error *error);
void mp_rules_free(mp_rules *rules);

struct cJSON;

/* Parses a pack; on a fault *error has its line and column. *root is freed by cJSON_Delete. */
mp_status mp_rules_parse(mp_text pack, struct cJSON **root, mp_error *error);

/* The English sentence of that id, empty where the packs have none. */
mp_text mp_rules_message(const mp_rules *rules, const char *id);

/* A slot of the packs' sentences, "{model}", and the words for it. */
typedef struct mp_slot {
    const char *name;
    mp_text value;
} mp_slot;

/* The sentence of that id with its slots filled, NUL-terminated in `arena`. Empty where the packs have none; bytes is NULL
 * where memory ends. */
mp_text mp_rules_fill(const mp_rules *rules, const char *id, const mp_slot *slots, size_t count, mp_arena *arena);

/* The same for any text with slots. */
mp_text mp_slots_fill(mp_text text, const mp_slot *slots, size_t count, mp_arena *arena);

/* Writes the beginning of a word, folded, to `letters`: its letters up to the sixth, the rest zero. False where it begins
 * with no letter. */
bool mp_stem_read(mp_text word, char letters[MP_STEM_LETTERS + 2]);

/* The number of the first stem that does not come before `letters`: its own where the rules weigh it. Logarithmic. */
size_t mp_stem_place(const mp_rules *rules, const char letters[MP_STEM_LETTERS + 2]);

/* Its number from 1, 0 where the rules do not weigh it. */
size_t mp_stem_find(const mp_rules *rules, const char letters[MP_STEM_LETTERS + 2]);

/* Whether packs may weigh this for roles and acts: a feature of its own, or a zone, a colon and a topic. */
bool mp_is_feature(const char *name);

#endif
