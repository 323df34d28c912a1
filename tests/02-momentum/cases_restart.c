/* cases_restart.c: accelerated descent with and without restarts, down bowls that note
 * where they are asked. */
#include "bowl.h"
#include "judge/driver.h"
#include "optim/restart.h"

#include <string.h>

enum { T = 160, N = 3, CALLS = 30, FLAT = 6, ALONE = 40, LEGS = 10 };

/* A method under way on a bowl. */
struct walk {
    struct restart restart;
    struct bowl bowl;
    real theta[BOWL_MAX];
};

static void begin(struct walk *walk, struct restart_config config, struct bowl bowl,
                  const real *start)
{
    *walk = (struct walk){.bowl = bowl};
    memcpy(walk->theta, start, bowl.n * sizeof *start);
    restart_init(&walk->restart, bowl.n, start, config);
}

static bool step(struct walk *walk)
{
    return restart_step(&walk->restart, walk->theta, bowl_objective, &walk->bowl);
}

/* In the order of enum restart_scheme. */
static const char schemes[] = "never by-function by-gradient";

static void record_config(FILE *trace, struct restart_config config, size_t steps)
{
    real t[T], scheme = (real)config.scheme;
    count_steps(steps, t);
    trace_input_enum(trace, "scheme", 1, &scheme, schemes);
    trace_input(trace, "lr", 1, &config.lr);
    trace_input(trace, "t", steps, t);
}

/* A bowl about 0, so that a value keeps its digits while it shrinks. */
static struct bowl stretched(real kappa, struct rng *rng)
{
    struct bowl bowl = bowl_between(N, 1 / kappa, 1, rng);
    memset(bowl.c, 0, sizeof bowl.c);
    return bowl;
}

/* The step, what it says, and what it leaves. */
static void record_walk(FILE *trace, enum restart_scheme scheme, struct rng *rng)
{
    struct restart_config config = {.lr = 1, .scheme = scheme};
    struct bowl bowl = stretched(60 + 60 * rng_uniform(rng), rng);
    struct walk walk;
    real start[N], theta[T * N], asked[T * N], dropped[T], a[T], value[T];
    bowl_start(&bowl, start, rng);
    begin(&walk, config, bowl, start);
    for (size_t t = 0; t < T; t++) {
        dropped[t] = step(&walk);
        a[t] = walk.restart.a;
        value[t] = walk.restart.value;
        memcpy(asked + t * N, walk.bowl.asked, sizeof start);
        memcpy(theta + t * N, walk.theta, sizeof start);
    }
    record_config(trace, config, T);
    trace_input(trace, "curvature", N, bowl.h);
    trace_input(trace, "start", N, start);
    trace_matrix(trace, "theta", T, N, theta);
    trace_matrix(trace, "asked", T, N, asked);
    trace_column(trace, "restarted", T, dropped);
    trace_column(trace, "a", T, a);
    if (scheme == RESTART_FUNCTION)
        trace_column(trace, "value", T, value);
    trace_number(trace, "restarts-counted", (double)walk.restart.restarts);
    trace_number(trace, "steps-counted", (double)walk.restart.t);
    restart_free(&walk.restart);
}

static void never(FILE *trace, struct rng *rng)
{
    record_walk(trace, RESTART_NEVER, rng);
}

static void by_value(FILE *trace, struct rng *rng)
{
    record_walk(trace, RESTART_FUNCTION, rng);
}

static void by_gradient(FILE *trace, struct rng *rng)
{
    record_walk(trace, RESTART_GRADIENT, rng);
}

/* The value by step: straight down in decades, with a ripple at each restart. */
static void valley(FILE *trace, struct rng *rng)
{
    struct restart_config config = {.lr = 1, .scheme = RESTART_GRADIENT};
    struct bowl bowl = stretched(100 + 100 * rng_uniform(rng), rng);
    struct walk walk;
    real start[N], digits[T];
    bowl_start(&bowl, start, rng);
    begin(&walk, config, bowl, start);
    for (size_t t = 0; t < T; t++) {
        step(&walk);
        digits[t] = log10(bowl_objective(N, walk.theta, NULL, &bowl));
    }
    record_config(trace, config, T);
    trace_column(trace, "log10-value", T, digits);
    restart_free(&walk.restart);
}

