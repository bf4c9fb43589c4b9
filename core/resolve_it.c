/* resolve_it.c: what “it” stands for: a model, or something else that was spoken of. Which of both is weighed by all that the
 * walk keeps in mind; pages that are about a model speak of it so, and of firms, and no single sign tells. Knows what the walk
 * keeps in mind and the weights; nothing of how weights are learnt. */
#include "resolve_internal.h"
#include "weights_share.h"

#include <string.h>

enum { faint_certainty = 75 };

/* A text that is somebody else’s. */
static const mp_reference others_text = {.kind = MP_SPEAKER_ORGANISATION, .certainty = 60, .text = true};

/* What “it” can stand for. */
bool mp_is_something(const mp_reference *reference) {
    bool kind_fits = reference->kind == MP_SPEAKER_MODEL || reference->kind == MP_SPEAKER_ORGANISATION;
    return kind_fits && !reference->plural && (!reference->text || reference->kind == MP_SPEAKER_MODEL);
}

static bool is_one_model(const mp_reference *reference) {
    return reference->kind == MP_SPEAKER_MODEL && mp_is_something(reference);
}

/* She pushed Gemini until it broke: since Grok was asked, another has been named. */
static bool named_since_asked(const mp_walker *w) {
    bool here = w->last_model_sentence == w->sentence ||
                (w->last_model_sentence + 1 == w->sentence && w->main_subject.kind == MP_SPEAKER_UNKNOWN);
    return here && w->last_model_block == w->block && w->asked_block < w->block && w->last_model != mp_awaited(w);
}

/* The model that “it” would be. */
static mp_reference model_meant(const mp_walker *w) {
    bool subject_here = w->subject_block == w->block && is_one_model(&w->subject_before) && !w->subject_before.text &&
                        w->main_subject.kind == MP_SPEAKER_UNKNOWN;
    bool answered = w->asked_block < w->block || (w->subject_before_spoke && w->subject_before.model != mp_awaited(w));
    if (mp_awaited(w) != 0 && subject_here && answered)
        return w->subject_before; /* Gemini, too, was slow. “…,” it said */
    if (mp_awaited(w) != 0 && named_since_asked(w)) return mp_model_reference(w->last_model, 78);
    if (is_one_model(&w->subject)) return w->subject;
    if (is_one_model(&w->main_subject)) return w->main_subject;
    if (mp_awaited(w) != 0) return mp_model_reference(mp_awaited(w), 78);
    if (w->main_subject.kind == MP_SPEAKER_UNKNOWN && is_one_model(&w->subject_before)) return w->subject_before;
    return mp_model_reference(w->last_model, 70);
}

/* What else “it” would be. */
static mp_reference other_meant(const mp_walker *w) {
    const mp_reference *about =
        w->main_subject.kind != MP_SPEAKER_UNKNOWN ? &w->main_subject : &w->subject_before; /* what it goes on about */
    if (mp_other_was_asked(w)) return w->asked_other;
    if (about->kind == MP_SPEAKER_ORGANISATION && !about->plural) return *about;
    if (w->subject.kind == MP_SPEAKER_ORGANISATION && mp_is_something(&w->subject)) return w->subject;
    if (mp_is_unknown_body(about))
        return (mp_reference){.kind = MP_SPEAKER_ORGANISATION, .certainty = MP_NAME_CERTAINTY};
    if (mp_is_just_now(w, w->bearer_sentence) || mp_is_just_now(w, w->others_text_sentence)) return others_text;
    mp_reference reference = w->last_thing.kind == MP_SPEAKER_ORGANISATION ? w->last_thing : w->last_organisation;
    if (reference.certainty > faint_certainty) reference.certainty = faint_certainty;
    return reference;
}

/* It was clear from the start that, it is a pity that: nothing is meant. Not: it was told that, it was sorry, and that. */
static bool stands_for_nothing(const mp_walker *w, const mp_mention *mention) {
    enum { most_items = 8 };
    uint32_t end = w->sentences->list[mention->sentence].end, first = mention->end + 1;
    if (first >= end || !mp_item_is(w->sentences, mention->end, MP_BIT(BE))) return false;
    for (uint32_t i = first; i < end && i < first + most_items; i++) {
        mp_tag tag = (mp_tag)w->mentions->tags[i];
        uint32_t token = mp_item_token(w->sentences, i);
        bool says = token != MP_NONE && mp_token_entry(w->sentences->tokens, token)->cue != 0;
        if (tag == MP_TAG_THAT) return i > first;
        if (tag == MP_TAG_COMMA || tag == MP_TAG_COORDINATOR || tag == MP_TAG_STRETCH || says) return false;
    }
    return false;
}

/* Whether a model was spoken of so lately that “it” may be one; in their own words people say “it” of anything. */
static bool is_in_mind(const mp_walker *w) {
    uint32_t memory = w->sentences->list[w->sentence].scope != MP_NONE ? 1 : MP_MODEL_MEMORY;
    return w->last_model != 0 && (w->block - w->last_model_block <= memory || mp_awaited(w) != 0 ||
                                  is_one_model(&w->subject) || is_one_model(&w->subject_before));
}

static void keep(const mp_walker *w, const mp_mention *mention, const uint8_t *features) {
    if (w->its->count == w->its->room) return;
    mp_told_it *told = &w->its->items[w->its->count++];

    told->mention = (uint32_t)(mention - w->mentions->items);
    memcpy(told->features, features, sizeof told->features);
}

mp_reference mp_of_it(const mp_walker *w, const mp_mention *mention) {
    uint8_t features[MP_IT_FEATURE_COUNT];
    if (stands_for_nothing(w, mention)) return mp_nobody;
    if (!is_in_mind(w)) return other_meant(w);

    mp_it_features_read(w, mention, features);
    keep(w, mention, features);
    int32_t share = mp_share_of(mp_features_weigh(features, MP_IT_FEATURE_COUNT, w->rules->weights->it, 1, 0));
    if (share <= MP_WHOLE_SHARE / 2) return other_meant(w);
    mp_reference reference = model_meant(w);
    uint8_t most = (uint8_t)(50 + share / 20); /* 75 where it could be either */
    if (reference.certainty > most) reference.certainty = most;
    return reference;
}
