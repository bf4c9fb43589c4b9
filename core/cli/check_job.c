/* check_job.c: one part's check: its documents to bytes. Knows nothing of other parts, nor of where the bytes go. */
#include "check_job.h"

#include "excerpt.h"
#include "ignore.h"

#include <stdlib.h>
#include <string.h>

/* Keeps a problem, to be told in its turn. */
static void keep_problem(mp_check_job *job, mp_problem problem) {
    problem.line = problem.line == 0 ? 1 : problem.line;
    problem.message = mp_arena_copy(&job->arena, (mp_text){problem.message, strlen(problem.message)}).bytes;
    if (!problem.is_warning) job->fine = false;
    if (problem.message == NULL) problem.message = "out of memory";
    MP_PUSH(&job->arena, &job->problems, problem);
}

static bool append(mp_check_job *job, const char *bytes, size_t length) {
    size_t wanted = job->capacity == 0 ? 4096 : job->capacity;

    if (length > SIZE_MAX / 4 - job->length) return false;
    while (wanted - job->length < length) wanted *= 2;
    char *larger = wanted == job->capacity ? job->bytes : realloc(job->bytes, wanted);
    if (larger == NULL) return false;
    job->bytes = larger;
    job->capacity = wanted;
    if (length > 0) memcpy(job->bytes + job->length, bytes, length);
    job->length += length;
    return true;
}

static void note_problem(void *context, const char *file, size_t line, const char *message) {
    keep_problem(context, (mp_problem){file, line, message, false});
}

/* ---- What a document's output is made of --------------------------------------------------------------------------- */

typedef struct explanation {
    FILE *out;
    mp_arena arena;
} explanation;

static bool show_line(void *context, mp_text line) {
    explanation *to = context;
    mp_text safe = mp_printable(line, &to->arena);

    if (safe.length > 0) fwrite(safe.bytes, 1, safe.length, to->out);
    return fputc('\n', to->out) != EOF;
}

/* What the steps made of the document, before the report. */
static mp_status explain(const mp_check_job *job, const mp_found_document *found, FILE *out, mp_error *error) {
    explanation to = {.out = out};

    mp_arena_init(&to.arena, NULL);
    mp_status status = mp_explain(job->settings->engine, &found->document, show_line, &to, error);
    mp_arena_free(&to.arena);
    fputc('\n', out);
    return status;
}

typedef struct comment_context {
    mp_check_job *job;
    const char *file;
} comment_context;

static void tell_comment(void *context, size_t line, const char *message, bool is_warning) {
    const comment_context *comment = context;

    keep_problem(comment->job, (mp_problem){comment->file, line, message, is_warning});
}

/* Sets aside what is not to count, and says of the rest what fails. */
static bool settle(mp_check_job *job, mp_checked *checked, bool ignores, mp_arena *arena) {
    comment_context comment = {job, checked->found->file};
    bool fine = (!ignores || mp_ignore_apply(checked, arena, tell_comment, &comment)) &&
                mp_mute_apply(&job->settings->configuration, job->mute_uses, checked, arena) &&
                mp_baseline_apply(job->settings->baseline, checked, arena);

    if (!job->arguments->notes) checked->note_count = 0; /* they told what sets them aside only */
    for (size_t i = 0; i < checked->report->finding_count; i++) {
        mp_result *result = &checked->results[i];
        result->fails = result->spot.aside == MP_ASIDE_NOT && (int)result->finding->level >= job->settings->fail_on;
    }
    return fine;
}

static void count(mp_check_job *job, const mp_checked *checked) {
    job->tally.documents++;
    if (!checked->found->article) job->tally.not_articles++;
    if (checked->report->unread) job->tally.unread++;
    for (size_t i = 0; i < checked->report->finding_count; i++) {
        const mp_result *result = &checked->results[i];
        if (result->spot.aside != MP_ASIDE_NOT)
            job->tally.aside++;
        else if (result->finding->level >= job->settings->least)
            job->tally.counts[result->finding->level]++;
        job->tally.failing += result->fails ? 1 : 0;
    }
    job->tally.notes += mp_count_notes(checked);
}

static bool write_results(mp_check_job *job, const mp_found_document *found, const mp_report *report, bool ignores,
                          FILE *out) {
    mp_show_options options = {job->colours, job->settings->least, job->settings->baseline != NULL};
    mp_checked checked;
    mp_arena arena;

    mp_arena_init(&arena, NULL);
    bool fine = mp_results_make(found, report, &arena, &checked) && settle(job, &checked, ignores, &arena) &&
                job->arguments->reporter->document(out, &checked, &options);
    if (fine) count(job, &checked);
    mp_arena_free(&arena);
    return fine;
}

static mp_status write_document(mp_check_job *job, const mp_found_document *found, FILE *out, mp_error *error) {
    bool ignores = mp_ignore_is_used(found);
    bool sets_aside = ignores || job->settings->configuration.mute_count > 0;
    mp_check_options options = {.all_quotes = job->arguments->all_quotes, .notes = job->arguments->notes || sets_aside};
    mp_report *report = NULL;
    mp_status status = job->arguments->explain ? explain(job, found, out, error) : MP_OK;

    if (status == MP_OK) status = mp_check(job->settings->engine, &found->document, &options, &report, error);
    if (status != MP_OK) return status;
    report->has_notes = job->arguments->notes;
    if (!write_results(job, found, report, ignores, out)) {
        *error = (mp_error){.message = "out of memory"};
        status = MP_ERROR_MEMORY;
    }
    mp_report_free(report);
    return status;
}

/* ---- Documents --------------------------------------------------------------------------------------------------- */

static bool check_document(void *context, const mp_found_document *found) {
    mp_check_job *job = context;
    char *bytes = NULL;
    size_t length = 0;
    mp_error error = {.message = "out of memory"};
    FILE *out = open_memstream(&bytes, &length);
    mp_status status = out == NULL ? MP_ERROR_MEMORY : write_document(job, found, out, &error);

    if (out != NULL && fclose(out) != 0) status = MP_ERROR_MEMORY;
    const char *separator = job->arguments->reporter->separator;
    if (status == MP_OK && length > 0 && (!append(job, separator, strlen(separator)) || !append(job, bytes, length)))
        status = MP_ERROR_MEMORY;
    free(bytes);
    if (status != MP_OK) note_problem(job, found->file, found->line, error.message);
    return true;
}

void mp_check_job_run(mp_check_job *job) {
    job->fine = true;
    job->mute_uses = MP_NEW_ARRAY(&job->arena, job->settings->configuration.mute_count, mp_mute_use);
    if (job->mute_uses == NULL)
        note_problem(job, job->part.path, 1, "out of memory");
    else
        mp_input_read(&job->part, &job->settings->input, check_document, note_problem, job);
}

void mp_check_job_free(mp_check_job *job) {
    if (job == NULL) return;
    mp_input_part_free(&job->part);
    free(job->bytes);
    mp_arena_free(&job->arena);
    free(job);
}
