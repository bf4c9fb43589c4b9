/* mouthpiece.h: finds the words that a page puts in the mouths of language models.
 *
 * A document goes in, blocks of text with their links; a report comes out, a finding for every quote whose speaker is a
 * model: who is answerable for it, what the page says about the prompt and the maker, and how serious that is. The words
 * used here (model, maker, quote, speaker, finding, form, role, act, signal, level) are those of the guideline.
 *
 *     mp_error error;
 *     mp_engine *engine;
 *     mp_report *report;
 *     mp_options options = MP_OPTIONS_DEFAULT;
 *     mp_block blocks[] = {{.kind = MP_BLOCK_HEADLINE, .text = MP_TEXT("Grok apologises for posts")}};
 *     mp_document document = {.blocks = blocks, .block_count = 1};
 *
 *     if (mp_engine_new(&options, &engine, &error) != MP_OK) return fail(error.message);
 *     if (mp_check(engine, &document, &report, &error) == MP_OK) {
 *         show(report->findings, report->finding_count);
 *         mp_report_free(report);
 *     }
 *     mp_engine_free(engine);
 *
 * Units. Text comes in as UTF-8 bytes with a length. Every offset into a block's text, in and out, counts UTF-16 code
 * units, as DOM ranges, LSP and SARIF do. Text that is not valid UTF-8 is read as a browser reads it: each maximal
 * ill-formed part counts as one U+FFFD; so does a NUL.
 *
 * Ownership. What the caller hands in is only read, and not kept. What a call makes is the caller's, and one call frees
 * it. Errors are values: no call aborts, prints, or leaks, whichever allocation fails.
 *
 * Threads. An engine never changes once made; any number of threads may check documents with it at the same time. */
#ifndef MOUTHPIECE_H
#define MOUTHPIECE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MP_VERSION "0.1.0"

/* ---- Text, status, errors ---------------------------------------------------------------------------------------- */

/* Borrowed UTF-8: `length` bytes, not NUL-terminated by assumption. bytes may be NULL where length is 0. */
typedef struct mp_text {
    const char *bytes;
    size_t length;
} mp_text;

/* An mp_text of a string literal. */
#define MP_TEXT(literal) ((mp_text){(literal), sizeof(literal) - 1})

/* The numbers are pinned: bindings pass them on. */
typedef enum mp_status {
    MP_OK = 0,
    MP_ERROR_MEMORY = 1, /* an allocation failed */
    MP_ERROR_INPUT = 2,  /* the document or its JSON is not what it should be */
    MP_ERROR_LIMIT = 3,  /* the document is larger than the options allow */
    MP_ERROR_RULES = 4   /* a rule pack is not what it should be */
} mp_status;

/* Filled in whenever a call does not return MP_OK; every `error` argument may be NULL. */
typedef struct mp_error {
    mp_status status;
    char message[240]; /* one line of English, NUL-terminated, without a place */
    size_t line;       /* 1-based line in JSON input, 0 where there is none */
    size_t column;     /* 1-based column in JSON input, bytes, 0 where there is none */
    size_t block;      /* 0-based block of the document, SIZE_MAX where there is none */
} mp_error;

/* Where memory comes from. `context` is handed to each call. reallocate(context, NULL, n) is malloc(n); release takes
 * NULL. Must be callable from every thread that uses the engine. */
typedef struct mp_allocator {
    void *(*reallocate)(void *context, void *memory, size_t size);
    void (*release)(void *context, void *memory);
    void *context;
} mp_allocator;

/* ---- The document ------------------------------------------------------------------------------------------------ */

typedef enum mp_block_kind {
    MP_BLOCK_HEADLINE = 0,
    MP_BLOCK_DEK = 1, /* the standfirst under the headline */
    MP_BLOCK_SUBHEAD = 2,
    MP_BLOCK_PARAGRAPH = 3,
    MP_BLOCK_BLOCKQUOTE = 4,
    MP_BLOCK_EMBED = 5, /* an embedded social post */
    MP_BLOCK_LISTITEM = 6,
    MP_BLOCK_CAPTION = 7,
    MP_BLOCK_BYLINE = 8
} mp_block_kind;
enum { MP_BLOCK_KIND_COUNT = 9 };

