/* page_text.c: writes passages: the characters of text nodes with white space as CSS leaves it, what cannot be seen left
 * out, and for each run where in the page it stands. Knows nothing of which passages matter.
 *
 * A run of white space becomes one space; none stands at a passage's ends. A line break becomes a line feed, two in a row
 * end the passage. Soft hyphens, zero-width spaces and marks of direction are left out; joiners stay in scripts that need
 * them. */
#include "../text.h"
#include "page_parts.h"

#include <string.h>

/* White space that CSS collapses. */
static bool is_white(uint32_t code) {
    return code == ' ' || code == '\t' || code == '\n' || code == '\r' || code == '\f';
}

static bool is_unseen(uint32_t code, uint32_t before) {
    if (code == 0x00AD || code == 0x200B || code == 0x2060 || code == 0xFEFF) return true;
    if (code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069))
        return true;
    /* Joiners shape Arabic, Indic and emoji; between Latin, Greek and Cyrillic letters they only hide names. */
    return (code == 0x200C || code == 0x200D) && before < 0x0590;
}

/* Scripts that write a word with one or two characters. */
static bool is_wide(uint32_t code) {
    return (code >= 0x3040 && code <= 0x9FFF) || (code >= 0xAC00 && code <= 0xD7A3) ||
           (code >= 0xF900 && code <= 0xFAFF) || (code >= 0x20000 && code <= 0x3FFFF);
}

static bool is_stop(uint32_t code) {
    switch (code) {
    case '.':
    case ',':
    case '!':
    case '?':
    case ';':
    case ':':
    case 0x060C: /* Arabic comma and its kin */
    case 0x061B:
    case 0x061F:
    case 0x06D4:
    case 0x0964: /* danda */
    case 0x104A: /* Burmese section marks */
    case 0x104B:
    case 0x2026:
    case 0x3001: /* ideographic comma and full stop */
    case 0x3002:
    case 0xFF01:
    case 0xFF0C:
    case 0xFF1F: return true;
    default: return false;
    }
}

static bool reserve_text(mp_page_tree *tree, size_t more) {
    if (tree->text.capacity - tree->text.count >= more) return true;
    size_t wanted = tree->text.capacity == 0 ? 4096 : tree->text.capacity;

    while (wanted - tree->text.count < more) {
        if (wanted > SIZE_MAX / 4) return false;
        wanted *= 2;
    }
    char *larger = mp_arena_take_unset(tree->arena, wanted);
    if (larger == NULL) return false;
    if (tree->text.count > 0) memcpy(larger, tree->text.items, tree->text.count);
    tree->text.items = larger;
    tree->text.capacity = wanted;
    return true;
}

static bool put(mp_passage_writer *writer, uint32_t code) {
    mp_page_tree *tree = writer->tree;

    if (!reserve_text(tree, 4)) return false;
    size_t written = mp_utf8_write(code, tree->text.items + tree->text.count);
    tree->text.count += written;
    writer->passage.length += written;
    writer->passage.units += code > 0xFFFF ? 2 : 1;
    return true;
}

/* Notes that the `units` last put stand at `at` of text node `source`. */
static bool note_source(mp_passage_writer *writer, uint32_t source, size_t at, size_t units) {
    mp_page_tree *tree = writer->tree;
    size_t start = writer->passage.units - units;

    if (writer->passage.segment_count > 0) {
        mp_segment *last = &tree->segments.items[tree->segments.count - 1];
        if (last->source == source && last->source_start + last->length == at && last->start + last->length == start) {
            last->length += units;
            return true;
        }
    }
    mp_segment segment = {tree->passages.count, start, units, source, at};
    if (!MP_PUSH(tree->arena, &tree->segments, segment)) return false;
    writer->passage.segment_count++;
    return true;
}

static bool end_link(mp_passage_writer *writer) {
    mp_page_tree *tree = writer->tree;
    uint32_t element = writer->link;

    writer->link = MP_NO_ELEMENT;
    if (element == MP_NO_ELEMENT || writer->passage.units <= writer->link_start) return true;
    mp_link link = {writer->link_start, writer->passage.units,
                    mp_page_attribute(tree->elements.items[element].node, "href")};
    writer->passage.link_units += link.end - link.start;
    writer->passage.link_count++;
    return MP_PUSH(tree->arena, &tree->links, link);
}

