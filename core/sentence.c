/* sentence.c: cuts each level of quoting into sentences. Knows tokens and stretches; nothing of speakers. */
#include "sentence.h"

#include "status.h"
#include "text.h"

typedef struct cutter {
    const mp_tokens *tokens;
    const mp_stretches *stretches;
    mp_arena *arena;
    mp_error *error;
    MP_ARRAY(mp_item) items;
    MP_ARRAY(mp_sentence) sentences;
    uint32_t *stretch_sentence, *stretch_item;
} cutter;

enum { attribution_reach = 7 };

static const mp_token *token_of(const cutter *c, size_t item) { return &c->tokens->items[c->items.items[item].token]; }
static bool is_stretch(const cutter *c, size_t item) { return c->items.items[item].stretch != MP_NONE; }

static bool has_kind(const cutter *c, size_t item, mp_token_kind kind) {
    return !is_stretch(c, item) && token_of(c, item)->kind == kind;
}

static bool is_class(const cutter *c, size_t item, mp_word_classes classes) {
    return !is_stretch(c, item) && mp_token_is(c->tokens, c->items.items[item].token, classes);
}

static bool is_cue(const cutter *c, size_t item) {
    return !is_stretch(c, item) && mp_token_entry(c->tokens, c->items.items[item].token)->cue != 0;
}

/* xAI has not replied. chatgpt said so: names that begin with a small letter. */
static bool is_small_name(const cutter *c, size_t item) {
    const mp_token *token = token_of(c, item);
    if (token->kind != MP_TOKEN_WORD || token->end - token->start < 2) return false;
    const mp_entry *entry = mp_token_entry(c->tokens, c->items.items[item].token);
    size_t block = mp_token_block(c->tokens, c->items.items[item].token);
    char second = c->tokens->article->blocks[block].text.bytes[token->start + 1];
    return entry->maker != 0 || entry->model != 0 || (second >= 'A' && second <= 'Z');
}

static bool may_begin(const cutter *c, size_t item) {
    if (is_stretch(c, item)) return true;
    const mp_token *token = token_of(c, item);
    if (is_small_name(c, item)) return true;
    return (token->flags & MP_TOKEN_CAPITAL) != 0 || token->kind == MP_TOKEN_NUMBER || token->kind == MP_TOKEN_HANDLE ||
           token->kind == MP_TOKEN_SYMBOL || token->kind == MP_TOKEN_OPEN || token->kind == MP_TOKEN_MARK;
}

/* A word that begins sentences and no names: “in the U.S. The firm” against “the U.S. Senate”. */
static bool begins_plainly(const cutter *c, size_t item) {
    return is_class(c, item,
                    MP_BIT(DETERMINER) | MP_BIT(POSSESSIVE) | MP_BIT(PRONOUN_FIRST) | MP_BIT(PRONOUN_PERSON) |
                        MP_BIT(PRONOUN_THING) | MP_BIT(PRONOUN_PLURAL) | MP_BIT(PREPOSITION) | MP_BIT(COORDINATOR) |
                        MP_BIT(SUBORDINATOR) | MP_BIT(QUESTION) | MP_BIT(HYPOTHETICAL));
}

static bool is_dotted(const cutter *c, size_t item) {
    const mp_token *token = token_of(c, item);
    size_t block = mp_token_block(c->tokens, c->items.items[item].token);
    return c->tokens->article->blocks[block].text.bytes[token->start + 1] == '.';
}

