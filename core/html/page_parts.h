/* page_parts.h: what the steps of the page's judgement hand to each other. The steps, in order:
 *
 *     nodes → tree      elements with what their tags, classes and attributes say, and the passages: runs of text that a
 *                       reader sees as one, white space as CSS leaves it     page_tree.c, page_text.c, page_words.c
 *           → witnesses what the page says about itself: titles, types       page_witness.c
 *           → headline  which passage it is                                  page_headline.c
 *           → region    the element that holds the article                   page_region.c
 *           → choice    which of its passages are the article, of what kind  page_choice.c
 *           → quotes    … less pull quotes that repeat the text           page_pullquote.c
 *           → tail      … less what only serves the site                  page_tail.c
 *           → article?  whether the page is one                              page_article.c
 *           → document                                                       page.c
 *
 * Knows no parser and no site. */
#ifndef MOUTHPIECE_PAGE_PARTS_H
#define MOUTHPIECE_PAGE_PARTS_H

#include "../arena.h"
#include "page.h"

/* What an element is, as far as the judgement cares. All from MP_TAG_BLOCK on begin and end a passage. */
typedef enum mp_page_tag {
    MP_TAG_INLINE = 0,
    MP_TAG_A,
    MP_TAG_Q,
    MP_TAG_TIME,
    MP_TAG_BR,
    MP_TAG_META,
    MP_TAG_SCRIPT,
    MP_TAG_TITLE,
    MP_TAG_HEAD,
    MP_TAG_SKIPPED, /* its text is never the article's */
    MP_TAG_BLOCK,
    MP_TAG_HTML,
    MP_TAG_BODY,
    MP_TAG_MAIN,
    MP_TAG_ARTICLE,
    MP_TAG_SECTION,
    MP_TAG_DIV,
    MP_TAG_HEADER,
    MP_TAG_FOOTER,
    MP_TAG_NAV,
    MP_TAG_ASIDE,
    MP_TAG_DIALOG,
    MP_TAG_FORM,
    MP_TAG_FIGURE,
    MP_TAG_FIGCAPTION,
    MP_TAG_TABLE,
    MP_TAG_TD,
    MP_TAG_LIST,
    MP_TAG_LI,
    MP_TAG_DT,
    MP_TAG_P,
    MP_TAG_PRE,
    MP_TAG_BLOCKQUOTE,
    MP_TAG_H1,
    MP_TAG_H2,
    MP_TAG_H3,
    MP_TAG_H4,
    MP_TAG_H5,
    MP_TAG_H6
} mp_page_tag;

/* What the names on an element hint at; bits. */
enum {
    MP_HINT_NONE = 0,
    MP_HINT_BOILERPLATE = 1 << 0,
    MP_HINT_TALK = 1 << 1,   /* comments of readers */
    MP_HINT_UNSEEN = 1 << 2, /* there for screen readers only */
    MP_HINT_BYLINE = 1 << 3,
    MP_HINT_DEK = 1 << 4,
    MP_HINT_CAPTION = 1 << 5,
    MP_HINT_HEADLINE = 1 << 6,
    MP_HINT_BODY = 1 << 7,
    MP_HINT_PULLQUOTE = 1 << 8,
    MP_HINT_EMBED = 1 << 9,
    MP_HINT_ARTICLE = 1 << 10, /* itemtype says article */
    MP_HINT_LAYOUT = 1 << 12,  /* a name that only looks as if it hinted at something */
    MP_HINT_KICKER = 1 << 14,  /* the label over a headline, also where it stands inside the heading */
    MP_HINT_UNSAID = 1 << 13,  /* kept from screen readers: decoration where it holds no prose */
    MP_HINT_OTHER = 1 << 11    /* itemtype says something else that a page may be */
};

/* What schema.org types say. */
enum { MP_TYPE_ARTICLE = 1, MP_TYPE_OTHER = 2 };

#define MP_NO_ELEMENT UINT32_MAX

typedef struct mp_page_element {
    const mp_node *node;
    uint32_t parent, end;        /* end: the first element after its descendants */
    uint32_t block, link, embed; /* the nearest element of the sort, itself counted; MP_NO_ELEMENT */
    unsigned hints;              /* its own */
    unsigned inherited;          /* of itself and all around it, once boilerplate is settled */
    mp_page_tag tag;
    bool unseen; /* it or one around it is hidden, or of a tag without text */
    size_t mass; /* how much prose it holds: see page_region.c */
    size_t units, link_units;
    uint32_t headings, passages, posts; /* posts: passages that are embedded posts */
} mp_page_element;

typedef struct mp_passage {
    uint32_t element;     /* the block it stands in */
    uint32_t innermost;   /* the lowest element that holds all of it */
    size_t start, length; /* bytes in the tree's text */
    size_t units;         /* UTF-16 code units */
    size_t link_units;    /* … of them inside links */
    size_t wide;          /* … of scripts that write a word with one or two characters */
    size_t stops;         /* marks that end or part sentences */
    size_t first_segment, segment_count, first_link, link_count;
    size_t mass;
    mp_block_kind kind;
    bool kept;
} mp_passage;

