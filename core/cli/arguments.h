/* arguments.h: what the user asked for on the command line. Knows options; does nothing about them. */
#ifndef MOUTHPIECE_ARGUMENTS_H
#define MOUTHPIECE_ARGUMENTS_H

#include "input.h"

enum { MP_FAIL_ON_NEVER = MP_LEVEL_COUNT };

typedef enum mp_output_format { MP_OUTPUT_TEXT, MP_OUTPUT_JSON } mp_output_format;

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
    MP_TAKES_NOTES = 1 << 8
};

typedef struct mp_arguments {
    mp_output_format format;
    int fail_on; /* an mp_level or MP_FAIL_ON_NEVER */
    bool all_quotes, notes, explain, help;
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
