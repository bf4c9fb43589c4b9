/* lexicon.c: words and phrases, found by hashing, in tables and among what was added; a phrase is a path of words. Knows nothing of JSON, nor of texts. */
#include "lexicon.h"

#include "text.h"

#include <string.h>

/* What is added: single words are paths from number 0. `number` 0: the slot is free. */
typedef mp_lexicon_path slot;

struct mp_lexicon {
    const mp_lexicon_table *table; /* may be NULL */
    const mp_entry *kinds;         /* the table's entries, while they are not owned */
    slot *slots;                   /* what was added */
    size_t slot_count;             /* a power of two, at least twice what was added; 0 where nothing was */
    size_t added;
    MP_ARRAY(mp_entry) entries; /* the table's first */
};

enum { first_slot_count = 1 << 6, most_entries = 65534 };

mp_lexicon *mp_lexicon_new(mp_arena *arena) {
    mp_lexicon *lexicon = MP_NEW(arena, mp_lexicon);
    mp_entry none = {0};

    return lexicon == NULL || !MP_PUSH(arena, &lexicon->entries, none) ? NULL : lexicon;
}

mp_lexicon *mp_lexicon_of(const mp_lexicon_table *table, mp_arena *arena) {
    mp_lexicon *lexicon = MP_NEW(arena, mp_lexicon);
    if (lexicon == NULL) return NULL;

    lexicon->table = table;
    lexicon->kinds = table->kinds;
    return lexicon;
}

bool mp_lexicon_own(mp_lexicon *lexicon, mp_arena *arena) {
    if (lexicon->kinds == NULL) return true;

    for (uint32_t i = 0; i < lexicon->table->entry_count; i++)
        if (!MP_PUSH(arena, &lexicon->entries, lexicon->kinds[lexicon->table->kind_of[i]])) return false;
    lexicon->kinds = NULL;
    return true;
}

/* ---- In tables --------------------------------------------------------------------------------------------------- */

uint32_t mp_lexicon_hash(mp_text word) {
    uint32_t hash = 2166136261u; /* FNV-1a */

    for (size_t i = 0; i < word.length; i++) hash = (hash ^ (unsigned char)word.bytes[i]) * 16777619u;
    return hash ^ hash >> 15;
}

static uint32_t find_in_table(const mp_lexicon_table *table, mp_text word) {
    uint32_t bucket = mp_lexicon_hash(word) & table->bucket_mask;
    const uint8_t *at = table->words + table->bucket_at[bucket];

    for (uint32_t number = table->bucket_number[bucket]; number < table->bucket_number[bucket + 1]; number++) {
        size_t length = *at++;
        if (length == word.length && memcmp(at, word.bytes, length) == 0) return number;
        at += length;
    }
    return 0;
}

/* What a table's phrase continues and adds, as one number by which they are sorted. */
static uint32_t key_of(const mp_lexicon_table *table, uint32_t index) {
    return (uint32_t)table->begins[index] << 16 | table->adds[index];
}

