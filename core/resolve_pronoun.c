/* resolve_pronoun.c: what “it”, “he”, “she” and “another” stand for, by what the walk keeps in mind: who spoke, what bears
 * words, whom the page calls he or she. Knows mentions and verbs; nothing of names. */
#include "resolve_internal.h"

enum { most_verbs = 12 };

/* What “it” can stand for. */
bool mp_is_something(const mp_reference *reference) {
    bool kind_fits = reference->kind == MP_SPEAKER_MODEL || reference->kind == MP_SPEAKER_ORGANISATION;
    return kind_fits && !reference->plural && (!reference->text || reference->kind == MP_SPEAKER_MODEL);
}

/* Several had been cleared, it added, and one had left */
static bool is_between_commas(const mp_walker *w, const mp_mention *mention, const mp_verb *verb) {
    const mp_sentence *sentence = &w->sentences->list[mention->sentence];
    if (mention->first <= sentence->first + 1 || verb->item + 1 >= sentence->end || mention->end != verb->item)
        return false;
    return w->mentions->tags[mention->first - 1] == MP_TAG_COMMA && w->mentions->tags[verb->item + 1] == MP_TAG_COMMA;
}

/* The airline said that its chatbot had been wrong. It promised … – an organisation that spoke goes on speaking, whatever
 * it spoke of. */
static bool speaks_on(const mp_walker *w, const mp_mention *mention) {
    uint32_t number = (uint32_t)(mention - w->mentions->items);
    bool unknown_name = w->subject_before.kind == MP_SPEAKER_PERSON && w->subject_before.certainty == MP_NAME_CERTAINTY;
    bool report = w->subject_before.kind == MP_SPEAKER_ORGANISATION && w->subject_before.text &&
                  (w->subject_before_spoke || w->subject_before_opens) &&
                  (w->subject.kind != MP_SPEAKER_MODEL || /* A report on Grok found … It also warned */
                   (mention->end < w->sentences->list[mention->sentence].end &&
                    w->mentions->tags[mention->end] == MP_TAG_ADVERB));
    bool spoke =
        report || ((w->subject_before.kind == MP_SPEAKER_ORGANISATION || unknown_name) && w->subject_before_spoke);
    if (!spoke) return false;
    uint32_t last = w->verbs->sentence_first[mention->sentence + 1];
    for (uint32_t v = w->next_verb; v < last && v < w->next_verb + most_verbs; v++) {
        const mp_verb *verb = &w->verbs->items[v];
        if (verb->subject != number) continue;
        bool closes = verb->item + 2 >= w->sentences->list[mention->sentence].end && mention->end == verb->item &&
                      mention->first > w->sentences->list[mention->sentence].first; /* …, it added. */
        bool aside = is_between_commas(w, mention, verb) && w->main_subject.kind == MP_SPEAKER_PERSON;
        return verb->cue != 0 && (closes || aside || w->main_subject.kind == MP_SPEAKER_UNKNOWN);
    }
    return false;
}

/* in a statement, in a press release: among the first of these items. */
static bool tells_officially(const mp_walker *w, uint32_t first, uint32_t end) {
    enum { most_items = 24 };

    for (uint32_t i = first; i < end && i < first + most_items; i++)
        if (w->mentions->tags[i] == MP_TAG_ADVERB && mp_item_is(w->sentences, i, MP_BIT(COMPANY_TALK))) return true;
    return false;
}

/* It said in a statement: so organisations speak. */
static bool speaks_officially(const mp_walker *w, const mp_mention *mention) {
    return w->last_organisation.kind == MP_SPEAKER_ORGANISATION &&
           tells_officially(w, mention->end, w->sentences->list[mention->sentence].end);
}

/* The agent had no such power, it told the tribunal: before a court a body speaks, the one named last. */
static bool speaks_in_court(const mp_walker *w, const mp_mention *mention) {
    enum { most_back = 2 };
    uint32_t end = w->sentences->list[mention->sentence].end, verb = mention->end;
    while (verb < end && w->mentions->tags[verb] == MP_TAG_ADVERB) verb++;
    if (verb + 1 >= end || w->mentions->tags[verb] != MP_TAG_VERB) return false;
    uint32_t token = mp_item_token(w->sentences, verb), listener = w->mentions->item_mention[verb + 1];
    if (token == MP_NONE || listener == MP_NONE) return false;
    uint16_t cue = mp_token_entry(w->sentences->tokens, token)->cue;
    bool told = (mp_cue_takes(w->rules, cue) & MP_TAKES(LISTENER)) != 0 && w->mentions->items[listener].definite &&
                mp_item_is(w->sentences, w->mentions->items[listener].head, MP_BIT(TRIBUNAL));
    return told && w->last_organisation.kind == MP_SPEAKER_ORGANISATION && w->last_organisation_sentence != MP_NONE &&
           w->last_organisation_sentence + most_back >= w->sentence;
}

