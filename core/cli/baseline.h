/* baseline.h: what an earlier run found, so that only what is new counts. A baseline is the SARIF file of that run. Knows
 * SARIF's results by file and fingerprint; nothing else of them. */
#ifndef MOUTHPIECE_BASELINE_H
#define MOUTHPIECE_BASELINE_H

#include "result.h"

typedef struct mp_baseline mp_baseline;

/* Reads the file. NULL where that fails; the user has been told on standard error. */
mp_baseline *mp_baseline_read(const char *file);
void mp_baseline_free(mp_baseline *baseline); /* takes NULL */

/* Sets aside the results that the baseline has, at their level or a higher one. False where memory ends. */
bool mp_baseline_apply(const mp_baseline *baseline, mp_checked *checked, mp_arena *arena);

#endif
