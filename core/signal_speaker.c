/* signal_speaker.c: says of a sign who says it, and whom its sentence names: a model, its maker, the writer. Knows
 * references, verbs and who answers for the model; nothing of what the signs mean. */
#include "signal_internal.h"

const mp_mention *mp_signal_mention(const mp_sign_finder *f, uint32_t mention) {
    return &f->references->mentions->items[mention];
}

bool mp_signal_answerable(const mp_sign_finder *f, uint32_t mention, uint16_t *maker) {
    *maker = f->answerables[mention].maker;
    return f->answerables[mention].answers;
}

void mp_signal_note_maker(mp_sign *sign, uint16_t maker) {
    if (sign->maker == 0) sign->maker = maker;
}

static void gather_mentions(const mp_sign_finder *f, uint32_t sentence, mp_sentence_facts *facts) {
    uint32_t end = f->references->mentions->sentence_first[sentence + 1];

    for (uint32_t m = f->references->mentions->sentence_first[sentence]; m < end; m++) {
        uint16_t maker;
        const mp_reference *reference = &f->references->items[m];
        bool model = reference->kind == MP_SPEAKER_MODEL;
        if (model) facts->last_model = mp_item_start(f->sentences, mp_signal_mention(f, m)->first);
        facts->of_model |= model;
        if (model && mp_signal_mention(f, m)->model != 0)
            facts->model = facts->model == 0 || facts->model == mp_signal_mention(f, m)->model
                               ? mp_signal_mention(f, m)->model
                               : (uint16_t)MP_MODEL_GENERIC;
        facts->of_several |= model && reference->plural;
        facts->by_writer |= mp_signal_mention(f, m)->kind == MP_MENTION_I;
        if (!mp_signal_answerable(f, m, &maker)) continue;
        facts->names_maker = true;
        if (facts->named_maker == 0) facts->named_maker = maker;
    }
}

/* Who is first said to say something rules over the whole sentence: “The agent had been wrong, the firm said.” */
static void gather_verbs(const mp_sign_finder *f, uint32_t sentence, mp_sentence_facts *facts) {
    const mp_verbs *verbs = f->references->verbs;
    uint16_t maker;
    bool first = true;

    for (uint32_t v = verbs->sentence_first[sentence]; v < verbs->sentence_first[sentence + 1]; v++) {
        const mp_verb *verb = &verbs->items[v];
        if (verb->cue == 0 || verb->subject == MP_NONE || verb->relative) continue;
        if (mp_signal_answerable(f, verb->subject, &maker)) {
            facts->reports_maker = true;
            facts->reporting_maker = maker;
            facts->reported_from = first ? 0 : mp_item_start(f->sentences, verb->item);
            return;
        }
        first = false;
    }
}

enum { most_items_looked_at = 80 };

/* “Answers of this kind are unreliable.” */
static bool is_answer(const mp_sentences *sentences, size_t item) {
    return mp_item_is(sentences, item, MP_BIT(REPLY)) && mp_item_is(sentences, item, MP_BIT(TEXT_NOUN));
}

/* “chatbots”, “such tools”, “AI”: words for models in general; in what people say, “it” and “they” too. */
static bool has_model_word(const mp_sign_finder *f, uint32_t number) {
    static const mp_word_classes pronouns = MP_BIT(PRONOUN_THING) | MP_BIT(PRONOUN_PLURAL);
    const mp_sentence *sentence = &f->sentences->list[number];
    mp_word_classes words = MP_MODEL_WORDS | MP_BIT(MODELS_AT_LARGE);
    mp_word_classes wanted = sentence->scope == MP_NONE ? words : words | pronouns;

    for (uint32_t i = sentence->first; i < sentence->end && i < sentence->first + most_items_looked_at; i++)
        if (mp_item_is(f->sentences, i, wanted) || is_answer(f->sentences, i)) return true;
    return false;
}

void mp_signal_gather(mp_sign_finder *f, uint32_t sentence) {
    mp_sentence_facts *facts = &f->gathered[sentence];
    if (!facts->gathered) {
        *facts = (mp_sentence_facts){.gathered = true, .last_model = MP_NONE};
        gather_mentions(f, sentence, facts);
        facts->of_model |= has_model_word(f, sentence);
        gather_verbs(f, sentence, facts);
    }
    f->facts = *facts;
}

uint32_t mp_signal_first_verb(const mp_sign_finder *f, uint32_t sentence, uint32_t start) {
    const mp_verbs *verbs = f->references->verbs;
    uint32_t low = verbs->sentence_first[sentence], high = verbs->sentence_first[sentence + 1];

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (mp_item_start(f->sentences, verbs->items[middle].item) < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const mp_verb *mp_signal_verb_at(const mp_sign_finder *f, uint32_t sentence, uint32_t start) {
    const mp_verbs *verbs = f->references->verbs;
    uint32_t v = mp_signal_first_verb(f, sentence, start);
    bool found = v < verbs->sentence_first[sentence + 1] && mp_item_start(f->sentences, verbs->items[v].item) == start;
    return found ? &verbs->items[v] : NULL;
}

/* The outermost sentence around a quoted one: who said it stands there. */
static const mp_attribution *attribution_of_scope(const mp_sign_finder *f, const mp_sentence *sentence) {
    return sentence->scope == MP_NONE ? NULL : &f->attributions->items[f->stretch_attribution[sentence->scope]];
}

/* Whether the subject of the verb at the sign’s first word, else of a verb of saying before it, is answerable. */
static void read_subjects(const mp_sign_finder *f, uint32_t sentence, mp_sign *sign) {
    const mp_verb *own = mp_signal_verb_at(f, sentence, sign->start);
    uint16_t maker = f->facts.reporting_maker;

    sign->by_maker = f->facts.reports_maker && f->facts.reported_from <= sign->start;
    if (own != NULL && own->cue != 0)
        sign->by_maker = own->subject != MP_NONE && !own->relative && mp_signal_answerable(f, own->subject, &maker);
    if (sign->by_maker) mp_signal_note_maker(sign, maker);
}

/* Words whose speaker is unknown are the maker’s where the sentence around them is: X said the posts “broke our rules”. */
static void read_frame(mp_sign_finder *f, const mp_sentence *sentence, mp_sign *sign) {
    uint32_t around = f->sentences->stretch_sentence[sentence->scope];
    if (around == MP_NONE) return;
    mp_signal_gather(f, around);
    sign->by_maker = f->facts.reports_maker;
    if (sign->by_maker) mp_signal_note_maker(sign, f->facts.reporting_maker);
    mp_signal_gather(f, sign->sentence);
}

/* In quotation marks it is whoever is quoted that says it. */
void mp_signal_read_speaker(mp_sign_finder *f, const mp_sentence *sentence, mp_sign *sign) {
    const mp_attribution *attribution = attribution_of_scope(f, sentence);
    sign->inside_quote = sentence->scope != MP_NONE;
    if (!sign->inside_quote) {
        read_subjects(f, sign->sentence, sign);
        return;
    }
    if (attribution->rule == MP_RULE_NONE) {
        read_frame(f, sentence, sign);
        return;
    }
    const mp_reference *speaker = &attribution->reference;
    uint16_t maker = speaker->maker;
    sign->by_model = speaker->kind == MP_SPEAKER_MODEL;
    if (sign->by_model) return;
    bool answerable = attribution->speaker != MP_NONE && mp_signal_answerable(f, attribution->speaker, &maker);
    sign->by_maker = answerable || speaker->maker != 0;
    sign->names_maker |= sign->by_maker;
    mp_signal_note_maker(sign, maker);
}
