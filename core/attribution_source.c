/* attribution_source.c: reported clauses without a verb: “according to Grok”, “Grok: …”. Knows mentions and marks; nothing
 * of what the words mean. */
#include "attribution_clause_internal.h"

/* “According to Grok, …”; “…, according to Grok”; and in the middle of its clause, the whole of which it reports. */
static bool source_clause(const mp_attributor *a, mp_clause *c, uint32_t item, uint32_t mention) {
    uint32_t after = a->mentions->items[mention].end;
    while (mp_clause_in_sentence(c, after) && mp_at_tag(a, after) != MP_TAG_COMMA &&
           mp_at_tag(a, after) != MP_TAG_COLON && mp_at_tag(a, after) != MP_TAG_STOP)
        after++;
    if (item == c->sentence->first && mp_clause_begins(a, c, a->mentions->items[mention].end)) {
        after = a->mentions->items[mention].end - 1; /* According to ChatGPT the bus leaves at nine */
    }
    bool goes_on = after + 2 < c->sentence->end && mp_at_tag(a, after + 1) != MP_TAG_RELATIVE &&
                   mp_at_tag(a, after + 1) != MP_TAG_GERUND; /* …, according to Grok, which added */
    bool colon = mp_clause_in_sentence(c, after) && mp_at_tag(a, after) == MP_TAG_COLON;
    c->first = item == c->sentence->first || colon ? after + 1 : c->sentence->first;
    c->end = item == c->sentence->first || goes_on ? c->sentence->end : item;
    while (c->end > c->first && (mp_at_tag(a, c->end - 1) == MP_TAG_STOP || mp_at_tag(a, c->end - 1) == MP_TAG_COMMA))
        c->end--;
    return c->end > c->first + 1 && !mp_clause_has_model_words(a, c);
}

static bool by_source(const mp_attributor *a, mp_clause *c, mp_attribution *attribution) {
    for (uint32_t i = c->sentence->first; i + 1 < c->sentence->end && i < c->sentence->first + MP_CLAUSE_REACH; i++) {
        if (!mp_at_is(a, i, MP_BIT(SOURCE))) continue;
        uint32_t mention = mp_at_mention_starting(a, c->sentence, i + 1);
        if (mention == MP_NONE || mp_at_reference(a, mention)->kind == MP_SPEAKER_UNKNOWN) continue;
        if (!source_clause(a, c, i, mention)) continue;
        mp_at_credit_mention(a, attribution, mention, MP_RULE_ACCORDING_TO);
        attribution->cue_sentence = attribution->sentence;
        attribution->cue_start = mp_item_start(a->sentences, i);
        attribution->cue_end = mp_item_end(a->sentences, i);
        mp_clause_fill(a, c, attribution);
        return true;
    }
    return false;
}

static bool has_finite_verb(const mp_attributor *a, const mp_clause *c) {
    for (uint32_t i = c->first; i < c->end; i++) {
        bool infinitive = i > c->first && mp_at_tag(a, i - 1) == MP_TAG_TO; /* ChatGPT: five things to know */
        if (mp_at_is_auxiliary(a, i) || (mp_at_tag(a, i) == MP_TAG_VERB && !infinitive)) return true;
    }
    return false;
}

/* ChatGPT: users report outage; Copilot: Microsoft raises price – the name tells what the news is about. */
static bool is_news_of_others(const mp_attributor *a, const mp_clause *c) {
    uint32_t number = (uint32_t)(c->sentence - a->sentences->list);
    for (uint32_t v = a->verbs->sentence_first[number]; v < a->verbs->sentence_first[number + 1]; v++) {
        const mp_verb *verb = &a->verbs->items[v];
        if (verb->item < c->first || verb->subject == MP_NONE) continue;
        if (a->mentions->items[verb->subject].first < c->first) return false;
        const mp_reference *subject = mp_at_reference(a, verb->subject);
        bool named = a->mentions->items[verb->subject].kind != MP_MENTION_I &&
                     a->mentions->items[verb->subject].kind != MP_MENTION_HE_OR_SHE;
        return named && subject->kind != MP_SPEAKER_UNKNOWN && (verb->cue != 0 || subject->maker != 0);
    }
    return false;
}

/* Grok: words without marks, as a headline or a turn of a dialogue; a headline may name its speaker last. */
static bool by_label(const mp_attributor *a, mp_clause *c, mp_attribution *attribution) {
    const mp_sentence *sentence = c->sentence;
    uint32_t first = mp_at_mention_starting(a, sentence, sentence->first);
    bool headline = a->tokens->article->blocks[sentence->block].kind <= MP_BLOCK_DEK;

    if (first != MP_NONE && a->mentions->items[first].kind == MP_MENTION_MODEL) {
        uint32_t colon = a->mentions->items[first].end;
        bool speaks =
            colon + 2 < sentence->end && mp_at_tag(a, colon) == MP_TAG_COLON && a->mentions->items[first].model != 0;
        c->first = colon + 1;
        c->end = sentence->end;
        if (mp_clause_in_sentence(c, c->first) && mp_at_tag(a, c->first) == MP_TAG_QUESTION)
            speaks = false; /* Grok: what to know */
        if (speaks && has_finite_verb(a, c) && !is_news_of_others(a, c) && sentence->scope == MP_NONE &&
            !mp_clause_has_model_words(a, c) && sentence->first == a->mentions->items[first].first) {
            mp_at_credit_mention(a, attribution, first, MP_RULE_LABEL);
            mp_clause_fill(a, c, attribution);
            return true;
        }
    }
    if (!headline) return false;
    for (uint32_t i = sentence->end; i > sentence->first + 3; i--) {
        if (mp_at_tag(a, i - 1) != MP_TAG_COLON) continue;
        uint32_t last = mp_at_mention_starting(a, sentence, i);
        if (last == MP_NONE || a->mentions->items[last].model == 0 ||
            a->mentions->items[last].end < sentence->end - (sentence->end > i ? 1u : 0u))
            return false;
        *c = (mp_clause){.sentence = sentence, .first = sentence->first, .end = i - 1};
        mp_at_credit_mention(a, attribution, last, MP_RULE_LABEL);
        mp_clause_fill(a, c, attribution);
        return true;
    }
    return false;
}

bool mp_at_clause_without_verb(const mp_attributor *a, uint32_t sentence, mp_attribution *attribution) {
    mp_clause c = {.sentence = &a->sentences->list[sentence]};

    attribution->sentence = sentence;
    return by_source(a, &c, attribution) || by_label(a, &c, attribution);
}
