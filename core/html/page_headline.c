/* page_headline.c: which passage is the headline: a heading that agrees with what the page says its title is. Knows
 * headings and witnesses; nothing of the article's text. */
#include "page_parts.h"

/* What speaks for a passage, beside its likeness to the witnesses (0 to 1). */
static const double for_h1 = 0.5, for_h2 = 0.15, for_heading = 0.05, for_name = 0.1;
static const double against_boilerplate = 0.4, against_link = 0.15, against_kicker = 0.4;
static const double enough = 0.45;          /* below, no headline is better than a wrong one */
static const double enough_elsewhere = 0.8; /* likeness for a passage that nothing calls a heading */
enum { longest_headline = 400, look_up_levels = 4 };

static mp_text text_of(const mp_page_tree *tree, const mp_passage *passage) {
    return (mp_text){tree->text.items + passage->start, passage->length};
}

/* What the page says that its title is, by different witnesses. */
typedef struct titles {
    mp_title_words said[4];
} titles;

static titles titles_of(const mp_witness *witness) {
    return (titles){{mp_title_words_of(witness->ld_headline), mp_title_words_of(witness->og_title),
                     mp_title_words_of(witness->twitter_title), mp_title_words_of(witness->title)}};
}

static double likeness(const titles *titles, mp_text text) {
    mp_title_words words = mp_title_words_of(text);
    double best = 0;

    for (size_t i = 0; i < sizeof titles->said / sizeof titles->said[0]; i++) {
        double like = mp_title_likeness(&titles->said[i], &words);
        if (like > best) best = like;
    }
    return best;
}

/* The hints and the heading's tag on the passage's own element and a few around it. */
static unsigned names_near(const mp_page_tree *tree, const mp_passage *passage, mp_page_tag *heading) {
    unsigned hints = 0;
    uint32_t element = passage->innermost;

    *heading = MP_TAG_INLINE;
    for (int level = 0; level < look_up_levels && element != MP_NO_ELEMENT; level++) {
        const mp_page_element *here = &tree->elements.items[element];
        if (here->passages > 4) break; /* too wide to speak of this passage */
        hints |= here->hints;
        if (mp_page_is_heading(here->tag)) *heading = here->tag;
        element = here->parent;
    }
    return hints;
}

static bool in_boilerplate(const mp_page_tree *tree, const mp_passage *passage) {
    uint32_t element = passage->innermost;

    for (int level = 0; level < 2 * look_up_levels && element != MP_NO_ELEMENT; level++) {
        const mp_page_element *here = &tree->elements.items[element];
        if ((here->hints & (MP_HINT_BOILERPLATE | MP_HINT_TALK)) != 0 && here->tag != MP_TAG_HEADER) return true;
        element = here->parent;
    }
    return false;
}

static double worth_of_heading(mp_page_tag heading) {
    return heading == MP_TAG_H1 ? for_h1 : heading == MP_TAG_H2 ? for_h2 : heading == MP_TAG_INLINE ? 0 : for_heading;
}

static double worth(const mp_page_tree *tree, const titles *titles, const mp_passage *passage) {
    mp_page_tag heading;
    unsigned hints = names_near(tree, passage, &heading);
    bool named = heading != MP_TAG_INLINE || (hints & MP_HINT_HEADLINE) != 0;
    if (passage->units > longest_headline || !named) return 0;
    double like = likeness(titles, text_of(tree, passage));
    double value = like + worth_of_heading(heading);

    if (heading != MP_TAG_H1 && like < 0.3) return 0;
    if ((hints & MP_HINT_HEADLINE) != 0) value += for_name;
    if ((hints & MP_HINT_KICKER) != 0) value -= against_kicker;
    if (in_boilerplate(tree, passage)) value -= against_boilerplate;
    if (passage->link_units * 2 > passage->units) value -= against_link;
    return value;
}

/* Where no heading is the headline, a short passage that says what the witnesses say. */
static size_t headline_elsewhere(const mp_page_tree *tree, const titles *titles) {
    for (size_t i = 0; i < tree->passages.count; i++) {
        const mp_passage *passage = &tree->passages.items[i];
        if (passage->units > longest_headline || passage->units < 10 || in_boilerplate(tree, passage)) continue;
        if (likeness(titles, text_of(tree, passage)) >= enough_elsewhere) return i;
    }
    return SIZE_MAX;
}

size_t mp_page_headline(const mp_page_tree *tree, const mp_witness *witness) {
    titles titles = titles_of(witness);
    size_t best = SIZE_MAX;
    double best_worth = enough;

    for (size_t i = 0; i < tree->passages.count; i++) {
        double value = worth(tree, &titles, &tree->passages.items[i]);
        if (value <= best_worth) continue;
        best_worth = value;
        best = i;
    }
    return best != SIZE_MAX ? best : headline_elsewhere(tree, &titles);
}
