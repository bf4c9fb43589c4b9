/* lexicon_table.c: decodes a packed lexicon into what finds its words: their bytes, a hash of their numbers, the entries.
 * Knows nothing of what is added to a lexicon. */
#include "lexicon_table.h"

#include "packed.h"
#include "text.h"

#include <string.h>

/* ---- Phrases ----------------------------------------------------------------------------------------------------- */

/* What a phrase continues and adds, as one number by which they are sorted. */
static uint32_t key_of(const mp_lexicon_index *index, uint32_t phrase) {
    return (uint32_t)index->begins[phrase] << 16 | index->adds[phrase];
}

uint32_t mp_lexicon_index_next(const mp_lexicon_index *index, uint32_t phrase, uint32_t word) {
    uint32_t wanted = phrase << 16 | word, group = phrase / MP_LEXICON_GROUP, word_end = index->table->word_end;
    uint32_t low = index->group_first[group], high = index->group_first[group + 1];
    if (word >= word_end) return 0;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2, key = key_of(index, middle);
        if (key == wanted) return word_end + middle;
        if (key < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* ---- Decoding ---------------------------------------------------------------------------------------------------- */

enum { step = sizeof(uint64_t) };

/* Sooner done than memcpy() is called; writes up to `step` bytes more, which are there and not yet needed. */
static void copy_short(char *to, const char *from, size_t length) {
    for (size_t i = 0; i < length; i += step) {
        uint64_t bytes;
        memcpy(&bytes, from + i, step);
        memcpy(to + i, &bytes, step);
    }
}

static void set_word_at(mp_lexicon_index *index, uint32_t number, uint32_t at) {
    uint32_t group = number / MP_LEXICON_WORDS;

    if (number == 1 || number % MP_LEXICON_WORDS == 0) index->group_at[group] = at;
    index->word_at[number] = (uint16_t)(at - index->group_at[group]);
}

static void decode_words(mp_lexicon_index *index) {
    const mp_lexicon_table *table = index->table;
    const uint8_t *from = table->words;
    char *to = index->bytes, *before = to;

    for (uint32_t number = 1; number < table->word_end; number++) {
        size_t gone = *from++;
        if (gone == MP_LEXICON_MOST_GONE) gone += *from++;
        size_t shared = (size_t)(to - before) - gone;
        char *word = to;
        copy_short(to, before, shared);
        to += shared;
        while (*from >= MP_LEXICON_LETTER) *to++ = (char)*from++;
        before = word;
        set_word_at(index, number, (uint32_t)(word - index->bytes));
    }
    set_word_at(index, table->word_end, (uint32_t)(to - index->bytes));
}

static uint32_t group_count(const mp_lexicon_table *table) { return table->entry_count / MP_LEXICON_GROUP + 2; }

static void decode_phrases(mp_lexicon_index *index) {
    const mp_lexicon_table *table = index->table;
    const uint8_t *begins = table->begins, *adds = table->adds;
    uint32_t count = table->entry_count - table->word_end, number = 0, group = 0;

    for (uint32_t phrase = 0; phrase < count; phrase++) {
        number += mp_packed_number(&begins);
        index->begins[phrase] = (uint16_t)number;
        index->adds[phrase] = (uint16_t)mp_packed_number(&adds);
        while (group * MP_LEXICON_GROUP <= number) index->group_first[group++] = (uint16_t)phrase;
    }
    while (group < group_count(table)) index->group_first[group++] = (uint16_t)count;
}

static uint32_t word_at(const mp_lexicon_index *index, uint32_t number) {
    return index->group_at[number / MP_LEXICON_WORDS] + index->word_at[number];
}

static mp_text word_of(const mp_lexicon_index *index, uint32_t number) {
    uint32_t start = word_at(index, number);
    return (mp_text){index->bytes + start, word_at(index, number + 1) - start};
}

static void fill_slots(mp_lexicon_index *index) {
    for (uint32_t number = 1; number < index->table->word_end; number++) {
        uint32_t at = mp_text_hash(word_of(index, number)) & index->slot_mask;
        while (index->slots[at] != 0) at = (at + 1) & index->slot_mask;
        index->slots[at] = (uint16_t)number;
    }
}

static mp_word_classes read_bits(const uint8_t **from) {
    mp_word_classes bits = 0;
    uint32_t bit = 0;

    for (uint32_t left = mp_packed_number(from); left > 0; left--)
        bits |= (mp_word_classes)1 << (bit += mp_packed_number(from));
    return bits;
}

/* Where a set is told, it is one that no kind before has. */
static void read_topics(mp_lexicon_index *index, uint32_t kind, const uint8_t **from, uint32_t *sets) {
    uint32_t told = mp_packed_number(from);

    index->topics_of[kind] = told == 0 ? (uint16_t)*sets : index->topics_of[told - 1];
    if (told == 0) index->topic_sets[(*sets)++] = (uint64_t)read_bits(from);
}

/* The earlier kind that says the same; NULL where what it says follows. */
static const mp_entry *read_like(const mp_lexicon_index *index, const uint8_t **from) {
    uint32_t told = mp_packed_number(from);
    return told == 0 ? NULL : &index->kinds[told - 1];
}

static void read_links(const uint8_t **from, const mp_entry *like, mp_entry *kind) {
    uint16_t *const links[] = {&kind->model, &kind->maker,    &kind->answerable,
                               &kind->note,  &kind->patterns, &kind->evidence};

    if (like != NULL) {
        kind->model = like->model, kind->maker = like->maker, kind->answerable = like->answerable;
        kind->note = like->note, kind->patterns = like->patterns, kind->evidence = like->evidence;
        return;
    }
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) *links[i] = (uint16_t)mp_packed_number(from);
}

static void decode_kinds(mp_lexicon_index *index) {
    const mp_lexicon_table *table = index->table;
    const uint8_t *classes = table->kind_classes, *topics = table->kind_topics, *links = table->kind_links;
    const uint8_t *cue = table->kind_cue;
    uint32_t topic_sets = 0;

    for (uint32_t i = 0; i < table->kind_count; i++) {
        uint8_t form = table->kind_form[i];
        mp_entry *kind = &index->kinds[i];
        *kind = (mp_entry){.cue = (uint16_t)mp_packed_number(&cue),
                           .verb_form = form & MP_FORM_VERB,
                           .any_case = (form & MP_FORM_ANY_CASE) != 0,
                           .base_is_past = (form & MP_FORM_BASE_IS_PAST) != 0,
                           .begins_phrase = (form & MP_FORM_BEGINS_PHRASE) != 0};
        const mp_entry *like = read_like(index, &classes);
        kind->classes = like != NULL ? like->classes : read_bits(&classes);
        read_topics(index, i, &topics, &topic_sets);
        like = read_like(index, &links);
        read_links(&links, like, kind);
    }
}

static void decode_kind_of(mp_lexicon_index *index) {
    const uint8_t *from = index->table->kind_of;
    uint32_t kinds = 0;

    for (uint32_t i = 0; i < index->table->entry_count; i++) {
        uint32_t told = mp_packed_number(&from);
        index->kind_of[i] = (uint16_t)(told == 0 ? kinds++ : told - 1);
    }
}

/* One piece of memory for all, what needs the widest alignment first. */
mp_lexicon_index *mp_lexicon_index_new(const mp_lexicon_table *table, const mp_allocator *allocator) {
    uint32_t slot_count = 2, phrases = table->entry_count - table->word_end;
    while (slot_count * 3 < table->word_end * 4) slot_count *= 2; /* a quarter is free, or more */
    size_t kinds = sizeof(mp_entry) * table->kind_count, topics = sizeof(uint64_t) * table->topic_sets;
    size_t groups = sizeof(uint32_t) * (table->word_end / MP_LEXICON_WORDS + 1);
    size_t head = (sizeof(mp_lexicon_index) + 15) / 16 * 16;
    size_t short_ones = (size_t)slot_count + table->entry_count + phrases * 2 + group_count(table) + table->word_end +
                        1 + table->kind_count;
    size_t bytes_at = head + kinds + topics + groups + short_ones * sizeof(uint16_t);
    char *memory = allocator->reallocate(allocator->context, NULL, bytes_at + table->word_bytes + step);
    if (memory == NULL) return NULL;
    uint16_t *short_at = (void *)(memory + head + kinds + topics + groups);
    memset(short_at, 0, slot_count * sizeof *short_at);
    mp_lexicon_index *index = (void *)memory;

    *index =
        (mp_lexicon_index){.table = table,
                           .kinds = (void *)(memory + head),
                           .topic_sets = (void *)(memory + head + kinds),
                           .topics_of = short_at + short_ones - table->kind_count,
                           .group_at = (void *)(memory + head + kinds + topics),
                           .word_at = short_at + slot_count + table->entry_count + phrases * 2 + group_count(table),
                           .slots = short_at,
                           .kind_of = short_at + slot_count,
                           .begins = short_at + slot_count + table->entry_count,
                           .adds = short_at + slot_count + table->entry_count + phrases,
                           .group_first = short_at + slot_count + table->entry_count + phrases * 2,
                           .slot_mask = slot_count - 1,
                           .bytes = memory + bytes_at};
    decode_words(index);
    fill_slots(index);
    decode_phrases(index);
    decode_kinds(index);
    decode_kind_of(index);
    return index;
}

void mp_lexicon_index_free(mp_lexicon_index *index, const mp_allocator *allocator) {
    if (index != NULL) allocator->release(allocator->context, index);
}

/* ---- Finding ----------------------------------------------------------------------------------------------------- */

uint32_t mp_lexicon_index_find(const mp_lexicon_index *index, mp_text word) {
    uint32_t at = mp_text_hash(word) & index->slot_mask;

    for (; index->slots[at] != 0; at = (at + 1) & index->slot_mask) {
        uint32_t number = index->slots[at];
        mp_text known = word_of(index, number);
        if (known.length == word.length && memcmp(known.bytes, word.bytes, word.length) == 0) return number;
    }
    return 0;
}

mp_lexicon_path mp_lexicon_index_path(const mp_lexicon_index *index, uint32_t number) {
    if (number < index->table->word_end) return (mp_lexicon_path){.word = word_of(index, number)};
    uint32_t phrase = number - index->table->word_end;
    return (mp_lexicon_path){.phrase = index->begins[phrase], .next = index->adds[phrase]};
}
