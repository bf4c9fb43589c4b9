/* shipped.h: the packs of this folder as the rules that they make, in constant tables. generate.c writes them at build
 * time, then codes.c the patterns' codes; rules_ship.c hands them to engines. */
#ifndef MOUTHPIECE_SHIPPED_H
#define MOUTHPIECE_SHIPPED_H

#include "../lexicon_table.h"
#include "../rules.h"

/* All but its lexicon, codes and memory, its stems and weights, and the sources of its patterns. */
extern const mp_rules mp_shipped_rules;

/* By pattern. For the program that compiles them: nothing else names them, so that linkers leave them out. */
extern const mp_text mp_shipped_sources[];

/* Stems and weights, as numbers of packed.h. */
typedef struct mp_shipped_weights {
    const uint8_t *letters; /* by stem: how many of the stem before go, then its own; and a 0 */
    const uint8_t *zones;   /* by stem: bits of the zones in which it weighs */
    const uint8_t *roles;   /* its weights there */
    const uint8_t *weights; /* all those of mp_weights, in its order */
} mp_shipped_weights;

extern const mp_shipped_weights mp_shipped_weighing;
extern const mp_lexicon_table mp_shipped_lexicon;
extern const mp_gate mp_shipped_gate;

/* What the patterns are once compiled, by anchor. For the kind of machine that the program is for, unlike the tables. */
typedef struct mp_shipped_pack {
    mp_pattern_pack pack;
    const mp_pattern_packed *of_anchor; /* NULL: nothing was compiled */
} mp_shipped_pack;

extern const mp_shipped_pack mp_shipped_codes;

#endif
