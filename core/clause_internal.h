/* clause_internal.h: what the parts of finding verbs share: clause.c (verb groups, infinitives, the walk), clause_subject.c
 * (subjects to either side), clause_joined.c (subjects shared with other verbs), clause_mood.c (what was really said). */
#ifndef MOUTHPIECE_CLAUSE_INTERNAL_H
#define MOUTHPIECE_CLAUSE_INTERNAL_H

#include "clause.h"
#include "status.h"

/* How far a subject is looked for, and over how many prepositions or verbs. */
enum { MP_SUBJECT_REACH = 64, MP_MOST_CLIMBS = 12, MP_MOST_VERBS_BACK = 64 };

typedef MP_ARRAY(mp_verb) mp_verb_array;

typedef struct mp_verb_finder {
    const mp_mentions *mentions;
    const mp_sentences *sentences;
    const uint8_t *tags;
    const mp_sentence *sentence;
    uint32_t number; /* of the sentence */
    mp_verb_array *verbs;
    uint32_t first_verb; /* of the sentence */
} mp_verb_finder;

static inline mp_tag tag_at(const mp_verb_finder *f, uint32_t item) { return (mp_tag)f->tags[item]; }
static inline bool is(const mp_verb_finder *f, uint32_t item, mp_word_classes classes) {
    return mp_item_is(f->sentences, item, classes);
}
static inline bool at_start(const mp_verb_finder *f, uint32_t item) { return item == f->sentence->first; }

static inline bool in_running_text(const mp_verb_finder *f) {
    return f->sentences->tokens->article->blocks[f->sentence->block].kind > MP_BLOCK_SUBHEAD;
}

static inline const mp_mention *mention_of(const mp_verb_finder *f, uint32_t mention) {
    return &f->mentions->items[mention];
}

/* The mention that ends just before `item`. */
static inline uint32_t mention_before(const mp_verb_finder *f, uint32_t item) {
    return at_start(f, item) ? (uint32_t)MP_NONE : f->mentions->item_mention[item - 1];
}

static inline uint32_t mention_starting(const mp_verb_finder *f, uint32_t item) {
    if (item >= f->sentence->end) return MP_NONE;
    uint32_t mention = f->mentions->item_mention[item];
    return mention != MP_NONE && mention_of(f, mention)->first == item ? mention : (uint32_t)MP_NONE;
}

/* The nearest verb of this sentence before `item`; NULL for none, and where many stand between: a subject may be handed on
 * from verb to verb through a whole page without a full stop. */
static inline const mp_verb *verb_before(const mp_verb_finder *f, uint32_t item) {
    for (size_t i = f->verbs->count, steps = 0; i > f->first_verb && steps < MP_MOST_VERBS_BACK; i--, steps++)
        if (f->verbs->items[i - 1].item < item) return &f->verbs->items[i - 1];
    return NULL;
}

/* Whether a verb's object may be the subject of what follows: “said Grok had”, “shows Grok admitting”. */
bool mp_verb_opens_clause(const mp_verb_finder *f, const mp_verb *verb);

/* Each gives a mention, MP_NONE where there is none. */
uint32_t mp_subject_ending_before(const mp_verb_finder *f, uint32_t item, int climbs);
uint32_t mp_subject_of_verb_before(const mp_verb_finder *f, uint32_t item, bool says);
uint32_t mp_subject_of_main_clause(const mp_verb_finder *f, uint32_t item);
uint32_t mp_subject_of_coordinated(const mp_verb_finder *f, mp_verb *verb, uint32_t coordinator);
uint32_t mp_subject_after_comma(const mp_verb_finder *f, uint32_t item);
uint32_t mp_subject_to_the_left(const mp_verb_finder *f, mp_verb *verb);
uint32_t mp_subject_to_the_right(const mp_verb_finder *f, const mp_verb *verb);
uint32_t mp_subject_across_comma(const mp_verb_finder *f, const mp_verb *verb);

/* Whether a quoted stretch, perhaps with a comma behind it, stands just before `item`. */
bool mp_quote_before(const mp_verb_finder *f, uint32_t item);

/* Sets what tells that nobody has said it: a wish, a question, a habit. */
void mp_verb_read_mood(const mp_verb_finder *f, mp_verb *verb);

#endif