/* In a statement, she said sorry. “I was late,” it said: the sentence before names a statement, of somebody of that kind. */
bool mp_issued_statement(const mp_walker *w, uint8_t kind) {
    if (w->sentence == 0 || w->subject_before.kind != kind) return false;
    const mp_sentence *own = &w->sentences->list[w->sentence], *before = own - 1;
    bool together = before->block == own->block && before->scope == own->scope;
    return together && tells_officially(w, before->first, before->end);
}

/* He wrote her a letter. “…,” it says: what a person has just written or held is “it”, where no model was spoken of. */
static bool is_others_text(const mp_walker *w) {
    bool persons = w->subject_before.kind == MP_SPEAKER_PERSON && w->subject_before_spoke &&
                   w->main_subject.kind == MP_SPEAKER_UNKNOWN;
    bool before = (w->others_text_sentence != MP_NONE && w->others_text_sentence + 1 == w->sentence) ||
                  mp_issued_statement(w, MP_SPEAKER_PERSON);
    return persons && before && w->last_model_sentence + 1 < w->sentence;
}

/* I opened the card and it said; a note on the board. It says: what bears words is “it”, where no model has been named
 * since, nor has written it. */
static bool is_what_bears_words(const mp_walker *w, const mp_mention *mention) {
    uint32_t most_sentences = w->sentences->list[w->sentence].scope != MP_NONE ? 2 : 1;
    if (w->bearer_sentence == MP_NONE || w->sentence - w->bearer_sentence > most_sentences) return false;
    bool inside = mention->first > w->sentences->list[mention->sentence].first &&
                  w->mentions->tags[mention->first - 1] == MP_TAG_RELATIVE; /* a recording in which it says */
    if (inside) return false;
    uint32_t end = w->sentences->list[mention->sentence].end, verb = mention->end;
    while (verb < end && w->mentions->tags[verb] == MP_TAG_ADVERB) verb++;
    if (verb >= end || w->mentions->tags[verb] != MP_TAG_VERB) return false;
    uint32_t token = mp_item_token(w->sentences, verb);
    uint16_t cue = token == MP_NONE ? (uint16_t)0 : mp_token_entry(w->sentences->tokens, token)->cue;
    return (mp_cue_takes(w->rules, cue) & MP_TAKES(WRITTEN)) != 0;
}

/* A spokesman for the shop said it was sad. It said …: whoever speaks for a firm leaves the word to it. */
static bool spoke_for_firm(const mp_walker *w) {
    return w->subject_before.kind == MP_SPEAKER_PERSON && w->subject_before_spoke && w->subject_before_for_firm &&
           w->main_subject.kind == MP_SPEAKER_UNKNOWN && w->last_organisation_sentence + 1 == w->sentence &&
           w->subject_block == w->block;
}

/* A spokeswoman for the shop said that it was sorry: what she says of “it” she says for the firm that she was said to be of. */
static bool speaks_for_firm(const mp_walker *w, const mp_mention *mention) {
    const mp_sentence *sentence = &w->sentences->list[mention->sentence];
    bool told = mention->first > sentence->first && w->mentions->tags[mention->first - 1] == MP_TAG_THAT;
    return told && w->main_subject.kind == MP_SPEAKER_PERSON && w->main_subject_spoke && w->main_subject_for_firm &&
           w->last_organisation_sentence == w->sentence && w->last_model_sentence != w->sentence;
}

