/* cases_metric.c: pairs and triples, near and far, at the kinks, and with bad numbers. */
#include "draw.h"
#include "optim/metric.h"

#include <math.h>
#include <string.h>

enum { PAIRS = 16, D = 3, SWEEP = 81, MANY = 100000 };

/* A point, and one at a distance of it that is between 0 and 2. */
static void draw_pair(real *a, real *b, struct rng *rng)
{
    real way[D], length = 0;
    const real distance = 2 * rng_uniform(rng);
    draw(D, a, 0, 1, rng);
    draw(D, way, 0, 1, rng);
    for (size_t i = 0; i < D; i++)
        length += way[i] * way[i];
    for (size_t i = 0; i < D; i++)
        b[i] = a[i] + distance * way[i] / sqrt(length);
}

static void record_points(FILE *trace, const char *letter, real x[PAIRS][D])
{
    for (size_t i = 0; i < D; i++) {
        real column[PAIRS];
        char name[] = "a0";
        name[0] = *letter;
        name[1] = (char)('0' + i);
        for (size_t k = 0; k < PAIRS; k++)
            column[k] = x[k][i];
        trace_input(trace, name, PAIRS, column);
    }
}

static void record_pairs(FILE *trace, bool same, struct rng *rng)
{
    real a[PAIRS][D], b[PAIRS][D], loss[PAIRS], da[PAIRS][D], db[PAIRS][D], margin[PAIRS];
    for (size_t k = 0; k < PAIRS; k++) {
        draw_pair(a[k], b[k], rng);
        margin[k] = 0.5 + rng_uniform(rng);
        loss[k] = contrastive_loss(D, a[k], b[k], same, margin[k], da[k], db[k]);
    }
    record_points(trace, "a", a);
    record_points(trace, "b", b);
    trace_input(trace, "margin", PAIRS, margin);
    trace_column(trace, same ? "loss-together" : "loss-apart", PAIRS, loss);
    trace_matrix(trace, same ? "da-together" : "da-apart", PAIRS, D, da[0]);
    trace_matrix(trace, same ? "db-together" : "db-apart", PAIRS, D, db[0]);
    trace_number(trace, same ? "loss-together-alone" : "loss-apart-alone",
                 contrastive_loss(D, a[0], b[0], same, margin[0], NULL, NULL));
}

static void together(FILE *trace, struct rng *rng)
{
    record_pairs(trace, true, rng);
}

static void apart(FILE *trace, struct rng *rng)
{
    record_pairs(trace, false, rng);
}

static void record_triples(FILE *trace, enum triplet_distance distance, struct rng *rng)
{
    const bool plain = distance == TRIPLET_PLAIN;
    real a[PAIRS][D], p[PAIRS][D], q[PAIRS][D], margin[PAIRS], loss[PAIRS];
    real da[PAIRS][D], dp[PAIRS][D], dq[PAIRS][D], again[D];
    for (size_t k = 0; k < PAIRS; k++) {
        draw_pair(a[k], p[k], rng);
        memcpy(again, a[k], sizeof again);
        draw_pair(again, q[k], rng);
        for (size_t i = 0; i < D; i++)
            q[k][i] += a[k][i] - again[i];
        margin[k] = rng_uniform(rng);
        loss[k] =
            triplet_loss(D, a[k], p[k], q[k], margin[k], distance, da[k], dp[k], dq[k]);
    }
    record_points(trace, "a", a);
    record_points(trace, "p", p);
    record_points(trace, "q", q);
    trace_input(trace, "margin", PAIRS, margin);
    trace_column(trace, plain ? "loss-plain" : "loss-squared", PAIRS, loss);
    trace_matrix(trace, plain ? "da-plain" : "da-squared", PAIRS, D, da[0]);
    trace_matrix(trace, plain ? "dp-plain" : "dp-squared", PAIRS, D, dp[0]);
    trace_matrix(trace, plain ? "dq-plain" : "dq-squared", PAIRS, D, dq[0]);
    trace_number(trace, plain ? "loss-plain-alone" : "loss-squared-alone",
                 triplet_loss(D, a[0], p[0], q[0], 9, distance, NULL, NULL, NULL));
}

static void plain(FILE *trace, struct rng *rng)
{
    record_triples(trace, TRIPLET_PLAIN, rng);
}

static void squared(FILE *trace, struct rng *rng)
{
    record_triples(trace, TRIPLET_SQUARED, rng);
}

/* One of the losses as a function of three points. */
struct points {
    real a[D], p[D], q[D];
    int which;
};

