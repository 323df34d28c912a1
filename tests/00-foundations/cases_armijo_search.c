/* cases_armijo_search.c: searches on functions with many shapes, along -g and along other
 * directions; edges beyond which there is no number; hopeless ones; bad arguments. */
#include "draw.h"
#include "optim/armijo_search.h"

enum { N = 3, SEARCHES = 12, EDGES = 6, BAD = 20, TRIED = 8, LARGE = 100000 };

static const char statuses[] = "ARMIJO_OK ARMIJO_INVALID ARMIJO_UPHILL ARMIJO_GAVE_UP";

/* Σ w_i θ_i⁴: no step suits all distances. */
static real quartic(size_t n, const real *theta, real *g, void *context)
{
    const real *w = context;
    real sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += w[i] * theta[i] * theta[i] * theta[i] * theta[i];
        if (g)
            g[i] = 4 * w[i] * theta[i] * theta[i] * theta[i];
    }
    return sum;
}

static real bowl(size_t n, const real *theta, real *g, void *context)
{
    const real *w = context;
    real sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += w[i] * theta[i] * theta[i] / 2;
        if (g)
            g[i] = w[i] * theta[i];
    }
    return sum;
}

/* -Σ log(w_i - θ_i) - θ_i: not a number beyond w. */
static real barrier(size_t n, const real *theta, real *g, void *context)
{
    const real *w = context;
    real sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += -log(w[i] - theta[i]) - 3 * theta[i];
        if (g)
            g[i] = 1 / (w[i] - theta[i]) - 3;
    }
    return sum;
}

/* The value rises wherever the gradient says that it falls. */
static real liar(size_t n, const real *theta, real *g, void *context)
{
    const real value = -bowl(n, theta, g, context);
    return value;
}

/* -Σ θ_i, which is infinite, and low, beyond w. */
static real abyss(size_t n, const real *theta, real *g, void *context)
{
    const real *w = context;
    real sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum -= theta[i] < w[i] ? theta[i] : (real)INFINITY;
        if (g)
            g[i] = -1;
    }
    return sum;
}

/* What was asked, what came back, and what is true there. */
struct found {
    real value[SEARCHES], slope[SEARCHES], first[SEARCHES], status[SEARCHES],
        step[SEARCHES], low[SEARCHES], asked[SEARCHES], counted[SEARCHES],
        there[SEARCHES], longer[SEARCHES], trial[SEARCHES * N];
};

static void search(struct found *found, size_t k, objective_fn *f, void *context,
                   const real *theta, const real *d, real first,
                   struct armijo_config config)
{
    real g[N], trial[N];
    struct watched w = {.f = f, .context = context};
    found->value[k] = f(N, theta, g, context);
    found->slope[k] = 0;
    for (size_t i = 0; i < N; i++)
        found->slope[k] += g[i] * d[i];
    const struct armijo_result r = armijo_search(
        N, watched_value, &w, theta, found->value[k], g, d, first, config, trial);
    found->first[k] = first, found->status[k] = r.status, found->step[k] = r.step;
    found->low[k] = r.value, found->asked[k] = (real)r.evaluations;
    found->counted[k] = (real)(w.evaluations + 1000 * w.gradients);
    memcpy(found->trial + k * N, trial, sizeof trial);
    for (size_t longer = 0; longer < 2; longer++) {
        const real a = longer ? r.step / config.shrink : r.step;
        for (size_t i = 0; i < N; i++)
            trial[i] = theta[i] + a * d[i];
        (longer ? found->longer : found->there)[k] = f(N, trial, NULL, context);
    }
}

static void record(FILE *trace, size_t count, const struct found *found)
{
    trace_input(trace, "value", count, found->value);
    trace_input(trace, "slope", count, found->slope);
    trace_input(trace, "first", count, found->first);
    trace_enum(trace, "outcome", count, found->status, statuses);
    trace_column(trace, "step", count, found->step);
    trace_column(trace, "value-found", count, found->low);
    trace_column(trace, "evaluations", count, found->asked);
    trace_column(trace, "evaluations-counted", count, found->counted);
    trace_matrix(trace, "trial", count, N, found->trial);
}

/* Bowls and quartics, steps from far too short to far too long; then along a direction
 * that is not -g. */
