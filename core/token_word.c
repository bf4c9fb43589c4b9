/* token_word.c: folds words, looks them up in the lexicon and among the stems, and remembers what it found. Knows
 * characters and the rules; nothing of phrases. */
#include "token_word.h"

#include "text.h"

#include <string.h>

enum { most_word_bytes = 96, remembered_words = 512, most_remembered_bytes = 16 };

/* A word's bytes, of a short one, as two numbers that may share some of them. */
typedef struct key {
    uint64_t first, last;
    size_t length;
} key;

typedef struct slot {
    uint64_t first, last;
    mp_known_word known; /* its length is 0 where the slot is free */
} slot;

struct mp_word_memory {
    slot slots[remembered_words];
};

mp_word_memory *mp_word_memory_new(mp_arena *arena) { return MP_NEW(arena, mp_word_memory); }

/* ---- Looking up -------------------------------------------------------------------------------------------------- */

static uint8_t case_flags(mp_text word) {
    size_t letters = 0, small = 0;
    if (!mp_is_upper(mp_text_character(word, 0).code) && word.bytes[0] != '@') return 0;

    for (size_t at = 0; at < word.length; at += mp_text_character(word, at).length) {
        uint32_t code = mp_text_character(word, at).code;
        letters += mp_is_letter(code);
        small += mp_is_letter(code) && !mp_is_upper(code);
    }
    return (uint8_t)(MP_TOKEN_CAPITAL | (letters > 1 && small == 0 ? MP_TOKEN_ALL_CAPS : 0));
}

static mp_known_word look_up(const mp_rules *rules, mp_text word) {
    char folded[most_word_bytes], letters[MP_STEM_LETTERS + 2];
    size_t length = mp_text_fold(word, folded, sizeof folded);
    uint32_t number = length == 0 ? 0 : mp_lexicon_find(rules->lexicon, (mp_text){folded, length});

    return (mp_known_word){.meaning = mp_lexicon_entry(rules->lexicon, number),
                           .number = (uint16_t)number,
                           .stem = mp_stem_read(word, letters) ? (uint16_t)mp_stem_find(rules, letters) : (uint16_t)0,
                           .flags = case_flags(word)};
}

/* ---- Remembering ------------------------------------------------------------------------------------------------- */

static key key_of(mp_text word) {
    key k = {.length = word.length};
    uint32_t first, last;

    if (word.length >= sizeof k.first) {
        memcpy(&k.first, word.bytes, sizeof k.first);
        memcpy(&k.last, word.bytes + word.length - sizeof k.last, sizeof k.last);
    } else if (word.length >= sizeof first) {
        memcpy(&first, word.bytes, sizeof first);
        memcpy(&last, word.bytes + word.length - sizeof last, sizeof last);
        k.first = first, k.last = last;
    } else {
        for (size_t i = 0; i < word.length; i++) k.first = k.first << 8 | (unsigned char)word.bytes[i];
    }
    return k;
}

static slot *slot_of(mp_word_memory *memory, key k) {
    static const uint64_t factor = 0x9E3779B97F4A7C15u, other_factor = 0xC2B2AE3D27D4EB4Fu;
    return &memory->slots[(k.first * factor ^ k.last * other_factor) >> 55];
}

_Static_assert(remembered_words == 1 << (64 - 55), "the hash's first bits are a slot's number");

mp_known_word mp_word_know(const mp_rules *rules, mp_word_memory *memory, mp_text word) {
    if (word.length > most_remembered_bytes) return look_up(rules, word);
    key k = key_of(word);
    slot *at = slot_of(memory, k);
    bool known = at->known.length == k.length && at->first == k.first && at->last == k.last;

    if (!known) {
        *at = (slot){k.first, k.last, look_up(rules, word)};
        at->known.length = (uint8_t)k.length;
    }
    return at->known;
}
