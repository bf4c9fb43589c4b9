/* bytes_test.c: patterns of characters do as patterns of bytes what they say: on letters with accents, curly quotation
 * marks, classes and counts of them; and faults are told at the character of the source. */
#include "support.h"

#include "pattern.h"
#include "pattern_bytes.h"

#include <string.h>

static void becomes(const char *source, const char *expected) {
    char out[400];
    const size_t length = mp_pattern_to_bytes(text_of(source), out);
    assert_int_equal(length, mp_pattern_to_bytes(text_of(source), NULL));
    out[length] = '\0';
    assert_string_equal(out, expected);
}

static void leaves_ascii_alone(void **state) {
    (void)state;
    becomes("(?:told|asked)(?: it)?, \\bwhy\\b[a-z ]{2,5}x{3}\\d+?",
            "(?:told|asked)(?: it)?, \\bwhy\\b[a-z ]{2,5}x{3}\\d+?");
    becomes("(?<=not )a(?!b)\\.\\[", "(?<=not )a(?!b)\\.\\[");
    becomes("\\Qa.[b\\E|(?#.[)c", "\\Qa.[b\\E|(?#.[)c");
    becomes("", "");
    becomes("a[^\\]é", "a[^\\]é"); /* which nothing closes */
}

static void takes_characters_whole(void **state) {
    (void)state;
    becomes("”?s", "(?:”)?s");
    becomes("[”\"’]", "(?:[\"]|”|’)");
    becomes("[“”]", "(?:“|”)");
    becomes("\\x{2019}\\x41", "(?:’)\\x41");
    becomes("[^.“]{0,9}", "(?:[^.\\x9c]{0,9}(?![\\x80-\\xbf]))");
}

/* How many bytes of `text`, SIZE_MAX where it does not match. */
static size_t match(const char *source, const char *text) {
    mp_arena arena;
    mp_arena_init(&arena, NULL);
    mp_pattern_memory for_codes = {.allocator = arena.allocator};
    mp_pattern_code code = {.packed = NULL};
    const mp_pattern pattern = {.source = text_of(source)};
    mp_matcher *matcher = mp_matcher_new(&arena);
    assert_non_null(matcher);
    const mp_pattern_place place = mp_pattern_place_at(text_of(text), 0, 0, strlen(text));
    const struct pcre2_real_code_8 *const tried = mp_pattern_to_try(&pattern, &code, &for_codes, matcher, &place);
    size_t end;
    if (tried == NULL || !mp_pattern_matches(tried, matcher, &place, &end)) end = SIZE_MAX;
    mp_pattern_free(&code);
    mp_matcher_free(matcher);
    mp_arena_free(&arena);
    return end;
}

