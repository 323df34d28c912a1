/* cases_sam.c: SAM down bowls that note where they are asked. */
#include "bowls.h"
#include "optim/sam.h"

#include <string.h>

enum { N = BOWL_N, T = 40, MANY = 100000, SWEEP = 60 };

static struct sam sam_of(size_t n, real lr, real rho)
{
    struct sam sam;
    driver_scramble(&sam, sizeof sam);
    if (sam_init(&sam, n, (struct sam_config){lr, rho}))
        abort();
    return sam;
}

/* One gradient: what it is, where the function was asked, and what comes back. */
static void gradient(FILE *trace, struct rng *rng)
{
    struct bowl bowl = bowl_drawn(rng);
    const real rho = 0.2 + rng_uniform(rng);
    struct sam sam = sam_of(N, 0.1, rho);
    real theta[N], before[N], g[N];
    draw(N, theta, 0, 2, rng);
    memcpy(before, theta, sizeof theta);
    trace_input(trace, "rho", 1, &rho);
    trace_input(trace, "theta", N, theta);
    trace_number(trace, "value", sam_gradient(&sam, theta, bowl_cost, &bowl, g));
    trace_column(trace, "g", N, g);
    trace_column(trace, "asked-first", N, bowl.asked[0]);
    trace_column(trace, "asked-second", N, bowl.asked[1]);
    trace_number(trace, "calls", (double)bowl.calls);
    trace_number(trace, "calls-without-gradient", (double)bowl.values);
    trace_number(trace, "theta-overwritten",
                 (double)driver_overwritten(N, theta, before));
    trace_number(trace, "steps-counted", (double)sam.t);
    sam_free(&sam);
}

/* Steps, with the rate and the radius changed on the way. */
static void steps(FILE *trace, struct rng *rng)
{
    struct bowl bowl = bowl_drawn(rng);
    const real lr = 0.05 + 0.05 * rng_uniform(rng);
    struct sam sam = sam_of(N, lr, 0.1 + rng_uniform(rng));
    real theta[N], walk[T][N], value[T];
    draw(N, theta, 0, 2, rng);
    for (size_t t = 0; t < T; t++) {
        if (t == T / 2) {
            sam.config.lr /= 3;
            sam.config.rho *= 2;
        }
        value[t] = sam_step(&sam, theta, bowl_cost, &bowl);
        memcpy(walk[t], theta, sizeof theta);
    }
    trace_matrix(trace, "theta-after-each", T, N, walk[0]);
    trace_column(trace, "value-before-each", T, value);
    trace_number(trace, "steps-counted", (double)sam.t);
    trace_number(trace, "calls-of-40-steps", (double)bowl.calls);
    sam_free(&sam);
}

/* No radius: gradient descent. No gradient: nothing moves. */
static void edges(FILE *trace, struct rng *rng)
{
    struct bowl bowl = bowl_drawn(rng);
    struct sam sam = sam_of(N, 0.1, 0);
    real theta[N], slope[N];
    draw(N, theta, 0, 1, rng);
    bowl_cost(N, theta, slope, &bowl);
    for (size_t i = 0; i < N; i++)
        slope[i] = theta[i] - 0.1 * slope[i];
    sam_step(&sam, theta, bowl_cost, &bowl);
    trace_input(trace, "gradient-descent", N, slope);
    trace_column(trace, "theta-with-no-radius", N, theta);
    sam.config.rho = 0.5;
    memcpy(theta, bowl.c, sizeof theta);
    trace_number(trace, "value-at-the-minimum", sam_step(&sam, theta, bowl_cost, &bowl));
    trace_column(trace, "theta-at-the-minimum", N, theta);
    sam_free(&sam);
    sam = sam_of(0, 0.1, 0.1);
    sam_step(&sam, theta, bowl_cost, &bowl);
    trace_number(trace, "steps-counted-for-0-parameters", (double)sam.t);
    sam_free(&sam);
}

/* Gradients whose squares overflow or underflow, and one that is small. */
static void sizes(FILE *trace, struct rng *rng)
{
    const real size[3] = {1e200, 1e-200, 1e-12};
    real g[3][N], neighbor[3][N];
    for (size_t k = 0; k < 3; k++) {
        struct bowl bowl = bowl_drawn(rng);
        struct sam sam = sam_of(N, 0.1, 0.5);
        real theta[N];
        bowl.cubic = 0;
        draw(N, theta, 0, 1, rng);
        for (size_t i = 0; i < N; i++)
            bowl.h[i] *= size[k];
        sam_gradient(&sam, theta, bowl_cost, &bowl, g[k]);
        for (size_t i = 0; i < N; i++) {
            neighbor[k][i] = bowl.asked[1][i] - theta[i];
            g[k][i] /= size[k];
        }
        sam_free(&sam);
    }
    trace_matrix(trace, "way-to-the-neighbor", 3, N, neighbor[0]);
    trace_matrix(trace, "g-over-its-size", 3, N, g[0]);
}

