/* features.c: prints what the detector makes of each document, for those who learn the weights: a JSON object a line, with
 * every finding's place, its features by name, and how it is judged by the weights of today; what is seen of its prompt; what
 * is seen of each two of one model; what is told of each name that stands alone, of each “it” that is given words, of each place at which a reported clause may
 * end, and of each quote that the rules give to no model; and of each that they, or the weights of speakers and of names,
 * give to one.
 *
 *     features < documents.jsonl > findings.jsonl
 *
 * Knows the core's steps and the features; nothing of gold, nor of learning. */
#include "attribution_clause_internal.h"
#include "attribution_trusted.h"
#include "engine.h"
#include "judgement_conflict_internal.h"
#include "judgement_feature_internal.h"
#include "judgement_maker_internal.h"
#include "judgement_prompt_internal.h"
#include "judgement_role.h"
#include "status.h"
#include "text.h"
#include "weights_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t units_at(const mp_results *r, const mp_attribution *a, uint32_t byte) {
    return mp_text_utf16_length(mp_text_slice(r->article.blocks[a->block].text, 0, byte));
}

/* Where the quote stands, and how it is written. */
static void print_place(const mp_results *r, const mp_attribution *a) {
    printf("\"block\":%u,\"start\":%zu,\"end\":%zu,\"form\":\"%s\"", a->block, units_at(r, a, a->start),
           units_at(r, a, a->end), mp_form_name(a->form));
}

/* "bias":1,"short":1: those that there are of the features by which that is weighed. */
static void print_set(mp_weighing_number number, const uint8_t *features) {
    const mp_weighing *weighing = &mp_weighings[number];
    const char *comma = "";

    for (int f = 0; f < weighing->count; f++) {
        if (features[f] == 0) continue;
        printf("%s\"%s\":1", comma, weighing->names[f]);
        comma = ",";
    }
}

static void print_features(const mp_rules *rules, const uint8_t *features) {
    const char *comma = "";

    for (int f = 0; f < MP_FEATURE_COUNT; f++) {
        if (features[f] == 0) continue;
        printf("%s\"%s\":%d", comma, mp_feature_names[f], features[f]);
        comma = ",";
    }
    for (int zone = 0; zone < MP_ZONE_COUNT; zone++)
        for (size_t topic = 0; topic < rules->topics.count; topic++) {
            uint8_t count = features[MP_TOPIC_FEATURE(zone, (int)topic)];
            mp_text name = rules->topics.items[topic];
            if (count > 0) printf("%s\"%s:%.*s\":%d", comma, mp_zone_names[zone], (int)name.length, name.bytes, count);
        }
}

/* "page/poem":1: the beginnings of words in each zone, whether the rules weigh them or not; each once. */
static void print_stems(const mp_results *r, const mp_judgement *j) {
    mp_words words = mp_words_of(&r->signs, j->attribution);

    for (int zone = 0; zone < MP_STEM_ZONE_SAID; zone++) {
        static char seen[1 << 16][MP_STEM_LETTERS + 2];
        mp_token_range ranges[MP_MOST_RANGES];
        size_t count = mp_stem_ranges(&words, j->prompt, (mp_stem_zone)zone, ranges);
        memset(seen, 0, sizeof seen);
        for (size_t k = 0; k < count; k++)
            for (uint32_t i = ranges[k].first; i < ranges[k].end; i++) {
                char letters[MP_STEM_LETTERS + 2];
                mp_text word = mp_token_text(&r->tokens, mp_token_block(&r->tokens, i), i);
                if (r->tokens.items[i].kind != MP_TOKEN_WORD || !mp_stem_read(word, letters)) continue;
                size_t slot = 0;
                for (const char *c = letters; *c != 0; c++) slot = slot * 31 + (unsigned char)*c;
                for (slot &= 0xffff; seen[slot][0] != 0 && strcmp(seen[slot], letters) != 0;)
                    slot = (slot + 1) & 0xffff;
                if (seen[slot][0] != 0) continue;
                memcpy(seen[slot], letters, sizeof letters);
                printf(",\"%s/%s\":1", mp_stem_zone_names[zone], letters);
            }
    }
}

/* A quote’s place, and what is told of it. */
static void print_told(const mp_results *r, const mp_attribution *a, mp_weighing_number weighing,
                       const uint8_t *features) {
    printf("{");
    print_place(r, a);
    printf(",\"features\":{");
    print_set(weighing, features);
    printf("}}");
}

