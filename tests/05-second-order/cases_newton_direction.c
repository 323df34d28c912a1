/* cases_newton_direction.c: Newton's direction where the Hessian is positive definite,
 * not so, and 0; in other coordinates and units; as a method; for bad inputs and large
 * ones. */
#include "draw.h"
#include "optim/newton_direction.h"

enum { N = 4, SETS = 6, STEPS = 8, BAD = 6, LARGE = 130 };

static void definite(FILE *trace, struct rng *rng)
{
    real h[N * N], g[N], factor[N * N], d[N], shift;
    draw_definite(N, h, rng);
    draw_vector(N, g, rng);
    enum descent_status status = newton_direction(N, h, g, factor, d, &shift);
    trace_input(trace, "h", N * N, h);
    trace_input(trace, "g", N, g);
    trace_column(trace, "d", N, d);
    trace_number(trace, "shift-of-a-definite-matrix", shift);
    trace_number(trace, "status-of-a-definite-matrix", status);
}

/* Signs of the eigenvalues, and the angle by which they are turned, so that the diagonal
 * has the signs wanted: both above 0, one below, both below, and 0. */
static void draw_turned(real *h, size_t kind, struct rng *rng)
{
    const real low = 0.5 + rng_uniform(rng), high = 2 + rng_uniform(rng);
    const real angle = kind < 2 ? M_PI / 4 : 0.2 * rng_uniform(rng);
    const real first = kind == 4 ? -high : high, second = kind == 5 ? 0.01 * low : -low;
    const real c = cos(angle), s = sin(angle);
    h[0] = c * c * first + s * s * second;
    h[1] = h[2] = c * s * (first - second);
    h[3] = s * s * first + c * c * second;
}

static void indefinite(FILE *trace, struct rng *rng)
{
    real h[SETS][4], g[SETS][2], d[SETS][2], shift[SETS], factor[4];
    for (size_t k = 0; k < SETS; k++) {
        draw_turned(h[k], k, rng);
        draw_vector(2, g[k], rng);
        newton_direction(2, h[k], g[k], factor, d[k], &shift[k]);
    }
    trace_input(trace, "h", SETS * 4, h[0]);
    trace_input(trace, "g", SETS * 2, g[0]);
    trace_column(trace, "shift", SETS, shift);
    trace_matrix(trace, "d", SETS, 2, d[0]);
}

/* A negative multiple of the identity, and a matrix of zeros. */
static void flat(FILE *trace, struct rng *rng)
{
    const real some = 1 + rng_uniform(rng), zero[9] = {0};
    real h[9] = {0}, g[3], d[3], factor[9], shift;
    h[0] = h[4] = h[8] = -some;
    draw_vector(3, g, rng);
    trace_input(trace, "g", 3, g);
    newton_direction(3, h, g, factor, d, &shift);
    trace_number(trace, "shift-of-a-summit", shift);
    trace_column(trace, "d-on-a-summit", 3, d);
    newton_direction(3, zero, g, factor, d, &shift);
    trace_number(trace, "shift-of-zeros", shift);
    trace_column(trace, "d-of-zeros", 3, d);
}

/* θ = A φ: there the Hessian is AᵀHA, the gradient Aᵀg, and A times the direction in φ
 * must be the direction in θ. And the function times a number, which is a power of 2. */
static void invariance(FILE *trace, struct rng *rng)
{
    real h[9], a[9], ha[9], turned[9], g[3], ag[3] = {0}, factor[9];
    real d[3], inner[3], moved[3], scaled[3], scale = 0x1p20;
    draw_definite(3, h, rng);
    draw_definite(3, a, rng);
    draw_vector(3, g, rng);
    for (size_t i = 0; i < 3; i++)
        for (size_t j = 0; j < 3; j++) {
            ha[3 * i + j] = 0;
            for (size_t k = 0; k < 3; k++)
                ha[3 * i + j] += h[3 * i + k] * a[3 * k + j];
            ag[j] += a[3 * i + j] * g[i];
        }
    for (size_t i = 0; i < 3; i++)
        for (size_t j = 0; j < 3; j++) {
            turned[3 * i + j] = 0;
            for (size_t k = 0; k < 3; k++)
                turned[3 * i + j] += a[3 * k + i] * ha[3 * k + j];
        }
    newton_direction(3, h, g, factor, d, NULL);
    newton_direction(3, turned, ag, factor, inner, NULL);
    multiply(3, a, inner, moved);
    h[0] = -1, h[4] = -2;
    newton_direction(3, h, g, factor, inner, NULL);
    for (size_t k = 0; k < 9; k++)
        h[k] *= scale;
    for (size_t k = 0; k < 3; k++)
        g[k] *= scale;
    newton_direction(3, h, g, factor, scaled, NULL);
    trace_input(trace, "g", 3, g);
    trace_column(trace, "d", 3, d);
    trace_column(trace, "d-through-other-coordinates", 3, moved);
    trace_column(trace, "d-of-a-saddle", 3, inner);
    trace_column(trace, "d-of-a-saddle-in-other-units", 3, scaled);
}

