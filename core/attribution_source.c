/* attribution_source.c: reported clauses without a verb: “according to Grok”, “Grok: …”. Knows mentions and marks; nothing
 * of what the words mean. */
#include "attribution_clause_internal.h"

/* Per Grok, the one that the town swears by, ferries should stop: past what only describes the model. */
static uint32_t skip_apposition(const mp_attributor *a, const mp_clause *c, uint32_t comma) {
    int open_verbs = 0;
    if (!mp_clause_in_sentence(c, comma + 1) || mp_at_tag(a, comma + 1) != MP_TAG_DETERMINER) return comma;
    for (uint32_t i = comma + 1; i < c->sentence->end && i < comma + MP_CLAUSE_SHORT_REACH * 2; i++) {
        mp_tag tag = mp_at_tag(a, i);
        if (tag == MP_TAG_COMMA) return mp_clause_begins(a, c, i + 1) ? i : comma;
        open_verbs -= tag == MP_TAG_THAT || tag == MP_TAG_RELATIVE;
        open_verbs += tag == MP_TAG_VERB || mp_at_is_auxiliary(a, i);
        if (open_verbs > 0 || tag == MP_TAG_STOP || tag == MP_TAG_COLON) return comma;
    }
    return comma;
}

/* a page on which, according to Grok, the duty was high: what follows hangs on what stands before. */
static bool opens_inner(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    if (item < c->sentence->first + 3 || mp_at_tag(a, item - 1) != MP_TAG_COMMA) return false;
    mp_tag before = mp_at_tag(a, item - 2);
    return before == MP_TAG_RELATIVE && mp_at_tag(a, item - 3) == MP_TAG_PREPOSITION;
}

/* “According to Grok, …”; “…, according to Grok”; and in the middle of its clause, the whole of which it reports. */
static bool source_clause(const mp_attributor *a, mp_clause *c, uint32_t item, uint32_t mention) {
    uint32_t after = a->mentions->items[mention].end;
    while (mp_clause_in_sentence(c, after) && mp_at_tag(a, after) != MP_TAG_COMMA &&
           mp_at_tag(a, after) != MP_TAG_COLON && mp_at_tag(a, after) != MP_TAG_STOP)
        after++;
    if (item == c->sentence->first && mp_clause_begins(a, c, a->mentions->items[mention].end)) {
        after = a->mentions->items[mention].end - 1; /* According to ChatGPT the bus leaves at nine */
    }
    if (item == c->sentence->first && mp_clause_in_sentence(c, after) && mp_at_tag(a, after) == MP_TAG_COMMA)
        after = skip_apposition(a, c, after);
    bool goes_on = after + 2 < c->sentence->end && mp_at_tag(a, after + 1) != MP_TAG_RELATIVE &&
                   mp_at_tag(a, after + 1) != MP_TAG_GERUND; /* …, according to Grok, which added */
    bool colon = mp_clause_in_sentence(c, after) && mp_at_tag(a, after) == MP_TAG_COLON;
    bool opens = item == c->sentence->first || colon || opens_inner(a, c, item);
    c->first = opens ? after + 1 : c->sentence->first;
    c->end = opens || goes_on ? c->sentence->end : item;
    for (uint32_t i = c->first; opens && i + 1 < c->end; i++)
        if (mp_at_tag(a, i) == MP_TAG_STOP) c->end = i; /* According to Grok, it was late; it advised a bus */
    bool hedged = !opens && !goes_on && item >= c->first + 3 && mp_at_tag(a, item - 1) == MP_TAG_ADVERB &&
                  mp_at_tag(a, item - 2) == MP_TAG_COMMA; /* it was late, at least according to Grok */
    if (hedged) c->end = item - 2;
    while (c->end > c->first && (mp_at_tag(a, c->end - 1) == MP_TAG_STOP || mp_at_tag(a, c->end - 1) == MP_TAG_COMMA))
        c->end--;
    return c->end > c->first + 1 && !mp_clause_has_model_words(a, c);
}

/* According to a post he published: who follows has written it. */
static bool is_written_by_another(const mp_attributor *a, const mp_clause *c, uint32_t mention) {
    uint32_t next = mp_at_mention_starting(a, c->sentence, a->mentions->items[mention].end);
    if (!mp_at_reference(a, mention)->text || next == MP_NONE) return false;
    uint32_t verb = a->mentions->items[next].end;
    return mp_at_reference(a, next)->kind == MP_SPEAKER_PERSON && mp_clause_in_sentence(c, verb) &&
           (mp_at_tag(a, verb) == MP_TAG_VERB || mp_at_is_auxiliary(a, verb));
}

