/* resolve_turn.c: whose answer is awaited. Whoever puts something to a model hands it the turn: the words that follow
 * without a name are the model’s (“Could you rhyme it?” I asked. “Of course!”). Knows what the walk keeps in mind; nothing
 * of quotes. */
#include "resolve_internal.h"

enum { asked_without_name_reach = 6 }; /* blocks after a model’s name in which “I asked why” still asks that model */

static const mp_reference *at(const mp_walker *w, uint32_t mention) { return &w->references[mention]; }

static uint32_t mention_at(const mp_walker *w, uint32_t sentence, uint32_t item) {
    if (item >= w->sentences->list[sentence].end) return MP_NONE;
    uint32_t mention = w->mentions->item_mention[item];
    return mention != MP_NONE && w->mentions->items[mention].first == item ? mention : (uint32_t)MP_NONE;
}

/* To whom the verb is addressed: the mention right behind it, or behind “of” and “to”: asked Grok, told it, asked of it,
 * wrote to it; not “said it can”. */
static uint32_t addressee(const mp_walker *w, const mp_verb *verb) {
    uint32_t next = verb->item + 1, end = w->sentences->list[verb->sentence].end;
    uint16_t takes = mp_cue_takes(w->rules, verb->cue);
    bool preposition = next < end && w->mentions->tags[next] == MP_TAG_PREPOSITION;
    bool asking = mp_item_is(w->sentences, verb->item, MP_BIT(ASKING));
    if (preposition && !mp_item_is(w->sentences, next, MP_BIT(TO)) && !asking) return MP_NONE;
    if (preposition && mp_item_is(w->sentences, next, MP_BIT(BY))) return MP_NONE;
    if (!preposition && !asking && (takes & MP_TAKES(LISTENER)) == 0) return MP_NONE;
    return mention_at(w, verb->sentence, preposition ? next + 1 : next);
}

static bool asks(const mp_walker *w, const mp_verb *verb) {
    return mp_item_is(w->sentences, verb->item, MP_BIT(ASKING)) && !verb->negated;
}

static void hand_turn(mp_walker *w, uint16_t model) {
    w->asked_model = model;
    w->asked_block = w->block;
    w->turn_taken = w->asked_somebody = false;
}

static bool is_somebody(uint8_t kind) { return kind == MP_SPEAKER_PERSON || kind == MP_SPEAKER_ORGANISATION; }

static bool narrates(const mp_walker *w, const mp_verb *verb) {
    return verb->subject != MP_NONE && w->mentions->items[verb->subject].kind == MP_MENTION_I;
}

/* asked the harbour master: whoever can be asked is somebody, though no list has the word; not: asked the same question */
static bool is_of_unknown_trade(const mp_walker *w, uint32_t object) {
    const mp_mention *mention = &w->mentions->items[object];
    return mention->kind == MP_MENTION_THING && mention->definite && mention->classes == 0 && !mention->plural;
}

/* “@grok is it real?” a user asked: the model whose name the question calls. */
static uint16_t model_called(const mp_walker *w, const mp_verb *verb) {
    enum { most_items = 12, most_tokens = 40 };
    const mp_sentence *sentence = &w->sentences->list[verb->sentence];

    for (uint32_t i = sentence->first; i < sentence->end && i < sentence->first + most_items; i++) {
        uint32_t stretch = w->sentences->items[i].stretch;
        if (stretch == MP_NONE) continue;
        const mp_stretch *own = &w->sentences->stretches->items[stretch];
        for (uint32_t k = own->first_token; k < own->end_token && k < own->first_token + most_tokens; k++) {
            uint16_t model = mp_model_named(w->sentences->tokens, w->mentions->settled, k);
            bool called = k == own->first_token || w->sentences->tokens->items[k - 1].kind == MP_TOKEN_COMMA ||
                          w->sentences->tokens->items[k].kind == MP_TOKEN_HANDLE;
            if (model != 0 && called) return model;
        }
        return 0;
    }
    return 0;
}

/* put the question to Grok, turned to ChatGPT */
static uint16_t model_turned_to(const mp_walker *w, const mp_verb *verb) {
    enum { most_items = 8 };
    uint32_t end = w->sentences->list[verb->sentence].end;
    if (verb->negated || verb->unreal) return 0;

    for (uint32_t i = verb->item + 1; i + 1 < end && i < verb->item + most_items; i++) {
        mp_tag tag = (mp_tag)w->mentions->tags[i];
        if (tag == MP_TAG_VERB || tag == MP_TAG_COMMA || tag == MP_TAG_THAT || tag == MP_TAG_STOP) return 0;
        if (!mp_item_is(w->sentences, i, MP_BIT(TO)) || tag != MP_TAG_PREPOSITION) continue;
        uint32_t mention = mention_at(w, verb->sentence, i + 1);
        bool model = mention != MP_NONE && at(w, mention)->kind == MP_SPEAKER_MODEL && !at(w, mention)->text;
        return model ? at(w, mention)->model : (uint16_t)0;
    }
    return 0;
}

