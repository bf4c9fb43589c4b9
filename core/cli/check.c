/* check.c: checks files and writes what was found, side by side and in order. Knows the order of things; each thing is done
 * elsewhere. */
#include "check.h"

#include "check_job.h"
#include "commands.h"
#include "files.h"
#include "jobs.h"
#include "progress.h"
#include "report_text.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum { most_problems = 1000 };

/* A file, and what holds for it. */
typedef struct check_input {
    const char *path;
    const mp_settings *settings;
} check_input;

typedef struct check_run {
    const mp_arguments *arguments;
    mp_settings_book *book;
    mp_arena arena;
    mp_files files;
    MP_ARRAY(check_input) inputs;
    size_t next; /* the input that is cut next … */
    mp_input_cutter cutter;
    bool cutting; /* … or is being cut */

    FILE *out;
    FILE *body; /* where output goes first; the same, where the format streams */
    char *body_bytes;
    size_t body_length;
    mp_summary summary;
    MP_ARRAY(mp_problem) problems;
    mp_progress progress;
    bool fine, colours, any;
    atomic_bool broken; /* nothing more can be written */
    bool starved;       /* memory has ended, and parts were left out */
} check_run;

/* ---- Problems ---------------------------------------------------------------------------------------------------- */

static void tell_problem(check_run *run, const mp_problem *problem) {
    mp_problem copy = *problem;

    mp_progress_clear(&run->progress);
    fprintf(stderr, "%s:%zu: %s%s\n", problem->file, problem->line, problem->is_warning ? "warning: " : "",
            problem->message);
    if (!problem->is_warning) {
        run->fine = false;
        run->summary.failed = true;
    }
    copy.message = mp_arena_copy(&run->arena, (mp_text){problem->message, strlen(problem->message)}).bytes;
    if (copy.message != NULL && run->problems.count < most_problems) MP_PUSH(&run->arena, &run->problems, copy);
}

static void tell_of_files(void *context, const char *path, const char *message) {
    mp_problem problem = {path, 1, message, false};

    tell_problem(context, &problem);
}

/* ---- Side by side ------------------------------------------------------------------------------------------------ */

static void write_out(check_run *run, const mp_check_job *job) {
    size_t skipped = job->length == 0 || run->any ? 0 : strlen(run->arguments->reporter->separator);

    if (job->length == 0) return;
    run->any = true;
    if (run->body == run->out) mp_progress_clear(&run->progress);
    fwrite(job->bytes + skipped, 1, job->length - skipped, run->body);
    if (ferror(run->body) != 0) atomic_store(&run->broken, true);
}

static void add_tally(mp_summary *summary, const mp_summary *tally) {
    for (int level = 0; level < MP_LEVEL_COUNT; level++) summary->counts[level] += tally->counts[level];
    summary->aside += tally->aside;
    summary->failing += tally->failing;
    summary->documents += tally->documents;
    summary->not_articles += tally->not_articles;
    summary->unread += tally->unread;
    summary->notes += tally->notes;
}

/* Cuts the next part off the inputs, in their order; false at the end. */
static bool cut(check_run *run, mp_check_job *job) {
    for (; run->next < run->inputs.count; run->next++) {
        const check_input *input = &run->inputs.items[run->next];
        if (!run->cutting) run->cutter = MP_INPUT_CUTTER(input->path, &input->settings->input);
        run->cutting = true;
        job->settings = input->settings;
        job->input = run->next;
        if (mp_input_cut(&run->cutter, &job->part)) return true;
        mp_input_cutter_close(&run->cutter);
        run->cutting = false;
    }
    return false;
}

static void *take(void *context) {
    check_run *run = context;
    mp_check_job *job = atomic_load(&run->broken) ? NULL : calloc(1, sizeof *job);

    if (job == NULL) {
        run->starved = !atomic_load(&run->broken);
        return NULL;
    }
    mp_arena_init(&job->arena, NULL);
    job->arguments = run->arguments;
    job->colours = run->colours;
    if (cut(run, job)) return job;
    mp_check_job_free(job);
    return NULL;
}

static void work(void *context, void *job) {
    check_run *run = context;

    if (!atomic_load(&run->broken)) mp_check_job_run(job);
}

static size_t weigh(const void *context) {
    const mp_check_job *job = context;

    return job->part.length;
}

static void hand_over(void *context, void *worked) {
    check_run *run = context;
    mp_check_job *job = worked;

    write_out(run, job);
    for (size_t i = 0; i < job->problems.count; i++) tell_problem(run, &job->problems.items[i]);
    if (!job->fine) run->fine = false;
    if (job->mute_uses != NULL)
        mp_mute_add_uses(job->settings->mute_uses, job->mute_uses, job->settings->configuration.mute_count);
    add_tally(&run->summary, &job->tally);
    mp_progress_show(&run->progress, job->input + 1, run->inputs.count, run->summary.documents);
    mp_check_job_free(job);
}

/* ---- The run ----------------------------------------------------------------------------------------------------- */

