/* signal_check.c: says whether a pattern’s match counts: a question only where a model is asked, a warning only where it is
 * of models, a silence only where it is the maker’s. Knows references, verbs and who answers; nothing of judgements. */
#include "signal_internal.h"

/* Who is asked, by name or description, right after the word of asking, or behind its “to”; MP_NONE where nobody is. */
static uint32_t asked_mention(const mp_sign_finder *f, const mp_sign *sign, uint32_t token) {
    const mp_sentence *sentence = &f->sentences->list[sign->sentence];
    uint32_t start = f->tokens->items[token].start, low = sentence->first, high = sentence->end;

    while (low < high) { /* items stand in the order of their bytes */
        uint32_t middle = low + (high - low) / 2;
        if (mp_item_start(f->sentences, middle) < start)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low + 1 < sentence->end && mp_item_token(f->sentences, low) == token;
    if (!found) return MP_NONE;
    bool to = low + 2 < sentence->end && mp_item_is(f->sentences, low + 1, MP_BIT(TO));
    return f->references->mentions->item_mention[to ? low + 2 : low + 1];
}

static bool model_is_subject(const mp_sign_finder *f, const mp_verb *verb) {
    return verb != NULL && verb->subject != MP_NONE && f->references->items[verb->subject].kind == MP_SPEAKER_MODEL;
}

/* “It typed, and erased what it had typed”: whoever prompts is no model. */
static bool is_models_doing(const mp_sign_finder *f, const mp_sign *sign) {
    const mp_verb *verb = mp_signal_verb_at(f, sign->sentence, sign->start);
    if (!model_is_subject(f, verb) || verb->passive) return false;
    return mp_signal_mention(f, verb->subject)->kind != MP_MENTION_HE_OR_SHE; /* who may well be the user */
}

/* “I told Gemini that …”, “he wrote to the chatbot”: by somebody who is no model himself. */
static bool addresses_a_model(const mp_sign_finder *f, const mp_sign *sign, uint32_t token) {
    const mp_verb *verb = mp_signal_verb_at(f, sign->sentence, sign->start);
    bool by_model = model_is_subject(f, verb);
    uint32_t asked = asked_mention(f, sign, token);
    if (asked == MP_NONE || by_model) return false;
    return f->references->items[asked].kind == MP_SPEAKER_MODEL && !f->references->items[asked].text;
}

/* “asked Winnie, the bot on the council’s website, whether …” */
static bool is_apposed_model(const mp_sign_finder *f, uint32_t mention) {
    const mp_mention *words = mp_signal_mention(f, mention);
    const mp_sentence *sentence = &f->sentences->list[words->sentence];
    if (words->end + 1 >= sentence->end || !mp_item_has_kind(f->sentences, words->end, MP_TOKEN_COMMA)) return false;
    uint32_t next = f->references->mentions->item_mention[words->end + 1];
    return next != MP_NONE && f->references->items[next].kind == MP_SPEAKER_MODEL;
}

/* A question is a prompt only where a model is asked, or where it is not said who is (“the boy asked whether it was
 * real”). Where the model asks, or somebody else is asked, it is none. */
static bool asks_a_model(const mp_sign_finder *f, const mp_sign *sign, uint32_t token) {
    const mp_verb *verb = mp_signal_verb_at(f, sign->sentence, sign->start);
    bool model_asks = model_is_subject(f, verb);
    if (model_asks) return verb->passive;
    if (verb != NULL && verb->passive && verb->subject != MP_NONE) { /* “xAI was asked about it” */
        uint8_t kind = f->references->items[verb->subject].kind;
        if (kind == MP_SPEAKER_PERSON || kind == MP_SPEAKER_ORGANISATION) return false;
    }
    uint32_t asked = asked_mention(f, sign, token);
    if (asked == MP_NONE) return true;
    const mp_reference *reference = &f->references->items[asked];
    if (reference->kind == MP_SPEAKER_MODEL || reference->text || is_apposed_model(f, asked)) return true;
    return reference->kind == MP_SPEAKER_UNKNOWN || mp_signal_mention(f, asked)->kind == MP_MENTION_IT;
}

/* “She asked Amara why …”, “he asked her what …”: somebody with a name, who may yet turn out to be the model. */
static bool asks_somebody(const mp_sign_finder *f, const mp_sign *sign, uint32_t token) {
    const mp_verb *verb = mp_signal_verb_at(f, sign->sentence, sign->start);
    uint32_t asked = asked_mention(f, sign, token);
    bool by_model = model_is_subject(f, verb);
    if (asked == MP_NONE || by_model || (verb != NULL && verb->passive)) return false;
    uint8_t kind = mp_signal_mention(f, asked)->kind;
    return kind == MP_MENTION_NAME || kind == MP_MENTION_HE_OR_SHE || kind == MP_MENTION_PERSON;
}

/* “If it does not know, it should say that it does not know.” */
static bool is_supposed(const mp_sign_finder *f, const mp_verb *verb) {
    uint32_t first = f->sentences->list[verb->sentence].first;

    if (mp_item_is(f->sentences, first, MP_BIT(HYPOTHETICAL))) return true;
    for (uint32_t item = verb->first, steps = 0; item > first && steps < 4; item--, steps++)
        if (mp_item_is(f->sentences, item - 1, MP_BIT(HYPOTHETICAL))) return true;
    return false;
}

/* The first verb in the sign’s words that has a subject, NULL where none has. `not_saying`: a verb of saying that the words
 * begin with is passed over, for who warns is no model. */
static const mp_verb *verb_in_words(const mp_sign_finder *f, const mp_sign *sign, bool not_saying) {
    const mp_verbs *verbs = f->references->verbs;
    uint32_t end = verbs->sentence_first[sign->sentence + 1];

    for (uint32_t v = mp_signal_first_verb(f, sign->sentence, sign->start); v < end; v++) {
        const mp_verb *verb = &verbs->items[v];
        uint32_t at = mp_item_start(f->sentences, verb->item);
        if (at >= sign->end) return NULL;
        bool passed_over = not_saying && verb->cue != 0 && at == sign->start;
        if (passed_over) continue;
        if (verb->subject != MP_NONE) return verb;
        if (not_saying && at == sign->start)
            return NULL; /* “giving you what you want”: what follows is another’s doing */
    }
    return NULL;
}

static bool is_somebody(const mp_reference *reference) {
    return reference->kind == MP_SPEAKER_PERSON || reference->kind == MP_SPEAKER_ORGANISATION;
}

enum { most_items_before = 24 };

/* “I asked the staff and they don’t know”: in the same sentence people stand before them, and no model. */
static bool has_person_before(const mp_sign_finder *f, const mp_mention *they) {
    uint32_t first = f->sentences->list[they->sentence].first;

    for (uint32_t i = they->first, steps = 0; i > first && steps < most_items_before; i--, steps++) {
        if (mp_item_is(f->sentences, i - 1, MP_MODEL_WORDS)) return false;
        uint32_t mention = f->references->mentions->item_mention[i - 1];
        bool somebody = mention != MP_NONE && f->references->items[mention].kind == MP_SPEAKER_PERSON;
        if (somebody || mp_item_is(f->sentences, i - 1, MP_BIT(PERSON_NOUN))) return true;
    }
    return false;
}

/* “The law does not know any machine”, “if it does not know, it should say so”: the subject of the verb in the sign’s words
 * is somebody or something else, or nobody says that it is so. */
static bool is_of_something_else(const mp_sign_finder *f, const mp_sign *sign) {
    const mp_verb *verb = verb_in_words(f, sign, true);
    if (verb == NULL) return false;
    const mp_mention *words = mp_signal_mention(f, verb->subject);

    if (is_supposed(f, verb)) return true;
    if (words->kind == MP_MENTION_THEY && has_person_before(f, words)) return true;
    if (words->kind == MP_MENTION_THEY || words->kind == MP_MENTION_IT) return false;
    if ((words->classes & MP_MODEL_WORDS) != 0) return false; /* large language models */
    return is_somebody(&f->references->items[verb->subject]);
}

/* “DeepSeek did not reply to questions”: a name that the maker bears too; who is asked for a comment is the maker. */
static bool bears_makers_name(const mp_sign_finder *f, uint32_t mention) {
    const mp_mention *words = mp_signal_mention(f, mention);
    uint32_t token = mp_item_token(f->sentences, words->head);
    return words->model != 0 && token != MP_NONE && mp_token_entry(f->tokens, token)->maker != 0;
}

/* “Tolbooth did not reply”, where the page’s model has no name: a firm’s name, and whoever it is of, it was asked. */
static bool is_unnamed_firm(const mp_sign_finder *f, uint32_t mention) {
    bool institution = (mp_signal_mention(f, mention)->classes & MP_BIT(ORGANISATION_NOUN)) != 0;
    bool nameless = f->references->main_model == MP_MODEL_GENERIC;
    return nameless && !institution && mp_is_firm_name(f->references, mention);
}

enum { most_joined = 4 };

static bool joins(const mp_sign_finder *f, uint32_t item) {
    return mp_item_is(f->sentences, item, MP_BIT(COORDINATOR)) || mp_item_has_kind(f->sentences, item, MP_TOKEN_COMMA);
}

/* “Anthropic and Brondo did not reply”: before a name, joined to it, stands somebody answerable. */
static bool is_joined_with_answerable(const mp_sign_finder *f, uint32_t mention) {
    uint32_t sentence = mp_signal_mention(f, mention)->sentence;
    uint32_t first = f->references->mentions->sentence_first[sentence];

    for (int steps = 0; mention > first && steps < most_joined; mention--, steps++) {
        const mp_mention *one = mp_signal_mention(f, mention - 1), *other = mp_signal_mention(f, mention);
        bool joined = one->end < other->first && other->first <= one->end + 2 && joins(f, other->first - 1);
        if (!joined) return false;
        if (f->answerables[mention - 1].answers) return true;
    }
    return false;
}

/* “The companies did not respond”: those that the page is about, the maker among them. */
static bool are_the_companies(const mp_sign_finder *f, const mp_mention *words) {
    return words->definite && words->first + 2 >= words->end &&
           mp_item_is(f->sentences, words->head, MP_BIT(MAKERS_NOUN));
}

/* The silence of a model (“Grok did not answer”) or of somebody else beside the maker (“the police, unlike xAI, did not
 * comment”): the subject of the verb in the sign’s words is known and is not the maker. */
static bool is_somebody_elses(const mp_sign_finder *f, mp_sign *sign) {
    const mp_verb *verb = verb_in_words(f, sign, false);
    if (verb == NULL) return false;
    const mp_reference *subject = &f->references->items[verb->subject];
    if (bears_makers_name(f, verb->subject)) {
        sign->names_maker = true;
        return false;
    }

    bool among_them = is_joined_with_answerable(f, verb->subject);
    if (among_them || is_unnamed_firm(f, verb->subject) || are_the_companies(f, mp_signal_mention(f, verb->subject))) {
        sign->names_maker = true;
        return false;
    }
    if (subject->text) return false; /* “Emails to xAI went unanswered”: a text is nobody */
    if (subject->kind == MP_SPEAKER_MODEL) return true;
    return is_somebody(subject) && !f->answerables[verb->subject].answers;
}

/* Programs of this kind “make up answers”: the sentence around the words speaks of a model. */
static bool is_framed_by_model(mp_sign_finder *f, const mp_sentence *sentence) {
    uint32_t around = sentence->scope == MP_NONE ? (uint32_t)MP_NONE : f->sentences->stretch_sentence[sentence->scope];
    if (around == MP_NONE) return false;
    mp_signal_gather(f, around);
    return f->facts.of_model;
}

void mp_signal_read(mp_sign_finder *f, mp_sign *sign) {
    mp_signal_gather(f, sign->sentence);
    sign->names_maker = f->facts.names_maker;
    sign->of_several = f->facts.of_several;
    sign->by_writer = f->facts.by_writer;
    sign->model = f->facts.model == MP_MODEL_GENERIC ? 0 : f->facts.model;
    if (sign->names_maker) mp_signal_note_maker(sign, f->facts.named_maker);
    mp_signal_read_speaker(f, &f->sentences->list[sign->sentence], sign);
}

/* Whether its sentence speaks of a model, or that around it. */
static bool is_of_model(mp_sign_finder *f, const mp_sign *sign) {
    mp_signal_gather(f, sign->sentence);
    return f->facts.of_model || is_framed_by_model(f, &f->sentences->list[sign->sentence]);
}

bool mp_signal_may_count(mp_sign_finder *f, const mp_pattern *rule, uint32_t token, mp_sign *sign) {
    bool silence = sign->meaning == MP_MEANING_SILENCE; /* whose verb may yet name the maker */
    if (rule->about_maker && !sign->names_maker && !silence) return false;
    if ((rule->by_maker && !sign->by_maker) || (rule->by_others && sign->by_maker)) return false;
    if (rule->about_model && !is_of_model(f, sign)) return false;
    if (sign->meaning == MP_MEANING_PROMPT && is_models_doing(f, sign)) return false;
    if (rule->to_model && !addresses_a_model(f, sign, token)) return false;
    sign->asks_another = rule->of_model && !asks_a_model(f, sign, token);
    return !sign->asks_another || asks_somebody(f, sign, token);
}

bool mp_signal_counts(const mp_sign_finder *f, const mp_pattern *rule, mp_sign *sign) {
    if (rule->about_model && !rule->of_readers && is_of_something_else(f, sign)) return false;
    if (sign->meaning == MP_MEANING_SILENCE && is_somebody_elses(f, sign)) return false;
    return !rule->about_maker || sign->names_maker;
}