static real loss_of(const void *context)
{
    const struct points *x = context;
    if (x->which < 2)
        return contrastive_loss(D, x->a, x->p, x->which == 0, 9, NULL, NULL);
    return triplet_loss(D, x->a, x->p, x->q, 9,
                        x->which == 2 ? TRIPLET_PLAIN : TRIPLET_SQUARED, NULL, NULL,
                        NULL);
}

static void differences(FILE *trace, struct rng *rng)
{
    real gradient[4][3][D] = {{{0}}}, quotient[4][3][D];
    for (int which = 0; which < 4; which++) {
        struct points x = {.which = which};
        draw_pair(x.a, x.p, rng);
        draw(D, x.q, 0, 1, rng);
        if (which < 2)
            contrastive_loss(D, x.a, x.p, which == 0, 9, gradient[which][0],
                             gradient[which][1]);
        else
            triplet_loss(D, x.a, x.p, x.q, 9,
                         which == 2 ? TRIPLET_PLAIN : TRIPLET_SQUARED, gradient[which][0],
                         gradient[which][1], gradient[which][2]);
        quotients(D, x.a, loss_of, &x, quotient[which][0]);
        quotients(D, x.p, loss_of, &x, quotient[which][1]);
        quotients(D, x.q, loss_of, &x, quotient[which][2]);
    }
    trace_matrix(trace, "gradients-by-differences", 12, D, quotient[0][0]);
    trace_matrix(trace, "gradients", 12, D, gradient[0][0]);
}

static void record_kink(FILE *trace, const char *loss_name, const char *gradient_name,
                        const real *a, const real *b, bool same, real margin)
{
    real gradient[2][2];
    trace_number(trace, loss_name,
                 contrastive_loss(2, a, b, same, margin, gradient[0], gradient[1]));
    trace_column(trace, gradient_name, 4, gradient[0]);
}

/* Distances of 0 and of the margin, a margin of 0, and a loss of exactly 0. */
static void kinks(FILE *trace, struct rng *rng)
{
    const real s = (real)(1 + rng_below(rng, 9));
    const real zero[2] = {0, 0}, five[2] = {3 * s, 4 * s}, some[2] = {s, -s};
    real gradient[3][2];
    trace_input(trace, "s", 1, &s);
    record_kink(trace, "loss-apart-at-0", "gradients-apart-at-0", some, some, false, s);
    record_kink(trace, "loss-together-at-0", "gradients-together-at-0", some, some, true,
                s);
    record_kink(trace, "loss-apart-at-the-margin", "gradients-apart-at-the-margin", zero,
                five, false, 5 * s);
    record_kink(trace, "loss-apart-margin-0", "gradients-apart-margin-0", zero, five,
                false, 0);
    record_kink(trace, "loss-together-bad-margin", "gradients-together-bad-margin", zero,
                five, true, -1);
    trace_number(trace, "loss-plain-of-exactly-0",
                 triplet_loss(2, zero, zero, five, 5 * s, TRIPLET_PLAIN, gradient[0],
                              gradient[1], gradient[2]));
    trace_column(trace, "gradients-plain-of-exactly-0", 6, gradient[0]);
    trace_number(trace, "loss-plain-all-equal",
                 triplet_loss(2, some, some, some, s, TRIPLET_PLAIN, gradient[0],
                              gradient[1], gradient[2]));
    trace_column(trace, "gradients-plain-all-equal", 6, gradient[0]);
    trace_number(trace, "loss-plain-negative-at-0",
                 triplet_loss(2, zero, five, zero, s, TRIPLET_PLAIN, gradient[0],
                              gradient[1], gradient[2]));
    trace_column(trace, "gradients-plain-negative-at-0", 6, gradient[0]);
    trace_number(trace, "loss-squared-all-equal",
                 triplet_loss(2, some, some, some, s, TRIPLET_SQUARED, gradient[0],
                              gradient[1], gradient[2]));
    trace_column(trace, "gradients-squared-all-equal", 6, gradient[0]);
    trace_number(trace, "loss-of-no-dimension",
                 contrastive_loss(0, NULL, NULL, false, s, NULL, NULL));
}

