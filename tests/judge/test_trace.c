/* test_trace.c: the reader of traces, which must survive any bytes. */
#include "../suite.h"
#include "judge/trace.h"
#include "optim/status.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define HEAD "# descent-trace 1 noisy 7\n"
#define END "# end\n"
#define FIFTY "a12345678901234567890123456789012345678901234567890"

/* Reads from memory of exactly that size, so that a sanitizer or valgrind sees every byte
 * read beyond it. */
static enum trace_status read_bytes(struct trace *trace, const char *bytes, size_t length,
                                    char error[TRACE_MAX_ERROR])
{
    char *exact = malloc(length ? length : 1);
    ck_assert_ptr_nonnull(exact);
    memcpy(exact, bytes, length);
    enum trace_status status = trace_read(trace, exact, length, error);
    free(exact);
    return status;
}

static enum trace_status read_text(struct trace *trace, const char *text,
                                   char error[TRACE_MAX_ERROR])
{
    return read_bytes(trace, text, strlen(text), error);
}

/* Writes a trace with every kind of array. */
static char *write_sample(size_t *size)
{
    static const real row[] = {1, -0.0, 1e-300, 0.1, (real)NAN, (real)INFINITY};
    char *text;
    FILE *file = open_memstream(&text, size);
    ck_assert_ptr_nonnull(file);
    trace_begin(file, "a-case_2", UINT64_MAX);
    trace_input(file, "t", 3, row);
    trace_matrix(file, "theta", 2, 3, row);
    trace_column(file, "none", 0, row);
    trace_rough(file, "noise", 2, row);
    trace_enum(file, "kind", 2, row, "FIRST SECOND-ONE");
    trace_number(file, "status-of-all", DESCENT_ESINGULAR);
    trace_number(file, "last", -2.5);
    trace_input_enum(file, "form", 2, row, "(a) (b)");
    trace_end(file);
    fclose(file);
    return text;
}

START_TEST(reads_what_is_written)
{
    struct trace trace;
    char error[TRACE_MAX_ERROR];
    size_t size;
    char *text = write_sample(&size);
    ck_assert_int_eq(read_bytes(&trace, text, size, error), TRACE_OK);
    ck_assert_str_eq(trace.run, "a-case_2");
    ck_assert_uint_eq(trace.seed, UINT64_MAX);
    ck_assert_uint_eq(trace.count, 8);
    const struct trace_array *theta = trace_find(&trace, "theta");
    ck_assert(theta && theta->rows == 2 && theta->cols == 3 && !theta->input &&
              !theta->rough);
    ck_assert_double_eq(theta->values[3], 0.1);
    ck_assert(signbit(theta->values[1]));
    ck_assert_double_eq(theta->values[2], 1e-300);
    ck_assert_double_nan(theta->values[4]);
    ck_assert(isinf(theta->values[5]) && theta->values[5] > 0);
    ck_assert(trace_find(&trace, "t")->input);
    ck_assert(trace_find(&trace, "noise")->rough);
    ck_assert_str_eq(trace_find(&trace, "noise")->names, "");
    ck_assert_str_eq(trace_find(&trace, "kind")->names, "FIRST SECOND-ONE");
    ck_assert(!trace_find(&trace, "kind")->input && trace_find(&trace, "form")->input);
    ck_assert_str_eq(trace_find(&trace, "form")->names, "(a) (b)");
    ck_assert_uint_eq(trace_find(&trace, "none")->rows, 0);
    ck_assert_double_eq(trace_find(&trace, "last")->values[0], -2.5);
    ck_assert_ptr_null(trace_find(&trace, "nobody"));
    trace_free(&trace);
    trace_free(&trace);
    free(text);
}
END_TEST

/* A status is shown by its name: the lists of the writer and of the enumeration agree. */
START_TEST(statuses_have_names)
{
    static const char *const due[] = {
        [DESCENT_OK] = "DESCENT_OK",         [DESCENT_ENOMEM] = "DESCENT_ENOMEM",
        [DESCENT_ERANGE] = "DESCENT_ERANGE", [DESCENT_ENAN] = "DESCENT_ENAN",
        [DESCENT_EORDER] = "DESCENT_EORDER", [DESCENT_EFORMAT] = "DESCENT_EFORMAT",
        [DESCENT_EIO] = "DESCENT_EIO",       [DESCENT_ESINGULAR] = "DESCENT_ESINGULAR"};
    struct trace trace;
    char error[TRACE_MAX_ERROR];
    size_t size;
    char *text = write_sample(&size);
    ck_assert_int_eq(read_bytes(&trace, text, size, error), TRACE_OK);
    char *rest = trace.arrays[5].names;
    for (size_t i = 0; i < sizeof due / sizeof *due; i++)
        ck_assert_str_eq(strtok_r(rest, " ", &rest), due[i]);
    ck_assert_ptr_null(strtok_r(rest, " ", &rest));
    trace_free(&trace);
    free(text);
}
END_TEST

