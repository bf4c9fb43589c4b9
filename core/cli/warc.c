/* warc.c: the pages in a WARC file. Knows records, and of HTTP as much as tells which of them are pages. */
#include "warc.h"

#include "../html/ascii.h"
#include "../status.h"
#include "http.h"
#include "reader.h"

#include <stdlib.h>
#include <string.h>

/* A page, packed or not, is no larger than what is read of it; heads are short. */
enum { most_bytes = 64 << 20, most_of_line = 64 << 10, most_of_head = 64 << 10 };

/* What a record says of itself. */
typedef struct record_head {
    bool is_response; /* … that came by HTTP */
    bool has_length;
    uint64_t length;
    char *url; /* may be NULL */
    size_t url_length;
} record_head;

static void read_length(mp_text value, record_head *head) {
    head->has_length = value.length > 0 && value.length <= 18;
    head->length = 0;
    for (size_t i = 0; head->has_length && i < value.length; i++) {
        head->has_length = value.bytes[i] >= '0' && value.bytes[i] <= '9';
        head->length = head->length * 10 + (uint64_t)(value.bytes[i] - '0');
    }
}

/* Some writers put the address between angle brackets. */
static mp_status keep_url(mp_text value, record_head *head, mp_error *error) {
    if (value.length >= 2 && value.bytes[0] == '<') value.bytes++, value.length -= 2;
    char *url = malloc(value.length + 1);

    if (url == NULL) return mp_fail_memory(error);
    if (value.length > 0) memcpy(url, value.bytes, value.length);
    free(head->url);
    head->url = url;
    head->url_length = value.length;
    return MP_OK;
}

static mp_status read_field(mp_text line, record_head *head, bool *is_http, mp_error *error) {
    const char *colon = memchr(line.bytes, ':', line.length);

    if (colon == NULL) return MP_OK;
    size_t length = (size_t)(colon - line.bytes) + 1;
    mp_text value = mp_http_trim((mp_text){line.bytes + length, line.length - length});
    if (mp_ascii_stands_at(line, 0, "warc-type:")) head->is_response = mp_ascii_is(value, "response");
    if (mp_ascii_stands_at(line, 0, "content-type:")) *is_http = mp_ascii_stands_at(value, 0, "application/http");
    if (mp_ascii_stands_at(line, 0, "content-length:")) read_length(value, head);
    return mp_ascii_stands_at(line, 0, "warc-target-uri:") ? keep_url(value, head, error) : MP_OK;
}

/* The lines up to the empty one. */
static mp_status read_head(mp_reader *reader, record_head *head, mp_error *error) {
    bool more = true, is_http = false;

    for (;;) {
        mp_text line;
        MP_TRY(mp_reader_line(reader, most_of_line, &line, &more, error));
        if (!more) return mp_fail(error, MP_ERROR_INPUT, "the record ends in its head");
        line = mp_http_trim(line);
        if (line.length == 0) break;
        MP_TRY(read_field(line, head, &is_http, error));
    }
    head->is_response = head->is_response && is_http;
    return head->has_length ? MP_OK : mp_fail(error, MP_ERROR_INPUT, "the record does not say how long it is");
}

/* Finds the next record's first line. What stands there instead is told once. */
static mp_status find_record(mp_warc *warc, mp_reader *reader, bool *more, mp_error *error) {
    for (;;) {
        mp_text line;
        uint64_t offset = mp_reader_offset(reader);
        mp_status status = mp_reader_line(reader, most_of_line, &line, more, error);
        if (status == MP_ERROR_LIMIT) line = MP_TEXT("too long");
        if (status != MP_OK && status != MP_ERROR_LIMIT) return status; /* *more is false then */
        line = mp_http_trim(line);
        if (!*more) return MP_OK;
        if (line.length == 0) continue;
        bool is_record = mp_ascii_stands_at(line, 0, "warc/");
        if (!is_record && warc->is_lost) continue;
        warc->record++;
        warc->offset = offset;
        warc->is_lost = !is_record;
        return is_record ? MP_OK : mp_fail(error, MP_ERROR_INPUT, "no record of a WARC file begins here");
    }
}

/* Whether the response that comes next holds a page. */
static bool holds_page(mp_reader *reader, uint64_t length) {
    mp_http_head head;
    mp_text begin = mp_reader_peek(reader, length < most_of_head ? (size_t)length : most_of_head);

    return mp_http_head_read(begin, &head) && head.is_page;
}

static mp_status take_page(mp_reader *reader, const record_head *head, mp_warc_page *page, mp_error *error) {
    mp_text response;

    MP_TRY(mp_reader_take(reader, (size_t)head->length, &response, error));
    page->length = head->url_length + 1 + response.length;
    page->bytes = malloc(page->length);
    if (page->bytes == NULL) return mp_fail_memory(error);
    if (head->url_length > 0) memcpy(page->bytes, head->url, head->url_length);
    page->bytes[head->url_length] = '\n';
    memcpy(page->bytes + head->url_length + 1, response.bytes, response.length);
    return MP_OK;
}

/* A record; no page where it is another sort of one. */
static mp_status read_record(mp_warc *warc, mp_reader *reader, record_head *head, mp_warc_page *page, mp_error *error) {
    mp_status status = read_head(reader, head, error);

    warc->is_lost = status != MP_OK;
    if (status != MP_OK) return status;
    if (!head->is_response || !holds_page(reader, head->length)) return mp_reader_skip(reader, head->length, error);
    if (head->length <= most_bytes) return take_page(reader, head, page, error);
    MP_TRY(mp_reader_skip(reader, head->length, error));
    return mp_fail(error, MP_ERROR_LIMIT, "the record is too large");
}

mp_status mp_warc_next(mp_warc *warc, mp_reader *reader, mp_warc_page *page, bool *more, mp_error *error) {
    *page = (mp_warc_page){.bytes = NULL};
    *more = true;
    while (*more && page->bytes == NULL) {
        record_head head = {.is_response = false};
        MP_TRY(find_record(warc, reader, more, error));
        if (!*more) break;
        mp_status status = read_record(warc, reader, &head, page, error);
        free(head.url);
        if (status == MP_OK) continue;
        *more = !mp_reader_has_ended(reader);
        return status;
    }
    return MP_OK;
}
