/* report_text.c: shows findings to a person, each as a compiler shows a warning. Knows results and terminals; judges
 * nothing. */
#include "report_text.h"

#include "../text.h"
#include "excerpt.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { line_columns = 96, note_columns = 72 };

typedef struct text_screen {
    FILE *out;
    const mp_found_document *found;
    mp_arena arena;
    mp_words words;
    mp_words signs[MP_SIGNAL_KIND_COUNT]; /* each sign mostly stands in the same block for all findings */
    bool colours, fine;
} text_screen;

typedef enum screen_colour {
    colour_bold,
    colour_alert,
    colour_notice,
    colour_info,
    colour_mark,
    colour_faint
} screen_colour;

static const char *const colour_codes[] = {"\x1b[1m",    "\x1b[1;31m", "\x1b[1;33m",
                                           "\x1b[1;36m", "\x1b[1;32m", "\x1b[2m"};

bool mp_wants_colours(FILE *file) {
    const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");

    if (no_colour != NULL && no_colour[0] != '\0') return false;
    if (terminal == NULL || strcmp(terminal, "dumb") == 0) return false;
    return isatty(fileno(file)) == 1;
}

static void begin_colour(const text_screen *screen, screen_colour colour) {
    if (screen->colours) fputs(colour_codes[colour], screen->out);
}

static void end_colour(const text_screen *screen) {
    if (screen->colours) fputs("\x1b[0m", screen->out);
}

static void put(const text_screen *screen, mp_text text) {
    if (text.length > 0) fwrite(text.bytes, 1, text.length, screen->out);
}

/* Text of the page or of a rule pack, which may hold anything. */
static void put_safely(text_screen *screen, mp_text text) {
    mp_text safe = mp_printable(text, &screen->arena);

    if (safe.bytes == NULL) screen->fine = false;
    put(screen, safe);
}

static void put_label(const text_screen *screen, const char *label) {
    begin_colour(screen, colour_faint);
    fprintf(screen->out, "  %-9s", label);
    end_colour(screen);
}

static void put_place(text_screen *screen, mp_place place) {
    mp_position position = mp_position_of(screen->found, place);

    put_safely(screen, mp_name_of(screen->found));
    fprintf(screen->out, ":%zu:%zu", position.line, position.column);
}

/* ---- A finding --------------------------------------------------------------------------------------------------- */

static void show_heading(text_screen *screen, const mp_finding *finding) {
    static const screen_colour colours[] = {colour_info, colour_notice, colour_alert};

    begin_colour(screen, colour_bold);
    put_place(screen, finding->place);
    fputs(": ", screen->out);
    end_colour(screen);
    begin_colour(screen, colours[finding->level]);
    fprintf(screen->out, "%s: ", mp_level_name(finding->level));
    end_colour(screen);
    put_safely(screen, finding->speaker.name);
    fprintf(screen->out, " quoted as %s", mp_role_name(finding->role));
    if (mp_act_name(finding->act) != NULL) fprintf(screen->out, ", %s", mp_act_name(finding->act));
    fputs(" [", screen->out);
    put_safely(screen, finding->rule);
    fputs("]\n", screen->out);
}

static bool cut_excerpt(text_screen *screen, mp_words *words, mp_place place, size_t columns, mp_excerpt *excerpt) {
    mp_text text = mp_words_block(words, place.block);
    size_t from = mp_words_byte(words, place.block, place.start), to = mp_words_byte(words, place.block, place.end);
    bool made = words->fine && mp_excerpt_make(text, from, to, columns, &screen->arena, excerpt);

    if (!made) screen->fine = false;
    return made;
}

static void show_excerpt(text_screen *screen, const mp_finding *finding) {
    mp_excerpt excerpt;

    if (!cut_excerpt(screen, &screen->words, finding->place, line_columns, &excerpt)) return;
    fputs("    ", screen->out);
    put(screen, excerpt.before);
    begin_colour(screen, colour_bold);
    put(screen, excerpt.quote);
    end_colour(screen);
    put(screen, excerpt.after);
    fprintf(screen->out, "\n    %*s", (int)excerpt.indent, "");
    begin_colour(screen, colour_mark);
    for (size_t i = 0; i < (excerpt.width > 0 ? excerpt.width : 1); i++) fputc(i == 0 ? '^' : '~', screen->out);
    end_colour(screen);
    fputc('\n', screen->out);
}

static void show_speaker(text_screen *screen, const mp_finding *finding) {
    put_label(screen, "speaker");
    put_safely(screen, finding->speaker.name);
    if (finding->speaker.maker.length > 0) fputs(", a language model", screen->out);
    if (finding->speaker.has_mention) {
        fputs("; named at ", screen->out);
        put_place(screen, finding->speaker.mention);
    }
    fputc('\n', screen->out);
    put_label(screen, "maker");
    put_safely(screen, finding->speaker.maker);
    if (finding->speaker.maker.length == 0) fputs("the page does not say whose model it is", screen->out);
    fputc('\n', screen->out);
}

/* The words that say so, with some of the text around them. */
static void show_words(text_screen *screen, mp_words *words, mp_place place) {
    mp_excerpt excerpt;

    if (!cut_excerpt(screen, words, place, note_columns, &excerpt)) return;
    put(screen, excerpt.before);
    begin_colour(screen, colour_bold);
    put(screen, excerpt.quote);
    end_colour(screen);
    put(screen, excerpt.after);
}

