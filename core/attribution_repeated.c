/* attribution_repeated.c: the speaker of a fragment in a headline or a caption, whom the page names where it quotes the same
 * words again. Knows the quotes that have a speaker; nothing of what the words mean. */
#include "attribution_internal.h"

#include "text.h"

#include <string.h>

enum { most_fragment_bytes = 200, most_repeats = 64, most_bytes = 4096 };

/* ---- The same words ---------------------------------------------------------------------------------------------- */

static size_t fold_letters(mp_text text, char *out, size_t room) {
    size_t length = 0;

    for (size_t at = 0; at < text.length && length + 4 < room;) {
        mp_character character = mp_text_character(text, at);
        at += character.length;
        if (mp_is_letter(character.code) || mp_is_digit(character.code))
            length += mp_utf8_write(mp_fold(character.code), out + length);
    }
    return length;
}

static mp_text stretch_text(const mp_attributor *a, uint32_t stretch) {
    const mp_stretch *own = &a->stretches->items[stretch];
    return mp_text_slice(a->tokens->article->blocks[own->block].text, own->start, own->end);
}

static bool contains(const char *text, size_t length, const char *part, size_t part_length) {
    for (size_t i = 0; i + part_length <= length; i++)
        if (text[i] == part[0] && memcmp(text + i, part, part_length) == 0) return true;
    return false;
}

static bool is_word(const mp_attributor *a, uint32_t token) {
    uint8_t kind = a->tokens->items[token].kind;
    return kind == MP_TOKEN_WORD || kind == MP_TOKEN_NUMBER;
}

static bool same_word(const mp_attributor *a, const mp_stretch *left, uint32_t i, const mp_stretch *right, uint32_t k) {
    char one[64], other[64];
    size_t length = mp_text_fold(mp_token_text(a->tokens, left->block, i), one, sizeof one);
    size_t other_length = mp_text_fold(mp_token_text(a->tokens, right->block, k), other, sizeof other);
    return length > 0 && length == other_length && memcmp(one, other, length) == 0;
}

/* Whether all words of `part` follow one another in `whole` from its token `from` on, a few more between: ‘Yes, a real
 * case’ for “Yes, it is a real case”. */
static bool runs_through(const mp_attributor *a, const mp_stretch *part, const mp_stretch *whole, uint32_t from) {
    enum { most_between = 4 };
    uint32_t at = from, words = 0;

    for (uint32_t i = part->first_token; i < part->end_token; i++) {
        if (!is_word(a, i)) continue;
        uint32_t k = at, end = at + most_between < whole->end_token ? at + most_between : whole->end_token;
        while (k < end && !same_word(a, part, i, whole, k)) k++;
        if (k == end) return false;
        at = k + 1;
        words++;
    }
    return words > 2;
}

static bool is_shortened(const mp_attributor *a, uint32_t part, uint32_t whole) {
    enum { most_tokens = 24, most_looks = 200 };
    const mp_stretch *own = &a->stretches->items[part], *other = &a->stretches->items[whole];
    if (own->end_token - own->first_token > most_tokens) return false;

    for (uint32_t k = other->first_token; k < other->end_token && k < other->first_token + most_looks; k++)
        if (same_word(a, own, own->first_token, other, k) && runs_through(a, own, other, k)) return true;
    return false;
}

/* ---- Who said them ----------------------------------------------------------------------------------------------- */

static bool is_headline(const mp_attributor *a, uint32_t stretch) {
    return a->tokens->article->blocks[a->stretches->items[stretch].block].kind <= MP_BLOCK_SUBHEAD;
}

/* ‘I lost my head’: firm in tears over its agent – what stands behind the colon need not be who said it. */
static bool is_open(const mp_attributor *a, uint32_t stretch) {
    const mp_attribution *own = &a->by_stretch[stretch];
    if (a->stretches->items[stretch].is_block) return false;
    if (own->rule == MP_RULE_NONE) return true;
    bool firms = own->reference.kind == MP_SPEAKER_ORGANISATION && !own->reference.text; /* laundered, perhaps */
    return firms || (is_headline(a, stretch) && own->rule == MP_RULE_LABEL && own->reference.kind != MP_SPEAKER_MODEL);
}

/* chats with ‘Professor Wren’: a capital on every word. */
static bool is_name(const mp_attributor *a, uint32_t stretch) {
    const mp_stretch *own = &a->stretches->items[stretch];
    for (uint32_t i = own->first_token; i < own->end_token; i++)
        if (a->tokens->items[i].kind != MP_TOKEN_WORD || (a->tokens->items[i].flags & MP_TOKEN_CAPITAL) == 0)
            return false;
    return true;
}

typedef struct search {
    uint32_t stretch;
    const char *fragment;
    size_t length;
    char *room; /* most_bytes */
} search;

static bool repeats(const mp_attributor *a, const search *s, uint32_t other) {
    size_t length = fold_letters(stretch_text(a, other), s->room, most_bytes);
    if (contains(s->room, length, s->fragment, s->length)) return true;
    return is_headline(a, s->stretch) && is_shortened(a, s->stretch, other);
}

