/* cases_amsgrad.c: AMSGrad in both orders along gradients that fade, after a spike, and
 * on the problem that it was made for. */
#include "judge/driver.h"
#include "lab/landscapes.h"
#include "optim/amsgrad.h"
#include "walk.h"

#include <math.h>

enum { T = 40, N = WALK_N, BAD = 7, ONLINE = 200 };

static void step(void *amsgrad, real *theta, const real *g)
{
    amsgrad_step(amsgrad, theta, g);
}

static struct walker walker_of(struct amsgrad *amsgrad)
{
    return (struct walker){
        amsgrad,
        step,
        &amsgrad->config.lr,
        {{"m", amsgrad->m}, {"v", amsgrad->v}, {"v_max", amsgrad->v_max}}};
}

/* An ε so large that it shows, and a v so quick that it often falls. */
static struct amsgrad_config draw_config(enum amsgrad_order order, struct rng *rng)
{
    struct amsgrad_config config = amsgrad_defaults();
    config.lr = 0.01 + 0.1 * rng_uniform(rng);
    config.beta1 = 0.7 + 0.2 * rng_uniform(rng);
    config.beta2 = 0.6 + 0.3 * rng_uniform(rng);
    config.eps = 0.01 + 0.05 * rng_uniform(rng);
    config.order = order;
    return config;
}

static void record_config(FILE *trace, const struct amsgrad_config *config)
{
    trace_input(trace, "beta1", 1, &config->beta1);
    trace_input(trace, "beta2", 1, &config->beta2);
    trace_input(trace, "eps", 1, &config->eps);
    trace_input(trace, "l2", 1, &config->l2);
}

/* Noise that fades to a tenth. */
static void record_noise(FILE *trace, struct amsgrad_config config, struct rng *rng)
{
    struct amsgrad amsgrad;
    real g[T * N], theta[N], size = 1;
    struct walk walk = {.n = N, .steps = T, .g = g};
    walk_noise(N, T, g, rng);
    for (size_t i = 0; i < T * N; i++)
        g[i] *= size *= 0.98;
    walk_start(N, theta, rng);
    amsgrad_init(&amsgrad, N, config);
    struct walker walker = walker_of(&amsgrad);
    record_config(trace, &config);
    walk_record(trace, &walk, &walker, theta);
    trace_number(trace, "steps-counted", (double)amsgrad.t);
    amsgrad_free(&amsgrad);
}

static void raw(FILE *trace, struct rng *rng)
{
    record_noise(trace, draw_config(AMSGRAD_MAX_RAW, rng), rng);
}

static void corrected(FILE *trace, struct rng *rng)
{
    record_noise(trace, draw_config(AMSGRAD_MAX_CORRECTED, rng), rng);
}

static void penalty(FILE *trace, struct rng *rng)
{
    struct amsgrad_config config = draw_config(AMSGRAD_MAX_RAW, rng);
    config.l2 = 0.2 + rng_uniform(rng);
    record_noise(trace, config, rng);
}

/* One walk without ε and momentum: steps are gradients times a rate, which the
 * coordinate has for itself. */
static void own_rate(FILE *trace, struct rng *rng)
{
    struct amsgrad_config config = draw_config(AMSGRAD_MAX_CORRECTED, rng);
    struct amsgrad amsgrad;
    real g[T], theta = 0;
    struct walk walk = {.n = 1, .steps = T, .g = g};
    config.beta1 = config.eps = 0;
    for (size_t t = 0; t < T; t++) {
        const real size = 1 + rng_uniform(rng);
        g[t] = size * (rng_below(rng, 4) ? 0.1 : 1);
    }
    amsgrad_init(&amsgrad, 1, config);
    struct walker walker = walker_of(&amsgrad);
    record_config(trace, &config);
    walk_record(trace, &walk, &walker, &theta);
    amsgrad_free(&amsgrad);
}

/* A small slope, one spike, the small slope again. */
static void spike(FILE *trace, struct rng *rng)
{
    struct amsgrad_config config = draw_config(AMSGRAD_MAX_RAW, rng);
    struct amsgrad amsgrad;
    real g[T], theta = 0;
    struct walk walk = {.n = 1, .steps = T, .g = g};
    for (size_t t = 0; t < T; t++)
        g[t] = t == 12 ? 20 + rng_uniform(rng) : 0.5 + 0.1 * rng_uniform(rng);
    amsgrad_init(&amsgrad, 1, config);
    struct walker walker = walker_of(&amsgrad);
    record_config(trace, &config);
    walk_record(trace, &walk, &walker, &theta);
    amsgrad_free(&amsgrad);
}

/* Linear costs whose sum falls toward -1, where Adam goes to +1. */
static void reddi(FILE *trace, struct rng *rng)
{
    struct amsgrad_config config = {.beta2 = 0.1, .eps = 1e-8};
    struct amsgrad amsgrad;
    real t[ONLINE], path[ONLINE], theta = rng_uniform(rng) - 0.5;
    amsgrad_init(&amsgrad, 1, config);
    for (size_t i = 1; i <= ONLINE; i++) {
        real g = reddi_gradient(i, 3);
        amsgrad.config.lr = 0.5 / sqrt((real)i);
        amsgrad_step(&amsgrad, &theta, &g);
        theta = reddi_project(theta);
        t[i - 1] = (real)i;
        path[i - 1] = theta;
    }
    amsgrad_free(&amsgrad);
    trace_input(trace, "t", ONLINE, t);
    trace_column(trace, "theta", ONLINE, path);
}

