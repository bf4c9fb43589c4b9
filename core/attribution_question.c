/* attribution_question.c: the small questions that all parts of attribution ask, and how words are credited to a verb or
 * a mention. Knows verbs, subjects and what mentions stand for; asks nothing of the parts themselves. */
#include "attribution_internal.h"

enum { agent_reach = 14 };

uint16_t mp_at_takes(const mp_attributor *a, const mp_verb *verb) { return mp_cue_takes(a->rules, verb->cue); }

uint32_t mp_at_mention_starting(const mp_attributor *a, const mp_sentence *sentence, uint32_t item) {
    if (item >= sentence->end) return MP_NONE;
    uint32_t mention = a->mentions->item_mention[item];
    return mention != MP_NONE && a->mentions->items[mention].first == item ? mention : (uint32_t)MP_NONE;
}

/* The by-phrase of a passive. */
static uint32_t agent_of(const mp_attributor *a, const mp_verb *verb) {
    const mp_sentence *sentence = &a->sentences->list[verb->sentence];

    for (uint32_t i = verb->item + 1; i + 1 < sentence->end && i < verb->item + agent_reach; i++) {
        mp_tag tag = mp_at_tag(a, i);
        if (mp_at_is(a, i, MP_BIT(BY))) return mp_at_mention_starting(a, sentence, i + 1);
        bool quoted = tag == MP_TAG_AUXILIARY && mp_at_tag(a, i + 1) == MP_TAG_STRETCH; /* told they were “…” by */
        if (tag == MP_TAG_VERB || (tag == MP_TAG_AUXILIARY && !quoted) || tag == MP_TAG_STOP || tag == MP_TAG_THAT)
            return MP_NONE; /* another’s agent */
    }
    return MP_NONE;
}

static bool is_model_asked(const mp_attributor *a, uint32_t mention, mp_word_classes before) {
    const mp_mention *own = &a->mentions->items[mention];
    if (mp_at_reference(a, mention)->kind != MP_SPEAKER_MODEL || mp_at_reference(a, mention)->text) return false;
    if (own->first == a->sentences->list[own->sentence].first) return false;
    const mp_entry *entry = mp_token_entry(a->tokens, a->sentences->items[own->first - 1].token);
    if (mp_at_tag(a, own->first - 1) == MP_TAG_QUESTION && own->first >= a->sentences->list[own->sentence].first + 2 &&
        mp_at_is(a, own->first - 2, MP_BIT(ASKING)))
        return true; /* who asked why it had her picture was told */
    bool told = (mp_cue_takes(a->rules, entry->cue) & MP_TAKES(LISTENER)) != 0;
    return told || mp_at_is(a, own->first - 1, before); /* who had told it that she taught was told */
}

/* A clerk who asked Grok why was told; she went back to it and was told: the model turned to is the one that told. Else
 * the one that the sentence before asks. */
static uint32_t asked_model(const mp_attributor *a, const mp_verb *verb) {
    enum { most_mentions = 10 };
    uint32_t first = a->mentions->sentence_first[verb->sentence], m = a->mentions->sentence_first[verb->sentence + 1];

    for (uint32_t steps = 0; m > first && steps < most_mentions * 2; m--, steps++)
        if (a->mentions->items[m - 1].first < verb->item && m - 1 != verb->subject &&
            is_model_asked(a, m - 1, MP_BIT(ASKING) | MP_BIT(PREPOSITION) | MP_BIT(TO)))
            return m - 1;
    if (verb->sentence == 0) return MP_NONE;
    const mp_sentence *own = &a->sentences->list[verb->sentence], *before = own - 1;
    if (before->block != own->block || before->scope != own->scope) return MP_NONE;
    first = a->mentions->sentence_first[verb->sentence - 1];
    m = a->mentions->sentence_first[verb->sentence];
    for (uint32_t steps = 0; m > first && steps < most_mentions; m--, steps++)
        if (is_model_asked(a, m - 1, MP_BIT(ASKING))) return m - 1;
    return MP_NONE;
}

