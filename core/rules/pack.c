/* pack.c: packs bytes for core/packed.h: a part of the build's programs, never shipped. Takes its time to find what stood
 * before: every place with the same three bytes is looked at. */
#include "pack.h"

#include <string.h>

enum { numbers_a_line = 24, shortest = 3, hash_bits = 16, none = -1, number_bytes = 5 };

typedef struct column {
    uint8_t *bytes;
    size_t length;
} column;

typedef struct packer {
    const uint8_t *from;
    int32_t length, seen; /* places before `seen` are known */
    int32_t *newest;      /* by hash of three bytes: the last place with it */
    int32_t *before;      /* by place: the one before it with the same hash */
    int32_t distance;     /* of the last step */
    column bytes, counts, distances;
} packer;

typedef struct repetition {
    int32_t length, distance, gain; /* gain: in bits, about */
} repetition;

static void put_number(column *to, uint32_t number) {
    for (; number > 0x7f; number >>= 7) to->bytes[to->length++] = (uint8_t)(number | 0x80);
    to->bytes[to->length++] = (uint8_t)number;
}

static uint32_t hash_at(const packer *p, int32_t at) {
    uint32_t three = (uint32_t)p->from[at] << 16 | (uint32_t)p->from[at + 1] << 8 | p->from[at + 2];
    return (three * 2654435761u) >> (32 - hash_bits);
}

static int32_t bytes_of(int32_t number) { return number < 1 << 7 ? 1 : number < 1 << 14 ? 2 : 3; }

static void see(packer *p, int32_t end) {
    for (; p->seen < end && p->seen + shortest <= p->length; p->seen++) {
        uint32_t hash = hash_at(p, p->seen);
        p->before[p->seen] = p->newest[hash];
        p->newest[hash] = p->seen;
    }
}

static int32_t same_bytes(const packer *p, int32_t one, int32_t other) {
    int32_t same = 0;
    while (one + same < p->length && p->from[one + same] == p->from[other + same]) same++;
    return same;
}

/* What is best repeated at a place. */
static repetition find(packer *p, int32_t at) {
    repetition best = {0, 0, 0};
    see(p, at);
    if (p->distance > 0) {
        int32_t same = same_bytes(p, at, at - p->distance);
        if (same >= MP_PACKED_LEAST) best = (repetition){same, p->distance, (same - MP_PACKED_LEAST) * 8 + 6};
    }
    if (at + shortest > p->length) return best;

    int32_t earlier = p->newest[hash_at(p, at)];
    for (; earlier != none && at - earlier <= MP_PACKED_FARTHEST; earlier = p->before[earlier]) {
        int32_t same = same_bytes(p, at, earlier), gain = (same - 1 - bytes_of(at - earlier)) * 8 - 6;
        if (same > shortest && gain > best.gain) best = (repetition){same, at - earlier, gain};
    }
    return best;
}

static void put_new(packer *p, int32_t from, int32_t end) {
    size_t count = (size_t)(end - from);

    put_number(&p->counts, (uint32_t)count);
    memcpy(p->bytes.bytes + p->bytes.length, p->from + from, count);
    p->bytes.length += count;
}

static void pack(packer *p) {
    int32_t at = 0, written = 0;

    while (at < p->length) {
        repetition here = find(p, at);
        /* a step later much more may be repeated */
        if (here.length == 0 || (at + 1 < p->length && find(p, at + 1).length > here.length + 1)) {
            at++;
            continue;
        }
        put_new(p, written, at);
        put_number(&p->counts, (uint32_t)(here.length - MP_PACKED_LEAST));
        put_number(&p->distances, here.distance == p->distance ? 0 : (uint32_t)here.distance);
        p->distance = here.distance;
        written = at += here.length;
    }
    put_new(p, written, p->length);
}

static void write_bytes(FILE *out, const char *name, mp_text bytes) {
    fprintf(out, "static const uint8_t %s[] = {", name);
    for (size_t i = 0; i < bytes.length; i++)
        fprintf(out, "%s%u,", i % numbers_a_line == 0 ? "\n    " : " ", (unsigned char)bytes.bytes[i]);
    fputs("\n};\n", out);
}

static void write_column(FILE *out, const char *name, const char *what, const column *c) {
    char full[64];

    snprintf(full, sizeof full, "%s_%s", name, what);
    write_bytes(out, full, (mp_text){(const char *)c->bytes, c->length});
}

static bool take_column(column *c, size_t length, mp_arena *arena) {
    c->bytes = mp_arena_take(arena, length);
    return c->bytes != NULL;
}

bool mp_pack_write(FILE *out, const char *name, mp_text bytes, mp_arena *arena) {
    packer p = {.from = (const uint8_t *)bytes.bytes, .length = (int32_t)bytes.length};
    size_t steps = bytes.length / MP_PACKED_LEAST + 1;
    p.newest = MP_NEW_ARRAY(arena, (size_t)1 << hash_bits, int32_t);
    p.before = MP_NEW_ARRAY(arena, bytes.length + 1, int32_t);
    if (p.newest == NULL || p.before == NULL || !take_column(&p.bytes, bytes.length + 1, arena) ||
        !take_column(&p.counts, steps * number_bytes * 2, arena) ||
        !take_column(&p.distances, steps * number_bytes, arena))
        return false;

    for (int32_t i = 0; i < 1 << hash_bits; i++) p.newest[i] = none;
    pack(&p);
    write_column(out, name, "bytes", &p.bytes);
    write_column(out, name, "counts", &p.counts);
    write_column(out, name, "distances", &p.distances);
    fprintf(out, "static const mp_packed %s = {%s_bytes, %s_counts, %s_distances, %zu};\n", name, name, name, name,
            bytes.length);
    return true;
}
