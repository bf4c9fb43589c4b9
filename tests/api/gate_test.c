/* gate_test.c: the gate lets through every text that names a model: each word and phrase that tells, wherever it stands, in
 * small letters and capitals; every gold document with findings; and it does so with vectors and without alike. */
#include "support.h"

#include "engine.h"

enum { most_bytes = 8 << 20, filler_bytes = 200 };

static mp_engine *engine;

static bool passes(mp_text text) {
    const mp_gate *gate = engine->rules.gate;
    const bool with_vectors = mp_gate_lets_through(gate, text);
    assert_int_equal(with_vectors, mp_gate_lets_through_plain(gate, text));
    return with_vectors;
}

/* Memory of the text's very length, so that AddressSanitizer sees a step over its end. */
static bool passes_copy(const char *bytes, size_t length) {
    char *copy = malloc(length + 1);
    assert_non_null(copy);
    memcpy(copy, bytes, length);
    char *exact = realloc(copy, length == 0 ? 1 : length);
    assert_non_null(exact);
    const bool passed = passes((mp_text){exact, length});
    free(exact);
    return passed;
}

/* The words of an entry, a space between them; its length. */
static size_t spell(uint32_t number, char *out) {
    const mp_lexicon_path path = mp_lexicon_path_of(engine->rules.lexicon, number);
    if (path.phrase == 0) {
        memcpy(out, path.word.bytes, path.word.length);
        return path.word.length;
    }
    size_t at = spell(path.phrase, out);
    out[at++] = ' ';
    return at + spell(path.next, out + at);
}

/* Words of one letter and none that tells. */
static void fill(char *text) {
    for (size_t i = 0; i < filler_bytes; i++) text[i] = i % 2 == 0 ? 'x' : ' ';
}

static void tell_at(const char *phrase, size_t length, size_t at) {
    char text[filler_bytes + 1000];
    fill(text);
    text[at > 0 ? at - 1 : 0] = ' ';
    memcpy(text + at, phrase, length);
    if (!passes_copy(text, at + length)) fail_msg("“%.*s” at %zu, where the text ends", (int)length, phrase, at);
    memcpy(text + at + length, "\xE2\x80\x99s x x", 8);
    if (!passes_copy(text, at + length + 8)) fail_msg("“%.*s” at %zu", (int)length, phrase, at);
}

static bool tells(const mp_entry *entry) {
    return entry->model != 0 || (entry->classes & (MP_BIT(MODEL_NOUN) | MP_BIT(EVIDENCE))) != 0;
}

static void each_name_opens_it(void **state) {
    (void)state;
    const mp_lexicon *lexicon = engine->rules.lexicon;
    char phrase[1000];
    size_t told = 0;
    for (uint32_t i = 1; i < mp_lexicon_count(lexicon); i++) {
        if (!tells(mp_lexicon_entry(lexicon, i))) continue;
        const size_t length = spell(i, phrase);
        for (size_t at = 0; at < 132; at += told < 40 ? 1 : 13) tell_at(phrase, length, at);
        for (size_t k = 0; k < length; k++)
            phrase[k] = (char)(phrase[k] >= 'a' && phrase[k] <= 'z' ? phrase[k] - 32 : phrase[k]);
        tell_at(phrase, length, 1 + told % 130);
        told++;
    }
    assert_in_range(told, 500, 60000);
}

/* Else it would be no gate. */
static void plain_news_stays_out(void **state) {
    (void)state;
    char text[filler_bytes];
    fill(text);
    for (size_t length = 0; length <= sizeof text; length++) assert_false(passes_copy(text, length));
    assert_false(passes(MP_TEXT(
        "The council said on Tuesday that the bridge would stay closed until spring. \xE2\x80\x9CWe are "
        "sorry,\xE2\x80\x9D "
        "said Mayor Ana Ruiz, who had promised in May that the work would be done by now. Traders on the high street "
        "were aghast: takings fell by 40%, maintained one, and he had seen nothing like it.")));
    assert_false(engine->rules.gate->open);
}

static void gold_documents_with_findings_pass(void **state) {
    (void)state;
    static const char *const names[] = {"dev-en",  "dev-en-2", "held-a",  "held-b",  "train-a", "train-b",
                                        "train-c", "train-d",  "train-e", "train-f", "train-g", "train-s"};
    char *bytes = malloc(most_bytes);
    assert_non_null(bytes);
    size_t passed = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/gold/%s.jsonl", MOUTHPIECE_TESTS, names[i]);
        FILE *file = fopen(path, "rb");
        assert_non_null(file);
        const size_t length = fread(bytes, 1, most_bytes, file);
        fclose(file);
        for (size_t at = 0, end; at < length; at = end + 1) {
            const char *stop = memchr(bytes + at, '\n', length - at);
            end = stop == NULL ? length : (size_t)(stop - bytes);
            mp_owned_document owned;
            mp_error error;
            mp_report *report;
            /* Everybody’s quotes: the gate has no say then. */
            const mp_check_options all = {.all_quotes = true};
            if (end == at) continue;
            assert_int_equal(mp_document_from_json((mp_text){bytes + at, end - at}, NULL, &owned, &error), MP_OK);
            assert_int_equal(mp_check(engine, &owned.document, &all, &report, &error), MP_OK);
            bool any = false;
            for (size_t k = 0; k < owned.document.block_count; k++) any |= passes(owned.document.blocks[k].text);
            if (report->finding_count > 0 && !any) fail_msg("a document of %s with findings stays out", names[i]);
            passed += any;
            mp_report_free(report);
            mp_document_free(&owned);
        }
    }
    assert_true(passed > 300);
    free(bytes);
}

/* A pack's own names open it, and a name of one letter opens it for all. */
static void a_pack_widens_it(void **state) {
    (void)state;
    const mp_text packs[] = {
        MP_TEXT(
            "{\"id\": \"house\", \"version\": \"1\", \"models\": [{\"id\": \"zorb\", \"name\": \"Zorb\", \"names\": "
            "[\"Zorbetta of the quag\"]}]}"),
        MP_TEXT("{\"id\": \"letter\", \"version\": \"1\", \"models\": [{\"id\": \"x\", \"name\": \"X\", \"names\": "
                "[\"X\"]}]}")};
    mp_engine *wider[2] = {NULL, NULL};
    for (size_t i = 0; i < 2; i++) {
        mp_options options = MP_OPTIONS_DEFAULT;
        options.packs = packs;
        options.pack_count = i + 1;
        assert_int_equal(mp_engine_new(&options, &wider[i], NULL), MP_OK);
    }
    assert_true(mp_gate_lets_through(wider[0]->rules.gate, MP_TEXT("the zorbetta of the quag")));
    assert_false(mp_gate_lets_through(engine->rules.gate, MP_TEXT("the zorbetta of the quag")));
    assert_false(mp_gate_lets_through(wider[0]->rules.gate, MP_TEXT("of the quag")));
    assert_true(mp_gate_lets_through(wider[1]->rules.gate, MP_TEXT("of the quag")));
    mp_engine_free(wider[0]);
    mp_engine_free(wider[1]);
}

static int make_engine(void **state) {
    (void)state;
    engine = shipped_engine(NULL);
    return mp_lexicon_open(engine->rules.lexicon) ? 0 : -1;
}

static int free_engine(void **state) {
    (void)state;
    mp_engine_free(engine);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_name_opens_it), cmocka_unit_test(plain_news_stays_out),
                                       cmocka_unit_test(gold_documents_with_findings_pass),
                                       cmocka_unit_test(a_pack_widens_it)};
    return cmocka_run_group_tests(tests, make_engine, free_engine);
}
