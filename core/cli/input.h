/* input.h: documents out of files: HTML, plain text, Markdown, documents as JSON and JSON Lines. Knows formats; nothing of
 * what becomes of the documents. */
#ifndef MOUTHPIECE_INPUT_H
#define MOUTHPIECE_INPUT_H

#include "../arena.h"

typedef enum mp_input_format {
    MP_INPUT_GUESS = 0, /* by the file's name, else its first bytes */
    MP_INPUT_HTML,
    MP_INPUT_TEXT,
    MP_INPUT_MARKDOWN,
    MP_INPUT_JSON,
    MP_INPUT_JSONL
} mp_input_format;

typedef struct mp_input_options {
    mp_input_format format;
    bool anyway;  /* HTML: give a document although the page looks like no article */
    mp_text lang; /* instead of what the documents say; may be empty */
} mp_input_options;

/* Where a line of the source begins inside a block's text. */
typedef struct mp_line_start {
    size_t block, start; /* UTF-16 code units */
    size_t line;         /* 1-based */
} mp_line_start;

/* A document as it was found. All of it is valid for the visit only. */
typedef struct mp_found_document {
    mp_document document;       /* its id is the file's name where it has none */
    const char *file;           /* as the user named it */
    size_t line;                /* of a document in JSON Lines, else 0 */
    bool article;               /* false: a page that is none, without blocks */
    bool named;                 /* the input itself gives an id */
    const mp_line_start *lines; /* plain text and Markdown, in the blocks' order; else none */
    size_t line_count;
} mp_found_document;

/* What is done with each document; false ends all reading. */
typedef bool (*mp_document_visitor)(void *context, const mp_found_document *found);

/* Hands each document of `path` ("-": standard input) to `visit`. What cannot be read is told on standard error as
 * "file:line: message", and the rest goes on. False where something could not be read. */
bool mp_input_read(const char *path, const mp_input_options *options, mp_document_visitor visit, void *context);

/* Tells the user "file:line: message" on standard error. */
void mp_tell_problem(const char *file, size_t line, const char *message);

/* input_text.c and input_markdown.c: a document's blocks out of valid UTF-8, all in `arena`. */
typedef struct mp_text_blocks {
    MP_ARRAY(mp_block) blocks;
    MP_ARRAY(mp_line_start) lines;
} mp_text_blocks;

mp_status mp_blocks_of_text(mp_text text, mp_arena *arena, mp_text_blocks *found, mp_error *error);
mp_status mp_blocks_of_markdown(mp_text text, mp_arena *arena, mp_text_blocks *found, mp_error *error);

#endif
