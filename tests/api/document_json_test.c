/* document_json_test.c: documents as JSON: what is read, what is mended, what is refused, and where an error points. */
#include "support.h"

static mp_status read(mp_text json, mp_owned_document *document, mp_error *error) {
    *error = (mp_error){.block = 99};
    return mp_document_from_json(json, NULL, document, error);
}

static void assert_text(mp_text actual, const char *expected) {
    assert_int_equal(actual.length, strlen(expected));
    assert_memory_equal(actual.bytes, expected, actual.length);
}

static void reads_all_members(void **state) {
    (void)state;
    mp_owned_document owned;
    mp_error error;
    const mp_text json =
        MP_TEXT("\n{\"id\": \"i\", \"url\": \"u\", \"lang\": \"de\", \"more\": {\"deep\": [1, true]}, \"blocks\": [\n"
                "{\"text\": \"a\\n\\u00e9\\ud83d\\ude00\"}, {\"text\": \"b\", \"kind\": \"embed\", \"links\": "
                "[{\"start\": 1, \"end\": 4000000000, \"href\": \"h\"}, {\"start\": 0, \"end\": 0}]}, "
                "{\"text\": \"\", \"links\": null}]}\r\n\t ");
    assert_int_equal(read(json, &owned, &error), MP_OK);
    const mp_document *document = &owned.document;
    assert_text(document->id, "i");
    assert_text(document->url, "u");
    assert_text(document->lang, "de");
    assert_int_equal(document->block_count, 3);
    assert_int_equal(document->blocks[0].kind, MP_BLOCK_PARAGRAPH);
    assert_text(document->blocks[0].text, "a\n\xC3\xA9\xF0\x9F\x98\x80");
    assert_int_equal(document->blocks[0].link_count, 0);
    assert_int_equal(document->blocks[1].kind, MP_BLOCK_EMBED);
    assert_int_equal(document->blocks[1].link_count, 2);
    assert_int_equal(document->blocks[1].links[0].start, 1);
    assert_int_equal(document->blocks[1].links[0].end, 4000000000u);
    assert_text(document->blocks[1].links[0].href, "h");
    assert_text(document->blocks[1].links[1].href, "");
    assert_text(document->blocks[2].text, "");
    mp_document_free(&owned);
    assert_null(owned.memory);
}

static void reads_every_kind(void **state) {
    (void)state;
    for (int kind = 0; kind < MP_BLOCK_KIND_COUNT; kind++) {
        char json[128];
        mp_owned_document owned;
        mp_error error;
        snprintf(json, sizeof json, "{\"blocks\": [{\"kind\": \"%s\", \"text\": \"x\"}]}",
                 mp_block_kind_name((mp_block_kind)kind));
        assert_int_equal(read(text_of(json), &owned, &error), MP_OK);
        assert_int_equal(owned.document.blocks[0].kind, kind);
        mp_document_free(&owned);
    }
}

#define REPLACED "\xEF\xBF\xBD"

