/* engine.c: the pipeline from end to end. Knows every step by its header; does none of the work.
 *
 *     document → article → (names a model?) → tokens → stretches → sentences → tags → mentions → verbs → references
 *              → attributions → signs → judgements → report
 *
 * Each step reads earlier arrays and fills its own in the document’s arena, which goes at the end; the report has an
 * arena of its own. A document that names no model ends after the scan for names. */
#include "engine.h"

#include "language.h"
#include "report.h"
#include "status.h"

#include <stdio.h>
#include <string.h>

/* "pack 2: …": which of the caller's packs is wrong. */
static void name_pack(mp_error *error, size_t number) {
    char room[sizeof error->message];
    if (error == NULL || error->status != MP_ERROR_RULES) return;
    mp_error named = *error;

    snprintf(room, sizeof room, "pack %zu", number);
    mp_fail_about(&named, MP_ERROR_RULES, room, (mp_text){error->message, strlen(error->message)});
    named.line = error->line;
    named.column = error->column;
    *error = named;
}

static mp_status load_packs(mp_engine *engine, const mp_options *options, mp_error *error) {
    mp_status (*start)(mp_rules *, mp_arena *, mp_error *) = options->only_packs ? mp_rules_begin : mp_rules_ship;
    MP_TRY(start(&engine->rules, &engine->arena, error));
    for (size_t i = 0; i < options->pack_count; i++) {
        mp_status status = mp_rules_load(&engine->rules, options->packs[i], &engine->arena, error);
        if (status != MP_OK) name_pack(error, i + 1);
        if (status != MP_OK) return status;
    }
    return MP_OK;
}

mp_status mp_engine_new(const mp_options *options, mp_engine **engine, mp_error *error) {
    mp_options defaults = MP_OPTIONS_DEFAULT;
    if (options == NULL) options = &defaults;
    mp_arena arena;
    mp_arena_init(&arena, options->allocator);
    mp_engine *made = MP_NEW(&arena, mp_engine);
    if (made == NULL) return mp_fail_memory(error);

    made->allocator = arena.allocator;
    made->max_blocks = options->max_blocks;
    made->max_bytes = options->max_bytes;
    made->arena = arena;
    mp_status status = load_packs(made, options, error);
    if (status != MP_OK) {
        mp_engine_free(made);
        return status;
    }
    *engine = made;
    return MP_OK;
}

void mp_engine_free(mp_engine *engine) {
    if (engine == NULL) return;
    mp_rules_free(&engine->rules);
    mp_arena arena = engine->arena;
    mp_arena_free(&arena);
}

static mp_status run_steps(const mp_check_options *options, mp_arena *arena, mp_results *r, mp_error *error) {
    MP_TRY(mp_stretches_find(&r->tokens, arena, &r->stretches, error));
    MP_TRY(mp_sentences_cut(&r->tokens, &r->stretches, arena, &r->sentences, error));
    uint8_t *tags = mp_tags_find(&r->sentences, arena);
    if (tags == NULL) return mp_fail_memory(error);
    MP_TRY(mp_mentions_find(&r->sentences, tags, arena, &r->mentions, error));
    MP_TRY(mp_verbs_find(&r->mentions, arena, &r->verbs, error));
    MP_TRY(mp_references_find(&r->mentions, &r->verbs, arena, &r->references, error));
    MP_TRY(mp_attributions_find(&r->references, options->all_quotes, arena, &r->attributions, error));
    MP_TRY(mp_signs_find(&r->attributions, arena, &r->signs, error));
    MP_TRY(mp_judgements_make(&r->signs, arena, &r->judgements, error));
    if (options->notes) MP_TRY(mp_notes_find(&r->references, arena, &r->notes, error));
    r->judged = true;
    return MP_OK;
}

mp_status mp_engine_run(const mp_engine *engine, const mp_document *document, const mp_check_options *options,
                        mp_arena *arena, mp_results *results, mp_error *error) {
    mp_article *article = &results->article;
    MP_TRY(mp_article_read(document, engine->max_blocks, engine->max_bytes, arena, article, error));
    bool everybody = options->all_quotes, maybe = everybody || mp_article_may_name_a_model(article, &engine->rules);
    bool reads_words = maybe || article->lang.length == 0; /* else bytes are all that was looked at */

    if (reads_words && !mp_lexicon_open(engine->rules.lexicon)) return mp_fail_memory(error);
    article->lang = mp_language_of(article, &engine->rules);
    if (!maybe) return MP_OK;
    mp_word_memory *memory = mp_word_memory_new(arena);
    if (memory == NULL) return mp_fail_memory(error);
    if (!everybody && !mp_article_names_a_model(article, &engine->rules, memory)) return MP_OK;
    results->unread = !mp_language_is_read(article, &engine->rules);
    if (results->unread) return MP_OK;
    MP_TRY(mp_tokens_read(article, &engine->rules, memory, arena, &results->tokens, error));
    return run_steps(options, arena, results, error);
}

static mp_status check(const mp_engine *engine, const mp_document *document, const mp_check_options *options,
                       mp_arena *arena, mp_report **report, mp_error *error) {
    mp_results r = {0};
    MP_TRY(mp_engine_run(engine, document, options, arena, &r, error));
    const mp_reported reported = {.judgements = r.judged ? &r.judgements : NULL,
                                  .quotes = r.judged && options->all_quotes ? &r.attributions : NULL,
                                  .notes = r.judged && options->notes ? &r.notes : NULL};
    MP_TRY(mp_report_build(document, &r.article, &engine->rules, &reported, &engine->allocator, report, error));
    (*report)->unread = r.unread;
    (*report)->has_quotes = options->all_quotes;
    (*report)->has_notes = options->notes;
    return MP_OK;
}

mp_status mp_check(const mp_engine *engine, const mp_document *document, const mp_check_options *options,
                   mp_report **report, mp_error *error) {
    mp_check_options none = {0};
    mp_arena arena;
    mp_arena_init(&arena, &engine->allocator);

    mp_status status = check(engine, document, options == NULL ? &none : options, &arena, report, error);
    mp_arena_free(&arena);
    return status;
}
