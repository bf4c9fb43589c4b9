/* signal.c: tries the rules’ patterns where their words stand, and says of each match who is behind it. Knows sentences,
 * references and attributions; nothing of roles or levels. */
#include "signal.h"

#include "answerable.h"
#include "status.h"

#include <stdlib.h>

/* What a sentence holds that its signs are read by; gathered once for all of them. */
typedef struct sentence_facts {
    bool gathered;
    bool names_maker, reports_maker, of_several, by_writer, of_model;
    uint16_t model; /* the one that is named; MP_MODEL_GENERIC where several are */
    uint16_t named_maker, reporting_maker;
    uint32_t reported_from; /* the byte from which somebody answerable says what the sentence says */
    uint32_t last_model;    /* the byte of the last mention of a model, MP_NONE */
} sentence_facts;

typedef struct finder {
    const mp_attributions *attributions;
    const mp_references *references;
    const mp_answerable *answerables; /* by mention */
    const mp_sentences *sentences;
    const mp_tokens *tokens;
    const mp_rules *rules;
    mp_arena *arena;
    mp_matcher *matcher;
    MP_ARRAY(mp_sign) found;
    uint32_t *stretch_attribution;
    sentence_facts *gathered; /* by sentence; words quoted in one long sentence ask for its facts again and again */
    sentence_facts facts;     /* of the sentence that is looked at */
    mp_error *error;
} finder;

/* The end of what a pattern may see: its sentence’s last byte. */
static uint32_t sentence_end_byte(const finder *f, const mp_sentence *sentence) {
    return mp_item_end(f->sentences, sentence->end - 1);
}

/* The outermost sentence around a quoted one: who said it stands there. */
static const mp_attribution *attribution_of_scope(const finder *f, const mp_sentence *sentence) {
    return sentence->scope == MP_NONE ? NULL : &f->attributions->items[f->stretch_attribution[sentence->scope]];
}

static const mp_mention *mention_of(const finder *f, uint32_t mention) {
    return &f->references->mentions->items[mention];
}

static bool is_answerable(const finder *f, uint32_t mention, uint16_t *maker) {
    *maker = f->answerables[mention].maker;
    return f->answerables[mention].answers;
}

/* Notes whose maker it is; the first that is named by name decides. */
static void note_maker(mp_sign *sign, uint16_t maker) {
    if (sign->maker == 0) sign->maker = maker;
}

static void gather_mentions(const finder *f, uint32_t sentence, sentence_facts *facts) {
    uint32_t end = f->references->mentions->sentence_first[sentence + 1];

    for (uint32_t m = f->references->mentions->sentence_first[sentence]; m < end; m++) {
        uint16_t maker;
        const mp_reference *reference = &f->references->items[m];
        bool model = reference->kind == MP_SPEAKER_MODEL;
        if (model) facts->last_model = mp_item_start(f->sentences, mention_of(f, m)->first);
        facts->of_model |= model;
        if (model && mention_of(f, m)->model != 0)
            facts->model = facts->model == 0 || facts->model == mention_of(f, m)->model ? mention_of(f, m)->model
                                                                                        : (uint16_t)MP_MODEL_GENERIC;
        facts->of_several |= model && reference->plural;
        facts->by_writer |= mention_of(f, m)->kind == MP_MENTION_I;
        if (!is_answerable(f, m, &maker)) continue;
        facts->names_maker = true;
        if (facts->named_maker == 0) facts->named_maker = maker;
    }
}

/* Who is first said to say something rules over the whole sentence: “The agent had been wrong, the firm said.” */
static void gather_verbs(const finder *f, uint32_t sentence, sentence_facts *facts) {
    const mp_verbs *verbs = f->references->verbs;
    uint16_t maker;
    bool first = true;

    for (uint32_t v = verbs->sentence_first[sentence]; v < verbs->sentence_first[sentence + 1]; v++) {
        const mp_verb *verb = &verbs->items[v];
        if (verb->cue == 0 || verb->subject == MP_NONE || verb->relative) continue;
        if (is_answerable(f, verb->subject, &maker)) {
            facts->reports_maker = true;
            facts->reporting_maker = maker;
            facts->reported_from = first ? 0 : mp_item_start(f->sentences, verb->item);
            return;
        }
        first = false;
    }
}