/* How often the function is called in each step, and what for; and where that leads. */
static void calls(FILE *trace, struct rng *rng)
{
    static const char *const names[][3] = {
        {"gradients-when-never-restarted", "values-when-never-restarted", "theta-never"},
        {"gradients-by-value", "values-by-value", "theta-by-value"},
        {"gradients-by-gradient", "values-by-gradient", "theta-by-gradient"}};
    struct bowl bowl = stretched(100, rng);
    real start[N], gradients[CALLS], values[CALLS], t[CALLS];
    bowl_start(&bowl, start, rng);
    count_steps(CALLS, t);
    trace_input(trace, "t", CALLS, t);
    for (size_t scheme = 0; scheme < 3; scheme++) {
        struct walk walk;
        begin(&walk, (struct restart_config){1, (enum restart_scheme)scheme}, bowl,
              start);
        for (size_t i = 0; i < CALLS; i++) {
            walk.bowl.gradients = walk.bowl.values = 0;
            step(&walk);
            gradients[i] = (real)walk.bowl.gradients;
            values[i] = (real)walk.bowl.values;
        }
        restart_free(&walk.restart);
        trace_column(trace, names[scheme][0], CALLS, gradients);
        trace_column(trace, names[scheme][1], CALLS, values);
        trace_column(trace, names[scheme][2], N, walk.theta);
    }
}

/* The same function in units 2^20 times as fine, with a learning rate for them, and the
 * same parameters in other units: powers of two, so that nothing is rounded. */
static void units(FILE *trace, struct rng *rng)
{
    static const char *const names[] = {"theta", "theta-when-f-is-scaled",
                                        "theta-when-theta-is-scaled"};
    struct bowl bowl = stretched(60 + 60 * rng_uniform(rng), rng);
    real start[N], theta[T * N], t[T];
    bowl_start(&bowl, start, rng);
    count_steps(T, t);
    trace_input(trace, "t", T, t);
    for (size_t k = 0; k < 3; k++) {
        struct restart_config config = {.lr = 1, .scheme = RESTART_GRADIENT};
        struct bowl scaled = bowl;
        real origin[N], unit = k == 2 ? 0x1p10 : 1, fine = k == 1 ? 0x1p20 : 1;
        config.lr = 1 / fine;
        for (size_t i = 0; i < N; i++) {
            scaled.h[i] *= fine;
            origin[i] = start[i] * unit;
        }
        struct walk walk;
        begin(&walk, config, scaled, origin);
        for (size_t i = 0; i < T * N; i++) {
            if (i % N == 0)
                step(&walk);
            theta[i] = walk.theta[i % N] / unit;
        }
        restart_free(&walk.restart);
        trace_matrix(trace, names[k], T, N, theta);
    }
}

/* One parameter, on slopes that are ordinary, huge and tiny, with a learning rate for
 * each. */
static void alone(FILE *trace, struct rng *rng)
{
    static const char *const names[][3] = {
        {"theta-by-value", "theta-by-value-on-a-wall", "theta-by-value-on-a-plate"},
        {"theta-by-gradient", "theta-by-gradient-on-a-wall",
         "theta-by-gradient-on-a-plate"}};
    static const real steep[] = {1, 1e150, 1e-150};
    const real start = 1 + rng_uniform(rng), rate = 0.2 + 0.2 * rng_uniform(rng);
    real theta[ALONE], t[ALONE];
    count_steps(ALONE, t);
    trace_input(trace, "t", ALONE, t);
    for (size_t k = 0; k < 6; k++) {
        struct restart_config config = {.lr = rate / steep[k % 3]};
        config.scheme = k < 3 ? RESTART_FUNCTION : RESTART_GRADIENT;
        struct walk walk;
        begin(&walk, config, (struct bowl){.n = 1, .h = {steep[k % 3]}}, &start);
        for (size_t i = 0; i < ALONE; i++) {
            step(&walk);
            theta[i] = *walk.theta;
        }
        restart_free(&walk.restart);
        trace_column(trace, names[k / 3][k % 3], ALONE, theta);
    }
}

/* 20,000 steps down a slope so slight that the momentum comes close to 1. */
static void long_run(FILE *trace, struct rng *rng)
{
    struct restart_config config = {.lr = 1, .scheme = RESTART_NEVER};
    const real start = 1 + rng_uniform(rng);
    real theta[LEGS], a[LEGS], t[LEGS];
    struct walk walk;
    begin(&walk, config, (struct bowl){.n = 1, .h = {1e-6}}, &start);
    for (size_t leg = 0; leg < LEGS; leg++) {
        for (size_t i = 0; i < 2000; i++)
            step(&walk);
        t[leg] = (real)walk.restart.t;
        a[leg] = walk.restart.a;
        theta[leg] = *walk.theta;
    }
    restart_free(&walk.restart);
    trace_column(trace, "steps-counted", LEGS, t);
    trace_column(trace, "theta", LEGS, theta);
    trace_column(trace, "a", LEGS, a);
}

