/* trace_write.c: the driver's side of a trace. It is linked with the code under test, so
 * it is kept apart from the reader, which never is. */
#include "judge/trace.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* In the order of enum descent_status. */
static const char status_names[] =
    "DESCENT_OK DESCENT_ENOMEM DESCENT_ERANGE DESCENT_ENAN DESCENT_EORDER "
    "DESCENT_EFORMAT DESCENT_EIO DESCENT_ESINGULAR";

void trace_begin(FILE *file, const char *run, uint64_t seed)
{
    fprintf(file, "# descent-trace 1 %s %" PRIu64 "\n", run, seed);
    fflush(file);
}

/* The sign of a NaN depends on the compiler; no one shall see it. */
static void write_value(FILE *file, double value, char end)
{
    if (isnan(value))
        fprintf(file, "nan%c", end);
    else
        fprintf(file, "%.17g%c", value, end);
}

static void write_array(FILE *file, const char *name, size_t rows, size_t cols,
                        const char *kind, const real *values)
{
    fprintf(file, "\n\n# %s %zu %zu%s\n", name, rows, cols, kind);
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < cols; j++)
            write_value(file, (double)values[i * cols + j], j + 1 < cols ? ' ' : '\n');
}

void trace_matrix(FILE *file, const char *name, size_t rows, size_t cols,
                  const real *values)
{
    write_array(file, name, rows, cols, "", values);
}

void trace_column(FILE *file, const char *name, size_t rows, const real *values)
{
    if (strncmp(name, "status", strlen("status")) == 0)
        trace_enum(file, name, rows, values, status_names);
    else
        write_array(file, name, rows, 1, "", values);
}

void trace_enum(FILE *file, const char *name, size_t rows, const real *values,
                const char *names)
{
    char kind[sizeof " names " + TRACE_MAX_NAMES];
    snprintf(kind, sizeof kind, " names %s", names);
    write_array(file, name, rows, 1, kind, values);
}

void trace_input_enum(FILE *file, const char *name, size_t rows, const real *values,
                      const char *names)
{
    char kind[sizeof " input names " + TRACE_MAX_NAMES];
    snprintf(kind, sizeof kind, " input names %s", names);
    write_array(file, name, rows, 1, kind, values);
}

void trace_rough(FILE *file, const char *name, size_t rows, const real *values)
{
    write_array(file, name, rows, 1, " rough", values);
}

void trace_input(FILE *file, const char *name, size_t rows, const real *values)
{
    write_array(file, name, rows, 1, " input", values);
}

void trace_number(FILE *file, const char *name, double value)
{
    trace_column(file, name, 1, &(real){(real)value});
}

void trace_end(FILE *file)
{
    fprintf(file, "\n\n# end\n");
    fflush(file);
}
