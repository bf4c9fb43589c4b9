/* reporter.c: the list of output formats. Knows their names. */
#include "reporter.h"

#include <string.h>

bool mp_is_shown(const mp_result *result, const mp_show_options *options) {
    return result->spot.aside == MP_ASIDE_NOT && result->finding->level >= options->least;
}

size_t mp_count_notes(const mp_checked *checked) {
    size_t count = 0;

    for (size_t i = 0; i < checked->note_count; i++) count += checked->notes[i].spot.aside == MP_ASIDE_NOT ? 1 : 0;
    return count;
}

size_t mp_count_problems(const mp_summary *summary, bool warnings) {
    size_t count = 0;

    for (size_t i = 0; i < summary->problem_count; i++) count += summary->problems[i].is_warning == warnings ? 1 : 0;
    return count;
}

const char *mp_why_unchecked(const mp_checked *checked) {
    if (!checked->found->article) return "not an article";
    return checked->report->unread ? "in a language that the rules do not read" : NULL;
}

const char *mp_say_unchecked(const mp_summary *summary, char said[MP_UNCHECKED_ROOM]) {
    int used = 0;

    said[0] = '\0';
    if (summary->not_articles > 0)
        used = snprintf(said, MP_UNCHECKED_ROOM, "%zu not an article", summary->not_articles);
    if (summary->unread > 0)
        snprintf(said + used, MP_UNCHECKED_ROOM - (size_t)used, "%s%zu in a language that the rules do not read",
                 used > 0 ? ", " : "", summary->unread);
    return said;
}

const mp_reporter *mp_reporter_named(const char *name) {
    static const mp_reporter *const all[] = {&mp_reporter_text,   &mp_reporter_json,  &mp_reporter_sarif,
                                             &mp_reporter_github, &mp_reporter_junit, &mp_reporter_html};

    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (strcmp(all[i]->name, name) == 0) return all[i];
    return NULL;
}
