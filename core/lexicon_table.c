/* lexicon_table.c: decodes a packed lexicon into what finds its words: their bytes, a hash of their numbers, the entries.
 * Knows nothing of what is added to a lexicon. */
#include "lexicon_table.h"

#include <string.h>

/* At most eight bytes as a number; those in the middle may count twice. */
static uint64_t number_of_bytes(const char *bytes, size_t length) {
    uint32_t low = 0, high = 0;
    if (length >= sizeof low) {
        memcpy(&low, bytes, sizeof low);
        memcpy(&high, bytes + length - sizeof high, sizeof high);
        return (uint64_t)high << 32 | low;
    }
    for (size_t i = 0; i < length; i++) low = low << 8 | (unsigned char)bytes[i];
    return low;
}

uint32_t mp_lexicon_hash(mp_text word) {
    static const uint64_t factor = 0x9E3779B97F4A7C15u;
    uint64_t hash = word.length * factor;
    size_t at = 0;

    for (; word.length - at > sizeof hash; at += sizeof hash) {
        hash = (hash ^ number_of_bytes(word.bytes + at, sizeof hash)) * factor;
        hash ^= hash >> 32;
    }
    hash = (hash ^ number_of_bytes(word.bytes + at, word.length - at)) * factor;
    return (uint32_t)(hash >> 32);
}

/* ---- Phrases ----------------------------------------------------------------------------------------------------- */

/* What a phrase continues and adds, as one number by which they are sorted. */
static uint32_t key_of(const mp_lexicon_table *table, uint32_t index) {
    return (uint32_t)table->begins[index] << 16 | table->adds[index];
}

uint32_t mp_lexicon_table_next(const mp_lexicon_table *table, uint32_t phrase, uint32_t word) {
    uint32_t wanted = phrase << 16 | word, group = phrase / MP_LEXICON_GROUP;
    uint32_t low = table->group_first[group], high = table->group_first[group + 1];
    if (word >= table->word_end) return 0;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2, key = key_of(table, middle);
        if (key == wanted) return table->word_end + middle;
        if (key < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* ---- Decoding ---------------------------------------------------------------------------------------------------- */

static void decode_words(mp_lexicon_index *index) {
    const mp_lexicon_table *table = index->table;
    const uint8_t *from = table->words;
    char *to = index->bytes, *before = to;

    for (uint32_t number = 1; number < table->word_end; number++) {
        size_t shared = *from++, more = *from++;
        char *word = to;
        memcpy(to, before, shared);
        memcpy(to + shared, from, more);
        from += more;
        to += shared + more;
        before = word;
        index->word_at[number] = (uint32_t)(word - index->bytes);
    }
    index->word_at[table->word_end] = (uint32_t)(to - index->bytes);
}

static mp_text word_of(const mp_lexicon_index *index, uint32_t number) {
    return (mp_text){index->bytes + index->word_at[number], index->word_at[number + 1] - index->word_at[number]};
}

static void fill_slots(mp_lexicon_index *index) {
    for (uint32_t number = 1; number < index->table->word_end; number++) {
        uint32_t at = mp_lexicon_hash(word_of(index, number)) & index->slot_mask;
        while (index->slots[at] != 0) at = (at + 1) & index->slot_mask;
        index->slots[at] = (uint16_t)number;
    }
}

static void decode_kinds(mp_lexicon_index *index) {
    const mp_lexicon_table *table = index->table;

    for (uint32_t i = 0; i < table->kind_count; i++) {
        const mp_entry_links *links = &table->link_sets[table->kind_links[i]];
        uint8_t form = table->kind_form[i];
        index->kinds[i] = (mp_entry){.classes = table->class_sets[table->kind_classes[i]],
                                     .topics = table->topic_sets[table->kind_topics[i]],
                                     .cue = table->kind_cue[i],
                                     .model = links->model,
                                     .maker = links->maker,
                                     .answerable = links->answerable,
                                     .note = links->note,
                                     .patterns = links->patterns,
                                     .evidence = links->evidence,
                                     .verb_form = form & MP_FORM_VERB,
                                     .any_case = (form & MP_FORM_ANY_CASE) != 0,
                                     .base_is_past = (form & MP_FORM_BASE_IS_PAST) != 0,
                                     .begins_phrase = (form & MP_FORM_BEGINS_PHRASE) != 0};
    }
}

/* One piece of memory for all, what needs the widest alignment first. */
mp_lexicon_index *mp_lexicon_index_new(const mp_lexicon_table *table, const mp_allocator *allocator) {
    uint32_t slot_count = 2;
    while (slot_count < table->word_end * 2) slot_count *= 2;
    size_t kinds = sizeof(mp_entry) * table->kind_count, word_at = sizeof(uint32_t) * (table->word_end + 1);
    size_t head = (sizeof(mp_lexicon_index) + 15) / 16 * 16, slots = sizeof(uint16_t) * slot_count;
    char *memory =
        allocator->reallocate(allocator->context, NULL, head + kinds + word_at + slots + table->word_bytes + 1);
    if (memory == NULL) return NULL;
    memset(memory + head + kinds + word_at, 0, slots);
    mp_lexicon_index *index = (void *)memory;

    *index = (mp_lexicon_index){.table = table,
                                .kinds = (void *)(memory + head),
                                .word_at = (void *)(memory + head + kinds),
                                .slots = (void *)(memory + head + kinds + word_at),
                                .slot_mask = slot_count - 1,
                                .bytes = memory + head + kinds + word_at + slots};
    decode_words(index);
    fill_slots(index);
    decode_kinds(index);
    return index;
}

void mp_lexicon_index_free(mp_lexicon_index *index, const mp_allocator *allocator) {
    if (index != NULL) allocator->release(allocator->context, index);
}

/* ---- Finding ----------------------------------------------------------------------------------------------------- */

uint32_t mp_lexicon_index_find(const mp_lexicon_index *index, mp_text word) {
    uint32_t at = mp_lexicon_hash(word) & index->slot_mask;

    for (; index->slots[at] != 0; at = (at + 1) & index->slot_mask) {
        uint32_t number = index->slots[at], start = index->word_at[number];
        if (index->word_at[number + 1] - start != word.length) continue;
        if (memcmp(index->bytes + start, word.bytes, word.length) == 0) return number;
    }
    return 0;
}

mp_lexicon_path mp_lexicon_index_path(const mp_lexicon_index *index, uint32_t number) {
    if (number < index->table->word_end) return (mp_lexicon_path){.word = word_of(index, number)};
    uint32_t phrase = number - index->table->word_end;
    return (mp_lexicon_path){.phrase = index->table->begins[phrase], .next = index->table->adds[phrase]};
}
