/* test_adam.c: Adam and AMSGrad against PyTorch and optax (exercises 3.2 and 3.3). */
#include "optim/adam.h"
#include "optim/amsgrad.h"
#include "support.h"

#include <math.h>

static struct adam_config adam_of(const struct oracle *oracle)
{
    return (struct adam_config){.lr = oracle_field(oracle, "lr"),
                                .beta1 = oracle_field(oracle, "beta1"),
                                .beta2 = oracle_field(oracle, "beta2"),
                                .eps = oracle_field(oracle, "eps"),
                                .l2 = oracle_field(oracle, "l2"),
                                .eps_place = oracle_field(oracle, "before") != 0
                                                 ? ADAM_EPS_BEFORE
                                                 : ADAM_EPS_AFTER};
}

static struct amsgrad_config amsgrad_of(const struct oracle *oracle)
{
    return (struct amsgrad_config){.lr = oracle_field(oracle, "lr"),
                                   .beta1 = oracle_field(oracle, "beta1"),
                                   .beta2 = oracle_field(oracle, "beta2"),
                                   .eps = oracle_field(oracle, "eps"),
                                   .l2 = oracle_field(oracle, "l2"),
                                   .order = oracle_field(oracle, "corrected") != 0
                                                ? AMSGRAD_MAX_CORRECTED
                                                : AMSGRAD_MAX_RAW};
}

DEFINE_ORACLE_TEST(adam, adam_of)
DEFINE_ORACLE_TEST(amsgrad, amsgrad_of)
DEFINE_MANNERS_TEST(adam)
DEFINE_MANNERS_TEST(amsgrad)

/* Adam of Rosenbrock from (-1.2, 1), ten steps of 0.1. */
static void assert_rosenbrock(real l2, double x, double y)
{
    struct adam_config config = adam_defaults();
    struct adam adam;
    real theta[2] = {(real)-1.2, 1};
    config.lr = (real)0.1;
    config.l2 = l2;
    ck_assert_int_eq(adam_init(&adam, 2, config), DESCENT_OK);
    for (int t = 0; t < 10; t++)
        walk_adam(&adam, problem_named("rosenbrock"), theta);
    ck_assert(relative_error(theta[0], (real)x) < 1e-9 + TIGHT);
    ck_assert(relative_error(theta[1], (real)y) < 1e-9 + TIGHT);
    adam_free(&adam);
}

START_TEST(published_numbers)
{
    assert_rosenbrock(0, -1.0989041047, 1.0192858816);
    assert_rosenbrock((real)0.1, -1.0981183133, 1.0176661928);
}
END_TEST

static void assert_amsgrad(enum amsgrad_order order, double x, double y)
{
    struct amsgrad_config config = amsgrad_defaults();
    struct amsgrad amsgrad;
    real theta[2] = {(real)-1.2, 1};
    config.lr = (real)0.1;
    config.order = order;
    ck_assert_int_eq(amsgrad_init(&amsgrad, 2, config), DESCENT_OK);
    for (int t = 0; t < 10; t++)
        walk_amsgrad(&amsgrad, problem_named("rosenbrock"), theta);
    ck_assert(relative_error(theta[0], (real)x) < 1e-9 + TIGHT);
    ck_assert(relative_error(theta[1], (real)y) < 1e-9 + TIGHT);
    amsgrad_free(&amsgrad);
}

START_TEST(orders_of_the_maximum_differ)
{
    assert_amsgrad(AMSGRAD_MAX_RAW, -1.0989041047, 1.0192858816);
    assert_amsgrad(AMSGRAD_MAX_CORRECTED, -1.0522307886, 1.1022232884);
}
END_TEST

/* The gradient of the online problem of Reddi et al.: 3 every third step, else -1. */
static real reddi(size_t t)
{
    return t % 3 == 1 ? 3 : -1;
}

static real clipped(real x)
{
    return x > 1 ? 1 : x < -1 ? -1 : x;
}

START_TEST(adam_walks_the_wrong_way)
{
    struct adam_config config = {.beta2 = (real)0.1, .eps = (real)1e-8};
    struct adam adam;
    real theta[1] = {0};
    ck_assert_int_eq(adam_init(&adam, 1, config), DESCENT_OK);
    for (size_t t = 1; t <= 3000; t++) {
        const real g[1] = {reddi(t)};
        adam.config.lr = (real)(0.5 / sqrt((double)t));
        adam_step(&adam, theta, g);
        theta[0] = clipped(theta[0]);
    }
    ck_assert(theta[0] > (real)0.98);
    adam_free(&adam);
}
END_TEST

START_TEST(amsgrad_finds_the_way)
{
    for (int order = 0; order < 2; order++) {
        struct amsgrad_config config = {.beta2 = (real)0.1, .eps = (real)1e-8};
        struct amsgrad amsgrad;
        real theta[1] = {0};
        config.order = order ? AMSGRAD_MAX_CORRECTED : AMSGRAD_MAX_RAW;
        ck_assert_int_eq(amsgrad_init(&amsgrad, 1, config), DESCENT_OK);
        for (size_t t = 1; t <= 3000; t++) {
            const real g[1] = {reddi(t)};
            amsgrad.config.lr = (real)(0.5 / sqrt((double)t));
            amsgrad_step(&amsgrad, theta, g);
            theta[0] = clipped(theta[0]);
        }
        ck_assert(theta[0] < (real)-0.95);
        amsgrad_free(&amsgrad);
    }
}
END_TEST

