/* decimal.h: numbers of JSON. Knows nothing of JSON else. */
#ifndef MOUTHPIECE_DECIMAL_H
#define MOUTHPIECE_DECIMAL_H

/* As strtod(), for what JSON calls a number. */
double mp_decimal_read(const char *text, char **end);

#endif