static void open_passage(mp_passage_writer *writer, uint32_t element) {
    mp_page_tree *tree = writer->tree;

    writer->passage = (mp_passage){.element = tree->elements.items[element].block,
                                   .innermost = element,
                                   .start = tree->text.count,
                                   .first_segment = tree->segments.count,
                                   .first_link = tree->links.count,
                                   .kind = MP_BLOCK_PARAGRAPH};
    writer->open = true;
    writer->space_waits = false;
    writer->breaks = 0;
    writer->link = MP_NO_ELEMENT;
}

/* Puts the white space that waited for a character. */
static bool put_waiting(mp_passage_writer *writer) {
    bool fine = true;

    if (writer->label_waits) {
        fine = (writer->last == ':' || put(writer, ':')) && put(writer, ' ');
    } else if (writer->breaks > 0) {
        fine = put(writer, '\n');
    } else if (writer->space_waits) {
        fine = put(writer, ' ');
        if (fine && writer->space_exact) fine = note_source(writer, writer->space_source, writer->space_at, 1);
    }
    writer->breaks = 0;
    writer->space_waits = writer->label_waits = false;
    return fine;
}

static void wait_for_space(mp_passage_writer *writer, uint32_t code, const mp_node *node, size_t at) {
    if (!writer->open) return;
    if (writer->space_waits && (writer->space_exact || code != ' ')) return;
    writer->space_waits = true;
    writer->space_exact = code == ' ';
    writer->space_source = node->source;
    writer->space_at = at;
}

static void raise_innermost(mp_passage_writer *writer, uint32_t element) {
    const mp_page_tree *tree = writer->tree;
    uint32_t lowest = writer->passage.innermost;

    /* Each element is left once while the tree is built, so the climbing is paid for by the passage's elements. */
    while (lowest != writer->passage.element && !mp_page_inside(tree, element, lowest))
        lowest = tree->elements.items[lowest].parent;
    writer->passage.innermost = lowest;
}

/* Puts a character that is seen. */
static bool put_seen(mp_passage_writer *writer, uint32_t code, const mp_node *node, size_t at, uint32_t element) {
    uint32_t link = writer->tree->elements.items[element].link;

    if (!writer->open) open_passage(writer, element);
    if (link != writer->link && !end_link(writer)) return false;
    if (!put_waiting(writer)) return false;
    if (link != writer->link) {
        writer->link = link;
        writer->link_start = writer->passage.units;
    }
    if (!put(writer, code)) return false;
    writer->passage.wide += is_wide(code) ? 1 : 0;
    writer->passage.stops += is_stop(code) ? 1 : 0;
    return note_source(writer, node->source, at, code > 0xFFFF ? 2 : 1);
}

/* In a heading, an element's edge where a sentence begins anew without a space: "<span>Local elections</span>Mayor goes",
 * "<span>Mayor:</span>she goes". A style sheet sets such parts on lines of their own. */
static bool begins_anew(const mp_passage_writer *writer, uint32_t code) {
    mp_page_tag tag = writer->tree->elements.items[writer->passage.element].tag;

    if (!writer->open || writer->space_waits || writer->breaks > 0 || writer->label_waits) return false;
    if (!mp_page_is_heading(tag)) return false;
    if (writer->last == ':') return mp_is_letter(code);
    return mp_is_letter(writer->last) && mp_fold(writer->last) == writer->last && mp_fold(code) != code;
}

/* What is printed, and of itself only. */
static bool is_plain(char c) { return c > ' ' && c <= '~'; }

/* Puts the plain characters from `at` on, and single spaces between them, in one go; gives how many. A character of the
 * node has just been put, so what runs (the link, the segment) runs on. */
