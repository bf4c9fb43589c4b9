/* shipped.h: the packs of this folder as the rules that they make, in constant tables. generate.c writes the file at build
 * time; rules_ship.c hands it to engines. */
#ifndef MOUTHPIECE_SHIPPED_H
#define MOUTHPIECE_SHIPPED_H

#include "../lexicon_table.h"
#include "../rules.h"

/* All but its lexicon, codes and memory. */
extern const mp_rules mp_shipped_rules;
extern const mp_lexicon_table mp_shipped_lexicon;

#endif
