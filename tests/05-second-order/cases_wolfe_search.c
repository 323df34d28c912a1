/* cases_wolfe_search.c: searches on curves with many shapes, at loose and strict
 * conditions, far and near minima, cliffs, and curves on which no step is good. Every
 * call of φ is watched. */
#include "draw.h"
#include "optim/wolfe_search.h"

enum { KINDS = 6, FIRSTS = 4, CURVES = KINDS * FIRSTS, TRIED = 12, BAD = 21 };

static const char statuses[] =
    "WOLFE_OK WOLFE_INVALID WOLFE_UPHILL WOLFE_LONGEST WOLFE_ROUNDING WOLFE_GAVE_UP";

/* A curve, and what was asked of it. */
struct curve {
    real (*value)(const struct curve *curve, real a, real *slope);
    real scale, minimum; /* of the step, and where its lowest point is */
    real step_max;
    real tried[128];
    size_t count, offences; /* evaluations: at 0, beyond step_max, or twice at one step */
};

static real evaluate(real step, real *slope, void *context)
{
    struct curve *curve = context;
    bool again = false;
    for (size_t k = 0; k < curve->count && k < 128; k++)
        again = again || curve->tried[k] == step;
    curve->offences += again || !(step > 0) || step > curve->step_max;
    if (curve->count < 128)
        curve->tried[curve->count] = step;
    curve->count++;
    const real value = curve->value(curve, step / curve->scale, slope);
    *slope /= curve->scale;
    return value;
}

/* A parabola. */
static real bowl(const struct curve *curve, real a, real *slope)
{
    *slope = a - curve->minimum;
    return (a - curve->minimum) * (a - curve->minimum) / 2;
}

/* -a / (a² + 2): a long tail beyond its minimum at √2. */
static real tail(const struct curve *curve, real a, real *slope)
{
    (void)curve;
    const real below = a * a + 2;
    *slope = (a * a - 2) / (below * below);
    return -a / below;
}

/* (a + 0.1)⁵ - 2 (a + 0.1)⁴: steep at the end, flat at the start. */
static real quintic(const struct curve *curve, real a, real *slope)
{
    (void)curve;
    const real b = a + 0.1, cube = b * b * b;
    *slope = 5 * b * cube - 8 * cube;
    return b * b * cube - 2 * b * cube;
}

/* A valley with ripples. */
static real ripples(const struct curve *curve, real a, real *slope)
{
    const real off = a - curve->minimum;
    *slope = off + 0.3 * cos(3 * a);
    return off * off / 2 + 0.1 * sin(3 * a);
}

/* √(1 + (a - c)²): nearly straight far from its minimum. */
static real hyperbola(const struct curve *curve, real a, real *slope)
{
    const real off = a - curve->minimum;
    *slope = off / sqrt(1 + off * off);
    return sqrt(1 + off * off);
}

/* The logarithmic barrier -log(3 - a) - 2 log(0.3 + a): not a number outside. */
static real barrier(const struct curve *curve, real a, real *slope)
{
    (void)curve;
    *slope = 1 / (3 - a) - 2 / (0.3 + a);
    return -log(3 - a) - 2 * log(0.3 + a);
}

static real straight(const struct curve *curve, real a, real *slope)
{
    (void)curve;
    *slope = -1;
    return -a;
}

/* The slope says down, the value goes up: a wrong gradient. */
static real liar(const struct curve *curve, real a, real *slope)
{
    (void)curve;
    *slope = -1;
    return 1 + a;
}

/* Straight down, and from 1 on infinitely high. */
static real cliff(const struct curve *curve, real a, real *slope)
{
    *slope = -1;
    return a < curve->minimum ? -a : (real)INFINITY;
}

/* Down to minus infinity, where it is not finite. */
static real abyss(const struct curve *curve, real a, real *slope)
{
    *slope = a < curve->minimum ? -1 + a / curve->minimum : -(real)INFINITY;
    return a < curve->minimum ? -a + a * a / (2 * curve->minimum) : -(real)INFINITY;
}

static struct curve curve_of(real (*value)(const struct curve *, real, real *),
                             real scale, real minimum)
{
    return (struct curve){
        .value = value, .scale = scale, .minimum = minimum, .step_max = 1e20};
}

