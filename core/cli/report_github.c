/* report_github.c: findings as GitHub's workflow commands, which become annotations beside the lines of a change. Knows
 * their escapes; judges nothing. */
#include "reporter.h"

#include "../text.h"

#include <string.h>

/* `also`: further characters to escape; a property's value may hold no colon or comma. */
static void put_escaped(FILE *out, mp_text text, const char *also) {
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        bool escaped = (unsigned char)c < 0x20 || c == '%' || c == 0x7F || (c != '\0' && strchr(also, c) != NULL);
        if (escaped)
            fprintf(out, "%%%02X", (unsigned char)c);
        else
            fputc(c, out);
    }
}

static void put_place(FILE *out, const mp_checked *checked, mp_place place) {
    const mp_source *source = mp_found_source(checked->found);
    mp_region found, *region = &found;
    const char *file = checked->found->file;

    fputs(" file=", out);
    put_escaped(out, (mp_text){file, strlen(file)}, ":,");
    if (source == NULL || !mp_source_region(source, place, region)) {
        fprintf(out, ",line=%zu", checked->found->line == 0 ? 1 : checked->found->line);
        return;
    }
    fprintf(out, ",line=%zu,endLine=%zu", region->start.line, region->end.line);
    if (region->start.line == region->end.line) /* GitHub takes columns on one line only */
        fprintf(out, ",col=%zu,endColumn=%zu", region->start.column, region->end.column);
}

static bool put_finding(FILE *out, const mp_checked *checked, const mp_result *result, mp_arena *arena) {
    static const char *const commands[] = {"notice", "warning", "error"};
    const mp_finding *finding = result->finding;
    mp_text title = mp_headline_of(finding, arena);

    if (title.bytes == NULL) return false;
    fprintf(out, "::%s", commands[finding->level]);
    put_place(out, checked, finding->place);
    fputs(",title=", out);
    put_escaped(out, title, ":,");
    fputs("::\xE2\x80\x9C", out);
    put_escaped(out, finding->quote, "");
    fputs("\xE2\x80\x9D", out);
    for (size_t i = 0; i < finding->why_count; i++) {
        fputs("%0A", out);
        put_escaped(out, finding->why[i], "");
    }
    if (finding->suggestion.length > 0) fputs("%0A", out);
    put_escaped(out, finding->suggestion, "");
    fputc('\n', out);
    return true;
}

static void put_note(FILE *out, const mp_checked *checked, const mp_note *note) {
    fputs("::notice", out);
    put_place(out, checked, note->place);
    fputs(",title=Wording::", out);
    put_escaped(out, note->message, "");
    fputc('\n', out);
}

static bool put_document(FILE *out, const mp_checked *checked, const mp_show_options *options) {
    mp_arena arena;
    bool fine = true;

    mp_arena_init(&arena, NULL);
    for (size_t i = 0; fine && i < checked->report->finding_count; i++)
        if (mp_is_shown(&checked->results[i], options)) fine = put_finding(out, checked, &checked->results[i], &arena);
    for (size_t i = 0; i < checked->note_count; i++)
        if (checked->notes[i].spot.aside == MP_ASIDE_NOT) put_note(out, checked, checked->notes[i].note);
    mp_arena_free(&arena);
    return fine;
}

static bool put_foot(FILE *out, const mp_summary *summary) {
    char unchecked[MP_UNCHECKED_ROOM];

    if (*mp_say_unchecked(summary, unchecked) != '\0')
        fprintf(out, "::notice title=mouthpiece::not checked: %s\n", unchecked);
    for (size_t i = 0; i < summary->problem_count; i++) {
        const mp_problem *problem = &summary->problems[i];
        fputs(problem->is_warning ? "::warning file=" : "::error file=", out);
        put_escaped(out, (mp_text){problem->file, strlen(problem->file)}, ":,");
        fprintf(out, ",line=%zu,title=mouthpiece::", problem->line);
        put_escaped(out, (mp_text){problem->message, strlen(problem->message)}, "");
        fputc('\n', out);
    }
    return true;
}

const mp_reporter mp_reporter_github = {
    .name = "github", .streams = true, .separator = "", .document = put_document, .foot = put_foot};
