/* commands.c: what the command can do: read documents, check them, write what was found. Knows the order of things; each
 * thing is done elsewhere. */
#include "commands.h"

#include "arguments.h"
#include "document_json.h"
#include "excerpt.h"
#include "help.h"
#include "packs.h"
#include "show.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct command_run {
    const mp_arguments *arguments;
    const mp_engine *engine;
    mp_show_totals totals;
    bool colours, fine, written;
} command_run;

/* A failed write (a full disk, a closed pipe) ends everything. */
static bool check_output(command_run *run) {
    run->written = ferror(stdout) == 0;
    return run->written;
}

static bool write_json(const mp_report *report, const mp_found_document *found) {
    char *json = NULL;
    size_t length = 0;
    mp_error error;

    if (mp_report_to_json(report, &json, &length, &error) != MP_OK) {
        mp_tell_problem(found->file, found->line, error.message);
        return false;
    }
    fwrite(json, 1, length, stdout);
    fputc('\n', stdout);
    mp_json_free(report, json);
    return true;
}

static bool write_report(command_run *run, const mp_report *report, const mp_found_document *found) {
    if (run->arguments->format == MP_OUTPUT_JSON) return write_json(report, found);
    if (mp_show_report(stdout, found, report, run->colours)) return true;
    mp_tell_problem(found->file, found->line, "out of memory");
    return false;
}

static bool show_line(void *context, mp_text line) {
    mp_arena *arena = context;
    mp_text safe = mp_printable(line, arena);

    if (safe.length > 0) fwrite(safe.bytes, 1, safe.length, stdout);
    return putchar('\n') != EOF;
}

/* What the steps made of the document, before the report. */
static bool explain_document(const command_run *run, const mp_found_document *found) {
    mp_arena arena;
    mp_error error;
    mp_arena_init(&arena, NULL);

    mp_status status = mp_explain(run->engine, &found->document, show_line, &arena, &error);
    mp_arena_free(&arena);
    if (status != MP_OK) mp_tell_problem(found->file, found->line, error.message);
    putchar('\n');
    return status == MP_OK;
}

static bool check_document(void *context, const mp_found_document *found) {
    command_run *run = context;
    mp_check_options options = {.all_quotes = run->arguments->all_quotes, .notes = run->arguments->notes};
    mp_report *report = NULL;
    mp_error error;

    if (run->arguments->explain && !explain_document(run, found)) run->fine = false;
    if (mp_check(run->engine, &found->document, &options, &report, &error) != MP_OK) {
        mp_tell_problem(found->file, found->line, error.message);
        run->fine = false;
        return true;
    }
    run->totals.documents++;
    if (!found->article) run->totals.not_articles++;
    for (int level = 0; level < MP_LEVEL_COUNT; level++) run->totals.counts[level] += report->counts[level];
    if (!write_report(run, report, found)) run->fine = false;
    mp_report_free(report);
    return check_output(run);
}

static bool write_document(void *context, const mp_found_document *found) {
    command_run *run = context;
    char *json = mp_document_to_json(&found->document, found->article);

    if (json == NULL) {
        mp_tell_problem(found->file, found->line, "out of memory");
        run->fine = false;
        return true;
    }
    puts(json);
    free(json);
    return check_output(run);
}

static void read_all(command_run *run, mp_document_visitor visit) {
    for (size_t i = 0; i < run->arguments->path_count && run->written; i++)
        if (!mp_input_read(run->arguments->paths[i], &run->arguments->input, visit, run)) run->fine = false;
}

/* Whether all that was written has left. */
static bool finish_output(command_run *run) {
    if (run->written && fflush(stdout) == 0) return true;
    fputs("mouthpiece: the output cannot be written\n", stderr);
    return false;
}

static bool found_enough(const command_run *run) {
    for (int level = run->arguments->fail_on; level < MP_LEVEL_COUNT; level++)
        if (run->totals.counts[level] > 0) return true;
    return false;
}

static int show_help(const char *help) {
    fputs(help, stdout);
    return fflush(stdout) == 0 ? MP_EXIT_FINE : MP_EXIT_PROBLEM;
}

/* Checks everything that the arguments name. */
static int check_all(const mp_arguments *arguments) {
    mp_engine *engine = mp_engine_with_packs(arguments);
    if (engine == NULL) return MP_EXIT_PROBLEM;
    command_run run = {.arguments = arguments, .engine = engine, .fine = true, .written = true};

    run.colours = arguments->format == MP_OUTPUT_TEXT && mp_wants_colours(stdout);
    read_all(&run, check_document);
    mp_engine_free(engine);
    if (arguments->format == MP_OUTPUT_TEXT && run.written) mp_show_totals_line(stdout, &run.totals);
    if (!finish_output(&run) || !run.fine) return MP_EXIT_PROBLEM;
    return found_enough(&run) ? MP_EXIT_FOUND : MP_EXIT_FINE;
}

static bool explains_text_only(const mp_arguments *arguments) {
    if (!arguments->explain || arguments->format == MP_OUTPUT_TEXT) return true;
    fputs("mouthpiece check: --explain goes with --format text only\nTry: mouthpiece check --help\n", stderr);
    return false;
}

int mp_command_check(int argc, char **argv) {
    mp_arguments arguments;
    unsigned takes = MP_TAKES_FORMAT | MP_TAKES_FAIL_ON | MP_TAKES_LANG | MP_TAKES_RULES | MP_TAKES_ALL_QUOTES |
                     MP_TAKES_NOTES | MP_TAKES_ANYWAY | MP_TAKES_INPUT | MP_TAKES_EXPLAIN;
    int status = MP_EXIT_PROBLEM;

    if (mp_arguments_read(argc, argv, "check", takes, &arguments) && explains_text_only(&arguments))
        status = arguments.help ? show_help(mp_help_check) : check_all(&arguments);
    mp_arguments_free(&arguments);
    return status;
}

int mp_command_scan(int argc, char **argv) {
    mp_arguments arguments;
    unsigned takes = MP_TAKES_LANG | MP_TAKES_RULES | MP_TAKES_ALL_QUOTES | MP_TAKES_NOTES | MP_TAKES_ANYWAY |
                     MP_TAKES_INPUT;
    int status = MP_EXIT_PROBLEM;

    if (mp_arguments_read(argc, argv, "scan", takes, &arguments)) {
        arguments.format = MP_OUTPUT_JSON;
        arguments.fail_on = MP_FAIL_ON_NEVER;
        if (arguments.input.format == MP_INPUT_GUESS) arguments.input.format = MP_INPUT_JSONL;
        status = arguments.help ? show_help(mp_help_scan) : check_all(&arguments);
    }
    mp_arguments_free(&arguments);
    return status;
}

static int write_documents(const mp_arguments *arguments) {
    command_run run = {.arguments = arguments, .fine = true, .written = true};

    read_all(&run, write_document);
    return finish_output(&run) && run.fine ? MP_EXIT_FINE : MP_EXIT_PROBLEM;
}

int mp_command_document(int argc, char **argv) {
    mp_arguments arguments;
    int status = MP_EXIT_PROBLEM;

    if (mp_arguments_read(argc, argv, "document", MP_TAKES_LANG | MP_TAKES_ANYWAY | MP_TAKES_INPUT, &arguments))
        status = arguments.help ? show_help(mp_help_document) : write_documents(&arguments);
    mp_arguments_free(&arguments);
    return status;
}
