/* engine_test.c: engines and checks through the public calls: packs, limits, hostile documents, and threads that share
 * an engine. What is a finding is tested elsewhere. */
#include "support.h"

#include <pthread.h>

static mp_engine *engine;

static mp_status engine_with_pack(const char *pack, mp_engine **made, mp_error *error) {
    const mp_text text = text_of(pack);
    mp_options options = MP_OPTIONS_DEFAULT;
    options.packs = &text;
    options.pack_count = 1;
    *error = (mp_error){0};
    return mp_engine_new(&options, made, error);
}

/* The report's JSON, to be released by free_json. */
static char *check_to_json(const mp_engine *with, const mp_document *document) {
    const mp_check_options options = {.all_quotes = true};
    mp_report *report = NULL;
    mp_error error = {0};
    char *json = NULL, *copy;
    size_t length;
    const mp_status status = mp_check(with, document, &options, &report, &error);
    if (status != MP_OK) print_error("mp_check: %s\n", error.message);
    assert_int_equal(status, MP_OK);
    assert_int_equal(mp_report_to_json(report, &json, &length, &error), MP_OK);
    copy = malloc(length + 1);
    assert_non_null(copy);
    memcpy(copy, json, length + 1);
    mp_json_free(report, json);
    mp_report_free(report);
    return copy;
}

static mp_report *check_one_block(mp_text text) {
    const mp_block block = {.kind = MP_BLOCK_PARAGRAPH, .text = text};
    const mp_document document = {.blocks = &block, .block_count = 1};
    mp_report *report = NULL;
    mp_error error = {0};
    assert_int_equal(mp_check(engine, &document, NULL, &report, &error), MP_OK);
    return report;
}

/* ---- Reports ----------------------------------------------------------------------------------------------------- */

static void finds_a_model(void **state) {
    (void)state;
    mp_report *report = NULL;
    mp_error error = {0};
    assert_int_equal(mp_check(engine, &telling_document, NULL, &report, &error), MP_OK);
    assert_true(report->finding_count > 0);
    assert_false(report->has_quotes);
    assert_int_equal(report->counts[0] + report->counts[1] + report->counts[2], report->finding_count);
    assert_string_equal(report->version.bytes, MP_VERSION);
    assert_int_equal(report->id.length, 7);
    mp_report_free(report);
}

/* A document in a language, told as it tells itself; whether it was read. */
static bool is_read(const char *lang, const char *text, size_t *findings) {
    const mp_block block = {.kind = MP_BLOCK_PARAGRAPH, .text = text_of(text)};
    const mp_document document = {.lang = text_of(lang), .blocks = &block, .block_count = 1};
    mp_report *report = NULL;
    mp_error error = {0};
    assert_int_equal(mp_check(engine, &document, NULL, &report, &error), MP_OK);
    const bool read = !report->unread;
    assert_memory_equal(report->lang.bytes, lang, strlen(lang));
    *findings = report->finding_count;
    mp_report_free(report);
    return read;
}

/* Templates say wrong languages: plain English is read whatever it calls itself; a few words are not enough for that. */
static void reads_what_is_plainly_english(void **state) {
    (void)state;
    static const char english[] =
        "The chatbot Grok has apologised after it called the mayor of the town a fraud in dozens of posts on Tuesday. "
        "“I deeply regret the harm that these posts have caused to her and to the town,” Grok wrote in reply to a user "
        "on Wednesday, as the council met to talk about what it could do, and about who would have to pay for it.";
    static const char german[] =
        "Der Chatbot Grok hat sich am Dienstag entschuldigt, nachdem er die Bürgermeisterin in Dutzenden Beiträgen "
        "eine "
        "Betrügerin genannt hatte. „Ich bedaure den Schaden zutiefst“, schrieb Grok einem Nutzer am Mittwoch, als der "
        "Rat in Halden tagte, um zu bereden, was man in einer solchen Lage tun kann und wer am Ende dafür zahlt.";
    size_t findings;
    assert_true(is_read("en", english, &findings) && findings > 0);
    assert_true(is_read("de", english, &findings) && findings > 0);
    assert_false(is_read("de", german, &findings) || findings > 0);
    assert_true(is_read("en", german, &findings)); /* what it says holds where the text does not tell */
    assert_false(is_read("de", "“No,” Grok said.", &findings));
    assert_true(is_read("de", "Der Rat tagt am Dienstag.", &findings)); /* no model, nothing to look for */
}

