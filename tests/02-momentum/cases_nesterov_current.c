/* cases_nesterov_current.c: Nesterov's method with the gradient of the current point, and
 * the way back to the points that the look-ahead form would call its parameters. */
#include "bowl.h"
#include "judge/driver.h"
#include "optim/nesterov_current.h"

#include <string.h>

enum { T = 80, N = 3, RATE = 100, LONG = 20000, STEPS = 6 };

/* A method under way on a bowl. */
struct walk {
    struct nesterov_current nesterov;
    struct bowl bowl;
    real theta[BOWL_MAX], g[BOWL_MAX];
};

static void begin(struct walk *walk, struct nesterov_current_config config,
                  struct bowl bowl, const real *start)
{
    *walk = (struct walk){.bowl = bowl};
    memcpy(walk->theta, start, bowl.n * sizeof *start);
    nesterov_current_init(&walk->nesterov, bowl.n, config);
}

static void step(struct walk *walk)
{
    bowl_objective(walk->bowl.n, walk->theta, walk->g, &walk->bowl);
    nesterov_current_step(&walk->nesterov, walk->theta, walk->g);
}

static void record_config(FILE *trace, struct nesterov_current_config config,
                          size_t steps)
{
    real t[RATE];
    count_steps(steps, t);
    trace_input(trace, "lr", 1, &config.lr);
    trace_input(trace, "beta", 1, &config.beta);
    trace_input(trace, "l2", 1, &config.l2);
    trace_input(trace, "t", steps, t);
}

static struct nesterov_current_config draw_config(struct rng *rng)
{
    struct nesterov_current_config config = nesterov_current_defaults();
    config.lr = 0.01 + 0.05 * rng_uniform(rng);
    config.beta = 0.8 + 0.15 * rng_uniform(rng);
    return config;
}

/* One parameter, so under-damped that it swings about the minimum. */
static void valley(FILE *trace, struct rng *rng)
{
    struct nesterov_current_config config = nesterov_current_defaults();
    struct bowl bowl = bowl_between(1, 1, 1, rng);
    struct walk walk;
    real start, theta[T], v[T];
    config.lr = 0.02 + 0.01 * rng_uniform(rng);
    config.beta = 0.92 + 0.02 * rng_uniform(rng);
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
    nesterov_current_free(&walk.nesterov);
}

/* Walks in each form; f = 0 is (a), 1 is (b). `behind` may be NULL. */
static void walk_form(size_t f, struct nesterov_current_config config, struct bowl bowl,
                      const real *start, real *theta, real *v, real *behind)
{
    struct walk walk;
    config.form = f == 0 ? MOMENTUM_LR_INSIDE : MOMENTUM_LR_OUTSIDE;
    begin(&walk, config, bowl, start);
    for (size_t t = 0; t < T; t++) {
        step(&walk);
        memcpy(theta + t * N, walk.theta, N * sizeof *theta);
        memcpy(v + t * N, walk.nesterov.v, N * sizeof *theta);
        if (behind)
            nesterov_current_behind(&walk.nesterov, walk.theta, behind + t * N);
    }
    nesterov_current_free(&walk.nesterov);
}

static void both_forms(FILE *trace, struct rng *rng)
{
    struct nesterov_current_config config = draw_config(rng);
    struct bowl bowl = bowl_between(N, 0.5, 5, rng);
    real start[N], theta[T * N], v[T * N];
    bowl_start(&bowl, start, rng);
    record_config(trace, config, T);
    walk_form(0, config, bowl, start, theta, v, NULL);
    trace_matrix(trace, "theta-a", T, N, theta);
    trace_matrix(trace, "v-a", T, N, v);
    walk_form(1, config, bowl, start, theta, v, NULL);
    trace_matrix(trace, "theta-b", T, N, theta);
    trace_matrix(trace, "v-b", T, N, v);
}

