/* arguments.c: what the user asked for on the command line. Knows options; does nothing about them. */
#include "arguments.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct name {
    const char *name;
    int value;
} name;

static const name colours[] = {
    {"auto", MP_COLOURS_AUTO}, {"always", MP_COLOURS_ALWAYS}, {"never", MP_COLOURS_NEVER}, {NULL, 0}};
static const name levels[] = {{"alert", MP_LEVEL_ALERT},
                              {"notice", MP_LEVEL_NOTICE},
                              {"info", MP_LEVEL_INFO},
                              {"never", MP_FAIL_ON_NEVER},
                              {NULL, 0}};
static const name inputs[] = {{"html", MP_INPUT_HTML},
                              {"text", MP_INPUT_TEXT},
                              {"markdown", MP_INPUT_MARKDOWN},
                              {"json", MP_INPUT_JSON},
                              {"jsonl", MP_INPUT_JSONL},
                              {"warc", MP_INPUT_WARC},
                              {NULL, 0}};

/* Each option, by the bit of the commands that take it. */
static const struct option options[] = {{"format", required_argument, NULL, MP_TAKES_FORMAT},
                                        {"fail-on", required_argument, NULL, MP_TAKES_FAIL_ON},
                                        {"lang", required_argument, NULL, MP_TAKES_LANG},
                                        {"rules", required_argument, NULL, MP_TAKES_RULES},
                                        {"all-quotes", no_argument, NULL, MP_TAKES_ALL_QUOTES},
                                        {"notes", no_argument, NULL, MP_TAKES_NOTES},
                                        {"anyway", no_argument, NULL, MP_TAKES_ANYWAY},
                                        {"explain", no_argument, NULL, MP_TAKES_EXPLAIN},
                                        {"input", required_argument, NULL, MP_TAKES_INPUT},
                                        {"color", required_argument, NULL, MP_TAKES_COLOR},
                                        {"level", required_argument, NULL, MP_TAKES_LEVEL},
                                        {"config", required_argument, NULL, MP_TAKES_CONFIG},
                                        {"no-config", no_argument, NULL, MP_TAKES_NO_CONFIG},
                                        {"baseline", required_argument, NULL, MP_TAKES_BASELINE},
                                        {"output", required_argument, NULL, MP_TAKES_OUTPUT},
                                        {"stdin-name", required_argument, NULL, MP_TAKES_STDIN_NAME},
                                        {"jobs", required_argument, NULL, MP_TAKES_JOBS},
                                        {"help", no_argument, NULL, 'h'},
                                        {NULL, 0, NULL, 0}};

static bool complain(const char *command, const char *message, const char *about) {
    fprintf(stderr, "mouthpiece %s: %s: %s\nTry: mouthpiece %s --help\n", command, message, about, command);
    return false;
}

static bool read_name(const name *names, const char *text, const char *command, int *value) {
    for (; names->name != NULL; names++)
        if (strcmp(names->name, text) == 0) {
            *value = names->value;
            return true;
        }
    return complain(command, "no such value", text);
}

static bool add_pack(mp_arguments *arguments, const char *path) {
    const char **larger = realloc(arguments->packs, (arguments->pack_count + 1) * sizeof *larger);

    if (larger == NULL) return false;
    arguments->packs = larger;
    arguments->packs[arguments->pack_count++] = path;
    return true;
}

static bool read_format(mp_arguments *arguments, const char *value, const char *command) {
    arguments->reporter = mp_reporter_named(value);
    return arguments->reporter != NULL || complain(command, "no such value", value);
}

static bool read_jobs(mp_arguments *arguments, const char *value, const char *command) {
    char *end;
    unsigned long number = strtoul(value, &end, 10);

    arguments->jobs = number;
    return (*end == '\0' && number >= 1 && number <= 1024) || complain(command, "a number from 1 on is wanted", value);
}

/* Options that are one of a few names. */
static bool take_name(mp_arguments *arguments, int option, const char *value, const char *command) {
    int number = 0;
    const name *names = option == MP_TAKES_COLOR ? colours : option == MP_TAKES_INPUT ? inputs : levels;

    if (!read_name(names, value, command, &number)) return false;
    if (option == MP_TAKES_LEVEL && number == MP_FAIL_ON_NEVER) return complain(command, "no such value", value);
    if (option == MP_TAKES_COLOR) arguments->colours = (mp_colours)number;
    if (option == MP_TAKES_INPUT) arguments->input.format = (mp_input_format)number;
    if (option == MP_TAKES_FAIL_ON) arguments->fail_on = number;
    if (option == MP_TAKES_LEVEL) arguments->level = number;
    return true;
}

static bool take(mp_arguments *arguments, int option, const char *value, const char *command) {
    switch (option) {
    case MP_TAKES_FORMAT: return read_format(arguments, value, command);
    case MP_TAKES_COLOR:
    case MP_TAKES_INPUT:
    case MP_TAKES_LEVEL:
    case MP_TAKES_FAIL_ON: return take_name(arguments, option, value, command);
    case MP_TAKES_JOBS: return read_jobs(arguments, value, command);
    case MP_TAKES_LANG: arguments->input.lang = (mp_text){value, strlen(value)}; return true;
    case MP_TAKES_RULES: return add_pack(arguments, value) || complain(command, "out of memory", value);
    case MP_TAKES_ALL_QUOTES: arguments->all_quotes = true; return true;
    case MP_TAKES_NOTES: arguments->notes = true; return true;
    case MP_TAKES_EXPLAIN: arguments->explain = true; return true;
    case MP_TAKES_ANYWAY: arguments->input.anyway = true; return true;
    case MP_TAKES_CONFIG: arguments->configuration = value; return true;
    case MP_TAKES_NO_CONFIG: arguments->no_configuration = true; return true;
    case MP_TAKES_BASELINE: arguments->baseline = value; return true;
    case MP_TAKES_OUTPUT: arguments->output = value; return true;
    case MP_TAKES_STDIN_NAME: arguments->input.stdin_name = value; return true;
    default: arguments->help = true; return true;
    }
}

/* getopt's own words name neither the command nor the way to help. */
static bool complain_about_option(const char *command, int option, char **argv) {
    const char *about = argv[optind - 1];

    return complain(command, option == ':' ? "option needs a value" : "no such option", about);
}

bool mp_arguments_read(int argc, char **argv, const char *command, unsigned takes, mp_arguments *arguments) {
    static const char *const standard_input[] = {"-"};
    int option, index = 0;

    *arguments = (mp_arguments){.fail_on = -1, .level = -1, .reporter = &mp_reporter_text};
    optind = 1;
    opterr = 0;
    while ((option = getopt_long(argc, argv, ":h", options, &index)) != -1) {
        if (option == '?' || option == ':') return complain_about_option(command, option, argv);
        if (option != 'h' && (takes & (unsigned)option) == 0)
            return complain(command, "this command has no such option", options[index].name);
        if (!take(arguments, option, optarg, command)) return false;
    }
    arguments->paths = optind < argc ? (const char *const *)(argv + optind) : standard_input;
    arguments->path_count = optind < argc ? (size_t)(argc - optind) : 1;
    arguments->has_paths = optind < argc;
    return true;
}

void mp_arguments_free(mp_arguments *arguments) {
    free(arguments->packs);
    arguments->packs = NULL;
}
