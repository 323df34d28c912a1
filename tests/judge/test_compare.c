/* test_compare.c: whether two traces agree, and the words when they do not. */
#include "../suite.h"
#include "judge/compare.h"

#include <math.h>
#include <string.h>

static struct trace read_trace(const char *arrays)
{
    struct trace trace;
    char text[2000], error[TRACE_MAX_ERROR];
    snprintf(text, sizeof text, "# descent-trace 1 case 1\n%s# end\n", arrays);
    ck_assert_msg(trace_read(&trace, text, strlen(text), error) == TRACE_OK, "%s", error);
    return trace;
}

static enum verdict compare(char words[VERDICT_MAX_WORDS], const char *yours,
                            const char *expected, double rel)
{
    struct trace a = read_trace(yours), b = read_trace(expected);
    struct tolerance tolerance = {.rel = rel};
    enum verdict verdict = compare_traces(words, &a, &b, tolerance);
    trace_free(&a);
    trace_free(&b);
    return verdict;
}

static const struct {
    double yours, expected, rel, abs;
    bool agree;
} values[] = {
    {1, 1, 0, 0, true},
    {1, 1 + 1e-15, 0, 0, false},
    {1 + 1e-9, 1, 2e-9, 0, true},
    {1 + 3e-9, 1, 2e-9, 0, false},
    {-1, 1, 0.5, 0, false},
    {1e-300, 0, 1e-9, 0, false},
    {1e-12, 0, 0, 1e-11, true},
    {0.0, -0.0, 0, 0, true},
    {NAN, NAN, 0, 0, true},
    {NAN, 1, 1, 1, false},
    {1, NAN, 1, 1, false},
    {INFINITY, INFINITY, 0, 0, true},
    {-INFINITY, INFINITY, 1, 1, false},
    {1e308, INFINITY, 1, 1, false},
    {INFINITY, 1e308, 1, 1, false},
    {NAN, INFINITY, 1, 1, false},
};

START_TEST(two_values)
{
    struct tolerance tolerance = {values[_i].rel, values[_i].abs};
    ck_assert(values_agree(values[_i].yours, values[_i].expected, tolerance) ==
              values[_i].agree);
}
END_TEST

