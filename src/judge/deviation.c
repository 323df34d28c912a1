/* deviation.c: a mistake is known by where it deviates from the reference.
 *
 * Kept are the rows that deviate, as runs, and the values of a few of them, rounded: what
 * is left says as well as the whole trace whose numbers a student's are.
 *
 * Invariant: a kept value is within DIGITS of its distance from the reference. */
#include "judge/deviation.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double DIGITS = 0x1p-26;

static bool same_shape(const struct trace_array *a, const struct trace_array *b)
{
    return a->rows == b->rows && a->cols == b->cols;
}

static bool row_agrees(const struct trace_array *a, const struct trace_array *b,
                       size_t row, struct tolerance tolerance)
{
    for (size_t i = row * b->cols; i < (row + 1) * b->cols; i++)
        if (!values_agree(a->values[i], b->values[i], tolerance))
            return false;
    return true;
}

/* Whether any row deviates; another shape deviates in all of them. */
static bool row_deviates(const struct trace_array *a, const struct trace_array *expected,
                         size_t row, struct tolerance tolerance)
{
    return !a || !same_shape(a, expected) || !row_agrees(a, expected, row, tolerance);
}

static void add_row(struct deviation *deviation, size_t row)
{
    size_t n = deviation->run_count;
    bool joins = n > 0 && deviation->runs[n - 1].last + 1 == row;
    if (joins || n == DEVIATION_MAX_RUNS)
        deviation->runs[n - 1].last = row;
    else
        deviation->runs[deviation->run_count++] = (struct rows){row, row};
}

/* Drops the digits that say no more about the deviation. */
static double rounded(double value, double expected)
{
    double distance = fabs(value - expected), shorter = value;
    if (!isfinite(distance))
        return value;
    for (int digits = 1; digits <= 17; digits++) {
        char text[40];
        snprintf(text, sizeof text, "%.*e", digits, value);
        shorter = strtod(text, NULL);
        if (fabs(shorter - value) <= distance * DIGITS)
            break;
    }
    return shorter;
}

static void keep_row(struct deviation *deviation, const struct trace_array *wrong,
                     const struct trace_array *expected, size_t row)
{
    double *to = &deviation->values[deviation->row_count * deviation->cols];
    deviation->rows[deviation->row_count++] = row;
    for (size_t j = 0; j < deviation->cols; j++) {
        size_t i = row * expected->cols + j;
        to[j] = rounded(wrong->values[i], expected->values[i]);
    }
}

/* Keeps the first deviating row, the last, and some between them. */
static void keep_rows(struct deviation *deviation, const struct trace_array *wrong,
                      const struct trace_array *expected, size_t deviating,
                      struct tolerance tolerance)
{
    size_t seen = 0, kept = 0;
    size_t wanted = deviating < DEVIATION_MAX_ROWS ? deviating : DEVIATION_MAX_ROWS;
    deviation->cols =
        expected->cols < DEVIATION_MAX_COLS ? expected->cols : DEVIATION_MAX_COLS;
    for (size_t row = 0; row < expected->rows && kept < wanted; row++) {
        if (!row_deviates(wrong, expected, row, tolerance))
            continue;
        if (seen * (wanted - 1) >= kept * (deviating - 1)) {
            keep_row(deviation, wrong, expected, row);
            kept++;
        }
        seen++;
    }
}

static void find_deviation(struct deviations *deviations, const struct trace_array *wrong,
                           const struct trace_array *expected, struct tolerance tolerance)
{
    struct deviation *deviation = &deviations->list[deviations->count];
    size_t deviating = 0;
    *deviation = (struct deviation){0};
    for (size_t row = 0; row < expected->rows; row++)
        if (row_deviates(wrong, expected, row, tolerance)) {
            add_row(deviation, row);
            deviating++;
        }
    if (deviating == 0)
        return;
    strcpy(deviation->array, expected->name);
    if (wrong && same_shape(wrong, expected))
        keep_rows(deviation, wrong, expected, deviating, tolerance);
    deviations->count++;
}

