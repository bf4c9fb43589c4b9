/* pattern.c: patterns of the rule packs, tried where an anchor word stands. Knows PCRE2, alone in the project. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "pattern.h"

#include "pattern_bytes.h"
#include "pattern_narrow.h"
#include "status.h"
#include "text.h"

#include <pcre2.h>
#include <string.h>

/* An anchored attempt over a sentence takes some hundred steps; these stop a hostile pack or page. */
enum { match_limit = 20000, depth_limit = 1000, heap_limit_kib = 1024 };

struct mp_matcher {
    mp_pattern_memory memory;
    pcre2_general_context *general;
    pcre2_match_context *match;
    pcre2_match_data *data;
};

static void *allocate(PCRE2_SIZE size, void *data) {
    mp_pattern_memory *from = data;
    void *taken = from->allocator.reallocate(from->allocator.context, NULL, size);

    if (taken == NULL) from->ended = true;
    return taken;
}

static void release(void *taken, void *data) {
    mp_pattern_memory *from = data;
    from->allocator.release(from->allocator.context, taken);
}

mp_meaning mp_meaning_of(mp_text name) {
    static const char *const names[] = {
#define MP_MEANING(symbol, name) name,
        MP_MEANINGS(MP_MEANING)
#undef MP_MEANING
    };

    for (int i = 0; i < MP_MEANING_COUNT; i++)
        if (strlen(names[i]) == name.length && memcmp(names[i], name.bytes, name.length) == 0) return (mp_meaning)i;
    return MP_MEANING_COUNT;
}

static mp_status fail_at_offset(mp_error *error, int code, PCRE2_SIZE offset) {
    PCRE2_UCHAR message[128];

    if (pcre2_get_error_message(code, message, sizeof message) < 0) message[0] = '\0';
    mp_fail_about(error, MP_ERROR_RULES, "pattern cannot be compiled",
                  (mp_text){(const char *)message, strlen((const char *)message)});
    if (error != NULL) error->column = offset + 1;
    return MP_ERROR_RULES;
}

static pcre2_code *compile_bytes(mp_text bytes, mp_pattern_memory *memory, int *code, PCRE2_SIZE *offset) {
    static const uint32_t options = PCRE2_ANCHORED | PCRE2_CASELESS | PCRE2_NO_AUTO_CAPTURE | PCRE2_NEVER_BACKSLASH_C |
                                    PCRE2_NO_START_OPTIMIZE; /* made often, for few attempts each */
    pcre2_general_context *general = pcre2_general_context_create(allocate, release, memory);
    pcre2_compile_context *context = general == NULL ? NULL : pcre2_compile_context_create(general);
    pcre2_code *made = NULL;

    if (context != NULL) made = pcre2_compile((PCRE2_SPTR)bytes.bytes, bytes.length, options, code, offset, context);
    pcre2_compile_context_free(context);
    pcre2_general_context_free(general);
    return made;
}

/* Anchored, caseless, by characters. */
static mp_status compile(mp_text source, mp_pattern_memory *memory, pcre2_code **compiled, mp_error *error) {
    mp_text bytes = {NULL, mp_pattern_to_bytes(source, NULL)};
    char *room = allocate(bytes.length + 1, memory);
    int code = 0;
    PCRE2_SIZE offset = 0;
    if (room == NULL) return mp_fail_memory(error);

    mp_pattern_to_bytes(source, room);
    bytes.bytes = room;
    *compiled = compile_bytes(bytes, memory, &code, &offset);
    release(room, memory);
    if (*compiled != NULL) return MP_OK;
    return memory->ended ? mp_fail_memory(error) : fail_at_offset(error, code, mp_pattern_source_of(source, offset));
}

mp_status mp_pattern_check(mp_text source, mp_pattern_memory *memory, mp_error *error) {
    pcre2_code *code = NULL;
    mp_status status = compile(source, memory, &code, error);

    pcre2_code_free(code);
    return status;
}

/* ---- Codes ------------------------------------------------------------------------------------------------------- */

