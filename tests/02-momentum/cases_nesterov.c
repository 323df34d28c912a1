/* cases_nesterov.c: Nesterov's method down a bowl that notes where it is asked. */
#include "bowl.h"
#include "judge/driver.h"
#include "optim/nesterov.h"

#include <string.h>

enum { T = 80, N = 3, RATE = 100, LONG = 20000, STEPS = 6 };

/* A method under way on a bowl. */
struct walk {
    struct nesterov nesterov;
    struct bowl bowl;
    real theta[BOWL_MAX];
};

static void begin(struct walk *walk, struct nesterov_config config, struct bowl bowl,
                  const real *start)
{
    *walk = (struct walk){.bowl = bowl};
    memcpy(walk->theta, start, bowl.n * sizeof *start);
    nesterov_init(&walk->nesterov, bowl.n, config);
}

static void step(struct walk *walk)
{
    nesterov_step(&walk->nesterov, walk->theta, bowl_objective, &walk->bowl);
}

static void record_config(FILE *trace, struct nesterov_config config, size_t steps)
{
    real t[LONG / 100];
    count_steps(steps, t);
    trace_input(trace, "lr", 1, &config.lr);
    trace_input(trace, "beta", 1, &config.beta);
    trace_input(trace, "t", steps, t);
}

/* One parameter, so under-damped that it swings about the minimum. */
static void valley(FILE *trace, struct rng *rng)
{
    struct nesterov_config config = {.lr = 0.02 + 0.01 * rng_uniform(rng),
                                     .form = MOMENTUM_LR_OUTSIDE};
    config.beta = 0.92 + 0.02 * rng_uniform(rng);
    struct bowl bowl = bowl_between(1, 1, 1, rng);
    struct walk walk;
    real start, theta[T], v[T];
    bowl_start(&bowl, &start, rng);
    begin(&walk, config, bowl, &start);
    for (size_t t = 0; t < T; t++) {
        step(&walk);
        theta[t] = *walk.theta;
        v[t] = *walk.nesterov.v;
    }
    record_config(trace, config, T);
    trace_column(trace, "theta", T, theta);
    trace_column(trace, "v", T, v);
    trace_number(trace, "steps-counted", (double)walk.nesterov.t);
    nesterov_free(&walk.nesterov);
}

/* Both forms from one start: where they stand, how fast, and where they asked. */
static void both_forms(FILE *trace, struct rng *rng)
{
    static const char *const names[2][3] = {{"theta-a", "v-a", "asked-a"},
                                            {"theta-b", "v-b", "asked-b"}};
    struct nesterov_config config = {.lr = 0.01 + 0.05 * rng_uniform(rng)};
    config.beta = 0.8 + 0.15 * rng_uniform(rng);
    struct bowl bowl = bowl_between(N, 0.5, 5, rng);
    real start[N], theta[T * N], v[T * N], asked[T * N];
    bowl_start(&bowl, start, rng);
    record_config(trace, config, T);
    trace_input(trace, "start", N, start);
    for (size_t f = 0; f < 2; f++) {
        struct walk walk;
        config.form = f == 0 ? MOMENTUM_LR_INSIDE : MOMENTUM_LR_OUTSIDE;
        begin(&walk, config, bowl, start);
        for (size_t t = 0; t < T; t++) {
            step(&walk);
            memcpy(theta + t * N, walk.theta, sizeof start);
            memcpy(v + t * N, walk.nesterov.v, sizeof start);
            memcpy(asked + t * N, walk.bowl.asked, sizeof start);
        }
        trace_matrix(trace, names[f][0], T, N, theta);
        trace_matrix(trace, names[f][1], T, N, v);
        trace_matrix(trace, names[f][2], T, N, asked);
        nesterov_free(&walk.nesterov);
    }
}

/* How often the function is called in each step, and what for; and where that leads. */
static void calls(FILE *trace, struct rng *rng)
{
    struct bowl bowl = bowl_between(N, 0.5, 5, rng);
    real start[N], gradients[STEPS], values[STEPS];
    struct walk walk;
    bowl_start(&bowl, start, rng);
    begin(&walk, nesterov_defaults(), bowl, start);
    for (size_t t = 0; t < STEPS; t++) {
        walk.bowl.gradients = walk.bowl.values = 0;
        step(&walk);
        gradients[t] = (real)walk.bowl.gradients;
        values[t] = (real)walk.bowl.values;
    }
    record_config(trace, nesterov_defaults(), STEPS);
    trace_column(trace, "calls-for-a-gradient", STEPS, gradients);
    trace_column(trace, "calls-for-a-value-alone", STEPS, values);
    trace_column(trace, "theta-at-the-end", N, walk.theta);
    nesterov_free(&walk.nesterov);
}

/* After some steps the learning rate becomes 1 / h, in each form. */
static void landing(FILE *trace, struct rng *rng)
{
    real h = 1 + rng_uniform(rng), left[2];
    struct bowl bowl = bowl_between(1, h, h, rng);
    real start;
    bowl_start(&bowl, &start, rng);
    for (size_t f = 0; f < 2; f++) {
        struct nesterov_config config = {.lr = 0.1, .beta = 0.9};
        config.form = f == 0 ? MOMENTUM_LR_INSIDE : MOMENTUM_LR_OUTSIDE;
        struct walk walk;
        begin(&walk, config, bowl, &start);
        for (size_t t = 0; t < STEPS; t++)
            step(&walk);
        walk.nesterov.config.lr = 1 / h;
        step(&walk);
        left[f] = *walk.theta;
        nesterov_free(&walk.nesterov);
    }
    trace_input(trace, "minimum", 1, bowl.c);
    trace_number(trace, "theta-a", left[0]);
    trace_number(trace, "theta-b", left[1]);
}