/* What came back, and what is true at the step. */
struct found {
    real status[CURVES], step[CURVES], evaluations[CURVES], offences[CURVES];
    real value0[CURVES], slope0[CURVES], c1[CURVES], c2[CURVES], first[CURVES];
    real value[CURVES], slope[CURVES];           /* as returned */
    real true_value[CURVES], true_slope[CURVES]; /* at the returned step */
    real last[CURVES], asked[CURVES]; /* the step evaluated last, and how many were */
};

static void search(struct found *found, size_t k, struct curve *curve, real first,
                   struct wolfe_config config)
{
    found->value0[k] = curve->value(curve, 0, &found->slope0[k]);
    found->slope0[k] /= curve->scale;
    found->c1[k] = config.c1, found->c2[k] = config.c2, found->first[k] = first;
    curve->step_max = config.step_max;
    struct wolfe_result result =
        wolfe_search(evaluate, curve, found->value0[k], found->slope0[k], first, config);
    found->status[k] = result.status;
    found->step[k] = result.step;
    found->evaluations[k] = (real)result.evaluations;
    found->value[k] = result.value, found->slope[k] = result.slope;
    found->asked[k] = (real)curve->count, found->offences[k] = (real)curve->offences;
    found->last[k] =
        curve->count && curve->count <= 128 ? curve->tried[curve->count - 1] : 0;
    found->true_value[k] =
        curve->value(curve, result.step / curve->scale, &found->true_slope[k]);
    found->true_slope[k] /= curve->scale;
}

static void record(FILE *trace, size_t count, const struct found *found)
{
    trace_input(trace, "phi(0)", count, found->value0);
    trace_input(trace, "slope-at-0", count, found->slope0);
    trace_input(trace, "c1", count, found->c1);
    trace_input(trace, "c2", count, found->c2);
    trace_input(trace, "first", count, found->first);
    trace_enum(trace, "outcome", count, found->status, statuses);
    trace_column(trace, "step", count, found->step);
    trace_column(trace, "value", count, found->value);
    trace_column(trace, "slope", count, found->slope);
    trace_column(trace, "phi-at-your-step", count, found->true_value);
    trace_column(trace, "slope-at-your-step", count, found->true_slope);
    trace_column(trace, "last-step-tried", count, found->last);
    trace_column(trace, "evaluations", count, found->evaluations);
    trace_column(trace, "evaluations-counted", count, found->asked);
    trace_column(trace, "forbidden-evaluations", count, found->offences);
}

static void search_curves(FILE *trace, real c1, real c2, struct rng *rng)
{
    static real (*const kinds[KINDS])(const struct curve *, real, real *) = {
        bowl, tail, quintic, ripples, hyperbola, barrier};
    static const real firsts[FIRSTS] = {1e-3, 0.1, 1.1, 30};
    struct found found;
    struct wolfe_config config = wolfe_defaults();
    config.c1 = c1, config.c2 = c2, config.evaluations = 100;
    for (size_t k = 0; k < CURVES; k++) {
        const real scale = 0.5 + rng_uniform(rng);
        struct curve curve = curve_of(kinds[k % KINDS], scale, 1 + rng_uniform(rng));
        search(&found, k, &curve, firsts[k / KINDS], config);
    }
    record(trace, CURVES, &found);
}

static void loose(FILE *trace, struct rng *rng)
{
    search_curves(trace, 1e-4, 0.9, rng);
}

static void strict(FILE *trace, struct rng *rng)
{
    search_curves(trace, 0.01, 0.05, rng);
}

/* Decrease that asks for much, beside a slope that asks for little. */
static void steep(FILE *trace, struct rng *rng)
{
    search_curves(trace, 0.3, 0.7, rng);
}

/* Minima far beyond the first step, and far before it. */
static void far(FILE *trace, struct rng *rng)
{
    struct found found;
    struct wolfe_config config = wolfe_defaults();
    config.evaluations = 100;
    config.c2 = 0.5;
    for (size_t k = 0; k < 8; k++) {
        const real scale = pow(10, 2 * (real)k - 7);
        struct curve curve =
            curve_of(k % 2 ? hyperbola : bowl, scale, 1.5 + rng_uniform(rng));
        search(&found, k, &curve, 1, config);
    }
    record(trace, 8, &found);
}

/* Beyond the edge there is no number. */
static void cliffs(FILE *trace, struct rng *rng)
{
    struct found found;
    struct wolfe_config config = wolfe_defaults();
    config.evaluations = 100;
    for (size_t k = 0; k < 8; k++) {
        const real scale = k < 4 ? 1 : 1e-3 + 1e-3 * rng_uniform(rng);
        struct curve curve =
            curve_of(k % 2 ? abyss : barrier, scale, 2 + rng_uniform(rng));
        search(&found, k, &curve, 0.5 + 3 * (real)(k / 2), config);
    }
    record(trace, 8, &found);
}

