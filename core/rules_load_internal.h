/* rules_load_internal.h: what the parts of loading a pack share: rules_load.c (the pack as a whole, phrases), and one each
 * for names (makers and models), verbs, patterns with words and messages, and weights. Knows cJSON. */
#ifndef MOUTHPIECE_RULES_LOAD_INTERNAL_H
#define MOUTHPIECE_RULES_LOAD_INTERNAL_H

#include "rules.h"
#include "status.h"
#include "text.h"

#include <cJSON.h>
#include <string.h>

typedef struct mp_loader {
    mp_rules *rules;
    mp_arena *arena;
    mp_error *error;
    uint32_t path[2]; /* the section and the entry at hand, by their numbers, for the error’s place */
    size_t depth;
} mp_loader;

enum { MP_MOST_WORD_BYTES = 96 };

/* Writes something into a phrase's entry. */
typedef mp_status (*mp_phrase_setter)(mp_loader *, mp_entry *, const char *phrase, uint64_t value);

static inline mp_text mp_load_text(const char *string) {
    return (mp_text){string, string == NULL ? 0 : strlen(string)};
}

/* Fails with a message about something of the pack. */
mp_status mp_load_fail(mp_loader *l, const char *message, const char *what);

/* A string member, NULL where there is none; one that is required and not empty, kept; any string, kept. */
const char *mp_load_string(const cJSON *object, const char *key);
mp_status mp_load_member(mp_loader *l, const cJSON *object, const char *key, mp_text *text);
mp_status mp_load_keep(mp_loader *l, const char *string, mp_text *text);

/* Sets a bit of *flags for each name in the array `object[key]`, by its place among `names`, of which there are at most
 * sixteen. */
mp_status mp_load_flags(mp_loader *l, const cJSON *object, const char *key, const char *const *names, int count,
                        uint16_t *flags);

/* Cuts `phrase` into folded words as texts are cut and finds or makes its entry. */
mp_status mp_load_entry(mp_loader *l, const char *phrase, mp_entry **entry);

/* Calls `apply` with the entry of each phrase in the array, or in `object[key]`; either may be absent. */
mp_status mp_load_phrases_of(mp_loader *l, const cJSON *array, const char *key, mp_phrase_setter apply, uint64_t value);
mp_status mp_load_phrases(mp_loader *l, const cJSON *object, const char *key, mp_phrase_setter apply, uint64_t value);

/* What a word may stand for, by a number. */
typedef enum mp_named { MP_NAMED_MAKER, MP_NAMED_MODEL, MP_NAMED_CUE, MP_NAMED_NOTE } mp_named;

/* Takes back every word of the maker, model, cue or note of that number, for a later entry of its id to replace it. */
void mp_load_forget(mp_loader *l, mp_named what, uint16_t number);

/* An entry of each section; or a whole section, which may be NULL. */
mp_status mp_load_maker(mp_loader *l, const cJSON *item);
mp_status mp_load_model(mp_loader *l, const cJSON *item);
mp_status mp_load_cue(mp_loader *l, const cJSON *item);
mp_status mp_load_verb(mp_loader *l, const cJSON *item);
mp_status mp_load_pattern(mp_loader *l, const cJSON *item);
mp_status mp_load_note(mp_loader *l, const cJSON *item);
mp_status mp_load_words(mp_loader *l, const cJSON *words);
mp_status mp_load_messages(mp_loader *l, const cJSON *messages);
mp_status mp_load_weights(mp_loader *l, const cJSON *weights);
mp_status mp_load_topics(mp_loader *l, const cJSON *topics);

#endif
