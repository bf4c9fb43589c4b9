/* page_words.c: looks names up in page_words.h and says what an element's names hint at. Knows words; nothing of the tree
 * they stand in. */
#include "page_words.h"

#include "ascii.h"

#include <string.h>

enum { max_words = 12, max_joined = 3 };

#define COUNT_OF(table) (sizeof(table) / sizeof((table)[0]))

static int compare(mp_text text, const char *word) {
    for (size_t i = 0; i < text.length; i++) {
        int difference = (unsigned char)mp_ascii_lower(text.bytes[i]) - (unsigned char)word[i];
        if (difference != 0 || word[i] == '\0') return difference;
    }
    return word[text.length] == '\0' ? 0 : -1;
}

/* The value beside `text` in a sorted table; 0 where it is absent. */
static unsigned look_up(const mp_page_word *table, size_t count, mp_text text) {
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(text, table[middle].word);
        if (order == 0) return table[middle].value;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return 0;
}

#define LOOK_UP(table, text) look_up((table), COUNT_OF(table), (text))

static bool sorted(const mp_page_word *table, size_t count) {
    for (size_t i = 1; i < count; i++)
        if (strcmp(table[i - 1].word, table[i].word) >= 0) return false;
    return true;
}

bool mp_page_words_sorted(void) {
    return sorted(mp_words_void, COUNT_OF(mp_words_void)) && sorted(mp_words_class, COUNT_OF(mp_words_class)) &&
           sorted(mp_words_embed, COUNT_OF(mp_words_embed)) && sorted(mp_words_role, COUNT_OF(mp_words_role)) &&
           sorted(mp_words_property, COUNT_OF(mp_words_property)) && sorted(mp_words_type, COUNT_OF(mp_words_type)) &&
           sorted(mp_words_service, COUNT_OF(mp_words_service)) &&
           sorted(mp_words_address, COUNT_OF(mp_words_address)) && sorted(mp_words_tag, COUNT_OF(mp_words_tag));
}

bool mp_page_text_is(mp_text text, const char *word) { return compare(text, word) == 0; }

mp_text mp_page_attribute(const mp_node *node, const char *name) {
    for (size_t i = 0; i < node->attribute_count; i++)
        if (mp_page_text_is(node->attributes[i].name, name)) return node->attributes[i].value;
    return (mp_text){NULL, 0};
}

mp_page_tag mp_page_tag_of(mp_text name) { return (mp_page_tag)LOOK_UP(mp_words_tag, name); }

unsigned mp_page_type_of(mp_text type) {
    size_t start = type.length;

    while (start > 0 && type.bytes[start - 1] != '/' && type.bytes[start - 1] != '#') start--;
    return LOOK_UP(mp_words_type, ((mp_text){type.bytes + start, type.length - start}));
}

unsigned mp_page_address_word(mp_text part) { return LOOK_UP(mp_words_address, part); }

bool mp_page_service_word(mp_text part) { return LOOK_UP(mp_words_service, part) != 0; }

/* Whether the stem stands in the text, wherever a word holds it; ASCII case set aside. */
static bool has_stem(mp_text text, const char *stem) {
    size_t length = strlen(stem);

    for (size_t at = 0; at + length <= text.length; at++)
        if (compare((mp_text){text.bytes + at, length}, stem) == 0) return true;
    return false;
}

bool mp_page_notice(mp_text text) {
    for (size_t i = 0; i < COUNT_OF(mp_notice_stems); i++)
        if (has_stem(text, mp_notice_stems[i].first) && has_stem(text, mp_notice_stems[i].second)) return true;
    return false;
}

/* ---- Names ------------------------------------------------------------------------------------------------------- */

static bool is_lower(char c) { return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80; }

static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/* The next word of one name from *at: a run of letters, cut before a capital that follows a small letter. Letters right
 * behind a digit are no word but part of a number, "852d64d121ad": they come as one that stands in no table. */
static mp_text next_word(mp_text name, size_t *at) {
    size_t start = *at;

    while (start < name.length && !is_lower(name.bytes[start]) && !is_upper(name.bytes[start])) start++;
    size_t end = start;
    while (end < name.length) {
        char c = name.bytes[end];
        if (!is_lower(c) && !is_upper(c)) break;
        if (end > start && is_upper(c) && is_lower(name.bytes[end - 1])) break;
        end++;
    }
    *at = end;
    if (end > start && start > 0 && name.bytes[start - 1] >= '0' && name.bytes[start - 1] <= '9') return MP_TEXT("0");
    return (mp_text){name.bytes + start, end - start};
}

/* Entries of the table of class names that begin alike. */
typedef struct alike {
    size_t from, to; /* no entry where they meet */
    size_t length;   /* of what they begin with */
} alike;

