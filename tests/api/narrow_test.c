/* narrow_test.c: a pattern narrowed to a word does at that word what the whole pattern does, in gold documents; and what
 * it leaves out and keeps. */
#include "support.h"

#include "engine.h"
#include "pattern_narrow.h"

enum { most_bytes = 1 << 20 };

static void narrows(const char *source, const char *word, const char *expected) {
    char out[400];
    const size_t length = mp_pattern_narrow(text_of(source), text_of(word), out);
    out[length] = '\0';
    assert_string_equal(out, expected);
}

static void keeps_what_can_match(void **state) {
    (void)state;
    narrows("(?:told|asked|ask(?:ed)? for)", "asked", "asked|ask(?:ed)? for");
    narrows("told|asked", "ASKED", "asked");
    narrows("(?:told|asked)", "wrote", "");
    narrows("(?:errors?\\b|err\\b)", "errors", "errors?\\b|err\\b");
    narrows("(?:(?<=to )tell|(?<!not )\\bask|(?:say|ask|tell) it)", "tell", "(?<=to )tell|tell it");
    narrows("(?:apologi[sz]e|[xy]es|\\w+ly|.o|re?d|w{2})", "red", "\\w+ly|.o|re?d|w{2}");
    narrows("(?:a|b) c", "a", "a c");
    narrows("\\b(?:(?:an?|one|the) (?:a|b))(?! c)", "the", "\\bthe (?:a|b)(?! c)");
    narrows("(?:that|it)? ?(?:was|is) so|was", "is", "is so");
    narrows("ask|asks|askn['’]t|asked", "ask", "ask|askn['’]t");
    narrows("(?:a|b)+ c|(?:a|b)? a", "a", "(?:a|b)+ c|(?:a|b)? a");
    narrows("(?:[)|]x|\\)y|z)", "z", "[)|]x|\\)y|z");
    narrows("(?:a|(?:b|(?:c|d)) e)", "d", "d e");
    narrows("(?!a b)(?:a|b) c", "b", "(?!a b)b c");
    narrows("a|", "b", "(?:)");
    narrows("(?:(?<=^)|(?<=x ))(?:a|b) c|(?:(?<=y )|\\b)d", "b", "(?:(?<=^)|(?<=x ))b c");
    narrows("(?:(?<=x)|e)d|(?:(?<=x)|(?<=y))?d", "b", "(?<=x)d|(?:(?<=x)|(?<=y))?d"); /* not judged */
    /* What it does not know it leaves alone. */
    narrows("(?i:told)|asked", "asked", "(?i:told)|asked");
    narrows("\\Qa|b\\E", "z", "\\Qa|b\\E");
    narrows("(?>told|tell)", "asked", "(?>told|tell)");
}

static bool relaxes(const char *source, const char *expected) {
    char out[400];
    bool skips;
    const size_t length = mp_pattern_relax(text_of(source), out, &skips);
    out[length] = '\0';
    assert_string_equal(out, expected);
    return skips;
}

static void leaves_out_what_stands_before(void **state) {
    (void)state;
    relaxes("(?:told|asked)", "(?:told|asked)");
    relaxes("(?:(?<=to )tell|(?<!not )(?<!n['’]t )ask)(?! me)", "(?:tell|ask)(?! me)");
    relaxes("[(?<=a)]x\\(?<=", "[(?<=a)]x\\(?<=");
    assert_false(relaxes("was(?: \\w+ly)? (?:\\w+ly )?told|was(?: \\w+ly)?+ so", "was told|was(?: \\w+ly)?+ so"));
    assert_false(relaxes("was(?: \\w+ly)?\\b(?: \\w+ly) (?:\\w+ly)? so|(?:\\w+ )?so",
                         "was(?: \\w+ly)?\\b(?: \\w+ly) (?:\\w+ly)? so|(?:\\w+ )?so"));
    /* One word, not two. */
    assert_true(relaxes("a (?:\\w+ )?day (?:\\w+ )?later|a(?: \\w+)? (?:\\w+ )?week|(?:b|a (?:\\w+ )?c) (?:\\w+ )?d",
                        "a day (?:\\w+ )?later|a (?:\\w+ )?week|(?:b|a c) (?:\\w+ )?d"));
    /* Behind a condition on what follows, which would see another word. */
    assert_false(relaxes("a(?! b) (?:\\w+ )?b", "a(?! b) (?:\\w+ )?b"));
    assert_true(relaxes("(?:a|c(?= b)) (?:\\w+ )?b|a (?:\\w+ )?(?!c)b", "(?:a|c(?= b)) (?:\\w+ )?b|a (?!c)b"));
    /* Left out of what must not follow, it would forbid more. */
    relaxes("told(?! (?<=a)b)", "");
    relaxes("told\\B", "");
    relaxes("(?i:told)", "");
}

static void guards(const char *source, const char *expected) {
    char out[400];
    assert_in_range(mp_pattern_guard_room(text_of(source)), 0, sizeof out);
    const size_t length = mp_pattern_guard(text_of(source), out);
    out[length] = '\0';
    assert_string_equal(out, expected);
}

