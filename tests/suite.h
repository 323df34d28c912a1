/** @file suite.h
 *  @brief What every Check program here has at its end. */
#ifndef DESCENT_TESTS_SUITE_H
#define DESCENT_TESTS_SUITE_H

#include <check.h>
#include <stdlib.h>

/** Runs a suite; for the last line of main(). @return main's exit code */
static inline int run_suite(Suite *suite)
{
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
