/* rules_stem.c: cuts words to their beginnings and finds what the rules say of these. Knows the rules; nothing of pages. */
#include "rules.h"
#include "text.h"

#include <string.h>

enum { longest_word = 64 };

bool mp_stem_read(mp_text word, char letters[MP_STEM_LETTERS + 2]) {
    char folded[longest_word];
    size_t length = mp_text_fold(word, folded, sizeof folded), kept = 0;

    memset(letters, 0, MP_STEM_LETTERS + 2);
    for (; kept < length && kept < MP_STEM_LETTERS && folded[kept] >= 'a' && folded[kept] <= 'z'; kept++)
        letters[kept] = folded[kept];
    return kept > 0;
}

size_t mp_stem_place(const mp_rules *rules, const char letters[MP_STEM_LETTERS + 2]) {
    size_t low = 0, high = rules->stems.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (memcmp(rules->stems.items[middle].letters, letters, MP_STEM_LETTERS) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const mp_stem *mp_stem_find(const mp_rules *rules, mp_text word) {
    char letters[MP_STEM_LETTERS + 2];
    if (!mp_stem_read(word, letters)) return NULL;
    size_t place = mp_stem_place(rules, letters);

    if (place == rules->stems.count) return NULL;
    const mp_stem *stem = &rules->stems.items[place];
    return memcmp(stem->letters, letters, MP_STEM_LETTERS) == 0 ? stem : NULL;
}
