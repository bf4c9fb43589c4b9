/* encoding_test.c: bytes of pages in the encodings of the web, labelled rightly, wrongly and not at all. */
#include "support.h"

#include "arena.h"
#include "html/encoding.h"
#include "html/html_read.h"

static void expect_encoding(mp_text bytes, const char *header, const char *expected) {
    char name[MP_ENCODING_ROOM];

    mp_encoding_of(bytes, text_of(header), name);
    assert_string_equal(name, expected);
}

static void expect_text(mp_text bytes, const char *header, const char *expected) {
    char name[MP_ENCODING_ROOM];
    mp_arena arena;
    mp_text text;

    mp_arena_init(&arena, NULL);
    mp_encoding_of(bytes, text_of(header), name);
    assert_int_equal(mp_encoding_decode(bytes, name, &arena, &text, NULL), MP_OK);
    assert_int_equal(text.length, strlen(expected));
    assert_memory_equal(text.bytes, expected, text.length);
    mp_arena_free(&arena);
}

static void a_byte_order_mark_comes_first(void **state) {
    (void)state;
    expect_text(MP_TEXT("\xEF\xBB\xBF<meta charset=windows-1252>\xC3\xA9"), "windows-1252",
                "<meta charset=windows-1252>\xC3\xA9");
    expect_text(MP_TEXT("\xFF\xFEG\0r\0\xF6\0\xDF\0e\0"), "utf-8",
                "Gr\xC3\xB6\xC3\x9F"
                "e");
    expect_text(MP_TEXT("\xFE\xFF\0G\0r\xD8\x3D\xDE\x00"), "", "Gr\xF0\x9F\x98\x80");
}

static void valid_utf_8_is_utf_8_whatever_the_label(void **state) {
    (void)state;
    expect_encoding(MP_TEXT("<meta charset=iso-8859-1>\xE2\x80\x9CGrok\xE2\x80\x9D"), "", "UTF-8");
    expect_encoding(MP_TEXT("\xE2\x80\x9CGrok\xE2\x80\x9D"), "windows-1252", "UTF-8");
}

static void the_page_says_its_encoding(void **state) {
    (void)state;
    expect_text(MP_TEXT("<meta charset=\"windows-1250\">\x9C\xB9"), "",
                "<meta charset=\"windows-1250\">\xC5\x9B\xC4\x85");
    expect_text(MP_TEXT("<META http-equiv=Content-Type content='text/html; charset=Shift_JIS'>\x83\x4F"), "",
                "<META http-equiv=Content-Type content='text/html; charset=Shift_JIS'>\xE3\x82\xB0");
    expect_text(MP_TEXT("<meta charset=gb2312>\xC4\xE3"), "", "<meta charset=gb2312>\xE4\xBD\xA0");
    expect_text(MP_TEXT("<meta charset=ISO-8859-2>\xB1"), "", "<meta charset=ISO-8859-2>\xC4\x85");
    expect_text(MP_TEXT("<?xml version='1.0' encoding='koi8-r'?>\xC7"), "",
                "<?xml version='1.0' encoding='koi8-r'?>\xD0\xB3");
}

static void the_header_goes_before_the_page(void **state) {
    (void)state;
    expect_encoding(MP_TEXT("<meta charset=windows-1250>\x9C"), "windows-1251", "WINDOWS-1251");
}

static void a_late_declaration_still_counts(void **state) {
    static const char late[] = "<meta charset=windows-1250>\x9C";
    char page[6000];

    (void)state;
    memset(page, ' ', sizeof page);
    memcpy(page + 5000, late, sizeof late - 1);
    expect_encoding((mp_text){page, sizeof page}, "", "WINDOWS-1250");
}

static void latin_1_means_windows_1252(void **state) {
    (void)state;
    expect_text(MP_TEXT("<meta charset=iso-8859-1>\x93Grok\x94"), "",
                "<meta charset=iso-8859-1>\xE2\x80\x9CGrok\xE2\x80\x9D");
    expect_text(MP_TEXT("caf\xE9"), "", "caf\xC3\xA9");
}