static uint32_t next_in_table(const mp_lexicon_table *table, uint32_t phrase, uint32_t word) {
    uint32_t wanted = phrase << 16 | word;
    uint32_t low = table->group_first[phrase / MP_LEXICON_GROUP],
             high = table->group_first[phrase / MP_LEXICON_GROUP + 1];

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

/* ---- Added ------------------------------------------------------------------------------------------------------- */

static uint32_t hash_pair(uint32_t phrase, uint32_t word) {
    uint32_t hash = phrase * 0x9E3779B1u ^ (word + 0x7F4A7C15u) * 0x85EBCA77u;

    return hash ^ hash >> 13;
}

static bool slot_holds(const slot *held, mp_text word, uint32_t phrase, uint32_t next) {
    return held->phrase == phrase && held->next == next && (phrase != 0 || mp_text_equal(held->word, word));
}

/* The slot of a word (phrase 0) or of a pair, or the free one where it would go. */
static slot *find_slot(const mp_lexicon *lexicon, mp_text word, uint32_t phrase, uint32_t next) {
    size_t mask = lexicon->slot_count - 1;
    size_t at = (phrase == 0 ? mp_lexicon_hash(word) : hash_pair(phrase, next)) & mask;

    while (lexicon->slots[at].number != 0 && !slot_holds(&lexicon->slots[at], word, phrase, next)) at = (at + 1) & mask;
    return &lexicon->slots[at];
}

static bool enlarge(mp_lexicon *lexicon, mp_arena *arena) {
    mp_lexicon larger = *lexicon;

    larger.slot_count = lexicon->slot_count == 0 ? first_slot_count : lexicon->slot_count * 2;
    larger.slots = MP_NEW_ARRAY(arena, larger.slot_count, slot);
    if (larger.slots == NULL) return false;
    for (size_t i = 0; i < lexicon->slot_count; i++) {
        const slot *old = &lexicon->slots[i];
        if (old->number != 0) *find_slot(&larger, old->word, old->phrase, old->next) = *old;
    }
    *lexicon = larger;
    return true;
}

uint32_t mp_lexicon_find(const mp_lexicon *lexicon, mp_text word) {
    uint32_t number = lexicon->table == NULL ? 0 : find_in_table(lexicon->table, word);

    return number != 0 || lexicon->slot_count == 0 ? number : find_slot(lexicon, word, 0, 0)->number;
}

uint32_t mp_lexicon_next(const mp_lexicon *lexicon, uint32_t phrase, uint32_t word) {
    const mp_lexicon_table *table = lexicon->table;
    if (phrase == 0 || word == 0) return 0;
    uint32_t number = table == NULL || phrase >= table->entry_count ? 0 : next_in_table(table, phrase, word);

    return number != 0 || lexicon->slot_count == 0 ? number
                                                   : find_slot(lexicon, (mp_text){NULL, 0}, phrase, word)->number;
}

/* The number of the path `phrase` + `next`, or of the single `word`, made where there is none; 0 where that fails. */
static uint32_t extend(mp_lexicon *lexicon, mp_arena *arena, uint32_t phrase, mp_text word, uint32_t next) {
    uint32_t known = phrase == 0 ? mp_lexicon_find(lexicon, word) : mp_lexicon_next(lexicon, phrase, next);
    if (known != 0) return known;
    if (lexicon->entries.count >= most_entries) return 0;
    if (lexicon->added * 2 >= lexicon->slot_count && !enlarge(lexicon, arena)) return 0;
    mp_text kept = phrase == 0 ? mp_arena_copy(arena, word) : (mp_text){NULL, 0};
    if (phrase == 0 && kept.bytes == NULL) return 0;
    uint32_t number = (uint32_t)lexicon->entries.count;
    mp_entry fresh = {0};
    if (!MP_PUSH(arena, &lexicon->entries, fresh)) return 0;
    *find_slot(lexicon, word, phrase, next) = (slot){kept, phrase, next, number};
    lexicon->added++;
    if (phrase != 0) lexicon->entries.items[phrase].begins_phrase = true;
    return number;
}

mp_entry *mp_lexicon_add(mp_lexicon *lexicon, mp_arena *arena, const mp_text *words, size_t word_count) {
    uint32_t phrase = 0;
    if (!mp_lexicon_own(lexicon, arena)) return NULL;

    for (size_t i = 0; i < word_count; i++) {
        uint32_t word = extend(lexicon, arena, 0, words[i], 0);
        if (word == 0) return NULL;
        phrase = i == 0 ? word : extend(lexicon, arena, phrase, (mp_text){NULL, 0}, word);
        if (phrase == 0) return NULL;
    }
    return word_count == 0 ? NULL : &lexicon->entries.items[phrase];
}

bool mp_lexicon_walk(const mp_lexicon *lexicon, size_t *cursor, mp_lexicon_path *path) {
    while (*cursor < lexicon->slot_count) {
        *path = lexicon->slots[(*cursor)++];
        if (path->number != 0) return true;
    }
    return false;
}

mp_entry *mp_lexicon_entries(mp_lexicon *lexicon, size_t *count) {
    *count = lexicon->entries.count;
    return lexicon->entries.items;
}

/* ---- Entries ----------------------------------------------------------------------------------------------------- */

const mp_entry *mp_lexicon_entry(const mp_lexicon *lexicon, uint32_t number) {
    return lexicon->kinds == NULL ? &lexicon->entries.items[number] : &lexicon->kinds[lexicon->table->kind_of[number]];
}

bool mp_entry_is_whole(const mp_entry *entry) {
    return entry->classes != 0 || entry->cue != 0 || entry->model != 0 || entry->maker != 0 || entry->answerable != 0 ||
           entry->patterns != 0;
}

mp_word_class mp_word_class_of(mp_text name) {
    static const char *const names[] = {
#define MP_WORD_CLASS(symbol, name) name,
        MP_WORD_CLASSES(MP_WORD_CLASS)
#undef MP_WORD_CLASS
    };

    for (int i = 0; i < MP_CLASS_COUNT; i++)
        if (strlen(names[i]) == name.length && memcmp(names[i], name.bytes, name.length) == 0) return (mp_word_class)i;
    return MP_CLASS_COUNT;
}
