/* gate.c: whether a text may name a model. Knows bytes, and of a word only its runs of ASCII letters and digits. */
#include "gate.h"

#include <string.h>

/* A chunk is read whole, and three bytes of each run that begins in it. */
enum { chunk = 64, most_phrase_words = 8, most_runs = MP_GATE_RUNS * 3 / 4 };

/* ---- Bytes ------------------------------------------------------------------------------------------------------- */

static bool is_run_byte(uint8_t byte) {
    return (uint8_t)((byte | 32) - 'a') < 26 || (uint8_t)(byte - '0') < 10 || byte == '_';
}

static uint32_t start_of(const uint8_t *bytes) {
    return (bytes[0] & 31u) << 10 | (bytes[1] & 31u) << 5 | (bytes[2] & 31u);
}

/* Never 0; capitals as small letters. */
static uint32_t hash_run(const uint8_t *bytes, size_t length) {
    uint32_t hash = 2166136261u;

    for (size_t i = 0; i < length; i++) {
        uint8_t byte = (uint8_t)(bytes[i] - 'A') < 26 ? bytes[i] | 32 : bytes[i];
        hash = (hash ^ byte) * 16777619u;
    }
    hash ^= hash >> 15;
    return hash == 0 ? 1 : hash;
}

/* The slot of a hash, or the free one where it would go. */
static size_t slot_of(const mp_gate *gate, uint32_t hash) {
    size_t at = hash % MP_GATE_RUNS;

    while (gate->runs[at] != 0 && gate->runs[at] != hash) at = (at + 1) % MP_GATE_RUNS;
    return at;
}

/* ---- Building ---------------------------------------------------------------------------------------------------- */

/* What token.c takes for a sign that a page speaks of a model, by itself or with another. */
static bool may_tell(const mp_entry *entry) {
    bool helper = (entry->classes & MP_BIT(MODEL_NOUN_LOOSE)) != 0 && (entry->classes & MP_BIT(PERSON_NOUN)) != 0;
    return entry->model != 0 || helper || (entry->classes & (MP_BIT(MODEL_NOUN) | MP_BIT(EVIDENCE) | MP_BIT(BOT))) != 0;
}

/* The longest run of a folded word; the whole word where that begins with a letter alone, as “a.i” does. */
static mp_text run_of(mp_text word) {
    const uint8_t *bytes = (const uint8_t *)word.bytes;
    mp_text longest = {word.bytes, 0};

    for (size_t at = 0; at < word.length;) {
        size_t start = at;
        while (at < word.length && is_run_byte(bytes[at])) at++;
        if (at - start > longest.length) longest = (mp_text){word.bytes + start, at - start};
        if (at == start) at++;
    }
    if (longest.length == 1 && word.length >= 3 && longest.bytes == word.bytes) longest.length = 3;
    return longest;
}

static void add_run(mp_gate *gate, mp_text run, size_t *count) {
    uint8_t bytes[3] = {0};
    if (run.length < 2 || *count == most_runs) {
        gate->open = true;
        return;
    }
    size_t at = slot_of(gate, hash_run((const uint8_t *)run.bytes, run.length));
    *count += gate->runs[at] == 0;
    gate->runs[at] = hash_run((const uint8_t *)run.bytes, run.length);
    memcpy(bytes, run.bytes, run.length < 3 ? run.length : 3);
    for (unsigned third = 0; third < 32; third++) { /* any byte may follow a run of two */
        if (run.length > 2 && third != (bytes[2] & 31u)) continue;
        uint32_t start = (start_of(bytes) & ~31u) | third;
        gate->starts[start / 64] |= (uint64_t)1 << start % 64;
    }
}

/* The words of a phrase, by their numbers; gives how many. */
static size_t words_of(const mp_lexicon *lexicon, uint32_t number, uint32_t words[most_phrase_words]) {
    size_t count = 0;

    while (count < most_phrase_words) {
        mp_lexicon_path path = mp_lexicon_path_of(lexicon, number);
        words[count++] = path.phrase == 0 ? number : path.next;
        if (path.phrase == 0) break;
        number = path.phrase;
    }
    return count;
}

static bool is_small_word(const mp_entry *entry) {
    static const mp_word_classes small = MP_BIT(DETERMINER) | MP_BIT(PREPOSITION) | MP_BIT(TO) | MP_BIT(COORDINATOR) |
                                         MP_BIT(AUXILIARY) | MP_BIT(BE) | MP_BIT(SUBORDINATOR);
    return (entry->classes & small) != 0;
}

/* Of a phrase's words that which most telling phrases share: “virtual” of “virtual tutor”, so that few words open the gate.
 * A word that tells alone is shared by far the most. */
static uint32_t best_of(const mp_lexicon *lexicon, const uint32_t *words, size_t count, const uint32_t *shared) {
    uint32_t best = 0, most = 0;

    for (size_t i = 0; i < count; i++) {
        size_t length = run_of(mp_lexicon_path_of(lexicon, words[i]).word).length;
        uint32_t worth = shared[words[i]] * 256 + (uint32_t)length;
        if (length < 2) worth = 0;
        if (is_small_word(mp_lexicon_entry(lexicon, words[i]))) worth /= 65536;
        if (best != 0 && worth <= most) continue;
        best = words[i];
        most = worth;
    }
    return best;
}

