/* entity.h: the characters that an entity stands for, in HTML and Markdown alike. */
#ifndef MOUTHPIECE_ENTITY_H
#define MOUTHPIECE_ENTITY_H

#include "../mouthpiece.h"

/* The characters that the entity at the head of `text` stands for ("&amp;", "&#8220;"; in HTML also "&amp" where `loose`),
 * as one or two codes, and its length in bytes; 0 where none stands there. */
size_t mp_entity_at(mp_text text, bool loose, uint32_t codes[2]);

#endif
