/* mute.h: sets aside what the configuration mutes. Knows mutes and findings; reads no file. */
#ifndef MOUTHPIECE_MUTE_H
#define MOUTHPIECE_MUTE_H

#include "configuration.h"
#include "result.h"

/* What a mute has been good for. */
typedef struct mp_mute_use {
    bool tried; /* something on its paths was checked … */
    bool used;  /* … and it was set aside */
} mp_mute_use;

/* Sets aside the findings and notes that a mute fits, and says so in `uses`, one a mute. False where memory ends. */
bool mp_mute_apply(const mp_configuration *configuration, mp_mute_use *uses, mp_checked *checked, mp_arena *arena);

void mp_mute_add_uses(mp_mute_use *to, const mp_mute_use *from, size_t count);

#endif