/* The flattest direction of a bowl, at the rates that suit it best. */
static void rate(FILE *trace, struct rng *rng)
{
    real kappa = 50 + 100 * rng_uniform(rng), root = sqrt(kappa), distance[RATE];
    struct nesterov_config config = {
        .lr = 1, .beta = (root - 1) / (root + 1), .form = MOMENTUM_LR_OUTSIDE};
    struct bowl bowl = {.n = 1, .h = {1 / kappa}};
    struct walk walk;
    real start = 1;
    begin(&walk, config, bowl, &start);
    for (size_t t = 0; t < RATE; t++) {
        step(&walk);
        distance[t] = *walk.theta;
    }
    record_config(trace, config, RATE);
    trace_input(trace, "kappa", 1, &kappa);
    trace_column(trace, "distance", RATE, distance);
    nesterov_free(&walk.nesterov);
}

/* The learning rate falls to a third every 20 steps. */
static void schedule(FILE *trace, struct rng *rng)
{
    static const char *const names[] = {"theta-a", "theta-b"};
    struct bowl bowl = bowl_between(N, 0.5, 5, rng);
    real start[N], theta[T * N], lr[T], t[T], first = 0.1 + 0.1 * rng_uniform(rng);
    bowl_start(&bowl, start, rng);
    count_steps(T, t);
    for (size_t i = 0; i < T; i++)
        lr[i] = first / pow(3, (real)(i / 20));
    trace_input(trace, "t", T, t);
    trace_input(trace, "lr", T, lr);
    for (size_t f = 0; f < 2; f++) {
        struct nesterov_config config = nesterov_defaults();
        config.form = f == 0 ? MOMENTUM_LR_INSIDE : MOMENTUM_LR_OUTSIDE;
        struct walk walk;
        begin(&walk, config, bowl, start);
        for (size_t i = 0; i < T; i++) {
            walk.nesterov.config.lr = lr[i];
            step(&walk);
            memcpy(theta + i * N, walk.theta, sizeof start);
        }
        trace_matrix(trace, names[f], T, N, theta);
        nesterov_free(&walk.nesterov);
    }
}

/* Curvatures from 1e-150 to 1e150 at a learning rate for each; one coordinate is NaN. */
static void edges(FILE *trace, struct rng *rng)
{
    struct bowl bowl = {.n = 4, .h = {1e150, 1e-150, 0, 1}, .c = {0, 0, 0, (real)NAN}};
    struct nesterov_config config = nesterov_defaults();
    real start[4], theta[STEPS * 4];
    struct walk walk;
    for (size_t i = 0; i < 4; i++)
        start[i] = 1 + rng_uniform(rng);
    begin(&walk, config, bowl, start);
    for (size_t t = 0; t < STEPS; t++) {
        walk.bowl.h[0] = t == 0 ? 1e150 : 0;
        step(&walk);
        memcpy(theta + t * 4, walk.theta, sizeof start);
    }
    nesterov_free(&walk.nesterov);
    record_config(trace, config, STEPS);
    trace_matrix(trace, "theta", STEPS, 4, theta);
    config.beta = 0;
    begin(&walk, config, bowl_between(1, 1, 1, rng), start);
    step(&walk);
    step(&walk);
    nesterov_free(&walk.nesterov);
    trace_number(trace, "theta-after-2-steps-without-momentum", *walk.theta);
    begin(&walk, config, (struct bowl){.n = 0}, start);
    step(&walk);
    nesterov_free(&walk.nesterov);
    trace_number(trace, "steps-counted-for-0-parameters", (double)walk.nesterov.t);
}

/* A long way along the bottom of a stretched bowl. */
static void long_run(FILE *trace, struct rng *rng)
{
    struct nesterov_config config = {.lr = 1, .beta = 0.9, .form = MOMENTUM_LR_OUTSIDE};
    struct bowl bowl = bowl_between(N, 1e-5, 0.9, rng);
    real start[N], theta[LONG / 1000 * N];
    struct walk walk;
    bowl_start(&bowl, start, rng);
    begin(&walk, config, bowl, start);
    for (size_t t = 0; t < LONG; t++) {
        step(&walk);
        if ((t + 1) % 1000 == 0)
            memcpy(theta + t / 1000 * N, walk.theta, sizeof start);
    }
    trace_input(trace, "lr", 1, &config.lr);
    trace_input(trace, "beta", 1, &config.beta);
    trace_matrix(trace, "theta-every-1000-steps", LONG / 1000, N, theta);
    nesterov_free(&walk.nesterov);
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

static void step_method(void *nesterov, real *theta, const real *g)
{
    nesterov_step(nesterov, theta, slope, (void *)g);
}

/* What every header promises of a step. */
static void contract(FILE *trace, struct rng *rng)
{
    static const char *const kept[] = {NULL};
    const struct nesterov_config config = {.lr = 0.1 + 0.1 * rng_uniform(rng),
                                           .beta = 0.9};
    struct nesterov one[3];
    struct driver_method method[3];
    for (size_t k = 0; k < 3; k++) {
        const size_t n = k < 2 ? DRIVER_N : DRIVER_LARGE;
        nesterov_init(&one[k], n, config);
        method[k] = (struct driver_method){&one[k], step_method, {NULL}};
    }
    driver_contract(trace, rng, method, kept);
    for (size_t k = 0; k < 3; k++)
        nesterov_free(&one[k]);
}

const struct driver_case driver_cases[] = {
    {"valley", valley}, {"both-forms", both_forms}, {"calls", calls},
    {"rate", rate},     {"landing", landing},       {"schedule", schedule},
    {"edges", edges},   {"long", long_run},         {"contract", contract},
    {NULL, NULL},
};
