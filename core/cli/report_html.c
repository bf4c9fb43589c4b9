/* report_html.c: a page to read: each article with the models' words marked, and beside them who is answerable and why it
 * matters. Knows HTML; judges nothing. It has no scripts and loads nothing, and text of the page is always escaped. */
#include "../text.h"
#include "embedded.h"
#include "markup.h"
#include "reporter.h"
#include "words.h"

#include <string.h>

/* The document being written. Findings come in page order, so each block takes the next ones. */
typedef struct page_writer {
    FILE *out;
    const mp_checked *checked;
    const mp_show_options *options;
    mp_arena arena;
    mp_words words;
    mp_words signs[MP_SIGNAL_KIND_COUNT]; /* each sign mostly stands in the same block for all findings */
    size_t next;                          /* the first finding that no block has taken */
    size_t next_note;
    uint64_t id; /* tells the documents of a report apart */
} page_writer;

static void put(const page_writer *writer, mp_text text) { mp_put_markup(writer->out, text); }

static const mp_finding *finding_at(const page_writer *writer, size_t index) {
    return &writer->checked->report->findings[index];
}

static void put_id(const page_writer *writer, size_t index) {
    fprintf(writer->out, "f%llx-%zu", (unsigned long long)writer->id, index + 1);
}

/* ---- A card ------------------------------------------------------------------------------------------------------ */

static void put_row(const page_writer *writer, const char *term, mp_text text) {
    fprintf(writer->out, "<dt>%s</dt><dd>", term);
    put(writer, text);
    fputs("</dd>", writer->out);
}

static void put_facts(page_writer *writer, const mp_finding *finding) {
    mp_position position = mp_position_of(writer->checked->found, finding->place);

    fputs("<dl>", writer->out);
    put_row(writer, "speaker", finding->speaker.name);
    put_row(writer, "answerable",
            finding->speaker.maker.length > 0 ? finding->speaker.maker : MP_TEXT("the page does not say whose it is"));
    for (size_t i = 0; i < finding->signal_count; i++)
        put_row(writer, mp_signal_name(finding->signals[i].kind),
                mp_words_at(&writer->signs[finding->signals[i].kind], finding->signals[i].place));
    fprintf(writer->out, "<dt>place</dt><dd>%zu:%zu</dd></dl>", position.line, position.column);
}

static void put_rewordings(const page_writer *writer, const mp_finding *finding) {
    if (finding->rewording_count == 0) return;
    fputs("<p>Truer wordings:</p><ul>", writer->out);
    for (size_t i = 0; i < finding->rewording_count; i++) {
        fputs("<li class=\"wording\">", writer->out);
        put(writer, finding->rewordings[i].text);
        fputs("</li>", writer->out);
    }
    fputs("</ul>", writer->out);
}

static void put_card(page_writer *writer, size_t index, mp_text headline) {
    const mp_finding *finding = finding_at(writer, index);
    const char *level = mp_level_name(finding->level);

    fprintf(writer->out, "<details class=\"card %s\" id=\"", level);
    put_id(writer, index);
    fprintf(writer->out, "\"%s><summary><span class=\"number\">%zu</span> <span class=\"level\">%s</span> ",
            finding->level == MP_LEVEL_INFO ? "" : " open", index + 1, level);
    put(writer, headline);
    fputs("</summary>", writer->out);
    put_facts(writer, finding);
    fputs("<ul>", writer->out);
    for (size_t i = 0; i < finding->why_count; i++) {
        fputs("<li>", writer->out);
        put(writer, finding->why[i]);
        fputs("</li>", writer->out);
    }
    fputs("</ul>", writer->out);
    if (finding->suggestion.length > 0) {
        fputs("<p class=\"rather\">", writer->out);
        put(writer, finding->suggestion);
        fputs("</p>", writer->out);
    }
    put_rewordings(writer, finding);
    fputs("</details>\n", writer->out);
}

/* ---- A block ----------------------------------------------------------------------------------------------------- */

static bool is_of_block(const page_writer *writer, size_t index, size_t block) {
    return index < writer->checked->report->finding_count && finding_at(writer, index)->place.block == block;
}

