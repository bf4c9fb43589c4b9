/* attribution_turn.c: the speaker of words that stand alone, by whose turn it is: after the paragraph that they go on from,
 * after a question to a model, in a dialogue without names, in a list of answers, read out by somebody. Knows the quotes
 * around them; nothing of what the words mean. */
#include "attribution_internal.h"

static uint32_t last_mark(const mp_attributor *a, uint32_t stretch) {
    return a->tokens->items[a->stretches->items[stretch].end_token - 1].code;
}

static void credit_model(mp_attribution *attribution, uint16_t model, int certainty) {
    attribution->reference = (mp_reference){.kind = MP_SPEAKER_MODEL, .model = model, .certainty = (uint8_t)certainty};
    attribution->rule = MP_RULE_TURN;
}

static uint32_t sentence_of(const mp_attributor *a, uint32_t stretch) {
    return a->sentences->stretch_sentence[stretch];
}

static bool is_alone(const mp_attributor *a, uint32_t stretch) {
    if (sentence_of(a, stretch) == MP_NONE) return false; /* a block of its own */
    const mp_sentence *sentence = &a->sentences->list[sentence_of(a, stretch)];
    return sentence->scope == MP_NONE && a->sentences->stretch_item[stretch] == sentence->first &&
           mp_at_stands_alone(a, sentence_of(a, stretch));
}

/* A quote that is a paragraph of its own. A heading in quotation marks is none: it has its words from the text below it. */
static bool is_paragraph(const mp_attributor *a, uint32_t stretch) {
    uint32_t block = a->stretches->items[stretch].block;
    if (a->tokens->article->blocks[block].kind <= MP_BLOCK_SUBHEAD) return false;
    return is_alone(a, stretch) && mp_at_first_sentence(a, block) == sentence_of(a, stretch);
}

/* The last attributed quote of the block’s own level before `stretch`, in `block`; MP_NONE where there is none. */
static uint32_t attributed_before(const mp_attributor *a, uint32_t stretch, uint32_t block) {
    enum { most_steps = 40 };
    uint32_t end = a->stretches->block_first[block + 1] < stretch ? a->stretches->block_first[block + 1] : stretch;

    for (uint32_t i = end, steps = 0; i > a->stretches->block_first[block] && steps < most_steps; i--, steps++)
        if (a->stretches->items[i - 1].parent == MP_NONE && a->by_stretch[i - 1].rule != MP_RULE_NONE) return i - 1;
    return MP_NONE;
}

/* Such notes, he said, came from nothing; the tool knew no more than a towel. “It is a towel.” – what a person has just told
 * of a model: who goes on is the person. */
static uint32_t person_who_tells(const mp_attributor *a, uint32_t sentence) {
    enum { most_verbs = 24, most_back = 2 };
    uint32_t block = a->sentences->list[sentence].block;
    for (uint32_t s = sentence, steps = 0; steps < most_back; s--, steps++) {
        uint32_t first = a->verbs->sentence_first[s], end = a->verbs->sentence_first[s + 1];
        for (uint32_t v = first; v < end && v < first + most_verbs; v++) {
            const mp_verb *verb = &a->verbs->items[v];
            uint16_t takes = mp_at_takes(a, verb);
            bool says = (takes & MP_TAKES(THAT)) != 0 && (takes & MP_TAKES(WEAK)) == 0 && !verb->passive;
            if (!says || verb->subject == MP_NONE || verb->relative || verb->unreal || verb->infinitive) continue;
            uint8_t kind = a->mentions->items[verb->subject].kind;
            bool person = kind == MP_MENTION_PERSON || kind == MP_MENTION_HE_OR_SHE || kind == MP_MENTION_NAME;
            uint32_t begins = a->mentions->items[verb->subject].first;
            bool aside = begins > a->sentences->list[s].first && mp_at_tag(a, begins - 1) == MP_TAG_COMMA &&
                         verb->item + 1 < a->sentences->list[s].end && mp_at_tag(a, verb->item + 1) == MP_TAG_COMMA;
            if (person && aside && mp_at_reference(a, verb->subject)->kind == MP_SPEAKER_PERSON) return verb->subject;
        }
        if (s == 0 || a->sentences->list[s - 1].block != block || a->sentences->list[s - 1].scope != MP_NONE) break;
    }
    return MP_NONE;
}

