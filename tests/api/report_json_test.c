/* report_json_test.c: reports as JSON, byte for byte: the order of keys, what is left out, what is escaped. */
#include "json_writer.h"
#include "support.h"

static void assert_json(const mp_report *report, const char *expected) {
    char *json = NULL;
    size_t length = 0;
    mp_error error;
    assert_int_equal(mp_report_to_json(report, &json, &length, &error), MP_OK);
    assert_string_equal(json, expected);
    assert_int_equal(length, strlen(expected));
    mp_json_free(report, json);
}

static void assert_ascii(mp_text written, const char *expected) {
    mp_json_writer writer = {.ascii = true};
    size_t length = 0;
    mp_write_text(&writer, written);
    char *json = mp_json_written(&writer, &length);
    assert_non_null(json);
    assert_string_equal(json, expected);
    assert_int_equal(length, strlen(expected));
    mp_json_free(NULL, json);
}

static void writes_ascii_alone_where_that_is_asked(void **state) {
    (void)state;
    assert_ascii(MP_TEXT("plain as it stands"), "\"plain as it stands\"");
    assert_ascii(MP_TEXT("It’s “é” in a long, long text\n\x02😀\\"),
                 "\"It\\u2019s \\u201c\\u00e9\\u201d in a long, long text\\n\\u0002\\ud83d\\ude00\\\\\"");
    assert_ascii(MP_TEXT("\xEF\xBF\xBF\xF4\x8F\xBF\xBF"), "\"\\uffff\\udbff\\udfff\"");
}

static mp_report empty_report(void) {
    return (mp_report){
        .id = MP_TEXT(""), .lang = MP_TEXT("en"), .version = MP_TEXT("1.2.3"), .rules = MP_TEXT("en 1, house 2")};
}

static void writes_nothing_found(void **state) {
    (void)state;
    const mp_report report = empty_report();
    assert_json(
        &report,
        "{\"id\":\"\",\"lang\":\"en\",\"version\":\"1.2.3\",\"rules\":\"en 1, house 2\",\"counts\":{\"alert\":0,"
        "\"notice\":0,\"info\":0},\"findings\":[]}");
}

static void writes_a_finding(void **state) {
    (void)state;
    const mp_signal signals[] = {{MP_SIGNAL_PROMPT_DISCLOSED, {7, 0, 41}, {7, 0, 50}},
                                 {MP_SIGNAL_CAVEATED, {8, 1, 2}, {8, 0, 3}}};
    const mp_text why[] = {MP_TEXT("It says so."), MP_TEXT("“Why?”")};
    const mp_rewording rewordings[] = {{.text = MP_TEXT("Grok generated it.")},
                                       {.text = MP_TEXT("generates"), .place = {0, 5, 9}, .edits = true}};
    const mp_finding finding = {.place = {3, 1, 57},
                                .quote = MP_TEXT("I \"am\"\n\\sorry\t\x01😀"),
                                .form = MP_FORM_INDIRECT,
                                .speaker = {.id = MP_TEXT("grok"),
                                            .name = MP_TEXT("Grok"),
                                            .maker = MP_TEXT("xAI"),
                                            .mention = {3, 60, 64},
                                            .has_mention = true},
                                .cue = {3, 65, 69},
                                .has_cue = true,
                                .role = MP_ROLE_SPOKESPERSON,
                                .act = MP_ACT_APOLOGY,
                                .level = MP_LEVEL_NOTICE,
                                .confidence = 0.93,
                                .signals = signals,
                                .signal_count = 2,
                                .rule = MP_TEXT("said-after"),
                                .why = why,
                                .why_count = 2,
                                .suggestion = MP_TEXT("Say who asked."),
                                .rewordings = rewordings,
                                .rewording_count = 2};
    mp_report report = empty_report();
    report.id = MP_TEXT("a/b");
    report.counts[MP_LEVEL_NOTICE] = 1;
    report.findings = &finding;
    report.finding_count = 1;
    assert_json(
        &report,
        "{\"id\":\"a/b\",\"lang\":\"en\",\"version\":\"1.2.3\",\"rules\":\"en 1, house 2\",\"counts\":{\"alert\":0,"
        "\"notice\":1,\"info\":0},\"findings\":[{\"block\":3,\"start\":1,\"end\":57,\"quote\":\"I "
        "\\\"am\\\"\\n\\\\sorry\\t\\u0001😀\",\"form\":\"indirect\",\"speaker\":{\"id\":\"grok\",\"name\":\"Grok\","
        "\"maker\":\"xAI\",\"mention\":{\"block\":3,\"start\":60,\"end\":64}},\"cue\":{\"block\":3,\"start\":65,"
        "\"end\":69},\"role\":\"spokesperson\",\"act\":\"apology\",\"level\":\"notice\",\"confidence\":0.93,"
        "\"signals\":[{\"id\":\"prompt-disclosed\",\"block\":7,\"start\":0,\"end\":41,\"sentence\":{\"block\":7,"
        "\"start\":0,\"end\":50}},{\"id\":\"caveated\",\"block\":8,\"start\":1,\"end\":2,\"sentence\":{\"block\":8,"
        "\"start\":0,\"end\":3}}],\"rule\":\"said-after\",\"why\":[\"It says so.\",\"“Why?”\"],"
        "\"suggestion\":\"Say who asked.\",\"rewordings\":[{\"text\":\"Grok generated it.\",\"replaces\":null},"
        "{\"text\":\"generates\",\"replaces\":{\"block\":0,\"start\":5,\"end\":9}}]}]}");
}

