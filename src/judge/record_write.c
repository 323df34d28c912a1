/* record_write.c: writes a record. */
#include "judge/record_write.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* With as few digits as give the value back. */
static void write_value(FILE *text, char before, double value)
{
    char digits[40];
    for (int n = 1; n <= 17; n++) {
        snprintf(digits, sizeof digits, "%.*g", n, value);
        if (strtod(digits, NULL) == value)
            break;
    }
    fprintf(text, "%c%s", before, isnan(value) ? "nan" : digits);
}

static void write_array(FILE *text, const struct trace_array *array)
{
    fprintf(text, "# %s %zu %zu", array->name, array->rows, array->cols);
    fputs(array->input ? " input" : array->rough ? " rough" : "", text);
    if (*array->names)
        fprintf(text, " names %s", array->names);
    for (size_t i = 0; i < array->rows * array->cols; i++)
        write_value(text, i % array->cols ? ' ' : '\n', array->values[i]);
    fputc('\n', text);
}

static bool write_trace(FILE *text, const struct trace *trace)
{
    char *bytes = NULL;
    size_t length = 0;
    FILE *file = open_memstream(&bytes, &length);
    if (!file)
        return false;
    fprintf(file, "# descent-trace 1 %s %" PRIu64 "\n", trace->run, trace->seed);
    for (size_t i = 0; i < trace->count; i++)
        write_array(file, &trace->arrays[i]);
    fputs("# end\n", file);
    bool written = fclose(file) == 0;
    if (written)
        fprintf(text, "case %s %" PRIu64 " %zu\n%s", trace->run, trace->seed, length,
                bytes);
    free(bytes);
    return written;
}

static void write_deviation(FILE *text, size_t mistake, const struct deviation *deviation)
{
    fprintf(text, "differs %zu %s %zu\n", mistake, deviation->array, deviation->cols);
    for (size_t i = 0; i < deviation->run_count; i++)
        fprintf(text, "run %zu %zu\n", deviation->runs[i].first, deviation->runs[i].last);
    for (size_t i = 0; i < deviation->row_count; i++) {
        fprintf(text, "row %zu", deviation->rows[i]);
        for (size_t j = 0; j < deviation->cols; j++)
            write_value(text, ' ', deviation->values[i * deviation->cols + j]);
        fputc('\n', text);
    }
}

void record_write_mistakes(FILE *text, const struct known *known)
{
    fputs("descent-record 1\n", text);
    for (size_t i = 0; i < known->count; i++) {
        fprintf(text, "mistake %s\n", known->list[i].name);
        for (const char *line = known->list[i].says; *line;) {
            int length = (int)strcspn(line, "\n");
            fprintf(text, "says %.*s\n", length, line);
            line += length + (line[length] == '\n');
        }
    }
}

bool record_write_case(FILE *text, const struct trace *expected,
                       struct tolerance tolerance, struct known *known)
{
    if (!write_trace(text, expected))
        return false;
    for (size_t i = 0; i < known->count; i++) {
        const struct deviations *deviations =
            known_deviations(known, i, expected->run, expected, tolerance);
        if (!deviations)
            return false;
        if (deviations->failed)
            fprintf(text, "fails %zu\n", i);
        for (size_t j = 0; j < deviations->count; j++)
            write_deviation(text, i, &deviations->list[j]);
    }
    return true;
}
