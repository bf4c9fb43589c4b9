/* draft_markdown.c: blocks out of Markdown, through MD4C. Knows MD4C's calls; nothing of what the text says. MD4C hands
 * over the source's own bytes, so where a character stands is known. */
#include "../status.h"
#include "../text.h"
#include "draft.h"
#include "entity.h"
#include "line.h"

#include <md4c.h>
#include <string.h>

typedef struct markdown_reader {
    mp_arena *arena;
    mp_text_blocks *found;
    mp_text source;      /* the file */
    MP_ARRAY(char) text; /* of the block that is open */
    MP_ARRAY(mp_link) links;
    mp_text href;
    size_t units, link_start;
    unsigned quotes, items, images, level; /* how many are open; the heading's level, 0 outside headings */
    unsigned cell;                         /* of the row that is open, from 1; 0 outside tables */
    bool has_headline;
} markdown_reader;

static bool put(markdown_reader *reader, mp_text text) {
    for (size_t i = 0; i < text.length; i++)
        if (!MP_PUSH(reader->arena, &reader->text, text.bytes[i])) return false;
    reader->units += mp_text_utf16_length(text);
    return true;
}

/* Where MD4C's text stands in the source; false for what it makes up, such as the indentation of code. */
static bool find_in_source(const markdown_reader *reader, mp_text text, size_t *from) {
    uintptr_t begin = (uintptr_t)reader->source.bytes, at = (uintptr_t)text.bytes;

    *from = (size_t)(at - begin);
    return at >= begin && *from < reader->source.length;
}

static bool put_verbatim(markdown_reader *reader, mp_text text) {
    size_t start = reader->units, from;

    if (!put(reader, text)) return false;
    return !find_in_source(reader, text, &from) ||
           mp_source_add_verbatim(&reader->found->runs, reader->arena, reader->found->blocks.count, start, text, from);
}

/* The entity's characters; its source where no entity is called so. */
static size_t decode(mp_text entity, char *out) {
    uint32_t codes[2];
    size_t length = 0;

    if (mp_entity_at(entity, false, codes) != entity.length) return 0;
    for (size_t i = 0; i < 2 && codes[i] != 0; i++) length += mp_utf8_write(codes[i], out + length);
    return length;
}

static bool put_entity(markdown_reader *reader, mp_text entity) {
    char bytes[8];
    size_t length = decode(entity, bytes), start = reader->units, from;

    if (length == 0) return put_verbatim(reader, entity);
    if (!put(reader, (mp_text){bytes, length})) return false;
    if (!find_in_source(reader, entity, &from)) return true;
    mp_source_run run = {reader->found->blocks.count, start, reader->units - start, from, entity.length, false};
    return MP_PUSH(reader->arena, &reader->found->runs, run);
}

/* ---- Links ------------------------------------------------------------------------------------------------------- */

/* An address, its entities decoded. */
static bool read_address(markdown_reader *reader, const MD_ATTRIBUTE *attribute) {
    char *bytes = mp_arena_take(reader->arena, attribute->size * 2 + 8);
    size_t length = 0;

    if (bytes == NULL) return false;
    for (size_t i = 0; attribute->size > 0 && attribute->substr_offsets[i] < attribute->size; i++) {
        size_t start = attribute->substr_offsets[i], end = attribute->substr_offsets[i + 1];
        mp_text part = {attribute->text + start, end - start};
        size_t decoded = attribute->substr_types[i] == MD_TEXT_ENTITY ? decode(part, bytes + length) : 0;
        if (decoded == 0) memcpy(bytes + length, part.bytes, part.length);
        length += decoded == 0 ? part.length : decoded;
    }
    reader->href = (mp_text){bytes, length};
    return true;
}

static bool end_link(markdown_reader *reader) {
    mp_link link = {reader->link_start, reader->units, reader->href};

    return link.start == link.end || MP_PUSH(reader->arena, &reader->links, link);
}

/* ---- Blocks ------------------------------------------------------------------------------------------------------ */

/* A paragraph right behind the headline that names who wrote the story. */
static bool is_byline(const markdown_reader *reader) {
    size_t count = reader->found->blocks.count;
    if (count == 0 || count > 2 || reader->quotes > 0 || reader->items > 0) return false;
    mp_block_kind before = reader->found->blocks.items[count - 1].kind;

    return (before == MP_BLOCK_HEADLINE || before == MP_BLOCK_DEK) &&
           mp_line_is_byline((mp_text){reader->text.items, reader->text.count});
}

