/* packed.c: unpacks bytes in which what repeats stands once. Knows nothing of what they are. */
#include "packed.h"

#include <string.h>

mp_unpacker mp_unpacker_of(const mp_packed *packed) {
    return (mp_unpacker){
        .bytes = packed->bytes, .counts = packed->counts, .distances = packed->distances, .left = packed->length};
}

/* What is copied may reach into what is being written: the same over and over. */
static void repeat(uint8_t *to, uint32_t distance, uint32_t count) {
    const uint8_t *from = to - distance;

    if (distance >= count)
        memcpy(to, from, count);
    else
        for (uint32_t i = 0; i < count; i++) to[i] = from[i];
}

/* Reads the numbers of the next step, or of the second half of this one. False where they are not well made. */
static bool read_numbers(mp_unpacker *u) {
    u->repeats = !u->repeats && u->begun;
    u->begun = true;
    u->count = mp_packed_number(&u->counts);
    if (!u->repeats) return u->count <= u->left;
    u->count += MP_PACKED_LEAST;
    uint32_t other = mp_packed_number(&u->distances);
    if (other != 0) u->distance = other;
    return u->distance != 0 && u->distance <= MP_PACKED_FARTHEST && u->distance <= u->written && u->count <= u->left;
}

bool mp_unpack(mp_unpacker *u, uint8_t *out, uint32_t length) {
    if (length > u->left) return false;

    for (uint32_t done = 0, count; done < length; done += count) {
        while (u->count == 0)
            if (!read_numbers(u)) return false;
        count = u->count < length - done ? u->count : length - done;
        if (u->repeats) {
            repeat(out + done, u->distance, count);
        } else {
            memcpy(out + done, u->bytes, count);
            u->bytes += count;
        }
        u->count -= count;
        u->left -= count;
        u->written += count;
    }
    return true;
}