static void matches_as_characters(void **state) {
    (void)state;
    static const struct {
        const char *pattern, *text;
        bool matches;
    } cases[] = {
        {"asked \\w+ Garc\\w+ why", "asked José García why", true},
        {"\\w+", "Nguyễn", true},
        {"\\w+ said", "“Jo said", false},
        {"\\w+”", "naïve”", true},
        {"\\w{4} \\w{6}", "José García", true},
        {"caf\\w\\b,", "café,", true},
        {"(?: \\w+ly)? false", " really false", true}, /* a word in -ly, of which nothing is given back */
        {"(?: \\w+ly)? false", " naïvely false", true},
        {"(?: \\w+ly)? false", " ly false", false},
        {"(?: \\w+ly)? false", " lying false", false},
        {"\\w+ly ", "lyly ", true},
        {"[\\w.’'-]+ said", "O’Hara-García’s said", true}, /* nor of a class up to a mark */
        {"[\\w.’'-]+ said", "O“Hara said", false},
        {"[é’]+ said", "é’é said", true},
        {"[a-z’ ]+ said", "it’s it said", true},
        {"(?:[^.“]{0,9}?)\\bso", "éé so", true}, /* a letter ends a count */
        {"(?:[^.“]{0,9}?)\\bso", "ééso", false},
        {"(?:[^.“]{0,9}?)\\bso", "“ so", false},
        {"(?![^.“]{0,3}?)so", "so", false}, /* not so one that is only looked for */
        {".+\\b(?=[st])(?:so|to)", "éso", false},
        {"so\\b.+", "so é", true},
        {"so\\b.+", "soé", false},
        {"so\\b.+", "so”", true},
        {"so\\b.+", "sob", false},
        {".+\\bso", "é so", true},
        {".+\\bso", "éso", false},
        {".+\\bso", "”so", true},
        {".+\\bso", "also", false},
        {".+(?:\\bso|to)", "éso", false}, /* a group goes on from what stands before it */
        {".+(?:to|\\bso)", "éso", false},
        {".+ ?\\bso", "éso", false},
        {".+(?=s)\\bso", "éso", false},
        {".+(?: |”)?\\bso", "é”so", true},
        {".+\\b(?=[st])(?:so|to)", "” to", true},
        {".+\\b(?=[st])(?:so|to)", "éto", false},
        {"café\\b.", "café!", true},
        {"caf\\b", "café", true}, /* a boundary beside a plain letter is one of plain letters */
        {"it[’']s", "it’s", true},
        {"it[’']s", "it\xE2\x80\x98s", false},
        {"a[^.“]b", "a”b", true},
        {"a[^.“]b", "a“b", false},
        {"a[^.“]{1,4}b", "a’’b", false}, /* six bytes */
        {"a[^.“]{1,6}b", "a’’b", true},
        {"a[^“]{2}", "a’", false},
        {"a[^\\w ]b", "aéb", false},
        {"a[^\\w ]b", "a”b", true},
        {"a\\Wb", "a”b", true},
        {"a\\Wb", "aéb", false},
        {"a\\Sb", "aéb", true},
        {"a.b", "a”b", true},
        {"a..b", "a”b", false},
        {"a.+b", "a””b", true},
        {"[а-я]+!", "привет!", true},
        {"[x-é]+!", "xyé!", true},
        {"[一-鿿]+!", "漢字!", true},
        {"[一-鿿]+!", "かな!", false},
        {"[\\x{80}-\\x{10ffff}]+!", "é漢😀!", true},
        {"[^\\x{80}-\\x{10ffff}]+!", "aé!", false},
        {"[^\\W\\d_]+!", "été!", true},
        {"[^\\W\\d_é]+!", "été!", false},
        {"[^\\W\\d_]+!", "a’!", false},
        {"[\\w’-]+!", "d’être-là!", true},
        {"(?:x|é)+(?<=é)!", "xé!", true},
        {"x(?<=\\wx)", "éx", false}, /* it is tried at its first character */
        {"é(?<!\\w)", "é", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const size_t end = match(cases[i].pattern, cases[i].text);
        if ((end != SIZE_MAX) != cases[i].matches) fail_msg("%s on %s", cases[i].pattern, cases[i].text);
    }
}

static void ends_behind_whole_characters(void **state) {
    (void)state;
    assert_int_equal(match("so \\w+(?! went)", "so José went"), strlen("so Jos"));
    assert_int_equal(match("so \\w+?", "so é"), strlen("so é"));
    assert_int_equal(match("so(?: \\w+)?(?!,)", "so é,"), strlen("so"));
    assert_int_equal(match("so \\w* ?", "so José went"), strlen("so José "));
}

static void faults_stand_in_the_source(void **state) {
    (void)state;
    mp_arena arena;
    mp_arena_init(&arena, NULL);
    mp_pattern_memory for_codes = {.allocator = arena.allocator};
    mp_error error = {0};
    assert_int_equal(mp_pattern_check(text_of("[”’]+(a"), &for_codes, &error), MP_ERROR_RULES);
    assert_int_equal(error.column, strlen("[”’]+(a") + 1);
    assert_int_equal(mp_pattern_check(text_of("é.\\w a)b"), &for_codes, &error), MP_ERROR_RULES);
    assert_int_equal(error.column, strlen("é.\\w a") + 1);
    assert_int_equal(mp_pattern_check(text_of("\\p{L}+"), &for_codes, &error), MP_ERROR_RULES);
    mp_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaves_ascii_alone),         cmocka_unit_test(takes_characters_whole),
        cmocka_unit_test(matches_as_characters),      cmocka_unit_test(ends_behind_whole_characters),
        cmocka_unit_test(faults_stand_in_the_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
