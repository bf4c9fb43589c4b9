/* commands.c: check, scan and document: which options each takes. Knows their names; what they ask for is done elsewhere. */
#include "commands.h"

#include "../json_document_write.h"
#include "check.h"
#include "help.h"

#include <stdio.h>
#include <stdlib.h>

static int show_help(const char *help) {
    fputs(help, stdout);
    return fflush(stdout) == 0 ? MP_EXIT_FINE : MP_EXIT_PROBLEM;
}

/* ---- check, scan ------------------------------------------------------------------------------------------------- */

static bool fits_together(const mp_arguments *arguments) {
    const char *wrong = NULL;

    if (arguments->explain && arguments->reporter != &mp_reporter_text)
        wrong = "--explain goes with --format text only";
    if (arguments->configuration != NULL && arguments->no_configuration)
        wrong = "--config and --no-config exclude each other";
    if (wrong != NULL) fprintf(stderr, "mouthpiece check: %s\nTry: mouthpiece check --help\n", wrong);
    return wrong == NULL;
}

int mp_command_check(int argc, char **argv) {
    mp_arguments arguments;
    unsigned takes = MP_TAKES_FORMAT | MP_TAKES_FAIL_ON | MP_TAKES_LANG | MP_TAKES_RULES | MP_TAKES_ALL_QUOTES |
                     MP_TAKES_ANYWAY | MP_TAKES_INPUT | MP_TAKES_EXPLAIN | MP_TAKES_COLOR | MP_TAKES_LEVEL |
                     MP_TAKES_CONFIG | MP_TAKES_NO_CONFIG | MP_TAKES_BASELINE | MP_TAKES_OUTPUT | MP_TAKES_STDIN_NAME |
                     MP_TAKES_JOBS | MP_TAKES_NOTES;
    int status = MP_EXIT_PROBLEM;

    if (mp_arguments_read(argc, argv, "check", takes, &arguments) && fits_together(&arguments))
        status = arguments.help ? show_help(mp_help_check) : mp_check_files(&arguments);
    mp_arguments_free(&arguments);
    return status;
}

int mp_command_scan(int argc, char **argv) {
    mp_arguments arguments;
    unsigned takes = MP_TAKES_LANG | MP_TAKES_RULES | MP_TAKES_ALL_QUOTES | MP_TAKES_NOTES | MP_TAKES_ANYWAY |
                     MP_TAKES_INPUT | MP_TAKES_JOBS;
    int status = MP_EXIT_PROBLEM;

    if (mp_arguments_read(argc, argv, "scan", takes, &arguments)) {
        arguments.reporter = &mp_reporter_bare;
        arguments.fail_on = MP_FAIL_ON_NEVER;
        arguments.no_configuration = true;
        arguments.input.unnamed = MP_INPUT_JSONL;
        status = arguments.help ? show_help(mp_help_scan) : mp_check_files(&arguments);
    }
    mp_arguments_free(&arguments);
    return status;
}

/* ---- document ---------------------------------------------------------------------------------------------------- */

static bool write_document(void *context, const mp_found_document *found) {
    bool *fine = context;
    char *json = mp_document_to_json(&found->document, found->article);

    if (json == NULL) {
        mp_tell_problem(found->file, found->line, "out of memory");
        *fine = false;
        return true;
    }
    puts(json);
    free(json);
    return ferror(stdout) == 0;
}

static void tell(void *context, const char *file, size_t line, const char *message) {
    (void)context;
    mp_tell_problem(file, line, message);
}

static int write_documents(const mp_arguments *arguments) {
    bool fine = true;

    for (size_t i = 0; i < arguments->path_count && ferror(stdout) == 0; i++) {
        mp_input_cutter cutter = MP_INPUT_CUTTER(arguments->paths[i], &arguments->input);
        mp_input_part part;
        while (ferror(stdout) == 0 && mp_input_cut(&cutter, &part)) {
            if (!mp_input_read(&part, &arguments->input, write_document, tell, &fine)) fine = false;
            mp_input_part_free(&part);
        }
        mp_input_cutter_close(&cutter);
    }
    if (ferror(stdout) == 0 && fflush(stdout) == 0) return fine ? MP_EXIT_FINE : MP_EXIT_PROBLEM;
    fputs("mouthpiece: the output cannot be written\n", stderr);
    return MP_EXIT_PROBLEM;
}

int mp_command_document(int argc, char **argv) {
    mp_arguments arguments;
    unsigned takes = MP_TAKES_LANG | MP_TAKES_ANYWAY | MP_TAKES_INPUT | MP_TAKES_STDIN_NAME;
    int status = MP_EXIT_PROBLEM;

    if (mp_arguments_read(argc, argv, "document", takes, &arguments))
        status = arguments.help ? show_help(mp_help_document) : write_documents(&arguments);
    mp_arguments_free(&arguments);
    return status;
}
