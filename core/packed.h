/* packed.h: bytes in which what repeats stands once, for tables that are read once, from their beginning. Knows nothing of
 * what the bytes are. rules/pack.c packs them when the program is built. (Deflated, the patterns’ codes would be a third
 * larger in what is sent, 41 KB for 31, and zlib would be sent with them.) */
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

enum {
    MP_PACKED_LEAST = 2,
    MP_PACKED_FARTHEST = 64 * 1024 /* no more of what was unpacked has to be kept */
};

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

/* How far the unpacking has come. */
typedef struct mp_unpacker {
    const uint8_t *bytes, *counts, *distances;
    uint32_t written, left;
    uint32_t count,
        distance; /* what is left of the step’s new bytes, or of its repeated ones, and how far back they stand */
    bool begun, repeats;
} mp_unpacker;

mp_unpacker mp_unpacker_of(const mp_packed *packed);

/* Writes the next `length` bytes to `out`, before which stand those that were written last, MP_PACKED_FARTHEST of them or
 * all. False where what is packed is not well made, or ends before, which then ends the reading. */
bool mp_unpack(mp_unpacker *unpacker, uint8_t *out, uint32_t length);

#endif
