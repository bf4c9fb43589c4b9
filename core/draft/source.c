/* source.c: where the words of a document stand in the file they were read from. Knows runs of characters; nothing of
 * formats or findings.
 *
 * Both ways are searched, then walked: runs and marks are at most `stride` long, so that a place costs the same in a file
 * of one long line as in any other. */
#include "source.h"

#include "../text.h"

#include <string.h>

enum { stride = 2048 };

bool mp_source_add_verbatim(mp_source_runs *runs, mp_arena *arena, size_t block, size_t start, mp_text text,
                            size_t from) {
    for (size_t at = 0; at < text.length;) {
        size_t end = at, units = 0;
        while (end < text.length && end - at < stride) {
            mp_character character = mp_text_character(text, end);
            units += character.code > 0xFFFF ? 2 : 1;
            end += character.length;
        }
        mp_source_run run = {block, start, units, from + at, end - at, true};
        if (!MP_PUSH(arena, runs, run)) return false;
        start += units;
        at = end;
    }
    return true;
}

/* ---- Lines and columns ------------------------------------------------------------------------------------------- */

bool mp_source_index(mp_source *source, mp_arena *arena) {
    mp_source_mark mark = {0, 1, 0}, last = mark;

    if (!MP_PUSH(arena, &source->marks, mark)) return false;
    while (mark.byte < source->text.length) {
        mp_character character = mp_text_character(source->text, mark.byte);
        bool ends_line = character.code == '\n';
        mark.byte += character.length;
        mark.units = ends_line ? 0 : mark.units + (character.code > 0xFFFF ? 2 : 1);
        mark.line += ends_line ? 1 : 0;
        if (mark.byte - last.byte < stride) continue;
        if (!MP_PUSH(arena, &source->marks, mark)) return false;
        last = mark;
    }
    return true;
}

mp_position mp_source_position(const mp_source *source, size_t byte) {
    size_t low = 0, high = source->marks.count;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->marks.items[middle].byte <= byte)
            low = middle;
        else
            high = middle;
    }
    mp_source_mark mark = source->marks.items[low];
    while (mark.byte < byte && mark.byte < source->text.length) {
        mp_character character = mp_text_character(source->text, mark.byte);
        bool ends_line = character.code == '\n';
        mark.byte += character.length;
        mark.units = ends_line ? 0 : mark.units + (character.code > 0xFFFF ? 2 : 1);
        mark.line += ends_line ? 1 : 0;
    }
    return (mp_position){mark.line, mark.units + 1};
}

/* ---- Places ------------------------------------------------------------------------------------------------------ */

/* The first run that ends behind a block's offset; the count where none does. */
static size_t first_run_behind(const mp_source *source, size_t block, size_t offset) {
    size_t low = 0, high = source->runs.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const mp_source_run *run = &source->runs.items[middle];
        if (run->block < block || (run->block == block && run->start + run->units <= offset))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The byte of the source at which the run's first `units` end. */
static size_t byte_in_run(const mp_source *source, const mp_source_run *run, size_t units) {
    mp_text text = mp_text_slice(source->text, run->from, run->from + run->length);

    return run->from + mp_text_byte_of_utf16(text, units);
}

bool mp_source_region(const mp_source *source, mp_place place, mp_region *region) {
    size_t end = place.end > place.start ? place.end : place.start + 1;
    size_t first = first_run_behind(source, place.block, place.start);
    size_t last = first_run_behind(source, place.block, end - 1);
    const mp_source_run *runs = source->runs.items;

    if (first == source->runs.count || runs[first].block != place.block || runs[first].start >= end) return false;
    /* Where the last character has no source, the run before it is the last. */
    if (last == source->runs.count || runs[last].block != place.block || runs[last].start >= end) last--;
    const mp_source_run *from = &runs[first], *to = &runs[last];
    region->from = from->from;
    region->to = to->from + to->length;
    if (from->verbatim && place.start > from->start)
        region->from = byte_in_run(source, from, place.start - from->start);
    if (to->verbatim && end < to->start + to->units) region->to = byte_in_run(source, to, end - to->start);
    /* What slots show may stand before what is read before it. */
    if (region->to < region->from) region->to = from->from + from->length;
    region->start = mp_source_position(source, region->from);
    region->end = mp_source_position(source, region->to);
    return true;
}

bool mp_source_block(const mp_source *source, size_t block, size_t *from, size_t *to) {
    size_t first = first_run_behind(source, block, 0), next = first_run_behind(source, block + 1, 0);

    if (first == next) return false;
    *from = source->text.length;
    *to = 0;
    for (const mp_source_run *run = &source->runs.items[first]; run < &source->runs.items[next]; run++) {
        if (run->from < *from) *from = run->from;
        if (run->from + run->length > *to) *to = run->from + run->length;
    }
    return true;
}