/* "Mr." and "J." and "U.S." end no sentence; neither does a stop that a small letter follows. */
static bool stop_is_abbreviation(const cutter *c, size_t stop) {
    if (stop == 0 || is_stretch(c, stop - 1) || token_of(c, stop)->code != '.') return false;
    const mp_token *before = token_of(c, stop - 1);
    if (before->kind != MP_TOKEN_WORD || (token_of(c, stop)->flags & MP_TOKEN_AFTER_SPACE)) return false;
    bool quote_next = stop + 1 < c->items.count && is_stretch(c, stop + 1); /* said the secretary. “But …” */
    enum { most_of_title = 5 }; /* Prof., Capt.; not: the president. The firm */
    bool title = (before->flags & MP_TOKEN_CAPITAL) != 0 && before->end - before->start <= most_of_title;
    if (!quote_next && title && is_class(c, stop - 1, MP_BIT(HONORIFIC) | MP_BIT(RANK))) return true;
    if (stop + 1 < c->items.count && begins_plainly(c, stop + 1)) return false;
    if (is_class(c, stop - 1, MP_BIT(ABBREVIATION))) return true;
    bool dotted = before->end - before->start == 3 && (before->flags & MP_TOKEN_ALL_CAPS) != 0; /* J.P */
    bool initial = (before->end - before->start == 1 || (dotted && is_dotted(c, stop - 1))) &&
                   (before->flags & MP_TOKEN_CAPITAL) != 0;
    bool is_named = mp_token_entry(c->tokens, c->items.items[stop - 1].token)->maker != 0; /* “… on X. The company” */
    return initial && !is_named && stop + 1 < c->items.count && !is_stretch(c, stop + 1);
}

/* Behind a name the end of what is inserted between commas; `item` where nothing is. */
static size_t end_of_insertion(const cutter *c, size_t item, size_t end) {
    enum { most_names = 4, most_items = 18 };
    size_t comma = item;
    while (comma < end && comma < item + most_names && !has_kind(c, comma, MP_TOKEN_COMMA)) {
        if (is_stretch(c, comma) || (token_of(c, comma)->flags & MP_TOKEN_CAPITAL) == 0) return item;
        comma++;
    }
    if (comma == item || comma >= end || !has_kind(c, comma, MP_TOKEN_COMMA)) return item;
    for (size_t i = comma + 1; i < end && i < comma + most_items; i++) {
        if (is_stretch(c, i) || has_kind(c, i, MP_TOKEN_STOP) || has_kind(c, i, MP_TOKEN_COLON)) return item;
        if (has_kind(c, i, MP_TOKEN_COMMA)) return i + 1 < end && is_cue(c, i + 1) ? i + 1 : item;
    }
    return item;
}

/* “Is it?” Grok asked. – the sentence goes on after the quote where a verb of saying comes soon, and nothing that the
 * verb could report follows it. */
static bool attribution_follows(const cutter *c, size_t item, size_t end, bool after_full_stop) {
    size_t subject_end = end_of_insertion(c, item, end); /* “Is it?” Rosa Wren, who keeps the locks of Tingle, asked. */
    size_t last = end - subject_end > attribution_reach ? subject_end + attribution_reach : end;

    for (size_t i = item; i < last; i++) {
        if (is_stretch(c, i) || has_kind(c, i, MP_TOKEN_STOP) || has_kind(c, i, MP_TOKEN_COLON)) return false;
        if (!is_cue(c, i) || (i > item && i < subject_end)) continue;
        if (i == item && (token_of(c, i)->flags & MP_TOKEN_CAPITAL) != 0) return false; /* “Yes.” Asked again, it … */
        if (i + 1 >= end) return true;
        if (is_class(c, i + 1, MP_BIT(THAT)) || is_stretch(c, i + 1) || has_kind(c, i + 1, MP_TOKEN_COLON))
            return false;
        bool ends = i == item || has_kind(c, i + 1, MP_TOKEN_STOP) || has_kind(c, i + 1, MP_TOKEN_BREAK);
        if (ends || after_full_stop) return ends; /* “Sorry.” It apologised to users. */
        return has_kind(c, i + 1, MP_TOKEN_COMMA) ||
               is_class(c, i + 1, MP_BIT(PREPOSITION) | MP_BIT(ADVERB) | MP_BIT(TIME));
    }
    return false;
}

static bool stretch_ends_sentence(const cutter *c, size_t item, size_t end) {
    const mp_stretch *stretch = &c->stretches->items[c->items.items[item].stretch];
    const mp_token *last = &c->tokens->items[stretch->end_token - 1];
    if (last->kind != MP_TOKEN_STOP) return false;
    if (item + 1 >= end) return true;
    if (is_stretch(c, item + 1)) return true;
    if (!may_begin(c, item + 1)) return false;
    return !attribution_follows(c, item + 1, end, last->code == '.');
}

