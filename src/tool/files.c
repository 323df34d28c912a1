/* files.c: reading and writing whole files. */
#include "tool/files.h"

#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <ftw.h>
#include <glob.h>
#include <linux/openat2.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { MAX_FILE = 1 << 20 };

char *text_format(const char *format, ...)
{
    char *text;
    va_list values;
    va_start(values, format);
    if (vasprintf(&text, format, values) < 0)
        error(EXIT_USAGE, 0, "out of memory");
    va_end(values);
    return text;
}

char *escape_pattern(const char *path)
{
    char *escaped = text_format("%s%s", path, path), *to = escaped;
    while (*path) {
        if (strchr("[]*?\\", *path))
            *to++ = '\\';
        *to++ = *path++;
    }
    *to = '\0';
    return escaped;
}

/* Text as Windows writes it: without the byte order mark, and with "\n" for "\r\n". */
static void make_plain_lines(char *text)
{
    char *end = text; /* of what is kept */
    const char *at = strncmp(text, "\xef\xbb\xbf", 3) == 0 ? text + 3 : text;
    for (; *at; at++)
        if (at[0] != '\r' || at[1] != '\n')
            *end++ = *at;
    *end = '\0';
}

static char *read_open_file(FILE *file)
{
    struct stat status;
    if (fstat(fileno(file), &status))
        return NULL;
    if (!S_ISREG(status.st_mode) || status.st_size > MAX_FILE) {
        errno = S_ISREG(status.st_mode)   ? EFBIG
                : S_ISDIR(status.st_mode) ? EISDIR
                                          : ENODEV;
        return NULL;
    }
    char *text = malloc(MAX_FILE + 1);
    if (!text)
        error(EXIT_USAGE, 0, "out of memory");
    size_t length = fread(text, 1, MAX_FILE, file);
    text[length] = '\0';
    if (!ferror(file) && strlen(text) == length) {
        make_plain_lines(text);
        return text;
    }
    free(text);
    errno = ferror(file) ? EIO : EILSEQ;
    return NULL;
}

/* Reads and closes; NULL if the descriptor is one of a failed open. */
static char *read_descriptor(int fd)
{
    if (fd < 0)
        return NULL;
    FILE *file = fdopen(fd, "r");
    if (!file)
        error(EXIT_USAGE, 0, "out of memory");
    char *text = read_open_file(file);
    int reason = errno;
    fclose(file);
    errno = reason;
    return text;
}

/* A pipe in place of a file must not make us wait. */
static const int read_flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC;

char *file_read(const char *path)
{
    return read_descriptor(open(path, read_flags));
}

char *file_read_bytes(const char *path, size_t *length)
{
    struct stat status;
    int fd = open(path, read_flags);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "r");
    if (!file)
        return NULL;
    char *bytes = NULL;
    if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode)) {
        bytes = malloc((size_t)status.st_size + 1);
        if (!bytes)
            error(EXIT_USAGE, 0, "out of memory");
        *length = fread(bytes, 1, (size_t)status.st_size, file);
        bytes[*length] = '\0';
    }
    fclose(file);
    return bytes;
}

int file_open_beneath(const char *folder, const char *path)
{
    int at = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (at < 0)
        return -1;
    struct open_how how = {.flags = (unsigned)read_flags,
                           .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS};
    int fd = (int)syscall(SYS_openat2, at, path, &how, sizeof how);
    int reason = errno;
    close(at);
    struct stat status;
    if (fd >= 0 && fstat(fd, &status) == 0 && S_ISREG(status.st_mode) &&
        status.st_nlink > 1) {
        close(fd);
        fd = -1;
        reason = EMLINK;
    }
    errno = reason;
    return fd;
}

char *file_read_beneath(const char *folder, const char *path)
{
    return read_descriptor(file_open_beneath(folder, path));
}

char *file_problem(const char *name, int number)
{
    switch (number) {
    case EILSEQ:
        return text_format("%s is not a text file", name);
    case EFBIG:
        return text_format("%s is larger than 1 MiB", name);
    case EISDIR:
        return text_format("%s is a folder, not a file", name);
    case ENODEV:
        return text_format("%s is a pipe or a device, not a file", name);
    case ELOOP:
        return text_format("%s is a symbolic link, not a file", name);
    case EMLINK:
        return text_format("%s is a hard link, not a file of its own", name);
    default:
        return text_format("%s cannot be read: %s", name, strerror(number));
    }
}

char *source_problem(const char *path, const char *name)
{
    char *text = file_read(path), *problem = NULL;
    int reason = errno;
    if (!text && reason != ENOENT)
        problem = file_problem(name, reason);
    else if (!text && file_exists(path))
        problem = text_format("%s is a symbolic link that leads nowhere", name);
    else if (!text)
        problem = text_format("%s does not exist", name);
    else if (text[strspn(text, " \t\r\n")] == '\0')
        problem = text_format("%s is empty", name);
    free(text);
    return problem;
}

/* A new file with the permissions that a new file usually gets. */
static FILE *open_temporary(char *template)
{
    mode_t mask = umask(0);
    umask(mask);
    int fd = mkostemps(template, 1, O_CLOEXEC);
    return fd < 0 || fchmod(fd, 0666 & ~mask) ? NULL : fdopen(fd, "w");
}