/* What can stand right behind the word, as far as it is told apart; most attempts end there. Each is a bit of `followers`. */
enum {
    alphabet = 26,
    first_letter = 0,         /* a space and a letter, in either case … */
    second_letter = alphabet, /* … and the letter behind it */
    digit = second_letter + alphabet,
    comma,
    full_stop,
    skips_word = 62,  /* of a pattern: another word may come first */
    any_follower = 63 /* everything else: with it all can match */
};

/* After so many attempts it is worth knowing what must follow. */
enum { attempts_before_followers = 64, longest_word = 64 };

typedef struct mp_pattern_made {
    pcre2_code *code; /* NULL where nothing can match */
    mp_pattern_memory *memory;
    atomic_uint attempts;        /* counted until followers are known; a few may go uncounted */
    _Atomic(uint64_t) followers; /* bits of those with which it can match */
} mp_pattern_made;

static size_t letters_of(mp_text word) {
    size_t letters = 0;
    while (letters < word.length && ((unsigned char)word.bytes[letters] | 32u) - 'a' < 26) letters++;
    return letters;
}

static uint64_t bit_of(unsigned follower) { return (uint64_t)1 << follower; }

/* 0 to 25; `alphabet` for what is no ASCII letter. */
static unsigned letter_of(char byte) {
    unsigned letter = ((unsigned char)byte | 32u) - 'a';
    return letter < alphabet ? letter : (unsigned)alphabet;
}

static bool is_adverb(const char *bytes, size_t length) {
    return length > 2 && (bytes[length - 2] | 32) == 'l' && (bytes[length - 1] | 32) == 'y';
}

/* Whether an adverb and a space stand at `at`: mp_pattern_relax() leaves such out. */
static bool has_adverb(mp_text text, size_t at, size_t end) {
    const char *space = memchr(text.bytes + at, ' ', end - at);
    return space != NULL && is_adverb(text.bytes + at, (size_t)(space - text.bytes) - at);
}

/* The bits of what stands at `at`. */
static uint64_t followers_at(mp_text text, size_t at, size_t end) {
    if (at + 1 >= end) return bit_of(any_follower);
    if (text.bytes[at] == ',') return bit_of(comma);
    if (text.bytes[at] == '.') return bit_of(full_stop);
    if (text.bytes[at] != ' ' || has_adverb(text, at + 1, end)) return bit_of(any_follower);
    unsigned first = letter_of(text.bytes[at + 1]);
    if (first == alphabet) return bit_of(mp_is_digit((unsigned char)text.bytes[at + 1]) ? digit : any_follower);
    unsigned second = at + 2 < end ? letter_of(text.bytes[at + 2]) : (unsigned)alphabet;
    return bit_of(first_letter + first) | (second == alphabet ? 0 : bit_of(second_letter + second));
}

mp_pattern_place mp_pattern_place_at(mp_text text, size_t at, size_t word_end, size_t end) {
    mp_text word = mp_text_slice(text, at, word_end);
    size_t behind = at + letters_of(word);
    return (mp_pattern_place){text, word, at, end, behind, followers_at(text, behind, end)};
}

/* Whether what stands behind the next word can follow in its place. */
static bool may_be_followed_later(uint64_t followers, const mp_pattern_place *place) {
    if (place->behind + 1 >= place->end || place->text.bytes[place->behind] != ' ') return false;
    size_t next = place->behind + 1;
    const char *space = memchr(place->text.bytes + next, ' ', place->end - next);
    if (space == NULL) return false;
    return (followers_at(place->text, (size_t)(space - place->text.bytes), place->end) & ~followers) == 0;
}

/* Whether a pattern of these followers can match there. */
static bool may_be_followed(uint64_t followers, const mp_pattern_place *place) {
    if ((place->followers & ~followers) == 0) return true;
    return (followers & bit_of(skips_word)) != 0 && may_be_followed_later(followers, place);
}

static void free_made(mp_pattern_made *made) {
    pcre2_code_free(made->code);
    release(made, made->memory);
}

void mp_pattern_free(mp_pattern_code *code) {
    mp_pattern_made *made = code->made;

    if (made != NULL) free_made(made);
    code->made = NULL;
}

/* Compiles what of `source` can match at `word`; relaxed, where `skips` is not NULL, by mp_pattern_relax(). *code is NULL
 * where nothing can, or where that cannot be judged. */
