/* core.c: the core by itself: reads documents (JSON Lines) into memory, checks them all, round after round, and tells the
 * median CPU time of a round in microseconds. Knows the public header only.
 *
 *     core ROUNDS FILE */
#include "mouthpiece.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { most_documents = 1 << 16, most_rounds = 1000 };

static mp_owned_document documents[most_documents];
static size_t document_count;

static bool read_documents(const char *path) {
    FILE *file = fopen(path, "r");
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    bool fine = file != NULL;

    while (fine && document_count < most_documents && (length = getline(&line, &room, file)) > 0) {
        mp_error error;
        fine =
            mp_document_from_json((mp_text){line, (size_t)length}, NULL, &documents[document_count++], &error) == MP_OK;
    }
    free(line);
    if (file != NULL) fclose(file);
    return fine;
}

static double microseconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

/* The CPU time of one round; below 0 where a check failed. */
static double run_round(const mp_engine *engine) {
    double start = microseconds();

    for (size_t i = 0; i < document_count; i++) {
        mp_report *report;
        if (mp_check(engine, &documents[i].document, NULL, &report, NULL) != MP_OK) return -1;
        mp_report_free(report);
    }
    return microseconds() - start;
}

static int compare(const void *a, const void *b) {
    const double *one = a, *other = b;
    return (*one > *other) - (*one < *other);
}

int main(int argc, char **argv) {
    static double times[most_rounds];
    long rounds = argc == 3 ? strtol(argv[1], NULL, 10) : 0;
    mp_engine *engine;
    if (rounds < 1 || rounds > most_rounds) return fputs("usage: core ROUNDS FILE\n", stderr), 2;
    if (!read_documents(argv[2]) || mp_engine_new(NULL, &engine, NULL) != MP_OK) return perror(argv[2]), 1;

    run_round(engine); /* warms up */
    for (long i = 0; i < rounds; i++)
        if ((times[i] = run_round(engine)) < 0) return fputs("a check failed\n", stderr), 1;
    qsort(times, (size_t)rounds, sizeof *times, compare);
    printf("%.0f\n", times[rounds / 2]);
    for (size_t i = 0; i < document_count; i++) mp_document_free(&documents[i]);
    mp_engine_free(engine);
    return 0;
}
