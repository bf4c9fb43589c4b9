/* check_job.h: one part's check: its documents to bytes. Knows nothing of other parts, nor of where the bytes go. */
#ifndef MOUTHPIECE_CHECK_JOB_H
#define MOUTHPIECE_CHECK_JOB_H

#include "settings.h"

typedef struct mp_check_job {
    mp_input_part part; /* the job's own */
    size_t input;       /* the number of its input, from 0 */
    const mp_settings *settings;
    const mp_arguments *arguments;
    bool colours;

    char *bytes; /* output; each document's begins with the reporter's separator */
    size_t length, capacity;
    mp_summary tally; /* but for its problems */
    mp_arena arena;   /* of the problems */
    MP_ARRAY(mp_problem) problems;
    mp_mute_use *mute_uses; /* one a mute of the settings' */
    bool fine;
} mp_check_job;

/* Checks the part. What is in the job but part, settings and the arena, which is empty, is 0 before. */
void mp_check_job_run(mp_check_job *job);
void mp_check_job_free(mp_check_job *job); /* the job itself too */

#endif
