/* page_region.c: finds the element that holds the article, by where its prose is, and settles which elements are
 * boilerplate. Knows lengths, links and names; nothing of the words of the text.
 *
 * Mass is prose: the code units of passages long enough and free enough of links to be sentences. An element that holds
 * most of the page's mass is no boilerplate, whatever its names say: names are often set on wrappers. */
#include "page_parts.h"

#include <string.h>

enum {
    shortest_sentence = 25,
    wide_weight = 3, /* a character of a script without spaces says as much as three letters */
    card_mass = 500, /* a linked heading with less beside it is a teaser */
    card_passages = 5,
    whole = 100
};
enum { majority = 60, descend_share = 75 }; /* per cent */
enum { stay_mass = 200 }; /* prose beside the heaviest child that keeps the region from shrinking to it */

static bool is_prose_tag(mp_page_tag tag) { return tag == MP_TAG_P || tag == MP_TAG_BLOCKQUOTE || tag == MP_TAG_PRE; }

static size_t mass_of(const mp_page_tree *tree, const mp_passage *passage) {
    const mp_page_element *element = &tree->elements.items[passage->element];
    size_t plain = passage->units - (passage->link_units < passage->units ? passage->link_units : passage->units);
    size_t weighed = plain + (passage->wide < plain ? passage->wide : plain) * ((size_t)wide_weight - 1);

    if (mp_page_is_heading(element->tag) || element->embed != MP_NO_ELEMENT || element->tag == MP_TAG_FIGCAPTION)
        return 0;
    if (weighed < shortest_sentence || plain * 2 < passage->units || passage->stops == 0) return 0;
    if (is_prose_tag(element->tag)) return weighed;
    return weighed < 3 * (size_t)shortest_sentence ? 0 : weighed * 2 / 3;
}

static void sum_up(mp_page_tree *tree) {
    for (size_t i = 0; i < tree->elements.count; i++) {
        mp_page_element *element = &tree->elements.items[i];
        element->mass = element->units = element->link_units = 0;
        element->headings = element->passages = element->posts = 0;
    }
    for (size_t i = 0; i < tree->passages.count; i++) {
        const mp_passage *passage = &tree->passages.items[i];
        mp_page_element *element = &tree->elements.items[passage->innermost];
        element->mass += passage->mass;
        element->units += passage->units;
        element->link_units += passage->link_units;
        element->passages++;
        if (tree->elements.items[passage->element].embed != MP_NO_ELEMENT) element->posts++;
        if (mp_page_is_heading(tree->elements.items[passage->element].tag)) element->headings++;
    }
    for (size_t i = tree->elements.count; i-- > 1;) {
        const mp_page_element *element = &tree->elements.items[i];
        if (element->parent == MP_NO_ELEMENT) continue;
        mp_page_element *parent = &tree->elements.items[element->parent];
        parent->mass += element->mass;
        parent->units += element->units;
        parent->link_units += element->link_units;
        parent->headings += element->headings;
        parent->passages += element->passages;
        parent->posts += element->posts;
    }
}

static bool is_protected(const mp_page_tree *tree, uint32_t self, uint32_t headline, size_t total) {
    const mp_page_element *element = &tree->elements.items[self];

    if (headline != MP_NO_ELEMENT && mp_page_inside(tree, headline, self)) return true;
    if ((element->hints & MP_HINT_TALK) != 0) return false;
    if (element->posts > 0 && element->posts == element->passages) return true; /* "social-media-embed" */
    if ((element->hints & MP_HINT_BODY) != 0 && element->mass >= card_mass) return true;
    return element->mass * whole >= total * majority;
}

static void settle_boilerplate(mp_page_tree *tree, uint32_t headline) {
    size_t total = tree->elements.count == 0 ? 0 : tree->elements.items[0].mass;

    for (uint32_t i = 0; i < tree->elements.count; i++) {
        mp_page_element *element = &tree->elements.items[i];
        unsigned hints = element->hints;
        if ((hints & MP_HINT_UNSAID) != 0 && element->mass == 0) hints |= MP_HINT_BOILERPLATE;
        if ((hints & (MP_HINT_BOILERPLATE | MP_HINT_TALK)) != 0 && is_protected(tree, i, headline, total))
            hints &= ~(unsigned)(MP_HINT_BOILERPLATE | MP_HINT_TALK);
        element->inherited |= hints;
        if (element->parent != MP_NO_ELEMENT) element->inherited |= tree->elements.items[element->parent].inherited;
    }
}

/* The card around a linked heading: the largest element around it with no other heading and little beside it. */
static uint32_t card_around(const mp_page_tree *tree, uint32_t heading) {
    uint32_t card = heading;

    for (;;) {
        uint32_t parent = tree->elements.items[card].parent;
        if (parent == MP_NO_ELEMENT) return card;
        const mp_page_element *around = &tree->elements.items[parent];
        if (around->headings > 1 || around->mass > card_mass || around->passages > card_passages) return card;
        card = parent;
    }
}