/* I asked the same question again, and was told: the verb before, of the same subject, asks. */
static bool has_asked_before(const mp_attributor *a, const mp_verb *verb) {
    if (verb == a->verbs->items + a->verbs->sentence_first[verb->sentence] || verb->first == 0) return false;
    if (mp_at_tag(a, verb->first - 1) != MP_TAG_COORDINATOR) return false;
    for (const mp_verb *other = verb; other > a->verbs->items + a->verbs->sentence_first[verb->sentence];) {
        other--;
        if (verb - other > 3) return false;
        bool asks = mp_at_is(a, other->item, MP_BIT(ASKING)) && !other->passive && !other->unreal;
        if (asks && other->subject == verb->subject) return true;
    }
    return false;
}

/* Another guest was told that …; a third was informed that …: somebody of many, on a page where a model has just spoken. Not
 * the jury, the mayor, staff: those are told by others. */
static uint32_t model_in_mind(const mp_attributor *a, const mp_verb *verb) {
    enum { most_mentions = 24, most_blocks = 2 };
    if (verb->subject == MP_NONE || verb->infinitive || verb->unreal || verb->gerund || verb->relative) return MP_NONE;
    const mp_mention *told = &a->mentions->items[verb->subject];
    const mp_sentence *own = &a->sentences->list[verb->sentence];
    uint8_t kind = mp_at_reference(a, verb->subject)->kind;
    bool another = told->kind == MP_MENTION_OTHER_PRONOUN && kind == MP_SPEAKER_UNKNOWN &&
                   !mp_at_is(a, told->head, MP_BIT(NEGATION) | MP_BIT(DEFINITE));
    bool one_of = another && told->end < own->end && mp_at_tag(a, told->end) == MP_TAG_PREPOSITION &&
                  (mp_at_takes(a, verb) & MP_TAKES(OBJECT)) != 0;
    if (one_of) return MP_NONE; /* One of the firms was promised a grant */
    another |= told->kind == MP_MENTION_THING && mp_at_is(a, told->head, MP_BIT(ORDINAL));
    if (mp_at_is(a, verb->item, MP_BIT(ASKING))) return MP_NONE; /* a teenager was ordered to */
    bool its_clients = told->owned_by_it && kind == MP_SPEAKER_PERSON && !told->owned_by_other;
    another |= told->definite && kind == MP_SPEAKER_PERSON && mp_at_is(a, told->first + 1, MP_BIT(ORDINAL));
    another |= has_asked_before(a, verb);
    bool somebody = ((told->indefinite || its_clients) && kind == MP_SPEAKER_PERSON) || another;
    if (!somebody || own->scope != MP_NONE) return MP_NONE;
    for (uint32_t m = verb->subject, steps = 0; m > 0 && steps < most_mentions; m--, steps++) {
        const mp_mention *mention = &a->mentions->items[m - 1];
        const mp_sentence *sentence = &a->sentences->list[mention->sentence];
        if (sentence->block + most_blocks < own->block) return MP_NONE;
        const mp_reference *reference = mp_at_reference(a, m - 1);
        if (sentence->scope != MP_NONE || reference->kind != MP_SPEAKER_MODEL || reference->plural) continue;
        return m - 1;
    }
    return MP_NONE;
}

/* The bot gave her the wrong rules. Go ahead, she was told. – somebody whom the page knows, told right after a model was
 * spoken of; nobody else who could have told stands between. */
