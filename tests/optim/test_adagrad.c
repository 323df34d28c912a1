/* test_adagrad.c: AdaGrad against PyTorch and optax's formula. */
#include "optim/adagrad.h"
#include "support.h"

#include <math.h>

static struct adagrad_config config_of(const struct oracle *oracle)
{
    return (struct adagrad_config){
        .lr = oracle_field(oracle, "lr"),
        .lr_decay = oracle_field(oracle, "lr_decay"),
        .eps = oracle_field(oracle, "eps"),
        .start = oracle_field(oracle, "start"),
        .l2 = oracle_field(oracle, "l2"),
        .eps_place = oracle_field(oracle, "inside") != 0 ? EPS_INSIDE : EPS_OUTSIDE};
}

DEFINE_ORACLE_TEST(adagrad, config_of)
DEFINE_MANNERS_TEST(adagrad)

START_TEST(lasagne_quadratic)
{
    struct adagrad_config config = adagrad_defaults();
    struct adagrad adagrad;
    real theta[3] = {1, 1, 1};
    config.lr = (real)0.1;
    ck_assert_int_eq(adagrad_init(&adagrad, 3, config), DESCENT_OK);
    for (int t = 0; t < 10; t++)
        walk_adagrad(&adagrad, problem_named("quadratic"), theta);
    ck_assert(relative_error(theta[0], (real)0.55373120047759) < TIGHT * 10);
    adagrad_free(&adagrad);
}
END_TEST

START_TEST(gradients_may_be_in_any_unit)
{
    struct adagrad_config config = adagrad_defaults();
    struct adagrad one, other;
    real theta[1] = {3}, phi[1] = {3};
    config.eps = 0;
    ck_assert_int_eq(adagrad_init(&one, 1, config), DESCENT_OK);
    ck_assert_int_eq(adagrad_init(&other, 1, config), DESCENT_OK);
    for (int t = 0; t < 50; t++) {
        const real g = (real)cos(7.0 * t), scaled = 1024 * g;
        adagrad_step(&one, theta, &g);
        adagrad_step(&other, phi, &scaled);
    }
    ck_assert(theta[0] == phi[0]); /* a power of two: not a bit differs */
    adagrad_free(&one);
    adagrad_free(&other);
}
END_TEST

START_TEST(first_step_is_lr_and_none_is_longer)
{
    struct adagrad_config config = adagrad_defaults();
    struct adagrad adagrad;
    real theta[1] = {0}, last = 0;
    ck_assert_int_eq(adagrad_init(&adagrad, 1, config), DESCENT_OK);
    for (int t = 0; t < 50; t++) {
        const real g = (real)(1 + t % 7);
        adagrad_step(&adagrad, theta, &g);
        double moved = fabs((double)(theta[0] - last));
        ck_assert(moved <= (double)config.lr * (1 + 1e4 * TIGHT));
        if (t == 0)
            ck_assert(relative_error(theta[0], -config.lr) < 1e-9 + TIGHT);
        last = theta[0];
    }
    adagrad_free(&adagrad);
}
END_TEST

START_TEST(zero_gradients)
{
    struct adagrad_config config = adagrad_defaults();
    struct adagrad adagrad;
    real theta[1] = {1};
    const real g[1] = {0};
    ck_assert_int_eq(adagrad_init(&adagrad, 1, config), DESCENT_OK);
    adagrad_step(&adagrad, theta, g);
    ck_assert(theta[0] == 1);
    adagrad_free(&adagrad);
    config.eps = 0;
    ck_assert_int_eq(adagrad_init(&adagrad, 1, config), DESCENT_OK);
    adagrad_step(&adagrad, theta, g);
    ck_assert(isnan(theta[0]));
    adagrad_free(&adagrad);
}
END_TEST

START_TEST(bad_settings_are_named)
{
    ASSERT_AMOUNT(adagrad, lr);
    ASSERT_AMOUNT(adagrad, lr_decay);
    ASSERT_AMOUNT(adagrad, eps);
    ASSERT_AMOUNT(adagrad, start);
    ASSERT_AMOUNT(adagrad, l2);
    ASSERT_REFUSED(adagrad, eps_place, (enum eps_place)7);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {adagrad_matches_oracle,
                            lasagne_quadratic,
                            gradients_may_be_in_any_unit,
                            first_step_is_lr_and_none_is_longer,
                            zero_gradients,
                            adagrad_has_manners,
                            bad_settings_are_named};
    return RUN_SUITE("adagrad", tests);
}
