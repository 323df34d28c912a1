/* cases_boost.c: leaf values, best splits of random samples, equal features and equal
 * gains, prices and bounds that forbid a split, bad and large inputs. */
#include "draw.h"
#include "optim/boost.h"

enum { LEAVES = 12, N = 14, SETS = 8, SCANS = 10, BAD = 18, LARGE = 50000 };

static void leaf(FILE *trace, struct rng *rng)
{
    real g[LEAVES], h[LEAVES], lambda[LEAVES], value[LEAVES];
    for (size_t k = 0; k < LEAVES; k++) {
        g[k] = 5 * rng_normal(rng);
        h[k] = k == 0 ? 0 : 4 * rng_uniform(rng);
        lambda[k] = k == 1 ? 0 : 3 * rng_uniform(rng);
        value[k] = boost_leaf(g[k], h[k], lambda[k]);
    }
    trace_input(trace, "g", LEAVES, g);
    trace_input(trace, "h", LEAVES, h);
    trace_input(trace, "lambda", LEAVES, lambda);
    trace_column(trace, "leaf-value", LEAVES, value);
    trace_number(trace, "boost_leaf(3,0,0)", boost_leaf(3, 0, 0));
    trace_number(trace, "boost_leaf(3,-1,2)", boost_leaf(3, -1, 2));
    trace_number(trace, "boost_leaf(3,2,-1)", boost_leaf(3, 2, -1));
    trace_number(trace, "boost_leaf(nan,2,1)", boost_leaf((real)NAN, 2, 1));
    trace_number(trace, "boost_leaf(inf,2,1)", boost_leaf((real)INFINITY, 2, 1));
    trace_number(trace, "boost_leaf(0,2,inf)", boost_leaf(0, 2, (real)INFINITY));
    trace_number(trace, "boost_leaf(3,inf,1)", boost_leaf(3, (real)INFINITY, 1));
    trace_number(trace, "boost_leaf(3,nan,1)", boost_leaf(3, (real)NAN, 1));
    trace_number(trace, "boost_leaf(3,2,nan)", boost_leaf(3, 2, (real)NAN));
}

/* Ascending features, and derivatives of a cost that jumps at some place. */
static void draw_samples(size_t n, real *x, real *g, real *h, struct rng *rng)
{
    const size_t jump = 2 + (size_t)rng_below(rng, n - 4);
    real at = rng_normal(rng);
    for (size_t i = 0; i < n; i++) {
        x[i] = at += 0.1 + rng_uniform(rng);
        g[i] = (i < jump ? -1 : 1) * (0.5 + rng_uniform(rng));
        g[i] += 0.3 * rng_normal(rng);
        h[i] = 0.5 + rng_uniform(rng);
    }
}

/* What came back from some splits. */
struct answers {
    real found[SETS], left[SETS], threshold[SETS], gain[SETS];
};

static void answer(struct answers *answers, size_t k, struct boost_split split)
{
    answers->found[k] = split.found;
    answers->left[k] = (real)split.left;
    answers->threshold[k] = split.threshold;
    answers->gain[k] = split.gain;
}

static void record(FILE *trace, size_t count, const struct answers *answers)
{
    trace_column(trace, "found", count, answers->found);
    trace_column(trace, "samples-on-the-left", count, answers->left);
    trace_column(trace, "threshold", count, answers->threshold);
    trace_column(trace, "gain", count, answers->gain);
}

static void split(FILE *trace, struct rng *rng)
{
    struct answers answers;
    real x[SETS][N], g[SETS][N], h[SETS][N], lambda[SETS], gamma[SETS];
    for (size_t k = 0; k < SETS; k++) {
        draw_samples(N, x[k], g[k], h[k], rng);
        lambda[k] = k < 2 ? 0 : 2 * rng_uniform(rng);
        gamma[k] = k % 2 ? 0.5 * rng_uniform(rng) : 0;
        answer(&answers, k,
               boost_best_split(N, x[k], g[k], h[k],
                                (struct boost_config){lambda[k], gamma[k], 0}));
    }
    trace_input(trace, "x", SETS * N, x[0]);
    trace_input(trace, "g", SETS * N, g[0]);
    trace_input(trace, "h", SETS * N, h[0]);
    trace_input(trace, "lambda", SETS, lambda);
    trace_input(trace, "gamma", SETS, gamma);
    record(trace, SETS, &answers);
}

