/* reader.c: bytes of a file or of standard input, plain or gzip, whole or by line. Knows nothing of what they hold. zlib
 * passes plain files through as they are. */
#include "reader.h"

#include "../status.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum { piece = 64 * 1024 };

struct mp_reader {
    gzFile file;
    char *buffer; /* bytes start to end have been read and not handed on */
    size_t start, end, capacity;
    uint64_t filled; /* all bytes read so far */
    bool at_end, broken, is_empty;
};

static gzFile open_file(const char *path) {
    bool is_input = strcmp(path, "-") == 0;
    int descriptor = is_input ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;

    if (descriptor < 0) return NULL;
    if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
        close(descriptor);
        errno = EISDIR;
        return NULL;
    }
    gzFile file = gzdopen(descriptor, "rb");
    if (file == NULL) close(descriptor);
    return file;
}

mp_reader *mp_reader_open(const char *path) {
    mp_reader *reader = calloc(1, sizeof *reader);

    if (reader == NULL) return NULL;
    reader->file = open_file(path);
    if (reader->file != NULL) return reader;
    int why = errno;
    free(reader);
    errno = why;
    return NULL;
}

void mp_reader_close(mp_reader *reader) {
    if (reader == NULL) return;
    gzclose(reader->file);
    free(reader->buffer);
    free(reader);
}

/* Makes room for a piece behind the bytes that wait. */
static mp_status make_room(mp_reader *reader, mp_error *error) {
    if (reader->start > 0) {
        memmove(reader->buffer, reader->buffer + reader->start, reader->end - reader->start);
        reader->end -= reader->start;
        reader->start = 0;
    }
    if (reader->capacity - reader->end >= piece) return MP_OK;
    if (reader->capacity > SIZE_MAX / 4) return mp_fail_memory(error);
    size_t wanted = reader->capacity * 2 + piece;
    char *larger = realloc(reader->buffer, wanted);
    if (larger == NULL) return mp_fail_memory(error);
    reader->buffer = larger;
    reader->capacity = wanted;
    return MP_OK;
}

/* Reads one more piece. */
static mp_status fill(mp_reader *reader, mp_error *error) {
    int why = Z_OK;

    if (reader->broken) return mp_fail(error, MP_ERROR_INPUT, "cannot be read to its end");
    MP_TRY(make_room(reader, error));
    int got = gzread(reader->file, reader->buffer + reader->end, piece);
    if (got > 0) reader->end += (size_t)got, reader->filled += (uint64_t)got;
    gzerror(reader->file, &why);
    if (got < 0 || (why != Z_OK && why != Z_STREAM_END)) {
        reader->broken = true;
        return mp_fail(error, MP_ERROR_INPUT, "cannot be read to its end");
    }
    if (got == 0) reader->at_end = true;
    return MP_OK;
}

mp_text mp_reader_peek(mp_reader *reader, size_t most) {
    while (!reader->at_end && !reader->broken && reader->end - reader->start < most)
        if (fill(reader, NULL) != MP_OK) break;
    size_t waiting = reader->end - reader->start;
    return (mp_text){reader->buffer + reader->start, waiting < most ? waiting : most};
}

mp_status mp_reader_all(mp_reader *reader, size_t most, mp_text *bytes, mp_error *error) {
    while (!reader->at_end) {
        if (reader->end - reader->start > most) return mp_fail(error, MP_ERROR_LIMIT, "the file is too large");
        MP_TRY(fill(reader, error));
    }
    *bytes = (mp_text){reader->buffer + reader->start, reader->end - reader->start};
    return MP_OK;
}

/* Passes over the rest of a line that is too long. */
static mp_status pass_over_line(mp_reader *reader, mp_error *error) {
    for (;;) {
        char *feed = memchr(reader->buffer + reader->start, '\n', reader->end - reader->start);
        if (feed != NULL) {
            reader->start = (size_t)(feed - reader->buffer) + 1;
            break;
        }
        reader->start = reader->end = 0;
        if (reader->at_end) break;
        MP_TRY(fill(reader, error));
    }
    return mp_fail(error, MP_ERROR_LIMIT, "the line is too long");
}

mp_status mp_reader_line(mp_reader *reader, size_t most, mp_text *line, bool *more, mp_error *error) {
    size_t searched = 0;

    *more = true;
    for (;;) {
        size_t waiting = reader->end - reader->start;
        char *feed =
            waiting == searched ? NULL : memchr(reader->buffer + reader->start + searched, '\n', waiting - searched);
        if (feed != NULL || reader->at_end) {
            size_t length = feed == NULL ? waiting : (size_t)(feed - reader->buffer) - reader->start;
            *line = (mp_text){reader->buffer + reader->start, length};
            *more = feed != NULL || length > 0;
            reader->start += length + (feed != NULL ? 1 : 0);
            return MP_OK;
        }
        searched = waiting;
        if (waiting > most) return pass_over_line(reader, error);
        mp_status status = fill(reader, error);
        if (status != MP_OK) *more = false;
        MP_TRY(status);
    }
}

static mp_status fail_early(mp_reader *reader, mp_error *error) {
    reader->start = reader->end = 0;
    return mp_fail(error, MP_ERROR_INPUT, "the file ends too early");
}

mp_status mp_reader_take(mp_reader *reader, size_t length, mp_text *bytes, mp_error *error) {
    while (reader->end - reader->start < length) {
        if (reader->at_end) return fail_early(reader, error);
        MP_TRY(fill(reader, error));
    }
    *bytes = (mp_text){reader->buffer + reader->start, length};
    reader->start += length;
    return MP_OK;
}

mp_status mp_reader_skip(mp_reader *reader, uint64_t length, mp_error *error) {
    while (reader->end - reader->start < length) {
        if (reader->at_end) return fail_early(reader, error);
        length -= reader->end - reader->start;
        reader->start = reader->end = 0;
        MP_TRY(fill(reader, error));
    }
    reader->start += (size_t)length;
    return MP_OK;
}

uint64_t mp_reader_offset(const mp_reader *reader) { return reader->filled - (reader->end - reader->start); }

bool mp_reader_has_ended(const mp_reader *reader) {
    return reader->broken || (reader->at_end && reader->start == reader->end);
}
