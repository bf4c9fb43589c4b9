/* explain.c: tells, line by line, what the steps made of a document: here its text, down to the verbs and their subjects.
 * Knows the steps' arrays, which it only reads; runs nothing but the engine. */
#include "explain_internal.h"
#include "weights_list.h"

#include "status.h"

#include <string.h>

/* ---- Sentences --------------------------------------------------------------------------------------------------- */

static const char *tag_name(uint8_t tag) {
    static const char *const names[] = {[MP_TAG_OTHER] = "other",
                                        [MP_TAG_NAME] = "name",
                                        [MP_TAG_NOUN] = "noun",
                                        [MP_TAG_VERB] = "verb",
                                        [MP_TAG_GERUND] = "gerund",
                                        [MP_TAG_AUXILIARY] = "auxiliary",
                                        [MP_TAG_NEGATION] = "negation",
                                        [MP_TAG_DETERMINER] = "determiner",
                                        [MP_TAG_POSSESSIVE] = "possessive",
                                        [MP_TAG_CLITIC] = "clitic",
                                        [MP_TAG_PREPOSITION] = "preposition",
                                        [MP_TAG_ADVERB] = "adverb",
                                        [MP_TAG_PRONOUN] = "pronoun",
                                        [MP_TAG_COORDINATOR] = "coordinator",
                                        [MP_TAG_SUBORDINATOR] = "subordinator",
                                        [MP_TAG_THAT] = "that",
                                        [MP_TAG_RELATIVE] = "relative",
                                        [MP_TAG_QUESTION] = "question",
                                        [MP_TAG_TO] = "to",
                                        [MP_TAG_NUMBER] = "number",
                                        [MP_TAG_STRETCH] = "quote",
                                        [MP_TAG_COMMA] = "comma",
                                        [MP_TAG_COLON] = "colon",
                                        [MP_TAG_DASH] = "dash",
                                        [MP_TAG_OPEN] = "open",
                                        [MP_TAG_CLOSE] = "close",
                                        [MP_TAG_STOP] = "stop",
                                        [MP_TAG_SYMBOL] = "symbol"};

    return tag < sizeof names / sizeof *names && names[tag] != NULL ? names[tag] : "?";
}

static const char *mention_kind_name(uint8_t kind) {
    static const char *const names[] = {[MP_MENTION_THING] = "thing",
                                        [MP_MENTION_MODEL] = "model",
                                        [MP_MENTION_LOOSE] = "loose",
                                        [MP_MENTION_TEXT] = "text",
                                        [MP_MENTION_PERSON] = "person",
                                        [MP_MENTION_ORGANISATION] = "organisation",
                                        [MP_MENTION_DOCUMENT] = "document",
                                        [MP_MENTION_NAME] = "name",
                                        [MP_MENTION_IT] = "it",
                                        [MP_MENTION_HE_OR_SHE] = "he or she",
                                        [MP_MENTION_THEY] = "they",
                                        [MP_MENTION_I] = "I",
                                        [MP_MENTION_OTHER_PRONOUN] = "other pronoun",
                                        [MP_MENTION_TIME] = "time",
                                        [MP_MENTION_PLACE] = "place"};

    return kind < sizeof names / sizeof *names && names[kind] != NULL ? names[kind] : "?";
}

static void explain_tags(mp_explainer *e, uint32_t number) {
    const mp_sentence *sentence = &e->sentences->list[number];
    mp_text text = e->results->article.blocks[sentence->block].text;

    mp_put(e, "   ");
    for (uint32_t item = sentence->first; item < sentence->end; item++) {
        uint32_t start = mp_item_start(e->sentences, item), end = mp_item_end(e->sentences, item);
        mp_put(e, " ");
        if (e->sentences->items[item].stretch == MP_NONE)
            mp_put_text(e, mp_text_slice(text, start, end));
        else
            mp_put(e, "stretch %u", (unsigned)e->sentences->items[item].stretch);
        mp_put(e, "/%s", tag_name(e->results->mentions.tags[item]));
    }
    mp_end_line(e);
}

/* What spoke for a model, or against one, where the mention is an “it” that was weighed; in thousandths. */
static void explain_it(mp_explainer *e, uint32_t mention) {
    const mp_weighing *weighing = &mp_weighings[MP_WEIGHING_IT];
    const mp_told_its *its = &e->results->references.its;
    uint32_t i = 0;

    while (i < its->count && its->items[i].mention != mention) i++;
    if (i == its->count) return;
    mp_put(e, "      a model?");
    for (int f = 0; f < weighing->count; f++)
        if (its->items[i].features[f] != 0 && e->rules->weights->it[f] != 0)
            mp_put(e, " %s %+d", weighing->names[f], e->rules->weights->it[f]);
    mp_end_line(e);
}

static void explain_mentions(mp_explainer *e, uint32_t number) {
    const mp_mentions *mentions = &e->results->mentions;

    for (uint32_t m = mentions->sentence_first[number]; m < mentions->sentence_first[number + 1]; m++) {
        mp_put(e, "    ");
        mp_put_mention(e, m);
        mp_put(e, ": %s%s%s → ", mention_kind_name(mentions->items[m].kind),
               mentions->items[m].definite ? ", definite" : "", mentions->items[m].indefinite ? ", indefinite" : "");
        mp_put_reference(e, &e->results->references.items[m]);
        mp_end_line(e);
        if (mentions->items[m].kind == MP_MENTION_IT) explain_it(e, m);
    }
}

