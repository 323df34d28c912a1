/* cases_adamw.c: AdamW in both conventions, with its averages, under schedules, without a
 * gradient, and with gradients of every size. */
#include "judge/driver.h"
#include "optim/adamw.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

enum { T = 100, N = 3, STEPS = 6, LONG = 20000, RESTS = 16 };

/* Index 0 is DECAY_TIMES_LR, 1 is DECAY_INDEPENDENT. */
static const enum decoupling decouplings[2] = {DECAY_TIMES_LR, DECAY_INDEPENDENT};
static const char *const thetas[2] = {"theta-times-lr", "theta-alone"};

/* What a step depends on besides the method's state. */
struct run {
    struct adamw_config config;
    size_t n;
    real theta[N];             /* the start */
    const real *g;             /* given gradients, T × n; NULL: those of a bowl */
    real curvature[N], c[N];   /* of the bowl */
    const real *lr, *schedule; /* of each step; NULL: as in config, and 1 */
    real *v, *m;               /* T × n, NULL: not wanted */
};

/* Records θ after each of T steps. */
static size_t walk(const struct run *run, real *path)
{
    struct adamw adamw;
    real theta[N], g[N];
    const size_t n = run->n;
    memcpy(theta, run->theta, sizeof theta);
    adamw_init(&adamw, n, run->config);
    for (size_t t = 0; t < T; t++) {
        for (size_t i = 0; i < n; i++)
            g[i] =
                run->g ? run->g[t * n + i] : run->curvature[i] * (theta[i] - run->c[i]);
        if (run->lr)
            adamw.config.lr = run->lr[t];
        if (run->schedule)
            adamw.schedule = run->schedule[t];
        adamw_step(&adamw, theta, g);
        memcpy(path + t * n, theta, n * sizeof *theta);
        if (run->m)
            memcpy(run->m + t * n, adamw.m, n * sizeof *theta);
        if (run->v)
            memcpy(run->v + t * n, adamw.v, n * sizeof *theta);
    }
    adamw_free(&adamw);
    return adamw.t;
}

static struct run draw(size_t n, struct rng *rng)
{
    struct run run = {.config = adamw_defaults(), .n = n};
    run.config.lr = 0.02 + 0.03 * rng_uniform(rng);
    run.config.beta1 = 0.85 + 0.1 * rng_uniform(rng);
    run.config.beta2 = 0.97 + 0.02 * rng_uniform(rng);
    run.config.decay = 0.01 + 0.02 * rng_uniform(rng);
    for (size_t i = 0; i < n; i++) {
        run.theta[i] = rng_signed(rng, 1 + rng_uniform(rng));
        run.curvature[i] = pow(10, (real)i - 1 + rng_uniform(rng));
        run.c[i] = -run.theta[i];
    }
    return run;
}

static void record_config(FILE *trace, const struct run *run, size_t steps)
{
    real t[T];
    for (size_t i = 0; i < steps; i++)
        t[i] = (real)(i + 1);
    trace_input(trace, "lr", 1, &run->config.lr);
    trace_input(trace, "beta1", 1, &run->config.beta1);
    trace_input(trace, "beta2", 1, &run->config.beta2);
    trace_input(trace, "decay", 1, &run->config.decay);
    trace_input(trace, "t", steps, t);
}

/* One parameter on ½(θ - c)², which the decay keeps from its minimum. */
static void valley(FILE *trace, struct rng *rng)
{
    struct run run = draw(1, rng);
    real theta[T], m[T], v[T];
    run.config.decay = 0.5;
    run.m = m;
    run.v = v;
    size_t steps = walk(&run, theta);
    record_config(trace, &run, T);
    trace_column(trace, "theta", T, theta);
    trace_column(trace, "m", T, m);
    trace_column(trace, "v", T, v);
    trace_number(trace, "steps-counted", (double)steps);
}

/* The same run in both conventions. Its gradients are given, so that the averages do not
 * depend on θ. */