/* The first entry from `low` on whose character at `at` is `c` or a later one. */
static size_t first_with(size_t low, size_t high, size_t at, unsigned char c) {
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if ((unsigned char)mp_words_class[middle].word[at] < c)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void narrow(alike *entries, mp_text word) {
    for (size_t i = 0; i < word.length && entries->from < entries->to; i++) {
        unsigned char c = (unsigned char)mp_ascii_lower(word.bytes[i]);
        entries->from = first_with(entries->from, entries->to, entries->length, c);
        entries->to = first_with(entries->from, entries->to, entries->length, (unsigned char)(c + 1));
        entries->length++;
    }
}

/* The hints of the longest entry that begins at `words`, and how many words it takes; one where there is none. Few words
 * begin an entry, so most are done with after a few letters. */
static unsigned longest_entry(const mp_text *words, size_t count, size_t *taken) {
    alike entries = {0, COUNT_OF(mp_words_class), 0};
    unsigned hints = 0;

    *taken = 1;
    for (size_t i = 0; i < count && i < max_joined; i++) {
        narrow(&entries, words[i]);
        if (entries.from == entries.to) break;
        const mp_page_word *entry = &mp_words_class[entries.from]; /* the shortest */
        if (entry->word[entries.length] != '\0' || entry->value == 0) continue;
        hints = entry->value;
        *taken = i + 1;
    }
    return hints;
}

/* The longest entry wins: "author-bio" is no author, and "sidebar-grid" no sidebar. */
static unsigned hints_of_words(const mp_text *words, size_t count) {
    unsigned hints = 0;
    size_t taken;

    for (size_t i = 0; i < count; i += taken) hints |= longest_entry(words + i, count - i, &taken);
    return hints;
}

static unsigned hints_of_name(mp_text name) {
    mp_text words[max_words];
    size_t count = 0, at = 0;

    if (LOOK_UP(mp_words_embed, name) != 0) return MP_HINT_EMBED;
    while (count < max_words) {
        mp_text word = next_word(name, &at);
        if (word.length == 0) break;
        words[count++] = word;
    }
    if (count == 0 || LOOK_UP(mp_words_void, words[0]) != 0) return MP_HINT_NONE;
    return hints_of_words(words, count);
}

/* The next name of a list parted by spaces. */
static mp_text next_name(mp_text list, size_t *at) {
    size_t start = *at;

    while (start < list.length && mp_ascii_is_space(list.bytes[start])) start++;
    size_t end = start;
    while (end < list.length && !mp_ascii_is_space(list.bytes[end])) end++;
    *at = end;
    return (mp_text){list.bytes + start, end - start};
}

static unsigned hints_of_names(mp_text list) {
    unsigned hints = 0;
    size_t at = 0;

    for (mp_text name = next_name(list, &at); name.length > 0; name = next_name(list, &at))
        hints |= hints_of_name(name);
    return hints;
}

static unsigned remembered_hints(mp_page_names *names, mp_text list) {
    uint32_t hash = (uint32_t)list.length;

    for (size_t i = 0; i < list.length; i++) hash = (hash ^ (unsigned char)list.bytes[i]) * 16777619u;
    size_t slot = (hash ^ hash >> 16) % COUNT_OF(names->found);
    mp_text known = names->found[slot].list;
    if (known.length != list.length || (list.length > 0 && memcmp(known.bytes, list.bytes, list.length) != 0)) {
        names->found[slot].list = list;
        names->found[slot].hints = hints_of_names(list);
    }
    return names->found[slot].hints;
}

static unsigned hints_of_property(mp_text list) {
    unsigned hints = 0;
    size_t at = 0;

    for (mp_text name = next_name(list, &at); name.length > 0; name = next_name(list, &at))
        hints |= LOOK_UP(mp_words_property, name);
    return hints;
}

static unsigned hints_of_type(mp_text type) {
    unsigned value = type.length == 0 ? 0 : mp_page_type_of(type);

    return value == MP_TYPE_ARTICLE ? MP_HINT_ARTICLE : value == MP_TYPE_OTHER ? MP_HINT_OTHER : MP_HINT_NONE;
}

/* What its tag alone says. */
static unsigned hints_of_tag(mp_page_tag tag) {
    switch (tag) {
    case MP_TAG_NAV:
    case MP_TAG_ASIDE:
    case MP_TAG_FOOTER:
    case MP_TAG_DIALOG:
    case MP_TAG_FORM: return MP_HINT_BOILERPLATE;
    case MP_TAG_FIGCAPTION: return MP_HINT_CAPTION;
    case MP_TAG_TIME: return MP_HINT_BYLINE;
    default: return MP_HINT_NONE;
    }
}

unsigned mp_page_hints_of(const mp_node *node, mp_page_tag tag, mp_page_names *names) {
    unsigned hints = hints_of_tag(tag);

    /* The names on html and body speak of the site or of all that may come up on the page. */
    if (tag == MP_TAG_HTML || tag == MP_TAG_BODY) return hints_of_type(mp_page_attribute(node, "itemtype"));
    for (size_t i = 0; i < node->attribute_count; i++) {
        mp_text name = node->attributes[i].name, value = node->attributes[i].value;
        /* A heading's id is made from its words, which speak of the story: id="the-shop". */
        bool is_name = mp_page_text_is(name, "class") || (mp_page_text_is(name, "id") && !mp_page_is_heading(tag));
        if (is_name)
            hints |= remembered_hints(names, value);
        else if (mp_page_text_is(name, "role"))
            hints |= LOOK_UP(mp_words_role, value);
        else if (mp_page_text_is(name, "itemprop"))
            hints |= hints_of_property(value);
        else if (mp_page_text_is(name, "itemtype"))
            hints |= hints_of_type(value);
        else if (mp_page_text_is(name, "aria-hidden") && mp_page_text_is(value, "true"))
            hints |= MP_HINT_UNSAID;
    }
    return hints;
}
