/* arena.h: memory that is given out piece by piece and freed at once, and arrays that grow in it. Knows nothing of what
 * is kept in it. */
#ifndef MOUTHPIECE_ARENA_H
#define MOUTHPIECE_ARENA_H

#include "mouthpiece.h"

typedef struct mp_arena_chunk mp_arena_chunk;

typedef struct mp_arena {
    mp_allocator allocator;
    mp_arena_chunk *chunks; /* the newest first */
    char *next, *end;       /* what is left of the newest */
} mp_arena;

/* `allocator` may be NULL for the C library's. Takes no memory yet. */
void mp_arena_init(mp_arena *arena, const mp_allocator *allocator);
void mp_arena_free(mp_arena *arena);

/* `size` bytes, zeroed, aligned for any type; NULL where memory ends. A size of 0 gives a valid pointer. */
void *mp_arena_take(mp_arena *arena, size_t size);

/* The same, whatever was there before: for what is written at once. */
void *mp_arena_take_unset(mp_arena *arena, size_t size);

/* Gives back the piece that was taken last, while it is the last. */
void mp_arena_take_back(mp_arena *arena, const void *newest, size_t size);

/* mp_arena_take() for `count` items; NULL too where the product overflows. */
void *mp_arena_take_array(mp_arena *arena, size_t count, size_t item_size);

/* A copy of `text` in the arena, NUL-terminated for the convenience of C. bytes is NULL where memory ends. */
mp_text mp_arena_copy(mp_arena *arena, mp_text text);

#define MP_NEW(arena, type) ((type *)mp_arena_take((arena), sizeof(type)))
#define MP_NEW_ARRAY(arena, count, type) ((type *)mp_arena_take_array((arena), (count), sizeof(type)))

/* Makes room for one more item in an array that lives in the arena. Where it is full it becomes half as large again, or
 * twice as large while it is small; the old copy of a small one stays in the arena until its end. False where memory ends. */
bool mp_arena_grow(mp_arena *arena, void **items, size_t count, size_t *capacity, size_t item_size);

/* Makes room for `wanted` items in all. False where memory ends. */
bool mp_arena_reserve(mp_arena *arena, void **items, size_t *capacity, size_t wanted, size_t item_size);

/* Gives back the room that an array does not need, where it is large. */
void mp_arena_fit(mp_arena *arena, void **items, size_t count, size_t *capacity, size_t item_size);

/* An array type of `type` that mp_push() fills. */
#define MP_ARRAY(type)                                                                                                 \
    struct {                                                                                                           \
        type *items;                                                                                                   \
        size_t count, capacity;                                                                                        \
    }

/* Appends `item` to an MP_ARRAY in `arena`; false where memory ends. */
#define MP_PUSH(arena, array, item)                                                                                    \
    ((array)->count < (array)->capacity || mp_arena_grow((arena), (void **)&(array)->items, (array)->count,            \
                                                         &(array)->capacity, sizeof *(array)->items)                   \
         ? ((array)->items[(array)->count++] = (item), true)                                                           \
         : false)

/* Makes room for `wanted` items in an MP_ARRAY; false where memory ends. */
#define MP_RESERVE(arena, array, wanted)                                                                               \
    mp_arena_reserve((arena), (void **)&(array)->items, &(array)->capacity, (wanted), sizeof *(array)->items)

/* Gives back what an MP_ARRAY to which nothing more is appended does not need. */
#define MP_FIT(arena, array)                                                                                           \
    mp_arena_fit((arena), (void **)&(array)->items, (array)->count, &(array)->capacity, sizeof *(array)->items)

#endif