static void conventions(FILE *trace, struct rng *rng)
{
    struct run run = draw(N, rng);
    real g[T * N], path[T * N], m[T * N], v[T * N];
    for (size_t i = 0; i < T * N; i++)
        g[i] = run.curvature[i % N] * rng_normal(rng);
    run.g = g;
    run.m = m;
    run.v = v;
    record_config(trace, &run, T);
    for (size_t d = 0; d < 2; d++) {
        run.config.decoupling = decouplings[d];
        walk(&run, path);
        trace_matrix(trace, thetas[d], T, N, path);
    }
    trace_matrix(trace, "m", T, N, m);
    trace_matrix(trace, "v", T, N, v);
}

/* The learning rate falls and the multiplier goes up and down, each on its own. */
static void schedules(FILE *trace, struct rng *rng)
{
    struct run run = draw(N, rng);
    real g[T * N], path[T * N], lr[T], schedule[T];
    for (size_t i = 0; i < T * N; i++)
        g[i] = rng_normal(rng);
    for (size_t t = 0; t < T; t++) {
        lr[t] = run.config.lr / (real)(1 + t / 30);
        schedule[t] = t < 10 ? (real)(t + 1) / 10 : (real)(T - t) / (T - 9);
    }
    run.g = g;
    run.schedule = schedule;
    record_config(trace, &run, T);
    trace_input(trace, "schedule", T, schedule);
    for (size_t d = 0; d < 2; d++) {
        run.config.decoupling = decouplings[d];
        run.lr = NULL;
        walk(&run, path);
        trace_matrix(trace, d == 0 ? "scheduled-times-lr" : "scheduled-alone", T, N,
                     path);
        run.lr = lr;
        walk(&run, path);
        trace_matrix(trace, d == 0 ? "both-times-lr" : "both-alone", T, N, path);
    }
}

/* No gradient in any step: what is left of a parameter after each. */
static void no_gradient(FILE *trace, struct rng *rng)
{
    static const real zero[T * N];
    struct run run = draw(N, rng);
    real path[T * N], schedule[T];
    run.config.decay = 0.1 + 0.2 * rng_uniform(rng);
    run.g = zero;
    run.schedule = schedule;
    for (size_t t = 0; t < T; t++)
        schedule[t] = rng_uniform(rng);
    record_config(trace, &run, T);
    trace_input(trace, "start", N, run.theta);
    trace_input(trace, "schedule", T, schedule);
    for (size_t d = 0; d < 2; d++) {
        run.config.decoupling = decouplings[d];
        walk(&run, path);
        trace_matrix(trace, thetas[d], T, N, path);
    }
}

/* Gradients in three units, a million apart each. With eps = 0 they make no
 * difference. */
static void units(FILE *trace, struct rng *rng)
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
    run.config.decay = 0.2;
    record_config(trace, &run, T);
    trace_input(trace, "unit", N, unit);
    walk(&run, path);
    trace_matrix(trace, "theta", T, N, path);
}

/* One step, taken apart by the check. */
static void first_step(FILE *trace, struct rng *rng)
{
    struct run run = draw(N, rng);
    real g[N], theta[N];
    run.config.decay = 0.2 + rng_uniform(rng);
    for (size_t i = 0; i < N; i++)
        g[i] = pow(10, 6 * ((real)i - 1)) * (rng_below(rng, 2) ? 1 : -1);
    run.config.eps = 0;
    record_config(trace, &run, 1);
    trace_input(trace, "start", N, run.theta);
    trace_input(trace, "gradient", N, g);
    for (size_t d = 0; d < 2; d++) {
        struct adamw adamw;
        run.config.decoupling = decouplings[d];
        memcpy(theta, run.theta, sizeof theta);
        adamw_init(&adamw, N, run.config);
        adamw_step(&adamw, theta, g);
        adamw_free(&adamw);
        trace_column(trace, thetas[d], N, theta);
    }
}

/* Without decay it is Adam; then one with another epsilon, so large that its place
 * shows. */
