/* warc.h: the pages in a WARC file, the format in which crawls are kept (ISO 28500): its records one after the other, plain
 * or each packed by gzip. Knows records, and of HTTP as much as tells which of them are pages. */
#ifndef MOUTHPIECE_WARC_H
#define MOUTHPIECE_WARC_H

#include "../mouthpiece.h"

typedef struct mp_reader mp_reader;

/* A file that is being read. */
typedef struct mp_warc {
    size_t record;   /* the number of the record read last, from 1 */
    uint64_t offset; /* where in the unpacked file it begins */
    bool is_lost;    /* what was read last is no record, and that was told */
} mp_warc;

/* A response that holds a page. */
typedef struct mp_warc_page {
    char *bytes; /* the address, empty where the record gives none, a line feed, the response; the caller's to free() */
    size_t length; /* of all */
} mp_warc_page;

/* Reads on to the next page. *more is false at the end, where there is no page. A record that cannot be read fails, and
 * while there is more, the next call goes on with the one after it; `warc` says in both cases which it was. */
mp_status mp_warc_next(mp_warc *warc, mp_reader *reader, mp_warc_page *page, bool *more, mp_error *error);

#endif
