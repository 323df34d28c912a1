/* cases_bfgs_update.c: the update for good pairs, many pairs of one quadratic, pairs that
 * must be refused, and sizes from 0 to 1100 and from tiny to huge. */
#include "draw.h"
#include "optim/bfgs_update.h"

enum { N = 5, UPDATES = 15, PAIRS = 9, UNITS = 7, LARGE = 1100 };

static void one(FILE *trace, struct rng *rng)
{
    real a[N * N], h[N * N], s[N], y[N], work[N];
    draw_definite(N, a, rng);
    draw_definite(N, h, rng);
    draw_vector(N, s, rng);
    multiply(N, a, s, y);
    trace_input(trace, "h-before", N * N, h);
    trace_input(trace, "s", N, s);
    trace_input(trace, "y", N, y);
    trace_number(trace, "status-of-a-good-pair", bfgs_update(N, h, s, y, work));
    trace_matrix(trace, "h", N, N, h);
}

/* The root of the sum of squares of HA - I. */
static real distance(const real *h, const real *a)
{
    real sum = 0;
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j < N; j++) {
            real entry = i == j ? -1 : 0;
            for (size_t k = 0; k < N; k++)
                entry += h[i * N + k] * a[k * N + j];
            sum += entry * entry;
        }
    return sqrt(sum);
}

/* Pairs of one quadratic along changing directions: H comes to be the inverse of A. */
static void rows(FILE *trace, struct rng *rng)
{
    real a[N * N], h[N * N] = {0}, s[N], y[N], work[N], t[UPDATES], off[UPDATES];
    draw_definite(N, a, rng);
    for (size_t i = 0; i < N; i++)
        h[i * N + i] = 1;
    for (size_t k = 0; k < UPDATES; k++) {
        draw_vector(N, s, rng);
        multiply(N, a, s, y);
        bfgs_update(N, h, s, y, work);
        off[k] = distance(h, a);
    }
    count_up(UPDATES, t);
    trace_input(trace, "t", UPDATES, t);
    trace_column(trace, "distance", UPDATES, off);
}

/* What cannot be learned from: yᵀs below 0, 0, as good as 0, infinite, NaN. */
static void refused(FILE *trace, struct rng *rng)
{
    real status[PAIRS], after[PAIRS][4], work[2];
    for (size_t k = 0; k < PAIRS; k++) {
        real some = 1 + rng_uniform(rng), s[2] = {some, 1}, y[2] = {1, some};
        real h[4] = {2 + rng_uniform(rng), 0.5, 0.5, 1};
        const real last[PAIRS] = {-2 * some, -some, 0, (real)NAN,          (real)INFINITY,
                                  -some,     some,  0, -some * (1 - 1e-17)};
        h[3] += rng_uniform(rng);
        y[1] = last[k];
        if (k == 2)
            y[0] = 0;
        if (k == 6)
            s[0] = (real)NAN;
        if (k == 7)
            s[0] = s[1] = 0;
        status[k] = bfgs_update(2, h, s, y, work);
        memcpy(after[k], h, sizeof h);
    }
    trace_column(trace, "status-of-what-is-refused", PAIRS, status);
    trace_matrix(trace, "h-after-a-refusal", PAIRS, 4, after[0]);
}

/* The step in other units than 1, and the change of the gradient too: powers of 2, so
 * that nothing is rounded. */
static void units(FILE *trace, struct rng *rng)
{
    real a[4], h[UNITS][4], s[2], y[2], work[2], unit[UNITS], status[UNITS];
    draw_definite(2, a, rng);
    draw_vector(2, s, rng);
    multiply(2, a, s, y);
    for (size_t k = 0; k < UNITS; k++) {
        const real start[4] = {1, 0.25, 0.25, 2};
        unit[k] = ldexp(1, 90 * ((int)k - UNITS / 2));
        const real small_s[2] = {unit[k] * s[0], unit[k] * s[1]};
        const real small_y[2] = {unit[k] * y[0], unit[k] * y[1]};
        memcpy(h[k], start, sizeof start);
        status[k] = bfgs_update(2, h[k], small_s, small_y, work);
    }
    trace_input(trace, "unit", UNITS, unit);
    trace_column(trace, "status-in-units", UNITS, status);
    trace_matrix(trace, "h-in-units", UNITS, 4, h[0]);
}

static void contract(FILE *trace, struct rng *rng)
{
    real *h = allocate(LARGE * LARGE), *s = allocate(LARGE), *y = allocate(LARGE);
    real *work = allocate(LARGE), some[200], one_s = 0.5, one_y = 1 + rng_uniform(rng);
    real single = 3;
    for (size_t i = 0; i < LARGE; i++) {
        h[i * LARGE + i] = 1;
        s[i] = rng_normal(rng);
        y[i] = s[i] * (1 + rng_uniform(rng));
    }
    struct watch watch = watch_begin(s, LARGE, y, LARGE, NULL, 0);
    bfgs_update(LARGE, h, s, y, work);
    watch_end(trace, &watch);
    for (size_t i = 0; i < 200; i++)
        some[i] = h[i * 5 * LARGE + (i * 37 + 11) % LARGE];
    trace_column(trace, "some-of-1210000-entries", 200, some);
    bfgs_update(1, &single, &one_s, &one_y, work);
    trace_number(trace, "h-of-1-parameter", single);
    trace_number(trace, "status-of-0-parameters", bfgs_update(0, NULL, NULL, NULL, NULL));
    free(h), free(s), free(y), free(work);
}

const struct driver_case driver_cases[] = {
    {"one", one},     {"rows", rows},         {"refused", refused},
    {"units", units}, {"contract", contract}, {NULL, NULL},
};
