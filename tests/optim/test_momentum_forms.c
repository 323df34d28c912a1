/* test_momentum_forms.c: the three forms of momentum are one movement. */
#include "optim/heavy_ball.h"
#include "optim/momentum_forms.h"
#include "support.h"

#include <math.h>

static struct momentum_average_config config_of(const struct oracle *oracle)
{
    return (struct momentum_average_config){.lr = oracle_field(oracle, "lr"),
                                            .beta = oracle_field(oracle, "beta"),
                                            .l2 = oracle_field(oracle, "l2")};
}

DEFINE_ORACLE_TEST(momentum_average, config_of)
DEFINE_MANNERS_TEST(momentum_average)

static void walk_heavy_ball(struct heavy_ball *ball, real *theta)
{
    real g[4];
    problem_named("logistic")->gradient(theta, g);
    heavy_ball_step(ball, theta, g);
}

/* Walks 5 steps in form `from`, 20 more in form `to`, rates and velocity converted. */
static void walk_changing(enum momentum_form from, enum momentum_form to, real *theta)
{
    struct momentum_rates rates = {.lr = (real)0.3, .beta = (real)0.9};
    real v[4] = {0};
    for (int leg = 0; leg < 2; leg++) {
        enum momentum_form form = leg ? to : from;
        struct momentum_rates now = momentum_convert(MOMENTUM_LR_OUTSIDE, form, rates);
        for (int t = 0; t < (leg ? 20 : 5); t++) {
            if (form == MOMENTUM_AVERAGE) {
                struct momentum_average_config config = {now.lr, now.beta, 0};
                struct momentum_average average = {.config = config, .n = 4, .v = v};
                walk_momentum_average(&average, problem_named("logistic"), theta);
            } else {
                struct heavy_ball_config config = {.lr = now.lr, .beta = now.beta};
                config.form = form;
                struct heavy_ball ball = {.config = config, .n = 4, .t = 1, .v = v};
                walk_heavy_ball(&ball, theta);
            }
        }
        if (leg == 0)
            for (int i = 0; i < 4; i++)
                v[i] *= momentum_velocity_factor(from, to, now);
    }
}

START_TEST(any_form_can_take_over)
{
    real expected[4] = {(real)0.5, (real)-0.25, (real)0.125, 1};
    walk_changing(MOMENTUM_LR_OUTSIDE, MOMENTUM_LR_OUTSIDE, expected);
    for (int from = 0; from < 3; from++)
        for (int to = 0; to < 3; to++) {
            real theta[4] = {(real)0.5, (real)-0.25, (real)0.125, 1};
            walk_changing((enum momentum_form)from, (enum momentum_form)to, theta);
            for (int i = 0; i < 4; i++)
                ck_assert(fabs((double)(theta[i] - expected[i])) < TIGHT);
        }
}
END_TEST

START_TEST(known_conversions)
{
    struct momentum_rates rates = {.lr = (real)0.25, .beta = (real)0.75}, out;
    out = momentum_convert(MOMENTUM_LR_OUTSIDE, MOMENTUM_AVERAGE, rates);
    ck_assert(out.lr == 1 && out.beta == (real)0.75);
    out = momentum_convert(MOMENTUM_AVERAGE, MOMENTUM_LR_INSIDE, rates);
    ck_assert(out.lr == (real)0.0625 && out.beta == (real)0.75);
    out = momentum_convert(MOMENTUM_LR_INSIDE, MOMENTUM_LR_OUTSIDE, rates);
    ck_assert(out.lr == (real)0.25 && out.beta == (real)0.75);
    ck_assert(momentum_velocity_factor(MOMENTUM_LR_OUTSIDE, MOMENTUM_LR_INSIDE, rates) ==
              (real)-0.25);
    ck_assert(momentum_velocity_factor(MOMENTUM_AVERAGE, MOMENTUM_LR_INSIDE, rates) ==
              (real)-0.25);
    ck_assert(momentum_velocity_factor(MOMENTUM_AVERAGE, MOMENTUM_LR_OUTSIDE, rates) ==
              4);
}
END_TEST

START_TEST(there_and_back)
{
    struct momentum_rates rates = {.lr = (real)0.3, .beta = (real)0.99}, there, back;
    for (int from = 0; from < 3; from++)
        for (int to = 0; to < 3; to++) {
            enum momentum_form a = (enum momentum_form)from, b = (enum momentum_form)to;
            there = momentum_convert(a, b, rates);
            back = momentum_convert(b, a, there);
            ck_assert(relative_error(back.lr, rates.lr) < TIGHT);
            ck_assert(back.beta == rates.beta);
            ck_assert(relative_error(momentum_velocity_factor(a, b, rates) *
                                         momentum_velocity_factor(b, a, there),
                                     1) < TIGHT);
        }
}
END_TEST

START_TEST(out_of_range_is_nan)
{
    const struct momentum_rates bad[] = {{-1, 0}, {(real)NAN, 0}, {(real)INFINITY, 0},
                                         {1, 1},  {1, -1},        {1, (real)NAN}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct momentum_rates out =
            momentum_convert(MOMENTUM_LR_OUTSIDE, MOMENTUM_AVERAGE, bad[i]);
        ck_assert(isnan(out.lr) && isnan(out.beta));
        ck_assert(isnan(
            momentum_velocity_factor(MOMENTUM_LR_OUTSIDE, MOMENTUM_AVERAGE, bad[i])));
    }
    ck_assert(isnan(momentum_velocity_factor(MOMENTUM_LR_INSIDE, MOMENTUM_LR_OUTSIDE,
                                             (struct momentum_rates){0, 0})));
}
END_TEST

START_TEST(bad_settings_are_named)
{
    ASSERT_AMOUNT(momentum_average, lr);
    ASSERT_SHARE(momentum_average, beta);
    ASSERT_AMOUNT(momentum_average, l2);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {momentum_average_matches_oracle,
                            any_form_can_take_over,
                            known_conversions,
                            there_and_back,
                            out_of_range_is_nan,
                            momentum_average_has_manners,
                            bad_settings_are_named};
    return RUN_SUITE("momentum_forms", tests);
}
