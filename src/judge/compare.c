/* compare.c: the student's trace beside the reference's. */
#include "judge/compare.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool values_agree(double yours, double expected, struct tolerance tolerance)
{
    if (isnan(yours) || isnan(expected))
        return isnan(yours) && isnan(expected);
    if (isinf(yours) || isinf(expected))
        return yours == expected;
    return fabs(yours - expected) <= tolerance.abs + tolerance.rel * fabs(expected);
}

static bool same_shape(const struct trace_array *a, const struct trace_array *b)
{
    return a->rows == b->rows && a->cols == b->cols;
}

/* The index of the first value that does not agree, or the number of values. */
static size_t first_difference(const struct trace_array *yours,
                               const struct trace_array *expected,
                               struct tolerance tolerance)
{
    size_t n = expected->rows * expected->cols, i = 0;
    while (i < n && values_agree(yours->values[i], expected->values[i], tolerance))
        i++;
    return i;
}

bool arrays_agree(const struct trace_array *yours, const struct trace_array *expected,
                  struct tolerance tolerance)
{
    return same_shape(yours, expected) && first_difference(yours, expected, tolerance) ==
                                              expected->rows * expected->cols;
}

bool arrays_err_alike(const struct trace_array *a, const struct trace_array *b,
                      const struct trace_array *expected, struct tolerance tolerance)
{
    if (!same_shape(a, expected) || !same_shape(b, expected))
        return false;
    for (size_t i = 0; i < expected->rows * expected->cols; i++)
        if (values_agree(a->values[i], expected->values[i], tolerance) !=
            values_agree(b->values[i], expected->values[i], tolerance))
            return false;
    return true;
}

/* Appends text; what does not fit is left out. */
static void append(char words[VERDICT_MAX_WORDS], const char *text)
{
    strncat(words, text, VERDICT_MAX_WORDS - strlen(words) - 1);
}

/* A value's name in a list "A B C"; one that has none as a number. */
static void name_value(char text[TRACE_MAX_NAMES], const char *names, double value)
{
    double number = 0;
    while (*names && number != value) {
        names += strcspn(names, " ");
        names += strspn(names, " ");
        number++;
    }
    if (*names)
        snprintf(text, TRACE_MAX_NAMES, "%.*s", (int)strcspn(names, " "), names);
    else
        snprintf(text, TRACE_MAX_NAMES, "%.9g", value);
}

/* Six digits; all of them where six would show an integer that the value is only close
 * to. */
static void say_input(char words[VERDICT_MAX_WORDS], const struct trace_array *input,
                      double value)
{
    char number[40], text[TRACE_MAX_NAME + TRACE_MAX_NAMES], name[TRACE_MAX_NAMES];
    snprintf(number, sizeof number, "%.6g", value);
    double shown = strtod(number, NULL);
    int digits = shown == floor(shown) && shown != value ? 17 : 6;
    snprintf(number, sizeof number, "%.*g", digits, value);
    if (*input->names)
        name_value(name, input->names, value);
    snprintf(text, sizeof text, "%s %s, ", input->name, *input->names ? name : number);
    append(words, text);
}

/* "alpha 1e-20, n 10, sum": the inputs of that row and of the case, then the array. */
static void say_where(char words[VERDICT_MAX_WORDS], const struct trace *trace,
                      const struct trace_array *array, size_t index)
{
    char text[TRACE_MAX_NAME + 40];
    size_t row = index / array->cols;
    bool known = array->rows == 1;
    for (size_t i = 0; i < trace->count; i++) {
        const struct trace_array *input = &trace->arrays[i];
        bool same_rows = input->rows == array->rows;
        if (!input->input || input->cols != 1 || !(same_rows || input->rows == 1))
            continue;
        say_input(words, input, input->values[same_rows ? row : 0]);
        known |= same_rows;
    }
    if (!known) {
        snprintf(text, sizeof text, "step %zu, ", row + 1);
        append(words, text);
    }
    append(words, array->name);
    if (array->cols > 1) {
        snprintf(text, sizeof text, "[%zu]", index % array->cols);
        append(words, text);
    }
}

