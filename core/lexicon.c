/* lexicon.c: words and phrases, found by hashing; a phrase is a path of words. Knows nothing of JSON, nor of texts. */
#include "lexicon.h"

#include "text.h"

#include <string.h>

/* One table for both: a single word is the path from number 0. */
typedef struct slot {
    mp_text word;    /* for single words */
    uint32_t phrase; /* for longer ones: the path so far … */
    uint32_t next;   /* … and the word that follows */
    uint32_t number; /* 0: the slot is free */
} slot;

struct mp_lexicon {
    slot *slots;
    size_t slot_count; /* a power of two, at least twice the entries */
    MP_ARRAY(mp_entry) entries;
};

enum { first_slot_count = 1 << 12, most_entries = 65534 };

mp_lexicon *mp_lexicon_new(mp_arena *arena) {
    mp_lexicon *lexicon = MP_NEW(arena, mp_lexicon);
    if (lexicon == NULL) return NULL;
    mp_entry none = {0};

    lexicon->slot_count = first_slot_count;
    lexicon->slots = MP_NEW_ARRAY(arena, first_slot_count, slot);
    if (lexicon->slots == NULL || !MP_PUSH(arena, &lexicon->entries, none)) return NULL;
    return lexicon;
}

static uint32_t hash_word(mp_text word) {
    uint32_t hash = 2166136261u; /* FNV-1a */

    for (size_t i = 0; i < word.length; i++) hash = (hash ^ (unsigned char)word.bytes[i]) * 16777619u;
    return hash ^ hash >> 15;
}

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
    size_t at = (phrase == 0 ? hash_word(word) : hash_pair(phrase, next)) & mask;

    while (lexicon->slots[at].number != 0 && !slot_holds(&lexicon->slots[at], word, phrase, next)) at = (at + 1) & mask;
    return &lexicon->slots[at];
}

static bool enlarge(mp_lexicon *lexicon, mp_arena *arena) {
    mp_lexicon larger = *lexicon;

    larger.slot_count = lexicon->slot_count * 2;
    larger.slots = MP_NEW_ARRAY(arena, larger.slot_count, slot);
    if (larger.slots == NULL) return false;
    for (size_t i = 0; i < lexicon->slot_count; i++) {
        const slot *old = &lexicon->slots[i];
        if (old->number != 0) *find_slot(&larger, old->word, old->phrase, old->next) = *old;
    }
    *lexicon = larger;
    return true;
}

/* The number of the path `phrase` + `word`, made where there is none; 0 where that fails. */
static uint32_t extend(mp_lexicon *lexicon, mp_arena *arena, uint32_t phrase, mp_text word, uint32_t next) {
    slot *found = find_slot(lexicon, word, phrase, next);
    if (found->number != 0) return found->number;
    if (lexicon->entries.count >= most_entries) return 0;
    if (lexicon->entries.count * 2 >= lexicon->slot_count) {
        if (!enlarge(lexicon, arena)) return 0;
        found = find_slot(lexicon, word, phrase, next);
    }
    mp_text kept = phrase == 0 ? mp_arena_copy(arena, word) : (mp_text){NULL, 0};
    if (phrase == 0 && kept.bytes == NULL) return 0;
    uint32_t number = (uint32_t)lexicon->entries.count;
    mp_entry fresh = {0};
    if (!MP_PUSH(arena, &lexicon->entries, fresh)) return 0;
    *found = (slot){kept, phrase, next, number};
    if (phrase != 0) lexicon->entries.items[phrase].begins_phrase = true;
    return number;
}

mp_entry *mp_lexicon_add(mp_lexicon *lexicon, mp_arena *arena, const mp_text *words, size_t word_count) {
    uint32_t phrase = 0;

    for (size_t i = 0; i < word_count; i++) {
        uint32_t word = extend(lexicon, arena, 0, words[i], 0);
        if (word == 0) return NULL;
        phrase = i == 0 ? word : extend(lexicon, arena, phrase, (mp_text){NULL, 0}, word);
        if (phrase == 0) return NULL;
    }
    return word_count == 0 ? NULL : &lexicon->entries.items[phrase];
}

mp_entry *mp_lexicon_entries(mp_lexicon *lexicon, size_t *count) {
    *count = lexicon->entries.count;
    return lexicon->entries.items;
}

uint32_t mp_lexicon_find(const mp_lexicon *lexicon, mp_text word) { return find_slot(lexicon, word, 0, 0)->number; }

uint32_t mp_lexicon_next(const mp_lexicon *lexicon, uint32_t phrase, uint32_t word) {
    if (phrase == 0 || word == 0) return 0;
    return find_slot(lexicon, (mp_text){NULL, 0}, phrase, word)->number;
}

const mp_entry *mp_lexicon_entry(const mp_lexicon *lexicon, uint32_t number) { return &lexicon->entries.items[number]; }

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
