/* shipped_test.c: the shipped rules in their tables do what the pack's JSON does that they were made from: the same
 * reports, byte for byte, over all gold documents; alone, and with a pack on top that replaces and adds. */
#include "support.h"

enum { most_bytes = 8 << 20 };

static char *read_file(const char *name, size_t *length) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", MOUTHPIECE_TESTS, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL) print_error("cannot open %s\n", path);
    assert_non_null(file);
    char *bytes = malloc(most_bytes);
    assert_non_null(bytes);
    *length = fread(bytes, 1, most_bytes, file);
    assert_in_range(*length, 1, most_bytes - 1);
    fclose(file);
    return bytes;
}

static mp_engine *engine_of(const mp_text *packs, size_t count, bool only_packs) {
    mp_options options = MP_OPTIONS_DEFAULT;
    mp_engine *engine = NULL;
    mp_error error = {0};
    options.packs = packs;
    options.pack_count = count;
    options.only_packs = only_packs;
    if (mp_engine_new(&options, &engine, &error) != MP_OK) fail_msg("%s", error.message);
    return engine;
}

static char *report_of(const mp_engine *engine, const mp_document *document, mp_report **report) {
    const mp_check_options all = {.all_quotes = true, .notes = true};
    mp_error error = {0};
    char *json = NULL;
    size_t length = 0;
    assert_int_equal(mp_check(engine, document, &all, report, &error), MP_OK);
    assert_int_equal(mp_report_to_json(*report, &json, &length, &error), MP_OK);
    return json;
}

/* Returns how many findings there were. */
static size_t compare_on(const mp_engine *one, const mp_engine *other, mp_text line) {
    mp_owned_document owned;
    mp_error error = {0};
    mp_report *reports[2];
    assert_int_equal(mp_document_from_json(line, NULL, &owned, &error), MP_OK);
    char *first = report_of(one, &owned.document, &reports[0]);
    char *second = report_of(other, &owned.document, &reports[1]);
    assert_string_equal(first, second);
    const size_t count = reports[0]->finding_count;
    mp_json_free(reports[0], first);
    mp_json_free(reports[1], second);
    mp_report_free(reports[0]);
    mp_report_free(reports[1]);
    mp_document_free(&owned);
    return count;
}

static void compare_over(const mp_engine *one, const mp_engine *other, const char *const *names, size_t name_count) {
    size_t findings = 0;
    for (size_t i = 0; i < name_count; i++) {
        size_t length;
        char *bytes = read_file(names[i], &length);
        for (size_t at = 0; at < length;) {
            const char *end = memchr(bytes + at, '\n', length - at);
            const size_t line = end == NULL ? length - at : (size_t)(end - bytes) - at;
            if (line > 0) findings += compare_on(one, other, (mp_text){bytes + at, line});
            at += line + 1;
        }
        free(bytes);
    }
    assert_true(findings > 100 * name_count / 12);
}

static const char *const gold[] = {"gold/dev-en.jsonl",  "gold/dev-en-2.jsonl", "gold/held-a.jsonl",
                                   "gold/held-b.jsonl",  "gold/train-a.jsonl",  "gold/train-b.jsonl",
                                   "gold/train-c.jsonl", "gold/train-d.jsonl",  "gold/train-e.jsonl",
                                   "gold/train-f.jsonl", "gold/train-g.jsonl",  "gold/train-s.jsonl"};

static void tables_and_json_say_the_same(void **state) {
    (void)state;
    size_t length;
    char *bytes = read_file("../core/rules/en.json", &length);
    const mp_text pack = {bytes, length};
    mp_engine *tables = engine_of(NULL, 0, false), *json = engine_of(&pack, 1, true);
    compare_over(tables, json, gold, sizeof gold / sizeof *gold);
    mp_engine_free(tables);
    mp_engine_free(json);
    free(bytes);
}

/* Every kind of rule: an old id anew, and a new one; words that the tables know, and words that they do not. */
static void a_pack_changes_both_alike(void **state) {
    (void)state;
    const mp_text pack =
        MP_TEXT("{\"id\": \"house\", \"version\": \"2\", \"least_alert_confidence\": 0.4, "
                "\"makers\": [{\"id\": \"xai\", \"name\": \"the firm\", \"names\": [\"xAI\", \"Zorblatt Ltd\"]}], "
                "\"models\": [{\"id\": \"zorb\", \"name\": \"Zorb\", \"maker\": \"xai\", \"names\": [\"Zorb\"]}, "
                "{\"id\": \"grok\", \"name\": \"GROK\", \"maker\": \"xai\", \"names\": [\"Grok\", \"Grok of old\"]}], "
                "\"cues\": [{\"lemma\": \"say\", \"forms\": [\"say\", \"says\", \"said\", \"zorbed\"], \"takes\": "
                "[\"quote\"]}], "
                "\"words\": {\"model\": [\"talking toaster\"], \"person\": [\"toaster\"]}, "
                "\"patterns\": [{\"id\": \"declined\", \"means\": \"silence\", \"at\": [\"declined\"], \"pattern\": "
                "\"declined\"}], \"topics\": {\"toast\": [\"bread\", \"said\"]}, "
                "\"weights\": {\"role\": {\"inside:toast\": [100, 0, -100]}}}");
    size_t length;
    char *bytes = read_file("../core/rules/en.json", &length);
    const mp_text both[] = {{bytes, length}, pack};
    mp_engine *tables = engine_of(&pack, 1, false), *json = engine_of(both, 2, true),
              *plain = engine_of(NULL, 0, false);
    compare_over(tables, json, gold, 4);
    mp_report *report;
    const mp_block block = {.kind = MP_BLOCK_PARAGRAPH,
                            .text = MP_TEXT("\"I am sorry for the bread,\" Zorb zorbed on Monday.")};
    const mp_document document = {.lang = MP_TEXT("en"), .blocks = &block, .block_count = 1};
    char *first = report_of(tables, &document, &report);
    assert_int_equal(report->finding_count, 1);
    mp_json_free(report, first);
    mp_report_free(report);
    /* What one engine's pack changes is the next one's no more. */
    first = report_of(plain, &document, &report);
    assert_int_equal(report->finding_count, 0);
    mp_json_free(report, first);
    mp_report_free(report);
    mp_engine_free(tables);
    mp_engine_free(json);
    mp_engine_free(plain);
    free(bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_and_json_say_the_same),
        cmocka_unit_test(a_pack_changes_both_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
