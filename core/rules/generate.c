/* generate.c: writes what rule packs say as C tables, the file that shipped.h declares: a program of the build, never
 * shipped. Reads the packs by the loader that reads users' packs, so the two cannot disagree. Knows every member of
 * mp_rules; nothing of JSON.
 *
 *     generate OUT/shipped.c PACK… */
#include "rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { words_a_bucket = 4, numbers_a_line = 24 };

static FILE *out;
static mp_arena arena; /* for everything, until the end */

static void die(const char *what, const char *why) {
    fprintf(stderr, "%s: %s\n", what, why);
    exit(1);
}

static void *take(size_t count, size_t size) {
    void *memory = mp_arena_take_array(&arena, count + 1, size);

    if (memory == NULL) die("generate", "out of memory");
    return memory;
}

/* ---- Literals ---------------------------------------------------------------------------------------------------- */

static void write_text(mp_text text) {
    if (text.bytes == NULL) {
        fputs("{0, 0}", out);
        return;
    }
    fputs("{\"", out);
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        if (byte < ' ' || byte > '~' || strchr("\"\\?", byte) != NULL)
            fprintf(out, "\\%03o", byte);
        else
            fputc(byte, out);
    }
    fprintf(out, "\", %zu}", text.length);
}

static void write_numbers(const char *type, const char *name, const uint32_t *numbers, size_t count) {
    fprintf(out, "static const %s %s[] = {", type, name);
    for (size_t i = 0; i < count; i++) fprintf(out, "%s%u,", i % numbers_a_line == 0 ? "\n    " : " ", numbers[i]);
    fputs("\n};\n", out);
}

static void write_weights(const char *member, const int16_t *weights, size_t count) {
    fprintf(out, "    .%s = {", member);
    for (size_t i = 0; i < count; i++) fprintf(out, "%s%d,", i % numbers_a_line == 0 ? "\n        " : " ", weights[i]);
    fputs("\n    },\n", out);
}

/* ---- The lexicon: words and phrases with new numbers ------------------------------------------------------------- */

/* A path with its numbers: the lexicon’s own, and those of the tables. */
typedef struct path {
    mp_lexicon_path old;
    uint32_t bucket, phrase, next;
} path;

typedef struct lexicon {
    path *words, *phrases;
    size_t word_count, phrase_count;
    uint32_t bucket_count;
    uint32_t *new_number; /* by old number */
} lexicon;

static int in_order(uint32_t one, uint32_t other) { return one < other ? -1 : one > other; }

static int compare_words(const void *one, const void *other) {
    const path *a = one, *b = other;
    int order = in_order(a->bucket, b->bucket);

    return order != 0 ? order : in_order(a->old.number, b->old.number);
}

static int compare_phrases(const void *one, const void *other) {
    const path *a = one, *b = other;
    int order = in_order(a->phrase, b->phrase);

    return order != 0 ? order : in_order(a->next, b->next);
}

static void number_words(lexicon *l) {
    l->bucket_count = 1;
    while (l->bucket_count * words_a_bucket < l->word_count) l->bucket_count *= 2;
    for (size_t i = 0; i < l->word_count; i++)
        l->words[i].bucket = mp_lexicon_hash(l->words[i].old.word) & (l->bucket_count - 1);
    qsort(l->words, l->word_count, sizeof *l->words, compare_words);
    for (size_t i = 0; i < l->word_count; i++) l->new_number[l->words[i].old.number] = (uint32_t)i + 1;
}

/* Phrases of two words, then of three, and so on: each continues something that has its number. */
static void number_phrases(lexicon *l) {
    size_t done = 0;

    while (done < l->phrase_count) {
        size_t end = done;
        for (size_t i = done; i < l->phrase_count; i++) {
            path *at = &l->phrases[i], swapped = *at;
            if (l->new_number[at->old.phrase] == 0) continue;
            swapped.phrase = l->new_number[at->old.phrase];
            swapped.next = l->new_number[at->old.next];
            *at = l->phrases[end];
            l->phrases[end++] = swapped;
        }
        if (end == done) die("lexicon", "a phrase continues nothing");
        qsort(l->phrases + done, end - done, sizeof *l->phrases, compare_phrases);
        for (size_t i = done; i < end; i++) l->new_number[l->phrases[i].old.number] = (uint32_t)(l->word_count + 1 + i);
        done = end;
    }
}

