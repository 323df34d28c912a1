/* test_sums.c: linear models: gradients against differences, constants and optimum
 * against their definitions, minima against scikit-learn. */
#include "lab/sums.h"
#include "optim/blas.h"
#include "oracles/sums.h"
#include "suite.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { M = 40, N = 5 };

static const double difference_error = sizeof(real) == sizeof(float) ? 1e4 : 1e3;

static struct sums drawn(enum glm_loss loss, real l2, real spread, uint64_t seed)
{
    struct sums_config config = sums_defaults();
    struct rng rng = rng_seed(seed);
    struct sums sums;
    config.loss = loss, config.m = M, config.n = N, config.l2 = l2;
    config.spread = spread, config.noise = 2;
    ck_assert_int_eq(sums_draw(&sums, &config, &rng), DESCENT_OK);
    return sums;
}

static void draw_point(struct rng *rng, real *theta)
{
    for (size_t j = 0; j < N; j++)
        theta[j] = (real)rng_normal(rng);
}

START_TEST(gradients_match_differences)
{
    struct rng rng = rng_seed(5);
    for (int loss = 0; loss < 2; loss++) {
        struct sums sums = drawn((enum glm_loss)loss, (real)0.1, 0, 1);
        struct problem problem = sums_problem(&sums);
        for (int trial = 0; trial < 10; trial++) {
            real theta[N];
            draw_point(&rng, theta);
            ck_assert_double_le((double)problem_gradient_error(&problem, theta),
                                difference_error * pow(EPSILON, 2.0 / 3));
        }
        sums_free(&sums);
    }
}
END_TEST

/* The mean of the samples' gradients is the gradient, however they are asked for. */
START_TEST(samples_add_up)
{
    struct rng rng = rng_seed(6);
    for (int loss = 0; loss < 2; loss++) {
        struct sums sums = drawn((enum glm_loss)loss, (real)0.1, 1, 2);
        struct finite_sum sum = glm_sum(&sums.glm);
        struct problem problem = sums_problem(&sums);
        real theta[N], g[N], mean[N], added[N] = {0}, batch[N];
        size_t rows[M];
        draw_point(&rng, theta);
        for (size_t i = 0; i < M; i++) {
            rows[i] = M - 1 - i;
            sum.sample(&sum, i, theta, g);
            for (size_t j = 0; j < N; j++)
                added[j] += g[j] / M;
        }
        sum.mean(&sum, theta, mean);
        problem.batch_gradient(&problem, M, rows, theta, batch);
        for (size_t j = 0; j < N; j++) {
            ck_close(added[j], mean[j], 100 * EPSILON * (1 + fabs(mean[j])));
            ck_close(batch[j], mean[j], 100 * EPSILON * (1 + fabs(mean[j])));
        }
        problem.batch_gradient(&problem, 1, rows + 3, theta, batch);
        sum.sample(&sum, rows[3], theta, g);
        for (size_t j = 0; j < N; j++)
            ck_close(batch[j], g[j], 100 * EPSILON * (1 + fabs(g[j])));
        sums_free(&sums);
    }
}
END_TEST

/* ‖∇f_i(a) - ∇f_i(b)‖ ≤ L_i ‖a - b‖, and nearly equal along x_i where φ'' is largest. */
START_TEST(smoothness_bounds_the_gradient)
{
    struct rng rng = rng_seed(7);
    for (int loss = 0; loss < 2; loss++) {
        struct sums sums = drawn((enum glm_loss)loss, (real)0.1, 1, 3);
        struct finite_sum sum = glm_sum(&sums.glm);
        for (size_t i = 0; i < M; i++) {
            const real *x = sums.glm.x + i * N;
            const double L = (double)glm_smoothness(&sums.glm, i);
            real a[N], b[N], ga[N], gb[N];
            double moved = 0, turned = 0;
            draw_point(&rng, a);
            draw_point(&rng, b);
            sum.sample(&sum, i, a, ga);
            sum.sample(&sum, i, b, gb);
            for (size_t j = 0; j < N; j++) {
                moved += pow((double)(a[j] - b[j]), 2);
                turned += pow((double)(ga[j] - gb[j]), 2);
            }
            ck_assert_double_le(sqrt(turned), L * sqrt(moved) * (1 + 100 * EPSILON));
            ck_assert_double_le(L, (double)sums.L * (1 + 4 * EPSILON));
            const real h = (real)0.01 / blas_dot(N, x, x); /* margins ±0.01 */
            for (size_t j = 0; j < N; j++)
                a[j] = h * x[j], b[j] = -a[j];
            sum.sample(&sum, i, a, ga);
            sum.sample(&sum, i, b, gb);
            moved = turned = 0;
            for (size_t j = 0; j < N; j++) {
                moved += pow((double)(a[j] - b[j]), 2);
                turned += pow((double)(ga[j] - gb[j]), 2);
            }
            ck_close(sqrt(turned / moved) / L, 1, 1e-3);
        }
        sums_free(&sums);
    }
}
END_TEST

