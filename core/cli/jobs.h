/* jobs.h: does work side by side on all cores, and hands the outcomes over in order. Knows threads; nothing of the work. */
#ifndef MOUTHPIECE_JOBS_H
#define MOUTHPIECE_JOBS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct mp_jobs mp_jobs;

/* Each job is worked on once, on any thread. Outcomes are handed over in the jobs' order and one at a time: hand_over may
 * be called more than once for a job, the last time with `done`. */
typedef struct mp_job_calls {
    void (*work)(void *context, size_t job, mp_jobs *jobs);
    void (*hand_over)(void *context, size_t job, bool done);
    void *context;
} mp_job_calls;

/* How many threads are worth having here. */
size_t mp_jobs_cores(void);

/* Runs all jobs on at most `threads` threads, the caller's among them. */
void mp_jobs_run(size_t count, size_t threads, const mp_job_calls *calls);

/* From inside a job: hands over what there is so far, if all jobs before are done; with `wait`, once they are. So a job with
 * much outcome need not keep it. */
void mp_jobs_offer(mp_jobs *jobs, size_t job, bool wait);

#endif
