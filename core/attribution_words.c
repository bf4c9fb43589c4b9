/* attribution_words.c: quoted words credited by other words of their sentence than a verb of saying: “according to”, a
 * label or a signature, “its first words were”. Knows mentions and marks; nothing of what the words mean. */
#include "attribution_quote.h"

/* In Grok’s own words, the mayor is “…” */
static bool are_words_of_model(const mp_attributor *a, uint32_t mention) {
    const mp_reference *reference = mp_at_reference(a, mention);
    bool words = (a->mentions->items[mention].classes & MP_BIT(WORDS_NOUN)) != 0;
    return words && reference->kind == MP_SPEAKER_MODEL && reference->text && reference->certainty >= 70;
}

static bool credit_source(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    uint32_t first = at->item - at->sentence->first > mp_quote_reach ? at->item - mp_quote_reach : at->sentence->first;
    uint32_t end = at->sentence->end - at->item > mp_quote_reach ? at->item + mp_quote_reach : at->sentence->end;

    for (uint32_t i = first; i + 1 < end; i++) {
        bool source = mp_at_is(a, i, MP_BIT(SOURCE));
        if (!source && mp_at_tag(a, i) != MP_TAG_PREPOSITION) continue;
        uint32_t mention = mp_at_mention_starting(a, at->sentence, i + 1);
        if (mention == MP_NONE || !(source || are_words_of_model(a, mention))) continue;
        mp_at_credit_mention(a, attribution, mention, MP_RULE_ACCORDING_TO);
        return true;
    }
    return false;
}

/* “…” That was Grok’s answer. */
static bool credit_that_was(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    uint32_t next = at->item + 1;
    if (at->item != at->sentence->first || next + 2 >= at->sentence->end || !mp_at_ends_like_quote(a, at->stretch))
        return false;
    if (mp_at_tag(a, next) != MP_TAG_THAT && mp_at_tag(a, next) != MP_TAG_PRONOUN) return false;
    if (!mp_at_is(a, next + 1, MP_BIT(BE))) return false;
    uint32_t mention = mp_at_mention_starting(a, at->sentence, next + 2);
    if (mention == MP_NONE || !mp_at_reference(a, mention)->text) return false;
    mp_at_credit_mention(a, attribution, mention, MP_RULE_NAMED_WORDS);
    return true;
}

/* “…,” was all it would say; “…” is how Grok put it. */
static bool credit_all_it_said(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    uint32_t next = at->item + 1;
    if (next < at->sentence->end && mp_at_tag(a, next) == MP_TAG_COMMA) next++;
    if (next + 2 >= at->sentence->end || !mp_at_is(a, next, MP_BIT(BE))) return false;
    uint32_t mention = mp_at_mention_starting(a, at->sentence, next + 2);
    if (mention == MP_NONE || mp_at_tag(a, next + 1) == MP_TAG_DETERMINER) return false;
    const mp_reference *reference = mp_at_reference(a, mention);
    if (reference->kind != MP_SPEAKER_MODEL || reference->plural) return false;
    mp_at_credit_mention(a, attribution, mention, MP_RULE_NAMED_WORDS);
    return true;
}

/* I have Grok on my phone. I told it about the rash. “…,” is what I got. */
static bool credit_what_one_got(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    enum { most_back = 3 };
    uint32_t next = at->item + 1;
    if (next < at->sentence->end && mp_at_tag(a, next) == MP_TAG_COMMA) next++;
    if (at->item != at->sentence->first || next + 3 >= at->sentence->end) return false;
    if (!mp_at_ends_like_quote(a, at->stretch)) return false;
    if (!mp_at_is(a, next, MP_BIT(BE)) || mp_at_tag(a, next + 1) != MP_TAG_QUESTION) return false;
    if (mp_at_tag(a, next + 2) != MP_TAG_PRONOUN) return false;
    uint32_t verb = mp_at_verb_at(a, at->sentence_number, next + 3, true);
    if (verb == MP_NONE || a->verbs->items[verb].cue != 0) return false; /* is what I said */
    for (uint32_t s = at->sentence_number, steps = 0; s > 0 && steps < most_back; s--, steps++) {
        if (a->sentences->list[s - 1].block != at->sentence->block) return false;
        for (uint32_t m = a->mentions->sentence_first[s - 1]; m < a->mentions->sentence_first[s]; m++) {
            const mp_reference *reference = mp_at_reference(a, m);
            if (reference->kind != MP_SPEAKER_MODEL || reference->plural) continue;
            mp_at_credit_mention(a, attribution, m, MP_RULE_NAMED_WORDS);
            return true;
        }
    }
    return false;
}

