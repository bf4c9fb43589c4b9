/* memory_test.c: every allocation of every call fails once, alone and with all that follow; each time the call says so,
 * and leaves nothing behind. Runs under AddressSanitizer, which sees what the count does not. */
#include "support.h"

/* A call under test: MP_OK only where all of it was done; what it made it has freed. */
typedef mp_status (*operation)(mp_error *error);

/* Compiling patterns takes a great many allocations of the same few places: of so many, some are tried, spread evenly.
 * Where there are fewer, every one is. */
enum { most_failures = 300 };

static mp_report *report;

/* Writing this report takes every branch of the JSON. */
static const mp_signal report_signals[] = {{MP_SIGNAL_MAKER_SILENT, {1, 2, 3}, {1, 2, 3}},
                                           {MP_SIGNAL_CAVEATED, {1, 4, 5}, {1, 4, 5}}};
static const mp_text report_why[] = {MP_TEXT("One reason."), MP_TEXT("Another \"reason\".")};

static mp_status run_engine(mp_error *error) {
    mp_options options = MP_OPTIONS_DEFAULT;
    mp_engine *made = NULL;
    options.allocator = &counted_allocator;
    const mp_status status = mp_engine_new(&options, &made, error);
    if (status == MP_OK) mp_engine_free(made);
    return status;
}

static mp_status run_engine_with_pack(mp_error *error) {
    const mp_text pack = MP_TEXT("{\"id\": \"house\", \"version\": \"1\", \"makers\": [{\"id\": \"town\", \"name\": "
                                 "\"Town\", \"names\": [\"Town "
                                 "Hall\"], \"people\": [\"Jo Kim\"], \"handles\": [\"town\"]}], \"models\": [{\"id\": "
                                 "\"towny\", \"name\": \"Towny\", "
                                 "\"maker\": \"town\", \"names\": [\"Towny\"], \"handles\": [\"towny\"], \"accounts\": "
                                 "[\"town.example/towny\"]}], "
                                 "\"messages\": {\"x\": \"y\"}}");
    mp_options options = MP_OPTIONS_DEFAULT;
    mp_engine *made = NULL;
    options.allocator = &counted_allocator;
    options.packs = &pack;
    options.pack_count = 1;
    const mp_status status = mp_engine_new(&options, &made, error);
    if (status == MP_OK) mp_engine_free(made);
    return status;
}

static mp_status run_pack_check(mp_error *error) {
    const mp_text pack =
        MP_TEXT("{\"id\": \"house\", \"version\": \"1\", \"models\": [{\"id\": \"towny\", \"name\": \"Towny\", "
                "\"names\": [\"Towny\"], \"examples\": [\"Towny is down.\", \"Nobody is.\"]}], \"messages\": {\"x\": "
                "{\"text\": \"y\", \"counterexamples\": [\"“Sorry,” Towny said.\"]}}}");
    mp_options options = MP_OPTIONS_DEFAULT;
    mp_pack_report *made = NULL;
    options.allocator = &counted_allocator;
    options.only_packs = true;
    const mp_status status = mp_pack_check(pack, &options, &made, error);
    if (status == MP_OK) mp_pack_report_free(made);
    return status;
}

static mp_status run_pack_check_of_misshapen(mp_error *error) {
    const mp_text pack = MP_TEXT("{\"id\": \"House\", \"cues\": [{\"forms\": [\"a\", \"a\"], \"takes\": [\"b\"]}]}");
    mp_options options = MP_OPTIONS_DEFAULT;
    mp_pack_report *made = NULL;
    options.allocator = &counted_allocator;
    const mp_status status = mp_pack_check(pack, &options, &made, error);
    if (status == MP_OK) mp_pack_report_free(made);
    return status;
}

/* With an engine of its own: one that has checked before has its patterns compiled. */
static mp_status check(bool all_quotes, mp_error *error) {
    const mp_check_options options = {.all_quotes = all_quotes, .notes = all_quotes};
    mp_options engine_options = MP_OPTIONS_DEFAULT;
    mp_engine *engine = NULL;
    mp_report *made = NULL;
    engine_options.allocator = &counted_allocator;
    mp_status status = mp_engine_new(&engine_options, &engine, error);
    if (status == MP_OK) status = mp_check(engine, &telling_document, &options, &made, error);
    if (status == MP_OK) mp_report_free(made);
    mp_engine_free(engine);
    return status;
}

