/* figure.c: files that a chapter's experiments write. */
#include "lab/figure.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static _Noreturn void fail(const char *what)
{
    fprintf(stderr, "figures: %s: %s\n", what, strerror(errno));
    exit(1);
}

FILE *figure_open(const char *directory, const char *name)
{
    char path[4096];
    int length = snprintf(path, sizeof path, "%s/%s", directory, name);
    if (length < 0 || (size_t)length >= sizeof path) {
        errno = ENAMETOOLONG;
        fail(name);
    }
    FILE *file = fopen(path, "w");
    if (!file)
        fail(path);
    return file;
}

void figure_close(FILE *file)
{
    if (ferror(file) || fclose(file))
        fail("writing");
}

void figure_fact(FILE *facts, const char *key, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    fprintf(facts, "%s\t", key);
    vfprintf(facts, format, values);
    fputc('\n', facts);
    va_end(values);
}