static void no_decay(FILE *trace, struct rng *rng)
{
    struct run run = draw(N, rng);
    real g[T * N], path[T * N];
    for (size_t i = 0; i < T * N; i++)
        g[i] = rng_normal(rng);
    run.g = g;
    run.config.decay = 0;
    record_config(trace, &run, T);
    trace_input(trace, "start", N, run.theta);
    trace_input(trace, "gradients", T * N, g);
    walk(&run, path);
    trace_matrix(trace, "theta", T, N, path);
    run.config.eps = 0.1 + rng_uniform(rng);
    walk(&run, path);
    trace_matrix(trace, "theta-large-epsilon", T, N, path);
}

/* Huge and tiny gradients, then none, then NaN in one coordinate; no parameters; no
 * gradient and no epsilon. */
static void edges(FILE *trace, struct rng *rng)
{
    struct adamw_config config = adamw_defaults();
    struct adamw adamw;
    real g[STEPS][N] = {{1e150, 1e-150, 1}}, theta[N] = {1, 1, 1}, path[STEPS * N];
    real lost = 1, nothing = 0;
    g[0][2] += rng_uniform(rng);
    g[STEPS - 2][2] = (real)NAN;
    adamw_init(&adamw, N, config);
    for (size_t t = 0; t < STEPS; t++) {
        adamw_step(&adamw, theta, g[t]);
        memcpy(path + t * N, theta, sizeof theta);
    }
    adamw_free(&adamw);
    trace_matrix(trace, "theta", STEPS, N, path);
    adamw_init(&adamw, 0, config);
    adamw_step(&adamw, NULL, NULL);
    trace_number(trace, "steps-counted-for-0-parameters", (double)adamw.t);
    adamw_free(&adamw);
    config.eps = 0;
    adamw_init(&adamw, 1, config);
    adamw_step(&adamw, &lost, &nothing);
    trace_number(trace, "theta-without-gradient-and-eps", lost);
    adamw_free(&adamw);
}

/* Noise about a slope that changes its sign. */
static void long_run(FILE *trace, struct rng *rng)
{
    struct adamw_config config = adamw_defaults();
    struct adamw adamw;
    real theta = 1, path[LONG / 1000];
    config.decay = 0.3;
    adamw_init(&adamw, 1, config);
    for (size_t t = 0; t < LONG; t++) {
        real g = (t / 5000 % 2 ? 1 : -1) + rng_normal(rng);
        adamw_step(&adamw, &theta, &g);
        if ((t + 1) % 1000 == 0)
            path[t / 1000] = theta;
    }
    trace_input(trace, "decay", 1, &config.decay);
    trace_column(trace, "theta-every-1000-steps", LONG / 1000, path);
    trace_number(trace, "steps-counted", (double)adamw.t);
    adamw_free(&adamw);
}

/* A steady gradient of 1, without ε, until θ moves no more. */
static real walk_to_rest(struct adamw_config config)
{
    struct adamw adamw;
    real theta = 0, g = 1;
    config.eps = 0;
    adamw_init(&adamw, 1, config);
    for (size_t t = 0; t < 1000; t++)
        adamw_step(&adamw, &theta, &g);
    adamw_free(&adamw);
    return theta;
}

/* Strong decays in both meanings, so that rest comes within 1000 steps. */
static void rest(FILE *trace, struct rng *rng)
{
    real lr[RESTS], decay[RESTS], decoupling[RESTS], u[RESTS], at[RESTS], one[RESTS],
        end[RESTS];
    for (size_t i = 0; i < RESTS; i++) {
        struct adamw_config config = draw(1, rng).config;
        const bool alone = i % 2;
        config.decoupling = decouplings[alone];
        config.decay = (0.05 + 0.1 * rng_uniform(rng)) / (alone ? 1 : config.lr);
        lr[i] = config.lr, decay[i] = config.decay, decoupling[i] = (real)alone;
        u[i] = 2 * rng_uniform(rng) - 1;
        at[i] = adamw_rest(&config, u[i]);
        one[i] = adamw_rest(&config, 1);
        end[i] = walk_to_rest(config);
    }
    trace_input(trace, "lr", RESTS, lr);
    trace_input(trace, "decay", RESTS, decay);
    trace_input(trace, "alone", RESTS, decoupling);
    trace_input(trace, "direction", RESTS, u);
    trace_column(trace, "rest", RESTS, at);
    trace_column(trace, "rest-of-direction-1", RESTS, one);
    trace_column(trace, "end-of-a-walk-in-direction-1", RESTS, end);
}

