/* codes.c: compiles the shipped patterns, each narrowed to the words at which it is tried, and writes what PCRE2 made of
 * them as C tables: a program of the build, never shipped. It runs on the kind of machine that the tables are for, since
 * what PCRE2 writes is read only there. Knows nothing of what patterns mean.
 *
 *     codes > OUT/codes.c */
#include "../text.h"
#include "pack.h"
#include "pattern_narrow.h"
#include "shipped.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* This program comes before its own tables. */
const mp_shipped_pack mp_shipped_codes = {{NULL, NULL, NULL, 0}, NULL};

/* What is left of a pattern at a word, which many words share. */
typedef struct code {
    mp_text source;
    uint16_t pattern; /* the first with it */
    mp_pattern_code made;
    size_t number; /* from 1, in the order of their words */
} code;

typedef struct compiler {
    mp_rules rules;
    mp_arena arena;
    mp_matcher *matcher;
    code *codes;
    size_t count;
    uint64_t *followers; /* each set of them once */
    size_t followers_count;
    mp_pattern_packed *of_anchor;
} compiler;

static void die(const char *what, const char *why) {
    fprintf(stderr, "codes: %s: %s\n", what, why);
    exit(1);
}

/* The first word of an entry, at which its patterns are tried. */
static mp_text first_word(const mp_lexicon *lexicon, uint32_t number) {
    mp_lexicon_path path = mp_lexicon_path_of(lexicon, number);

    while (path.phrase != 0) path = mp_lexicon_path_of(lexicon, path.phrase);
    return path.word;
}

/* What is left of a pattern at a word. */
static mp_text narrow(compiler *c, mp_text source, mp_text word) {
    char *narrowed = mp_arena_take(&c->arena, source.length + MP_NARROW_EXTRA);
    if (narrowed == NULL) die("patterns", "out of memory");

    return (mp_text){narrowed, mp_pattern_narrow(source, word, narrowed)};
}

static uint16_t number_followers(compiler *c, uint64_t followers) {
    size_t known = 0;

    while (known < c->followers_count && c->followers[known] != followers) known++;
    if (known == c->followers_count) c->followers[c->followers_count++] = followers;
    return (uint16_t)known;
}

static void pack_at(compiler *c, uint16_t anchor, mp_text word) {
    mp_text source = mp_shipped_sources[c->rules.anchors.items[anchor].pattern];
    mp_text narrowed = narrow(c, source, word);
    mp_pattern_packed *packed = &c->of_anchor[anchor];
    code *new = &c->codes[c->count];
    uint64_t followers;
    size_t known = 0;

    if (!mp_pattern_make(source, word, c->rules.pattern_memory, c->matcher, &new->made, &followers, packed))
        die("codes", word.bytes);
    packed->followers = number_followers(c, followers);
    while (known < c->count && !mp_text_equal(c->codes[known].source, narrowed)) known++;
    if (packed->code == 0 || known < c->count) {
        mp_pattern_free(&new->made);
    } else {
        new->source = narrowed;
        new->pattern = c->rules.anchors.items[anchor].pattern;
        new->number = ++c->count;
    }
    if (packed->code != 0) packed->code = (uint16_t)(known + 1);
}

/* Like sources one after the other, which packs well: their codes differ little. What is left of a pattern ends alike,
 * whatever it begins with. */
static int compare_sources(const void *one, const void *other) {
    const code *a = one, *b = other;
    size_t shorter = a->source.length < b->source.length ? a->source.length : b->source.length;
    if (a->pattern != b->pattern) return a->pattern < b->pattern ? -1 : 1;
    int order = memcmp(a->source.bytes, b->source.bytes, shorter);
    return order != 0 ? order : (a->source.length > b->source.length) - (a->source.length < b->source.length);
}

/* Sorts the codes, and gives each anchor its code's new number. */
static void sort_codes(compiler *c) {
    uint16_t *new_number = MP_NEW_ARRAY(&c->arena, c->count + 1, uint16_t);
    if (new_number == NULL) die("codes", "out of memory");

    qsort(c->codes, c->count, sizeof *c->codes, compare_sources);
    for (size_t i = 0; i < c->count; i++) new_number[c->codes[i].number] = (uint16_t)(i + 1);
    for (size_t i = 0; i < c->rules.anchors.count; i++) c->of_anchor[i].code = new_number[c->of_anchor[i].code];
}

