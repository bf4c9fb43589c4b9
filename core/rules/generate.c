/* generate.c: writes what rule packs say as C tables, the file that shipped.h declares: a program of the build, never
 * shipped. Reads the packs by the loader that reads users' packs, so the two cannot disagree. Knows every member of
 * mp_rules; nothing of JSON.
 *
 *     generate OUT/shipped.c PACK… */
#include "lexicon_table.h"
#include "rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { numbers_a_line = 24, most_told = 130 };

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

/* As mp_packed_number() reads them. */
static void write_packed(const char *name, const uint32_t *numbers, size_t count) {
    fprintf(out, "static const uint8_t %s[] = {", name);
    for (size_t i = 0; i < count; i++) {
        uint32_t number = numbers[i];
        fputs(i % numbers_a_line == 0 ? "\n    " : " ", out);
        for (; number > 0x7f; number >>= 7) fprintf(out, "%u,", (number & 0x7f) | 0x80);
        fprintf(out, "%u,", number);
    }
    fputs("\n};\n", out);
}

/* Members of a set, which are numbered in the order in which they come: see lexicon_table.h. */
static void write_members(const char *name, uint32_t *numbers, size_t count) {
    uint32_t fresh = 0;

    for (size_t i = 0; i < count; i++) {
        bool is_fresh = numbers[i] == fresh;
        fresh += is_fresh;
        numbers[i] = is_fresh ? 0 : numbers[i] + 1;
    }
    write_packed(name, numbers, count);
}

/* ---- The lexicon: words and phrases with new numbers ------------------------------------------------------------- */

/* A path with its numbers: the lexicon’s own, and those of the tables. */
typedef struct path {
    mp_lexicon_path old;
    uint32_t number, phrase, next; /* number: the old one */
} path;

typedef struct lexicon {
    path *words, *phrases;
    size_t word_count, phrase_count, entry_count;
    uint32_t *new_number; /* by old number */
} lexicon;

static int in_order(uint32_t one, uint32_t other) { return one < other ? -1 : one > other; }

static int compare_words(const void *one, const void *other) {
    mp_text a = ((const path *)one)->old.word, b = ((const path *)other)->old.word;
    int order = memcmp(a.bytes, b.bytes, a.length < b.length ? a.length : b.length);

    return order != 0 ? order : in_order((uint32_t)a.length, (uint32_t)b.length);
}

static int compare_phrases(const void *one, const void *other) {
    const path *a = one, *b = other;
    int order = in_order(a->phrase, b->phrase);

    return order != 0 ? order : in_order(a->next, b->next);
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
        for (size_t i = done; i < end; i++) l->new_number[l->phrases[i].number] = (uint32_t)(l->word_count + 1 + i);
        done = end;
    }
}

static lexicon number_lexicon(const mp_lexicon *from) {
    size_t count = mp_lexicon_count(from);
    lexicon l = {.words = take(count, sizeof(path)),
                 .phrases = take(count, sizeof(path)),
                 .entry_count = count,
                 .new_number = take(count, sizeof(uint32_t))};

    for (uint32_t i = 1; i < count; i++) {
        path at = {.old = mp_lexicon_path_of(from, i), .number = i};
        if (at.old.phrase == 0)
            l.words[l.word_count++] = at;
        else
            l.phrases[l.phrase_count++] = at;
    }
    qsort(l.words, l.word_count, sizeof *l.words, compare_words);
    for (size_t i = 0; i < l.word_count; i++) l.new_number[l.words[i].number] = (uint32_t)i + 1;
    number_phrases(&l);
    return l;
}

static size_t shared_bytes(mp_text one, mp_text other) {
    size_t shared = 0;

    while (shared < one.length && shared < other.length && one.bytes[shared] == other.bytes[shared]) shared++;
    return shared;
}

static void write_word(mp_text word, size_t shared, size_t gone) {
    if (gone < MP_LEXICON_MOST_GONE)
        fprintf(out, "\n    %zu,", gone);
    else if (gone - MP_LEXICON_MOST_GONE <= UINT8_MAX)
        fprintf(out, "\n    %d, %zu,", MP_LEXICON_MOST_GONE, gone - MP_LEXICON_MOST_GONE);
    else
        die("a word is too long for the table", word.bytes);
    for (size_t k = shared; k < word.length; k++) {
        unsigned char byte = (unsigned char)word.bytes[k];
        if (byte < MP_LEXICON_LETTER) die("a word of the lexicon holds a control character", word.bytes);
        fprintf(out, " %u,", byte);
    }
}

/* Gives how many bytes they are in full. */
static size_t write_words(const lexicon *l) {
    mp_text before = {"", 0};
    size_t bytes = 0;

    fputs("static const uint8_t words[] = {", out);
    for (size_t i = 0; i < l->word_count; i++) {
        mp_text word = l->words[i].old.word;
        size_t shared = shared_bytes(before, word);
        write_word(word, shared, before.length - shared);
        bytes += word.length;
        before = word;
    }
    fputs("\n    0\n};\n", out); /* the end of the last */
    return bytes;
}

