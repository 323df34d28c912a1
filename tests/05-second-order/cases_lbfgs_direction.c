/* cases_lbfgs_direction.c: the direction with no pair, few, and more than fit; beside the
 * matrix that BFGS would have; as a method; what it leaves alone; NaN, large. */
#include "draw.h"
#include "optim/lbfgs_direction.h"

enum { N = 6, M = 4, STEPS = 12, LARGE = 100000 };

/* Pushes pairs of a quadratic with the matrix a. */
static void push(struct curvature_pairs *pairs, size_t count, const real *a,
                 struct rng *rng)
{
    real s[N], y[N];
    for (size_t k = 0; k < count; k++) {
        draw_vector(N, s, rng);
        multiply(N, a, s, y);
        curvature_pairs_push(pairs, s, y);
    }
}

static void record(FILE *trace, size_t count, struct rng *rng)
{
    struct curvature_pairs pairs;
    real a[N * N], g[N], d[N];
    curvature_pairs_init(&pairs, N, M);
    draw_definite(N, a, rng);
    push(&pairs, count, a, rng);
    draw_vector(N, g, rng);
    lbfgs_direction(&pairs, g, d);
    trace_input(trace, "s", M * N, pairs.s);
    trace_input(trace, "y", M * N, pairs.y);
    trace_input(trace, "g", N, g);
    trace_column(trace, "d", N, d);
    curvature_pairs_free(&pairs);
}

static void none(FILE *trace, struct rng *rng)
{
    record(trace, 0, rng);
}

static void few(FILE *trace, struct rng *rng)
{
    record(trace, 3, rng);
}

static void wrapped(FILE *trace, struct rng *rng)
{
    record(trace, 6, rng);
}

/* With the newest y as the gradient the direction is -s; and a direction is linear in the
 * gradient. */
static void laws(FILE *trace, struct rng *rng)
{
    struct curvature_pairs pairs;
    real a[N * N], s[N], y[N], g[N], along_y[N], along_g[N], sum[N], both[N];
    curvature_pairs_init(&pairs, N, M);
    draw_definite(N, a, rng);
    push(&pairs, 5, a, rng);
    memcpy(s, pairs.s, sizeof s); /* the fifth pair of four is in the first row */
    memcpy(y, pairs.y, sizeof y);
    draw_vector(N, g, rng);
    for (size_t i = 0; i < N; i++)
        sum[i] = g[i] + 2 * y[i];
    lbfgs_direction(&pairs, y, along_y);
    lbfgs_direction(&pairs, g, along_g);
    lbfgs_direction(&pairs, sum, both);
    trace_input(trace, "s", N, s);
    trace_input(trace, "g", N, g);
    trace_column(trace, "d-for-the-newest-y", N, along_y);
    trace_column(trace, "d", N, along_g);
    trace_column(trace, "d-for-the-gradient-and-2-y", N, both);
    curvature_pairs_free(&pairs);
}

/* L-BFGS on a quadratic with 0.7 of the exact steps. Exact ones may arrive at the
 * minimum, where what follows is rounding, or 0 / 0. */
static void path(FILE *trace, struct rng *rng)
{
    struct curvature_pairs pairs;
    real a[4], theta[2], g[2], d[2], ad[2], t[STEPS], way[2][STEPS];
    const real high = 8 + 8 * rng_uniform(rng);
    a[0] = 1, a[1] = a[2] = 0.5, a[3] = high;
    curvature_pairs_init(&pairs, 2, 1);
    draw_vector(2, theta, rng);
    theta[0] += 3;
    for (size_t k = 0; k < STEPS; k++) {
        multiply(2, a, theta, g);
        lbfgs_direction(&pairs, g, d);
        multiply(2, a, d, ad);
        const real step = -0.7 * product(2, g, d) / product(2, d, ad);
        for (size_t i = 0; i < 2; i++) {
            d[i] *= step, ad[i] *= step;
            way[i][k] = theta[i] += d[i];
        }
        curvature_pairs_push(&pairs, d, ad);
    }
    count_up(STEPS, t);
    trace_input(trace, "t", STEPS, t);
    trace_column(trace, "theta", STEPS, way[0]);
    trace_column(trace, "theta-across", STEPS, way[1]);
    curvature_pairs_free(&pairs);
}

/* A memory of 150 pairs. */
static void record_long(FILE *trace, struct rng *rng)
{
    enum { PAIRS = 150 };
    struct curvature_pairs pairs;
    real a[N * N], g[N], d[N];
    curvature_pairs_init(&pairs, N, PAIRS);
    draw_definite(N, a, rng);
    push(&pairs, PAIRS, a, rng);
    draw_vector(N, g, rng);
    lbfgs_direction(&pairs, g, d);
    trace_column(trace, "d-of-150-pairs", N, d);
    curvature_pairs_free(&pairs);
}

/* A NaN and an infinity in the gradient, with one pair and without. */
static void bad(FILE *trace, struct rng *rng)
{
    struct curvature_pairs pairs;
    real a[N * N], g[N], d[N], spoiled[2][2];
    curvature_pairs_init(&pairs, N, M);
    draw_definite(N, a, rng);
    for (size_t k = 0; k < 2; k++) {
        draw_vector(N, g, rng);
        g[2] = k ? -(real)INFINITY : (real)NAN;
        lbfgs_direction(&pairs, g, d);
        spoiled[k][0] = !isfinite(d[2]);
        push(&pairs, 1, a, rng);
        lbfgs_direction(&pairs, g, d);
        spoiled[k][1] = !isfinite(d[0]);
        curvature_pairs_clear(&pairs);
    }
    push(&pairs, 1, a, rng);
    draw_vector(N, g, rng);
    lbfgs_direction(&pairs, g, d);
    trace_matrix(trace, "not-finite-after-nan-and-infinity", 2, 2, spoiled[0]);
    trace_column(trace, "d-for-a-finite-gradient", N, d);
    curvature_pairs_free(&pairs);
}

static void contract(FILE *trace, struct rng *rng)
{
    enum { PAIRS = 3, SOME = 8 };
    struct curvature_pairs pairs;
    real *s = allocate(LARGE), *y = allocate(LARGE), *d = allocate(LARGE), some[SOME];
    curvature_pairs_init(&pairs, LARGE, PAIRS);
    for (size_t k = 0; k <= PAIRS; k++) {
        for (size_t i = 0; i < LARGE; i++) {
            s[i] = rng_normal(rng);
            y[i] = s[i] * (1 + (real)(i % 7));
        }
        curvature_pairs_push(&pairs, s, y);
    }
    struct watch watch =
        watch_begin(pairs.s, PAIRS * LARGE, pairs.y, PAIRS * LARGE, y, LARGE);
    const real rho = pairs.rho[1];
    lbfgs_direction(&pairs, y, d);
    watch_end(trace, &watch);
    trace_number(trace, "pairs-and-the-place-of-the-next-changed",
                 pairs.count != PAIRS || pairs.next != 1 || pairs.rho[1] != rho);
    for (size_t i = 0; i < SOME; i++)
        some[i] = d[i * 14285];
    trace_column(trace, "some-of-100000-numbers", SOME, some);
    record_long(trace, rng);
    curvature_pairs_free(&pairs);
    free(s), free(y), free(d);
}

const struct driver_case driver_cases[] = {
    {"none", none}, {"few", few}, {"wrapped", wrapped},   {"laws", laws},
    {"path", path}, {"bad", bad}, {"contract", contract}, {NULL, NULL},
};
