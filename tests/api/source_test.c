/* source_test.c: where words stand in their file: entities, line ends and tags that parsers pass over, surrogate pairs, long
 * lines, and what happens where memory ends. Calls the command's parts. */
#include "support.h"

#include "cli/source_html.h"
#include "cli/words.h"
#include "draft/entity.h"

/* ---- Entities ---------------------------------------------------------------------------------------------------- */

static void entities_as_browsers_read_them(void **state) {
    static const struct {
        const char *text;
        size_t loose, strict; /* bytes */
        uint32_t first, second;
    } cases[] = {{"&amp;", 5, 5, '&', 0},
                 {"&ampx", 4, 0, '&', 0},
                 {"&notit;", 4, 0, 0xAC, 0},
                 {"&notin;", 7, 7, 0x2209, 0},
                 {"&#8220;x", 7, 7, 0x201C, 0},
                 {"&#x201c;", 8, 8, 0x201C, 0},
                 {"&#147 ", 5, 0, 0x201C, 0},
                 {"&#0;", 4, 4, 0xFFFD, 0},
                 {"&#xD800;", 8, 8, 0xFFFD, 0},
                 {"&#99999999999;", 14, 14, 0xFFFD, 0},
                 {"&nGt;", 5, 5, 0x226B, 0x20D2},
                 {"& amp;", 0, 0, 0, 0},
                 {"&#;", 0, 0, 0, 0},
                 {"&#x;", 0, 0, 0, 0},
                 {"&;", 0, 0, 0, 0},
                 {"&", 0, 0, 0, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        uint32_t codes[2];
        mp_text text = {cases[i].text, strlen(cases[i].text)};
        assert_int_equal(mp_entity_at(text, false, codes), cases[i].strict);
        assert_int_equal(mp_entity_at(text, true, codes), cases[i].loose);
        if (cases[i].loose == 0) continue;
        assert_int_equal(codes[0], cases[i].first);
        assert_int_equal(codes[1], cases[i].second);
    }
}

/* ---- Regions ----------------------------------------------------------------------------------------------------- */

/* A page is judged by its prose, so some stands behind the paragraph. */
#define PROSE                                                                                                          \
    "</pre></p><p>The council met on Monday, talked for hours, and put the matter off until the spring of next year. " \
    "Nobody was surprised, and the mayor went home."

/* The first block with the words, and where they begin in it; the tests' pages have none beyond the BMP before them but
 * hedgehogs, which count two units. */
static mp_place find_words(mp_words *text, const mp_document *document, const char *words) {
    mp_place place = {0, 0, 0};

    for (; place.block < document->block_count; place.block++) {
        mp_text block = mp_words_block(text, place.block);
        for (place.start = 0; mp_words_byte(text, place.block, place.start) + strlen(words) <= block.length;
             place.start++)
            if (memcmp(block.bytes + mp_words_byte(text, place.block, place.start), words, strlen(words)) == 0) {
                place.end = place.start + strlen(words);
                return place;
            }
    }
    fail_msg("no block has the words: %s", words);
    return place;
}

static mp_region region_of(const char *html, const char *words) {
    static char page_text[2000];
    mp_html_options options = MP_HTML_OPTIONS_DEFAULT;
    mp_arena arena;
    mp_page page;
    mp_words text;
    mp_region region = {0};

    mp_arena_init(&arena, NULL);
    mp_html_source from = {.arena = &arena};
    options.anyway = true;
    options.source = &from;
    int length = snprintf(page_text, sizeof page_text, "%s%s", html, PROSE);
    assert_int_equal(mp_html_read((mp_text){page_text, (size_t)length}, MP_TEXT(""), &options, NULL, &page, NULL),
                     MP_OK);
    mp_source source = {.text = from.html};
    assert_true(mp_source_add_page(&source.runs, &arena, &page, &from));
    assert_true(mp_source_index(&source, &arena));
    mp_words_open(&text, &page.document);
    assert_true(mp_source_region(&source, find_words(&text, &page.document, words), &region));
    mp_words_close(&text);
    mp_page_free(&page);
    mp_arena_free(&arena);
    return region;
}

static void expect_piece(const char *html, const char *words, const char *piece) {
    mp_region region = region_of(html, words);

    assert_int_equal(region.to - region.from, strlen(piece));
    assert_memory_equal(html + region.from, piece, strlen(piece));
}

static void regions_reach_through_markup(void **state) {
    (void)state;
    expect_piece("<p>It is <b>so &amp; <i>not</i></b> so, he wrote.", "so & not so", "so &amp; <i>not</i></b> so");
    expect_piece("<p>One\r\n  two &notit, he wrote.", "two", "two");
    expect_piece("<p>It was a</nothing> word<!-- > --> in all, he wrote.", "a word in",
                 "a</nothing> word<!-- > --> in");
    expect_piece("<pre>\nFirst line\nsecond, he wrote.</pre>", "First line", "First line");
    expect_piece("<p>1 < 2 and 3 &lt; 4 & 5, he wrote.", "2 and 3 < 4 & 5", "2 and 3 &lt; 4 & 5");
    expect_piece("<p>so&shy;me wo&zwnj;rds, he wrote.", "some words", "so&shy;me wo&zwnj;rds");
}

static void lines_and_columns(void **state) {
    mp_region region = region_of("<p>\xF0\x9F\xA6\x94 one\r\n<b>two</b> three, he wrote.", "two three");

    (void)state;
    assert_int_equal(region.start.line, 2);
    assert_int_equal(region.start.column, 4);
    assert_int_equal(region.end.column, 17);
    region = region_of("<p>\xF0\x9F\xA6\x94 one, he wrote.", "one");
    assert_int_equal(region.start.column, 7); /* the hedgehog is two code units */
}

/* ---- Long lines, and the words of a place -------------------------------------------------------------------------- */

static void a_long_line_has_the_same_places(void **state) {
    enum { length = 20000 };
    static char text[length * 4 + 1];
    size_t used = 0;
    mp_arena arena;
    mp_source source = {.text = MP_TEXT("")};

    (void)state;
    for (size_t i = 0; i < length; i++)
        used += (size_t)sprintf(text + used, "%s", i % 3 == 0 ? "\xF0\x9F\xA6\x94" : "a");
    mp_arena_init(&arena, NULL);
    source.text = (mp_text){text, used};
    assert_true(mp_source_add_verbatim(&source.runs, &arena, 0, 0, source.text, 0));
    assert_true(mp_source_index(&source, &arena));
    mp_block block = {.text = source.text};
    mp_document document = {.blocks = &block, .block_count = 1};
    mp_words words;
    mp_words_open(&words, &document);
    size_t units = 0, byte = 0;
    for (size_t i = 0; i < length; i++) {
        size_t width = i % 3 == 0 ? 2 : 1;
        mp_region region;
        assert_true(mp_source_region(&source, (mp_place){0, units, units + width}, &region));
        assert_int_equal(region.from, byte);
        assert_int_equal(region.start.column, units + 1);
        assert_int_equal(region.end.column, units + width + 1);
        assert_int_equal(mp_words_byte(&words, 0, units), byte);
        units += width;
        byte += i % 3 == 0 ? 4 : 1;
    }
    assert_int_equal(mp_words_byte(&words, 0, units + 5), used);
    assert_int_equal(mp_words_at(&words, (mp_place){7, 0, 3}).length, 0);
    mp_words_close(&words);
    mp_arena_free(&arena);
}

static void a_place_without_source_has_no_region(void **state) {
    mp_arena arena;
    mp_source source = {.text = MP_TEXT("one two")};
    mp_region region;
    size_t from, to;

    (void)state;
    mp_arena_init(&arena, NULL);
    assert_true(mp_source_add_verbatim(&source.runs, &arena, 1, 4, MP_TEXT("two"), 4));
    assert_true(mp_source_index(&source, &arena));
    assert_false(mp_source_region(&source, (mp_place){0, 0, 3}, &region));
    assert_false(mp_source_region(&source, (mp_place){1, 0, 4}, &region));
    assert_false(mp_source_region(&source, (mp_place){1, 7, 9}, &region));
    assert_false(mp_source_block(&source, 0, &from, &to));
    assert_true(mp_source_region(&source, (mp_place){1, 0, 9}, &region));
    assert_int_equal(region.from, 4);
    assert_int_equal(region.to, 7);
    mp_arena_free(&arena);
}

static void memory_may_end_anywhere(void **state) {
    static const mp_allocator allocator = {counted_reallocate, counted_release, NULL};
    static char text[9000];
    bool made = false;

    (void)state;
    memset(text, 'a', sizeof text);
    for (size_t fail_at = 1; !made; fail_at++) {
        mp_arena arena;
        mp_source source = {.text = {text, sizeof text}};
        memory = (counted_memory){.fail_at = fail_at};
        mp_arena_init(&arena, &allocator);
        made = mp_source_add_verbatim(&source.runs, &arena, 0, 0, source.text, 0) && mp_source_index(&source, &arena);
        mp_arena_free(&arena);
        assert_int_equal(memory.live, 0);
        assert_true(fail_at < 100);
    }
    memory = (counted_memory){0};
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entities_as_browsers_read_them),
        cmocka_unit_test(regions_reach_through_markup),
        cmocka_unit_test(lines_and_columns),
        cmocka_unit_test(a_long_line_has_the_same_places),
        cmocka_unit_test(a_place_without_source_has_no_region),
        cmocka_unit_test(memory_may_end_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
