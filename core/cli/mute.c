/* mute.c: sets aside what the configuration mutes. Knows mutes and findings; reads no file. */
#include "mute.h"

#include "../text.h"
#include "glob.h"
#include "kinds.h"
#include "words.h"

#include <string.h>

static bool is_kind(const mp_finding *finding, mp_text rule) {
    const char *id = mp_kinds[mp_kind_of(finding)].id;

    if (mp_text_equal(rule, finding->rule)) return true;
    /* "spokesperson" is all that begins so. */
    return strncmp(id, rule.bytes, rule.length) == 0 && (id[rule.length] == '\0' || id[rule.length] == '/');
}

/* Whether the quote lies in the words, or reaches into them, anywhere in its block. */
static bool has_sentence(mp_words *words, mp_place place, mp_text sentence) {
    mp_text text = mp_words_block(words, place.block);
    size_t start = mp_words_byte(words, place.block, place.start), end = mp_words_byte(words, place.block, place.end);
    size_t first = start < sentence.length ? 0 : start - sentence.length + 1;

    for (size_t at = first; at < end && at + sentence.length <= text.length; at++)
        if (memcmp(text.bytes + at, sentence.bytes, sentence.length) == 0) return true;
    return false;
}

static bool fits_path(const mp_mute *mute, const char *path) {
    for (size_t i = 0; i < mute->path_count; i++)
        if (mp_glob_matches(mute->paths[i], path)) return true;
    return mute->path_count == 0;
}

static bool fits(const mp_mute *mute, const mp_finding *finding, const char *path, mp_words *words) {
    if (mute->rule.length > 0 && !is_kind(finding, mute->rule)) return false;
    if (mute->model.length > 0 && !mp_text_equal(mute->model, finding->speaker.id)) return false;
    if (!fits_path(mute, path)) return false;
    return mute->sentence.length == 0 || has_sentence(words, finding->place, mute->sentence);
}

bool mp_mute_apply(const mp_configuration *configuration, mp_checked *checked, mp_arena *arena) {
    if (configuration->mute_count == 0 || checked->report->finding_count == 0) return true;
    const char *path = mp_path_from(configuration->folder, checked->found->file, arena);
    if (path == NULL) return false;
    mp_words words;

    mp_words_open(&words, &checked->found->document);
    for (size_t i = 0; i < checked->report->finding_count; i++) {
        mp_result *result = &checked->results[i];
        for (size_t j = 0; result->aside == MP_ASIDE_NOT && j < configuration->mute_count; j++) {
            const mp_mute *mute = &configuration->mutes[j];
            if (!fits(mute, result->finding, path, &words)) continue;
            result->aside = MP_ASIDE_MUTED;
            result->reason = mute->reason;
        }
    }
    mp_words_close(&words);
    return words.fine;
}
