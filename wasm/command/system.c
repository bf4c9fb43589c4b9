/* system.c: the C library's calls for files and folders, handed to the host (host.js). Emscripten's own need its JavaScript,
 * or know no files. Knows layouts of the C library's structs, so that the host need not; nothing of the command.
 *
 * Errors are the library's numbers, negative, which in WebAssembly are WASI's. What the host has no call for says that it is
 * not there. Reading, writing, seeking and closing are WASI's and do not pass here. */
#include <dirent.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#define HOST(name) __attribute__((import_module("system"), import_name(#name)))
/* The library's headers keep these to themselves, and their names differ between its versions. */
#define CALL(name, ...)                                                                                                \
    long __syscall_##name(__VA_ARGS__);                                                                                \
    long __syscall_##name(__VA_ARGS__)

typedef struct host_status {
    uint32_t mode, device;
    uint64_t size, number;
} host_status;

HOST(open) int host_open(const char *path, int flags);
HOST(duplicate) int host_duplicate(int descriptor);
HOST(status_of_path) int host_status_of_path(const char *path, int follow, host_status *status);
HOST(status_of_file) int host_status_of_file(int descriptor, host_status *status);
HOST(link) int host_link(const char *path, char *target, int size);
HOST(folder) int host_folder(char *path, int size);
HOST(next_name) int host_next_name(int descriptor, char *name, int size);

/* ---- Files ------------------------------------------------------------------------------------------------------- */

CALL(open, const char *path, long flags, ...) { return host_open(path, (int)flags); }

/* Paths that are not whole begin at the current folder: nothing here opens others. */
CALL(openat, long folder, const char *path, long flags, ...) {
    (void)folder;
    return host_open(path, (int)flags);
}

CALL(dup, long descriptor) { return host_duplicate((int)descriptor); }

static long fill_status(int failed, const host_status *from, struct stat *status) {
    if (failed < 0) return failed;
    memset(status, 0, sizeof *status);
    status->st_mode = from->mode;
    status->st_dev = from->device;
    status->st_ino = from->number;
    status->st_nlink = 1;
    status->st_size = (off_t)from->size;
    status->st_blksize = 4096;
    return 0;
}

CALL(stat64, const char *path, struct stat *status) {
    host_status found;
    return fill_status(host_status_of_path(path, 1, &found), &found, status);
}

CALL(lstat64, const char *path, struct stat *status) {
    host_status found;
    return fill_status(host_status_of_path(path, 0, &found), &found, status);
}

CALL(fstatat64, long folder, const char *path, struct stat *status, long flags) {
    host_status found;
    (void)folder;
    return fill_status(host_status_of_path(path, (flags & AT_SYMLINK_NOFOLLOW) == 0, &found), &found, status);
}

CALL(newfstatat, long folder, const char *path, struct stat *status, long flags) {
    return __syscall_fstatat64(folder, path, status, flags);
}

/* Whether it is there: who may do what with it shows when it is done. */
CALL(faccessat, long folder, const char *path, long mode, long flags) {
    host_status found;
    (void)folder;
    (void)mode;
    (void)flags;
    return host_status_of_path(path, 1, &found);
}

CALL(access, const char *path, long mode) { return __syscall_faccessat(0, path, mode, 0); }

CALL(fstat64, long descriptor, struct stat *status) {
    host_status found;
    return fill_status(host_status_of_file((int)descriptor, &found), &found, status);
}

CALL(readlink, const char *path, char *target, long size) { return host_link(path, target, (int)size); }

CALL(readlinkat, long folder, const char *path, char *target, long size) {
    (void)folder;
    return host_link(path, target, (int)size);
}

/* ---- Folders ----------------------------------------------------------------------------------------------------- */

CALL(getcwd, char *path, long size) { return host_folder(path, (int)size); }

CALL(getdents64, long descriptor, char *entries, long size) {
    long used = 0;

    while (size - used >= (long)sizeof(struct dirent)) {
        struct dirent entry = {.d_reclen = sizeof entry};
        int length = host_next_name((int)descriptor, entry.d_name, sizeof entry.d_name);
        if (length < 0) return length;
        if (length == 0) break;
        entry.d_ino = 1; /* 0 is no entry */
        memcpy(entries + used, &entry, sizeof entry);
        used += (long)sizeof entry;
    }
    return used;
}