/* What no text can hold becomes U+FFFD, one code unit, so that every offset stays. */
static void mends_escapes(void **state) {
    (void)state;
    static const struct {
        const char *escaped, *read;
    } cases[] = {
        {"a\\u0000b", "a" REPLACED "b"},          {"a\\ud800b", "a" REPLACED "b"},
        {"a\\udfffb", "a" REPLACED "b"},          {"\\ud800\\ud800\\udc00", REPLACED "\xF0\x90\x80\x80"},
        {"\\udc00\\ud800", REPLACED REPLACED},    {"\\uD83D\\uDE00", "\xF0\x9F\x98\x80"},
        {"\\ud83d\\\\ude00", REPLACED "\\ude00"}, {"\\\\u0000", "\\u0000"},
        {"\\\\\\u0000", "\\" REPLACED},           {"\\\"\\u0000\\\"", "\"" REPLACED "\""},
        {"\\uFFFE\\u0001", "\xEF\xBF\xBE\x01"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char json[128];
        mp_owned_document owned;
        mp_error error;
        snprintf(json, sizeof json, "{\"blocks\": [{\"text\": \"%s\"}]}", cases[i].escaped);
        const mp_status status = read(text_of(json), &owned, &error);
        if (status != MP_OK) print_error("%s: %s\n", cases[i].escaped, error.message);
        assert_int_equal(status, MP_OK);
        assert_text(owned.document.blocks[0].text, cases[i].read);
        mp_document_free(&owned);
    }
}

/* Bytes that are no UTF-8 are read as a browser reads them, a U+FFFD for each maximal ill-formed part. */
static void mends_bytes(void **state) {
    (void)state;
    mp_owned_document owned;
    mp_error error;
    const mp_text json =
        MP_TEXT("{\"blocks\": [{\"text\": \"a\xFF\xFE|\xE2\x82|\xF0\x9F\x98|\xED\xA0\x80|\xC0\xAF|\xE2\"}]}");
    assert_int_equal(read(json, &owned, &error), MP_OK);
    assert_text(owned.document.blocks[0].text, "a" REPLACED REPLACED "|" REPLACED "|" REPLACED
                                               "|" REPLACED REPLACED REPLACED "|" REPLACED REPLACED "|" REPLACED);
    mp_document_free(&owned);
}

static void passes_over_a_byte_order_mark(void **state) {
    (void)state;
    mp_owned_document owned;
    mp_error error;
    assert_int_equal(read(MP_TEXT("\xEF\xBB\xBF{\"blocks\": []}"), &owned, &error), MP_OK);
    assert_int_equal(owned.document.block_count, 0);
    mp_document_free(&owned);
}

/* JSON leaves it open which of two members of a name counts; the first does, here and in whatever is written later. */
static void takes_the_first_of_duplicate_keys(void **state) {
    (void)state;
    mp_owned_document owned;
    mp_error error;
    assert_int_equal(
        read(MP_TEXT("{\"id\": \"a\", \"id\": \"b\", \"blocks\": [{\"text\": \"c\", \"text\": 1}], \"blocks\": 2}"),
             &owned, &error),
        MP_OK);
    assert_text(owned.document.id, "a");
    assert_text(owned.document.blocks[0].text, "c");
    mp_document_free(&owned);
}

static void ignores_names_that_are_no_strings(void **state) {
    (void)state;
    mp_owned_document owned;
    mp_error error;
    assert_int_equal(read(MP_TEXT("{\"id\": 7, \"url\": [], \"lang\": null, \"blocks\": []}"), &owned, &error), MP_OK);
    assert_int_equal(owned.document.id.length + owned.document.url.length + owned.document.lang.length, 0);
    mp_document_free(&owned);
}

static void refuses(void **state) {
    (void)state;
    static const struct {
        const char *json;
        size_t line, column, block;
    } cases[] = {
        {"", 1, 1, SIZE_MAX},
        {"   ", 1, 3, SIZE_MAX},
        {"{\"blocks\": []", 1, 13, SIZE_MAX},
        {"{\"blocks\":\n [\n{\"text\": \"a}\n", 3, 11, SIZE_MAX},
        {"{\"blocks\": [], }", 1, 16, SIZE_MAX},
        {"{\"blocks\": []} x", 1, 16, SIZE_MAX},
        {"{\"blocks\": []}\n\n{\"blocks\": []}", 3, 1, SIZE_MAX},
        {"{\"blocks\": [{\"text\": \"\\u12G4\"}]}", 1, 23, SIZE_MAX},
        {"[]", 0, 0, SIZE_MAX},
        {"null", 0, 0, SIZE_MAX},
        {"\"text\"", 0, 0, SIZE_MAX},
        {"{}", 0, 0, SIZE_MAX},
        {"{\"blocks\": {}}", 0, 0, SIZE_MAX},
        {"{\"Blocks\": []}", 0, 0, SIZE_MAX},
        {"{\"blocks\": [{\"text\": \"\"}, 1]}", 0, 0, 1},
        {"{\"blocks\": [{}]}", 0, 0, 0},
        {"{\"blocks\": [{\"text\": 1}]}", 0, 0, 0},
        {"{\"blocks\": [{\"text\": null}]}", 0, 0, 0},
        {"{\"blocks\": [{\"text\": \"\", \"kind\": \"Paragraph\"}]}", 0, 0, 0},
        {"{\"blocks\": [{\"text\": \"\", \"kind\": \"\"}]}", 0, 0, 0},
        {"{\"blocks\": [{\"text\": \"\", \"kind\": 3}]}", 0, 0, 0},
        {"{\"blocks\": [{\"text\": \"\"}, {\"text\": \"\", \"links\": {}}]}", 0, 0, 1},
        {"{\"blocks\": [{\"text\": \"\", \"links\": [1]}]}", 0, 0, 0},
        {"{\"blocks\": [{\"text\": \"\", \"links\": [{\"start\": 0}]}]}", 0, 0, 0},
        {"{\"blocks\": [{\"text\": \"\", \"links\": [{\"start\": -1, \"end\": 0}]}]}", 0, 0, 0},
        {"{\"blocks\": [{\"text\": \"\", \"links\": [{\"start\": 0.5, \"end\": 1}]}]}", 0, 0, 0},
        {"{\"blocks\": [{\"text\": \"\", \"links\": [{\"start\": 0, \"end\": 1e300}]}]}", 0, 0, 0},
        {"{\"blocks\": [{\"text\": \"\", \"links\": [{\"start\": \"0\", \"end\": 1}]}]}", 0, 0, 0},
    };
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        mp_owned_document owned;
        mp_error error;
        const mp_status status = read(text_of(cases[i].json), &owned, &error);
        if (status == MP_ERROR_INPUT && error.status == status && error.message[0] != '\0' &&
            error.line == cases[i].line && error.column == cases[i].column && error.block == cases[i].block)
            continue;
        wrong++;
        mp_document_free(&owned);
        print_error("%s => status %d, line %zu, column %zu, block %zu: %s\n", cases[i].json, (int)status, error.line,
                    error.column, error.block, error.message);
    }
    assert_int_equal(wrong, 0);
}

