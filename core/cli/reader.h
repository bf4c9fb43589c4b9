/* reader.h: bytes of a file or of standard input, plain or gzip, whole or by line. Knows nothing of what they hold. */
#ifndef MOUTHPIECE_READER_H
#define MOUTHPIECE_READER_H

#include "../mouthpiece.h"

/* A file that is being read. */
typedef struct mp_reader mp_reader;

/* Opens `path`, "-" for standard input. NULL where that fails, and errno says why. */
mp_reader *mp_reader_open(const char *path);
void mp_reader_close(mp_reader *reader);

/* The next bytes, without reading past them: at most `most`, fewer only where the file ends. */
mp_text mp_reader_peek(mp_reader *reader, size_t most);

/* All that is left, valid until the reader closes. Fails with MP_ERROR_LIMIT beyond `most` bytes, MP_ERROR_INPUT where
 * the file cannot be read to its end. */
mp_status mp_reader_all(mp_reader *reader, size_t most, mp_text *bytes, mp_error *error);

/* The next line without its line feed, valid until the next call. *more is false at the end. A line beyond `most` bytes
 * is passed over and fails with MP_ERROR_LIMIT; the next call goes on with the line after it. */
mp_status mp_reader_line(mp_reader *reader, size_t most, mp_text *line, bool *more, mp_error *error);

/* The next `length` bytes, valid until the next call; passing over them. Both fail with MP_ERROR_INPUT where there are
 * fewer, and leave none. */
mp_status mp_reader_take(mp_reader *reader, size_t length, mp_text *bytes, mp_error *error);
mp_status mp_reader_skip(mp_reader *reader, uint64_t length, mp_error *error);

/* How many bytes, unpacked, stand before the next one. */
uint64_t mp_reader_offset(const mp_reader *reader);

/* Whether nothing more can be read. */
bool mp_reader_has_ended(const mp_reader *reader);

#endif