static void asks_first_how_a_group_begins(void **state) {
    (void)state;
    guards("a (?:b|cd|c|[ef]|(?:g|H)|\\bi)", "a (?=[bcefghi])(?:b|cd|c|[ef]|(?:g|H)|\\bi)");
    guards("a (?:b|c?d|(?<=a )e|f+|g|-)+", "a (?=[\\-bcdefg])(?:b|c?d|(?<=a )e|f+|g|-)+");
    guards("(?:b|c|d|e|f|g) a|(?<=a )(?:b|c|d|e|f|g)", "(?:b|c|d|e|f|g) a|(?<=a )(?:b|c|d|e|f|g)");
    /* Few, what may be left out, and what cannot be told. */
    guards("a (?:b|c|d|e|f)", "a (?:b|c|d|e|f)");
    guards("a (?:b|c|d|e|f|g)?", "a (?:b|c|d|e|f|g)?");
    guards("a (?:b|c|d|e|f|\\w)", "a (?:b|c|d|e|f|\\w)");
    guards("a (?:b|c|d|e|f|g?)", "a (?:b|c|d|e|f|g?)");
    guards("a (?:b|c|d|e|f|“)", "a (?:b|c|d|e|f|“)");
    guards("(?i:a) (?:b|c|d|e|f|g)", "(?i:a) (?:b|c|d|e|f|g)");
    guards("a (?:b|c|d|e|f|[^g])", "a (?:b|c|d|e|f|[^g])");
}

static bool matches_at(const mp_rules *rules, mp_pattern_code *code, uint16_t pattern, mp_matcher *matcher,
                       const mp_pattern_place *place, size_t *end) {
    const struct pcre2_real_code_8 *const tried =
        mp_pattern_to_try(&rules->patterns.items[pattern], code, rules->pattern_memory, matcher, place);
    return tried != NULL && mp_pattern_matches(tried, matcher, place, end);
}

/* Tries every pattern of a word there in both ways, packed and from its source; gives how many matched. */
static size_t compare_at(const mp_rules *rules, const mp_rules *sources, mp_matcher *matcher, mp_pattern_code *whole,
                         mp_text text, mp_scanned token) {
    const mp_text word = {text.bytes + token.start, token.end - token.start};
    char folded[200];
    const size_t length = mp_text_fold(word, folded, sizeof folded);
    const uint32_t number = length == 0 ? 0 : mp_lexicon_find(rules->lexicon, (mp_text){folded, length});
    const mp_pattern_place place = mp_pattern_place_at(text, token.start, token.end, text.length);
    const mp_pattern_place whole_place = mp_pattern_place_at(text, token.start, token.start, text.length);
    size_t matched = 0;
    for (uint16_t anchor = mp_lexicon_entry(rules->lexicon, number)->patterns; anchor != 0;
         anchor = rules->anchors.items[anchor].next) {
        const uint16_t pattern = rules->anchors.items[anchor].pattern;
        size_t ends[2] = {0, 0};
        const bool one = matches_at(rules, &rules->codes.items[anchor], pattern, matcher, &place, &ends[0]);
        const bool other = matches_at(sources, &whole[pattern], pattern, matcher, &whole_place, &ends[1]);
        if (one != other || ends[0] != ends[1])
            fail_msg("pattern %s at “%.*s”", rules->patterns.items[pattern].id.bytes, (int)word.length, word.bytes);
        matched += one;
    }
    return matched;
}

/* The shipped rules read from their JSON, with the sources of their patterns, which the tables leave out. */
static mp_engine *json_engine(void) {
    mp_options options = MP_OPTIONS_DEFAULT;
    mp_engine *engine = NULL;
    char *bytes = malloc(most_bytes);
    FILE *file = fopen(MOUTHPIECE_TESTS "/../core/rules/en.json", "rb");
    assert_true(bytes != NULL && file != NULL);
    const mp_text pack = {bytes, fread(bytes, 1, most_bytes, file)};
    fclose(file);
    options.packs = &pack;
    options.pack_count = 1;
    options.only_packs = true;
    assert_int_equal(mp_engine_new(&options, &engine, NULL), MP_OK);
    free(bytes);
    return engine;
}

static void matches_as_the_whole_does(void **state) {
    (void)state;
    mp_engine *engine = shipped_engine(NULL), *json = json_engine();
    mp_arena arena;
    mp_arena_init(&arena, NULL);
    mp_matcher *matcher = mp_matcher_new(&arena);
    mp_pattern_code *whole = MP_NEW_ARRAY(&arena, engine->rules.patterns.count, mp_pattern_code);
    char path[4096], *bytes = malloc(most_bytes);
    assert_true(matcher != NULL && whole != NULL && bytes != NULL && mp_lexicon_open(engine->rules.lexicon));
    snprintf(path, sizeof path, "%s/gold/train-a.jsonl", MOUTHPIECE_TESTS);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    const mp_text text = {bytes, fread(bytes, 1, most_bytes, file)};
    fclose(file);
    size_t matched = 0;
    mp_scanned token;
    for (size_t at = 0; mp_scan_next(text, at, &token); at = token.end)
        matched += compare_at(&engine->rules, &json->rules, matcher, whole, text, token);
    assert_in_range(matched, 500, 1000000);
    for (size_t i = 0; i < engine->rules.patterns.count; i++) mp_pattern_free(&whole[i]);
    mp_matcher_free(matcher);
    mp_arena_free(&arena);
    mp_engine_free(engine);
    mp_engine_free(json);
    free(bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_what_can_match), cmocka_unit_test(leaves_out_what_stands_before),
        cmocka_unit_test(asks_first_how_a_group_begins), cmocka_unit_test(matches_as_the_whole_does)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
