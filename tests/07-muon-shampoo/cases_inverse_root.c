/* cases_inverse_root.c: inverse roots of matrices with known and with drawn eigenvalues.
 *
 * Before each call the room and the output hold NaN. Below its diagonal a matrix holds
 * numbers that are nobody's, because only the upper triangle is given. */
#include "matrices.h"
#include "optim/inverse_root.h"

enum { N = 5, AREA = N * N, LARGE = 130, POINTS = 7 };

static enum descent_status run(size_t n, size_t p, real ridge, const real *a, real *x)
{
    struct inverse_root root;
    if (inverse_root_init(&root, n))
        abort();
    fill(4 * n * n, root.square[0], (real)NAN);
    fill(n, root.values, (real)NAN);
    enum descent_status status = inverse_root_newton(&root, p, ridge, a, x);
    inverse_root_free(&root);
    return status;
}

/* Puts other numbers below the diagonal. */
static void spoil_below(size_t n, real *a)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++)
            a[i * n + j] = (real)(7 * i + j);
}

/* A symmetric matrix with eigenvalues from 1 down to 1/condition, times a unit. */
static void draw_definite(size_t n, real condition, real unit, real *a, struct rng *rng)
{
    real *q = take(n * n);
    if (random_orthogonal(n, q, rng))
        abort();
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            a[i * n + j] = 0;
            for (size_t k = 0; k < n; k++)
                a[i * n + j] += q[i * n + k] * q[j * n + k] * unit *
                                pow(condition, -(real)k / (real)(n > 1 ? n - 1 : 1));
        }
    free(q);
}

/* diag(1, 1/10, …, 1e-6): the root is seen number by number. */
static void diagonal(FILE *trace, struct rng *rng)
{
    real a[POINTS * POINTS] = {0}, x[POINTS * POINTS], i[POINTS], root[POINTS];
    real off[POINTS];
    fill(POINTS * POINTS, x, (real)NAN);
    for (size_t k = 0; k < POINTS; k++) {
        i[k] = (real)k;
        a[k * (POINTS + 1)] = pow(10, -(real)k) * (1 + rng_uniform(rng));
    }
    run(POINTS, 4, 0, a, x);
    for (size_t k = 0; k < POINTS; k++) {
        root[k] = x[k * (POINTS + 1)];
        off[k] = x[k * POINTS + (k + 1) % POINTS];
    }
    trace_input(trace, "i", POINTS, i);
    trace_column(trace, "root", POINTS, root);
    trace_column(trace, "beside-the-diagonal", POINTS, off);
}

/* A matrix whose inverse square root has whole numbers, in some unit. */
static void exact(FILE *trace, struct rng *rng)
{
    const real whole[9] = {1195, -944, -224, -944, 746, 177, -224, 177, 42};
    const real unit = pow(4, (real)rng_below(rng, 5));
    real a[9], x[9];
    for (size_t i = 0; i < 9; i++)
        a[i] = unit * whole[i];
    spoil_below(3, a);
    trace_input(trace, "unit", 1, &unit);
    fill(9, x, (real)NAN);
    run(3, 2, 0, a, x);
    trace_matrix(trace, "inverse-square-root", 3, 3, x);
    fill(9, x, (real)NAN);
    run(3, 4, 0, a, x);
    trace_matrix(trace, "inverse-fourth-root", 3, 3, x);
}

static void powers(FILE *trace, struct rng *rng)
{
    static const struct {
        const char *name;
        size_t p;
    } all[] = {{"p-1", 1}, {"p-2", 2}, {"p-3", 3}, {"p-4", 4}, {"p-7", 7}, {"p-8", 8}};
    real a[AREA], x[AREA];
    draw_definite(N, 1000, 1, a, rng);
    trace_input(trace, "a", AREA, a);
    spoil_below(N, a);
    for (size_t k = 0; k < sizeof all / sizeof *all; k++) {
        fill(AREA, x, (real)NAN);
        run(N, all[k].p, 0, a, x);
        trace_matrix(trace, all[k].name, N, N, x);
    }
}

static void ridge(FILE *trace, struct rng *rng)
{
    real a[AREA], x[AREA], row[N];
    draw_definite(N, 1000, 1, a, rng);
    spoil_below(N, a);
    fill(AREA, x, (real)NAN);
    run(N, 4, 0.01, a, x);
    trace_matrix(trace, "small-ridge", N, N, x);
    run(N, 2, 10, a, x);
    trace_matrix(trace, "large-ridge", N, N, x);
    draw_matrix(N, row, rng);
    for (size_t i = 0; i < AREA; i++)
        a[i] = row[i / N] * row[i % N];
    trace_number(trace, "status-of-rank-1", run(N, 4, 0.1, a, x));
    trace_matrix(trace, "rank-1-with-ridge", N, N, x);
    fill(AREA, a, 0);
    trace_number(trace, "status-of-zeros", run(N, 4, 16, a, x));
    trace_matrix(trace, "zeros-with-ridge", N, N, x);
}