static void a_label_that_lies_is_not_believed(void **state) {
    (void)state;
    expect_encoding(MP_TEXT("<meta charset=utf-8>caf\xE9 cr\xE8me"), "", "WINDOWS-1252");
    expect_encoding(MP_TEXT("<meta charset=no-such-thing>caf\xE9"), "", "WINDOWS-1252");
    expect_encoding(MP_TEXT("<meta charset='../../x'>caf\xE9"), "%s%n", "WINDOWS-1252");
    expect_encoding(MP_TEXT("<meta charset=utf-16le>caf\xE9 x"), "", "WINDOWS-1252");
}

static void a_little_broken_utf_8_stays_utf_8(void **state) {
    (void)state;
    expect_text(MP_TEXT("<meta charset=utf-8>\xC3\xA9\xC3\xA9\xE9 x"), "",
                "<meta charset=utf-8>\xC3\xA9\xC3\xA9\xEF\xBF\xBD x");
    expect_text(MP_TEXT("\xC3\xA9 cut \xE2\x80"), "", "\xC3\xA9 cut \xEF\xBF\xBD");
}

static void what_cannot_be_decoded_is_replaced(void **state) {
    (void)state;
    expect_text(MP_TEXT("<meta charset=euc-jp>a\xFF"
                        "b"),
                "",
                "<meta charset=euc-jp>a\xEF\xBF\xBD"
                "b");
}

static void every_byte_decodes_in_every_encoding(void **state) {
    static const char *const labels[] = {"utf-8",     "windows-1252", "gbk",        "big5",         "shift_jis",
                                         "euc-kr",    "iso-2022-jp",  "iso-8859-8", "windows-1258", "koi8-u",
                                         "macintosh", "utf-7",        "utf-32"};
    char bytes[512];

    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (char)(i * 7 + i / 256);
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        char name[MP_ENCODING_ROOM];
        mp_arena arena;
        mp_text text;
        mp_arena_init(&arena, NULL);
        mp_encoding_of((mp_text){bytes, sizeof bytes}, text_of(labels[i]), name);
        assert_int_equal(mp_encoding_decode((mp_text){bytes, sizeof bytes}, name, &arena, &text, NULL), MP_OK);
        assert_true(text.length > 0);
        mp_arena_free(&arena);
    }
}

static void a_page_is_read_in_its_encoding(void **state) {
    mp_html_options options = MP_HTML_OPTIONS_DEFAULT;
    mp_page page;

    (void)state;
    options.anyway = true;
    assert_int_equal(
        mp_html_read(MP_TEXT("<meta charset=windows-1251><h1>\xC3\xF0\xEE\xEA</h1><p>A line of prose, long "
                             "enough to be one.</p>"),
                     MP_TEXT(""), &options, NULL, &page, NULL),
        MP_OK);
    assert_int_equal(page.document.block_count, 2);
    assert_memory_equal(page.document.blocks[0].text.bytes, "\xD0\x93\xD1\x80\xD0\xBE\xD0\xBA", 8);
    mp_page_free(&page);
}

static void labels_are_those_of_the_standard(void **state) {
    (void)state;
    expect_encoding(MP_TEXT("\xE9\xA0"), " ISO-8859-8-I ", "ISO-8859-8");
    expect_encoding(MP_TEXT("\xE9\xA0"), "x-gbk", "GB18030");
    expect_encoding(MP_TEXT("\xE9\xA0"), "x-cp1251", "WINDOWS-1251");
    expect_encoding(MP_TEXT("\xE9\xA0"), "latin5", "WINDOWS-1254");
    expect_encoding(MP_TEXT("\xE9\xA0"), "ks_c_5601-1989", "CP949");
    expect_encoding(MP_TEXT("\xE9\xA0"), "utf-7", "WINDOWS-1252");
    expect_encoding(MP_TEXT("\xE9\xA0"), "utf-32", "WINDOWS-1252");
    expect_encoding(MP_TEXT("\xE9\xA0"), "latin5 latin6", "WINDOWS-1252");
}

