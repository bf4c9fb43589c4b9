/* draft_text.c: blocks out of plain text, as wire services and mail leave it. Knows what lines look like; nothing of what
 * they say.
 *
 * A blank line begins a new block; so do an indented line behind a sentence's end, and every line where lines are so long
 * that nobody broke them by hand. The first short block is the headline; behind it may stand what it says in longer words
 * and who wrote it. */
#include "../status.h"
#include "../text.h"
#include "draft.h"
#include "line.h"

#include <string.h>

enum { longest_headline = 160, longest_dek = 240, shortest_dek = 30, longest_hard_line = 120, deep_indent = 3 };

typedef struct text_reader {
    mp_arena *arena;
    mp_text_blocks *found;
    MP_ARRAY(char) text; /* of the block that is open */
    size_t units, line_count;
    size_t indent;     /* of its last line */
    mp_line_mark mark; /* of its first line */
    bool blank;        /* a blank line was last */
    bool apart;        /* a blank line stands before the block */
    bool open, soft;   /* soft: lines are broken by the reader's window, so each is a block */
} text_reader;

static bool put(text_reader *reader, mp_text text) {
    for (size_t i = 0; i < text.length; i++)
        if (!MP_PUSH(reader->arena, &reader->text, text.bytes[i])) return false;
    reader->units += mp_text_utf16_length(text);
    return true;
}

static mp_text text_so_far(const text_reader *reader) { return (mp_text){reader->text.items, reader->text.count}; }

/* ---- Kinds ------------------------------------------------------------------------------------------------------- */

static bool is_headline(const text_reader *reader) {
    mp_text text = text_so_far(reader);
    if (reader->found->blocks.count > 0 || reader->line_count > 1 || reader->units > longest_headline) return false;
    uint32_t last = mp_text_character_before(text, text.length).code;

    return last != '.' && last != ':' && last != ',' && last != ';' && last != 0x3002;
}

/* Whether all blocks before belong to the head of the story. */
static bool is_near_head(const text_reader *reader) {
    const mp_block *blocks = reader->found->blocks.items;
    size_t count = reader->found->blocks.count;

    for (size_t i = 0; i < count; i++)
        if (blocks[i].kind != MP_BLOCK_HEADLINE && blocks[i].kind != MP_BLOCK_BYLINE && blocks[i].kind != MP_BLOCK_DEK)
            return false;
    return count > 0 && count < 4;
}

/* "Harbour Press", on the line below the name. */
static bool is_under_byline(const text_reader *reader) {
    mp_block_kind before = reader->found->blocks.items[reader->found->blocks.count - 1].kind;

    return before == MP_BLOCK_BYLINE && !reader->apart && mp_line_is_heading(text_so_far(reader));
}

static mp_block_kind kind_of(const text_reader *reader) {
    mp_text text = text_so_far(reader);

    if (reader->mark == MP_LINE_QUOTE) return MP_BLOCK_BLOCKQUOTE;
    if (reader->mark == MP_LINE_ITEM) return MP_BLOCK_LISTITEM;
    if (is_headline(reader)) return MP_BLOCK_HEADLINE;
    if (reader->line_count > 1) return MP_BLOCK_PARAGRAPH;
    bool near_head = is_near_head(reader);
    if (near_head && (mp_line_is_byline(text) || is_under_byline(reader))) return MP_BLOCK_BYLINE;
    bool is_sentence = mp_line_ends_sentence(text) || text.length > longest_dek;
    if (near_head && reader->found->blocks.count == 1 && !is_sentence && text.length >= shortest_dek)
        return MP_BLOCK_DEK;
    return !near_head && reader->found->blocks.count > 0 && mp_line_is_heading(text) ? MP_BLOCK_SUBHEAD
                                                                                     : MP_BLOCK_PARAGRAPH;
}

/* ---- Blocks ------------------------------------------------------------------------------------------------------ */