/* The quotes that the rules give to nobody, or to somebody else. */
static mp_status print_quotes(const mp_results *r, mp_arena *arena, mp_error *error) {
    mp_judged_quotes quotes;
    const char *comma = "";

    printf(",\"quotes\":[");
    if (r->judged && !mp_judged_quotes_read(&r->attributions, arena, &quotes)) return mp_fail_memory(error);
    const mp_page_quotes page = r->judged ? mp_page_quotes_count(&quotes) : (mp_page_quotes){0};
    for (size_t i = 0; r->judged && i < r->attributions.count; i++) {
        uint8_t features[MP_TRUST_FEATURE_COUNT];
        if (!mp_can_be_weighed(&quotes, &r->attributions.items[i])) continue;
        mp_trust_features_read(&page, &r->attributions.items[i], features);
        printf("%s", comma);
        print_told(r, &r->attributions.items[i], MP_WEIGHING_SPEAKER, features);
        comma = ",";
    }
    printf("]");
    return MP_OK;
}

/* The quotes that the rules, or the weights for speakers, give to a model. */
static mp_status print_givens(const mp_results *r, mp_arena *arena, mp_error *error) {
    mp_judged_quotes quotes;
    const char *comma = "";

    printf(",\"given\":[");
    if (r->judged && !mp_judged_quotes_read(&r->attributions, arena, &quotes)) return mp_fail_memory(error);
    const mp_page_quotes page = r->judged ? mp_page_quotes_count(&quotes) : (mp_page_quotes){0};
    for (size_t i = 0; r->judged && i < r->judgements.count; i++) {
        uint8_t features[MP_TRUST_FEATURE_COUNT];
        mp_trust_features_read(&page, r->judgements.items[i].attribution, features);
        printf("%s", comma);
        print_told(r, r->judgements.items[i].attribution, MP_WEIGHING_TRUST, features);
        comma = ",";
    }
    printf("]}\n");
    return MP_OK;
}

/* The number of the name that a speaker stands alone under; 0 where it does not. */
static uint32_t name_of(const mp_results *r, const mp_attribution *a) {
    char room[96];
    const mp_mentions *mentions = &r->mentions;
    if (a->speaker == MP_NONE || mentions->names == NULL) return 0;
    const mp_mention *speaker = &mentions->items[a->speaker];
    uint32_t token = mp_item_token(&r->sentences, speaker->head), names = 0;
    for (uint32_t i = speaker->first; i < speaker->end; i++) names += mentions->tags[i] == MP_TAG_NAME;
    if (token == MP_NONE || names != 1) return 0;
    uint32_t block = r->sentences.list[speaker->sentence].block;
    size_t length = mp_text_fold(mp_token_text(&r->tokens, block, token), room, sizeof room);
    return mp_lexicon_find(mentions->names, (mp_text){room, length});
}

static void print_spoken(const mp_results *r, uint32_t number) {
    const char *comma = "";
    for (size_t i = 0; i < r->attributions.count; i++) {
        const mp_attribution *a = &r->attributions.items[i];
        if (!a->listed || name_of(r, a) != number) continue;
        printf("%s{", comma);
        print_place(r, a);
        printf("}");
        comma = ",";
    }
}

/* The names that stand alone, and what the rules give to whoever bears them. */
static void print_names(const mp_results *r) {
    const char *comma = "";

    printf(",\"names\":[");
    uint32_t count = r->judged && r->mentions.names != NULL ? mp_lexicon_count(r->mentions.names) : 0;
    for (uint32_t n = 1; n < count; n++) {
        mp_text word = mp_lexicon_path_of(r->mentions.names, n).word;
        printf("%s{\"name\":\"%.*s\",\"alias\":%d,\"features\":{", comma, (int)word.length, word.bytes,
               r->mentions.weighed[n].alias);
        print_set(MP_WEIGHING_NAME, r->mentions.weighed[n].features);
        printf("},\"spoken\":[");
        print_spoken(r, n);
        printf("]}");
        comma = ",";
    }
    printf("]");
}

/* What is told of each “it” that is given words, with their place. */
static void print_its(const mp_results *r) {
    const mp_told_its *its = &r->references.its;
    const char *comma = "";

    printf(",\"its\":[");
    for (size_t i = 0; r->judged && i < r->attributions.count; i++) {
        const mp_attribution *a = &r->attributions.items[i];
        for (uint32_t k = 0; a->listed && k < its->count; k++) {
            if (its->items[k].mention != a->speaker) continue;
            printf("%s", comma);
            print_told(r, a, MP_WEIGHING_IT, its->items[k].features);
            comma = ",";
        }
    }
    printf("]");
}