static void write_phrases(const lexicon *l) {
    uint32_t *begins = take(l->phrase_count, sizeof *begins), *adds = take(l->phrase_count, sizeof *adds);

    for (size_t i = 0; i < l->phrase_count; i++) {
        begins[i] = l->phrases[i].phrase - (i == 0 ? 0 : l->phrases[i - 1].phrase);
        adds[i] = l->phrases[i].next;
    }
    write_packed("begins", begins, l->phrase_count);
    write_packed("adds", adds, l->phrase_count);
}

/* ---- The lexicon's entries, as kinds in columns ------------------------------------------------------------------ */

static const mp_lexicon *written;
static const mp_entry *first_entry; /* of it */

/* What an entry points to, but for its cue. */
typedef struct entry_links {
    uint16_t model, maker, answerable, note, patterns, evidence;
} entry_links;

static entry_links links_of(const mp_entry *e) {
    return (entry_links){e->model, e->maker, e->answerable, e->note, e->patterns, e->evidence};
}

static uint32_t form_of(const mp_entry *e) {
    return (uint32_t)e->verb_form | (e->any_case ? MP_FORM_ANY_CASE : 0u) |
           (e->base_is_past ? MP_FORM_BASE_IS_PAST : 0u) | (e->begins_phrase ? MP_FORM_BEGINS_PHRASE : 0u);
}

static bool same_links(const mp_entry *a, const mp_entry *b) {
    entry_links one = links_of(a), other = links_of(b);
    return memcmp(&one, &other, sizeof one) == 0;
}

static bool same_classes(const mp_entry *a, const mp_entry *b) { return a->classes == b->classes; }

static uint64_t topics_of(const mp_entry *e) { return mp_lexicon_topics(written, (uint32_t)(e - first_entry)); }

static bool same_topics(const mp_entry *a, const mp_entry *b) { return topics_of(a) == topics_of(b); }

static bool is_same(const mp_entry *a, const mp_entry *b) {
    return same_classes(a, b) && same_topics(a, b) && same_links(a, b) && a->cue == b->cue && form_of(a) == form_of(b);
}

/* The entries that differ in what `same` compares, each once; numbers[i] says which of them is like entries[i]. */
static size_t sort_out(const mp_entry *const *entries, size_t count, bool (*same)(const mp_entry *, const mp_entry *),
                       const mp_entry **kinds, uint32_t *numbers) {
    size_t kind_count = 0;

    for (size_t i = 0; i < count; i++) {
        size_t kind = 0;
        while (kind < kind_count && !same(kinds[kind], entries[i])) kind++;
        if (kind == kind_count) kinds[kind_count++] = entries[i];
        numbers[i] = (uint32_t)kind;
    }
    return kind_count;
}

/* The set of bits as numbers: how many, then each, less the one before. Gives how many numbers. */
static size_t tell_bits(mp_word_classes bits, uint32_t *to) {
    size_t count = 0;

    for (uint32_t bit = 0, last = 0; bit < sizeof bits * 8; bit++) {
        if ((bits >> bit & 1) == 0) continue;
        to[++count] = bit - last;
        last = bit;
    }
    to[0] = (uint32_t)count;
    return count + 1;
}

static size_t tell_classes(const mp_entry *e, uint32_t *to) { return tell_bits(e->classes, to); }

static size_t tell_topics(const mp_entry *e, uint32_t *to) { return tell_bits(topics_of(e), to); }

static size_t tell_links(const mp_entry *e, uint32_t *to) {
    entry_links l = links_of(e);
    uint32_t told[] = {l.model, l.maker, l.answerable, l.note, l.patterns, l.evidence};

    memcpy(to, told, sizeof told);
    return sizeof told / sizeof *told;
}

/* A column of the kinds: what each says, or which kind says the same. Gives how many differ. */
static size_t write_column(const char *column, const mp_entry *const *kinds, size_t count,
                           bool (*same)(const mp_entry *, const mp_entry *),
                           size_t (*tell)(const mp_entry *, uint32_t *)) {
    uint32_t *numbers = take(count * most_told, sizeof *numbers);
    size_t number_count = 0, told = 0;

    for (size_t i = 0; i < count; i++) {
        size_t like = 0;
        while (like < i && !same(kinds[like], kinds[i])) like++;
        numbers[number_count++] = like == i ? 0 : (uint32_t)like + 1;
        if (like < i) continue;
        number_count += tell(kinds[i], numbers + number_count);
        told++;
    }
    write_packed(column, numbers, number_count);
    return told;
}

/* Gives how many kinds there are, and sets of topics. */
static size_t write_entries(const lexicon *l, const mp_entry *entries, size_t *topic_sets) {
    size_t count = l->entry_count;
    const mp_entry **ordered = take(count, sizeof(mp_entry *)), **kinds = take(count, sizeof(mp_entry *));
    uint32_t *kind_of = take(count, sizeof *kind_of);

    for (size_t i = 0; i < count; i++) ordered[l->new_number[i]] = &entries[i];
    size_t kind_count = sort_out(ordered, count, is_same, kinds, kind_of);
    write_members("kind_of", kind_of, count);
    write_column("kind_classes", kinds, kind_count, same_classes, tell_classes);
    *topic_sets = write_column("kind_topics", kinds, kind_count, same_topics, tell_topics);
    write_column("kind_links", kinds, kind_count, same_links, tell_links);
    for (size_t i = 0; i < kind_count; i++) kind_of[i] = kinds[i]->cue;
    write_packed("kind_cue", kind_of, kind_count);
    for (size_t i = 0; i < kind_count; i++) kind_of[i] = form_of(kinds[i]);
    write_packed("kind_form", kind_of, kind_count);
    return kind_count;
}

