/* cases_newton_cg_direction.c: systems solved well and loosely, matrices with negative
 * curvature met at once or later, the residual round by round, bad and large inputs.
 * Every product is counted. */
#include "draw.h"
#include "optim/newton_cg_direction.h"

enum { N = 6, SETS = 6, ROUNDS = 7, BAD = 11, LARGE = 100000 };

static const char outcomes[] = "CG_CONVERGED CG_CURVATURE CG_LIMIT CG_INVALID";

/* A matrix, and how often it was multiplied by. */
struct matrix {
    const real *a;
    size_t count;
};

static void times(size_t n, const real *v, real *hv, void *context)
{
    struct matrix *matrix = context;
    multiply(n, matrix->a, v, hv);
    matrix->count++;
}

static void solve(FILE *trace, struct rng *rng)
{
    real a[N * N], g[N], d[N], work[3 * N];
    size_t products;
    draw_definite(N, a, rng);
    draw_vector(N, g, rng);
    struct matrix matrix = {a, 0};
    newton_cg_direction(N, times, &matrix, g, 1e-9, 10 * N, work, d, &products);
    trace_input(trace, "h", N * N, a);
    trace_input(trace, "g", N, g);
    trace_column(trace, "d", N, d);
    trace_number(trace, "products-said-less-those-counted",
                 (double)products - (double)matrix.count);
}

/* A diagonal matrix with chosen eigenvalues. */
static void diagonal(real *a, const real *values)
{
    memset(a, 0, N * N * sizeof *a);
    for (size_t i = 0; i < N; i++)
        a[i * N + i] = values[i];
}

/* Tolerances that one, two or three products meet: with eigenvalues near to each other
 * the residual falls by a large factor each round. The gradient's length goes from 1e-6
 * to 1e6, and must not matter. */
static void loose(FILE *trace, struct rng *rng)
{
    real a[N * N], g[N], d[SETS][N], work[3 * N], products[SETS], length[SETS];
    real outcome[SETS];
    const real tolerance[SETS] = {0.5, 0.5, 0.01, 0.01, 1e-4, 1e-4};
    for (size_t k = 0; k < SETS; k++) {
        real values[N];
        size_t taken;
        for (size_t i = 0; i < N; i++)
            values[i] = 3 + 0.3 * (real)i + 0.1 * rng_uniform(rng);
        length[k] = k % 2 ? 1e6 : 1e-6;
        for (size_t i = 0; i < N; i++)
            g[i] = length[k] * (i % 2 ? 1 : -1) * (1 + rng_uniform(rng));
        diagonal(a, values);
        struct matrix matrix = {a, 0};
        outcome[k] = newton_cg_direction(N, times, &matrix, g, tolerance[k], N, work,
                                         d[k], &taken);
        products[k] = (real)taken;
        for (size_t i = 0; i < N; i++)
            d[k][i] /= length[k];
    }
    trace_input(trace, "length-of-g", SETS, length);
    trace_input(trace, "tolerance", SETS, tolerance);
    trace_enum(trace, "outcome", SETS, outcome, outcomes);
    trace_column(trace, "products", SETS, products);
    trace_matrix(trace, "d-over-the-length-of-g", SETS, N, d[0]);
}

/* Negative curvature along the gradient itself; along the second direction; along a later
 * one; and 0 curvature. */
static void negative(FILE *trace, struct rng *rng)
{
    real a[N * N], g[SETS][N], d[SETS][N], work[3 * N], products[SETS], outcome[SETS];
    for (size_t k = 0; k < SETS; k++) {
        real values[N] = {1, 2, 3, 4, 5, 6};
        size_t taken;
        for (size_t i = 0; i < N; i++)
            g[k][i] = 1 + rng_uniform(rng);
        if (k == 0)
            for (size_t i = 0; i < N; i++)
                values[i] = -values[i];
        values[k % N] = k == 5 ? 0 : k ? -0.5 * (real)(k + 1) : values[0];
        if (k == 5)
            for (size_t i = 0; i + 1 < N; i++)
                g[k][i] = 0;
        diagonal(a, values);
        if (k == 5)
            memset(a, 0, sizeof a);
        struct matrix matrix = {a, 0};
        outcome[k] =
            newton_cg_direction(N, times, &matrix, g[k], 1e-3, 3 * N, work, d[k], &taken);
        products[k] = (real)taken;
    }
    trace_input(trace, "g", SETS * N, g[0]);
    trace_enum(trace, "outcome", SETS, outcome, outcomes);
    trace_column(trace, "products", SETS, products);
    trace_matrix(trace, "d", SETS, N, d[0]);
}