/* A link in a block's text; start and end in UTF-16 code units. One that reaches out of the text is passed over. */
typedef struct mp_link {
    size_t start, end;
    mp_text href;
} mp_link;

typedef struct mp_block {
    mp_block_kind kind;
    mp_text text;
    const mp_link *links; /* NULL where link_count is 0 */
    size_t link_count;
} mp_block;

typedef struct mp_document {
    mp_text id, url; /* may be empty */
    mp_text lang;    /* a BCP 47 tag; where empty the language is guessed from the text */
    const mp_block *blocks;
    size_t block_count;
} mp_document;

/* ---- The engine -------------------------------------------------------------------------------------------------- */

typedef struct mp_options {
    const mp_allocator *allocator; /* NULL: the C library's. Copied; its context must outlive engine and reports. */
    const mp_text *packs;          /* further rule packs, JSON; a later entry with an earlier entry's id replaces it */
    size_t pack_count;
    size_t max_blocks; /* a document with more is refused with MP_ERROR_LIMIT */
    size_t max_bytes;  /* … or with more text in all */
    bool only_packs;   /* without the shipped rules: `packs` are all there is */
} mp_options;

#define MP_OPTIONS_DEFAULT                                                                                             \
    ((mp_options){                                                                                                     \
        .allocator = NULL, .packs = NULL, .pack_count = 0, .max_blocks = 200000, .max_bytes = (size_t)64 << 20})

/* Compiled rules, immutable. */
typedef struct mp_engine mp_engine;

/* Makes an engine from the shipped rules and the options' packs. On MP_OK *engine is the caller's: mp_engine_free().
 * Fails with MP_ERROR_RULES where a pack is wrong; the message names pack (1-based) and entry. options may be NULL. */
mp_status mp_engine_new(const mp_options *options, mp_engine **engine, mp_error *error);

/* Takes NULL. Reports made by the engine stay valid. */
void mp_engine_free(mp_engine *engine);

/* ---- The report -------------------------------------------------------------------------------------------------- */

typedef enum mp_form { MP_FORM_DIRECT = 0, MP_FORM_BLOCK = 1, MP_FORM_INDIRECT = 2 } mp_form;
typedef enum mp_role { MP_ROLE_SPOKESPERSON = 0, MP_ROLE_SOURCE = 1, MP_ROLE_SAMPLE = 2 } mp_role;
typedef enum mp_act {
    MP_ACT_NONE = 0, /* every role but spokesperson */
    MP_ACT_APOLOGY = 1,
    MP_ACT_ADMISSION = 2,
    MP_ACT_DENIAL = 3,
    MP_ACT_PROMISE = 4,
    MP_ACT_DEFIANCE = 5,
    MP_ACT_EXPLANATION = 6,
    MP_ACT_OTHER = 7
} mp_act;
typedef enum mp_signal_kind {
    MP_SIGNAL_PROMPT_DISCLOSED = 0,
    MP_SIGNAL_MAKER_CONFIRMED = 1,
    MP_SIGNAL_MAKER_DENIED = 2,
    MP_SIGNAL_MAKER_SILENT = 3,
    MP_SIGNAL_CONTRADICTED = 4,
    MP_SIGNAL_CAVEATED = 5
} mp_signal_kind;
enum { MP_SIGNAL_KIND_COUNT = 6 };
typedef enum mp_level { MP_LEVEL_INFO = 0, MP_LEVEL_NOTICE = 1, MP_LEVEL_ALERT = 2 } mp_level;
enum { MP_LEVEL_COUNT = 3 };
typedef enum mp_speaker_kind {
    MP_SPEAKER_UNKNOWN = 0,
    MP_SPEAKER_PERSON = 1,
    MP_SPEAKER_ORGANISATION = 2,
    MP_SPEAKER_MODEL = 3
} mp_speaker_kind;

