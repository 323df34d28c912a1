/* cases_ista.c: the soft threshold, steps on a random bowl, residuals on the way. */
#include "draw.h"
#include "optim/ista.h"

#include <math.h>
#include <string.h>

enum { N = 5, STEPS = 40, POINTS = 30, GRID = 101 };

static struct ista prepared(size_t n, struct ista_config config)
{
    struct ista ista;
    driver_scramble(&ista, sizeof ista);
    if (ista_init(&ista, n, config))
        abort();
    return ista;
}

static void thresholds(FILE *trace, struct rng *rng)
{
    real x[POINTS], t[POINTS], soft[POINTS];
    draw(POINTS, x, 0, 2, rng);
    for (size_t i = 0; i < POINTS; i++) {
        t[i] = i % 5 == 0 ? 0 : i % 5 == 1 ? fabs(x[i]) : 2 * rng_uniform(rng);
        soft[i] = soft_threshold(x[i], t[i]);
    }
    trace_input(trace, "x", POINTS, x);
    trace_input(trace, "t", POINTS, t);
    trace_column(trace, "soft-threshold", POINTS, soft);
}

/* Zeros of both signs, infinities, NaN, thresholds below 0. */
static void borders(FILE *trace, struct rng *rng)
{
    enum { EDGES = 16 };
    const real inf = (real)INFINITY, nan = (real)NAN, s = 1 + rng_uniform(rng);
    const real x[EDGES] = {0,   -(real)0.0, -s, inf, -inf, s,      inf,   -inf,
                           nan, nan,        s,  -s,  0,    1e-300, 1e300, s};
    const real t[EDGES] = {0, 0,   s,  s,       s,  inf, inf, inf,
                           s, inf, -s, -1e-300, -s, 0,   1,   nan};
    real soft[EDGES], sign[EDGES];
    for (size_t i = 0; i < EDGES; i++) {
        soft[i] = soft_threshold(x[i], t[i]);
        sign[i] = soft[i] == 0 ? (real)(signbit(soft[i]) != 0) : 0;
    }
    trace_input(trace, "x", EDGES, x);
    trace_input(trace, "t", EDGES, t);
    trace_rough(trace, "soft-at-the-borders", EDGES, soft);
    trace_column(trace, "zero-has-a-minus", EDGES, sign);
}

/* The gradient of ½ Σ h_i (θ_i - c_i)². */
static void gradient(const real *h, const real *c, const real *theta, real *g)
{
    for (size_t i = 0; i < N; i++)
        g[i] = h[i] * (theta[i] - c[i]);
}

/* From a random point down a separable bowl, whose minimum has a closed form. */
static void record_walk(FILE *trace, struct ista_config config, bool residuals,
                        struct rng *rng)
{
    real h[N], c[N], theta[N], g[N], path[STEPS][N], residual[STEPS], step[STEPS];
    for (size_t i = 0; i < N; i++) {
        h[i] = 1 + rng_uniform(rng);
        c[i] = 1.2 * (2 * rng_uniform(rng) - 1);
        theta[i] = i == N - 1 ? 0 : rng_normal(rng);
    }
    struct ista ista = prepared(N, config);
    for (size_t t = 0; t < STEPS; t++) {
        gradient(h, c, theta, g);
        residual[t] = residuals ? ista_residual(&ista, theta, g) : 0;
        ista_step(&ista, theta, g);
        memcpy(path[t], theta, sizeof theta);
        step[t] = (real)t + 1;
    }
    trace_input(trace, "curvature", N, h);
    trace_input(trace, "center", N, c);
    trace_input(trace, "l1", 1, &config.l1);
    trace_input(trace, "l2", 1, &config.l2);
    trace_input(trace, "step", STEPS, step);
    if (residuals)
        trace_column(trace, "residual", STEPS, residual);
    else
        trace_matrix(trace, config.l2 > 0 ? "theta-both" : "theta", STEPS, N, path[0]);
}

static void walk(FILE *trace, struct rng *rng)
{
    record_walk(trace, (struct ista_config){.lr = 0.4, .l1 = 0.8}, false, rng);
}

static void both(FILE *trace, struct rng *rng)
{
    record_walk(trace, (struct ista_config){.lr = 0.4, .l1 = 0.5, .l2 = 0.7}, false, rng);
}

