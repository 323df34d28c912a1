/* cases_adadelta.c: AdaDelta along given gradients and in a valley, in other units, at
 * other learning rates, and where its averages are 0. */
#include "judge/driver.h"
#include "optim/adadelta.h"
#include "walk.h"

#include <math.h>

enum { T = 40, VALLEY = 150, N = WALK_N, SIZES = 12 };

static void step(void *adadelta, real *theta, const real *g)
{
    adadelta_step(adadelta, theta, g);
}

static struct walker walker_of(struct adadelta *adadelta)
{
    return (struct walker){
        adadelta, step, &adadelta->config.lr, {{"s", adadelta->s}, {"d", adadelta->d}}};
}

/* An ε so large that it shows, and a learning rate that is not 1. */
static struct adadelta_config draw_config(struct rng *rng)
{
    struct adadelta_config config = adadelta_defaults();
    config.lr = 0.4 + 0.4 * rng_uniform(rng);
    config.rho = 0.8 + 0.15 * rng_uniform(rng);
    config.eps = 0.001 + 0.009 * rng_uniform(rng);
    return config;
}

static void record_noise(FILE *trace, struct adadelta_config config, struct rng *rng)
{
    struct adadelta adadelta;
    real g[T * N], theta[N];
    struct walk walk = {.n = N, .steps = T, .g = g};
    walk_noise(N, T, g, rng);
    walk_start(N, theta, rng);
    adadelta_init(&adadelta, N, config);
    struct walker walker = walker_of(&adadelta);
    trace_input(trace, "rho", 1, &config.rho);
    trace_input(trace, "eps", 1, &config.eps);
    trace_input(trace, "l2", 1, &config.l2);
    walk_record(trace, &walk, &walker, theta);
    trace_number(trace, "steps-counted", (double)adadelta.t);
    adadelta_free(&adadelta);
}

static void noise(FILE *trace, struct rng *rng)
{
    record_noise(trace, draw_config(rng), rng);
}

static void penalty(FILE *trace, struct rng *rng)
{
    struct adadelta_config config = draw_config(rng);
    config.l2 = 0.2 + rng_uniform(rng);
    record_noise(trace, config, rng);
}

static void valley(FILE *trace, struct rng *rng)
{
    struct adadelta_config config = adadelta_defaults();
    struct adadelta adadelta;
    config.eps = 1e-4;
    adadelta_init(&adadelta, 1, config);
    struct walker walker = walker_of(&adadelta);
    walk_valley(trace, &walker, VALLEY, 1 + rng_uniform(rng), rng);
    adadelta_free(&adadelta);
}

/* One step from 0 for gradients of many sizes, each with an optimizer of its own. */
static void first(FILE *trace, struct rng *rng)
{
    struct adadelta_config config = adadelta_defaults();
    real g[SIZES], theta[SIZES] = {0};
    for (size_t i = 0; i < SIZES; i++) {
        struct adadelta adadelta;
        g[i] = (i % 2 ? 1 : -1) * pow(10, (real)i - 6 + rng_uniform(rng));
        adadelta_init(&adadelta, 1, config);
        adadelta_step(&adadelta, &theta[i], &g[i]);
        adadelta_free(&adadelta);
    }
    trace_input(trace, "rho", 1, &config.rho);
    trace_input(trace, "eps", 1, &config.eps);
    trace_input(trace, "g", SIZES, g);
    trace_column(trace, "theta", SIZES, theta);
}

/* Starts with ε = 0 and a step to go by, of the given length, as after a long run. */
static void walk_in_units(FILE *trace, const char *name, real length, real cost,
                          const real *g)
{
    struct adadelta_config config = adadelta_defaults();
    struct adadelta adadelta;
    real in_units[T], theta = 0;
    struct walk walk = {.n = 1, .steps = T, .g = in_units};
    for (size_t t = 0; t < T; t++)
        in_units[t] = cost / length * g[t];
    config.eps = 0;
    adadelta_init(&adadelta, 1, config);
    adadelta.d[0] = 0.01 * length * length;
    struct walker walker = walker_of(&adadelta);
    walk_theta(trace, name, &walk, &walker, &theta);
    adadelta_free(&adadelta);
}

