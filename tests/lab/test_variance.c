/* test_variance.c: SAG, SAGA and SVRG on linear models: down to the optimum, against the
 * method with the whole table, on average over the samples, and where they refuse; the
 * sampler against a plain sum, and the search for L against the constants. */
#include "lab/sums.h"
#include "optim/blas.h"
#include "optim/control_variate.h"
#include "optim/lipschitz.h"
#include "optim/sag.h"
#include "optim/sag_table.h"
#include "optim/saga.h"
#include "optim/sampler.h"
#include "optim/svrg.h"
#include "suite.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The relative error that rounding alone may cause. */
static const double tight = sizeof(real) == sizeof(double) ? 1e-12 : 2e-4;

enum { M = 60, N = 4, PASSES = 120 };

static struct sums drawn(real l2)
{
    struct sums_config config = sums_defaults();
    struct rng rng = rng_seed(11);
    struct sums sums;
    config.m = M, config.n = N, config.l2 = l2, config.noise = 2;
    ck_assert_int_eq(sums_draw(&sums, &config, &rng), DESCENT_OK);
    return sums;
}

/* What rounding leaves of a gap. */
static const double lowest = sizeof(real) == sizeof(double) ? 1e-12 : 1e-6;

START_TEST(all_reach_the_optimum)
{
    struct sums sums = drawn((real)0.1);
    struct finite_sum sum = glm_sum(&sums.glm);
    for (int start = 0; start < 2; start++) {
        struct rng rng = rng_seed(1);
        struct sag sag;
        struct saga saga;
        struct svrg svrg;
        real a[N] = {0}, b[N] = {0}, c[N] = {0};
        const struct sag_config config = {1 / sums.L, (enum sag_start)start};
        ck_assert_int_eq(sag_init(&sag, &sums.glm, a, config), 0);
        ck_assert_int_eq(
            saga_init(&saga, &sums.glm, (struct saga_config){1 / (3 * sums.L)}), 0);
        ck_assert_int_eq(
            svrg_init(&svrg, &sum, (struct svrg_config){1 / (4 * sums.L), 0}), 0);
        ck_assert_uint_eq(svrg.config.inner, 2 * M);
        for (int t = 0; t < PASSES * M; t++) {
            size_t i = (size_t)rng_below(&rng, M);
            ck_assert_int_eq(sag_step(&sag, a, i), DESCENT_OK);
            ck_assert_int_eq(saga_step(&saga, b, i, 1), DESCENT_OK);
            ck_assert_int_eq(svrg_step(&svrg, c, i, 1), DESCENT_OK);
        }
        ck_assert((double)sums_suboptimality(&sums, a) < lowest);
        ck_assert((double)sums_suboptimality(&sums, b) < lowest);
        ck_assert((double)sums_suboptimality(&sums, c) < lowest);
        sag_free(&sag);
        saga_free(&saga);
        svrg_free(&svrg);
    }
    sums_free(&sums);
}
END_TEST

/* Without a penalty, one number a sample says all that a row of the table says. */
START_TEST(slopes_are_as_good_as_the_table)
{
    struct sums sums = drawn(0);
    struct finite_sum sum = glm_sum(&sums.glm);
    struct rng rng = rng_seed(2);
    struct sag sag;
    struct sag_table table;
    real a[N] = {1, 0, -1, 2}, b[N] = {1, 0, -1, 2};
    const real lr = 1 / (4 * sums.L);
    ck_assert_int_eq(
        sag_init(&sag, &sums.glm, a, (struct sag_config){lr, SAG_START_CENTERED}), 0);
    ck_assert_int_eq(sag_table_init(&table, &sum, b, (struct sag_table_config){lr}), 0);
    for (int t = 0; t < 10 * M; t++) {
        size_t i = (size_t)rng_below(&rng, M);
        sag_step(&sag, a, i);
        sag_table_step(&table, b, i);
        for (size_t j = 0; j < N; j++)
            ck_assert(fabs((double)(a[j] - b[j])) <= tight * 10);
    }
    sag_free(&sag);
    sag_table_free(&table);
    sums_free(&sums);
}
END_TEST

