/* arena.c: memory given out piece by piece and freed at once. Knows nothing of what is kept in it. */
#include "arena.h"

#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define MP_POISONS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MP_POISONS 1
#endif
#endif
#ifdef MP_POISONS
#include <sanitizer/asan_interface.h>
#define POISON(at, size) ASAN_POISON_MEMORY_REGION((at), (size))
#define UNPOISON(at, size) ASAN_UNPOISON_MEMORY_REGION((at), (size))
enum { gap_size = 16 }; /* a poisoned gap after each piece, so that a step over the edge is seen */
#else
#define POISON(at, size) ((void)(at))
#define UNPOISON(at, size) ((void)(at))
enum { gap_size = 0 };
#endif

enum {
    alignment = 16,
    chunk_size = 16 * 1024 - 64,
    largest_chunk = 32 * 1024 - 64,
    large_piece = 24 * 1024,
    first_capacity = 16
};

struct mp_arena_chunk {
    mp_arena_chunk *older;
    size_t size; /* of what follows the header */
};

enum { header_size = (sizeof(mp_arena_chunk) + alignment - 1) / alignment * alignment };

static void *reallocate_from_library(void *context, void *memory, size_t size) {
    (void)context;
    return realloc(memory, size);
}

static void release_to_library(void *context, void *memory) {
    (void)context;
    free(memory);
}

void mp_arena_init(mp_arena *arena, const mp_allocator *allocator) {
    *arena = (mp_arena){.allocator = {reallocate_from_library, release_to_library, NULL}};
    if (allocator != NULL) arena->allocator = *allocator;
}

void mp_arena_free(mp_arena *arena) {
    while (arena->chunks != NULL) {
        mp_arena_chunk *chunk = arena->chunks;
        arena->chunks = chunk->older;
        UNPOISON((char *)chunk + header_size, chunk->size);
        arena->allocator.release(arena->allocator.context, chunk);
    }
    arena->next = arena->end = NULL;
}

/* A chunk of `size` bytes, all of them idle. */
static mp_arena_chunk *take_chunk(mp_arena *arena, size_t size, mp_arena_chunk *older) {
    if (size > SIZE_MAX - header_size) return NULL;
    mp_arena_chunk *chunk = arena->allocator.reallocate(arena->allocator.context, NULL, header_size + size);

    if (chunk != NULL) *chunk = (mp_arena_chunk){older, size};
    return chunk;
}

/* Chunks grow with what was taken so far, so that a large document costs few of them, and little of the last is idle. */
static bool add_chunk(mp_arena *arena, size_t least) {
    size_t size = arena->chunks == NULL ? (size_t)chunk_size : arena->chunks->size * 2;
    if (size > largest_chunk) size = largest_chunk;
    if (size < least) size = least;
    mp_arena_chunk *chunk = take_chunk(arena, size, arena->chunks);
    if (chunk == NULL) return false;

    arena->chunks = chunk;
    arena->next = (char *)chunk + header_size;
    arena->end = arena->next + size;
    POISON(arena->next, size);
    return true;
}

/* What is large has a chunk to itself, behind the newest, of which nothing is left idle. */
static void *take_large(mp_arena *arena, size_t size) {
    if (arena->chunks == NULL && !add_chunk(arena, 0)) return NULL;
    mp_arena_chunk *chunk = take_chunk(arena, size, arena->chunks->older);
    if (chunk == NULL) return NULL;

    arena->chunks->older = chunk;
    return (char *)chunk + header_size;
}

/* With what keeps the next piece aligned. */
static size_t whole_size(size_t size) {
    return size + gap_size == 0 ? (size_t)alignment : (size + gap_size + alignment - 1) / alignment * alignment;
}

void *mp_arena_take_unset(mp_arena *arena, size_t size) {
    if (size > SIZE_MAX / 2) return NULL;
    size_t whole = whole_size(size);

    if (whole >= large_piece) return take_large(arena, size);
    if ((size_t)(arena->end - arena->next) < whole && !add_chunk(arena, whole)) return NULL;
    void *memory = arena->next;
    arena->next += whole;
    UNPOISON(memory, size);
    return memory;
}

