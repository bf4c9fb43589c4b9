/* ignore.c: comments in HTML and Markdown that set findings aside. Knows comments and places; nothing of what was found. */
#include "ignore.h"

#include "../text.h"

#include <stdlib.h>
#include <string.h>

static const char word[] = "mouthpiece-ignore";
enum { word_length = sizeof word - 1 };

/* A comment, and the stretch of the source in which it sets findings aside. */
typedef struct ignore_comment {
    size_t line;
    mp_text reason;
    bool used;
} ignore_comment;

/* A stretch of the source: a block's words, or what a comment ignores. */
typedef struct source_part {
    size_t from, to;
    size_t comment; /* its number */
} source_part;

typedef MP_ARRAY(source_part) source_parts;

typedef struct comment_reader {
    const mp_source *source;
    mp_arena *arena;
    MP_ARRAY(ignore_comment) comments;
    source_parts parts, blocks; /* both in the source's order, once all is read */
    size_t open;                /* the part that a start has opened, SIZE_MAX for none */
    mp_ignore_trouble trouble;
    void *context;
} comment_reader;

static const char *find(mp_text text, const char *needle) {
    size_t length = strlen(needle);

    for (size_t at = 0; at + length <= text.length;) {
        const char *next = memchr(text.bytes + at, needle[0], text.length - at - length + 1);
        if (next == NULL) return NULL;
        if (memcmp(next, needle, length) == 0) return next;
        at = (size_t)(next - text.bytes) + 1;
    }
    return NULL;
}

static mp_text trim(mp_text text) {
    while (text.length > 0 && strchr(" \t\r\n:", text.bytes[0]) != NULL && text.bytes[0] != '\0')
        text = mp_text_slice(text, 1, text.length);
    while (text.length > 0 && strchr(" \t\r\n", text.bytes[text.length - 1]) != NULL) text.length--;
    return text;
}

static bool starts(mp_text text, const char *with) {
    size_t length = strlen(with);

    return text.length >= length && memcmp(text.bytes, with, length) == 0;
}

/* ---- Parts ------------------------------------------------------------------------------------------------------- */

static int compare_parts(const void *left, const void *right) {
    const source_part *a = left, *b = right;

    return a->from < b->from ? -1 : a->from > b->from;
}

static void sort_parts(source_parts *parts) {
    if (parts->count > 0) qsort(parts->items, parts->count, sizeof *parts->items, compare_parts);
}