/* At the optimum all three stand still on average: SAGA's and SVRG's steps cancel. */
START_TEST(optimum_is_kept)
{
    struct sums sums = drawn((real)0.5);
    struct finite_sum sum = glm_sum(&sums.glm);
    struct svrg svrg;
    real theta[N];
    memcpy(theta, sums.optimum, sizeof theta);
    ck_assert_int_eq(svrg_init(&svrg, &sum, (struct svrg_config){1 / sums.L, 7}), 0);
    for (size_t t = 0; t < 10 * M; t++) {
        svrg_step(&svrg, theta, t % M, 1);
        for (size_t j = 0; j < N; j++)
            ck_assert(fabs((double)(theta[j] - sums.optimum[j])) <= 10 * tight);
    }
    svrg_free(&svrg);
    sums_free(&sums);
}
END_TEST

START_TEST(too_long_steps_end_with_a_status)
{
    struct sums_config config = sums_defaults();
    struct rng rng = rng_seed(3);
    struct sums sums;
    config.loss = GLM_SQUARED, config.m = M, config.n = N;
    ck_assert_int_eq(sums_draw(&sums, &config, &rng), DESCENT_OK);
    struct saga saga;
    struct sag sag;
    real theta[2][N] = {{0}};
    enum descent_status status[2] = {DESCENT_OK, DESCENT_OK};
    ck_assert_int_eq(saga_init(&saga, &sums.glm, (struct saga_config){50}), 0);
    ck_assert_int_eq(sag_init(&sag, &sums.glm, NULL, (struct sag_config){.lr = 50}), 0);
    for (int t = 0; t < 100000; t++) {
        size_t i = (size_t)rng_below(&rng, M);
        if (!status[0])
            status[0] = saga_step(&saga, theta[0], i, 1);
        if (!status[1])
            status[1] = sag_step(&sag, theta[1], i);
    }
    for (int k = 0; k < 2; k++) {
        ck_assert_int_eq(status[k], DESCENT_ENAN);
        for (size_t j = 0; j < N; j++)
            ck_assert(!isnan(theta[k][j]));
    }
    saga_free(&saga);
    sag_free(&sag);
    sums_free(&sums);
}
END_TEST

/* The tree against going through the weights from the first on. */
START_TEST(sampler_finds_what_a_plain_sum_finds)
{
    struct rng rng = rng_seed(4);
    for (size_t m = 1; m < 40; m++) {
        struct sampler sampler;
        real weight[40], total = 0;
        ck_assert_int_eq(sampler_init(&sampler, m, 0), DESCENT_OK);
        for (size_t i = 0; i < m; i++) {
            weight[i] = (real)rng_below(&rng, 5);
            ck_assert_int_eq(sampler_set(&sampler, i, weight[i]), DESCENT_OK);
            total += weight[i];
        }
        for (int k = 0; k < 50 && total > 0; k++) {
            const real r = ((real)k + (real)0.37) / 50;
            size_t i = 0;
            for (real rest = r * total; rest >= weight[i]; i++)
                rest -= weight[i];
            ck_assert_uint_eq(sampler_draw(&sampler, r), i);
            ck_assert(fabs((double)(sampler_probability(&sampler, i) -
                                    weight[i] / total)) <= tight);
        }
        sampler_free(&sampler);
        sampler_free(&sampler);
    }
    struct sampler none;
    ck_assert_int_eq(sampler_init(&none, 0, 0), DESCENT_ERANGE);
    sampler_free(&none);
    ck_assert_int_eq(sampler_init(&none, 3, (real)NAN), DESCENT_ERANGE);
    ck_assert_int_eq(sampler_init(&none, 3, (real)1.5), DESCENT_ERANGE);
    sampler_free(&none);
}
END_TEST