static void search_many(FILE *trace, struct rng *rng, bool turned,
                        struct armijo_config config)
{
    struct found found;
    for (size_t k = 0; k < SEARCHES; k++) {
        objective_fn *f = k % 2 ? quartic : bowl;
        real w[N], theta[N], g[N], d[N];
        for (size_t i = 0; i < N; i++) {
            w[i] = draw_between(0.5, 4, rng);
            theta[i] = draw_between(0.5, 2, rng) * (i ? 1 : -1);
        }
        f(N, theta, g, w);
        for (size_t i = 0; i < N; i++)
            d[i] = -g[i] * (turned ? draw_between(0.05, 1, rng) : 1);
        search(&found, k, f, w, theta, d, pow(10, (real)(k / 2) - 2), config);
    }
    record(trace, SEARCHES, &found);
    trace_column(trace, "f-at-your-step", SEARCHES, found.there);
    trace_column(trace, "f-at-the-step-before", SEARCHES, found.longer);
}

static void plain(FILE *trace, struct rng *rng)
{
    search_many(trace, rng, false, armijo_defaults());
}

static void turned(FILE *trace, struct rng *rng)
{
    search_many(trace, rng, true, armijo_defaults());
}

/* From θ to 0, where θ²/2 has fallen by exactly half of what the slope promises; θ is a
 * power of two, so that nothing is rounded. */
static void just_enough(FILE *trace, struct rng *rng)
{
    struct armijo_config config = armijo_defaults();
    const real w = 1, theta = ldexp(1, (int)rng_below(rng, 9) - 4), d = -theta;
    real trial;
    config.c = 0.5;
    const struct armijo_result r = armijo_search(
        1, bowl, (void *)&w, &theta, theta * theta / 2, &theta, &d, 1, config, &trial);
    trace_number(trace, "step-that-is-just-good-enough", r.step);
}

/* A large share of the decrease, and small reductions. */
static void demanding(FILE *trace, struct rng *rng)
{
    struct armijo_config config = armijo_defaults();
    config.c = 0.45, config.shrink = 0.8, config.evaluations = 100;
    search_many(trace, rng, false, config);
    just_enough(trace, rng);
}

static void edges(FILE *trace, struct rng *rng)
{
    struct found found;
    for (size_t k = 0; k < EDGES; k++) {
        const real theta[N] = {0, 0, 0};
        real w[N], d[N];
        for (size_t i = 0; i < N; i++) {
            w[i] = draw_between(0.5, 1.5, rng);
            d[i] = draw_between(0.5, 1, rng);
        }
        search(&found, k, k % 2 ? abyss : barrier, w, theta, d, 5 + (real)k,
               armijo_defaults());
    }
    record(trace, EDGES, &found);
}

/* No step is good enough, or would be only after too many; and uphill. */
static void hopeless(FILE *trace, struct rng *rng)
{
    struct found found;
    for (size_t k = 0; k < EDGES; k++) {
        struct armijo_config config = armijo_defaults();
        real w[N], theta[N], g[N], d[N];
        for (size_t i = 0; i < N; i++) {
            w[i] = draw_between(0.5, 1.5, rng);
            theta[i] = draw_between(1, 2, rng);
        }
        objective_fn *f = k < 2 ? liar : bowl;
        f(N, theta, g, w);
        for (size_t i = 0; i < N; i++)
            d[i] = k == 4 ? g[i] : k == 5 ? 0 : -g[i];
        config.evaluations = k == 0 ? 1 : k == 1 ? 40 : k == 2 ? 3 : 4;
        search(&found, k, f, w, theta, d, k == 3 ? 8 * 0.6 : 1e3, config);
    }
    record(trace, EDGES, &found);
}