bool deviations_find(struct deviations *deviations, const struct trace *wrong,
                     const struct trace *expected, struct tolerance tolerance)
{
    *deviations = (struct deviations){.failed = !wrong};
    if (!wrong)
        return true;
    deviations->list = malloc((expected->count + 1) * sizeof *deviations->list);
    if (!deviations->list)
        return false;
    for (size_t i = 0; i < expected->count; i++)
        if (!expected->arrays[i].input)
            find_deviation(deviations, trace_find(wrong, expected->arrays[i].name),
                           &expected->arrays[i], tolerance);
    return true;
}

void deviations_free(struct deviations *deviations)
{
    free(deviations->list);
    *deviations = (struct deviations){0};
}

static bool in_runs(const struct deviation *mistake, size_t row)
{
    for (size_t i = 0; i < mistake->run_count; i++)
        if (row >= mistake->runs[i].first && row <= mistake->runs[i].last)
            return true;
    return false;
}

/* Whether the student's row is the mistake's. Where a wrong value is rounding noise, both
 * being wrong is all that can be asked. */
static bool row_is_alike(const struct deviation *mistake, size_t kept,
                         const struct trace_array *yours,
                         const struct trace_array *expected, struct tolerance tolerance)
{
    size_t row = mistake->rows[kept];
    if (expected->rough)
        return !row_agrees(yours, expected, row, tolerance);
    for (size_t j = 0; j < mistake->cols; j++) {
        size_t i = row * expected->cols + j;
        double wrong = mistake->values[kept * mistake->cols + j];
        double lost = fabs(wrong - expected->values[i]) * DIGITS;
        struct tolerance wider = {tolerance.rel,
                                  tolerance.abs + (isfinite(lost) ? lost : 0)};
        if (!values_agree(yours->values[i], wrong, wider))
            return false;
    }
    return true;
}

/* The share of the mistake's kept rows that are the student's. */
static double share_alike(const struct deviation *mistake,
                          const struct trace_array *yours,
                          const struct trace_array *expected, struct tolerance tolerance)
{
    if (!yours || !same_shape(yours, expected) || mistake->row_count == 0)
        return 0;
    size_t alike = 0;
    for (size_t i = 0; i < mistake->row_count; i++)
        alike += row_is_alike(mistake, i, yours, expected, tolerance);
    return (double)alike / (double)mistake->row_count;
}

static const struct deviation *find(const struct deviations *deviations, const char *name)
{
    for (size_t i = 0; i < deviations->count; i++)
        if (strcmp(deviations->list[i].array, name) == 0)
            return &deviations->list[i];
    return NULL;
}

static size_t rows_in_runs(const struct deviation *mistake)
{
    size_t rows = 0;
    for (size_t i = 0; i < mistake->run_count; i++)
        rows += mistake->runs[i].last - mistake->runs[i].first + 1;
    return rows;
}

/* Adds one array, of which each row has this weight. */
static void compare_array(struct likeness *sum, double weight,
                          const struct deviation *mistake,
                          const struct trace_array *yours,
                          const struct trace_array *expected, struct tolerance tolerance)
{
    size_t deviating = 0, shared = 0;
    for (size_t row = 0; row < expected->rows; row++)
        if (row_deviates(yours, expected, row, tolerance)) {
            deviating++;
            shared += mistake && in_runs(mistake, row);
        }
    sum->yours += weight * (double)deviating;
    if (!mistake)
        return;
    double alike = share_alike(mistake, yours, expected, tolerance);
    sum->explained += weight * alike * (double)shared;
    sum->mistake += weight * (double)rows_in_runs(mistake);
    sum->reproduced += weight * alike * (double)rows_in_runs(mistake);
}

static void compare_failure(struct likeness *sum, const struct deviations *mistake)
{
    if (!mistake->failed && mistake->count > 0)
        return;
    sum->yours++;
    sum->explained += mistake->failed;
    sum->mistake += mistake->failed;
    sum->reproduced += mistake->failed;
    sum->failures += mistake->failed;
}