/* One matrix in very large and very small units. */
static void units(FILE *trace, struct rng *rng)
{
    real a[AREA], scaled[AREA], x[AREA], status[4];
    const char *const names[4] = {"times-1e-200", "times-1e-12", "times-1e12",
                                  "times-1e200"};
    const real unit[4] = {1e-200, 1e-12, 1e12, 1e200};
    draw_definite(N, 100, 1, a, rng);
    for (size_t k = 0; k < 4; k++) {
        for (size_t i = 0; i < AREA; i++)
            scaled[i] = unit[k] * a[i];
        fill(AREA, x, (real)NAN);
        status[k] = (real)run(N, 4, 0, scaled, x);
        trace_matrix(trace, names[k], N, N, x);
    }
    trace_column(trace, "status-of-units", 4, status);
}

/* Matrices that have no such root, and what the output then is. */
static void singular(FILE *trace, struct rng *rng)
{
    real a[AREA], x[AREA], row[N], status[3], kept[3];
    draw_matrix(N, row, rng);
    for (size_t k = 0; k < 3; k++) {
        for (size_t i = 0; i < AREA; i++)
            a[i] = k == 0
                       ? 0
                       : (k == 1 ? i % N < 2 && i / N < 2 : -(real)(i % (N + 1) == 0)) *
                             row[0] * row[0];
        fill(AREA, x, 7);
        status[k] = (real)run(N, 4, 0, a, x);
        kept[k] = 0;
        for (size_t i = 0; i < AREA; i++)
            kept[k] += x[i] == 7;
    }
    trace_column(trace, "status-of-singular", 3, status);
    trace_column(trace, "numbers-kept", 3, kept);
    draw_definite(N, 10, 1, a, rng);
    run(N, 4, 0, a, x);
    trace_matrix(trace, "x-of-a-definite-one", N, N, x);
}

static void refused(FILE *trace, struct rng *rng)
{
    const struct {
        size_t p;
        real ridge, element;
    } all[] = {{0, 0, 1},
               {9, 0, 1},
               {4, -1e-3, 1},
               {4, (real)NAN, 1},
               {4, (real)INFINITY, 1},
               {4, 0, (real)NAN},
               {4, 0, (real)INFINITY},
               {4, 1, -(real)INFINITY},
               {4, 0, 1}};
    enum { ALL = sizeof all / sizeof *all };
    real a[AREA], x[AREA], status[ALL], kept[ALL];
    for (size_t k = 0; k < ALL; k++) {
        draw_definite(N, 10, 1, a, rng);
        fill(AREA, x, 7);
        a[N + 3] *= all[k].element;
        if (k == ALL - 1)
            fill(AREA, a, 1e308); /* only the norm is infinite */
        status[k] = (real)run(N, all[k].p, all[k].ridge, a, x);
        kept[k] = 0;
        for (size_t i = 0; i < AREA; i++)
            kept[k] += x[i] == 7;
    }
    trace_column(trace, "status", ALL, status);
    trace_column(trace, "numbers-kept", ALL, kept);
    draw_definite(N, 10, 1, a, rng);
    run(N, INVERSE_ROOT_MAX, 0, a, x);
    trace_matrix(trace, "x-for-the-largest-p", N, N, x);
}

/* A single number, and a matrix too large for small arrays on the stack. */
static void sizes(FILE *trace, struct rng *rng)
{
    real *a = take(LARGE * LARGE), *x = take(LARGE * LARGE);
    const real number = 16 + rng_uniform(rng);
    fill(1, x, (real)NAN);
    run(1, 4, 0, &number, x);
    trace_number(trace, "root-of-1-by-1", x[0]);
    draw_definite(LARGE, 100, 1, a, rng);
    spoil_below(LARGE, a);
    fill(LARGE * LARGE, x, (real)NAN);
    run(LARGE, 4, 0, a, x);
    trace_matrix(trace, "first-rows-of-large", 8, LARGE, x);
    free(a);
    free(x);
}

/* Two that take turns, nothing allocated, A left as it is. */
static void contract(FILE *trace, struct rng *rng)
{
    struct inverse_root root[2];
    real *a[2], copy[AREA], *x = take(AREA), path[6 * AREA];
    size_t overwritten = 0, allocated = 0;
    for (size_t k = 0; k < 2; k++) {
        if (inverse_root_init(&root[k], N))
            abort();
        draw_definite(N, 100, 1, a[k] = take(AREA), rng);
        spoil_below(N, a[k]);
    }
    for (size_t k = 0; k < 6; k++) {
        memcpy(copy, a[k % 2], sizeof copy);
        const size_t before = driver_allocations();
        inverse_root_newton(&root[k % 2], 4, 0.1, a[k % 2], x);
        allocated += driver_allocations() - before;
        overwritten += count_changes(AREA, copy, a[k % 2]);
        memcpy(path + k * AREA, x, sizeof copy);
    }
    trace_matrix(trace, "x-by-turns", 6, AREA, path);
    trace_number(trace, "numbers-of-a-overwritten", (double)overwritten);
    trace_number(trace, "allocations", (double)allocated);
    for (size_t k = 0; k < 2; k++) {
        inverse_root_free(&root[k]);
        free(a[k]);
    }
    free(x);
}

const struct driver_case driver_cases[] = {
    {"diagonal", diagonal}, {"exact", exact}, {"powers", powers},
    {"ridge", ridge},       {"units", units}, {"singular", singular},
    {"refused", refused},   {"sizes", sizes}, {"contract", contract},
    {NULL, NULL},
};