/* Decays from a weak one to one that nearly explodes. */
static void noise_size(FILE *trace, struct rng *rng)
{
    real lr[RESTS], w[RESTS], size[RESTS];
    for (size_t i = 0; i < RESTS; i++) {
        struct adamw_config config = draw(1, rng).config;
        const bool alone = i % 2;
        config.decoupling = decouplings[alone];
        w[i] = i < 4 ? 1e-12 * (1 + rng_uniform(rng)) : 0.01 + 1.9 * rng_uniform(rng);
        config.decay = w[i] / (alone ? 1 : config.lr);
        lr[i] = config.lr;
        size[i] = adamw_resting_size(&config);
    }
    trace_input(trace, "lr", RESTS, lr);
    trace_input(trace, "w", RESTS, w);
    trace_column(trace, "resting-size", RESTS, size);
}

/* No decay, no direction, no learning rate, an endless direction, and w ≥ 2. */
static void rest_edges(FILE *trace, struct rng *rng)
{
    static const real lr[] = {0.1, 0.1, 0.1, 0, 0.1, 0.1, 0.1, -0.1};
    static const real decay[] = {0, 0, 0.5, 0.5, 0.5, 0.5, 2, 0.5};
    const real some = 1 + rng_uniform(rng);
    const real u[] = {some, 0, 0, 1, (real)INFINITY, (real)NAN, some, 1};
    enum { EDGES = sizeof lr / sizeof *lr };
    real at[EDGES], size[EDGES];
    for (size_t i = 0; i < EDGES; i++) {
        struct adamw_config config = adamw_defaults();
        config.lr = lr[i], config.decay = decay[i];
        config.decoupling = DECAY_INDEPENDENT;
        at[i] = adamw_rest(&config, u[i]);
        size[i] = adamw_resting_size(&config);
    }
    trace_input(trace, "lr", EDGES, lr);
    trace_input(trace, "decay", EDGES, decay);
    trace_input(trace, "direction", EDGES, u);
    trace_column(trace, "rest", EDGES, at);
    trace_column(trace, "resting-size", EDGES, size);
}

static void step_method(void *adamw, real *theta, const real *g)
{
    adamw_step(adamw, theta, g);
}

/* What every header promises of a step. */
static void contract(FILE *trace, struct rng *rng)
{
    static const char *const kept[] = {"beta1_power", "beta2_power", "schedule", NULL};
    const struct adamw_config config = draw(DRIVER_N, rng).config;
    struct adamw one[3];
    struct driver_method method[3];
    for (size_t k = 0; k < 3; k++) {
        const size_t n = k < 2 ? DRIVER_N : DRIVER_LARGE;
        adamw_init(&one[k], n, config);
        one[k].schedule = 0.5;
        method[k] = (struct driver_method){
            &one[k],
            step_method,
            {&one[k].beta1_power, &one[k].beta2_power, &one[k].schedule}};
    }
    driver_contract(trace, rng, method, kept);
    for (size_t k = 0; k < 3; k++)
        adamw_free(&one[k]);
}

const struct driver_case driver_cases[] = {
    {"valley", valley},
    {"conventions", conventions},
    {"schedules", schedules},
    {"no-gradient", no_gradient},
    {"units", units},
    {"first-step", first_step},
    {"no-decay", no_decay},
    {"edges", edges},
    {"long", long_run},
    {"contract", contract},
    {"rest", rest},
    {"noise", noise_size},
    {"rest-edges", rest_edges},
    {NULL, NULL},
};