/* Ends the mark that is open; at most at `most`. */
static void end_mark(const page_writer *writer, mp_text text, size_t *at, size_t marked_to, size_t most) {
    size_t stop = marked_to < *at ? *at : marked_to > most ? most : marked_to;

    put(writer, mp_text_slice(text, *at, stop));
    fputs("</mark>", writer->out);
    *at = stop;
}

/* Where findings overlap, a later one begins a mark of its own, and the two end together. */
static void put_marked_text(page_writer *writer, mp_text text, size_t block) {
    size_t at = 0, marked_to = 0;
    bool open = false;

    for (size_t i = writer->next; is_of_block(writer, i, block); i++) {
        const mp_finding *finding = finding_at(writer, i);
        if (!mp_is_shown(&writer->checked->results[i], writer->options)) continue;
        size_t start = mp_words_byte(&writer->words, block, finding->place.start);
        size_t end = mp_words_byte(&writer->words, block, finding->place.end);
        if (start < at) start = at;
        if (open) end_mark(writer, text, &at, marked_to, start);
        put(writer, mp_text_slice(text, at, start));
        at = start;
        marked_to = end > marked_to ? end : marked_to;
        open = true;
        fprintf(writer->out, "<mark class=\"%s\"><a class=\"number\" href=\"#", mp_level_name(finding->level));
        put_id(writer, i);
        fprintf(writer->out, "\">%zu</a>", i + 1);
    }
    if (open) end_mark(writer, text, &at, marked_to, text.length);
    put(writer, mp_text_slice(text, at, text.length));
}

/* Notes on wording have no marks of their own: they stand beside the block, and say which words they mean. */
static void put_notes(page_writer *writer, size_t block) {
    for (; writer->next_note < writer->checked->note_count; writer->next_note++) {
        const mp_noted *noted = &writer->checked->notes[writer->next_note];
        const mp_note *note = noted->note;
        if (note->place.block > block) return;
        if (noted->spot.aside != MP_ASIDE_NOT) continue;
        fputs("<p class=\"card note\">", writer->out);
        put(writer, note->message);
        fputs("</p>", writer->out);
    }
}

static bool put_block(page_writer *writer, size_t index) {
    const mp_block *block = &writer->checked->found->document.blocks[index];
    const char *tag = block->kind == MP_BLOCK_HEADLINE ? "h3" : block->kind == MP_BLOCK_SUBHEAD ? "h4" : "div";
    mp_text text = mp_words_block(&writer->words, index);
    bool fine = writer->words.fine;

    fprintf(writer->out, "<div class=\"row\"><%s class=\"block %s\">", tag, mp_block_kind_name(block->kind));
    put_marked_text(writer, text, index);
    fprintf(writer->out, "</%s><div>", tag);
    for (; fine && is_of_block(writer, writer->next, index); writer->next++) {
        if (!mp_is_shown(&writer->checked->results[writer->next], writer->options)) continue;
        mp_text headline = mp_headline_of(finding_at(writer, writer->next), &writer->arena);
        fine = headline.bytes != NULL;
        if (fine) put_card(writer, writer->next, headline);
    }
    put_notes(writer, index);
    fputs("</div></div>\n", writer->out);
    return fine;
}

/* ---- A document -------------------------------------------------------------------------------------------------- */

static void put_counts(FILE *out, const size_t counts[MP_LEVEL_COUNT]) {
    for (int level = MP_LEVEL_ALERT; level >= 0; level--) {
        const char *name = mp_level_name((mp_level)level);
        fprintf(out, "<span class=\"count %s\"><b>%zu</b> %s%s</span>", name, counts[level], name,
                level == MP_LEVEL_INFO || counts[level] == 1 ? "" : "s");
    }
}

static uint64_t id_of(mp_text name, size_t line) {
    uint64_t id = 0xCBF29CE484222325u ^ line;

    for (size_t i = 0; i < name.length; i++) id = (id ^ (unsigned char)name.bytes[i]) * 0x100000001B3u;
    return id;
}