/* One walk; the same with parameters in another unit; and with costs in another unit. */
static void units(FILE *trace, struct rng *rng)
{
    real g[T], length = 100 + rng_uniform(rng), cost = 0.001 + 0.01 * rng_uniform(rng);
    walk_noise(1, T, g, rng);
    trace_input(trace, "lengths-are-multiplied-by", 1, &length);
    trace_input(trace, "costs-are-multiplied-by", 1, &cost);
    walk_in_units(trace, "theta", 1, 1, g);
    walk_in_units(trace, "theta-in-other-lengths", length, 1, g);
    walk_in_units(trace, "theta-with-other-costs", 1, cost, g);
}

/* The same gradients twice: at learning rate 1, and at one that changes at every step. */
static void rates(FILE *trace, struct rng *rng)
{
    struct adadelta_config config = draw_config(rng);
    struct adadelta plain, changing;
    real g[T], lr[T], theta = 0, theta2 = 0;
    struct walk walk = {.n = 1, .steps = T, .g = g};
    walk_noise(1, T, g, rng);
    for (size_t t = 0; t < T; t++)
        lr[t] = 0.1 + 2 * rng_uniform(rng);
    config.lr = 1;
    adadelta_init(&plain, 1, config);
    adadelta_init(&changing, 1, config);
    struct walker at_one = walker_of(&plain), at_many = walker_of(&changing);
    walk_theta(trace, "theta-at-rate-1", &walk, &at_one, &theta);
    walk.lr = lr;
    walk_record(trace, &walk, &at_many, &theta2);
    adadelta_free(&plain);
    adadelta_free(&changing);
}

/* Settings that init must refuse. */
static void record_refusals(FILE *trace, struct rng *rng)
{
    struct adadelta_config bad[6];
    real status[6];
    for (size_t i = 0; i < 6; i++)
        bad[i] = draw_config(rng);
    bad[0].lr = -bad[0].lr;
    bad[1].rho = 1;
    bad[2].rho = -bad[2].rho;
    bad[3].rho = (real)NAN;
    bad[4].eps = -bad[4].eps;
    bad[5].l2 = (real)INFINITY;
    for (size_t i = 0; i < 6; i++) {
        struct adadelta adadelta;
        status[i] = (real)adadelta_init(&adadelta, 1, bad[i]);
        adadelta_free(&adadelta);
    }
    trace_column(trace, "status-of-bad-settings", 6, status);
}

/* The sizes of gradients that squares can bear, and one that they cannot; a NaN that
 * stays in its coordinate; no parameters; ε = 0, from where nothing moves. */
static void edges(FILE *trace, struct rng *rng)
{
    enum { STEPS = 6 };
    struct adadelta_config config = adadelta_defaults();
    struct adadelta adadelta;
    const real some = 1 + rng_uniform(rng);
    real g[STEPS][N] = {{some * 1e150, 1e-200, some}, {1e150, 1e-200, 1}};
    real theta[N] = {0}, still[2] = {1, 1}, slopes[2] = {some, 0};
    struct walk walk = {.n = N, .steps = STEPS, .g = g[0]};
    g[4][0] = 1e-200, g[4][1] = 1, g[4][2] = (real)NAN, g[5][1] = 1;
    adadelta_init(&adadelta, N, config);
    struct walker walker = walker_of(&adadelta);
    walk_record(trace, &walk, &walker, theta);
    adadelta_free(&adadelta);
    adadelta_init(&adadelta, 0, config);
    adadelta_step(&adadelta, NULL, NULL);
    trace_number(trace, "steps-counted-for-0-parameters", (double)adadelta.t);
    adadelta_free(&adadelta);
    config.eps = 0;
    adadelta_init(&adadelta, 2, config);
    adadelta_step(&adadelta, still, slopes);
    trace_column(trace, "theta-when-eps-is-0", 2, still);
    adadelta_free(&adadelta);
    record_refusals(trace, rng);
}

