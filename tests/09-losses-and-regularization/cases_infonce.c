/* cases_infonce.c: losses of matrices of similarities, with a diagonal that must not be
 * looked at. */
#include "draw.h"
#include "optim/infonce.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

enum { N = 6, SWEEP = 60, MANY = 300 };

struct similarities {
    real s[N * N], temperature;
    size_t positive[N];
};

/* Similarities with a diagonal that is larger than all others, as it is of cosines. The
 * pairs are neighbors, or n/2 apart, by the seed. */
static struct similarities draw_similarities(real spread, struct rng *rng)
{
    struct similarities x;
    const bool halves = rng_below(rng, 2);
    draw(N * N, x.s, 0, spread, rng);
    for (size_t i = 0; i < N; i++) {
        x.s[i * N + i] = 1.5 * spread * (1 + rng_uniform(rng));
        x.positive[i] = halves ? (i + N / 2) % N : i ^ 1;
    }
    x.temperature = 0.2 + rng_uniform(rng);
    return x;
}

static void record_inputs(FILE *trace, const struct similarities *x)
{
    real positive[N];
    for (size_t i = 0; i < N; i++)
        positive[i] = (real)x->positive[i];
    trace_input(trace, "positive", N, positive);
    trace_input(trace, "temperature", 1, &x->temperature);
}

static real loss_of(const struct similarities *x, real *ds)
{
    return infonce(N, x->s, x->positive, x->temperature, ds);
}

static void loss(FILE *trace, struct rng *rng)
{
    const struct similarities x = draw_similarities(1, rng);
    real ds[N][N];
    record_inputs(trace, &x);
    trace_number(trace, "loss", loss_of(&x, ds[0]));
    trace_matrix(trace, "ds", N, N, ds[0]);
    trace_number(trace, "loss-without-gradient", loss_of(&x, NULL));
}

/* Similarities up to 10,000, a temperature of a thousandth, and similarities below any
 * large number that somebody masks the diagonal with. */
static void large(FILE *trace, struct rng *rng)
{
    struct similarities x = draw_similarities(4000, rng);
    real ds[N][N], sharp[N][N];
    record_inputs(trace, &x);
    trace_number(trace, "loss-of-large", loss_of(&x, ds[0]));
    trace_matrix(trace, "ds-of-large", N, N, ds[0]);
    draw(N * N, x.s, 0, 1, rng);
    x.temperature = 0.001;
    trace_number(trace, "loss-of-a-low-temperature", loss_of(&x, sharp[0]));
    trace_matrix(trace, "ds-of-a-low-temperature", N, N, sharp[0]);
    for (size_t i = 0; i < N * N; i++)
        x.s[i] = -1e4 - x.s[i];
    trace_number(trace, "loss-of-very-dissimilar", loss_of(&x, NULL));
    for (size_t i = 0; i < N * N; i++)
        x.s[i] = -1e100 * (1 + rng_uniform(rng));
    trace_number(trace, "loss-below-any-mask", loss_of(&x, NULL));
}

/* The diagonal holds what nobody should look at; a positive need not return the favor. */
static void diagonal(FILE *trace, struct rng *rng)
{
    const real things[N] = {(real)NAN, (real)INFINITY, -(real)INFINITY, 1e300, -1e300, 0};
    struct similarities x = draw_similarities(1, rng);
    real ds[N][N];
    for (size_t i = 0; i < N; i++) {
        x.s[i * N + i] = things[i];
        x.positive[i] = (i + 1) % N;
    }
    record_inputs(trace, &x);
    trace_number(trace, "loss-with-any-diagonal", loss_of(&x, ds[0]));
    trace_matrix(trace, "ds-with-any-diagonal", N, N, ds[0]);
}

static real cost(const void *context)
{
    return loss_of(context, NULL);
}

static void differences(FILE *trace, struct rng *rng)
{
    struct similarities x = draw_similarities(1, rng);
    real ds[N][N], quotient[N][N];
    loss_of(&x, ds[0]);
    quotients(N * N, x.s, cost, &x, quotient[0]);
    trace_matrix(trace, "ds-by-differences", N, N, quotient[0]);
    trace_matrix(trace, "ds-of-the-loss", N, N, ds[0]);
}

