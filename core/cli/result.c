/* result.c: a checked document as the reporters see it. Knows findings and sources; no format. */
#include "result.h"

#include "../text.h"

#include <stdlib.h>
#include <string.h>

/* ---- Fingerprints ------------------------------------------------------------------------------------------------ */

/* FNV-1a: no secret is kept by it, and it is the same everywhere. */
static uint64_t hash(uint64_t seed, mp_text text) {
    for (size_t i = 0; i < text.length; i++) seed = (seed ^ (unsigned char)text.bytes[i]) * 0x100000001B3u;
    return (seed ^ 0xFF) * 0x100000001B3u; /* an end, so that "ab", "c" is not "a", "bc" */
}

/* The words alone: case, white space and punctuation, which editors polish, change nothing. */
static uint64_t hash_words(uint64_t seed, mp_text text) {
    for (size_t at = 0; at < text.length;) {
        mp_character character = mp_text_character(text, at);
        char bytes[4];
        uint32_t code = mp_fold(character.code);
        if (mp_is_letter(code) || mp_is_digit(code)) seed = hash(seed, (mp_text){bytes, mp_utf8_write(code, bytes)});
        at += character.length;
    }
    return hash(seed, MP_TEXT(""));
}

typedef struct print_order {
    uint64_t print;
    size_t index;
} print_order;

static int compare_prints(const void *left, const void *right) {
    const print_order *a = left, *b = right;

    if (a->print != b->print) return a->print < b->print ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

/* Who says which words. The level and the reasons may change with what stands elsewhere on the page. */
static bool print_all(const mp_report *report, mp_result *results, mp_arena *arena) {
    print_order *order = MP_NEW_ARRAY(arena, report->finding_count, print_order);
    size_t repeated = 0;

    if (order == NULL) return false;
    for (size_t i = 0; i < report->finding_count; i++) {
        uint64_t print = hash(0xCBF29CE484222325u, report->findings[i].speaker.id);
        order[i] = (print_order){hash_words(print, report->findings[i].quote), i};
    }
    qsort(order, report->finding_count, sizeof *order, compare_prints);
    for (size_t i = 0; i < report->finding_count; i++) {
        repeated = i > 0 && order[i - 1].print == order[i].print ? repeated + 1 : 1;
        snprintf(results[order[i].index].fingerprint, MP_FINGERPRINT_ROOM, "%016llx:%zu",
                 (unsigned long long)order[i].print, repeated);
    }
    return true;
}

/* ---- Results ----------------------------------------------------------------------------------------------------- */

static mp_spot spot_of(const mp_source *source, mp_place place) {
    mp_spot spot = {.place = place};

    spot.has_region = source != NULL && mp_source_region(source, place, &spot.region);
    return spot;
}

bool mp_results_make(const mp_found_document *found, const mp_report *report, mp_arena *arena, mp_checked *checked) {
    size_t count = report->finding_count, note_count = report->note_count;
    mp_result *results = MP_NEW_ARRAY(arena, count, mp_result);
    mp_noted *notes = MP_NEW_ARRAY(arena, note_count, mp_noted);
    const mp_source *source = count + note_count == 0 ? NULL : mp_found_source(found);

    if (results == NULL || notes == NULL) return false;
    for (size_t i = 0; i < count; i++) {
        results[i].finding = &report->findings[i];
        results[i].spot = spot_of(source, report->findings[i].place);
    }
    for (size_t i = 0; i < note_count; i++)
        notes[i] = (mp_noted){&report->notes[i], spot_of(source, report->notes[i].place)};
    *checked = (mp_checked){found, report, results, notes, note_count};
    return print_all(report, results, arena);
}

mp_text mp_name_of(const mp_found_document *found) {
    if (found->named && found->line > 0) return found->document.id;
    return (mp_text){found->file, strlen(found->file)};
}

mp_position mp_position_of(const mp_found_document *found, mp_place place) {
    const mp_source *source = mp_found_source(found);
    mp_region region;

    if (source != NULL && mp_source_region(source, place, &region)) return region.start;
    return (mp_position){place.block + 1, place.start + 1};
}

mp_text mp_headline_of(const mp_finding *finding, mp_arena *arena) {
    const char *role = mp_role_name(finding->role), *act = mp_act_name(finding->act);
    size_t room = finding->speaker.name.length + strlen(role) + (act == NULL ? 0 : strlen(act)) + 32;
    char *out = mp_arena_take(arena, room);
    int length;

    if (out == NULL) return (mp_text){NULL, 0};
    length = snprintf(out, room, "%.*s quoted as %s%s%s", (int)finding->speaker.name.length,
                      finding->speaker.name.bytes, role, act == NULL ? "" : ", ", act == NULL ? "" : act);
    return (mp_text){out, length < 0 ? 0 : (size_t)length};
}
