/* cases_adafactor.c: matrices, single rows and columns, with every setting; gradients
 * that are clipped, tiny, zero, NaN; the state. */
#include "judge/driver.h"
#include "optim/adafactor.h"

#include <math.h>
#include <string.h>

enum { T = 40, ROWS = 3, COLS = 4, N = ROWS * COLS };

/* Between 1 and 2 from 0, on either side. */
static real either_sign(struct rng *rng)
{
    const real sign = rng_below(rng, 2) ? 1 : -1;
    return sign * (real)(1 + rng_uniform(rng));
}

static struct adafactor_config draw(struct rng *rng)
{
    struct adafactor_config config = adafactor_defaults();
    config.lr = (real)(0.2 + 0.2 * rng_uniform(rng));
    config.exponent = (real)(0.6 + 0.3 * rng_uniform(rng));
    config.eps1 = (real)1e-3;
    config.eps2 = (real)0.05;
    return config;
}

struct run {
    size_t rows, cols;
    struct adafactor_config config;
    real theta[N], g[T * N];
};

/* Sizes differ by rows and by columns, and a little in each place. */
static struct run draw_run(size_t rows, size_t cols, struct rng *rng)
{
    struct run run = {.rows = rows, .cols = cols, .config = draw(rng)};
    const size_t n = rows * cols;
    for (size_t i = 0; i < n; i++)
        run.theta[i] = either_sign(rng);
    for (size_t i = 0; i < T * n; i++)
        run.g[i] = (real)((1. + 3. * (real)(i % n / cols) + 0.5 * (real)(i % cols)) *
                          (0.4 + rng_normal(rng)));
    return run;
}

static void record(FILE *trace, const struct run *run)
{
    const size_t n = run->rows * run->cols;
    struct adafactor method;
    real theta[N], path[T * N], t[T], sums[T * (ROWS + COLS)], v[T * N];
    const size_t kept = run->rows + run->cols;
    memcpy(theta, run->theta, sizeof theta);
    adafactor_init(&method, run->rows, run->cols, run->config);
    for (size_t s = 0; s < T; s++) {
        adafactor_step(&method, theta, run->g + s * n);
        memcpy(path + s * n, theta, n * sizeof *theta);
        t[s] = (real)(s + 1);
        if (method.v) {
            memcpy(v + s * n, method.v, n * sizeof *v);
            continue;
        }
        memcpy(sums + s * kept, method.r, run->rows * sizeof *sums);
        memcpy(sums + s * kept + run->rows, method.c, run->cols * sizeof *sums);
    }
    trace_input(trace, "lr", 1, &run->config.lr);
    trace_input(trace, "exponent", 1, &run->config.exponent);
    trace_input(trace, "clip", 1, &run->config.clip);
    trace_input(trace, "eps1", 1, &run->config.eps1);
    trace_input(trace, "eps2", 1, &run->config.eps2);
    trace_input(trace, "start", n, run->theta);
    trace_input(trace, "t", T, t);
    trace_matrix(trace, "theta", T, n, path);
    if (method.v)
        trace_matrix(trace, "v", T, n, v);
    else
        trace_matrix(trace, "sums-of-rows-and-columns", T, kept, sums);
    trace_number(trace, "steps-counted", (double)method.t);
    adafactor_free(&method);
}

static void matrix(FILE *trace, struct rng *rng)
{
    const struct run run = draw_run(ROWS, COLS, rng);
    record(trace, &run);
}

static void vector(FILE *trace, struct rng *rng)
{
    struct run run = draw_run(1, COLS, rng);
    record(trace, &run);
}

static void column(FILE *trace, struct rng *rng)
{
    struct run run = draw_run(ROWS, 1, rng);
    record(trace, &run);
}

/* Steps that are not relative, with a rate that does not fade, and nothing clipped: the
 * second moment alone. */
static void plain(FILE *trace, struct rng *rng)
{
    struct run run = draw_run(ROWS, COLS, rng);
    run.config.fading = run.config.relative = false;
    run.config.clip = (real)INFINITY;
    record(trace, &run);
}

static void fading(FILE *trace, struct rng *rng)
{
    struct run run = draw_run(ROWS, COLS, rng);
    run.config.relative = false;
    run.config.clip = 2;
    record(trace, &run);
}

static void relative(FILE *trace, struct rng *rng)
{
    struct run run = draw_run(ROWS, COLS, rng);
    run.config.fading = false;
    run.config.lr = (real)0.05;
    record(trace, &run);
}

/* Small, then large: the updates are clipped, to a d that is not 1. */
static void clipped(FILE *trace, struct rng *rng)
{
    struct run run = draw_run(ROWS, COLS, rng);
    run.config.clip = (real)(0.4 + 0.2 * rng_uniform(rng));
    for (size_t i = 0; i < T * N; i++)
        run.g[i] *= i / N % 7 == 6 ? 100 : 1;
    record(trace, &run);
}

