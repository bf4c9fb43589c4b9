/* note.c: whether a word that could lend a model a mind does so where it stands: as a verb with the model for its subject,
 * an adverb beside such a verb, an adjective of the model, or something that the model is said to have. Knows tags, verbs
 * and references. */
#include "note.h"

#include "status.h"

typedef struct note_finder {
    const mp_references *references;
    const mp_mentions *mentions;
    const mp_sentences *sentences;
    const mp_verbs *verbs;
    const mp_rules *rules;
    mp_arena *arena;
    mp_notes *notes;
} note_finder;

enum { farthest = 3, most_back = 12, least_certain = 60 }; /* items to a verb; mentions to an owner; per cent */

static mp_tag tag_at(const note_finder *f, uint32_t item) { return (mp_tag)f->mentions->tags[item]; }

static const mp_reference *model_of(const note_finder *f, uint32_t mention) {
    if (mention == MP_NONE) return NULL;
    const mp_reference *reference = &f->references->items[mention];
    bool model = reference->kind == MP_SPEAKER_MODEL && !reference->text && reference->certainty >= least_certain;
    return model ? reference : NULL;
}

/* The model that is the subject of a verb which the page says to have happened. */
static const mp_reference *subject_model(const note_finder *f, const mp_verb *verb) {
    if (verb->negated || verb->unreal || verb->passive) return NULL;
    return model_of(f, verb->subject);
}

/* The verb nearest before an item, MP_NONE where none is near. */
static uint32_t verb_before(const note_finder *f, uint32_t sentence, uint32_t item) {
    uint32_t next = mp_verb_from(f->verbs, sentence, item);
    if (next == f->verbs->sentence_first[sentence]) return MP_NONE;
    return item - f->verbs->items[next - 1].item <= farthest ? next - 1 : MP_NONE;
}

/* ---- Each way in which a word may be meant ----------------------------------------------------------------------- */

/* Grok thinks */
static const mp_reference *as_verb(const note_finder *f, uint32_t sentence, uint32_t item) {
    uint32_t verb = mp_verb_from(f->verbs, sentence, item);
    if (verb >= f->verbs->sentence_first[sentence + 1]) return NULL;
    const mp_verb *found = &f->verbs->items[verb];

    if (found->item == item) return subject_model(f, found);
    bool leads = found->first <= item && !found->unreal && !found->passive; /* [refused to] say: no verb by itself */
    return leads ? model_of(f, found->subject) : NULL;
}

/* Grok proudly announced; Grok announced proudly */
static const mp_reference *as_adverb(const note_finder *f, uint32_t sentence, uint32_t item) {
    uint32_t next = mp_verb_from(f->verbs, sentence, item), before = verb_before(f, sentence, item);
    const mp_reference *model = NULL;

    if (next < f->verbs->sentence_first[sentence + 1] && f->verbs->items[next].first <= item)
        model = subject_model(f, &f->verbs->items[next]);
    if (model == NULL && before != MP_NONE) model = subject_model(f, &f->verbs->items[before]);
    return model;
}

/* a remorseful Grok */
static const mp_reference *as_attribute(const note_finder *f, uint32_t item) {
    uint32_t number = f->mentions->item_mention[item];
    if (number == MP_NONE || f->mentions->items[number].head <= item) return NULL;
    return model_of(f, number);
}

/* Grok was remorseful; the bot sounded remorseful */
static const mp_reference *as_predicate(const note_finder *f, uint32_t sentence, uint32_t item) {
    uint32_t number = verb_before(f, sentence, item), token;
    if (number == MP_NONE) return NULL;
    const mp_verb *verb = &f->verbs->items[number];

    token = mp_item_token(f->sentences, verb->item);
    bool links = token != MP_NONE && mp_token_is(f->sentences->tokens, token, MP_BIT(BE) | MP_BIT(RAISING));
    for (uint32_t i = verb->item + 1; links && i < item; i++)
        links = tag_at(f, i) == MP_TAG_ADVERB || tag_at(f, i) == MP_TAG_OTHER;
    return links ? subject_model(f, verb) : NULL;
}

/* The model that “its” stands for before mention `number`: the one last mentioned in the sentence. */
static const mp_reference *owner_of(const note_finder *f, uint32_t number) {
    uint32_t first = f->mentions->sentence_first[f->mentions->items[number].sentence];
    const mp_reference *model = NULL;

    for (uint32_t back = 1; back <= most_back && number >= first + back && model == NULL; back++)
        model = model_of(f, number - back);
    return model;
}

/* Grok’s feelings; its feelings */
static const mp_reference *as_possession(const note_finder *f, uint32_t item, mp_reference *owner) {
    uint32_t number = f->mentions->item_mention[item];
    if (number == MP_NONE || f->mentions->items[number].head != item) return NULL;
    const mp_mention *mention = &f->mentions->items[number];

    if (mention->owner_model != 0) {
        *owner = (mp_reference){.kind = MP_SPEAKER_MODEL, .model = mention->owner_model};
        return owner;
    }
    return mention->owned_by_it ? owner_of(f, number) : NULL;
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

static const mp_reference *model_with(const note_finder *f, uint32_t sentence, uint32_t item, uint16_t as,
                                      mp_reference *owner) {
    const mp_reference *model = NULL;

    if ((as & MP_NOTED_AS(VERB)) != 0) model = as_verb(f, sentence, item);
    if (model == NULL && (as & MP_NOTED_AS(ADVERB)) != 0) model = as_adverb(f, sentence, item);
    if (model == NULL && (as & MP_NOTED_AS(ADJECTIVE)) != 0) model = as_attribute(f, item);
    if (model == NULL && (as & MP_NOTED_AS(ADJECTIVE)) != 0) model = as_predicate(f, sentence, item);
    if (model == NULL && (as & MP_NOTED_AS(POSSESSION)) != 0) model = as_possession(f, item, owner);
    return model;
}

static bool look_at(const note_finder *f, uint32_t sentence, uint32_t item) {
    uint32_t token = mp_item_token(f->sentences, item);
    if (token == MP_NONE) return true;
    uint16_t word = f->sentences->tokens->items[token].word, rule = mp_lexicon_entry(f->rules->lexicon, word)->note;
    if (rule == 0) return true;
    mp_reference owner;
    const mp_reference *model = model_with(f, sentence, item, f->rules->notes.items[rule - 1].as, &owner);
    if (model == NULL) return true;

    mp_noted noted = {f->sentences->list[sentence].block, mp_item_start(f->sentences, item),
                      mp_item_end(f->sentences, item), rule, *model};
    return MP_PUSH(f->arena, &f->notes->items, noted);
}

mp_status mp_notes_find(const mp_references *references, mp_arena *arena, mp_notes *notes, mp_error *error) {
    const mp_sentences *sentences = references->mentions->sentences;
    const note_finder f = {.references = references,
                           .mentions = references->mentions,
                           .sentences = sentences,
                           .verbs = references->verbs,
                           .rules = sentences->tokens->rules,
                           .arena = arena,
                           .notes = notes};

    for (uint32_t i = 0; i < sentences->count; i++) {
        const mp_sentence *sentence = &sentences->list[i];
        if (sentence->scope != MP_NONE) continue;
        mp_block_kind kind = sentences->tokens->article->blocks[sentence->block].kind;
        if (kind == MP_BLOCK_BLOCKQUOTE || kind == MP_BLOCK_EMBED || kind == MP_BLOCK_BYLINE) continue;
        for (uint32_t item = sentence->first; item < sentence->end; item++)
            if (!look_at(&f, i, item)) return mp_fail_memory(error);
    }
    return MP_OK;
}
