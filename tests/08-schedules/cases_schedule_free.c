/* cases_schedule_free.c: Schedule-Free AdamW with its state: in a valley, on given
 * gradients, with warm-up, decay and rates that change, on gradients of every size. */
#include "judge/driver.h"
#include "optim/schedule_free.h"

#include <math.h>
#include <string.h>

enum { T = 100, N = 3, STEPS = 6, LONG = 20000 };

/* What a walk depends on, and what it records: T × n each, NULL if not wanted. */
struct run {
    struct schedule_free_config config;
    size_t n;
    real theta[N];             /* the start */
    const real *g;             /* given gradients; NULL: those of the bowl */
    real curvature[N], c[N];   /* of the bowl */
    const real *lr;            /* of each step; NULL: as in config */
    real *z, *v, *x, *numbers; /* numbers: β₂^t, the largest rate, the sum */
};

static size_t walk(const struct run *run, real *path)
{
    struct schedule_free method;
    real theta[N], g[N];
    const size_t n = run->n, bytes = n * sizeof *theta;
    memcpy(theta, run->theta, sizeof theta);
    schedule_free_init(&method, n, theta, run->config);
    for (size_t t = 0; t < T; t++) {
        for (size_t i = 0; i < n; i++)
            g[i] =
                run->g ? run->g[t * n + i] : run->curvature[i] * (theta[i] - run->c[i]);
        if (run->lr)
            method.config.lr = run->lr[t];
        schedule_free_step(&method, theta, g);
        memcpy(path + t * n, theta, bytes);
        if (run->z)
            memcpy(run->z + t * n, method.z, bytes);
        if (run->v)
            memcpy(run->v + t * n, method.v, bytes);
        if (run->x)
            schedule_free_average(&method, theta, run->x + t * n);
        if (run->numbers) {
            run->numbers[3 * t] = method.beta2_power;
            run->numbers[3 * t + 1] = method.lr_max;
            run->numbers[3 * t + 2] = method.weight_sum;
        }
    }
    schedule_free_free(&method);
    return method.t;
}

static struct run draw(size_t n, struct rng *rng)
{
    struct run run = {.config = schedule_free_defaults(), .n = n};
    run.config.lr = 0.02 + 0.03 * rng_uniform(rng);
    run.config.beta1 = 0.6 + 0.3 * rng_uniform(rng);
    run.config.beta2 = 0.95 + 0.04 * rng_uniform(rng);
    for (size_t i = 0; i < n; i++) {
        run.theta[i] = rng_signed(rng, 1 + rng_uniform(rng));
        run.curvature[i] = pow(10, (real)i - 1 + rng_uniform(rng));
        run.c[i] = -run.theta[i];
    }
    return run;
}

static void record_config(FILE *trace, const struct run *run)
{
    const real warmup = (real)run->config.warmup;
    real t[T];
    for (size_t i = 0; i < T; i++)
        t[i] = (real)(i + 1);
    trace_input(trace, "lr", 1, &run->config.lr);
    trace_input(trace, "beta1", 1, &run->config.beta1);
    trace_input(trace, "beta2", 1, &run->config.beta2);
    trace_input(trace, "decay", 1, &run->config.decay);
    trace_input(trace, "warmup", 1, &warmup);
    trace_input(trace, "t", T, t);
}

static void valley(FILE *trace, struct rng *rng)
{
    struct run run = draw(1, rng);
    real theta[T], z[T], v[T], x[T];
    run.z = z, run.v = v, run.x = x;
    size_t steps = walk(&run, theta);
    record_config(trace, &run);
    trace_column(trace, "y", T, theta);
    trace_column(trace, "z", T, z);
    trace_column(trace, "x", T, x);
    trace_column(trace, "v", T, v);
    trace_number(trace, "steps-counted", (double)steps);
}

