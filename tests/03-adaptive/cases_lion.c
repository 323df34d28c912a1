/* cases_lion.c: Lion along given gradients and in a valley, with decay and without, in
 * other units, and where its sign is 0. */
#include "judge/driver.h"
#include "optim/lion.h"
#include "walk.h"

#include <math.h>

enum { T = 60, VALLEY = 150, N = WALK_N, BAD = 6 };

static void step(void *lion, real *theta, const real *g)
{
    lion_step(lion, theta, g);
}

static struct walker walker_of(struct lion *lion)
{
    return (struct walker){lion, step, &lion->config.lr, {{"m", lion->m}}};
}

static struct lion_config draw_config(struct rng *rng)
{
    struct lion_config config = lion_defaults();
    config.lr = 0.01 + 0.1 * rng_uniform(rng);
    config.beta1 = 0.6 + 0.2 * rng_uniform(rng);
    config.beta2 = 0.9 + 0.09 * rng_uniform(rng);
    return config;
}

static void record_walk(FILE *trace, struct lion_config config, const struct walk *walk,
                        struct rng *rng)
{
    struct lion lion;
    real theta[N];
    walk_start(walk->n, theta, rng);
    lion_init(&lion, walk->n, config);
    struct walker walker = walker_of(&lion);
    trace_input(trace, "beta1", 1, &config.beta1);
    trace_input(trace, "beta2", 1, &config.beta2);
    trace_input(trace, "decay", 1, &config.decay);
    walk_record(trace, walk, &walker, theta);
    trace_number(trace, "steps-counted", (double)lion.t);
    lion_free(&lion);
}

static void record_noise(FILE *trace, struct lion_config config, struct rng *rng)
{
    real g[T * N];
    walk_noise(N, T, g, rng);
    record_walk(trace, config, &(struct walk){.n = N, .steps = T, .g = g}, rng);
}

static void noise(FILE *trace, struct rng *rng)
{
    record_noise(trace, draw_config(rng), rng);
}

static void decay(FILE *trace, struct rng *rng)
{
    struct lion_config config = draw_config(rng);
    config.decay = 0.5 + rng_uniform(rng);
    record_noise(trace, config, rng);
}

static void valley(FILE *trace, struct rng *rng)
{
    struct lion_config config = lion_defaults();
    struct lion lion;
    config.lr = 0.08 + 0.04 * rng_uniform(rng);
    lion_init(&lion, 1, config);
    struct walker walker = walker_of(&lion);
    walk_valley(trace, &walker, VALLEY, 1 + rng_uniform(rng), rng);
    lion_free(&lion);
}

/* The learning rate falls to a half every 15 steps; the decay is multiplied by it. */
static void schedule(FILE *trace, struct rng *rng)
{
    struct lion_config config = draw_config(rng);
    real g[T], lr[T];
    walk_noise(1, T, g, rng);
    for (size_t t = 0; t < T; t++)
        lr[t] = config.lr / (real)(1 << t / 15);
    config.decay = 0.5;
    record_walk(trace, config, &(struct walk){.n = 1, .steps = T, .g = g, .lr = lr}, rng);
}

/* Two coordinates with gradients and one without, in steps that the numbers hold
 * exactly. */
static void grid(FILE *trace, struct rng *rng)
{
    struct lion_config config = draw_config(rng);
    struct lion lion;
    real g[T * N], theta[N] = {0.5, -0.5, 1};
    struct walk walk = {.n = N, .steps = T, .g = g};
    walk_noise(N, T, g, rng);
    for (size_t t = 0; t < T; t++)
        g[t * N + 2] = 0;
    config.lr = 0x1p-6;
    lion_init(&lion, N, config);
    struct walker walker = walker_of(&lion);
    walk_record(trace, &walk, &walker, theta);
    lion_free(&lion);
}

/* No gradient at all: only the decay is left. */
static void alone(FILE *trace, struct rng *rng)
{
    struct lion_config config = draw_config(rng);
    real g[T] = {0};
    config.decay = 0.2 + rng_uniform(rng);
    record_walk(trace, config, &(struct walk){.n = 1, .steps = T, .g = g}, rng);
}

/* Two walks with the same noise, in units of which one is a power of 2 times the
 * other. */