static bool put_document(FILE *out, const mp_checked *checked, const mp_show_options *options) {
    page_writer writer = {.out = out, .checked = checked, .options = options};
    mp_text name = mp_name_of(checked->found);
    size_t counts[MP_LEVEL_COUNT] = {0}, all = 0, notes = mp_count_notes(checked);
    bool fine = true;

    for (size_t i = 0; i < checked->report->finding_count; i++)
        if (mp_is_shown(&checked->results[i], options)) counts[checked->results[i].finding->level]++, all++;
    writer.id = id_of(name, checked->found->line);
    mp_arena_init(&writer.arena, NULL);
    mp_words_open(&writer.words, &checked->found->document);
    for (int kind = 0; kind < MP_SIGNAL_KIND_COUNT; kind++)
        mp_words_open(&writer.signs[kind], &checked->found->document);
    fprintf(out, "<details class=\"document\"%s><summary><h2>", all + notes > 0 ? " open" : "");
    put(&writer, name);
    fputs("</h2> ", out);
    if (mp_why_unchecked(checked) != NULL)
        fprintf(out, "<span class=\"faint\">%s, nothing checked</span>", mp_why_unchecked(checked));
    else if (all == 0)
        fputs("<span class=\"faint\">no model is quoted</span>", out);
    else
        put_counts(out, counts);
    if (notes > 0) fprintf(out, "<span class=\"count note\"><b>%zu</b> note%s</span>", notes, notes == 1 ? "" : "s");
    fputs("</summary>\n<article lang=\"", out);
    put(&writer, checked->report->lang);
    fputs("\">\n", out);
    for (size_t i = 0; fine && i < checked->found->document.block_count; i++) fine = put_block(&writer, i);
    fputs("</article></details>\n", out);
    mp_words_close(&writer.words);
    for (int kind = 0; kind < MP_SIGNAL_KIND_COUNT; kind++) {
        fine &= writer.signs[kind].fine;
        mp_words_close(&writer.signs[kind]);
    }
    mp_arena_free(&writer.arena);
    return fine;
}

/* ---- The page ---------------------------------------------------------------------------------------------------- */

static void put_problems_of(FILE *out, const mp_summary *summary, bool warnings, const char *what) {
    if (mp_count_problems(summary, warnings) == 0) return;
    fprintf(out, "<div class=\"problems\"><p>%s</p><ul>", what);
    for (size_t i = 0; i < summary->problem_count; i++) {
        if (summary->problems[i].is_warning != warnings) continue;
        fputs("<li>", out);
        mp_put_markup_string(out, summary->problems[i].file);
        fprintf(out, ":%zu: ", summary->problems[i].line);
        mp_put_markup_string(out, summary->problems[i].message);
        fputs("</li>", out);
    }
    fputs("</ul></div>\n", out);
}

static bool put_head(FILE *out, const mp_summary *summary) {
    char unchecked[MP_UNCHECKED_ROOM];

    fputs("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
          "<title>Words of language models</title>\n<style>\n",
          out);
    fputs(mp_report_css, out);
    fputs("</style>\n</head>\n<body>\n<header><h1>Words of language models</h1>\n<p>", out);
    put_counts(out, summary->counts);
    fprintf(out, "<span class=\"faint\">in %zu document%s", summary->documents, summary->documents == 1 ? "" : "s");
    if (*mp_say_unchecked(summary, unchecked) != '\0') fprintf(out, ", %s", unchecked);
    if (summary->notes > 0) fprintf(out, "; %zu note%s on wording", summary->notes, summary->notes == 1 ? "" : "s");
    if (summary->aside > 0) fprintf(out, "; %zu set aside", summary->aside);
    fputs("</span></p>\n", out);
    put_problems_of(out, summary, false, "Not everything could be read:");
    put_problems_of(out, summary, true, "To be cleared away:");
    fputs("</header>\n<main>\n", out);
    return true;
}

static bool put_foot(FILE *out, const mp_summary *summary) {
    (void)summary;
    fputs("</main>\n<footer><p class=\"faint\">mouthpiece " MP_VERSION
          ". It says what the text does, not whether the words are true.</p></footer>\n</body>\n</html>\n",
          out);
    return true;
}

const mp_reporter mp_reporter_html = {
    .name = "html", .separator = "", .document = put_document, .head = put_head, .foot = put_foot};
