/* resolve_pronoun.c: what “he”, “she” and “another” stand for, by what the walk keeps in mind: who spoke, what bears
 * words, whom the page calls he or she. Knows mentions and verbs; nothing of names. */
#include "resolve_internal.h"

/* in a statement, in a press release: among the first of these items. */
bool mp_tells_officially(const mp_walker *w, uint32_t first, uint32_t end) {
    enum { most_items = 24 };

    for (uint32_t i = first; i < end && i < first + most_items; i++)
        if (w->mentions->tags[i] == MP_TAG_ADVERB && mp_item_is(w->sentences, i, MP_BIT(COMPANY_TALK))) return true;
    return false;
}

/* In a statement, she said sorry. “I was late,” it said: the sentence before names a statement, of somebody of that kind. */
bool mp_issued_statement(const mp_walker *w, uint8_t kind) {
    if (w->sentence == 0 || w->subject_before.kind != kind) return false;
    const mp_sentence *own = &w->sentences->list[w->sentence], *before = own - 1;
    bool together = before->block == own->block && before->scope == own->scope;
    return together && mp_tells_officially(w, before->first, before->end);
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
