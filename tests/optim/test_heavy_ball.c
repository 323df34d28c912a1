/* test_heavy_ball.c: momentum against PyTorch's SGD and ensmallen's formula. */
#include "optim/heavy_ball.h"
#include "support.h"

#include <math.h>

static struct heavy_ball_config config_of(const struct oracle *oracle)
{
    return (struct heavy_ball_config){.lr = oracle_field(oracle, "lr"),
                                      .beta = oracle_field(oracle, "beta"),
                                      .dampening = oracle_field(oracle, "dampening"),
                                      .l2 = oracle_field(oracle, "l2"),
                                      .form = oracle_field(oracle, "form") == 0
                                                  ? MOMENTUM_LR_INSIDE
                                                  : MOMENTUM_LR_OUTSIDE};
}

DEFINE_ORACLE_TEST(heavy_ball, config_of)
DEFINE_MANNERS_TEST(heavy_ball)

static void walk_ten(const char *problem, struct heavy_ball_config config, real *theta)
{
    struct heavy_ball ball;
    ck_assert_int_eq(heavy_ball_init(&ball, problem_named(problem)->n, config), 0);
    for (int t = 0; t < 10; t++)
        walk_heavy_ball(&ball, problem_named(problem), theta);
    heavy_ball_free(&ball);
}

START_TEST(published_numbers)
{
    struct heavy_ball_config config = heavy_ball_defaults();
    real theta[3] = {1, 1, 1}, rosen[2] = {(real)-1.2, 1}, damped[2] = {(real)-1.2, 1};
    config.lr = (real)0.1;
    config.beta = (real)0.5;
    walk_ten("quadratic", config, theta);
    ck_assert(relative_error(theta[0], (real)0.6848486952183) < TIGHT * 10);
    config.lr = (real)1e-3;
    config.beta = (real)0.9;
    walk_ten("rosenbrock", config, rosen);
    ck_assert(relative_error(rosen[0], (real)-0.8139232313) < 1e-9 + TIGHT);
    ck_assert(relative_error(rosen[1], (real)0.7548677722) < 1e-9 + TIGHT);
    config.dampening = (real)0.9;
    walk_ten("rosenbrock", config, damped);
    ck_assert(relative_error(damped[0], (real)-0.3310657747) < 1e-9 + TIGHT * 10);
    ck_assert(relative_error(damped[1], (real)1.0332165733) < 1e-9 + TIGHT * 10);
}
END_TEST

START_TEST(velocity_is_the_unrolled_sum)
{
    struct heavy_ball ball;
    const real g[5] = {1, -2, 3, (real)0.5, 7};
    real theta[1] = {0}, sum = 0;
    ck_assert_int_eq(heavy_ball_init(&ball, 1, heavy_ball_defaults()), DESCENT_OK);
    for (int t = 0; t < 5; t++)
        heavy_ball_step(&ball, theta, &g[t]);
    for (int i = 0; i < 5; i++)
        sum += (real)pow((double)ball.config.beta, i) * g[4 - i];
    ck_assert(relative_error(ball.v[0], sum) < TIGHT);
    heavy_ball_free(&ball);
}
END_TEST

START_TEST(first_gradient_is_not_dampened)
{
    struct heavy_ball_config config = {
        .lr = 1, .beta = (real)0.5, .dampening = (real)0.75};
    const real g[1] = {8};
    config.form = MOMENTUM_LR_OUTSIDE;
    struct heavy_ball ball;
    real theta[1] = {0};
    ck_assert_int_eq(heavy_ball_init(&ball, 1, config), DESCENT_OK);
    heavy_ball_step(&ball, theta, g);
    ck_assert(ball.v[0] == 8);
    heavy_ball_step(&ball, theta, g);
    ck_assert(ball.v[0] == 4 + 2);
    heavy_ball_free(&ball);
}
END_TEST

/* How far apart (a) and (b) are after ten steps on the quadratic, the learning rate being
 * multiplied by `factor` half-way. */
static double distance_of_forms(real factor)
{
    real end[2][3] = {{1, 1, 1}, {1, 1, 1}};
    for (int form = 0; form < 2; form++) {
        struct heavy_ball_config config = heavy_ball_defaults();
        config.lr = (real)0.25;
        config.dampening = (real)0.25;
        config.form = form ? MOMENTUM_LR_OUTSIDE : MOMENTUM_LR_INSIDE;
        struct heavy_ball ball;
        ck_assert_int_eq(heavy_ball_init(&ball, 3, config), DESCENT_OK);
        for (int t = 0; t < 10; t++) {
            if (t == 5)
                ball.config.lr *= factor;
            walk_heavy_ball(&ball, problem_named("quadratic"), end[form]);
        }
        heavy_ball_free(&ball);
    }
    return fabs((double)(end[0][0] - end[1][0]));
}

START_TEST(forms_differ_only_when_lr_changes)
{
    ck_assert(distance_of_forms(1) < TIGHT);
    ck_assert(distance_of_forms((real)0.125) > 0.1);
}
END_TEST

START_TEST(bad_settings_are_named)
{
    ASSERT_AMOUNT(heavy_ball, lr);
    ASSERT_SHARE(heavy_ball, beta);
    ASSERT_SHARE(heavy_ball, dampening);
    ASSERT_AMOUNT(heavy_ball, l2);
    ASSERT_REFUSED(heavy_ball, form, MOMENTUM_AVERAGE);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {heavy_ball_matches_oracle,
                            published_numbers,
                            velocity_is_the_unrolled_sum,
                            first_gradient_is_not_dampened,
                            forms_differ_only_when_lr_changes,
                            heavy_ball_has_manners,
                            bad_settings_are_named};
    return RUN_SUITE("heavy_ball", tests);
}