static lexicon number_lexicon(mp_lexicon *from) {
    size_t entry_count, cursor = 0;
    mp_lexicon_path at;
    mp_lexicon_entries(from, &entry_count);
    lexicon l = {.words = take(entry_count, sizeof(path)),
                 .phrases = take(entry_count, sizeof(path)),
                 .new_number = take(entry_count, sizeof(uint32_t))};

    while (mp_lexicon_walk(from, &cursor, &at)) {
        if (at.phrase == 0)
            l.words[l.word_count++].old = at;
        else
            l.phrases[l.phrase_count++].old = at;
    }
    qsort(l.phrases, l.phrase_count, sizeof(path), compare_words); /* by old number: the hash says nothing */
    number_words(&l);
    number_phrases(&l);
    return l;
}

static void write_words(const lexicon *l) {
    uint32_t *first = take(l->bucket_count + 1, sizeof *first), *at = take(l->bucket_count + 1, sizeof *at);
    uint32_t bucket = 0, byte = 0;

    fputs("static const uint8_t words[] = {", out);
    for (size_t i = 0; i < l->word_count; i++) {
        mp_text word = l->words[i].old.word;
        for (; bucket <= l->words[i].bucket; bucket++) first[bucket] = (uint32_t)i + 1, at[bucket] = byte;
        fprintf(out, "\n    %zu,", word.length);
        for (size_t k = 0; k < word.length; k++) fprintf(out, " %u,", (unsigned char)word.bytes[k]);
        byte += (uint32_t)word.length + 1;
    }
    fputs("\n};\n", out);
    for (; bucket <= l->bucket_count; bucket++) first[bucket] = (uint32_t)l->word_count + 1, at[bucket] = byte;
    write_numbers("uint16_t", "bucket_number", first, l->bucket_count + 1);
    write_numbers("uint32_t", "bucket_at", at, l->bucket_count + 1);
}

static void write_phrases(const lexicon *l, size_t entry_count) {
    size_t group_count = entry_count / MP_LEXICON_GROUP + 2;
    uint32_t *begins = take(l->phrase_count, sizeof *begins), *adds = take(l->phrase_count, sizeof *adds);
    uint32_t *first = take(group_count, sizeof *first);

    for (size_t i = 0; i < l->phrase_count; i++) begins[i] = l->phrases[i].phrase, adds[i] = l->phrases[i].next;
    for (size_t group = 0, i = 0; group < group_count; group++) {
        while (i < l->phrase_count && begins[i] < group * MP_LEXICON_GROUP) i++;
        first[group] = (uint32_t)i;
    }
    write_numbers("uint16_t", "begins", begins, l->phrase_count);
    write_numbers("uint16_t", "adds", adds, l->phrase_count);
    write_numbers("uint16_t", "group_first", first, group_count);
}

/* ---- The lexicon's entries --------------------------------------------------------------------------------------- */

/* Every member of mp_entry but its classes, for comparing and for writing. */
#define ENTRY_MEMBERS(X)                                                                                               \
    X(topics)                                                                                                          \
    X(cue)                                                                                                             \
    X(model)                                                                                                           \
    X(maker) X(answerable) X(note) X(patterns) X(evidence) X(verb_form) X(any_case) X(base_is_past) X(begins_phrase)

static bool is_same(const mp_entry *a, const mp_entry *b) {
#define IS_SAME(member) &&a->member == b->member
    return a->classes == b->classes ENTRY_MEMBERS(IS_SAME);
#undef IS_SAME
}

