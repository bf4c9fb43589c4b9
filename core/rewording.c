/* rewording.c: who a wording is about, and the sentence of its own that tells what happened: what was generated, upon what
 * prompt, and whether somebody answerable confirms it. Knows judgements. */
#include "rewording_internal.h"

#include "text.h"

#include <string.h>

enum { longest_name = 120, longest_quote = 300 };

bool mp_reword_is_pronoun(const mp_mention *mention) {
    return mention->kind >= MP_MENTION_IT && mention->kind <= MP_MENTION_OTHER_PRONOUN;
}

mp_text mp_reword_fill(mp_rewriter *w, const char *message, const mp_slot *further, size_t count) {
    enum { most = 8 };
    mp_slot slots[most] = {{"{model}", w->speaker}, {"{maker}", w->maker}};
    size_t own = 2;

    for (size_t i = 0; i < count && own < most; i++) slots[own++] = further[i];
    mp_text filled = mp_rules_fill(w->rules, message, slots, own, w->arena);
    w->memory_ended |= filled.bytes == NULL;
    return filled;
}

char *mp_reword_copy(mp_rewriter *w, mp_text text) {
    char *copy = mp_arena_take(w->arena, text.length + 1);

    if (copy != NULL && text.length > 0) memcpy(copy, text.bytes, text.length);
    w->memory_ended |= copy == NULL;
    return copy;
}

static char capital_of(char letter) { return letter >= 'a' && letter <= 'z' ? (char)(letter & ~0x20) : letter; }
static char small_of(char letter) { return letter >= 'A' && letter <= 'Z' ? (char)(letter | 0x20) : letter; }

/* ---- Names ------------------------------------------------------------------------------------------------------- */

/* The words of a mention; a determiner is written small, wherever it stood. */
static mp_text words_of_mention(mp_rewriter *w, const mp_mention *mention) {
    const mp_sentences *sentences = w->sentences;
    size_t block = sentences->list[mention->sentence].block;
    uint32_t first = mention->first;
    while (first + 1 < mention->end && w->tags[first] == MP_TAG_NUMBER) first++; /* 14.08 Grok: a live blog's time */
    uint32_t start = mp_item_start(sentences, first), end = mp_item_end(sentences, mention->end - 1);
    mp_text words = mp_text_slice(sentences->tokens->article->blocks[block].text, start, end);
    if (words.length > longest_name) return (mp_text){NULL, 0};
    char *copy = mp_reword_copy(w, words);
    uint8_t tag = w->tags[first];

    if (copy != NULL && (tag == MP_TAG_DETERMINER || tag == MP_TAG_POSSESSIVE)) *copy = small_of(*copy);
    return (mp_text){copy, copy == NULL ? 0 : words.length};
}

static void name_speaker(mp_rewriter *w) {
    const mp_attribution *attribution = w->attribution;
    const mp_mention *mention = attribution->speaker == MP_NONE ? NULL : &w->mentions->items[attribution->speaker];
    const mp_model *model = mp_known_model(w->rules, attribution->reference.model);
    uint16_t maker = mp_maker_of_model(w->rules, attribution->reference.model);

    if (maker != 0) w->maker = w->rules->makers.items[maker - 1].name;
    bool named = mention != NULL && !mp_reword_is_pronoun(mention) && mention->kind != MP_MENTION_TEXT;
    if (named) w->speaker = words_of_mention(w, mention);
    if (w->speaker.length > 0) return;
    w->speaker = model != NULL ? model->name : mp_rules_message(w->rules, "reword-generic");
}

/* ---- The sentence of its own ------------------------------------------------------------------------------------- */

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
    static const char *const marks[] = {"\"", "“", "”", "„", "«", "»", "\n"};

    for (size_t at = 0; at < text.length; at++)
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            size_t length = strlen(marks[i]);
            if (text.length - at >= length && memcmp(text.bytes + at, marks[i], length) == 0) return true;
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

/* What the sentence says was generated: the words “…”, an apology for posts, text saying that the map was old. */
static mp_text product_of(mp_rewriter *w) {
    const mp_attribution *a = w->attribution;
    mp_text quote = trimmed(words_of(w, a->start, a->end));

    if (a->form != MP_FORM_INDIRECT) {
        bool repeatable = quote.length <= longest_quote && !is_unfit_to_quote(quote) && quote.length > 0;
        const mp_slot slot = {"{quote}", quote};
        return mp_reword_fill(w, repeatable ? "reword-words" : "reword-words-long", &slot, 1);
    }
    bool title_case = w->sentences->list[a->sentence].title_case;
    if (title_case || quote.length > longest_quote) return MP_TEXT("");
    if (a->rule == MP_RULE_SPEECH_ACT && a->start == a->cue_start && a->cue_end <= a->end) {
        const mp_slot slots[] = {{"{product}", mp_reword_product(w)},
                                 {"{rest}", trimmed(words_of(w, a->cue_end, a->end))}};
        return slots[0].value.length == 0 ? MP_TEXT("") : mp_reword_fill(w, "reword-act", slots, 2);
    }
    const mp_slot slot = {"{clause}", quote};
    return a->rule == MP_RULE_REPORTED_CLAUSE ? mp_reword_fill(w, "reword-clause", &slot, 1) : MP_TEXT("");
}

static mp_text capitalised(mp_rewriter *w, mp_text text) {
    char *copy = mp_reword_copy(w, text);

    if (copy != NULL) *copy = capital_of(*copy);
    return (mp_text){copy, copy == NULL ? 0 : text.length};
}

static void add_sentence(mp_rewriter *w, mp_reworded *rewordings, size_t *count) {
    const bool prompted = w->judgement->has_signal[MP_SIGNAL_PROMPT_DISCLOSED];
    const char *status = status_message(w);
    mp_text product = product_of(w);
    if (product.length == 0 || w->speaker.length == 0) return;

    bool anonymous = w->maker.length == 0;
    const mp_slot slots[] = {
        {"{words}", product},
        {"{status}", status == NULL || anonymous ? MP_TEXT("") : mp_reword_fill(w, status, NULL, 0)}};
    mp_text sentence = mp_reword_fill(w, prompted ? "reword-prompted" : "reword-unprompted", slots, 2);
    rewordings[(*count)++] = (mp_reworded){.text = capitalised(w, sentence)};
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

bool mp_rewordings_find(const mp_judgements *judgements, const mp_judgement *judgement, mp_arena *arena,
                        mp_reworded rewordings[MP_MOST_REWORDINGS], size_t *count) {
    const mp_references *references = judgements->signs->attributions->references;
    mp_rewriter w = {.mentions = references->mentions,
                     .sentences = references->mentions->sentences,
                     .verbs = references->verbs,
                     .tags = references->mentions->tags,
                     .rules = references->mentions->sentences->tokens->rules,
                     .judgement = judgement,
                     .attribution = judgement->attribution,
                     .arena = arena,
                     .speaker = {NULL, 0},
                     .maker = {NULL, 0}};

    *count = 0;
    name_speaker(&w);
    if (judgement->attribution->reference.plural) return !w.memory_ended;
    mp_reword_edits(&w, rewordings, count);
    add_sentence(&w, rewordings, count);
    return !w.memory_ended;
}
