/* test_adamw.c: decoupled decay, AdamW (exercise 6.3) and SGDW. */
#include "optim/adam.h"
#include "optim/adamw.h"
#include "optim/sgdw.h"
#include "support.h"

#include <math.h>

static enum decoupling decoupling_of(const struct oracle *oracle)
{
    return oracle_field(oracle, "alone") != 0 ? DECAY_INDEPENDENT : DECAY_TIMES_LR;
}

static struct adamw_config adamw_of(const struct oracle *oracle)
{
    return (struct adamw_config){.lr = oracle_field(oracle, "lr"),
                                 .beta1 = oracle_field(oracle, "beta1"),
                                 .beta2 = oracle_field(oracle, "beta2"),
                                 .eps = oracle_field(oracle, "eps"),
                                 .decay = oracle_field(oracle, "decay"),
                                 .decoupling = decoupling_of(oracle)};
}

static struct sgdw_config sgdw_of(const struct oracle *oracle)
{
    return (struct sgdw_config){.lr = oracle_field(oracle, "lr"),
                                .beta = oracle_field(oracle, "beta"),
                                .decay = oracle_field(oracle, "decay"),
                                .decoupling = decoupling_of(oracle)};
}

static void walk_adamw(void *method, const struct problem *problem, real *theta)
{
    real g[4];
    problem->gradient(theta, g);
    adamw_step(method, theta, g);
}

static void walk_sgdw(void *method, const struct problem *problem, real *theta)
{
    real g[4];
    problem->gradient(theta, g);
    sgdw_step(method, theta, g);
}

START_TEST(adamw_matches_oracle)
{
    struct oracle oracle = oracle_open("adamw");
    while (oracle_next(&oracle)) {
        struct adamw adamw;
        ck_assert_int_eq(adamw_init(&adamw, oracle.problem->n, adamw_of(&oracle)), 0);
        ck_assert(adamw.schedule == 1);
        adamw.schedule = oracle_field(&oracle, "schedule");
        oracle_walk(&oracle, walk_adamw, &adamw, TIGHT);
        adamw_free(&adamw);
    }
}
END_TEST

START_TEST(sgdw_matches_oracle)
{
    struct oracle oracle = oracle_open("sgdw");
    while (oracle_next(&oracle)) {
        struct sgdw sgdw;
        ck_assert_int_eq(sgdw_init(&sgdw, oracle.problem->n, sgdw_of(&oracle)), 0);
        ck_assert(sgdw.schedule == 1);
        sgdw.schedule = oracle_field(&oracle, "schedule");
        oracle_walk(&oracle, walk_sgdw, &sgdw, TIGHT);
        sgdw_free(&sgdw);
    }
}
END_TEST

DEFINE_MANNERS_TEST(adamw)
DEFINE_MANNERS_TEST(sgdw)

START_TEST(published_numbers)
{
    struct adamw_config config = adamw_defaults();
    struct adamw adamw;
    real theta[2] = {(real)-1.2, 1};
    config.lr = (real)0.1;
    config.decay = (real)0.1;
    ck_assert_int_eq(adamw_init(&adamw, 2, config), DESCENT_OK);
    for (int t = 0; t < 10; t++)
        walk_adamw(&adamw, problem_named("rosenbrock"), theta);
    ck_assert(relative_error(theta[0], (real)-1.0238419138) < 1e-9 + TIGHT);
    ck_assert(relative_error(theta[1], (real)0.8779608186) < 1e-9 + TIGHT);
    adamw_free(&adamw);
}
END_TEST

START_TEST(without_decay_it_is_adam)
{
    struct adamw_config config = adamw_defaults();
    struct adamw adamw;
    struct adam adam;
    real theta[1] = {1}, phi[1] = {1};
    config.decay = 0;
    ck_assert_int_eq(adamw_init(&adamw, 1, config), DESCENT_OK);
    ck_assert_int_eq(adam_init(&adam, 1, adam_defaults()), DESCENT_OK);
    for (int t = 0; t < 20; t++) {
        const real g[1] = {(real)cos(7.0 * t)};
        adamw_step(&adamw, theta, g);
        adam_step(&adam, phi, g);
        ck_assert(relative_error(theta[0], phi[0]) < TIGHT);
    }
    adamw_free(&adamw);
    adam_free(&adam);
}
END_TEST

START_TEST(zero_gradients_leave_the_decay)
{
    const real g[1] = {0};
    for (int alone = 0; alone < 2; alone++) {
        struct adamw_config a = adamw_defaults();
        struct sgdw_config s = sgdw_defaults();
        struct adamw adamw;
        struct sgdw sgdw;
        real theta[1] = {1}, phi[1] = {1};
        a.lr = s.lr = (real)0.5;
        a.decay = s.decay = (real)0.25;
        a.decoupling = s.decoupling = alone ? DECAY_INDEPENDENT : DECAY_TIMES_LR;
        ck_assert_int_eq(adamw_init(&adamw, 1, a), DESCENT_OK);
        ck_assert_int_eq(sgdw_init(&sgdw, 1, s), DESCENT_OK);
        adamw.schedule = sgdw.schedule = (real)0.5;
        adamw_step(&adamw, theta, g);
        sgdw_step(&sgdw, phi, g);
        ck_assert(theta[0] == (alone ? (real)0.875 : (real)0.9375));
        ck_assert(phi[0] == theta[0]);
        ck_assert(adamw.m[0] == 0 && adamw.v[0] == 0 && sgdw.v[0] == 0);
        adamw_free(&adamw);
        sgdw_free(&sgdw);
    }
}
END_TEST

START_TEST(bad_settings_are_named)
{
    ASSERT_AMOUNT(adamw, lr);
    ASSERT_SHARE(adamw, beta1);
    ASSERT_SHARE(adamw, beta2);
    ASSERT_AMOUNT(adamw, eps);
    ASSERT_AMOUNT(adamw, decay);
    ASSERT_REFUSED(adamw, decoupling, (enum decoupling)9);
    ASSERT_AMOUNT(sgdw, lr);
    ASSERT_SHARE(sgdw, beta);
    ASSERT_AMOUNT(sgdw, decay);
    ASSERT_REFUSED(sgdw, decoupling, (enum decoupling)9);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {adamw_matches_oracle,
                            sgdw_matches_oracle,
                            adamw_has_manners,
                            sgdw_has_manners,
                            published_numbers,
                            without_decay_it_is_adam,
                            zero_gradients_leave_the_decay,
                            bad_settings_are_named};
    return RUN_SUITE("adamw", tests);
}