static void report_outlives_document_and_engine(void **state) {
    (void)state;
    mp_engine *own = shipped_engine(NULL);
    char text[] = "Grok apologised for the posts on Tuesday.";
    const mp_block block = {.kind = MP_BLOCK_PARAGRAPH, .text = text_of(text)};
    char id[] = "an id";
    const mp_document document = {.id = text_of(id), .blocks = &block, .block_count = 1};
    mp_report *report = NULL;
    mp_error error = {0};
    assert_int_equal(mp_check(own, &document, NULL, &report, &error), MP_OK);
    memset(text, 'x', sizeof text - 1);
    memset(id, 'x', sizeof id - 1);
    mp_engine_free(own);
    assert_int_equal(report->finding_count, 1);
    const mp_finding *finding = &report->findings[0];
    assert_int_equal(finding->quote.length, finding->place.end - finding->place.start);
    assert_memory_equal(finding->quote.bytes, "apologised for the posts", 24);
    assert_memory_equal(report->id.bytes, "an id", 5);
    assert_memory_equal(finding->speaker.id.bytes, "grok", 4);
    mp_report_free(report);
}

static void free_takes_null(void **state) {
    (void)state;
    mp_engine_free(NULL);
    mp_report_free(NULL);
}

static void empty_document_has_a_report(void **state) {
    (void)state;
    const mp_document document = {0};
    char *json = check_to_json(engine, &document);
    assert_non_null(strstr(json, "\"findings\":[],\"quotes\":[]"));
    free(json);
}

/* ---- Packs ------------------------------------------------------------------------------------------------------- */

static void pack_adds_a_model(void **state) {
    (void)state;
    mp_engine *own = NULL;
    mp_error error;
    const mp_status status = engine_with_pack(
        "{\"id\": \"house\", \"version\": \"7\", \"makers\": [{\"id\": \"town-hall\", \"name\": \"Town Hall\"}], "
        "\"models\": "
        "[{\"id\": \"towny\", \"name\": \"Towny\", \"maker\": \"town-hall\", \"names\": [\"Towny\"]}]}",
        &own, &error);
    if (status != MP_OK) print_error("%s\n", error.message);
    assert_int_equal(status, MP_OK);
    const mp_block block = {.kind = MP_BLOCK_PARAGRAPH, .text = MP_TEXT("Towny apologised for the posts.")};
    const mp_document document = {.blocks = &block, .block_count = 1};
    char *json = check_to_json(own, &document);
    assert_non_null(strstr(json, "\"id\":\"towny\",\"name\":\"Towny\",\"maker\":\"Town Hall\""));
    assert_non_null(strstr(json, ", house 7\""));
    free(json);
    char *without = check_to_json(engine, &document);
    assert_null(strstr(without, "towny"));
    free(without);
    mp_engine_free(own);
}

