/* page_tail.c: takes off the article's ends, and out of it, what serves the site and not the reader of the article: labels
 * before the first sentence, invitations to subscribe, where to write to, rules for comments, lists of other stories.
 * Knows what was chosen, links and a few stems; nothing of sites. */
#include "page_parts.h"

#include <string.h>

enum {
    longest_label = 25, /* "Comments": no sentence */
    longest_first_label = 40,
    longest_invitation = 300,
    longest_notice = 400,
    related_share = 30 /* per cent of the list's text that is linked */
};

static mp_text text_of(const mp_page_tree *tree, const mp_passage *passage) {
    return (mp_text){tree->text.items + passage->start, passage->length};
}

/* ---- Links and words --------------------------------------------------------------------------------------------- */

static bool is_word_part(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* Whether a part of the address is a word for what sites ask of readers: "/newsletters/", "login." */
static bool asks_of_readers(mp_text href) {
    size_t start = 0;

    for (size_t i = 0; i <= href.length; i++) {
        if (i < href.length && is_word_part(href.bytes[i])) continue;
        if (i > start && mp_page_service_word((mp_text){href.bytes + start, i - start})) return true;
        if (i < href.length && (href.bytes[i] == '?' || href.bytes[i] == '#')) return false;
        start = i + 1;
    }
    return false;
}

static bool writes_to(mp_text href) { return href.length > 7 && mp_page_text_is((mp_text){href.bytes, 7}, "mailto:"); }

static bool has_link(const mp_page_tree *tree, const mp_passage *passage, bool (*is_such)(mp_text href)) {
    for (size_t i = 0; i < passage->link_count; i++)
        if (is_such(tree->links.items[passage->first_link + i].href)) return true;
    return false;
}

/* Quotation marks: what holds one may be somebody's words. */
static bool has_quote(mp_text text) {
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] == '"') return true;
        if (i + 1 < text.length && (unsigned char)text.bytes[i] == 0xC2 &&
            ((unsigned char)text.bytes[i + 1] == 0xAB || (unsigned char)text.bytes[i + 1] == 0xBB))
            return true;
        if (i + 2 < text.length && (unsigned char)text.bytes[i] == 0xE2 && (unsigned char)text.bytes[i + 1] == 0x80 &&
            (unsigned char)text.bytes[i + 2] >= 0x9C && (unsigned char)text.bytes[i + 2] <= 0x9F)
            return true;
    }
    return false;
}

/* "Get the latest in your inbox. Subscribe to our newsletters." */
static bool is_invitation(const mp_page_tree *tree, const mp_passage *passage) {
    return passage->units <= longest_invitation && has_link(tree, passage, asks_of_readers) &&
           !has_quote(text_of(tree, passage));
}

/* "Comments are moderated", "to report an error, press Ctrl+Enter". */
static bool is_notice(const mp_page_tree *tree, const mp_passage *passage) {
    return passage->units <= longest_notice && mp_page_notice(text_of(tree, passage));
}

/* ---- The ends ---------------------------------------------------------------------------------------------------- */

static bool is_label(const mp_page_tree *tree, const mp_passage *passage, size_t longest) {
    return passage->stops == 0 && passage->wide == 0 && passage->units < longest && !has_quote(text_of(tree, passage));
}

/* "Have a tip? Write to tips@paper.example." An address that is only a link's, under the reporter's initials, ends a
 * sentence of the article. */
static bool gives_address(const mp_page_tree *tree, const mp_passage *passage) {
    mp_text text = text_of(tree, passage);

    return passage->units <= longest_notice && has_link(tree, passage, writes_to) && text.length > 0 &&
           memchr(text.bytes, '@', text.length) != NULL && !has_quote(text);
}

static bool ends_nothing(const mp_page_tree *tree, const mp_passage *passage) {
    return is_label(tree, passage, longest_label) || is_notice(tree, passage) || gives_address(tree, passage);
}

/* Drops the items that end at `end` where each of them leads to another page; gives where they begin. */
static size_t drop_related(mp_page_tree *tree, size_t end) {
    size_t units = 0, link_units = 0, items = 0, first = end;
    bool all_lead = true;

    for (; first > 0; first--) {
        const mp_passage *passage = &tree->passages.items[first - 1];
        if (!passage->kept) continue;
        if (passage->kind != MP_BLOCK_LISTITEM) break;
        units += passage->units;
        link_units += passage->link_units;
        items++;
        all_lead = all_lead && passage->link_count > 0;
    }
    if (items < 3 || !all_lead || link_units * 100 < units * related_share) return end;
    for (size_t i = first; i < end; i++)
        if (tree->passages.items[i].kept) tree->passages.items[i].kept = false;
    return first;
}

static void drop_tail(mp_page_tree *tree) {
    for (size_t end = tree->passages.count; end > 0; end--) {
        mp_passage *passage = &tree->passages.items[end - 1];
        if (!passage->kept || passage->kind == MP_BLOCK_CAPTION || passage->kind == MP_BLOCK_SUBHEAD) continue;
        if (passage->kind == MP_BLOCK_BYLINE) continue;
        if (passage->kind == MP_BLOCK_LISTITEM) {
            size_t first = drop_related(tree, end);
            if (first == end) return;
            end = first + 1;
            continue;
        }
        if (passage->kind != MP_BLOCK_PARAGRAPH || !ends_nothing(tree, passage)) return;
        passage->kept = false;
    }
}

/* Names and places that stand over the first sentence without being called a byline. */
static void drop_first_labels(mp_page_tree *tree) {
    for (size_t i = 0; i < tree->passages.count; i++) {
        mp_passage *passage = &tree->passages.items[i];
        if (!passage->kept || passage->kind != MP_BLOCK_PARAGRAPH) continue;
        if (!is_label(tree, passage, longest_first_label)) return;
        passage->kept = false;
    }
}

void mp_page_trim(mp_page_tree *tree) {
    for (size_t i = 0; i < tree->passages.count; i++) {
        mp_passage *passage = &tree->passages.items[i];
        bool may_invite = passage->kind == MP_BLOCK_PARAGRAPH || passage->kind == MP_BLOCK_LISTITEM;
        if (passage->kept && may_invite && is_invitation(tree, passage)) passage->kept = false;
    }
    drop_tail(tree);
    drop_first_labels(tree);
}