/* No step is good: down without end, to the wall of step_max; a gradient that lies; a
 * straight cliff; too few evaluations. */
static void hopeless(FILE *trace, struct rng *rng)
{
    struct found found;
    struct wolfe_config config = wolfe_defaults();
    for (size_t k = 0; k < 8; k++) {
        struct curve curve = curve_of(k < 2   ? straight
                                      : k < 4 ? liar
                                      : k < 6 ? cliff
                                              : bowl,
                                      1, k < 6 ? 1 + rng_uniform(rng) : 50);
        config = wolfe_defaults();
        config.step_max = k < 2 ? 5 + (real)k : 1e20;
        config.evaluations = k < 6 ? 60 : k - 5;
        config.c2 = 0.1;
        search(&found, k, &curve, k == 1 ? 10 : 0.25 + rng_uniform(rng), config);
    }
    record(trace, 8, &found);
}

/* What is refused before anything is tried. */
static void refused(FILE *trace, struct rng *rng)
{
    const real inf = (real)INFINITY, nan = (real)NAN, some = 1 + rng_uniform(rng);
    real outcome[BAD], step[BAD], evaluations[BAD];
    for (size_t k = 0; k < BAD; k++) {
        struct curve curve = curve_of(bowl, 1, some);
        struct wolfe_config config = wolfe_defaults();
        real value = some * some / 2, slope = -some, first = 1;
        value = k == 0 ? nan : k == 1 ? inf : k == 20 ? -inf : value;
        slope = k == 2 ? some : k == 3 ? 0 : k == 4 ? nan : k == 5 ? -inf : slope;
        first = k == 6 ? 0 : k == 7 ? -1 : k == 8 ? nan : k == 9 ? inf : first;
        config.c1 = k == 10 ? 0 : k == 11 ? 0.95 : k == 16 ? nan : config.c1;
        config.c2 = k == 12 ? 1 : k == 17 ? nan : config.c2;
        config.step_max = k == 13   ? 0
                          : k == 14 ? nan
                          : k == 18 ? inf
                          : k == 19 ? -1
                                    : config.step_max;
        config.evaluations = k == 15 ? 0 : config.evaluations;
        if (k == 13)
            slope = some; /* two things are wrong */
        struct wolfe_result result =
            wolfe_search(evaluate, &curve, value, slope, first, config);
        outcome[k] = result.status, step[k] = result.step;
        evaluations[k] = (real)(result.evaluations + curve.count);
    }
    trace_enum(trace, "outcome-of-what-is-refused", BAD, outcome, statuses);
    trace_column(trace, "step-of-what-is-refused", BAD, step);
    trace_column(trace, "evaluations-of-what-is-refused", BAD, evaluations);
    struct curve curve = curve_of(bowl, 1, some);
    trace_number(
        trace, "step-where-the-first-leads-to-the-minimum",
        wolfe_search(evaluate, &curve, some * some / 2, -some, some, wolfe_defaults())
            .step);
}

/* For the plot: the steps of one search, the last of them to the end; and memory. */
static void tried(FILE *trace, struct rng *rng)
{
    struct curve curve = curve_of(ripples, 1, 8 + rng_uniform(rng));
    struct wolfe_config config = wolfe_defaults();
    real t[TRIED], step[TRIED], slope;
    config.c2 = 0.05;
    const real value = curve.value(&curve, 0, &slope);
    const size_t before = driver_allocations();
    struct wolfe_result result =
        wolfe_search(evaluate, &curve, value, slope, 0.1, config);
    const size_t allocated = driver_allocations() - before;
    for (size_t k = 0; k < TRIED; k++)
        step[k] = k < curve.count && curve.count <= 128 ? curve.tried[k] : result.step;
    count_up(TRIED, t);
    trace_input(trace, "t", TRIED, t);
    trace_column(trace, "step", TRIED, step);
    trace_number(trace, "allocations-in-the-call", (double)allocated);
}

const struct driver_case driver_cases[] = {
    {"loose", loose},     {"strict", strict}, {"steep", steep},
    {"far", far},         {"cliffs", cliffs}, {"hopeless", hopeless},
    {"refused", refused}, {"tried", tried},   {NULL, NULL},
};
