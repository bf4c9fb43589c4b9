/* explain_test.c: the explanation through the C API: lines come one by one, and the visitor may end it. */
#include "support.h"

typedef struct heard {
    char text[1 << 16];
    size_t length, lines, most_lines;
} heard;

static bool hear(void *context, mp_text line) {
    heard *h = context;
    assert_null(line.length == 0 ? NULL : memchr(line.bytes, '\n', line.length));
    assert_true(h->length + line.length + 1 < sizeof h->text);
    if (line.length > 0) memcpy(h->text + h->length, line.bytes, line.length);
    h->text[h->length + line.length] = '\n';
    h->length += line.length + 1;
    h->lines++;
    return h->lines < h->most_lines;
}

static void explain(const char *text, heard *h) {
    const mp_block block = {.kind = MP_BLOCK_PARAGRAPH, .text = text_of(text)};
    const mp_document document = {.lang = MP_TEXT("en"), .blocks = &block, .block_count = 1};
    mp_engine *engine = shipped_engine(NULL);
    mp_error error = {0};
    assert_int_equal(mp_explain(engine, &document, hear, h, &error), MP_OK);
    mp_engine_free(engine);
}

static void tells_each_step(void **state) {
    (void)state;
    static const char *const parts[] = {
        "document: language en", "sentence 0", "mention 0 «Grok»",   "verb 0 «apologised»",
        "attributions: 1",       "signs: ",    "judgements: 1, with"};
    static heard h;
    h = (heard){.most_lines = 10000};
    explain("Grok apologised for the posts.", &h);
    const char *at = h.text;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        at = strstr(at, parts[i]);
        if (at == NULL) print_error("%s is missing in\n%s", parts[i], h.text);
        assert_non_null(at);
    }
}

static void visitor_may_end_it(void **state) {
    (void)state;
    static heard h;
    h = (heard){.most_lines = 3};
    explain("Grok apologised for the posts. It said “sorry”. It said “never again”.", &h);
    assert_int_equal(h.lines, 3);
}

/* Ill-formed text, and words without end, come as text that is short and valid. */
static void hostile_text_is_cut(void **state) {
    (void)state;
    static heard h;
    h = (heard){.most_lines = 10000};
    char text[2000] = "Grok said \xFF\xC3 \x01";
    memset(text + strlen(text), 'a', sizeof text - strlen(text) - 1);
    text[sizeof text - 1] = '\0';
    explain(text, &h);
    assert_true(h.length < 4000);
    assert_null(strchr(h.text, '\x01'));
    assert_null(strchr(h.text, '\xFF'));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_each_step),
        cmocka_unit_test(visitor_may_end_it),
        cmocka_unit_test(hostile_text_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
