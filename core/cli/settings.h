/* settings.h: what holds for each file: the command line's words, and under them the configuration's. Knows both, and makes
 * from them engines and baselines; checks nothing. */
#ifndef MOUTHPIECE_SETTINGS_H
#define MOUTHPIECE_SETTINGS_H

#include "arguments.h"
#include "baseline.h"
#include "configuration.h"
#include "mute.h"

typedef struct mp_settings {
    mp_configuration configuration;
    const mp_engine *engine;
    const mp_baseline *baseline; /* or NULL */
    int fail_on;                 /* an mp_level, or MP_FAIL_ON_NEVER */
    mp_level least;              /* findings below this level are not shown */
    mp_input_options input;
    mp_mute_use *mute_uses; /* what the run has seen of each mute, so far */
} mp_settings;

typedef struct mp_settings_book mp_settings_book;

/* The settings of a run; NULL where memory ends. To be freed after all that was given out. */
mp_settings_book *mp_settings_open(const mp_arguments *arguments);
void mp_settings_close(mp_settings_book *book);

/* The settings for a file ("-": standard input); NULL where the configuration, a pack or a baseline is wrong, which the user
 * has been told. One thread at a time. */
const mp_settings *mp_settings_for(mp_settings_book *book, const char *path);

/* All settings that were given out, by number from 0; NULL behind the last. */
const mp_settings *mp_settings_at(const mp_settings_book *book, size_t index);

#endif