/* The part that begins last at or before a byte, or NULL. */
static const source_part *part_before(const source_parts *parts, size_t byte) {
    size_t low = 0, high = parts->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (parts->items[middle].from <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low == 0 || parts->items == NULL ? NULL : &parts->items[low - 1];
}

static bool list_blocks(comment_reader *reader, size_t block_count) {
    if (reader->blocks.count > 0) return true;
    for (size_t i = 0; i < block_count; i++) {
        source_part part = {0};
        if (mp_source_block(reader->source, i, &part.from, &part.to) && !MP_PUSH(reader->arena, &reader->blocks, part))
            return false;
    }
    sort_parts(&reader->blocks);
    return true;
}

/* The block around the comment, else the one after it. */
static source_part block_at(const comment_reader *reader, size_t from) {
    const source_parts *blocks = &reader->blocks;
    const source_part *before = part_before(blocks, from);
    size_t next = before == NULL ? 0 : (size_t)(before - blocks->items) + 1;

    if (before != NULL && before->to > from) return *before;
    return blocks->items != NULL && next < blocks->count ? blocks->items[next] : (source_part){0};
}

/* ---- Comments ---------------------------------------------------------------------------------------------------- */

/* What a comment asks for: `asked` is what follows the word, "-start: why". */
static bool take_comment(comment_reader *reader, size_t from, size_t to, mp_text asked, size_t block_count) {
    bool file = starts(asked, "-file"), start = starts(asked, "-start"), end = starts(asked, "-end");
    size_t name = file ? 5 : start ? 6 : end ? 4 : 0;
    mp_text rest = mp_text_slice(asked, name, asked.length), reason = trim(rest);
    source_part part = {0, reader->source->text.length, reader->comments.count};
    ignore_comment comment = {mp_source_position(reader->source, from).line, reason, false};
    const char *wrong = NULL;

    if (rest.length > 0 && strchr(": \t\r\n", rest.bytes[0]) == NULL)
        wrong = "there is only mouthpiece-ignore, -ignore-start, -ignore-end and -ignore-file";
    else if (reason.length == 0 && !end)
        wrong = "a reason is wanted: <!-- mouthpiece-ignore: why -->";
    else if (end && reader->open == SIZE_MAX)
        wrong = "mouthpiece-ignore-end without a start";
    if (wrong != NULL) {
        reader->trouble(reader->context, comment.line, wrong, false);
        return true;
    }
    if (end) {
        reader->parts.items[reader->open].to = from;
        reader->open = SIZE_MAX;
        return true;
    }
    if (start) {
        part.from = to;
        reader->open = reader->parts.count;
    } else if (!file) {
        if (!list_blocks(reader, block_count)) return false;
        source_part block = block_at(reader, from);
        part.from = block.from;
        part.to = block.to;
    }
    return MP_PUSH(reader->arena, &reader->comments, comment) && MP_PUSH(reader->arena, &reader->parts, part);
}

static bool read_comments(comment_reader *reader, mp_text_part markup, size_t block_count) {
    size_t at = markup.from, limit = markup.from + markup.length;

    while (at < limit) {
        mp_text rest = mp_text_slice(reader->source->text, at, limit);
        const char *begin = find(rest, "<!--");
        if (begin == NULL) return true;
        size_t from = at + (size_t)(begin - rest.bytes);
        rest = mp_text_slice(reader->source->text, from + 4, limit);
        const char *end = find(rest, "-->");
        size_t length = end == NULL ? rest.length : (size_t)(end - rest.bytes);
        mp_text inside = trim(mp_text_slice(rest, 0, length));
        at = from + 4 + length;
        if (!starts(inside, word)) continue;
        if (!take_comment(reader, from, at + 3, mp_text_slice(inside, word_length, inside.length), block_count))
            return false;
    }
    return true;
}

/* ---- Results ----------------------------------------------------------------------------------------------------- */

/* Parts in the source's order, each reaching at least as far as those before it, so that one search finds a part that
 * holds a place. */
static void order_parts(comment_reader *reader) {
    sort_parts(&reader->parts);
    for (size_t i = 1; i < reader->parts.count; i++)
        if (reader->parts.items[i].to < reader->parts.items[i - 1].to) {
            reader->parts.items[i].to = reader->parts.items[i - 1].to;
            reader->parts.items[i].comment = reader->parts.items[i - 1].comment;
        }
}

static void set_aside(comment_reader *reader, mp_spot *spot) {
    if (!spot->has_region) return;
    const source_part *part = part_before(&reader->parts, spot->region.from);
    if (part == NULL || part->to <= spot->region.from || reader->comments.items == NULL) return;
    ignore_comment *comment = &reader->comments.items[part->comment];

    comment->used = true;
    spot->aside = MP_ASIDE_COMMENT;
    spot->reason = comment->reason;
}

/* A comment that has outlived what it was for would hide what comes next. */
static void tell_unused(const comment_reader *reader) {
    for (size_t i = 0; i < reader->comments.count; i++)
        if (!reader->comments.items[i].used)
            reader->trouble(reader->context, reader->comments.items[i].line,
                            "this mouthpiece-ignore sets nothing aside: take it out", true);
}

bool mp_ignore_is_used(const mp_found_document *found) {
    return found->article && find(mp_found_text(found), word) != NULL;
}

bool mp_ignore_apply(mp_checked *checked, mp_arena *arena, mp_ignore_trouble trouble, void *context) {
    const mp_text_part *markup;
    size_t markup_count = mp_found_markup(checked->found, &markup);
    comment_reader reader = {.arena = arena, .open = SIZE_MAX, .trouble = trouble, .context = context};

    reader.source = mp_found_source(checked->found);
    if (reader.source == NULL) return false;
    for (size_t i = 0; i < markup_count; i++)
        if (!read_comments(&reader, markup[i], checked->found->document.block_count)) return false;
    order_parts(&reader);
    for (size_t i = 0; i < checked->report->finding_count; i++) set_aside(&reader, &checked->results[i].spot);
    for (size_t i = 0; i < checked->note_count; i++) set_aside(&reader, &checked->notes[i].spot);
    tell_unused(&reader);
    return true;
}