/* I asked Grok why; “Write a verse,” she told the bot; I typed that …; asked how it knew, … */
static void note_question(mp_walker *w, const mp_verb *verb) {
    uint32_t object = addressee(w, verb);
    uint8_t object_kind = object == MP_NONE ? MP_SPEAKER_UNKNOWN : at(w, object)->kind;
    uint8_t subject_kind = verb->subject == MP_NONE ? MP_SPEAKER_UNKNOWN : at(w, verb->subject)->kind;
    if (object != MP_NONE && at(w, object)->text && object_kind == MP_SPEAKER_ORGANISATION)
        object_kind = MP_SPEAKER_UNKNOWN; /* asked for its verdict */
    if (object_kind == MP_SPEAKER_UNKNOWN && object != MP_NONE && is_of_unknown_trade(w, object))
        object_kind = MP_SPEAKER_PERSON;
    bool question = asks(w, verb), to_model = object_kind == MP_SPEAKER_MODEL && !at(w, object)->text;
    uint16_t called = question && object_kind != MP_SPEAKER_MODEL ? model_called(w, verb) : (uint16_t)0;
    uint16_t turned_to = question || to_model ? (uint16_t)0 : model_turned_to(w, verb);

    bool by_document = subject_kind == MP_SPEAKER_ORGANISATION && at(w, verb->subject)->text;
    if (to_model && subject_kind != MP_SPEAKER_MODEL && !by_document && (question || verb->cue != 0)) {
        hand_turn(w, at(w, object)->model);
    } else if (question && subject_kind == MP_SPEAKER_MODEL && verb->passive) {
        hand_turn(w, at(w, verb->subject)->model); /* Grok was asked why */
    } else if (called != 0 || (turned_to != 0 && subject_kind == MP_SPEAKER_PERSON)) {
        hand_turn(w, called != 0 ? called : turned_to);
    } else if (subject_kind == MP_SPEAKER_ORGANISATION && !verb->relative) { /* a review accused it too */
        w->asked_model = 0; /* whoever asked, a company has taken the word */
    } else if (question && verb->subject == MP_NONE && w->subject_before.kind == MP_SPEAKER_ORGANISATION) {
        return; /* The airline denied it. Asked why, it … */
    } else if (question && !is_somebody(object_kind) && subject_kind != MP_SPEAKER_MODEL && w->last_model != 0 &&
               (narrates(w, verb) || w->block - w->last_model_block <= asked_without_name_reach)) {
        hand_turn(w, w->last_model);
    } else if (question && is_somebody(object_kind)) {
        w->asked_model = 0;
        w->asked_somebody |= narrates(w, verb) && object_kind == MP_SPEAKER_PERSON; /* We asked her why */
        w->asked_other = *at(w, object);
        w->asked_other_sentence = verb->sentence;
    } else if (verb->cue != 0 && !question && subject_kind == MP_SPEAKER_PERSON && !narrates(w, verb)) {
        w->turn_taken = true;
    }
}

static bool is_whole_block(const mp_walker *w, uint32_t sentence) {
    uint32_t block = w->sentences->list[sentence].block;
    bool first = sentence == 0 || w->sentences->list[sentence - 1].block != block;
    return first && (sentence + 1 == w->sentences->count || w->sentences->list[sentence + 1].block != block);
}

/* A subhead, or a paragraph, that is a question, on a page that puts questions to a model, or with “you” on a page about one. */
static void note_headed_question(mp_walker *w, uint32_t sentence) {
    const mp_sentence *own = &w->sentences->list[sentence];
    uint32_t token = mp_item_token(w->sentences, own->end - 1);
    mp_block_kind kind = w->sentences->tokens->article->blocks[own->block].kind;
    bool headed = own->scope == MP_NONE && (kind == MP_BLOCK_SUBHEAD || is_whole_block(w, sentence));
    uint16_t model = w->asked_model_ever;
    if (!headed || (w->asked_somebody && model == 0) || token == MP_NONE ||
        w->sentences->tokens->items[token].code != '?')
        return;

    for (uint32_t i = own->first; i < own->end && model == 0; i++)
        if (mp_item_is(w->sentences, i, MP_BIT(PRONOUN_SECOND))) model = w->last_model;
    if (model != 0) hand_turn(w, model);
}

uint16_t mp_awaited(const mp_walker *w) {
    bool near = w->asked_model != 0 && w->block - w->asked_block <= 1;
    return near ? w->asked_model : (uint16_t)0;
}

/* The reply was instant. / “…” – who has been asked is still to speak. */
static void keep_turn(mp_walker *w, const mp_verb *verb) {
    if (w->asked_model == 0 || verb->subject == MP_NONE || verb->cue != 0) return;
    const mp_reference *subject = at(w, verb->subject);
    if (subject->text && subject->kind == MP_SPEAKER_MODEL && w->block - w->asked_block <= 1) w->asked_block = w->block;
}

void mp_note_questions(mp_walker *w, uint32_t item, uint32_t mention) {
    while (w->next_question < w->verbs->count && w->verbs->items[w->next_question].item < item) {
        const mp_verb *verb = &w->verbs->items[w->next_question];
        if (verb->subject != MP_NONE && verb->subject >= mention) return; /* not known yet */
        note_question(w, verb);
        keep_turn(w, verb);
        w->next_question++;
    }
}

void mp_note_turn(mp_walker *w, uint32_t sentence) {
    mp_note_questions(w, w->sentences->list[sentence].end, w->mentions->sentence_first[sentence + 1]);
    note_headed_question(w, sentence);
    if (w->asked_model != 0) w->asked_model_ever = w->asked_model;
}