/* Gradients that are noise, so that they do not depend on the way. */
static void given(FILE *trace, struct run *run, struct rng *rng)
{
    real g[T * N], path[T * N], z[T * N], v[T * N], x[T * N], numbers[3 * T];
    for (size_t i = 0; i < T * N; i++)
        g[i] = 0.5 + pow(10, (real)(i % N) - 1) * rng_normal(rng);
    run->g = g, run->z = z, run->v = v, run->x = x, run->numbers = numbers;
    walk(run, path);
    record_config(trace, run);
    trace_input(trace, "start", N, run->theta);
    trace_input(trace, "gradients", T * N, g);
    trace_matrix(trace, "y", T, N, path);
    trace_matrix(trace, "z", T, N, z);
    trace_matrix(trace, "x", T, N, x);
    trace_matrix(trace, "v", T, N, v);
    trace_matrix(trace, "power-largest-sum", T, 3, numbers);
}

static void noise(FILE *trace, struct rng *rng)
{
    struct run run = draw(N, rng);
    given(trace, &run, rng);
}

static void warm(FILE *trace, struct rng *rng)
{
    struct run run = draw(N, rng);
    run.config.warmup = 5 + (size_t)rng_below(rng, 20);
    given(trace, &run, rng);
}

static void decay(FILE *trace, struct rng *rng)
{
    struct run run = draw(N, rng);
    run.config.decay = 0.5 + rng_uniform(rng);
    given(trace, &run, rng);
}

/* The caller halves and raises the rate; the largest so far counts in the average. */
static void rates(FILE *trace, struct rng *rng)
{
    struct run run = draw(N, rng);
    real lr[T];
    for (size_t t = 0; t < T; t++)
        lr[t] = run.config.lr * (t < 30 ? 1 : t < 60 ? 0.25 : 2);
    run.lr = lr;
    run.config.decay = 0.3;
    trace_input(trace, "rates", T, lr);
    given(trace, &run, rng);
}

/* An epsilon so large that its place shows; and gradients in units a million apart
 * without any. */
static void epsilon(FILE *trace, struct rng *rng)
{
    static const real unit[N] = {1e-6, 1, 1e6};
    struct run run = draw(N, rng);
    real g[T * N], path[T * N];
    for (size_t t = 0; t < T; t++) {
        real same = rng_normal(rng);
        for (size_t i = 0; i < N; i++)
            g[t * N + i] = unit[i] * same;
    }
    run.theta[1] = run.theta[2] = run.theta[0];
    run.g = g;
    run.config.eps = 0;
    record_config(trace, &run);
    walk(&run, path);
    trace_matrix(trace, "y-in-three-units", T, N, path);
    run.config.eps = 0.1 + rng_uniform(rng);
    walk(&run, path);
    trace_matrix(trace, "y-large-epsilon", T, N, path);
}

/* No rate at all, then one: while the sum is 0, nothing moves. */
static void no_rate(FILE *trace, struct rng *rng)
{
    struct run run = draw(1, rng);
    real lr[T], theta[T], x[T], numbers[3 * T];
    for (size_t t = 0; t < T; t++)
        lr[t] = t < 20 ? 0 : run.config.lr;
    run.lr = lr, run.x = x, run.numbers = numbers;
    walk(&run, theta);
    record_config(trace, &run);
    trace_input(trace, "rates", T, lr);
    trace_column(trace, "y-without-rate", T, theta);
    trace_column(trace, "x-without-rate", T, x);
    trace_matrix(trace, "power-largest-sum", T, 3, numbers);
}

/* Huge and tiny gradients, then none, then NaN in one coordinate; no parameters; no
 * gradient and no epsilon. */
static void edges(FILE *trace, struct rng *rng)
{
    struct schedule_free_config config = schedule_free_defaults();
    struct schedule_free method;
    real g[STEPS][N] = {{1e150, 1e-150, 1}}, theta[N] = {1, 1, 1}, path[STEPS * N];
    real x[N], lost = 1, none = 0;
    g[0][2] += rng_uniform(rng);
    g[STEPS - 2][2] = (real)NAN;
    schedule_free_init(&method, N, theta, config);
    for (size_t t = 0; t < STEPS; t++) {
        schedule_free_step(&method, theta, g[t]);
        memcpy(path + t * N, theta, sizeof theta);
    }
    schedule_free_average(&method, theta, x);
    trace_matrix(trace, "y", STEPS, N, path);
    trace_column(trace, "x-in-the-end", N, x);
    schedule_free_free(&method);
    schedule_free_init(&method, 0, NULL, config);
    schedule_free_step(&method, NULL, NULL);
    schedule_free_average(&method, NULL, NULL);
    trace_number(trace, "steps-counted-for-0-parameters", (double)method.t);
    schedule_free_free(&method);
    config.eps = 0;
    schedule_free_init(&method, 1, &lost, config);
    schedule_free_step(&method, &lost, &none);
    trace_number(trace, "y-without-gradient-and-eps", lost);
    schedule_free_free(&method);
}