typedef struct mp_page_tree {
    mp_arena *arena;
    MP_ARRAY(mp_page_element) elements;
    MP_ARRAY(mp_passage) passages;
    MP_ARRAY(mp_segment) segments; /* .block: the passage */
    MP_ARRAY(mp_link) links;
    MP_ARRAY(char) text;
} mp_page_tree;

/* Whether `element` is `ancestor` or stands in it. */
static inline bool mp_page_inside(const mp_page_tree *tree, uint32_t element, uint32_t ancestor) {
    return element >= ancestor && element < tree->elements.items[ancestor].end;
}

static inline bool mp_page_is_heading(mp_page_tag tag) { return tag >= MP_TAG_H1 && tag <= MP_TAG_H6; }

/* What the page says about itself. Texts are empty where it says nothing. */
typedef struct mp_witness {
    mp_text title, og_title, twitter_title, ld_headline, description, lang, url;
    bool og_article, og_other; /* og:type */
    bool ld_article, ld_other; /* JSON-LD @type */
    bool published;            /* a meta tag dates the page as an article */
} mp_witness;

/* What lists of names were found to hint at: pages repeat theirs. */
typedef struct mp_page_names {
    struct {
        mp_text list;
        unsigned hints;
    } found[256];
} mp_page_names;

/* page_words.c */
mp_page_tag mp_page_tag_of(mp_text name);
unsigned mp_page_hints_of(const mp_node *node, mp_page_tag tag, mp_page_names *names);
unsigned mp_page_type_of(mp_text type);      /* MP_TYPE_ of a schema.org type or its address; 0 */
unsigned mp_page_address_word(mp_text part); /* MP_TYPE_ of a part of an address; 0 */
bool mp_page_service_word(mp_text part);     /* part of an address where sites ask something of readers */
bool mp_page_notice(mp_text text);           /* holds all stems of a site's notice to those who comment or correct */
mp_text mp_page_attribute(const mp_node *node, const char *name);
bool mp_page_words_sorted(void);
bool mp_page_text_is(mp_text text, const char *word); /* ASCII case set aside */

/* page_tree.c */
mp_status mp_page_tree_read(const mp_node *nodes, size_t node_count, mp_page_tree *tree, mp_witness *witness,
                            mp_error *error);

/* page_text.c: the passage being written. */
typedef struct mp_passage_writer {
    mp_page_tree *tree;
    mp_passage passage;
    bool open, space_waits, space_exact;
    bool label_waits; /* what was written is who or what the next text is about: <dt>Grok</dt><dd>I am sorry.</dd> */
    unsigned breaks;  /* line feeds that wait for a character */
    uint32_t last;    /* the character last put */
    uint32_t link;    /* the link that runs, MP_NO_ELEMENT */
    size_t link_start;
    uint32_t space_source;
    size_t space_at;
} mp_passage_writer;

bool mp_passage_write(mp_passage_writer *writer, const mp_node *node, uint32_t element);
bool mp_passage_end(mp_passage_writer *writer);
bool mp_passage_break(mp_passage_writer *writer, bool may_end);
void mp_passage_label(mp_passage_writer *writer);

/* page_witness.c */
void mp_witness_meta(mp_witness *witness, const mp_node *node);
mp_status mp_witness_ld(mp_witness *witness, mp_text json, mp_arena *arena, mp_error *error);

/* A title's words, as numbers that stand for them. */
typedef struct mp_title_words {
    uint32_t hashes[64];
    size_t count;
} mp_title_words;

mp_title_words mp_title_words_of(mp_text title);
/* How alike two titles are by their words, 0 to 1. */
double mp_title_likeness(const mp_title_words *a, const mp_title_words *b);

/* page_headline.c: the passage that is the headline, SIZE_MAX for none. */
size_t mp_page_headline(const mp_page_tree *tree, const mp_witness *witness);

/* page_region.c: weighs each element's prose; boilerplate, once settled, weighs nothing. */
void mp_page_weigh(mp_page_tree *tree);

/* page_region.c: gives the element that holds the article and settles what is boilerplate. */
uint32_t mp_page_region(mp_page_tree *tree, size_t headline);

/* page_choice.c: says of each passage whether it is kept, and its kind. */
void mp_page_choose(mp_page_tree *tree, const mp_witness *witness, size_t headline, uint32_t region);

/* page_choice.c: the same for a page that may be no article; where nothing of it was chosen, all of its sentences and headings are. */
void mp_page_choose_anyway(mp_page_tree *tree, const mp_witness *witness, size_t headline, uint32_t region);

/* page_choice.c: the same where somebody has chosen the passages: all of them are kept. */
void mp_page_choose_all(mp_page_tree *tree, size_t headline);

/* page_pullquote.c: drops of what was chosen quotes that repeat a paragraph. */
void mp_page_drop_pullquotes(mp_page_tree *tree);

/* page_tail.c: drops of what was chosen what serves the site: invitations, notices, labels, lists of other stories. */
void mp_page_trim(mp_page_tree *tree);

/* page_article.c */
bool mp_page_is_article(const mp_page_tree *tree, const mp_witness *witness, mp_text url, size_t headline,
                        uint32_t region);

#endif
