/* engine.h: the engine's inside and what its steps leave, for the few that look into them: the check, the examples of
 * packs, the explanation. Knows every step by its header. */
#ifndef MOUTHPIECE_ENGINE_H
#define MOUTHPIECE_ENGINE_H

#include "judgement.h"
#include "note.h"

struct mp_engine {
    mp_allocator allocator;
    mp_arena arena;
    mp_rules rules;
    size_t max_blocks, max_bytes;
};

/* What the steps leave for the report, each in the arena that the run was given. */
typedef struct mp_results {
    mp_article article;
    mp_tokens tokens;
    mp_stretches stretches;
    mp_sentences sentences;
    mp_mentions mentions;
    mp_verbs verbs;
    mp_references references;
    mp_attributions attributions;
    mp_signs signs;
    mp_judgements judgements;
    mp_notes notes;
    bool unread; /* there was something to look for, in a language that the rules cannot read */
    bool judged; /* all steps have run */
} mp_results;

/* Reads the article and runs the steps where it can be read and, but for all quotes, names a model.
 * With all quotes: reported clauses of all speakers too. */
mp_status mp_engine_run(const mp_engine *engine, const mp_document *document, const mp_check_options *options,
                        mp_arena *arena, mp_results *results, mp_error *error);

#endif