/* One pair; all similarities equal; one moved row; many embeddings. */
static void edges(FILE *trace, struct rng *rng)
{
    const real there = rng_normal(rng), back = rng_normal(rng);
    const real pair[4] = {9, there, back, 9};
    const size_t other[2] = {1, 0};
    struct similarities x = draw_similarities(1, rng);
    real ds[4], shift = 100 * rng_normal(rng);
    trace_input(trace, "shift", 1, &shift);
    trace_number(trace, "loss-of-one-pair", infonce(2, pair, other, 0.5, ds));
    trace_column(trace, "ds-of-one-pair", 4, ds);
    trace_number(trace, "loss-before", loss_of(&x, NULL));
    for (size_t k = 0; k < N; k++)
        x.s[2 * N + k] += shift;
    trace_number(trace, "loss-of-a-moved-row", loss_of(&x, NULL));
    for (size_t i = 0; i < N * N; i++)
        x.s[i] = shift;
    trace_number(trace, "loss-of-equal", loss_of(&x, NULL));
}

static void many(FILE *trace, struct rng *rng)
{
    real *s = room(3 * MANY * MANY), *ds = s + MANY * MANY, *given = ds + MANY * MANY;
    size_t positive[MANY];
    draw(MANY * MANY, s, 0, 1, rng);
    memcpy(given, s, MANY * MANY * sizeof *s);
    for (size_t i = 0; i < MANY; i++)
        positive[i] = (i + MANY / 2) % MANY;
    const size_t before = driver_allocations();
    trace_number(trace, "loss-of-300", infonce(MANY, s, positive, 0.5, ds));
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    const real some[] = {ds[0], ds[1], ds[150], ds[MANY * MANY - 2]};
    trace_column(trace, "some-ds-of-300", 4, some);
    trace_number(trace, "similarities-overwritten",
                 (double)driver_overwritten(MANY * MANY, s, given));
    free(s);
}

static void invalid(FILE *trace, struct rng *rng)
{
    enum { POINTS = 11 };
    const real inf = (real)INFINITY, nan = (real)NAN, some = rng_normal(rng);
    const real good[9] = {some, 1, 2, 3, some, 4, 5, 6, some};
    const real t[POINTS] = {0, -1, nan, inf, 1, 1, 1, 1, 1, 1, 1};
    const real wrong[3] = {nan, inf, -inf};
    real loss_of_none[POINTS], ds[POINTS][9] = {{0}}, s_shown[POINTS], p_shown[POINTS];
    for (size_t i = 0; i < POINTS; i++) {
        real s[9];
        size_t positive[3] = {1, 2, 0};
        memcpy(s, good, sizeof s);
        const size_t where = i == 4 ? 1 : i == 5 ? 2 : 5;
        if (i >= 4 && i < 7)
            s[where] = wrong[i - 4];
        if (i >= 7)
            positive[1] = (const size_t[]){3, 1, UINT32_MAX, 100}[i - 7];
        s_shown[i] = s[where];
        p_shown[i] = (real)positive[1];
        loss_of_none[i] = infonce(3, s, positive, t[i], ds[i]);
    }
    trace_input(trace, "some", 1, &some);
    trace_input(trace, "temperature", POINTS, t);
    trace_input(trace, "a-similarity", POINTS, s_shown);
    trace_input(trace, "positive-of-1", POINTS, p_shown);
    trace_rough(trace, "loss-of-none", POINTS, loss_of_none);
    trace_rough(trace, "ds-of-none", POINTS * 9, ds[0]);
    real one[2] = {0, 0};
    const size_t zero = 0;
    trace_number(trace, "loss-of-nothing", infonce(0, NULL, NULL, 1, NULL));
    trace_number(trace, "loss-of-one", infonce(1, good, &zero, 1, one));
    trace_number(trace, "ds-of-one", one[0]);
}

/* For the plot: the loss against the temperature. */
static void temperatures(FILE *trace, struct rng *rng)
{
    struct similarities x = draw_similarities(0.3, rng);
    real tau[SWEEP], value[SWEEP];
    for (size_t i = 0; i < SWEEP; i++) {
        x.temperature = tau[i] = 0.05 * (real)(i + 1);
        value[i] = loss_of(&x, NULL);
    }
    trace_input(trace, "tau", SWEEP, tau);
    trace_column(trace, "loss", SWEEP, value);
}

const struct driver_case driver_cases[] = {
    {"loss", loss},         {"large", large},
    {"diagonal", diagonal}, {"differences", differences},
    {"edges", edges},       {"many", many},
    {"invalid", invalid},   {"temperatures", temperatures},
    {NULL, NULL},
};