static void behind(FILE *trace, struct rng *rng)
{
    struct nesterov_current_config config = draw_config(rng);
    struct bowl bowl = bowl_between(N, 0.5, 5, rng);
    real start[N], theta[T * N], v[T * N], back[T * N];
    bowl_start(&bowl, start, rng);
    record_config(trace, config, T);
    trace_input(trace, "start", N, start);
    trace_input(trace, "curvature", N, bowl.h);
    trace_input(trace, "minimum", N, bowl.c);
    walk_form(0, config, bowl, start, theta, v, back);
    trace_matrix(trace, "theta-a", T, N, theta);
    trace_matrix(trace, "behind-a", T, N, back);
    walk_form(1, config, bowl, start, theta, v, back);
    trace_matrix(trace, "theta-b", T, N, theta);
    trace_matrix(trace, "behind-b", T, N, back);
}

/* Velocities as they come, and the answer written over the question. */
static void behind_alone(FILE *trace, struct rng *rng)
{
    struct nesterov_current_config config = draw_config(rng);
    real theta[N], before[N], back[N];
    size_t overwritten = 0;
    trace_input(trace, "lr", 1, &config.lr);
    trace_input(trace, "beta", 1, &config.beta);
    for (size_t f = 0; f < 2; f++) {
        struct nesterov_current nesterov;
        config.form = f == 0 ? MOMENTUM_LR_INSIDE : MOMENTUM_LR_OUTSIDE;
        nesterov_current_init(&nesterov, N, config);
        for (size_t i = 0; i < N; i++) {
            theta[i] = rng_normal(rng);
            nesterov.v[i] = rng_normal(rng);
        }
        memcpy(before, theta, sizeof theta);
        nesterov_current_behind(&nesterov, theta, back);
        overwritten += driver_overwritten(N, theta, before);
        memcpy(theta, before, sizeof theta);
        nesterov_current_behind(&nesterov, theta, theta);
        nesterov_current_free(&nesterov);
        trace_column(trace, f == 0 ? "behind-a" : "behind-b", N, back);
        trace_column(trace, f == 0 ? "in-place-a" : "in-place-b", N, theta);
    }
    trace_number(trace, "numbers-of-theta-overwritten", (double)overwritten);
}

static void first_step(FILE *trace, struct rng *rng)
{
    static const char *const names[] = {"moved-a", "moved-b"};
    struct nesterov_current_config config = draw_config(rng);
    real g[N], moved[N];
    for (size_t i = 0; i < N; i++)
        g[i] = rng_normal(rng);
    record_config(trace, config, 1);
    trace_input(trace, "gradient", N, g);
    for (size_t f = 0; f < 2; f++) {
        struct nesterov_current nesterov;
        config.form = f == 0 ? MOMENTUM_LR_INSIDE : MOMENTUM_LR_OUTSIDE;
        memset(moved, 0, sizeof moved);
        nesterov_current_init(&nesterov, N, config);
        nesterov_current_step(&nesterov, moved, g);
        nesterov_current_free(&nesterov);
        trace_column(trace, names[f], N, moved);
    }
}

static void step_method(void *nesterov, real *theta, const real *g)
{
    nesterov_current_step(nesterov, theta, g);
}

/* What every header promises of a step. */
static void record_contract(FILE *trace, struct rng *rng)
{
    static const char *const kept[] = {NULL};
    struct nesterov_current_config config = draw_config(rng);
    struct nesterov_current one[3];
    struct driver_method method[3];
    config.l2 = 0.5;
    for (size_t k = 0; k < 3; k++) {
        const size_t n = k < 2 ? DRIVER_N : DRIVER_LARGE;
        nesterov_current_init(&one[k], n, config);
        method[k] = (struct driver_method){&one[k], step_method, {NULL}};
    }
    driver_contract(trace, rng, method, kept);
    for (size_t k = 0; k < 3; k++)
        nesterov_current_free(&one[k]);
}

static void penalty(FILE *trace, struct rng *rng)
{
    struct nesterov_current_config config = draw_config(rng);
    struct bowl bowl = bowl_between(N, 0.5, 5, rng);
    real start[N], theta[T * N], v[T * N];
    config.l2 = 0.2 + rng_uniform(rng);
    bowl_start(&bowl, start, rng);
    record_config(trace, config, T);
    walk_form(0, config, bowl, start, theta, v, NULL);
    trace_matrix(trace, "theta-a", T, N, theta);
    walk_form(1, config, bowl, start, theta, v, NULL);
    trace_matrix(trace, "theta-b", T, N, theta);
    record_contract(trace, rng);
}

