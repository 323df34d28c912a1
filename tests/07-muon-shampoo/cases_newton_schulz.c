/* cases_newton_schulz.c: matrices of all shapes and sizes, made nearly orthogonal.
 *
 * Before each call the room and the output hold NaN, so that what is left from earlier
 * calls cannot be right by luck. */
#include "matrices.h"
#include "optim/newton_schulz.h"
#include "optim/polar.h"

enum { SHORT = 4, LONG = 6, COUNT = SHORT * LONG, LARGE = 130, LARGER = 140 };

static enum descent_status run(size_t rows, size_t cols, size_t steps, const real *g,
                               real *o)
{
    struct newton_schulz ns;
    const size_t m = rows < cols ? rows : cols;
    if (newton_schulz_init(&ns, rows, cols))
        abort();
    fill(rows * cols, ns.x, (real)NAN);
    fill(rows * cols, ns.y, (real)NAN);
    fill(m * m, ns.gram, (real)NAN);
    fill(m * m, ns.poly, (real)NAN);
    enum descent_status status = newton_schulz(&ns, steps, g, o);
    newton_schulz_free(&ns);
    return status;
}

static void find_sigma(size_t rows, size_t cols, const real *a, real *sigma)
{
    struct polar polar;
    real *o = take(rows * cols);
    if (polar_init(&polar, rows, cols))
        abort();
    if (polar_factor(&polar, a, o))
        fill(rows < cols ? rows : cols, polar.sigma, (real)NAN);
    memcpy(sigma, polar.sigma, (rows < cols ? rows : cols) * sizeof *sigma);
    polar_free(&polar);
    free(o);
}

static void record(FILE *trace, size_t rows, size_t cols, struct rng *rng)
{
    real g[COUNT], o[COUNT], i[SHORT], before[SHORT], after[SHORT];
    draw_matrix(COUNT, g, rng);
    fill(COUNT, o, (real)NAN);
    run(rows, cols, 5, g, o);
    find_sigma(rows, cols, g, before);
    find_sigma(rows, cols, o, after);
    for (size_t k = 0; k < SHORT; k++)
        i[k] = (real)k;
    trace_input(trace, "i", SHORT, i);
    trace_input(trace, "singular-value-of-g", SHORT, before);
    trace_input(trace, "g", COUNT, g);
    trace_matrix(trace, rows < cols ? "o-wide" : "o-tall", rows, cols, o);
    trace_column(trace, rows < cols ? "after" : "after-tall", SHORT, after);
}

static void wide(FILE *trace, struct rng *rng)
{
    record(trace, SHORT, LONG, rng);
}

static void tall(FILE *trace, struct rng *rng)
{
    record(trace, LONG, SHORT, rng);
}

/* A square, a row, a column, a single number. */
static void shapes(FILE *trace, struct rng *rng)
{
    real g[COUNT], o[COUNT];
    draw_matrix(COUNT, g, rng);
    run(SHORT, SHORT, 5, g, o);
    trace_matrix(trace, "o-square", SHORT, SHORT, o);
    run(1, LONG, 5, g, o);
    trace_matrix(trace, "o-row", 1, LONG, o);
    run(LONG, 1, 5, g, o);
    trace_matrix(trace, "o-column", LONG, 1, o);
    run(1, 1, 5, g, o);
    trace_number(trace, "o-1-by-1", o[0]);
}

static void steps(FILE *trace, struct rng *rng)
{
    static const struct {
        const char *name;
        size_t steps;
    } all[] = {{"o-after-0-steps", 0},
               {"o-after-1-step", 1},
               {"o-after-2-steps", 2},
               {"o-after-9-steps", 9}};
    real g[COUNT], o[COUNT];
    draw_matrix(COUNT, g, rng);
    for (size_t k = 0; k < sizeof all / sizeof *all; k++) {
        run(SHORT, LONG, all[k].steps, g, o);
        trace_matrix(trace, all[k].name, SHORT, LONG, o);
    }
}

/* One matrix in five units. With 1e-7 the norm is near ε; the squares of 1e200 are not
 * finite. */
static void units(FILE *trace, struct rng *rng)
{
    static const struct {
        const char *name;
        real unit;
    } all[] = {{"o-times-1", 1},
               {"o-times-1e6", 1e6},
               {"o-times-1e200", 1e200},
               {"o-times-1e-7", 1e-7},
               {"o-times-1e-200", 1e-200}};
    real g[COUNT], scaled[COUNT], o[COUNT];
    draw_matrix(COUNT, g, rng);
    for (size_t k = 0; k < sizeof all / sizeof *all; k++) {
        for (size_t i = 0; i < COUNT; i++)
            scaled[i] = all[k].unit * g[i];
        fill(COUNT, o, 7);
        run(SHORT, LONG, 5, scaled, o);
        trace_matrix(trace, all[k].name, SHORT, LONG, o);
    }
}

