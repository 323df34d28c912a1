/* figure.c: files that a chapter's experiments write. */
#include "lab/figure.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void figure_fail(const char *why)
{
    fprintf(stderr, "figures: %s\n", why);
    exit(1);
}

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

/* The value of a fact, and the end of its line. */
__attribute__((format(printf, 2, 0))) static void
write_value(FILE *facts, const char *format, va_list values)
{
    vfprintf(facts, format, values);
    fputc('\n', facts);
}

void figure_fact(FILE *facts, const char *key, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    fprintf(facts, "%s\t", key);
    write_value(facts, format, values);
    va_end(values);
}

void figure_fact_of(FILE *facts, const char *name, const char *suffix, const char *format,
                    ...)
{
    va_list values;
    va_start(values, format);
    fprintf(facts, "%s-%s\t", name, suffix);
    write_value(facts, format, values);
    va_end(values);
}
