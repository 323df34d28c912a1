/* cases_equality_quadratic.c: problems with one minimum, with H positive definite and
 * not; the price of a constraint; degenerate and infeasible constraints; saddles; bad
 * numbers. */
#include "draw.h"
#include "optim/equality_quadratic.h"

enum {
    N = 5,
    M = 2,
    SETS = 4,
    PATH = 9,
    SINGULAR = 8,
    SADDLES = 5,
    BAD = 6,
    LARGE = 120
};

static const char statuses[] = "EQUALITY_OK EQUALITY_INVALID EQUALITY_SINGULAR "
                               "EQUALITY_NO_MINIMUM EQUALITY_NO_MEMORY";

/* BᵀB + I/2 */
static void draw_definite(size_t n, real *h, struct rng *rng)
{
    real b[N * N];
    draw_vector(n * n, b, rng);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            h[i * n + j] = i == j ? 0.5 : 0;
            for (size_t k = 0; k < n; k++)
                h[i * n + j] += b[k * n + i] * b[k * n + j];
        }
}

/* Well-conditioned rows: 2 on the diagonal, noise beside it. */
static void draw_rows(size_t m, size_t n, real *a, struct rng *rng)
{
    for (size_t j = 0; j < m; j++)
        for (size_t i = 0; i < n; i++)
            a[j * n + i] = (i == j ? 2 : 0) + 0.4 * rng_normal(rng);
}

/* H + w Σ aaᵀ over the rows of A: the same on all directions with Ad = 0. */
static void add_rows(real weight, size_t m, size_t n, const real *a, real *h)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            for (size_t k = 0; k < m; k++)
                h[i * n + j] += weight * a[k * n + i] * a[k * n + j];
}

static void solve_sets(FILE *trace, struct rng *rng, real weight)
{
    real h[SETS][N * N], c[SETS][N], a[SETS][M * N], b[SETS][M], x[SETS][N],
        lambda[SETS][M], status[SETS];
    for (size_t k = 0; k < SETS; k++) {
        draw_definite(N, h[k], rng);
        draw_rows(M, N, a[k], rng);
        add_rows(weight, M, N, a[k], h[k]);
        draw_vector(N, c[k], rng);
        draw_vector(M, b[k], rng);
        status[k] = equality_quadratic(N, M, h[k], c[k], a[k], b[k], x[k], lambda[k]);
    }
    trace_input(trace, "H", SETS * N * N, h[0]);
    trace_input(trace, "c", SETS * N, c[0]);
    trace_input(trace, "A", SETS * M * N, a[0]);
    trace_input(trace, "b", SETS * M, b[0]);
    trace_enum(trace, "outcome", SETS, status, statuses);
    trace_matrix(trace, "x", SETS, N, x[0]);
    trace_matrix(trace, "lambda", SETS, M, lambda[0]);
}

static void definite(FILE *trace, struct rng *rng)
{
    solve_sets(trace, rng, 0);
}

/* H is indefinite; along the directions that A allows it is not. */
static void indefinite(FILE *trace, struct rng *rng)
{
    solve_sets(trace, rng, -3);
}

static real value(size_t n, const real *h, const real *c, const real *x)
{
    real sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += c[i] * x[i];
        for (size_t j = 0; j < n; j++)
            sum += h[i * n + j] * x[i] * x[j] / 2;
    }
    return sum;
}

/* The minimum as the right side of the first constraint moves. */
static void path(FILE *trace, struct rng *rng)
{
    real h[9], c[3], a[6], b[2], x[3], lambda[2], right[PATH], price[PATH], least[PATH];
    draw_definite(3, h, rng);
    draw_rows(2, 3, a, rng);
    draw_vector(3, c, rng);
    b[1] = rng_normal(rng);
    for (size_t k = 0; k < PATH; k++) {
        b[0] = right[k] = (real)k / 2 - 2;
        equality_quadratic(3, 2, h, c, a, b, x, lambda);
        price[k] = lambda[0];
        least[k] = value(3, h, c, x);
    }
    trace_input(trace, "b", PATH, right);
    trace_column(trace, "price", PATH, price);
    trace_column(trace, "minimum", PATH, least);
}

/* No constraint, as many as unknowns, one unknown, none; a small H beside A; and both
 * times 2^80 and 2^-80. */
