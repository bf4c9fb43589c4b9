/* input_text.c: blocks out of plain text: a blank line begins a new block, and a short first line without a full stop is
 * the headline. Knows lines; nothing of what they say. */
#include "../status.h"
#include "../text.h"
#include "input.h"

#include <string.h>

enum { longest_headline = 160 };

typedef struct text_reader {
    mp_arena *arena;
    mp_text_blocks *found;
    MP_ARRAY(char) text; /* of the block that is open */
    size_t units, line_count;
    bool open;
} text_reader;

static mp_text trim(mp_text line) {
    size_t start = 0, end = line.length;

    while (start < end && strchr(" \t\r\f\v", line.bytes[start]) != NULL) start++;
    while (end > start && strchr(" \t\r\f\v", line.bytes[end - 1]) != NULL) end--;
    return mp_text_slice(line, start, end);
}

static bool put(text_reader *reader, mp_text text) {
    for (size_t i = 0; i < text.length; i++)
        if (!MP_PUSH(reader->arena, &reader->text, text.bytes[i])) return false;
    reader->units += mp_text_utf16_length(text);
    return true;
}

/* A line joins the open block with a space, as a browser would show it. */
static mp_status add_line(text_reader *reader, mp_text line, size_t from, mp_error *error) {
    if (reader->open && !put(reader, MP_TEXT(" "))) return mp_fail_memory(error);
    size_t start = reader->units;

    reader->open = true;
    reader->line_count++;
    bool fine = put(reader, line) && mp_source_add_verbatim(&reader->found->runs, reader->arena,
                                                            reader->found->blocks.count, start, line, from);
    return fine ? MP_OK : mp_fail_memory(error);
}

static bool is_headline(const text_reader *reader) {
    mp_text text = {reader->text.items, reader->text.count};
    if (reader->found->blocks.count > 0 || reader->line_count > 1 || reader->units > longest_headline) return false;
    uint32_t last = mp_text_character_before(text, text.length).code;

    return last != '.' && last != ':' && last != ',' && last != ';' && last != 0x3002;
}

static mp_status end_block(text_reader *reader, mp_error *error) {
    if (!reader->open) return MP_OK;
    mp_block block = {.kind = is_headline(reader) ? MP_BLOCK_HEADLINE : MP_BLOCK_PARAGRAPH};

    block.text = mp_arena_copy(reader->arena, (mp_text){reader->text.items, reader->text.count});
    if (block.text.bytes == NULL || !MP_PUSH(reader->arena, &reader->found->blocks, block))
        return mp_fail_memory(error);
    reader->text.count = reader->units = reader->line_count = 0;
    reader->open = false;
    return MP_OK;
}

mp_status mp_blocks_of_text(mp_text text, mp_arena *arena, mp_text_blocks *found, mp_error *error) {
    text_reader reader = {.arena = arena, .found = found};

    for (size_t at = 0; at < text.length;) {
        const char *feed = memchr(text.bytes + at, '\n', text.length - at);
        size_t end = feed == NULL ? text.length : (size_t)(feed - text.bytes);
        mp_text line = trim(mp_text_slice(text, at, end));
        if (line.length > 0)
            MP_TRY(add_line(&reader, line, (size_t)(line.bytes - text.bytes), error));
        else
            MP_TRY(end_block(&reader, error));
        at = end + 1;
    }
    /* A text of one line is a paragraph: there is nothing that it could head. */
    bool only = found->blocks.count == 0;
    MP_TRY(end_block(&reader, error));
    if (only && found->blocks.count == 1) found->blocks.items[0].kind = MP_BLOCK_PARAGRAPH;
    return MP_OK;
}