static mp_status compile_at(mp_text source, mp_text word, bool *skips, mp_pattern_memory *memory, pcre2_code **code) {
    size_t room = source.length + MP_NARROW_EXTRA;
    char *narrowed = allocate(room + mp_pattern_guard_room((mp_text){NULL, room}), memory);
    if (narrowed == NULL) return MP_ERROR_MEMORY;
    char *written = narrowed + room;
    mp_text narrow = {narrowed, mp_pattern_narrow(source, word, narrowed)};
    size_t length = skips != NULL ? mp_pattern_relax(narrow, written, skips) : mp_pattern_guard(narrow, written);

    *code = NULL;
    mp_status status = length == 0 ? MP_OK : compile((mp_text){written, length}, memory, code, NULL);
    release(narrowed, memory);
    return status;
}

/* Makes the code of a pattern at a word. NULL where memory ends. */
static mp_pattern_made *make_code(mp_text source, mp_text word, mp_pattern_memory *memory, mp_pattern_code *code) {
    mp_pattern_made *made = allocate(sizeof *made, memory), *before = NULL;
    if (made == NULL) return NULL;

    *made = (mp_pattern_made){.memory = memory, .followers = UINT64_MAX};
    if (compile_at(source, word, NULL, memory, &made->code) != MP_OK) {
        free_made(made);
        return NULL;
    }
    if (atomic_compare_exchange_strong(&code->made, &before, made)) return made;
    free_made(made); /* another thread was quicker */
    return before;
}

/* Whether the relaxed code can match a text that begins with these bytes. PCRE2 says “partly” where it would have to see
 * more, so “no” holds for whatever follows. */
static bool may_begin_with(const pcre2_code *relaxed, mp_matcher *matcher, const char *bytes, size_t length) {
    return pcre2_match(relaxed, (PCRE2_SPTR)bytes, length, 0, PCRE2_PARTIAL_HARD, matcher->data, matcher->match) !=
           PCRE2_ERROR_NOMATCH;
}

/* Which of the letters, or digits, from `from` on can stand at bytes[at], with what stands before; a bit for each. */
static uint64_t find_characters(const pcre2_code *relaxed, mp_matcher *matcher, char *bytes, size_t at, char from,
                                unsigned count) {
    uint64_t found = 0;

    for (unsigned i = 0; i < count; i++) {
        bytes[at] = (char)(from + (char)i);
        if (may_begin_with(relaxed, matcher, bytes, at + 1)) found |= bit_of(i);
    }
    return found;
}

/* Finds out what can follow the `letters` letters in `bytes`. */
static uint64_t find_bits(const pcre2_code *relaxed, mp_matcher *matcher, char *bytes, size_t letters) {
    static const uint64_t all_letters = ((uint64_t)1 << alphabet) - 1;
    uint64_t found = bit_of(any_follower), second = 0;

    bytes[letters] = ',';
    if (may_begin_with(relaxed, matcher, bytes, letters + 1)) found |= bit_of(comma);
    bytes[letters] = '.';
    if (may_begin_with(relaxed, matcher, bytes, letters + 1)) found |= bit_of(full_stop);
    bytes[letters] = ' ';
    if (find_characters(relaxed, matcher, bytes, letters + 1, '0', 10) != 0) found |= bit_of(digit);
    uint64_t first = find_characters(relaxed, matcher, bytes, letters + 1, 'a', alphabet);
    for (unsigned i = 0; i < alphabet && second != all_letters; i++) {
        bytes[letters + 1] = (char)('a' + (char)i);
        if ((first >> i & 1) != 0) second |= find_characters(relaxed, matcher, bytes, letters + 2, 'a', alphabet);
    }
    return found | first << first_letter | second << second_letter;
}

/* Finds out what can follow the word. False where memory ends. */
static bool find_followers(mp_text source, mp_text word, mp_pattern_made *made, mp_matcher *matcher) {
    char bytes[longest_word + 3];
    size_t letters = letters_of(word);
    pcre2_code *relaxed = NULL;
    bool skips;
    if (letters == 0 || letters > longest_word) return true;
    if (compile_at(source, word, &skips, made->memory, &relaxed) != MP_OK) return false;
    if (relaxed == NULL) return true;

    memcpy(bytes, word.bytes, letters);
    uint64_t followers = find_bits(relaxed, matcher, bytes, letters) | (skips ? bit_of(skips_word) : 0);
    atomic_store_explicit(&made->followers, followers, memory_order_relaxed);
    pcre2_code_free(relaxed);
    return true;
}

