/* http.c: the head and the body of HTTP/1 responses. Knows nothing of who keeps them. */
#include "http.h"

#include "../html/ascii.h"
#include "../status.h"
#include "../text.h"

#include <string.h>
#include <zlib.h>

/* ---- The head ---------------------------------------------------------------------------------------------------- */

mp_text mp_http_trim(mp_text text) {
    while (text.length > 0 && mp_ascii_is_space(text.bytes[0])) text.bytes++, text.length--;
    while (text.length > 0 && mp_ascii_is_space(text.bytes[text.length - 1])) text.length--;
    return text;
}

/* Cuts what stands before `separator`, or all there is, off the text's front. */
static mp_text cut_before(mp_text *text, char separator) {
    const char *end = text->length == 0 ? NULL : memchr(text->bytes, separator, text->length);
    size_t length = end == NULL ? text->length : (size_t)(end - text->bytes);
    mp_text front = {text->bytes, length};

    text->bytes += length + (end == NULL ? 0 : 1);
    text->length -= length + (end == NULL ? 0 : 1);
    return mp_http_trim(front);
}

static bool read_status(mp_text line, bool *succeeded) {
    if (line.length < 5 || memcmp(line.bytes, "HTTP/", 5) != 0) return false;
    cut_before(&line, ' ');
    mp_text status = mp_http_trim(line);
    *succeeded = status.length >= 3 && status.bytes[0] == '2';
    return true;
}

static void read_type(mp_text value, bool *is_html, mp_text *charset) {
    mp_text type = cut_before(&value, ';');

    *is_html = mp_ascii_is(type, "text/html") || mp_ascii_is(type, "application/xhtml+xml");
    while (value.length > 0) {
        mp_text parameter = cut_before(&value, ';');
        if (!mp_ascii_is(cut_before(&parameter, '='), "charset")) continue;
        parameter = mp_http_trim(parameter);
        if (parameter.length >= 2 && parameter.bytes[0] == '"') parameter.bytes++, parameter.length -= 2;
        *charset = parameter;
    }
}

bool mp_http_head_read(mp_text response, mp_http_head *head) {
    mp_text rest = response;
    bool succeeded = false, is_html = false;

    *head = (mp_http_head){.is_page = false};
    if (!read_status(cut_before(&rest, '\n'), &succeeded)) return false;
    for (;;) {
        if (rest.length == 0 || memchr(rest.bytes, '\n', rest.length) == NULL) return false;
        mp_text line = cut_before(&rest, '\n');
        if (line.length == 0) break;
        mp_text name = cut_before(&line, ':'), value = mp_http_trim(line);
        if (mp_ascii_is(name, "content-type")) read_type(value, &is_html, &head->charset);
        if (mp_ascii_is(name, "content-encoding")) head->coding = value;
        if (mp_ascii_is(name, "transfer-encoding")) head->is_chunked = mp_ascii_is(value, "chunked");
    }
    head->is_page = succeeded && is_html;
    head->length = response.length - rest.length;
    return true;
}

/* ---- The body ---------------------------------------------------------------------------------------------------- */

