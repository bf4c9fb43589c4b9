/* pack_check.c: checks a rule pack: its shape, whether it loads, and whether its rules do in the engine what their
 * examples say. Knows the steps' arrays, which it reads for what a rule did; nothing of JSON but places. */
#include "engine.h"
#include "language.h"
#include "rules_examples.h"
#include "status.h"
#include "text_json.h"

#include <stdio.h>
#include <string.h>

enum { most_faults = 100, most_phrase_bytes = 800, most_paragraphs = 64 };

typedef struct owned_report {
    mp_pack_report report;
    mp_arena arena;
} owned_report;

typedef struct checker {
    mp_text pack;
    mp_arena *arena; /* the report’s */
    MP_ARRAY(mp_pack_fault) faults;
    mp_pack_report *report;
    const mp_engine *engine; /* with the pack */
    mp_text lang;
    bool memory_ended;
} checker;

/* ---- Faults ------------------------------------------------------------------------------------------------------ */

/* False where there are enough. */
static bool add_fault(checker *c, mp_pack_fault fault) {
    c->memory_ended |= !MP_PUSH(c->arena, &c->faults, fault);
    return !c->memory_ended && c->faults.count < most_faults;
}

static mp_text copy(checker *c, const char *string) {
    mp_text text = mp_arena_copy(c->arena, (mp_text){string, strlen(string)});
    c->memory_ended |= text.bytes == NULL;
    return text;
}

static bool note_misshape(void *context, const mp_misshape *found) {
    checker *c = context;
    mp_json_spot spot = mp_json_find(c->pack, found->steps, found->depth);
    mp_error point = {0};

    mp_json_point(c->pack, found->key ? spot.key : spot.value, &point);
    return add_fault(
        c, (mp_pack_fault){.message = found->message, .path = found->path, .line = point.line, .column = point.column});
}

/* A fault of the pack that the loader or the parser found. */
static void note_error(checker *c, const mp_error *error) {
    add_fault(
        c, (mp_pack_fault){
               .message = copy(c, error->message), .path = MP_TEXT("$"), .line = error->line, .column = error->column});
}

static void note_example(checker *c, const mp_example *example) {
    mp_json_spot spot = mp_json_find(c->pack, example->path, sizeof example->path / sizeof *example->path);
    mp_error point = {0};
    char rule[160], path[160];

    mp_json_point(c->pack, spot.value, &point);
    snprintf(rule, sizeof rule, "%s %.120s", mp_rule_kind_name(example->rule->kind), example->rule->id.bytes);
    snprintf(path, sizeof path, "%s[%u]", example->holds ? "examples" : "counterexamples", (unsigned)example->path[3]);
    add_fault(c, (mp_pack_fault){.message = copy(c, example->holds ? "does not hold in its example"
                                                                   : "holds in its counterexample"),
                                 .path = copy(c, path),
                                 .rule = copy(c, rule),
                                 .example = example->text,
                                 .line = point.line,
                                 .column = point.column});
}

/* ---- What a rule did in a text ----------------------------------------------------------------------------------- */

static bool is_same_phrase(mp_text one, mp_text other) {
    char folded_one[most_phrase_bytes], folded_other[most_phrase_bytes];
    size_t length = mp_text_fold(one, folded_one, sizeof folded_one);

    return length > 0 && length == mp_text_fold(other, folded_other, sizeof folded_other) &&
           memcmp(folded_one, folded_other, length) == 0;
}

static bool is_phrase_of(const mp_ruled *rule, mp_text words) {
    for (size_t i = 0; i < rule->phrase_count; i++)
        if (is_same_phrase(rule->phrases[i], words)) return true;
    return false;
}

/* A mention stands for the maker, or for somebody of the maker’s. */
static bool maker_held(const mp_results *r, const mp_ruled *rule) {
    for (size_t i = 0; i < r->mentions.count; i++) {
        uint16_t maker = r->references.items[i].maker;
        if (maker != 0 && mp_text_equal(r->tokens.rules->makers.items[maker - 1].id, rule->id)) return true;
    }
    return false;
}

/* A mention stands for the model. */
static bool model_held(const mp_results *r, const mp_ruled *rule) {
    for (size_t i = 0; i < r->mentions.count; i++) {
        const mp_reference *reference = &r->references.items[i];
        if (reference->kind != MP_SPEAKER_MODEL || reference->model == 0 || reference->model == MP_MODEL_GENERIC)
            continue;
        if (mp_text_equal(r->tokens.rules->models.items[reference->model - 1].id, rule->id)) return true;
    }
    return false;
}

/* A finding is credited by the cue. */
static bool cue_held(const mp_results *r, const mp_ruled *rule) {
    for (size_t i = 0; i < r->judgements.count; i++) {
        uint32_t verb = r->judgements.items[i].attribution->verb;
        uint16_t cue = verb == MP_NONE ? 0 : r->verbs.items[verb].cue;
        if (cue != 0 && mp_text_equal(r->tokens.rules->cues.items[cue - 1].lemma, rule->id)) return true;
    }
    return false;
}