/* Whom the page credits with the same words; `said` turns true where it is anybody. */
static const mp_attribution *find_repeated(const mp_attributor *a, const search *s, bool *said) {
    for (uint32_t k = 0; k < a->stretches->count && k < most_bytes; k++) {
        const mp_attribution *other = &a->by_stretch[k];
        bool unsaid = other->rule == MP_RULE_NONE || other->rule == MP_RULE_REPEATED;
        bool around = a->stretches->items[s->stretch].parent == k; /* what it quotes itself is no word of its */
        if (k == s->stretch || unsaid || around || (is_headline(a, k) && is_headline(a, s->stretch))) continue;
        if (!repeats(a, s, k)) continue;
        *said = true;
        const mp_attribution *own = &a->by_stretch[s->stretch];
        bool firms = own->rule != MP_RULE_NONE && own->rule != MP_RULE_LABEL;
        if (firms && !mp_at_answers_for(a, own, other->reference.model)) continue;
        if (other->reference.kind == MP_SPEAKER_MODEL) return other;
    }
    return NULL;
}

static bool speaks_of_itself(const mp_attributor *a, uint32_t stretch) {
    const mp_stretch *own = &a->stretches->items[stretch];

    for (uint32_t i = own->first_token; i < own->end_token; i++)
        if (mp_token_is(a->tokens, i, MP_BIT(PRONOUN_FIRST))) return true;
    return false;
}

/* ‘Come home to me’: suit shows chats with bot – nobody on the page says it, and a model is all that the headline has.
 * Whoever else is quoted in a headline is quoted with the same words below it. */
static bool credit_only_model(mp_attributor *a, uint32_t stretch) {
    uint32_t sentence = a->sentences->stretch_sentence[stretch], item = a->sentences->stretch_item[stretch];
    const mp_sentence *own = &a->sentences->list[sentence];
    bool titled = item == own->first && own->scope == MP_NONE && item + 1 < own->end &&
                  mp_at_tag(a, item + 1) == MP_TAG_COLON && own->block == 0;
    if (!titled || !speaks_of_itself(a, stretch)) return false;

    for (uint32_t m = a->mentions->sentence_first[sentence]; m < a->mentions->sentence_first[sentence + 1]; m++) {
        const mp_reference *reference = mp_at_reference(a, m);
        if (reference->kind != MP_SPEAKER_MODEL || reference->plural || reference->text) continue;
        mp_at_credit_mention(a, &a->by_stretch[stretch], m, MP_RULE_LABEL);
        return true;
    }
    return false;
}

static bool quotes_model_below(const mp_attributor *a) {
    for (uint32_t i = 0; i < a->stretches->count; i++) {
        const mp_attribution *own = &a->by_stretch[i];
        if (own->rule != MP_RULE_NONE && own->reference.kind == MP_SPEAKER_MODEL && !is_headline(a, i)) return true;
    }
    return false;
}

/* Whether the mention is the subject of a verb that says nothing. */
static bool does_something(const mp_attributor *a, uint32_t sentence, uint32_t mention) {
    if (a->mentions->items[mention].head + 1 < a->mentions->items[mention].end)
        return true; /* bot lands: no list has it */
    enum { most_verbs = 16 };
    uint32_t first = a->verbs->sentence_first[sentence];
    for (uint32_t v = first; v < a->verbs->sentence_first[sentence + 1] && v < first + most_verbs; v++)
        if (a->verbs->items[v].subject == mention && a->verbs->items[v].cue == 0) return true;
    return false;
}

/* ‘It is in there’: firm’s new assistant lands on tills – on a page that quotes no model, the headline only tells what it
 * does. */
static void drop_labels_of_doers(mp_attributor *a) {
    for (uint32_t i = 0; i < a->stretches->count; i++) {
        mp_attribution *own = &a->by_stretch[i];
        if (!is_headline(a, i) || own->rule != MP_RULE_LABEL || own->speaker == MP_NONE || own->verb != MP_NONE)
            continue;
        if (own->reference.kind != MP_SPEAKER_MODEL) continue;
        if (!does_something(a, a->sentences->stretch_sentence[i], own->speaker)) continue;
        own->rule = MP_RULE_NONE;
        own->speaker = MP_NONE;
        own->reference = (mp_reference){.kind = MP_SPEAKER_UNKNOWN};
    }
}

/* A fragment in a headline or a caption has its speaker where the body credits the same words. Tried for the first
 * unattributed stretches only: such fragments are few on a page, and each costs a look at every attributed one. */
void mp_at_attribute_repeated(mp_attributor *a, mp_arena *arena) {
    char *room = mp_arena_take(arena, most_bytes), fragment[most_fragment_bytes];
    uint32_t tried = 0;
    if (room == NULL) return;
    if (!quotes_model_below(a)) drop_labels_of_doers(a);

    for (uint32_t i = 0; i < a->stretches->count && tried < most_repeats; i++) {
        if (!is_open(a, i)) continue;
        search s = {i, fragment, fold_letters(stretch_text(a, i), fragment, sizeof fragment), room};
        /* one word proves nothing; two do in a headline, where words are few, or of a firm */
        bool two = is_headline(a, i) || a->by_stretch[i].reference.kind == MP_SPEAKER_ORGANISATION;
        bool word = a->stretches->items[i].end_token - a->stretches->items[i].first_token < (two ? 2 : 3);
        bool said = false;
        bool name = !a->sentences->list[a->sentences->stretch_sentence[i]].title_case && is_name(a, i);
        if (name || word || s.length < 4 || stretch_text(a, i).length > most_fragment_bytes) continue;
        tried++;
        const mp_attribution *other = find_repeated(a, &s, &said);
        if (other == NULL && (said || !is_headline(a, i) || !credit_only_model(a, i))) continue;
        if (other == NULL) continue;
        a->by_stretch[i].reference = other->reference;
        a->by_stretch[i].speaker = MP_NONE;
        a->by_stretch[i].verb = MP_NONE;
        a->by_stretch[i].rule = MP_RULE_REPEATED;
    }
}
