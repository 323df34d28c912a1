/* cases_perturbed.c: a saddle that is left, a minimum that is recognized, a slope on
 * which nothing is pushed, a plateau on which pushes have to wait; settings at their
 * limits; what is not finite; two descents in turn. */
#include "draw.h"
#include "optim/perturbed.h"

enum { STEPS = 160, SHORT = 24, LIMITS = 8, LARGE = 100000 };

static const char statuses[] = "PERTURBED_RUNNING PERTURBED_ARRIVED PERTURBED_INVALID";

/* Uniform in the ball: a direction, and a length whose power n is uniform. */
static void ball(size_t n, real radius, real *noise, void *context)
{
    struct rng *rng = context;
    real squares = 0;
    for (size_t i = 0; i < n; i++) {
        noise[i] = rng_normal(rng);
        squares += noise[i] * noise[i];
    }
    const real length = radius * pow(rng_uniform(rng), 1 / (real)(n ? n : 1));
    for (size_t i = 0; i < n; i++)
        noise[i] *= length / sqrt(squares);
}

/* x⁴/4 - a x²/2 + b Σ y²/2: a saddle at 0, minima where x² = a. */
struct pass {
    real a, b;
};

static real mountain_pass(size_t n, const real *theta, real *g, void *context)
{
    const struct pass *p = context;
    const real x = theta[0];
    real sum = x * x * (x * x / 4 - p->a / 2);
    if (g)
        g[0] = x * (x * x - p->a);
    for (size_t i = 1; i < n; i++) {
        sum += p->b * theta[i] * theta[i] / 2;
        if (g)
            g[i] = p->b * theta[i];
    }
    return sum;
}

static struct pass draw_pass(struct rng *rng)
{
    return (struct pass){draw_between(1, 1.5, rng), draw_between(1, 1.5, rng)};
}

/* What is recorded of each step. */
struct walk {
    real t[STEPS], value[STEPS], status[STEPS], noises[STEPS], since[STEPS],
        theta[STEPS * 2];
};

static void take(struct walk *walk, size_t k, struct perturbed *p)
{
    walk->status[k] = perturbed_step(p);
    walk->value[k] = p->f(p->n, p->theta, NULL, p->context);
    walk->noises[k] = (real)p->noises;
    walk->since[k] = (real)p->since;
    memcpy(walk->theta + 2 * k, p->theta, 2 * sizeof(real));
}

static void record(FILE *trace, size_t count, struct walk *walk)
{
    count_up(count, walk->t);
    trace_input(trace, "t", count, walk->t);
    trace_enum(trace, "outcome", count, walk->status, statuses);
    trace_column(trace, "value", count, walk->value);
    trace_column(trace, "noises", count, walk->noises);
    trace_column(trace, "since", count, walk->since);
    trace_matrix(trace, "theta", count, 2, walk->theta);
}

static struct perturbed prepare(size_t n, objective_fn *f, void *context, real *theta,
                                struct rng *rng, struct perturbed_config config)
{
    struct perturbed p;
    if (perturbed_init(&p, n, f, context, ball, rng, theta, config))
        abort();
    return p;
}

static void saddle(FILE *trace, struct rng *rng)
{
    static struct walk walk;
    struct pass pass = draw_pass(rng);
    struct perturbed_config config = {
        .lr = 0.2, .flat = 1e-3, .radius = 0.05, .drop = 1e-3, .wait = 40};
    real theta[2] = {0, 0};
    struct perturbed p = prepare(2, mountain_pass, &pass, theta, rng, config);
    for (size_t k = 0; k < STEPS; k++)
        take(&walk, k, &p);
    record(trace, STEPS, &walk);
    trace_input(trace, "a", 1, &pass.a);
    perturbed_free(&p);
}

