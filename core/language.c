/* language.c: guesses whether a text is English from its small words. Knows the lexicon; no other language. */
#include "language.h"

#include "text.h"

/* In English news four words in ten are articles, prepositions, auxiliaries and their kin; in other languages, whose
 * texts hit a few by chance (“in”, “an”, “die”), fewer than one in ten. A headline alone may have one in eight. */
enum { words_looked_at = 600, least_share_per_cent = 12 };

/* What it takes to believe the text rather than what it says of itself. */
enum { plain_words = 40, plain_share_per_cent = 25 };

typedef struct small_words {
    size_t share_per_cent; /* wanted */
    size_t words, small;   /* counted */
} small_words;

/* However many words follow, there are small ones enough. */
static bool is_settled(const small_words *counted) {
    return counted->small * 100 >= words_looked_at * counted->share_per_cent;
}

static void count_block(mp_text text, const mp_rules *rules, small_words *counted) {
    static const mp_word_classes small_classes = MP_BIT(DETERMINER) | MP_BIT(PREPOSITION) | MP_BIT(AUXILIARY) |
                                                 MP_BIT(BE) | MP_BIT(MODAL) | MP_BIT(COORDINATOR) | MP_BIT(TO) |
                                                 MP_BIT(THAT) | MP_BIT(VERB);
    mp_scanned scanned;
    char folded[96];

    for (size_t at = 0; counted->words < words_looked_at && !is_settled(counted) && mp_scan_next(text, at, &scanned);
         at = scanned.end) {
        if (scanned.kind != MP_TOKEN_WORD) continue;
        counted->words++;
        size_t length = mp_text_fold(mp_text_slice(text, scanned.start, scanned.end), folded, sizeof folded);
        uint32_t number = length == 0 ? 0 : mp_lexicon_find(rules->lexicon, (mp_text){folded, length});
        counted->small += (mp_lexicon_entry(rules->lexicon, number)->classes & small_classes) != 0;
    }
}

/* Whether so large a share of the first words, of which there are so many, is small. */
static bool has_small_words(const mp_article *article, const mp_rules *rules, size_t least_words, size_t share) {
    small_words counted = {.share_per_cent = share};

    for (size_t block = 0; block < article->block_count && counted.words < words_looked_at && !is_settled(&counted);
         block++)
        count_block(article->blocks[block].text, rules, &counted);
    return counted.words >= least_words && counted.small * 100 >= counted.words * share;
}

mp_text mp_language_of(const mp_article *article, const mp_rules *rules) {
    if (article->lang.length > 0) return article->lang;
    return has_small_words(article, rules, 0, least_share_per_cent) ? MP_TEXT("en") : MP_TEXT("und");
}

bool mp_language_is_known(mp_text lang) {
    if (lang.length < 2 || (lang.bytes[0] | 32) != 'e' || (lang.bytes[1] | 32) != 'n') return false;
    return lang.length == 2 || lang.bytes[2] == '-' || lang.bytes[2] == '_';
}

bool mp_language_is_read(const mp_article *article, const mp_rules *rules) {
    return mp_language_is_known(article->lang) || has_small_words(article, rules, plain_words, plain_share_per_cent);
}