static void shapes(FILE *trace, struct rng *rng)
{
    real h[9], c[3], a[9], b[3], x[3], lambda[3], status[7];
    draw_definite(3, h, rng);
    draw_rows(3, 3, a, rng);
    draw_vector(3, c, rng);
    draw_vector(3, b, rng);
    trace_input(trace, "b", 3, b);
    status[0] = equality_quadratic(3, 0, h, c, NULL, NULL, x, NULL);
    trace_column(trace, "x-without-constraints", 3, x);
    status[1] = equality_quadratic(3, 3, h, c, a, b, x, lambda);
    trace_column(trace, "x-of-3-constraints", 3, x);
    trace_column(trace, "lambda-of-3-constraints", 3, lambda);
    status[2] = equality_quadratic(1, 1, h, c, a, b, x, lambda);
    trace_number(trace, "x-of-1-unknown", x[0]);
    trace_number(trace, "lambda-of-1-unknown", lambda[0]);
    status[3] = equality_quadratic(0, 0, NULL, NULL, NULL, NULL, NULL, NULL);
    for (size_t k = 0; k < 9; k++)
        h[k] /= 128;
    status[5] = equality_quadratic(3, 2, h, c, a, b, x, lambda);
    trace_column(trace, "x-of-a-flat-bowl", 3, x);
    for (size_t k = 0; k < 9; k++)
        h[k] *= 0x1p80, a[k] *= 0x1p80;
    status[4] = equality_quadratic(3, 1, h, c, a, b, x, lambda);
    for (size_t k = 0; k < 3; k++)
        x[k] *= 0x1p80;
    trace_column(trace, "x-times-2-to-the-80", 3, x);
    for (size_t k = 0; k < 9; k++)
        h[k] *= 0x1p-160, a[k] *= 0x1p-160;
    status[6] = equality_quadratic(3, 1, h, c, a, b, x, lambda);
    for (size_t k = 0; k < 3; k++)
        x[k] *= 0x1p-80;
    trace_column(trace, "x-over-2-to-the-80", 3, x);
    trace_enum(trace, "outcome", 7, status, statuses);
    const real long_bowl[4] = {draw_between(1, 2, rng), 0, 0, 1e-10};
    equality_quadratic(2, 0, long_bowl, c, NULL, NULL, x, NULL);
    trace_column(trace, "x-of-a-long-bowl", 2, x);
}

/* Singular exactly, or up to rounding: a row twice with the same right side, and with
 * another; a multiple; a row of zeros; more rows than unknowns; no
 * curvature along an allowed direction, once with a slope there; all zeros. */
static void singular(FILE *trace, struct rng *rng)
{
    static const real h[SINGULAR][9] = {
        {4, 1, 0, 1, 3, 1, 0, 1, 5}, {4, 1, 0, 1, 3, 1, 0, 1, 5},
        {4, 1, 0, 1, 3, 1, 0, 1, 5}, {2, 0, 0, 0, 2, 0, 0, 0, 2},
        {2, 0, 0, 0, 2, 0, 0, 0, 2}, {2, 0, 0, 0, 3, 0, 0, 0, 0},
        {1, 1, 0, 1, 1, 0, 0, 0, 2}, {0, 0, 0, 0, 0, 0, 0, 0, 0}};
    static const real a[SINGULAR][12] = {{1, 2, 3, 1, 2, 3},
                                         {1, 2, 3, 1, 2, 3},
                                         {0.3, 0.7, 0.1, -0.63, -1.47, -0.21},
                                         {1, 0, 1, 0, 0, 0},
                                         {1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1},
                                         {1, 1, 0},
                                         {0, 0, 1},
                                         {1, 0, 0}};
    static const size_t m[SINGULAR] = {2, 2, 2, 2, 4, 1, 1, 1};
    real status[SINGULAR + 1], x[SINGULAR][3], lambda[SINGULAR][4];
    for (size_t k = 0; k < SINGULAR; k++) {
        const real b = draw_between(1, 2, rng), slope = draw_between(1, 2, rng);
        const real right[4] = {b,
                               k == 1   ? b + 1
                               : k == 2 ? -2.1 * b
                               : k == 0 ? b
                                        : 0,
                               b, b};
        const real c[3] = {slope, 1, k == 6 ? 0 : slope};
        memset(lambda[k], 0, sizeof lambda[k]);
        status[k] = equality_quadratic(3, m[k], h[k], c, a[k], right, x[k], lambda[k]);
    }
    real none = 0, one = 1;
    status[SINGULAR] = equality_quadratic(0, 1, NULL, NULL, NULL, &one, NULL, &none);
    trace_enum(trace, "outcome", SINGULAR + 1, status, statuses);
    trace_matrix(trace, "x-of-singular-systems", SINGULAR, 3, x[0]);
    trace_matrix(trace, "lambda-of-singular-systems", SINGULAR, 4, lambda[0]);
    const real c[3] = {draw_between(1, 2, rng), 1, 1}, b = draw_between(1, 2, rng);
    equality_quadratic(3, 1, h[0], c, a[0], &b, x[0], lambda[0]);
    trace_column(trace, "x-of-a-regular-system", 3, x[0]);
}