/* Numbers that are not finite, and margins that are none. */
static void invalid(FILE *trace, struct rng *rng)
{
    enum { POINTS = 9 };
    const real inf = (real)INFINITY, nan = (real)NAN, some = rng_normal(rng);
    const real good[2] = {some, 1}, bad[3][2] = {{some, nan}, {inf, 1}, {some, -inf}};
    const real margin[3] = {-0.1, nan, inf};
    real pair[POINTS], triple[POINTS], pairs[POINTS][2][2] = {{{0}}};
    real triples[POINTS][3][2] = {{{0}}}, shown[5][POINTS];
    for (size_t i = 0; i < POINTS; i++) {
        const real *a = i < 3 ? bad[i] : good, *p = i >= 3 && i < 6 ? bad[i - 3] : good;
        const real m = i >= 6 ? margin[i - 6] : 1;
        for (size_t k = 0; k < 2; k++) {
            shown[k][i] = a[k];
            shown[2 + k][i] = p[k];
        }
        shown[4][i] = m;
        pair[i] =
            contrastive_loss(2, a, p, i % 2 == 0 && i < 6, m, pairs[i][0], pairs[i][1]);
        triple[i] =
            triplet_loss(2, good, a, p, m, i % 2 ? TRIPLET_PLAIN : TRIPLET_SQUARED,
                         triples[i][0], triples[i][1], triples[i][2]);
    }
    trace_input(trace, "first0", POINTS, shown[0]);
    trace_input(trace, "first1", POINTS, shown[1]);
    trace_input(trace, "second0", POINTS, shown[2]);
    trace_input(trace, "second1", POINTS, shown[3]);
    trace_input(trace, "margin", POINTS, shown[4]);
    trace_rough(trace, "loss-of-no-pair", POINTS, pair);
    trace_rough(trace, "gradients-of-no-pair", POINTS * 4, pairs[0][0]);
    trace_rough(trace, "loss-of-no-triple", POINTS, triple);
    trace_rough(trace, "gradients-of-no-triple", POINTS * 6, triples[0][0]);
}

/* Many dimensions, in inputs that are const; large and small distances. */
static void sizes(FILE *trace, struct rng *rng)
{
    real *a = room(6 * MANY), *p = a + MANY, *q = p + MANY, *given = q + 3 * MANY;
    real *da = q + MANY, *dp = da + MANY, gradient[2][2];
    draw(3 * MANY, a, 0, 0.01, rng);
    memcpy(given, a, MANY * sizeof *a);
    const size_t before = driver_allocations();
    real dq[4] = {0};
    trace_number(trace, "loss-of-100000-numbers",
                 contrastive_loss(MANY, a, p, true, 1, da, dp));
    dq[0] = da[5];
    dq[1] = da[MANY - 1];
    dq[2] = dp[0];
    trace_number(trace, "triplet-of-100000-numbers",
                 triplet_loss(MANY, a, p, q, 9, TRIPLET_SQUARED, NULL, NULL, NULL));
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    trace_column(trace, "some-of-100000-gradients", 3, dq);
    trace_number(trace, "numbers-overwritten",
                 (double)driver_overwritten(MANY, a, given));
    free(a);
    const real zero[2] = {0, 0}, tiny[2] = {3e-130, 4e-130}, huge[2] = {3e130, -4e130};
    trace_number(trace, "loss-of-a-tiny-distance",
                 contrastive_loss(2, tiny, zero, false, 1, gradient[0], gradient[1]));
    trace_column(trace, "gradients-of-a-tiny-distance", 4, gradient[0]);
    trace_number(trace, "loss-of-a-huge-distance",
                 contrastive_loss(2, huge, zero, true, 1, gradient[0], gradient[1]));
    trace_column(trace, "gradients-of-a-huge-distance", 4, gradient[0]);
}

/* For the plot: the loss of a pair that belongs apart, by its distance. */
static void sweep(FILE *trace, struct rng *rng)
{
    real distance[SWEEP], apart_loss[SWEEP], together_loss[SWEEP];
    const real margin = 1 + rng_uniform(rng), zero = 0;
    for (size_t i = 0; i < SWEEP; i++) {
        distance[i] = 0.03 * (real)i;
        apart_loss[i] =
            contrastive_loss(1, &distance[i], &zero, false, margin, NULL, NULL);
        together_loss[i] =
            contrastive_loss(1, &distance[i], &zero, true, margin, NULL, NULL);
    }
    trace_input(trace, "margin", 1, &margin);
    trace_input(trace, "distance", SWEEP, distance);
    trace_column(trace, "apart", SWEEP, apart_loss);
    trace_column(trace, "together", SWEEP, together_loss);
}

const struct driver_case driver_cases[] = {
    {"together", together},
    {"apart", apart},
    {"plain", plain},
    {"squared", squared},
    {"differences", differences},
    {"kinks", kinks},
    {"invalid", invalid},
    {"sizes", sizes},
    {"sweep", sweep},
    {NULL, NULL},
};