/* The length of Hd + g, as more products are allowed; 0 products give -g. */
static void residuals(FILE *trace, struct rng *rng)
{
    real a[N * N], g[N], d[N], work[3 * N], hd[N], t[ROUNDS], residual[ROUNDS];
    real slope[ROUNDS], outcome[ROUNDS];
    draw_definite(N, a, rng);
    draw_vector(N, g, rng);
    for (size_t k = 0; k < ROUNDS; k++) {
        struct matrix matrix = {a, 0};
        t[k] = (real)k;
        outcome[k] = newton_cg_direction(N, times, &matrix, g, 1e-6, k, work, d, NULL);
        multiply(N, a, d, hd);
        slope[k] = product(N, g, d);
        for (size_t i = 0; i < N; i++)
            hd[i] += g[i];
        residual[k] = log10(fmax(sqrt(product(N, hd, hd) / product(N, g, g)), 1e-6));
    }
    trace_input(trace, "t", ROUNDS, t);
    trace_enum(trace, "outcome", ROUNDS, outcome, outcomes);
    trace_column(trace, "slope", ROUNDS, slope);
    trace_column(trace, "residual", ROUNDS, residual);
}

/* Products that are not numbers, or infinite, from the first one on or from the
 * second. */
struct spoiled {
    size_t left;
    real by;
};

static void spoil(size_t n, const real *v, real *hv, void *context)
{
    struct spoiled *spoiled = context;
    for (size_t i = 0; i < n; i++)
        hv[i] = spoiled->left ? v[i] * (real)(i + 1) : spoiled->by * v[i];
    spoiled->left -= spoiled->left > 0;
}

static void bad(FILE *trace, struct rng *rng)
{
    real a[N * N], outcome[BAD], products[BAD], d[BAD][N], work[3 * N];
    const real nan = (real)NAN;
    draw_definite(N, a, rng);
    for (size_t k = 0; k < BAD; k++) {
        struct matrix matrix = {a, 0};
        real g[N], tolerance = k == 3 ? 1 : k == 4 ? -0.1 : k == 5 ? nan : 0.1;
        size_t taken = 7;
        struct spoiled spoiled = {k % 2, k < 8 ? nan : (real)INFINITY};
        draw_vector(N, g, rng);
        if (k == 0 || k == 10)
            memset(g, 0, sizeof g);
        if (k == 1 || k == 2)
            g[3] = k == 1 ? nan : (real)INFINITY;
        for (size_t i = 0; i < N; i++)
            d[k][i] = 7;
        outcome[k] = newton_cg_direction(N, k < 6 ? times : spoil,
                                         k < 6 ? (void *)&matrix : (void *)&spoiled, g,
                                         tolerance, k == 10 ? 0 : N, work, d[k], &taken);
        products[k] = (real)taken;
    }
    trace_enum(trace, "outcome-of-bad-inputs", BAD, outcome, outcomes);
    trace_column(trace, "products-for-bad-inputs", BAD, products);
    trace_matrix(trace, "d-of-bad-inputs", BAD, N, d[0]);
    size_t none = 7;
    trace_number(trace, "outcome-of-0-parameters",
                 newton_cg_direction(0, times, NULL, NULL, 0.1, 5, NULL, NULL, &none));
    trace_number(trace, "products-of-0-parameters", (double)none);
}

/* H = diag(1, 2, 3, 1, 2, 3, …): three products solve it. */
static void three_values(size_t n, const real *v, real *hv, void *context)
{
    (void)context;
    for (size_t i = 0; i < n; i++)
        hv[i] = v[i] * (real)(i % 3 + 1);
}

static void contract(FILE *trace, struct rng *rng)
{
    enum { SOME = 8 };
    real *g = allocate(LARGE), *d = allocate(LARGE), *work = allocate(3 * LARGE);
    real some[SOME];
    size_t products;
    for (size_t i = 0; i < LARGE; i++)
        g[i] = 1 + rng_uniform(rng);
    struct watch watch = watch_begin(g, LARGE, NULL, 0, NULL, 0);
    newton_cg_direction(LARGE, three_values, NULL, g, 1e-9, 50, work, d, &products);
    watch_end(trace, &watch);
    for (size_t i = 0; i < SOME; i++)
        some[i] = d[i * 14285];
    trace_column(trace, "some-of-100000-numbers", SOME, some);
    trace_number(trace, "products-for-three-eigenvalues", (double)products);
    free(g), free(d), free(work);
}

const struct driver_case driver_cases[] = {
    {"solve", solve},       {"loose", loose},
    {"negative", negative}, {"residuals", residuals},
    {"bad", bad},           {"contract", contract},
    {NULL, NULL},
};