/* Settings that init must refuse. */
static void record_refusals(FILE *trace, struct rng *rng)
{
    struct amsgrad_config bad[BAD];
    real status[BAD];
    for (size_t i = 0; i < BAD; i++)
        bad[i] = draw_config(AMSGRAD_MAX_RAW, rng);
    bad[0].lr = -bad[0].lr;
    bad[1].beta1 = 1;
    bad[2].beta2 = 1;
    bad[3].beta2 = -bad[3].beta2;
    bad[4].beta1 = (real)NAN;
    bad[5].eps = -bad[5].eps;
    bad[6].l2 = (real)INFINITY;
    for (size_t i = 0; i < BAD; i++) {
        struct amsgrad amsgrad;
        status[i] = (real)amsgrad_init(&amsgrad, 1, bad[i]);
        amsgrad_free(&amsgrad);
    }
    trace_column(trace, "status-of-bad-settings", BAD, status);
}

/* The sizes of gradients that squares can bear, and one that they cannot; a NaN that
 * stays in its coordinate; no parameters; no gradient, with ε and without. */
static void edges(FILE *trace, struct rng *rng)
{
    enum { STEPS = 6 };
    struct amsgrad_config config = amsgrad_defaults();
    struct amsgrad amsgrad;
    real g[STEPS][N] = {{1e150, 1e-200, 1}, {1e150, 1e-200, 1}}, theta[N] = {0};
    real none = 0, still = 1 + rng_uniform(rng), lost = still;
    struct walk walk = {.n = N, .steps = STEPS, .g = g[0]};
    g[4][0] = 1e-200, g[4][1] = 1, g[4][2] = (real)NAN, g[5][1] = 1;
    amsgrad_init(&amsgrad, N, config);
    struct walker walker = walker_of(&amsgrad);
    walk_record(trace, &walk, &walker, theta);
    amsgrad_free(&amsgrad);
    amsgrad_init(&amsgrad, 0, config);
    amsgrad_step(&amsgrad, NULL, NULL);
    trace_number(trace, "steps-counted-for-0-parameters", (double)amsgrad.t);
    amsgrad_free(&amsgrad);
    amsgrad_init(&amsgrad, 1, config);
    amsgrad_step(&amsgrad, &still, &none);
    trace_number(trace, "theta-without-gradient", still);
    amsgrad_free(&amsgrad);
    config.eps = 0;
    amsgrad_init(&amsgrad, 1, config);
    amsgrad_step(&amsgrad, &lost, &none);
    trace_number(trace, "theta-without-gradient-and-eps", lost);
    amsgrad_free(&amsgrad);
    record_refusals(trace, rng);
}

static void long_run(FILE *trace, struct rng *rng)
{
    struct amsgrad_config config = draw_config(AMSGRAD_MAX_RAW, rng);
    struct amsgrad amsgrad;
    config.beta2 = 0.999 + 0.0009 * rng_uniform(rng);
    amsgrad_init(&amsgrad, 1, config);
    struct walker walker = walker_of(&amsgrad);
    record_config(trace, &config);
    walk_long(trace, &walker, 0.25, rng);
    amsgrad_free(&amsgrad);
}

/* Large gradients and memories of many kinds, and those of the paper's proof. */
static void drift(FILE *trace, struct rng *rng)
{
    enum { CYCLES = 24 };
    real large[CYCLES], beta2[CYCLES], moved[CYCLES];
    for (size_t i = 0; i < CYCLES; i++) {
        large[i] = pow(10, 2 * rng_uniform(rng));
        beta2[i] = i % 2 ? 0.9 * rng_uniform(rng) : 1 / (1 + large[i] * large[i]);
        moved[i] = adam_cycle_drift(large[i], beta2[i]);
    }
    trace_input(trace, "large", CYCLES, large);
    trace_input(trace, "beta2", CYCLES, beta2);
    trace_column(trace, "drift", CYCLES, moved);
}

/* No memory, a memory almost without end, the largest gradient, and beyond the ranges. */
static void drift_edges(FILE *trace, struct rng *rng)
{
    static const real large[] = {3, 3, 1e6, 0, -3, 2e6, NAN, 3, 3, 3};
    const real beta2[] = {0,    1 - 0x1p-50, rng_uniform(rng) / 2, 0.5, 0.5, 0.5, 0.5, 1,
                          -0.1, (real)NAN};
    enum { CYCLES = sizeof large / sizeof *large };
    real moved[CYCLES];
    for (size_t i = 0; i < CYCLES; i++)
        moved[i] = adam_cycle_drift(large[i], beta2[i]);
    trace_input(trace, "large", CYCLES, large);
    trace_input(trace, "beta2", CYCLES, beta2);
    trace_column(trace, "drift", CYCLES, moved);
}

/* What every header promises of a step. */
static void contract(FILE *trace, struct rng *rng)
{
    static const char *const kept[] = {"beta1_power", "beta2_power", NULL};
    struct amsgrad_config config = draw_config(AMSGRAD_MAX_RAW, rng);
    struct amsgrad one[3];
    struct driver_method method[3];
    config.l2 = 0.3;
    for (size_t k = 0; k < 3; k++) {
        const size_t n = k < 2 ? DRIVER_N : DRIVER_LARGE;
        amsgrad_init(&one[k], n, config);
        method[k] = (struct driver_method){
            &one[k], step, {&one[k].beta1_power, &one[k].beta2_power}};
    }
    driver_contract(trace, rng, method, kept);
    for (size_t k = 0; k < 3; k++)
        amsgrad_free(&one[k]);
}

const struct driver_case driver_cases[] = {
    {"raw", raw},     {"corrected", corrected},     {"penalty", penalty},
    {"spike", spike}, {"own-rate", own_rate},       {"reddi", reddi},
    {"edges", edges}, {"long", long_run},           {"contract", contract},
    {"drift", drift}, {"drift-edges", drift_edges}, {NULL, NULL},
};
