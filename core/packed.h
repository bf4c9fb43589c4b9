/* packed.h: bytes in which what repeats stands once, for tables that are read as a whole, once. Knows nothing of what the
 * bytes are. rules/pack.c packs them when the program is built. (Deflated, the patterns’ codes would be a third larger in
 * what is sent, 41 KB for 31, and zlib would be sent with them.) */
#ifndef MOUTHPIECE_PACKED_H
#define MOUTHPIECE_PACKED_H

#include "mouthpiece.h"

/* Steps, each some new bytes and then some that stood before. In three columns, since like beside like packs well once
 * more, in whatever archive or answer the program is sent. Numbers are of seven bits a byte, the lowest first. */
typedef struct mp_packed {
    const uint8_t *bytes;     /* the new ones */
    const uint8_t *counts;    /* by step: how many are new, and how many more than MP_PACKED_LEAST are repeated */
    const uint8_t *distances; /* by step: how far back they stand; 0: as far as in the step before */
    uint32_t length;          /* of all, unpacked */
} mp_packed;

enum { MP_PACKED_LEAST = 2 };

/* The number that stands at *from, which moves behind it. */
static inline uint32_t mp_packed_number(const uint8_t **from) {
    uint32_t number = 0;
    unsigned shift = 0;

    do {
        number |= (uint32_t)(**from & 0x7f) << shift;
        shift += 7;
    } while ((*(*from)++ & 0x80) != 0 && shift < 32);
    return number;
}

/* A number of either sign: 0, -1, 1, -2, … are told as 0, 1, 2, 3, … */
static inline int32_t mp_packed_signed(const uint8_t **from) {
    uint32_t told = mp_packed_number(from);
    return (int32_t)(told >> 1) ^ -(int32_t)(told & 1);
}

/* Writes packed->length bytes to `out`. False where `packed` is not well made, which then ends the reading. */
bool mp_unpack(const mp_packed *packed, uint8_t *out);

#endif
