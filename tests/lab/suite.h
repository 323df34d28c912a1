/* suite.h: what the laboratory's test programs share. */
#ifndef DESCENT_TESTS_LAB_SUITE_H
#define DESCENT_TESTS_LAB_SUITE_H

#include "optim/real.h"
#include <check.h>
#include <float.h>

#ifdef REAL_FLOAT
#define EPSILON ((double)FLT_EPSILON)
#else
#define EPSILON DBL_EPSILON
#endif

/* |a - b| ≤ tol, with both numbers in the message when not. NaN fails. */
#define ck_close(a, b, tol)                                                              \
    do {                                                                                 \
        double a_ = (double)(a), b_ = (double)(b), tol_ = (double)(tol);                 \
        double gap_ = a_ > b_ ? a_ - b_ : b_ - a_;                                       \
        ck_assert_msg(gap_ <= tol_ || a_ == b_, "%s = %.17g, %s = %.17g: gap %.3g > %g", \
                      #a, a_, #b, b_, gap_, tol_);                                       \
    } while (0)

/* Runs a suite; a suite without tests has failed. */
static inline int run_suite(Suite *suite)
{
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    int run = srunner_ntests_run(runner);
    srunner_free(runner);
    return failed > 0 || run == 0;
}

/* A suite with one case that has all of the tests. */
static inline int run_tests(const char *name, size_t count, const TTest *const *tests)
{
    Suite *suite = suite_create(name);
    TCase *all = tcase_create(name);
    tcase_set_timeout(all, 120);
    for (size_t i = 0; i < count; i++)
        tcase_add_test(all, tests[i]);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}

#endif
