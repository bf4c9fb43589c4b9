/* source_html.c: where the text of an HTML page's blocks stands in its source. Knows entities and tags as characters; the
 * page itself is judged elsewhere.
 *
 * A parser says where a text node begins in the source, and what its text is. The two are walked side by side: most
 * characters stand in both; else the source has an entity, a line end of its own, or a tag that the parser passed over.
 * The text is known, so it decides wherever the source alone would leave a doubt. */
#include "source_html.h"

#include "../text.h"

#include <entity.h>
#include <string.h>

enum { longest_entity = 40 };

/* ---- Entities ---------------------------------------------------------------------------------------------------- */

static bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

static int digit_of(char c, int base) {
    int digit = c >= '0' && c <= '9'   ? c - '0'
                : c >= 'a' && c <= 'f' ? c - 'a' + 10
                : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                       : 99;

    return digit < base ? digit : -1;
}

/* What browsers make of the numbers 128 to 159: windows-1252's characters. */
static uint32_t code_of_number(uint32_t number) {
    static const uint16_t old[] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

    if (number >= 0x80 && number <= 0x9F) return old[number - 0x80];
    return number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF) ? 0xFFFD : number;
}

static size_t number_at(mp_text text, bool loose, uint32_t codes[2]) {
    bool hex = text.length > 2 && (text.bytes[2] == 'x' || text.bytes[2] == 'X');
    size_t first = hex ? 3 : 2, at = first;
    uint32_t number = 0;

    for (; at < text.length && digit_of(text.bytes[at], hex ? 16 : 10) >= 0; at++)
        if (number <= 0x10FFFF) number = number * (hex ? 16 : 10) + (uint32_t)digit_of(text.bytes[at], hex ? 16 : 10);
    bool closed = at < text.length && text.bytes[at] == ';';
    if (at == first || (!closed && !loose)) return 0;
    codes[0] = code_of_number(number);
    return at + (closed ? 1 : 0);
}

/* The entity called by the first `length` bytes ("&amp"), or NULL. */
static const ENTITY *entity_called(mp_text text, size_t length) {
    char name[longest_entity + 2];

    memcpy(name, text.bytes, length);
    name[length] = ';';
    return entity_lookup(name, length + 1);
}

size_t mp_entity_at(mp_text text, bool loose, uint32_t codes[2]) {
    codes[0] = codes[1] = 0;
    if (text.length < 3 || text.bytes[0] != '&') return 0;
    if (text.bytes[1] == '#') return number_at(text, loose, codes);
    size_t end = 1;

    while (end < text.length && end < longest_entity && is_name(text.bytes[end])) end++;
    bool closed = end < text.length && text.bytes[end] == ';';
    /* Without its semicolon the longest name that is one counts: "&notit" is "¬it". */
    for (size_t length = end; length > 1; length--) {
        const ENTITY *entity = length < end && !loose ? NULL : entity_called(text, length);
        if (entity == NULL || (!loose && !closed)) continue;
        codes[0] = entity->codepoints[0];
        codes[1] = entity->codepoints[1];
        return length + (length == end && closed ? 1 : 0);
    }
    return 0;
}

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

/* Appends the part of a run that lies in the segment; verbatim neighbours become one. */
static bool add_part(mp_source_runs *runs, mp_arena *arena, const mp_segment *segment, const mp_source_run *run) {
    enum { stride = 2048 };
    mp_source_run part = *run;
    mp_source_run *last = runs->count == 0 ? NULL : &runs->items[runs->count - 1];

    part.block = segment->block;
    part.start = segment->start + (run->start - segment->source_start);
    if (last != NULL && last->verbatim && part.verbatim && last->block == part.block && last->length < stride &&
        last->start + last->units == part.start && last->from + last->length == part.from) {
        last->units += part.units;
        last->length += part.length;
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