/* ---- Packed codes ------------------------------------------------------------------------------------------------ */

static void free_all(pcre2_code **codes, uint32_t count, mp_pattern_memory *memory) {
    for (uint32_t i = 0; i < count; i++) pcre2_code_free(codes[i]);
    release(codes, memory);
}

void mp_pattern_memory_free(mp_pattern_memory *memory) {
    if (memory->unpacked != NULL) free_all(memory->unpacked, memory->pack.count, memory);
    memory->unpacked = NULL;
}

static uint32_t codes_in_part(const mp_pattern_pack *pack, uint32_t part) {
    uint32_t before = part * MP_PATTERN_PART, left = before < pack->count ? pack->count - before : 0;
    return left < MP_PATTERN_PART ? left : MP_PATTERN_PART;
}

/* Room for what a part repeats of those before it, and for the longest. */
static size_t room_for_parts(const mp_pattern_pack *pack) {
    uint32_t longest = 0;

    for (uint32_t part = 0; codes_in_part(pack, part) > 0; part++)
        if (pack->parts[part] > longest) longest = pack->parts[part];
    return MP_PACKED_FARTHEST + (size_t)longest;
}

/* Makes the codes of all parts; gives how many there are, fewer than the pack's where memory ends. */
static uint32_t decode_parts(const mp_pattern_pack *pack, pcre2_code **codes, uint8_t *room,
                             pcre2_general_context *general) {
    mp_unpacker from = mp_unpacker_of(pack->codes);
    uint8_t *bytes = room + MP_PACKED_FARTHEST;
    uint32_t made = 0;

    for (uint32_t part = 0, count; (count = codes_in_part(pack, part)) > 0; part++) {
        uint32_t length = pack->parts[part];
        if (!mp_unpack(&from, bytes, length)) break;
        if (pcre2_serialize_decode(codes + made, (int32_t)count, bytes, general) != (int32_t)count) break;
        made += count;
        memmove(room, room + length, MP_PACKED_FARTHEST);
    }
    return made;
}

/* False where memory ends: then nothing was made. */
static bool decode(const mp_pattern_pack *pack, pcre2_code **codes, mp_pattern_memory *memory) {
    pcre2_general_context *general = pcre2_general_context_create(allocate, release, memory);
    uint8_t *room = allocate(room_for_parts(pack), memory);
    uint32_t made = general == NULL || room == NULL ? 0 : decode_parts(pack, codes, room, general);

    if (room != NULL) release(room, memory);
    pcre2_general_context_free(general);
    if (made == pack->count) return true;
    while (made > 0) pcre2_code_free(codes[--made]);
    return false;
}

/* The pack's codes; NULL where memory ends. */
static pcre2_code **unpack(mp_pattern_memory *memory) {
    pcre2_code **before = memory->unpacked;
    if (before != NULL) return before;
    pcre2_code **codes = allocate(memory->pack.count * sizeof(pcre2_code *), memory);
    if (codes == NULL) return NULL;

    if (!decode(&memory->pack, codes, memory)) {
        release(codes, memory);
        return NULL;
    }
    if (atomic_compare_exchange_strong(&memory->unpacked, &before, codes)) return codes;
    free_all(codes, memory->pack.count, memory); /* another thread was quicker */
    return before;
}

static const pcre2_code *take_packed(const mp_pattern_packed *packed, mp_pattern_memory *memory, mp_matcher *matcher,
                                     const mp_pattern_place *place) {
    if (packed->code == 0 || !may_be_followed(memory->pack.followers[packed->followers], place)) return NULL;
    pcre2_code **codes = unpack(memory);
    if (codes != NULL) return codes[packed->code - 1];
    matcher->memory.ended = true;
    return NULL;
}