static void leaves_out_what_is_not_there(void **state) {
    (void)state;
    const mp_finding finding = {.place = {0, 0, 2},
                                .quote = MP_TEXT("so"),
                                .form = MP_FORM_BLOCK,
                                .speaker = {.id = MP_TEXT("generic"), .name = MP_TEXT("a chatbot")},
                                .role = MP_ROLE_SAMPLE,
                                .confidence = 1,
                                .rule = MP_TEXT("r")};
    mp_report report = empty_report();
    report.counts[MP_LEVEL_INFO] = 1;
    report.findings = &finding;
    report.finding_count = 1;
    assert_json(
        &report,
        "{\"id\":\"\",\"lang\":\"en\",\"version\":\"1.2.3\",\"rules\":\"en 1, house 2\",\"counts\":{\"alert\":0,"
        "\"notice\":0,\"info\":1},\"findings\":[{\"block\":0,\"start\":0,\"end\":2,\"quote\":\"so\",\"form\":"
        "\"block\",\"speaker\":{\"id\":\"generic\",\"name\":\"a chatbot\",\"maker\":\"\",\"mention\":null},\"cue\":"
        "null,\"role\":\"sample\",\"level\":\"info\",\"confidence\":1,\"signals\":[],\"rule\":\"r\",\"why\":[],"
        "\"suggestion\":\"\",\"rewordings\":[]}]}");
}

static void writes_quotes_where_asked_for(void **state) {
    (void)state;
    const mp_quote quotes[] = {{.place = {0, 1, 2}, .form = MP_FORM_DIRECT},
                               {.place = {1, 2, 3},
                                .form = MP_FORM_INDIRECT,
                                .speaker_kind = MP_SPEAKER_ORGANISATION,
                                .speaker = {1, 4, 7},
                                .speaker_text = MP_TEXT("xAI"),
                                .has_speaker = true,
                                .cue = {1, 8, 9},
                                .has_cue = true}};
    mp_report report = empty_report();
    report.has_quotes = true;
    assert_json(
        &report,
        "{\"id\":\"\",\"lang\":\"en\",\"version\":\"1.2.3\",\"rules\":\"en 1, house 2\",\"counts\":{\"alert\":0,"
        "\"notice\":0,\"info\":0},\"findings\":[],\"quotes\":[]}");
    report.quotes = quotes;
    report.quote_count = 2;
    assert_json(
        &report,
        "{\"id\":\"\",\"lang\":\"en\",\"version\":\"1.2.3\",\"rules\":\"en 1, house 2\",\"counts\":{\"alert\":0,"
        "\"notice\":0,\"info\":0},\"findings\":[],\"quotes\":[{\"block\":0,\"start\":1,\"end\":2,\"form\":"
        "\"direct\",\"speaker\":null,\"cue\":null},{\"block\":1,\"start\":2,\"end\":3,\"form\":\"indirect\","
        "\"speaker\":{\"block\":1,\"start\":4,\"end\":7,\"text\":\"xAI\",\"kind\":\"organisation\"},\"cue\":"
        "{\"block\":1,\"start\":8,\"end\":9}}]}");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_nothing_found),
        cmocka_unit_test(writes_ascii_alone_where_that_is_asked),
        cmocka_unit_test(writes_a_finding),
        cmocka_unit_test(leaves_out_what_is_not_there),
        cmocka_unit_test(writes_quotes_where_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