/* Samples with the same feature stay together; of equal gains the leftmost counts. All
 * sums are exact. */
static void ties(FILE *trace, struct rng *rng)
{
    struct answers answers;
    const real some = 1 + rng_uniform(rng), ones[6] = {1, 1, 1, 1, 1, 1};
    const real x[5][6] = {{1, 1, 1, 2, 2, 3},
                          {some, some, some, some, some, some},
                          {some, 2 * some, 3 * some, 4 * some, 5 * some, 6 * some},
                          {1, 2, 2, 2, 2, 3},
                          {1, 1, 2, 2, 3, 3}};
    const real g[5][6] = {{-4, 4, -4, 4, 4, 4},
                          {-4, -4, -4, 4, 4, 4},
                          {-4, 4, -4, 4, -4, 4},
                          {-1, -8, -8, 8, 8, 1},
                          {-2, 2, 8, -8, 2, -2}};
    for (size_t k = 0; k < 5; k++)
        answer(&answers, k,
               boost_best_split(6, x[k], g[k], ones, (struct boost_config){2, 0, 0}));
    record(trace, 5, &answers);
}

/* Second derivatives of 0 and no penalty, in all leaves and in some. */
static void flat(FILE *trace, struct rng *rng)
{
    struct answers answers;
    const real x[4] = {1, 2, 3, 4}, some = 1 + rng_uniform(rng);
    const real g[3][4] = {{-some, -1, 1, 1}, {some, 2, -1, -some}, {-some, 1, 1, 3}};
    const real h[3][4] = {{0, 0, 0, 0}, {0, 0, 1, 1}, {0, 1, 1, 0}};
    for (size_t k = 0; k < 3; k++)
        answer(&answers, k,
               boost_best_split(4, x, g[k], h[k], (struct boost_config){0, 0, 0}));
    record(trace, 3, &answers);
}

/* Neighbors in floating point, whose middle is one of them; huge and tiny features. */
static void neighbors(FILE *trace, struct rng *rng)
{
    struct answers answers;
    const real g[2] = {-1, 1}, h[2] = {1, 1}, one = 1 + rng_uniform(rng);
    const real x[4][2] = {{one, nextafter(one, 2)},
                          {nextafter(one, 0), one},
                          {-1.7e308, 1.5e308},
                          {1.5e308, 1.5e308 + 1e307 * one}};
    for (size_t k = 0; k < 4; k++) {
        struct boost_split found =
            boost_best_split(2, x[k], g, h, (struct boost_config){1, 0, 0});
        answer(&answers, k, found);
        answers.threshold[k] =
            k < 2 ? x[k][0] < found.threshold && found.threshold <= x[k][1]
                  : found.threshold;
    }
    record(trace, 4, &answers);
}

/* A price, and a bound on the second derivatives of a leaf, with a jump near the left end
 * and near the right one. */
static void limits(FILE *trace, struct rng *rng)
{
    struct answers answers;
    real x[N], g[N], h[N];
    const struct boost_config config[SETS] = {{1, 1, 0},   {1, 100, 0}, {0, 0, 2.5},
                                              {0, 0, 2.5}, {2, 0, 2.5}, {2, 0, 2.5},
                                              {1, 0, 80},  {50, 0, 0}};
    for (size_t k = 0; k < SETS; k++) {
        const size_t jump = k % 2 ? N - 2 : 2;
        draw_samples(N, x, g, h, rng);
        for (size_t i = 0; i < N; i++) {
            g[i] = (i < jump ? -3 : 3) + 0.2 * rng_uniform(rng);
            h[i] = 0.7 + 0.01 * rng_uniform(rng);
        }
        answer(&answers, k, boost_best_split(N, x, g, h, config[k]));
    }
    record(trace, SETS, &answers);
}