static bool ends_sentence(const cutter *c, size_t item, size_t end) {
    if (is_stretch(c, item)) return stretch_ends_sentence(c, item, end);
    if (has_kind(c, item, MP_TOKEN_BREAK)) return true;
    if (!has_kind(c, item, MP_TOKEN_STOP)) return false;
    if (item + 1 >= end) return true;
    if (has_kind(c, item + 1, MP_TOKEN_CLOSE) || has_kind(c, item + 1, MP_TOKEN_STOP)) return false;
    return may_begin(c, item + 1) && !stop_is_abbreviation(c, item);
}

/* Headlines are often written with a capital on every word of weight; then a capital is no sign of a name. */
static bool is_title_case(const cutter *c, size_t first, size_t end) {
    size_t words = 0, capitals = 0;

    for (size_t i = first; i < end; i++) {
        if (!has_kind(c, i, MP_TOKEN_WORD)) continue;
        const mp_token *token = token_of(c, i);
        if (token->end - token->start < 4) continue;
        words++;
        capitals += (token->flags & MP_TOKEN_CAPITAL) != 0;
    }
    return words >= 4 && capitals * 4 >= words * 3;
}

static mp_status add_sentence(cutter *c, uint32_t block, uint32_t scope, size_t first, size_t end) {
    mp_sentence sentence = {block, scope, (uint32_t)first, (uint32_t)end, is_title_case(c, first, end)};

    for (size_t i = first; i < end; i++)
        if (is_stretch(c, i)) {
            c->stretch_sentence[c->items.items[i].stretch] = (uint32_t)c->sentences.count;
            c->stretch_item[c->items.items[i].stretch] = (uint32_t)i;
        }
    return MP_PUSH(c->arena, &c->sentences, sentence) ? MP_OK : mp_fail_memory(c->error);
}

static mp_status cut_items(cutter *c, uint32_t block, uint32_t scope, size_t first) {
    size_t end = c->items.count, start = first;

    for (size_t i = first; i < end; i++)
        if (ends_sentence(c, i, end)) {
            MP_TRY(add_sentence(c, block, scope, start, i + 1));
            start = i + 1;
        }
    return start < end ? add_sentence(c, block, scope, start, end) : MP_OK;
}

/* A mark that pairs with nothing says nothing, but for the apostrophe of a plural possessive. */
static bool is_stray_mark(const cutter *c, uint32_t i) {
    const mp_token *token = &c->tokens->items[i];
    bool apostrophe = token->code == '\'' || token->code == 0x2019;
    return token->kind == MP_TOKEN_MARK && (!apostrophe || (token->flags & MP_TOKEN_AFTER_SPACE));
}

/* The full stop of “Rep. J. Wren (D-Wis.) said” and “at 9 p.m. on Friday” belongs to the abbreviation: as an item of its
 * own it would break the name that it stands in. One that ends a parenthesis which begins a sentence’s end stays. */
static bool is_abbreviation_stop(const cutter *c, size_t item, size_t end) {
    if (item + 1 >= end || !has_kind(c, item, MP_TOKEN_STOP) || !has_kind(c, item - 1, MP_TOKEN_WORD)) return false;
    const mp_token *stop = token_of(c, item);
    if (stop->code != '.' || stop->end - stop->start != 1) return false;
    bool closes = has_kind(c, item + 1, MP_TOKEN_CLOSE) && (item + 2 >= end || may_begin(c, item + 2));
    return !closes && !ends_sentence(c, item, end);
}

/* Keeps the other items from `first` on. Looks at neighbours only, so what has moved down is never read again. */
static void leave_out_abbreviation_stops(cutter *c, size_t first) {
    size_t kept = first, end = c->items.count;

    for (size_t i = first; i < end; i++) {
        bool left_out = i > first && is_abbreviation_stop(c, i, end);
        if (!left_out) c->items.items[kept++] = c->items.items[i];
    }
    c->items.count = kept;
}

/* Lays the items of one level out: tokens first to end, with the stretches from `child` on whose parent is `scope`. */
static mp_status cut_level(cutter *c, uint32_t block, uint32_t scope, uint32_t first, uint32_t end, uint32_t child) {
    size_t first_item = c->items.count;
    uint32_t last_child = c->stretches->block_first[block + 1];

    for (uint32_t token = first; token < end;) {
        while (child < last_child && c->stretches->items[child].outer_first < end &&
               (c->stretches->items[child].parent != scope || c->stretches->items[child].outer_first < token))
            child++;
        bool at_child = child < last_child && c->stretches->items[child].outer_first == token;
        mp_item item = {token, at_child ? child : MP_NONE};
        token = at_child ? c->stretches->items[child].outer_end : token + 1;
        if ((at_child || !is_stray_mark(c, item.token)) && !MP_PUSH(c->arena, &c->items, item))
            return mp_fail_memory(c->error);
    }
    leave_out_abbreviation_stops(c, first_item);
    return cut_items(c, block, scope, first_item);
}