/* The names that the guideline gives the values above: "direct", "prompt-disclosed", "listitem", … Static. */
const char *mp_block_kind_name(mp_block_kind kind);
const char *mp_form_name(mp_form form);
const char *mp_role_name(mp_role role);
const char *mp_act_name(mp_act act); /* NULL for MP_ACT_NONE */
const char *mp_signal_name(mp_signal_kind kind);
const char *mp_level_name(mp_level level);
const char *mp_speaker_kind_name(mp_speaker_kind kind);

/* The reverse for block kinds, as documents in JSON name them. False where the name is none. */
bool mp_block_kind_of(mp_text name, mp_block_kind *kind);

/* A stretch of one block's text, UTF-16 code units, end exclusive. */
typedef struct mp_place {
    size_t block, start, end;
} mp_place;

typedef struct mp_signal {
    mp_signal_kind kind;
    mp_place place;    /* the words of the page that say so */
    mp_place sentence; /* the sentence around them, or what is quoted in it whole, for whoever reads them alone */
} mp_signal;

typedef struct mp_speaker {
    mp_text id;       /* the guideline's id, or a pack's */
    mp_text name;     /* as the model is called, "Grok" */
    mp_text maker;    /* who is answerable, "xAI"; empty where the page does not say which model it is */
    mp_place mention; /* where the page names the speaker for this quote */
    bool has_mention; /* false: only the page as a whole tells */
} mp_speaker;

/* A truer wording, made from the packs' templates. It never changes the quoted words. */
typedef struct mp_rewording {
    mp_text text;
    mp_place place; /* the words of the page that it stands for, empty where it is put in; only where `edits` */
    bool edits;     /* false: a sentence of its own, which tells the same truly */
} mp_rewording;

typedef struct mp_finding {
    mp_place place; /* the quote's span, marks left out */
    mp_text quote;  /* its text */
    mp_form form;
    mp_speaker speaker;
    mp_place cue; /* the word of saying */
    bool has_cue;
    mp_role role;
    mp_act act;
    mp_level level;
    double confidence; /* 0 to 1, two decimals */
    const mp_signal *signals;
    size_t signal_count; /* at most one of each kind, in the kinds' order */
    mp_text rule;        /* the id of the rule that attributed the quote */
    const mp_text *why;  /* English sentences, in the order in which the judgement was made */
    size_t why_count;
    mp_text suggestion; /* advice on a truer wording; may be empty */
    const mp_rewording *rewordings;
    size_t rewording_count; /* at most three */
} mp_finding;

/* Any quote of the page, whoever said it. Words in quotation marks that nobody says (titles, nicknames, single words) are
 * none, and what a quoted speaker says that others said is part of the speaker’s quote, unless a model said it. A clause
 * that a person or an organisation reports is one with the fragments in quotation marks that it holds, and they are too. */
typedef struct mp_quote {
    mp_place place;
    mp_form form;
    mp_speaker_kind speaker_kind;
    mp_place speaker; /* the words beside the quote that name the speaker, only where has_speaker */
    mp_text speaker_text;
    bool has_speaker;
    mp_place cue;
    bool has_cue;
} mp_quote;

/* Words of the article’s own text that lend a model feelings, intentions or a voice. */
typedef struct mp_note {
    mp_place place;
    mp_text words;   /* as they stand there */
    mp_text rule;    /* the id of the packs’ note */
    mp_text message; /* an English sentence */
} mp_note;

typedef struct mp_report {
    mp_text id, lang; /* lang: the document's, or the guess */
    bool unread;     /* models are named, or all quotes asked for, in a language that the rules cannot read: nothing was
                         looked for */
    mp_text version; /* MP_VERSION */
    mp_text rules;   /* the rule packs' ids and versions, "en 1" */
    size_t counts[MP_LEVEL_COUNT];
    const mp_finding *findings; /* in page order: block, start */
    size_t finding_count;
    const mp_quote *quotes; /* in page order; only where asked for */
    size_t quote_count;
    bool has_quotes;
    const mp_note *notes; /* in page order; only where asked for */
    size_t note_count;
    bool has_notes;
} mp_report;

