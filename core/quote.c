/* quote.c: pairs quotation marks into quoted stretches. Knows blocks and marks; nothing of speakers.
 *
 * A mark opens or closes by its shape where the shape says so (“ « 「), by the white space around it where it does not
 * (" '), and by what is open where both fail (” ” in Swedish, » « in German, marks the wrong way round). An apostrophe
 * is a mark only where a single quote is open or can close later in the block. A quote may run over paragraphs: each
 * opens with a mark, only the last closes; so a quote left open ends with its block, and is no error. */
#include "quote.h"

#include "status.h"

typedef enum mark_family { FAMILY_DOUBLE, FAMILY_SINGLE, FAMILY_ANGLE, FAMILY_ANGLE_SINGLE, FAMILY_CORNER } mark_family;

enum { most_open = 6 };

typedef struct open_mark {
    uint32_t stretch;
    mark_family family;
    uint32_t code;
} open_mark;

typedef MP_ARRAY(mp_stretch) stretch_array;

typedef struct pairing {
    const mp_tokens *tokens;
    mp_arena *arena;
    stretch_array *found;
    uint32_t block, first, end;  /* the block's tokens */
    uint32_t last_single_closer; /* the last token that can close a single quote, or 0 */
    uint32_t block_stretch;      /* the stretch of a whole block, or MP_NONE */
    open_mark open[most_open];
    size_t open_count;
} pairing;

static mark_family family_of(uint32_t code) {
    switch (code) {
    case 0xAB:
    case 0xBB: return FAMILY_ANGLE;
    case 0x2039:
    case 0x203A: return FAMILY_ANGLE_SINGLE;
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F: return FAMILY_CORNER;
    case '\'':
    case '`':
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B: return FAMILY_SINGLE;
    default: return FAMILY_DOUBLE;
    }
}

static bool only_opens(uint32_t code) { return code == 0x201E || code == 0x201A || code == 0x300C || code == 0x300E; }
static bool only_closes(uint32_t code) { return code == 0x300D || code == 0x300F; }
static bool shaped_to_open(uint32_t code) {
    return code == 0x201C || code == 0x2018 || code == 0xAB || code == 0x2039 || code == '`' || only_opens(code);
}
static bool shaped_to_close(uint32_t code) {
    return code == 0x201D || code == 0xBB || code == 0x203A || only_closes(code);
}

static const mp_token *token_at(const pairing *p, uint32_t i) { return &p->tokens->items[i]; }

static bool space_before(const pairing *p, uint32_t i) {
    return i == p->first || (token_at(p, i)->flags & MP_TOKEN_AFTER_SPACE) != 0 ||
           token_at(p, i - 1)->kind == MP_TOKEN_BREAK;
}

static bool space_after(const pairing *p, uint32_t i) {
    return i + 1 == p->end || (token_at(p, i + 1)->flags & MP_TOKEN_AFTER_SPACE) != 0 ||
           token_at(p, i + 1)->kind == MP_TOKEN_BREAK;
}

static bool after_opening_place(const pairing *p, uint32_t i) {
    if (space_before(p, i)) return true;
    uint8_t kind = token_at(p, i - 1)->kind;
    return kind == MP_TOKEN_OPEN || kind == MP_TOKEN_DASH || kind == MP_TOKEN_MARK || kind == MP_TOKEN_COLON ||
           kind == MP_TOKEN_COMMA;
}

/* rock ’n’ roll: the second apostrophe belongs to the word. */
static bool follows_elision(const pairing *p, uint32_t i) {
    if (i < p->first + 2 || !mp_token_is(p->tokens, i - 1, MP_BIT(ELISION))) return false;
    const mp_token *word = token_at(p, i - 1), *mark = token_at(p, i - 2);
    bool one_letter = word->end - word->start == 1;
    return one_letter && mark->kind == MP_TOKEN_MARK && family_of(mark->code) == FAMILY_SINGLE &&
           !space_before(p, i - 1);
}

/* An apostrophe at a word's end may close a single quote; so may any mark after a stop or a comma. */
static bool can_close_single(const pairing *p, uint32_t i) {
    uint32_t code = token_at(p, i)->code;
    if (code == 0x2018 || code == 0x201A || code == '`' || i == p->first || space_before(p, i)) return false;
    if (follows_elision(p, i)) return false;
    return i + 1 == p->end || space_after(p, i) || token_at(p, i + 1)->kind != MP_TOKEN_WORD;
}

