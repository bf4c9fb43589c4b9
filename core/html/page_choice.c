/* page_choice.c: which passages of the page are the article, and of what kind. Knows the region, names and lengths;
 * nothing of what the words mean. */
#include "page_parts.h"

#include <string.h>

typedef struct choice {
    mp_page_tree *tree;
    mp_title_words description; /* what the page says that it is about */
    size_t headline;
    uint32_t region;
    bool plain; /* the article's prose stands in elements that are no paragraphs */
} choice;

enum { short_label = 60, near_names = 4, whole = 100, dek_longest = 900, byline_longest = 180, longest_name = 32 };

static const mp_page_element *element_of(const choice *page, const mp_passage *passage) {
    return &page->tree->elements.items[passage->element];
}

static mp_text text_of(const mp_page_tree *tree, const mp_passage *passage) {
    return (mp_text){tree->text.items + passage->start, passage->length};
}

/* The hints on the passage's elements, as far up as they hold little else. */
static unsigned names_near(const choice *page, const mp_passage *passage) {
    unsigned hints = 0;
    uint32_t at = passage->innermost;

    for (int level = 0; level < near_names && at != MP_NO_ELEMENT && at != page->region; level++) {
        const mp_page_element *element = &page->tree->elements.items[at];
        if (element->passages > 6) break;
        hints |= element->hints;
        at = element->parent;
    }
    return hints;
}

/* The nearest element of one of two tags around the passage, inside the region. */
static uint32_t around(const choice *page, const mp_passage *passage, mp_page_tag tag, mp_page_tag other) {
    uint32_t at = passage->element;

    for (int level = 0; level < 12 && at != MP_NO_ELEMENT && at != page->region; level++) {
        mp_page_tag here = page->tree->elements.items[at].tag;
        if (here == tag || here == other) return at;
        at = page->tree->elements.items[at].parent;
    }
    return MP_NO_ELEMENT;
}

static size_t share_of_links(size_t link_units, size_t units) { return units == 0 ? 0 : link_units * whole / units; }

static bool is_boilerplate(const choice *page, const mp_passage *passage) {
    return (page->tree->elements.items[passage->innermost].inherited & (MP_HINT_BOILERPLATE | MP_HINT_TALK)) != 0;
}

static mp_block_kind kind_of(const choice *page, const mp_passage *passage) {
    const mp_page_element *element = element_of(page, passage);
    unsigned names = names_near(page, passage);

    if (element->embed != MP_NO_ELEMENT) return MP_BLOCK_EMBED;
    bool is_byline = (element->hints & MP_HINT_BYLINE) != 0 && passage->units < byline_longest;
    if (mp_page_is_heading(element->tag)) return is_byline ? MP_BLOCK_BYLINE : MP_BLOCK_SUBHEAD;
    if (around(page, passage, MP_TAG_FIGCAPTION, MP_TAG_FIGURE) != MP_NO_ELEMENT &&
        around(page, passage, MP_TAG_BLOCKQUOTE, MP_TAG_TABLE) == MP_NO_ELEMENT)
        return MP_BLOCK_CAPTION;
    if (element->tag == MP_TAG_FIGCAPTION && element->units < short_label) return MP_BLOCK_CAPTION; /* who is quoted */
    if (around(page, passage, MP_TAG_BLOCKQUOTE, MP_TAG_BLOCKQUOTE) != MP_NO_ELEMENT) return MP_BLOCK_BLOCKQUOTE;
    if (around(page, passage, MP_TAG_LI, MP_TAG_DT) != MP_NO_ELEMENT) return MP_BLOCK_LISTITEM;
    if ((names & MP_HINT_CAPTION) != 0) return MP_BLOCK_CAPTION;
    if ((names & MP_HINT_BYLINE) != 0 && passage->units < byline_longest) return MP_BLOCK_BYLINE;
    return MP_BLOCK_PARAGRAPH;
}

/* Whether a list is part of the text: its items are no mere links. */
static bool keeps_list_item(const choice *page, const mp_passage *passage) {
    uint32_t item = around(page, passage, MP_TAG_LI, MP_TAG_DT);
    if (item == MP_NO_ELEMENT) item = passage->element; /* the region is the item itself */
    uint32_t parent = page->tree->elements.items[item].parent;
    const mp_page_element *list = &page->tree->elements.items[parent == MP_NO_ELEMENT ? item : parent];

    if (share_of_links(list->link_units, list->units) > 50) return false;
    if (element_of(page, passage)->tag == MP_TAG_DT) return list->units > list->passages * ((size_t)short_label / 2);
    return passage->units > short_label / 4 || list->units > list->passages * ((size_t)short_label / 2);
}