/* Newton's method for e^θ - bθ from the right of its minimum log b, one parameter. */
static void path(FILE *trace, struct rng *rng)
{
    real t[STEPS], theta[STEPS], here = 3 + rng_uniform(rng), b = 2 + rng_uniform(rng);
    for (size_t k = 0; k < STEPS; k++) {
        const real h = exp(here), g = h - b;
        real factor, d;
        newton_direction(1, &h, &g, &factor, &d, NULL);
        theta[k] = here += d;
    }
    count_up(STEPS, t);
    trace_input(trace, "t", STEPS, t);
    trace_input(trace, "b", 1, &b);
    trace_column(trace, "theta", STEPS, theta);
}

static void bad(FILE *trace, struct rng *rng)
{
    real status[BAD], shift[BAD], d[BAD][2], factor[4];
    for (size_t k = 0; k < BAD; k++) {
        real h[4] = {2 + rng_uniform(rng), 0.5, 0.5, 2}, g[2] = {1, rng_normal(rng)};
        if (k == 5)
            h[1] = h[2] = (real)NAN;
        else if (k < 2)
            g[k] = k ? (real)INFINITY : (real)NAN;
        else if (k < 4)
            h[3] = k == 3 ? -(real)INFINITY : (real)NAN;
        else
            g[0] = g[1] = 0;
        d[k][0] = d[k][1] = 7;
        status[k] = newton_direction(2, h, g, factor, d[k], &shift[k]);
    }
    trace_column(trace, "status-of-bad-and-of-no-gradient", BAD, status);
    trace_column(trace, "shift-of-bad-and-of-no-gradient", BAD, shift);
    trace_matrix(trace, "d-of-bad-and-of-no-gradient", BAD, 2, d[0]);
    trace_number(trace, "status-of-0-parameters",
                 newton_direction(0, NULL, NULL, NULL, NULL, shift));
    trace_number(trace, "shift-of-0-parameters", shift[0]);
    const real h[4] = {2 + rng_uniform(rng), 0.5, 0.5, 2}, g[2] = {1, 2};
    newton_direction(2, h, g, factor, d[0], shift);
    trace_column(trace, "d-of-good-inputs", 2, d[0]);
}

/* Large, with inputs that are watched. */
static void contract(FILE *trace, struct rng *rng)
{
    real *h = allocate(LARGE * LARGE), *factor = allocate(LARGE * LARGE);
    real g[LARGE], d[LARGE], shift;
    for (size_t i = 0; i < LARGE; i++)
        for (size_t j = 0; j <= i; j++)
            h[i * LARGE + j] = h[j * LARGE + i] =
                i == j ? -1 + 3 * rng_uniform(rng) : 0.05 * rng_normal(rng);
    draw_vector(LARGE, g, rng);
    struct watch watch = watch_begin(h, LARGE * LARGE, g, LARGE, NULL, 0);
    newton_direction(LARGE, h, g, factor, d, &shift);
    watch_end(trace, &watch);
    trace_number(trace, "shift-of-130-parameters", shift);
    trace_column(trace, "d-of-130-parameters", LARGE, d);
    free(h);
    free(factor);
}

const struct driver_case driver_cases[] = {
    {"definite", definite}, {"indefinite", indefinite},
    {"flat", flat},         {"invariance", invariance},
    {"path", path},         {"bad", bad},
    {"contract", contract}, {NULL, NULL},
};
