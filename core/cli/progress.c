/* progress.c: how far a run has come, on a terminal. Knows terminals and clocks; nothing of the run. */
#include "progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const double patience = 0.5, least_pause = 0.1;

static double now(void) {
    struct timespec time = {0};

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void mp_progress_start(mp_progress *progress) {
    const char *terminal = getenv("TERM");

    *progress =
        (mp_progress){.wanted = terminal != NULL && strcmp(terminal, "dumb") != 0 && isatty(STDERR_FILENO) == 1};
    if (progress->wanted) progress->started = now();
}

void mp_progress_clear(mp_progress *progress) {
    if (progress->drawn) fputs("\r\x1b[K", stderr);
    progress->drawn = false;
}

void mp_progress_show(mp_progress *progress, size_t done, size_t all, size_t documents) {
    double time = progress->wanted ? now() : 0;

    if (!progress->wanted || time - progress->started < patience || time - progress->last < least_pause) return;
    if (all == 1)
        fprintf(stderr, "\r%zu document%s checked\x1b[K", documents, documents == 1 ? "" : "s");
    else
        fprintf(stderr, "\r%zu of %zu files checked\x1b[K", done, all);
    fflush(stderr);
    progress->last = time;
    progress->drawn = true;
}