static void every_family_of_encodings_is_read(void **state) {
    static const struct {
        const char *label, *bytes, *text;
    } samples[] = {
        {"windows-1250", "\x9Cle", "\xC5\x9Ble"},
        {"windows-1251", "\xC3\xF0\xEE\xEA", "\xD0\x93\xD1\x80\xD0\xBE\xD0\xBA"},
        {"windows-1253", "\xC3", "\xCE\x93"},
        {"iso-8859-9", "\xFE\x93", "\xC5\x9F\xE2\x80\x9C"}, /* read as windows-1254 */
        {"windows-1255", "\xE0", "\xD7\x90"},
        {"windows-1256", "\xC8", "\xD8\xA8"},
        {"windows-1257", "\xE2", "\xC4\x81"},
        {"iso-8859-2", "\xB1", "\xC4\x85"},
        {"iso-8859-5", "\xB3", "\xD0\x93"},
        {"iso-8859-7", "\xC3", "\xCE\x93"},
        {"iso-8859-15", "\xA4", "\xE2\x82\xAC"},
        {"koi8-r", "\xE7", "\xD0\x93"},
        {"gbk", "\xA1\xB0\xC4\xE3\xA1\xB1", "\xE2\x80\x9C\xE4\xBD\xA0\xE2\x80\x9D"},
        {"big5", "\xA7\x41", "\xE4\xBD\xA0"},
        {"shift_jis", "\x81\x75\x83\x4F\x81\x76", "\xE3\x80\x8C\xE3\x82\xB0\xE3\x80\x8D"},
        {"euc-jp", "\xA5\xB0", "\xE3\x82\xB0"},
        {"euc-kr", "\xB1\xD7", "\xEA\xB7\xB8"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        char page[128], expected[128];
        expect_text(text_of(samples[i].bytes), samples[i].label, samples[i].text);
        snprintf(page, sizeof page, "<meta charset=%s>%s", samples[i].label, samples[i].bytes);
        snprintf(expected, sizeof expected, "<meta charset=%s>%s", samples[i].label, samples[i].text);
        expect_text(text_of(page), "", expected);
    }
}

static void utf_16_without_a_mark_needs_a_header(void **state) {
    (void)state;
    expect_text(MP_TEXT("G\0r\0\xF6\0"), "utf-16", "Gr\xC3\xB6");
    expect_text(MP_TEXT("\0G\0r\0\xF6"), "utf-16be", "Gr\xC3\xB6");
}

static void what_is_commented_out_declares_nothing(void **state) {
    (void)state;
    expect_encoding(MP_TEXT("<!-- <meta charset=gbk> --><meta charset=windows-1250>\x9C"), "", "WINDOWS-1250");
    expect_encoding(MP_TEXT("<!--><meta charset=windows-1250>\x9C"), "", "WINDOWS-1250");
    expect_encoding(MP_TEXT("<!-- <meta charset=gbk>\x9C"), "", "WINDOWS-1252");
}

static void a_page_beyond_the_limit_is_refused(void **state) {
    mp_html_options options = MP_HTML_OPTIONS_DEFAULT;
    mp_page page;

    (void)state;
    options.max_bytes = 3;
    assert_int_equal(mp_html_read(MP_TEXT("<p>x"), MP_TEXT(""), &options, NULL, &page, NULL), MP_ERROR_LIMIT);
    assert_null(page.memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_byte_order_mark_comes_first),
        cmocka_unit_test(valid_utf_8_is_utf_8_whatever_the_label),
        cmocka_unit_test(the_page_says_its_encoding),
        cmocka_unit_test(the_header_goes_before_the_page),
        cmocka_unit_test(a_late_declaration_still_counts),
        cmocka_unit_test(latin_1_means_windows_1252),
        cmocka_unit_test(a_label_that_lies_is_not_believed),
        cmocka_unit_test(a_little_broken_utf_8_stays_utf_8),
        cmocka_unit_test(what_cannot_be_decoded_is_replaced),
        cmocka_unit_test(every_byte_decodes_in_every_encoding),
        cmocka_unit_test(labels_are_those_of_the_standard),
        cmocka_unit_test(every_family_of_encodings_is_read),
        cmocka_unit_test(utf_16_without_a_mark_needs_a_header),
        cmocka_unit_test(what_is_commented_out_declares_nothing),
        cmocka_unit_test(a_page_is_read_in_its_encoding),
        cmocka_unit_test(a_page_beyond_the_limit_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