static mp_status run_check(mp_error *error) { return check(false, error); }

static mp_status run_check_of_all_quotes(mp_error *error) { return check(true, error); }

static bool take_line(void *context, mp_text line) {
    size_t *bytes = context;
    *bytes += line.length;
    return true;
}

static mp_status run_explain(mp_error *error) {
    mp_options options = MP_OPTIONS_DEFAULT;
    mp_engine *engine = NULL;
    size_t bytes = 0;
    options.allocator = &counted_allocator;
    mp_status status = mp_engine_new(&options, &engine, error);
    if (status == MP_OK) status = mp_explain(engine, &telling_document, take_line, &bytes, error);
    mp_engine_free(engine);
    return status;
}

static mp_status run_document(mp_error *error) {
    const mp_text json =
        MP_TEXT("{\"id\": \"a\", \"url\": \"b\", \"lang\": \"en\", \"other\": [1, {\"x\": null}], \"blocks\": ["
                "{\"kind\": \"headline\", \"text\": \"\\u00e9\\u0000\\ud800\", \"links\": [{\"start\": 0, "
                "\"end\": 1, \"href\": \"c\"}]}, {\"text\": \"\xFF\"}]}");
    mp_owned_document document;
    const mp_status status = mp_document_from_json(json, &counted_allocator, &document, error);
    if (status == MP_OK) mp_document_free(&document);
    return status;
}

static mp_status run_report(mp_error *error) {
    char *json = NULL;
    size_t length = 0;
    const mp_status status = mp_report_to_json(report, &json, &length, error);
    if (status == MP_OK) mp_json_free(report, json);
    return status;
}

/* An article with all that a page may bring: metadata, a script of linked data, links, an embedded post. */
static size_t page_nodes(mp_node *nodes) {
    static const mp_attribute body[] = {{MP_TEXT("class"), MP_TEXT("article-body")}};
    static const mp_attribute link[] = {{MP_TEXT("href"), MP_TEXT("../x")},
                                        {MP_TEXT("class"), MP_TEXT("twitter-tweet")}};
    static const mp_attribute meta[] = {{MP_TEXT("property"), MP_TEXT("og:type")},
                                        {MP_TEXT("content"), MP_TEXT("article")}};
    static const mp_attribute script[] = {{MP_TEXT("type"), MP_TEXT("application/ld+json")}};
    const mp_text data =
        MP_TEXT("{\"@type\": \"NewsArticle\", \"headline\": \"Grok \\u00e9\", \"author\": [{\"name\": \"Jo\"}]}");
    const mp_text text = MP_TEXT("Grok said on Tuesday that it was sorry, and then it said more than that. ");
    const mp_node close = {.kind = MP_NODE_CLOSE};
    size_t count = 0;
    nodes[count++] = (mp_node){.kind = MP_NODE_OPEN, .name = MP_TEXT("html")};
    nodes[count++] = (mp_node){.kind = MP_NODE_OPEN, .name = MP_TEXT("meta"), .attributes = meta, .attribute_count = 2};
    nodes[count++] = close;
    nodes[count++] =
        (mp_node){.kind = MP_NODE_OPEN, .name = MP_TEXT("script"), .attributes = script, .attribute_count = 1};
    nodes[count++] = (mp_node){.kind = MP_NODE_TEXT, .text = data};
    nodes[count++] = close;
    nodes[count++] =
        (mp_node){.kind = MP_NODE_OPEN, .name = MP_TEXT("article"), .attributes = body, .attribute_count = 1};
    for (uint32_t i = 0; i < 10; i++) {
        nodes[count++] = (mp_node){.kind = MP_NODE_OPEN, .name = i % 3 == 2 ? MP_TEXT("blockquote") : MP_TEXT("p")};
        nodes[count++] = (mp_node){.kind = MP_NODE_TEXT, .text = text, .source = 2 * i + 1};
        nodes[count++] =
            (mp_node){.kind = MP_NODE_OPEN, .name = MP_TEXT("a"), .attributes = link, .attribute_count = 2};
        nodes[count++] = (mp_node){.kind = MP_NODE_TEXT, .text = text, .source = 2 * i + 2};
        nodes[count++] = close;
        nodes[count++] = close;
    }
    return count;
}