static int digit_of(char c) {
    char lower = mp_ascii_lower(c);

    if (c >= '0' && c <= '9') return c - '0';
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* A piece's length; false where there is none. */
static bool read_length(mp_text line, size_t *length) {
    line = cut_before(&line, ';');
    *length = 0;
    if (line.length == 0 || line.length > 8) return false;
    for (size_t i = 0; i < line.length; i++) {
        int digit = digit_of(line.bytes[i]);
        if (digit < 0) return false;
        *length = *length * 16 + (size_t)digit;
    }
    return true;
}

/* Joins the pieces. */
static mp_status join(mp_text packed, mp_arena *arena, mp_text *joined, mp_error *error) {
    size_t length, count = 0;
    mp_text rest = packed, first = packed;

    *joined = packed;
    if (!read_length(cut_before(&first, '\n'), &length)) return MP_OK;
    char *bytes = mp_arena_take_unset(arena, packed.length);
    if (bytes == NULL) return mp_fail_memory(error);
    while (rest.length > 0 && read_length(cut_before(&rest, '\n'), &length) && length > 0) {
        if (length > rest.length) length = rest.length;
        memcpy(bytes + count, rest.bytes, length);
        count += length;
        rest = (mp_text){rest.bytes + length, rest.length - length};
        cut_before(&rest, '\n'); /* the line's end behind the piece */
    }
    *joined = (mp_text){bytes, count};
    return MP_OK;
}

static mp_status inflate_all(z_stream *stream, size_t most, mp_arena *arena, mp_text *plain, mp_error *error) {
    enum { first_room = 64 * 1024 };
    MP_ARRAY(char) out = {NULL, 0, 0};

    if (!MP_RESERVE(arena, &out, first_room)) return mp_fail_memory(error);
    for (;;) {
        size_t room = (out.capacity < most ? out.capacity : most) - out.count;
        stream->next_out = (Bytef *)out.items + out.count;
        stream->avail_out = (uInt)room;
        int outcome = inflate(stream, Z_NO_FLUSH);
        out.count += room - stream->avail_out;
        *plain = (mp_text){out.items, out.count};
        /* No progress although there is room: the body was cut off. */
        if (outcome == Z_STREAM_END || (outcome == Z_BUF_ERROR && stream->avail_out > 0)) return MP_OK;
        if (outcome != Z_OK && outcome != Z_BUF_ERROR) break;
        if (out.count == most) return mp_fail(error, MP_ERROR_LIMIT, "the page is too large");
        if (!mp_arena_grow(arena, (void **)&out.items, out.count, &out.capacity, 1)) return mp_fail_memory(error);
    }
    return mp_fail(error, MP_ERROR_INPUT, "the page cannot be unpacked");
}

/* `window`: as inflateInit2() takes it. */
static mp_status unzip(mp_text packed, int window, size_t most, mp_arena *arena, mp_text *plain, mp_error *error) {
    z_stream stream = {.next_in = (Bytef *)(uintptr_t)packed.bytes, .avail_in = (uInt)packed.length};

    if (packed.length > UINT32_MAX / 2) return mp_fail(error, MP_ERROR_LIMIT, "the page is too large");
    if (inflateInit2(&stream, window) != Z_OK) return mp_fail_memory(error);
    mp_status status = inflate_all(&stream, most, arena, plain, error);
    inflateEnd(&stream);
    return status;
}

/* What both gzip's and zlib's streams begin with; some words do, too: "80 people". */
static bool looks_zipped(mp_text body) {
    if (body.length < 2) return false;
    unsigned first = (unsigned char)body.bytes[0], second = (unsigned char)body.bytes[1];
    return (first == 0x1F && second == 0x8B) || ((first & 0x0F) == 8 && ((first << 8) | second) % 31 == 0);
}

static mp_text without_mark(mp_text body) {
    static const struct {
        char bytes[4];
        size_t length;
    } marks[] = {
        {"\xEF\xBB\xBF", 3}, {"\xFF\xFE", 2}, {"\xFE\xFF", 3}}; /* the last with half of what follows, a zero */

    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (body.length >= marks[i].length && memcmp(body.bytes, marks[i].bytes, marks[i].length) == 0)
            return mp_text_slice(body, marks[i].length, body.length);
    return body;
}

/* Whether a page begins here and nothing packed: with a tag, or with text, in which a control character is not to be found;
 * of what is packed every tenth byte is one. A zero follows the tag's bracket in UTF-16. */
static bool looks_plain(mp_text body) {
    enum { looked_at = 1024 };
    mp_text text = without_mark(body);
    size_t most = text.length < looked_at ? text.length : looked_at, at = 0;

    if (most >= 2 && text.bytes[0] == '<') {
        char next = mp_ascii_lower(text.bytes[1]);
        if ((next >= 'a' && next <= 'z') || next == '!' || next == '?' || next == '\0') return true;
    }
    while (at < most && ((unsigned char)text.bytes[at] >= ' ' || mp_ascii_is_space(text.bytes[at]))) at++;
    return at == most;
}

mp_status mp_http_body(mp_text response, const mp_http_head *head, size_t most, mp_arena *arena, mp_text *body,
                       mp_error *error) {
    mp_text coding = head->coding;

    *body = (mp_text){response.bytes + head->length, response.length - head->length};
    if (head->is_chunked) MP_TRY(join(*body, arena, body, error));
    if (coding.length == 0 || mp_ascii_is(coding, "identity") || looks_plain(*body)) return MP_OK;
    bool is_deflate = mp_ascii_is(coding, "deflate");
    if (!is_deflate && !mp_ascii_is(coding, "gzip") && !mp_ascii_is(coding, "x-gzip"))
        return mp_fail_about(error, MP_ERROR_INPUT, "the page is packed in a way that is not read", coding);
    /* Servers disagree on whether "deflate" has zlib's head. */
    int window = is_deflate && !looks_zipped(*body) ? -MAX_WBITS : MAX_WBITS + 32;
    return unzip(*body, window, most, arena, body, error);
}