/* NaN in one coordinate of the gradient; the next step starts anew. */
static void nan_comes(FILE *trace, struct rng *rng)
{
    struct bowl bowl = bowl_drawn(rng);
    struct sam sam = sam_of(N, 0.1, 0.5);
    real theta[N], start[N], g[N];
    draw(N, theta, 0, 1, rng);
    memcpy(start, theta, sizeof theta);
    const real right = bowl.c[2];
    bowl.c[2] = (real)NAN;
    sam_step(&sam, theta, bowl_cost, &bowl);
    trace_column(trace, "theta-after-nan", N, theta);
    bowl.c[2] = right;
    trace_number(trace, "value-after-nan",
                 sam_gradient(&sam, start, bowl_cost, &bowl, g));
    trace_column(trace, "g-after-nan", N, g);
    sam_free(&sam);
}

/* Two that take turns. */
static void turns(FILE *trace, struct rng *rng)
{
    struct bowl one = bowl_drawn(rng), bowl[2] = {one, bowl_drawn(rng)};
    struct sam sam[2] = {sam_of(N, 0.1, 0.3), sam_of(N, 0.05, 0.6)};
    real theta[2][N];
    draw(2 * N, theta[0], 0, 1, rng);
    for (size_t t = 0; t < 10; t++)
        for (size_t k = 0; k < 2; k++)
            sam_step(&sam[k], theta[k], bowl_cost, &bowl[k]);
    trace_matrix(trace, "theta-of-two", 2, N, theta[0]);
    sam_free(&sam[0]);
    sam_free(&sam[1]);
}

static real slope_of_many(size_t n, const real *theta, real *g, void *context)
{
    real sum = 0;
    (void)context;
    for (size_t i = 0; i < n; i++) {
        sum += theta[i] * theta[i];
        g[i] = 2 * theta[i];
    }
    return sum;
}

static void many(FILE *trace, struct rng *rng)
{
    struct sam sam = sam_of(MANY, 0.1, 3);
    real *theta = room(3 * MANY), *given = theta + MANY, *g = given + MANY;
    draw(MANY, theta, 0, 1, rng);
    memcpy(given, theta, MANY * sizeof *theta);
    sam_gradient(&sam, theta, slope_of_many, NULL, g);
    trace_number(trace, "theta-of-100000-overwritten",
                 (double)driver_overwritten(MANY, theta, given));
    const size_t before = driver_allocations();
    const real value = sam_step(&sam, theta, slope_of_many, NULL);
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    trace_number(trace, "value-of-100000", value);
    const real some[] = {theta[0], theta[777], theta[MANY - 1]};
    trace_column(trace, "some-of-100000", 3, some);
    free(theta);
    sam_free(&sam);
}

/* For the plot: a wide and a sharp valley, the same start. */
static real valleys_cost(size_t n, const real *theta, real *g, void *context)
{
    const real x = theta[0], a = 1 + *(const real *)context;
    (void)n;
    if (g)
        g[0] = a * x + 8 * sin(4 * x);
    return a * x * x / 2 - 2 * cos(4 * x);
}

static void valleys(FILE *trace, struct rng *rng)
{
    real a = 0.1 * rng_uniform(rng), x = 2.2, t[SWEEP], walk[SWEEP];
    struct sam sam = sam_of(1, 0.02, 0.8);
    for (size_t k = 0; k < SWEEP; k++) {
        sam_step(&sam, &x, valleys_cost, &a);
        walk[k] = x;
    }
    count_from_1(SWEEP, t);
    trace_input(trace, "t", SWEEP, t);
    trace_column(trace, "x", SWEEP, walk);
    sam_free(&sam);
}

const struct driver_case driver_cases[] = {
    {"gradient", gradient}, {"steps", steps},     {"edges", edges},
    {"sizes", sizes},       {"nan", nan_comes},   {"turns", turns},
    {"many", many},         {"valleys", valleys}, {NULL, NULL},
};