/* The Rayleigh quotients of the Hessian, taken from differences of gradients. */
START_TEST(eigenvalues_bound_the_curvature)
{
    struct rng rng = rng_seed(8);
    for (int loss = 0; loss < 2; loss++) {
        struct sums sums = drawn((enum glm_loss)loss, (real)0.1, 0, 4);
        real theta[N], g[N], low = (real)INFINITY, high = 0;
        for (int trial = 0; trial < 3000; trial++) {
            const real h = (real)sqrt(EPSILON);
            real u[N], bend = 0, square;
            draw_point(&rng, u);
            square = blas_dot(N, u, u);
            memcpy(theta, sums.optimum, sizeof theta);
            blas_add(N, h, u, theta);
            glm_gradient(&sums.glm, theta, g);
            bend = blas_dot(N, u, g) / h / square;
            low = bend < low ? bend : low;
            high = bend > high ? bend : high;
        }
        ck_assert_double_ge((double)(low / sums.mu_local), 0.99);
        ck_assert_double_le((double)(low / sums.mu_local), 1.3);
        ck_assert_double_le((double)(high / sums.L_f), 1.01);
        ck_assert((double)(high / sums.L_f) > (loss == GLM_SQUARED ? 0.8 : 0.2));
        ck_assert(sums.L_f <= sums.L && sums.mu <= sums.mu_local && sums.L_mean < sums.L);
        sums_free(&sums);
    }
}
END_TEST

START_TEST(nothing_is_below_the_optimum)
{
    struct rng rng = rng_seed(9);
    for (int which = 0; which < 4; which++) {
        struct sums sums =
            drawn((enum glm_loss)(which % 2), which / 2 ? 0 : (real)0.1, 1, 5);
        real g[N];
        glm_gradient(&sums.glm, sums.optimum, g);
        ck_assert_double_le(sqrt((double)blas_dot(N, g, g)),
                            45 * EPSILON * sqrt((double)sums.L));
        ck_assert(sums_suboptimality(&sums, sums.optimum) == 0);
        for (double size = 1; size > 1e-12; size /= 10) {
            real theta[N];
            for (size_t j = 0; j < N; j++)
                theta[j] = sums.optimum[j] + (real)(size * rng_normal(&rng));
            double gap = (double)sums_suboptimality(&sums, theta);
            double difference = (double)(glm_value(&sums.glm, theta) - sums.value);
            ck_assert(gap >= 0);
            ck_close(gap, difference, 1e-8 * gap + 100 * EPSILON * (double)sums.L);
        }
        sums_free(&sums);
    }
}
END_TEST

#ifndef REAL_FLOAT
/* Near the optimum f is its quadratic part, which is known to all digits. */
START_TEST(small_gaps_keep_their_digits)
{
    struct sums sums = drawn(GLM_LOGISTIC, 0.1, 0, 6);
    real theta[N], first = 0;
    for (int k = 1; k < 12; k++) {
        const double size = pow(10, -k);
        memcpy(theta, sums.optimum, sizeof theta);
        for (size_t j = 0; j < N; j++)
            theta[j] += size;
        const double gap = sums_suboptimality(&sums, theta) / (size * size);
        if (k > 6)
            ck_close(gap / first, 1, 1e-4); /* θ* + size is rounded */
        else
            first = gap;
    }
    sums_free(&sums);
}
END_TEST

