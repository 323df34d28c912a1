/* test_rmsprop.c: RMSProp in all its variants against PyTorch and optax's formula. */
#include "optim/rmsprop.h"
#include "support.h"

#include <math.h>

static struct rmsprop_config config_of(const struct oracle *oracle)
{
    return (struct rmsprop_config){
        .lr = oracle_field(oracle, "lr"),
        .rho = oracle_field(oracle, "rho"),
        .eps = oracle_field(oracle, "eps"),
        .beta = oracle_field(oracle, "beta"),
        .l2 = oracle_field(oracle, "l2"),
        .eps_place = oracle_field(oracle, "inside") != 0 ? EPS_INSIDE : EPS_OUTSIDE,
        .centered = oracle_field(oracle, "centered") != 0};
}

DEFINE_ORACLE_TEST(rmsprop, config_of)
DEFINE_MANNERS_TEST(rmsprop)

START_TEST(lasagne_quadratic)
{
    struct rmsprop_config config = {
        .lr = (real)0.01, .rho = (real)0.9, .eps = (real)1e-6, .eps_place = EPS_OUTSIDE};
    struct rmsprop rmsprop;
    real theta[3] = {1, 1, 1};
    ck_assert_int_eq(rmsprop_init(&rmsprop, 3, config), DESCENT_OK);
    for (int t = 0; t < 10; t++)
        walk_rmsprop(&rmsprop, problem_named("quadratic"), theta);
    ck_assert(relative_error(theta[0], (real)0.83205403985348) < TIGHT * 10);
    rmsprop_free(&rmsprop);
}
END_TEST

/* All eight variants; the momentum is 0.9 where there is any. */
static struct rmsprop_config variant(int which)
{
    struct rmsprop_config config = rmsprop_defaults();
    config.eps_place = which & 1 ? EPS_INSIDE : EPS_OUTSIDE;
    config.centered = (which & 2) != 0;
    config.beta = which & 4 ? (real)0.9 : 0;
    return config;
}

START_TEST(gradients_may_be_in_any_unit)
{
    for (int which = 0; which < 8; which++) {
        struct rmsprop_config config = variant(which);
        struct rmsprop one, other;
        real theta[1] = {3}, phi[1] = {3};
        config.eps = 0;
        ck_assert_int_eq(rmsprop_init(&one, 1, config), DESCENT_OK);
        ck_assert_int_eq(rmsprop_init(&other, 1, config), DESCENT_OK);
        for (int t = 0; t < 50; t++) {
            const real g = (real)cos(7.0 * t), scaled = 1024 * g;
            rmsprop_step(&one, theta, &g);
            rmsprop_step(&other, phi, &scaled);
        }
        ck_assert(theta[0] == phi[0]);
        rmsprop_free(&one);
        rmsprop_free(&other);
    }
}
END_TEST

START_TEST(first_step_is_the_longest_it_can_be)
{
    struct rmsprop_config config = rmsprop_defaults();
    struct rmsprop rmsprop;
    real theta[1] = {0};
    const real g[1] = {5};
    ck_assert_int_eq(rmsprop_init(&rmsprop, 1, config), DESCENT_OK);
    rmsprop_step(&rmsprop, theta, g);
    ck_assert(relative_error(theta[0], -10 * config.lr) < 1e-7 + TIGHT);
    for (int t = 0; t < 5000; t++)
        theta[0] = 0, rmsprop_step(&rmsprop, theta, g);
    ck_assert(relative_error(theta[0], -config.lr) < 1e-7 + 10 * TIGHT);
    rmsprop_free(&rmsprop);
}
END_TEST

START_TEST(variance_below_zero_counts_as_zero)
{
    struct rmsprop_config config = variant(2);
    struct rmsprop rmsprop;
    const real g[1] = {(real)0.1};
    config.lr = config.eps;
    ck_assert_int_eq(rmsprop_init(&rmsprop, 1, config), DESCENT_OK);
    int below = 0;
    for (int t = 0; t < 20000; t++) {
        real theta[1] = {0};
        rmsprop_step(&rmsprop, theta, g);
        if (rmsprop.v[0] - rmsprop.m[0] * rmsprop.m[0] < 0) {
            below++;
            ck_assert(relative_error(theta[0], -g[0]) < TIGHT); /* lr g / (√0 + eps) */
        }
        ck_assert(isfinite(theta[0]));
    }
    ck_assert_int_gt(below, 0);
    rmsprop_free(&rmsprop);
}
END_TEST

START_TEST(nan_stays_in_its_coordinate)
{
    for (int which = 0; which < 8; which++) {
        struct rmsprop rmsprop;
        real theta[2] = {1, 1}, g[2] = {(real)NAN, 1};
        ck_assert_int_eq(rmsprop_init(&rmsprop, 2, variant(which)), DESCENT_OK);
        rmsprop_step(&rmsprop, theta, g);
        g[0] = 1;
        rmsprop_step(&rmsprop, theta, g);
        ck_assert(isnan(theta[0]) && isnan(rmsprop.v[0]) && isfinite(theta[1]));
        rmsprop_free(&rmsprop);
    }
}
END_TEST

START_TEST(nothing_to_optimize)
{
    for (int which = 0; which < 8; which++) {
        struct rmsprop rmsprop;
        ck_assert_int_eq(rmsprop_init(&rmsprop, 0, variant(which)), DESCENT_OK);
        rmsprop_step(&rmsprop, NULL, NULL);
        rmsprop_free(&rmsprop);
        rmsprop_free(&rmsprop);
    }
}
END_TEST

START_TEST(bad_settings_are_named)
{
    ASSERT_AMOUNT(rmsprop, lr);
    ASSERT_SHARE(rmsprop, rho);
    ASSERT_AMOUNT(rmsprop, eps);
    ASSERT_SHARE(rmsprop, beta);
    ASSERT_AMOUNT(rmsprop, l2);
    ASSERT_REFUSED(rmsprop, eps_place, (enum eps_place)7);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {rmsprop_matches_oracle,
                            rmsprop_has_manners,
                            lasagne_quadratic,
                            gradients_may_be_in_any_unit,
                            first_step_is_the_longest_it_can_be,
                            variance_below_zero_counts_as_zero,
                            nan_stays_in_its_coordinate,
                            nothing_to_optimize,
                            bad_settings_are_named};
    return RUN_SUITE("rmsprop", tests);
}