static bool by_source(const mp_attributor *a, mp_clause *c, mp_attribution *attribution) {
    for (uint32_t i = c->sentence->first; i + 1 < c->sentence->end && i < c->sentence->first + MP_CLAUSE_REACH; i++) {
        if (!mp_at_is(a, i, MP_BIT(SOURCE))) continue;
        if (i > c->sentence->first && mp_at_tag(a, i - 1) == MP_TAG_NEGATION) continue; /* Not according to the bot. */
        uint32_t mention = mp_at_mention_starting(a, c->sentence, i + 1);
        if (mention == MP_NONE || mp_at_reference(a, mention)->kind == MP_SPEAKER_UNKNOWN) continue;
        if (is_written_by_another(a, c, mention) || !source_clause(a, c, i, mention)) continue;
        mp_at_credit_mention(a, attribution, mention, MP_RULE_ACCORDING_TO);
        attribution->cue_sentence = attribution->sentence;
        attribution->cue_start = mp_item_start(a->sentences, i);
        attribution->cue_end = mp_item_end(a->sentences, i);
        mp_clause_fill(a, c, attribution);
        return true;
    }
    return false;
}

static bool credit_clause(const mp_attributor *a, mp_clause *c, mp_attribution *attribution, uint32_t mention) {
    while (c->end > c->first && mp_at_tag(a, c->end - 1) == MP_TAG_STOP) c->end--;
    bool fits = c->end > c->first + 1 && c->end - c->first <= MP_CLAUSE_REACH && !mp_clause_has_model_words(a, c);
    if (!fits) return false;
    mp_at_credit_mention(a, attribution, mention, MP_RULE_ACCORDING_TO);
    mp_clause_fill(a, c, attribution);
    return true;
}

static bool is_model(const mp_attributor *a, uint32_t mention, bool text) {
    if (mention == MP_NONE) return false;
    const mp_reference *reference = mp_at_reference(a, mention);
    return reference->kind == MP_SPEAKER_MODEL && !reference->plural && reference->text == text;
}

/* The mention behind a preposition that owns words: by Grok’s reckoning, in its telling; MP_NONE where none does. */
static uint32_t words_of_model(const mp_attributor *a, const mp_clause *c, uint32_t preposition) {
    if (mp_at_tag(a, preposition) != MP_TAG_PREPOSITION) return MP_NONE;
    uint32_t mention = mp_at_mention_starting(a, c->sentence, preposition + 1);
    if (mention == MP_NONE || (a->mentions->items[mention].classes & MP_BIT(WORDS_NOUN)) == 0) return MP_NONE;
    const mp_mention *words = &a->mentions->items[mention];
    bool owned = words->owner_model != 0 || words->owned_by_it || words->owner_classes != 0;
    return owned && mp_at_reference(a, mention)->kind == MP_SPEAKER_MODEL ? mention : (uint32_t)MP_NONE;
}

static bool is_whole_clause(const mp_attributor *a, const mp_clause *c, uint32_t end);

/* The ferry, by its own account, was late; it was late, by Grok’s own account. */
static bool in_words_of(const mp_attributor *a, mp_clause *c, mp_attribution *attribution) {
    uint32_t least = c->sentence->first + 2;
    for (uint32_t i = least; i + 1 < c->sentence->end && i < least + MP_CLAUSE_REACH; i++) {
        if (mp_at_tag(a, i - 1) != MP_TAG_COMMA) continue;
        uint32_t mention = words_of_model(a, c, i);
        if (mention == MP_NONE) continue;
        uint32_t after = a->mentions->items[mention].end;
        bool closes = !mp_clause_in_sentence(c, after) || mp_at_tag(a, after) == MP_TAG_STOP;
        bool around = !closes && mp_at_tag(a, after) == MP_TAG_COMMA;
        if (!closes && !around) continue;
        c->first = c->sentence->first;
        c->end = around ? c->sentence->end : i - 1;
        if (!around && !is_whole_clause(a, c, i - 1)) return false;
        return credit_clause(a, c, attribution, mention);
    }
    return false;
}

/* By Grok’s reckoning, the ferry was late; in its telling, it was not. */
static bool by_words_of(const mp_attributor *a, mp_clause *c, mp_attribution *attribution) {
    uint32_t mention = words_of_model(a, c, c->sentence->first);
    if (mention == MP_NONE) return false;
    uint32_t comma = a->mentions->items[mention].end;
    bool follows = mp_clause_in_sentence(c, comma) && mp_at_tag(a, comma) == MP_TAG_COMMA;
    if (!follows || !mp_clause_begins(a, c, comma + 1)) return false;
    c->first = comma + 1;
    c->end = c->sentence->end;
    return credit_clause(a, c, attribution, mention);
}

