/* format_test.c: what the module has in the place of snprintf() and strtod() does what they do, for all that it is asked. */
#include "support.h"

#include "text_format.h"

#include "../../wasm/decimal/decimal.c"

#define SAME(room, ...)                                                                                                \
    do {                                                                                                               \
        char ours[64], theirs[64];                                                                                     \
        memset(ours, 'x', sizeof ours), memset(theirs, 'x', sizeof theirs);                                            \
        assert_int_equal(mp_format(ours, room, __VA_ARGS__), snprintf(theirs, room, __VA_ARGS__));                     \
        assert_memory_equal(ours, theirs, sizeof ours);                                                                \
    } while (0)

static void formats_as_the_c_library(void **state) {
    (void)state;
    for (size_t room = 0; room < 40; room++) {
        SAME(room, "pack %zu", (size_t)SIZE_MAX);
        SAME(room, "[%u]", 4294967295u);
        SAME(room, "%s%s%s", "before", "", " and after");
        SAME(room, "pattern %.6s, at its character %zu", "declined", (size_t)0);
        SAME(room, "%.60s[\"%s\"]", "short", "key");
    }
}

static void same_number(const char *text) {
    char *ours, *theirs;
    const double one = mp_decimal_read(text, &ours), other = strtod(text, &theirs);
    if (memcmp(&one, &other, sizeof one) != 0 || ours != theirs) fail_msg("%s: %.17g, %.17g", text, one, other);
}

static void reads_numbers_as_the_c_library(void **state) {
    (void)state;
    static const char *const numbers[] = {"0",
                                          "-0",
                                          "7",
                                          "-12",
                                          "0.5",
                                          "0.93",
                                          "1e3",
                                          "1E-3",
                                          "2.5e+2",
                                          "1e22",
                                          "1e-22",
                                          "1.",
                                          ".5",
                                          "-",
                                          "+",
                                          "",
                                          ".",
                                          "e5",
                                          "1e",
                                          "1e+",
                                          "1.5e-",
                                          "00012.50",
                                          "1e400",
                                          "-1e400",
                                          "1e-400",
                                          "0e9999",
                                          "1e99999999",
                                          "3-4",
                                          "1.2.3",
                                          "0.00001",
                                          "123456789012345",
                                          "9007199254740992",
                                          "4e9"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) same_number(numbers[i]);
    for (unsigned i = 0; i < 100000; i += 7) {
        char text[32];
        snprintf(text, sizeof text, "%u.%03u", i, i % 1000);
        same_number(text);
    }
}

static void comes_near_with_more_digits(void **state) {
    (void)state;
    static const char *const numbers[] = {"3.14159265358979323846", "123456789012345678901234567890", "1.7e308",
                                          "2.2250738585072014e-308", "0.000000000000000000000000000123456789"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char *ours, *theirs;
        const double one = mp_decimal_read(numbers[i], &ours), other = strtod(numbers[i], &theirs);
        assert_ptr_equal(ours, theirs);
        assert_true(one / other > 1 - 1e-14 && one / other < 1 + 1e-14);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(formats_as_the_c_library),
                                       cmocka_unit_test(reads_numbers_as_the_c_library),
                                       cmocka_unit_test(comes_near_with_more_digits)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
