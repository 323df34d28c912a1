/* test_rng.c: the generator against published numbers, its distributions against theory.
 *
 * The seeds are fixed, so nothing here is left to chance; the bounds are those that a
 * sound generator would break for fewer than one seed in 10^5. */
#include "lab/rng.h"
#include "suite.h"

#include <math.h>
#include <stdlib.h>

enum { MANY = 200000 };

START_TEST(matches_published_xoshiro)
{
    /* State 1, 2, 3, 4: from the tests of the Rust crate rand_xoshiro, made with the C
     * code of the authors, https://prng.di.unimi.it/xoshiro256plusplus.c */
    static const uint64_t expected[] = {41943041,
                                        58720359,
                                        3588806011781223,
                                        3591011842654386,
                                        9228616714210784205u,
                                        9973669472204895162u,
                                        14011001112246962877u,
                                        12406186145184390807u,
                                        15849039046786891736u,
                                        10450023813501588000u};
    struct rng rng = {{1, 2, 3, 4}};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        ck_assert_uint_eq(rng_next(&rng), expected[i]);
}
END_TEST

START_TEST(matches_published_splitmix)
{
    /* The first outputs for the seed 1234567, https://prng.di.unimi.it/splitmix64.c */
    static const uint64_t expected[] = {6457827717110365317u, 3203168211198807973u,
                                        9817491932198370423u, 4593380528125082431u};
    struct rng rng = rng_seed(1234567);
    for (size_t i = 0; i < 4; i++)
        ck_assert_uint_eq(rng.state[i], expected[i]);
}
END_TEST

START_TEST(seeds_differ_and_repeat)
{
    struct rng a = rng_seed(0), b = rng_seed(0), c = rng_seed(1);
    int equal = 0;
    for (int i = 0; i < 1000; i++) {
        uint64_t x = rng_next(&a);
        ck_assert_uint_eq(x, rng_next(&b));
        equal += x == rng_next(&c);
    }
    ck_assert_int_eq(equal, 0);
}
END_TEST

/* Σ (observed - expected)² / expected: about `bins` - 1, give or take √(2 bins). */
static void assert_uniform(const size_t *count, size_t bins, size_t total)
{
    double expected = (double)total / (double)bins, chi_square = 0;
    for (size_t i = 0; i < bins; i++)
        chi_square += pow((double)count[i] - expected, 2) / expected;
    double spread = sqrt(2 * (double)bins);
    ck_close(chi_square, (double)bins - 1, 5 * spread);
}

START_TEST(uniform_fills_its_interval)
{
    size_t count[256] = {0};
    double sum = 0;
    struct rng rng = rng_seed(3);
    for (int i = 0; i < MANY; i++) {
        double u = rng_uniform(&rng);
        ck_assert(u >= 0 && u < 1);
        ck_assert(ldexp(u, 53) == floor(ldexp(u, 53)));
        sum += u;
        count[(size_t)(u * 256)]++;
    }
    ck_close(sum / MANY, 0.5, 5 * sqrt(1.0 / 12 / MANY));
    assert_uniform(count, 256, MANY);
}
END_TEST

START_TEST(below_is_unbiased)
{
    static const size_t bounds[] = {1, 2, 3, 7, 10, 100};
    struct rng rng = rng_seed(4);
    for (size_t b = 0; b < sizeof bounds / sizeof *bounds; b++) {
        size_t count[100] = {0};
        for (int i = 0; i < MANY; i++) {
            uint64_t k = rng_below(&rng, bounds[b]);
            ck_assert_uint_lt(k, bounds[b]);
            count[k]++;
        }
        assert_uniform(count, bounds[b], MANY);
    }
}
END_TEST

START_TEST(below_is_unbiased_for_huge_bounds)
{
    /* 3 · 2^62: plain `bits % n` would put half of all numbers into the lowest third. */
    const uint64_t n = 3 * (UINT64_C(1) << 62);
    size_t count[3] = {0};
    struct rng rng = rng_seed(5);
    for (int i = 0; i < MANY; i++) {
        uint64_t k = rng_below(&rng, n);
        ck_assert_uint_lt(k, n);
        count[k >> 62]++;
    }
    assert_uniform(count, 3, MANY);
}
END_TEST

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

START_TEST(normal_has_its_moments)
{
    enum { MORE = 10 * MANY };
    double moment[5] = {0};
    struct rng rng = rng_seed(6);
    for (int i = 0; i < MORE; i++) {
        double x = rng_normal(&rng), power = 1;
        for (int k = 1; k <= 4; k++)
            moment[k] += (power *= x) / MORE;
    }
    /* E x^k, and √(Var(x^k) / MORE): variances 1, 2, 15, 96. */
    ck_close(moment[1], 0, 5 * sqrt(1.0 / MORE));
    ck_close(moment[2], 1, 5 * sqrt(2.0 / MORE));
    ck_close(moment[3], 0, 5 * sqrt(15.0 / MORE));
    ck_close(moment[4], 3, 5 * sqrt(96.0 / MORE));
}
END_TEST

START_TEST(normal_has_its_shape)
{
    /* Kolmogorov-Smirnov: P(D √N > 2.5) < 10^-5. */
    static double x[MANY];
    struct rng rng = rng_seed(9);
    double d = 0;
    for (int i = 0; i < MANY; i++)
        x[i] = rng_normal(&rng);
    qsort(x, MANY, sizeof *x, ascending);
    for (int i = 0; i < MANY; i++) {
        double phi = erfc(-x[i] / sqrt(2)) / 2;
        d = fmax(d, fmax(phi - (double)i / MANY, (double)(i + 1) / MANY - phi));
    }
    ck_assert_double_lt(d * sqrt(MANY), 2.5);
}
END_TEST

START_TEST(shuffle_permutes)
{
    size_t order[100], seen[100] = {0};
    struct rng rng = rng_seed(7);
    for (size_t i = 0; i < 100; i++)
        order[i] = i;
    rng_shuffle(&rng, 100, order);
    for (size_t i = 0; i < 100; i++)
        seen[order[i]]++;
    for (size_t i = 0; i < 100; i++)
        ck_assert_uint_eq(seen[i], 1);
    rng_shuffle(&rng, 0, NULL);
    rng_shuffle(&rng, 1, order);
}
END_TEST

START_TEST(shuffle_is_uniform)
{
    /* All 24 orders of 4 things. */
    size_t count[24] = {0};
    struct rng rng = rng_seed(8);
    for (int i = 0; i < MANY; i++) {
        size_t order[] = {0, 1, 2, 3}, code = 0;
        rng_shuffle(&rng, 4, order);
        for (size_t a = 0; a < 4; a++) {
            size_t smaller = 0;
            for (size_t b = a + 1; b < 4; b++)
                smaller += order[b] < order[a];
            code = code * (4 - a) + smaller;
        }
        count[code]++;
    }
    assert_uniform(count, 24, MANY);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        matches_published_xoshiro, matches_published_splitmix,
        seeds_differ_and_repeat,   uniform_fills_its_interval,
        below_is_unbiased,         below_is_unbiased_for_huge_bounds,
        normal_has_its_moments,    normal_has_its_shape,
        shuffle_permutes,          shuffle_is_uniform,
    };
    return run_tests("rng", sizeof tests / sizeof *tests, tests);
}
