/* arena_test.c: pieces of every size stand apart, whatever was taken before them. AddressSanitizer sees what a piece without
 * room would write over. */
#include "support.h"

#include "arena.h"

enum { step = 61, most_size = 150000 };

/* Takes two pieces of `size`, and writes on all of both. */
static void takes(mp_arena *arena, size_t size) {
    char *first = mp_arena_take_unset(arena, size);
    assert_non_null(first);
    memset(first, 'a', size);
    char *second = mp_arena_take_unset(arena, size);
    assert_non_null(second);
    memset(second, 'b', size);

    for (size_t i = 0; i < size; i++) assert_int_equal(first[i], 'a');
}

static void a_piece_of_any_size_has_room(void **state) {
    (void)state;
    for (size_t size = 1; size < most_size; size += step) {
        mp_arena arena;
        mp_arena_init(&arena, NULL);
        takes(&arena, size);
        mp_arena_free(&arena);
    }
}

static void so_has_one_behind_others(void **state) {
    mp_arena arena;
    (void)state;
    mp_arena_init(&arena, NULL);
    for (size_t size = 1; size < most_size; size += size / 8 + step) takes(&arena, size);
    for (size_t size = most_size; size > 2 * step; size -= size / 8 + step) takes(&arena, size);
    mp_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_piece_of_any_size_has_room),
                                       cmocka_unit_test(so_has_one_behind_others)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