static void write_kind(const mp_entry *e) {
    fprintf(out, "    {.classes = (mp_word_classes)0x%llxu << 64 | 0x%llxu", (unsigned long long)(e->classes >> 64),
            (unsigned long long)e->classes);
#define WRITE(member)                                                                                                  \
    if (e->member != 0) fprintf(out, ", ." #member " = 0x%llxu", (unsigned long long)e->member);
    ENTRY_MEMBERS(WRITE)
#undef WRITE
    fputs("},\n", out);
}

static void write_entries(const lexicon *l, const mp_entry *entries, size_t count) {
    const mp_entry **kinds = take(count, sizeof(mp_entry *));
    uint32_t *kind_of = take(count, sizeof *kind_of);
    size_t kind_count = 0;

    for (size_t i = 0; i < count; i++) {
        size_t kind = 0;
        while (kind < kind_count && !is_same(kinds[kind], &entries[i])) kind++;
        if (kind == kind_count) kinds[kind_count++] = &entries[i];
        kind_of[l->new_number[i]] = (uint32_t)kind;
    }
    fputs("static const mp_entry kinds[] = {\n", out);
    for (size_t i = 0; i < kind_count; i++) write_kind(kinds[i]);
    fputs("};\n", out);
    write_numbers("uint16_t", "kind_of", kind_of, count);
}

static void write_lexicon(mp_lexicon *from) {
    size_t entry_count;
    const mp_entry *entries = mp_lexicon_entries(from, &entry_count);
    lexicon l = number_lexicon(from);

    write_words(&l);
    write_phrases(&l, entry_count);
    write_entries(&l, entries, entry_count);
    fprintf(
        out,
        "const mp_lexicon_table mp_shipped_lexicon = {\n    kinds, kind_of, words, bucket_number, bucket_at, begins, "
        "adds, group_first, %u, %zu, %zu};\n",
        l.bucket_count - 1, l.word_count + 1, entry_count);
}

/* ---- The other sections ------------------------------------------------------------------------------------------ */

/* Writes an MP_ARRAY of rules: `write` an item each. */
#define WRITE_ARRAY(type, name, write)                                                                                 \
    do {                                                                                                               \
        fprintf(out, "static const " #type " " #name "[] = {\n");                                                      \
        for (size_t i = 0; i < rules->name.count; i++) {                                                               \
            fputs("    ", out);                                                                                        \
            write(&rules->name.items[i]);                                                                              \
            fputs(",\n", out);                                                                                         \
        }                                                                                                              \
        fputs("};\n", out);                                                                                            \
    } while (0)

static void write_maker(const mp_maker *maker) {
    fputc('{', out), write_text(maker->id), fputs(", ", out), write_text(maker->name), fputc('}', out);
}

static void write_model(const mp_model *model) {
    fputc('{', out), write_text(model->id), fputs(", ", out), write_text(model->name);
    fprintf(out, ", %u, %d, %d, %d, %u, ", model->maker, model->ambiguous, model->persona, model->common,
            model->ambiguity);
    fputs("(const mp_text[]){", out);
    for (size_t i = 0; i < model->account_count; i++) write_text(model->accounts[i]), fputs(", ", out);
    fprintf(out, "{0, 0}}, %zu}", model->account_count);
}

static void write_cue(const mp_cue *cue) {
    fputc('{', out), write_text(cue->lemma);
    fprintf(out, ", %u, %u, ", cue->takes, cue->act);
    write_text(cue->noun), fputs(", ", out), write_text(cue->gerund), fputc('}', out);
}

static void write_pattern(const mp_pattern *p) {
    fputc('{', out), write_text(p->id), fputs(", ", out), write_text(p->source);
    fprintf(out, ", %u, %d, %d, %d, %d, %d, %d}", p->meaning, p->about_maker, p->of_model, p->to_model, p->about_model,
            p->by_others, p->by_maker);
}

static void write_anchor(const mp_pattern_anchor *anchor) { fprintf(out, "{%u, %u}", anchor->pattern, anchor->next); }

static void write_evidence(const mp_evidence *evidence) {
    fprintf(out, "{%uu, %uu}", evidence->supports, evidence->opposes);
}

static void write_message(const mp_message *message) {
    fputc('{', out), write_text(message->id), fputs(", ", out), write_text(message->text), fputc('}', out);
}

static void write_note(const mp_note_rule *note) {
    fputc('{', out), write_text(note->id), fputs(", ", out), write_text(note->message);
    fprintf(out, ", %u}", note->as);
}

static void write_topic(const mp_text *topic) { write_text(*topic); }

static void write_weight_table(const mp_weights *weights) {
    fputs("static const mp_weights weights = {\n", out);
    /* rows flat: C lets inner braces be left out */
    write_weights("role", &weights->role[0][0], (size_t)MP_MOST_FEATURES * MP_ROLE_COUNT);
    write_weights("act", &weights->act[0][0], (size_t)MP_MOST_FEATURES * MP_ACT_COUNT);
    write_weights("shares", weights->shares, 2);
    write_weights("certainty", weights->certainty, MP_CERTAINTY_STEPS);
    fputs("};\n", out);
}

/* The MP_ARRAY of rules that WRITE_ARRAY wrote. */
#define WRITE_MEMBER(type, name)                                                                                       \
    fprintf(out, "    ." #name " = {(" #type " *)" #name ", %zu, %zu},\n", rules->name.count, rules->name.count)

static void write_rules(const mp_rules *rules) {
    WRITE_ARRAY(mp_maker, makers, write_maker);
    WRITE_ARRAY(mp_model, models, write_model);
    WRITE_ARRAY(mp_cue, cues, write_cue);
    WRITE_ARRAY(mp_pattern, patterns, write_pattern);
    WRITE_ARRAY(mp_pattern_anchor, anchors, write_anchor);
    WRITE_ARRAY(mp_evidence, evidence, write_evidence);
    WRITE_ARRAY(mp_message, messages, write_message);
    WRITE_ARRAY(mp_note_rule, notes, write_note);
    WRITE_ARRAY(mp_text, topics, write_topic);
    write_weight_table(rules->weights);

    fputs("const mp_rules mp_shipped_rules = {\n", out);
    WRITE_MEMBER(mp_maker, makers);
    WRITE_MEMBER(mp_model, models);
    WRITE_MEMBER(mp_cue, cues);
    WRITE_MEMBER(mp_pattern, patterns);
    WRITE_MEMBER(mp_pattern_anchor, anchors);
    WRITE_MEMBER(mp_evidence, evidence);
    WRITE_MEMBER(mp_message, messages);
    WRITE_MEMBER(mp_note_rule, notes);
    WRITE_MEMBER(mp_text, topics);
    fputs("    .weights = (mp_weights *)&weights,\n    .label = ", out);
    write_text(rules->label);
    fprintf(out, ",\n    .ambiguous_count = %zu,\n    .least_alert_per_cent = %u,\n    .shared = true};\n",
            rules->ambiguous_count, rules->least_alert_per_cent);
}

/* ---- Packs in, tables out ---------------------------------------------------------------------------------------- */

static mp_text read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) die(path, "cannot be read");
    long size = ftell(file);
    rewind(file);
    char *bytes = take((size_t)size, 1);

    if (fread(bytes, 1, (size_t)size, file) != (size_t)size) die(path, "cannot be read");
    fclose(file);
    return (mp_text){bytes, (size_t)size};
}

int main(int argc, char **argv) {
    static mp_rules rules;
    mp_error error;
    if (argc < 3) die("usage", "generate OUT/shipped.c PACK…");
    mp_arena_init(&arena, NULL);
    if (mp_rules_begin(&rules, &arena, &error) != MP_OK) die("generate", error.message);

    for (int i = 2; i < argc; i++)
        if (mp_rules_load(&rules, read_file(argv[i]), &arena, &error) != MP_OK) {
            fprintf(stderr, "%s:%zu: %s\n", argv[i], error.line, error.message);
            return 1;
        }
    out = fopen(argv[1], "wb");
    if (out == NULL) die(argv[1], "cannot be written");
    fputs("/* shipped.c: written by core/rules/generate.c from the packs in core/rules; not to be edited. */\n"
          "#include \"rules/shipped.h\"\n\n",
          out);
    write_lexicon(rules.lexicon);
    write_rules(&rules);
    if (ferror(out) || fclose(out) != 0) die(argv[1], "cannot be written");
    mp_rules_free(&rules);
    mp_arena_free(&arena);
    return 0;
}
