/* input.c: documents out of files. Knows formats; nothing of what becomes of the documents. */
#include "input.h"

#include "../html/encoding.h"
#include "../html/html_read.h"
#include "../status.h"
#include "../text.h"
#include "reader.h"
#include "source_html.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* A document may have 64 MiB of text; its JSON, escapes and all, somewhat more. */
enum { most_bytes = 64 << 20, most_line = 160 << 20, enough_to_guess = 1024 };

typedef struct file_input {
    const char *name;
    const mp_input_options *options;
    mp_document_visitor visit;
    mp_problem_visitor trouble;
    void *context;
    bool fine, ended;
} file_input;

/* What places are made from. */
struct mp_origin {
    mp_arena arena;
    mp_source source;
    const mp_page *page; /* of HTML; else the source has its runs */
    mp_html_source html;
    MP_ARRAY(mp_text_part) markup;
    bool made, fine;
};

const mp_source *mp_found_source(const mp_found_document *found) {
    struct mp_origin *origin = found->origin;
    if (origin == NULL) return NULL;
    mp_arena *arena = &origin->arena;

    if (!origin->made) {
        origin->made = true;
        origin->fine =
            (origin->page == NULL || mp_source_add_page(&origin->source.runs, arena, origin->page, &origin->html)) &&
            mp_source_index(&origin->source, arena);
    }
    return origin->fine ? &origin->source : NULL;
}

size_t mp_found_markup(const mp_found_document *found, const mp_text_part **parts) {
    *parts = found->origin == NULL ? NULL : found->origin->markup.items;
    return found->origin == NULL ? 0 : found->origin->markup.count;
}

void mp_tell_problem(const char *file, size_t line, const char *message) {
    fprintf(stderr, "%s:%zu: %s\n", file, line == 0 ? 1 : line, message);
}

static void tell(file_input *input, size_t line, const mp_error *error) {
    char message[sizeof error->message + 40];

    if (error->block != SIZE_MAX)
        snprintf(message, sizeof message, "%s (block %zu)", error->message, error->block + 1);
    else
        snprintf(message, sizeof message, "%s", error->message);
    input->trouble(input->context, input->name, line == 0 ? 1 : line, message);
    input->fine = false;
}

static void hand_on(file_input *input, mp_found_document *found) {
    found->file = input->name;
    found->named = found->document.id.length > 0;
    if (!found->named) found->document.id = (mp_text){input->name, strlen(input->name)};
    if (input->options->lang.length > 0) found->document.lang = input->options->lang;
    if (!input->visit(input->context, found)) input->ended = true;
}

/* ---- Formats ----------------------------------------------------------------------------------------------------- */

static mp_input_format format_of_name(const char *path) {
    static const struct {
        const char *ending;
        mp_input_format format;
    } endings[] = {{".html", MP_INPUT_HTML},   {".htm", MP_INPUT_HTML},          {".xhtml", MP_INPUT_HTML},
                   {".md", MP_INPUT_MARKDOWN}, {".markdown", MP_INPUT_MARKDOWN}, {".txt", MP_INPUT_TEXT},
                   {".jsonl", MP_INPUT_JSONL}, {".ndjson", MP_INPUT_JSONL}};
    size_t length = strlen(path);

    if (length > 3 && strcasecmp(path + length - 3, ".gz") == 0) length -= 3;
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        size_t ending = strlen(endings[i].ending);
        if (length > ending && strncasecmp(path + length - ending, endings[i].ending, ending) == 0)
            return endings[i].format;
    }
    return MP_INPUT_GUESS;
}

static mp_input_format format_of_bytes(mp_text bytes) {
    size_t at = 0;

    if (bytes.length >= 3 && memcmp(bytes.bytes, "\xEF\xBB\xBF", 3) == 0) at = 3;
    while (at < bytes.length && strchr(" \t\r\n", bytes.bytes[at]) != NULL && bytes.bytes[at] != '\0') at++;
    if (at == bytes.length) return MP_INPUT_TEXT;
    if (bytes.bytes[at] == '<') return MP_INPUT_HTML;
    if (bytes.bytes[at] != '{') return MP_INPUT_TEXT;
    /* An object that ends on its line is a line of JSON Lines; one that goes on is a document, pretty-printed. */
    size_t end = at;
    while (end < bytes.length && bytes.bytes[end] != '\n') end++;
    if (end == bytes.length) return MP_INPUT_JSONL;
    while (end > at && strchr(" \t\r", bytes.bytes[end - 1]) != NULL) end--;
    return bytes.bytes[end - 1] == '}' ? MP_INPUT_JSONL : MP_INPUT_JSON;
}

static mp_status read_page(mp_text bytes, const mp_html_options *options, mp_page *page, struct mp_origin *origin,
                           mp_error *error) {
    MP_TRY(mp_html_read(bytes, MP_TEXT(""), options, NULL, page, error));
    mp_text_part all = {0, origin->html.html.length};

    origin->source.text = origin->html.html;
    origin->page = page;
    return MP_PUSH(&origin->arena, &origin->markup, all) ? MP_OK : mp_fail_memory(error);
}