/* Noise around 0 makes a random walk, whose steps must neither die nor grow. */
static void long_run(FILE *trace, struct rng *rng)
{
    struct adadelta_config config = draw_config(rng);
    struct adadelta adadelta;
    config.rho = 0.99 + 0.005 * rng_uniform(rng);
    adadelta_init(&adadelta, 1, config);
    struct walker walker = walker_of(&adadelta);
    trace_input(trace, "rho", 1, &config.rho);
    walk_long(trace, &walker, 0, rng);
    adadelta_free(&adadelta);
}

/* Steps until d is half of g², with s at g² from the start. */
static real count_steps(struct adadelta_config config, real g)
{
    enum { MANY = 5000 };
    struct adadelta adadelta;
    real theta = 0;
    adadelta_init(&adadelta, 1, config);
    adadelta.s[0] = g * g;
    while (adadelta.t < MANY && !(adadelta.d[0] >= g * g / 2))
        adadelta_step(&adadelta, &theta, &g);
    const real steps = (real)adadelta.t;
    adadelta_free(&adadelta);
    return steps;
}

/* A steady gradient, and an ε that is not small beside its square. */
static void pace(FILE *trace, struct rng *rng)
{
    enum { PACES = 12 };
    real rho[PACES], eps[PACES], g[PACES], half[PACES], counted[PACES];
    for (size_t i = 0; i < PACES; i++) {
        struct adadelta_config config = draw_config(rng);
        config.rho = 0.5 + 0.45 * rng_uniform(rng);
        config.eps = 0.02 + rng_uniform(rng);
        rho[i] = config.rho, eps[i] = config.eps;
        g[i] = (i % 2 ? 1 : -1) * (0.3 + rng_uniform(rng));
        half[i] = adadelta_half_time(&config, g[i]);
        counted[i] = count_steps(config, g[i]);
    }
    trace_input(trace, "rho", PACES, rho);
    trace_input(trace, "eps", PACES, eps);
    trace_input(trace, "g", PACES, g);
    trace_column(trace, "half-time", PACES, half);
    trace_column(trace, "steps-until-half-way", PACES, counted);
}

/* The defaults, gradients of all sizes, no memory, no ε, and what is out of range. */
static void pace_edges(FILE *trace, struct rng *rng)
{
    static const real g[] = {1, 1e-3, 0, 1e20, -1e100, 1e101, NAN, 1, 1, 0, 1};
    enum { PACES = sizeof g / sizeof *g };
    real rho[PACES], eps[PACES], half[PACES];
    for (size_t i = 0; i < PACES; i++) {
        struct adadelta_config config = adadelta_defaults();
        rho[i] = i == 7 ? 0 : i == 10 ? 1 : config.rho;
        eps[i] = i == 8 || i == 9 ? 0 : i == 0 ? config.eps : 1e-6 + rng_uniform(rng);
        config.rho = rho[i], config.eps = eps[i];
        half[i] = adadelta_half_time(&config, g[i]);
    }
    trace_input(trace, "rho", PACES, rho);
    trace_input(trace, "eps", PACES, eps);
    trace_input(trace, "g", PACES, g);
    trace_column(trace, "half-time", PACES, half);
}

/* What every header promises of a step. */
static void contract(FILE *trace, struct rng *rng)
{
    static const char *const kept[] = {NULL};
    struct adadelta_config config = draw_config(rng);
    struct adadelta one[3];
    struct driver_method method[3];
    config.l2 = 0.3;
    for (size_t k = 0; k < 3; k++) {
        const size_t n = k < 2 ? DRIVER_N : DRIVER_LARGE;
        adadelta_init(&one[k], n, config);
        method[k] = (struct driver_method){&one[k], step, {NULL}};
    }
    driver_contract(trace, rng, method, kept);
    for (size_t k = 0; k < 3; k++)
        adadelta_free(&one[k]);
}

const struct driver_case driver_cases[] = {
    {"noise", noise}, {"valley", valley},         {"first", first},
    {"units", units}, {"rates", rates},           {"penalty", penalty},
    {"edges", edges}, {"long", long_run},         {"contract", contract},
    {"pace", pace},   {"pace-edges", pace_edges}, {NULL, NULL},
};
