/* cases_dropout.c: units kept and dropped, gradients, borders, and the noise. */
#include "draw.h"
#include "optim/dropout.h"

#include <math.h>
#include <string.h>

enum { N = 40, SWEEP = 50, MANY = 100000, BITS = 10 };

static void uniform(size_t n, real *u, struct rng *rng)
{
    for (size_t i = 0; i < n; i++)
        u[i] = rng_uniform(rng);
}

static void flags(FILE *trace, const char *name, size_t n, const bool *kept)
{
    real shown[N];
    for (size_t i = 0; i < n; i++)
        shown[i] = kept[i];
    trace_column(trace, name, n, shown);
}

static void forward(FILE *trace, struct rng *rng)
{
    real u[N], x[N], y[N], p = 0.2 + 0.6 * rng_uniform(rng);
    bool kept[N];
    uniform(N, u, rng);
    u[3] = p;
    draw(N, x, 0, 1, rng);
    dropout_forward(N, p, u, x, kept, y);
    trace_input(trace, "p", 1, &p);
    trace_input(trace, "u", N, u);
    trace_input(trace, "x", N, x);
    trace_column(trace, "y", N, y);
    flags(trace, "kept", N, kept);
    dropout_forward(N, p, u, x, kept, x);
    trace_column(trace, "y-in-place", N, x);
}

static void backward(FILE *trace, struct rng *rng)
{
    real u[N], x[N], y[N], dy[N], dx[N], p = 0.2 + 0.6 * rng_uniform(rng), shown[N];
    bool kept[N];
    uniform(N, u, rng);
    draw(N, x, 0, 1, rng);
    draw(N, dy, 0, 1, rng);
    for (size_t i = 0; i < N; i++) {
        kept[i] = u[i] >= p;
        shown[i] = kept[i];
    }
    dropout_backward(N, p, kept, dy, dx);
    trace_input(trace, "p", 1, &p);
    trace_input(trace, "was-kept", N, shown);
    trace_input(trace, "dy", N, dy);
    trace_column(trace, "dx", N, dx);
    dropout_forward(N, p, u, x, kept, y);
    dropout_backward(N, p, kept, dy, dy);
    trace_column(trace, "dx-after-forward-in-place", N, dy);
}

/* When the network is not being trained. */
static void used(FILE *trace, struct rng *rng)
{
    real x[N], y[N];
    bool kept[N] = {0};
    draw(N, x, 0, 1, rng);
    x[2] = (real)NAN;
    x[3] = (real)INFINITY;
    dropout_forward(N, 0.5, NULL, x, kept, y);
    trace_input(trace, "x", N, x);
    trace_column(trace, "y-when-used", N, y);
    flags(trace, "kept-when-used", N, kept);
    dropout_forward(N, 1, NULL, x, kept, x);
    trace_column(trace, "y-when-used-in-place", N, x);
}

/* All or nothing; what is not finite and dropped, or kept. */
static void borders(FILE *trace, struct rng *rng)
{
    enum { UNITS = 8 };
    const real inf = (real)INFINITY, nan = (real)NAN, s = rng_normal(rng);
    const real u[UNITS] = {0, 0.1, 0.2, 0.3, 0.6, 0.7, 0.8, 1 - 0x1p-53};
    const real x[UNITS] = {s, nan, inf, -inf, nan, inf, -inf, s};
    static const real p[3] = {0, 1, 0.5};
    real y[3][UNITS], dx[3][UNITS];
    for (size_t k = 0; k < 3; k++) {
        bool kept[UNITS] = {0};
        for (size_t i = 0; i < UNITS; i++)
            y[k][i] = dx[k][i] = 7;
        dropout_forward(UNITS, p[k], u, x, kept, y[k]);
        dropout_backward(UNITS, p[k], kept, x, dx[k]);
    }
    trace_input(trace, "u", UNITS, u);
    trace_input(trace, "x", UNITS, x);
    trace_column(trace, "y-with-p-0", UNITS, y[0]);
    trace_column(trace, "y-with-p-1", UNITS, y[1]);
    trace_column(trace, "y-with-p-half", UNITS, y[2]);
    trace_column(trace, "dx-with-p-0", UNITS, dx[0]);
    trace_column(trace, "dx-with-p-1", UNITS, dx[1]);
    trace_column(trace, "dx-with-p-half", UNITS, dx[2]);
}

