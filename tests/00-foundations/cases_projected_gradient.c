/* cases_projected_gradient.c: projections onto simplices of many sizes, of points inside,
 * outside, tied, far away; pairs of points; steps on the simplex and on a box, to the
 * minimum; what is refused. */
#include "draw.h"
#include "optim/projected_gradient.h"

enum { N = 7, SETS = 6, CORNERS = 8, STEPS = 60, BAD = 10, LARGE = 100000 };

static void outside(FILE *trace, struct rng *rng)
{
    real y[SETS][N], x[SETS][N], total[SETS];
    for (size_t k = 0; k < SETS; k++) {
        total[k] = pow(10, (real)k / 2 - 1) * draw_between(1, 2, rng);
        draw_vector(N, y[k], rng);
        simplex_project(N, total[k], y[k], x[k]);
    }
    trace_input(trace, "total", SETS, total);
    trace_input(trace, "y", SETS * N, y[0]);
    trace_matrix(trace, "x", SETS, N, x[0]);
}

/* A point of the simplex stays; what was projected stays. */
static void inside(FILE *trace, struct rng *rng)
{
    real y[N], x[N], sum = 0;
    for (size_t i = 0; i < N; i++) {
        y[i] = i < 2 ? 0 : 1 + (real)rng_below(rng, 100);
        sum += y[i];
    }
    simplex_project(N, sum, y, x);
    trace_input(trace, "y", N, y);
    trace_column(trace, "x-of-a-point-of-the-simplex", N, x);
    draw_vector(N, y, rng);
    simplex_project(N, 2, y, x);
    simplex_project(N, 2, x, y);
    trace_column(trace, "x-of-some-point", N, x);
    trace_column(trace, "x-of-its-projection", N, y);
}

/* All equal; two alike above the others; one far above; all below 0; a tiny total; a
 * large one; a total of 0; ties exactly at the threshold. */
static void corners(FILE *trace, struct rng *rng)
{
    const real p = 1 + (real)rng_below(rng, 9), q = draw_between(0.1, 0.4, rng);
    const real y[CORNERS][4] = {{p, p, p, p},     {p, -1, p, 0.5},  {p, 100, -p, 3},
                                {-p, -2, -3, -4}, {p, p + q, 0, 1}, {p, 2, q, 1},
                                {p, 2, q, -1},    {3, 1, 1, 0}};
    const real total[CORNERS] = {1, 0.5, 2, 1, 1e-9, 1e6, 0, 2};
    real x[CORNERS][4];
    for (size_t k = 0; k < CORNERS; k++)
        simplex_project(4, total[k], y[k], x[k]);
    trace_input(trace, "total", CORNERS, total);
    trace_matrix(trace, "x", CORNERS, 4, x[0]);
    real one = p;
    simplex_project(1, q, &one, &one);
    trace_number(trace, "x-of-one-parameter", one);
    trace_input(trace, "total-of-one", 1, &q);
    trace_number(trace, "status-of-0-parameters-and-total-0",
                 simplex_project(0, 0, NULL, NULL));
}

/* The same number added to all: multiples of 2^-10, so that none is rounded. And numbers
 * near the ends of a double. */
static void far_away(FILE *trace, struct rng *rng)
{
    real y[N], lifted[N], x[N], again[N];
    for (size_t i = 0; i < N; i++) {
        y[i] = (real)rng_below(rng, 2048) / 1024;
        lifted[i] = y[i] + 0x1p40;
    }
    simplex_project(N, 1, y, x);
    simplex_project(N, 1, lifted, again);
    trace_input(trace, "y", N, y);
    trace_column(trace, "x", N, x);
    trace_column(trace, "x-with-2-to-the-40-added", N, again);
    const real ends[4] = {1.7e308, -1.7e308, 1.7e308, draw_between(0, 1, rng)};
    simplex_project(4, 1, ends, x);
    trace_column(trace, "x-of-the-ends-of-a-double", 4, x);
    const real large[3] = {1e300, 3e300, 2.5e300};
    simplex_project(3, 1e300, large, x);
    trace_column(trace, "x-of-large-numbers", 3, x);
}

/* Distances before and after. */
static void pairs(FILE *trace, struct rng *rng)
{
    real before[20], after[20];
    for (size_t k = 0; k < 20; k++) {
        real u[N], v[N], apart = 0, together = 0;
        draw_vector(N, u, rng);
        for (size_t i = 0; i < N; i++)
            v[i] = u[i] + (k % 2 ? 1 : 0.01) * rng_normal(rng);
        for (size_t i = 0; i < N; i++)
            apart = hypot(apart, u[i] - v[i]);
        simplex_project(N, 1, u, u);
        simplex_project(N, 1, v, v);
        for (size_t i = 0; i < N; i++)
            together = hypot(together, u[i] - v[i]);
        before[k] = apart, after[k] = together;
    }
    trace_input(trace, "distance-before", 20, before);
    trace_column(trace, "distance-after", 20, after);
}

static enum descent_status onto_simplex(size_t n, real *theta, void *context)
{
    return simplex_project(n, *(real *)context, theta, theta);
}

static enum descent_status onto_box(size_t n, real *theta, void *context)
{
    for (size_t i = 0; i < n; i++)
        theta[i] = fmin(fmax(theta[i], -1), *(real *)context);
    return DESCENT_OK;
}