/* O(PGQ) and P O(G) Q. */
static void rotated(FILE *trace, struct rng *rng)
{
    const struct rotation rotation = draw_rotation(SHORT, LONG, rng);
    real g[COUNT], turned[COUNT], o[COUNT], expected[COUNT];
    draw_matrix(COUNT, g, rng);
    rotate(&rotation, g, turned);
    run(SHORT, LONG, 5, g, o);
    rotate(&rotation, o, expected);
    run(SHORT, LONG, 5, turned, o);
    trace_column(trace, "o-of-rotated", COUNT, o);
    trace_column(trace, "rotated-o", COUNT, expected);
}

/* Zeros, and matrices whose rows are multiples of one row. */
static void degenerate(FILE *trace, struct rng *rng)
{
    const real zero[COUNT] = {0};
    real g[COUNT], o[COUNT], row[LONG], factor[SHORT];
    fill(COUNT, o, 7);
    trace_number(trace, "status-of-zeros", run(SHORT, LONG, 5, zero, o));
    trace_matrix(trace, "o-of-zeros", SHORT, LONG, o);
    draw_matrix(LONG, row, rng);
    draw_matrix(SHORT, factor, rng);
    for (size_t i = 0; i < COUNT; i++)
        g[i] = factor[i / LONG] * row[i % LONG];
    run(SHORT, LONG, 5, g, o);
    trace_matrix(trace, "o-of-rank-1", SHORT, LONG, o);
    for (size_t i = 0; i < COUNT; i++)
        g[i] = i % LONG < 2 ? rng_normal(rng) : 0;
    run(SHORT, LONG, 5, g, o);
    trace_matrix(trace, "o-of-rank-2", SHORT, LONG, o);
}

/* A NaN and infinities, here and there: the output stays as it was. */
static void not_finite(FILE *trace, struct rng *rng)
{
    const real bad[] = {(real)NAN, (real)INFINITY, -(real)INFINITY};
    real g[COUNT], o[COUNT], status[7], kept[7];
    for (size_t k = 0; k < 7; k++) {
        draw_matrix(COUNT, g, rng);
        fill(COUNT, o, 7);
        g[k % 2 ? COUNT - 1 : rng_below(rng, COUNT)] = bad[k % 3];
        if (k == 6)
            fill(COUNT, g, 1e308); /* only the norm is infinite */
        status[k] = (real)run(k < 3 ? SHORT : LONG, k < 3 ? LONG : SHORT, 5, g, o);
        kept[k] = 0;
        for (size_t i = 0; i < COUNT; i++)
            kept[k] += o[i] == 7;
    }
    trace_column(trace, "status-of-not-finite", 7, status);
    trace_column(trace, "numbers-of-o-kept", 7, kept);
    draw_matrix(COUNT, g, rng);
    run(SHORT, LONG, 5, g, o);
    trace_matrix(trace, "o-of-a-finite-one", SHORT, LONG, o);
}

/* Matrices too large for an array on the stack, of the three shapes. */
static void large(FILE *trace, struct rng *rng)
{
    static const struct {
        const char *name;
        size_t rows, cols;
    } all[] = {{"some-of-wide", LARGE, LARGER},
               {"some-of-tall", LARGER, LARGE},
               {"some-of-row", 1, LARGE * LARGER}};
    const size_t count = (size_t)LARGE * LARGER, apart = count / 7;
    real *g = take(count), *o = take(count), some[7];
    draw_matrix(count, g, rng);
    for (size_t k = 0; k < 3; k++) {
        run(all[k].rows, all[k].cols, 5, g, o);
        for (size_t i = 0; i < 7; i++)
            some[i] = o[i * apart + i];
        trace_column(trace, all[k].name, 7, some);
    }
    free(g);
    free(o);
}

/* Two that take turns, nothing allocated, the matrix left as it is. */
static void contract(FILE *trace, struct rng *rng)
{
    struct newton_schulz ns[2];
    real *g[2], copy[COUNT], *o = take(COUNT), path[6 * COUNT];
    size_t overwritten = 0, allocated = 0;
    if (newton_schulz_init(&ns[0], SHORT, LONG) ||
        newton_schulz_init(&ns[1], LONG, SHORT))
        abort();
    for (size_t k = 0; k < 2; k++)
        draw_matrix(COUNT, g[k] = take(COUNT), rng);
    for (size_t k = 0; k < 6; k++) {
        memcpy(copy, g[k % 2], sizeof copy);
        const size_t before = driver_allocations();
        newton_schulz(&ns[k % 2], 5, g[k % 2], o);
        allocated += driver_allocations() - before;
        overwritten += count_changes(COUNT, copy, g[k % 2]);
        memcpy(path + k * COUNT, o, sizeof copy);
    }
    trace_matrix(trace, "o-by-turns", 6, COUNT, path);
    trace_number(trace, "numbers-of-g-overwritten", (double)overwritten);
    trace_number(trace, "allocations", (double)allocated);
    for (size_t k = 0; k < 2; k++) {
        newton_schulz_free(&ns[k]);
        free(g[k]);
    }
    free(o);
}

const struct driver_case driver_cases[] = {
    {"wide", wide},
    {"tall", tall},
    {"shapes", shapes},
    {"steps", steps},
    {"units", units},
    {"rotated", rotated},
    {"degenerate", degenerate},
    {"not-finite", not_finite},
    {"large", large},
    {"contract", contract},
    {NULL, NULL},
};