/* The flattest direction of a bowl, at the rates that suit it best, seen from behind. */
static void rate(FILE *trace, struct rng *rng)
{
    real kappa = 50 + 100 * rng_uniform(rng), root = sqrt(kappa), distance[RATE];
    struct nesterov_current_config config = {
        .lr = 1, .beta = (root - 1) / (root + 1), .form = MOMENTUM_LR_OUTSIDE};
    struct bowl bowl = {.n = 1, .h = {1 / kappa}};
    struct walk walk;
    real start = 1;
    begin(&walk, config, bowl, &start);
    for (size_t t = 0; t < RATE; t++) {
        step(&walk);
        nesterov_current_behind(&walk.nesterov, walk.theta, &distance[t]);
    }
    record_config(trace, config, RATE);
    trace_input(trace, "kappa", 1, &kappa);
    trace_column(trace, "distance", RATE, distance);
    nesterov_current_free(&walk.nesterov);
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
        struct nesterov_current_config config = nesterov_current_defaults();
        config.form = f == 0 ? MOMENTUM_LR_INSIDE : MOMENTUM_LR_OUTSIDE;
        struct walk walk;
        begin(&walk, config, bowl, start);
        for (size_t i = 0; i < T; i++) {
            walk.nesterov.config.lr = lr[i];
            step(&walk);
            memcpy(theta + i * N, walk.theta, sizeof start);
        }
        trace_matrix(trace, names[f], T, N, theta);
        nesterov_current_free(&walk.nesterov);
    }
}

/* Steps with given gradients: large and small ones, none at all, NaN in one
 * coordinate. */
static void edges(FILE *trace, struct rng *rng)
{
    struct nesterov_current_config config = nesterov_current_defaults();
    struct nesterov_current nesterov;
    real g[STEPS][N] = {{1e300, 1e-300, 1}}, theta[N] = {0}, path[STEPS * N];
    g[0][2] += rng_uniform(rng);
    g[STEPS - 2][2] = (real)NAN;
    nesterov_current_init(&nesterov, N, config);
    for (size_t t = 0; t < STEPS; t++) {
        nesterov_current_step(&nesterov, theta, g[t]);
        memcpy(path + t * N, theta, sizeof theta);
    }
    nesterov_current_free(&nesterov);
    record_config(trace, config, STEPS);
    trace_matrix(trace, "theta", STEPS, N, path);
    config.beta = 0;
    real plain = 1, slope = 1 + rng_uniform(rng);
    nesterov_current_init(&nesterov, 1, config);
    nesterov_current_step(&nesterov, &plain, &slope);
    nesterov_current_step(&nesterov, &plain, &slope);
    nesterov_current_free(&nesterov);
    trace_number(trace, "theta-after-2-steps-without-momentum", plain);
    nesterov_current_init(&nesterov, 0, config);
    nesterov_current_step(&nesterov, NULL, NULL);
    nesterov_current_behind(&nesterov, NULL, NULL);
    trace_number(trace, "steps-counted-for-0-parameters", (double)nesterov.t);
    nesterov_current_free(&nesterov);
}

/* A long way along the bottom of a stretched bowl. */
static void long_run(FILE *trace, struct rng *rng)
{
    struct nesterov_current_config config = {
        .lr = 1, .beta = 0.9, .form = MOMENTUM_LR_OUTSIDE};
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
    nesterov_current_free(&walk.nesterov);
}

const struct driver_case driver_cases[] = {
    {"valley", valley},
    {"both-forms", both_forms},
    {"behind", behind},
    {"behind-alone", behind_alone},
    {"first-step", first_step},
    {"penalty", penalty},
    {"rate", rate},
    {"schedule", schedule},
    {"edges", edges},
    {"long", long_run},
    {NULL, NULL},
};
