/* resolve_it_feature.c: reads what is told of an “it”: who was spoken of before, and how long ago, who was asked, what it
 * does, and what else its sentence holds. Every look is bounded. Knows what the walk keeps in mind, verbs and mentions;
 * nothing of weights. */
#include "resolve_internal.h"

enum { most_verbs = 12, most_mentions = 24, most_items = 48, most_tokens = 60 };

/* ---- Who was spoken of ------------------------------------------------------------------------------------------- */

/* A model, an organisation, a person: of three features in a row the one of that kind. */
static void note_kind(uint8_t *three, uint8_t kind, bool holds) {
    three[0] = holds && kind == MP_SPEAKER_MODEL;
    three[1] = holds && kind == MP_SPEAKER_ORGANISATION;
    three[2] = holds && kind == MP_SPEAKER_PERSON;
}

static bool is_doubtful(const mp_reference *reference) {
    return reference->kind != MP_SPEAKER_UNKNOWN && reference->certainty < MP_DOUBTFUL_BELOW;
}

static bool is_maker(const mp_reference *reference) {
    return reference->kind == MP_SPEAKER_ORGANISATION && reference->maker != 0;
}

static void read_subjects(const mp_walker *w, uint8_t *f) {
    note_kind(f + MP_IT_FEATURE_CLAUSE_MODEL, w->subject.kind, true);
    f[MP_IT_FEATURE_CLAUSE_TEXT] = w->subject.text;
    f[MP_IT_FEATURE_CLAUSE_DOUBTFUL] = is_doubtful(&w->subject);
    f[MP_IT_FEATURE_CLAUSE_MAKER] = is_maker(&w->subject);
    note_kind(f + MP_IT_FEATURE_SENTENCE_MODEL, w->main_subject.kind, true);
    f[MP_IT_FEATURE_SENTENCE_TEXT] = w->main_subject.text;
    f[MP_IT_FEATURE_SENTENCE_DOUBTFUL] = is_doubtful(&w->main_subject);
    note_kind(f + MP_IT_FEATURE_SENTENCE_MODEL_SPOKE, w->main_subject.kind, w->main_subject_spoke);
    f[MP_IT_FEATURE_SENTENCE_FOR_FIRM] = w->main_subject_for_firm;
    note_kind(f + MP_IT_FEATURE_BEFORE_MODEL, w->subject_before.kind, true);
    f[MP_IT_FEATURE_BEFORE_TEXT] = w->subject_before.text;
    f[MP_IT_FEATURE_BEFORE_DOUBTFUL] = is_doubtful(&w->subject_before);
    f[MP_IT_FEATURE_BEFORE_MAKER] = is_maker(&w->subject_before);
    note_kind(f + MP_IT_FEATURE_BEFORE_MODEL_SPOKE, w->subject_before.kind, w->subject_before_spoke);
    note_kind(f + MP_IT_FEATURE_BEFORE_MODEL_OPENS, w->subject_before.kind, w->subject_before_opens);
    f[MP_IT_FEATURE_BEFORE_FOR_FIRM] = w->subject_before_for_firm;
    f[MP_IT_FEATURE_BEFORE_HERE] = w->subject_block == w->block;
    f[MP_IT_FEATURE_BEFORE_BLOCK_AGO] = w->subject_block + 1 == w->block;
    f[MP_IT_FEATURE_LAST_MODEL] = w->last_thing.kind == MP_SPEAKER_MODEL;
    f[MP_IT_FEATURE_LAST_ORGANISATION] = w->last_thing.kind == MP_SPEAKER_ORGANISATION;
}

/* Here, a sentence ago, two, four, eight: of five features in a row the one for that distance. */
static void note_distance(uint8_t *five, uint32_t sentences) {
    five[0] = sentences == 0;
    five[1] = sentences == 1;
    five[2] = sentences == 2;
    five[3] = sentences == 3 || sentences == 4;
    five[4] = sentences > 4 && sentences <= 8;
}

static void read_distances(const mp_walker *w, uint8_t *f) {
    bool has_organisation = w->last_organisation.kind != MP_SPEAKER_UNKNOWN;

    note_distance(f + MP_IT_FEATURE_MODEL_HERE, w->sentence - w->last_model_sentence);
    f[MP_IT_FEATURE_MODEL_THIS_BLOCK] = w->last_model_block == w->block;
    f[MP_IT_FEATURE_MODEL_BLOCK_AGO] = w->last_model_block + 1 == w->block;
    f[MP_IT_FEATURE_MODEL_TWO_BLOCKS_AGO] = w->last_model_block + 2 == w->block;
    f[MP_IT_FEATURE_NO_ORGANISATION] = !has_organisation;
    if (!has_organisation) return;
    note_distance(f + MP_IT_FEATURE_ORGANISATION_HERE, w->sentence - w->last_organisation_sentence);
    f[MP_IT_FEATURE_ORGANISATION_MAKES] = w->last_organisation.maker != 0;
    f[MP_IT_FEATURE_MODEL_LATER] = w->last_model_sentence > w->last_organisation_sentence;
    f[MP_IT_FEATURE_ORGANISATION_LATER] = w->last_model_sentence < w->last_organisation_sentence;
}

