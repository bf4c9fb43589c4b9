/* markup.c: writes text into XML and HTML so that it stays text. Knows the characters that mean something there. */
#include "markup.h"

#include "../text.h"

#include <string.h>

static const char *escape_of(uint32_t code) {
    switch (code) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    case '\n': return "&#10;"; /* an attribute would lose it */
    case '\t': return "&#9;";
    default: return NULL;
    }
}

/* What no XML document may hold, and the marks that turn the direction of all that follows. */
static bool is_barred(uint32_t code) {
    if ((code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7F && code < 0xA0)) return true;
    if ((code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069)) return true;
    return code == 0xFFFE || code == 0xFFFF;
}

void mp_put_markup(FILE *out, mp_text text) {
    for (size_t at = 0; at < text.length;) {
        mp_character character = mp_text_character(text, at);
        const char *escape = escape_of(character.code);
        char bytes[4];
        if (escape != NULL)
            fputs(escape, out);
        else
            fwrite(bytes, 1, mp_utf8_write(is_barred(character.code) ? 0xFFFD : character.code, bytes), out);
        at += character.length;
    }
}

void mp_put_markup_string(FILE *out, const char *string) { mp_put_markup(out, (mp_text){string, strlen(string)}); }
