/* test_series.c: the noisy series have the level, the noise and the times they claim. */
#include "lab/series.h"
#include "suite.h"

#include <math.h>
#include <stdlib.h>

START_TEST(level_has_its_wave_and_jump)
{
    ck_close(series_level(1000, 0), 1, EPSILON);
    ck_close(series_level(1000, 250), 1.5, 2 * EPSILON);
    ck_close(series_level(1000, 500), 2, 2 * EPSILON);
    ck_close(series_level(1000, 750), 1.5, 2 * EPSILON);
    ck_close(series_level(1000, 499) - series_level(1000, 500), -1, 0.01);
    ck_close(series_level(1, 0), 2, EPSILON);
}
END_TEST

START_TEST(no_noise_is_the_level)
{
    struct rng rng = rng_seed(1);
    real x[50];
    series_noisy(50, x, 0, &rng);
    for (size_t i = 0; i < 50; i++)
        ck_assert(x[i] == series_level(50, i));
    series_noisy(0, NULL, 1, &rng);
    series_times(0, NULL, &rng);
}
END_TEST

START_TEST(noise_has_its_spread)
{
    enum { MANY = 100000 };
    static real x[MANY];
    struct rng rng = rng_seed(2);
    double sum = 0, square = 0;
    series_noisy(MANY, x, (real)0.3, &rng);
    for (size_t i = 0; i < MANY; i++) {
        double e = (double)(x[i] - series_level(MANY, i)) / 0.3;
        sum += e / MANY;
        square += e * e / MANY;
    }
    ck_close(sum, 0, 5 * sqrt(1.0 / MANY));
    ck_close(square, 1, 5 * sqrt(2.0 / MANY));
}
END_TEST

START_TEST(times_are_a_poisson_process)
{
    enum { MANY = 100000 };
    static real t[MANY];
    struct rng rng = rng_seed(3);
    double square = 0;
    series_times(MANY, t, &rng);
    for (size_t i = 1; i < MANY; i++) {
        double gap = (double)(t[i] - t[i - 1]);
        ck_assert(gap >= 0);
        square += gap * gap / MANY;
    }
    /* Gaps with mean 1, variance 1, E gap² = 2, Var(gap²) = 20. */
    ck_close(t[MANY - 1] / MANY, 1, 5 * sqrt(1.0 / MANY));
    ck_close(square, 2, 5 * sqrt(20.0 / MANY) + 0.01 * (sizeof(real) == 4));
    /* The first one is a gap like the others. */
    double first = 0;
    for (uint64_t seed = 0; seed < 10000; seed++) {
        rng = rng_seed(seed);
        series_times(1, t, &rng);
        ck_assert(t[0] > 0);
        first += (double)t[0] / 10000;
    }
    ck_close(first, 1, 5 * sqrt(1.0 / 10000));
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        level_has_its_wave_and_jump,
        no_noise_is_the_level,
        noise_has_its_spread,
        times_are_a_poisson_process,
    };
    return run_tests("series", sizeof tests / sizeof *tests, tests);
}
