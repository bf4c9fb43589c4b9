/* gate.h: whether a text may name a model at all: one pass over its bytes, by vectors where the machine has them. Lets
 * through too much, never too little; what passes is read word by word. Knows how the rules' words begin; nothing of
 * sentences. */
#ifndef MOUTHPIECE_GATE_H
#define MOUTHPIECE_GATE_H

#include "lexicon.h"

enum { MP_GATE_STARTS = 32 * 32 * 32 / 64, MP_GATE_RUNS = 1024 };

/* Of each telling word or phrase one run of ASCII letters and digits is looked for, bounded by what is neither. */
typedef struct mp_gate {
    uint64_t starts[MP_GATE_STARTS]; /* bits: the low five bits of a run's first three bytes */
    uint32_t runs[MP_GATE_RUNS];     /* hashes of whole runs, by hash; 0: free */
    bool open;                       /* lets every text through: a word that no run tells is among them, or too many */
} mp_gate;

/* The gate for what `lexicon`, which is open, knows of models. NULL where memory ends. */
mp_gate *mp_gate_of(const mp_lexicon *lexicon, mp_arena *arena);

/* `text` is valid UTF-8. */
bool mp_gate_lets_through(const mp_gate *gate, mp_text text);

/* The same without vectors, for machines that have none and for the test that compares the two. */
bool mp_gate_lets_through_plain(const mp_gate *gate, mp_text text);

#endif