static bool keeps_paragraph(const choice *page, const mp_passage *passage) {
    const mp_page_element *element = element_of(page, passage);
    size_t links = share_of_links(passage->link_units, passage->units);
    size_t weighed = passage->units + 2 * passage->wide;

    if (links > 85) return false;
    if (links > 50 && passage->units < 2 * (size_t)short_label) return false;
    if (element->tag == MP_TAG_P || element->tag == MP_TAG_PRE) return true;
    if (element->tag == MP_TAG_TD) return passage->stops > 0 && weighed > short_label;
    if (page->plain && passage->stops > 0) return weighed > short_label / 2;
    return passage->stops > 1 && weighed > (size_t)short_label * 3 / 2;
}

/* The first cell of a row, which says whom or what the next one is about. */
static bool is_row_label(const choice *page, size_t index) {
    mp_page_tree *tree = page->tree;
    if (index + 1 >= tree->passages.count) return false;
    const mp_passage *cell = &tree->passages.items[index], *next = &tree->passages.items[index + 1];
    const mp_page_element *element = element_of(page, cell), *beside = element_of(page, next);

    return element->tag == MP_TAG_TD && beside->tag == MP_TAG_TD && beside->parent == element->parent &&
           element->parent != MP_NO_ELEMENT && cell->element == element->parent + 1 && cell->stops == 0 &&
           cell->units < short_label && next->stops > 0 && keeps_paragraph(page, next);
}

/* "Grok: I did, and I am sorry.": who speaks, a colon, and a sentence that ends. */
static bool is_turn(const choice *page, size_t index) {
    if (index >= page->tree->passages.count) return false;
    const mp_passage *passage = &page->tree->passages.items[index];
    mp_text text = text_of(page->tree, passage);
    size_t reach = text.length < longest_name ? text.length : longest_name;

    if (text.length == 0 || passage->link_units > 0 || is_boilerplate(page, passage)) return false;
    const char *colon = memchr(text.bytes, ':', reach);
    if (colon == NULL || colon == text.bytes || colon + 1 == text.bytes + text.length) return false;
    return (colon[1] == ' ' || colon[1] == '\n') && memchr(".!?", text.bytes[text.length - 1], 3) != NULL;
}

/* A conversation told in boxes that are no paragraphs: one turn follows another. */
static bool is_conversation(const choice *page, const mp_passage *passage) {
    size_t index = (size_t)(passage - page->tree->passages.items);

    return is_turn(page, index) && (is_turn(page, index + 1) || (index > 0 && is_turn(page, index - 1)));
}

static bool keeps(const choice *page, const mp_passage *passage) {
    size_t links = share_of_links(passage->link_units, passage->units);

    switch (passage->kind) {
    case MP_BLOCK_LISTITEM: return keeps_list_item(page, passage);
    case MP_BLOCK_PARAGRAPH: return keeps_paragraph(page, passage) || is_conversation(page, passage);
    case MP_BLOCK_SUBHEAD: return links < 60;
    default: return true;
    }
}

/* A passage of the region, or one before it that may belong to the head of the article. */
static void choose(choice *page, size_t index) {
    mp_page_tree *tree = page->tree;
    mp_passage *passage = &tree->passages.items[index];

    passage->kept = false;
    if (is_boilerplate(page, passage) || !mp_page_inside(tree, passage->innermost, page->region)) return;
    if (page->headline != SIZE_MAX && index < page->headline) return;
    passage->kind = is_row_label(page, index) ? MP_BLOCK_SUBHEAD : kind_of(page, passage);
    passage->kept = keeps(page, passage);
}

/* Whether a passage between the headline and the text is the standfirst. */
static bool is_dek(const choice *page, const mp_passage *passage) {
    const mp_page_element *element = element_of(page, passage);
    unsigned names = names_near(page, passage);

    if (passage->units < short_label / 2 || passage->units > dek_longest || is_boilerplate(page, passage)) return false;
    if (share_of_links(passage->link_units, passage->units) > 50 || element->embed != MP_NO_ELEMENT) return false;
    if (around(page, passage, MP_TAG_FIGURE, MP_TAG_FIGCAPTION) != MP_NO_ELEMENT) return false;
    if ((names & (MP_HINT_CAPTION | MP_HINT_BYLINE)) != 0) return false;
    if ((names & MP_HINT_DEK) != 0) return true;
    mp_title_words words = mp_title_words_of(text_of(page->tree, passage));
    return mp_title_likeness(&page->description, &words) > 0.8;
}

/* Who wrote it and when, and what the picture shows, where that stands above the region. */
static void choose_above(const choice *page, mp_passage *passage) {
    unsigned names = names_near(page, passage);
    bool is_caption = around(page, passage, MP_TAG_FIGCAPTION, MP_TAG_FIGURE) != MP_NO_ELEMENT;

    if (is_boilerplate(page, passage) || element_of(page, passage)->embed != MP_NO_ELEMENT) return;
    if (!is_caption && (names & MP_HINT_BYLINE) == 0) return;
    passage->kind = is_caption ? MP_BLOCK_CAPTION : MP_BLOCK_BYLINE;
    passage->kept = is_caption || passage->units < byline_longest;
}

