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
    return mute->path_count == 0 || mp_glob_any_matches(mute->paths, mute->path_count, path);
}

static bool fits_finding(const mp_mute *mute, const mp_finding *finding) {
    if (mute->rule.length > 0 && !is_kind(finding, mute->rule)) return false;
    return mute->model.length == 0 || mp_text_equal(mute->model, finding->speaker.id);
}

/* A note is of no model. */
static bool fits_note(const mp_mute *mute, const mp_note *note) {
    bool is_rule = mp_text_equal(mute->rule, MP_TEXT(MP_WORDING_KIND)) || mp_text_equal(mute->rule, note->rule);

    return mute->model.length == 0 && (mute->rule.length == 0 || is_rule);
}

static void set_aside(const mp_mute *mute, mp_mute_use *use, mp_spot *spot, mp_words *words) {
    if (mute->sentence.length > 0 && !has_sentence(words, spot->place, mute->sentence)) return;
    use->used = true;
    if (spot->aside != MP_ASIDE_NOT) return;
    spot->aside = MP_ASIDE_MUTED;
    spot->reason = mute->reason;
}

bool mp_mute_apply(const mp_configuration *configuration, mp_mute_use *uses, mp_checked *checked, mp_arena *arena) {
    if (configuration->mute_count == 0) return true;
    const char *path = mp_path_from(configuration->folder, checked->found->file, arena);
    if (path == NULL) return false;
    mp_words words;

    mp_words_open(&words, &checked->found->document);
    for (size_t j = 0; j < configuration->mute_count; j++) {
        const mp_mute *mute = &configuration->mutes[j];
        if (!fits_path(mute, path)) continue;
        uses[j].tried = true;
        for (size_t i = 0; i < checked->report->finding_count; i++)
            if (fits_finding(mute, checked->results[i].finding))
                set_aside(mute, &uses[j], &checked->results[i].spot, &words);
        for (size_t i = 0; i < checked->note_count; i++)
            if (fits_note(mute, checked->notes[i].note)) set_aside(mute, &uses[j], &checked->notes[i].spot, &words);
    }
    mp_words_close(&words);
    return words.fine;
}

void mp_mute_add_uses(mp_mute_use *to, const mp_mute_use *from, size_t count) {
    for (size_t i = 0; i < count; i++) {
        to[i].tried |= from[i].tried;
        to[i].used |= from[i].used;
    }
}
