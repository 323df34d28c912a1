/* test_sag_table.c: SAG with a table of gradients: its sum, its start, one sample, and
 * where it gets. */
#include "lab/sums.h"
#include "optim/blas.h"
#include "optim/sag_table.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

#define TIGHT (sizeof(real) == sizeof(double) ? 1e-12 : 2e-4)

enum { M = 30, N = 4 };

static struct sums drawn(enum glm_loss loss, size_t m, real l2)
{
    struct sums_config config = sums_defaults();
    struct rng rng = rng_seed(3);
    struct sums sums;
    config.loss = loss, config.m = m, config.n = N, config.l2 = l2;
    ck_assert_int_eq(sums_draw(&sums, &config, &rng), DESCENT_OK);
    return sums;
}

/* Every row is the gradient at the parameters of the sample's last visit, or those of the
 * start. */
START_TEST(table_and_total_are_what_they_say)
{
    struct sums sums = drawn(GLM_SQUARED, M, (real)0.1);
    struct finite_sum sum = glm_sum(&sums.glm);
    struct rng rng = rng_seed(4);
    struct sag_table sag;
    real theta[N] = {1, 2, -1, 0}, row[M][N], mean[N];
    sum.mean(&sum, theta, mean);
    for (size_t i = 0; i < M; i++) {
        sum.sample(&sum, i, theta, row[i]);
        blas_add(N, -1, mean, row[i]);
    }
    ck_assert_int_eq(
        sag_table_init(&sag, &sum, theta, (struct sag_table_config){1 / (16 * sums.L)}),
        DESCENT_OK);
    for (int t = 0; t < 200; t++) {
        size_t i = (size_t)rng_below(&rng, M);
        real expected[N], total[N] = {0};
        sum.sample(&sum, i, theta, row[i]);
        for (size_t k = 0; k < M; k++)
            blas_add(N, 1, row[k], total);
        for (size_t j = 0; j < N; j++)
            expected[j] = theta[j] - sag.config.lr / M * total[j];
        sag_table_step(&sag, theta, i);
        for (size_t j = 0; j < N; j++) {
            ck_assert(fabs(theta[j] - expected[j]) <= 100 * TIGHT);
            ck_assert(sag.table[i * N + j] == row[i][j]);
            ck_assert(fabs(sag.total[j] - total[j]) <= 100 * TIGHT * sums.L);
        }
    }
    ck_assert_uint_eq(sag.t, 200);
    sag_table_free(&sag);
    sums_free(&sums);
}
END_TEST

START_TEST(one_sample_is_gradient_descent)
{
    struct sums sums = drawn(GLM_LOGISTIC, 1, 1);
    struct finite_sum sum = glm_sum(&sums.glm);
    struct sag_table sag;
    real theta[N] = {1, 2, -1, 0}, other[N] = {1, 2, -1, 0}, g[N];
    ck_assert_int_eq(sag_table_init(&sag, &sum, theta, (struct sag_table_config){1}), 0);
    for (int t = 0; t < 20; t++) {
        sag_table_step(&sag, theta, 0);
        glm_gradient(&sums.glm, other, g);
        blas_add(N, -1, g, other);
        for (size_t j = 0; j < N; j++)
            ck_assert(fabs(theta[j] - other[j]) <= TIGHT);
    }
    sag_table_free(&sag);
    sums_free(&sums);
}
END_TEST

/* 100 passes with the proven step: the bound is (1 - min(μ/16L, 1/8m))^k times a number
 * that is a few times the gap of the start. */
START_TEST(converges_as_proven)
{
    struct sums sums = drawn(GLM_LOGISTIC, M, 1);
    struct finite_sum sum = glm_sum(&sums.glm);
    struct rng rng = rng_seed(5);
    struct sag_table sag;
    real theta[N] = {0}, gap = sums_suboptimality(&sums, theta), square;
    square = blas_dot(N, sums.optimum, sums.optimum);
    ck_assert_int_eq(
        sag_table_init(&sag, &sum, theta, (struct sag_table_config){1 / (16 * sums.L)}),
        0);
    const double rate = 1 - fmin((double)(sums.mu / (16 * sums.L)), 1.0 / (8 * M));
    const double constant = 1.5 * (double)gap + 4 * (double)sums.L / M * (double)square;
    for (int t = 1; t <= 100 * M; t++) {
        sag_table_step(&sag, theta, (size_t)rng_below(&rng, M));
        double bound = pow(rate, t) * constant + (sizeof(real) == 4 ? 1e-6 : 1e-25);
        ck_assert((double)sums_suboptimality(&sums, theta) <= bound);
    }
    sag_table_free(&sag);
    sums_free(&sums);
}
END_TEST

START_TEST(manners)
{
    struct sums sums = drawn(GLM_SQUARED, M, 1);
    struct finite_sum sum = glm_sum(&sums.glm);
    struct sag_table sag;
    real theta[N] = {0};
    const real bad[] = {-1, (real)NAN, (real)INFINITY};
    for (size_t k = 0; k < 3; k++) {
        struct sag_table_config config = {bad[k]};
        ck_assert_ptr_nonnull(sag_table_check(&config));
        ck_assert_int_eq(sag_table_init(&sag, &sum, theta, config), DESCENT_ERANGE);
        sag_table_free(&sag);
        sag_table_free(&sag);
    }
    struct sag_table_config config = sag_table_defaults();
    ck_assert_ptr_null(sag_table_check(&config));
    ck_assert(config.lr == (real)0.01);
    sums_free(&sums);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("sag_table");
    TCase *all = tcase_create("all");
    tcase_add_test(all, table_and_total_are_what_they_say);
    tcase_add_test(all, one_sample_is_gradient_descent);
    tcase_add_test(all, converges_as_proven);
    tcase_add_test(all, manners);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