/* “You are ready”: families sue over what Grok said */
static bool credit_what_it_said(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    uint32_t first = a->verbs->sentence_first[at->sentence_number],
             v = a->verbs->sentence_first[at->sentence_number + 1];
    if (at->item != at->sentence->first || v == first || at->sentence->end < at->item + 4) return false;
    mp_tag mark = mp_at_tag(a, at->item + 1);
    const mp_verb *verb = &a->verbs->items[v - 1];
    if ((mark != MP_TAG_COLON && mark != MP_TAG_DASH) || verb->subject == MP_NONE) return false;
    bool says = (mp_at_takes(a, verb) & MP_TAKES(QUOTE)) != 0 && verb->item + 2 >= at->sentence->end;
    uint32_t subject = a->mentions->items[verb->subject].first;
    if (!says || verb->negated || subject == at->sentence->first || mp_at_tag(a, subject - 1) != MP_TAG_QUESTION)
        return false;
    if (mp_at_reference(a, verb->subject)->kind != MP_SPEAKER_MODEL) return false;
    mp_at_credit_verb(a, attribution, v - 1, MP_RULE_QUOTE_THEN_SPEAKER);
    return true;
}

/* The bot’s advice on bins – “…” – amused her. Its tone was contrite (“…”). */
static bool credit_inserted(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    enum { most_items = 8 };
    if (at->item == at->sentence->first || at->item + 1 >= at->sentence->end) return false;
    mp_tag before = mp_at_tag(a, at->item - 1), after = mp_at_tag(a, at->item + 1);
    bool dashes = before == MP_TAG_DASH && after == MP_TAG_DASH;
    bool brackets = before == MP_TAG_OPEN && after == MP_TAG_CLOSE;
    if (!dashes && !brackets) return false;
    for (uint32_t i = at->item - 1; i > at->sentence->first && i + most_items > at->item; i--) {
        uint32_t mention = a->mentions->item_mention[i - 1];
        if (mp_at_tag(a, i - 1) == MP_TAG_VERB || mp_at_tag(a, i - 1) == MP_TAG_COMMA) return false;
        if (mention == MP_NONE) continue;
        const mp_reference *reference = mp_at_reference(a, mention);
        if (reference->kind != MP_SPEAKER_MODEL || !reference->text || reference->certainty < 70) continue;
        mp_at_credit_mention(a, attribution, mention, MP_RULE_NAMED_WORDS);
        return true;
    }
    return false;
}

/* Tuam ‘one to watch’ as Grok says prices will rise: the verb has words of its own. */
static bool goes_on_saying(const mp_attributor *a, const mp_quote_place *at, const mp_verb *verb) {
    uint32_t next = verb->item + 1;
    uint32_t mention = mp_at_mention_starting(a, at->sentence, next);
    if (mention == MP_NONE || a->mentions->items[mention].kind == MP_MENTION_IT) return false;
    uint32_t end = a->verbs->sentence_first[at->sentence_number + 1];
    return verb + 1 < a->verbs->items + end && !verb[1].infinitive && !verb[1].gerund;
}

/* It will be Reval, “no doubt about it”, as Grok put it. */
static bool credit_as_put(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    uint32_t next = at->item + 1;
    if (next < at->sentence->end && mp_at_tag(a, next) == MP_TAG_COMMA) next++;
    if (next >= at->sentence->end || !mp_at_is(a, next, MP_BIT(AS))) return false;
    uint32_t mention = mp_at_mention_starting(a, at->sentence, next + 1);
    uint32_t verb = mention == MP_NONE ? (uint32_t)MP_NONE : mp_at_verb_of_subject(a, at, mention);
    if (verb == MP_NONE || goes_on_saying(a, at, &a->verbs->items[verb])) return false;
    mp_at_credit_verb(a, attribution, verb, MP_RULE_QUOTE_THEN_SPEAKER);
    return true;
}

