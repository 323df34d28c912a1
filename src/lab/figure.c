/* figure.c: files that a chapter's experiments write. */
#include "lab/figure.h"

#include <errno.h>
#include <math.h>
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

struct spread spread_of(size_t n, const double *x)
{
    struct spread spread = {0, 0};
    for (size_t i = 0; i < n; i++)
        spread.mean += x[i];
    spread.mean /= (double)n;
    for (size_t i = 0; i < n; i++)
        spread.deviation += square(x[i] - spread.mean);
    spread.deviation = sqrt(spread.deviation / (double)(n - 1));
    return spread;
}

void spread_facts(FILE *facts, const char *name, const char *suffix, const char *format,
                  struct spread spread)
{
    char deviation[64];
    snprintf(deviation, sizeof deviation, "%s-sd", name);
    figure_fact_of(facts, name, suffix, format, spread.mean);
    figure_fact_of(facts, deviation, suffix, format, spread.deviation);
}
