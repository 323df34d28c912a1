/* cases_momentum_forms.c: rates and velocities from form to form, and walks in form
 * (c). */
#include "bowl.h"
#include "judge/driver.h"
#include "optim/momentum_forms.h"

#include <string.h>

enum { T = 80, PAIRS = 9, N = 3, LONG = 100000, BAD = 8 };

static const enum momentum_form forms[] = {MOMENTUM_LR_INSIDE, MOMENTUM_LR_OUTSIDE,
                                           MOMENTUM_AVERAGE};

static struct momentum_rates draw_rates(struct rng *rng)
{
    struct momentum_rates rates;
    rates.lr = 0.01 + 0.05 * rng_uniform(rng);
    rates.beta = 0.7 + 0.25 * rng_uniform(rng);
    return rates;
}

static void record_pairs(FILE *trace, struct momentum_rates rates)
{
    real from[PAIRS], to[PAIRS];
    for (size_t i = 0; i < PAIRS; i++) {
        from[i] = (real)(i / 3);
        to[i] = (real)(i % 3);
    }
    trace_input_enum(trace, "from-form", PAIRS, from, "(a) (b) (c)");
    trace_input_enum(trace, "to-form", PAIRS, to, "(a) (b) (c)");
    trace_input(trace, "given-lr", 1, &rates.lr);
    trace_input(trace, "given-beta", 1, &rates.beta);
}

static void convert(FILE *trace, struct rng *rng)
{
    struct momentum_rates rates = draw_rates(rng);
    real lr[PAIRS], beta[PAIRS];
    for (size_t i = 0; i < PAIRS; i++) {
        struct momentum_rates to = momentum_convert(forms[i / 3], forms[i % 3], rates);
        lr[i] = to.lr;
        beta[i] = to.beta;
    }
    record_pairs(trace, rates);
    trace_column(trace, "lr", PAIRS, lr);
    trace_column(trace, "beta", PAIRS, beta);
}

static void factor(FILE *trace, struct rng *rng)
{
    struct momentum_rates rates = draw_rates(rng);
    real factors[PAIRS];
    for (size_t i = 0; i < PAIRS; i++)
        factors[i] = momentum_velocity_factor(forms[i / 3], forms[i % 3], rates);
    record_pairs(trace, rates);
    trace_column(trace, "factor", PAIRS, factors);
}

/* A walk with given rates that does not use the step under test, so that it tells of the
 * rates alone. */
static void walk(size_t steps, enum momentum_form form, struct momentum_rates rates,
                 const struct bowl *bowl, real *theta, real *v, real *path)
{
    real g[N];
    for (size_t t = 0; t < steps; t++) {
        for (size_t i = 0; i < bowl->n; i++) {
            g[i] = bowl->h[i] * (theta[i] - bowl->c[i]);
            real gain = form == MOMENTUM_LR_INSIDE ? -rates.lr
                        : form == MOMENTUM_AVERAGE ? 1 - rates.beta
                                                   : 1;
            v[i] = rates.beta * v[i] + gain * g[i];
            theta[i] -= (form == MOMENTUM_LR_INSIDE ? -1 : rates.lr) * v[i];
        }
        if (path)
            memcpy(path + t * bowl->n, theta, bowl->n * sizeof *theta);
    }
}

/* One walk in form (b), and in the two others with the rates converted. */
static void same_path(FILE *trace, struct rng *rng)
{
    static const char *const names[] = {"theta-a", "theta-b", "theta-c"};
    struct momentum_rates rates = draw_rates(rng);
    struct bowl bowl = bowl_between(N, 0.5, 5, rng);
    real start[N], t[T], path[T * N];
    bowl_start(&bowl, start, rng);
    count_steps(T, t);
    trace_input(trace, "t", T, t);
    for (size_t f = 0; f < 3; f++) {
        real theta[N], v[N] = {0};
        memcpy(theta, start, sizeof theta);
        walk(T, forms[f], momentum_convert(MOMENTUM_LR_OUTSIDE, forms[f], rates), &bowl,
             theta, v, path);
        trace_matrix(trace, names[f], T, N, path);
    }
}

