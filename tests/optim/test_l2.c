/* test_l2.c: penalty and decay, with and without momentum (exercises 6.1 and 6.2). */
#include "optim/heavy_ball.h"
#include "optim/l2_decay.h"
#include "optim/l2_momentum.h"
#include "optim/sgd.h"
#include "optim/sgdw.h"
#include "support.h"

#include <math.h>
#include <string.h>

START_TEST(known_conversions)
{
    ck_assert(l2_to_decay((real)0.5, L2_HALF, (real)0.25, DECAY_TIMES_LR) == (real)0.5);
    ck_assert(l2_to_decay((real)0.5, L2_HALF, (real)0.25, DECAY_INDEPENDENT) ==
              (real)0.125);
    ck_assert(l2_to_decay((real)0.5, L2_PLAIN, (real)0.25, DECAY_TIMES_LR) == 1);
    ck_assert(l2_to_decay((real)0.5, L2_PLAIN, (real)0.25, DECAY_INDEPENDENT) ==
              (real)0.25);
    ck_assert(l2_to_decay(0, L2_PLAIN, 1, DECAY_INDEPENDENT) == 0);
    for (int i = 0; i < 4; i++) {
        enum l2_form form = i & 1 ? L2_PLAIN : L2_HALF;
        enum decoupling decoupling = i & 2 ? DECAY_INDEPENDENT : DECAY_TIMES_LR;
        real decay = l2_to_decay((real)0.3, form, (real)0.01, decoupling);
        ck_assert(relative_error(decay_to_l2(decay, decoupling, (real)0.01, form),
                                 (real)0.3) < TIGHT);
    }
}
END_TEST

START_TEST(sgd_cannot_tell_them_apart)
{
    for (int alone = 0; alone < 2; alone++) {
        enum decoupling decoupling = alone ? DECAY_INDEPENDENT : DECAY_TIMES_LR;
        struct sgd sgd;
        struct sgdw sgdw;
        struct sgdw_config config = {.lr = (real)0.2, .decoupling = decoupling};
        real theta[4], phi[4], g[4];
        config.decay = l2_to_decay((real)0.05, L2_HALF, config.lr, decoupling);
        ck_assert_int_eq(sgd_init(&sgd, 4, (struct sgd_config){config.lr, (real)0.05}),
                         0);
        ck_assert_int_eq(sgdw_init(&sgdw, 4, config), 0);
        memcpy(theta, problem_named("logistic")->start, sizeof theta);
        memcpy(phi, theta, sizeof theta);
        for (int t = 0; t < 30; t++) {
            problem_named("logistic")->gradient(theta, g);
            sgd_step(&sgd, theta, g);
            problem_named("logistic")->gradient(phi, g);
            sgdw_step(&sgdw, phi, g);
            for (int i = 0; i < 4; i++)
                ck_assert(fabs((double)(theta[i] - phi[i])) < TIGHT);
        }
        sgdw_free(&sgdw);
    }
}
END_TEST

START_TEST(half_lives)
{
    ck_assert(relative_error(decay_half_life((real)0.5, DECAY_INDEPENDENT, 1), 1) <
              TIGHT);
    ck_assert(relative_error(decay_half_life(1, DECAY_TIMES_LR, (real)0.5), 1) < TIGHT);
    real tiny = sizeof(real) == 4 ? (real)1e-6 : (real)1e-12;
    ck_assert(relative_error(decay_half_life(tiny, DECAY_INDEPENDENT, 1),
                             (real)(log(2.0) * (1 / (double)tiny - 0.5))) < TIGHT);
    ck_assert(isnan(decay_half_life(1, DECAY_INDEPENDENT, 1)));
    ck_assert(isnan(decay_half_life(0, DECAY_INDEPENDENT, 1)));
    ck_assert(isnan(decay_half_life(4, DECAY_TIMES_LR, (real)0.5)));
}
END_TEST

START_TEST(conversions_out_of_range)
{
    const real bad[] = {-1, (real)NAN, (real)INFINITY};
    for (size_t i = 0; i < 3; i++) {
        ck_assert(isnan(l2_to_decay(bad[i], L2_HALF, 1, DECAY_INDEPENDENT)));
        ck_assert(isnan(l2_to_decay(1, L2_HALF, bad[i], DECAY_INDEPENDENT)));
        ck_assert(isnan(decay_to_l2(bad[i], DECAY_INDEPENDENT, 1, L2_HALF)));
        ck_assert(isnan(decay_to_l2(1, DECAY_INDEPENDENT, bad[i], L2_HALF)));
        ck_assert(isnan(decay_half_life(bad[i], DECAY_INDEPENDENT, 1)));
        ck_assert(isnan(decay_half_life(1, DECAY_INDEPENDENT, bad[i])));
    }
    ck_assert(isnan(l2_to_decay(1, L2_HALF, 0, DECAY_INDEPENDENT)));
    ck_assert(isnan(decay_to_l2(1, DECAY_INDEPENDENT, 0, L2_HALF)));
}
END_TEST

/* The closed forms against the heavy ball itself, whose gradient is 0 but for the
 * penalty. */