/* For the plot: the threshold as the place of a jump moves to the right. */
static void scan(FILE *trace, struct rng *rng)
{
    real t[SCANS], threshold[SCANS], x[N], g[N], h[N];
    for (size_t i = 0; i < N; i++) {
        x[i] = (real)i + 0.5 * rng_uniform(rng);
        h[i] = 1;
    }
    for (size_t k = 0; k < SCANS; k++) {
        for (size_t i = 0; i < N; i++)
            g[i] = i < k + 2 ? -1 : 2 + rng_uniform(rng);
        threshold[k] =
            boost_best_split(N, x, g, h, (struct boost_config){1, 0, 0}).threshold;
    }
    count_up(SCANS, t);
    trace_input(trace, "t", SCANS, t);
    trace_column(trace, "threshold", SCANS, threshold);
}

static void bad(FILE *trace, struct rng *rng)
{
    const real inf = (real)INFINITY, nan = (real)NAN;
    real found[BAD], gain[BAD], left[BAD], threshold[BAD];
    for (size_t k = 0; k < BAD; k++) {
        real x[4] = {1, 2, 3, 4}, g[4] = {-1, -1, 1, 1 + rng_uniform(rng)};
        real h[4] = {1, 1, 1, 1};
        struct boost_config config = {k == 6    ? -1
                                      : k == 12 ? inf
                                                : 1,
                                      k == 7    ? -1
                                      : k == 13 ? inf
                                      : k == 14 ? nan
                                                : 0,
                                      k == 8    ? -1
                                      : k == 15 ? inf
                                                : 0};
        x[2] = k == 0 ? nan : k == 1 ? 1.5 : k == 2 ? inf : 3;
        g[1] = k == 3 ? nan : k == 16 ? inf : -1;
        h[3] = k == 4 ? -0.1 : k == 5 ? inf : k == 17 ? nan : 1;
        config.lambda = k == 9 ? nan : config.lambda;
        struct boost_split split = boost_best_split(k == 10   ? 0
                                                    : k == 11 ? 1
                                                              : 4,
                                                    x, g, h, config);
        found[k] = split.found, gain[k] = split.gain, left[k] = (real)split.left;
        threshold[k] = split.threshold;
    }
    trace_column(trace, "found-for-bad-inputs", BAD, found);
    trace_column(trace, "gain-for-bad-inputs", BAD, gain);
    trace_column(trace, "left-for-bad-inputs", BAD, left);
    trace_column(trace, "threshold-for-bad-inputs", BAD, threshold);
    const real x[2] = {1, 2}, g[2] = {-1, 1 + rng_uniform(rng)}, h[2] = {1, 1};
    trace_number(trace, "gain-for-good-inputs",
                 boost_best_split(2, x, g, h, (struct boost_config){1, 0, 0}).gain);
}

static void contract(FILE *trace, struct rng *rng)
{
    struct answers answers;
    real *x = allocate(LARGE), *g = allocate(LARGE), *h = allocate(LARGE);
    draw_samples(LARGE, x, g, h, rng);
    struct watch watch = watch_begin(x, LARGE, g, LARGE, h, LARGE);
    answer(&answers, 0, boost_best_split(LARGE, x, g, h, (struct boost_config){1, 0, 1}));
    watch_end(trace, &watch);
    record(trace, 1, &answers);
    free(x), free(g), free(h);
}

const struct driver_case driver_cases[] = {
    {"leaf", leaf},           {"split", split}, {"ties", ties}, {"limits", limits},
    {"neighbors", neighbors}, {"scan", scan},   {"bad", bad},   {"contract", contract},
    {"flat", flat},           {NULL, NULL},
};