/* One of its forms is the verb of a clause, and no cue. */
static bool verb_held(const mp_results *r, const mp_ruled *rule) {
    for (size_t i = 0; i < r->verbs.count; i++) {
        const mp_verb *verb = &r->verbs.items[i];
        uint32_t token = mp_item_token(&r->sentences, verb->item);
        if (verb->cue != 0 || token == MP_NONE) continue;
        if (is_phrase_of(rule, mp_token_text(&r->tokens, r->sentences.list[verb->sentence].block, token))) return true;
    }
    return false;
}

/* One of the phrases stands there as a whole. */
static bool words_held(const mp_results *r, const mp_ruled *rule) {
    mp_word_classes bit = MP_BIT_OF(mp_word_class_of(rule->id));

    for (size_t block = 0; block < r->article.block_count; block++)
        for (uint32_t i = r->tokens.block_first[block]; i < r->tokens.block_first[block + 1]; i++)
            if (mp_token_is(&r->tokens, i, bit) && is_phrase_of(rule, mp_token_text(&r->tokens, block, i))) return true;
    return false;
}

/* A sign of the pattern counts, with all that it asks of its sentence. */
static bool pattern_held(const mp_results *r, const mp_ruled *rule) {
    for (size_t i = 0; i < r->signs.count; i++)
        if (mp_text_equal(mp_sign_pattern_id(r->tokens.rules, &r->signs.items[i]), rule->id)) return true;
    return false;
}

/* A note is made by the rule. */
static bool note_held(const mp_results *r, const mp_ruled *rule) {
    for (size_t i = 0; i < r->notes.items.count; i++)
        if (mp_text_equal(r->tokens.rules->notes.items[r->notes.items.items[i].rule - 1].id, rule->id)) return true;
    return false;
}

static bool (*const held[MP_RULE_KIND_COUNT])(const mp_results *, const mp_ruled *) = {
    maker_held, model_held, cue_held, verb_held, words_held, pattern_held, note_held, NULL};

/* ---- What a message says ----------------------------------------------------------------------------------------- */

/* Where `part` stands in `text` at or after `at`; the length of the text plus one where it does not. */
static size_t find_part(mp_text text, size_t at, mp_text part) {
    for (; at + part.length <= text.length; at++)
        if (part.length == 0 || memcmp(text.bytes + at, part.bytes, part.length) == 0) return at;
    return text.length + 1;
}

/* Where the part of a message stands in a sentence at or after `at`: the first at its start, the last at its end. */
static size_t place_part(mp_text sentence, size_t at, mp_text part, bool first, bool last) {
    if (first) at = 0;
    if (last && !first) at = sentence.length >= at + part.length ? sentence.length - part.length : at;
    size_t found = find_part(sentence, at, part);
    return first && found != 0 ? sentence.length + 1 : found;
}

/* Whether `sentence` is `message` with its slots, {model} and the like, filled. */
static bool is_filled(mp_text message, mp_text sentence) {
    size_t at = 0;

    for (size_t start = 0; start <= message.length;) {
        size_t open = find_part(message, start, MP_TEXT("{"));
        bool last = open > message.length;
        mp_text part = mp_text_slice(message, start, last ? message.length : open);
        size_t found = place_part(sentence, at, part, start == 0, last);
        if (found > sentence.length) return false;
        at = found + part.length;
        if (last) break;
        start = find_part(message, open, MP_TEXT("}")) + 1;
    }
    return at == sentence.length;
}

static bool says(const mp_report *report, mp_text message) {
    for (size_t i = 0; i < report->finding_count; i++) {
        const mp_finding *finding = &report->findings[i];
        if (is_filled(message, finding->suggestion) || is_filled(message, finding->speaker.name)) return true;
        for (size_t k = 0; k < finding->why_count; k++)
            if (is_filled(message, finding->why[k])) return true;
    }
    return false;
}

/* ---- Examples ---------------------------------------------------------------------------------------------------- */

/* A paragraph a line. */
static size_t paragraphs_of(mp_text text, mp_block blocks[most_paragraphs]) {
    size_t count = 0;

    for (size_t at = 0; at <= text.length && count < most_paragraphs;) {
        size_t end = find_part(text, at, MP_TEXT("\n"));
        if (end > text.length) end = text.length;
        blocks[count++] = (mp_block){.kind = MP_BLOCK_PARAGRAPH, .text = mp_text_slice(text, at, end)};
        at = end + 1;
    }
    return count;
}

