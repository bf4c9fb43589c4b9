/* http.h: HTTP/1 responses as crawlers keep them: what the head says of a page, and the body as it was before it was packed
 * for the way. Knows nothing of who keeps them. */
#ifndef MOUTHPIECE_HTTP_H
#define MOUTHPIECE_HTTP_H

#include "../arena.h"

typedef struct mp_http_head {
    bool is_page;    /* a success that holds HTML */
    bool is_chunked; /* Transfer-Encoding: the body comes in pieces, each with its length */
    mp_text charset; /* of Content-Type; may be empty */
    mp_text coding;  /* Content-Encoding; may be empty */
    size_t length;   /* the head's, the empty line after it included */
} mp_http_head;

/* The text without the white space at its ends. */
mp_text mp_http_trim(mp_text text);

/* Reads the head of a response. False where the bytes begin none, or end before it does. Its texts point into them. */
bool mp_http_head_read(mp_text response, mp_http_head *head);

/* The body behind the head, unpacked: a part of `response` itself where there is nothing to unpack, else in `arena`. Many
 * crawlers unpack the body and leave the head as it came: what does not look packed is taken as it stands. A body that was
 * cut off is what there is of it. MP_ERROR_LIMIT beyond `most` bytes, MP_ERROR_INPUT where it cannot be unpacked. */
mp_status mp_http_body(mp_text response, const mp_http_head *head, size_t most, mp_arena *arena, mp_text *body,
                       mp_error *error);

#endif
