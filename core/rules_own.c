/* rules_own.c: copies rules that stand in the program's tables, once a pack wants to change them. Knows every array of the
 * rules; nothing of JSON. */
#include "rules.h"
#include "status.h"

#include <string.h>

static bool own_items(mp_arena *arena, void **items, size_t count, size_t item_size) {
    void *copy = mp_arena_take_array(arena, count, item_size);

    if (copy == NULL) return false;
    if (count > 0) memcpy(copy, *items, count * item_size);
    *items = copy;
    return true;
}

/* An array in tables is full, so that what is pushed to it makes it grow out of them. */
#define OWN(array) own_items(arena, (void **)&(array).items, (array).count, sizeof *(array).items)

mp_status mp_rules_own(mp_rules *rules, mp_arena *arena, mp_error *error) {
    if (!rules->shared) return MP_OK;

    bool fine =
        OWN(rules->makers) && OWN(rules->models) && OWN(rules->cues) && OWN(rules->patterns) && OWN(rules->anchors) &&
        OWN(rules->evidence) && OWN(rules->messages) && OWN(rules->notes) && OWN(rules->topics) && OWN(rules->stems) &&
        own_items(arena, (void **)&rules->weights, 1, sizeof *rules->weights) && mp_lexicon_own(rules->lexicon, arena);
    rules->shared = !fine;
    return fine ? MP_OK : mp_fail_memory(error);
}
