/* lexicon_table.h: a lexicon as constant data, packed, as rules/generate.c writes it; and what finds its words, decoded when
 * it is first needed, which is sooner done than a page is read. Knows nothing of what is added to a lexicon. */
#ifndef MOUTHPIECE_LEXICON_TABLE_H
#define MOUTHPIECE_LEXICON_TABLE_H

#include "lexicon.h"

/* Words have the numbers from 1 in alphabetical order, phrases those that follow, sorted by what they continue and by the
 * word that they add. Entries that are alike are one kind; kinds stand in columns, since like beside like packs well. All
 * numbers are as mp_packed_number() reads them. A word is how many bytes of the one before go, then its own, which are
 * MP_LEXICON_LETTER or more. Of kinds the next that has not been told is 0, any other its number plus one. Where a kind
 * says the same as an earlier one, that one's number plus one is told, else 0 and what it says. */
typedef struct mp_lexicon_table {
    const uint8_t *words;
    const uint8_t *begins;  /* by phrase: the number of what it continues, less that of the phrase before */
    const uint8_t *adds;    /* … and the number of the word that it adds */
    const uint8_t *kind_of; /* by number: its kind */
    const uint8_t *kind_classes, *kind_topics;  /* by kind: how many bits are set, then each, less the one before */
    const uint8_t *kind_links;                  /* … model, maker, who is answerable, note, first pattern, evidence */
    const uint8_t *kind_cue, *kind_form;        /* … the cue’s number; MP_FORM_…; both always told */
    uint32_t word_end, entry_count, kind_count; /* word_end: the first phrase's number; entries with the empty one */
    uint32_t word_bytes;                        /* of all words, decoded */
    uint32_t topic_sets;                        /* how many are told among kind_topics */
} mp_lexicon_table;

enum {
    MP_LEXICON_LETTER = 0x20,
    MP_LEXICON_MOST_GONE = MP_LEXICON_LETTER - 1, /* followed by how many more go, a byte */
    MP_LEXICON_GROUP = 16,                        /* numbers to a group of phrases */
    MP_LEXICON_WORDS = 64,                        /* words to a group: no longer, together, than 16 bits tell */
    MP_FORM_VERB = 7,                             /* of a kind's form: mp_verb_form, and three flags */
    MP_FORM_ANY_CASE = 8,
    MP_FORM_BASE_IS_PAST = 16,
    MP_FORM_BEGINS_PHRASE = 32
};

/* A table, decoded. */
typedef struct mp_lexicon_index {
    const mp_lexicon_table *table;
    mp_entry *kinds;
    uint64_t *topic_sets;    /* each once … */
    uint16_t *topics_of;     /* … and by kind, which of them it is */
    uint32_t *group_at;      /* by group of words: where the first of them stands in `bytes` … */
    uint16_t *word_at;       /* … and by number how far behind that; one more at the end */
    uint16_t *slots;         /* numbers of words by hash; 0: free */
    uint16_t *kind_of;       /* by number */
    uint16_t *begins, *adds; /* by phrase: the numbers of what it continues, and of the word it adds */
    uint16_t *group_first;   /* by group of numbers that are continued: the first phrase; one more at the end */
    uint32_t slot_mask;
    char *bytes;
} mp_lexicon_index;

/* NULL where memory ends. Freeing takes NULL. */
mp_lexicon_index *mp_lexicon_index_new(const mp_lexicon_table *table, const mp_allocator *allocator);
void mp_lexicon_index_free(mp_lexicon_index *index, const mp_allocator *allocator);

/* As the lexicon's functions of these names, for what stands in the table. */
uint32_t mp_lexicon_index_find(const mp_lexicon_index *index, mp_text word);
uint32_t mp_lexicon_index_next(const mp_lexicon_index *index, uint32_t phrase, uint32_t word);
mp_lexicon_path mp_lexicon_index_path(const mp_lexicon_index *index, uint32_t number);

static inline const mp_entry *mp_lexicon_index_entry(const mp_lexicon_index *index, uint32_t number) {
    return &index->kinds[index->kind_of[number]];
}

static inline uint64_t mp_lexicon_index_topics(const mp_lexicon_index *index, uint32_t number) {
    return index->topic_sets[index->topics_of[index->kind_of[number]]];
}

#endif
