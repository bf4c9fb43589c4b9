/* progress.h: how far a run has come, on a terminal. Knows terminals and clocks; nothing of the run. */
#ifndef MOUTHPIECE_PROGRESS_H
#define MOUTHPIECE_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct mp_progress {
    bool wanted, drawn;
    double started, last; /* seconds */
} mp_progress;

/* Nothing is shown where standard error is no terminal, nor in a run that is over at once. */
void mp_progress_start(mp_progress *progress);

/* Takes the line away, so that other output may follow. */
void mp_progress_clear(mp_progress *progress);

/* Shows how many of all files are checked; of a single one, how many of its documents. */
void mp_progress_show(mp_progress *progress, size_t done, size_t all, size_t documents);

#endif
