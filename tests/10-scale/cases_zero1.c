/* cases_zero1.c: the step among 1 to 8 ranks, in a valley and on given gradients; what
 * does not divide; what was sent; and one process of several, with partners that are
 * played. */
#include "judge/driver.h"
#include "optim/zero1.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { T = 50, RANKS = 8, MOST = 12, VALLEY = 100 };

/* Between 1 and 2 from 0, on either side. */
static real either_sign(struct rng *rng)
{
    const real sign = rng_below(rng, 2) ? 1 : -1;
    return sign * (real)(1 + rng_uniform(rng));
}

static struct adam_config draw(struct rng *rng)
{
    struct adam_config config = adam_defaults();
    config.lr = (real)(0.02 + 0.05 * rng_uniform(rng));
    config.beta1 = (real)(0.7 + 0.25 * rng_uniform(rng));
    config.beta2 = (real)(0.97 + 0.029 * rng_uniform(rng));
    config.eps = (real)(0.01 + 0.05 * rng_uniform(rng));
    return config;
}

/* Arrays of all ranks, with room for the zeros at the end. */
struct arrays {
    real theta[RANKS][MOST + RANKS], g[RANKS][MOST + RANKS];
    real *thetas[RANKS], *gs[RANKS];
};

static void point(struct arrays *arrays)
{
    memset(arrays, 0, sizeof *arrays);
    for (size_t r = 0; r < RANKS; r++) {
        arrays->thetas[r] = arrays->theta[r];
        arrays->gs[r] = arrays->g[r];
    }
}

/* Walks on noise of each rank's own; records the parameters of two ranks, the averages of
 * all parts, and what was sent. */
static void walk(FILE *trace, size_t ranks, size_t n, struct adam_config config,
                 struct rng *rng)
{
    static const char *const path_name[2] = {"theta-of-rank-0", "theta-of-the-last-rank"};
    struct collective all;
    struct zero1 zero1;
    struct arrays arrays;
    real path[2][T * MOST], m[MOST + RANKS], t[T];
    const real size = (real)n, processes = (real)ranks;
    point(&arrays);
    for (size_t i = 0; i < n; i++) {
        const real start = either_sign(rng);
        for (size_t r = 0; r < ranks; r++)
            arrays.theta[r][i] = start;
    }
    if (collective_local_init(&all, ranks, zero1_part(n, ranks)) ||
        zero1_init(&zero1, &all, n, config))
        abort();
    for (size_t s = 0; s < T; s++) {
        for (size_t r = 0; r < ranks; r++)
            for (size_t i = 0; i < ranks * zero1.part; i++)
                arrays.g[r][i] =
                    i < n ? (real)(0.3 * (real)r + 0.1 * (real)i + rng_normal(rng)) : 0;
        zero1_step(&zero1, arrays.thetas, arrays.gs);
        memcpy(path[0] + s * n, arrays.theta[0], n * sizeof(real));
        memcpy(path[1] + s * n, arrays.theta[ranks - 1], n * sizeof(real));
        t[s] = (real)(s + 1);
    }
    for (size_t r = 0; r < ranks; r++)
        memcpy(m + r * zero1.part, zero1.adam[r].m, zero1.part * sizeof(real));
    trace_input(trace, "ranks", 1, &processes);
    trace_input(trace, "parameters", 1, &size);
    trace_input(trace, "lr", 1, &config.lr);
    trace_input(trace, "beta1", 1, &config.beta1);
    trace_input(trace, "beta2", 1, &config.beta2);
    trace_input(trace, "eps", 1, &config.eps);
    trace_input(trace, "t", T, t);
    for (size_t k = 0; k < 2; k++)
        trace_matrix(trace, path_name[k], T, n, path[k]);
    trace_column(trace, "averages-m-of-all-parts", n, m);
    trace_number(trace, "steps-of-the-last-rank", (double)zero1.adam[ranks - 1].t);
    trace_number(trace, "bytes-sent", all.sent);
    zero1_free(&zero1);
    collective_free(&all);
}

static void four(FILE *trace, struct rng *rng)
{
    walk(trace, 4, MOST, draw(rng), rng);
}

static void two(FILE *trace, struct rng *rng)
{
    walk(trace, 2, MOST, draw(rng), rng);
}

static void eight(FILE *trace, struct rng *rng)
{
    walk(trace, 8, 8, draw(rng), rng);
}

static void alone(FILE *trace, struct rng *rng)
{
    walk(trace, 1, 5, draw(rng), rng);
}

static void uneven(FILE *trace, struct rng *rng)
{
    const size_t n = 5 + (size_t)rng_below(rng, 2);
    walk(trace, 4, n, draw(rng), rng);
}

/* Four ranks in the valley ½ h θ², each with a slope of its own; the mean is what
 * counts. */