static size_t put_plain(mp_passage_writer *writer, mp_text text, size_t at) {
    mp_page_tree *tree = writer->tree;
    size_t end = at, stops = 0;

    for (; end < text.length; end++) {
        char c = text.bytes[end];
        bool is_joint = c == ' ' && end + 1 < text.length && is_plain(text.bytes[end + 1]);
        if (!is_plain(c) && !is_joint) break;
        stops += is_stop((unsigned char)c) ? 1 : 0;
    }
    size_t count = end - at;
    if (count == 0 || !reserve_text(tree, count)) return 0;
    memcpy(tree->text.items + tree->text.count, text.bytes + at, count);
    tree->text.count += count;
    tree->segments.items[tree->segments.count - 1].length += count;
    writer->passage.length += count;
    writer->passage.units += count;
    writer->passage.stops += stops;
    writer->last = (unsigned char)text.bytes[end - 1];
    return count;
}

bool mp_passage_write(mp_passage_writer *writer, const mp_node *node, uint32_t element) {
    size_t units = 0;
    uint32_t before = 0;
    bool raised = false;

    for (size_t at = 0; at < node->text.length;) {
        mp_character character = mp_text_character(node->text, at);
        uint32_t code = character.code == 0 ? 0xFFFD : character.code;
        bool is_edge = code == 0x00A0 && !writer->open;
        if (is_white(code)) {
            wait_for_space(writer, code, node, units);
        } else if (!is_edge && !is_unseen(code, before)) {
            if (writer->open && !raised) raise_innermost(writer, element);
            if (!raised && begins_anew(writer, code)) {
                writer->space_waits = true;
                writer->space_exact = false;
            }
            raised = true;
            if (!put_seen(writer, code, node, units, element)) return false;
            before = writer->last = code;
        }
        units += code > 0xFFFF ? 2 : 1;
        at += character.length;
        if (code <= ' ' || code > '~') continue;
        size_t plain = put_plain(writer, node->text, at);
        if (plain > 0) before = writer->last;
        units += plain;
        at += plain;
    }
    return true;
}

/* Takes one code unit, `bytes` long, off the passage's end. */
static void drop_last(mp_passage_writer *writer, size_t bytes) {
    mp_page_tree *tree = writer->tree;
    mp_passage *passage = &writer->passage;
    mp_segment *last = passage->segment_count == 0 ? NULL : &tree->segments.items[tree->segments.count - 1];

    if (last != NULL && last->start + last->length == passage->units && --last->length == 0) {
        tree->segments.count--;
        passage->segment_count--;
    }
    tree->text.count -= bytes;
    passage->length -= bytes;
    passage->units--;
}

/* Takes no-break spaces, and spaces among them, off the passage's end. */
static void trim_end(mp_passage_writer *writer) {
    const mp_page_tree *tree = writer->tree;
    const mp_passage *passage = &writer->passage;

    for (;;) {
        const char *end = tree->text.items + tree->text.count;
        if (passage->length >= 2 && memcmp(end - 2, "\xC2\xA0", 2) == 0)
            drop_last(writer, 2);
        else if (passage->length >= 1 && (end[-1] == ' ' || end[-1] == '\n'))
            drop_last(writer, 1);
        else
            break;
    }
    for (size_t i = 0; i < passage->link_count; i++) {
        mp_link *link = &tree->links.items[tree->links.count - 1 - i];
        if (link->end <= passage->units) break;
        link->end = passage->units;
        if (link->start > link->end) link->start = link->end;
    }
}

bool mp_passage_end(mp_passage_writer *writer) {
    mp_page_tree *tree = writer->tree;

    if (!writer->open) return true;
    trim_end(writer);
    if (!end_link(writer)) return false;
    writer->open = writer->label_waits = false;
    return MP_PUSH(tree->arena, &tree->passages, writer->passage);
}

bool mp_passage_break(mp_passage_writer *writer, bool may_end) {
    if (!writer->open) return true;
    if (writer->breaks > 0 && may_end) return mp_passage_end(writer);
    writer->breaks++;
    return true;
}

void mp_passage_label(mp_passage_writer *writer) { writer->label_waits = writer->open; }