/* Parameters smaller than eps2 says. */
static void small(FILE *trace, struct rng *rng)
{
    struct run run = draw_run(ROWS, COLS, rng);
    run.config.lr = (real)0.01;
    for (size_t i = 0; i < N; i++)
        run.theta[i] *= (real)1e-3;
    record(trace, &run);
}

/* A gradient that is a product of a row and a column is what the two sums describe
 * exactly: without clipping, its first update is its sign. */
static void rank_one(FILE *trace, struct rng *rng)
{
    struct run run = draw_run(ROWS, COLS, rng);
    struct adafactor method;
    real row[ROWS], theta[N] = {0};
    run.config.fading = run.config.relative = false;
    run.config.clip = (real)INFINITY;
    run.config.eps1 = 0;
    for (size_t i = 0; i < ROWS; i++)
        row[i] = (real)(rng_normal(rng) + 3);
    for (size_t i = 0; i < N; i++)
        run.g[i] = row[i / COLS] * run.g[i % COLS];
    adafactor_init(&method, ROWS, COLS, run.config);
    adafactor_step(&method, theta, run.g);
    trace_input(trace, "lr", 1, &run.config.lr);
    trace_input(trace, "g", N, run.g);
    trace_column(trace, "first-step-of-a-product", N, theta);
    adafactor_free(&method);
}

/* A matrix of four in a valley that is steeper in some directions; a plot shows the first
 * of them. */
static void valley(FILE *trace, struct rng *rng)
{
    enum { STEPS = 120, FOUR = 4 };
    struct adafactor_config config = adafactor_defaults();
    struct adafactor method;
    real h[FOUR], theta[FOUR], g[FOUR], first[STEPS], rest[STEPS * FOUR], t[STEPS];
    config.lr = (real)(0.03 + 0.03 * rng_uniform(rng));
    for (size_t i = 0; i < FOUR; i++) {
        h[i] = (real)(1 + 3 * rng_uniform(rng));
        theta[i] = either_sign(rng);
    }
    adafactor_init(&method, 2, 2, config);
    for (size_t s = 0; s < STEPS; s++) {
        for (size_t i = 0; i < FOUR; i++)
            g[i] = h[i] * theta[i];
        adafactor_step(&method, theta, g);
        first[s] = theta[0];
        memcpy(rest + s * FOUR, theta, sizeof theta);
        t[s] = (real)(s + 1);
    }
    trace_input(trace, "curvatures", FOUR, h);
    trace_input(trace, "lr", 1, &config.lr);
    trace_input(trace, "t", STEPS, t);
    trace_column(trace, "theta", STEPS, first);
    trace_matrix(trace, "all-four", STEPS, FOUR, rest);
    adafactor_free(&method);
}

/* No gradient, with and without eps1; a NaN; one parameter. */
static void edges(FILE *trace, struct rng *rng)
{
    struct adafactor method;
    real theta[N], g[N] = {0};
    for (size_t i = 0; i < N; i++)
        theta[i] = (real)(1 + rng_uniform(rng));
    adafactor_init(&method, ROWS, COLS, adafactor_defaults());
    adafactor_step(&method, theta, g);
    trace_column(trace, "theta-without-gradient", N, theta);
    for (size_t i = 0; i < N; i++)
        g[i] = (real)(1e-12 * rng_normal(rng));
    adafactor_step(&method, theta, g);
    trace_column(trace, "theta-tiny-gradient", N, theta);
    g[3] = (real)NAN;
    adafactor_step(&method, theta, g);
    trace_column(trace, "theta-after-a-nan", N, theta);
    adafactor_free(&method);
    adafactor_init(&method, 1, 1, adafactor_defaults());
    theta[0] = 2, g[0] = (real)(5 + rng_uniform(rng));
    adafactor_step(&method, theta, g);
    trace_number(trace, "one-parameter", theta[0]);
    adafactor_free(&method);
}

static void step_method(void *method, real *theta, const real *g)
{
    adafactor_step(method, theta, g);
}

/* What every header promises of a step. */
static void contract(FILE *trace, struct rng *rng)
{
    static const char *const kept[] = {"exponent", "eps2", NULL};
    const struct adafactor_config config = draw(rng);
    struct adafactor one[3];
    struct driver_method method[3];
    for (size_t k = 0; k < 3; k++) {
        driver_scramble(&one[k], sizeof one[k]);
        adafactor_init(&one[k], k < 2 ? 1 : DRIVER_LARGE / 250, k < 2 ? DRIVER_N : 250,
                       config);
        method[k] = (struct driver_method){
            &one[k], step_method, {&one[k].config.exponent, &one[k].config.eps2}};
    }
    driver_contract(trace, rng, method, kept);
    for (size_t k = 0; k < 3; k++)
        adafactor_free(&one[k]);
}

const struct driver_case driver_cases[] = {
    {"matrix", matrix},   {"vector", vector}, {"column", column},
    {"plain", plain},     {"fading", fading}, {"relative", relative},
    {"clipped", clipped}, {"small", small},   {"rank-one", rank_one},
    {"edges", edges},     {"valley", valley}, {"contract", contract},
    {NULL, NULL},
};
