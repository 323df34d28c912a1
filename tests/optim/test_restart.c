/* test_restart.c: accelerated gradient descent with adaptive restart (exercise 2.6). */
#include "optim/restart.h"
#include "support.h"

#include <math.h>
#include <string.h>

static void walk_restart(void *method, const struct problem *problem, real *theta)
{
    struct problem copy = *problem;
    restart_step(method, theta, problem_objective, &copy);
}

START_TEST(restart_matches_oracle)
{
    struct oracle oracle = oracle_open("restart");
    size_t restarts = 0;
    while (oracle_next(&oracle)) {
        struct restart restart;
        struct restart_config config = {.lr = oracle_field(&oracle, "lr")};
        config.scheme = (enum restart_scheme)(int)oracle_field(&oracle, "scheme");
        const struct problem *problem = oracle.problem;
        ck_assert_int_eq(restart_init(&restart, problem->n, problem->start, config), 0);
        oracle_walk(&oracle, walk_restart, &restart, 10 * TIGHT);
        if (config.scheme == RESTART_NEVER)
            ck_assert_uint_eq(restart.restarts, 0);
        restarts += restart.restarts;
        restart_free(&restart);
    }
    ck_assert_uint_gt(restarts, 3);
}
END_TEST

/* Steps until |x| < 1e-6 on 0.1 x², 0.2 y², 0.3 z² with a small learning rate. */
static size_t steps_needed(enum restart_scheme scheme, bool *rose)
{
    const struct problem *problem = problem_named("quadratic");
    struct restart restart;
    struct restart_config config = {.lr = (real)0.05, .scheme = scheme};
    real theta[3] = {1, 1, 1}, value = problem->value(theta);
    ck_assert_int_eq(restart_init(&restart, 3, theta, config), DESCENT_OK);
    *rose = false;
    while (problem->value(theta) > (real)1e-9 && restart.t < 10000) {
        walk_restart(&restart, problem, theta);
        *rose = *rose || problem->value(theta) > value;
        value = problem->value(theta);
    }
    restart_free(&restart);
    return restart.t;
}

START_TEST(restarts_save_steps)
{
    bool rose;
    size_t never = steps_needed(RESTART_NEVER, &rose);
    ck_assert(rose);
    ck_assert_uint_lt(2 * steps_needed(RESTART_FUNCTION, &rose), never);
    ck_assert_uint_lt(2 * steps_needed(RESTART_GRADIENT, &rose), never);
}
END_TEST

START_TEST(after_a_restart_it_starts_afresh)
{
    const struct problem *problem = problem_named("quadratic");
    struct restart restart, fresh;
    struct restart_config config = {.lr = 1, .scheme = RESTART_GRADIENT};
    real theta[3] = {1, 1, 1}, other[3];
    struct problem copy = *problem;
    ck_assert_int_eq(restart_init(&restart, 3, theta, config), DESCENT_OK);
    while (!restart_step(&restart, theta, problem_objective, &copy))
        ck_assert_uint_lt(restart.t, 100);
    ck_assert_uint_eq(restart.restarts, 1);
    memcpy(other, theta, sizeof theta);
    ck_assert_int_eq(restart_init(&fresh, 3, other, config), DESCENT_OK);
    for (int t = 0; t < 3; t++) {
        walk_restart(&restart, problem, theta);
        walk_restart(&fresh, problem, other);
        ck_assert_mem_eq(theta, other, sizeof theta);
    }
    restart_free(&restart);
    restart_free(&fresh);
}
END_TEST

/* f(θ) = ½ θ², of one parameter; or 1 everywhere if a context is given. */
static real half_square(size_t n, const real *theta, real *g, void *flat)
{
    ck_assert_uint_eq(n, 1);
    if (g)
        *g = flat ? 0 : *theta;
    return flat ? 1 : *theta * *theta / 2;
}

START_TEST(one_parameter)
{
    for (int scheme = RESTART_FUNCTION; scheme <= RESTART_GRADIENT; scheme++) {
        struct restart_config config = {.lr = (real)0.2};
        config.scheme = (enum restart_scheme)scheme;
        struct restart restart;
        real theta = 1;
        ck_assert_int_eq(restart_init(&restart, 1, &theta, config), DESCENT_OK);
        ck_assert(restart.y[0] == 1);
        while (!restart_step(&restart, &theta, half_square, NULL))
            ck_assert_uint_lt(restart.t, 100);
        ck_assert(restart.y[0] == theta && restart.a == 1);
        restart_free(&restart);
        /* On a plain there is no reason to restart. */
        ck_assert_int_eq(restart_init(&restart, 1, &theta, config), DESCENT_OK);
        for (int t = 0; t < 5; t++)
            ck_assert(!restart_step(&restart, &theta, half_square, &restart));
        restart_free(&restart);
    }
}
END_TEST

static real not_a_number(size_t n, const real *theta, real *g, void *context)
{
    (void)theta;
    (void)context;
    for (size_t i = 0; g && i < n; i++)
        g[i] = (real)NAN;
    return (real)NAN;
}

START_TEST(nan_nothing_and_bad_settings)
{
    struct restart restart;
    struct restart_config bad = restart_defaults();
    real theta[2] = {1, 1};
    for (int scheme = RESTART_NEVER; scheme <= RESTART_GRADIENT; scheme++) {
        struct restart_config config = {.lr = 1, .scheme = (enum restart_scheme)scheme};
        ck_assert_int_eq(restart_init(&restart, 2, theta, config), DESCENT_OK);
        ck_assert(!restart_step(&restart, theta, not_a_number, NULL));
        ck_assert(isnan(theta[0]) && isnan(theta[1]));
        restart_free(&restart);
        ck_assert_int_eq(restart_init(&restart, 0, NULL, config), DESCENT_OK);
        restart_step(&restart, NULL, not_a_number, NULL);
        restart_free(&restart);
        restart_free(&restart);
    }
    ASSERT_AMOUNT(restart, lr);
    bad.lr = -1;
    ck_assert_int_eq(restart_init(&restart, 2, theta, bad), DESCENT_ERANGE);
    restart_free(&restart);
    ASSERT_REFUSED(restart, scheme, (enum restart_scheme)3);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {restart_matches_oracle, restarts_save_steps,
                            after_a_restart_it_starts_afresh, one_parameter,
                            nan_nothing_and_bad_settings};
    return RUN_SUITE("restart", tests);
}
