/* test_averages.c: edges of the moving averages of chapter 1 that pandas does not
 * show. */
#include "optim/ewma.h"
#include "optim/ewma_corrected.h"
#include "optim/ewma_variance.h"
#include "optim/sma.h"
#include "support.h"

#include <math.h>

START_TEST(window_of_nothing)
{
    struct sma sma;
    ck_assert_int_eq(sma_init(&sma, 0), DESCENT_ERANGE);
    sma_free(&sma);
    ck_assert_int_eq(sma_init(&sma, 2), DESCENT_OK);
    ck_assert(isnan(sma_value(&sma)));
    sma_free(&sma);
    sma_free(&sma);
}
END_TEST

START_TEST(what_is_not_finite_leaves_the_window)
{
    const real bad[] = {(real)NAN, (real)INFINITY};
    for (size_t window = 1; window < 6; window++)
        for (size_t before = 0; before < 12; before++) {
            struct sma sma;
            ck_assert_int_eq(sma_init(&sma, window), DESCENT_OK);
            for (size_t i = 0; i < before; i++)
                sma_update(&sma, (real)i);
            sma_update(&sma, bad[before % 2]);
            ck_assert(!isfinite(sma_value(&sma)));
            for (size_t i = 0; i < 2 * window; i++)
                sma_update(&sma, 3);
            ck_assert(sma_value(&sma) == 3);
            sma_free(&sma);
        }
}
END_TEST

START_TEST(large_samples_leave_no_trace)
{
    struct sma sma;
    ck_assert_int_eq(sma_init(&sma, 4), DESCENT_OK);
    for (int i = 0; i < 10; i++)
        sma_update(&sma, i < 2 ? 1 / (REAL_EPSILON * REAL_EPSILON) : (real)0.5);
    ck_assert(sma_value(&sma) == (real)0.5);
    sma_free(&sma);
}
END_TEST

START_TEST(start_at_the_mean)
{
    const real x[] = {4, -2, 7, 1, 8, 3};
    struct ewma ewma;
    struct ewma_config config = {(real)0.75, EWMA_START_MEAN, 3};
    real sum = 0, expected = 3;
    ck_assert_int_eq(ewma_init(&ewma, config), DESCENT_OK);
    ck_assert(ewma_value(&ewma) == 0);
    for (size_t t = 1; t <= 6; t++) {
        sum += x[t - 1];
        expected = t <= 3 ? sum / (real)t : (real)0.75 * expected + (real)0.25 * x[t - 1];
        ewma_update(&ewma, x[t - 1]);
        ck_assert(relative_error(ewma_value(&ewma), expected) < TIGHT);
    }
    ck_assert_uint_eq(ewma.count, 6);
    config.warmup = 0;
    ck_assert_int_eq(ewma_init(&ewma, config), DESCENT_ERANGE);
}
END_TEST

START_TEST(nan_stays_for_good)
{
    for (int start = EWMA_START_ZERO; start <= EWMA_START_MEAN; start++) {
        struct ewma ewma;
        struct ewma_config config = {(real)0.5, (enum ewma_start)start, 2};
        ck_assert_int_eq(ewma_init(&ewma, config), DESCENT_OK);
        ewma_update(&ewma, 1);
        ck_assert(isfinite(ewma_value(&ewma)));
        ewma_update(&ewma, (real)NAN);
        for (int i = 0; i < 100; i++)
            ewma_update(&ewma, 1);
        ck_assert(isnan(ewma_value(&ewma)));
    }
    struct ewma_corrected corrected;
    struct ewma_variance variance;
    ck_assert_int_eq(ewma_corrected_init(&corrected, (real)0.5), DESCENT_OK);
    ck_assert_int_eq(ewma_variance_init(&variance, (real)0.5), DESCENT_OK);
    for (int i = 0; i < 100; i++) {
        ewma_corrected_update(&corrected, i ? 1 : (real)NAN);
        ewma_variance_update(&variance, i ? 1 : (real)NAN);
    }
    ck_assert(isnan(ewma_corrected_value(&corrected)));
    ck_assert(isnan(ewma_variance_mean(&variance)));
    ck_assert(isnan(ewma_variance_biased(&variance)));
    ck_assert(isnan(ewma_variance_corrected(&variance)));
}
END_TEST

int main(void)
{
    const TTest *tests[] = {window_of_nothing, what_is_not_finite_leaves_the_window,
                            large_samples_leave_no_trace, start_at_the_mean,
                            nan_stays_for_good};
    return RUN_SUITE("averages", tests);
}
