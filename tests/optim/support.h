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

/* An objective_fn whose context is a struct problem;. */
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
 * error of a coordinate is relative to the largest one of its row. In single precision only
 * the first three steps are compared: some of the paths are chaotic. */
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
            ck_assert_int_eq(METHOD##_init(&method, oracle.problem->n, CONFIG(&oracle)), \
                             0);                                                         \
            oracle_walk(&oracle, walk_##METHOD, &method, TIGHT);                         \
            METHOD##_free(&method);                                                      \
        }                                                                                \
    }                                                                                    \
    END_TEST

#endif
