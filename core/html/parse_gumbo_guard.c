/* parse_gumbo_guard.c: tells pages on which gumbo would take time without end. Knows tags as bytes; parses nothing.
 *
 * For many a tag gumbo looks through all elements that are open, so its work grows with their number times the tags'. This
 * adds up that product, without a parser: a start tag opens an element, an end tag closes one if one of its name is open.
 * Elements that HTML closes without a tag (p, li) count as open for good, and so do names that HTML does not know, which
 * only makes the sum larger. Inside scripts unknown names are comparisons ("i<length") and count for nothing. */
#include "parse_gumbo_guard.h"

#include <gumbo.h>
#include <string.h>

/* About four seconds of gumbo's. An honest page of 7,000 elements comes to a million. */
static const uint64_t most_work = 300000000;

enum { longest_name = 32 };

typedef struct nesting {
    uint64_t open[GUMBO_TAG_LAST + 1], depth, work;
    bool in_script;
} nesting;

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static bool is_void(GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_AREA:
    case GUMBO_TAG_BASE:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_COL:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_META:
    case GUMBO_TAG_PARAM:
    case GUMBO_TAG_SOURCE:
    case GUMBO_TAG_TRACK:
    case GUMBO_TAG_WBR: return true;
    default: return false;
    }
}

static GumboTag tag_at(mp_text html, size_t at) {
    char name[longest_name];
    size_t length = 0;

    while (at + length < html.length && strchr(" \t\n\r\f/>", html.bytes[at + length]) == NULL) {
        if (length + 1 == longest_name) return GUMBO_TAG_UNKNOWN;
        name[length] = html.bytes[at + length];
        length++;
    }
    name[length] = '\0';
    return gumbo_tag_enum(name);
}

static void open_tag(nesting *guard, GumboTag tag) {
    if (guard->in_script && tag == GUMBO_TAG_UNKNOWN) return;
    guard->work += guard->depth + 1;
    if (is_void(tag)) return;
    guard->depth++;
    if (tag != GUMBO_TAG_UNKNOWN) guard->open[tag]++;
    if (tag == GUMBO_TAG_SCRIPT) guard->in_script = true;
}

static void close_tag(nesting *guard, GumboTag tag) {
    guard->work += guard->depth;
    if (tag == GUMBO_TAG_UNKNOWN || guard->open[tag] == 0) return;
    guard->open[tag]--;
    guard->depth--;
    if (tag == GUMBO_TAG_SCRIPT) guard->in_script = false;
}

bool mp_gumbo_bears(mp_text html) {
    nesting guard = {.depth = 0};

    for (size_t at = 0; at + 1 < html.length && guard.work <= most_work; at++) {
        const char *next = memchr(html.bytes + at, '<', html.length - 1 - at);
        if (next == NULL) break;
        at = (size_t)(next - html.bytes);
        if (is_letter(html.bytes[at + 1]))
            open_tag(&guard, tag_at(html, at + 1));
        else if (html.bytes[at + 1] == '/' && at + 2 < html.length && is_letter(html.bytes[at + 2]))
            close_tag(&guard, tag_at(html, at + 2));
    }
    return guard.work <= most_work;
}
