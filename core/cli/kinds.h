/* kinds.h: the kinds of findings as other programs list them: an id, a name, and what to tell about it. Knows roles and
 * acts; no format. */
#ifndef MOUTHPIECE_KINDS_H
#define MOUTHPIECE_KINDS_H

#include "../mouthpiece.h"

typedef struct mp_kind {
    mp_role role;
    mp_act act;
    const char *id;    /* "spokesperson/apology" */
    const char *name;  /* "ModelQuotedAsSpokespersonApology" */
    const char *title; /* one sentence: what it is */
    const char *help;  /* why it matters, and what to do */
} mp_kind;

enum { MP_KIND_COUNT = 9 };
extern const mp_kind mp_kinds[MP_KIND_COUNT];

/* Notes on wording are no findings, and of one kind. */
#define MP_WORDING_KIND "wording"
extern const mp_kind mp_wording_kind;

/* The finding's kind, as its index in mp_kinds. */
size_t mp_kind_of(const mp_finding *finding);

#endif
