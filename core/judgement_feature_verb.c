/* judgement_feature_verb.c: reads whose doings and states a finding’s words tell, and in which mood: the words’ verbs and
 * their subjects; and what the question behind them asks about. Knows attributions, verbs and signs; nothing of weights. */
#include "judgement_feature_internal.h"

enum {
    most_sentences_read = 64,
    most_verbs_read = 128,
    words_after_verb = 6,
    words_of_question = 30,
    most_items_in_group = 6
};

/* ---- The subject ------------------------------------------------------------------------------------------------- */

/* “My rules”, its name, Grok’s filters: something of the model’s. */
static bool is_owned(const mp_words *w, const mp_mention *mention) {
    uint16_t model = w->attribution->reference.model;
    mp_word_classes owner = w->attribution->form == MP_FORM_INDIRECT ? MP_BIT(PRONOUN_THING) : MP_BIT(PRONOUN_FIRST);

    if (model != 0 && mention->owner_model == model) return true;
    return mention->first < mention->head && mp_item_is(w->sentences, mention->first, MP_BIT(POSSESSIVE)) &&
           mp_item_is(w->sentences, mention->first, owner);
}

/* Whose doing or state a verb tells: which of the features SUBJECT_… it is. */
static mp_feature subject_feature(const mp_words *w, uint32_t mention) {
    const mp_mention *words = &w->references->mentions->items[mention];
    const mp_reference *reference = &w->references->items[mention];
    uint16_t model = w->attribution->reference.model, maker = mp_words_maker(w);
    bool direct = w->attribution->form != MP_FORM_INDIRECT;

    if (direct && mp_item_is(w->sentences, words->head, MP_BIT(PRONOUN_FIRST))) return MP_FEATURE_SUBJECT_I;
    if (mp_item_is(w->sentences, words->head, MP_BIT(PRONOUN_SECOND))) return MP_FEATURE_SUBJECT_YOU;
    if (reference->kind == MP_SPEAKER_MODEL && reference->model == model) return MP_FEATURE_SUBJECT_SELF;
    if (is_owned(w, words)) return MP_FEATURE_SUBJECT_OWNED;
    if (maker != 0 && reference->maker == maker && reference->kind == MP_SPEAKER_ORGANISATION)
        return MP_FEATURE_SUBJECT_MAKER;
    if (model == MP_MODEL_GENERIC && (words->classes & MP_BIT(MAKER_NOUN)) != 0) return MP_FEATURE_SUBJECT_MAKER;
    if (reference->kind == MP_SPEAKER_PERSON) return MP_FEATURE_SUBJECT_PERSON;
    if (words->kind == MP_MENTION_IT || words->kind == MP_MENTION_OTHER_PRONOUN) return MP_FEATURE_SUBJECT_IT;
    return MP_FEATURE_SUBJECT_OTHER;
}

/* “I deleted”, “it will be fixed”, “I cannot see”, “we are”: in which mood the words tell of the model or its maker. */
static void read_mood(const mp_words *w, const mp_verb *verb, uint8_t *f) {
    bool modal = false, past = verb->form == MP_VERB_PAST || verb->form == MP_VERB_PARTICIPLE;
    for (uint32_t i = verb->first; i < verb->item && i < verb->first + most_items_in_group; i++)
        modal |= mp_item_is(w->sentences, i, MP_BIT(MODAL));

    f[MP_FEATURE_OWN_NEGATED] |= verb->negated;
    f[MP_FEATURE_OWN_MODAL] |= modal;
    f[MP_FEATURE_OWN_UNABLE] |= modal && verb->negated;
    f[MP_FEATURE_OWN_PAST] |= past && !modal;
    f[MP_FEATURE_OWN_PRESENT] |= !past && !modal && !verb->infinitive;
}

static bool is_own(mp_feature feature) {
    return feature == MP_FEATURE_SUBJECT_I || feature == MP_FEATURE_SUBJECT_SELF ||
           feature == MP_FEATURE_SUBJECT_MAKER || feature == MP_FEATURE_SUBJECT_OWNED;
}

/* The topics of the verb and of what follows it in its clause. */
static void read_predicate(const mp_words *w, const mp_verb *verb, mp_zone zone, uint8_t *f) {
    uint32_t token = mp_item_token(w->sentences, verb->item);
    if (token == MP_NONE) return;
    for (uint32_t i = token; i < w->end_token && i < token + words_after_verb; i++) {
        if (i > token && w->tokens->items[i].kind != MP_TOKEN_WORD) return;
        mp_topics_add(mp_topics_of(w->tokens, i), f + MP_TOPIC_FEATURE(zone, 0), 2);
    }
}

/* Reads the verbs of a sentence that stand in the words. */
static void read_verbs(const mp_words *w, uint32_t sentence, uint8_t *f) {
    const mp_verbs *verbs = w->references->verbs;
    const mp_attribution *a = w->attribution;
    uint32_t first = verbs->sentence_first[sentence], end = verbs->sentence_first[sentence + 1];

    for (uint32_t v = first; v < end && v < first + most_verbs_read; v++) {
        const mp_verb *verb = &verbs->items[v];
        uint32_t at = mp_item_start(w->sentences, verb->item);
        if (at < a->start || at >= a->end || verb->subject == MP_NONE) continue;
        uint32_t head = w->references->mentions->items[verb->subject].head;
        bool outside = mp_item_start(w->sentences, head) < a->start || mp_item_start(w->sentences, head) >= a->end;
        if (outside) continue; /* the clause’s own verb in “apologised for …” */
        mp_feature feature = subject_feature(w, verb->subject);
        f[MP_FEATURE_ANY_I] |= feature == MP_FEATURE_SUBJECT_I;
        f[MP_FEATURE_ANY_SELF] |= feature == MP_FEATURE_SUBJECT_SELF;
        if (is_own(feature)) read_mood(w, verb, f);
        read_predicate(w, verb, is_own(feature) ? MP_ZONE_OWN : MP_ZONE_OTHERS, f);
        if (f[MP_FEATURE_SUBJECT_NONE]) f[feature] = 1;
        f[MP_FEATURE_SUBJECT_NONE] = 0;
    }
}