/* The bytes of all codes, part by part, whose lengths it writes. */
static mp_text join_parts(compiler *c) {
    mp_pattern_code *made = MP_NEW_ARRAY(&c->arena, c->count, mp_pattern_code);
    mp_text *parts = MP_NEW_ARRAY(&c->arena, c->count, mp_text);
    size_t part_count = 0, length = 0;
    if (made == NULL || parts == NULL) die("codes", "out of memory");

    for (size_t i = 0; i < c->count; i++) made[i].made = c->codes[i].made.made;
    for (size_t i = 0; i < c->count; i += MP_PATTERN_PART, part_count++) {
        size_t left = c->count - i, count = left < MP_PATTERN_PART ? left : MP_PATTERN_PART;
        mp_text *part = &parts[part_count];
        *part = mp_pattern_pack_of(made + i, count, c->rules.pattern_memory, &c->arena);
        if (part->bytes == NULL) die("codes", "out of memory");
        length += part->length;
    }
    char *joined = mp_arena_take(&c->arena, length), *to = joined;
    if (joined == NULL) die("codes", "out of memory");
    puts("static const uint32_t parts[] = {");
    for (size_t i = 0; i < part_count; i++) {
        memcpy(to, parts[i].bytes, parts[i].length);
        to += parts[i].length;
        printf("    %zu,\n", parts[i].length);
    }
    puts("};");
    return (mp_text){joined, length};
}

static void write_tables(compiler *c) {
    puts("/* codes.c: written by core/rules/codes.c from the tables of the rule packs; not to be edited. */\n"
         "#include \"rules/shipped.h\"\n");
    if (!mp_pack_write(stdout, "codes", join_parts(c), &c->arena)) die("codes", "out of memory");

    puts("\nstatic const uint64_t followers[] = {");
    for (size_t i = 0; i < c->followers_count; i++) printf("    0x%llxu,\n", (unsigned long long)c->followers[i]);
    puts("};\n\nstatic const mp_pattern_packed of_anchor[] = {");
    for (size_t i = 0; i < c->rules.anchors.count; i++) {
        const mp_pattern_packed *packed = &c->of_anchor[i];
        printf("    {%u, %u},\n", packed->code, packed->followers);
    }
    printf("};\n\nconst mp_shipped_pack mp_shipped_codes = {{&codes, parts, followers, %zu}, of_anchor};\n", c->count);
}

int main(void) {
    static compiler c;
    mp_error error = {0};
    mp_arena_init(&c.arena, NULL);
    if (mp_rules_ship(&c.rules, &c.arena, &error) != MP_OK) die("rules", error.message);
    c.codes = MP_NEW_ARRAY(&c.arena, c.rules.anchors.count, code);
    c.followers = MP_NEW_ARRAY(&c.arena, c.rules.anchors.count, uint64_t);
    c.of_anchor = MP_NEW_ARRAY(&c.arena, c.rules.anchors.count, mp_pattern_packed);
    c.matcher = mp_matcher_new(&c.arena);
    bool complete = c.codes != NULL && c.followers != NULL && c.of_anchor != NULL && c.matcher != NULL;
    if (!complete || !mp_lexicon_open(c.rules.lexicon)) die("rules", "out of memory");

    for (uint32_t number = 1; number < mp_lexicon_count(c.rules.lexicon); number++) {
        uint16_t anchor = mp_lexicon_entry(c.rules.lexicon, number)->patterns;
        for (; anchor != 0; anchor = c.rules.anchors.items[anchor].next)
            pack_at(&c, anchor, first_word(c.rules.lexicon, number));
    }
    sort_codes(&c);
    write_tables(&c);
    if (fflush(stdout) != 0 || ferror(stdout)) die("codes", "cannot be written");
    for (size_t i = 0; i < c.count; i++) mp_pattern_free(&c.codes[i].made);
    mp_matcher_free(c.matcher);
    mp_rules_free(&c.rules);
    mp_arena_free(&c.arena);
    return 0;
}
