/* pattern.h: patterns of the rule packs, tried where one of their anchor words stands. Wraps PCRE2: no search, no
 * unbounded work, no global state. Knows nothing of what a match means to a page. */
#ifndef MOUTHPIECE_PATTERN_H
#define MOUTHPIECE_PATTERN_H

#include "arena.h"
#include "packed.h"

#include <stdatomic.h>

/* What a match says. */
#define MP_MEANINGS(X)                                                                                                 \
    X(PROMPT, "prompt")             /* what was asked of the model is told */                                          \
    X(QUESTION, "question")         /* a question stands there */                                                      \
    X(TURN, "turn")                 /* a new turn of the story: another user, a later post */                          \
    X(SILENCE, "silence")           /* somebody did not answer, or an automated reply came */                          \
    X(DENIAL, "denial")             /* the words are disowned or corrected */                                          \
    X(DISOWNING, "disowning")       /* the model cannot say such a thing, or not for the maker */                      \
    X(NEGATION, "negation")         /* … something is denied, perhaps the words */                                   \
    X(CONFIRMATION, "confirmation") /* the same is said by somebody answerable */                                      \
    X(FAULT, "fault")               /* … a fault is admitted, perhaps what the words admit */                        \
    X(CAVEAT, "caveat")             /* models’ words are unreliable, made up, no statement */                        \
    X(CORRECTION, "correction")     /* the words just quoted are false */                                              \
    X(ABSENCE, "absence")           /* there is no such thing: false, where the words just quoted speak of it */       \
    X(CONFLICT, "conflict")         /* the model has said different things */                                          \
    X(AGAIN, "again")               /* the same is asked, or told to somebody else, again */                           \
    X(RETRACTION, "retraction")     /* the words take earlier words back */                                            \
    X(APOLOGY, "apology")           /* the words apologise; the acts */                                                \
    X(ADMISSION, "admission")                                                                                          \
    X(REFUTATION, "refutation")                                                                                        \
    X(PROMISE, "promise")                                                                                              \
    X(DEFIANCE, "defiance")                                                                                            \
    X(EXPLANATION, "explanation")                                                                                      \
    X(SELF, "self")         /* the words are about the model's own conduct */                                          \
    X(WORLD, "world")       /* … about the rest of the world: prices, winners, advice */                             \
    X(SPECIMEN, "specimen") /* … shown as output: a poem, a test, a transcript */

typedef enum mp_meaning {
#define MP_MEANING(symbol, name) MP_MEANING_##symbol,
    MP_MEANINGS(MP_MEANING)
#undef MP_MEANING
        MP_MEANING_COUNT
} mp_meaning;

/* The meaning of that name in packs; MP_MEANING_COUNT where there is none. */
mp_meaning mp_meaning_of(mp_text name);

/* A pattern at a word, as it was compiled when the program was built. */
typedef struct mp_pattern_packed {
    uint16_t code;      /* which of the pack's codes it is, from 1; 0: nothing can match */
    uint16_t followers; /* what can stand behind the word: which of the pack's sets */
} mp_pattern_packed;

/* Patterns hold no more than their source; code is for each word at which one is tried, of the alternatives that can begin
 * there. Where it was not packed, it is made when the word first stands in a text, by whichever thread reads it. */
typedef struct mp_pattern_code {
    _Atomic(struct mp_pattern_made *) made;
    const mp_pattern_packed *packed; /* may be NULL */
} mp_pattern_code;

/* Codes as packed bytes, which only the PCRE2 that wrote them reads, on the kind of machine that it wrote them on. They are
 * read part by part, so that their bytes and the codes made of them are never there at once. */
typedef struct mp_pattern_pack {
    const mp_packed *codes;
    const uint32_t *parts; /* the bytes of each, of MP_PATTERN_PART codes, but for the last */
    const uint64_t *followers;
    uint32_t count;
} mp_pattern_pack;

enum { MP_PATTERN_PART = 32 };

struct pcre2_real_code_8;

typedef struct mp_pattern {
    mp_text id;
    mp_text source;   /* empty where all its codes are packed; bytes is NULL for a pattern that matches nothing */
    uint8_t meaning;  /* mp_meaning */
    bool about_maker; /* counts only where somebody answerable is named in the sentence */
    bool of_model;    /* … only where a model is asked */
    bool to_model;    /* … only where a model is named right after its first word */
    bool about_model; /* … only where its sentence speaks of a model */
    bool of_readers;  /* … whatever its verb’s subject is: what people should do with a model’s words */
    bool by_others;   /* … only where nobody answerable says it */
    bool by_maker;    /* … only where somebody answerable says it */
} mp_pattern;

/* Where PCRE2's memory comes from, and whether it once ended, which PCRE2's own codes tell only in part. Code keeps a
 * pointer to it, so it outlives the code. With it the packed codes, unpacked when the first of them is needed. */
typedef struct mp_pattern_memory {
    mp_allocator allocator;
    atomic_bool ended;
    mp_pattern_pack pack;
    _Atomic(struct pcre2_real_code_8 **) unpacked;
} mp_pattern_memory;

/* Whether `source` is a pattern. On a fault the message and its byte in the source go to *error. */
mp_status mp_pattern_check(mp_text source, mp_pattern_memory *memory, mp_error *error);

/* Frees what was made; takes one for which nothing was. */
void mp_pattern_free(mp_pattern_code *code);

/* Frees what was unpacked. */
void mp_pattern_memory_free(mp_pattern_memory *memory);

/* What matching needs beside the pattern; one for a document. */
typedef struct mp_matcher mp_matcher;
mp_matcher *mp_matcher_new(mp_arena *arena);
void mp_matcher_free(mp_matcher *matcher);

/* Whether an attempt, or the making of a pattern's code, failed for want of memory. */
bool mp_matcher_ended(const mp_matcher *matcher);

/* Where patterns are tried, and what is asked there once for all of them. */
typedef struct mp_pattern_place {
    mp_text text, word;
    size_t at, end;     /* bytes of the text: where the word begins, and how far is seen */
    size_t behind;      /* where the word's letters end */
    uint64_t followers; /* what stands behind the word */
} mp_pattern_place;

/* The place of the word that ends at byte `word_end` of `text` (valid UTF-8). */
mp_pattern_place mp_pattern_place_at(mp_text text, size_t at, size_t word_end, size_t end);

/* What to try of `pattern` there, NULL where it cannot match, or where memory ends. `code` is that for this pattern at this
 * word, which is compiled here where it has not been. */
const struct pcre2_real_code_8 *mp_pattern_to_try(const mp_pattern *pattern, mp_pattern_code *code,
                                                  mp_pattern_memory *memory, mp_matcher *matcher,
                                                  const mp_pattern_place *place);

/* Tries it. True with the match's *end where it matches; false too where PCRE2's limits end a hostile attempt. */
bool mp_pattern_matches(const struct pcre2_real_code_8 *code, mp_matcher *matcher, const mp_pattern_place *place,
                        size_t *end);

/* For the program that packs: makes the code of `source` at `word`, says what can follow, and fills in *packed but for the
 * numbers of both; its code is 0 where nothing can match. False where memory ends. */
bool mp_pattern_make(mp_text source, mp_text word, mp_pattern_memory *memory, mp_matcher *matcher,
                     mp_pattern_code *code, uint64_t *followers, mp_pattern_packed *packed);

/* … and the bytes of a part of the codes that were made, to be packed; in `arena`, NULL where memory ends. */
mp_text mp_pattern_pack_of(const mp_pattern_code *codes, size_t count, mp_pattern_memory *memory, mp_arena *arena);

#endif