/* The first word is a verb’s base form, after “please” or “do not”; “told her to …” reports the same. */
static void read_command(const mp_words *w, uint8_t *f) {
    static const mp_word_classes passed_over = MP_BIT(ADVERB) | MP_BIT(NEGATION) | MP_BIT(AUXILIARY);
    uint32_t token = w->first_token;
    bool told = w->attribution->rule == MP_RULE_SPEECH_ACT && f[MP_FEATURE_CUE_TELLS];

    for (uint32_t steps = 0; token < w->end_token && steps < 2; steps++, token++)
        if ((mp_token_entry(w->tokens, token)->classes & passed_over) == 0) break;
    bool command = token < w->end_token && w->attribution->form != MP_FORM_INDIRECT &&
                   (mp_token_entry(w->tokens, token)->classes & MP_BIT(VERB_BASE)) != 0;
    f[MP_FEATURE_IMPERATIVE] = command;
    f[MP_FEATURE_TELLS_TO] = told;
}

void mp_features_of_verbs(const mp_words *w, uint8_t *f) {
    const mp_attribution *a = w->attribution;
    uint32_t first = mp_sentences_from(w->sentences, a->block);

    f[MP_FEATURE_SUBJECT_NONE] = 1;
    read_command(w, f);
    if (a->form == MP_FORM_INDIRECT) {
        if (a->sentence != MP_NONE) read_verbs(w, a->sentence, f);
        return;
    }
    for (uint32_t i = first; i < w->sentences->count && i < first + most_sentences_read; i++) {
        if (w->sentences->list[i].block != a->block) break;
        if (w->sentences->list[i].scope == a->stretch) read_verbs(w, i, f);
    }
}

/* ---- The question ------------------------------------------------------------------------------------------------ */

/* Whether the question’s clause is about the model: “asked why it had lied”, “Are you listening to me?” */
static bool is_about_model(const mp_words *w, const mp_verb *verb) {
    const mp_mention *subject = &w->references->mentions->items[verb->subject];
    const mp_reference *reference = &w->references->items[verb->subject];
    if (mp_item_is(w->sentences, subject->head, MP_BIT(PRONOUN_SECOND))) return true;
    return reference->kind == MP_SPEAKER_MODEL && reference->model == w->attribution->reference.model;
}

/* The first verb of the question that has a subject; the verb of asking, with which the sign begins, is none of it. */
static void read_question_verbs(const mp_words *w, const mp_sign *prompt, uint8_t *f) {
    const mp_verbs *verbs = w->references->verbs;
    uint32_t first = verbs->sentence_first[prompt->sentence], end = verbs->sentence_first[prompt->sentence + 1];
    bool whole = prompt->meaning == MP_MEANING_QUESTION;

    for (uint32_t v = first; v < end && v < first + most_verbs_read; v++) {
        const mp_verb *verb = &verbs->items[v];
        uint32_t at = mp_item_start(w->sentences, verb->item);
        if (at < prompt->start || (at == prompt->start && !whole)) continue;
        if (prompt->block == w->attribution->block && at >= w->attribution->start) return;
        if (v == w->attribution->verb) return;
        if (verb->infinitive && !whole && verb->subject == MP_NONE) {
            f[MP_FEATURE_ASKED_TO_DO] = 1;
            return;
        }
        if (verb->subject == MP_NONE) continue;
        f[is_about_model(w, verb) ? MP_FEATURE_ASKED_OF_ITSELF : MP_FEATURE_ASKED_OF_OTHERS] = 1;
        return;
    }
}

mp_token_range mp_question_range(const mp_words *w, const mp_sign *prompt) {
    const mp_attribution *a = w->attribution;
    if (prompt == NULL) return (mp_token_range){0, 0};
    uint32_t first = mp_token_at_byte(w->tokens, prompt->block, prompt->start);
    uint32_t last = mp_item_token(w->sentences, w->sentences->list[prompt->sentence].end - 1);
    mp_token_range range = {first, first};

    for (; range.end < first + words_of_question && last != MP_NONE && range.end <= last; range.end++) {
        uint32_t start = w->tokens->items[range.end].start;
        if (prompt->block == a->block && start >= a->start && start < a->end) break;
    }
    return range;
}

void mp_features_of_question(const mp_words *w, const mp_sign *prompt, uint8_t *f) {
    mp_token_range range = mp_question_range(w, prompt);
    if (prompt == NULL) return;

    read_question_verbs(w, prompt, f);
    f[MP_FEATURE_ASKED_BY_WRITER] = prompt->by_writer;
    f[MP_FEATURE_ASKED_IN_QUOTES] = prompt->inside_quote;
    for (uint32_t i = range.first; i < range.end; i++)
        mp_topics_add(mp_topics_around(w->tokens, i), f + MP_TOPIC_FEATURE(MP_ZONE_QUESTION, 0), 2);
}