static void refuses_bad_packs(void **state) {
    (void)state;
    static const char *const packs[] = {
        "",
        "{",
        "[]",
        "7",
        "{} {}",
        "{\"version\": \"1\"}",
        "{\"id\": \"x\"}",
        "{\"id\": 1, \"version\": \"1\"}",
        "{\"id\": \"x\", \"version\": \"1\", \"models\": {}}",
        "{\"id\": \"x\", \"version\": \"1\", \"models\": [1]}",
        "{\"id\": \"x\", \"version\": \"1\", \"models\": [{\"id\": \"y\"}]}",
        "{\"id\": \"x\", \"version\": \"1\", \"models\": [{\"id\": \"y\", \"name\": \"Y\", \"maker\": \"nobody\"}]}",
        "{\"id\": \"x\", \"version\": \"1\", \"models\": [{\"id\": \"y\", \"name\": \"Y\", \"names\": \"Y\"}]}",
        "{\"id\": \"x\", \"version\": \"1\", \"models\": [{\"id\": \"y\", \"name\": \"Y\", \"names\": [\"\"]}]}",
        "{\"id\": \"x\", \"version\": \"1\", \"models\": [{\"id\": \"y\", \"name\": \"Y\", \"handles\": [1]}]}",
        "{\"id\": \"x\", \"version\": \"1\", \"models\": [{\"id\": \"y\", \"name\": \"Y\", \"handles\": \"y\"}]}",
        "{\"id\": \"x\", \"version\": \"1\", \"models\": [{\"id\": \"y\", \"name\": \"Y\", \"accounts\": \"y\"}]}",
        "{\"id\": \"x\", \"version\": \"1\", \"cues\": [{\"lemma\": \"say\", \"takes\": [\"nothing\"]}]}",
        "{\"id\": \"x\", \"version\": \"1\", \"cues\": [{\"lemma\": \"say\", \"act\": \"nothing\"}]}",
        "{\"id\": \"x\", \"version\": \"1\", \"cues\": [{\"lemma\": \"say\", \"forms\": [1]}]}",
        "{\"id\": \"x\", \"version\": \"1\", \"words\": {\"no-such-class\": []}}",
        "{\"id\": \"x\", \"version\": \"1\", \"patterns\": [{\"id\": \"p\", \"means\": \"prompt\", \"pattern\": "
        "\"(\"}]}",
        "{\"id\": \"x\", \"version\": \"1\", \"patterns\": [{\"id\": \"p\", \"means\": \"nothing\", \"pattern\": "
        "\"a\"}]}",
        "{\"id\": \"x\", \"version\": \"1\", \"patterns\": [{\"id\": \"p\", \"pattern\": \"a\"}]}",
        "{\"id\": \"x\", \"version\": \"1\", \"messages\": {\"m\": 1}}",
    };
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof packs / sizeof *packs; i++) {
        mp_engine *made = NULL;
        mp_error error;
        const mp_status status = engine_with_pack(packs[i], &made, &error);
        if (status == MP_OK) mp_engine_free(made);
        if (status == MP_ERROR_RULES && error.status == status && error.message[0] != '\0') continue;
        wrong++;
        print_error("%s => status %d\n", packs[i], (int)status);
    }
    assert_int_equal(wrong, 0);
}

/* The message names the pack, counted from 1, and the entry. */
static void error_names_pack_and_entry(void **state) {
    (void)state;
    const mp_text packs[] = {
        MP_TEXT("{\"id\": \"good\", \"version\": \"1\"}"),
        MP_TEXT("{\"id\": \"bad\", \"version\": \"1\", \"models\": [{\"id\": \"towny\", \"name\": \"Towny\", "
                "\"maker\": \"nobody-known\"}]}")};
    mp_options options = MP_OPTIONS_DEFAULT;
    mp_engine *made = NULL;
    mp_error error = {0};
    options.packs = packs;
    options.pack_count = 2;
    assert_int_equal(mp_engine_new(&options, &made, &error), MP_ERROR_RULES);
    if (strstr(error.message, "pack 2") == NULL) print_error("%s\n", error.message);
    assert_non_null(strstr(error.message, "pack 2"));
    assert_non_null(strstr(error.message, "nobody-known"));
}

/* ---- Limits and hostile documents -------------------------------------------------------------------------------- */

static void refuses_what_is_beyond_the_limits(void **state) {
    (void)state;
    const mp_block blocks[3] = {{.text = MP_TEXT("abcd")}, {.text = MP_TEXT("efgh")}, {.text = MP_TEXT("i")}};
    mp_options options = MP_OPTIONS_DEFAULT;
    mp_engine *small = NULL;
    mp_report *report = NULL;
    mp_error error = {0};
    options.max_blocks = 2;
    options.max_bytes = 8;
    assert_int_equal(mp_engine_new(&options, &small, &error), MP_OK);
    mp_document document = {.blocks = blocks, .block_count = 2};
    assert_int_equal(mp_check(small, &document, NULL, &report, &error), MP_OK);
    mp_report_free(report);
    document.block_count = 3;
    assert_int_equal(mp_check(small, &document, NULL, &report, &error), MP_ERROR_LIMIT);
    assert_int_equal(error.status, MP_ERROR_LIMIT);
    document.blocks = blocks + 1;
    document.block_count = 2;
    assert_int_equal(mp_check(small, &document, NULL, &report, &error), MP_OK);
    mp_report_free(report);
    const mp_block long_block = {.text = MP_TEXT("123456789")};
    document = (mp_document){.blocks = &long_block, .block_count = 1};
    assert_int_equal(mp_check(small, &document, NULL, &report, &error), MP_ERROR_LIMIT);
    assert_int_equal(mp_check(small, &document, NULL, &report, NULL), MP_ERROR_LIMIT);
    mp_engine_free(small);
}