static void read_turns(const mp_walker *w, uint8_t *f) {
    f[MP_IT_FEATURE_AWAITED] = mp_awaited(w) != 0;
    f[MP_IT_FEATURE_ASKED_NEAR] = w->last_asked_block != MP_NONE && w->block - w->last_asked_block <= 1;
    f[MP_IT_FEATURE_ASKED_OTHER] = mp_other_was_asked(w);
    f[MP_IT_FEATURE_ASKED_SOMEBODY] = w->asked_somebody;
    f[MP_IT_FEATURE_OTHERS_TEXT] = mp_is_just_now(w, w->others_text_sentence);
    f[MP_IT_FEATURE_BEARER] = mp_is_just_now(w, w->bearer_sentence);
    f[MP_IT_FEATURE_MODEL_TEXT] = mp_is_just_now(w, w->last_text_sentence);
    f[MP_IT_FEATURE_ORGANISATION_STATEMENT] = mp_issued_statement(w, MP_SPEAKER_ORGANISATION);
    f[MP_IT_FEATURE_PERSON_STATEMENT] = mp_issued_statement(w, MP_SPEAKER_PERSON);
}

/* Names that nothing tells of may be some body’s: Tingle refused to pay. It told the court … */
static void read_bodies(const mp_walker *w, uint8_t *f) {
    bool goes_on = w->main_subject.kind == MP_SPEAKER_UNKNOWN;
    const mp_reference *about = goes_on ? &w->subject_before : &w->main_subject;
    bool body = mp_is_unknown_body(about), spoke = goes_on ? w->subject_before_spoke : w->main_subject_spoke;
    bool person_spoke = goes_on && w->subject_before.kind == MP_SPEAKER_PERSON && w->subject_before_spoke;
    bool text = mp_is_just_now(w, w->others_text_sentence) || mp_issued_statement(w, MP_SPEAKER_PERSON);

    f[MP_IT_FEATURE_BODY] = body;
    f[MP_IT_FEATURE_NO_ORGANISATION] &= !body;
    f[MP_IT_FEATURE_BODY_SPOKE] = body && spoke;
    f[MP_IT_FEATURE_BODY_WITHOUT_MODEL] = body && w->last_model_block != w->block;
    f[MP_IT_FEATURE_REPORT] = goes_on && w->subject_before.kind == MP_SPEAKER_ORGANISATION && w->subject_before.text &&
                              (w->subject_before_spoke || w->subject_before_opens);
    f[MP_IT_FEATURE_PERSONS_TEXT] = person_spoke && text && w->last_model_sentence + 1 < w->sentence;
}

/* ---- What it does ------------------------------------------------------------------------------------------------ */

/* The first verb whose subject it is; NULL where none is near. */
static const mp_verb *verb_of(const mp_walker *w, const mp_mention *mention) {
    uint32_t number = (uint32_t)(mention - w->mentions->items), last = w->verbs->sentence_first[mention->sentence + 1];

    for (uint32_t v = w->next_verb; v < last && v < w->next_verb + most_verbs; v++)
        if (w->verbs->items[v].subject == number) return &w->verbs->items[v];
    return NULL;
}

/* It took the bot down: who does to “the bot” what only those do who run it is not the bot; not: It deleted the chatbot. */
static bool acts_on_model(const mp_walker *w, const mp_mention *mention, const mp_verb *verb) {
    if (verb->cue != 0 || verb->passive || verb->item + 1 >= w->sentences->list[mention->sentence].end) return false;
    uint32_t object = w->mentions->item_mention[verb->item + 1];
    if (object == MP_NONE || &w->mentions->items[object] <= mention) return false;
    const mp_mention *done_to = &w->mentions->items[object];
    return mp_item_is(w->sentences, verb->item, MP_BIT(OPERATES) | MP_BIT(SHUTS)) && done_to->definite &&
           !done_to->owned_by_it && done_to->model == 0 &&
           (done_to->kind == MP_MENTION_MODEL || (done_to->classes & MP_BIT(BOT)) != 0);
}