static void read_html(file_input *input, mp_text bytes) {
    mp_html_options options = MP_HTML_OPTIONS_DEFAULT;
    struct mp_origin origin = {.made = false};
    mp_page page = {.article = false};
    mp_error error;

    mp_arena_init(&origin.arena, NULL);
    origin.html.arena = &origin.arena;
    options.anyway = input->options->anyway;
    options.source = &origin.html;
    if (read_page(bytes, &options, &page, &origin, &error) != MP_OK) {
        tell(input, 0, &error);
    } else {
        mp_found_document found = {
            .document = page.document, .article = page.article || options.anyway, .origin = &origin};
        hand_on(input, &found);
    }
    mp_page_free(&page);
    mp_arena_free(&origin.arena);
}

static mp_status read_blocks(mp_text bytes, mp_input_format format, struct mp_origin *origin, mp_text_blocks *blocks,
                             mp_error *error) {
    char encoding[MP_ENCODING_ROOM];
    mp_arena *arena = &origin->arena;

    mp_encoding_of(bytes, MP_TEXT(""), encoding);
    MP_TRY(mp_encoding_decode(bytes, encoding, arena, &origin->source.text, error));
    MP_TRY(format == MP_INPUT_TEXT ? mp_blocks_of_text(origin->source.text, arena, blocks, error)
                                   : mp_blocks_of_markdown(origin->source.text, arena, blocks, error));
    origin->source.runs = blocks->runs;
    for (size_t i = 0; i < blocks->html.count; i++)
        if (!MP_PUSH(arena, &origin->markup, blocks->html.items[i])) return mp_fail_memory(error);
    return MP_OK;
}

static void read_text(file_input *input, mp_text bytes, mp_input_format format) {
    struct mp_origin origin = {.made = false};
    mp_text_blocks blocks = {.blocks = {NULL, 0, 0}};
    mp_error error;

    mp_arena_init(&origin.arena, NULL);
    if (read_blocks(bytes, format, &origin, &blocks, &error) != MP_OK) {
        tell(input, 0, &error);
    } else {
        mp_found_document found = {.article = true, .origin = &origin};
        found.document.blocks = blocks.blocks.items;
        found.document.block_count = blocks.blocks.count;
        hand_on(input, &found);
    }
    mp_arena_free(&origin.arena);
}

/* `line`: where the JSON begins in its file, less one. */
static void read_json(file_input *input, mp_text json, size_t line) {
    mp_owned_document owned;
    mp_error error;

    if (json.length >= 3 && memcmp(json.bytes, "\xEF\xBB\xBF", 3) == 0) json = mp_text_slice(json, 3, json.length);
    if (mp_document_from_json(json, NULL, &owned, &error) != MP_OK) {
        tell(input, line + (error.line == 0 ? 1 : error.line), &error);
        return;
    }
    mp_found_document found = {.document = owned.document, .article = true, .line = line + 1};
    hand_on(input, &found);
    mp_document_free(&owned);
}

static bool is_blank(mp_text line) {
    for (size_t i = 0; i < line.length; i++)
        if (line.bytes[i] != ' ' && line.bytes[i] != '\t' && line.bytes[i] != '\r') return false;
    return true;
}

static void read_json_lines(file_input *input, mp_reader *reader) {
    mp_text line = {NULL, 0};
    mp_error error;
    bool more = true;

    for (size_t number = 0; more && !input->ended; number++) {
        if (mp_reader_line(reader, most_line, &line, &more, &error) != MP_OK)
            tell(input, number + 1, &error);
        else if (more && !is_blank(line))
            read_json(input, line, number);
    }
}

static void read_whole(file_input *input, mp_reader *reader, mp_input_format format) {
    mp_text bytes;
    mp_error error;

    if (mp_reader_all(reader, format == MP_INPUT_JSON ? most_line : most_bytes, &bytes, &error) != MP_OK)
        tell(input, 0, &error);
    else if (format == MP_INPUT_HTML)
        read_html(input, bytes);
    else if (format == MP_INPUT_JSON)
        read_json(input, bytes, 0);
    else
        read_text(input, bytes, format);
}

const char *mp_input_name(const char *path, const mp_input_options *options) {
    return options->stdin_name != NULL && strcmp(path, "-") == 0 ? options->stdin_name : path;
}

bool mp_input_read(const char *path, const mp_input_options *options, mp_document_visitor visit,
                   mp_problem_visitor trouble, void *context) {
    file_input input = {mp_input_name(path, options), options, visit, trouble, context, true, false};
    mp_input_format format = options->format;
    mp_reader *reader = mp_reader_open(path);

    if (reader == NULL) {
        trouble(context, input.name, 1, strerror(errno));
        return false;
    }
    if (format == MP_INPUT_GUESS) format = format_of_name(input.name);
    if (format == MP_INPUT_GUESS) format = format_of_bytes(mp_reader_peek(reader, enough_to_guess));
    if (format == MP_INPUT_JSONL)
        read_json_lines(&input, reader);
    else
        read_whole(&input, reader, format);
    mp_reader_close(reader);
    return input.fine;
}