/* Nine walks that begin in one form and end in another, and their ends had they not. */
static void switched(FILE *trace, struct rng *rng)
{
    struct momentum_rates rates = draw_rates(rng);
    struct bowl bowl = bowl_between(1, 1, 1 + rng_uniform(rng), rng);
    real start, stayed[PAIRS], changed[PAIRS];
    bowl_start(&bowl, &start, rng);
    for (size_t i = 0; i < PAIRS; i++) {
        const enum momentum_form from = forms[i / 3], to = forms[i % 3];
        real theta = start, v = 0;
        walk(12, from, rates, &bowl, &theta, &v, NULL);
        real theta2 = theta, v2 = v * momentum_velocity_factor(from, to, rates);
        walk(12, from, rates, &bowl, &theta, &v, NULL);
        walk(12, to, momentum_convert(from, to, rates), &bowl, &theta2, &v2, NULL);
        stayed[i] = theta;
        changed[i] = theta2;
    }
    record_pairs(trace, rates);
    trace_input(trace, "theta-in-the-old-form", PAIRS, stayed);
    trace_column(trace, "theta", PAIRS, changed);
}

/* Steps down the bowl; returns in `path` and `speeds` what they leave. */
static void descend(struct momentum_average *momentum, const struct bowl *bowl,
                    real *theta, size_t steps, real *path, real *speeds)
{
    const size_t n = bowl->n;
    for (size_t t = 0; t < steps; t++) {
        real g[BOWL_MAX];
        for (size_t i = 0; i < n; i++)
            g[i] = bowl->h[i] * (theta[i] - bowl->c[i]);
        momentum_average_step(momentum, theta, g);
        memcpy(path + t * n, theta, n * sizeof *theta);
        memcpy(speeds + t * n, momentum->v, n * sizeof *theta);
    }
}

static void record_inputs(FILE *trace, const struct momentum_average_config *config,
                          size_t steps, const real *lr)
{
    real t[T];
    count_steps(steps, t);
    trace_input(trace, "lr", lr ? steps : 1, lr ? lr : &config->lr);
    trace_input(trace, "beta", 1, &config->beta);
    trace_input(trace, "l2", 1, &config->l2);
    trace_input(trace, "t", steps, t);
}

static void record_walk(FILE *trace, struct momentum_average_config config,
                        const struct bowl *bowl, struct rng *rng)
{
    struct momentum_average momentum;
    real theta[N], path[T * N], speeds[T * N];
    bowl_start(bowl, theta, rng);
    momentum_average_init(&momentum, bowl->n, config);
    descend(&momentum, bowl, theta, T, path, speeds);
    record_inputs(trace, &config, T, NULL);
    trace_matrix(trace, "theta", T, bowl->n, path);
    trace_matrix(trace, "v", T, bowl->n, speeds);
    trace_number(trace, "steps-counted", (double)momentum.t);
    momentum_average_free(&momentum);
}

/* One parameter, so under-damped that it swings about the minimum. */
static void valley(FILE *trace, struct rng *rng)
{
    struct bowl bowl = bowl_between(1, 1, 1, rng);
    struct momentum_average_config config = {.lr = 0.3 + 0.2 * rng_uniform(rng)};
    config.beta = 0.85 + 0.05 * rng_uniform(rng);
    record_walk(trace, config, &bowl, rng);
}

static void step_method(void *momentum_average, real *theta, const real *g)
{
    momentum_average_step(momentum_average, theta, g);
}

/* What every header promises of a step. */
static void record_contract(FILE *trace, struct rng *rng)
{
    static const char *const kept[] = {NULL};
    const struct momentum_average_config config = {
        .lr = 0.1 + 0.1 * rng_uniform(rng), .beta = 0.9, .l2 = 0.5};
    struct momentum_average one[3];
    struct driver_method method[3];
    for (size_t k = 0; k < 3; k++) {
        const size_t n = k < 2 ? DRIVER_N : DRIVER_LARGE;
        momentum_average_init(&one[k], n, config);
        method[k] = (struct driver_method){&one[k], step_method, {NULL}};
    }
    driver_contract(trace, rng, method, kept);
    for (size_t k = 0; k < 3; k++)
        momentum_average_free(&one[k]);
}

static void penalty(FILE *trace, struct rng *rng)
{
    struct bowl bowl = bowl_between(N, 0.5, 5, rng);
    struct momentum_average_config config = {.lr = 0.05 + 0.1 * rng_uniform(rng)};
    config.beta = 0.8 + 0.1 * rng_uniform(rng);
    config.l2 = 0.2 + rng_uniform(rng);
    record_walk(trace, config, &bowl, rng);
    record_contract(trace, rng);
}

