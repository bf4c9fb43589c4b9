/* excerpt.c: the line of text around a quote, as a terminal shows it. Knows columns and characters; nothing of findings.
 * Widths come from a table here, not from the C library, whose answer hangs on the user's locale. */
#include "excerpt.h"

#include "../text.h"

#include <string.h>

typedef struct range {
    uint32_t first, last;
} range;

static const range narrowest[] = {{0x0300, 0x036F}, {0x0483, 0x0489},   {0x0591, 0x05BD},  {0x0610, 0x061A},
                                  {0x064B, 0x065F}, {0x06D6, 0x06DC},   {0x0E31, 0x0E31},  {0x0E34, 0x0E3A},
                                  {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF},  {0x200B, 0x200F},
                                  {0x2060, 0x2064}, {0x20D0, 0x20FF},   {0xFE00, 0xFE0F},  {0xFE20, 0xFE2F},
                                  {0xFEFF, 0xFEFF}, {0x1F3FB, 0x1F3FF}, {0xE0100, 0xE01EF}};
static const range widest[] = {{0x1100, 0x115F}, {0x2E80, 0x303E},   {0x3041, 0x4DBF},   {0x4E00, 0xA4CF},
                               {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
                               {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};

static bool is_in(uint32_t code, const range *ranges, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (code >= ranges[i].first && code <= ranges[i].last) return true;
    return false;
}

size_t mp_character_width(uint32_t code) {
    if (code < 0x300) return 1;
    if (is_in(code, narrowest, sizeof narrowest / sizeof narrowest[0])) return 0;
    return is_in(code, widest, sizeof widest / sizeof widest[0]) ? 2 : 1;
}

/* What a terminal must not see: controls and marks that turn the direction of what follows. */
static uint32_t printable(uint32_t code) {
    if (code == '\n' || code == '\t') return ' ';
    if (code < 0x20 || (code >= 0x7F && code < 0xA0)) return 0xFFFD;
    if ((code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069)) return 0xFFFD;
    return code;
}

mp_text mp_printable(mp_text text, mp_arena *arena) {
    char *out = mp_arena_take(arena, text.length * 3 + 1);
    size_t length = 0;

    if (out == NULL) return (mp_text){NULL, 0};
    for (size_t at = 0; at < text.length;) {
        mp_character character = mp_text_character(text, at);
        length += mp_utf8_write(printable(character.code), out + length);
        at += character.length;
    }
    return (mp_text){out, length};
}

static size_t columns_of(mp_text text) {
    size_t columns = 0;

    for (size_t at = 0; at < text.length;) {
        mp_character character = mp_text_character(text, at);
        columns += mp_character_width(character.code);
        at += character.length;
    }
    return columns;
}

/* The most of `text` from its start that fits. */
static mp_text head(mp_text text, size_t columns) {
    size_t at = 0, used = 0;

    while (at < text.length) {
        mp_character character = mp_text_character(text, at);
        size_t width = mp_character_width(character.code);
        if (used + width > columns) break;
        used += width;
        at += character.length;
    }
    return mp_text_slice(text, 0, at);
}

/* The most of `text` up to its end that fits. */
static mp_text tail(mp_text text, size_t columns) {
    size_t at = text.length, used = 0;

    while (at > 0) {
        mp_character character = mp_text_character_before(text, at);
        size_t width = mp_character_width(character.code);
        if (used + width > columns) break;
        used += width;
        at -= character.length;
    }
    return mp_text_slice(text, at, text.length);
}

static mp_text join(mp_arena *arena, mp_text left, mp_text right) {
    char *out = mp_arena_take(arena, left.length + right.length + 1);

    if (out == NULL) return (mp_text){NULL, 0};
    if (left.length > 0) memcpy(out, left.bytes, left.length);
    if (right.length > 0) memcpy(out + left.length, right.bytes, right.length);
    return (mp_text){out, left.length + right.length};
}

/* The part of `text` that could be shown: a column has a character and marks on it, and nobody piles up that many. */
static mp_text near_start(mp_text text, size_t columns) {
    size_t most = columns * 32;

    if (text.length <= most) return text;
    while (most > 0 && ((unsigned char)text.bytes[most] & 0xC0) == 0x80) most--;
    return mp_text_slice(text, 0, most);
}

static mp_text near_end(mp_text text, size_t columns) {
    size_t from = text.length <= columns * 32 ? 0 : text.length - columns * 32;

    while (from < text.length && ((unsigned char)text.bytes[from] & 0xC0) == 0x80) from++;
    return mp_text_slice(text, from, text.length);
}

bool mp_excerpt_make(mp_text text, size_t from, size_t to, size_t columns, mp_arena *arena, mp_excerpt *excerpt) {
    mp_text dots = MP_TEXT("\xE2\x80\xA6");
    mp_text before = mp_printable(near_end(mp_text_slice(text, 0, from), columns), arena);
    mp_text quote = mp_printable(near_start(mp_text_slice(text, from, to < from ? from : to), columns), arena);
    mp_text after = mp_printable(near_start(mp_text_slice(text, to < from ? from : to, text.length), columns), arena);
    if (before.bytes == NULL || quote.bytes == NULL || after.bytes == NULL) return false;

    mp_text shown = head(quote, columns);
    if (shown.length < quote.length) quote = join(arena, shown, dots);
    size_t left = columns - columns_of(shown), share = left / 2 + left % 2;
    if (columns_of(after) < left - share) share = left - columns_of(after);
    mp_text near = tail(before, share);
    before = near.length < before.length ? join(arena, dots, near) : before;
    left -= columns_of(near);
    near = head(after, left);
    after = shown.length < quote.length ? MP_TEXT("") : near.length < after.length ? join(arena, near, dots) : after;
    *excerpt = (mp_excerpt){before, quote, after, columns_of(before), columns_of(quote)};
    return before.bytes != NULL && quote.bytes != NULL && after.bytes != NULL;
}
