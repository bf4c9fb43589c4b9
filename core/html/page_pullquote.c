/* page_pullquote.c: drops pull quotes: quotes that repeat what a paragraph of the article says, word for word, so that nobody
 * is counted as having said it twice. A block quote that stands nowhere else is the article's own. Knows texts and names. */
#include "page_parts.h"

#include <string.h>

/* Each is looked for in the whole text once, and a text that repeats itself is compared over and over: hence the bounds. */
enum { most_looked_for = 12, least_bytes = 20, most_bytes = 600 };

/* The text less the marks and stops at its ends, which the paragraph has elsewhere. */
static mp_text core_of(mp_text text) {
    size_t start = 0, end = text.length;

    while (start < end && memchr("\"'.,:;!? \n", text.bytes[start], 11) != NULL) start++;
    while (end - start >= 3 && memcmp(text.bytes + start, "\xE2\x80", 2) == 0) start += 3;
    for (;;) {
        if (end - start >= 3 && memcmp(text.bytes + end - 3, "\xE2\x80", 2) == 0)
            end -= 3;
        else if (end > start && memchr("\"'.,:;!? \n", text.bytes[end - 1], 11) != NULL)
            end--;
        else
            return (mp_text){text.bytes + start, end - start};
    }
}

static bool holds(mp_text text, mp_text part) {
    const char *at = text.bytes, *end = text.bytes + text.length;

    while ((size_t)(end - at) >= part.length) {
        at = memchr(at, part.bytes[0], (size_t)(end - at) - part.length + 1);
        if (at == NULL) return false;
        if (memcmp(at, part.bytes, part.length) == 0) return true;
        at++;
    }
    return false;
}

static mp_text text_of(const mp_page_tree *tree, const mp_passage *passage) {
    return (mp_text){tree->text.items + passage->start, passage->length};
}

static bool is_repeated(const mp_page_tree *tree, const mp_passage *quote) {
    mp_text core = core_of(text_of(tree, quote));

    if (core.length < least_bytes || core.length > most_bytes) return false;
    for (size_t i = 0; i < tree->passages.count; i++) {
        const mp_passage *passage = &tree->passages.items[i];
        if (passage == quote || !passage->kept || passage->kind != MP_BLOCK_PARAGRAPH) continue;
        if (passage->length > quote->length && holds(text_of(tree, passage), core)) return true;
    }
    return false;
}

static bool may_repeat(const mp_page_tree *tree, const mp_passage *passage) {
    unsigned names = tree->elements.items[passage->innermost].inherited;

    if (!passage->kept) return false;
    return passage->kind == MP_BLOCK_BLOCKQUOTE ||
           (passage->kind == MP_BLOCK_PARAGRAPH && (names & MP_HINT_PULLQUOTE) != 0);
}

void mp_page_drop_pullquotes(mp_page_tree *tree) {
    size_t looked_for = 0;

    for (size_t i = 0; i < tree->passages.count && looked_for < most_looked_for; i++) {
        mp_passage *passage = &tree->passages.items[i];
        if (!may_repeat(tree, passage)) continue;
        looked_for++;
        if (is_repeated(tree, passage)) passage->kept = false;
    }
}