/* The possessive of a plural (users’ posts) where the quote can still close later. */
static bool is_plural_possessive(const pairing *p, uint32_t i) {
    if (i == p->first || i + 1 >= p->end || i >= p->last_single_closer) return false;
    const mp_token *before = token_at(p, i - 1), *after = token_at(p, i + 1);
    if (before->kind != MP_TOKEN_WORD || after->kind != MP_TOKEN_WORD || (after->flags & MP_TOKEN_CAPITAL))
        return false;
    char last = p->tokens->article->blocks[p->block].text.bytes[before->end - 1];
    return last == 's' || last == 'S';
}

static bool opens_elision(const pairing *p, uint32_t i) {
    if (i + 1 >= p->end) return false;
    const mp_token *next = token_at(p, i + 1);
    if (mp_token_is(p->tokens, i + 1, MP_BIT(ELISION))) return true;
    char last = p->tokens->article->blocks[p->block].text.bytes[next->end - 1]; /* ’90s */
    return next->kind == MP_TOKEN_NUMBER && last == 's';
}

static bool single_opens(const pairing *p, uint32_t i) {
    uint32_t code = token_at(p, i)->code;
    if (code == 0x2019 && !space_before(p, i)) return false;
    if (!after_opening_place(p, i) || space_after(p, i) || opens_elision(p, i)) return false;
    return i < p->last_single_closer || (i == p->first && code == 0x2018);
}

/* Inches and minutes of arc: 6" and 6'2". */
static bool measures(const pairing *p, uint32_t i) {
    return i > p->first && token_at(p, i - 1)->kind == MP_TOKEN_NUMBER && !space_before(p, i) &&
           token_at(p, i)->code < 0x80;
}

/* The place among the open marks of the innermost one that `code` closes, from 1; 0 for none. */
static size_t closes_which(const pairing *p, uint32_t code) {
    mark_family family = family_of(code);
    if (only_opens(code)) return 0;

    for (size_t i = p->open_count; i > 0; i--)
        if (p->open[i - 1].family == family) return i;
    return 0;
}

static bool is_word_like(const pairing *p, uint32_t i) {
    uint8_t kind = token_at(p, i)->kind;
    return kind == MP_TOKEN_WORD || kind == MP_TOKEN_NUMBER || kind == MP_TOKEN_HANDLE;
}

static bool placed_to_open(const pairing *p, uint32_t i) { return space_before(p, i) && !space_after(p, i); }
static bool placed_to_close(const pairing *p, uint32_t i) {
    return !space_before(p, i) && (space_after(p, i) || !is_word_like(p, i + 1));
}

/* The next mark of the family after `i`; the block's end where there is none. */
static uint32_t next_of_family(const pairing *p, uint32_t i, mark_family family) {
    for (i++; i < p->end; i++)
        if (token_at(p, i)->kind == MP_TOKEN_MARK && family_of(token_at(p, i)->code) == family) return i;
    return p->end;
}

static bool closes_here(const pairing *p, uint32_t i) {
    return i < p->end && (shaped_to_close(token_at(p, i)->code) || placed_to_close(p, i));
}

/* What a mark that looks like an opening one does where a quote of its kind is open. "the "best" of all": the next two
 * close, so it opens a quote inside. "I am sorry. It said "bye": only one does, so the open quote lacks its mark. */
typedef enum reopening { CLOSES, OPENS_INSIDE, OPENS_ANEW } reopening;

static reopening reopening_at(const pairing *p, uint32_t i) {
    uint32_t code = token_at(p, i)->code;
    if (shaped_to_close(code) || !placed_to_open(p, i))
        return shaped_to_open(code) && !closes_here(p, i) ? OPENS_ANEW : CLOSES;
    uint32_t next = next_of_family(p, i, family_of(code));
    uint32_t after = next == p->end ? next : next_of_family(p, next, family_of(code));
    if (closes_here(p, next) && closes_here(p, after)) return OPENS_INSIDE;
    uint8_t before = i == p->first ? MP_TOKEN_STOP : token_at(p, i - 1)->kind;
    bool led_in = before == MP_TOKEN_COLON || before == MP_TOKEN_COMMA;
    return closes_here(p, next) || led_in || shaped_to_open(code) ? OPENS_ANEW : CLOSES;
}