static void valley(FILE *trace, struct rng *rng)
{
    enum { FOUR = 4 };
    struct adam_config config = adam_defaults();
    struct collective all;
    struct zero1 zero1;
    struct arrays arrays;
    const real h = (real)(1 + rng_uniform(rng));
    real path[VALLEY], t[VALLEY], slope[FOUR], start = (real)(1 + 2 * rng_uniform(rng));
    point(&arrays);
    config.lr = (real)(0.08 + 0.04 * rng_uniform(rng));
    for (size_t r = 0; r < FOUR; r++) {
        slope[r] = (real)rng_normal(rng);
        arrays.theta[r][0] = start;
    }
    if (collective_local_init(&all, FOUR, 1) || zero1_init(&zero1, &all, 1, config))
        abort();
    for (size_t s = 0; s < VALLEY; s++) {
        for (size_t r = 0; r < FOUR; r++) {
            arrays.g[r][0] = h * arrays.theta[r][0] + slope[r];
            for (size_t i = 1; i < FOUR; i++)
                arrays.g[r][i] = 0;
        }
        zero1_step(&zero1, arrays.thetas, arrays.gs);
        path[s] = arrays.theta[3][0];
        t[s] = (real)(s + 1);
    }
    trace_input(trace, "curvature", 1, &h);
    trace_input(trace, "slopes", FOUR, slope);
    trace_input(trace, "t", VALLEY, t);
    trace_column(trace, "theta", VALLEY, path);
    zero1_free(&zero1);
    collective_free(&all);
}

/* A stage for one process: the other ranks are played here, on their own arrays. */
static real partner[RANKS];
static size_t asked[64], distances;

static void play(struct collective *all, size_t distance, size_t count, real *const *give,
                 real *const *take)
{
    if (distances < 64)
        asked[distances++] = distance * 1000 + count;
    for (size_t k = 0; k < all->here; k++)
        for (size_t i = 0; i < count; i++)
            take[k][i] = partner[(all->first + k) ^ distance] + give[k][i] * 0;
    all->sent += (double)(count * sizeof(real));
}

/* As one of four processes that plays rank 2: what it gives, and what comes out. */
static void one_process(FILE *trace, struct rng *rng)
{
    struct collective all;
    struct zero1 zero1;
    struct arrays arrays;
    real swaps[8], theta[8];
    point(&arrays);
    distances = 0;
    for (size_t r = 0; r < RANKS; r++)
        partner[r] = (real)rng_normal(rng);
    for (size_t i = 0; i < 8; i++) {
        arrays.theta[0][i] = (real)rng_normal(rng);
        arrays.g[0][i] = (real)rng_normal(rng);
    }
    if (collective_init(&all, 4, 2, 1, 2, play) || zero1_init(&zero1, &all, 8, draw(rng)))
        abort();
    zero1_step(&zero1, arrays.thetas, arrays.gs);
    for (size_t i = 0; i < 8; i++)
        swaps[i] = i < distances ? (real)asked[i] : 0;
    memcpy(theta, arrays.theta[0], sizeof theta);
    trace_column(trace, "theta-as-rank-2-of-4", 8, theta);
    trace_column(trace, "swaps-in-order", 8, swaps);
    trace_number(trace, "swaps", (double)distances);
    zero1_free(&zero1);
    collective_free(&all);
}

/* Two groups that take turns; nothing is allocated; 100,000 parameters. */
static void contract(FILE *trace, struct rng *rng)
{
    enum { LARGE = 100000, TWO = 2 };
    static real theta[TWO][LARGE], g[TWO][LARGE];
    real *const thetas[TWO] = {theta[0], theta[1]}, *const gs[TWO] = {g[0], g[1]};
    struct collective all[2];
    struct zero1 one[2];
    struct arrays arrays[2];
    real path[2][T];
    const struct adam_config config = draw(rng);
    for (size_t k = 0; k < 2; k++) {
        point(&arrays[k]);
        driver_scramble(&one[k], sizeof one[k]);
        if (collective_local_init(&all[k], TWO, LARGE / TWO) ||
            zero1_init(&one[k], &all[k], MOST, config))
            abort();
    }
    const size_t before = driver_allocations();
    for (size_t t = 0; t < T; t++)
        for (size_t k = 0; k < 2; k++) {
            for (size_t i = 0; i < MOST; i++) {
                arrays[k].g[0][i] = (real)(k ? rng_normal(rng) : 1);
                arrays[k].g[1][i] = (real)i;
            }
            zero1_step(&one[k], arrays[k].thetas, arrays[k].gs);
            path[k][t] = arrays[k].theta[1][3];
        }
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    trace_column(trace, "theta-of-the-first-group", T, path[0]);
    trace_column(trace, "theta-of-the-second-group", T, path[1]);
    zero1_free(&one[0]);
    if (zero1_init(&one[0], &all[0], LARGE, config))
        abort();
    for (size_t i = 0; i < LARGE; i++)
        g[0][i] = (real)rng_normal(rng), g[1][i] = 1;
    zero1_step(&one[0], thetas, gs);
    double sum = 0;
    for (size_t i = 0; i < LARGE; i++)
        sum += (double)theta[1][i] / LARGE;
    trace_number(trace, "mean-of-100000", sum);
    for (size_t k = 0; k < 2; k++) {
        zero1_free(&one[k]);
        collective_free(&all[k]);
    }
}

const struct driver_case driver_cases[] = {
    {"four", four},     {"two", two},           {"eight", eight},
    {"alone", alone},   {"uneven", uneven},     {"one-process", one_process},
    {"valley", valley}, {"contract", contract}, {NULL, NULL},
};
