/* resolve.h: what each mention stands for: which model “it”, “the bot”, “Musk’s chatbot” or “the reply” is, or which
 * kind of other speaker. Knows mentions and subjects; nothing of quotes. */
#ifndef MOUTHPIECE_RESOLVE_H
#define MOUTHPIECE_RESOLVE_H

#include "clause.h"

/* A model that the page does not name: an airline’s chatbot, “the AI”. */
enum { MP_MODEL_GENERIC = UINT16_MAX };

/* The rules' model of that number; NULL where it is none, or one that the page does not name. */
static inline const mp_model *mp_known_model(const mp_rules *rules, uint16_t model) {
    return model == 0 || model == MP_MODEL_GENERIC ? NULL : &rules->models.items[model - 1];
}

/* Its maker, from 1; 0 where nobody knows. */
static inline uint16_t mp_maker_of_model(const mp_rules *rules, uint16_t model) {
    const mp_model *known = mp_known_model(rules, model);
    return known == NULL ? 0 : known->maker;
}

typedef struct mp_reference {
    uint8_t kind;      /* mp_speaker_kind */
    uint16_t model;    /* from 1 or MP_MODEL_GENERIC, where kind is model */
    uint16_t maker;    /* from 1: this organisation, or the person’s organisation */
    uint8_t certainty; /* in per cent: that it is this and nothing else */
    bool text;         /* a text of the model’s, or a document: speaks only in verbs of writing */
    bool plural;       /* several models at once */
    bool persona;      /* a model that the page may call he or she */
    bool deployer;     /* an organisation that runs a model of which the page gives no name */
} mp_reference;

/* What was told of an “it”, by which it was weighed: one byte for each of MP_IT_FEATURES, 1 or 0. */
typedef struct mp_told_it {
    uint32_t mention;
    uint8_t features[MP_IT_FEATURE_COUNT];
} mp_told_it;

/* The first of them, for those who learn the weights or ask why. */
enum { MP_MOST_TOLD_ITS = 256 };

typedef struct mp_told_its {
    mp_told_it *items;
    uint32_t count, room;
} mp_told_its;

typedef struct mp_references {
    const mp_mentions *mentions;
    const mp_verbs *verbs;
    mp_reference *items; /* by mention */
    uint16_t
        main_model;    /* the one that the page names most; MP_MODEL_GENERIC where only a description stands, else 0 */
    uint16_t *awaited; /* by sentence: the model whose answer it may be, for somebody has just put something to it */
    uint32_t names_models; /* how many mentions are models, by name or not */
    mp_told_its its;
} mp_references;

mp_status mp_references_find(const mp_mentions *mentions, const mp_verbs *verbs, mp_arena *arena,
                             mp_references *references, mp_error *error);

#endif
