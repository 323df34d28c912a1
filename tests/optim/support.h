/* support.h: what the suites of the library share: oracles, problems, a main. */
#ifndef TESTS_OPTIM_SUPPORT_H
#define TESTS_OPTIM_SUPPORT_H

#include "optim/real.h"
#include <check.h>
#include <stdio.h>

/* Tests are run from the root of the repository. */
#ifndef TEST_DATA
#define TEST_DATA "tests/optim/oracles"
#endif

/* The relative error that rounding alone may cause. */
#define TIGHT (sizeof(real) == sizeof(double) ? 1e-12 : 2e-4)

/* One of the three problems on which trajectories.py walks. */
struct problem {
    const char *name;
    size_t n;
    real start[4];
    real (*value)(const real *theta);
    void (*gradient)(const real *theta, real *g);
};

const struct problem *problem_named(const char *name);

/* An objective_fn whose context is a struct problem. */
real problem_objective(size_t n, const real *theta, real *g, void *problem);

/* A file of trajectories, read run by run. */
struct oracle {
    FILE *file;
    char line[1024];
    const struct problem *problem;
    char fields[512];
};

struct oracle oracle_open(const char *method);

/* Moves to the next run; 0 after the last one, which also closes the file. */
int oracle_next(struct oracle *oracle);

/* A hyper-parameter of this run. It must be there. */
real oracle_field(const struct oracle *oracle, const char *name);

/* One step of some method on this run's problem, from theta in place. */
typedef void step_fn(void *method, const struct problem *problem, real *theta);

/* Walks with `step` from the problem's start and compares with every row of the run: the
 * error of a coordinate is relative to the largest one of its row. In single precision
 * only the first three steps are compared: some of the paths are chaotic. */
void oracle_walk(struct oracle *oracle, step_fn *step, void *method, double tolerance);

/* |a - b| / |b|, and 0 where both are the same, infinities and NaN included. */
double relative_error(real a, real b);

/* Fails unless a sentence is there, names the field, and says something of its range. */
void assert_names(const char *message, const char *field);

/* Runs a suite that has one case; returns the exit code of the program. */
int run_suite(const char *name, const TTest *const *tests, size_t count);
#define RUN_SUITE(name, tests) run_suite(name, tests, sizeof(tests) / sizeof *(tests))

/* Steps a method over a whole oracle file: METHOD is the name of file, struct and
 * functions; CONFIG fills a struct METHOD_config from a struct oracle. */
#define DEFINE_ORACLE_TEST(METHOD, CONFIG)                                               \
    static void walk_##METHOD(void *method, const struct problem *problem, real *theta)  \
    {                                                                                    \
        real g[4];                                                                       \
        problem->gradient(theta, g);                                                     \
        METHOD##_step(method, theta, g);                                                 \
    }                                                                                    \
    START_TEST(METHOD##_matches_oracle)                                                  \
    {                                                                                    \
        struct oracle oracle = oracle_open(#METHOD);                                     \
        while (oracle_next(&oracle)) {                                                   \
            struct METHOD method;                                                        \
            struct METHOD##_config config = CONFIG(&oracle);                             \
            ck_assert_int_eq(METHOD##_init(&method, oracle.problem->n, config), 0);      \
            oracle_walk(&oracle, walk_##METHOD, &method, TIGHT);                         \
            METHOD##_free(&method);                                                      \
        }                                                                                \
    }                                                                                    \
    END_TEST

/* What every method does with a NaN, with nothing to optimize, and when freed twice or
 * after a refusal. */
#define DEFINE_MANNERS_TEST(METHOD)                                                      \
    START_TEST(METHOD##_has_manners)                                                     \
    {                                                                                    \
        struct METHOD method;                                                            \
        struct METHOD##_config config = METHOD##_defaults();                             \
        real theta[2] = {1, 1}, g[2] = {(real)NAN, 1};                                   \
        ck_assert_ptr_null(METHOD##_check(&config));                                     \
        ck_assert_int_eq(METHOD##_init(&method, 2, config), DESCENT_OK);                 \
        METHOD##_step(&method, theta, g);                                                \
        g[0] = 1;                                                                        \
        METHOD##_step(&method, theta, g);                                                \
        ck_assert(isnan(theta[0]) && isfinite(theta[1]) && theta[1] < 1);                \
        ck_assert_uint_eq(method.t, 2);                                                  \
        METHOD##_free(&method);                                                          \
        METHOD##_free(&method);                                                          \
        ck_assert_int_eq(METHOD##_init(&method, 0, config), DESCENT_OK);                 \
        METHOD##_step(&method, NULL, NULL);                                              \
        METHOD##_free(&method);                                                          \
        config.lr = -1;                                                                  \
        ck_assert_int_eq(METHOD##_init(&method, 2, config), DESCENT_ERANGE);             \
        METHOD##_free(&method);                                                          \
    }                                                                                    \
    END_TEST

/* That METHOD_check() objects to a value of a field, and names the field. */
#define ASSERT_REFUSED(METHOD, FIELD, VALUE)                                             \
    do {                                                                                 \
        struct METHOD##_config config = METHOD##_defaults();                             \
        config.FIELD = VALUE;                                                            \
        assert_names(METHOD##_check(&config), #FIELD);                                   \
    } while (0)

#define ASSERT_ALLOWED(METHOD, FIELD, VALUE)                                             \
    do {                                                                                 \
        struct METHOD##_config config = METHOD##_defaults();                             \
        config.FIELD = VALUE;                                                            \
        ck_assert_ptr_null(METHOD##_check(&config));                                     \
    } while (0)

/* That a field must be finite and at least 0. */
#define ASSERT_AMOUNT(METHOD, FIELD)                                                     \
    do {                                                                                 \
        ASSERT_ALLOWED(METHOD, FIELD, 0);                                                \
        ASSERT_REFUSED(METHOD, FIELD, -REAL_EPSILON);                                    \
        ASSERT_REFUSED(METHOD, FIELD, (real)INFINITY);                                   \
        ASSERT_REFUSED(METHOD, FIELD, (real)NAN);                                        \
    } while (0)

/* That a field must be at least 0 and below 1. */
#define ASSERT_SHARE(METHOD, FIELD)                                                      \
    do {                                                                                 \
        ASSERT_ALLOWED(METHOD, FIELD, 0);                                                \
        ASSERT_ALLOWED(METHOD, FIELD, 1 - REAL_EPSILON);                                 \
        ASSERT_REFUSED(METHOD, FIELD, -REAL_EPSILON);                                    \
        ASSERT_REFUSED(METHOD, FIELD, 1);                                                \
        ASSERT_REFUSED(METHOD, FIELD, (real)NAN);                                        \
    } while (0)

#endif
