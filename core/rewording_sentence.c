/* rewording_sentence.c: sentences of their own that tell what happened: what was generated, upon what prompt, and whether
 * somebody answerable confirms it. Knows judgements, verbs and tags. */
#include "rewording_internal.h"

#include "text.h"

#include <string.h>

enum { longest_quote = 300, least_rewordings = 2 };

static const char *status_message(const mp_rewriter *w) {
    const bool *has = w->judgement->has_signal;

    if (w->judgement->role != MP_ROLE_SPOKESPERSON) return NULL;
    if (has[MP_SIGNAL_MAKER_DENIED]) return "reword-status-denied";
    if (has[MP_SIGNAL_MAKER_CONFIRMED]) return "reword-status-confirmed";
    if (has[MP_SIGNAL_MAKER_SILENT]) return "reword-status-silent";
    return "reword-status-open";
}

/* Whether words cannot stand between quotation marks as they are: they have some, or run over lines. */
static bool is_unfit_to_quote(mp_text text) {
    for (size_t at = 0; at < text.length; at += mp_text_character(text, at).length)
        switch (mp_text_character(text, at).code) {
        case '"':
        case '\n':
        case 0xAB:
        case 0xBB:
        case 0x201C:
        case 0x201D:
        case 0x201E: return true;
        default: break;
        }
    return false;
}

static mp_text trimmed(mp_text text) {
    while (text.length > 0 && strchr(" ,;.", text.bytes[text.length - 1]) != NULL) text.length--;
    return text;
}

static mp_text words_of(const mp_rewriter *w, uint32_t start, uint32_t end) {
    return mp_text_slice(w->sentences->tokens->article->blocks[w->attribution->block].text, start, end);
}

/* ---- What was generated ------------------------------------------------------------------------------------------ */

static mp_text quoted_as(mp_rewriter *w, const char *message, const char *long_message) {
    mp_text quote = trimmed(words_of(w, w->attribution->start, w->attribution->end));
    bool repeatable = quote.length <= longest_quote && !is_unfit_to_quote(quote) && quote.length > 0;
    const mp_slot slot = {"{quote}", quote};

    return mp_reword_fill(w, repeatable ? message : long_message, &slot, 1);
}

/* Whether words of somebody quoted say I or you: in a sentence of ours they would mean others. */
static bool speaks_for_itself(const mp_rewriter *w) {
    const mp_attribution *a = w->attribution;
    const mp_sentence *sentence = mp_reword_sentence(w);
    if (sentence->scope == MP_NONE) return false;

    for (uint32_t item = mp_reword_item_at(w, a->start); item < sentence->end; item++) {
        if (mp_item_start(w->sentences, item) >= a->end) return false;
        if (mp_item_is(w->sentences, item, MP_BIT(PRONOUN_FIRST) | MP_BIT(PRONOUN_SECOND))) return true;
    }
    return false;
}

/* Whether a first word of a sentence would be written small within one: it, the, at; not surely: rice, Rice. */
static bool is_small_word(mp_tag tag) {
    return tag == MP_TAG_DETERMINER || tag == MP_TAG_POSSESSIVE || tag == MP_TAG_PREPOSITION || tag == MP_TAG_PRONOUN ||
           tag == MP_TAG_SUBORDINATOR || tag == MP_TAG_ADVERB;
}

/* Whether the sentence goes on behind the clause with one of its own: When Grok said it was sorry, [the press cheered]. */
static bool runs_on(const mp_rewriter *w, mp_text clause) {
    const mp_attribution *a = w->attribution;
    const mp_sentence *sentence = mp_reword_sentence(w);
    mp_tag opens = (mp_tag)w->tags[sentence->first];
    bool headline = w->sentences->tokens->article->blocks[sentence->block].kind == MP_BLOCK_HEADLINE;
    const char *comma = memchr(clause.bytes, ',', clause.length);
    if (comma == NULL || !(headline || opens == MP_TAG_SUBORDINATOR || opens == MP_TAG_QUESTION)) return false;

    return mp_reword_has_verb(w, a->start + (uint32_t)(comma - clause.bytes), a->end);
}

/* The reported clause as part of another sentence; empty where it may not stand there. */
static mp_text clause_of(mp_rewriter *w) {
    const mp_attribution *a = w->attribution;
    const mp_sentence *sentence = mp_reword_sentence(w);
    mp_text clause = trimmed(words_of(w, a->start, a->end));
    bool fits = a->rule == MP_RULE_REPORTED_CLAUSE || a->rule == MP_RULE_CLAUSE_THEN_SPEAKER ||
                a->rule == MP_RULE_ACCORDING_TO || a->rule == MP_RULE_PASSIVE;
    bool around_cue = a->start < a->cue_end && a->cue_start < a->end;
    if (!fits || around_cue || sentence->block != a->block || clause.length > longest_quote || clause.length == 0 ||
        speaks_for_itself(w) || !mp_reword_is_clause(w) || runs_on(w, clause))
        return MP_TEXT("");
    if (a->start != mp_item_start(w->sentences, sentence->first)) return clause;
    mp_tag tag = (mp_tag)w->tags[sentence->first];
    if (mp_reword_tag(w, sentence->first + 1) == MP_TAG_COMMA) return MP_TEXT(""); /* ACCRA, Feb 24 */
    if (tag == MP_TAG_NAME) return clause;
    if (!is_small_word(tag)) return MP_TEXT("");
    char *copy = mp_item_is(w->sentences, sentence->first, MP_BIT(PRONOUN_FIRST)) ? NULL : mp_reword_copy(w, clause);
    if (copy == NULL) return clause;
    if (*copy >= 'A' && *copy <= 'Z') *copy = (char)(*copy | 0x20);
    return (mp_text){copy, clause.length};
}