/* What one check may be asked for beyond the findings. */
typedef struct mp_check_options {
    bool all_quotes; /* every quote on the page, whoever said it */
    bool notes;      /* notes on wording */
} mp_check_options;

/* Finds the models' words in `document`, which is only read. On MP_OK *report is the caller's: mp_report_free(); it
 * owns all that it points to, and outlives document and engine. options may be NULL. Time grows in line with the text. */
mp_status mp_check(const mp_engine *engine, const mp_document *document, const mp_check_options *options,
                   mp_report **report, mp_error *error);

/* Takes NULL. */
void mp_report_free(mp_report *report);

/* ---- Explanation ------------------------------------------------------------------------------------------------- */

/* Is told one line of text, without its line feed, valid for the call only. False ends the explanation. */
typedef bool (*mp_line_visitor)(void *context, mp_text line);

/* Tells, line by line, what each step of the check made of `document`: sentences, tags, mentions and what they stand for,
 * verbs and their subjects, quoted stretches, attributions, signs, judgements. For whoever works on the rules or the
 * steps: the lines are English for people, and may change with every version. Control characters of the page come as
 * spaces. MP_OK also where the visitor ended it. */
mp_status mp_explain(const mp_engine *engine, const mp_document *document, mp_line_visitor visit, void *context,
                     mp_error *error);

/* ---- Rule packs, checked ----------------------------------------------------------------------------------------- */

/* What is wrong with a rule pack. */
typedef struct mp_pack_fault {
    mp_text message;     /* one line of English, without a place */
    mp_text path;        /* the value’s JSON path, "$.cues[3].takes[0]"; "$" where no one value is at fault */
    mp_text rule;        /* the rule whose example fails, "pattern declined"; else empty */
    mp_text example;     /* its text; else empty */
    size_t line, column; /* in the pack, from 1; columns count bytes */
} mp_pack_fault;

typedef struct mp_pack_report {
    const mp_pack_fault *faults; /* in the pack’s order, at most a hundred */
    size_t fault_count;
    size_t rule_count;
    size_t example_count, counterexample_count; /* how many were run; none where the pack cannot be loaded */
} mp_pack_report;

/* Checks a rule pack (JSON): its shape, whether it loads on top of the shipped rules and the options' packs, and whether
 * its rules do in the engine what their examples and counterexamples say. On MP_OK *report is the caller's, also where it
 * has faults: mp_pack_report_free(). Fails where memory ends or one of the options' packs is wrong; options may be NULL. */
mp_status mp_pack_check(mp_text pack, const mp_options *options, mp_pack_report **report, mp_error *error);

/* Takes NULL. */
void mp_pack_report_free(mp_pack_report *report);

/* ---- JSON -------------------------------------------------------------------------------------------------------- */

/* A document with memory of its own. */
typedef struct mp_owned_document {
    mp_document document;
    void *memory; /* private */
} mp_owned_document;

/* Reads one document, {"id", "url", "lang", "blocks": [{"kind", "text", "links"}]}. Unknown keys are ignored; `kind`
 * defaults to "paragraph". "\u0000" and lone surrogates, which no text can hold, are read as U+FFFD, so offsets stay. On
 * MP_OK *document is the caller's: mp_document_free(). allocator may be NULL. */
mp_status mp_document_from_json(mp_text json, const mp_allocator *allocator, mp_owned_document *document,
                                mp_error *error);
void mp_document_free(mp_owned_document *document);

/* Writes the report as JSON, one line without a line feed, keys in a fixed order, the same bytes on every platform. On
 * MP_OK *json is the caller's, NUL-terminated after *length bytes: mp_json_free(). */
mp_status mp_report_to_json(const mp_report *report, char **json, size_t *length, mp_error *error);
void mp_json_free(const mp_report *report, char *json);

#ifdef __cplusplus
}
#endif
#endif
