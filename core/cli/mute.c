/* mute.c: sets aside what the configuration mutes. Knows mutes and findings; reads no file. */
#include "mute.h"

#include "../text.h"
#include "glob.h"
#include "kinds.h"

#include <string.h>

static bool is_kind(const mp_finding *finding, mp_text rule) {
    const char *id = mp_kinds[mp_kind_of(finding)].id;

    if (mp_text_equal(rule, finding->rule)) return true;
    /* "spokesperson" is all that begins so. */
    return strncmp(id, rule.bytes, rule.length) == 0 && (id[rule.length] == '\0' || id[rule.length] == '/');
}

/* Whether the quote lies in the words, or reaches into them, anywhere in its block. */
static bool has_sentence(const mp_found_document *found, const mp_finding *finding, mp_text sentence, mp_arena *arena) {
    if (finding->place.block >= found->document.block_count) return false;
    mp_text text = mp_text_valid(found->document.blocks[finding->place.block].text, arena);
    size_t start = mp_text_byte_of_utf16(text, finding->place.start);
    size_t end = mp_text_byte_of_utf16(text, finding->place.end);

    for (size_t at = 0; sentence.length <= text.length && at <= text.length - sentence.length; at++) {
        const char *next = memchr(text.bytes + at, sentence.bytes[0], text.length - sentence.length - at + 1);
        if (next == NULL) return false;
        at = (size_t)(next - text.bytes);
        if (memcmp(next, sentence.bytes, sentence.length) == 0 && at < end && at + sentence.length > start) return true;
    }
    return false;
}

static bool fits_path(const mp_mute *mute, const char *path) {
    for (size_t i = 0; i < mute->path_count; i++)
        if (mp_glob_matches(mute->paths[i], path)) return true;
    return mute->path_count == 0;
}

static bool fits(const mp_mute *mute, const mp_checked *checked, const mp_finding *finding, const char *path,
                 mp_arena *arena) {
    if (mute->rule.length > 0 && !is_kind(finding, mute->rule)) return false;
    if (mute->model.length > 0 && !mp_text_equal(mute->model, finding->speaker.id)) return false;
    if (!fits_path(mute, path)) return false;
    return mute->sentence.length == 0 || has_sentence(checked->found, finding, mute->sentence, arena);
}

bool mp_mute_apply(const mp_configuration *configuration, mp_checked *checked, mp_arena *arena) {
    if (configuration->mute_count == 0 || checked->report->finding_count == 0) return true;
    const char *path = mp_path_from(configuration->folder, checked->found->file, arena);
    if (path == NULL) return false;

    for (size_t i = 0; i < checked->report->finding_count; i++) {
        mp_result *result = &checked->results[i];
        for (size_t j = 0; result->aside == MP_ASIDE_NOT && j < configuration->mute_count; j++) {
            const mp_mute *mute = &configuration->mutes[j];
            if (!fits(mute, checked, result->finding, path, arena)) continue;
            result->aside = MP_ASIDE_MUTED;
            result->reason = mute->reason;
        }
    }
    return true;
}