/* It took the bot down: who does to “the bot” what only those do who run it is not the bot; not: It deleted the chatbot. */
static bool acts_on_model(const mp_walker *w, const mp_mention *mention) {
    uint32_t number = (uint32_t)(mention - w->mentions->items), last = w->verbs->sentence_first[mention->sentence + 1];

    for (uint32_t v = w->next_verb; v < last && v < w->next_verb + most_verbs; v++) {
        const mp_verb *verb = &w->verbs->items[v];
        if (verb->subject != number) continue;
        if (verb->cue != 0 || verb->passive || verb->item + 1 >= w->sentences->list[mention->sentence].end)
            return false;
        uint32_t object = w->mentions->item_mention[verb->item + 1];
        if (object == MP_NONE || object <= number ||
            !mp_item_is(w->sentences, verb->item, MP_BIT(OPERATES) | MP_BIT(SHUTS)))
            return false;
        const mp_mention *done_to = &w->mentions->items[object];
        return done_to->definite && !done_to->owned_by_it && done_to->model == 0 &&
               (done_to->kind == MP_MENTION_MODEL || (done_to->classes & MP_BIT(BOT)) != 0);
    }
    return false;
}

/* Tingle said that it did not know: a name that nothing tells of is some body’s, where it is “it”. */
static bool is_unknown_body(const mp_walker *w) {
    return w->main_subject.kind == MP_SPEAKER_PERSON && w->main_subject.certainty == MP_NAME_CERTAINTY &&
           w->main_subject_spoke && !w->main_subject.persona;
}

/* Tingle refused to pay. It told the court: a name that nothing tells of, in a paragraph that has not spoken of a model. */
static bool is_body_just_named(const mp_walker *w, const mp_mention *mention) {
    if (w->last_model_block == w->block || w->subject_block != w->block) return false;
    const mp_reference *named = w->main_subject.kind != MP_SPEAKER_UNKNOWN ? &w->main_subject : &w->subject_before;
    bool inside = mention->first > w->sentences->list[mention->sentence].first; /* Although Tingle spared it, it said */
    if (inside && w->main_subject.kind == MP_SPEAKER_UNKNOWN && w->subject.kind == MP_SPEAKER_PERSON)
        named = &w->subject;
    return named->kind == MP_SPEAKER_PERSON && named->certainty == MP_NAME_CERTAINTY && !named->persona;
}

/* Grok was cool on Tingle. The town would see a fall, it said, …: whoever says it in an aside is not what it speaks of. */
static bool is_aside(const mp_walker *w, const mp_mention *mention) {
    const mp_sentence *sentence = &w->sentences->list[mention->sentence];
    bool inside = mention->first > sentence->first + 1 && mention->end + 1 < sentence->end;
    if (!inside || w->mentions->tags[mention->first - 1] != MP_TAG_COMMA) return false;
    uint32_t token = mp_item_token(w->sentences, mention->end);
    bool says = token != MP_NONE && mp_token_entry(w->sentences->tokens, token)->cue != 0;
    mp_tag after = (mp_tag)w->mentions->tags[mention->end + 1];
    bool closes = after == MP_TAG_COMMA || after == MP_TAG_STOP;
    bool spoken_of =
        w->main_subject.kind == MP_SPEAKER_ORGANISATION && w->main_subject.maker == 0 && !w->main_subject_spoke;
    return says && closes && spoken_of && w->subject_before.kind == MP_SPEAKER_MODEL &&
           mp_is_something(&w->subject_before);
}

/* Tingle said that its bot had erred, and it put that down to a table: who spoke goes on. */
static bool joins_firm(const mp_walker *w, const mp_mention *mention) {
    const mp_sentence *sentence = &w->sentences->list[mention->sentence];
    if (w->main_subject.kind != MP_SPEAKER_ORGANISATION || !w->main_subject_spoke || w->main_subject.text) return false;
    if (mention->first < sentence->first + 2 || mention->end >= sentence->end) return false;
    bool joined = w->mentions->tags[mention->first - 1] == MP_TAG_COORDINATOR &&
                  w->mentions->tags[mention->first - 2] == MP_TAG_COMMA;
    uint32_t token = mp_item_token(w->sentences, mention->end);
    return joined && token != MP_NONE && mp_token_entry(w->sentences->tokens, token)->cue != 0;
}

/* A text that is somebody else’s. */
static const mp_reference others_text = {.kind = MP_SPEAKER_ORGANISATION, .certainty = 60, .text = true};

/* The subject of this clause or sentence, else of the sentence before, else what was mentioned last; a model before an
 * organisation where both could be meant, since pages about models speak of them. */