static void compare_with_steps(real lr, real beta, real l2)
{
    struct heavy_ball_config config = heavy_ball_defaults();
    struct heavy_ball ball;
    const real g[1] = {0};
    real theta[1] = {1};
    config.lr = lr, config.beta = beta, config.l2 = l2;
    ck_assert_int_eq(heavy_ball_init(&ball, 1, config), DESCENT_OK);
    for (uint64_t t = 0; t < 200; t++) {
        double difference =
            fabs((double)l2_momentum_left(lr, beta, l2, t) - (double)theta[0]);
        ck_assert_msg(difference < (sizeof(real) == 4 ? 1e-3 : 1e-9),
                      "lr %g, beta %g, l2 %g, step %d: off by %g", (double)lr,
                      (double)beta, (double)l2, (int)t, difference);
        heavy_ball_step(&ball, theta, g);
    }
    heavy_ball_free(&ball);
}

START_TEST(what_is_left_in_each_regime)
{
    compare_with_steps((real)0.1, (real)0.9, (real)0.01); /* real roots */
    compare_with_steps((real)0.1, (real)0.9, 1);          /* complex roots */
    compare_with_steps(1, (real)0.25, (real)0.25);        /* one root, twice */
    compare_with_steps(1, (real)0.25, (real)0.2500001);   /* nearly so */
    compare_with_steps(1, (real)0.25, (real)0.2499999);
    compare_with_steps((real)0.5, 0, (real)0.5);
    compare_with_steps(1, 0, 1);
    compare_with_steps(1, (real)0.9, 1);
    compare_with_steps(0, (real)0.9, 1);
    compare_with_steps((real)0.1, (real)0.99, 0);
}
END_TEST

/* So many steps that each may do nothing, or next to it: what is left is exp(-x t) with x
 * = ηλ/(1 - β), but for a share of the order of x. */
START_TEST(what_is_left_after_very_many_steps)
{
    const double tolerance = sizeof(real) == 4 ? 1e-3 : 1e-9;
    const real beta = (real)0.9;
    ck_assert(fabs((double)l2_momentum_left(1, beta, 0, UINT64_MAX) - 1) < tolerance);
    ck_assert(fabs((double)l2_momentum_left(0, beta, 1, UINT64_MAX) - 1) < tolerance);
    ck_assert(fabs((double)l2_momentum_left(1, 0, 0, UINT64_MAX) - 1) < tolerance);
    ck_assert(l2_momentum_pull(1, beta, 0, UINT64_MAX) == 0);
    uint64_t steps = 10;
    for (int k = 1; k <= 12; k++, steps *= 10) {
        double left = (double)l2_momentum_left((real)1e-6, beta, (real)1e-6, steps);
        ck_assert_msg(fabs(left - exp(-1e-11 * (double)steps)) < tolerance,
                      "after 1e%d steps %.12g is left", k, left);
    }
    ck_assert(l2_momentum_left((real)1e-6, beta, (real)1e-6, UINT64_MAX) == 0);
}
END_TEST

START_TEST(pull_of_one_step)
{
    /* One step with the penalty, the rest without any gradient. */
    const real lr = (real)0.1, beta = (real)0.9, l2 = (real)0.5, g[1] = {0};
    struct heavy_ball_config config = heavy_ball_defaults();
    struct heavy_ball ball;
    real theta[1] = {1};
    config.lr = lr, config.beta = beta, config.l2 = l2;
    ck_assert_int_eq(heavy_ball_init(&ball, 1, config), DESCENT_OK);
    for (uint64_t k = 0; k < 60; k++) {
        ck_assert(fabs((double)(1 - theta[0] - l2_momentum_pull(lr, beta, l2, k))) <
                  TIGHT);
        heavy_ball_step(&ball, theta, g);
        ball.config.l2 = 0;
    }
    heavy_ball_free(&ball);
    ck_assert(l2_momentum_pull(lr, beta, l2, 0) == 0);
    ck_assert(relative_error(l2_momentum_pull(lr, beta, l2, 1), lr * l2) < TIGHT);
    ck_assert(relative_error(l2_momentum_pull(lr, beta, l2, UINT64_MAX), (real)0.5) <
              TIGHT);
    ck_assert(l2_momentum_pull(1, 0, (real)0.5, UINT64_MAX) == (real)0.5);
}
END_TEST

START_TEST(momentum_out_of_range)
{
    ck_assert(isnan(l2_momentum_pull(-1, 0, 1, 1)));
    ck_assert(isnan(l2_momentum_pull(1, 1, 1, 1)));
    ck_assert(isnan(l2_momentum_pull(1, 0, (real)NAN, 0)));
    ck_assert(isnan(l2_momentum_left((real)NAN, 0, 1, 1)));
    ck_assert(isnan(l2_momentum_left(1, (real)-0.1, 1, 1)));
    ck_assert(isnan(l2_momentum_left(1, 0, (real)1.5, 0)));
    ck_assert(l2_momentum_left((real)0.1, (real)0.9, (real)0.1, UINT64_MAX) == 0);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {known_conversions,
                            sgd_cannot_tell_them_apart,
                            half_lives,
                            conversions_out_of_range,
                            what_is_left_in_each_regime,
                            what_is_left_after_very_many_steps,
                            pull_of_one_step,
                            momentum_out_of_range};
    return RUN_SUITE("l2", tests);
}