/* "the 6'2" man, the 4" pipe": the number is a measure where a mark that can only close comes before one that opens. */
static bool measures_inside(const pairing *p, uint32_t i) {
    enum { most_measures = 4 };
    if (!measures(p, i) || !space_after(p, i)) return false;
    uint32_t next = next_of_family(p, i, FAMILY_DOUBLE);

    for (int steps = 0; steps < most_measures && next < p->end && measures(p, next); steps++)
        next = next_of_family(p, next, FAMILY_DOUBLE);
    if (next == p->end || !closes_here(p, next)) return false;
    uint32_t after = next_of_family(p, next, FAMILY_DOUBLE);
    return after == p->end || !closes_here(p, after);
}

static mp_status open_stretch(pairing *p, uint32_t i, mp_error *error) {
    if (p->open_count == most_open) return MP_OK;
    const mp_token *mark = token_at(p, i);
    uint32_t parent = p->open_count > 0 ? p->open[p->open_count - 1].stretch : p->block_stretch;
    mp_stretch stretch = {
        .block = p->block, .start = mark->end, .first_token = i + 1, .outer_first = i, .parent = parent};

    p->open[p->open_count++] = (open_mark){(uint32_t)p->found->count, family_of(mark->code), mark->code};
    return MP_PUSH(p->arena, p->found, stretch) ? MP_OK : mp_fail_memory(error);
}

/* Stretches that were opened in vain stay in the array, empty, until compaction. */
static void drop_open_above(pairing *p, size_t kept) {
    while (p->open_count > kept) p->found->items[p->open[--p->open_count].stretch].outer_end = 0;
}

static void close_stretch(pairing *p, size_t which, uint32_t i) {
    drop_open_above(p, which);
    mp_stretch *stretch = &p->found->items[p->open[which - 1].stretch];

    stretch->end = token_at(p, i)->start;
    stretch->end_token = i;
    stretch->outer_end = i + 1;
    p->open_count = which - 1;
}

static mp_status pair_single(pairing *p, uint32_t i, mp_error *error) {
    size_t which = closes_which(p, token_at(p, i)->code);

    if (which != 0 && can_close_single(p, i) && !is_plural_possessive(p, i)) {
        close_stretch(p, which, i);
        return MP_OK;
    }
    return single_opens(p, i) ? open_stretch(p, i, error) : MP_OK;
}

static mp_status pair_other(pairing *p, uint32_t i, mp_error *error) {
    uint32_t code = token_at(p, i)->code;
    size_t which = closes_which(p, code);

    if (which != 0) {
        bool may_open = !shaped_to_open(code) || p->open[which - 1].code == code; /* „…“ closes by an opening shape */
        reopening does = may_open ? reopening_at(p, i) : CLOSES;
        if (does == OPENS_ANEW) drop_open_above(p, which - 1);
        if (does != CLOSES) return open_stretch(p, i, error);
        if (!measures_inside(p, i)) close_stretch(p, which, i);
        return MP_OK;
    }
    if (only_closes(code) || measures(p, i)) return MP_OK;
    if (shaped_to_close(code) && (!after_opening_place(p, i) || space_after(p, i))) return MP_OK; /* Home » News */
    if (!shaped_to_open(code) && space_after(p, i) && !space_before(p, i)) return MP_OK;
    return open_stretch(p, i, error);
}

/* What is open at the block's end: a double quote runs to the end, a single one was an apostrophe after all, unless the
 * block begins with it. */
static void close_at_block_end(pairing *p) {
    size_t kept = 0;

    while (kept < p->open_count &&
           (p->open[kept].family != FAMILY_SINGLE || p->found->items[p->open[kept].stretch].outer_first == p->first))
        kept++;
    drop_open_above(p, kept < 1 ? 0 : 1);
    if (p->open_count == 0) return;
    mp_stretch *stretch = &p->found->items[p->open[0].stretch];
    stretch->end = (uint32_t)p->tokens->article->blocks[p->block].text.length;
    stretch->end_token = stretch->outer_end = p->end;
    stretch->unclosed = true;
    p->open_count = 0;
}

static mp_status add_block_stretch(pairing *p, mp_error *error) {
    mp_block_kind kind = p->tokens->article->blocks[p->block].kind;
    p->block_stretch = MP_NONE;
    if ((kind != MP_BLOCK_BLOCKQUOTE && kind != MP_BLOCK_EMBED) || p->first == p->end) return MP_OK;
    mp_stretch stretch = {.block = p->block,
                          .end = (uint32_t)p->tokens->article->blocks[p->block].text.length,
                          .first_token = p->first,
                          .end_token = p->end,
                          .outer_first = p->first,
                          .outer_end = p->end,
                          .parent = MP_NONE,
                          .is_block = true};

    p->block_stretch = (uint32_t)p->found->count;
    return MP_PUSH(p->arena, p->found, stretch) ? MP_OK : mp_fail_memory(error);
}

