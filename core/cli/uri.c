/* uri.c: names of files as URIs. Knows which characters those may hold. */
#include "uri.h"

#include <string.h>

const char *mp_uri_of(const char *file, mp_arena *arena) {
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$'()*+,;=@";
    static const char digits[] = "0123456789ABCDEF", scheme[] = "file://";
    char *out = mp_arena_take(arena, strlen(file) * 3 + sizeof scheme);
    size_t used = 0;

    if (out == NULL) return NULL;
    if (strcmp(file, "-") == 0) return "stdin";
    if (file[0] == '/') {
        memcpy(out, scheme, sizeof scheme - 1);
        used = sizeof scheme - 1;
    }
    while (strncmp(file, "./", 2) == 0) file += 2;
    for (; *file != '\0'; file++) {
        unsigned char c = (unsigned char)*file;
        if (strchr(plain, *file) != NULL) {
            out[used++] = *file;
            continue;
        }
        out[used++] = '%';
        out[used++] = digits[c >> 4];
        out[used++] = digits[c & 15];
    }
    return out;
}