static uint32_t model_just_spoken_of(const mp_attributor *a, const mp_verb *verb) {
    enum { most_mentions = 16 };
    if (verb->subject == MP_NONE || verb->infinitive || verb->unreal || verb->gerund || verb->relative) return MP_NONE;
    if (mp_at_is(a, verb->item, MP_BIT(ASKING))) return MP_NONE;        /* was ordered to */
    if ((mp_at_takes(a, verb) & MP_TAKES(OBJECT)) != 0) return MP_NONE; /* Wren was promised a grant */
    const mp_sentence *own = &a->sentences->list[verb->sentence];
    uint8_t told = a->mentions->items[verb->subject].kind;
    bool known = told == MP_MENTION_HE_OR_SHE || told == MP_MENTION_I ||
                 (told == MP_MENTION_PERSON && mp_at_tag(a, a->mentions->items[verb->subject].head) == MP_TAG_NAME);
    if (!known || own->scope != MP_NONE || a->mentions->items[verb->subject].plural) return MP_NONE;
    mp_tag opens = mp_at_tag(a, own->first); /* When she rang the police, she was told; in court she was told */
    if (opens == MP_TAG_SUBORDINATOR || opens == MP_TAG_PREPOSITION) return MP_NONE;
    for (uint32_t m = verb->subject, steps = 0; m > 0 && steps < most_mentions; m--, steps++) {
        const mp_mention *mention = &a->mentions->items[m - 1];
        const mp_sentence *sentence = &a->sentences->list[mention->sentence];
        if (mention->sentence == verb->sentence && mention->kind == MP_MENTION_TIME) return MP_NONE;
        if (sentence->block != own->block || mention->sentence + 2 < verb->sentence) return MP_NONE;
        if (sentence->scope != MP_NONE) continue;
        const mp_reference *reference = mp_at_reference(a, m - 1);
        if (reference->kind == MP_SPEAKER_MODEL) return reference->plural ? (uint32_t)MP_NONE : m - 1;
        bool other = reference->kind == MP_SPEAKER_ORGANISATION || mention->kind == MP_MENTION_THEY ||
                     (reference->kind == MP_SPEAKER_PERSON && (mention->plural || mention->indefinite));
        if (other) return MP_NONE;
    }
    return MP_NONE;
}

/* The speaker, I’m told, took the plane; we are told that it will rain. */
static bool is_hearsay(const mp_attributor *a, const mp_verb *verb) {
    return verb->subject != MP_NONE && a->mentions->items[verb->subject].kind == MP_MENTION_I &&
           mp_at_is(a, verb->first, MP_BIT(PRESENT_BE));
}

/* The club switched off its chatbot after a member was told to: a model is spoken of right before the “after”. */
static uint32_t model_before_conjunction(const mp_attributor *a, const mp_verb *verb) {
    if (verb->subject == MP_NONE || verb->infinitive || verb->unreal || verb->negated || verb->gerund) return MP_NONE;
    const mp_mention *told = &a->mentions->items[verb->subject];
    const mp_sentence *sentence = &a->sentences->list[verb->sentence];
    bool somebody = told->kind == MP_MENTION_PERSON || told->kind == MP_MENTION_HE_OR_SHE;
    if (!somebody || mp_at_is(a, verb->item, MP_BIT(ASKING)) || told->first < sentence->first + 2) return MP_NONE;
    if (!mp_at_is(a, told->first - 1, MP_BIT(SUBORDINATOR)) || mp_at_is(a, told->first - 1, MP_BIT(HYPOTHETICAL)))
        return MP_NONE;
    uint32_t model = a->mentions->item_mention[told->first - 2];
    if (model == MP_NONE || a->mentions->items[model].end != told->first - 1) return MP_NONE;
    const mp_reference *reference = mp_at_reference(a, model);
    bool one = reference->kind == MP_SPEAKER_MODEL && !reference->text && !reference->plural;
    return one ? model : (uint32_t)MP_NONE;
}

/* Who said what a passive reports. */
static uint32_t speaker_of_passive(const mp_attributor *a, const mp_verb *verb, uint32_t agent) {
    bool tells = (mp_at_takes(a, verb) & MP_TAKES(LISTENER)) != 0 && (mp_at_takes(a, verb) & MP_TAKES(QUOTE)) != 0;
    bool model_is_told = verb->subject != MP_NONE && mp_at_reference(a, verb->subject)->kind == MP_SPEAKER_MODEL;
    if (agent != MP_NONE || !tells || model_is_told || is_hearsay(a, verb)) return agent;
    uint32_t asked = asked_model(a, verb);
    if (asked != MP_NONE) return asked;
    uint32_t before = model_before_conjunction(a, verb);
    if (before != MP_NONE) return before;
    uint32_t in_mind = model_in_mind(a, verb);
    return in_mind != MP_NONE ? in_mind : model_just_spoken_of(a, verb);
}