static void units(FILE *trace, struct rng *rng)
{
    static const char *const names[] = {"theta", "theta-in-other-units"};
    struct lion_config config = draw_config(rng);
    const real factor = ldexp(1, -(int)rng_below(rng, 400));
    real g[T];
    struct walk walk = {.n = 1, .steps = T, .g = g};
    walk_noise(1, T, g, rng);
    config.decay = rng_uniform(rng);
    trace_input(trace, "factor", 1, &factor);
    for (size_t run = 0; run < 2; run++) {
        struct lion lion;
        real theta = 1;
        for (size_t t = 0; run && t < T; t++)
            g[t] *= factor;
        lion_init(&lion, 1, config);
        struct walker walker = walker_of(&lion);
        walk_theta(trace, names[run], &walk, &walker, &theta);
        lion_free(&lion);
    }
}

/* Settings that init must refuse. */
static void record_refusals(FILE *trace, struct rng *rng)
{
    struct lion_config bad[BAD];
    real status[BAD];
    for (size_t i = 0; i < BAD; i++)
        bad[i] = draw_config(rng);
    bad[0].lr = -bad[0].lr;
    bad[1].beta1 = 1;
    bad[2].beta2 = 1;
    bad[3].beta2 = -bad[3].beta2;
    bad[4].beta1 = (real)NAN;
    bad[5].decay = (real)INFINITY;
    for (size_t i = 0; i < BAD; i++) {
        struct lion lion;
        status[i] = (real)lion_init(&lion, 1, bad[i]);
        lion_free(&lion);
    }
    trace_column(trace, "status-of-bad-settings", BAD, status);
}

/* Gradients of all sizes; a NaN that stays in its coordinate; no parameters; no
 * memory. */
static void edges(FILE *trace, struct rng *rng)
{
    enum { STEPS = 6 };
    struct lion_config config = lion_defaults();
    struct lion lion;
    real g[STEPS][N] = {{1e150, 1e-200, 1}, {-1, -1e-200, 0}};
    real theta[N];
    for (size_t i = 0; i < N; i++)
        theta[i] = rng_normal(rng);
    struct walk walk = {.n = N, .steps = STEPS, .g = g[0]};
    g[3][0] = -1e300, g[4][1] = 1, g[4][2] = (real)NAN, g[5][1] = 1;
    lion_init(&lion, N, config);
    struct walker walker = walker_of(&lion);
    walk_record(trace, &walk, &walker, theta);
    lion_free(&lion);
    lion_init(&lion, 0, config);
    lion_step(&lion, NULL, NULL);
    trace_number(trace, "steps-counted-for-0-parameters", (double)lion.t);
    lion_free(&lion);
    real slope = 1 + rng_uniform(rng), alone = 0;
    config.beta1 = config.beta2 = 0;
    lion_init(&lion, 1, config);
    lion_step(&lion, &alone, &slope);
    trace_number(trace, "step-without-memory", alone);
    lion_free(&lion);
    record_refusals(trace, rng);
}

static void long_run(FILE *trace, struct rng *rng)
{
    struct lion_config config = draw_config(rng);
    struct lion lion;
    config.decay = 0.01;
    config.beta2 = 0.999;
    lion_init(&lion, 1, config);
    struct walker walker = walker_of(&lion);
    walk_long(trace, &walker, -0.25, rng);
    lion_free(&lion);
}

/* What every header promises of a step. */
static void contract(FILE *trace, struct rng *rng)
{
    static const char *const kept[] = {NULL};
    const struct lion_config config = draw_config(rng);
    struct lion one[3];
    struct driver_method method[3];
    for (size_t k = 0; k < 3; k++) {
        const size_t n = k < 2 ? DRIVER_N : DRIVER_LARGE;
        lion_init(&one[k], n, config);
        method[k] = (struct driver_method){&one[k], step, {NULL}};
    }
    driver_contract(trace, rng, method, kept);
    for (size_t k = 0; k < 3; k++)
        lion_free(&one[k]);
}

const struct driver_case driver_cases[] = {
    {"noise", noise},   {"valley", valley},     {"grid", grid},   {"decay", decay},
    {"alone", alone},   {"units", units},       {"edges", edges}, {"schedule", schedule},
    {"long", long_run}, {"contract", contract}, {NULL, NULL},
};
