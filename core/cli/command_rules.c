/* command_rules.c: `mouthpiece rules check`: rule packs against their schema and their examples. Knows what to read and how
 * to tell what is wrong; the check itself is the core's. */
#include "commands.h"

#include "arguments.h"
#include "excerpt.h"
#include "help.h"
#include "packs.h"
#include "packs_whole.h"

#include <stdio.h>
#include <string.h>

static void put_safely(FILE *out, mp_text text, mp_arena *arena) {
    mp_text safe = mp_printable(text, arena);
    if (safe.length > 0) fwrite(safe.bytes, 1, safe.length, out);
}

/* FILE:LINE:COLUMN: PATH: message, or FILE:LINE:COLUMN: RULE, EXAMPLE: message: “text”. */
static void tell_fault(const char *file, const mp_pack_fault *fault, mp_arena *arena) {
    fprintf(stderr, "%s:%zu:%zu: ", file, fault->line, fault->column);
    if (fault->rule.length > 0) {
        put_safely(stderr, fault->rule, arena);
        fputs(", ", stderr);
    }
    put_safely(stderr, fault->path, arena);
    fputs(": ", stderr);
    put_safely(stderr, fault->message, arena);
    if (fault->rule.length > 0) {
        fputs(": “", stderr);
        put_safely(stderr, fault->example, arena);
        fputs("”", stderr);
    }
    fputc('\n', stderr);
}

static void put_count(size_t count, const char *word) { printf("%zu %s%s", count, word, count == 1 ? "" : "s"); }

static void show_counts(const char *file, const mp_pack_report *report) {
    printf("%s: ", file);
    put_count(report->rule_count, "rule");
    fputs(", ", stdout);
    put_count(report->example_count, "example");
    fputs(", ", stdout);
    put_count(report->counterexample_count, "counterexample");
    fputs(": ", stdout);
    if (report->fault_count == 0)
        puts("fine");
    else
        put_count(report->fault_count, "fault"), putchar('\n');
}

/* Packs are checked on top of these. */
typedef struct ground {
    const mp_arguments *arguments;
    mp_packs others; /* those of --rules */
    mp_options options;
} ground;

/* Checks one pack; false where something is wrong with it, or with the ground. */
static bool check_pack(const ground *g, const char *file, mp_text pack) {
    mp_pack_report *report = NULL;
    mp_arena arena;
    mp_error error;
    if (mp_pack_check(pack, &g->options, &report, &error) != MP_OK) {
        mp_tell_bad_packs(g->arguments->packs, &g->others, &error);
        return false;
    }
    mp_arena_init(&arena, NULL);
    for (size_t i = 0; i < report->fault_count; i++) tell_fault(file, &report->faults[i], &arena);
    mp_arena_free(&arena);
    show_counts(file, report);
    bool fine = report->fault_count == 0;
    mp_pack_report_free(report);
    return fine;
}

/* The shipped packs, each by itself. */
static bool check_shipped(ground *g) {
    bool fine = true;

    g->options.only_packs = true;
    for (size_t i = 0; i < mp_whole_pack_count; i++)
        fine &= check_pack(g, mp_whole_packs[i].name, mp_whole_packs[i].json);
    return fine;
}

static bool check_file(const ground *g, const char *path) {
    mp_packs pack;
    bool fine = mp_packs_read(&path, 1, &pack) && check_pack(g, path, pack.items[0]);

    mp_packs_free(&pack);
    return fine;
}

static bool check_files(ground *g) {
    const mp_arguments *arguments = g->arguments;
    bool read = mp_packs_read(arguments->packs, arguments->pack_count, &g->others), fine = read;

    g->options.packs = g->others.items;
    g->options.pack_count = g->others.count;
    for (size_t i = 0; read && i < arguments->path_count; i++) fine &= check_file(g, arguments->paths[i]);
    mp_packs_free(&g->others);
    return fine;
}

static int run_check(const mp_arguments *arguments) {
    if (arguments->help) {
        fputs(mp_help_rules, stdout);
        return fflush(stdout) == 0 ? MP_EXIT_FINE : MP_EXIT_PROBLEM;
    }
    ground g = {.arguments = arguments, .options = MP_OPTIONS_DEFAULT};
    bool fine = arguments->has_paths ? check_files(&g) : check_shipped(&g);

    if (fflush(stdout) == 0) return fine ? MP_EXIT_FINE : MP_EXIT_PROBLEM;
    fputs("mouthpiece: the output cannot be written\n", stderr);
    return MP_EXIT_PROBLEM;
}

int mp_command_rules(int argc, char **argv) {
    mp_arguments arguments = {0};
    bool asks_help = argc > 1 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0);
    int status = MP_EXIT_PROBLEM;

    if (asks_help) {
        arguments.help = true;
        return run_check(&arguments);
    }
    if (argc < 2 || strcmp(argv[1], "check") != 0) {
        fputs("mouthpiece rules: what to do with them? There is: check\nTry: mouthpiece rules --help\n", stderr);
        return status;
    }
    if (mp_arguments_read(argc - 1, argv + 1, "rules check", MP_TAKES_RULES, &arguments))
        status = run_check(&arguments);
    mp_arguments_free(&arguments);
    return status;
}
