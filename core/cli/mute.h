/* mute.h: sets aside what the configuration mutes. Knows mutes and findings; reads no file. */
#ifndef MOUTHPIECE_MUTE_H
#define MOUTHPIECE_MUTE_H

#include "configuration.h"
#include "result.h"

/* Sets aside the results that a mute fits. False where memory ends. */
bool mp_mute_apply(const mp_configuration *configuration, mp_checked *checked, mp_arena *arena);

#endif