mp_reference mp_of_it(const mp_walker *w, const mp_mention *mention) {
    bool asked = mention->first > w->sentences->list[mention->sentence].first &&
                 mp_item_is(w->sentences, mention->first - 1, MP_BIT(ASKING));
    bool inside_words = w->sentences->list[w->sentence].scope != MP_NONE; /* people say “it” of anything */
    uint32_t memory = inside_words ? 1 : MP_MODEL_MEMORY;
    bool model_is_near = w->last_model != 0 && w->block - w->last_model_block <= memory;
    if (acts_on_model(w, mention))
        return (mp_reference){.kind = MP_SPEAKER_ORGANISATION, .certainty = MP_NAME_CERTAINTY};
    bool other_asked = w->asked_other.kind == MP_SPEAKER_ORGANISATION && w->asked_other_sentence + 1 == w->sentence &&
                       w->main_subject.kind == MP_SPEAKER_UNKNOWN; /* The paper asked the firm. It said … */
    if (other_asked) return w->asked_other;
    bool joined = mention->first > w->sentences->list[mention->sentence].first && w->bearer_sentence == w->sentence &&
                  w->mentions->tags[mention->first - 1] == MP_TAG_COORDINATOR; /* I opened the card and it said */
    if (joined && is_what_bears_words(w, mention)) return others_text;
    if (asked && model_is_near) return mp_model_reference(w->last_model, 80);
    bool answers = w->last_asked_block != MP_NONE && w->block - w->last_asked_block <= 1 && w->last_model != 0;
    if (answers && w->main_subject.kind != MP_SPEAKER_ORGANISATION) return mp_model_reference(w->last_model, 80);
    bool model_before = w->subject_before.kind == MP_SPEAKER_MODEL && mp_is_something(&w->subject_before) &&
                        !w->subject_before.text && w->main_subject.kind == MP_SPEAKER_UNKNOWN &&
                        w->subject_block == w->block;
    bool another_spoke = w->asked_block < w->block;                  /* Gemini, too, was slow. “…,” it said */
    bool answered = w->subject_before_spoke && mp_awaited(w) != 0 && /* Asked to rate it, Gemini said it had failed. */
                    w->subject_before.model != mp_awaited(w);        /* It had seen, it said, … */
    if (model_before && (another_spoke || answered)) return w->subject_before;
    bool since = w->last_model_sentence == w->sentence ||
                 (w->last_model_sentence + 1 == w->sentence && w->main_subject.kind == MP_SPEAKER_UNKNOWN &&
                  w->subject_before.kind != MP_SPEAKER_MODEL);
    bool named_since = w->last_model != 0 && since && w->last_model_block == w->block && w->asked_block < w->block &&
                       mp_awaited(w) != 0 && mp_awaited(w) != w->last_model;
    if (named_since) return mp_model_reference(w->last_model, 78); /* She pushed Gemini until it broke */
    if (mp_awaited(w) != 0 && !mp_is_something(&w->main_subject)) return mp_model_reference(mp_awaited(w), 78);
    if (is_what_bears_words(w, mention)) return others_text;
    if (is_others_text(w)) return others_text;
    if (is_aside(w, mention)) return w->subject_before;
    if (speaks_on(w, mention)) return w->subject_before;
    if (spoke_for_firm(w) || speaks_for_firm(w, mention)) return w->last_organisation;
    if (speaks_officially(w, mention) || speaks_in_court(w, mention)) return w->last_organisation;
    if (joins_firm(w, mention)) return w->main_subject;
    if (w->subject.kind == MP_SPEAKER_MODEL && mp_is_something(&w->subject)) return w->subject;
    if (mp_is_something(&w->main_subject)) return w->main_subject;
    if (is_unknown_body(w)) return (mp_reference){.kind = MP_SPEAKER_ORGANISATION, .certainty = MP_NAME_CERTAINTY};
    if (w->main_subject.kind == MP_SPEAKER_UNKNOWN && mp_is_something(&w->subject_before)) return w->subject_before;
    if (mp_is_something(&w->subject)) return w->subject;
    if (is_body_just_named(w, mention))
        return (mp_reference){.kind = MP_SPEAKER_ORGANISATION, .certainty = MP_NAME_CERTAINTY};
    if (model_is_near) return mp_model_reference(w->last_model, 70);
    mp_reference reference = mp_is_something(&w->last_thing) ? w->last_thing : mp_nobody;
    if (reference.certainty > 75) reference.certainty = 75;
    return reference;
}

/* A person, but where the page has given a model a person’s name (Dolly, the water board’s assistant) and spoke of it last:
 * as the subject, or by name with no person since. */