/* Probabilities that are none: what was there before stays. Then one that is one. */
static void invalid(FILE *trace, struct rng *rng)
{
    const real p[4] = {-0.1, 1.1, (real)NAN, (real)INFINITY}, u[2] = {0, 0.9};
    real status[12], y[4][2], dx[4][2], x[2], flag[8], variance[4];
    draw(2, x, 0, 1, rng);
    draw(8, y[0], 7, 1, rng);
    draw(8, dx[0], 7, 1, rng);
    const real good = 0.2 + 0.6 * rng_uniform(rng);
    for (size_t k = 0; k < 4; k++) {
        bool kept[2] = {true, false};
        status[k] = (real)dropout_forward(2, p[k], u, x, kept, y[k]);
        status[4 + k] = (real)dropout_forward(2, p[k], NULL, x, kept, y[k]);
        status[8 + k] = (real)dropout_backward(2, p[k], kept, x, dx[k]);
        flag[2 * k] = kept[0];
        flag[2 * k + 1] = kept[1];
        variance[k] = dropout_variance(2, p[k], x, x);
    }
    real shown[12];
    for (size_t k = 0; k < 12; k++)
        shown[k] = p[k % 4];
    trace_input(trace, "bad-p", 12, shown);
    trace_column(trace, "status-of-bad-p", 12, status);
    trace_rough(trace, "y-of-bad-p", 8, y[0]);
    trace_rough(trace, "dx-of-bad-p", 8, dx[0]);
    trace_rough(trace, "kept-of-bad-p", 8, flag);
    trace_rough(trace, "variance-of-bad-p", 4, variance);
    bool kept[2];
    trace_number(trace, "status-of-good-p",
                 (double)dropout_forward(2, good, u, x, kept, y[0]));
    trace_input(trace, "good-p", 1, &good);
    trace_column(trace, "y-of-good-p", 2, y[0]);
}

static void variance(FILE *trace, struct rng *rng)
{
    real w[N], x[N], p[4] = {0, 0.1, 0.5, 1}, of[4];
    draw(N, w, 0, 1, rng);
    draw(N, x, 0, 1, rng);
    for (size_t k = 0; k < 4; k++)
        of[k] = dropout_variance(N, p[k], w, x);
    trace_input(trace, "p", 4, p);
    trace_column(trace, "variance", 4, of);
    trace_number(trace, "variance-of-no-unit", dropout_variance(0, 0.5, NULL, NULL));
}

/* All 2^10 masks of ten units with p = 1/2: mean and variance of what really happens. */
static void happens(FILE *trace, struct rng *rng)
{
    enum { ALL = 1 << BITS };
    real w[BITS], x[BITS], y[BITS], sums[ALL], plain = 0;
    bool kept[BITS];
    draw(BITS, w, 0, 1, rng);
    draw(BITS, x, 0, 1, rng);
    for (size_t i = 0; i < BITS; i++)
        plain += w[i] * x[i];
    for (size_t mask = 0; mask < ALL; mask++) {
        real u[BITS];
        for (size_t i = 0; i < BITS; i++)
            u[i] = mask >> i & 1 ? 0.75 : 0.25;
        dropout_forward(BITS, 0.5, u, x, kept, y);
        sums[mask] = 0;
        for (size_t i = 0; i < BITS; i++)
            sums[mask] += w[i] * y[i];
    }
    trace_input(trace, "sum-without-dropout", 1, &plain);
    trace_column(trace, "sum-of-each-mask", ALL, sums);
    trace_number(trace, "variance-of-the-sum", dropout_variance(BITS, 0.5, w, x));
}

static void many(FILE *trace, struct rng *rng)
{
    real *u = room(5 * MANY), *x = u + MANY, *y = x + MANY, *given = y + MANY, sum = 0;
    bool *kept = malloc(MANY);
    if (!kept)
        abort();
    uniform(MANY, u, rng);
    draw(MANY, x, 0, 1, rng);
    memcpy(given, u, 2 * MANY * sizeof *u);
    const size_t before = driver_allocations();
    dropout_forward(MANY, 0.5, u, x, kept, y);
    dropout_backward(MANY, 0.5, kept, y, y);
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    for (size_t i = 0; i < MANY; i++)
        sum += y[i];
    trace_number(trace, "sum-of-100000", sum);
    trace_number(trace, "inputs-overwritten",
                 (double)driver_overwritten(2 * MANY, u, given));
    trace_number(trace, "status-of-no-unit",
                 (double)dropout_forward(0, 0.5, NULL, NULL, NULL, NULL));
    free(kept);
    free(u);
}

/* For the plot. */
static void sweep(FILE *trace, struct rng *rng)
{
    real p[SWEEP], of[SWEEP];
    const real one = 1, x = 1 + rng_uniform(rng);
    for (size_t i = 0; i < SWEEP; i++) {
        p[i] = 0.018 * (real)i;
        of[i] = dropout_variance(1, p[i], &one, &x);
    }
    trace_input(trace, "x", 1, &x);
    trace_input(trace, "p", SWEEP, p);
    trace_column(trace, "variance", SWEEP, of);
}

const struct driver_case driver_cases[] = {
    {"forward", forward}, {"backward", backward}, {"used", used},
    {"borders", borders}, {"invalid", invalid},   {"variance", variance},
    {"happens", happens}, {"many", many},         {"sweep", sweep},
    {NULL, NULL},
};