/* What follows the verb of an act, “for posts”; false where more than that stands there: …, ChatGPT is less sure. */
static bool find_rest(const mp_rewriter *w, mp_text *rest) {
    const mp_attribution *a = w->attribution;
    if (a->rule != MP_RULE_SPEECH_ACT || a->start != a->cue_start || a->cue_end > a->end) return false;

    *rest = trimmed(words_of(w, a->cue_end, a->end));
    const char *comma = rest->length == 0 ? NULL : memchr(rest->bytes, ',', rest->length);
    uint32_t from = comma == NULL ? a->end : a->cue_end + (uint32_t)(comma - rest->bytes);
    return !mp_reword_has_verb(w, from, a->end) && !speaks_for_itself(w);
}

static bool may_be_reported(const mp_rewriter *w) {
    const mp_attribution *a = w->attribution;

    return !w->sentences->list[a->sentence].title_case && a->end - a->start <= longest_quote;
}

/* The words “…”, an apology for posts, text saying that the map was old. */
static mp_text product_of(mp_rewriter *w) {
    if (w->attribution->form != MP_FORM_INDIRECT) return quoted_as(w, "reword-words", "reword-words-long");
    mp_text rest;
    if (!may_be_reported(w)) return MP_TEXT("");
    if (find_rest(w, &rest)) {
        const mp_slot slots[] = {{"{product}", mp_reword_product(w)}, {"{rest}", rest}};
        return slots[0].value.length == 0 ? MP_TEXT("") : mp_reword_fill(w, "reword-act", slots, 2);
    }
    const mp_slot slot = {"{clause}", clause_of(w)};
    return slot.value.length == 0 ? MP_TEXT("") : mp_reword_fill(w, "reword-clause", &slot, 1);
}

/* ---- The sentences ----------------------------------------------------------------------------------------------- */

static mp_text capitalised(mp_rewriter *w, mp_text text) {
    char *copy = mp_reword_copy(w, text);

    bool own_capital = text.length > 1 && text.bytes[1] >= 'A' && text.bytes[1] <= 'Z'; /* xAI’s chatbot */
    if (copy != NULL && !own_capital && *copy >= 'a' && *copy <= 'z') *copy = (char)(*copy & ~0x20);
    return (mp_text){copy, copy == NULL ? 0 : text.length};
}

static void add(mp_rewriter *w, const char *message, const char *slot, mp_text words, mp_reworded *rewordings,
                size_t *count) {
    const char *status = status_message(w);
    bool anonymous = w->maker.length == 0;
    if (words.length == 0 || w->speaker.length == 0) return;

    const mp_slot slots[] = {
        {slot, words}, {"{status}", status == NULL || anonymous ? MP_TEXT("") : mp_reword_fill(w, status, NULL, 0)}};
    mp_text sentence = mp_reword_fill(w, message, slots, 2);
    rewordings[(*count)++] = (mp_reworded){.text = capitalised(w, sentence)};
}

/* Grok generated an apology for posts; the prompt is not known. */
static void add_sentence(mp_rewriter *w, mp_reworded *rewordings, size_t *count) {
    const bool prompted = w->judgement->has_signal[MP_SIGNAL_PROMPT_DISCLOSED];

    add(w, prompted ? "reword-prompted" : "reword-unprompted", "{words}", product_of(w), rewordings, count);
}

/* The same the other way round: Text that Grok generated in reply to a prompt reads as an apology for posts. */
static void add_again(mp_rewriter *w, mp_reworded *rewordings, size_t *count) {
    const bool prompted = w->judgement->has_signal[MP_SIGNAL_PROMPT_DISCLOSED];
    const char *reads = prompted ? "reword-again-prompted" : "reword-again-unprompted";
    mp_text rest;

    if (w->attribution->form != MP_FORM_INDIRECT) {
        const char *message = mp_reword_quotes_a_part(w) ? "reword-again-part" : "reword-again-words";
        mp_text words = quoted_as(w, message, "reword-again-words-long");
        add(w, reads, "{words}", words, rewordings, count);
    } else if (!may_be_reported(w)) {
        return;
    } else if (find_rest(w, &rest)) {
        const mp_slot slots[] = {{"{product}", mp_reword_noun(w)}, {"{rest}", rest}};
        if (slots[0].value.length == 0) return;
        add(w, reads, "{words}", mp_reword_fill(w, "reword-again-act", slots, 2), rewordings, count);
    } else {
        const char *clause = prompted ? "reword-again-clause-prompted" : "reword-again-clause-unprompted";
        add(w, clause, "{clause}", clause_of(w), rewordings, count);
    }
}

void mp_reword_sentences(mp_rewriter *w, mp_reworded *rewordings, size_t *count) {
    add_sentence(w, rewordings, count);
    if (*count < least_rewordings) add_again(w, rewordings, count);
}