/* A block quote in quotation marks is one stretch, the block's, less the marks at its ends. */
static void merge_into_block(pairing *p) {
    if (p->block_stretch == MP_NONE) return;
    mp_stretch *whole = &p->found->items[p->block_stretch];
    if (p->block_stretch + 1 >= p->found->count) return;
    mp_stretch *inner = &p->found->items[p->block_stretch + 1];
    if (inner->outer_first != p->first || inner->outer_end != p->end) return;

    whole->start = inner->start;
    whole->end = inner->end;
    whole->first_token = inner->first_token;
    whole->end_token = inner->end_token;
    whole->unclosed = inner->unclosed;
    inner->outer_end = 0;
    for (size_t i = p->block_stretch + 2u; i < p->found->count; i++)
        if (p->found->items[i].parent == p->block_stretch + 1u) p->found->items[i].parent = p->block_stretch;
}

/* Drops the stretches opened in vain and the empty ones from `from` on; children of a dropped one go to its parent. */
static void compact(stretch_array *found, size_t from, uint32_t *moved) {
    size_t kept = from;

    for (size_t i = from; i < found->count; i++) {
        mp_stretch stretch = found->items[i];
        if (stretch.parent != MP_NONE && stretch.parent >= from) stretch.parent = moved[stretch.parent - from];
        bool empty = stretch.outer_end == 0 || stretch.first_token >= stretch.end_token;
        moved[i - from] = empty ? stretch.parent : (uint32_t)kept;
        if (!empty) found->items[kept++] = stretch;
    }
    found->count = kept;
}

static mp_status pair_block(pairing *p, mp_error *error) {
    size_t from = p->found->count;
    p->open_count = 0;
    p->last_single_closer = 0;
    for (uint32_t i = p->first; i < p->end; i++)
        if (token_at(p, i)->kind == MP_TOKEN_MARK && family_of(token_at(p, i)->code) == FAMILY_SINGLE &&
            can_close_single(p, i))
            p->last_single_closer = i;

    MP_TRY(add_block_stretch(p, error));
    for (uint32_t i = p->first; i < p->end; i++) {
        if (token_at(p, i)->kind != MP_TOKEN_MARK) continue;
        bool single = family_of(token_at(p, i)->code) == FAMILY_SINGLE;
        MP_TRY(single ? pair_single(p, i, error) : pair_other(p, i, error));
    }
    close_at_block_end(p);
    merge_into_block(p);
    if (p->found->count == from) return MP_OK;
    uint32_t *moved = MP_NEW_ARRAY(p->arena, p->found->count - from, uint32_t);
    if (moved == NULL) return mp_fail_memory(error);
    compact(p->found, from, moved);
    return MP_OK;
}

/* Marks the stretches that go on from an unclosed one of the paragraph before. */
static void link_continuations(const mp_tokens *tokens, mp_stretches *stretches) {
    for (size_t block = 1; block < tokens->article->block_count; block++) {
        uint32_t before = stretches->block_first[block - 1], first = stretches->block_first[block];
        if (before == first || first == stretches->block_first[block + 1]) continue;
        bool open = false;
        for (uint32_t i = before; i < first; i++)
            open |= stretches->items[i].unclosed && stretches->items[i].parent == MP_NONE;
        mp_stretch *next = &stretches->items[first];
        next->continues = open && !next->is_block && next->outer_first == tokens->block_first[block];
    }
}

mp_status mp_stretches_find(const mp_tokens *tokens, mp_arena *arena, mp_stretches *stretches, mp_error *error) {
    size_t blocks = tokens->article->block_count;
    stretch_array found = {0};
    uint32_t *block_first = MP_NEW_ARRAY(arena, blocks + 1, uint32_t);
    if (block_first == NULL) return mp_fail_memory(error);

    for (uint32_t block = 0; block < blocks; block++) {
        pairing p = {.tokens = tokens,
                     .arena = arena,
                     .found = &found,
                     .block = block,
                     .first = tokens->block_first[block],
                     .end = tokens->block_first[block + 1]};
        block_first[block] = (uint32_t)found.count;
        MP_TRY(pair_block(&p, error));
    }
    block_first[blocks] = (uint32_t)found.count;
    *stretches = (mp_stretches){found.items, found.count, block_first};
    link_continuations(tokens, stretches);
    return MP_OK;
}
