/* cases_gradient_check.c: steps for coordinates of all sizes; right gradients and wrong
 * ones; functions whose rounding hides a gradient; what is not finite; what a call may
 * not do. */
#include "draw.h"
#include "optim/gradient_check.h"

enum { SIZES = 8, N = 5, LINES = 20, PLANTED = 6, BAD = 9, LARGE = 1500 };

/* θ and scale of the direct calls, the last ones outside their ranges. */
static void steps(FILE *trace, struct rng *rng)
{
    const real some = 1 + rng_uniform(rng), nan = (real)NAN, inf = (real)INFINITY;
    const real theta[] = {0,   some, -some, 1e-9, -3e6, 1e200, 0, 0, 1e-40,
                          nan, inf,  -inf,  1,    1,    1,     1, 1, 1};
    const real scale[] = {1, 1, 1, some, 1,  1e-30, 1e30, 1e-30, 1e-12,
                          1, 1, 1, 0,    -1, nan,   inf,  9e-31, 1.1e30};
    enum { COUNT = sizeof theta / sizeof *theta };
    real step[COUNT];
    for (size_t k = 0; k < COUNT; k++)
        step[k] = difference_step(theta[k], scale[k]);
    trace_input(trace, "theta", COUNT, theta);
    trace_input(trace, "scale", COUNT, scale);
    trace_column(trace, "step", COUNT, step);
}

/* Σ cos(θ_i/s_i), and how far from θ it was evaluated in each coordinate. */
struct waves {
    const real *center, *unit;
    real right[SIZES], left[SIZES];
};

static real waves(size_t n, const real *theta, real *g, void *context)
{
    struct waves *w = context;
    real sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += cos(theta[i] / w->unit[i]);
        w->right[i] = fmax(w->right[i], theta[i] - w->center[i]);
        w->left[i] = fmax(w->left[i], w->center[i] - theta[i]);
        if (g)
            g[i] = -sin(theta[i] / w->unit[i]) / w->unit[i];
    }
    return sum;
}

static void sizes(FILE *trace, struct rng *rng)
{
    real theta[SIZES], center[SIZES], unit[SIZES], g[SIZES], d[SIZES], i[SIZES];
    for (size_t k = 0; k < SIZES; k++) {
        unit[k] = pow(10, 2 * (real)k - 7);
        center[k] = theta[k] = unit[k] * draw_between(0.6, 1.4, rng);
    }
    struct waves w = {.center = center, .unit = unit};
    struct gradient_check found;
    gradient_check(SIZES, waves, &w, theta, 1e-8, g, d, &found);
    count_up(SIZES, i);
    trace_input(trace, "i", SIZES, i);
    trace_input(trace, "theta", SIZES, center);
    trace_column(trace, "step", SIZES, w.right);
    trace_column(trace, "step-to-the-left", SIZES, w.left);
    trace_column(trace, "d", SIZES, d);
    trace_column(trace, "g", SIZES, g);
}

static real identity(size_t n, const real *theta, real *g, void *context)
{
    (void)context;
    if (g && n)
        *g = 1;
    return n ? *theta : 0;
}

static void line(FILE *trace, struct rng *rng)
{
    real theta[LINES], d[LINES], g;
    struct gradient_check found;
    for (size_t k = 0; k < LINES; k++) {
        theta[k] = draw_between(0.1, 3, rng);
        gradient_check(1, identity, NULL, &theta[k], 1, &g, &d[k], &found);
    }
    trace_input(trace, "theta", LINES, theta);
    trace_column(trace, "d-of-a-straight-line", LINES, d);
}

static void right(FILE *trace, struct rng *rng)
{
    real theta[N], g[N], d[N];
    struct gradient_check found;
    draw_vector(N, theta, rng);
    const enum descent_status status =
        gradient_check(N, chain, NULL, theta, 1, g, d, &found);
    trace_input(trace, "theta", N, theta);
    trace_column(trace, "d", N, d);
    trace_column(trace, "g", N, g);
    trace_number(trace, "error-of-a-right-gradient", found.error);
    trace_number(trace, "status", status);
}

/* Weighted cosines; the gradient of one coordinate is wrong by a factor, and those of the
 * others by a ten-thousandth. */
struct planted {
    real weight[N];
    size_t where;
    real factor;
};

static real planted(size_t n, const real *theta, real *g, void *context)
{
    const struct planted *p = context;
    real sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += p->weight[i] * cos(theta[i]);
        if (g)
            g[i] = -p->weight[i] * sin(theta[i]) * (i == p->where ? p->factor : 1.0001);
    }
    return sum;
}

/* The wrong coordinate has a large gradient, or one of a ten-thousandth of the others;
 * too large, too small, of the other sign, or 0. */
static void wrong(FILE *trace, struct rng *rng)
{
    static const real factors[PLANTED] = {1.01, 0.99, -1, 0, 1.5, 1.05};
    real factor[PLANTED], coordinate[PLANTED], worst[PLANTED], error[PLANTED];
    for (size_t k = 0; k < PLANTED; k++) {
        real theta[N], g[N], d[N];
        struct gradient_check found;
        struct planted p = {.where = (size_t)rng_below(rng, N), .factor = factors[k]};
        for (size_t i = 0; i < N; i++) {
            theta[i] = draw_between(0.5, 1.5, rng);
            p.weight[i] = draw_between(1, 2, rng) * (k > 3 && i == p.where ? 1e-4 : 1);
        }
        gradient_check(N, planted, &p, theta, 1, g, d, &found);
        factor[k] = p.factor, coordinate[k] = (real)p.where;
        worst[k] = (real)found.worst, error[k] = found.error;
    }
    trace_input(trace, "factor-of-the-wrong-coordinate", PLANTED, factor);
    trace_input(trace, "wrong-coordinate", PLANTED, coordinate);
    trace_column(trace, "worst", PLANTED, worst);
    trace_column(trace, "error", PLANTED, error);
}