static void explain_verbs(mp_explainer *e, uint32_t number) {
    const mp_verbs *verbs = &e->results->verbs;

    for (uint32_t v = verbs->sentence_first[number]; v < verbs->sentence_first[number + 1]; v++) {
        mp_put(e, "    ");
        mp_put_verb(e, v);
        mp_end_line(e);
    }
}

static void explain_sentence(mp_explainer *e, uint32_t number) {
    const mp_sentence *sentence = &e->sentences->list[number];

    mp_put(e, "  sentence %u", (unsigned)number);
    if (sentence->scope != MP_NONE) mp_put(e, " in stretch %u", (unsigned)sentence->scope);
    mp_put(e, "%s: ", sentence->title_case ? ", title case" : "");
    mp_put_items(e, number, sentence->first, sentence->end);
    mp_end_line(e);
    explain_tags(e, number);
    explain_mentions(e, number);
    explain_verbs(e, number);
}

static void explain_stretch(mp_explainer *e, uint32_t number) {
    const mp_stretch *stretch = &e->results->stretches.items[number];

    mp_put(e, "  stretch %u", (unsigned)number);
    if (stretch->is_block) mp_put(e, ", the whole block");
    if (stretch->parent != MP_NONE) mp_put(e, ", in stretch %u", (unsigned)stretch->parent);
    mp_put(e, "%s%s: ", stretch->continues ? ", goes on from the block before" : "",
           stretch->unclosed ? ", unclosed" : "");
    mp_put_bytes(e, stretch->block, stretch->start, stretch->end);
    mp_end_line(e);
}

/* Blocks, stretches and sentences are in the same order, so that one pass tells of all. */
static void explain_text(mp_explainer *e) {
    const mp_article *article = &e->results->article;
    uint32_t sentence = 0;

    for (uint32_t block = 0; block < article->block_count && !e->stopped; block++) {
        mp_put(e, "block %u, %s: ", (unsigned)block, mp_block_kind_name(article->blocks[block].kind));
        mp_put_quoted(e, article->blocks[block].text);
        mp_end_line(e);
        for (uint32_t s = e->results->stretches.block_first[block]; s < e->results->stretches.block_first[block + 1];
             s++)
            explain_stretch(e, s);
        for (; sentence < e->sentences->count && e->sentences->list[sentence].block == block; sentence++)
            explain_sentence(e, sentence);
    }
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

/* What the ambiguous names that stand on the page were taken to mean. */
static void explain_ambiguous(mp_explainer *e) {
    uint32_t named = 0;

    for (size_t i = 0; i < e->tokens->count; i++) {
        uint16_t model = mp_token_entry(e->tokens, i)->model;
        if (model != 0 && e->rules->models.items[model - 1].ambiguous)
            named |= (uint32_t)1 << e->rules->models.items[model - 1].ambiguity;
    }
    for (size_t i = 0; named != 0 && i < e->rules->models.count; i++) {
        const mp_model *model = &e->rules->models.items[i];
        uint32_t bit = (uint32_t)1 << model->ambiguity;
        if (!model->ambiguous || (named & bit) == 0) continue;
        mp_put(e, "ambiguous: the name of %s means %s here", model->id.bytes,
               (e->results->mentions.settled & bit) != 0 ? "the model" : "something else");
        mp_end_line(e);
    }
}

static void explain_page(mp_explainer *e) {
    const mp_results *r = e->results;

    mp_put(e, "document: language ");
    mp_put_text(e, r->article.lang);
    mp_put(e, ", %zu blocks, rules ", r->article.block_count);
    mp_put_text(e, e->rules->label);
    mp_end_line(e);
    if (!r->judged) {
        mp_put(e, "nothing more: the language is not known, or no model is named");
        mp_end_line(e);
        return;
    }
    mp_put(e, "models: %u mentions, most of ", (unsigned)r->references.names_models);
    mp_put_reference(e, &(mp_reference){.kind = r->references.main_model == 0 ? MP_SPEAKER_UNKNOWN : MP_SPEAKER_MODEL,
                                        .model = r->references.main_model});
    mp_end_line(e);
    explain_ambiguous(e);
}

static mp_status explain(mp_explainer *e, const mp_engine *engine, const mp_document *document, mp_error *error) {
    mp_results results = {0};
    const mp_check_options none = {0};
    MP_TRY(mp_engine_run(engine, document, &none, e->arena, &results, error));

    e->results = &results;
    e->rules = &engine->rules;
    e->tokens = &results.tokens;
    e->sentences = &results.sentences;
    explain_page(e);
    if (results.judged) {
        explain_text(e);
        mp_explain_attributions(e);
        mp_explain_signs(e);
        mp_explain_judgements(e);
    }
    return e->memory_ended ? mp_fail_memory(error) : MP_OK;
}

mp_status mp_explain(const mp_engine *engine, const mp_document *document, mp_line_visitor visit, void *context,
                     mp_error *error) {
    mp_arena arena;
    mp_arena_init(&arena, &engine->allocator);
    mp_explainer e = {.arena = &arena, .visit = visit, .context = context};

    mp_status status = explain(&e, engine, document, error);
    mp_arena_free(&arena);
    return status;
}
