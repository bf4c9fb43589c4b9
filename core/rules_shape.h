/* rules_shape.h: whether a rule pack has the shape that packs have: every member known, of its type, well formed. Knows
 * cJSON's values and the table of shapes, which core/schema/rules.schema.json documents; nothing of what rules do. */
#ifndef MOUTHPIECE_RULES_SHAPE_H
#define MOUTHPIECE_RULES_SHAPE_H

#include "arena.h"

enum { MP_DEEPEST_SHAPE = 8 };

/* Something that has not the shape it should have. */
typedef struct mp_misshape {
    mp_text message;
    mp_text path;                     /* "$.cues[3].takes[0]" */
    uint32_t steps[MP_DEEPEST_SHAPE]; /* the numbers of the children that lead there, as mp_json_find() takes them */
    size_t depth;
    bool key; /* the member’s name is what is wrong */
} mp_misshape;

/* Told of each; false ends the check. */
typedef bool (*mp_misshape_visitor)(void *context, const mp_misshape *found);

struct cJSON;

/* Checks the whole pack, and tells `visit` of each misshape in the pack's order. False where memory ends. */
bool mp_rules_check_shape(const struct cJSON *root, mp_arena *arena, mp_misshape_visitor visit, void *context);

#endif
