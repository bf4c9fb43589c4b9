/* rewording.c: who a wording is about, and all wordings of a finding. Knows judgements. */
#include "rewording_internal.h"

#include "text.h"

#include <string.h>

enum { longest_name = 120 };

static bool is_pronoun(const mp_mention *mention) {
    return mention->kind >= MP_MENTION_IT && mention->kind <= MP_MENTION_OTHER_PRONOUN;
}

mp_text mp_reword_fill(mp_rewriter *w, const char *message, const mp_slot *further, size_t count) {
    enum { most = 8 };
    mp_slot slots[most] = {{"{model}", w->speaker}, {"{maker}", w->maker}};
    size_t own = 2;

    for (size_t i = 0; i < count && own < most; i++) slots[own++] = further[i];
    mp_text filled = mp_rules_fill(w->rules, message, slots, own, w->arena);
    w->memory_ended |= filled.bytes == NULL;
    return filled;
}

char *mp_reword_copy(mp_rewriter *w, mp_text text) {
    char *copy = mp_arena_take(w->arena, text.length + 1);

    if (copy != NULL && text.length > 0) memcpy(copy, text.bytes, text.length);
    w->memory_ended |= copy == NULL;
    return copy;
}

static char small_of(char letter) { return letter >= 'A' && letter <= 'Z' ? (char)(letter | 0x20) : letter; }

/* ---- Names ------------------------------------------------------------------------------------------------------- */

uint32_t mp_reword_first(const mp_rewriter *w, const mp_mention *mention) {
    uint32_t first = mention->first;

    while (first + 1 < mention->end && w->tags[first] == MP_TAG_NUMBER) first++;
    return first;
}

bool mp_reword_is_overlong(const mp_rewriter *w, const mp_mention *mention) {
    const mp_tokens *tokens = w->sentences->tokens;
    uint32_t names = 0;

    for (uint32_t item = mention->first; item < mention->end; item++) {
        uint32_t token = mp_item_token(w->sentences, item);
        if (token != MP_NONE && mp_model_named(tokens, w->mentions->settled, token) != 0) names++;
    }
    return names > 1 || (names == 1 && mention->owned_by_it && mention->end - mention->first > 2);
}

/* The words of a mention; a determiner is written small, wherever it stood, and whose it is does not go with it. */
static mp_text words_of_mention(mp_rewriter *w, const mp_mention *mention) {
    const mp_sentences *sentences = w->sentences;
    size_t block = sentences->list[mention->sentence].block;
    uint32_t first = mp_reword_first(w, mention);
    uint32_t start = mp_item_start(sentences, first), end = mp_item_end(sentences, mention->end - 1);
    mp_text words = mp_text_slice(sentences->tokens->article->blocks[block].text, start, end);
    if (words.length > longest_name) return (mp_text){NULL, 0};
    uint8_t tag = w->tags[first];
    bool owned = tag == MP_TAG_POSSESSIVE && mention->model == 0 && first + 1 < mention->end;
    if (owned) {
        const mp_slot slot = {"{words}",
                              mp_text_slice(words, mp_item_start(w->sentences, first + 1) - start, words.length)};
        return mp_reword_fill(w, "reword-the", &slot, 1); /* its concierge: whose, the wording does not say */
    }
    char *copy = mp_reword_copy(w, words);

    if (copy != NULL && (tag == MP_TAG_DETERMINER || tag == MP_TAG_POSSESSIVE)) *copy = small_of(*copy);
    return (mp_text){copy, copy == NULL ? 0 : words.length};
}

static void name_speaker(mp_rewriter *w) {
    const mp_attribution *attribution = w->attribution;
    const mp_mention *mention = attribution->speaker == MP_NONE ? NULL : &w->mentions->items[attribution->speaker];
    const mp_model *model = mp_known_model(w->rules, attribution->reference.model);
    uint16_t maker = mp_maker_of_model(w->rules, attribution->reference.model);

    if (maker != 0) w->maker = w->rules->makers.items[maker - 1].name;
    bool named = mention != NULL && !is_pronoun(mention) && mention->kind != MP_MENTION_TEXT &&
                 !mp_reword_is_overlong(w, mention);
    if (named) w->speaker = words_of_mention(w, mention);
    if (w->speaker.length > 0) return;
    w->speaker = model != NULL ? model->name : mp_rules_message(w->rules, "reword-generic");
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

bool mp_rewordings_find(const mp_judgements *judgements, const mp_judgement *judgement, mp_arena *arena,
                        mp_reworded rewordings[MP_MOST_REWORDINGS], size_t *count) {
    const mp_references *references = judgements->signs->attributions->references;
    mp_rewriter w = {.mentions = references->mentions,
                     .sentences = references->mentions->sentences,
                     .verbs = references->verbs,
                     .tags = references->mentions->tags,
                     .rules = references->mentions->sentences->tokens->rules,
                     .judgement = judgement,
                     .attribution = judgement->attribution,
                     .arena = arena,
                     .speaker = {NULL, 0},
                     .maker = {NULL, 0}};

    *count = 0;
    name_speaker(&w);
    if (judgement->attribution->reference.plural) return !w.memory_ended;
    mp_reword_edits(&w, rewordings, count);
    mp_reword_sentences(&w, rewordings, count);
    return !w.memory_ended;
}