static enum descent_status onto_nothing(size_t n, real *theta, void *context)
{
    (void)context;
    for (size_t i = 0; i < n; i++)
        theta[i] = -99;
    return DESCENT_ESINGULAR;
}

/* ½ Σ w_i (θ_i - c_i)² on the simplex, from its middle. */
static void descent(FILE *trace, struct rng *rng)
{
    real t[STEPS], mapping[STEPS], theta[N], w[N], c[N], g[N], trial[N], total = 1;
    for (size_t i = 0; i < N; i++) {
        theta[i] = total / N;
        w[i] = draw_between(0.5, 1, rng);
        c[i] = draw_between(-1, 1, rng);
    }
    for (size_t k = 0; k < STEPS; k++) {
        for (size_t i = 0; i < N; i++)
            g[i] = w[i] * (theta[i] - c[i]);
        projected_step(N, onto_simplex, &total, 0.9, g, theta, trial, &mapping[k]);
    }
    count_up(STEPS, t);
    trace_input(trace, "t", STEPS, t);
    trace_input(trace, "w", N, w);
    trace_input(trace, "c", N, c);
    trace_column(trace, "mapping", STEPS, mapping);
    trace_column(trace, "theta-at-the-end", N, theta);
}

/* Steps of another set: one that stays inside, one that meets the wall, one that stands
 * on it. */
static void box(FILE *trace, struct rng *rng)
{
    real mapping[3], moved[3][2], lr[3] = {0.1, 0.5, 2}, wall = 1, trial[2];
    for (size_t k = 0; k < 3; k++) {
        real g[2] = {draw_between(1, 2, rng), k == 2 ? 0 : draw_between(-0.4, 0.4, rng)};
        moved[k][0] = k == 0 ? 0.5 : k == 1 ? -0.8 : -1;
        moved[k][1] = 0.1;
        trace_input(trace,
                    k == 0   ? "g-inside"
                    : k == 1 ? "g-to-the-wall"
                             : "g-on-the-wall",
                    2, g);
        projected_step(2, onto_box, &wall, lr[k], g, moved[k], trial, &mapping[k]);
    }
    trace_column(trace, "mapping", 3, mapping);
    trace_matrix(trace, "theta", 3, 2, moved[0]);
}

static void bad(FILE *trace, struct rng *rng)
{
    const real nan = (real)NAN, inf = (real)INFINITY, some = draw_between(1, 2, rng);
    real status[BAD], x[BAD][2], mapping[6], moved[6][2], refused[6];
    for (size_t k = 0; k < BAD; k++) {
        const real total[BAD] = {-1, nan, inf, -inf, 1, 1, 1, 1, -some, 1};
        real y[2] = {some, 0.5};
        y[0] = k == 4 ? nan : k == 5 ? inf : k == 8 ? nan : y[0];
        y[1] = k == 6 ? -inf : k == 7 ? nan : y[1];
        x[k][0] = some, x[k][1] = 7;
        status[k] = simplex_project(k == 9 ? 0 : 2, total[k], y, x[k]);
    }
    trace_column(trace, "status-of-projections", BAD, status);
    trace_matrix(trace, "x-of-what-is-refused", BAD, 2, x[0]);
    for (size_t k = 0; k < 6; k++) {
        const real lr[6] = {0, -1, nan, inf, 0.5, 0.5};
        real g[2] = {1, k == 5 ? nan : 1}, trial[2], total = 1;
        moved[k][0] = 0.25, moved[k][1] = 0.75, mapping[k] = 7;
        refused[k] = projected_step(2, k == 4 ? onto_nothing : onto_simplex, &total,
                                    lr[k], g, moved[k], trial, &mapping[k]);
    }
    trace_column(trace, "status-of-steps", 6, refused);
    trace_column(trace, "mapping-of-steps-refused", 6, mapping);
    trace_matrix(trace, "theta-of-steps-refused", 6, 2, moved[0]);
}

static void contract(FILE *trace, struct rng *rng)
{
    real *y = allocate(LARGE), *x = allocate(LARGE), *copy = allocate(LARGE), mapping;
    draw_vector(LARGE, y, rng);
    memcpy(copy, y, LARGE * sizeof *y);
    simplex_project(LARGE, 10, y, x);
    trace_number(trace, "numbers-of-y-overwritten",
                 (double)driver_overwritten(LARGE, y, copy));
    trace_column(trace, "x-of-100000-parameters", LARGE, x);
    simplex_project(LARGE, 10, y, y);
    trace_number(trace, "numbers-that-differ-in-place",
                 (double)driver_overwritten(LARGE, y, x));
    real wall = 1;
    const size_t allocations = driver_allocations();
    projected_step(LARGE, onto_box, &wall, 0.5, copy, x, y, &mapping);
    trace_number(trace, "allocations-in-a-step",
                 (double)(driver_allocations() - allocations));
    trace_number(trace, "mapping-of-100000-parameters", mapping);
    trace_number(trace, "status-of-a-step-of-0-parameters",
                 projected_step(0, onto_box, &wall, 0.5, NULL, NULL, NULL, &mapping));
    trace_number(trace, "mapping-of-0-parameters", mapping);
    free(y);
    free(x);
    free(copy);
}

const struct driver_case driver_cases[] = {
    {"outside", outside},   {"inside", inside}, {"corners", corners},
    {"far-away", far_away}, {"pairs", pairs},   {"descent", descent},
    {"box", box},           {"bad", bad},       {"contract", contract},
    {NULL, NULL},
};
