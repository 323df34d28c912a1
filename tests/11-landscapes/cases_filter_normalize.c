/* cases_filter_normalize.c: directions for small networks, laid out as parts. */
#include "draw.h"
#include "optim/filter_normalize.h"

#include <math.h>
#include <string.h>

/* Two layers of 4 × 5 and 3 × 4 weights, and 7 biases. */
enum {
    PARTS = 3,
    FIRST = 20,
    SECOND = 12,
    FIXED = 7,
    N = FIRST + SECOND + FIXED,
    MANY = 100000
};

static const struct filter_part net[PARTS] = {
    {4, 5, false}, {3, 4, false}, {1, FIXED, true}};

/* Layers of different sizes, units of different sizes. */
static void draw_net(real *theta, real *d, struct rng *rng)
{
    draw(N, theta, 0, 1, rng);
    draw(N, d, 0, 1, rng);
    for (size_t i = 0; i < FIRST; i++)
        theta[i] *= exp((real)(i / 5) - 2);
    for (size_t i = FIRST; i < FIRST + SECOND; i++)
        theta[i] *= 10 * (1 + rng_uniform(rng));
}

static void network(FILE *trace, struct rng *rng)
{
    real theta[N], d[N];
    draw_net(theta, d, rng);
    trace_input(trace, "theta", N, theta);
    trace_input(trace, "d-before", N, d);
    trace_number(trace, "status", filter_normalize(PARTS, net, theta, d));
    trace_column(trace, "d", N, d);
}

/* Biases first, and a part without any filter in between. */
static void order(FILE *trace, struct rng *rng)
{
    const struct filter_part parts[4] = {
        {2, 3, true}, {0, 9, false}, {2, 3, false}, {5, 1, false}};
    real theta[17], d[17];
    draw(17, theta, 0, 3, rng);
    draw(17, d, 0, 1, rng);
    trace_number(trace, "status", filter_normalize(4, parts, theta, d));
    trace_column(trace, "d-with-biases-first", 17, d);
    trace_number(trace, "status-of-nothing", filter_normalize(0, NULL, NULL, NULL));
}

/* A network with factors moved from unit to unit computes the same; the direction moves
 * with it. */
static void rescaled(FILE *trace, struct rng *rng)
{
    const real factor = 5 + 20 * rng_uniform(rng);
    real theta[N], d[N], once[N];
    draw_net(theta, d, rng);
    memcpy(once, d, sizeof d);
    filter_normalize(PARTS, net, theta, once);
    for (size_t i = 0; i < 5; i++)
        theta[i] *= factor;
    filter_normalize(PARTS, net, theta, d);
    trace_input(trace, "factor", 1, &factor);
    trace_column(trace, "first-unit-before", 5, once);
    trace_column(trace, "first-unit-after", 5, d);
}

/* Filters of 0, of d and of θ. */
static void zero(FILE *trace, struct rng *rng)
{
    real theta[N], d[N];
    draw_net(theta, d, rng);
    memset(d + 5, 0, 5 * sizeof *d);
    memset(theta + 10, 0, 5 * sizeof *theta);
    filter_normalize(PARTS, net, theta, d);
    trace_column(trace, "d-with-filters-of-0", N, d);
}

/* Squares overflow or underflow, and so does the quotient of the lengths. */
static void sizes(FILE *trace, struct rng *rng)
{
    real theta[N], d[N];
    draw_net(theta, d, rng);
    for (size_t i = 0; i < 5; i++) {
        theta[i] = 1e200 * rng_normal(rng);
        d[i] *= 1e-200;
        d[5 + i] *= 1e-14;
        theta[10 + i] = 1e-200 * rng_normal(rng);
    }
    filter_normalize(PARTS, net, theta, d);
    trace_column(trace, "d-of-huge-and-tiny", N, d);
}

static void not_finite(FILE *trace, struct rng *rng)
{
    const real wrong[4] = {(real)NAN, (real)INFINITY, -(real)INFINITY, (real)NAN};
    real status[4], after[4][N];
    for (size_t k = 0; k < 4; k++) {
        real theta[N];
        draw_net(theta, after[k], rng);
        if (k % 2)
            after[k][N - FIXED - 1] = wrong[k];
        else
            theta[N - FIXED - 1] = wrong[k];
        status[k] = filter_normalize(PARTS, net, theta, after[k]);
        after[k][N - FIXED - 1] = 0;
    }
    trace_column(trace, "status-of-what-is-not-finite", 4, status);
    trace_rough(trace, "d-of-what-is-not-finite", (size_t)4 * N, after[0]);
    real theta[N], d[N];
    draw_net(theta, d, rng);
    theta[N - 1] = d[N - 2] = (real)NAN;
    trace_number(trace, "status-of-fixed-nan", filter_normalize(PARTS, net, theta, d));
    trace_column(trace, "d-of-fixed-nan", N, d);
}

static void many(FILE *trace, struct rng *rng)
{
    const struct filter_part part = {100, MANY / 100, false};
    real *theta = room(3 * MANY), *d = theta + MANY, *given = d + MANY;
    draw(2 * MANY, theta, 0, 1, rng);
    memcpy(given, theta, MANY * sizeof *theta);
    const size_t before = driver_allocations();
    filter_normalize(1, &part, theta, d);
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    const real some[] = {d[0], d[999], d[1000], d[MANY - 1]};
    trace_column(trace, "some-of-100000", 4, some);
    trace_number(trace, "theta-overwritten",
                 (double)driver_overwritten(MANY, theta, given));
    free(theta);
}

/* For the plot: how long each filter of the direction is. */
static void lengths(FILE *trace, struct rng *rng)
{
    const struct filter_part part = {30, 8, false};
    real theta[240], d[240], filter[30], length[30];
    draw(240, theta, 0, 1, rng);
    draw(240, d, 0, 1, rng);
    for (size_t i = 0; i < 240; i++)
        theta[i] *= exp((real)(i / 8) / 15);
    filter_normalize(1, &part, theta, d);
    for (size_t f = 0; f < 30; f++) {
        length[f] = 0;
        for (size_t i = 0; i < 8; i++)
            length[f] += d[8 * f + i] * d[8 * f + i];
        length[f] = sqrt(length[f]);
    }
    count_from_1(30, filter);
    trace_input(trace, "filter", 30, filter);
    trace_column(trace, "length", 30, length);
}

const struct driver_case driver_cases[] = {
    {"network", network}, {"order", order},     {"rescaled", rescaled},
    {"zero", zero},       {"sizes", sizes},     {"not-finite", not_finite},
    {"many", many},       {"lengths", lengths}, {NULL, NULL},
};
