/* arguments.h: what the user asked for on the command line. Knows options; does nothing about them. */
#ifndef MOUTHPIECE_ARGUMENTS_H
#define MOUTHPIECE_ARGUMENTS_H

#include "reporter.h"

enum { MP_FAIL_ON_NEVER = MP_LEVEL_COUNT };

typedef enum mp_colours { MP_COLOURS_AUTO = 0, MP_COLOURS_ALWAYS, MP_COLOURS_NEVER } mp_colours;

/* The options that a command takes; bits. */
enum {
    MP_TAKES_FORMAT = 1 << 0,
    MP_TAKES_FAIL_ON = 1 << 1,
    MP_TAKES_LANG = 1 << 2,
    MP_TAKES_RULES = 1 << 3,
    MP_TAKES_ALL_QUOTES = 1 << 4,
    MP_TAKES_ANYWAY = 1 << 5,
    MP_TAKES_INPUT = 1 << 6,
    MP_TAKES_EXPLAIN = 1 << 7,
    MP_TAKES_COLOR = 1 << 8,
    MP_TAKES_LEVEL = 1 << 9,
    MP_TAKES_CONFIG = 1 << 10,
    MP_TAKES_NO_CONFIG = 1 << 11,
    MP_TAKES_BASELINE = 1 << 12,
    MP_TAKES_OUTPUT = 1 << 13,
    MP_TAKES_STDIN_NAME = 1 << 14,
    MP_TAKES_JOBS = 1 << 15,
    MP_TAKES_NOTES = 1 << 16
};

typedef struct mp_arguments {
    const mp_reporter *reporter;
    mp_colours colours;
    int fail_on, level; /* an mp_level, fail_on also MP_FAIL_ON_NEVER; -1 where nothing is said */
    bool all_quotes, notes, explain, help;
    const char *configuration; /* a file, or NULL: it is looked for */
    bool no_configuration;
    const char *baseline, *output; /* files, or NULL */
    size_t jobs;                   /* 0: one a core */
    mp_input_options input;
    const char **packs;
    size_t pack_count;
    const char *const *paths; /* "-" where none is given */
    size_t path_count;
    bool has_paths; /* some are given */
} mp_arguments;

/* Reads the arguments after the command's name. On false a message is on standard error. What it points to lives as long
 * as argv and until mp_arguments_free(). */
bool mp_arguments_read(int argc, char **argv, const char *command, unsigned takes, mp_arguments *arguments);
void mp_arguments_free(mp_arguments *arguments);

#endif
