/* input.c: documents out of files. Knows formats; nothing of what becomes of the documents. */
#include "input.h"

#include "../draft/line.h"
#include "../html/encoding.h"
#include "../html/html_read.h"
#include "../status.h"
#include "../text.h"
#include "excerpt.h"
#include "http.h"
#include "reader.h"
#include "source_html.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* A document may have 64 MiB of text. */
enum { most_bytes = 64 << 20 };

typedef struct file_input {
    const char *name;
    const mp_input_options *options;
    mp_document_visitor visit;
    mp_problem_visitor trouble;
    void *context;
    bool fine, ended;
    const mp_input_part *record; /* of a WARC file, while it is read */
} file_input;

/* What a page's bytes came with. */
typedef struct page_origin {
    mp_text url, charset; /* of the response's head; may be empty */
} page_origin;

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

mp_text mp_found_text(const mp_found_document *found) {
    return found->origin == NULL ? MP_TEXT("") : found->origin->source.text;
}

size_t mp_found_markup(const mp_found_document *found, const mp_text_part **parts) {
    *parts = found->origin == NULL ? NULL : found->origin->markup.items;
    return found->origin == NULL ? 0 : found->origin->markup.count;
}

void mp_tell_problem(const char *file, size_t line, const char *message) {
    fprintf(stderr, "%s:%zu: %s\n", file, line == 0 ? 1 : line, message);
}

/* What is wrong may be told in the input's own bytes, which are not to act on a terminal. */
static void tell(file_input *input, size_t line, const mp_error *error) {
    char message[sizeof error->message + 60];
    mp_arena arena;

    if (input->record != NULL)
        snprintf(message, sizeof message, "the record at byte %llu: %s", (unsigned long long)input->record->offset,
                 error->message);
    else if (error->block != SIZE_MAX)
        snprintf(message, sizeof message, "%s (block %zu)", error->message, error->block + 1);
    else
        snprintf(message, sizeof message, "%s", error->message);
    mp_arena_init(&arena, NULL);
    mp_text safe = mp_printable((mp_text){message, strlen(message)}, &arena);
    input->trouble(input->context, input->name, line == 0 ? 1 : line,
                   safe.bytes == NULL ? "out of memory" : safe.bytes);
    mp_arena_free(&arena);
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

static mp_status read_page(mp_text bytes, mp_text url, const mp_html_options *options, mp_page *page,
                           struct mp_origin *origin, mp_error *error) {
    MP_TRY(mp_html_read(bytes, url, options, NULL, page, error));
    mp_text_part all = {0, origin->html.html.length};

    origin->source.text = origin->html.html;
    origin->page = page;
    return MP_PUSH(&origin->arena, &origin->markup, all) ? MP_OK : mp_fail_memory(error);
}

static void read_html(file_input *input, mp_text bytes, const page_origin *from) {
    mp_html_options options = MP_HTML_OPTIONS_DEFAULT;
    struct mp_origin origin = {.made = false};
    mp_page page = {.article = false};
    mp_error error;

    mp_arena_init(&origin.arena, NULL);
    origin.html.arena = &origin.arena;
    options.anyway = input->options->anyway;
    options.source = &origin.html;
    options.encoding = from->charset;
    size_t line = input->record == NULL ? 0 : input->record->first_line;
    if (read_page(bytes, from->url, &options, &page, &origin, &error) != MP_OK) {
        tell(input, line, &error);
    } else {
        mp_found_document found = {
            .document = page.document, .line = line, .article = page.article || options.anyway, .origin = &origin};
        found.document.id = from->url;
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

static void read_json_lines(file_input *input, const mp_input_part *part) {
    mp_text text = {part->lines, part->length};
    size_t number = part->first_line;

    for (size_t at = 0; at < text.length && !input->ended; number++) {
        mp_text line = mp_line_next(text, &at);
        if (!is_blank(line)) read_json(input, line, number);
    }
    if (part->is_cut_short && !input->ended) tell(input, number + 1, &part->wrong);
}

/* The page of a record goes by its address. */
static void read_record(file_input *input, const mp_input_part *part) {
    mp_text record = {part->lines, part->length};
    mp_http_head head;
    mp_error error = part->wrong;
    mp_arena arena;

    input->record = part;
    if (part->is_cut_short) {
        tell(input, part->first_line, &error);
        return;
    }
    size_t url_length = (size_t)((const char *)memchr(record.bytes, '\n', record.length) - record.bytes);
    mp_text response = mp_text_slice(record, url_length + 1, record.length), body = MP_TEXT("");
    mp_arena_init(&arena, NULL);
    if (mp_http_head_read(response, &head) &&
        mp_http_body(response, &head, most_bytes, &arena, &body, &error) != MP_OK) {
        tell(input, part->first_line, &error);
    } else {
        page_origin from = {mp_text_slice(record, 0, url_length), head.charset};
        read_html(input, body, &from);
    }
    mp_arena_free(&arena);
}

/* A picture, a word processor's file: text has no NULs, but for that in UTF-16, and pages, which may have anything. Who
 * says what the input is knows better. */
static bool is_binary(mp_text bytes) {
    enum { looked_at = 4096 };
    size_t at = 0, most = bytes.length < looked_at ? bytes.length : looked_at;

    if (most >= 2 && (memcmp(bytes.bytes, "\xFE\xFF", 2) == 0 || memcmp(bytes.bytes, "\xFF\xFE", 2) == 0)) return false;
    while (at < most && strchr(" \t\r\n\xEF\xBB\xBF", bytes.bytes[at]) != NULL && bytes.bytes[at] != '\0') at++;
    return at < most && bytes.bytes[at] != '<' && memchr(bytes.bytes, '\0', most) != NULL;
}

static void read_whole(file_input *input, mp_reader *reader, mp_input_format format) {
    mp_text bytes;
    mp_error error;

    if (mp_reader_all(reader, format == MP_INPUT_JSON ? MP_INPUT_MOST_JSON : most_bytes, &bytes, &error) != MP_OK)
        tell(input, 0, &error);
    else if (input->options->format == MP_INPUT_GUESS && format != MP_INPUT_JSON && is_binary(bytes))
        tell(input, 0, &(mp_error){.message = "holds binary data, not text", .block = SIZE_MAX});
    else if (format == MP_INPUT_HTML)
        read_html(input, bytes, &(page_origin){MP_TEXT(""), MP_TEXT("")});
    else if (format == MP_INPUT_JSON)
        read_json(input, bytes, 0);
    else
        read_text(input, bytes, format);
}

const char *mp_input_name(const char *path, const mp_input_options *options) {
    return options->stdin_name != NULL && strcmp(path, "-") == 0 ? options->stdin_name : path;
}

bool mp_input_read(mp_input_part *part, const mp_input_options *options, mp_document_visitor visit,
                   mp_problem_visitor trouble, void *context) {
    file_input input = {mp_input_name(part->path, options), options, visit, trouble, context, true, false, NULL};

    if (mp_input_is_cut(part->format)) {
        if (part->format == MP_INPUT_JSONL)
            read_json_lines(&input, part);
        else
            read_record(&input, part);
        return input.fine;
    }
    if (part->reader == NULL) part->reader = mp_reader_open(part->path);
    if (part->reader == NULL) {
        trouble(context, input.name, 1, strerror(errno));
        return false;
    }
    read_whole(&input, part->reader, part->format);
    mp_reader_close(part->reader); /* others may wait for their turn long after this one is read */
    part->reader = NULL;
    return input.fine;
}