/* A label opens its sentence, behind a time of day or as the source of a text: 22.10 Grok: “…”; statement from Grok: “…” */
static bool begins_label(const mp_attributor *a, const mp_quote_place *at, uint32_t item) {
    enum { most_items = 5 };
    if (item == at->sentence->first) return true;
    if (item - at->sentence->first > most_items) return false;
    uint32_t text = mp_at_mention_starting(a, at->sentence, at->sentence->first);
    bool of_text = text != MP_NONE && a->mentions->items[text].end + 1 == item &&
                   (a->mentions->items[text].classes & (MP_BIT(TEXT_NOUN) | MP_BIT(DOCUMENT_NOUN))) != 0 &&
                   mp_at_is(a, item - 1, MP_BIT(AFFILIATION) | MP_BIT(BY));
    for (uint32_t i = at->sentence->first; i < item && !of_text; i++) {
        mp_tag tag = mp_at_tag(a, i);
        if (tag != MP_TAG_NUMBER && tag != MP_TAG_COLON && tag != MP_TAG_DASH && tag != MP_TAG_STOP) return false;
    }
    return true;
}

/* Grok: we “deeply regret” the delay – a label over words that hold a quote. */
static bool credit_label_of_sentence(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    uint32_t mention = mp_at_mention_starting(a, at->sentence, at->sentence->first);
    if (mention == MP_NONE || a->mentions->items[mention].end + 1 >= at->item) return false;
    if (mp_at_tag(a, a->mentions->items[mention].end) != MP_TAG_COLON) return false;
    if (mp_at_reference(a, mention)->kind != MP_SPEAKER_MODEL || mp_at_reference(a, mention)->text) return false;
    mp_at_credit_mention(a, attribution, mention, MP_RULE_LABEL);
    return true;
}

/* Grok: “…” – the label opens its sentence. “…”: Grok, and “…” – Grok close theirs. */
static bool credit_label(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    if (at->item >= at->sentence->first + 2 && mp_at_tag(a, at->item - 1) == MP_TAG_COLON) {
        uint32_t mention = a->mentions->item_mention[at->item - 2];
        if (mention != MP_NONE && begins_label(a, at, a->mentions->items[mention].first)) {
            mp_at_credit_mention(a, attribution, mention, MP_RULE_LABEL);
            return true;
        }
    }
    if (credit_label_of_sentence(a, at, attribution)) return true;
    if (at->item + 2 >= at->sentence->end) return false;
    mp_tag mark = mp_at_tag(a, at->item + 1);
    if ((mark != MP_TAG_COLON && mark != MP_TAG_DASH) || at->item != at->sentence->first) return false;
    uint32_t mention = mp_at_mention_starting(a, at->sentence, at->item + 2);
    if (mention == MP_NONE) return false;
    bool speaks = mp_at_reference(a, mention)->kind != MP_SPEAKER_UNKNOWN;
    uint32_t verb = mp_at_verb_of_subject(a, at, mention);
    if (speaks && verb != MP_NONE)
        mp_at_credit_verb(a, attribution, verb, MP_RULE_LABEL);
    else if (speaks)
        mp_at_credit_mention(a, attribution, mention, mark == MP_TAG_DASH ? MP_RULE_SIGNATURE : MP_RULE_LABEL);
    return speaks;
}

/* ChatGPT ‘sorry’ as bot goes down: in headlines the verb may be missing. */
static bool credit_headline(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    if (a->tokens->article->blocks[at->sentence->block].kind > MP_BLOCK_SUBHEAD || at->item == at->sentence->first)
        return false;
    uint32_t mention = a->mentions->item_mention[at->item - 1];
    if (mention == MP_NONE || mp_at_reference(a, mention)->kind != MP_SPEAKER_MODEL) return false;
    if (mp_at_tag(a, at->item - 1) == MP_TAG_CLITIC) return false; /* Grok’s ‘sorry’ was ordered by a user */
    uint32_t next = at->item + 1 < at->sentence->end ? mp_item_token(a->sentences, at->item + 1) : (uint32_t)MP_NONE;
    if (next != MP_NONE && a->tokens->items[next].code == '?') return false; /* Grok ‘rude’? */
    if (a->mentions->items[mention].model == 0 || a->mentions->items[mention].first != at->sentence->first)
        return false;
    mp_at_credit_mention(a, attribution, mention, MP_RULE_LABEL);
    return true;
}