/* 10^8 + θ, or θ - 10^8: of the values, eight digits are left for the difference. And a
 * constant. */
struct lift {
    real slope, height;
};

static real lifted(size_t n, const real *theta, real *g, void *context)
{
    const struct lift *lift = context;
    real sum = lift->height;
    for (size_t i = 0; i < n; i++) {
        sum += lift->slope * theta[i];
        if (g)
            g[i] = lift->slope;
    }
    return sum;
}

static void noise(FILE *trace, struct rng *rng)
{
    real error[4 * N], worst[4 * N], back[4 * N], g[2], d[2];
    for (size_t k = 0; k < 4 * N; k++) {
        struct lift lift = {k % 4 == 3 ? 0 : 1, k % 4 == 2 ? -1e8 : 1e8};
        real theta[2] = {draw_between(0.2, 1, rng), draw_between(-1, 1, rng)};
        struct gradient_check found;
        gradient_check(2, lifted, &lift, theta, 1, g, d, &found);
        error[k] = found.error, worst[k] = (real)found.worst;
        back[k] = theta[0];
    }
    trace_rough(trace, "error-that-rounding-explains", 4 * N, error);
    trace_rough(trace, "worst-where-there-is-no-error", 4 * N, worst);
    trace_column(trace, "theta-that-came-back", 4 * N, back);
}

/* √ of what is above an edge in coordinate 1: NaN beyond it. */
static real edge(size_t n, const real *theta, real *g, void *context)
{
    real sum = sqrt(theta[1] - *(const real *)context);
    for (size_t i = 0; i < n; i++) {
        sum += theta[i] * theta[i];
        if (g)
            g[i] = 2 * theta[i] + (i == 1 ? 0.5 / sqrt(theta[1] - 0.5) : 0);
    }
    return sum;
}

static real nan_gradient(size_t n, const real *theta, real *g, void *context)
{
    const real value = chain(n, theta, g, context);
    if (g)
        g[n - 1] = (real)NAN;
    return value;
}

static void bad(FILE *trace, struct rng *rng)
{
    const real nan = (real)NAN, inf = (real)INFINITY, some = draw_between(0.6, 0.9, rng);
    real status[BAD], error[BAD], worst[BAD], asked[BAD], d[BAD][3];
    const real close = some - 1e-7;
    for (size_t k = 0; k < BAD; k++) {
        real theta[3] = {0.3, some, -0.2}, g[3] = {0, 0, 0};
        struct watched w = {.f = k == 6   ? constant_nan
                                 : k == 7 ? nan_gradient
                                 : k == 8 ? edge
                                          : chain,
                            .context = (void *)&close};
        const real scale = k == 0 ? 0 : k == 1 ? -1 : k == 2 ? nan : 1;
        theta[2] = k == 3 ? nan : k == 4 ? -inf : k == 2 ? nan : theta[2];
        struct gradient_check found = {.error = 7, .worst = 7};
        status[k] = gradient_check(3, watched_value, &w, theta, k == 5 ? inf : scale, g,
                                   d[k], &found);
        error[k] = found.error, worst[k] = (real)found.worst;
        asked[k] = (real)w.evaluations;
    }
    trace_column(trace, "status", BAD, status);
    trace_column(trace, "error", BAD, error);
    trace_column(trace, "worst", BAD, worst);
    trace_column(trace, "evaluations", BAD, asked);
    trace_matrix(trace, "d", BAD, 3, d[0]);
    real theta[3] = {0.3, some, -0.2}, g[3] = {0, 0, 0};
    struct gradient_check found;
    gradient_check(3, chain, NULL, theta, 1, g, d[0], &found);
    trace_column(trace, "d-of-good-numbers", 3, d[0]);
}

static void contract(FILE *trace, struct rng *rng)
{
    real *theta = allocate(LARGE), *before = allocate(LARGE), *g = allocate(LARGE),
         *d = allocate(LARGE);
    struct watched w = {.f = chain};
    struct gradient_check found = {.error = 7, .worst = 7};
    draw_vector(LARGE, theta, rng);
    memcpy(before, theta, LARGE * sizeof *theta);
    const size_t allocations = driver_allocations();
    gradient_check(LARGE, watched_value, &w, theta, 1, g, d, &found);
    trace_number(trace, "allocations-in-the-call",
                 (double)(driver_allocations() - allocations));
    trace_number(trace, "parameters-that-are-not-as-before",
                 (double)driver_overwritten(LARGE, theta, before));
    trace_number(trace, "evaluations", (double)w.evaluations);
    trace_number(trace, "evaluations-with-the-gradient", (double)w.gradients);
    trace_column(trace, "d-of-1500-parameters", LARGE, d);
    trace_number(trace, "status-of-0-parameters",
                 gradient_check(0, identity, NULL, theta, 1, g, d, &found));
    trace_number(trace, "error-of-0-parameters", found.error);
    trace_number(trace, "worst-of-0-parameters", (double)found.worst);
    free(theta);
    free(before);
    free(g);
    free(d);
}

const struct driver_case driver_cases[] = {
    {"steps", steps}, {"sizes", sizes},       {"line", line},
    {"right", right}, {"wrong", wrong},       {"noise", noise},
    {"bad", bad},     {"contract", contract}, {NULL, NULL},
};
