/* check_job.h: one file's check: its documents to bytes. Knows nothing of other files, nor of where the bytes go. */
#ifndef MOUTHPIECE_CHECK_JOB_H
#define MOUTHPIECE_CHECK_JOB_H

#include "settings.h"

typedef struct mp_check_job {
    const char *path;
    const mp_settings *settings;
    const mp_arguments *arguments;
    bool colours;

    char *bytes; /* output that nobody has taken; each document's begins with the reporter's separator */
    size_t length, capacity;
    mp_summary tally; /* but for its problems */
    mp_arena arena;   /* of the problems */
    MP_ARRAY(mp_problem) problems;
    bool fine;

    /* Called after each document, with much output or little; false ends the file. */
    bool (*pause)(void *context, struct mp_check_job *job);
    void *context;
} mp_check_job;

/* Checks the file. What is in the job but settings and calls is 0 before; mp_check_job_free() after. */
void mp_check_job_run(mp_check_job *job);
void mp_check_job_free(mp_check_job *job);

#endif