/* The files that their configurations do not leave out. False where a configuration is wrong. */
static bool list_inputs(check_run *run) {
    const mp_arguments *arguments = run->arguments;

    for (size_t i = 0; i < run->files.paths.count; i++) {
        const char *path = run->files.paths.items[i], *name = mp_input_name(path, &arguments->input);
        check_input input = {path, mp_settings_for(run->book, name)};
        if (input.settings == NULL) return false;
        if (!mp_configuration_takes(&input.settings->configuration, name, &run->arena)) continue;
        if (!MP_PUSH(&run->arena, &run->inputs, input)) return false;
    }
    return true;
}

/* One input is one job, unless it can be cut. */
static size_t threads_for(const check_run *run) {
    size_t threads = run->arguments->jobs > 0 ? run->arguments->jobs : mp_jobs_cores();
    if (run->inputs.count != 1) return threads;
    const check_input *only = &run->inputs.items[0];
    mp_input_format format = mp_input_format_told(only->path, &only->settings->input);
    return format == MP_INPUT_GUESS || mp_input_is_cut(format) ? threads : 1;
}

static bool open_output(check_run *run) {
    const char *path = run->arguments->output;

    run->out = path == NULL ? stdout : fopen(path, "w");
    if (run->out == NULL) {
        mp_tell_problem(path, 0, strerror(errno));
        return false;
    }
    run->body = run->arguments->reporter->streams ? run->out : open_memstream(&run->body_bytes, &run->body_length);
    if (run->body == NULL) mp_tell_problem("output", 0, "out of memory");
    run->colours = run->arguments->colours == MP_COLOURS_ALWAYS ||
                   (run->arguments->colours == MP_COLOURS_AUTO && mp_wants_colours(run->out));
    return run->body != NULL;
}

/* The frame around what the documents gave. */
static bool write_frame(check_run *run, bool (*part)(FILE *, const mp_summary *)) {
    run->summary.problems = run->problems.items;
    run->summary.problem_count = run->problems.count;
    if (part == NULL || part(run->out, &run->summary)) return true;
    mp_tell_problem("output", 0, "out of memory");
    return false;
}

static bool close_body(check_run *run) {
    if (run->body == run->out) return true;
    bool fine = fclose(run->body) == 0 && write_frame(run, run->arguments->reporter->head);

    run->body = NULL;
    if (fine) fwrite(run->body_bytes, 1, run->body_length, run->out);
    return fine;
}

/* Whether all that was written has left. */
static bool close_output(check_run *run) {
    bool fine = ferror(run->out) == 0 && fflush(run->out) == 0;

    if (run->out != stdout && fclose(run->out) != 0) fine = false;
    if (!fine) fputs("mouthpiece: the output cannot be written\n", stderr);
    return fine;
}

/* A mute that has outlived what it was for would hide what comes next. Whoever names single files checks too little to
 * tell. */
static void tell_unused_mutes(check_run *run) {
    const mp_settings *settings;

    for (size_t i = 0; run->files.has_folders && (settings = mp_settings_at(run->book, i)) != NULL; i++)
        for (size_t j = 0; j < settings->configuration.mute_count; j++) {
            const mp_mute_use *use = &settings->mute_uses[j];
            mp_problem unused = {mp_path_from_here(settings->configuration.file, &run->arena),
                                 settings->configuration.mutes[j].line,
                                 "this mute sets nothing aside in what was checked", true};
            if (use->tried && !use->used) tell_problem(run, &unused);
        }
}

static bool check_in_order(check_run *run) {
    const mp_reporter *reporter = run->arguments->reporter;
    mp_job_calls calls = {take, work, hand_over, weigh, run};

    if (reporter->streams && !write_frame(run, reporter->head)) return false;
    mp_progress_start(&run->progress);
    mp_jobs_run(threads_for(run), &calls);
    mp_progress_clear(&run->progress);
    if (run->starved) tell_problem(run, &(mp_problem){"input", 1, "out of memory", false});
    if (!atomic_load(&run->broken)) tell_unused_mutes(run);
    return close_body(run) && (atomic_load(&run->broken) || write_frame(run, reporter->foot));
}

static bool prepare(check_run *run) {
    const mp_arguments *arguments = run->arguments;

    run->book = mp_settings_open(arguments);
    return run->book != NULL &&
           mp_files_find(arguments->paths, arguments->path_count, &run->arena, &run->files, tell_of_files, run) &&
           list_inputs(run) && open_output(run); /* what was written before stays where nothing can be checked */
}

int mp_check_files(const mp_arguments *arguments) {
    check_run run = {.arguments = arguments, .fine = true};
    int status = MP_EXIT_PROBLEM;

    mp_arena_init(&run.arena, NULL);
    if (prepare(&run)) {
        bool checked = check_in_order(&run), closed = close_output(&run);
        if (checked && closed && run.fine) status = run.summary.failing > 0 ? MP_EXIT_FOUND : MP_EXIT_FINE;
    }
    mp_input_cutter_close(&run.cutter);
    free(run.body_bytes);
    mp_settings_close(run.book);
    mp_arena_free(&run.arena);
    return status;
}