static void refuses_a_nul_byte(void **state) {
    (void)state;
    mp_owned_document owned;
    mp_error error;
    assert_int_equal(read(MP_TEXT("{\"blocks\":\n [\0]}"), &owned, &error), MP_ERROR_INPUT);
    assert_int_equal(error.line, 2);
    assert_int_equal(error.column, 3);
}

/* Depth is refused, not recursed into until the stack ends. */
static void refuses_deep_nesting(void **state) {
    (void)state;
    const size_t depth = 1000000;
    char *json = malloc(2 * depth + 1);
    assert_non_null(json);
    memset(json, '[', depth);
    memset(json + depth, ']', depth);
    mp_owned_document owned;
    mp_error error;
    assert_int_equal(read((mp_text){json, 2 * depth}, &owned, &error), MP_ERROR_INPUT);
    assert_int_equal(error.line, 1);
    for (size_t i = 0; i < depth; i++) json[i] = "{\"\":["[i % 5];
    assert_int_equal(read((mp_text){json, depth}, &owned, &error), MP_ERROR_INPUT);
    free(json);
}

/* Every beginning of a document is refused, none read past its end (each is a copy of its own, for the sanitizer). */
static void refuses_every_beginning(void **state) {
    (void)state;
    const char whole[] =
        "{\"id\": \"\\u00e9\\ud83d\\ude00\", \"blocks\": [{\"text\": \"\\u0000x\", \"links\": [{\"start\": 0, "
        "\"end\": 1.5e1, \"href\": \"\"}], \"kind\": \"dek\"}]}";
    for (size_t length = 0; length < sizeof whole - 1; length++) {
        char *part = malloc(length + 1);
        assert_non_null(part);
        memcpy(part, whole, length);
        char *exact = realloc(part, length == 0 ? 1 : length);
        mp_owned_document owned;
        mp_error error;
        assert_int_equal(read((mp_text){exact, length}, &owned, &error), MP_ERROR_INPUT);
        free(exact);
    }
}

static void error_may_be_null(void **state) {
    (void)state;
    mp_owned_document owned;
    assert_int_equal(mp_document_from_json(MP_TEXT("{"), NULL, &owned, NULL), MP_ERROR_INPUT);
    assert_int_equal(mp_document_from_json(MP_TEXT("{\"blocks\": [1]}"), NULL, &owned, NULL), MP_ERROR_INPUT);
    assert_int_equal(mp_document_from_json((mp_text){NULL, 0}, NULL, &owned, NULL), MP_ERROR_INPUT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_all_members),
        cmocka_unit_test(reads_every_kind),
        cmocka_unit_test(mends_escapes),
        cmocka_unit_test(mends_bytes),
        cmocka_unit_test(passes_over_a_byte_order_mark),
        cmocka_unit_test(takes_the_first_of_duplicate_keys),
        cmocka_unit_test(ignores_names_that_are_no_strings),
        cmocka_unit_test(refuses),
        cmocka_unit_test(refuses_a_nul_byte),
        cmocka_unit_test(refuses_deep_nesting),
        cmocka_unit_test(refuses_every_beginning),
        cmocka_unit_test(error_may_be_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
