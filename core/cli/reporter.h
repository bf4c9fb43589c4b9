/* reporter.h: the output formats: functions from checked documents to bytes. They judge nothing and read no file. */
#ifndef MOUTHPIECE_REPORTER_H
#define MOUTHPIECE_REPORTER_H

#include "result.h"

/* What could not be read or checked; or what can, and should be cleared away. */
typedef struct mp_problem {
    const char *file;
    size_t line; /* from 1 */
    const char *message;
    bool is_warning; /* nothing fails by it */
} mp_problem;

/* What came out of a run. */
typedef struct mp_summary {
    size_t counts[MP_LEVEL_COUNT]; /* findings that count */
    size_t aside;                  /* … that were set aside */
    size_t failing;                /* … whose level fails the run */
    size_t notes;                  /* on wording, shown */
    size_t documents, not_articles, unread;
    bool failed;                /* something could not be read or checked */
    const mp_problem *problems; /* in the order of the inputs; at most the first thousand */
    size_t problem_count;
} mp_summary;

typedef struct mp_show_options {
    bool colours;
    mp_level least; /* findings below this level are left out */
    bool compared;  /* with a baseline */
} mp_show_options;

/* A format. All functions give false where memory ends; what cannot be written is left for ferror() to tell. */
typedef struct mp_reporter {
    const char *name;      /* as --format calls it */
    bool streams;          /* a document's output may be written before the rest is known */
    const char *separator; /* between documents that have output */
    bool (*document)(FILE *out, const mp_checked *checked, const mp_show_options *options);
    bool (*head)(FILE *out, const mp_summary *summary); /* both NULL where there is none; where it */
    bool (*foot)(FILE *out, const mp_summary *summary); /* streams, the head knows of nothing yet */
} mp_reporter;

extern const mp_reporter mp_reporter_text, mp_reporter_json, mp_reporter_sarif, mp_reporter_github, mp_reporter_junit,
    mp_reporter_html, mp_reporter_bare;

/* Why a document was not checked, "not an article"; NULL where it was. */
const char *mp_why_unchecked(const mp_checked *checked);

enum { MP_UNCHECKED_ROOM = 128 };

/* That documents were not checked, "1 not an article, 2 in a language that the rules do not read"; "" where all were. */
const char *mp_say_unchecked(const mp_summary *summary, char said[MP_UNCHECKED_ROOM]);

/* Whether a result is to be shown: not set aside, and of a level that was asked for. */
bool mp_is_shown(const mp_result *result, const mp_show_options *options);

/* The document's notes on wording that are not set aside. */
size_t mp_count_notes(const mp_checked *checked);

/* The warnings among the run's problems, or all others. */
size_t mp_count_problems(const mp_summary *summary, bool warnings);

/* The reporter of that name, or NULL. */
const mp_reporter *mp_reporter_named(const char *name);

#endif
