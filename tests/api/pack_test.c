/* pack_test.c: rule packs checked through the C API: what is told of a pack that is wrong, and what was run of one that is
 * not. */
#include "support.h"

static const char house[] =
    "{\"id\": \"house\", \"version\": \"1\",\n"
    " \"models\": [{\"id\": \"towny\", \"name\": \"Towny\", \"names\": [\"Towny\"],\n"
    "  \"examples\": [\"Towny is down.\", \"“Sorry,” said Towny.\"], \"counterexamples\": [\"The town is down.\"]}],\n"
    " \"verbs\": [{\"lemma\": \"wugg\", \"forms\": [\"wugg\"]}]}";

static mp_pack_report *check_pack(const char *pack) {
    mp_pack_report *report = NULL;
    mp_error error = {0};
    const mp_status status = mp_pack_check(text_of(pack), NULL, &report, &error);
    if (status != MP_OK) print_error("%s\n", error.message);
    assert_int_equal(status, MP_OK);
    return report;
}

static void assert_text(mp_text text, const char *expected) {
    assert_int_equal(text.length, strlen(expected));
    assert_memory_equal(text.bytes, expected, text.length);
}

static void good_pack_is_counted(void **state) {
    (void)state;
    mp_pack_report *report = check_pack(house);
    assert_int_equal(report->fault_count, 0);
    assert_int_equal(report->rule_count, 2);
    assert_int_equal(report->example_count, 2);
    assert_int_equal(report->counterexample_count, 1);
    mp_pack_report_free(report);
    mp_pack_report_free(NULL);
}

static void failing_example_has_rule_and_place(void **state) {
    (void)state;
    mp_pack_report *report =
        check_pack("{\"id\": \"house\", \"version\": \"1\",\n \"models\": [{\"id\": \"towny\", \"name\": \"Towny\",\n"
                   "  \"names\": [\"Towny\"], \"examples\": [\"Nobody is down.\"]}]}");
    assert_int_equal(report->fault_count, 1);
    const mp_pack_fault *fault = &report->faults[0];
    assert_text(fault->rule, "model towny");
    assert_text(fault->path, "examples[0]");
    assert_text(fault->example, "Nobody is down.");
    assert_int_equal(fault->line, 3);
    assert_int_equal(fault->column, 36);
    mp_pack_report_free(report);
}

static void misshapen_pack_is_not_run(void **state) {
    (void)state;
    mp_pack_report *report = check_pack("{\"id\": \"house\",\n\"versoin\": \"1\"}");
    assert_int_equal(report->fault_count, 2);
    assert_text(report->faults[0].path, "$");
    assert_int_equal(report->faults[0].line, 1);
    assert_text(report->faults[1].path, "$.versoin");
    assert_int_equal(report->faults[1].line, 2);
    assert_int_equal(report->faults[1].column, 1);
    assert_text(report->faults[1].rule, "");
    assert_int_equal(report->example_count, 0);
    mp_pack_report_free(report);
}

/* What is no pack at all is told of too, whatever it holds; nothing is too deep. */
static void hostile_packs_have_faults(void **state) {
    (void)state;
    static const char *const packs[] = {"", "{", "null", "\xEF\xBB\xBF{}", "{\"a\\\"]}\": [[{}]]}", "\xFF", "[[[[[["};
    char deep[2001];
    memset(deep, '[', sizeof deep - 1);
    deep[sizeof deep - 1] = '\0';

    for (size_t i = 0; i < sizeof packs / sizeof *packs; i++) {
        mp_pack_report *report = check_pack(packs[i]);
        assert_true(report->fault_count > 0);
        assert_true(report->faults[0].line >= 1 && report->faults[0].column >= 1);
        mp_pack_report_free(report);
    }
    mp_pack_report *report = check_pack(deep);
    assert_int_equal(report->fault_count, 1);
    mp_pack_report_free(report);
}

static void fault_of_the_others_is_an_error(void **state) {
    (void)state;
    const mp_text other = MP_TEXT("{}");
    mp_options options = MP_OPTIONS_DEFAULT;
    mp_pack_report *report = NULL;
    mp_error error = {0};
    options.packs = &other;
    options.pack_count = 1;
    assert_int_equal(mp_pack_check(text_of(house), &options, &report, &error), MP_ERROR_RULES);
    assert_non_null(strstr(error.message, "pack 1"));
    assert_null(report);
}

/* Without the shipped rules no one is known but the pack's. */
static void packs_can_stand_alone(void **state) {
    (void)state;
    const mp_text pack = text_of(house);
    const mp_block block = {.kind = MP_BLOCK_PARAGRAPH, .text = MP_TEXT("Grok apologised for the posts.")};
    const mp_document document = {.lang = MP_TEXT("en"), .blocks = &block, .block_count = 1};
    mp_options options = MP_OPTIONS_DEFAULT;
    mp_engine *engine = NULL;
    mp_report *report = NULL;
    mp_error error = {0};
    options.packs = &pack;
    options.pack_count = 1;
    options.only_packs = true;
    assert_int_equal(mp_engine_new(&options, &engine, &error), MP_OK);
    assert_int_equal(mp_check(engine, &document, NULL, &report, &error), MP_OK);
    assert_text(report->rules, "house 1");
    assert_int_equal(report->finding_count, 0);
    mp_report_free(report);
    mp_engine_free(engine);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_pack_is_counted),
        cmocka_unit_test(failing_example_has_rule_and_place),
        cmocka_unit_test(misshapen_pack_is_not_run),
        cmocka_unit_test(hostile_packs_have_faults),
        cmocka_unit_test(fault_of_the_others_is_an_error),
        cmocka_unit_test(packs_can_stand_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