void mp_at_credit_mention(const mp_attributor *a, mp_attribution *attribution, uint32_t mention,
                          mp_attribution_rule rule) {
    attribution->speaker = mention;
    attribution->reference =
        mention == MP_NONE ? (mp_reference){.kind = MP_SPEAKER_UNKNOWN} : *mp_at_reference(a, mention);
    attribution->rule = rule;
    attribution->verb = MP_NONE;
}

/* The prize went to Grok for a verse that began “…”: what is told of a text is told of the model just named. */
static uint32_t writer_of_subject(const mp_attributor *a, const mp_verb *verb) {
    enum { most_back = 3 };
    if (!verb->relative || verb->subject == MP_NONE || !a->mentions->items[verb->subject].indefinite) return MP_NONE;
    const mp_reference *text = mp_at_reference(a, verb->subject);
    bool open = text->kind == MP_SPEAKER_UNKNOWN || (text->kind == MP_SPEAKER_ORGANISATION && text->text);
    uint32_t first = a->mentions->sentence_first[verb->sentence];

    for (uint32_t m = verb->subject, steps = 0; open && m > first && steps < most_back; m--, steps++) {
        const mp_mention *before = &a->mentions->items[m - 1];
        const mp_reference *reference = mp_at_reference(a, m - 1);
        if (reference->kind == MP_SPEAKER_MODEL && !reference->text && before->kind == MP_MENTION_MODEL) return m - 1;
        if (reference->kind != MP_SPEAKER_UNKNOWN && !before->object_form) return MP_NONE;
    }
    return MP_NONE;
}

/* “Did I?” he asked it: who speaks to the model is not the model. */
static bool speaks_to_itself(const mp_attributor *a, const mp_verb *verb) {
    if (verb->subject == MP_NONE || a->mentions->items[verb->subject].kind != MP_MENTION_HE_OR_SHE) return false;
    uint32_t object = mp_at_mention_starting(a, &a->sentences->list[verb->sentence], verb->item + 1);
    if (object == MP_NONE || verb->inverted) return false;
    const mp_mention *own = &a->mentions->items[object];
    const mp_reference *subject = mp_at_reference(a, verb->subject), *listener = mp_at_reference(a, object);
    bool model = own->kind == MP_MENTION_IT || own->kind == MP_MENTION_MODEL || own->kind == MP_MENTION_LOOSE;
    uint32_t end = a->sentences->list[verb->sentence].end;
    bool alone =
        own->end >= end || !mp_at_is(a, own->end, MP_BIT(AUXILIARY) | MP_BIT(MODAL) | MP_BIT(BE) | MP_BIT(VERB));
    return model && alone && subject->kind == MP_SPEAKER_MODEL && listener->kind == MP_SPEAKER_MODEL &&
           subject->model == listener->model;
}

void mp_at_credit_verb(const mp_attributor *a, mp_attribution *attribution, uint32_t v, mp_attribution_rule rule) {
    const mp_verb *verb = &a->verbs->items[v];
    uint32_t agent = agent_of(a, verb);
    bool by_next = agent != MP_NONE && mp_at_is(a, verb->item + 1, MP_BIT(BY)); /* a change, announced by Wren */
    bool participle = !verb->passive && verb->first == verb->item && verb->form == MP_VERB_PAST && verb->cue != 0;
    bool reduced = participle && agent != MP_NONE && (by_next || mp_at_reference(a, agent)->kind == MP_SPEAKER_MODEL);

    if (verb->passive || reduced) rule = MP_RULE_PASSIVE;
    if (verb->passive) agent = speaker_of_passive(a, verb, agent);
    mp_at_credit_mention(a, attribution, rule == MP_RULE_PASSIVE ? agent : verb->subject, rule);
    uint32_t writer = rule == MP_RULE_PASSIVE ? (uint32_t)MP_NONE : writer_of_subject(a, verb);
    if (writer != MP_NONE) mp_at_credit_mention(a, attribution, writer, rule);
    if (rule != MP_RULE_PASSIVE && speaks_to_itself(a, verb))
        attribution->reference = (mp_reference){.kind = MP_SPEAKER_PERSON, .certainty = 60};
    attribution->verb = v;
    attribution->sentence = attribution->cue_sentence = verb->sentence;
    attribution->cue_start = mp_item_start(a->sentences, verb->item);
    attribution->cue_end = mp_item_end(a->sentences, verb->item);
}

