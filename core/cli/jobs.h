/* jobs.h: does work side by side on all cores, and hands the outcomes over in order. Knows threads; nothing of the work. */
#ifndef MOUTHPIECE_JOBS_H
#define MOUTHPIECE_JOBS_H

#include <stddef.h>

/* How a run gets its jobs, does them and is rid of them. Each job is taken by one call at a time, worked on once, on any
 * thread, and handed over in the order in which it was taken, one at a time. */
typedef struct mp_job_calls {
    void *(*take)(void *context); /* the next job; NULL at the end */
    void (*work)(void *context, void *job);
    void (*hand_over)(void *context, void *job);
    size_t (*weight)(const void *job); /* the bytes that it keeps until it is handed over */
    void *context;
} mp_job_calls;

/* How many threads are worth having here. */
size_t mp_jobs_cores(void);

/* Runs all jobs on at most `threads` threads, the caller's among them. Few enough are ahead of what could be handed over
 * that memory stays bounded, however many there are. */
void mp_jobs_run(size_t threads, const mp_job_calls *calls);

#endif