static mp_block_kind kind_of(markdown_reader *reader) {
    if (is_byline(reader)) return MP_BLOCK_BYLINE;
    if (reader->level > 0) {
        if (reader->has_headline || reader->level > 1) return MP_BLOCK_SUBHEAD;
        reader->has_headline = true;
        return MP_BLOCK_HEADLINE;
    }
    /* What the other cells of its row are about, or say. */
    if (reader->cell == 1 && mp_line_is_heading((mp_text){reader->text.items, reader->text.count}))
        return MP_BLOCK_SUBHEAD;
    return reader->quotes > 0 ? MP_BLOCK_BLOCKQUOTE : reader->items > 0 ? MP_BLOCK_LISTITEM : MP_BLOCK_PARAGRAPH;
}

static bool end_block(markdown_reader *reader) {
    mp_block block = {0};

    while (reader->text.count > 0 && reader->text.items[reader->text.count - 1] == '\n') {
        reader->text.count--; /* code blocks end with one */
        reader->units--;
    }
    if (reader->text.count == 0) return true;
    block.kind = kind_of(reader);
    block.text = mp_arena_copy(reader->arena, (mp_text){reader->text.items, reader->text.count});
    block.links = reader->links.count == 0 ? NULL : reader->links.items;
    block.link_count = reader->links.count;
    reader->text.count = reader->units = 0;
    memset(&reader->links, 0, sizeof reader->links); /* the block keeps them */
    return block.text.bytes != NULL && MP_PUSH(reader->arena, &reader->found->blocks, block);
}

/* ---- MD4C's calls, which end all where they give anything but 0 ---------------------------------------------------- */

/* Items of a tight list have no paragraphs, so any block's edge ends what was open. */
static int enter_block(MD_BLOCKTYPE type, void *detail, void *userdata) {
    markdown_reader *reader = userdata;

    if (!end_block(reader)) return 1;
    if (type == MD_BLOCK_QUOTE) reader->quotes++;
    if (type == MD_BLOCK_LI) reader->items++;
    if (type == MD_BLOCK_TR) reader->cell = 0;
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) reader->cell++;
    if (type == MD_BLOCK_H) reader->level = ((const MD_BLOCK_H_DETAIL *)detail)->level;
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *userdata) {
    markdown_reader *reader = userdata;

    (void)detail;
    if (!end_block(reader)) return 1;
    if (type == MD_BLOCK_QUOTE) reader->quotes--;
    if (type == MD_BLOCK_LI) reader->items--;
    if (type == MD_BLOCK_TABLE) reader->cell = 0;
    if (type == MD_BLOCK_H) reader->level = 0;
    return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *userdata) {
    markdown_reader *reader = userdata;

    if (type == MD_SPAN_IMG) reader->images++;
    if (type != MD_SPAN_A) return 0;
    reader->link_start = reader->units;
    return read_address(reader, &((const MD_SPAN_A_DETAIL *)detail)->href) ? 0 : 1;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *userdata) {
    markdown_reader *reader = userdata;

    (void)detail;
    if (type == MD_SPAN_IMG) reader->images--;
    return type != MD_SPAN_A || end_link(reader) ? 0 : 1;
}

static bool put_comment(markdown_reader *reader, mp_text html) {
    mp_text_part part = {0, html.length};

    return !find_in_source(reader, html, &part.from) || MP_PUSH(reader->arena, &reader->found->html, part);
}

static int text(MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE length, void *userdata) {
    markdown_reader *reader = userdata;
    mp_text part = {bytes, length};

    if (type == MD_TEXT_HTML) return put_comment(reader, part) ? 0 : 1;
    if (reader->images > 0) return 0;
    switch (type) {
    case MD_TEXT_NULLCHAR: return put(reader, MP_TEXT("\xEF\xBF\xBD")) ? 0 : 1;
    case MD_TEXT_BR: return put(reader, MP_TEXT("\n")) ? 0 : 1;
    case MD_TEXT_SOFTBR: return put(reader, MP_TEXT(" ")) ? 0 : 1;
    case MD_TEXT_ENTITY: return put_entity(reader, part) ? 0 : 1;
    default: return put_verbatim(reader, part) ? 0 : 1;
    }
}

/* ---- Front matter ------------------------------------------------------------------------------------------------ */

