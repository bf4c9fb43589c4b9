/* page_article.c: whether a page is an article at all: what it says it is, what its address looks like, how its prose
 * stands. Each witness may be wrong or missing, so they are weighed. Knows nothing of any site. */
#include "page_parts.h"

/* Points for and against; measured on saved pages, rounded so that no single one of them decides but what the page says
 * of itself in JSON-LD. */
static const double enough = 2.0;
static const double ld_says_article = 3.0, ld_says_other = -2.0;
static const double og_says_article = 2.0, og_says_other = -1.0;
static const double is_dated = 1.5, names_article = 1.0;
static const double no_headline = -1.5, short_headline = -0.5, fair_headline = 0.5, long_headline = 1.0;
static const double some_prose = 0.5, much_prose = 1.0;
static const double more_heads_than_prose = -1.0, has_code = -1.5;
static const double address_of_home = -4.0, address_like_headline = 1.5, address_with_date = 1.5;
static const double address_of_article = 1.5, address_of_other = -1.5, no_address = 0.5;

enum {
    least_mass = 200,
    least_mass_if_sure = 80,
    long_passage = 100,
    some_passages = 3,
    much_passages = 5,
    short_title = 18,
    fair_title = 25,
    long_title = 35,
    code_blocks = 2,
    headline_words = 4,
    number_length = 5
};

/* ---- The address ------------------------------------------------------------------------------------------------- */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Where the host begins, after "https://"; 0 where there is no scheme. */
static size_t host_of(mp_text url) {
    for (size_t i = 0; i + 2 < url.length && i < 10; i++)
        if (url.bytes[i] == ':' && url.bytes[i + 1] == '/' && url.bytes[i + 2] == '/') return i + 3;
    return 0;
}

/* "2024/05", "2024-05", "20240517": a year of the web and two digits of a month. */
static bool is_date_at(mp_text url, size_t at) {
    if (at + 6 >= url.length || is_digit(url.bytes[at - 1])) return false;
    bool year =
        (url.bytes[at] == '2' && url.bytes[at + 1] == '0') || (url.bytes[at] == '1' && url.bytes[at + 1] == '9');
    if (!year || !is_digit(url.bytes[at + 2]) || !is_digit(url.bytes[at + 3])) return false;
    size_t month = at + 4;
    if (!is_digit(url.bytes[month])) month++;
    return is_digit(url.bytes[month]) && url.bytes[month] <= '1' && is_digit(url.bytes[month + 1]);
}

/* What one part of the path looks like: many words joined, or a long number. */
static bool is_like_headline(mp_text part) {
    size_t joints = 0, digits = 0, longest = 0;

    for (size_t i = 0; i < part.length; i++) {
        if (part.bytes[i] == '-' || part.bytes[i] == '_') joints++;
        digits = is_digit(part.bytes[i]) ? digits + 1 : 0;
        if (digits > longest) longest = digits;
    }
    return joints + 1 >= headline_words || longest >= number_length;
}

typedef struct address {
    bool like_headline, dated, names_article, names_other;
} address;

static void read_part(address *found, mp_text part) {
    unsigned type = mp_page_address_word(part);

    found->names_article = found->names_article || type == MP_TYPE_ARTICLE;
    found->names_other = found->names_other || type == MP_TYPE_OTHER;
}

static double weigh_address(mp_text url) {
    address found = {.dated = false};
    size_t start = host_of(url), path = start, last = start;

    while (path < url.length && url.bytes[path] != '/') path++;
    if (url.length == 0) return no_address;
    if (path + 1 >= url.length) return start == 0 ? no_address : address_of_home;
    for (size_t i = start; i <= url.length; i++) {
        bool ends = i == url.length || url.bytes[i] == '/' || url.bytes[i] == '?' || url.bytes[i] == '#' ||
                    (i < path && url.bytes[i] == '.');
        if (!ends) {
            if (i > path && is_date_at(url, i)) found.dated = true;
            continue;
        }
        mp_text part = {url.bytes + last, i - last};
        read_part(&found, part);
        if (last > path && is_like_headline(part)) found.like_headline = true;
        if (i < url.length && url.bytes[i] != '/' && url.bytes[i] != '.') break;
        last = i + 1;
    }
    return (found.like_headline ? address_like_headline : 0) + (found.dated ? address_with_date : 0) +
           (found.names_article ? address_of_article : 0) + (found.names_other ? address_of_other : 0);
}

/* ---- The rest ---------------------------------------------------------------------------------------------------- */

static double weigh_witnesses(const mp_page_tree *tree, const mp_witness *witness) {
    bool typed_article = false, typed_other = false;
    double points = 0;

    for (size_t i = 0; i < tree->elements.count; i++) {
        typed_article = typed_article || (tree->elements.items[i].hints & MP_HINT_ARTICLE) != 0;
        typed_other = typed_other || (tree->elements.items[i].hints & MP_HINT_OTHER) != 0;
    }
    if (witness->ld_article)
        points += ld_says_article;
    else if (witness->ld_other || (typed_other && !typed_article))
        points += ld_says_other;
    if (witness->og_article)
        points += og_says_article;
    else if (witness->og_other)
        points += og_says_other;
    return points + (witness->published ? is_dated : 0) + (typed_article ? names_article : 0);
}

static double weigh_headline(const mp_page_tree *tree, size_t headline) {
    if (headline == SIZE_MAX) return no_headline;
    size_t units = tree->passages.items[headline].units + 2 * tree->passages.items[headline].wide;

    return units < short_title  ? short_headline
           : units < fair_title ? 0
           : units < long_title ? fair_headline
                                : long_headline;
}

static double weigh_prose(const mp_page_tree *tree, uint32_t region) {
    size_t prose = 0, code = 0;
    double points = 0;

    for (size_t i = 0; i < tree->passages.count; i++) {
        const mp_passage *passage = &tree->passages.items[i];
        if (!mp_page_inside(tree, passage->innermost, region)) continue;
        if (passage->mass > long_passage) prose++;
        if (tree->elements.items[passage->element].tag == MP_TAG_PRE) code++;
    }
    if (prose >= some_passages) points += prose >= much_passages ? much_prose : some_prose;
    if (tree->elements.items[region].headings > prose + 2) points += more_heads_than_prose;
    if (code >= code_blocks) points += has_code;
    return points;
}

bool mp_page_is_article(const mp_page_tree *tree, const mp_witness *witness, mp_text url, size_t headline,
                        uint32_t region) {
    if (region == MP_NO_ELEMENT) return false;
    double points = weigh_witnesses(tree, witness) + weigh_address(url.length > 0 ? url : witness->url) +
                    weigh_headline(tree, headline) + weigh_prose(tree, region);
    bool sure = points >= 2 * enough;

    return points >= enough && tree->elements.items[region].mass >= (sure ? least_mass_if_sure : least_mass);
}