/* Of each reported clause all places at which it may end, but for the last, which is its end where it has no other. */
static void print_clause(const mp_results *r, const mp_attribution *a, mp_clause *c) {
    mp_clause_places places;

    mp_clause_set_farthest(r->attributions.attributor, c);
    mp_clause_places_read(r->attributions.attributor, c, &places);
    printf("{");
    print_place(r, a);
    printf(",\"places\":[");
    for (uint32_t i = 0; i < places.count; i++) {
        printf("%s{\"end\":%zu,\"features\":{", i > 0 ? "," : "",
               units_at(r, a, mp_item_end(&r->sentences, places.items[i].end - 1)));
        print_set(MP_WEIGHING_END, places.items[i].features);
        printf("}}");
    }
    printf("]}");
}

static void print_clauses(const mp_results *r) {
    const char *comma = "";

    printf(",\"clauses\":[");
    for (size_t i = 0; r->judged && i < r->attributions.count; i++) {
        mp_clause clause;
        if (!mp_clause_of(r->attributions.attributor, &r->attributions.items[i], &clause)) continue;
        printf("%s", comma);
        print_clause(r, &r->attributions.items[i], &clause);
        comma = ",";
    }
    printf("]");
}

/* "said/polic": the beginnings of words in what the maker says, whether the rules weigh them or not. */
static void print_said(const mp_results *r, const mp_comparer *c, const mp_judgement *j) {
    for (size_t v = 0; v < c->voiced.count; v++) {
        if (!mp_voice_concerns(c, &c->voiced.items[v], j->attribution)) continue;
        mp_token_range range = mp_voiced_range(c, &c->voiced.items[v]);
        for (uint32_t i = range.first; i < range.end; i++) {
            char letters[MP_STEM_LETTERS + 2];
            mp_text word = mp_token_text(&r->tokens, mp_token_block(&r->tokens, i), i);
            if (r->tokens.items[i].kind == MP_TOKEN_WORD && mp_stem_read(word, letters))
                printf(",\"said/%s\":1", letters);
        }
    }
}

static const char *const sort_names[] = {"owns-up", "claim", "source", "sample"};

static void print_hearing(const mp_results *r, const mp_comparer *c, const mp_judgement *j, const mp_hearing *h) {
    printf(",\"sort\":\"%s\",\"heard\":{", sort_names[mp_sort_of_words(j)]);
    print_set(MP_WEIGHING_DENIED, h->features);
    print_said(r, c, j);
    printf("}");
}

/* Two findings of one model: their numbers, and what is seen of them. */
static void print_pair(const mp_pairer *p, uint32_t earlier, uint32_t later) {
    uint8_t features[MP_CONFLICT_FEATURE_COUNT];

    mp_pair_read(p, earlier, later, features);
    printf("{\"earlier\":%u,\"later\":%u,\"sort\":\"%s\",\"seen\":{", earlier, later,
           sort_names[mp_sort_told(p, later)]);
    print_set(MP_WEIGHING_CONFLICT, features);
    printf("}}");
}

static void print_pairs(const mp_pairer *p, size_t count) {
    const char *comma = "";

    for (uint32_t later = 1; later < count; later++)
        for (uint32_t back = 1; back <= later && back <= MP_MOST_PAIRS_BACK; back++) {
            const mp_judgement *one = &p->findings[later - back], *other = &p->findings[later];
            if (one->attribution->reference.model != other->attribution->reference.model) continue;
            printf("%s", comma);
            print_pair(p, later - back, later);
            comma = ",";
        }
}

static void print_prompt(const mp_prompter *p, uint32_t finding) {
    static const char *const told_names[] = {"untold", "before", "elsewhere"};
    uint8_t features[MP_PROMPT_FEATURE_COUNT];

    mp_prompt_read(p, finding, features);
    printf(",\"told\":\"%s\",\"asked\":{", told_names[mp_told_sort_of(&p->findings[finding])]);
    print_set(MP_WEIGHING_PROMPT, features);
    printf("}");
}

static void print_finding(const mp_rules *rules, const mp_results *r, const mp_page_facts *facts, const mp_judgement *j,
                          const mp_comparer *c, const mp_hearing *h, const mp_prompter *p) {
    const mp_attribution *a = j->attribution;
    uint8_t features[MP_MOST_FEATURES];
    uint16_t model = a->reference.model;

    mp_features_read(&r->signs, facts, j->prompt, a, features);
    printf("{");
    print_place(r, a);
    printf(",\"speaker\":\"%s\",\"sure\":%d,\"role\":\"%s\",\"certainty\":%d,\"features\":{",
           model == 0 || model == MP_MODEL_GENERIC ? "generic" : rules->models.items[model - 1].id.bytes,
           a->reference.certainty, mp_role_name(j->role), j->certainty);
    print_features(rules, features);
    print_stems(r, j);
    printf("}");
    print_hearing(r, c, j, h);
    print_prompt(p, (uint32_t)(j - p->findings));
    printf("}");
}