FILE *file_begin(const char *path, char **temporary)
{
    *temporary = text_format("%s.XXXXXX~", path);
    FILE *file = open_temporary(*temporary);
    if (!file)
        error(EXIT_USAGE, errno, "cannot write %s", path);
    return file;
}

void file_finish(FILE *file, char *temporary, const char *path)
{
    bool written = !ferror(file);
    if (fclose(file) || !written || rename(temporary, path)) {
        int reason = errno;
        unlink(temporary);
        error(EXIT_USAGE, reason, "cannot write %s", path);
    }
    free(temporary);
}

void file_abandon(FILE *file, char *temporary)
{
    fclose(file);
    unlink(temporary);
    free(temporary);
}

void file_write(const char *path, const char *text)
{
    char *temporary;
    FILE *file = file_begin(path, &temporary);
    fputs(text, file);
    file_finish(file, temporary, path);
}

void file_write_safely(const char *path, const char *text)
{
    char *temporary;
    FILE *file = file_begin(path, &temporary);
    fputs(text, file);
    if (fflush(file) || fsync(fileno(file)))
        error(EXIT_USAGE, errno, "cannot write %s", path);
    file_finish(file, temporary, path);
}

void file_copy(const char *from, const char *to)
{
    char *temporary;
    size_t length;
    char *bytes = file_read_bytes(from, &length);
    if (!bytes)
        error(EXIT_USAGE, errno, "cannot read %s", from);
    FILE *file = file_begin(to, &temporary);
    fwrite(bytes, 1, length, file);
    file_finish(file, temporary, to);
    free(bytes);
}

void file_remove_temporaries(const char *folder)
{
    char *escaped = escape_pattern(folder),
         *pattern = text_format("%s/*.??????~", escaped);
    glob_t found = {0};
    glob(pattern, 0, NULL, &found);
    for (size_t i = 0; i < found.gl_pathc; i++)
        unlink(found.gl_pathv[i]);
    globfree(&found);
    free(pattern);
    free(escaped);
}

bool file_exists(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

char *folder_hold(const char *path)
{
    struct open_how how = {.flags = O_PATH | O_DIRECTORY | O_CLOEXEC,
                           .resolve = RESOLVE_NO_SYMLINKS};
    int fd = (int)syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how);
    return fd < 0 ? NULL : text_format("/proc/self/fd/%d", fd);
}

bool file_is_linked(const char *path)
{
    struct open_how how = {.flags = O_PATH | O_CLOEXEC, .resolve = RESOLVE_NO_SYMLINKS};
    int fd = (int)syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how);
    if (fd >= 0)
        close(fd);
    return fd < 0 && errno == ELOOP;
}

void folder_make(const char *path)
{
    char *copy = text_format("%s", path);
    for (char *at = copy + 1; *at; at++) {
        if (*at != '/')
            continue;
        *at = '\0';
        mkdir(copy, 0777);
        *at = '/';
    }
    if (mkdir(copy, 0777) && errno != EEXIST)
        error(EXIT_USAGE, errno, "cannot make the folder %s", path);
    free(copy);
}

static int remove_entry(const char *path, const struct stat *status, int type,
                        struct FTW *walk)
{
    (void)status, (void)type, (void)walk;
    return remove(path);
}

void folder_remove(const char *path)
{
    nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

/* The folder of our own that is in use, so that it goes when error() ends the program,
 * and a lock on it, so that others see that it is in use. */
static char own_folder[4096];
static int own_lock = -1;

static void remove_own_folder(void)
{
    if (own_folder[0])
        folder_remove(own_folder);
}

/* The lock goes with the last process that has the descriptor, however that ends. */
static int lock_folder(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB)) {
        close(fd);
        return -1;
    }
    return fd;
}

/* Whether it has been there for some time: a new one is not locked at once. */
static bool is_settled(int fd)
{
    enum { SECONDS = 10 };
    struct stat status;
    return fstat(fd, &status) == 0 && time(NULL) - status.st_mtime > SECONDS;
}

void folder_remove_stale(const char *prefix)
{
    char *escaped = escape_pattern(prefix), *pattern = text_format("%s.??????", escaped);
    glob_t found = {0};
    glob(pattern, 0, NULL, &found);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        int fd = lock_folder(found.gl_pathv[i]);
        if (fd >= 0 && is_settled(fd))
            folder_remove(found.gl_pathv[i]);
        if (fd >= 0)
            close(fd);
    }
    globfree(&found);
    free(pattern);
    free(escaped);
}

char *folder_make_own(const char *prefix)
{
    static bool registered;
    char *path = text_format("%s.XXXXXX", prefix);
    if (!mkdtemp(path))
        error(EXIT_USAGE, errno, "cannot make the folder %s", path);
    snprintf(own_folder, sizeof own_folder, "%s", path);
    own_lock = lock_folder(path);
    if (!registered)
        atexit(remove_own_folder);
    registered = true;
    return path;
}

void folder_remove_own(char *path)
{
    folder_remove(path);
    close(own_lock);
    own_folder[0] = '\0';
    free(path);
}