/* A maximum; a saddle along the allowed directions; a saddle without constraints; a
 * minimum beside them; and curvatures whose number of negative ones alone deceives. */
static void saddles(FILE *trace, struct rng *rng)
{
    real status[SADDLES], x[SADDLES][3], lambda[SADDLES][2];
    for (size_t k = 0; k < SADDLES; k++) {
        const real p = draw_between(1, 2, rng), q = draw_between(1, 2, rng);
        const real signs[SADDLES][3] = {
            {-1, -1, -1}, {1, 1, -1}, {-1, 1, 1}, {-1, 1, 1}, {1, -1, -1}};
        const real h[9] = {signs[k][0] * p, 0, 0, 0, signs[k][1] * q, 0, 0, 0,
                           signs[k][2] * p};
        const real a[6] = {1, 0, 0, 0, 1, 0}, b[2] = {q, p}, c[3] = {1, p, q};
        const size_t m = k == 2 ? 0 : k == 4 ? 2 : 1;
        lambda[k][0] = lambda[k][1] = 0;
        status[k] = equality_quadratic(3, m, h, c, a, b, x[k], lambda[k]);
    }
    trace_enum(trace, "outcome", SADDLES, status, statuses);
    trace_matrix(trace, "x-of-saddles", SADDLES, 3, x[0]);
    trace_matrix(trace, "lambda-of-saddles", SADDLES, 2, lambda[0]);
}

static void bad(FILE *trace, struct rng *rng)
{
    const real nan = (real)NAN, inf = (real)INFINITY;
    real status[BAD], x[BAD][2], lambda[BAD];
    for (size_t k = 0; k < BAD; k++) {
        real h[4] = {draw_between(1, 2, rng), 0, 0, 1}, c[2] = {1, 1}, a[2] = {1, 1},
             b = 1;
        h[3] = k == 0 ? nan : k == 4 ? 0 : 1;
        h[0] = k == 5 ? -inf : h[0];
        c[1] = k == 1 ? inf : c[1];
        a[0] = k == 2 ? nan : a[0];
        b = k == 3 ? -inf : k == 4 ? nan : b;
        x[k][0] = x[k][1] = lambda[k] = 7;
        status[k] = equality_quadratic(2, 1, h, c, a, &b, x[k], &lambda[k]);
    }
    trace_enum(trace, "outcome", BAD, status, statuses);
    trace_matrix(trace, "x-of-bad-numbers", BAD, 2, x[0]);
    trace_column(trace, "lambda-of-bad-numbers", BAD, lambda);
    const real h[4] = {draw_between(1, 2, rng), 0, 0, 1}, c[2] = {1, 1}, a[2] = {1, 1};
    const real b = draw_between(1, 2, rng);
    equality_quadratic(2, 1, h, c, a, &b, x[0], lambda);
    trace_column(trace, "x-of-good-numbers", 2, x[0]);
}

static void contract(FILE *trace, struct rng *rng)
{
    enum { SIZE = LARGE * LARGE };
    real *input = allocate(2 * SIZE), *copy = allocate(2 * SIZE);
    real *h = input, *a = input + SIZE, *c = a + 30 * LARGE, *b = c + LARGE;
    real x[LARGE], lambda[30];
    for (size_t i = 0; i < LARGE; i++)
        for (size_t j = 0; j <= i; j++)
            h[i * LARGE + j] = h[j * LARGE + i] =
                i == j ? draw_between(3, 6, rng) : 0.1 * rng_normal(rng);
    draw_rows(30, LARGE, a, rng);
    draw_vector(LARGE, c, rng);
    draw_vector(30, b, rng);
    memcpy(copy, input, 2 * SIZE * sizeof *copy);
    const real status = equality_quadratic(LARGE, 30, h, c, a, b, x, lambda);
    trace_number(trace, "numbers-of-the-inputs-overwritten",
                 (double)driver_overwritten(2 * SIZE, input, copy));
    trace_enum(trace, "outcome", 1, &status, statuses);
    trace_column(trace, "x-of-120-unknowns", LARGE, x);
    trace_column(trace, "lambda-of-30-constraints", 30, lambda);
    free(input);
    free(copy);
}

const struct driver_case driver_cases[] = {
    {"definite", definite}, {"indefinite", indefinite}, {"path", path},
    {"shapes", shapes},     {"singular", singular},     {"saddles", saddles},
    {"bad", bad},           {"contract", contract},     {NULL, NULL},
};
