/* uri.h: names of files as URIs. Knows which characters those may hold. */
#ifndef MOUTHPIECE_URI_H
#define MOUTHPIECE_URI_H

#include "../arena.h"

/* The file's URI: relative names stay relative; standard input is "stdin". In `arena`; NULL where memory ends. */
const char *mp_uri_of(const char *file, mp_arena *arena);

#endif