/* Whatever a writer was doing when it was stopped, the trace is cut, and what came before
 * the cut is there. */
START_TEST(cut_anywhere)
{
    char error[TRACE_MAX_ERROR];
    size_t size, most = 0;
    char *text = write_sample(&size);
    size_t head = strcspn(text, "\n") + 1;
    for (size_t length = 0; length < size; length++) {
        struct trace trace;
        enum trace_status status = read_bytes(&trace, text, length, error);
        enum trace_status due = length == 0     ? TRACE_EMPTY
                                : length < head ? TRACE_BAD
                                                : TRACE_CUT;
        ck_assert_msg(status == due, "cut to %zu bytes: %d, due %d (%s)", length, status,
                      due, error);
        ck_assert_uint_ge(trace.count, most);
        most = trace.count;
        trace_free(&trace);
    }
    ck_assert_uint_eq(most, 8);
    free(text);
}
END_TEST

/* Each is bad, and the error says in which line and why. */
static const struct {
    const char *text, *error;
} bad[] = {
    {"\n", "line 1: expected '# descent-trace"},
    {"hello\n", "line 1: expected '# descent-trace"},
    {"# descent-trace 2 noisy 7\n" END, "line 1"},
    {"# descent-trace 1 noisy\n" END, "line 1"},
    {"# descent-trace 1 noisy x\n" END, "line 1"},
    {"# descent-trace 1 noisy 7 8\n" END, "line 1"},
    {"# descent-trace 1 no/isy 7\n" END, "line 1"},
    {"# descent-trace 1 "
     "a123456789012345678901234567890123456789012345678901234567890 7\n" END,
     "line 1"},
    {HEAD "x 1 1\n1\n" END, "line 2: expected '# NAME"},
    {HEAD "# x 1\n1\n" END, "line 2: expected '# NAME"},
    {HEAD "# x one 1\n1\n" END, "line 2: expected '# NAME"},
    {HEAD "# x! 1 1\n1\n" END, "line 2: expected '# NAME"},
    {HEAD "# \xce\xb1 1 1\n1\n" END, "line 2: expected '# NAME"},
    {HEAD "# a123456789012345678901234567890123456789012345678901234567890 1 1\n1\n" END,
     "line 2: expected '# NAME"},
    {HEAD "# x 1 1 output\n1\n" END, "line 2: ' output' is no kind"},
    {HEAD "# x 1 1 input input\n1\n" END, "line 2"},
    {HEAD "# x 1 1 inputs-and-more\n1\n" END, "line 2"},
    {HEAD "# x 1 1input\n1\n" END, "line 2"},
    {HEAD "# x 1 1 names\n1\n" END, "line 2"},
    {HEAD "# x 1 1 names A\033[2J\n1\n" END, "line 2"},
    {HEAD "# x 1 1 names " FIFTY FIFTY FIFTY FIFTY "\n1\n" END, "line 2"},
    {HEAD "# x 1 1\n1\n# x 1 1\n1\n" END, "line 4: a second array 'x'"},
    {HEAD "# x 1 0\n\n" END, "line 2: array 'x' has no columns"},
    {HEAD "# x 1000001 1\n1\n" END, "line 2: array 'x' has no columns or more"},
    {HEAD "# x 1001 1000\n1\n" END, "line 2: array 'x' has no columns or more"},
    {HEAD "# x -1 1\n1\n" END, "line 2"},
    {HEAD "# x 1 -1\n1\n" END, "line 2"},
    {HEAD "# x 4294967296 4294967296\n1\n" END, "line 2: array 'x' has no columns"},
    {HEAD "# x 9223372036854775808 2\n1\n" END, "line 2: array 'x' has no columns"},
    {HEAD "# x 18446744073709551615 1\n1\n" END, "line 2: array 'x' has no columns"},
    {HEAD "# x 99999999999999999999999 1\n1\n" END, "line 2"},
    {HEAD "# x 1 1\n\n" END, "line 3: row 1 of 'x' is not 1 numbers"},
    {HEAD "# x 1 1\none\n" END, "line 3: row 1 of 'x'"},
    {HEAD "# x 1 1\n1 2\n" END, "line 3: row 1 of 'x'"},
    {HEAD "# x 1 2\n1\n" END, "line 3: row 1 of 'x' is not 2 numbers"},
    {HEAD "# x 1 2\n1\t2\n" END, "line 3: row 1 of 'x'"},
    {HEAD "# x 1 2\n1  2\n" END, "line 3: row 1 of 'x'"},
    {HEAD "# x 1 1\n 1\n" END, "line 3: row 1 of 'x'"},
    {HEAD "# x 1 1\n1 \n" END, "line 3: row 1 of 'x'"},
    {HEAD "# x 1 1\n1.5garbage\n" END, "line 3: row 1 of 'x'"},
    {HEAD "# x 1 1\n1,5\n" END, "line 3: row 1 of 'x'"},
    {HEAD "# x 2 1\n1\n" END, "line 4: row 2 of 'x'"},
    {HEAD "# x 1 1\n1\n2\n" END, "line 4: expected '# NAME"},
    {HEAD END "\n", "line 2: something follows the end"},
    {HEAD END "# x 1 1\n1\n", "line 2: something follows the end"},
    {HEAD END HEAD END, "line 2: something follows the end"},
};