static const struct {
    const char *yours, *expected;
    enum verdict verdict;
    const char *words;
} traces[] = {
    {"# x 2 1\n1\n2\n", "# x 2 1\n1\n2\n", VERDICT_OK, ""},
    {"# x 1 1\n1\n# more 1 1\n5\n", "# x 1 1\n1\n", VERDICT_OK, ""},
    /* The step counts from 1, the index from 0. */
    {"# theta 2 3\n1 2 3\n4 5.5 6\n", "# theta 2 3\n1 2 3\n4 5 6\n", VERDICT_WRONG,
     "step 2, theta[1]: yours 5.5, expected 5 (rel. 1e-01)"},
    {"# x 3 1\n1\n2\n3\n", "# x 3 1\n1\n2\n4\n", VERDICT_WRONG,
     "step 3, x: yours 3, expected 4"},
    /* The inputs of its row and of the case say more than a number of a step. */
    {"# t 2 1 input\n10\n20\n# alpha 1 1 input\n0.5\n# x 2 1\n1\n2\n",
     "# t 2 1 input\n10\n20\n# alpha 1 1 input\n0.5\n# x 2 1\n1\n3\n", VERDICT_WRONG,
     "t 20, alpha 0.5, x: yours 2, expected 3"},
    /* What comes close to the end of a range is not shown as that end. */
    {"# l 1 1 input\n0.999999999999\n# x 1 1\n2\n",
     "# l 1 1 input\n0.999999999999\n# x 1 1\n3\n", VERDICT_WRONG,
     "l 0.99999999999900002, x: yours 2, expected 3"},
    {"# l 1 1 input\n-inf\n# x 1 1\n2\n", "# l 1 1 input\n-inf\n# x 1 1\n3\n",
     VERDICT_WRONG, "l -inf, x: yours 2, expected 3"},
    {"# sum 1 1\n1\n", "# sum 1 1\n0\n", VERDICT_WRONG, "sum: yours 1, expected 0"},
    /* Counts say all; a value of an enumeration is shown by its name, if it has one. */
    {"# x 1 1\n999999\n", "# x 1 1\n-999998\n", VERDICT_WRONG,
     "x: yours 999999, expected -999998"},
    {"# x 1 1\n1000001\n", "# x 1 1\n1000000\n", VERDICT_WRONG,
     "x: yours 1000001, expected 1000000 (rel. 1e-06)"},
    {"# f 2 1 input names (a) (b)\n0\n1\n# e 2 1\n0\n2\n",
     "# f 2 1 input names (a) (b)\n0\n1\n# e 2 1\n0\n1\n", VERDICT_WRONG,
     "f (b), e: yours 2, expected 1"},
    {"# e 2 1\n0\n2\n", "# e 2 1 names NONE SOME ALL\n0\n1\n", VERDICT_WRONG,
     "step 2, e: yours ALL, expected SOME"},
    {"# e 1 1 names OTHER\n0\n", "# e 1 1 names NONE SOME ALL\n1\n", VERDICT_WRONG,
     "e: yours NONE, expected SOME"},
    {"# e 1 1\n3\n", "# e 1 1 names NONE SOME ALL\n0\n", VERDICT_WRONG,
     "e: yours 3, expected NONE"},
    {"# e 1 1\n-1\n", "# e 1 1 names NONE SOME ALL\n2\n", VERDICT_WRONG,
     "e: yours -1, expected ALL"},
    {"# e 1 1\n0.5\n", "# e 1 1 names NONE SOME ALL\n2\n", VERDICT_WRONG,
     "e: yours 0.5, expected ALL"},
    {"# e 1 1\nnan\n", "# e 1 1 names NONE SOME ALL\n2\n", VERDICT_NAN,
     "e: yours nan, expected ALL; NaN is not a number"},
    /* A single call by its arguments. */
    {"# f(1,0.5) 1 1\n4\n", "# f(1,0.5) 1 1\n3\n", VERDICT_WRONG,
     "f(1,0.5): yours 4, expected 3"},
    /* As many digits as it takes. */
    {"# x 1 1\n1.00000000001\n", "# x 1 1\n1\n", VERDICT_WRONG,
     "x: yours 1.00000000001, expected 1 (rel. 1e-11)"},
    {"# x 1 1\n-0\n", "# x 1 1\n1\n", VERDICT_WRONG, "x: yours 0, expected 1"},
    {"# x 1 1\nnan\n", "# x 1 1\n1\n", VERDICT_NAN,
     "x: yours nan, expected 1; NaN is not a number"},
    {"# x 1 1\n-nan\n", "# x 1 1\n1\n", VERDICT_NAN,
     "x: yours nan, expected 1; NaN is not a number"},
    {"# x 1 1\n1\n", "# x 1 1\nnan\n", VERDICT_WRONG, "x: yours 1, expected nan"},
    {"# x 1 1\ninf\n", "# x 1 1\n1\n", VERDICT_WRONG, "x: yours inf, expected 1"},
    {"", "# x 1 1\n1\n", VERDICT_WRONG, "the record has no 1 × 1 array 'x'"},
    {"# x 2 1\n1\n1\n", "# x 1 1\n1\n", VERDICT_WRONG,
     "the record has no 1 × 1 array 'x'"},
    {"# x 1 2\n1 1\n", "# x 2 1\n1\n1\n", VERDICT_WRONG,
     "the record has no 2 × 1 array 'x'"},
};

START_TEST(two_traces)
{
    char words[VERDICT_MAX_WORDS];
    ck_assert_int_eq(compare(words, traces[_i].yours, traces[_i].expected, 1e-12),
                     traces[_i].verdict);
    ck_assert_str_eq(words, traces[_i].words);
}
END_TEST

