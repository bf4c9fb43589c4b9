/* language.c: guesses whether a text is English from its small words. Knows the lexicon; no other language. */
#include "language.h"

#include "text.h"

/* In English news four words in ten are articles, prepositions, auxiliaries and their kin; in other languages, whose
 * texts hit a few by chance (“in”, “an”, “die”), fewer than one in ten. A headline alone may have one in eight. */
enum { words_looked_at = 600, least_share_per_cent = 12 };

/* However many words follow, there are small ones enough. */
static bool is_settled(size_t small) { return small * 100 >= words_looked_at * least_share_per_cent; }

static void count_block(mp_text text, const mp_rules *rules, size_t *words, size_t *small) {
    static const mp_word_classes small_classes = MP_BIT(DETERMINER) | MP_BIT(PREPOSITION) | MP_BIT(AUXILIARY) |
                                                 MP_BIT(BE) | MP_BIT(MODAL) | MP_BIT(COORDINATOR) | MP_BIT(TO) |
                                                 MP_BIT(THAT) | MP_BIT(VERB);
    mp_scanned scanned;
    char folded[96];

    for (size_t at = 0; *words < words_looked_at && !is_settled(*small) && mp_scan_next(text, at, &scanned);
         at = scanned.end) {
        if (scanned.kind != MP_TOKEN_WORD) continue;
        (*words)++;
        size_t length = mp_text_fold(mp_text_slice(text, scanned.start, scanned.end), folded, sizeof folded);
        uint32_t number = length == 0 ? 0 : mp_lexicon_find(rules->lexicon, (mp_text){folded, length});
        *small += (mp_lexicon_entry(rules->lexicon, number)->classes & small_classes) != 0;
    }
}

mp_text mp_language_of(const mp_article *article, const mp_rules *rules) {
    size_t words = 0, small = 0;
    if (article->lang.length > 0) return article->lang;

    for (size_t block = 0; block < article->block_count && words < words_looked_at && !is_settled(small); block++)
        count_block(article->blocks[block].text, rules, &words, &small);
    return small * 100 >= words * least_share_per_cent ? MP_TEXT("en") : MP_TEXT("und");
}

bool mp_language_is_known(mp_text lang) {
    if (lang.length < 2 || (lang.bytes[0] | 32) != 'e' || (lang.bytes[1] | 32) != 'n') return false;
    return lang.length == 2 || lang.bytes[2] == '-' || lang.bytes[2] == '_';
}