bool mp_pattern_make(mp_text source, mp_text word, mp_pattern_memory *memory, mp_matcher *matcher,
                     mp_pattern_code *code, uint64_t *followers, mp_pattern_packed *packed) {
    mp_pattern_made *made = make_code(source, word, memory, code);
    if (made == NULL || !find_followers(source, word, made, matcher)) return false;

    *followers = made->followers;
    *packed = (mp_pattern_packed){.code = made->code != NULL};
    return true;
}

mp_text mp_pattern_pack_of(const mp_pattern_code *codes, size_t count, mp_pattern_memory *memory, mp_arena *arena) {
    pcre2_general_context *general = pcre2_general_context_create(allocate, release, memory);
    const pcre2_code **made = MP_NEW_ARRAY(arena, count, const pcre2_code *);
    mp_text packed = {NULL, 0};
    uint8_t *bytes = NULL;

    for (size_t i = 0; made != NULL && i < count; i++) made[i] = codes[i].made->code;
    if (general != NULL && made != NULL &&
        pcre2_serialize_encode(made, (int32_t)count, &bytes, &packed.length, general) > 0) {
        packed.bytes = (const char *)bytes;
        packed = mp_arena_copy(arena, packed);
        pcre2_serialize_free(bytes);
    }
    pcre2_general_context_free(general);
    return packed;
}

/* ---- Matching ---------------------------------------------------------------------------------------------------- */

void mp_matcher_free(mp_matcher *matcher) {
    if (matcher == NULL) return;
    pcre2_match_data_free(matcher->data);
    pcre2_match_context_free(matcher->match);
    pcre2_general_context_free(matcher->general);
}

mp_matcher *mp_matcher_new(mp_arena *arena) {
    mp_matcher *matcher = MP_NEW(arena, mp_matcher);
    if (matcher == NULL) return NULL;

    matcher->memory.allocator = arena->allocator;
    matcher->general = pcre2_general_context_create(allocate, release, &matcher->memory);
    if (matcher->general != NULL) {
        matcher->match = pcre2_match_context_create(matcher->general);
        matcher->data = pcre2_match_data_create(1, matcher->general);
    }
    if (matcher->match == NULL || matcher->data == NULL) {
        mp_matcher_free(matcher);
        return NULL;
    }
    pcre2_set_match_limit(matcher->match, match_limit);
    pcre2_set_depth_limit(matcher->match, depth_limit);
    pcre2_set_heap_limit(matcher->match, heap_limit_kib);
    return matcher;
}

bool mp_matcher_ended(const mp_matcher *matcher) { return matcher->memory.ended; }

/* Counts an attempt; false where memory ends. */
static bool count_attempt(mp_text source, mp_text word, mp_pattern_made *made, mp_matcher *matcher) {
    unsigned attempts = atomic_load_explicit(&made->attempts, memory_order_relaxed);
    if (attempts >= attempts_before_followers) return true;

    atomic_store_explicit(&made->attempts, attempts + 1, memory_order_relaxed);
    return attempts + 1 < attempts_before_followers || find_followers(source, word, made, matcher);
}

const pcre2_code *mp_pattern_to_try(const mp_pattern *pattern, mp_pattern_code *code, mp_pattern_memory *memory,
                                    mp_matcher *matcher, const mp_pattern_place *place) {
    if (pattern->source.bytes == NULL) return NULL;
    if (code->packed != NULL) return take_packed(code->packed, memory, matcher, place);
    mp_pattern_made *made = code->made;
    if (made == NULL) made = make_code(pattern->source, place->word, memory, code);
    if (made == NULL) {
        matcher->memory.ended = true; /* what packs say has been compiled before */
        return NULL;
    }
    uint64_t followers = atomic_load_explicit(&made->followers, memory_order_relaxed);
    if (made->code == NULL || !may_be_followed(followers, place)) return NULL;
    if (count_attempt(pattern->source, place->word, made, matcher)) return made->code;
    matcher->memory.ended = true;
    return NULL;
}

bool mp_pattern_matches(const pcre2_code *code, mp_matcher *matcher, const mp_pattern_place *place, size_t *end) {
    PCRE2_SPTR bytes = (PCRE2_SPTR)place->text.bytes;
    if (pcre2_match(code, bytes, place->end, place->at, 0, matcher->data, matcher->match) < 0) return false;

    *end = pcre2_get_ovector_pointer(matcher->data)[1];
    return true;
}