/* What static sites put between two lines of dashes. */
typedef struct front_matter {
    size_t end; /* the byte after it; 0 where there is none */
    mp_text title, dek;
} front_matter;

/* The next line, without its carriage return. */
static mp_text next_line(mp_text text, size_t *at) {
    mp_text line = mp_line_next(text, at);

    if (line.length > 0 && line.bytes[line.length - 1] == '\r') line.length--;
    return line;
}

/* The value of "key: value", less the quotation marks around it; empty for other lines, and for values that go on. */
static mp_text value_of(mp_text line, const char *key) {
    size_t length = strlen(key);
    if (line.length <= length + 1 || memcmp(line.bytes, key, length) != 0 || line.bytes[length] != ':')
        return MP_TEXT("");
    mp_text value = mp_text_slice(line, length + 1, line.length);

    while (value.length > 0 && (value.bytes[0] == ' ' || value.bytes[0] == '\t'))
        value = mp_text_slice(value, 1, value.length);
    while (value.length > 0 && value.bytes[value.length - 1] == ' ') value.length--;
    if (value.length == 0 || strchr("|>[{&*!", value.bytes[0]) != NULL) return MP_TEXT("");
    char mark = value.bytes[0];
    bool is_quoted = value.length >= 2 && (mark == '"' || mark == '\'') && value.bytes[value.length - 1] == mark;
    return is_quoted ? mp_text_slice(value, 1, value.length - 1) : value;
}

static void read_key(front_matter *front, mp_text line) {
    static const char *const deks[] = {"subtitle", "dek", "description", "summary", "excerpt"};

    if (front->title.length == 0) front->title = value_of(line, "title");
    if (front->title.length == 0) front->title = value_of(line, "headline");
    for (size_t i = 0; i < sizeof deks / sizeof deks[0] && front->dek.length == 0; i++)
        front->dek = value_of(line, deks[i]);
}

static front_matter read_front_matter(mp_text text) {
    front_matter front = {.end = 0}, none = {.end = 0};

    for (size_t at = 0, number = 0; at < text.length; number++) {
        mp_text line = next_line(text, &at);
        bool dashes = line.length == 3 && memcmp(line.bytes, "---", 3) == 0;
        if (number == 0 && !dashes) return none;
        if (number > 0 && dashes) {
            front.end = at < text.length ? at : text.length;
            return front;
        }
        if (number > 0) read_key(&front, line);
    }
    return none;
}

/* Whether the text has a heading of the first level, so that the front matter's title is no second one. */
static bool has_first_heading(mp_text text) {
    for (size_t at = 0; at < text.length;) {
        mp_text line = next_line(text, &at);
        if (line.length > 2 && line.bytes[0] == '#' && line.bytes[1] == ' ') return true;
        if (line.length > 2 && line.bytes[0] == '=' && line.bytes[1] == '=') return true;
    }
    return false;
}

static bool put_front_matter(markdown_reader *reader, const front_matter *front) {
    mp_block title = {.kind = MP_BLOCK_HEADLINE, .text = front->title},
             dek = {.kind = MP_BLOCK_DEK, .text = front->dek};

    if (front->title.length == 0) return true;
    reader->has_headline = true;
    reader->units = 0;
    if (!put_verbatim(reader, front->title) || !MP_PUSH(reader->arena, &reader->found->blocks, title)) return false;
    reader->text.count = reader->units = 0;
    if (front->dek.length == 0) return true;
    if (!put_verbatim(reader, front->dek) || !MP_PUSH(reader->arena, &reader->found->blocks, dek)) return false;
    reader->text.count = reader->units = 0;
    return true;
}

mp_status mp_blocks_of_markdown(mp_text source, mp_arena *arena, mp_text_blocks *found, mp_error *error) {
    markdown_reader reader = {.arena = arena, .found = found, .source = source};
    MD_PARSER parser = {.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
                        .enter_block = enter_block,
                        .leave_block = leave_block,
                        .enter_span = enter_span,
                        .leave_span = leave_span,
                        .text = text};
    front_matter front = read_front_matter(source);
    mp_text rest = mp_text_slice(source, front.end, source.length);

    if (!has_first_heading(rest) && !put_front_matter(&reader, &front)) return mp_fail_memory(error);
    if (rest.length == 0) return MP_OK;
    return md_parse(rest.bytes, (MD_SIZE)rest.length, &parser, &reader) == 0 ? MP_OK : mp_fail_memory(error);
}