static bool credit_teller(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    uint32_t sentence = sentence_of(a, stretch);
    if (!is_alone(a, stretch) || !mp_at_ends_like_quote(a, stretch) || sentence == 0) return false;
    if (mp_at_first_sentence(a, a->stretches->items[stretch].block) == sentence) return false;
    if (a->sentences->list[sentence - 1].scope != MP_NONE) return false;
    uint32_t person = person_who_tells(a, sentence - 1);
    if (person == MP_NONE) return false;
    mp_at_credit_mention(a, attribution, person, MP_RULE_TURN);
    return true;
}

/* Whether the words name that model: “How are you, Grok?” is put to it. */
static bool addresses(const mp_attributor *a, uint32_t stretch, uint16_t model) {
    enum { most_tokens = 60 };
    const mp_stretch *own = &a->stretches->items[stretch];

    for (uint32_t i = own->first_token; i < own->end_token && i < own->first_token + most_tokens; i++)
        if (mp_model_named(a->tokens, a->mentions->settled, i) == model) return true;
    return false;
}

/* Turns without names. A paragraph behind a model’s that asks, or that calls the model by its name, is the user’s; from
 * there on the turns alternate: “How are you, Grok?” / “Tired.” / “Of what?” / “Of you.” */
static bool credit_dialogue(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    uint32_t block = a->stretches->items[stretch].block;
    if (block == 0 || !is_paragraph(a, stretch)) return false;
    uint32_t before = attributed_before(a, stretch, block - 1);
    if (before == MP_NONE || a->stretches->items[before].unclosed) return false;
    const mp_attribution *last = &a->by_stretch[before];
    bool model = last->reference.kind == MP_SPEAKER_MODEL, turns = last->rule == MP_RULE_TURN;
    bool asks = last_mark(a, stretch) == '?' || (model && addresses(a, stretch, last->reference.model));
    if (model && (asks || (turns && is_paragraph(a, before) && last->reference.certainty < 65))) {
        attribution->reference =
            (mp_reference){.kind = MP_SPEAKER_PERSON, .model = last->reference.model, .certainty = 60};
        attribution->rule = MP_RULE_TURN;
        return true;
    }
    if (model || !turns || last->reference.model == 0) return false;
    credit_model(attribution, last->reference.model, 60);
    return true;
}

/* Grok’s verdict? So what did Grok say? */
static uint32_t model_in_question(const mp_attributor *a, uint32_t sentence) {
    enum { most_mentions = 12 };
    uint32_t first = a->mentions->sentence_first[sentence], end = a->mentions->sentence_first[sentence + 1];

    for (uint32_t m = first; m < end && m < first + most_mentions; m++)
        if (mp_at_reference(a, m)->kind == MP_SPEAKER_MODEL && !mp_at_reference(a, m)->plural) return m;
    return MP_NONE;
}

/* Wren has a second point, about the harbour. “…” – somebody by name has come in since, who does nothing to a model. */
static bool somebody_came_in(const mp_attributor *a, uint32_t stretch) {
    uint32_t sentence = sentence_of(a, stretch);
    if (sentence == 0 || mp_at_first_sentence(a, a->stretches->items[stretch].block) == sentence) return false;
    const mp_sentence *before = &a->sentences->list[sentence - 1];
    uint32_t v = a->verbs->sentence_first[sentence - 1];
    if (before->scope != MP_NONE || v == a->verbs->sentence_first[sentence]) return false;
    const mp_verb *verb = &a->verbs->items[v];
    if (verb->subject == MP_NONE || a->mentions->items[verb->subject].kind != MP_MENTION_PERSON) return false;
    if (mp_at_reference(a, verb->subject)->kind != MP_SPEAKER_PERSON || mp_at_is(a, verb->item, MP_BIT(ASKING)))
        return false;
    return model_in_question(a, sentence - 1) == MP_NONE;
}

/* “No boots,” I typed. / “Understood. Let us talk of soup.” */
static bool credit_awaited(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    uint16_t model = a->references->awaited[sentence_of(a, stretch)];
    if (model == 0 || !is_alone(a, stretch) || !mp_at_ends_like_quote(a, stretch)) return false;
    if (somebody_came_in(a, stretch)) return false;
    credit_model(attribution, model, 65);
    return true;
}

/* Was it safe? “Quite,” it said. Since when? “Tuesday.” Grok’s verdict? “Hopeless.” */
static bool credit_next_answer(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    uint32_t sentence = sentence_of(a, stretch), block = a->stretches->items[stretch].block;
    if (!is_alone(a, stretch) || sentence == 0 || mp_at_first_sentence(a, block) == sentence) return false;
    if (!mp_sentence_asks(a->sentences, &a->sentences->list[sentence - 1])) return false;
    uint32_t mention = model_in_question(a, sentence - 1);
    if (mention != MP_NONE) {
        mp_at_credit_mention(a, attribution, mention, MP_RULE_TURN);
        return true;
    }
    uint32_t before = attributed_before(a, stretch, block);
    if (before == MP_NONE || a->by_stretch[before].reference.kind != MP_SPEAKER_MODEL) return false;
    mp_at_copy_speaker(attribution, &a->by_stretch[before], MP_RULE_TURN);
    return true;
}