START_TEST(first_step_is_lr)
{
    const real gradients[] = {(real)1e-3, -1, (real)1e6};
    for (size_t i = 0; i < 3; i++) {
        struct adam adam;
        real theta[1] = {0};
        ck_assert_int_eq(adam_init(&adam, 1, adam_defaults()), DESCENT_OK);
        adam_step(&adam, theta, &gradients[i]);
        ck_assert(fabs(fabs((double)theta[0]) - 1e-3) < 1e-3 * (1.1e-5 + 1e3 * TIGHT));
        adam_free(&adam);
    }
}
END_TEST

/* |Δθ| ≤ η max(1, (1 - β₁)/√(1 - β₂)), the bound of the paper's section 2.1, which holds
 * per step up to the corrections; with constant gradients it is η. */
START_TEST(steps_are_bounded)
{
    struct adam adam;
    real theta[1] = {0}, last = 0;
    ck_assert_int_eq(adam_init(&adam, 1, adam_defaults()), DESCENT_OK);
    const double bound = 1e-3 * 0.1 / sqrt(1e-3) * 1.001;
    for (int t = 0; t < 3000; t++) {
        const real g[1] = {t % 1000 == 999 ? (real)1e4 : (real)1e-4};
        adam_step(&adam, theta, g);
        ck_assert(fabs((double)(theta[0] - last)) < bound);
        last = theta[0];
    }
    adam_free(&adam);
}
END_TEST

START_TEST(gradients_may_be_in_any_unit)
{
    struct adam_config config = adam_defaults();
    struct adam one, other;
    real theta[1] = {3}, phi[1] = {3};
    config.eps = 0;
    ck_assert_int_eq(adam_init(&one, 1, config), DESCENT_OK);
    ck_assert_int_eq(adam_init(&other, 1, config), DESCENT_OK);
    for (int t = 0; t < 50; t++) {
        const real g = (real)cos(7.0 * t), scaled = 1024 * g;
        adam_step(&one, theta, &g);
        adam_step(&other, phi, &scaled);
    }
    ck_assert(theta[0] == phi[0]);
    adam_free(&one);
    adam_free(&other);
}
END_TEST

START_TEST(amsgrad_never_speeds_up)
{
    for (int order = AMSGRAD_MAX_RAW; order <= AMSGRAD_MAX_CORRECTED; order++) {
        struct amsgrad_config config = amsgrad_defaults();
        struct amsgrad amsgrad;
        real theta[1] = {0}, last = 0;
        config.beta2 = (real)0.9;
        config.order = (enum amsgrad_order)order;
        ck_assert_int_eq(amsgrad_init(&amsgrad, 1, config), DESCENT_OK);
        for (int t = 0; t < 500; t++) {
            const real g[1] = {t < 100 ? 1 + (real)t / 11 : 1};
            amsgrad_step(&amsgrad, theta, g);
            real seen = amsgrad.v[0];
            if (order == AMSGRAD_MAX_CORRECTED)
                seen *= 1 / (1 - amsgrad.beta2_power);
            ck_assert(amsgrad.v_max[0] == (seen > last ? seen : last));
            last = amsgrad.v_max[0];
        }
        ck_assert(amsgrad.v[0] < 2 && last > 80); /* v has forgotten, v_max has not */
        amsgrad_free(&amsgrad);
    }
}
END_TEST

START_TEST(nan_stays_in_the_maximum)
{
    struct amsgrad amsgrad;
    real theta[1] = {0};
    const real g[2] = {(real)NAN, 1};
    ck_assert_int_eq(amsgrad_init(&amsgrad, 1, amsgrad_defaults()), DESCENT_OK);
    amsgrad_step(&amsgrad, theta, &g[0]);
    amsgrad_step(&amsgrad, theta, &g[1]);
    ck_assert(isnan(amsgrad.v_max[0]));
    amsgrad_free(&amsgrad);
}
END_TEST

START_TEST(bad_settings_are_named)
{
    ASSERT_AMOUNT(adam, lr);
    ASSERT_SHARE(adam, beta1);
    ASSERT_SHARE(adam, beta2);
    ASSERT_AMOUNT(adam, eps);
    ASSERT_AMOUNT(adam, l2);
    ASSERT_REFUSED(adam, eps_place, (enum adam_eps_place)9);
    ASSERT_AMOUNT(amsgrad, lr);
    ASSERT_SHARE(amsgrad, beta1);
    ASSERT_SHARE(amsgrad, beta2);
    ASSERT_AMOUNT(amsgrad, eps);
    ASSERT_AMOUNT(amsgrad, l2);
    ASSERT_REFUSED(amsgrad, order, (enum amsgrad_order)9);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {adam_matches_oracle,
                            amsgrad_matches_oracle,
                            adam_has_manners,
                            amsgrad_has_manners,
                            published_numbers,
                            orders_of_the_maximum_differ,
                            adam_walks_the_wrong_way,
                            amsgrad_finds_the_way,
                            first_step_is_lr,
                            steps_are_bounded,
                            gradients_may_be_in_any_unit,
                            amsgrad_never_speeds_up,
                            nan_stays_in_the_maximum,
                            bad_settings_are_named};
    return RUN_SUITE("adam", tests);
}
