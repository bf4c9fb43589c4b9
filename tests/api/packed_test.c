/* packed_test.c: packed bytes come out whole, at once or piece by piece, over what they repeat too, and what is not well
 * made is refused without a byte read or written beyond. */
#include "support.h"

#include "packed.h"

#include <string.h>

#define COUNT(array) ((uint32_t)(sizeof(array) / sizeof *(array)))

static void comes_out_whole(void **state) {
    (void)state;
    static const uint8_t bytes[] = {'a', 'b', '!'}, counts[] = {2, 3, 0, 0, 1}, distances[] = {2, 0};
    static const mp_packed packed = {bytes, counts, distances, 10};
    uint8_t out[10];
    mp_unpacker from = mp_unpacker_of(&packed);
    assert_true(mp_unpack(&from, out, 10));
    assert_memory_equal(out, "ababababa!", 10);
    assert_false(mp_unpack(&from, out, 1));
}

static void comes_out_in_pieces(void **state) {
    (void)state;
    static const uint8_t bytes[] = {'a', 'b', '!'}, counts[] = {2, 3, 0, 0, 1}, distances[] = {2, 0};
    static const mp_packed packed = {bytes, counts, distances, 10};
    for (uint32_t piece = 1; piece < 10; piece++) {
        uint8_t out[10] = {0};
        mp_unpacker from = mp_unpacker_of(&packed);
        for (uint32_t at = 0; at < 10; at += piece)
            assert_true(mp_unpack(&from, out + at, at + piece < 10 ? piece : 10 - at));
        assert_memory_equal(out, "ababababa!", 10);
    }
}

static void reads_long_numbers(void **state) {
    (void)state;
    static const uint8_t bytes[] = {'a', 'b'}, counts[] = {1, 0xaa, 0x02, 1}, distances[] = {1};
    static const mp_packed packed = {bytes, counts, distances, 302};
    uint8_t out[302];
    mp_unpacker from = mp_unpacker_of(&packed);
    assert_true(mp_unpack(&from, out, sizeof out));
    for (size_t i = 0; i < 301; i++) assert_int_equal(out[i], 'a');
    assert_int_equal(out[301], 'b');
}

static void refuses_what_is_not_well_made(void **state) {
    (void)state;
    static const uint8_t bytes[] = {'a'};
    static const struct {
        uint8_t counts[2], distances[1];
        uint32_t length;
    } wrong[] = {{{1, 0}, {2}, 8}, {{1, 0}, {0}, 8}, {{1, 7}, {1}, 8}, {{9, 0}, {1}, 8}};
    for (uint32_t i = 0; i < COUNT(wrong); i++) {
        const mp_packed packed = {bytes, wrong[i].counts, wrong[i].distances, wrong[i].length};
        uint8_t *out = malloc(wrong[i].length);
        assert_non_null(out);
        mp_unpacker from = mp_unpacker_of(&packed);
        assert_false(mp_unpack(&from, out, packed.length));
        free(out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(comes_out_whole), cmocka_unit_test(comes_out_in_pieces),
                                       cmocka_unit_test(reads_long_numbers),
                                       cmocka_unit_test(refuses_what_is_not_well_made)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