uint32_t mp_at_first_of_block(const mp_attributor *a, uint32_t block) {
    uint32_t first = mp_sentences_from(a->sentences, block);
    return first < a->sentences->count && a->sentences->list[first].block == block ? first : (uint32_t)MP_NONE;
}

uint32_t mp_at_first_sentence(const mp_attributor *a, uint32_t block) {
    uint32_t first = mp_at_first_of_block(a, block);
    return first != MP_NONE && a->sentences->list[first].scope == MP_NONE ? first : (uint32_t)MP_NONE;
}

uint32_t mp_at_last_sentence(const mp_attributor *a, uint32_t block) {
    uint32_t sentence = mp_at_first_sentence(a, block);
    if (sentence == MP_NONE) return MP_NONE;

    while (sentence + 1 < a->sentences->count && a->sentences->list[sentence + 1].block == block &&
           a->sentences->list[sentence + 1].scope == MP_NONE)
        sentence++;
    return sentence;
}

static bool has_colon(const mp_attributor *a, uint32_t sentence) {
    for (uint32_t i = a->sentences->list[sentence].end; i > a->sentences->list[sentence].first; i--)
        if (mp_at_tag(a, i - 1) == MP_TAG_COLON) return true;
    return false;
}

/* Asked about Grok, the press office sent a reply: “…” – before the last verb nobody introduces where somebody else, named,
 * is its subject; behind it a model may (the office read out Grok’s reply: “…”). */
static uint32_t end_of_others_clause(const mp_attributor *a, uint32_t sentence) {
    if (a->verbs->sentence_first[sentence] == a->verbs->sentence_first[sentence + 1]) return 0;
    const mp_verb *last = &a->verbs->items[a->verbs->sentence_first[sentence + 1] - 1];
    if (last->subject == MP_NONE || a->mentions->items[last->subject].kind == MP_MENTION_I) return 0;
    uint8_t kind = mp_at_reference(a, last->subject)->kind;
    return kind == MP_SPEAKER_PERSON || kind == MP_SPEAKER_ORGANISATION ? last->item : 0;
}

/* The founder posted the agent’s reply: “…” – the text behind the verb is what follows. */
static uint32_t text_shown_by(const mp_attributor *a, uint32_t sentence, const mp_attribution *attribution) {
    enum { most_looks = 12 };
    bool somebody = attribution->reference.kind == MP_SPEAKER_PERSON ||
                    (attribution->reference.kind == MP_SPEAKER_ORGANISATION && !attribution->reference.text);
    if (!somebody || !has_colon(a, sentence)) return MP_NONE;
    uint32_t from = a->verbs->items[attribution->verb].item, end = a->mentions->sentence_first[sentence + 1];

    for (uint32_t m = end, steps = 0; m > a->mentions->sentence_first[sentence] && steps < most_looks; m--, steps++) {
        const mp_reference *reference = mp_at_reference(a, m - 1);
        if (a->mentions->items[m - 1].first < from) return MP_NONE;
        if (reference->text && reference->kind == MP_SPEAKER_MODEL && reference->certainty >= 70) return m - 1;
    }
    return MP_NONE;
}

