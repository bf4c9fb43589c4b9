/* rules_ship.c: makes the shipped rules, which stand in the program as tables, an engine's rules. Knows nothing of JSON. */
#include "rules/shipped.h"
#include "status.h"

#include <string.h>

_Static_assert(sizeof(mp_weights) % sizeof(int16_t) == 0, "weights are nothing but 16-bit numbers");

/* What is small in the program becomes what is found fast. */
static bool read_stems(mp_rules *rules, mp_arena *arena) {
    const uint8_t *letters = mp_shipped_weighing.letters, *zones = mp_shipped_weighing.zones;
    const uint8_t *roles = mp_shipped_weighing.roles;
    mp_stem *stems = MP_NEW_ARRAY(arena, rules->stems.count, mp_stem);
    size_t length = 0;
    if (stems == NULL) return false;

    for (size_t i = 0; i < rules->stems.count; i++) {
        length -= *letters++;
        if (i > 0) memcpy(stems[i].letters, stems[i - 1].letters, length);
        while (*letters >= 'a') stems[i].letters[length++] = (char)*letters++;
        uint8_t weighing = *zones++;
        for (int zone = 0; zone < MP_STEM_ZONE_COUNT; zone++) {
            if ((weighing >> zone & 1) == 0) continue;
            for (int role = 0; role < MP_ROLE_COUNT; role++)
                stems[i].role[zone][role] = (int16_t)mp_packed_signed(&roles);
        }
    }
    rules->stems.items = stems;
    return true;
}

static bool read_weights(mp_rules *rules, mp_arena *arena) {
    const uint8_t *from = mp_shipped_weighing.weights;
    rules->weights = MP_NEW(arena, mp_weights);
    if (rules->weights == NULL) return false;

    for (size_t at = 0; at < sizeof *rules->weights; at += sizeof(int16_t)) {
        int16_t weight = (int16_t)mp_packed_signed(&from);
        memcpy((char *)rules->weights + at, &weight, sizeof weight);
    }
    return true;
}

mp_status mp_rules_ship(mp_rules *rules, mp_arena *arena, mp_error *error) {
    *rules = mp_shipped_rules;
    rules->lexicon = mp_lexicon_of(&mp_shipped_lexicon, arena);
    rules->pattern_memory = MP_NEW(arena, mp_pattern_memory);
    rules->codes.items = MP_NEW_ARRAY(arena, rules->anchors.count, mp_pattern_code);
    if (rules->lexicon == NULL || rules->pattern_memory == NULL || rules->codes.items == NULL ||
        !read_stems(rules, arena) || !read_weights(rules, arena))
        return mp_fail_memory(error);

    rules->codes.count = rules->codes.capacity = rules->anchors.count;
    for (size_t i = 0; mp_shipped_codes.of_anchor != NULL && i < rules->codes.count; i++)
        rules->codes.items[i].packed = &mp_shipped_codes.of_anchor[i];
    rules->pattern_memory->pack = mp_shipped_codes.pack;
    rules->pattern_memory->allocator = arena->allocator;
    return MP_OK;
}