/* Single weights: 0, hardly other than 0, and neither; with slopes about λ₁. */
static void record_single(FILE *trace, struct ista_config config, struct rng *rng)
{
    static const real size[] = {0, 1e-12, 1e-300, 1};
    real theta[POINTS], g[POINTS], residual[POINTS];
    struct ista ista = prepared(1, config);
    for (size_t i = 0; i < POINTS; i++) {
        theta[i] = i % 4 ? size[i % 4] * rng_normal(rng) : 0;
        g[i] = (i % 3 ? 1 : -1) * config.l1 * 2 * rng_uniform(rng);
        residual[i] = ista_residual(&ista, &theta[i], &g[i]);
    }
    trace_input(trace, "theta", POINTS, theta);
    trace_input(trace, "g", POINTS, g);
    trace_column(trace, "residual-of-one", POINTS, residual);
}

static void residual(FILE *trace, struct rng *rng)
{
    const struct ista_config config = {.lr = 0.4, .l1 = 0.6, .l2 = 0.3};
    record_walk(trace, config, true, rng);
    record_single(trace, config, rng);
}

/* One step with a penalty so strong, or a rate so large, that a gradient step on it would
 * overshoot; and none at all. */
static void extremes(FILE *trace, struct rng *rng)
{
    static const struct ista_config all[] = {
        {1, 0, 1000}, {1, 1e6, 0}, {0, 1, 1}, {0.5, 0, 0}, {1e5, 1e-6, 1e-6}};
    real theta[5][N], g[N], residual_of[5];
    for (size_t k = 0; k < 5; k++) {
        struct ista ista = prepared(N, all[k]);
        draw(N, theta[k], 0, 1, rng);
        draw(N, g, 0, 1, rng);
        residual_of[k] = ista_residual(&ista, theta[k], g);
        ista_step(&ista, theta[k], g);
    }
    trace_matrix(trace, "theta-of-extremes", 5, N, theta[0]);
    trace_column(trace, "residual-of-extremes", 5, residual_of);
    struct ista none = prepared(0, all[0]);
    ista_step(&none, NULL, NULL);
    trace_number(trace, "residual-of-nothing", ista_residual(&none, NULL, NULL));
}

/* A NaN in one coordinate. */
static void beside_nan(FILE *trace, struct rng *rng)
{
    real theta[N], g[N];
    struct ista ista = prepared(N, (struct ista_config){.lr = 0.1, .l1 = 0.5});
    draw(N, theta, 0, 1, rng);
    draw(N, g, 0, 1, rng);
    g[1] = (real)NAN;
    ista_step(&ista, theta, g);
    trace_column(trace, "theta-beside-nan", N, theta);
}

static void step(void *state, real *theta, const real *g)
{
    ista_step(state, theta, g);
}

static void contract(FILE *trace, struct rng *rng)
{
    static const char *const kept[] = {NULL};
    struct ista ista[3];
    struct driver_method method[3];
    for (size_t k = 0; k < 3; k++) {
        ista[k] = prepared(k < 2 ? DRIVER_N : DRIVER_LARGE,
                           (struct ista_config){.lr = 0.1 + 0.1 * (real)k, .l1 = 0.5});
        method[k] = (struct driver_method){&ista[k], step, {0}};
    }
    driver_contract(trace, rng, method, kept);
    trace_number(trace, "steps-counted", (double)ista[2].t);
}

/* For the plot. */
static void threshold(FILE *trace, struct rng *rng)
{
    real x[GRID], soft[GRID];
    const real t = 0.5 + rng_uniform(rng);
    for (size_t i = 0; i < GRID; i++) {
        x[i] = 0.06 * ((real)i - (GRID - 1) / 2);
        soft[i] = soft_threshold(x[i], t);
    }
    trace_input(trace, "t", 1, &t);
    trace_input(trace, "x", GRID, x);
    trace_column(trace, "soft", GRID, soft);
}

const struct driver_case driver_cases[] = {
    {"thresholds", thresholds},
    {"borders", borders},
    {"walk", walk},
    {"both", both},
    {"residual", residual},
    {"extremes", extremes},
    {"nan", beside_nan},
    {"contract", contract},
    {"threshold", threshold},
    {NULL, NULL},
};