START_TEST(minima_of_scikit_learn)
{
    for (size_t k = 0; k < sizeof penalty_expected / sizeof *penalty_expected; k++) {
        struct sums sums;
        ck_assert_int_eq(sums_breast_cancer(&sums, penalty_expected[k]), DESCENT_OK);
        ck_assert_uint_eq(sums.glm.m, 569);
        ck_assert_uint_eq(sums.glm.n, 31);
        ck_close(sums.value / minimum_expected[k], 1, 1e-10);
        sums_free(&sums);
    }
}
END_TEST
#endif

START_TEST(bad_settings_are_refused)
{
    struct sums_config bad[6];
    struct rng rng = rng_seed(1);
    struct sums sums;
    for (size_t k = 0; k < 6; k++)
        bad[k] = sums_defaults();
    bad[0].m = 0;
    bad[1].n = 0;
    bad[2].l2 = -1;
    bad[3].noise = (real)NAN;
    bad[4].spread = -1;
    bad[5].loss = (enum glm_loss)7;
    for (size_t k = 0; k < 6; k++) {
        ck_assert_int_eq(sums_draw(&sums, &bad[k], &rng), DESCENT_ERANGE);
        sums_free(&sums);
        sums_free(&sums);
    }
    struct sums_config none = sums_defaults(); /* more parameters than samples */
    none.l2 = 0, none.m = 5;
    ck_assert_int_eq(sums_draw(&sums, &none, &rng), DESCENT_ENAN);
    ck_assert_ptr_null(sums.optimum);
    struct dataset data = {.rows = 1, .features = 1, .classes = 3};
    ck_assert_int_eq(sums_logistic(&sums, &data, 1), DESCENT_ERANGE);
}
END_TEST

/* One sample and one parameter: f = (x θ - y)² / 2 + λ θ² / 2 by hand. */
START_TEST(one_sample_by_hand)
{
    const real x = 3, y = 2;
    const struct glm glm = {
        .loss = GLM_SQUARED, .m = 1, .n = 1, .x = &x, .y = &y, .l2 = (real)0.5};
    const real theta = (real)1.5;
    real g;
    ck_assert_ptr_null(glm_check(&glm));
    ck_assert(glm_margin(&glm, &theta, 0) == (real)4.5);
    ck_assert(glm_cost(&glm, 0, (real)4.5) == (real)3.125);
    ck_assert(glm_slope(&glm, 0, (real)4.5) == (real)2.5);
    ck_assert(glm_smoothness(&glm, 0) == (real)9.5);
    ck_assert(glm_value(&glm, &theta) == (real)3.6875);
    glm_gradient(&glm, &theta, &g);
    ck_assert(g == (real)8.25);
    struct glm logistic = glm;
    logistic.loss = GLM_LOGISTIC;
    ck_close(glm_cost(&logistic, 0, 0), log(2), EPSILON);
    ck_assert(glm_slope(&logistic, 0, 0) == (real)-1.5);
    ck_assert(glm_smoothness(&logistic, 0) == (real)2.75);
    const struct glm bad[] = {{.m = 0, .n = 1},
                              {.m = 1, .n = 0},
                              {.m = 1, .n = 1, .l2 = -1},
                              {.m = 1, .n = 1, .l2 = (real)NAN},
                              {.m = 1, .n = 1, .loss = (enum glm_loss)2}};
    for (size_t k = 0; k < sizeof bad / sizeof *bad; k++)
        ck_assert_ptr_nonnull(glm_check(&bad[k]));
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        gradients_match_differences,    samples_add_up,
        smoothness_bounds_the_gradient, eigenvalues_bound_the_curvature,
        nothing_is_below_the_optimum,
#ifndef REAL_FLOAT
        small_gaps_keep_their_digits,   minima_of_scikit_learn,
#endif
        bad_settings_are_refused,       one_sample_by_hand,
    };
    return run_tests("sums", sizeof tests / sizeof *tests, tests);
}
