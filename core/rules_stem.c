/* rules_stem.c: cuts words to their beginnings and finds what the rules say of these. Knows the rules; nothing of pages. */
#include "rules.h"
#include "text.h"

#include <string.h>

enum { longest_word = 61 };

bool mp_stem_read(mp_text word, char letters[MP_STEM_LETTERS + 2]) {
    size_t kept = 0;

    memset(letters, 0, MP_STEM_LETTERS + 2);
    if (word.length > longest_word) return false;
    for (; kept < word.length && kept < MP_STEM_LETTERS; kept++) {
        char letter = (char)(word.bytes[kept] | 32); /* folded, if it is one */
        if (letter < 'a' || letter > 'z') break;
        letters[kept] = letter;
    }
    return kept > 0;
}

/* The letters as a number by which stems are sorted. */
static uint64_t key_of(const char *letters) {
    const unsigned char *l = (const unsigned char *)letters;
    return (uint64_t)l[0] << 56 | (uint64_t)l[1] << 48 | (uint64_t)l[2] << 40 | (uint64_t)l[3] << 32 |
           (uint64_t)l[4] << 24 | (uint64_t)l[5] << 16 | (uint64_t)l[6] << 8 | l[7];
}

_Static_assert(MP_STEM_LETTERS + 2 == sizeof(uint64_t), "a stem's letters make one number");

size_t mp_stem_place(const mp_rules *rules, const char letters[MP_STEM_LETTERS + 2]) {
    size_t low = 0, high = rules->stems.count;
    uint64_t key = key_of(letters);

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (key_of(rules->stems.items[middle].letters) < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t mp_stem_find(const mp_rules *rules, const char letters[MP_STEM_LETTERS + 2]) {
    size_t place = mp_stem_place(rules, letters);
    bool found = place < rules->stems.count && key_of(rules->stems.items[place].letters) == key_of(letters);

    return found ? place + 1 : 0;
}
