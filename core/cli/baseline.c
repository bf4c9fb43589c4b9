/* baseline.c: what an earlier run found, so that only what is new counts. Knows SARIF's results by file and fingerprint;
 * nothing else of them. */
#include "baseline.h"

#include "packs.h"
#include "uri.h"

#include <cJSON.h>
#include <stdlib.h>
#include <string.h>

typedef struct known_finding {
    const char *uri, *print;
    mp_level level;
} known_finding;

struct mp_baseline {
    mp_arena arena;
    MP_ARRAY(known_finding) known; /* sorted by file and fingerprint, the highest level first */
};

static const char *string_at(const cJSON *object, const char *key) {
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
}

static const cJSON *first_of(const cJSON *object, const char *key) {
    const cJSON *array = cJSON_GetObjectItemCaseSensitive(object, key);

    return array == NULL ? NULL : array->child;
}

static mp_level level_of(const cJSON *result) {
    const char *name = string_at(result, "level");

    if (name != NULL && strcmp(name, "error") == 0) return MP_LEVEL_ALERT;
    return name == NULL || strcmp(name, "warning") == 0 ? MP_LEVEL_NOTICE : MP_LEVEL_INFO;
}

static bool add_result(mp_baseline *baseline, const cJSON *result) {
    const cJSON *physical = cJSON_GetObjectItemCaseSensitive(first_of(result, "locations"), "physicalLocation");
    const char *uri = string_at(cJSON_GetObjectItemCaseSensitive(physical, "artifactLocation"), "uri");
    const char *print = string_at(cJSON_GetObjectItemCaseSensitive(result, "partialFingerprints"), "mouthpiece/v1");
    if (uri == NULL || print == NULL) return true;
    known_finding known = {mp_arena_copy(&baseline->arena, (mp_text){uri, strlen(uri)}).bytes,
                           mp_arena_copy(&baseline->arena, (mp_text){print, strlen(print)}).bytes, level_of(result)};

    return known.uri != NULL && known.print != NULL && MP_PUSH(&baseline->arena, &baseline->known, known);
}

static int compare_known(const void *left, const void *right) {
    const known_finding *a = left, *b = right;
    int order = strcmp(a->uri, b->uri);

    if (order == 0) order = strcmp(a->print, b->print);
    return order != 0 ? order : (int)b->level - (int)a->level;
}

static bool read_runs(mp_baseline *baseline, const cJSON *root) {
    const cJSON *run, *result;

    cJSON_ArrayForEach(run, cJSON_GetObjectItemCaseSensitive(root, "runs")) cJSON_ArrayForEach(
        result, cJSON_GetObjectItemCaseSensitive(run, "results")) if (!add_result(baseline, result)) return false;
    if (baseline->known.count > 0)
        qsort(baseline->known.items, baseline->known.count, sizeof *baseline->known.items, compare_known);
    return true;
}

static bool read_into(mp_baseline *baseline, const char *file) {
    mp_packs text;
    bool fine = mp_packs_read(&file, 1, &text);
    cJSON *root = fine ? cJSON_ParseWithLength(text.items[0].bytes, text.items[0].length) : NULL;

    if (fine && !cJSON_IsArray(cJSON_GetObjectItemCaseSensitive(root, "runs"))) {
        mp_tell_problem(file, 0, "a baseline is a SARIF file, as --format sarif writes it");
        fine = false;
    } else if (fine && !read_runs(baseline, root)) {
        mp_tell_problem(file, 0, "out of memory");
        fine = false;
    }
    cJSON_Delete(root);
    mp_packs_free(&text);
    return fine;
}

mp_baseline *mp_baseline_read(const char *file) {
    mp_baseline *baseline = calloc(1, sizeof *baseline);

    if (baseline == NULL) {
        mp_tell_problem(file, 0, "out of memory");
        return NULL;
    }
    mp_arena_init(&baseline->arena, NULL);
    if (read_into(baseline, file)) return baseline;
    mp_baseline_free(baseline);
    return NULL;
}

void mp_baseline_free(mp_baseline *baseline) {
    if (baseline == NULL) return;
    mp_arena_free(&baseline->arena);
    free(baseline);
}

/* The highest level at which the baseline has that finding; -1 where it has it not. */
static int known_level(const mp_baseline *baseline, const char *uri, const char *print) {
    size_t low = 0, high = baseline->known.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const known_finding *known = &baseline->known.items[middle];
        int order = strcmp(known->uri, uri);
        if (order == 0) order = strcmp(known->print, print);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == baseline->known.count) return -1;
    const known_finding *known = &baseline->known.items[low];
    return strcmp(known->uri, uri) == 0 && strcmp(known->print, print) == 0 ? (int)known->level : -1;
}

bool mp_baseline_apply(const mp_baseline *baseline, mp_checked *checked, mp_arena *arena) {
    if (baseline == NULL || checked->report->finding_count == 0) return true;
    const char *uri = mp_uri_of(checked->found->file, arena);

    if (uri == NULL) return false;
    for (size_t i = 0; i < checked->report->finding_count; i++) {
        mp_result *result = &checked->results[i];
        if (result->spot.aside == MP_ASIDE_NOT &&
            known_level(baseline, uri, result->fingerprint) >= (int)result->finding->level)
            result->spot.aside = MP_ASIDE_KNOWN;
    }
    return true;
}
