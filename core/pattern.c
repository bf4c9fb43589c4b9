/* pattern.c: patterns of the rule packs, tried where an anchor word stands. Knows PCRE2, alone in the project. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "pattern.h"

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

mp_status mp_pattern_compile(mp_text source, mp_pattern_memory *memory, mp_pattern_code *made, mp_error *error) {
    static const uint32_t options = PCRE2_ANCHORED | PCRE2_CASELESS | PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK |
                                    PCRE2_NO_AUTO_CAPTURE | PCRE2_NEVER_BACKSLASH_C | PCRE2_NO_AUTO_POSSESS |
                                    PCRE2_NO_START_OPTIMIZE; /* made often, for few attempts each */
    pcre2_general_context *general = pcre2_general_context_create(allocate, release, memory);
    if (general == NULL) return mp_fail_memory(error);
    pcre2_compile_context *context = pcre2_compile_context_create(general);
    mp_status status = context == NULL ? mp_fail_memory(error) : MP_OK;

    if (status == MP_OK) {
        int code = 0;
        PCRE2_SIZE offset = 0;
        pcre2_code *fresh = pcre2_compile((PCRE2_SPTR)source.bytes, source.length, options, &code, &offset, context);
        pcre2_code *before = NULL;
        if (fresh == NULL)
            status = memory->ended ? mp_fail_memory(error) : fail_at_offset(error, code, offset);
        else if (!atomic_compare_exchange_strong(&made->made, &before, fresh))
            pcre2_code_free(fresh); /* another thread was quicker */
    }
    pcre2_compile_context_free(context);
    pcre2_general_context_free(general);
    return status;
}

/* Stands for the code of a pattern of which nothing can match. */
static pcre2_code *nothing(void) {
    static const char address = 0;
    return (pcre2_code *)(uintptr_t)&address;
}

void mp_pattern_free(mp_pattern_code *code) {
    pcre2_code *made = code->made;

    if (made != nothing()) pcre2_code_free(made);
    code->made = NULL;
}

/* Makes the code of a pattern at a word. False where memory ends. */
static bool make_code(mp_text source, mp_text word, mp_pattern_memory *memory, mp_pattern_code *code) {
    char *narrowed = allocate(source.length + MP_NARROW_EXTRA, memory);
    if (narrowed == NULL) return false;
    size_t length = mp_pattern_narrow(source, word, narrowed);
    pcre2_code *before = NULL;

    if (length == 0) atomic_compare_exchange_strong(&code->made, &before, nothing());
    mp_status status = length == 0 ? MP_OK : mp_pattern_compile((mp_text){narrowed, length}, memory, code, NULL);
    release(narrowed, memory);
    return status == MP_OK;
}

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

bool mp_pattern_matches(const mp_pattern *pattern, mp_pattern_code *code, mp_pattern_memory *memory,
                        mp_matcher *matcher, mp_text word, mp_text text, size_t at, size_t end, size_t *match_end) {
    if (pattern->source.bytes == NULL) return false;
    if (code->made == NULL && !make_code(pattern->source, word, memory, code)) {
        matcher->memory.ended = true; /* what packs say has been compiled before, or when the tables were made */
        return false;
    }
    const pcre2_code *made = code->made;
    if (made == nothing()) return false;
    int count = pcre2_match(made, (PCRE2_SPTR)text.bytes, end, at, PCRE2_NO_UTF_CHECK, matcher->data, matcher->match);
    if (count < 0) return false;

    *match_end = pcre2_get_ovector_pointer(matcher->data)[1];
    return true;
}
