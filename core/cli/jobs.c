/* jobs.c: does work side by side on all cores, and hands the outcomes over in order. Knows threads; nothing of the work.
 * Where the build has no threads, the jobs run one after the other. */
#include "jobs.h"

#include <stdlib.h>

enum { most_threads = 64, most_ahead = 512 };

#ifdef MOUTHPIECE_THREADS

#include <pthread.h>
#include <unistd.h>

struct mp_jobs {
    const mp_job_calls *calls;
    size_t count, next; /* next: the first that nobody works on */
    size_t turn;        /* the first that is not all handed over */
    bool *worked;
    pthread_mutex_t lock;
    pthread_cond_t moved; /* turn has */
};

size_t mp_jobs_cores(void) {
    long cores = sysconf(_SC_NPROCESSORS_ONLN);

    return cores < 1 ? 1 : cores > most_threads ? most_threads : (size_t)cores;
}

/* The next job, or count where there is none. Waits where the work is far ahead of what could be handed over. */
static size_t take_job(mp_jobs *jobs) {
    pthread_mutex_lock(&jobs->lock);
    while (jobs->next < jobs->count && jobs->next > jobs->turn + most_ahead)
        pthread_cond_wait(&jobs->moved, &jobs->lock);
    size_t job = jobs->next < jobs->count ? jobs->next++ : jobs->count;
    pthread_mutex_unlock(&jobs->lock);
    return job;
}

static void finish_job(mp_jobs *jobs, size_t job) {
    pthread_mutex_lock(&jobs->lock);
    jobs->worked[job] = true;
    for (; jobs->turn < jobs->count && jobs->worked[jobs->turn]; jobs->turn++)
        jobs->calls->hand_over(jobs->calls->context, jobs->turn, true);
    pthread_cond_broadcast(&jobs->moved);
    pthread_mutex_unlock(&jobs->lock);
}

void mp_jobs_offer(mp_jobs *jobs, size_t job, bool wait) {
    if (jobs->worked == NULL) {
        jobs->calls->hand_over(jobs->calls->context, job, false);
        return;
    }
    pthread_mutex_lock(&jobs->lock);
    while (wait && jobs->turn < job) pthread_cond_wait(&jobs->moved, &jobs->lock);
    if (jobs->turn == job) jobs->calls->hand_over(jobs->calls->context, job, false);
    pthread_mutex_unlock(&jobs->lock);
}

static void *work_on(void *context) {
    mp_jobs *jobs = context;

    for (size_t job = take_job(jobs); job < jobs->count; job = take_job(jobs)) {
        jobs->calls->work(jobs->calls->context, job, jobs);
        finish_job(jobs, job);
    }
    return NULL;
}

static void run_together(mp_jobs *jobs, size_t threads) {
    pthread_t others[most_threads];
    size_t started = 0;

    pthread_mutex_init(&jobs->lock, NULL);
    pthread_cond_init(&jobs->moved, NULL);
    while (started + 1 < threads && pthread_create(&others[started], NULL, work_on, jobs) == 0) started++;
    work_on(jobs);
    for (size_t i = 0; i < started; i++) pthread_join(others[i], NULL);
    pthread_cond_destroy(&jobs->moved);
    pthread_mutex_destroy(&jobs->lock);
}

#else

struct mp_jobs {
    const mp_job_calls *calls;
    size_t count;
};

size_t mp_jobs_cores(void) { return 1; }

void mp_jobs_offer(mp_jobs *jobs, size_t job, bool wait) {
    (void)wait;
    jobs->calls->hand_over(jobs->calls->context, job, false);
}

#endif

static void run_in_turn(mp_jobs *jobs) {
    for (size_t job = 0; job < jobs->count; job++) {
        jobs->calls->work(jobs->calls->context, job, jobs);
        jobs->calls->hand_over(jobs->calls->context, job, true);
    }
}

void mp_jobs_run(size_t count, size_t threads, const mp_job_calls *calls) {
    mp_jobs jobs = {.calls = calls, .count = count};

#ifdef MOUTHPIECE_THREADS
    if (threads > most_threads) threads = most_threads;
    if (threads > count) threads = count;
    if (threads > 1) jobs.worked = calloc(count, sizeof *jobs.worked);
    if (jobs.worked != NULL) {
        run_together(&jobs, threads);
        free(jobs.worked);
        return;
    }
#else
    (void)threads;
#endif
    run_in_turn(&jobs);
}
