/* packed.c: unpacks bytes in which what repeats stands once. Knows nothing of what they are. */
#include "packed.h"

#include <string.h>

/* What is copied may reach into what is being written: the same over and over. */
static void repeat(uint8_t *to, uint32_t distance, uint32_t count) {
    const uint8_t *from = to - distance;

    if (distance >= count)
        memcpy(to, from, count);
    else
        for (uint32_t i = 0; i < count; i++) to[i] = from[i];
}

bool mp_unpack(const mp_packed *packed, uint8_t *out) {
    const uint8_t *bytes = packed->bytes, *counts = packed->counts, *distances = packed->distances;
    uint32_t written = 0, distance = 0;

    while (written < packed->length) {
        uint32_t count = mp_packed_number(&counts);
        if (count > packed->length - written) return false;
        memcpy(out + written, bytes, count);
        bytes += count;
        written += count;
        if (written == packed->length) break;

        count = mp_packed_number(&counts) + MP_PACKED_LEAST;
        uint32_t other = mp_packed_number(&distances);
        if (other != 0) distance = other;
        if (distance == 0 || distance > written || count > packed->length - written) return false;
        repeat(out + written, distance, count);
        written += count;
    }
    return true;
}