mp_gate *mp_gate_of(const mp_lexicon *lexicon, mp_arena *arena) {
    enum { alone = 1000 };
    uint32_t count = mp_lexicon_count(lexicon), words[most_phrase_words];
    mp_gate *gate = MP_NEW(arena, mp_gate);
    uint32_t *shared = MP_NEW_ARRAY(arena, count, uint32_t);
    size_t run_count = 0;
    if (gate == NULL || shared == NULL) return NULL;

    for (uint32_t number = 1; number < count; number++) {
        if (!may_tell(mp_lexicon_entry(lexicon, number))) continue;
        size_t word_count = words_of(lexicon, number, words);
        for (size_t i = 0; i < word_count; i++) shared[words[i]] += word_count == 1 ? alone : 1;
    }
    for (uint32_t number = 1; number < count; number++) {
        if (!may_tell(mp_lexicon_entry(lexicon, number))) continue;
        uint32_t best = best_of(lexicon, words, words_of(lexicon, number, words), shared);
        add_run(gate, run_of(mp_lexicon_path_of(lexicon, best).word), &run_count);
    }
    return gate;
}

/* ---- Scanning ---------------------------------------------------------------------------------------------------- */

static bool is_known(const mp_gate *gate, const uint8_t *bytes, size_t length) {
    return gate->runs[slot_of(gate, hash_run(bytes, length))] != 0;
}

/* A run that begins at `at` with bytes that a telling one begins with. Words are cut before “n't”, so that what stands
 * before it may be one too. */
static bool tells_at(const mp_gate *gate, const uint8_t *bytes, size_t length, size_t at) {
    size_t end = at;

    while (end < length && is_run_byte(bytes[end])) end++;
    size_t run = end - at;
    if (is_known(gate, bytes + at, run)) return true;
    if (run == 1) return length - at >= 3 && is_known(gate, bytes + at, 3);
    return end < length && (bytes[end - 1] | 32) == 'n' && is_known(gate, bytes + at, run - 1);
}

/* Which bytes of a chunk are of runs, the first in the lowest bit. */
static uint64_t run_mask_plain(const uint8_t *bytes) {
    uint64_t mask = 0;

    for (size_t i = 0; i < chunk; i++) mask |= (uint64_t)is_run_byte(bytes[i]) << i;
    return mask;
}

#if defined(__SSE2__) || defined(__wasm_simd128__)
typedef signed char vector __attribute__((vector_size(16)));

static uint64_t lane_bits(vector lanes) {
#ifdef __SSE2__
    typedef char plain __attribute__((vector_size(16)));
    return (uint16_t)__builtin_ia32_pmovmskb128((plain)lanes);
#else
    return (uint16_t)__builtin_wasm_bitmask_i8x16(lanes);
#endif
}

/* Bytes from 0x80 on are negative, so no letters. */
static uint64_t run_mask(const uint8_t *bytes) {
    uint64_t mask = 0;

    for (size_t i = 0; i < chunk; i += sizeof(vector)) {
        vector v;
        memcpy(&v, bytes + i, sizeof v);
        vector small = v | 32;
        vector in_run = ((small >= 'a') & (small <= 'z')) | ((v >= '0') & (v <= '9')) | (v == '_');
        mask |= lane_bits(in_run) << i;
    }
    return mask;
}
#else
static uint64_t run_mask(const uint8_t *bytes) { return run_mask_plain(bytes); }
#endif

/* `here` holds the text from `at` on: a chunk and two bytes more. *inside: a run reaches into it. */
static inline bool chunk_tells(const mp_gate *gate, mp_text text, size_t at, const uint8_t *here, uint64_t mask,
                               uint64_t *inside) {
    uint64_t starts = mask & ~(mask << 1 | *inside);

    *inside = mask >> (chunk - 1);
    for (; starts != 0; starts &= starts - 1) {
        size_t run = (size_t)__builtin_ctzll(starts);
        uint32_t start = start_of(here + run);
        bool begins = (gate->starts[start / 64] >> start % 64 & 1) != 0;
        if (begins && tells_at(gate, (const uint8_t *)text.bytes, text.length, at + run)) return true;
    }
    return false;
}

static inline bool scan(const mp_gate *gate, mp_text text, uint64_t (*mask_of)(const uint8_t *)) {
    const uint8_t *bytes = (const uint8_t *)text.bytes;
    uint8_t rest[chunk + 2];
    uint64_t inside = 0;
    size_t at = 0;
    if (gate->open) return true;

    for (; text.length - at >= sizeof rest; at += chunk)
        if (chunk_tells(gate, text, at, bytes + at, mask_of(bytes + at), &inside)) return true;
    for (; at < text.length; at += chunk) { /* once or twice */
        size_t left = text.length - at;
        memset(rest, 0, sizeof rest);
        memcpy(rest, bytes + at, left < sizeof rest ? left : sizeof rest);
        if (chunk_tells(gate, text, at, rest, mask_of(rest), &inside)) return true;
    }
    return false;
}

bool mp_gate_lets_through(const mp_gate *gate, mp_text text) { return scan(gate, text, run_mask); }

bool mp_gate_lets_through_plain(const mp_gate *gate, mp_text text) { return scan(gate, text, run_mask_plain); }