/* Somebody whom the page calls he (-1) or she (1). */
static mp_reference person_called(mp_walker *w, int8_t sign) {
    w->person_sign = sign;
    w->person_block = w->block;
    return (mp_reference){.kind = MP_SPEAKER_PERSON, .certainty = 90};
}

/* Whether a person was mentioned so lately that he or she may be meant: in this paragraph, or in the one before where no
 * persona has been spoken of since its end. */
static bool is_human_of_sign_near(const mp_walker *w, uint32_t memory, int sign) {
    uint32_t sentence = w->last_human_sentence[sign + 1], block = w->last_human_block[sign + 1];
    if (sentence == MP_NONE) return false;
    if (block == w->block) return w->sentence - sentence <= memory;
    return block + 1 == w->block && w->last_being_block != w->block;
}

/* Mr Wren is not she. */
static bool is_human_near(const mp_walker *w, uint32_t memory, int8_t sign) {
    return is_human_of_sign_near(w, memory, sign) || is_human_of_sign_near(w, memory, 0);
}

static bool is_human_here(const mp_walker *w, int8_t sign) {
    return w->last_human_block[sign + 1] == w->block || w->last_human_block[1] == w->block;
}

/* A model with a person’s name, of the page’s own or the rules’. */
bool mp_is_persona(const mp_walker *w, const mp_mention *mention) {
    if (mention->kind != MP_MENTION_MODEL) return false;
    return mention->alias || (mention->model != 0 && w->rules->models.items[mention->model - 1].persona);
}

static bool names_persona_later(const mp_walker *w, const mp_mention *mention) {
    enum { most_mentions = 24 };
    const mp_mention *end = w->mentions->items + w->mentions->count;
    if (end > mention + most_mentions) end = mention + most_mentions;
    for (const mp_mention *next = mention + 1; next < end && next->sentence == mention->sentence; next++)
        if (mp_is_persona(w, next)) return true;
    return false;
}

/* She had made him in the winter: of two pronouns neither tells which of them is the persona. */
static bool is_one_of_two(const mp_walker *w, const mp_mention *mention) {
    enum { most_mentions = 24 };
    bool she = mp_item_is(w->sentences, mention->first, MP_BIT(PRONOUN_SHE));
    uint32_t first = w->mentions->sentence_first[mention->sentence];
    uint32_t end = w->mentions->sentence_first[mention->sentence + 1];
    for (uint32_t m = first; m < end && m < first + most_mentions; m++) {
        const mp_mention *other = &w->mentions->items[m];
        if (other->kind == MP_MENTION_HE_OR_SHE && mp_item_is(w->sentences, other->first, MP_BIT(PRONOUN_SHE)) != she)
            return true;
    }
    return false;
}

/* Odo, he said, will sit beside each child: whoever says it in an aside is not what the sentence is about. */
static bool is_teller_of_persona(const mp_walker *w, const mp_mention *mention) {
    const mp_sentence *sentence = &w->sentences->list[mention->sentence];
    if (mention->first < sentence->first + 2 || mention->end + 1 >= sentence->end) return false;
    if (w->mentions->tags[mention->first - 1] != MP_TAG_COMMA || w->mentions->tags[mention->end + 1] != MP_TAG_COMMA)
        return false;
    uint32_t token = mp_item_token(w->sentences, mention->end);
    uint32_t before = w->mentions->item_mention[mention->first - 2];
    bool says = token != MP_NONE && mp_token_entry(w->sentences->tokens, token)->cue != 0;
    return says && before != MP_NONE && mp_is_persona(w, &w->mentions->items[before]);
}

/* Binny told her that: whom a persona tells is another. */
static bool is_told_by_persona(const mp_walker *w, const mp_mention *mention) {
    const mp_sentence *sentence = &w->sentences->list[mention->sentence];
    bool object = mention->object_form || mp_item_is(w->sentences, mention->first, MP_BIT(PRONOUN_OBJECT));
    if (!object || !w->subject.persona || mention->first == sentence->first) return false;
    uint32_t token = mp_item_token(w->sentences, mention->first - 1);
    if (token == MP_NONE || w->mentions->tags[mention->first - 1] != MP_TAG_VERB) return false;
    uint16_t cue = mp_token_entry(w->sentences->tokens, token)->cue;
    return (mp_cue_takes(w->rules, cue) & MP_TAKES(LISTENER)) != 0;
}

