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

enum { enough_bytes = 64 << 10, most_problems = 1000 };

typedef struct check_run {
    const mp_arguments *arguments;
    mp_settings_book *book;
    mp_arena arena;
    mp_files files;
    mp_check_job *jobs;
    size_t job_count;

    FILE *out;
    FILE *body; /* where output goes first; the same, where the format streams */
    char *body_bytes;
    size_t body_length;
    mp_summary summary;
    MP_ARRAY(mp_problem) problems;
    mp_progress progress;
    bool fine, colours, any;
    atomic_bool broken; /* nothing more can be written */
} check_run;

/* A job, and the run that it is one of. */
typedef struct job_place {
    check_run *run;
    mp_jobs *jobs;
    size_t index;
} job_place;

/* ---- Problems ---------------------------------------------------------------------------------------------------- */

static void tell_problem(check_run *run, const mp_problem *problem) {
    mp_problem copy = *problem;

    mp_progress_clear(&run->progress);
    mp_tell_problem(problem->file, problem->line, problem->message);
    run->fine = false;
    copy.message = mp_arena_copy(&run->arena, (mp_text){problem->message, strlen(problem->message)}).bytes;
    if (copy.message != NULL && run->problems.count < most_problems) MP_PUSH(&run->arena, &run->problems, copy);
}

static void tell_of_files(void *context, const char *path, const char *message) {
    mp_problem problem = {path, 1, message};

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
}

/* Takes what a job has so far, in the jobs' order. */
static void hand_over(void *context, size_t index, bool done) {
    check_run *run = context;
    mp_check_job *job = &run->jobs[index];

    write_out(run, job);
    job->length = 0;
    for (size_t i = 0; i < job->problems.count; i++) tell_problem(run, &job->problems.items[i]);
    job->problems.count = 0;
    if (!done) return;
    if (!job->fine) run->fine = false;
    add_tally(&run->summary, &job->tally);
    mp_check_job_free(job);
    mp_progress_show(&run->progress, index + 1, run->job_count);
}

static bool pause_job(void *context, mp_check_job *job) {
    const job_place *place = context;

    if (job->length + job->problems.count >= enough_bytes) mp_jobs_offer(place->jobs, place->index, true);
    return !atomic_load(&place->run->broken);
}

static void work(void *context, size_t index, mp_jobs *jobs) {
    check_run *run = context;
    job_place place = {run, jobs, index};
    mp_check_job *job = &run->jobs[index];

    job->colours = run->colours;
    job->pause = pause_job;
    job->context = &place;
    if (!atomic_load(&run->broken)) mp_check_job_run(job);
}

/* ---- The run ----------------------------------------------------------------------------------------------------- */

/* A job for each file that its configuration does not leave out. False where a configuration is wrong. */
static bool make_jobs(check_run *run) {
    const mp_arguments *arguments = run->arguments;

    run->jobs = calloc(run->files.paths.count + 1, sizeof *run->jobs);
    if (run->jobs == NULL) return false;
    for (size_t i = 0; i < run->files.paths.count; i++) {
        const char *path = run->files.paths.items[i], *name = mp_input_name(path, &arguments->input);
        const mp_settings *settings = mp_settings_for(run->book, name);
        if (settings == NULL) return false;
        if (!mp_configuration_takes(&settings->configuration, name, &run->arena)) continue;
        run->jobs[run->job_count++] = (mp_check_job){.path = path, .settings = settings, .arguments = arguments};
    }
    return true;
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

static bool check_in_order(check_run *run) {
    const mp_reporter *reporter = run->arguments->reporter;
    size_t threads = run->arguments->jobs > 0 ? run->arguments->jobs : mp_jobs_cores();
    mp_job_calls calls = {work, hand_over, run};

    if (reporter->streams && !write_frame(run, reporter->head)) return false;
    mp_progress_start(&run->progress);
    mp_jobs_run(run->job_count, threads, &calls);
    mp_progress_clear(&run->progress);
    return close_body(run) && (atomic_load(&run->broken) || write_frame(run, reporter->foot));
}

static bool prepare(check_run *run) {
    const mp_arguments *arguments = run->arguments;

    run->book = mp_settings_open(arguments);
    return run->book != NULL &&
           mp_files_find(arguments->paths, arguments->path_count, &run->arena, &run->files, tell_of_files, run) &&
           make_jobs(run) && open_output(run); /* what was written before stays where nothing can be checked */
}

int mp_check_files(const mp_arguments *arguments) {
    check_run run = {.arguments = arguments, .fine = true};
    int status = MP_EXIT_PROBLEM;

    mp_arena_init(&run.arena, NULL);
    if (prepare(&run)) {
        bool checked = check_in_order(&run), closed = close_output(&run);
        if (checked && closed && run.fine) status = run.summary.failing > 0 ? MP_EXIT_FOUND : MP_EXIT_FINE;
    }
    free(run.jobs);
    free(run.body_bytes);
    mp_settings_close(run.book);
    mp_arena_free(&run.arena);
    return status;
}
