/* decimal.c: cJSON's strtod in the module. The C library's reads every notation to the last bit by arithmetic of 128 bits,
 * a twentieth of the module; packs and documents hold whole numbers and short fractions, which come out here the same.
 * More than fifteen digits, or exponents beyond 22, may be off in the last bits. */
#include "decimal.h"

#include <stdbool.h>
#include <stdint.h>

enum { exact_power = 22, most_exponent = 9999, most_digits = 18 };

static double scale(double number, int32_t exponent) {
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

    for (; exponent > exact_power && number != 0 && number * 0 == 0; exponent -= exact_power)
        number *= powers[exact_power];
    for (; exponent < -exact_power && number != 0; exponent += exact_power) number /= powers[exact_power];
    if (number == 0 || number * 0 != 0) return number; /* nothing, or without end */
    return exponent < 0 ? number / powers[-exponent] : number * powers[exponent];
}

static bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/* Digits into *digits, as far as there is room; gives how many powers of ten those left out are. */
static int32_t read_digits(const char **at, uint64_t *digits, int32_t *count) {
    int32_t left_out = 0;

    for (; is_digit(**at); (*at)++) {
        if (*count == most_digits) {
            left_out++;
            continue;
        }
        *digits = *digits * 10 + (uint64_t)(**at - '0');
        *count += *digits != 0;
    }
    return left_out;
}

static int32_t read_exponent(const char **at) {
    if ((**at | 32) != 'e') return 0;
    const char *from = *at + 1;
    int32_t exponent = 0;
    bool negative = *from == '-';
    if (*from == '-' || *from == '+') from++;
    if (!is_digit(*from)) return 0;

    for (; is_digit(*from); from++)
        if (exponent < most_exponent) exponent = exponent * 10 + (*from - '0');
    *at = from;
    return negative ? -exponent : exponent;
}

double mp_decimal_read(const char *text, char **end) {
    const char *at = text;
    uint64_t digits = 0;
    int32_t count = 0, exponent;
    bool negative = *at == '-';
    if (*at == '-' || *at == '+') at++;
    const char *whole = at;

    exponent = read_digits(&at, &digits, &count);
    bool any = at != whole;
    if (*at == '.') {
        const char *fraction = ++at;
        int32_t left_out = read_digits(&at, &digits, &count);
        exponent -= (int32_t)(at - fraction) - left_out;
        any = any || at != fraction;
    }
    if (!any) {
        *end = (char *)(uintptr_t)text;
        return 0;
    }
    exponent += read_exponent(&at);
    *end = (char *)(uintptr_t)at;
    double number = scale((double)digits, exponent);
    return negative ? -number : number;
}