/* `part` over and over, `bytes` long, as one block; every finding stays inside it. */
static void check_repeated(const char *part, size_t bytes) {
    const size_t part_length = strlen(part);
    char *text = malloc(bytes);
    assert_non_null(text);
    for (size_t i = 0; i < bytes; i++) text[i] = part[i % part_length];
    mp_report *report = check_one_block((mp_text){text, bytes});
    for (size_t i = 0; i < report->finding_count; i++) {
        assert_true(report->findings[i].place.start < report->findings[i].place.end);
        assert_true(report->findings[i].place.end <= bytes);
    }
    mp_report_free(report);
    free(text);
}

/* Ordinary text, so that the step for each finding does not hide the steps for each byte. */
static void survives_ten_megabytes_in_one_block(void **state) {
    (void)state;
    const mp_text first = MP_TEXT("Grok apologised for the posts. ");
    const mp_text part = MP_TEXT("The mayor said that the road was closed. “Yes,” she told the council on Monday. ");
    const size_t count = (10u << 20) / part.length, length = first.length + count * part.length;
    char *text = malloc(length);
    assert_non_null(text);
    memcpy(text, first.bytes, first.length);
    for (size_t i = 0; i < count; i++) memcpy(text + first.length + i * part.length, part.bytes, part.length);
    mp_report *report = check_one_block((mp_text){text, length});
    assert_int_equal(report->finding_count, 1);
    mp_report_free(report);
    free(text);
}

static void survives_repetition(void **state) {
    (void)state;
    static const char *const parts[] = {"\"",
                                        "“",
                                        "”",
                                        "'",
                                        "‘",
                                        "\" ",
                                        "“Grok said “",
                                        "Grok ",
                                        "Grok, ",
                                        "it ",
                                        "said ",
                                        "Grok said ",
                                        "Grok's ",
                                        "@grok ",
                                        "said Grok, ",
                                        "(",
                                        "[",
                                        "-",
                                        ".",
                                        "...",
                                        "\n",
                                        "\r\n",
                                        "\xC2\xA0",
                                        "\xCC\x81",
                                        "😀",
                                        "\xFF",
                                        "\xE2\x80",
                                        "\xF0\x9F",
                                        "\xED\xA0\x80",
                                        "a",
                                        "A.",
                                        "Grok said that ",
                                        "\xC2\xAD",
                                        "\xE2\x80\x8B",
                                        "Mr. ",
                                        "if Grok ",
                                        "according to ",
                                        "xAI did not respond ",
                                        "asked ",
                                        "it said it said "};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) check_repeated(parts[i], 200000);
}

static void survives_nul_and_broken_text(void **state) {
    (void)state;
    const mp_text text = MP_TEXT("\0Grok said it was \0 sorry. \xE2\x80\x9CNo,\0\" said \xFF\xE2\x80Grok\xF0\x9F\x98");
    mp_report *report = check_one_block(text);
    for (size_t i = 0; i < report->finding_count; i++) assert_true(report->findings[i].place.end <= text.length);
    mp_report_free(report);
    mp_report_free(check_one_block((mp_text){NULL, 0}));
}

static void survives_a_hundred_thousand_blocks(void **state) {
    (void)state;
    enum { count = 100000 };
    mp_block *blocks = calloc(count, sizeof *blocks);
    assert_non_null(blocks);
    for (size_t i = 0; i < count; i++) {
        blocks[i].kind = (mp_block_kind)(i % MP_BLOCK_KIND_COUNT);
        blocks[i].text = i % 3 == 0 ? MP_TEXT("Grok said it was sorry.") : i % 3 == 1 ? MP_TEXT("“Open") : MP_TEXT("");
    }
    const mp_document document = {.blocks = blocks, .block_count = count};
    mp_report *report = NULL;
    mp_error error = {0};
    assert_int_equal(mp_check(engine, &document, NULL, &report, &error), MP_OK);
    mp_report_free(report);
    free(blocks);
}

