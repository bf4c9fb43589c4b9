/* report_junit.c: findings as JUnit's XML, which every CI server shows: a suite a document, a case a finding. Knows the
 * format; judges nothing. */
#include "markup.h"
#include "reporter.h"

static size_t count_shown(const mp_checked *checked, const mp_show_options *options, size_t *failing) {
    size_t shown = 0;

    *failing = 0;
    for (size_t i = 0; i < checked->report->finding_count; i++) {
        if (!mp_is_shown(&checked->results[i], options)) continue;
        shown++;
        *failing += checked->results[i].fails ? 1 : 0;
    }
    return shown;
}

static void put_text(FILE *out, const mp_finding *finding) {
    fputs("\xE2\x80\x9C", out);
    mp_put_markup(out, finding->quote);
    fputs("\xE2\x80\x9D\n", out);
    for (size_t i = 0; i < finding->why_count; i++) {
        mp_put_markup(out, finding->why[i]);
        fputc('\n', out);
    }
    if (finding->suggestion.length == 0) return;
    mp_put_markup(out, finding->suggestion);
    fputc('\n', out);
}

static bool put_case(FILE *out, const mp_checked *checked, const mp_result *result, mp_arena *arena) {
    const mp_finding *finding = result->finding;
    mp_position position = mp_position_of(checked->found, finding->place);
    mp_text headline = mp_headline_of(finding, arena);

    if (headline.bytes == NULL) return false;
    fputs("    <testcase classname=\"", out);
    mp_put_markup(out, mp_name_of(checked->found));
    fprintf(out, "\" name=\"%zu:%zu: ", position.line, position.column);
    mp_put_markup(out, headline);
    fputs("\">\n", out);
    if (result->fails) {
        fputs("      <failure message=\"", out);
        mp_put_markup(out, headline);
        fprintf(out, "\" type=\"%s\">", mp_level_name(finding->level));
        put_text(out, finding);
        fputs("</failure>\n", out);
    } else {
        fprintf(out, "      <system-out>%s: ", mp_level_name(finding->level));
        put_text(out, finding);
        fputs("</system-out>\n", out);
    }
    fputs("    </testcase>\n", out);
    return true;
}

/* A note on wording fails nothing. */
static void put_note(FILE *out, const mp_checked *checked, const mp_note *note) {
    mp_position position = mp_position_of(checked->found, note->place);

    fputs("    <testcase classname=\"", out);
    mp_put_markup(out, mp_name_of(checked->found));
    fprintf(out, "\" name=\"%zu:%zu: wording, ", position.line, position.column);
    mp_put_markup(out, note->rule);
    fputs("\">\n      <system-out>note: \xE2\x80\x9C", out);
    mp_put_markup(out, note->words);
    fputs("\xE2\x80\x9D\n", out);
    mp_put_markup(out, note->message);
    fputs("\n</system-out>\n    </testcase>\n", out);
}

static bool put_suite(FILE *out, const mp_checked *checked, const mp_show_options *options) {
    size_t failing, shown = count_shown(checked, options, &failing) + mp_count_notes(checked);
    const char *unchecked = shown == 0 ? mp_why_unchecked(checked) : NULL;
    bool fine = true;
    mp_arena arena;

    mp_arena_init(&arena, NULL);
    fputs("  <testsuite name=\"", out);
    mp_put_markup(out, mp_name_of(checked->found));
    fprintf(out, "\" tests=\"%zu\" failures=\"%zu\" errors=\"0\" skipped=\"%d\">\n", shown == 0 ? 1 : shown, failing,
            unchecked == NULL ? 0 : 1);
    for (size_t i = 0; fine && i < checked->report->finding_count; i++)
        if (mp_is_shown(&checked->results[i], options)) fine = put_case(out, checked, &checked->results[i], &arena);
    for (size_t i = 0; i < checked->note_count; i++)
        if (checked->notes[i].spot.aside == MP_ASIDE_NOT) put_note(out, checked, checked->notes[i].note);
    if (shown == 0) { /* a suite without a case looks to some servers as if it had not run */
        fputs("    <testcase classname=\"", out);
        mp_put_markup(out, mp_name_of(checked->found));
        fputs("\" name=\"no model is quoted\"", out);
        if (unchecked == NULL)
            fputs("/>\n", out);
        else
            fprintf(out, "><skipped message=\"%s, nothing checked\"/></testcase>\n", unchecked);
    }
    fputs("  </testsuite>\n", out);
    mp_arena_free(&arena);
    return fine;
}

static bool put_head(FILE *out, const mp_summary *summary) {
    (void)summary;
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"mouthpiece\">\n", out);
    return true;
}

static void put_problem(FILE *out, const mp_problem *problem) {
    fputs("    <testcase classname=\"", out);
    mp_put_markup_string(out, problem->file);
    fprintf(out, "\" name=\"line %zu is %s\">\n", problem->line, problem->is_warning ? "still needed" : "read");
    fputs(problem->is_warning ? "      <system-out>warning: " : "      <error message=\"", out);
    mp_put_markup_string(out, problem->message);
    fputs(problem->is_warning ? "</system-out>\n" : "\" type=\"input\"/>\n", out);
    fputs("    </testcase>\n", out);
}

static bool put_foot(FILE *out, const mp_summary *summary) {
    size_t errors = mp_count_problems(summary, false);

    if (summary->problem_count > 0)
        fprintf(out, "  <testsuite name=\"input\" tests=\"%zu\" failures=\"0\" errors=\"%zu\" skipped=\"0\">\n",
                summary->problem_count, errors);
    for (size_t i = 0; i < summary->problem_count; i++) put_problem(out, &summary->problems[i]);
    if (summary->problem_count > 0) fputs("  </testsuite>\n", out);
    fputs("</testsuites>\n", out);
    return true;
}

const mp_reporter mp_reporter_junit = {
    .name = "junit", .streams = true, .separator = "", .document = put_suite, .head = put_head, .foot = put_foot};
