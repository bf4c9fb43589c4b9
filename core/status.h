/* status.h: errors as values. Knows the public error; nothing of what went wrong. */
#ifndef MOUTHPIECE_STATUS_H
#define MOUTHPIECE_STATUS_H

#include "mouthpiece.h"

/* Runs a call and hands its failure on. */
#define MP_TRY(call)                                                                                                   \
    do {                                                                                                               \
        mp_status mp_try_status = (call);                                                                              \
        if (mp_try_status != MP_OK) return mp_try_status;                                                              \
    } while (0)

/* Fills *error (which may be NULL) with a message and no place, and returns `status`. The message is cut at the end of
 * the buffer, never inside a UTF-8 character. */
mp_status mp_fail(mp_error *error, mp_status status, const char *message);

/* The same, with `detail` after the message: "message: detail". */
mp_status mp_fail_about(mp_error *error, mp_status status, const char *message, mp_text detail);

/* The same as mp_fail, with the block it happened in. */
mp_status mp_fail_in_block(mp_error *error, mp_status status, const char *message, size_t block);

/* The one message for a failed allocation. */
mp_status mp_fail_memory(mp_error *error);

#endif