/* Told him, asked me. */
static bool tells_person(const mp_walker *w, const mp_mention *mention, const mp_verb *verb) {
    static const mp_word_classes somebody =
        MP_BIT(PRONOUN_OBJECT) | MP_BIT(PRONOUN_PERSON) | MP_BIT(PRONOUN_FIRST) | MP_BIT(PRONOUN_SECOND);
    uint32_t next = verb->item + 1;
    return next < w->sentences->list[mention->sentence].end && w->mentions->tags[next] == MP_TAG_PRONOUN &&
           mp_item_is(w->sentences, next, somebody);
}

/* The agent had no such power, it told the tribunal: before a court a body speaks. */
static bool tells_tribunal(const mp_walker *w, const mp_mention *mention, const mp_verb *verb) {
    enum { most_back = 2 };
    if (verb->item + 1 >= w->sentences->list[mention->sentence].end) return false;
    uint32_t listener = w->mentions->item_mention[verb->item + 1];
    bool near = w->last_organisation.kind == MP_SPEAKER_ORGANISATION && w->last_organisation_sentence != MP_NONE &&
                w->last_organisation_sentence + most_back >= w->sentence;
    return near && listener != MP_NONE && w->mentions->items[listener].definite &&
           mp_item_is(w->sentences, w->mentions->items[listener].head, MP_BIT(TRIBUNAL));
}

static void read_verb(const mp_walker *w, const mp_mention *mention, uint8_t *f) {
    const mp_verb *verb = verb_of(w, mention);
    if (verb == NULL) return;
    uint16_t takes = mp_cue_takes(w->rules, verb->cue);

    f[MP_IT_FEATURE_TRIBUNAL] = tells_tribunal(w, mention, verb);
    bool inside = mention->first > w->sentences->list[mention->sentence].first &&
                  w->mentions->tags[mention->first - 1] == MP_TAG_RELATIVE; /* a recording in which it says */
    f[MP_IT_FEATURE_BEARS_WORDS] = (takes & MP_TAKES(WRITTEN)) != 0 && mp_is_just_now(w, w->bearer_sentence) && !inside;
    f[MP_IT_FEATURE_ACTS_ON_MODEL] = acts_on_model(w, mention, verb);
    f[MP_IT_FEATURE_TAKES_QUOTE] = (takes & MP_TAKES(QUOTE)) != 0;
    f[MP_IT_FEATURE_TAKES_THAT] = (takes & MP_TAKES(THAT)) != 0;
    f[MP_IT_FEATURE_TAKES_LISTENER] = (takes & MP_TAKES(LISTENER)) != 0;
    f[MP_IT_FEATURE_TAKES_OBJECT] = (takes & MP_TAKES(OBJECT)) != 0;
    f[MP_IT_FEATURE_TAKES_ABOUT] = (takes & MP_TAKES(ABOUT)) != 0;
    f[MP_IT_FEATURE_TAKES_ALONE] = (takes & MP_TAKES(ALONE)) != 0;
    f[MP_IT_FEATURE_TAKES_WRITTEN] = (takes & MP_TAKES(WRITTEN)) != 0;
    f[MP_IT_FEATURE_TAKES_DIRECTION] = (takes & MP_TAKES(DIRECTION)) != 0;
    f[MP_IT_FEATURE_TAKES_WEAK] = (takes & MP_TAKES(WEAK)) != 0;
    f[MP_IT_FEATURE_CUE] = verb->cue != 0;
    f[MP_IT_FEATURE_CUE_BASE] = verb->form == MP_VERB_BASE;
    f[MP_IT_FEATURE_CUE_THIRD] = verb->form == MP_VERB_THIRD;
    f[MP_IT_FEATURE_CUE_PAST] = verb->form == MP_VERB_PAST;
    f[MP_IT_FEATURE_CUE_GROUP] = verb->item != verb->first;
    f[MP_IT_FEATURE_CUE_PASSIVE] = verb->passive;
    f[MP_IT_FEATURE_CUE_RELATIVE] = verb->relative;
    f[MP_IT_FEATURE_TELLS_PERSON] = tells_person(w, mention, verb);
}

/* ---- Its sentence ------------------------------------------------------------------------------------------------ */

/* Grok was cool on Tingle. The town would see a fall, it said, …: whoever says it in an aside is not what it speaks of. */
static bool is_aside(const mp_walker *w, const mp_mention *mention) {
    const mp_sentence *sentence = &w->sentences->list[mention->sentence];
    bool inside = mention->first > sentence->first + 1 && mention->end + 1 < sentence->end;
    if (!inside || w->mentions->tags[mention->first - 1] != MP_TAG_COMMA) return false;
    uint32_t token = mp_item_token(w->sentences, mention->end);
    bool says = token != MP_NONE && mp_token_entry(w->sentences->tokens, token)->cue != 0;
    mp_tag after = (mp_tag)w->mentions->tags[mention->end + 1];
    return says && (after == MP_TAG_COMMA || after == MP_TAG_STOP);
}