static void write_lexicon(mp_lexicon *from) {
    size_t entry_count, topic_sets;
    first_entry = mp_lexicon_entries(from, &entry_count);
    written = from;
    lexicon l = number_lexicon(from);

    size_t word_bytes = write_words(&l);
    write_phrases(&l);
    size_t kind_count = write_entries(&l, first_entry, &topic_sets);
    fprintf(out,
            "const mp_lexicon_table mp_shipped_lexicon = {\n    words, begins, adds, kind_of, kind_classes, "
            "kind_topics, kind_links, kind_cue, kind_form,\n    %zu, %zu, %zu, %zu, %zu};\n",
            l.word_count + 1, entry_count, kind_count, word_bytes, topic_sets);
}

static void write_gate(const mp_gate *gate) {
    fputs("const mp_gate mp_shipped_gate = {\n    .starts = {", out);
    for (size_t i = 0; i < MP_GATE_STARTS; i++)
        fprintf(out, "%s0x%llxu,", i % 8 == 0 ? "\n        " : " ", (unsigned long long)gate->starts[i]);
    fputs("},\n    .runs = {", out);
    for (size_t i = 0; i < MP_GATE_RUNS; i++) fprintf(out, "%s0x%xu,", i % 8 == 0 ? "\n        " : " ", gate->runs[i]);
    fprintf(out, "},\n    .open = %d};\n", gate->open);
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
    fputc('{', out), write_text(p->id), fputs(", ", out), write_text(p->source.bytes == NULL ? p->source : MP_TEXT(""));
    fprintf(out, ", %u, %d, %d, %d, %d, %d, %d, %d}", p->meaning, p->about_maker, p->of_model, p->to_model,
            p->about_model, p->of_readers, p->by_others, p->by_maker);
}

static void write_sources(const mp_rules *rules) {
    fputs("const mp_text mp_shipped_sources[] = {\n", out);
    for (size_t i = 0; i < rules->patterns.count; i++)
        fputs("    ", out), write_text(rules->patterns.items[i].source), fputs(",\n", out);
    fputs("};\n", out);
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

static uint32_t told_signed(int16_t number) {
    return number < 0 ? (uint32_t)(-1 - number) * 2 + 1 : (uint32_t)number * 2;
}

/* Columns of the stems: letters, zones, roles. */
static void write_stems(const mp_rules *rules) {
    size_t count = rules->stems.count, byte_count = 0, weight_count = 0;
    uint32_t *bytes = take(count * (MP_STEM_LETTERS + 1) + 1, sizeof *bytes), *zones = take(count, sizeof *zones);
    uint32_t *roles = take(count * MP_STEM_ZONE_COUNT * MP_ROLE_COUNT, sizeof *roles);
    mp_text before = {"", 0};

    for (size_t i = 0; i < count; i++) {
        const mp_stem *stem = &rules->stems.items[i];
        mp_text letters = {stem->letters, strlen(stem->letters)};
        size_t shared = shared_bytes(before, letters);
        bytes[byte_count++] = (uint32_t)(before.length - shared);
        for (size_t k = shared; k < letters.length; k++) bytes[byte_count++] = (unsigned char)letters.bytes[k];
        before = letters;
        for (int zone = 0; zone < MP_STEM_ZONE_COUNT; zone++) {
            const int16_t *role = stem->role[zone];
            if (role[0] == 0 && role[1] == 0 && role[2] == 0) continue;
            zones[i] |= 1u << zone;
            for (int k = 0; k < MP_ROLE_COUNT; k++) roles[weight_count++] = told_signed(role[k]);
        }
    }
    bytes[byte_count++] = 0;
    write_packed("stem_letters", bytes, byte_count);
    write_packed("stem_zones", zones, count);
    write_packed("stem_roles", roles, weight_count);
}

static void write_weights(const mp_weights *weights) {
    size_t count = sizeof *weights / sizeof(int16_t); /* nothing but such numbers */
    uint32_t *told = take(count, sizeof *told);

    for (size_t i = 0; i < count; i++) {
        int16_t weight;
        memcpy(&weight, (const char *)weights + i * sizeof weight, sizeof weight);
        told[i] = told_signed(weight);
    }
    write_packed("weights", told, count);
    fputs("const mp_shipped_weights mp_shipped_weighing = {stem_letters, stem_zones, stem_roles, weights};\n", out);
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
    write_stems(rules);
    write_weights(rules->weights);
    write_sources(rules);
    write_gate(rules->gate);

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
    fprintf(out, "    .stems = {NULL, %zu, %zu},\n    .gate = &mp_shipped_gate,\n    .label = ", rules->stems.count,
            rules->stems.count);
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