static real nan_gradient(size_t n, const real *theta, real *g, void *value)
{
    (void)theta;
    for (size_t i = 0; g && i < n; i++)
        g[i] = (real)NAN;
    return *(real *)value;
}

/* The gradient is 0, or the value NaN, whatever the parameters. */
static real odd_objective(size_t n, const real *theta, real *g, void *value)
{
    for (size_t i = 0; g && i < n; i++)
        g[i] = isnan(*(real *)value) ? theta[i] : 0;
    return *(real *)value;
}

/* Nothing to restart for: no slope, a value or a gradient that is not a number. */
static void record_odd_walks(FILE *trace, struct rng *rng)
{
    static const struct {
        enum restart_scheme scheme;
        objective_fn *objective;
        real value;
        const char *dropped, *theta;
    } odd[] = {
        {RESTART_GRADIENT, odd_objective, 1, "restarted-on-a-plain", "theta-on-a-plain"},
        {RESTART_FUNCTION, odd_objective, (real)NAN, "restarted-at-nan", "theta-at-nan"},
        {RESTART_GRADIENT, nan_gradient, 1, "restarted-at-a-nan-gradient",
         "theta-at-a-nan-gradient"},
    };
    real dropped[FLAT], t[FLAT];
    count_steps(FLAT, t);
    trace_input(trace, "t", FLAT, t);
    for (size_t k = 0; k < 3; k++) {
        struct restart restart;
        real theta = 1 + rng_uniform(rng), value = odd[k].value;
        restart_init(&restart, 1, &theta, (struct restart_config){0.1, odd[k].scheme});
        for (size_t i = 0; i < FLAT; i++)
            dropped[i] = restart_step(&restart, &theta, odd[k].objective, &value);
        restart_free(&restart);
        trace_column(trace, odd[k].dropped, FLAT, dropped);
        trace_number(trace, odd[k].theta, theta);
    }
}

/* These walks, and those without a step and without parameters. */
static void edges(FILE *trace, struct rng *rng)
{
    record_odd_walks(trace, rng);
    real still = 1;
    struct walk walk;
    begin(&walk, (struct restart_config){0, RESTART_FUNCTION}, bowl_between(1, 1, 1, rng),
          &still);
    step(&walk);
    step(&walk);
    restart_free(&walk.restart);
    trace_number(trace, "theta-at-learning-rate-0", *walk.theta);
    trace_number(trace, "restarts-at-learning-rate-0", (double)walk.restart.restarts);
    begin(&walk, (struct restart_config){1, RESTART_GRADIENT}, (struct bowl){.n = 0},
          &still);
    trace_number(trace, "restarted-with-0-parameters", step(&walk));
    trace_number(trace, "steps-counted-for-0-parameters", (double)walk.restart.t);
    restart_free(&walk.restart);
}

/* A slope that is the same everywhere, as driver_contract() gives it. */
static real slope(size_t n, const real *theta, real *g, void *given)
{
    real value = 0;
    for (size_t i = 0; i < n; i++) {
        value += ((const real *)given)[i] * theta[i];
        if (g)
            g[i] = ((const real *)given)[i];
    }
    return value;
}

static void step_method(void *restart, real *theta, const real *g)
{
    restart_step(restart, theta, slope, (void *)g);
}

/* What every header promises of a step. */
static void contract(FILE *trace, struct rng *rng)
{
    static const char *const kept[] = {"a", "value", NULL};
    const struct restart_config config = {.lr = 0.1 + 0.1 * rng_uniform(rng),
                                          .scheme = RESTART_FUNCTION};
    static real start[DRIVER_LARGE];
    for (size_t i = 0; i < DRIVER_LARGE; i++)
        start[i] = 1;
    struct restart one[3];
    struct driver_method method[3];
    for (size_t k = 0; k < 3; k++) {
        const size_t n = k < 2 ? DRIVER_N : DRIVER_LARGE;
        restart_init(&one[k], n, start, config);
        method[k] =
            (struct driver_method){&one[k], step_method, {&one[k].a, &one[k].value}};
    }
    driver_contract(trace, rng, method, kept);
    for (size_t k = 0; k < 3; k++)
        restart_free(&one[k]);
}

const struct driver_case driver_cases[] = {
    {"valley", valley},     {"never", never},
    {"by-value", by_value}, {"by-gradient", by_gradient},
    {"calls", calls},       {"units", units},
    {"alone", alone},       {"long", long_run},
    {"edges", edges},       {"contract", contract},
    {NULL, NULL},
};