static void show_signals(text_screen *screen, const mp_finding *finding) {
    for (size_t i = 0; i < finding->signal_count; i++) {
        const mp_signal *signal = &finding->signals[i];
        put_label(screen, "signal");
        fprintf(screen->out, "%s at ", mp_signal_name(signal->kind));
        put_place(screen, signal->place);
        fputs("\n             ", screen->out);
        show_words(screen, &screen->signs[signal->kind], signal->place);
        fputc('\n', screen->out);
    }
}

/* What may stand there instead: words for words, or a sentence of its own. */
static void show_rewordings(text_screen *screen, const mp_finding *finding) {
    for (size_t i = 0; i < finding->rewording_count; i++) {
        const mp_rewording *rewording = &finding->rewordings[i];
        put_label(screen, "wording");
        if (rewording->edits && rewording->place.end > rewording->place.start) {
            put_safely(screen, mp_words_at(&screen->words, rewording->place));
            fputs(" \xE2\x86\x92 ", screen->out);
        }
        put_safely(screen, rewording->text);
        fputc('\n', screen->out);
    }
}

static void show_reasons(text_screen *screen, const mp_finding *finding) {
    for (size_t i = 0; i < finding->why_count; i++) {
        put_label(screen, "why");
        put_safely(screen, finding->why[i]);
        fputc('\n', screen->out);
    }
    if (finding->suggestion.length == 0) return;
    put_label(screen, "rather");
    put_safely(screen, finding->suggestion);
    fputc('\n', screen->out);
    show_rewordings(screen, finding);
}

static void show_quote(text_screen *screen, const mp_quote *quote) {
    put_place(screen, quote->place);
    fprintf(screen->out, ": %s quote, speaker %s", mp_form_name(quote->form),
            mp_speaker_kind_name(quote->speaker_kind));
    if (quote->has_speaker) {
        fputs(" (", screen->out);
        put_safely(screen, quote->speaker_text);
        fputc(')', screen->out);
    }
    fputc('\n', screen->out);
}

static void show_note(text_screen *screen, const mp_note *note) {
    put_place(screen, note->place);
    fputs(": note: ", screen->out);
    put_safely(screen, note->message);
    fputs(" [", screen->out);
    put_safely(screen, note->rule);
    fputs("]\n    ", screen->out);
    show_words(screen, &screen->words, note->place);
    fputc('\n', screen->out);
}

static bool show_document(FILE *out, const mp_checked *checked, const mp_show_options *options) {
    const mp_report *report = checked->report;
    text_screen screen = {.out = out, .found = checked->found, .colours = options->colours, .fine = true};

    mp_words_open(&screen.words, &checked->found->document);
    for (int kind = 0; kind < MP_SIGNAL_KIND_COUNT; kind++)
        mp_words_open(&screen.signs[kind], &checked->found->document);
    mp_arena_init(&screen.arena, NULL);
    if (mp_why_unchecked(checked) != NULL) {
        put_safely(&screen, mp_name_of(checked->found));
        fprintf(out, ": %s, nothing checked (%s)\n", mp_why_unchecked(checked),
                checked->found->article ? "--lang says another" : "--anyway checks it");
    }
    for (size_t i = 0; i < report->finding_count; i++) {
        const mp_finding *finding = &report->findings[i];
        if (!mp_is_shown(&checked->results[i], options)) continue;
        show_heading(&screen, finding);
        show_excerpt(&screen, finding);
        show_speaker(&screen, finding);
        show_signals(&screen, finding);
        show_reasons(&screen, finding);
        fputc('\n', out);
        mp_arena_free(&screen.arena); /* nothing of a finding is needed for the next */
        mp_arena_init(&screen.arena, NULL);
    }
    for (size_t i = 0; report->has_quotes && i < report->quote_count; i++) show_quote(&screen, &report->quotes[i]);
    for (size_t i = 0; i < checked->note_count; i++)
        if (checked->notes[i].spot.aside == MP_ASIDE_NOT) show_note(&screen, checked->notes[i].note);
    mp_arena_free(&screen.arena);
    mp_words_close(&screen.words);
    for (int kind = 0; kind < MP_SIGNAL_KIND_COUNT; kind++) mp_words_close(&screen.signs[kind]);
    return screen.fine;
}

static void put_count(FILE *out, size_t count, const char *word) {
    fprintf(out, "%zu %s%s", count, word, count == 1 ? "" : "s");
}

static bool show_totals(FILE *out, const mp_summary *summary) {
    char unchecked[MP_UNCHECKED_ROOM];

    put_count(out, summary->counts[MP_LEVEL_ALERT], "alert");
    fputs(", ", out);
    put_count(out, summary->counts[MP_LEVEL_NOTICE], "notice");
    fprintf(out, ", %zu info in ", summary->counts[MP_LEVEL_INFO]);
    put_count(out, summary->documents, "document");
    if (*mp_say_unchecked(summary, unchecked) != '\0') fprintf(out, " (%s)", unchecked);
    if (summary->notes > 0) {
        fputs("; ", out);
        put_count(out, summary->notes, "note");
        fputs(" on wording", out);
    }
    if (summary->aside > 0) fprintf(out, "; %zu set aside", summary->aside);
    fputc('\n', out);
    return true;
}

const mp_reporter mp_reporter_text = {
    .name = "text", .streams = true, .separator = "", .document = show_document, .foot = show_totals};