/* As Grok tells it, the ferry was late. */
static bool as_it_tells(const mp_attributor *a, mp_clause *c, mp_attribution *attribution) {
    uint32_t first = c->sentence->first;
    if (!mp_at_is(a, first, MP_BIT(AS))) return false;
    uint32_t mention = mp_at_mention_starting(a, c->sentence, first + 1);
    if (!is_model(a, mention, false)) return false;
    uint32_t verb = a->mentions->items[mention].end;
    bool tells = verb + 3 < c->sentence->end && mp_at_tag(a, verb) == MP_TAG_VERB &&
                 mp_at_is(a, verb + 1, MP_BIT(PRONOUN_THING)) && mp_at_tag(a, verb + 2) == MP_TAG_COMMA;
    if (!tells || !mp_clause_begins(a, c, verb + 3)) return false;
    c->first = verb + 3;
    c->end = c->sentence->end;
    return credit_clause(a, c, attribution, mention);
}

/* Whether a whole clause stands before `end`, and no noun with a relative clause whose verb is to come. */
static bool is_whole_clause(const mp_attributor *a, const mp_clause *c, uint32_t end) {
    bool verb = false;
    for (uint32_t i = c->sentence->first; i < end; i++) {
        if (mp_at_tag(a, i) == MP_TAG_RELATIVE || mp_at_tag(a, i) == MP_TAG_STRETCH) return false;
        verb |= mp_at_is_auxiliary(a, i) || mp_at_tag(a, i) == MP_TAG_VERB;
    }
    return verb;
}

/* It was late, came the reply; it was not, was the bot’s answer. Not: A copy, sent by a reader, shows the reply. */
static bool came_the_reply(const mp_attributor *a, mp_clause *c, mp_attribution *attribution) {
    static const mp_word_classes with_object = MP_BIT(CLAUSAL) | MP_BIT(CAUSING) | MP_BIT(ASKING);
    uint32_t i = c->sentence->end, least = c->sentence->first + 2;
    for (uint32_t steps = 0; i > least && mp_at_tag(a, i - 1) != MP_TAG_COMMA; i--, steps++)
        if (steps > MP_CLAUSE_SHORT_REACH) return false;
    if (i <= least || i + 1 >= c->sentence->end || i - c->sentence->first > MP_CLAUSE_REACH) return false;
    const mp_entry *entry = mp_token_entry(a->tokens, a->sentences->items[i].token);
    bool came = mp_at_tag(a, i) == MP_TAG_VERB && entry->cue == 0 && !mp_at_is(a, i, with_object);
    uint32_t mention = mp_at_mention_starting(a, c->sentence, i + 1);
    if ((!came && !mp_at_is(a, i, MP_BIT(BE))) || !is_model(a, mention, true)) return false;
    const mp_mention *reply = &a->mentions->items[mention];
    if (reply->owned_by_it || reply->owner_model != 0) return false; /* …, is its answer */
    mp_tag opens = mp_at_tag(a, c->sentence->first);
    if (opens == MP_TAG_SUBORDINATOR || opens == MP_TAG_PREPOSITION || opens == MP_TAG_GERUND) return false;
    if (reply->kind != MP_MENTION_TEXT || reply->indefinite || !is_whole_clause(a, c, i - 1)) return false;
    bool closes = !mp_clause_in_sentence(c, reply->end) || mp_at_tag(a, reply->end) == MP_TAG_STOP;
    c->first = c->sentence->first;
    c->end = i - 1;
    return closes && credit_clause(a, c, attribution, mention);
}

/* Wren: nine. – a line of a dialogue. */
static bool is_label_line(const mp_attributor *a, uint32_t block) {
    enum { most_label = 3 };
    uint32_t first = mp_at_first_sentence(a, block);
    if (first == MP_NONE) return false;
    const mp_sentence *sentence = &a->sentences->list[first];
    for (uint32_t i = sentence->first + 1; i + 1 < sentence->end && i <= sentence->first + most_label; i++)
        if (mp_at_tag(a, i) == MP_TAG_COLON) return true;
    return false;
}

/* Here is what came back. – a paragraph of a few words between question and answers. */
static bool is_pointer(const mp_attributor *a, uint32_t block) {
    enum { most_items = 9 };
    uint32_t first = mp_at_first_sentence(a, block);
    return first != MP_NONE && first == mp_at_last_sentence(a, block) &&
           a->sentences->list[first].end - a->sentences->list[first].first <= most_items;
}

