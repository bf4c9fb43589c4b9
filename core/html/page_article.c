/* page_article.c: whether a page is an article at all. Knows what the page says about itself and how its prose stands;
 * nothing of any site. */
#include "page_parts.h"

bool mp_page_is_article(const mp_page_tree *tree, const mp_witness *witness, mp_text url, size_t headline,
                        uint32_t region) {
    (void)url;
    (void)witness;
    (void)headline;
    return region != MP_NO_ELEMENT && tree->elements.items[region].mass > 200;
}