mp_reference mp_of_he_or_she(mp_walker *w, const mp_mention *mention) {
    enum { memory = 5, called_reach = 2 };
    bool model_only = !w->met_person && !mention->object_form && w->subject.kind == MP_SPEAKER_MODEL;
    bool new_sentence = w->main_subject.kind == MP_SPEAKER_UNKNOWN;
    int8_t sign = mp_item_is(w->sentences, mention->first, MP_BIT(PRONOUN_SHE)) ? 1 : -1;
    if (is_teller_of_persona(w, mention) || is_told_by_persona(w, mention)) return person_called(w, sign);
    if (names_persona_later(w, mention)) return person_called(w, sign); /* He had asked Binny why */
    bool called_before = w->person_sign == sign && w->person_block < w->block &&
                         w->block - w->person_block <= called_reach && w->last_persona_block != w->block;
    bool votes = w->last_being.persona && !is_human_near(w, 1, sign) && !called_before &&
                 !w->main_subject.persona && /* not: Binny told him he may */
                 !is_one_of_two(w, mention);
    if (votes && w->persona_votes * sign < INT8_MAX) w->persona_votes = (int8_t)(w->persona_votes + sign);
    if (w->persona_votes * sign < 0) return person_called(w, sign);
    bool known = w->persona_votes * sign > 0;
    bool other = w->person_sign == -sign && w->person_block == w->block; /* He had asked Binny why. “…,” she wrote. */
    if (other && w->last_persona_block == w->block) return w->last_persona;
    if (!known && !model_only && is_human_near(w, memory, sign)) return person_called(w, sign);
    enum { persona_reach = 2 };
    bool unlike = w->last_being_sign * sign < 0; /* To you, Mr Wren, she admitted it. */
    if (unlike && w->last_persona_block != MP_NONE && w->block - w->last_persona_block <= persona_reach)
        return w->last_persona;
    if (!known && !model_only && new_sentence && w->last_being.kind != MP_SPEAKER_UNKNOWN && !w->last_being.persona)
        return person_called(w, sign); /* Binny replied to a man of 54. He was … */
    if (w->main_subject.persona) return w->main_subject;
    if (new_sentence && w->subject_before.persona && (known || !called_before)) return w->subject_before;
    bool human_here = is_human_near(w, 1, sign) && is_human_here(w, sign);
    if (known && w->last_being.persona && (!human_here || mp_awaited(w) != 0)) return w->last_being;
    bool person_before = w->subject_before.kind == MP_SPEAKER_PERSON; /* Smith said that Dolly was late. He … */
    if (called_before && !known && new_sentence)
        return person_called(w, sign); /* Binny told her that. / “I live there,” she writes. */
    if ((w->subject.persona && !person_before) || model_only) return w->subject;
    bool it_before = w->main_subject.kind == MP_SPEAKER_MODEL; /* it … when he wrote */
    bool person_spoke = person_before && w->subject_before_spoke && new_sentence;
    if (w->last_being.persona && !w->subject_is_being && !it_before && !person_spoke) return w->last_being;
    return person_called(w, sign);
}

/* “another”, “one”: a text of the model’s where its texts were just spoken of, else somebody. */
mp_reference mp_of_other_pronoun(const mp_walker *w, const mp_mention *mention) {
    const mp_mention *next = mention + 1; /* one of its replies */
    bool of_next = next < w->mentions->items + w->mentions->count && next->sentence == mention->sentence &&
                   next->first == mention->end + 1 && w->mentions->tags[mention->end] == MP_TAG_PREPOSITION;
    if (of_next && next->kind == MP_MENTION_TEXT) return mp_of_text(w, next);
    bool of_people = w->last_people != MP_NONE && (w->last_text == MP_NONE || w->last_people > w->last_text) &&
                     w->sentence - w->mentions->items[w->last_people].sentence <= 1;
    if (of_people) return mp_nobody; /* The posts had been read by two lawmakers. “…,” wrote one */
    bool object = mention->first > w->sentences->list[mention->sentence].first &&
                  w->mentions->tags[mention->first - 1] == MP_TAG_VERB &&
                  mp_item_is(w->sentences, mention->first - 1, MP_BIT(CAUSING));
    if (object) return mp_nobody; /* The note led some to say that */
    bool of_texts = w->last_text_sentence != MP_NONE && w->sentence - w->last_text_sentence <= 1;
    if (!of_texts || w->last_model == 0) return mp_nobody;
    mp_reference reference = mp_model_reference(w->last_model, 65);
    reference.text = true;
    reference.certainty = 65;
    return reference;
}
