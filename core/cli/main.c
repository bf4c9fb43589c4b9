/* main.c: the command `mouthpiece`. Knows the commands' names. */
#include "../mouthpiece.h"
#include "commands.h"
#include "help.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    int (*run)(int argc, char **argv);
} commands[] = {
    {"check", mp_command_check}, {"scan", mp_command_scan}, {"document", mp_command_document},
    {"rules", mp_command_rules}, {"init", mp_command_init}, {"schema", mp_command_schema},
};

static int complain(const char *message, const char *about) {
    fprintf(stderr, "mouthpiece: %s%s\nTry: mouthpiece --help\n", message, about);
    return MP_EXIT_PROBLEM;
}

/* "help scan" is "scan --help". */
static int help_with(char *name, int (*run)(int argc, char **argv)) {
    char option[] = "--help";
    char *words[] = {name, option, NULL};

    return run(2, words);
}

int main(int argc, char **argv) {
    if (argc < 2) return complain("which command?", "");
    bool wants_help = strcmp(argv[1], "help") == 0 && argc > 2;
    char *name = argv[wants_help ? 2 : 1];
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        if (strcmp(name, commands[i].name) == 0)
            return wants_help ? help_with(name, commands[i].run) : commands[i].run(argc - 1, argv + 1);
    if (wants_help) return complain("no such command: ", name);
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "help") == 0)
        fputs(mp_help_all, stdout);
    else if (strcmp(argv[1], "--version") == 0)
        puts("mouthpiece " MP_VERSION);
    else
        return complain("no such command: ", argv[1]);
    return fflush(stdout) == 0 ? MP_EXIT_FINE : MP_EXIT_PROBLEM;
}
