/* features.c: prints what the detector makes of each document, for those who learn the weights: a JSON object a line, with
 * every finding's place, its features by name, and how it is judged by the weights of today.
 *
 *     features < documents.jsonl > findings.jsonl
 *
 * Knows the core's steps and the features; nothing of gold, nor of learning. */
#include "judgement_role.h"
#include "language.h"
#include "rules/shipped.h"
#include "status.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const feature_names[] = {
#define MP_FEATURE(symbol, name) name,
    MP_FEATURES(MP_FEATURE)
#undef MP_FEATURE
};

static const char *const zone_names[] = {
#define MP_ZONE(symbol, name) name,
    MP_ZONES(MP_ZONE)
#undef MP_ZONE
};

typedef struct steps {
    mp_article article;
    mp_tokens tokens;
    mp_stretches stretches;
    mp_sentences sentences;
    mp_mentions mentions;
    mp_verbs verbs;
    mp_references references;
    mp_attributions attributions;
    mp_signs signs;
    mp_judgements judgements;
} steps;

/* The same steps as the engine's. */
static mp_status run_steps(const mp_rules *rules, mp_arena *arena, steps *s, mp_error *error) {
    if (!mp_article_names_a_model(&s->article, rules)) return MP_OK;
    MP_TRY(mp_tokens_read(&s->article, rules, arena, &s->tokens, error));
    MP_TRY(mp_stretches_find(&s->tokens, arena, &s->stretches, error));
    MP_TRY(mp_sentences_cut(&s->tokens, &s->stretches, arena, &s->sentences, error));
    uint8_t *tags = mp_tags_find(&s->sentences, arena);
    if (tags == NULL) return MP_ERROR_MEMORY;
    MP_TRY(mp_mentions_find(&s->sentences, tags, arena, &s->mentions, error));
    MP_TRY(mp_verbs_find(&s->mentions, arena, &s->verbs, error));
    MP_TRY(mp_references_find(&s->mentions, &s->verbs, arena, &s->references, error));
    MP_TRY(mp_attributions_find(&s->references, false, arena, &s->attributions, error));
    MP_TRY(mp_signs_find(&s->attributions, arena, &s->signs, error));
    return mp_judgements_make(&s->signs, arena, &s->judgements, error);
}

static size_t units_at(const steps *s, const mp_attribution *a, uint32_t byte) {
    return mp_text_utf16_length(mp_text_slice(s->article.blocks[a->block].text, 0, byte));
}

static void print_features(const mp_rules *rules, const uint8_t *features) {
    const char *comma = "";

    for (int f = 0; f < MP_FEATURE_COUNT; f++) {
        if (features[f] == 0) continue;
        printf("%s\"%s\":%d", comma, feature_names[f], features[f]);
        comma = ",";
    }
    for (int zone = 0; zone < MP_ZONE_COUNT; zone++)
        for (size_t topic = 0; topic < rules->topics.count; topic++) {
            uint8_t count = features[MP_TOPIC_FEATURE(zone, (int)topic)];
            mp_text name = rules->topics.items[topic];
            if (count > 0) printf("%s\"%s:%.*s\":%d", comma, zone_names[zone], (int)name.length, name.bytes, count);
        }
}

static void print_finding(const mp_rules *rules, const steps *s, const mp_page_facts *facts, const mp_judgement *j) {
    const mp_attribution *a = j->attribution;
    uint8_t features[MP_MOST_FEATURES];
    uint16_t model = a->reference.model;

    mp_features_read(&s->signs, facts, j->prompt_before, a, features);
    printf("{\"block\":%u,\"start\":%zu,\"end\":%zu,\"form\":\"%s\",\"speaker\":\"%s\",\"sure\":%d,\"role\":\"%s\","
           "\"certainty\":%d,\"features\":{",
           a->block, units_at(s, a, a->start), units_at(s, a, a->end), mp_form_name(a->form),
           model == 0 || model == MP_MODEL_GENERIC ? "generic" : rules->models.items[model - 1].id.bytes,
           a->reference.certainty, mp_role_name(j->role), j->certainty);
    print_features(rules, features);
    printf("}}");
}

static mp_status print_document(const mp_rules *rules, mp_text line, mp_arena *arena, mp_error *error) {
    mp_options options = MP_OPTIONS_DEFAULT;
    mp_owned_document document;
    mp_page_facts facts;
    steps s = {0};

    MP_TRY(mp_document_from_json(line, NULL, &document, error));
    MP_TRY(mp_article_read(&document.document, options.max_blocks, options.max_bytes, arena, &s.article, error));
    MP_TRY(run_steps(rules, arena, &s, error));
    printf("{\"findings\":[");
    if (s.judgements.count > 0 && !mp_page_facts_gather(&s.signs, arena, &facts)) return MP_ERROR_MEMORY;
    for (size_t i = 0; i < s.judgements.count; i++) {
        if (i > 0) printf(",");
        print_finding(rules, &s, &facts, &s.judgements.items[i]);
    }
    printf("]}\n");
    mp_document_free(&document);
    return MP_OK;
}

static mp_status print_all(const mp_rules *rules, mp_error *error) {
    char *line = NULL;
    size_t room = 0;
    ssize_t length;

    while ((length = getline(&line, &room, stdin)) > 0) {
        mp_arena arena;
        mp_arena_init(&arena, NULL);
        mp_status status = print_document(rules, (mp_text){line, (size_t)length}, &arena, error);
        mp_arena_free(&arena);
        if (status != MP_OK) return status;
    }
    free(line);
    return MP_OK;
}

int main(void) {
    mp_rules rules = {0};
    mp_error error = {0};
    mp_arena arena;

    mp_arena_init(&arena, NULL);
    for (size_t i = 0; i < mp_shipped_pack_count; i++)
        if (mp_rules_load(&rules, mp_shipped_packs[i], &arena, &error) != MP_OK) break;
    if (error.status == MP_OK) (void)print_all(&rules, &error);
    if (error.status != MP_OK) fprintf(stderr, "features: %s\n", error.message);
    mp_rules_free(&rules);
    mp_arena_free(&arena);
    return error.status == MP_OK ? 0 : 1;
}
