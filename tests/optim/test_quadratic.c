/* test_quadratic.c: what theory says of momentum on a quadratic (exercises 2.4, 2.5). */
#include "optim/heavy_ball.h"
#include "optim/momentum_spectrum.h"
#include "optim/quadratic_tuning.h"
#include "support.h"

#include <float.h>
#include <math.h>

START_TEST(radius_matches_eigenvalue_routine)
{
    struct oracle oracle = oracle_open("momentum_spectrum");
    int rows = 0;
    do {
        double lr, beta, h, radius, is_real;
        int found =
            sscanf(oracle.line, "%lf %lf %lf %lf %lf", &lr, &beta, &h, &radius, &is_real);
        ck_assert_int_eq(found, 5);
        struct momentum_spectrum s = momentum_spectrum((real)lr, (real)beta, (real)h);
        ck_assert(relative_error(s.radius, (real)radius) < TIGHT);
        ck_assert_int_eq(s.regime,
                         is_real != 0 ? MOMENTUM_OVERDAMPED : MOMENTUM_UNDERDAMPED);
        rows++;
    } while (fgets(oracle.line, sizeof oracle.line, oracle.file));
    fclose(oracle.file);
    ck_assert_int_eq(rows, 40);
}
END_TEST

START_TEST(critical_on_both_edges)
{
    const real betas[] = {(real)0.01, (real)0.25, (real)0.5, (real)0.81, (real)0.99};
    const size_t resolved = sizeof(real) == 4 ? 4 : 5; /* 0.99 is too fine for float */
    for (size_t i = 0; i < resolved; i++) {
        double root = sqrt((double)betas[i]);
        double low = (1 - root) * (1 - root), high = (1 + root) * (1 + root);
        ck_assert_int_eq(momentum_spectrum(1, betas[i], (real)low).regime,
                         MOMENTUM_CRITICAL);
        ck_assert_int_eq(momentum_spectrum(1, betas[i], (real)high).regime,
                         MOMENTUM_CRITICAL);
        ck_assert_int_eq(momentum_spectrum(1, betas[i], (real)(0.99 * low)).regime,
                         MOMENTUM_OVERDAMPED);
        ck_assert_int_eq(momentum_spectrum(1, betas[i], (real)(1.01 * low)).regime,
                         MOMENTUM_UNDERDAMPED);
        ck_assert_int_eq(momentum_spectrum(1, betas[i], (real)(1.01 * high)).regime,
                         MOMENTUM_OVERDAMPED);
    }
}
END_TEST

START_TEST(radius_at_the_borders)
{
    ck_assert(momentum_spectrum((real)0.5, 0, 1).radius == (real)0.5);
    ck_assert(momentum_spectrum(3, 0, 1).radius == 2);
    ck_assert(momentum_spectrum(1, 0, 1).radius == 0);
    ck_assert(momentum_spectrum(0, (real)0.25, 1).radius == 1);
    /* Stable up to ηh = 2 (1 + β). */
    ck_assert(momentum_spectrum((real)2.999, (real)0.5, 1).radius < 1);
    ck_assert(momentum_spectrum((real)3.001, (real)0.5, 1).radius > 1);
    ck_assert(momentum_spectrum(1, (real)0.5, (real)-0.1).radius > 1);
    /* The square of ηh would overflow. */
    const real steep = (real)(1000 * sqrt(sizeof(real) == 4 ? FLT_MAX : DBL_MAX));
    ck_assert(relative_error(momentum_spectrum(1, (real)0.5, steep).radius, steep) <
              TIGHT);
    ck_assert_int_eq(momentum_spectrum(1, (real)0.5, -steep).regime, MOMENTUM_OVERDAMPED);
    ck_assert(isnan(momentum_spectrum(steep, (real)0.5, steep).radius));
    ck_assert(isnan(momentum_spectrum(-1, 0, 1).radius));
    ck_assert(isnan(momentum_spectrum(1, 1, 1).radius));
    ck_assert(isnan(momentum_spectrum(1, 0, (real)INFINITY).radius));
    ck_assert(isnan(momentum_spectrum(1, (real)NAN, 1).radius));
}
END_TEST

/* The slowest of many directions between mu and ell. */
static real worst_radius(real mu, real ell, real lr, real beta)
{
    real worst = 0;
    for (int i = 0; i <= 200; i++) {
        real radius = momentum_spectrum(lr, beta, mu + (ell - mu) * (real)i / 200).radius;
        worst = radius > worst ? radius : worst;
    }
    return worst;
}