/* The head of the article: what stands between the headline and the first paragraph of the region. */
static void choose_head(choice *page) {
    mp_page_tree *tree = page->tree;
    size_t first = page->headline == SIZE_MAX ? 0 : page->headline + 1;
    bool has_dek = false;

    for (size_t i = first; i < tree->passages.count && i < first + 40; i++) {
        mp_passage *passage = &tree->passages.items[i];
        bool in_region = mp_page_inside(tree, passage->innermost, page->region);
        if (!has_dek && is_dek(page, passage)) {
            passage->kind = MP_BLOCK_DEK;
            passage->kept = true;
            has_dek = in_region;
        } else if (!in_region && page->headline != SIZE_MAX) {
            choose_above(page, passage);
        } else if (in_region && passage->kept && passage->kind == MP_BLOCK_PARAGRAPH && passage->mass > 0) {
            return;
        }
    }
}

/* Subheads that head nothing are dropped: their list of links went, or the article ended. A subhead heads what stands
 * before the next one of its rank or a higher one. */
static void drop_idle_subheads(choice *page) {
    mp_page_tree *tree = page->tree;
    mp_page_tag heading = MP_TAG_INLINE; /* the rank of the next subhead that is kept */
    bool text_follows = false;

    for (size_t i = tree->passages.count; i-- > 0;) {
        mp_passage *passage = &tree->passages.items[i];
        mp_page_tag rank = element_of(page, passage)->tag;
        if (!passage->kept || passage->kind == MP_BLOCK_BYLINE || passage->kind == MP_BLOCK_CAPTION) continue;
        if (passage->kind != MP_BLOCK_SUBHEAD) {
            text_follows = true;
            continue;
        }
        passage->kept = text_follows || rank < heading;
        if (!passage->kept) continue;
        heading = rank;
        text_follows = false;
    }
}

static bool stands_in_plain_elements(const choice *page) {
    size_t plain = 0, all = 0;

    for (size_t i = 0; i < page->tree->passages.count; i++) {
        const mp_passage *passage = &page->tree->passages.items[i];
        if (passage->mass == 0 || !mp_page_inside(page->tree, passage->innermost, page->region)) continue;
        all += passage->mass;
        if (element_of(page, passage)->tag != MP_TAG_P) plain += passage->mass;
    }
    return plain * 2 > all;
}

void mp_page_choose(mp_page_tree *tree, const mp_witness *witness, size_t headline, uint32_t region) {
    choice page = {.tree = tree, .headline = headline, .region = region};

    page.description = mp_title_words_of(witness->description);
    page.plain = stands_in_plain_elements(&page);
    for (size_t i = 0; i < tree->passages.count; i++) choose(&page, i);
    if (headline != SIZE_MAX) {
        tree->passages.items[headline].kind = MP_BLOCK_HEADLINE;
        tree->passages.items[headline].kept = true;
    }
    choose_head(&page);
    mp_page_drop_pullquotes(tree);
    mp_page_trim(tree);
    drop_idle_subheads(&page);
}

static bool has_text(const mp_page_tree *tree) {
    for (size_t i = 0; i < tree->passages.count; i++) {
        const mp_passage *passage = &tree->passages.items[i];
        bool is_about = passage->kind == MP_BLOCK_HEADLINE || passage->kind == MP_BLOCK_SUBHEAD ||
                        passage->kind == MP_BLOCK_BYLINE || passage->kind == MP_BLOCK_CAPTION;
        if (passage->kept && !is_about) return true;
    }
    return false;
}

void mp_page_choose_anyway(mp_page_tree *tree, const mp_witness *witness, size_t headline, uint32_t region) {
    choice page = {.tree = tree, .headline = headline, .region = 0};

    mp_page_choose(tree, witness, headline, region);
    if (has_text(tree)) return;
    for (size_t i = 0; i < tree->passages.count; i++) {
        mp_passage *passage = &tree->passages.items[i];
        size_t weighed = passage->units + 2 * passage->wide;
        bool is_prose = passage->stops > 0 && weighed > short_label / 2 &&
                        share_of_links(passage->link_units, passage->units) <= 50;
        bool is_heading = mp_page_is_heading(element_of(&page, passage)->tag) && weighed > short_label / 4;
        if (passage->kept || (!is_prose && !is_heading)) continue;
        passage->kind = kind_of(&page, passage);
        passage->kept = true;
    }
}

void mp_page_choose_all(mp_page_tree *tree, size_t headline) {
    choice page = {.tree = tree, .headline = headline, .region = 0};

    for (size_t i = 0; i < tree->passages.count; i++) {
        mp_passage *passage = &tree->passages.items[i];
        passage->kind = i == headline ? MP_BLOCK_HEADLINE : kind_of(&page, passage);
        passage->kept = true;
    }
}
