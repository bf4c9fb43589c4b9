/* text_format.h: strings put together from others and from numbers. The C library's way knows fractions too, and costs the
 * module a twentieth of its size. Knows nothing of what they say. */
#ifndef MOUTHPIECE_TEXT_FORMAT_H
#define MOUTHPIECE_TEXT_FORMAT_H

#include <stddef.h>

#if defined(__GNUC__)
#define MP_FORMATS __attribute__((format(printf, 3, 4)))
#else
#define MP_FORMATS
#endif

/* As snprintf(), of which it knows %s, %.20s, %u and %zu. */
MP_FORMATS size_t mp_format(char *out, size_t room, const char *format, ...);

#endif