bool mp_at_introducer(const mp_attributor *a, uint32_t sentence, mp_attribution *attribution) {
    uint32_t first = a->verbs->sentence_first[sentence];

    for (uint32_t v = a->verbs->sentence_first[sentence + 1]; v > first; v--) {
        const mp_verb *verb = &a->verbs->items[v - 1];
        bool speaks = (mp_at_takes(a, verb) & (MP_TAKES(QUOTE) | MP_TAKES(THAT))) != 0 && verb->subject != MP_NONE;
        if (!speaks || (verb->infinitive && verb->unreal) || mp_at_is(a, verb->item, MP_BIT(ASKING))) continue;
        mp_at_credit_verb(a, attribution, v - 1, MP_RULE_INTRODUCED);
        uint32_t shown = text_shown_by(a, sentence, attribution);
        if (shown != MP_NONE) mp_at_credit_mention(a, attribution, shown, MP_RULE_INTRODUCED);
        if (attribution->speaker != MP_NONE) return true;
    }
    if (!has_colon(a, sentence)) return false;
    uint32_t from = end_of_others_clause(a, sentence);
    for (uint32_t m = a->mentions->sentence_first[sentence + 1]; m > a->mentions->sentence_first[sentence]; m--) {
        const mp_mention *mention = &a->mentions->items[m - 1];
        if (mention->first < from) return false;
        const mp_reference *own = mp_at_reference(a, m - 1); /* received only its automated reply: “…” */
        bool others_text = own->text && own->kind == MP_SPEAKER_ORGANISATION &&
                           mention->end < a->sentences->list[sentence].end &&
                           mp_at_tag(a, mention->end) == MP_TAG_COLON;
        if (others_text) return false;
        bool followed = from > 0 && mention->kind == MP_MENTION_IT; /* He followed it with: “…” */
        bool bidden = mention->first > 0 && mp_at_is(a, mention->first - 1, MP_BIT(ASKING)) && /* Ask it this: “…” */
                      mention->first - 1 == a->sentences->list[sentence].first;
        if (bidden) return false;
        if (mp_at_reference(a, m - 1)->kind != MP_SPEAKER_MODEL || mention->object_form || followed) continue;
        mp_at_credit_mention(a, attribution, m - 1, MP_RULE_INTRODUCED);
        attribution->sentence = sentence;
        return true;
    }
    return false;
}

bool mp_at_stands_alone(const mp_attributor *a, uint32_t sentence) {
    for (uint32_t i = a->sentences->list[sentence].first; i < a->sentences->list[sentence].end; i++) {
        mp_tag tag = mp_at_tag(a, i);
        if (tag != MP_TAG_STRETCH && tag != MP_TAG_STOP && tag != MP_TAG_COMMA && tag != MP_TAG_COORDINATOR)
            return false;
    }
    return true;
}

bool mp_at_ends_like_quote(const mp_attributor *a, uint32_t stretch) {
    uint8_t kind = a->tokens->items[a->stretches->items[stretch].end_token - 1].kind;
    return kind == MP_TOKEN_COMMA || kind == MP_TOKEN_STOP || kind == MP_TOKEN_DASH;
}

void mp_at_copy_speaker(mp_attribution *to, const mp_attribution *from, mp_attribution_rule rule) {
    to->speaker = from->speaker;
    to->verb = from->verb;
    to->cue_sentence = from->cue_sentence;
    to->cue_start = from->cue_start;
    to->cue_end = from->cue_end;
    to->reference = from->reference;
    to->rule = rule;
    if (to->reference.certainty > 5) to->reference.certainty = (uint8_t)(to->reference.certainty - 5);
}

/* The number of the verb at or, without `exact`, nearest before `item`; MP_NONE for none. */
uint32_t mp_at_verb_at(const mp_attributor *a, uint32_t sentence, uint32_t item, bool exact) {
    uint32_t behind = mp_verb_from(a->verbs, sentence, item + 1);

    if (behind == a->verbs->sentence_first[sentence]) return MP_NONE;
    return exact && a->verbs->items[behind - 1].item != item ? (uint32_t)MP_NONE : behind - 1;
}