static mp_status run_message(const checker *c, const mp_example *example, const mp_document *document, bool *holds,
                             mp_error *error) {
    mp_report *report = NULL;
    char id[160];
    MP_TRY(mp_check(c->engine, document, NULL, &report, error));

    snprintf(id, sizeof id, "%s", example->rule->id.bytes);
    mp_text message = mp_rules_message(&c->engine->rules, id);
    *holds = message.length > 0 && says(report, message);
    mp_report_free(report);
    return MP_OK;
}

static mp_status run_steps(const checker *c, const mp_example *example, const mp_document *document, bool *holds,
                           mp_error *error) {
    const mp_check_options everything = {.all_quotes = true, .notes = true};
    mp_results results = {0};
    mp_arena arena;

    mp_arena_init(&arena, &c->engine->allocator);
    mp_status status = mp_engine_run(c->engine, document, &everything, &arena, &results, error);
    if (status == MP_OK) *holds = results.judged && held[example->rule->kind](&results, example->rule);
    mp_arena_free(&arena);
    return status;
}

static mp_status run_example(checker *c, const mp_example *example, mp_error *error) {
    mp_block blocks[most_paragraphs];
    mp_document document = {.lang = c->lang, .blocks = blocks, .block_count = paragraphs_of(example->text, blocks)};
    bool holds = false;

    if (example->rule->kind == MP_RULE_KIND_MESSAGE)
        MP_TRY(run_message(c, example, &document, &holds, error));
    else
        MP_TRY(run_steps(c, example, &document, &holds, error));
    if (example->holds)
        c->report->example_count++;
    else
        c->report->counterexample_count++;
    if (holds != example->holds) note_example(c, example);
    return c->memory_ended ? mp_fail_memory(error) : MP_OK;
}

static mp_status run_examples(checker *c, const mp_examples *examples, mp_error *error) {
    c->lang = examples->lang.length > 0 ? examples->lang : MP_TEXT("en");
    if (examples->items.count > 0 && !mp_language_is_known(c->lang)) {
        mp_error fault;
        mp_fail_about(&fault, MP_ERROR_RULES, "examples cannot be run: texts are not read in the language", c->lang);
        mp_json_point(c->pack, 0, &fault);
        note_error(c, &fault);
        return MP_OK;
    }

    for (size_t i = 0; i < examples->items.count && c->faults.count < most_faults; i++)
        MP_TRY(run_example(c, &examples->items.items[i], error));
    return MP_OK;
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

/* Loads the pack after the others; a fault in it is noted, and *engine stays NULL. */
static mp_status load(checker *c, const mp_options *options, mp_engine **engine, mp_error *error) {
    MP_TRY(mp_engine_new(options, engine, error));
    mp_error fault = {0};
    mp_status status = mp_rules_load(&(*engine)->rules, c->pack, &(*engine)->arena, &fault);

    if (status == MP_OK) return MP_OK;
    mp_engine_free(*engine);
    *engine = NULL;
    if (status != MP_ERROR_RULES) return mp_fail_about(error, status, fault.message, MP_TEXT(""));
    note_error(c, &fault);
    return MP_OK;
}

static mp_status check_pack(checker *c, const mp_options *options, mp_error *error) {
    mp_examples examples = {0};
    mp_error fault = {0};
    mp_status status = mp_rules_examine(c->pack, c->arena, note_misshape, c, &examples, &fault);
    if (status == MP_ERROR_MEMORY || c->memory_ended) return mp_fail_memory(error);

    if (status != MP_OK) note_error(c, &fault);
    c->report->rule_count = examples.rule_count;
    if (c->faults.count > 0) return MP_OK;
    mp_engine *engine = NULL;
    MP_TRY(load(c, options, &engine, error));
    c->engine = engine;
    if (engine != NULL) status = run_examples(c, &examples, error);
    mp_engine_free(engine);
    return status;
}

mp_status mp_pack_check(mp_text pack, const mp_options *options, mp_pack_report **report, mp_error *error) {
    mp_options defaults = MP_OPTIONS_DEFAULT;
    if (options == NULL) options = &defaults;
    mp_arena arena;
    mp_arena_init(&arena, options->allocator);
    owned_report *owned = MP_NEW(&arena, owned_report);
    if (owned == NULL) return mp_fail_memory(error);
    checker c = {.pack = pack, .arena = &arena, .report = &owned->report};

    mp_status status = check_pack(&c, options, error);
    if (status == MP_OK && c.memory_ended) status = mp_fail_memory(error);
    if (status != MP_OK) {
        mp_arena_free(&arena);
        return status;
    }
    owned->report.faults = c.faults.items;
    owned->report.fault_count = c.faults.count;
    owned->arena = arena;
    *report = &owned->report;
    return MP_OK;
}

void mp_pack_report_free(mp_pack_report *report) {
    if (report == NULL) return;
    mp_arena arena = ((owned_report *)(void *)report)->arena;
    mp_arena_free(&arena);
}