/* Another paper calls the post “…” */
static bool is_being_named(const mp_attributor *a, const mp_sentence *sentence, uint32_t item) {
    if (item == sentence->first || mp_at_tag(a, item - 1) != MP_TAG_VERB) return false;
    uint32_t verb = mp_at_verb_at(a, (uint32_t)(sentence - a->sentences->list), item - 1, true);
    return verb != MP_NONE && (mp_at_takes(a, &a->verbs->items[verb]) & MP_TAKES(WEAK)) != 0;
}

/* …, and its words “were not ours”: a subject, not what brings the quote. */
static bool begins_clause(const mp_attributor *a, const mp_sentence *sentence, uint32_t item) {
    if (mp_at_tag(a, item) != MP_TAG_POSSESSIVE) return false;
    return item == sentence->first || mp_at_tag(a, item - 1) == MP_TAG_COORDINATOR ||
           mp_at_tag(a, item - 1) == MP_TAG_STOP || mp_at_tag(a, item - 1) == MP_TAG_THAT;
}

/* Its answer, with the words “…”; the phrase “…” in one of Grok’s posts. */
static bool credit_named_words(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    if (at->item == at->sentence->first ||
        !mp_at_is(a, at->item - 1, MP_BIT(WORDS_NOUN) | MP_BIT(TEXT_NOUN) | MP_BIT(AS)))
        return false; /* its answer, with the words “…”; its description of the town as “…” */
    uint32_t adjacent = a->mentions->item_mention[at->item - 1],
             end = a->mentions->sentence_first[at->sentence_number + 1];
    if (adjacent != MP_NONE && is_being_named(a, at->sentence, a->mentions->items[adjacent].first)) return false;
    bool shown = adjacent != MP_NONE && a->mentions->items[adjacent].first > at->sentence->first &&
                 mp_at_is(a, a->mentions->items[adjacent].first - 1, MP_BIT(SHOWING)); /* displayed the message “…” */
    if (shown) return false;
    if (adjacent != MP_NONE && begins_clause(a, at->sentence, a->mentions->items[adjacent].first)) return false;

    for (uint32_t m = a->mentions->sentence_first[at->sentence_number]; m < end; m++) {
        const mp_reference *reference = mp_at_reference(a, m);
        if (!reference->text || reference->kind != MP_SPEAKER_MODEL || reference->certainty < 75) continue;
        mp_at_credit_mention(a, attribution, m, MP_RULE_NAMED_WORDS);
        return true;
    }
    return false;
}

/* Grok’s first words were “…”: nothing but a form of “to be” between the words and the quote. */
/* Grok’s answer to the mayor was “…”; the advice from Grok was to “…” */
static bool credit_answer_that_is(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    uint32_t item = at->item;
    if (item > at->sentence->first && mp_at_tag(a, item - 1) == MP_TAG_PREPOSITION) item--;
    if (item == at->sentence->first || !mp_at_is(a, item - 1, MP_BIT(BE))) return false;
    uint32_t verb = mp_at_verb_at(a, at->sentence_number, item - 1, true);
    if (verb == MP_NONE || a->verbs->items[verb].subject == MP_NONE) return false;
    uint32_t subject = a->verbs->items[verb].subject;
    const mp_reference *reference = mp_at_reference(a, subject);
    bool whole = mp_at_ends_like_quote(a, at->stretch) && mp_at_reads_like_clause(a, at->stretch);
    int least = whole && a->mentions->items[subject].definite ? 60 : 85; /* The reply, when it came, was “It sank.” */
    bool answer = (a->mentions->items[subject].classes & (MP_BIT(TEXT_NOUN) | MP_BIT(REPLY))) != 0 &&
                  reference->certainty >= least;
    if (!answer || !reference->text || reference->kind != MP_SPEAKER_MODEL) return false;
    mp_at_credit_mention(a, attribution, subject, MP_RULE_NAMED_WORDS);
    return true;
}