/* At the minimum: pushed, judged, taken back; and then nothing any more. */
static void minimum(FILE *trace, struct rng *rng)
{
    static struct walk walk;
    struct pass pass = draw_pass(rng);
    struct perturbed_config config = {
        .lr = 0.2, .flat = 1e-3, .radius = 0.05, .drop = 1e-5, .wait = 9};
    real theta[2] = {sqrt(pass.a), 1e-5};
    struct perturbed p = prepare(2, mountain_pass, &pass, theta, rng, config);
    for (size_t k = 0; k < SHORT; k++)
        take(&walk, k, &p);
    record(trace, SHORT, &walk);
    trace_number(trace, "steps-counted", (double)p.t);
    trace_number(trace, "value-before-the-push", p.before);
    perturbed_free(&p);
}

/* Slopes as steep as is still flat, a little steeper and much: in one component, or in
 * two of which neither is. */
static real incline(size_t n, const real *theta, real *g, void *context)
{
    const real *slope = context;
    real sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += slope[i] * theta[i];
        if (g)
            g[i] = slope[i];
    }
    return sum;
}

static void slopes(FILE *trace, struct rng *rng)
{
    real noises[6][SHORT], theta[6][2], since[6];
    for (size_t k = 0; k < 6; k++) {
        const real flat = 0x1p-4;
        real slope[2] = {flat * 3 / 5, flat * 4 / 5};
        slope[0] = k == 0   ? flat
                   : k == 1 ? 1.0001 * flat
                   : k == 2 ? 0.9 * flat
                            : slope[0];
        slope[0] = k == 5 ? 0.9 : slope[0];
        slope[1] = k < 2 ? 0 : k == 2 ? -0.9 * flat : slope[1] * (k == 3 ? 0.999 : 1.001);
        struct perturbed_config config = {
            .lr = 0.5, .flat = flat, .radius = 0.05, .drop = 1e-9, .wait = 5};
        theta[k][0] = theta[k][1] = rng_normal(rng);
        struct perturbed p = prepare(2, incline, slope, theta[k], rng, config);
        for (size_t t = 0; t < SHORT; t++) {
            perturbed_step(&p);
            noises[k][t] = (real)p.noises;
        }
        since[k] = (real)p.since;
        perturbed_free(&p);
    }
    trace_matrix(trace, "noises-on-slopes", 6, SHORT, noises[0]);
    trace_column(trace, "since-on-slopes", 6, since);
    trace_matrix(trace, "theta-on-slopes", 6, 2, theta[0]);
}

/* A gain of exactly `drop`, in numbers without rounding. */
static void just_enough(FILE *trace, struct rng *rng)
{
    real slope = 0.125, theta = 8 + (real)rng_below(rng, 8);
    struct perturbed_config config = {
        .lr = 0.5, .flat = 1, .radius = 0, .wait = 1 + (size_t)rng_below(rng, 8)};
    config.drop = (real)config.wait * config.lr * slope * slope;
    struct perturbed p = prepare(1, incline, &slope, &theta, rng, config);
    for (size_t t = 0; t < SHORT; t++)
        perturbed_step(&p);
    const real outcome = p.status;
    trace_enum(trace, "outcome-of-a-gain-that-is-just-enough", 1, &outcome, statuses);
    trace_number(trace, "theta-after-it", theta);
    perturbed_free(&p);
}

/* On a slope the gain of `wait` steps is known; an escape must gain `drop`. */
static void gains(FILE *trace, struct rng *rng)
{
    real outcome[LIMITS], counted[LIMITS], theta[LIMITS][1];
    for (size_t k = 0; k < LIMITS; k++) {
        real slope = 0.125 * draw_between(1, 1.5, rng);
        struct perturbed_config config = {
            .lr = 0.5, .flat = 1, .radius = 0, .wait = 1 + k / 2};
        const real gain = (real)config.wait * config.lr * slope * slope;
        config.drop = gain * (k % 2 ? 1.01 : 0.99);
        theta[k][0] = draw_between(1, 2, rng);
        struct perturbed p = prepare(1, incline, &slope, theta[k], rng, config);
        for (size_t t = 0; t < SHORT; t++)
            perturbed_step(&p);
        outcome[k] = p.status, counted[k] = (real)p.t;
        perturbed_free(&p);
    }
    trace_enum(trace, "outcome", LIMITS, outcome, statuses);
    trace_column(trace, "steps-counted", LIMITS, counted);
    trace_matrix(trace, "theta", LIMITS, 1, theta[0]);
    just_enough(trace, rng);
}