/* A message that would be too long is cut and stays text. */
START_TEST(many_inputs)
{
    char arrays[1600] = "", words[VERDICT_MAX_WORDS], other[1700];
    for (int i = 0; i < 30; i++) {
        size_t used = strlen(arrays);
        snprintf(arrays + used, sizeof arrays - used,
                 "# input-with-a-long-name-%d 1 1 input\n1\n", i);
    }
    snprintf(other, sizeof other, "%s# x 1 1\n1\n", arrays);
    strcat(arrays, "# x 1 1\n2\n");
    ck_assert_int_eq(compare(words, arrays, other, 0), VERDICT_WRONG);
    ck_assert_uint_eq(strlen(words), VERDICT_MAX_WORDS - 1);
}
END_TEST

START_TEST(rough_arrays)
{
    struct tolerance tolerance = {.rel = 1e-9};
    struct trace right = read_trace("# v 3 1 rough\n1\n2\n3\n");
    struct trace a = read_trace("# v 3 1\n1\n-7\n3\n");
    struct trace b = read_trace("# v 3 1\n1\n1e5\n3\n");
    struct trace c = read_trace("# v 3 1\n1\n-7\n4\n");
    struct trace d = read_trace("# v 2 1\n1\n-7\n");
    const struct trace_array *v = right.arrays;
    ck_assert(arrays_err_alike(a.arrays, b.arrays, v, tolerance));
    ck_assert(!arrays_err_alike(a.arrays, c.arrays, v, tolerance));
    ck_assert(!arrays_err_alike(a.arrays, d.arrays, v, tolerance));
    ck_assert(!arrays_err_alike(v, a.arrays, v, tolerance));
    ck_assert(!arrays_agree(a.arrays, b.arrays, tolerance));
    ck_assert(!arrays_agree(a.arrays, d.arrays, tolerance));
    ck_assert(arrays_agree(a.arrays, a.arrays, tolerance));
    struct trace *all[] = {&right, &a, &b, &c, &d};
    for (size_t i = 0; i < 5; i++)
        trace_free(all[i]);
}
END_TEST

/* What a function that does nothing, or nothing sensible, leaves behind. */
static const struct {
    const char *yours, *words;
} rough[] = {
    {"# theta 3 2\n1 2\n3 4\n5 6\n", ""},
    {"# theta 3 2\n1.0005 2\n3 4.002\n5 6\n", ""},
    {"# theta 3 2\n1.002 2\n3 4\n5 6\n",
     "step 1, theta[0]: yours 1.002, expected 1 (rel. 2e-03)"},
    {"# theta 3 2\n1 2\n1 2\n1 2\n", "step 2, theta[0]: yours 1, expected 3"},
    {"# theta 3 2\n1 2\ninf 4\n5 6\n", "step 2, theta[0]: yours inf, expected 3"},
    {"# theta 3 2\n1 2\nnan 4\n5 6\n",
     "step 2, theta[0]: yours nan, expected 3; NaN is not a number"},
    {"# theta 1 2\n1 2\n", "the record has no 3 × 2 array 'theta'"},
    {"", "the record has no 3 × 2 array 'theta'"},
};

START_TEST(roughly)
{
    char words[VERDICT_MAX_WORDS], text[200];
    snprintf(text, sizeof text, "# noise 2 1\n4e9\n1\n%s", rough[_i].yours);
    struct trace yours = read_trace(text);
    struct trace expected =
        read_trace("# noise 2 1\n4e9\n0\n# theta 3 2\n1 2\n3 4\n5 6\n");
    enum verdict verdict = compare_roughly(words, &yours, &expected);
    ck_assert_str_eq(words, rough[_i].words);
    ck_assert_int_eq(verdict == VERDICT_OK, !*rough[_i].words);
    trace_free(&yours);
    trace_free(&expected);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("compare");
    TCase *tcase = tcase_create("compare");
    tcase_add_loop_test(tcase, two_values, 0, sizeof values / sizeof *values);
    tcase_add_loop_test(tcase, two_traces, 0, sizeof traces / sizeof *traces);
    tcase_add_test(tcase, many_inputs);
    tcase_add_loop_test(tcase, roughly, 0, sizeof rough / sizeof *rough);
    tcase_add_test(tcase, rough_arrays);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
