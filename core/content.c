/* content.c: hashes the beginnings of content words into a set. Knows tokens; nothing of speakers. */
#include "content.h"

enum { most_words = 160, shortest_word = 4, beginning = 5 };

/* Words that two statements share without touching the same thing: small words, verbs of saying, names of those
 * concerned, days. */
static bool says_nothing(const mp_entry *entry) {
    static const mp_word_classes small =
        MP_BIT(DETERMINER) | MP_BIT(PREPOSITION) | MP_BIT(SUBORDINATOR) | MP_BIT(COORDINATOR) | MP_BIT(THAT) |
        MP_BIT(AUXILIARY) | MP_BIT(MODAL) | MP_BIT(NEGATION) | MP_BIT(BE) | MP_BIT(ADVERB) | MP_BIT(RELATIVE) |
        MP_BIT(QUESTION) | MP_BIT(PRONOUN_FIRST) | MP_BIT(PRONOUN_SECOND) | MP_BIT(PRONOUN_PERSON) |
        MP_BIT(PRONOUN_THING) | MP_BIT(PRONOUN_PLURAL) | MP_BIT(PRONOUN_OBJECT) | MP_BIT(PRONOUN_OTHER) |
        MP_BIT(POSSESSIVE) | MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE) | MP_BIT(MAKER_NOUN) | MP_BIT(SPOKES_NOUN) |
        MP_BIT(DEPLOYER_NOUN) | MP_BIT(TIME) | MP_BIT(HONORIFIC);
    bool verb = entry->cue != 0 && (entry->classes & (MP_BIT(NOUN) | MP_BIT(TEXT_NOUN))) == 0;
    return (entry->classes & small) != 0 || verb || entry->model != 0 || entry->maker != 0 || entry->answerable != 0;
}

static void add_word(mp_text word, mp_content *content) {
    char folded[64];
    size_t length = mp_text_fold(word, folded, sizeof folded);
    uint32_t hash = 2166136261u;
    if (length < shortest_word) return;

    for (size_t i = 0; i < length && i < beginning; i++) hash = (hash ^ (uint8_t)folded[i]) * 16777619u;
    hash = (hash ^ (hash >> 15)) % (MP_CONTENT_PARTS * 64);
    content->parts[hash / 64] |= (uint64_t)1 << (hash % 64);
    content->filled |= (uint64_t)1 << (hash / 64);
}

void mp_content_add(const mp_tokens *tokens, uint32_t block, uint32_t start, uint32_t end, mp_content *content) {
    uint32_t first = mp_token_at_byte(tokens, block, start), last = tokens->block_first[block + 1];

    for (uint32_t i = first; i < last && i < first + most_words && tokens->items[i].start < end; i++) {
        bool word = tokens->items[i].kind == MP_TOKEN_WORD || tokens->items[i].kind == MP_TOKEN_NUMBER;
        if (word && !says_nothing(mp_token_entry(tokens, i))) add_word(mp_token_text(tokens, block, i), content);
    }
}

void mp_content_add_sentence(const mp_sentences *sentences, uint32_t sentence, mp_content *content) {
    const mp_sentence *added = &sentences->list[sentence];

    mp_content_add(sentences->tokens, added->block, mp_item_start(sentences, added->first),
                   mp_item_end(sentences, added->end - 1), content);
}

_Static_assert(MP_CONTENT_PARTS == 64, "a bit for each part");

/* How many bits are set; compilers know the shape, where the machine can count. */
static uint32_t count_bits(uint64_t bits) {
    bits -= bits >> 1 & 0x5555555555555555u;
    bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
    bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
    return (uint32_t)(bits * 0x0101010101010101u >> 56);
}

/* Most pairs have few parts in common, or none: only those are looked at. */
uint32_t mp_content_shared(const mp_content *one, const mp_content *other) {
    uint32_t count = 0;
    for (uint64_t left = one->filled & other->filled; left != 0; left &= left - 1) {
        uint32_t part = count_bits((left & (~left + 1)) - 1); /* the lowest */
        uint64_t both = one->parts[part] & other->parts[part];
        if (both != 0) count += count_bits(both);
    }
    return count;
}

uint32_t mp_content_count(const mp_content *content) { return mp_content_shared(content, content); }