/* Before the first step x is the start; reading does not change y, unless it is put
 * there. */
static void reading(FILE *trace, struct rng *rng)
{
    const struct run run = draw(N, rng);
    struct schedule_free method;
    real theta[N], before[N], x[N], twice[N], g[N] = {1, -2, 3};
    memcpy(theta, run.theta, sizeof theta);
    schedule_free_init(&method, N, theta, run.config);
    schedule_free_average(&method, theta, x);
    trace_input(trace, "start", N, run.theta);
    trace_column(trace, "x-before-the-first-step", N, x);
    for (size_t t = 0; t < 5; t++)
        schedule_free_step(&method, theta, g);
    memcpy(before, theta, sizeof theta);
    schedule_free_average(&method, theta, x);
    schedule_free_average(&method, theta, twice);
    trace_column(trace, "x", N, x);
    trace_column(trace, "x-again", N, twice);
    trace_number(trace, "y-changed", (double)driver_overwritten(N, theta, before));
    schedule_free_average(&method, theta, theta);
    trace_column(trace, "x-in-place-of-y", N, theta);
    schedule_free_free(&method);
}

static void long_run(FILE *trace, struct rng *rng)
{
    struct schedule_free_config config = schedule_free_defaults();
    struct schedule_free method;
    real theta = 1, x, path[2 * (LONG / 1000)];
    config.warmup = 100;
    schedule_free_init(&method, 1, &theta, config);
    for (size_t t = 0; t < LONG; t++) {
        real g = (t / 5000 % 2 ? 1 : -1) + rng_normal(rng);
        schedule_free_step(&method, &theta, &g);
        if ((t + 1) % 1000 == 0) {
            schedule_free_average(&method, &theta, &x);
            path[2 * (t / 1000)] = theta;
            path[2 * (t / 1000) + 1] = x;
        }
    }
    trace_matrix(trace, "y-and-x-every-1000-steps", LONG / 1000, 2, path);
    trace_number(trace, "steps-counted", (double)method.t);
    schedule_free_free(&method);
}

static void step_method(void *method, real *theta, const real *g)
{
    schedule_free_step(method, theta, g);
}

/* What every header promises of a step. */
static void contract(FILE *trace, struct rng *rng)
{
    static const char *const kept[] = {"beta2_power", "lr_max", "weight_sum", NULL};
    const struct schedule_free_config config = draw(DRIVER_N, rng).config;
    static real start[DRIVER_LARGE];
    struct schedule_free one[3];
    struct driver_method method[3];
    for (size_t i = 0; i < DRIVER_LARGE; i++)
        start[i] = 1;
    for (size_t k = 0; k < 3; k++) {
        driver_scramble(&one[k], sizeof one[k]);
        schedule_free_init(&one[k], k < 2 ? DRIVER_N : DRIVER_LARGE, start, config);
        method[k] = (struct driver_method){
            &one[k],
            step_method,
            {&one[k].beta2_power, &one[k].lr_max, &one[k].weight_sum}};
    }
    driver_contract(trace, rng, method, kept);
    for (size_t k = 0; k < 3; k++)
        schedule_free_free(&one[k]);
}

const struct driver_case driver_cases[] = {
    {"valley", valley},   {"noise", noise},     {"warm", warm},         {"decay", decay},
    {"rates", rates},     {"epsilon", epsilon}, {"no-rate", no_rate},   {"edges", edges},
    {"reading", reading}, {"long", long_run},   {"contract", contract}, {NULL, NULL},
};
