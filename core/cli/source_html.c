/* source_html.c: where the text of an HTML page's blocks stands in its source. Knows entities and tags as characters; the
 * page itself is judged elsewhere.
 *
 * A parser says where a text node begins in the source, and what its text is. The two are walked side by side: most
 * characters stand in both; else the source has an entity, a line end of its own, or a tag that the parser passed over.
 * The text is known, so it decides wherever the source alone would leave a doubt. */
#include "source_html.h"

#include "../draft/entity.h"
#include "../text.h"

#include <string.h>

/* ---- A text node and its source ---------------------------------------------------------------------------------- */

/* Both are walked at once; what has been walked is `at`, `units` and `from`. */
typedef struct side_by_side {
    mp_text node, source; /* source: up to where the next node may begin */
    size_t at, units, from;
} side_by_side;

/* Past a tag or comment that begins at `at`. */
static size_t end_of_markup(mp_text source, size_t at) {
    char quote = '\0';

    if (source.length - at >= 4 && memcmp(source.bytes + at, "<!--", 4) == 0) {
        for (at += 4; at + 3 <= source.length; at++)
            if (memcmp(source.bytes + at, "-->", 3) == 0) return at + 3;
        return source.length;
    }
    for (; at < source.length; at++) {
        char c = source.bytes[at];
        if (quote == '\0' && c == '>') return at + 1;
        if (c == quote)
            quote = '\0';
        else if (quote == '\0' && (c == '"' || c == '\'') && source.bytes[at - 1] == '=')
            quote = c;
    }
    return at;
}

static bool is_markup(mp_text source, size_t at) {
    if (source.bytes[at] != '<' || at + 1 >= source.length) return false;
    char next = source.bytes[at + 1];

    return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/' || next == '!' || next == '?';
}

/* Whether the node goes on with these codes; *bytes and *units of them. */
static bool node_has(const side_by_side *both, const uint32_t codes[2], size_t *bytes, size_t *units) {
    *bytes = *units = 0;
    for (size_t i = 0; i < 2 && codes[i] != 0; i++) {
        if (both->at + *bytes >= both->node.length) return false;
        mp_character character = mp_text_character(both->node, both->at + *bytes);
        if (character.code != codes[i]) return false;
        *bytes += character.length;
        *units += character.code > 0xFFFF ? 2 : 1;
    }
    return *bytes > 0;
}

/* The next character of the node and what stands for it: true with *run, whose block and start are the node's. False where
 * the two part for good. */
static bool next_run(side_by_side *both, mp_source_run *run) {
    while (both->at < both->node.length && both->from < both->source.length) {
        mp_text rest = mp_text_slice(both->source, both->from, both->source.length);
        mp_character character = mp_text_character(both->node, both->at);
        uint32_t codes[2];
        size_t bytes = character.length, units = character.code > 0xFFFF ? 2 : 1;
        size_t entity = mp_entity_at(rest, true, codes);
        *run = (mp_source_run){
            .start = both->units, .units = units, .from = both->from, .length = bytes, .verbatim = true};
        if (entity > 0 && node_has(both, codes, &bytes, &units)) {
            run->length = entity;
            run->units = units;
            run->verbatim = false;
        } else if (character.code == '\n' && rest.bytes[0] == '\r') {
            run->length = rest.length > 1 && rest.bytes[1] == '\n' ? 2 : 1;
            run->verbatim = false;
        } else if (is_markup(both->source, both->from)) {
            both->from = end_of_markup(both->source, both->from);
            continue;
        } else if (rest.length < bytes || memcmp(rest.bytes, both->node.bytes + both->at, bytes) != 0) {
            if (strchr("\r\n", rest.bytes[0]) == NULL || rest.bytes[0] == '\0') return false;
            both->from++; /* the line feed after <pre> is none of its text */
            continue;
        }
        both->at += bytes;
        both->units += run->units;
        both->from += run->length;
        return true;
    }
    return false;
}

/* Whether `part` only goes on where `last` ends. */
static bool goes_on(const mp_source_run *last, const mp_source_run *part) {
    enum { stride = 2048 };
    return last->verbatim && part->verbatim && last->block == part->block && last->length < stride &&
           last->start + last->units == part->start && last->from + last->length == part->from;
}

/* Appends the part of a run that lies in the segment; verbatim neighbours become one. */
static bool add_part(mp_source_runs *runs, mp_arena *arena, const mp_segment *segment, const mp_source_run *run) {
    mp_source_run part = *run;

    part.block = segment->block;
    part.start = segment->start + (run->start - segment->source_start);
    if (runs->count > 0 && goes_on(&runs->items[runs->count - 1], &part)) {
        runs->items[runs->count - 1].units += part.units;
        runs->items[runs->count - 1].length += part.length;
        return true;
    }
    return MP_PUSH(arena, runs, part);
}

/* Where the source of text node `number` may go on to. */
static size_t limit_of(const mp_html_source *html, size_t number) {
    size_t start = html->texts[number].start;
    bool next = number + 1 < html->text_count && html->texts[number + 1].start > start;

    return next ? html->texts[number + 1].start : html->html.length;
}

bool mp_source_add_page(mp_source_runs *runs, mp_arena *arena, const mp_page *page, const mp_html_source *html) {
    side_by_side both = {0};
    size_t number = SIZE_MAX;

    for (size_t i = 0; i < page->segment_count; i++) {
        const mp_segment *segment = &page->segments[i];
        if (segment->source >= html->text_count) continue;
        if (segment->source != number || segment->source_start < both.units) {
            number = segment->source;
            both = (side_by_side){html->texts[number].text, mp_text_slice(html->html, 0, limit_of(html, number)), 0, 0,
                                  html->texts[number].start};
        }
        mp_source_run run;
        while (both.units < segment->source_start + segment->length && next_run(&both, &run))
            if (run.start >= segment->source_start && !add_part(runs, arena, segment, &run)) return false;
    }
    return true;
}