enum { most_items_looked_at = 80 };

static const mp_word_classes model_words = MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE) | MP_BIT(EVIDENCE);

/* “chatbots”, “such tools”, “AI”: words for models in general; in what people say, “it” and “they” too. */
static bool has_model_word(const finder *f, uint32_t number) {
    static const mp_word_classes pronouns = MP_BIT(PRONOUN_THING) | MP_BIT(PRONOUN_PLURAL);
    const mp_sentence *sentence = &f->sentences->list[number];
    mp_word_classes wanted = sentence->scope == MP_NONE ? model_words : model_words | pronouns;

    for (uint32_t i = sentence->first; i < sentence->end && i < sentence->first + most_items_looked_at; i++)
        if (mp_item_is(f->sentences, i, wanted)) return true;
    return false;
}

static void gather_facts(finder *f, uint32_t sentence) {
    sentence_facts *facts = &f->gathered[sentence];
    if (!facts->gathered) {
        *facts = (sentence_facts){.gathered = true, .last_model = MP_NONE};
        gather_mentions(f, sentence, facts);
        facts->of_model |= has_model_word(f, sentence);
        gather_verbs(f, sentence, facts);
    }
    f->facts = *facts;
}

/* The number of the first verb of a sentence whose word begins at or after byte `start`. */
static uint32_t first_verb_from(const finder *f, uint32_t sentence, uint32_t start) {
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

/* The verb whose word begins at byte `start`, NULL where none does. */
static const mp_verb *verb_at_byte(const finder *f, uint32_t sentence, uint32_t start) {
    const mp_verbs *verbs = f->references->verbs;
    uint32_t v = first_verb_from(f, sentence, start);
    bool found = v < verbs->sentence_first[sentence + 1] && mp_item_start(f->sentences, verbs->items[v].item) == start;
    return found ? &verbs->items[v] : NULL;
}

/* Whether the subject of the verb at the sign’s first word, else of a verb of saying before it, is answerable. */
static void read_subjects(const finder *f, uint32_t sentence, mp_sign *sign) {
    const mp_verb *own = verb_at_byte(f, sentence, sign->start);
    uint16_t maker = f->facts.reporting_maker;

    sign->by_maker = f->facts.reports_maker && f->facts.reported_from <= sign->start;
    if (own != NULL && own->cue != 0)
        sign->by_maker = own->subject != MP_NONE && !own->relative && is_answerable(f, own->subject, &maker);
    if (sign->by_maker) note_maker(sign, maker);
}

/* Words whose speaker is unknown are the maker’s where the sentence around them is: X said the posts “broke our rules”. */
static void read_frame(finder *f, const mp_sentence *sentence, mp_sign *sign) {
    uint32_t around = f->sentences->stretch_sentence[sentence->scope];
    if (around == MP_NONE) return;
    gather_facts(f, around);
    sign->by_maker = f->facts.reports_maker;
    if (sign->by_maker) note_maker(sign, f->facts.reporting_maker);
    gather_facts(f, sign->sentence);
}

/* In quotation marks it is whoever is quoted that says it. */
static void read_speaker(finder *f, const mp_sentence *sentence, mp_sign *sign) {
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
    bool answerable = attribution->speaker != MP_NONE && is_answerable(f, attribution->speaker, &maker);
    sign->by_maker = answerable || speaker->maker != 0;
    sign->names_maker |= sign->by_maker;
    note_maker(sign, maker);
}

/* Who is asked, by name or description, right after the word of asking; MP_NONE where nobody is. */
static uint32_t asked_mention(const finder *f, const mp_sign *sign, uint32_t token) {
    const mp_sentence *sentence = &f->sentences->list[sign->sentence];
    uint32_t start = f->tokens->items[token].start, low = sentence->first, high = sentence->end;

    while (low < high) { /* items stand in the order of their bytes */
        uint32_t middle = low + (high - low) / 2;
        if (mp_item_start(f->sentences, middle) < start)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low + 1 < sentence->end && mp_item_token(f->sentences, low) == token;
    return found ? f->references->mentions->item_mention[low + 1] : (uint32_t)MP_NONE;
}

/* “I told Gemini that …”, “he wrote to the chatbot”: by somebody who is no model himself. */
static bool addresses_a_model(const finder *f, const mp_sign *sign, uint32_t token) {
    const mp_verb *verb = verb_at_byte(f, sign->sentence, sign->start);
    bool by_model =
        verb != NULL && verb->subject != MP_NONE && f->references->items[verb->subject].kind == MP_SPEAKER_MODEL;
    uint32_t asked = asked_mention(f, sign, token);
    if (asked == MP_NONE || by_model) return false;
    return f->references->items[asked].kind == MP_SPEAKER_MODEL && !f->references->items[asked].text;
}

/* “asked Winnie, the bot on the council’s website, whether …” */
static bool is_apposed_model(const finder *f, uint32_t mention) {
    const mp_mention *words = mention_of(f, mention);
    const mp_sentence *sentence = &f->sentences->list[words->sentence];
    if (words->end + 1 >= sentence->end || !mp_item_has_kind(f->sentences, words->end, MP_TOKEN_COMMA)) return false;
    uint32_t next = f->references->mentions->item_mention[words->end + 1];
    return next != MP_NONE && f->references->items[next].kind == MP_SPEAKER_MODEL;
}

/* A question is a prompt only where a model is asked, or where it is not said who is (“the boy asked whether it was
 * real”). Where the model asks, or somebody else is asked, it is none. */
static bool asks_a_model(const finder *f, const mp_sign *sign, uint32_t token) {
    const mp_verb *verb = verb_at_byte(f, sign->sentence, sign->start);
    bool model_asks =
        verb != NULL && verb->subject != MP_NONE && f->references->items[verb->subject].kind == MP_SPEAKER_MODEL;
    if (model_asks) return verb->passive;
    if (verb != NULL && verb->passive && verb->subject != MP_NONE) { /* “xAI was asked about it” */
        uint8_t kind = f->references->items[verb->subject].kind;
        if (kind == MP_SPEAKER_PERSON || kind == MP_SPEAKER_ORGANISATION) return false;
    }
    uint32_t asked = asked_mention(f, sign, token);
    if (asked == MP_NONE) return true;
    const mp_reference *reference = &f->references->items[asked];
    if (reference->kind == MP_SPEAKER_MODEL || reference->text || is_apposed_model(f, asked)) return true;
    return reference->kind == MP_SPEAKER_UNKNOWN || mention_of(f, asked)->kind == MP_MENTION_IT;
}

/* “She asked Amara why …”, “he asked her what …”: somebody with a name, who may yet turn out to be the model. */
static bool asks_somebody(const finder *f, const mp_sign *sign, uint32_t token) {
    const mp_verb *verb = verb_at_byte(f, sign->sentence, sign->start);
    uint32_t asked = asked_mention(f, sign, token);
    bool by_model =
        verb != NULL && verb->subject != MP_NONE && f->references->items[verb->subject].kind == MP_SPEAKER_MODEL;
    if (asked == MP_NONE || by_model || (verb != NULL && verb->passive)) return false;
    uint8_t kind = mention_of(f, asked)->kind;
    return kind == MP_MENTION_NAME || kind == MP_MENTION_HE_OR_SHE || kind == MP_MENTION_PERSON;
}

/* “If it does not know, it should say that it does not know.” */
static bool is_supposed(const finder *f, const mp_verb *verb) {
    uint32_t first = f->sentences->list[verb->sentence].first;

    if (mp_item_is(f->sentences, first, MP_BIT(HYPOTHETICAL))) return true;
    for (uint32_t item = verb->first, steps = 0; item > first && steps < 4; item--, steps++)
        if (mp_item_is(f->sentences, item - 1, MP_BIT(HYPOTHETICAL))) return true;
    return false;
}

/* The first verb in the sign’s words that has a subject, NULL where none has. `not_saying`: a verb of saying that the words
 * begin with is passed over, for who warns is no model. */
static const mp_verb *verb_in_words(const finder *f, const mp_sign *sign, bool not_saying) {
    const mp_verbs *verbs = f->references->verbs;
    uint32_t end = verbs->sentence_first[sign->sentence + 1];

    for (uint32_t v = first_verb_from(f, sign->sentence, sign->start); v < end; v++) {
        const mp_verb *verb = &verbs->items[v];
        uint32_t at = mp_item_start(f->sentences, verb->item);
        if (at >= sign->end) return NULL;
        bool passed_over = not_saying && verb->cue != 0 && at == sign->start;
        if (verb->subject != MP_NONE && !passed_over) return verb;
    }
    return NULL;
}

static bool is_somebody(const mp_reference *reference) {
    return reference->kind == MP_SPEAKER_PERSON || reference->kind == MP_SPEAKER_ORGANISATION;
}

/* “The law does not know any machine”, “if it does not know, it should say so”: the subject of the verb in the sign’s words
 * is somebody or something else, or nobody says that it is so. */
static bool is_of_something_else(const finder *f, const mp_sign *sign) {
    const mp_verb *verb = verb_in_words(f, sign, true);
    if (verb == NULL) return false;
    const mp_mention *words = mention_of(f, verb->subject);

    if (is_supposed(f, verb)) return true;
    if (words->kind == MP_MENTION_THEY || words->kind == MP_MENTION_IT) return false;
    if ((words->classes & model_words) != 0) return false; /* large language models */
    return is_somebody(&f->references->items[verb->subject]);
}

/* The silence of a model (“Grok did not answer”) or of somebody else beside the maker (“the police, unlike xAI, did not
 * comment”): the subject of the verb in the sign’s words is known and is not the maker. */
static bool is_somebody_elses(const finder *f, const mp_sign *sign) {
    const mp_verb *verb = verb_in_words(f, sign, false);
    if (verb == NULL) return false;
    const mp_reference *subject = &f->references->items[verb->subject];

    if (subject->text) return false; /* “Emails to xAI went unanswered”: a text is nobody */
    if (subject->kind == MP_SPEAKER_MODEL) return true;
    return is_somebody(subject) && !f->answerables[verb->subject].answers;
}

/* Programs of this kind “make up answers”: the sentence around the words speaks of a model. */
static bool is_framed_by_model(finder *f, const mp_sentence *sentence) {
    uint32_t around = sentence->scope == MP_NONE ? (uint32_t)MP_NONE : f->sentences->stretch_sentence[sentence->scope];
    if (around == MP_NONE) return false;
    gather_facts(f, around);
    return f->facts.of_model;
}

static mp_status add_sign(finder *f, uint32_t number, uint32_t token, uint32_t end, uint16_t pattern) {
    const mp_sentence *sentence = &f->sentences->list[number];
    mp_sign sign = {.block = sentence->block,
                    .start = f->tokens->items[token].start,
                    .end = end,
                    .sentence = number,
                    .pattern = pattern,
                    .meaning = (uint8_t)f->rules->patterns.items[pattern].meaning};

    const mp_pattern *rule = &f->rules->patterns.items[pattern];

    gather_facts(f, number);
    sign.names_maker = f->facts.names_maker;
    sign.of_several = f->facts.of_several;
    sign.by_writer = f->facts.by_writer;
    sign.model = f->facts.model == MP_MODEL_GENERIC ? 0 : f->facts.model;
    bool of_model = f->facts.of_model || is_framed_by_model(f, sentence);
    gather_facts(f, number);
    if (sign.names_maker) note_maker(&sign, f->facts.named_maker);
    read_speaker(f, sentence, &sign);
    if (rule->about_model && !of_model) return MP_OK;
    if (rule->about_model && is_of_something_else(f, &sign)) return MP_OK;
    if (rule->by_others && sign.by_maker) return MP_OK;
    if (rule->to_model && !addresses_a_model(f, &sign, token)) return MP_OK;
    sign.asks_another = rule->of_model && !asks_a_model(f, &sign, token);
    if (sign.asks_another && !asks_somebody(f, &sign, token)) return MP_OK;
    if (sign.meaning == MP_MEANING_SILENCE && is_somebody_elses(f, &sign)) return MP_OK;
    if ((rule->about_maker && !sign.names_maker) || (rule->by_maker && !sign.by_maker)) return MP_OK;
    return MP_PUSH(f->arena, &f->found, sign) ? MP_OK : mp_fail_memory(f->error);
}

static mp_status try_token(finder *f, uint32_t number, uint32_t token) {
    const mp_sentence *sentence = &f->sentences->list[number];
    mp_text text = f->tokens->article->blocks[sentence->block].text;
    uint16_t anchor = mp_token_entry(f->tokens, token)->patterns;
    if (anchor == 0) anchor = mp_lexicon_entry(f->rules->lexicon, f->tokens->items[token].word)->patterns;

    for (; anchor != 0; anchor = f->rules->anchors.items[anchor].next) {
        uint16_t pattern = f->rules->anchors.items[anchor].pattern;
        size_t end;
        if (!mp_pattern_matches(&f->rules->patterns.items[pattern], &f->rules->codes.items[pattern],
                                f->rules->pattern_memory, f->matcher, text, f->tokens->items[token].start,
                                sentence_end_byte(f, sentence), &end))
            continue;
        MP_TRY(add_sign(f, number, token, (uint32_t)end, pattern));
    }
    return MP_OK;
}

static bool ends_in_question_mark(const finder *f, const mp_sentence *sentence) {
    uint32_t last = mp_item_token(f->sentences, sentence->end - 1);
    return last != MP_NONE && f->tokens->items[last].code == '?';
}

/* “Siri, tell me a joke.”, “@grok check it”. */
static bool calls_a_model(const finder *f, const mp_sentence *sentence) {
    uint32_t token = mp_item_token(f->sentences, sentence->first);
    if (token == MP_NONE || mp_token_entry(f->tokens, token)->model == 0) return false;
    bool scoped = sentence->scope != MP_NONE || f->tokens->article->blocks[sentence->block].kind == MP_BLOCK_EMBED;
    if (f->tokens->items[token].kind == MP_TOKEN_HANDLE) return scoped;
    bool comma =
        sentence->first + 1 < sentence->end && mp_item_has_kind(f->sentences, sentence->first + 1, MP_TOKEN_COMMA);
    return comma && scoped;
}

/* A sentence that asks: by its question mark, or by calling the model. */
static mp_status add_question(finder *f, uint32_t number) {
    const mp_sentence *sentence = &f->sentences->list[number];
    if (sentence->end == sentence->first) return MP_OK;
    bool calls = calls_a_model(f, sentence);
    if (!calls && !ends_in_question_mark(f, sentence)) return MP_OK;
    mp_sign sign = {.block = sentence->block,
                    .start = mp_item_start(f->sentences, sentence->first),
                    .end = sentence_end_byte(f, sentence),
                    .sentence = number,
                    .pattern = MP_NO_PATTERN,
                    .meaning = calls ? MP_MEANING_PROMPT : MP_MEANING_QUESTION};

    gather_facts(f, number);
    read_speaker(f, sentence, &sign);
    return MP_PUSH(f->arena, &f->found, sign) ? MP_OK : mp_fail_memory(f->error);
}

/* Marks the signs that stand in reported clauses of models; both come in page order. */
static void mark_reports(const mp_attributions *attributions, const mp_sign **by_place, finder *f) {
    size_t at = 0;

    for (size_t i = 0; i < attributions->count; i++) {
        const mp_attribution *a = &attributions->items[i];
        if (a->form != MP_FORM_INDIRECT || a->reference.kind != MP_SPEAKER_MODEL) continue;
        while (at < f->found.count &&
               (by_place[at]->block < a->block || (by_place[at]->block == a->block && by_place[at]->start < a->start)))
            at++;
        for (; at < f->found.count && by_place[at]->block == a->block && by_place[at]->start < a->end; at++)
            f->found.items[by_place[at] - f->found.items].in_report = true;
    }
}

static mp_status walk(finder *f, uint32_t *sentence_first) {
    for (uint32_t s = 0; s < f->sentences->count; s++) {
        const mp_sentence *sentence = &f->sentences->list[s];
        sentence_first[s] = (uint32_t)f->found.count;
        for (uint32_t item = sentence->first; item < sentence->end; item++) {
            uint32_t token = mp_item_token(f->sentences, item);
            if (token != MP_NONE) MP_TRY(try_token(f, s, token));
        }
        MP_TRY(add_question(f, s));
    }
    sentence_first[f->sentences->count] = (uint32_t)f->found.count;
    return MP_OK;
}

static int compare_places(const void *left, const void *right) {
    const mp_sign *a = *(const mp_sign *const *)left, *b = *(const mp_sign *const *)right;
    if (a->block != b->block) return a->block < b->block ? -1 : 1;
    if (a->start != b->start) return a->start < b->start ? -1 : 1;
    return a < b ? -1 : a > b;
}

static const mp_sign **sort_by_place(const mp_sign *signs, size_t count, mp_arena *arena) {
    const mp_sign **sorted = MP_NEW_ARRAY(arena, count, const mp_sign *);

    for (size_t i = 0; sorted != NULL && i < count; i++) sorted[i] = &signs[i];
    if (sorted != NULL && count > 1) qsort(sorted, count, sizeof(const mp_sign *), compare_places);
    return sorted;
}

/* The first prompts of the page, so that no finding goes through all of its signs for them. */
static bool gather_prompts(mp_signs *signs, mp_arena *arena) {
    signs->prompts = MP_NEW_ARRAY(arena, MP_MOST_PROMPTS, const mp_sign *);
    for (size_t i = 0; signs->prompts != NULL && i < signs->count && signs->prompt_count < MP_MOST_PROMPTS; i++)
        if (signs->items[i].meaning == MP_MEANING_PROMPT && !signs->items[i].by_model && !signs->items[i].asks_another)
            signs->prompts[signs->prompt_count++] = &signs->items[i];
    return signs->prompts != NULL;
}

mp_status mp_signs_find(const mp_attributions *attributions, mp_arena *arena, mp_signs *signs, mp_error *error) {
    const mp_sentences *sentences = attributions->references->mentions->sentences;
    uint32_t *sentence_first = MP_NEW_ARRAY(arena, sentences->count + 1, uint32_t);
    finder f = {.attributions = attributions,
                .references = attributions->references,
                .sentences = sentences,
                .tokens = sentences->tokens,
                .rules = sentences->tokens->rules,
                .arena = arena,
                .stretch_attribution = MP_NEW_ARRAY(arena, sentences->stretches->count, uint32_t),
                .gathered = MP_NEW_ARRAY(arena, sentences->count, sentence_facts),
                .error = error};
    if (sentence_first == NULL || f.stretch_attribution == NULL || f.gathered == NULL) return mp_fail_memory(error);
    for (uint32_t i = 0; i < attributions->count; i++)
        if (attributions->items[i].stretch != MP_NONE) f.stretch_attribution[attributions->items[i].stretch] = i;

    f.answerables = mp_answerables_find(f.references, arena);
    f.matcher = mp_matcher_new(arena);
    if (f.matcher == NULL || f.answerables == NULL) return mp_fail_memory(error);
    mp_status status = walk(&f, sentence_first);
    if (status == MP_OK && mp_matcher_ended(f.matcher)) status = mp_fail_memory(error);
    mp_matcher_free(f.matcher);
    if (status != MP_OK) return status;
    const mp_sign **by_place = sort_by_place(f.found.items, f.found.count, arena);
    if (by_place != NULL) mark_reports(attributions, by_place, &f);
    *signs = (mp_signs){attributions, f.found.items,         f.found.count, sentence_first,
                        by_place,     f.stretch_attribution, NULL,          0};
    bool complete = by_place != NULL && gather_prompts(signs, arena);
    return complete ? MP_OK : mp_fail_memory(error);
}

mp_text mp_sign_pattern_id(const mp_rules *rules, const mp_sign *sign) {
    return sign->pattern == MP_NO_PATTERN ? MP_TEXT("") : rules->patterns.items[sign->pattern].id;
}

size_t mp_signs_at(const mp_signs *signs, uint32_t block, uint32_t byte) {
    size_t low = 0, high = signs->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const mp_sign *sign = signs->by_place[middle];
        if (sign->block < block || (sign->block == block && sign->start < byte))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