void deviations_compare(struct likeness *sum, const struct deviations *mistake,
                        const struct trace *yours, const struct trace *expected,
                        struct tolerance tolerance)
{
    size_t arrays = 0;
    for (size_t i = 0; i < expected->count; i++)
        arrays += !expected->arrays[i].input;
    if (!yours)
        compare_failure(sum, mistake);
    else
        sum->mistake += mistake->failed;
    for (size_t i = 0; i < expected->count && yours; i++) {
        const struct trace_array *array = &expected->arrays[i];
        if (!array->input && array->rows > 0)
            compare_array(sum, 1 / ((double)arrays * (double)array->rows),
                          find(mistake, array->name), trace_find(yours, array->name),
                          array, tolerance);
    }
}

/* Of the mistake's kept rows those where the other deviates, or those where it does not:
 * how many, and how many are the student's. */
static size_t count_kept(size_t *alike, const struct deviation *mistake,
                         const struct deviation *other, bool contested,
                         const struct trace_array *yours,
                         const struct trace_array *expected, struct tolerance tolerance)
{
    size_t count = 0;
    for (size_t i = 0; mistake && i < mistake->row_count; i++) {
        if ((other && in_runs(other, mistake->rows[i])) != contested)
            continue;
        count++;
        *alike += yours && same_shape(yours, expected) &&
                  row_is_alike(mistake, i, yours, expected, tolerance);
    }
    return count;
}

/* Adds one array, of which each row has this weight. */
static void compare_both_arrays(struct both *sum, double weight,
                                const struct deviation *const pair[2],
                                const struct trace_array *yours,
                                const struct trace_array *expected,
                                struct tolerance tolerance)
{
    size_t count[2], alike[2] = {0}, shared = 0, shared_alike = 0;
    for (size_t i = 0; i < 2; i++) {
        count[i] = count_kept(&alike[i], pair[i], pair[1 - i], false, yours, expected,
                              tolerance);
        shared += count_kept(&shared_alike, pair[i], pair[1 - i], true, yours, expected,
                             tolerance);
    }
    double settled = shared ? (double)shared_alike / (double)shared : 0;
    for (size_t row = 0; row < expected->rows; row++) {
        bool in[2] = {pair[0] && in_runs(pair[0], row), pair[1] && in_runs(pair[1], row)};
        double wrong = row_deviates(yours, expected, row, tolerance) ? weight : 0;
        size_t i = in[1];
        sum->yours += wrong;
        if (in[0] && in[1]) {
            sum->explained += wrong * settled;
            sum->contested += wrong * (1 - settled);
        } else if (in[i] && count[i] > 0) {
            double share = (double)alike[i] / (double)count[i];
            sum->explained += wrong * share;
            sum->own[i] += weight;
            sum->reproduced[i] += weight * share;
        }
    }
}

void deviations_compare_both(struct both *sum, const struct deviations *const pair[2],
                             const struct trace *yours, const struct trace *expected,
                             struct tolerance tolerance)
{
    size_t arrays = 0;
    bool failed = pair[0]->failed || pair[1]->failed;
    for (size_t i = 0; i < expected->count; i++)
        arrays += !expected->arrays[i].input;
    if (!yours && (failed || pair[0]->count + pair[1]->count == 0)) {
        sum->yours++;
        sum->explained += failed;
    }
    for (size_t i = 0; i < 2 && yours; i++)
        sum->own[i] += pair[i]->failed;
    for (size_t i = 0; i < expected->count && yours; i++) {
        const struct trace_array *array = &expected->arrays[i];
        const struct deviation *const two[] = {find(pair[0], array->name),
                                               find(pair[1], array->name)};
        if (!array->input && array->rows > 0)
            compare_both_arrays(sum, 1 / ((double)arrays * (double)array->rows), two,
                                trace_find(yours, array->name), array, tolerance);
    }
}