START_TEST(bad_traces)
{
    struct trace trace;
    char error[TRACE_MAX_ERROR];
    enum trace_status status = read_text(&trace, bad[_i].text, error);
    ck_assert_msg(status == TRACE_BAD, "%s: status %d", bad[_i].text, status);
    ck_assert_uint_eq(trace.count, 0);
    ck_assert_msg(strncmp(error, bad[_i].error, strlen(bad[_i].error)) == 0,
                  "'%s' must begin with '%s'", error, bad[_i].error);
    trace_free(&trace);
}
END_TEST

static const struct {
    const char *text;
    double value;
} numbers[] = {
    {"0x1.8p+1", 3},
    {"-0x1p-1074", -0x1p-1074},
    {"inf", HUGE_VAL},
    {"-inf", -HUGE_VAL},
    {"INFINITY", HUGE_VAL},
    {"nan", NAN},
    {"-nan", NAN},
    {"NAN", NAN},
    {"nan(0x7)", NAN},
    {"1e400", HUGE_VAL},
    {"-1e-400", 0},
    {".5", 0.5},
    {"5.", 5},
    {"+2", 2},
    {"1E3", 1000},
    {"4.9e-324", 0x1p-1074},
};

START_TEST(every_form_of_number)
{
    struct trace trace;
    char error[TRACE_MAX_ERROR], text[200];
    snprintf(text, sizeof text, HEAD "# x 1 2\n%s %s\n" END, numbers[_i].text,
             numbers[_i].text);
    ck_assert_int_eq(read_text(&trace, text, error), TRACE_OK);
    for (size_t i = 0; i < 2; i++) {
        double value = trace.arrays[0].values[i];
        if (isnan(numbers[_i].value))
            ck_assert_double_nan(value);
        else
            ck_assert(value == numbers[_i].value);
    }
    trace_free(&trace);
}
END_TEST

/* A shape that the bytes cannot hold is not believed: no memory is taken for it. */
START_TEST(too_short_for_its_shape)
{
    struct trace trace;
    char error[TRACE_MAX_ERROR];
    ck_assert_int_eq(read_text(&trace, HEAD "# y 1 1\n5\n# x 1000 1000\n1\n", error),
                     TRACE_CUT);
    ck_assert_uint_eq(trace.count, 1);
    ck_assert_double_eq(trace_find(&trace, "y")->values[0], 5);
    trace_free(&trace);
}
END_TEST

START_TEST(too_many_arrays)
{
    struct trace trace;
    char error[TRACE_MAX_ERROR], *text;
    size_t size;
    for (int count = TRACE_MAX_ARRAYS; count <= TRACE_MAX_ARRAYS + 1; count++) {
        FILE *file = open_memstream(&text, &size);
        fputs(HEAD, file);
        for (int i = 0; i < count; i++)
            fprintf(file, "# a%d 1 1\n%d\n", i, i);
        fputs(END, file);
        fclose(file);
        bool fits = count == TRACE_MAX_ARRAYS;
        ck_assert_int_eq(read_bytes(&trace, text, size, error),
                         fits ? TRACE_OK : TRACE_BAD);
        ck_assert_uint_eq(trace.count, fits ? TRACE_MAX_ARRAYS : 0);
        if (!fits)
            ck_assert_ptr_nonnull(strstr(error, "more than 32 arrays"));
        trace_free(&trace);
        free(text);
    }
}
END_TEST

START_TEST(zero_bytes)
{
    static const char in_value[] = HEAD "# x 1 1\n1\0002\n" END;
    static const char in_head[] = "# descent-trace 1 no\0isy 7\n" END;
    static const char nothing[] = "\0\0\0\0";
    struct trace trace;
    char error[TRACE_MAX_ERROR];
    ck_assert_int_ne(read_bytes(&trace, in_value, sizeof in_value - 1, error), TRACE_OK);
    trace_free(&trace);
    ck_assert_int_eq(read_bytes(&trace, in_head, sizeof in_head - 1, error), TRACE_BAD);
    ck_assert_int_eq(read_bytes(&trace, nothing, sizeof nothing, error), TRACE_BAD);
}
END_TEST