/* When do the polls close? / Grok: nine at night – an answer needs no verb. */
static bool is_awaited(const mp_attributor *a, const mp_sentence *sentence) {
    enum { most_lines = 8, most_pointers = 1 };
    uint32_t block = sentence->block, pointers = 0;
    if (a->references->awaited[sentence - a->sentences->list] != 0) return true;
    for (uint32_t steps = 0; block > 0 && steps < most_lines; steps++) {
        uint32_t last = mp_at_last_sentence(a, --block);
        if (last == MP_NONE) return false;
        if (mp_sentence_asks(a->sentences, &a->sentences->list[last])) return true;
        if (a->tokens->article->blocks[block].kind == MP_BLOCK_LISTITEM || is_label_line(a, block)) continue;
        if (!is_pointer(a, block) || ++pointers > most_pointers) return false;
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
                     a->mentions->items[verb->subject].kind != MP_MENTION_IT &&
                     a->mentions->items[verb->subject].kind != MP_MENTION_HE_OR_SHE;
        return named && subject->kind != MP_SPEAKER_UNKNOWN && (verb->cue != 0 || subject->maker != 0);
    }
    return false;
}

/* Its excuse: the pump had failed. */
static bool by_text_label(const mp_attributor *a, mp_clause *c, mp_attribution *attribution) {
    uint32_t first = mp_at_mention_starting(a, c->sentence, c->sentence->first);
    if (!is_model(a, first, true) || (a->mentions->items[first].classes & MP_BIT(REPLY)) == 0) return false;
    const mp_mention *text = &a->mentions->items[first];
    bool owned = text->owner_model != 0 || text->owned_by_it;
    if (!owned || !mp_clause_in_sentence(c, text->end + 2) || mp_at_tag(a, text->end) != MP_TAG_COLON) return false;
    bool word = mp_at_is(a, text->end + 1, MP_BIT(ANSWER_WORD));
    for (uint32_t i = text->end; i < c->sentence->end && i < text->end + MP_CLAUSE_REACH; i++)
        if (mp_at_tag(a, i) == MP_TAG_STRETCH) return false;
    if (!word && !mp_clause_begins(a, c, text->end + 1)) return false;
    c->first = text->end + 1;
    c->end = c->sentence->end;
    return credit_clause(a, c, attribution, first);
}

/* Grok (09:14): … */
static uint32_t past_parenthesis(const mp_attributor *a, const mp_sentence *sentence, uint32_t item) {
    enum { most_items = 6 };
    if (item >= sentence->end || mp_at_tag(a, item) != MP_TAG_OPEN) return item;
    for (uint32_t i = item + 1; i + 1 < sentence->end && i <= item + most_items; i++)
        if (mp_at_tag(a, i) == MP_TAG_CLOSE) return i + 1;
    return item;
}

/* Grok: words without marks, as a headline or a turn of a dialogue; a headline may name its speaker last. */
static bool by_label(const mp_attributor *a, mp_clause *c, mp_attribution *attribution) {
    const mp_sentence *sentence = c->sentence;
    uint32_t first = mp_at_mention_starting(a, sentence, sentence->first);
    bool headline = a->tokens->article->blocks[sentence->block].kind <= MP_BLOCK_DEK;

    bool in_text = a->tokens->article->blocks[sentence->block].kind > MP_BLOCK_SUBHEAD;
    if (first != MP_NONE && a->mentions->items[first].kind == MP_MENTION_MODEL) {
        uint32_t colon = past_parenthesis(a, sentence, a->mentions->items[first].end);
        bool speaks =
            colon + 2 < sentence->end && mp_at_tag(a, colon) == MP_TAG_COLON && a->mentions->items[first].model != 0;
        c->first = colon + 1;
        c->end = sentence->end;
        bool asks = mp_clause_in_sentence(c, c->first) &&
                    (mp_at_tag(a, c->first) == MP_TAG_QUESTION || mp_at_tag(a, c->first) == MP_TAG_RELATIVE);
        bool thing =
            speaks && headline && mp_at_tag(a, c->first) == MP_TAG_DETERMINER && !mp_clause_begins(a, c, c->first);
        if (thing || asks || (headline && mp_sentence_asks(a->sentences, sentence)))
            speaks = false; /* Grok: what to know; Grok v Tay: which? */
        if (speaks && (has_finite_verb(a, c) || (in_text && is_awaited(a, sentence))) &&
            !(headline && is_news_of_others(a, c)) && sentence->scope == MP_NONE && !mp_clause_has_model_words(a, c) &&
            sentence->first == a->mentions->items[first].first) {
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
    return by_source(a, &c, attribution) || by_words_of(a, &c, attribution) || in_words_of(a, &c, attribution) ||
           as_it_tells(a, &c, attribution) || came_the_reply(a, &c, attribution) || by_text_label(a, &c, attribution) ||
           by_label(a, &c, attribution);
}