void mp_arena_take_back(mp_arena *arena, const void *newest, size_t size) {
    size_t whole = whole_size(size);
    if (whole >= large_piece || (const char *)newest + whole != arena->next) return;

    arena->next -= whole;
    POISON(arena->next, whole);
}

void *mp_arena_take(mp_arena *arena, size_t size) {
    void *memory = mp_arena_take_unset(arena, size);

    if (memory != NULL) memset(memory, 0, size);
    return memory;
}

void *mp_arena_take_array(mp_arena *arena, size_t count, size_t item_size) {
    if (item_size != 0 && count > SIZE_MAX / 2 / item_size) return NULL;
    return mp_arena_take(arena, count * item_size);
}

mp_text mp_arena_copy(mp_arena *arena, mp_text text) {
    if (text.length == SIZE_MAX) return (mp_text){NULL, 0};
    char *bytes = mp_arena_take_unset(arena, text.length + 1);

    if (bytes == NULL) return (mp_text){NULL, 0};
    if (text.length > 0) memcpy(bytes, text.bytes, text.length);
    bytes[text.length] = '\0';
    return (mp_text){bytes, text.length};
}

/* ---- Arrays ------------------------------------------------------------------------------------------------------ */

/* A large array’s chunk may be enlarged where it stands, so that nothing of it is left behind. */

/* What points to the chunk that holds `size` bytes at `items` alone; NULL where none does. */
static mp_arena_chunk **find_own_chunk(mp_arena *arena, const void *items, size_t size) {
    mp_arena_chunk **at = size < large_piece ? NULL : &arena->chunks->older;

    while (at != NULL && *at != NULL && (const char *)*at + header_size != (const char *)items) at = &(*at)->older;
    return at == NULL || *at == NULL || (*at)->size != size ? NULL : at;
}

/* Makes an array larger, or a large one smaller. NULL where memory ends. */
static void *resize(mp_arena *arena, void *items, size_t size, size_t wanted) {
    mp_arena_chunk **own = size == 0 ? NULL : find_own_chunk(arena, items, size);

    if (own == NULL) {
        void *memory = mp_arena_take_unset(arena, wanted);
        if (memory != NULL && size > 0) memcpy(memory, items, size < wanted ? size : wanted);
        return memory;
    }
    mp_arena_chunk *older = (*own)->older;
    mp_arena_chunk *chunk = arena->allocator.reallocate(arena->allocator.context, *own, header_size + wanted);
    if (chunk == NULL) return NULL;
    *chunk = (mp_arena_chunk){older, wanted};
    *own = chunk;
    return (char *)chunk + header_size;
}

bool mp_arena_reserve(mp_arena *arena, void **items, size_t *capacity, size_t wanted, size_t item_size) {
    if (wanted <= *capacity) return true;
    if (wanted > SIZE_MAX / 2 / item_size) return false;
    void *larger = resize(arena, *items, *capacity * item_size, wanted * item_size);

    if (larger == NULL) return false;
    *items = larger;
    *capacity = wanted;
    return true;
}

bool mp_arena_grow(mp_arena *arena, void **items, size_t count, size_t *capacity, size_t item_size) {
    size_t wanted = *capacity * item_size < large_piece ? *capacity * 2 : *capacity + *capacity / 2;

    return count < *capacity ||
           mp_arena_reserve(arena, items, capacity, *capacity == 0 ? first_capacity : wanted, item_size);
}

void mp_arena_fit(mp_arena *arena, void **items, size_t count, size_t *capacity, size_t item_size) {
    size_t size = *capacity * item_size, wanted = count * item_size;
    if (count == *capacity || wanted < large_piece || find_own_chunk(arena, *items, size) == NULL) return;
    void *smaller = resize(arena, *items, size, wanted);

    if (smaller == NULL) return;
    *items = smaller;
    *capacity = count;
}
