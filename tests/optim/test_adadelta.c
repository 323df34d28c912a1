/* test_adadelta.c: AdaDelta against PyTorch (exercise 3.1). */
#include "optim/adadelta.h"
#include "support.h"

#include <math.h>

static struct adadelta_config config_of(const struct oracle *oracle)
{
    return (struct adadelta_config){.lr = oracle_field(oracle, "lr"),
                                    .rho = oracle_field(oracle, "rho"),
                                    .eps = oracle_field(oracle, "eps"),
                                    .l2 = oracle_field(oracle, "l2")};
}

DEFINE_ORACLE_TEST(adadelta, config_of)
DEFINE_MANNERS_TEST(adadelta)

START_TEST(lasagne_quadratic)
{
    struct adadelta_config config = adadelta_defaults();
    struct adadelta adadelta;
    real theta[3] = {1, 1, 1};
    config.rho = (real)0.95;
    ck_assert_int_eq(adadelta_init(&adadelta, 3, config), DESCENT_OK);
    for (int t = 0; t < 10; t++)
        walk_adadelta(&adadelta, problem_named("quadratic"), theta);
    ck_assert(relative_error(theta[0], (real)0.95453237704725) < TIGHT * 10);
    adadelta_free(&adadelta);
}
END_TEST

START_TEST(first_step_comes_from_eps)
{
    struct adadelta_config config = adadelta_defaults();
    struct adadelta adadelta;
    const real g[1] = {1000};
    real theta[1] = {0};
    ck_assert_int_eq(adadelta_init(&adadelta, 1, config), DESCENT_OK);
    adadelta_step(&adadelta, theta, g);
    ck_assert(relative_error(theta[0], (real)-sqrt(1e-6 / 0.1)) < 1e-9 + TIGHT);
    adadelta_free(&adadelta);
    config.eps = 0;
    ck_assert_int_eq(adadelta_init(&adadelta, 1, config), DESCENT_OK);
    theta[0] = 0;
    adadelta_step(&adadelta, theta, g);
    ck_assert(theta[0] == 0);
    adadelta_free(&adadelta);
}
END_TEST

START_TEST(lr_is_not_in_the_average)
{
    struct adadelta_config config = adadelta_defaults();
    struct adadelta one, half;
    const real g[1] = {2};
    real theta[1] = {0}, phi[1] = {0};
    ck_assert_int_eq(adadelta_init(&one, 1, config), DESCENT_OK);
    config.lr = (real)0.5;
    ck_assert_int_eq(adadelta_init(&half, 1, config), DESCENT_OK);
    for (int t = 0; t < 20; t++) {
        adadelta_step(&one, theta, g);
        adadelta_step(&half, phi, g);
    }
    ck_assert(phi[0] == theta[0] / 2 && one.d[0] == half.d[0]);
    adadelta_free(&one);
    adadelta_free(&half);
}
END_TEST

START_TEST(bad_settings_are_named)
{
    ASSERT_AMOUNT(adadelta, lr);
    ASSERT_SHARE(adadelta, rho);
    ASSERT_AMOUNT(adadelta, eps);
    ASSERT_AMOUNT(adadelta, l2);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {adadelta_matches_oracle,  adadelta_has_manners,
                            lasagne_quadratic,        first_step_comes_from_eps,
                            lr_is_not_in_the_average, bad_settings_are_named};
    return RUN_SUITE("adadelta", tests);
}