/* No sample's own L, without the penalty, is ever exceeded twofold. */
START_TEST(search_stays_below_twice_the_largest)
{
    struct sums sums = drawn(0);
    const struct glm *glm = &sums.glm;
    struct rng rng = rng_seed(5);
    struct lipschitz search;
    real theta[N] = {0}, L = 0;
    ck_assert_int_eq(lipschitz_init(&search, M, (struct lipschitz_config){(real)1e-3, 0}),
                     0);
    for (int t = 0; t < 50 * M; t++) {
        size_t i = (size_t)rng_below(&rng, M);
        const real *x = glm->x + i * N, z = glm_margin(glm, theta, i);
        if (t < 5 * M) /* far from rounding */
            lipschitz_search_glm(&search, glm, i, z, blas_dot(N, x, x));
        L = search.L;
        ck_assert((double)L < 2.01 * (double)sums.L);
        blas_add(N, -glm_slope(glm, i, z) / sums.L, x, theta);
    }
    ck_assert((double)L > 0.01 * (double)sums.L);
    ck_assert_int_eq(lipschitz_init(&search, 0, lipschitz_defaults()), DESCENT_ERANGE);
    ck_assert_int_eq(lipschitz_init(&search, 1, (struct lipschitz_config){0, 0}),
                     DESCENT_ERANGE);
    ck_assert_int_eq(lipschitz_init(&search, 1, (struct lipschitz_config){1, -1}),
                     DESCENT_ERANGE);
    sums_free(&sums);
}
END_TEST

START_TEST(control_variate_by_hand)
{
    const real x[] = {1, 5}, y[] = {2, 2}; /* X - Y = -1, 3: b = 1, V = 4 */
    struct control_variate_law law = control_variate_law(2, x, y, (real)0.5);
    ck_assert(law.mean == (real)2.5 && law.variance == 1 && law.error == (real)1.25);
    ck_assert(fabs((double)control_variate_best(2, x, y) - 0.2) <= tight);
    ck_assert(control_variate(1, 2, 3, (real)0.5) == (real)2.5);
}
END_TEST

START_TEST(bad_settings_are_refused)
{
    struct sums sums = drawn(1);
    struct finite_sum sum = glm_sum(&sums.glm);
    struct sag sag;
    struct saga saga;
    struct svrg svrg;
    const real bad[] = {-1, (real)NAN, (real)INFINITY};
    for (size_t k = 0; k < 3; k++) {
        ck_assert_int_eq(
            sag_init(&sag, &sums.glm, NULL, (struct sag_config){.lr = bad[k]}),
            DESCENT_ERANGE);
        ck_assert_int_eq(saga_init(&saga, &sums.glm, (struct saga_config){bad[k]}),
                         DESCENT_ERANGE);
        ck_assert_int_eq(svrg_init(&svrg, &sum, (struct svrg_config){bad[k], 1}),
                         DESCENT_ERANGE);
        sag_free(&sag);
        saga_free(&saga);
        svrg_free(&svrg);
    }
    const struct sag_config start = {1, (enum sag_start)2};
    ck_assert_ptr_nonnull(sag_check(&start));
    const struct sag_config sag_usual = sag_defaults();
    const struct saga_config saga_usual = saga_defaults();
    const struct svrg_config svrg_usual = svrg_defaults();
    const struct lipschitz_config search_usual = lipschitz_defaults();
    ck_assert(!sag_check(&sag_usual) && !saga_check(&saga_usual));
    ck_assert(!svrg_check(&svrg_usual) && !lipschitz_check(&search_usual));
    sums_free(&sums);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        all_reach_the_optimum,
        slopes_are_as_good_as_the_table,
        optimum_is_kept,
        too_long_steps_end_with_a_status,
        sampler_finds_what_a_plain_sum_finds,
        search_stays_below_twice_the_largest,
        control_variate_by_hand,
        bad_settings_are_refused,
    };
    return run_tests("variance reduction", sizeof tests / sizeof *tests, tests);
}