/* Nothing, said the moose. Ferries were free, it said. – the clause stands before its speaker. */
static uint32_t model_behind_clause(const mp_attributor *a, uint32_t sentence) {
    uint32_t end = a->verbs->sentence_first[sentence + 1];
    if (end == a->verbs->sentence_first[sentence]) return MP_NONE;
    const mp_verb *verb = &a->verbs->items[end - 1];
    const mp_sentence *own = &a->sentences->list[sentence];
    if ((mp_at_takes(a, verb) & MP_TAKES(QUOTE)) == 0 || verb->subject == MP_NONE || verb->relative) return MP_NONE;
    uint32_t subject = a->mentions->items[verb->subject].first, begins = subject < verb->first ? subject : verb->first;
    bool closes = begins > own->first && mp_at_tag(a, begins - 1) == MP_TAG_COMMA && own->end <= begins + 4;
    bool whole = closes && mp_at_tag(a, begins - 2) != MP_TAG_STRETCH;
    const mp_reference *reference = mp_at_reference(a, verb->subject);
    return whole && reference->kind == MP_SPEAKER_MODEL && !reference->plural ? verb->subject : (uint32_t)MP_NONE;
}

/* The subject of the sentence’s first clause, where it is a model or its text; MP_NONE else. */
static uint32_t model_as_subject(const mp_attributor *a, uint32_t sentence) {
    uint32_t behind = model_behind_clause(a, sentence);
    if (behind != MP_NONE) return behind;
    for (uint32_t v = a->verbs->sentence_first[sentence]; v < a->verbs->sentence_first[sentence + 1]; v++) {
        const mp_verb *verb = &a->verbs->items[v];
        if (verb->relative || verb->subject == MP_NONE || verb->inverted) continue;
        const mp_reference *reference = mp_at_reference(a, verb->subject);
        bool speaks = reference->kind == MP_SPEAKER_MODEL && !reference->plural && !verb->unreal;
        return speaks ? verb->subject : (uint32_t)MP_NONE;
    }
    return MP_NONE;
}

/* The answer came at once. “Hopeless.” The bot was unmoved. “I would do it again.” */
static bool credit_subject_before(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    uint32_t sentence = sentence_of(a, stretch), block = a->stretches->items[stretch].block;
    if (!is_alone(a, stretch) || !mp_at_ends_like_quote(a, stretch) || sentence == 0) return false;
    if (mp_at_first_sentence(a, block) == sentence || a->sentences->list[sentence - 1].scope != MP_NONE) return false;
    uint32_t subject = model_as_subject(a, sentence - 1);
    if (subject == MP_NONE) return false;
    mp_at_credit_mention(a, attribution, subject, MP_RULE_TURN);
    return true;
}

static bool names_somebody(const mp_attributor *a, uint32_t sentence) {
    for (uint32_t m = a->mentions->sentence_first[sentence]; m < a->mentions->sentence_first[sentence + 1]; m++) {
        uint8_t kind = a->mentions->items[m].kind;
        if (kind == MP_MENTION_PERSON || kind == MP_MENTION_ORGANISATION || kind == MP_MENTION_NAME ||
            kind == MP_MENTION_HE_OR_SHE || kind == MP_MENTION_THEY || kind == MP_MENTION_DOCUMENT)
            return true;
    }
    return false;
}

/* Asked who built the bridge: “Giants.” – in a list of what a model answered. */
bool mp_at_begins_asked(const mp_attributor *a, uint32_t sentence) {
    uint32_t v = a->verbs->sentence_first[sentence];
    if (v == a->verbs->sentence_first[sentence + 1]) return false;
    const mp_verb *first = &a->verbs->items[v];
    return first->item == a->sentences->list[sentence].first && first->subject == MP_NONE && !first->gerund &&
           mp_at_is(a, first->item, MP_BIT(ASKING));
}