static mp_status cut_block(cutter *c, uint32_t block) {
    uint32_t first = c->stretches->block_first[block], end = c->stretches->block_first[block + 1];
    bool is_block = first < end && c->stretches->items[first].is_block;

    if (is_block) {
        c->stretch_sentence[first] = MP_NONE;
    } else {
        MP_TRY(cut_level(c, block, MP_NONE, c->tokens->block_first[block], c->tokens->block_first[block + 1], first));
    }
    for (uint32_t i = first; i < end; i++) {
        const mp_stretch *stretch = &c->stretches->items[i];
        MP_TRY(cut_level(c, block, i, stretch->first_token, stretch->end_token, i + 1));
    }
    return MP_OK;
}

mp_status mp_sentences_cut(const mp_tokens *tokens, const mp_stretches *stretches, mp_arena *arena,
                           mp_sentences *sentences, mp_error *error) {
    cutter c = {.tokens = tokens,
                .stretches = stretches,
                .arena = arena,
                .error = error,
                .stretch_sentence = MP_NEW_ARRAY(arena, stretches->count, uint32_t),
                .stretch_item = MP_NEW_ARRAY(arena, stretches->count, uint32_t)};
    if (c.stretch_sentence == NULL || c.stretch_item == NULL || !MP_RESERVE(arena, &c.items, tokens->count))
        return mp_fail_memory(error);

    for (uint32_t block = 0; block < tokens->article->block_count; block++) MP_TRY(cut_block(&c, block));
    MP_FIT(arena, &c.items);
    MP_FIT(arena, &c.sentences);
    *sentences = (mp_sentences){tokens,
                                stretches,
                                c.items.items,
                                c.items.count,
                                c.sentences.items,
                                c.sentences.count,
                                c.stretch_sentence,
                                c.stretch_item};
    return MP_OK;
}

bool mp_sentence_asks(const mp_sentences *sentences, const mp_sentence *sentence) {
    uint32_t token = mp_item_token(sentences, sentence->end - 1);
    return token != MP_NONE && sentences->tokens->items[token].code == '?';
}

uint32_t mp_sentences_from(const mp_sentences *sentences, uint32_t block) {
    uint32_t low = 0, high = (uint32_t)sentences->count;

    while (low < high) { /* the list is in the blocks' order */
        uint32_t middle = low + (high - low) / 2;
        if (sentences->list[middle].block < block)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Out to the block's own text, or as far as there are sentences around it. */
static uint32_t outermost(const mp_sentences *sentences, uint32_t number) {
    enum { most_levels = 8 };

    for (int level = 0; level < most_levels && sentences->list[number].scope != MP_NONE; level++) {
        uint32_t around = sentences->stretch_sentence[sentences->list[number].scope];
        if (around == MP_NONE) break;
        number = around;
    }
    return number;
}

uint32_t mp_sentences_outer(const mp_sentences *sentences, uint32_t number) {
    if (number == MP_NONE) return MP_NONE;
    number = outermost(sentences, number);
    return sentences->list[number].scope == MP_NONE ? number : (uint32_t)MP_NONE;
}

uint32_t mp_sentences_own_before(const mp_sentences *sentences, uint32_t next) {
    enum { most_back = 48 };

    for (int steps = 0; next > 0 && steps < most_back; next--, steps++)
        if (sentences->list[next - 1].scope == MP_NONE) return next - 1;
    return MP_NONE;
}

void mp_sentence_whole(const mp_sentences *sentences, uint32_t number, uint32_t *start, uint32_t *end) {
    number = outermost(sentences, number);
    const mp_sentence *sentence = &sentences->list[number];
    *start = mp_item_start(sentences, sentence->first);
    *end = mp_item_end(sentences, sentence->end - 1);
}
