/* cases_adam.c: Adam along given gradients and in a valley, with ε in both places, in
 * other units, after a spike, two at once, and where its averages are 0. */
#include "judge/driver.h"
#include "optim/adam.h"
#include "walk.h"

#include <math.h>

enum { T = 40, VALLEY = 150, N = WALK_N, SIZES = 12, BAD = 7 };

static void step(void *adam, real *theta, const real *g)
{
    adam_step(adam, theta, g);
}

static struct walker walker_of(struct adam *adam)
{
    return (struct walker){
        adam, step, &adam->config.lr, {{"m", adam->m}, {"v", adam->v}}};
}

/* An ε so large that it shows. */
static struct adam_config draw_config(struct rng *rng)
{
    struct adam_config config = adam_defaults();
    config.lr = 0.01 + 0.1 * rng_uniform(rng);
    config.beta1 = 0.7 + 0.25 * rng_uniform(rng);
    config.beta2 = 0.97 + 0.029 * rng_uniform(rng);
    config.eps = 0.01 + 0.05 * rng_uniform(rng);
    return config;
}

static void record_config(FILE *trace, const struct adam_config *config)
{
    trace_input(trace, "beta1", 1, &config->beta1);
    trace_input(trace, "beta2", 1, &config->beta2);
    trace_input(trace, "eps", 1, &config->eps);
    trace_input(trace, "l2", 1, &config->l2);
}

static void record_walk(FILE *trace, struct adam_config config, const struct walk *walk,
                        struct rng *rng)
{
    struct adam adam;
    real theta[N];
    walk_start(walk->n, theta, rng);
    adam_init(&adam, walk->n, config);
    struct walker walker = walker_of(&adam);
    record_config(trace, &config);
    walk_record(trace, walk, &walker, theta);
    trace_number(trace, "steps-counted", (double)adam.t);
    adam_free(&adam);
}

static void record_noise(FILE *trace, struct adam_config config, struct rng *rng)
{
    real g[T * N];
    walk_noise(N, T, g, rng);
    record_walk(trace, config, &(struct walk){.n = N, .steps = T, .g = g}, rng);
}

static void noise(FILE *trace, struct rng *rng)
{
    record_noise(trace, draw_config(rng), rng);
}

static void before(FILE *trace, struct rng *rng)
{
    struct adam_config config = draw_config(rng);
    config.eps_place = ADAM_EPS_BEFORE;
    record_noise(trace, config, rng);
}

static void penalty(FILE *trace, struct rng *rng)
{
    struct adam_config config = draw_config(rng);
    config.l2 = 0.2 + rng_uniform(rng);
    record_noise(trace, config, rng);
}

static void valley(FILE *trace, struct rng *rng)
{
    struct adam_config config = adam_defaults();
    struct adam adam;
    config.lr = 0.08 + 0.04 * rng_uniform(rng);
    adam_init(&adam, 1, config);
    struct walker walker = walker_of(&adam);
    walk_valley(trace, &walker, VALLEY, 1 + rng_uniform(rng), rng);
    adam_free(&adam);
}

/* The learning rate warms up and falls again. */
static void schedule(FILE *trace, struct rng *rng)
{
    real g[T], lr[T], peak = 0.1 + 0.1 * rng_uniform(rng);
    walk_noise(1, T, g, rng);
    for (size_t t = 0; t < T; t++)
        lr[t] = peak * (real)(t < 10 ? t + 1 : T - t) / (t < 10 ? 10 : T);
    record_walk(trace, draw_config(rng),
                &(struct walk){.n = 1, .steps = T, .g = g, .lr = lr}, rng);
}

/* One step from 0 without ε, for gradients of many sizes. */
static void first(FILE *trace, struct rng *rng)
{
    struct adam_config config = draw_config(rng);
    real g[SIZES], theta[SIZES] = {0};
    struct adam adam;
    config.eps = 0;
    for (size_t i = 0; i < SIZES; i++)
        g[i] = (i % 2 ? 1 : -1) * pow(10, 20 * (real)i - 110 + rng_uniform(rng));
    adam_init(&adam, SIZES, config);
    adam_step(&adam, theta, g);
    adam_free(&adam);
    trace_input(trace, "lr", 1, &config.lr);
    trace_input(trace, "g", SIZES, g);
    trace_column(trace, "theta", SIZES, theta);
}

