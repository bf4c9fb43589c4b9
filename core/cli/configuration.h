/* configuration.h: `.mouthpiece.json`: what a newsroom asks for once and for all. Knows the file's shape and where it is
 * looked for; checks nothing itself. */
#ifndef MOUTHPIECE_CONFIGURATION_H
#define MOUTHPIECE_CONFIGURATION_H

#include "../arena.h"

#define MP_CONFIGURATION_NAME ".mouthpiece.json"

/* Findings that do not count. Every member that is given must fit. */
typedef struct mp_mute {
    mp_text
        rule; /* a kind ("sample", "spokesperson/apology", "spokesperson"), or the id of what attributed the quote */
    mp_text model;    /* the speaker's id */
    mp_text sentence; /* words of the page that the quote lies in or reaches into */
    mp_text reason;
    const char *const *paths; /* patterns, from the configuration's folder */
    size_t path_count;
    size_t line; /* where it stands, from 1 */
} mp_mute;

typedef struct mp_configuration {
    const char *file;   /* as it is to be named */
    const char *folder; /* absolute; "" where there is no configuration */
    int fail_on, level; /* an mp_level, for fail_on also MP_LEVEL_COUNT for never; -1 where nothing is said */
    mp_text lang;
    bool anyway;
    const char *const *rules; /* rule packs, as paths that can be opened */
    size_t rule_count;
    const char *baseline; /* a path that can be opened, or NULL */
    const char *const *include, *const *exclude;
    size_t include_count, exclude_count;
    const mp_mute *mutes;
    size_t mute_count;
} mp_configuration;

#define MP_CONFIGURATION_NONE ((mp_configuration){.file = "", .folder = "", .fail_on = -1, .level = -1})

/* Reads the file. On false the user has been told on standard error what is wrong, as FILE:LINE:COLUMN: message. */
bool mp_configuration_read(const char *file, mp_arena *arena, mp_configuration *configuration);

/* The configuration nearest to a file of that name, looked for from its folder upwards; NULL where there is none. A name
 * of "-" is looked for from the working folder. */
const char *mp_configuration_find(const char *path, mp_arena *arena);

/* Whether the configuration's include and exclude let the file be checked. */
bool mp_configuration_takes(const mp_configuration *configuration, const char *path, mp_arena *arena);

/* The file's name from the working folder on; the name itself where it lies elsewhere. */
const char *mp_path_from_here(const char *path, mp_arena *arena);

/* The file's name from the configuration's folder on; the name itself where it lies elsewhere. */
const char *mp_path_from(const char *folder, const char *path, mp_arena *arena);

#endif
