/* jobs.c: does work side by side on all cores, and hands the outcomes over in order. Knows threads; nothing of the work.
 * Where the build has no threads, the jobs run one after the other. */
#include "jobs.h"

#include <stdbool.h>

static void run_in_turn(const mp_job_calls *calls) {
    for (void *job = calls->take(calls->context); job != NULL; job = calls->take(calls->context)) {
        calls->work(calls->context, job);
        calls->hand_over(calls->context, job);
    }
}

#ifdef MOUTHPIECE_THREADS

#include <pthread.h>
#include <unistd.h>

enum { most_threads = 64, most_ahead = 512, most_bytes_ahead = 32 << 20 };

typedef struct job_slot {
    void *job;
    size_t weight;
    bool worked;
} job_slot;

typedef struct job_line {
    const mp_job_calls *calls;
    pthread_mutex_t door; /* whoever holds it takes the next job, which may mean to wait for input */
    bool ended;
    pthread_mutex_t lock; /* of all below */
    pthread_cond_t moved; /* turn has */
    size_t next, turn;    /* how many jobs were taken, and handed over */
    size_t bytes;         /* that those between keep */
    job_slot slots[most_ahead];
} job_line;

size_t mp_jobs_cores(void) {
    long cores = sysconf(_SC_NPROCESSORS_ONLN);

    return cores < 1 ? 1 : cores > most_threads ? most_threads : (size_t)cores;
}

static void wait_for_room(job_line *line) {
    pthread_mutex_lock(&line->lock);
    while (line->next - line->turn >= most_ahead || (line->next > line->turn && line->bytes > most_bytes_ahead))
        pthread_cond_wait(&line->moved, &line->lock);
    pthread_mutex_unlock(&line->lock);
}

/* The next job's slot, or NULL where there is none. */
static job_slot *take_job(job_line *line) {
    job_slot *slot = NULL;

    pthread_mutex_lock(&line->door);
    if (!line->ended) wait_for_room(line);
    void *job = line->ended ? NULL : line->calls->take(line->calls->context);
    line->ended = job == NULL;
    if (job != NULL) {
        size_t weight = line->calls->weight(job);
        pthread_mutex_lock(&line->lock);
        slot = &line->slots[line->next++ % most_ahead];
        *slot = (job_slot){.job = job, .weight = weight};
        line->bytes += weight;
        pthread_mutex_unlock(&line->lock);
    }
    pthread_mutex_unlock(&line->door);
    return slot;
}

static void finish_job(job_line *line, job_slot *slot) {
    pthread_mutex_lock(&line->lock);
    slot->worked = true;
    for (; line->turn < line->next && line->slots[line->turn % most_ahead].worked; line->turn++) {
        const job_slot *done = &line->slots[line->turn % most_ahead];
        line->calls->hand_over(line->calls->context, done->job);
        line->bytes -= done->weight;
    }
    pthread_cond_broadcast(&line->moved);
    pthread_mutex_unlock(&line->lock);
}

static void *work_on(void *context) {
    job_line *line = context;

    for (job_slot *slot = take_job(line); slot != NULL; slot = take_job(line)) {
        line->calls->work(line->calls->context, slot->job);
        finish_job(line, slot);
    }
    return NULL;
}

static void run_together(size_t threads, const mp_job_calls *calls) {
    pthread_t others[most_threads];
    job_line line = {.calls = calls};
    size_t started = 0;

    pthread_mutex_init(&line.door, NULL);
    pthread_mutex_init(&line.lock, NULL);
    pthread_cond_init(&line.moved, NULL);
    while (started + 1 < threads && pthread_create(&others[started], NULL, work_on, &line) == 0) started++;
    work_on(&line);
    for (size_t i = 0; i < started; i++) pthread_join(others[i], NULL);
    pthread_cond_destroy(&line.moved);
    pthread_mutex_destroy(&line.lock);
    pthread_mutex_destroy(&line.door);
}

void mp_jobs_run(size_t threads, const mp_job_calls *calls) {
    if (threads > most_threads) threads = most_threads;
    if (threads > 1)
        run_together(threads, calls);
    else
        run_in_turn(calls);
}

#else

size_t mp_jobs_cores(void) { return 1; }

void mp_jobs_run(size_t threads, const mp_job_calls *calls) {
    (void)threads;
    run_in_turn(calls);
}

#endif