/* Teasers are boilerplate: a heading that is a link to another page, and what stands with it. */
static void settle_cards(mp_page_tree *tree, size_t headline) {
    for (size_t i = 0; i < tree->passages.count; i++) {
        const mp_passage *passage = &tree->passages.items[i];
        mp_page_tag tag = tree->elements.items[passage->element].tag;
        bool is_byline =
            (tree->elements.items[passage->element].hints & MP_HINT_BYLINE) != 0; /* its link: the author's */
        if (i == headline || is_byline || !mp_page_is_heading(tag)) continue;
        if (passage->link_units * 10 < passage->units * 8) continue;
        tree->elements.items[card_around(tree, passage->element)].inherited |= MP_HINT_BOILERPLATE;
    }
}

static bool is_boilerplate(const mp_page_tree *tree, uint32_t element) {
    return (tree->elements.items[element].inherited & (MP_HINT_BOILERPLATE | MP_HINT_TALK)) != 0;
}

/* The article around an element, itself counted, or MP_NO_ELEMENT. */
static uint32_t article_around(const mp_page_tree *tree, uint32_t element) {
    while (element != MP_NO_ELEMENT && tree->elements.items[element].tag != MP_TAG_ARTICLE)
        element = tree->elements.items[element].parent;
    return element;
}

/* Whether a later article of the page has a headline of its own: the next story, loaded below. */
static bool has_rival(const mp_page_tree *tree, uint32_t article) {
    enum { most_headings = 20 };
    int headings = 0;

    for (uint32_t i = tree->elements.items[article].end; i < tree->elements.count && headings < most_headings; i++) {
        if (tree->elements.items[i].tag != MP_TAG_H1) continue;
        uint32_t other = article_around(tree, i);
        if (other != MP_NO_ELEMENT && !mp_page_inside(tree, article, other)) return true;
        headings++;
    }
    return false;
}

/* Where the search begins: the article around the headline, where there is one with enough in it; else the root. */
static uint32_t scope_of(const mp_page_tree *tree, uint32_t headline) {
    uint32_t article = article_around(tree, headline);

    if (article != MP_NO_ELEMENT && tree->elements.items[article].mass >= stay_mass && has_rival(tree, article))
        return article;
    while (article != MP_NO_ELEMENT && tree->elements.items[article].mass < card_mass)
        article = article_around(tree, tree->elements.items[article].parent);
    return article == MP_NO_ELEMENT ? 0 : article;
}

static uint32_t heaviest_child(const mp_page_tree *tree, uint32_t element) {
    uint32_t best = MP_NO_ELEMENT;

    for (uint32_t child = element + 1; child < tree->elements.items[element].end;
         child = tree->elements.items[child].end)
        if (best == MP_NO_ELEMENT || tree->elements.items[child].mass > tree->elements.items[best].mass) best = child;
    return best;
}

static bool same_class(const mp_page_tree *tree, uint32_t left, uint32_t right) {
    mp_text a = mp_page_attribute(tree->elements.items[left].node, "class");
    mp_text b = mp_page_attribute(tree->elements.items[right].node, "class");

    return a.length > 0 && a.length == b.length && memcmp(a.bytes, b.bytes, a.length) == 0;
}

/* Whether prose stands beside the heaviest child that is of one piece with it: paragraphs of the element's own, or
 * children of the child's class, as where each stretch between two pictures has a box of its own. */
static bool has_prose_beside(const mp_page_tree *tree, uint32_t element, uint32_t heaviest) {
    size_t own = 0;

    for (uint32_t child = element + 1; child < tree->elements.items[element].end;
         child = tree->elements.items[child].end) {
        const mp_page_element *beside = &tree->elements.items[child];
        if (child == heaviest || beside->mass == 0) continue;
        if (is_prose_tag(beside->tag)) own += beside->mass;
        if (beside->tag == tree->elements.items[heaviest].tag && same_class(tree, child, heaviest)) return true;
    }
    return own >= stay_mass;
}

static uint32_t descend(const mp_page_tree *tree, uint32_t element) {
    for (;;) {
        uint32_t child = heaviest_child(tree, element);
        if (child == MP_NO_ELEMENT || is_prose_tag(tree->elements.items[child].tag)) return element;
        if (tree->elements.items[child].mass * whole < tree->elements.items[element].mass * descend_share)
            return element;
        if (has_prose_beside(tree, element, child)) return element;
        element = child;
    }
}

void mp_page_weigh(mp_page_tree *tree) {
    for (size_t i = 0; i < tree->passages.count; i++) {
        mp_passage *passage = &tree->passages.items[i];
        passage->mass = is_boilerplate(tree, passage->innermost) ? 0 : mass_of(tree, passage);
    }
    sum_up(tree);
}

uint32_t mp_page_region(mp_page_tree *tree, size_t headline) {
    uint32_t at = headline == SIZE_MAX ? MP_NO_ELEMENT : tree->passages.items[headline].element;

    if (tree->elements.count == 0) return MP_NO_ELEMENT;
    settle_cards(tree, headline);
    settle_boilerplate(tree, at);
    mp_page_weigh(tree);
    return descend(tree, scope_of(tree, at));
}