/* The learning rate falls to a third every 20 steps. */
static void schedule(FILE *trace, struct rng *rng)
{
    struct momentum_average_config config = momentum_average_defaults();
    struct momentum_average momentum;
    struct bowl bowl = bowl_between(N, 0.5, 5, rng);
    real theta[N], path[T * N], speeds[T * N], lr[T], rate = 0.2 + 0.2 * rng_uniform(rng);
    bowl_start(&bowl, theta, rng);
    momentum_average_init(&momentum, N, config);
    for (size_t t = 0; t < T; t++) {
        momentum.config.lr = lr[t] = t % 20 || t == 0 ? rate : (rate /= 3);
        descend(&momentum, &bowl, theta, 1, path + t * N, speeds + t * N);
    }
    record_inputs(trace, &config, T, lr);
    trace_matrix(trace, "theta", T, N, path);
    trace_matrix(trace, "v", T, N, speeds);
    momentum_average_free(&momentum);
}

/* Steps with given gradients: large and small ones, none at all, NaN in one
 * coordinate. */
static void edges(FILE *trace, struct rng *rng)
{
    enum { STEPS = 6 };
    struct momentum_average_config config = {.lr = 0.5, .beta = 0.9};
    struct momentum_average momentum;
    real g[STEPS][N] = {{1e300, 1e-300, 1}}, theta[N] = {0}, path[STEPS * N];
    g[0][2] += rng_uniform(rng);
    g[STEPS - 2][2] = (real)NAN;
    momentum_average_init(&momentum, N, config);
    for (size_t t = 0; t < STEPS; t++) {
        momentum_average_step(&momentum, theta, g[t]);
        memcpy(path + t * N, theta, sizeof theta);
    }
    momentum_average_free(&momentum);
    record_inputs(trace, &config, STEPS, NULL);
    trace_matrix(trace, "theta", STEPS, N, path);
    config.beta = 0;
    real plain = 1, slope = 1 + rng_uniform(rng);
    momentum_average_init(&momentum, 1, config);
    momentum_average_step(&momentum, &plain, &slope);
    momentum_average_step(&momentum, &plain, &slope);
    momentum_average_free(&momentum);
    trace_number(trace, "theta-after-2-steps-without-momentum", plain);
    momentum_average_init(&momentum, 0, config);
    momentum_average_step(&momentum, NULL, NULL);
    trace_number(trace, "steps-counted-for-0-parameters", (double)momentum.t);
    momentum_average_free(&momentum);
}

/* Noise around a slope: v is its average, the walk goes on along it. */
static void long_run(FILE *trace, struct rng *rng)
{
    struct momentum_average_config config = {.lr = 1e-3, .beta = 0.99};
    struct momentum_average momentum;
    real theta = 1, slope = 1 + rng_uniform(rng);
    momentum_average_init(&momentum, 1, config);
    for (size_t t = 0; t < LONG; t++) {
        real g = slope + rng_normal(rng);
        momentum_average_step(&momentum, &theta, &g);
    }
    trace_input(trace, "slope", 1, &slope);
    trace_number(trace, "v", *momentum.v);
    trace_number(trace, "theta", theta);
    trace_number(trace, "steps-counted", (double)momentum.t);
    momentum_average_free(&momentum);
}

/* Rates that must be refused, and at the end two at the edge, which must not. */
static void invalid(FILE *trace, struct rng *rng)
{
    const real some = 0.1 + rng_uniform(rng) / 2;
    const real lr[BAD] = {-some, (real)NAN, (real)INFINITY, some, some, some, 0, some};
    const real beta[BAD] = {some, some, some, 1, -some, (real)NAN, some, 0};
    real to_lr[BAD], to_beta[BAD], factors[BAD], same_lr[BAD];
    for (size_t i = 0; i < BAD; i++) {
        struct momentum_rates rates = {lr[i], beta[i]}, to;
        to = momentum_convert(MOMENTUM_LR_OUTSIDE, MOMENTUM_AVERAGE, rates);
        to_lr[i] = to.lr;

        to_beta[i] = to.beta;
        same_lr[i] = momentum_convert(MOMENTUM_AVERAGE, MOMENTUM_AVERAGE, rates).lr;
        factors[i] =
            momentum_velocity_factor(MOMENTUM_LR_INSIDE, MOMENTUM_AVERAGE, rates);
    }
    trace_input(trace, "given-lr", BAD, lr);
    trace_input(trace, "given-beta", BAD, beta);
    trace_rough(trace, "lr", BAD, to_lr);
    trace_rough(trace, "beta", BAD, to_beta);
    trace_rough(trace, "factor", BAD, factors);
    trace_rough(trace, "lr-in-the-same-form", BAD, same_lr);
}

const struct driver_case driver_cases[] = {
    {"convert", convert},   {"factor", factor}, {"same-path", same_path},
    {"switch", switched},   {"valley", valley}, {"penalty", penalty},
    {"schedule", schedule}, {"edges", edges},   {"long", long_run},
    {"invalid", invalid},   {NULL, NULL},
};