static mp_status run_page(mp_error *error) {
    mp_node nodes[80];
    const size_t count = page_nodes(nodes);
    const mp_page_options options = {.anyway = true};
    mp_page page;
    const mp_status status =
        mp_page_read(nodes, count, MP_TEXT("https://example.org/a"), &options, &counted_allocator, &page, error);
    if (status == MP_OK) mp_page_free(&page);
    return status;
}

/* Runs once with the allocation `fail_at` failing. */
static mp_status run_failing(operation run, size_t fail_at, bool fail_on, mp_error *error) {
    *error = (mp_error){0};
    memory.calls = 0;
    memory.fail_at = fail_at;
    memory.fail_on = fail_on;
    const mp_status status = run(error);
    memory.fail_at = 0;
    return status;
}

static void fail_each(operation run) {
    mp_error error;
    assert_int_equal(run_failing(run, 0, false, &error), MP_OK);
    const size_t total = memory.calls;
    const size_t step = total / most_failures + 1;
    const long live = memory.live;
    assert_true(total > 0);

    for (size_t n = 1; n <= total; n += step) {
        for (int fail_on = 0; fail_on < 2; fail_on++) {
            const mp_status status = run_failing(run, n, fail_on != 0, &error);
            if (status != MP_ERROR_MEMORY) print_error("allocation %zu of %zu: status %d\n", n, total, (int)status);
            assert_int_equal(status, MP_ERROR_MEMORY);
            assert_int_equal(error.status, MP_ERROR_MEMORY);
            assert_true(error.message[0] != '\0');
            assert_int_equal(memory.live, live);
        }
    }
    assert_int_equal(run_failing(run, 0, false, &error), MP_OK);
    assert_int_equal(memory.live, live);
}

static void engine_new_survives(void **state) {
    (void)state;
    fail_each(run_engine);
}

static void engine_new_with_pack_survives(void **state) {
    (void)state;
    fail_each(run_engine_with_pack);
}

static void pack_check_survives(void **state) {
    (void)state;
    fail_each(run_pack_check);
    fail_each(run_pack_check_of_misshapen);
}

static void check_survives(void **state) {
    (void)state;
    fail_each(run_check);
}

static void check_of_all_quotes_survives(void **state) {
    (void)state;
    fail_each(run_check_of_all_quotes);
}

static void explain_survives(void **state) {
    (void)state;
    fail_each(run_explain);
}

static void document_from_json_survives(void **state) {
    (void)state;
    fail_each(run_document);
}

static void report_to_json_survives(void **state) {
    (void)state;
    const mp_finding findings[] = {
        {.place = {1, 2, 3},
         .quote = MP_TEXT("so"),
         .speaker = {.id = MP_TEXT("grok"), .name = MP_TEXT("Grok"), .maker = MP_TEXT("xAI"), .has_mention = true},
         .has_cue = true,
         .act = MP_ACT_APOLOGY,
         .level = MP_LEVEL_ALERT,
         .confidence = 0.93,
         .signals = report_signals,
         .signal_count = 2,
         .rule = MP_TEXT("said"),
         .why = report_why,
         .why_count = 2}};
    const mp_quote quotes[] = {
        {.place = {0, 1, 2}},
        {.place = {1, 2, 3}, .has_speaker = true, .speaker_text = MP_TEXT("Jo"), .has_cue = true}};
    mp_report made = {.id = MP_TEXT("a"),
                      .lang = MP_TEXT("en"),
                      .version = MP_TEXT(MP_VERSION),
                      .rules = MP_TEXT("en 1"),
                      .counts = {0, 0, 1},
                      .findings = findings,
                      .finding_count = 1,
                      .quotes = quotes,
                      .quote_count = 2,
                      .has_quotes = true};
    report = &made;
    fail_each(run_report);
}

static void page_read_survives(void **state) {
    (void)state;
    fail_each(run_page);
}

static int count_memory(void **state) {
    (void)state;
    count_json_memory();
    return 0;
}

static int find_nothing_left(void **state) {
    (void)state;
    return memory.live == 0 ? 0 : -1;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(engine_new_survives),
        cmocka_unit_test(engine_new_with_pack_survives),
        cmocka_unit_test(pack_check_survives),
        cmocka_unit_test(check_survives),
        cmocka_unit_test(check_of_all_quotes_survives),
        cmocka_unit_test(document_from_json_survives),
        cmocka_unit_test(report_to_json_survives),
        cmocka_unit_test(page_read_survives),
        cmocka_unit_test(explain_survives),
    };
    return cmocka_run_group_tests(tests, count_memory, find_nothing_left);
}