static void bad(FILE *trace, struct rng *rng)
{
    const real nan = (real)NAN, inf = (real)INFINITY, some = draw_between(1, 2, rng);
    real outcome[BAD], step[BAD], calls[BAD], trials[BAD];
    for (size_t k = 0; k < BAD; k++) {
        struct armijo_config config = armijo_defaults();
        real w = 1, theta = some, g = some, d = -some, value = some * some / 2, first = 1;
        real trial = 7;
        struct watched watched = {.f = bowl, .context = &w};
        value = k == 0 ? nan : k == 1 ? inf : k == 2 ? -inf : value;
        g = k == 3 ? nan : k == 4 ? inf : g;
        d = k == 5 ? nan : k == 6 ? -inf : k == 18 || k == 19 ? some : d;
        first = k == 7 ? 0 : k == 8 ? -1 : k == 9 ? nan : k == 10 ? inf : first;
        config.c = k == 11 ? 0 : k == 12 ? 1 : k == 13 ? nan : config.c;
        config.shrink = k == 14              ? 0
                        : k == 15 || k == 19 ? 1
                        : k == 16            ? nan
                                             : config.shrink;
        config.evaluations = k == 17 ? 0 : config.evaluations;
        const struct armijo_result r = armijo_search(
            1, watched_value, &watched, &theta, value, &g, &d, first, config, &trial);
        outcome[k] = r.status, step[k] = r.step;
        calls[k] = (real)(r.evaluations + watched.evaluations), trials[k] = trial;
    }
    trace_enum(trace, "outcome-of-what-is-refused", BAD, outcome, statuses);
    trace_column(trace, "step-of-what-is-refused", BAD, step);
    trace_column(trace, "calls-of-what-is-refused", BAD, calls);
    trace_column(trace, "trial-of-what-is-refused", BAD, trials);
    trace_input(trace, "theta", 1, &some);
    const struct armijo_result none =
        armijo_search(0, bowl, NULL, NULL, some, NULL, NULL, 1, armijo_defaults(), NULL);
    const real outcome_of_none = none.status;
    trace_enum(trace, "outcome-of-0-parameters", 1, &outcome_of_none, statuses);
    trace_number(trace, "value-of-0-parameters", none.value);
}

/* For the plot: every step that is tried. */
static void halving(FILE *trace, struct rng *rng)
{
    real t[TRIED], tried[TRIED], trial = 0;
    real w = 1, theta = draw_between(1.5, 2, rng), g, value = quartic(1, &theta, &g, &w);
    const real d = -g, first = draw_between(0.7, 1.3, rng);
    struct watched watched = {.f = quartic, .context = &w};
    const struct armijo_result r =
        armijo_search(1, watched_value, &watched, &theta, value, &g, &d, first,
                      armijo_defaults(), &trial);
    for (size_t k = 0; k < TRIED; k++)
        tried[k] = k < watched.evaluations ? (watched.first[k] - theta) / d : r.step;
    count_up(TRIED, t);
    trace_input(trace, "t", TRIED, t);
    trace_input(trace, "first-step", 1, &first);
    trace_column(trace, "tried", TRIED, tried);
}

static void contract(FILE *trace, struct rng *rng)
{
    real *input[4], *copy[4];
    for (size_t k = 0; k < 4; k++) {
        input[k] = allocate(LARGE);
        copy[k] = allocate(LARGE);
        for (size_t i = 0; i < LARGE; i++)
            input[k][i] = draw_between(0.5, 1.5, rng);
    }
    real *w = input[0], *theta = input[1], *g = input[2], *d = input[3];
    real *trial = allocate(LARGE);
    const real value = bowl(LARGE, theta, g, w);
    for (size_t i = 0; i < LARGE; i++)
        d[i] = -g[i];
    for (size_t k = 0; k < 4; k++)
        memcpy(copy[k], input[k], LARGE * sizeof(real));
    const size_t allocations = driver_allocations();
    const struct armijo_result r =
        armijo_search(LARGE, bowl, w, theta, value, g, d, 16, armijo_defaults(), trial);
    trace_number(trace, "allocations-in-the-call",
                 (double)(driver_allocations() - allocations));
    size_t overwritten = 0;
    for (size_t k = 0; k < 4; k++) {
        overwritten += driver_overwritten(LARGE, input[k], copy[k]);
        free(input[k]);
        free(copy[k]);
    }
    trace_number(trace, "numbers-of-the-inputs-overwritten", (double)overwritten);
    trace_number(trace, "step-with-100000-parameters", r.step);
    trace_number(trace, "value-with-100000-parameters", r.value);
    free(trial);
}

const struct driver_case driver_cases[] = {
    {"plain", plain},     {"turned", turned},     {"demanding", demanding},
    {"edges", edges},     {"hopeless", hopeless}, {"bad", bad},
    {"halving", halving}, {"contract", contract}, {NULL, NULL},
};
