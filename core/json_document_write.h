/* json_document_write.h: writes documents as JSON. Knows the document's shape; nothing of where it came from. */
#ifndef MOUTHPIECE_JSON_DOCUMENT_WRITE_H
#define MOUTHPIECE_JSON_DOCUMENT_WRITE_H

#include "mouthpiece.h"

/* One line of JSON without a line feed: {"id", "url", "lang", "article", "blocks": [{"kind", "text", "links"}]}. `article`
 * is written where it is false: the page is none, and a document without blocks says so. NULL where memory ends; else the
 * caller's, to free(). */
char *mp_document_to_json(const mp_document *document, bool article);

#endif