/* One bad link says nothing; the rest of the document is not to blame. */
static void survives_absurd_links(void **state) {
    (void)state;
    const mp_link links[] = {{SIZE_MAX, 0, {NULL, 0}},
                             {5, 2, MP_TEXT("https://x.com/grok")},
                             {0, SIZE_MAX, MP_TEXT("https://x.com/grok")},
                             {SIZE_MAX - 1, SIZE_MAX, MP_TEXT("x.com/grok\0\xFF")}};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        const mp_block blocks[] = {
            {.text = MP_TEXT("Before.")},
            {.text = MP_TEXT("“We are sorry,” xAI wrote."), .links = &links[i], .link_count = 1}};
        const mp_document document = {.blocks = blocks, .block_count = 2};
        mp_report *report = NULL;
        mp_error error = {0};
        assert_int_equal(mp_check(engine, &document, NULL, &report, &error), MP_OK);
        mp_report_free(report);
    }
}

static void takes_links_with_any_address(void **state) {
    (void)state;
    const mp_link links[] = {
        {0, 0, {NULL, 0}}, {1, 9, MP_TEXT("x.com/grok\0\xFF")}, {16, 19, MP_TEXT("https://x.com/grok")}};
    const mp_block block = {.text = MP_TEXT("“We are sorry,” xAI wrote."), .links = links, .link_count = 3};
    const mp_document document = {.blocks = &block, .block_count = 1};
    free(check_to_json(engine, &document));
}

/* ---- Threads ----------------------------------------------------------------------------------------------------- */

enum { thread_count = 4, checks_a_thread = 25 };

static const char *expected_json;

/* Plain comparisons: cmocka's assertions belong to the first thread. */
static void *check_often(void *failed) {
    const mp_check_options options = {.all_quotes = true};
    *(bool *)failed = true;
    for (int i = 0; i < checks_a_thread; i++) {
        mp_report *report = NULL;
        char *json = NULL;
        size_t length;
        if (mp_check(engine, &telling_document, &options, &report, NULL) != MP_OK) return NULL;
        const bool same = mp_report_to_json(report, &json, &length, NULL) == MP_OK && strcmp(json, expected_json) == 0;
        mp_json_free(report, json);
        mp_report_free(report);
        if (!same) return NULL;
    }
    *(bool *)failed = false;
    return NULL;
}

static void threads_share_an_engine(void **state) {
    (void)state;
    pthread_t threads[thread_count];
    bool failed[thread_count];
    char *expected = check_to_json(engine, &telling_document);
    expected_json = expected;
    for (int i = 0; i < thread_count; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, check_often, &failed[i]), 0);
    for (int i = 0; i < thread_count; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_false(failed[i]);
    }
    free(expected);
}

static int make_engine(void **state) {
    (void)state;
    engine = shipped_engine(NULL);
    return 0;
}

static int free_engine(void **state) {
    (void)state;
    mp_engine_free(engine);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_a_model),
        cmocka_unit_test(reads_what_is_plainly_english),
        cmocka_unit_test(report_outlives_document_and_engine),
        cmocka_unit_test(free_takes_null),
        cmocka_unit_test(empty_document_has_a_report),
        cmocka_unit_test(pack_adds_a_model),
        cmocka_unit_test(refuses_bad_packs),
        cmocka_unit_test(error_names_pack_and_entry),
        cmocka_unit_test(refuses_what_is_beyond_the_limits),
        cmocka_unit_test(survives_ten_megabytes_in_one_block),
        cmocka_unit_test(survives_repetition),
        cmocka_unit_test(survives_nul_and_broken_text),
        cmocka_unit_test(survives_a_hundred_thousand_blocks),
        cmocka_unit_test(survives_absurd_links),
        cmocka_unit_test(takes_links_with_any_address),
        cmocka_unit_test(threads_share_an_engine),
    };
    return cmocka_run_group_tests(tests, make_engine, free_engine);
}