/* NaN from an edge on; and where it is the gradient that is not finite. */
static real cliff(size_t n, const real *theta, real *g, void *context)
{
    const real *edge = context;
    real sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += theta[i] * theta[i] / 2;
        if (g)
            g[i] = fabs(theta[0]) > edge[0] ? (real)INFINITY : theta[i];
    }
    return fabs(theta[0]) > edge[1] ? (real)NAN : sum;
}

static void bad(FILE *trace, struct rng *rng)
{
    real outcome[4], counted[4], noises[4], theta[4][2], evaluations[4];
    for (size_t k = 0; k < 4; k++) {
        const real inf = (real)INFINITY;
        real edge[2] = {k == 1   ? 0.5
                        : k == 3 ? 1e-9
                                 : inf,
                        k == 0   ? 0.5
                        : k == 2 ? 1e-9
                                 : inf};
        struct watched w = {.f = cliff, .context = edge};
        struct perturbed_config config = perturbed_defaults();
        theta[k][0] = k < 2 ? 1 : 0;
        theta[k][1] = k < 2 ? draw_between(0.4, 0.6, rng) : 1e-4;
        struct perturbed p = prepare(2, watched_value, &w, theta[k], rng, config);
        for (size_t t = 0; t < 5; t++)
            perturbed_step(&p);
        outcome[k] = p.status, counted[k] = (real)p.t, noises[k] = (real)p.noises;
        evaluations[k] = (real)w.evaluations;
        perturbed_free(&p);
    }
    trace_enum(trace, "outcome", 4, outcome, statuses);
    trace_column(trace, "steps-counted", 4, counted);
    trace_column(trace, "noises", 4, noises);
    trace_column(trace, "evaluations", 4, evaluations);
    trace_matrix(trace, "theta", 4, 2, theta[0]);
}

/* Two that take turns; memory; 0 and 100,000 parameters. */
static void contract(FILE *trace, struct rng *rng)
{
    struct pass pass = draw_pass(rng);
    struct rng source[2] = {rng_seed(1), rng_seed(1)};
    real theta[2][2] = {{0, 0}, {0, 0}}, alone[2];
    struct perturbed p[2];
    for (size_t k = 0; k < 2; k++)
        p[k] =
            prepare(2, mountain_pass, &pass, theta[k], &source[k], perturbed_defaults());
    for (size_t t = 0; t < 30; t++)
        perturbed_step(&p[0]);
    memcpy(alone, theta[0], sizeof alone);
    for (size_t t = 0; t < 30; t++) {
        perturbed_step(&p[0]);
        perturbed_step(&p[1]);
    }
    trace_number(trace, "numbers-that-differ-in-turns",
                 (double)driver_overwritten(2, theta[1], alone));
    trace_column(trace, "theta-of-two-in-turns", 2, theta[0]);
    real *large = allocate(LARGE);
    struct perturbed huge =
        prepare(LARGE, mountain_pass, &pass, large, rng, perturbed_defaults());
    const size_t allocations = driver_allocations();
    perturbed_step(&huge);
    perturbed_step(&huge);
    trace_number(trace, "allocations-in-steps",
                 (double)(driver_allocations() - allocations));
    trace_column(trace, "theta-of-100000-parameters", LARGE, large);
    real slope = 0;
    struct perturbed none = prepare(0, incline, &slope, NULL, rng, perturbed_defaults());
    perturbed_step(&none);
    trace_number(trace, "noises-of-0-parameters", (double)none.noises);
    perturbed_free(&p[0]);
    perturbed_free(&p[1]);
    perturbed_free(&huge);
    perturbed_free(&none);
    free(large);
}

const struct driver_case driver_cases[] = {
    {"saddle", saddle}, {"minimum", minimum},   {"slopes", slopes}, {"gains", gains},
    {"bad", bad},       {"contract", contract}, {NULL, NULL},
};
