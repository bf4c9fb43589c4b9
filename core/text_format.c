/* text_format.c: puts strings together from others and from numbers. Knows nothing of what they say. */
#include "text_format.h"

#include <stdarg.h>
#include <string.h>

typedef struct writer {
    char *out;
    size_t room, length; /* length: of all that should be written, whether or not there is room */
} writer;

static void put(writer *w, const char *bytes, size_t count) {
    for (size_t i = 0; i < count; i++, w->length++)
        if (w->length + 1 < w->room) w->out[w->length] = bytes[i];
}

static void put_number(writer *w, size_t number) {
    char digits[24];
    size_t at = sizeof digits;

    do digits[--at] = (char)('0' + number % 10);
    while ((number /= 10) != 0);
    put(w, digits + at, sizeof digits - at);
}

static void put_string(writer *w, const char *string, size_t most) {
    const char *end = memchr(string, '\0', most);
    put(w, string, end == NULL ? most : (size_t)(end - string));
}

size_t mp_format(char *out, size_t room, const char *format, ...) {
    writer w = {out, room, 0};
    va_list values;
    va_start(values, format);

    for (const char *at = format; *at != '\0'; at++) {
        size_t most = 0;
        if (*at != '%') {
            put(&w, at, 1);
            continue;
        }
        if (*++at == '.')
            while (*++at >= '0' && *at <= '9') most = most * 10 + (size_t)(*at - '0');
        if (*at == 's') {
            const char *string = va_arg(values, const char *);
            put_string(&w, string, most == 0 ? strlen(string) : most);
        } else if (*at == 'u') {
            put_number(&w, va_arg(values, unsigned));
        } else { /* %zu */
            put_number(&w, va_arg(values, size_t));
            at++;
        }
    }
    va_end(values);
    if (room > 0) out[w.length < room ? w.length : room - 1] = '\0';
    return w.length;
}