static void read_beside(const mp_walker *w, const mp_mention *mention, uint8_t *f) {
    uint32_t first = w->mentions->sentence_first[mention->sentence];
    uint32_t end = w->mentions->sentence_first[mention->sentence + 1];

    for (uint32_t m = first; m < end && m < first + most_mentions; m++) {
        const mp_mention *other = &w->mentions->items[m];
        bool before = other<mention, after = other> mention;
        bool model = other->kind == MP_MENTION_MODEL || other->model != 0;
        bool organisation = other->kind == MP_MENTION_ORGANISATION || other->maker != 0;
        bool bot = other->kind == MP_MENTION_MODEL || other->kind == MP_MENTION_LOOSE;
        f[MP_IT_FEATURE_BEHIND_MODEL] |= model && before;
        f[MP_IT_FEATURE_BEFORE_A_MODEL] |= model && after;
        f[MP_IT_FEATURE_BEHIND_ORGANISATION] |= organisation && before;
        f[MP_IT_FEATURE_BEFORE_AN_ORGANISATION] |= organisation && after;
        f[MP_IT_FEATURE_BEHIND_PERSON] |= other->kind == MP_MENTION_PERSON && before;
        f[MP_IT_FEATURE_BEFORE_A_PERSON] |= other->kind == MP_MENTION_PERSON && after;
        f[MP_IT_FEATURE_BESIDE_I] |= other->kind == MP_MENTION_I;
        f[MP_IT_FEATURE_BEFORE_ITS_BOT] |= bot && other->owned_by_it && after;
        f[MP_IT_FEATURE_BEFORE_THE_BOT] |= bot && other->definite && after;
    }
}

/* Words in quotation marks that say I, we, you. */
static void read_words(const mp_walker *w, const mp_stretch *stretch, uint8_t *f) {
    const mp_tokens *tokens = w->sentences->tokens;

    f[MP_IT_FEATURE_QUOTE] = 1;
    for (uint32_t t = stretch->first_token; t < stretch->end_token && t < stretch->first_token + most_tokens; t++) {
        bool we = mp_token_is(tokens, t, MP_BIT(WE));
        f[MP_IT_FEATURE_SAYS_WE] |= we;
        f[MP_IT_FEATURE_SAYS_I] |= !we && mp_token_is(tokens, t, MP_BIT(PRONOUN_FIRST));
        f[MP_IT_FEATURE_SAYS_YOU] |= mp_token_is(tokens, t, MP_BIT(PRONOUN_SECOND));
    }
}

static void read_sentence(const mp_walker *w, const mp_mention *mention, uint8_t *f) {
    enum { most_stretches = 3 };
    const mp_sentence *sentence = &w->sentences->list[mention->sentence];
    mp_block_kind kind = w->sentences->tokens->article->blocks[sentence->block].kind;
    uint32_t first = mention->first - sentence->first > most_items ? mention->first - most_items : sentence->first;
    int stretches = 0;

    for (uint32_t i = first; i < sentence->end && i < mention->end + most_items && stretches < most_stretches; i++) {
        if (w->mentions->tags[i] != MP_TAG_STRETCH) continue;
        read_words(w, &w->sentences->stretches->items[w->sentences->items[i].stretch], f);
        stretches++;
    }
    f[MP_IT_FEATURE_OFFICIALLY] = mp_tells_officially(w, mention->end, sentence->end);
    f[MP_IT_FEATURE_FIRM_OFFICIALLY] =
        f[MP_IT_FEATURE_OFFICIALLY] && w->last_organisation.kind == MP_SPEAKER_ORGANISATION;
    f[MP_IT_FEATURE_ASIDE] = is_aside(w, mention);
    f[MP_IT_FEATURE_FIRST] = mention->first == sentence->first;
    f[MP_IT_FEATURE_IN_QUOTE] = sentence->scope != MP_NONE;
    f[MP_IT_FEATURE_HEADING] = kind <= MP_BLOCK_SUBHEAD;
    f[MP_IT_FEATURE_LIST_ITEM] = kind == MP_BLOCK_LISTITEM;
}

void mp_it_features_read(const mp_walker *w, const mp_mention *mention, uint8_t *features) {
    for (int f = 0; f < MP_IT_FEATURE_COUNT; f++) features[f] = 0;
    features[MP_IT_FEATURE_BIAS] = 1;
    read_subjects(w, features);
    read_distances(w, features);
    read_turns(w, features);
    read_bodies(w, features);
    read_verb(w, mention, features);
    read_beside(w, mention, features);
    read_sentence(w, mention, features);
}