/* Records θ of a walk along g, multiplied by a factor. */
static void walk_scaled(FILE *trace, const char *name, struct adam_config config,
                        real factor, const real *g)
{
    struct adam adam;
    real scaled[T], theta = 0;
    struct walk walk = {.n = 1, .steps = T, .g = scaled};
    for (size_t t = 0; t < T; t++)
        scaled[t] = factor * g[t];
    adam_init(&adam, 1, config);
    struct walker walker = walker_of(&adam);
    walk_theta(trace, name, &walk, &walker, &theta);
    adam_free(&adam);
}

/* Without ε; and with an ε that is multiplied like the gradients. */
static void units(FILE *trace, struct rng *rng)
{
    struct adam_config config = draw_config(rng);
    const real eps = config.eps, factor = 1e-6 * (1 + rng_uniform(rng));
    real g[T];
    walk_noise(1, T, g, rng);
    trace_input(trace, "factor", 1, &factor);
    walk_scaled(trace, "theta-with-eps", config, 1, g);
    config.eps = factor * eps;
    walk_scaled(trace, "theta-with-eps-in-other-units", config, factor, g);
    config.eps = 0;
    walk_scaled(trace, "theta", config, 1, g);
    walk_scaled(trace, "theta-in-other-units", config, factor, g);
}

/* Small gradients, and then for a while those that make the longest steps of all: each
 * as large as its weight in m, divided by its weight in v. */
static void spike(FILE *trace, struct rng *rng)
{
    struct adam_config config = draw_config(rng);
    real g[T], grow = 1;
    config.eps = 0;
    for (size_t t = 0; t < T; t++) {
        g[t] = 1e-3 * (1 + rng_uniform(rng));
        if (t >= T / 2)
            g[t] = grow *= config.beta2 / config.beta1;
    }
    record_walk(trace, config, &(struct walk){.n = 1, .steps = T, .g = g}, rng);
}

/* Settings that init must refuse. */
static void record_refusals(FILE *trace, struct rng *rng)
{
    struct adam_config bad[BAD];
    real status[BAD];
    for (size_t i = 0; i < BAD; i++)
        bad[i] = draw_config(rng);
    bad[0].lr = -bad[0].lr;
    bad[1].beta1 = 1;
    bad[2].beta2 = 1;
    bad[3].beta2 = -bad[3].beta2;
    bad[4].beta1 = (real)NAN;
    bad[5].eps = -bad[5].eps;
    bad[6].l2 = (real)INFINITY;
    for (size_t i = 0; i < BAD; i++) {
        struct adam adam;
        status[i] = (real)adam_init(&adam, 1, bad[i]);
        adam_free(&adam);
    }
    trace_column(trace, "status-of-bad-settings", BAD, status);
}

/* One step for one parameter. */
static real one_step(struct adam_config config, real g)
{
    struct adam adam;
    real theta = 0;
    adam_init(&adam, 1, config);
    adam_step(&adam, &theta, &g);
    adam_free(&adam);
    return theta;
}

/* The sizes of gradients that squares can bear, and one that they cannot; a NaN that
 * stays in its coordinate; no memory; no gradient; no parameters. */
static void edges(FILE *trace, struct rng *rng)
{
    enum { STEPS = 6 };
    struct adam_config config = adam_defaults();
    struct adam adam;
    real g[STEPS][N] = {{1e150, 1e-200, 1}, {1e150, 1e-200, 1}}, theta[N] = {0};
    struct walk walk = {.n = N, .steps = STEPS, .g = g[0]};
    g[4][0] = 1e-200, g[4][1] = 1, g[4][2] = (real)NAN, g[5][1] = 1;
    adam_init(&adam, N, config);
    struct walker walker = walker_of(&adam);
    walk_record(trace, &walk, &walker, theta);
    adam_free(&adam);
    adam_init(&adam, 0, config);
    adam_step(&adam, NULL, NULL);
    trace_number(trace, "steps-counted-for-0-parameters", (double)adam.t);
    adam_free(&adam);
    trace_number(trace, "step-without-gradient", one_step(config, 0));
    config.beta1 = config.beta2 = 0;
    trace_number(trace, "step-without-memory", one_step(config, 1 + rng_uniform(rng)));
    config.eps = 0;
    trace_number(trace, "step-without-gradient-and-eps", one_step(config, 0));
    record_refusals(trace, rng);
}

/* A long memory and a long run, in which both powers of the betas vanish. */
static void long_run(FILE *trace, struct rng *rng)
{
    struct adam_config config = draw_config(rng);
    struct adam adam;
    config.beta2 = 0.999 + 0.0009 * rng_uniform(rng);
    adam_init(&adam, 1, config);
    struct walker walker = walker_of(&adam);
    record_config(trace, &config);
    walk_long(trace, &walker, 0.25, rng);
    adam_free(&adam);
}

