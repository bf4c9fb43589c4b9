/* source_html.h: where the text of an HTML page's blocks stands in its source. Knows entities and tags as characters; the
 * page itself is judged elsewhere. */
#ifndef MOUTHPIECE_SOURCE_HTML_H
#define MOUTHPIECE_SOURCE_HTML_H

#include "../draft/source.h"
#include "../html/html_read.h"

/* Appends the runs of the page's segments. False where memory ends. */
bool mp_source_add_page(mp_source_runs *runs, mp_arena *arena, const mp_page *page, const mp_html_source *html);

#endif
