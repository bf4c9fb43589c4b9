/* json_writer.h: JSON written piece by piece into one text: a tree of its values costs many times as much. Knows JSON's
 * values; nothing of what is written. */
#ifndef MOUTHPIECE_JSON_WRITER_H
#define MOUTHPIECE_JSON_WRITER_H

#include "mouthpiece.h"

/* Zeroed at first. */
typedef struct mp_json_writer {
    char *bytes; /* cJSON's memory, as what it prints is */
    size_t length, room;
    bool ascii;  /* to be set at first: texts are written in ASCII, everything else as \uXXXX */
    bool failed; /* memory ended; what comes then is lost */
} mp_json_writer;

/* Punctuation, and keys with what stands around them. */
void mp_write_plain(mp_json_writer *writer, const char *text);

/* Strings, of valid UTF-8. */
void mp_write_text(mp_json_writer *writer, mp_text text);
void mp_write_string(mp_json_writer *writer, const char *text);

void mp_write_number(mp_json_writer *writer, size_t number);

/* A number from 0 to 1 in hundredths: 0.8, 0.85, 1. */
void mp_write_hundredths(mp_json_writer *writer, double number);

/* The whole, NUL-terminated, to be freed by cJSON_free(); NULL where memory ended. */
char *mp_json_written(mp_json_writer *writer, size_t *length);

#endif
