/* files.h: which files the words on the command line mean: files, folders with all that can be checked in them, patterns.
 * Knows names and folders; reads no file. */
#ifndef MOUTHPIECE_FILES_H
#define MOUTHPIECE_FILES_H

#include "../arena.h"

typedef struct mp_files {
    MP_ARRAY(const char *) paths;
    bool has_folders; /* some were found in folders, or by patterns */
} mp_files;

/* Tells what could not be found or looked into. */
typedef void (*mp_file_trouble)(void *context, const char *path, const char *message);

/* Appends what each word means, each folder's and pattern's files in the order of their names. "-" and names of files stay
 * as they are, whether or not such files are there. False where memory ends. */
bool mp_files_find(const char *const *words, size_t count, mp_arena *arena, mp_files *files, mp_file_trouble trouble,
                   void *context);

/* "folder/name" in `arena`; NULL where memory ends. */
const char *mp_path_join(const char *folder, const char *name, mp_arena *arena);

#endif