/* Betas of many kinds: β₁² below, at and above β₂. */
static void longest(FILE *trace, struct rng *rng)
{
    enum { PAIRS = 24 };
    real beta1[PAIRS], beta2[PAIRS], t[PAIRS], length[PAIRS];
    for (size_t i = 0; i < PAIRS; i++) {
        beta1[i] = 0.3 + 0.65 * rng_uniform(rng);
        beta2[i] = i % 3 == 0   ? 0.999 + 0.0009 * rng_uniform(rng)
                   : i % 3 == 1 ? 0.5 + 0.4 * rng_uniform(rng)
                                : beta1[i] * beta1[i];
        t[i] = (real)(1 + rng_below(rng, 60));
        length[i] = adam_longest_step(beta1[i], beta2[i], (size_t)t[i]);
    }
    trace_input(trace, "beta1", PAIRS, beta1);
    trace_input(trace, "beta2", PAIRS, beta2);
    trace_input(trace, "t", PAIRS, t);
    trace_column(trace, "longest-step", PAIRS, length);
}

/* Along the gradients that make step T the longest. */
static void attack(FILE *trace, struct rng *rng)
{
    struct adam_config config = draw_config(rng);
    struct adam adam;
    real g[T] = {0}, theta = 0, before = 0;
    config.eps = 0;
    adam_longest_gradients(config.beta1, config.beta2, T, g);
    adam_init(&adam, 1, config);
    for (size_t t = 0; t < T; t++) {
        before = theta;
        adam_step(&adam, &theta, &g[t]);
    }
    adam_free(&adam);
    record_config(trace, &config);
    trace_input(trace, "lr", 1, &config.lr);
    trace_column(trace, "worst-gradients", T, g);
    trace_number(trace, "longest-step", adam_longest_step(config.beta1, config.beta2, T));
    trace_number(trace, "last-step", (before - theta) / config.lr);
    adam_longest_gradients(0, 0.5, 3, g);
    trace_column(trace, "worst-gradients-when-beta1-is-0", 3, g);
}

/* One step, no momentum, steps that no loop comes to, a long memory; and beyond the
 * ranges. */
static void longest_edges(FILE *trace, struct rng *rng)
{
    static const real t[] = {1, 5, 4e9, 1000, 0, 5, 5, 5, 5, 5, 5};
    const real beta1[] = {0.9, 0,   0.9, 0.9, 0.9, 1, -rng_uniform(rng),
                          0.9, 0.9, NAN, 0.9};
    const real some = 0.9 + 0.09 * rng_uniform(rng);
    const real beta2[] = {0.999, some, 0.999, 1 - 1e-8, 0.9, 0.9, 0.9, 0, 1, 0.9, NAN};
    enum { EDGES = sizeof t / sizeof *t };
    real length[EDGES];
    for (size_t i = 0; i < EDGES; i++)
        length[i] = adam_longest_step(beta1[i], beta2[i], (size_t)t[i]);
    trace_input(trace, "beta1", EDGES, beta1);
    trace_input(trace, "beta2", EDGES, beta2);
    trace_input(trace, "t", EDGES, t);
    trace_column(trace, "longest-step", EDGES, length);
}

/* What every header promises of a step. */
static void contract(FILE *trace, struct rng *rng)
{
    static const char *const kept[] = {"beta1_power", "beta2_power", NULL};
    struct adam_config config = draw_config(rng);
    struct adam one[3];
    struct driver_method method[3];
    config.l2 = 0.3;
    for (size_t k = 0; k < 3; k++) {
        const size_t n = k < 2 ? DRIVER_N : DRIVER_LARGE;
        adam_init(&one[k], n, config);
        method[k] = (struct driver_method){
            &one[k], step, {&one[k].beta1_power, &one[k].beta2_power}};
    }
    driver_contract(trace, rng, method, kept);
    for (size_t k = 0; k < 3; k++)
        adam_free(&one[k]);
}

const struct driver_case driver_cases[] = {
    {"noise", noise},       {"before", before},
    {"valley", valley},     {"penalty", penalty},
    {"schedule", schedule}, {"first", first},
    {"units", units},       {"spike", spike},
    {"edges", edges},       {"long", long_run},
    {"contract", contract}, {"longest", longest},
    {"attack", attack},     {"longest-edges", longest_edges},
    {NULL, NULL},
};