static bool credit_words_that_are(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    enum { least_words = 3 };
    uint32_t item = at->item;
    bool is = false;

    for (uint32_t steps = 0; item > at->sentence->first && steps < mp_quote_verbs; item--, steps++) {
        mp_tag tag = mp_at_tag(a, item - 1);
        is |= mp_at_is(a, item - 1, MP_BIT(BE));
        if (tag != MP_TAG_AUXILIARY && tag != MP_TAG_ADVERB && tag != MP_TAG_COLON && tag != MP_TAG_COMMA) break;
    }
    uint32_t mention = is && item > at->sentence->first ? a->mentions->item_mention[item - 1] : (uint32_t)MP_NONE;
    if (mention == MP_NONE || a->mentions->items[mention].first != at->sentence->first) return false;
    const mp_mention *words = &a->mentions->items[mention];
    static const mp_word_classes of_text = MP_BIT(WORDS_NOUN) | MP_BIT(TEXT_NOUN) | MP_BIT(DOCUMENT_NOUN);
    const mp_stretch *own = &a->stretches->items[at->stretch]; /* its answer was “simply wrong” judges it */
    bool judges = own->end_token - own->first_token < least_words && !mp_at_ends_like_quote(a, at->stretch);
    if ((words->classes & of_text) == 0 || !words->definite || judges) return false;
    mp_at_credit_mention(a, attribution, mention, MP_RULE_NAMED_WORDS);
    return true;
}

/* “…,” came the first reply. */
static bool credit_text_after(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    uint32_t verb = mp_at_verb_at(a, at->sentence_number, at->item + 1, true);
    if (verb == MP_NONE || a->verbs->items[verb].cue != 0) return false;
    uint32_t mention = mp_at_mention_starting(a, at->sentence, at->item + 2);
    if (mention == MP_NONE || !mp_at_reference(a, mention)->text) return false;
    mp_at_credit_mention(a, attribution, mention, MP_RULE_QUOTE_THEN_SPEAKER);
    return true;
}

/* Asked again, it “regretted the confusion”: a model, and a verb of its own words. */
static bool credit_predicate(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    if (at->item == at->sentence->first || !mp_at_reads_like_clause(a, at->stretch)) return false;
    uint32_t mention = a->mentions->item_mention[at->item - 1];
    if (mention == MP_NONE || a->mentions->items[mention].end != at->item) return false;
    const mp_reference *reference = mp_at_reference(a, mention);
    uint32_t begins = a->mentions->items[mention].first;
    mp_tag before = begins == at->sentence->first ? MP_TAG_STOP : mp_at_tag(a, begins - 1);
    bool subject = before == MP_TAG_STOP || before == MP_TAG_COMMA || before == MP_TAG_COORDINATOR ||
                   before == MP_TAG_SUBORDINATOR || before == MP_TAG_ADVERB ||
                   before == MP_TAG_THAT; /* not: asked to make it “moving” */
    if (reference->kind != MP_SPEAKER_MODEL || reference->text || !subject) return false;
    const mp_entry *first = mp_token_entry(a->tokens, a->stretches->items[at->stretch].first_token);
    if (first->cue == 0 && (first->classes & (MP_BIT(VERB) | MP_BIT(AUXILIARY) | MP_BIT(MODAL))) == 0) return false;
    mp_at_credit_mention(a, attribution, mention, MP_RULE_NAMED_WORDS);
    return true;
}

bool mp_at_credit_by_words(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    return credit_source(a, at, attribution) || credit_as_put(a, at, attribution) ||
           credit_that_was(a, at, attribution) || credit_all_it_said(a, at, attribution) ||
           credit_what_one_got(a, at, attribution) || credit_what_it_said(a, at, attribution) ||
           credit_inserted(a, at, attribution) || credit_label(a, at, attribution) ||
           credit_headline(a, at, attribution) || credit_named_words(a, at, attribution) ||
           credit_answer_that_is(a, at, attribution) || credit_words_that_are(a, at, attribution) ||
           credit_text_after(a, at, attribution) || credit_predicate(a, at, attribution);
}