START_TEST(no_neighbor_is_better)
{
    const real mu = 2, ell = 50;
    struct quadratic_tuning gd = quadratic_tune_gradient(mu, ell);
    struct quadratic_tuning ball = quadratic_tune_heavy_ball(mu, ell);
    ck_assert(fabs((double)(worst_radius(mu, ell, gd.lr, 0) - gd.rate)) < TIGHT);
    ck_assert(fabs((double)(worst_radius(mu, ell, ball.lr, ball.beta) - ball.rate)) <
              (sizeof(real) == 4 ? 3e-3 : 1e-6));
    for (int i = -1; i <= 1; i++)
        for (int j = -1; j <= 1; j++) {
            real lr = 1 + (real)i / 20, beta = 1 + (real)j / 20;
            if (i != 0)
                ck_assert(worst_radius(mu, ell, lr * gd.lr, 0) > gd.rate);
            if (i != 0 || j != 0)
                ck_assert(worst_radius(mu, ell, lr * ball.lr, beta * ball.beta) >
                          ball.rate);
        }
}
END_TEST

START_TEST(known_tunings)
{
    struct quadratic_tuning gd = quadratic_tune_gradient(1, 9);
    ck_assert(relative_error(gd.lr, (real)0.2) < TIGHT);
    ck_assert(gd.beta == 0 && relative_error(gd.rate, (real)0.8) < TIGHT);
    struct quadratic_tuning ball = quadratic_tune_heavy_ball(1, 9);
    ck_assert(ball.lr == (real)0.25 && ball.beta == (real)0.25 && ball.rate == (real)0.5);
    ball = quadratic_tune_heavy_ball(4, 4);
    ck_assert(ball.lr == (real)0.25 && ball.beta == 0 && ball.rate == 0);
    /* Digits survive where mu is close to ell: the rate is (ell - mu) / 4 mu at first
     * order, and the next order is below what is asked. */
    real close = 1 + 3 * REAL_EPSILON;
    ck_assert(relative_error(quadratic_tune_heavy_ball(1, close).rate,
                             (real)0.75 * REAL_EPSILON) < TIGHT);
    ck_assert(relative_error(quadratic_tune_gradient(1, close).rate,
                             (real)1.5 * REAL_EPSILON) < TIGHT);
    /* Curvatures near the largest number there is. */
    real most = sizeof(real) == sizeof(float) ? (real)FLT_MAX : (real)DBL_MAX;
    gd = quadratic_tune_gradient(most / 3, most);
    ball = quadratic_tune_heavy_ball(most / 9, most);
    ck_assert(relative_error(gd.lr * most, (real)1.5) < TIGHT);
    ck_assert(relative_error(gd.rate, (real)0.5) < TIGHT);
    ck_assert(relative_error(ball.lr * most, (real)2.25) < TIGHT);
    ck_assert(relative_error(ball.rate, (real)0.5) < TIGHT);
    const real bad[][2] = {{0, 1},         {-1, 1},       {2, 1}, {1, (real)INFINITY},
                           {(real)NAN, 1}, {1, (real)NAN}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ball = quadratic_tune_heavy_ball(bad[i][0], bad[i][1]);
        gd = quadratic_tune_gradient(bad[i][0], bad[i][1]);
        ck_assert(isnan(ball.lr) && isnan(ball.beta) && isnan(ball.rate));
        ck_assert(isnan(gd.lr) && isnan(gd.beta) && isnan(gd.rate));
    }
}
END_TEST

/* The heavy ball does shrink the error as promised. */
START_TEST(the_rate_is_reached)
{
    struct quadratic_tuning tuning = quadratic_tune_heavy_ball(1, 100);
    struct heavy_ball_config config = heavy_ball_defaults();
    struct heavy_ball ball;
    real theta[3] = {1, 1, 1}, error_40 = 0;
    config.lr = tuning.lr;
    config.beta = tuning.beta;
    ck_assert_int_eq(heavy_ball_init(&ball, 3, config), DESCENT_OK);
    for (int t = 1; t <= 80; t++) {
        const real g[3] = {theta[0], 10 * theta[1], 100 * theta[2]};
        heavy_ball_step(&ball, theta, g);
        if (t == 40)
            error_40 = (real)fabs((double)theta[0]);
    }
    double rate = pow(fabs((double)theta[0]) / (double)error_40, 1.0 / 40);
    ck_assert(rate > (double)tuning.rate && rate < 1.05 * (double)tuning.rate);
    heavy_ball_free(&ball);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {radius_matches_eigenvalue_routine,
                            critical_on_both_edges,
                            radius_at_the_borders,
                            no_neighbor_is_better,
                            known_tunings,
                            the_rate_is_reached};
    return RUN_SUITE("quadratic", tests);
}
