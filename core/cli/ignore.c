/* ignore.c: comments in HTML and Markdown that set findings aside. Knows comments and places; nothing of what was found. */
#include "ignore.h"

#include "../text.h"

#include <stdlib.h>
#include <string.h>

static const char word[] = "mouthpiece-ignore";
enum { word_length = sizeof word - 1 };

/* A stretch of the source in which findings are set aside. */
typedef struct ignored_part {
    size_t from, to;
    mp_text reason;
} ignored_part;

/* Where a block's words stand in the source. */
typedef struct block_part {
    size_t from, to;
} block_part;

typedef struct comment_reader {
    const mp_source *source;
    mp_arena *arena;
    MP_ARRAY(ignored_part) parts;
    MP_ARRAY(block_part) blocks; /* in the source's order */
    size_t open;                 /* the part that a start has opened, SIZE_MAX for none */
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

/* ---- Blocks ------------------------------------------------------------------------------------------------------ */

static int compare_blocks(const void *left, const void *right) {
    const block_part *a = left, *b = right;

    return a->from < b->from ? -1 : a->from > b->from;
}

static bool list_blocks(comment_reader *reader, size_t block_count) {
    if (reader->blocks.count > 0) return true;
    for (size_t i = 0; i < block_count; i++) {
        block_part part;
        if (mp_source_block(reader->source, i, &part.from, &part.to) && !MP_PUSH(reader->arena, &reader->blocks, part))
            return false;
    }
    if (reader->blocks.count > 0)
        qsort(reader->blocks.items, reader->blocks.count, sizeof *reader->blocks.items, compare_blocks);
    return true;
}

/* The block around the comment, else the one after it. */
static block_part block_at(const comment_reader *reader, size_t from) {
    size_t low = 0, high = reader->blocks.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (reader->blocks.items[middle].from <= from)
            low = middle + 1;
        else
            high = middle;
    }
    if (low > 0 && reader->blocks.items[low - 1].to > from) return reader->blocks.items[low - 1];
    return low < reader->blocks.count ? reader->blocks.items[low] : (block_part){0, 0};
}

/* ---- Comments ---------------------------------------------------------------------------------------------------- */

/* What a comment asks for: `asked` is what follows the word, "-start: why". */
static bool take_comment(comment_reader *reader, size_t from, size_t to, mp_text asked, size_t block_count) {
    bool file = starts(asked, "-file"), start = starts(asked, "-start"), end = starts(asked, "-end");
    size_t name = file ? 5 : start ? 6 : end ? 4 : 0;
    mp_text rest = mp_text_slice(asked, name, asked.length), reason = trim(rest);
    ignored_part part = {0, reader->source->text.length, reason};
    const char *wrong = NULL;

    if (rest.length > 0 && strchr(": \t\r\n", rest.bytes[0]) == NULL)
        wrong = "there is only mouthpiece-ignore, -ignore-start, -ignore-end and -ignore-file";
    else if (reason.length == 0 && !end)
        wrong = "a reason is wanted: <!-- mouthpiece-ignore: why -->";
    else if (end && reader->open == SIZE_MAX)
        wrong = "mouthpiece-ignore-end without a start";
    if (wrong != NULL) {
        reader->trouble(reader->context, mp_source_position(reader->source, from).line, wrong);
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
        block_part block = block_at(reader, from);
        part.from = block.from;
        part.to = block.to;
    }
    return MP_PUSH(reader->arena, &reader->parts, part);
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

static int compare_parts(const void *left, const void *right) {
    const ignored_part *a = left, *b = right;

    return a->from < b->from ? -1 : a->from > b->from;
}

/* Parts in the source's order, each reaching at least as far as those before it, so that one search finds a part that
 * holds a place. */
static void order_parts(comment_reader *reader) {
    if (reader->parts.count == 0) return;
    qsort(reader->parts.items, reader->parts.count, sizeof *reader->parts.items, compare_parts);
    for (size_t i = 1; i < reader->parts.count; i++)
        if (reader->parts.items[i].to < reader->parts.items[i - 1].to) {
            reader->parts.items[i].to = reader->parts.items[i - 1].to;
            reader->parts.items[i].reason = reader->parts.items[i - 1].reason;
        }
}

static const ignored_part *part_with(const comment_reader *reader, size_t byte) {
    size_t low = 0, high = reader->parts.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (reader->parts.items[middle].from <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && reader->parts.items[low - 1].to > byte ? &reader->parts.items[low - 1] : NULL;
}

bool mp_ignore_apply(mp_checked *checked, mp_arena *arena, mp_ignore_trouble trouble, void *context) {
    const mp_text_part *markup;
    size_t markup_count = mp_found_markup(checked->found, &markup);
    const mp_source *source = checked->report->finding_count == 0 ? NULL : mp_found_source(checked->found);
    comment_reader reader = {
        .source = source, .arena = arena, .open = SIZE_MAX, .trouble = trouble, .context = context};

    if (source == NULL || find(source->text, word) == NULL) return true;
    for (size_t i = 0; i < markup_count; i++)
        if (!read_comments(&reader, markup[i], checked->found->document.block_count)) return false;
    order_parts(&reader);
    for (size_t i = 0; i < checked->report->finding_count; i++) {
        mp_result *result = &checked->results[i];
        const ignored_part *part = result->has_region ? part_with(&reader, result->region.from) : NULL;
        if (part == NULL) continue;
        result->aside = MP_ASIDE_COMMENT;
        result->reason = part->reason;
    }
    return true;
}
