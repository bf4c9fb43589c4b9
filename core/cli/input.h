/* input.h: documents out of files: HTML, plain text, Markdown, documents as JSON and JSON Lines, pages in WARC files. Knows
 * formats; nothing of what becomes of the documents. */
#ifndef MOUTHPIECE_INPUT_H
#define MOUTHPIECE_INPUT_H

#include "../draft/draft.h"
#include "warc.h"

#include <stdio.h>

typedef enum mp_input_format {
    MP_INPUT_GUESS = 0, /* by the file's name, else `unnamed`, else its first bytes */
    MP_INPUT_HTML,
    MP_INPUT_TEXT,
    MP_INPUT_MARKDOWN,
    MP_INPUT_JSON,
    MP_INPUT_JSONL,
    MP_INPUT_WARC
} mp_input_format;

/* A document may have 64 MiB of text; its JSON, escapes and all, somewhat more. */
enum { MP_INPUT_MOST_JSON = 160 << 20 };

/* Is told what is wrong with an input; `line` from 1. */
typedef void (*mp_problem_visitor)(void *context, const char *file, size_t line, const char *message);

typedef struct mp_input_options {
    mp_input_format format;
    mp_input_format unnamed; /* of what no option and no name's ending tells; MP_INPUT_GUESS: its first bytes do */
    bool anyway;             /* HTML: give a document although the page looks like no article */
    mp_text lang;            /* instead of what the documents say; may be empty */
    const char *stdin_name;  /* what standard input is called, and told its format by; NULL for "-" */
} mp_input_options;

/* A document as it was found. All of it is valid for the visit only. */
typedef struct mp_found_document {
    mp_document document;     /* its id is the file's name where it has none */
    const char *file;         /* as the user named it */
    size_t line;              /* of a document in JSON Lines; the record of one in a WARC file; else 0 */
    bool article;             /* false: a page that is none, without blocks */
    bool named;               /* the input itself gives an id */
    struct mp_origin *origin; /* private; NULL for documents in JSON */
} mp_found_document;

/* The file that the document was read from, for its places; made at the first call, since most documents need none. NULL
 * for a document in JSON, and where memory ends. */
const mp_source *mp_found_source(const mp_found_document *found);

/* The text of that file; empty for a document in JSON. */
mp_text mp_found_text(const mp_found_document *found);

/* What is HTML and no text in the document's Markdown, or all of an HTML page. */
size_t mp_found_markup(const mp_found_document *found, const mp_text_part **parts);

/* What is done with each document; false ends all reading of the part. */
typedef bool (*mp_document_visitor)(void *context, const mp_found_document *found);

/* What an input is called: its path, or the name that standard input goes by. */
const char *mp_input_name(const char *path, const mp_input_options *options);

/* The format that a name's ending tells; MP_INPUT_GUESS where it tells none. */
mp_input_format mp_input_format_of_name(const char *name);

/* The format that was asked for, else the one that the name tells, else the one for what tells none. */
mp_input_format mp_input_format_told(const char *path, const mp_input_options *options);

/* ---- Parts of an input that can be read side by side ---------------------------------------------------------------- */

/* A whole file, or some lines of one of JSON Lines and what could not be read behind them, or a record of a WARC file. */
typedef struct mp_input_part {
    const char *path;
    mp_input_format format;
    mp_reader *reader;         /* of a whole file that is open already, else NULL */
    char *lines;               /* JSON Lines: whole lines; of a record: its page, as mp_warc_page has it … */
    size_t length, first_line; /* … and how many stand before them; of a record: its number … */
    uint64_t offset;           /* … and the byte of the unpacked file where it begins */
    bool is_cut_short;         /* the line behind them, or the record, cannot be read … */
    mp_error wrong;            /* … and why */
} mp_input_part;

/* An input that is being cut into parts. */
typedef struct mp_input_cutter {
    const char *path;
    const mp_input_options *options;
    mp_input_format format;
    mp_reader *reader; /* of JSON Lines, or records, that go on */
    size_t line;       /* how many lines were cut off */
    mp_warc warc;
    bool ended;
} mp_input_cutter;

#define MP_INPUT_CUTTER(input_path, input_options)                                                                     \
    ((mp_input_cutter){.path = (input_path), .options = (input_options), .ended = false})

/* Cuts off the next part, which is the caller's: mp_input_part_free(). False at the end. One call at a time; what cannot be
 * read is told when the part is. */
bool mp_input_cut(mp_input_cutter *cutter, mp_input_part *part);
void mp_input_cutter_close(mp_input_cutter *cutter);
void mp_input_part_free(mp_input_part *part);

/* Whether an input of that format is cut into parts; else it is one. */
bool mp_input_is_cut(mp_input_format format);

/* Hands each document of the part to `visit`, and what cannot be read to `trouble`, where the rest goes on. False where
 * something could not be read. */
bool mp_input_read(mp_input_part *part, const mp_input_options *options, mp_document_visitor visit,
                   mp_problem_visitor trouble, void *context);

/* Tells the user "file:line: message" on standard error. */
void mp_tell_problem(const char *file, size_t line, const char *message);

#endif