static mp_status end_block(text_reader *reader, bool is_heading, mp_error *error) {
    if (!reader->open) return MP_OK;
    mp_block block = {.kind = kind_of(reader)};

    if (is_heading && block.kind != MP_BLOCK_HEADLINE) block.kind = MP_BLOCK_SUBHEAD;
    block.text = mp_arena_copy(reader->arena, text_so_far(reader));
    if (block.text.bytes == NULL || !MP_PUSH(reader->arena, &reader->found->blocks, block))
        return mp_fail_memory(error);
    reader->text.count = reader->units = reader->line_count = 0;
    reader->open = false;
    return MP_OK;
}

/* Whether the line goes on with the open block. */
static bool goes_on(const text_reader *reader, const mp_line *line) {
    if (!reader->open || reader->soft || line->mark == MP_LINE_ITEM) return false;
    if (reader->mark == MP_LINE_ITEM) return line->mark == MP_LINE_PLAIN;
    if (line->mark != reader->mark) return false;
    if (reader->found->blocks.count == 0 && reader->line_count == 1 && mp_line_is_byline(line->text)) return false;
    if (is_near_head(reader) && reader->line_count == 1 &&
        (mp_line_is_byline(text_so_far(reader)) || is_under_byline(reader)))
        return false;
    return line->indent < deep_indent || reader->indent >= deep_indent || !mp_line_ends_sentence(text_so_far(reader));
}

/* A line joins the open block with a space, as a browser would show it. */
static mp_status add_line(text_reader *reader, const mp_line *line, size_t from, mp_error *error) {
    if (!goes_on(reader, line)) MP_TRY(end_block(reader, false, error));
    if (line->text.length == 0) return MP_OK;
    if (!reader->open) {
        reader->mark = line->mark;
        reader->apart = reader->blank;
    }
    reader->blank = false;
    if (reader->open && !put(reader, MP_TEXT(" "))) return mp_fail_memory(error);
    size_t start = reader->units;

    reader->open = true;
    reader->line_count++;
    reader->indent = line->indent;
    bool fine = put(reader, line->text) && mp_source_add_verbatim(&reader->found->runs, reader->arena,
                                                                  reader->found->blocks.count, start, line->text, from);
    return fine ? MP_OK : mp_fail_memory(error);
}

static mp_status read_line(text_reader *reader, mp_text text, const mp_line *line, mp_error *error) {
    switch (line->mark) {
    case MP_LINE_BLANK:
    case MP_LINE_RULE: reader->blank = true; return end_block(reader, false, error);
    case MP_LINE_UNDERLINE: return end_block(reader, reader->line_count == 1, error);
    default: return add_line(reader, line, (size_t)(line->text.bytes - text.bytes), error);
    }
}

/* Whether a line is longer than anybody breaks lines by hand, an address aside. */
static bool has_long_lines(mp_text text) {
    for (size_t at = 0; at < text.length;) {
        mp_text line = mp_line_next(text, &at);
        if (line.length > longest_hard_line && memchr(line.bytes + longest_hard_line / 2, ' ', longest_hard_line / 2) &&
            mp_text_utf16_length(line) > longest_hard_line)
            return true;
    }
    return false;
}

mp_status mp_blocks_of_text(mp_text text, mp_arena *arena, mp_text_blocks *found, mp_error *error) {
    text_reader reader = {.arena = arena, .found = found, .soft = has_long_lines(text)};

    for (size_t at = 0; at < text.length;) {
        mp_line line = mp_line_read(mp_line_next(text, &at));
        MP_TRY(read_line(&reader, text, &line, error));
    }
    /* A text of one line is a paragraph: there is nothing that it could head. */
    bool only = found->blocks.count == 0;
    MP_TRY(end_block(&reader, false, error));
    if (only && found->blocks.count == 1 && found->blocks.items[0].kind == MP_BLOCK_HEADLINE)
        found->blocks.items[0].kind = MP_BLOCK_PARAGRAPH;
    return MP_OK;
}