/* A line may be long, but not endless. */
START_TEST(long_lines)
{
    enum { LONG = 200000 };
    struct trace trace;
    char error[TRACE_MAX_ERROR], *text;
    size_t size;
    for (size_t cols = 1000; cols <= LONG; cols *= 200) {
        FILE *file = open_memstream(&text, &size);
        fprintf(file, HEAD "# x 1 %zu\n", cols);
        for (size_t j = 0; j < cols; j++)
            fputs(j + 1 < cols ? "1 " : "1\n", file);
        fputs(END, file);
        fclose(file);
        ck_assert_int_eq(read_bytes(&trace, text, size, error),
                         cols == 1000 ? TRACE_OK : TRACE_CUT);
        trace_free(&trace);
        free(text);
    }
    char *line = malloc(LONG);
    memset(line, 'x', LONG);
    ck_assert_int_eq(read_bytes(&trace, line, LONG, error), TRACE_BAD);
    free(line);
}
END_TEST

/* --- Mutations ---------------------------------------------------------------------- */

enum { MUTANTS = 100000, ROOM = 2048 };

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* Changes a byte, cuts, repeats or inserts a piece; returns the new length. */
static size_t mutate(char *bytes, size_t length, uint64_t *state)
{
    static const char *const pieces[] = {
        "# end\n", "\n# x 1 1\n",          "nan", " ",  "\n",
        "0x",      "99999999999999999999", "-",   "\0", "# "};
    uint64_t r = next_random(state);
    size_t at = length ? (size_t)(r >> 8) % length : 0;
    const char *piece = pieces[(r >> 40) % 10];
    size_t n = strlen(piece) ? strlen(piece) : 1;
    switch (r % 5) {
    case 0:
        if (length)
            bytes[at] = (char)(r >> 48);
        return length;
    case 1:
        return at;
    case 2: /* cut a piece out */
        n = n < length - at ? n : length - at;
        memmove(bytes + at, bytes + at + n, length - at - n);
        return length - n;
    case 3: /* repeat what precedes */
        n = at < ROOM - length ? at : ROOM - length;
        memmove(bytes + at + n, bytes + at, length - at);
        memmove(bytes + at, bytes + at - n, n);
        return length + n;
    default:
        if (length + n > ROOM)
            return length;
        memmove(bytes + at + n, bytes + at, length - at);
        memcpy(bytes + at, piece, n);
        return length + n;
    }
}

/* Whatever was read is whole: names, shapes and values can be used. */
static double use(const struct trace *trace)
{
    double sum = 0;
    for (size_t i = 0; i < trace->count; i++) {
        const struct trace_array *array = &trace->arrays[i];
        ck_assert(array->cols > 0 && array->rows * array->cols <= TRACE_MAX_VALUES);
        ck_assert_ptr_eq(trace_find(trace, array->name), array);
        for (size_t j = 0; j < array->rows * array->cols; j++)
            sum += array->values[j];
    }
    return sum;
}

START_TEST(survives_mutations)
{
    uint64_t state = 88172645463325252u;
    size_t size, seen[4] = {0};
    char *sample = write_sample(&size), bytes[ROOM], error[TRACE_MAX_ERROR];
    volatile double sum = 0;
    for (int i = 0; i < MUTANTS; i++) {
        size_t length = size;
        memcpy(bytes, sample, size);
        for (uint64_t n = next_random(&state) % 4 + 1; n > 0; n--)
            length = mutate(bytes, length, &state);
        struct trace trace;
        enum trace_status status = read_bytes(&trace, bytes, length, error);
        ck_assert(status >= TRACE_OK && status <= TRACE_BAD);
        ck_assert((status == TRACE_BAD) == (error[0] != '\0'));
        ck_assert(status != TRACE_BAD || trace.count == 0);
        sum = sum + use(&trace);
        seen[status]++;
        trace_free(&trace);
    }
    for (int i = 0; i < 4; i++)
        ck_assert_msg(seen[i] > 100, "only %zu of status %d", seen[i], i);
    free(sample);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("trace");
    TCase *tcase = tcase_create("reader");
    tcase_add_test(tcase, reads_what_is_written);
    tcase_add_test(tcase, statuses_have_names);
    tcase_add_test(tcase, cut_anywhere);
    tcase_add_loop_test(tcase, bad_traces, 0, sizeof bad / sizeof *bad);
    tcase_add_loop_test(tcase, every_form_of_number, 0, sizeof numbers / sizeof *numbers);
    tcase_add_test(tcase, too_short_for_its_shape);
    tcase_add_test(tcase, too_many_arrays);
    tcase_add_test(tcase, zero_bytes);
    tcase_add_test(tcase, long_lines);
    tcase_add_test(tcase, survives_mutations);
    tcase_set_timeout(tcase, 60);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