static void say_names(char words[VERDICT_MAX_WORDS], const char *names, double yours,
                      double expected)
{
    char a[TRACE_MAX_NAMES], b[TRACE_MAX_NAMES];
    name_value(a, names, yours);
    name_value(b, names, expected);
    append(words, ": yours ");
    append(words, a);
    append(words, ", expected ");
    append(words, b);
}

/* A count, such as that of steps; it is shown with all its digits. */
static bool is_count(double value)
{
    return value == floor(value) && fabs(value) < 1e6;
}

/* Both values, with as many digits as it takes to tell them apart; of counts, the digits
 * say all. */
static void say_values(char words[VERDICT_MAX_WORDS], double yours, double expected)
{
    char a[40], b[40], text[160];
    yours = isnan(yours) ? (double)NAN : yours + 0.0; /* no -nan, no -0 */
    expected = isnan(expected) ? (double)NAN : expected + 0.0;
    int digits = 5;
    do {
        digits += 2;
        snprintf(a, sizeof a, "%.*g", digits, yours);
        snprintf(b, sizeof b, "%.*g", digits, expected);
    } while (strcmp(a, b) == 0 && digits < 17);
    snprintf(text, sizeof text, ": yours %s, expected %s", a, b);
    append(words, text);
    double distance = fabs(yours - expected) / fabs(expected);
    if (isfinite(distance) && !(is_count(yours) && is_count(expected))) {
        snprintf(text, sizeof text, " (rel. %.0e)", distance);
        append(words, text);
    }
}

static enum verdict say_difference(char words[VERDICT_MAX_WORDS],
                                   const struct trace *trace,
                                   const struct trace_array *yours,
                                   const struct trace_array *expected, size_t index)
{
    words[0] = '\0';
    say_where(words, trace, expected, index);
    double a = yours->values[index], b = expected->values[index];
    if (*expected->names)
        say_names(words, expected->names, a, b);
    else
        say_values(words, a, b);
    bool nan = isnan(a) && !isnan(b);
    if (nan)
        append(words, "; NaN is not a number");
    return nan ? VERDICT_NAN : VERDICT_WRONG;
}

static enum verdict compare_array(char words[VERDICT_MAX_WORDS],
                                  const struct trace *yours, const struct trace *expected,
                                  const struct trace_array *b, struct tolerance tolerance)
{
    const struct trace_array *a = trace_find(yours, b->name);
    if (!a || !same_shape(a, b)) {
        snprintf(words, VERDICT_MAX_WORDS, "the record has no %zu × %zu array '%s'",
                 b->rows, b->cols, b->name);
        return VERDICT_WRONG;
    }
    size_t index = first_difference(a, b, tolerance);
    return index < b->rows * b->cols ? say_difference(words, expected, a, b, index)
                                     : VERDICT_OK;
}

enum verdict compare_traces(char words[VERDICT_MAX_WORDS], const struct trace *yours,
                            const struct trace *expected, struct tolerance tolerance)
{
    enum verdict verdict = VERDICT_OK;
    words[0] = '\0';
    for (size_t i = 0; i < expected->count && verdict == VERDICT_OK; i++)
        verdict = compare_array(words, yours, expected, &expected->arrays[i], tolerance);
    return verdict;
}

static double largest(const struct trace_array *array)
{
    double largest = 0;
    for (size_t i = 0; i < array->rows * array->cols; i++)
        if (isfinite(array->values[i]))
            largest = fmax(largest, fabs(array->values[i]));
    return largest;
}

enum verdict compare_roughly(char words[VERDICT_MAX_WORDS], const struct trace *yours,
                             const struct trace *expected)
{
    enum verdict verdict = VERDICT_OK;
    words[0] = '\0';
    for (size_t i = 0; i < expected->count && verdict == VERDICT_OK; i++) {
        const struct trace_array *array = &expected->arrays[i];
        struct tolerance rough = {.rel = 1e-3, .abs = 1e-9 * largest(array)};
        verdict = compare_array(words, yours, expected, array, rough);
    }
    return verdict;
}