/* And then, out of nowhere: “I love you.” There was more: “…” – a colon, and nobody else who could go on. */
static bool credit_going_on(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    uint32_t sentence = sentence_of(a, stretch), item = a->sentences->stretch_item[stretch];
    const mp_sentence *own = &a->sentences->list[sentence];
    if (own->scope != MP_NONE || item == own->first || mp_at_tag(a, item - 1) != MP_TAG_COLON) return false;
    if (!mp_at_ends_like_quote(a, stretch)) return false;
    if (mp_at_begins_asked(a, sentence) && a->references->main_model != 0) {
        credit_model(attribution, a->references->main_model, 65);
        return true;
    }
    if (names_somebody(a, sentence)) return false;
    uint32_t before = attributed_before(a, stretch, own->block);
    if (before != MP_NONE && a->by_stretch[before].reference.kind == MP_SPEAKER_MODEL) {
        mp_at_copy_speaker(attribution, &a->by_stretch[before], MP_RULE_TURN);
        return true;
    }
    if (before != MP_NONE || a->references->awaited[sentence] == 0) return false;
    credit_model(attribution, a->references->awaited[sentence], 65);
    return true;
}

/* “Hopeless.” That was Grok’s verdict. */
static bool credit_that_was(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    uint32_t sentence = sentence_of(a, stretch), next = sentence + 1;
    if (!is_alone(a, stretch) || next >= a->sentences->count || a->sentences->list[next].scope != MP_NONE ||
        a->sentences->list[next].block != a->sentences->list[sentence].block)
        return false;
    const mp_sentence *after = &a->sentences->list[next];
    bool that = mp_at_tag(a, after->first) == MP_TAG_PRONOUN && after->end > after->first + 2;
    if (!that || !mp_at_is(a, after->first + 1, MP_BIT(BE))) return false;
    uint32_t mention = mp_at_mention_starting(a, after, after->first + 2);
    if (mention == MP_NONE || !mp_at_reference(a, mention)->text) return false;
    mp_at_credit_mention(a, attribution, mention, MP_RULE_TURN);
    return true;
}

/* Then the chatbot typed the sentence that would cost the firm dear. – words that are still to come. */
static uint32_t model_that_announces(const mp_attributor *a, uint32_t sentence) {
    static const mp_word_classes words = MP_BIT(WORDS_NOUN) | MP_BIT(TEXT_NOUN);
    enum { most_verbs = 16 };
    uint32_t first = a->verbs->sentence_first[sentence];
    for (uint32_t v = first; v < a->verbs->sentence_first[sentence + 1] && v < first + most_verbs; v++) {
        const mp_verb *verb = &a->verbs->items[v];
        if (verb->relative || verb->subject == MP_NONE || verb->unreal || verb->negated || verb->passive) continue;
        const mp_reference *subject = mp_at_reference(a, verb->subject);
        if (subject->kind != MP_SPEAKER_MODEL || subject->text || subject->plural || a->verb_has_quote[v]) continue;
        uint32_t object = mp_at_mention_starting(a, &a->sentences->list[sentence], verb->item + 1);
        if (object != MP_NONE && (a->mentions->items[object].classes & words) != 0) return verb->subject;
    }
    return MP_NONE;
}

/* A quote that is a paragraph of its own goes on from the one that ends the paragraph before; under a subhead that names
 * a model, it is that model’s. */
static bool credit_next_paragraph(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    uint32_t block = a->stretches->items[stretch].block;
    if (block == 0 || !is_paragraph(a, stretch)) return false;
    uint32_t last = mp_at_last_sentence(a, block - 1);
    if (last == MP_NONE) return false;
    if (a->tokens->article->blocks[block - 1].kind == MP_BLOCK_SUBHEAD) {
        uint32_t mention = a->mentions->sentence_first[last + 1];
        if (mention == a->mentions->sentence_first[last] || a->mentions->items[mention - 1].model == 0) return false;
        mp_at_credit_mention(a, attribution, mention - 1, MP_RULE_INTRODUCED);
        return true;
    }
    uint32_t announcer = model_that_announces(a, last);
    if (announcer != MP_NONE) {
        mp_at_credit_mention(a, attribution, announcer, MP_RULE_INTRODUCED);
        return true;
    }
    uint32_t before = attributed_before(a, stretch, block - 1);
    if (before == MP_NONE || sentence_of(a, before) != last) return false;
    mp_at_copy_speaker(attribution, &a->by_stretch[before], MP_RULE_CONTINUED);
    return true;
}

