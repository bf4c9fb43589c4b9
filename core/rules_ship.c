/* rules_ship.c: makes the shipped rules, which stand in the program as tables, an engine's rules. Knows nothing of JSON. */
#include "rules/shipped.h"
#include "status.h"

mp_status mp_rules_ship(mp_rules *rules, mp_arena *arena, mp_error *error) {
    *rules = mp_shipped_rules;
    rules->lexicon = mp_lexicon_of(&mp_shipped_lexicon, arena);
    rules->pattern_memory = MP_NEW(arena, mp_pattern_memory);
    rules->codes.items = MP_NEW_ARRAY(arena, rules->anchors.count, mp_pattern_code);
    if (rules->lexicon == NULL || rules->pattern_memory == NULL || rules->codes.items == NULL)
        return mp_fail_memory(error);

    rules->codes.count = rules->codes.capacity = rules->anchors.count;
    for (size_t i = 0; mp_shipped_codes.of_anchor != NULL && i < rules->codes.count; i++)
        rules->codes.items[i].packed = &mp_shipped_codes.of_anchor[i];
    rules->pattern_memory->pack = mp_shipped_codes.pack;
    rules->pattern_memory->allocator = arena->allocator;
    return MP_OK;
}