static mp_status print_findings(const mp_rules *rules, const mp_results *r, mp_arena *arena, mp_error *error) {
    mp_page_facts facts;
    size_t count = r->judged ? r->judgements.count : 0;
    if (count > 0 && !mp_page_facts_gather(&r->signs, arena, &facts)) return mp_fail_memory(error);

    mp_prompter prompter;
    if (count > 0 && !mp_prompter_make(&r->signs, &facts, arena, r->judgements.items, count, &prompter))
        return mp_fail_memory(error);
    if (count > 0) mp_prompter_count_told(&prompter);
    mp_comparer comparer;
    if (count > 0 && !mp_comparer_make(&r->signs, arena, r->judgements.items, count, &comparer))
        return mp_fail_memory(error);
    printf("{\"findings\":[");
    for (size_t i = 0; i < count; i++) {
        mp_hearing hearing;
        mp_hearing_read(&comparer, &r->judgements.items[i], &hearing);
        if (i > 0) printf(",");
        print_finding(rules, r, &facts, &r->judgements.items[i], &comparer, &hearing, &prompter);
    }
    printf("],\"pairs\":[");
    mp_pairer pairer;
    if (count > 0 && !mp_pairer_make(&r->signs, &facts, arena, r->judgements.items, count, &pairer))
        return mp_fail_memory(error);
    if (count > 0) print_pairs(&pairer, count);
    printf("]");
    print_names(r);
    print_clauses(r);
    print_its(r);
    return MP_OK;
}

/* The weights of today that the whole is run by; the rest are for tomorrow’s to weigh again. */
typedef struct weights_of_today {
    mp_weights rules_alone; /* without those of speakers, of names and of trust */
    mp_weights all_given;   /* without those of trust */
} weights_of_today;

static void take_weights(const mp_engine *engine, weights_of_today *today) {
    today->rules_alone = today->all_given = *engine->rules.weights;
    memset(today->rules_alone.speaker, 0, sizeof today->rules_alone.speaker);
    memset(today->rules_alone.name, 0, sizeof today->rules_alone.name);
    memset(today->rules_alone.trust, 0, sizeof today->rules_alone.trust);
    memset(today->all_given.trust, 0, sizeof today->all_given.trust);
}

typedef mp_status (*printer)(const mp_rules *rules, const mp_results *r, mp_arena *arena, mp_error *error);

static mp_status print_findings_and_quotes(const mp_rules *rules, const mp_results *r, mp_arena *arena,
                                           mp_error *error) {
    MP_TRY(print_findings(rules, r, arena, error));
    return print_quotes(r, arena, error);
}

static mp_status print_given_quotes(const mp_rules *rules, const mp_results *r, mp_arena *arena, mp_error *error) {
    (void)rules;
    return print_givens(r, arena, error);
}

static mp_status run_and_print(mp_engine *engine, mp_weights *weights, const mp_document *document, printer print,
                               mp_error *error) {
    const mp_check_options everybody = {.all_quotes = true};
    mp_results results = {0};
    mp_arena arena;

    engine->rules.weights = weights;
    mp_arena_init(&arena, NULL);
    mp_status status = mp_engine_run(engine, document, &everybody, &arena, &results, error);
    if (status == MP_OK) status = print(&engine->rules, &results, &arena, error);
    mp_arena_free(&arena);
    return status;
}

static mp_status print_document(mp_engine *engine, weights_of_today *today, mp_text line, mp_error *error) {
    mp_owned_document document;
    MP_TRY(mp_document_from_json(line, NULL, &document, error));

    mp_status status = run_and_print(engine, &today->rules_alone, &document.document, print_findings_and_quotes, error);
    if (status == MP_OK)
        status = run_and_print(engine, &today->all_given, &document.document, print_given_quotes, error);
    mp_document_free(&document);
    return status;
}

static mp_status print_all(mp_engine *engine, mp_error *error) {
    static weights_of_today today;
    mp_status status = MP_OK;
    char *line = NULL;
    size_t room = 0;
    ssize_t length;

    take_weights(engine, &today);
    while (status == MP_OK && (length = getline(&line, &room, stdin)) > 0)
        status = print_document(engine, &today, (mp_text){line, (size_t)length}, error);
    free(line);
    return status;
}

int main(void) {
    mp_engine *engine = NULL;
    mp_error error = {0};

    mp_status status = mp_engine_new(NULL, &engine, &error);
    if (status == MP_OK) status = print_all(engine, &error);
    if (status != MP_OK) fprintf(stderr, "features: %s\n", error.message);
    mp_engine_free(engine);
    return status == MP_OK ? 0 : 1;
}