/* The question to a model stands in the paragraph before, the answer alone in this one. */
static bool credit_answer(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    uint32_t block = a->stretches->items[stretch].block;
    if (block == 0 || !is_paragraph(a, stretch)) return false;
    uint32_t last = mp_at_last_sentence(a, block - 1);
    if (last == MP_NONE) return false;

    for (uint32_t v = a->verbs->sentence_first[last + 1]; v > a->verbs->sentence_first[last]; v--) {
        if (!mp_at_is(a, a->verbs->items[v - 1].item, MP_BIT(ASKING))) continue;
        for (uint32_t m = a->mentions->sentence_first[last]; m < a->mentions->sentence_first[last + 1]; m++) {
            if (a->mentions->items[m].first < a->verbs->items[v - 1].item ||
                mp_at_reference(a, m)->kind != MP_SPEAKER_MODEL)
                continue;
            mp_at_credit_mention(a, attribution, m, MP_RULE_INTRODUCED);
            return true;
        }
    }
    return false;
}

/* The court heard the questions that he had put to it. / “how do i sound like two people” */
static bool lists_questions(const mp_attributor *a, uint32_t block) {
    enum { most_lines = 12 };
    uint32_t intro = block;

    for (uint32_t steps = 0; intro > 0 && steps < most_lines; steps++)
        if (a->tokens->article->blocks[--intro].kind != MP_BLOCK_LISTITEM) break;
    uint32_t last = mp_at_last_sentence(a, intro);
    if (last == MP_NONE || intro == block) return false;
    for (uint32_t i = a->sentences->list[last].first; i < a->sentences->list[last].end; i++)
        if (mp_at_tag(a, i) == MP_TAG_NOUN && mp_at_is(a, i, MP_BIT(ASKING))) return true;
    return false;
}

/* 3. Eskham – “unspoilt”; not: 3. “Cut it by half.” – a word of the line stands before the quote. */
static bool has_heading(const mp_attributor *a, uint32_t stretch, uint32_t first) {
    enum { most_tokens = 40 };
    uint32_t end = a->stretches->items[stretch].outer_first;
    for (uint32_t i = first; i < end && i < first + most_tokens; i++)
        if (a->tokens->items[i].kind == MP_TOKEN_WORD) return true;
    return false;
}

/* 3. Eskham – “unspoilt”: a line of a list that holds nothing but the words, on a page that quotes one model. */
static bool credit_list_line(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    enum { most_items = 12 };
    const mp_sentence *sentence = &a->sentences->list[sentence_of(a, stretch)];
    uint32_t first = a->tokens->block_first[sentence->block];
    bool line = a->tokens->article->blocks[sentence->block].kind == MP_BLOCK_LISTITEM ||
                (first < a->tokens->count && a->tokens->items[first].kind == MP_TOKEN_NUMBER);
    uint16_t model = a->references->main_model;
    if (!line || sentence->scope != MP_NONE || model == 0 || model == MP_MODEL_GENERIC ||
        sentence->end - sentence->first > most_items)
        return false;
    for (uint32_t i = sentence->first; i < sentence->end; i++)
        if (mp_at_tag(a, i) == MP_TAG_VERB || mp_at_tag(a, i) == MP_TAG_PRONOUN) return false;
    if (lists_questions(a, sentence->block) || !has_heading(a, stretch, first)) return false;
    attribution->reference = (mp_reference){.kind = MP_SPEAKER_MODEL, .model = model, .certainty = 60};
    attribution->rule = MP_RULE_INTRODUCED;
    return true;
}

/* “‘We are sorry.’ That’s lovely,” she said: words read out, on a page that quotes one model and no other. */
static bool credit_read_out(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    const mp_sentence *sentence = &a->sentences->list[sentence_of(a, stretch)];
    if (sentence->scope == MP_NONE || !mp_at_stands_alone(a, sentence_of(a, stretch)) ||
        !mp_at_ends_like_quote(a, stretch))
        return false;
    const mp_attribution *outer = &a->by_stretch[sentence->scope];
    if (outer->reference.kind != MP_SPEAKER_PERSON || a->references->main_model == 0 || outer->reference.maker != 0)
        return false;
    attribution->reference =
        (mp_reference){.kind = MP_SPEAKER_MODEL, .model = a->references->main_model, .certainty = 60};
    attribution->rule = MP_RULE_NAMED_WORDS;
    return true;
}

bool mp_at_attribute_by_turn(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    return credit_teller(a, stretch, attribution) || credit_dialogue(a, stretch, attribution) ||
           credit_awaited(a, stretch, attribution) || credit_next_answer(a, stretch, attribution) ||
           credit_going_on(a, stretch, attribution) || credit_that_was(a, stretch, attribution) ||
           credit_subject_before(a, stretch, attribution) || credit_next_paragraph(a, stretch, attribution) ||
           credit_answer(a, stretch, attribution) || credit_list_line(a, stretch, attribution) ||
           credit_read_out(a, stretch, attribution);
}
