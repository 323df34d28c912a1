/* cases_natural_gradient.c: logistic regression with and without damping, far from the
 * labels' border, in other coordinates, as a method; logits of a categorical
 * distribution, small and large; bad and large inputs. */
#include "draw.h"
#include "optim/natural_gradient.h"

enum {
    M = 20,
    P = 3,
    DAMPINGS = 4,
    STEPS = 8,
    K = 5,
    SETS = 5,
    BAD = 10,
    WIDE = 70,
    LARGE = 20000
};

/* Samples and labels that a logistic model draws. */
static void draw_samples(size_t m, size_t p, real *x, size_t *label, struct rng *rng)
{
    draw_vector(m * p, x, rng);
    for (size_t i = 0; i < m; i++)
        label[i] = rng_uniform(rng) < 1 / (1 + exp(-x[i * p]));
}

static void logistic(FILE *trace, struct rng *rng)
{
    const real damping[DAMPINGS] = {0, 0.01, 0.1, 10};
    real x[M * P], theta[P], fisher[P * P], d[DAMPINGS][P], status[DAMPINGS];
    size_t label[M];
    draw_samples(M, P, x, label, rng);
    draw_vector(P, theta, rng);
    for (size_t k = 0; k < DAMPINGS; k++)
        status[k] = natural_logistic(M, P, x, label, theta, damping[k], fisher, d[k]);
    trace_input(trace, "damping", DAMPINGS, damping);
    trace_matrix(trace, "d", DAMPINGS, P, d[0]);
    trace_column(trace, "status-of-good-samples", DAMPINGS, status);
}

/* One feature and margins of some ±36: σ (1 - σ) is some 10^-16. */
static void confident(FILE *trace, struct rng *rng)
{
    real margin[6], d[6], fisher;
    for (size_t k = 0; k < 6; k++) {
        const real theta = (k % 2 ? -1 : 1) * (33 + 2 * rng_uniform(rng) + (real)k);
        const real x[2] = {1, 1.01};
        const size_t label[2] = {k % 3 == 0, 1};
        margin[k] = theta;
        natural_logistic(2, 1, x, label, &theta, 0, &fisher, &d[k]);
    }
    trace_input(trace, "margin", 6, margin);
    trace_column(trace, "d-far-from-the-border", 6, d);
}

/* Features x' = Aᵀx belong to parameters φ with θ = A φ: the same model. */
static void invariance(FILE *trace, struct rng *rng)
{
    real x[M * P], turned[M * P], a[P * P], phi[P], theta[P], fisher[P * P];
    real d[P], inner[P], moved[P];
    size_t label[M];
    draw_samples(M, P, x, label, rng);
    draw_definite(P, a, rng); /* symmetric: Aᵀ = A */
    draw_vector(P, phi, rng);
    for (size_t i = 0; i < P; i++)
        phi[i] *= 0.1;
    multiply(P, a, phi, theta);
    for (size_t i = 0; i < M; i++)
        multiply(P, a, x + i * P, turned + i * P);
    natural_logistic(M, P, x, label, theta, 0, fisher, d);
    natural_logistic(M, P, turned, label, phi, 0, fisher, inner);
    multiply(P, a, inner, moved);
    trace_input(trace, "theta", P, theta);
    trace_column(trace, "d", P, d);
    trace_column(trace, "d-through-other-coordinates", P, moved);
}

/* Full steps from 0 with one feature. */
static void path(FILE *trace, struct rng *rng)
{
    real x[M], t[STEPS], theta[STEPS], here = 0, fisher, d;
    size_t label[M];
    draw_samples(M, 1, x, label, rng);
    label[0] = x[0]<0, label[1] = x[1]> 0; /* no line separates them */
    for (size_t k = 0; k < STEPS; k++) {
        natural_logistic(M, 1, x, label, &here, 0.05, &fisher, &d);
        theta[k] = here += 0.5 * d;
    }
    count_up(STEPS, t);
    trace_input(trace, "t", STEPS, t);
    trace_column(trace, "theta", STEPS, theta);
}

static void record_categorical(FILE *trace, real size, real shift, struct rng *rng)
{
    real z[SETS][K], g[SETS][K], d[SETS][K], status[SETS];
    for (size_t k = 0; k < SETS; k++) {
        draw_vector(K, g[k], rng);
        for (size_t i = 0; i < K; i++)
            z[k][i] = size * (rng_uniform(rng) - 0.5) + shift * (k % 2 ? -1 : 1);
        status[k] = natural_categorical(K, z[k], g[k], d[k]);
    }
    trace_input(trace, "z", SETS * K, z[0]);
    trace_input(trace, "g", SETS * K, g[0]);
    trace_matrix(trace, "d", SETS, K, d[0]);
    trace_column(trace, "status", SETS, status);
}

static void categorical(FILE *trace, struct rng *rng)
{
    record_categorical(trace, 3, 0, rng);
}

static void shifted(FILE *trace, struct rng *rng)
{
    record_categorical(trace, 20, 900, rng);
}

/* Bad samples; then a feature that is always 0, without damping and with it. */
static void bad(FILE *trace, struct rng *rng)
{
    real status[BAD], d[BAD][2], fisher[4];
    for (size_t k = 0; k < BAD; k++) {
        real x[6] = {1, 2, -1, 0.5, rng_normal(rng), 1}, theta[2] = {0.1, 0.2};
        size_t label[3] = {1, 0, 1};
        real damping = k == 2   ? -0.1
                       : k == 3 ? (real)NAN
                       : k == 8 ? 0.5
                       : k == 9 ? (real)INFINITY
                                : 0;
        label[1] = k == 1 ? 2 : 0;
        x[2] = k == 4 ? (real)NAN : -1;
        theta[0] = k == 5 ? (real)NAN : 0.1;
        x[5] = k == 6 ? (real)NAN : 1;
        for (size_t i = 0; k >= 7 && k < 9 && i < 3; i++)
            x[2 * i + 1] = 0;
        d[k][0] = d[k][1] = 7;
        status[k] =
            natural_logistic(k == 0 ? 0 : 3, 2, x, label, theta, damping, fisher, d[k]);
    }
    trace_column(trace, "status-of-bad-samples", BAD, status);
    trace_matrix(trace, "d-of-bad-samples", BAD, 2, d[0]);
    const real x[1] = {1}, theta[1] = {0};
    const size_t label[1] = {1};
    trace_number(trace, "status-of-0-features",
                 natural_logistic(1, 0, x, label, theta, 0, fisher, d[0]));
}

static void bad_logits(FILE *trace, struct rng *rng)
{
    enum { CASES = 5 };
    real status[CASES], d[CASES][2];
    const real z[CASES][2] = {{0, (real)NAN},
                              {0, (real)INFINITY},
                              {0, 1},
                              {0, -800 - rng_uniform(rng)},
                              {0, -720}};
    const real g[CASES][2] = {{1, 2}, {1, 2}, {(real)NAN, 1}, {1, 2}, {1e200, -1}};
    const real good[2] = {0, rng_uniform(rng)};
    for (size_t k = 0; k < CASES; k++) {
        d[k][0] = d[k][1] = 7;
        status[k] = natural_categorical(2, z[k], g[k], d[k]);
    }
    trace_column(trace, "status-of-bad-logits", CASES, status);
    trace_matrix(trace, "d-of-bad-logits", CASES, 2, d[0]);
    natural_categorical(2, good, g[0], d[0]);
    trace_column(trace, "d-of-good-logits", 2, d[0]);
    real one = 7;
    trace_number(trace, "status-of-1-category", natural_categorical(1, z[0], g[0], &one));
    trace_number(trace, "d-of-1-category", one);
    trace_number(trace, "status-of-0-categories",
                 natural_categorical(0, NULL, NULL, NULL));
}

/* As many features as would not fit into small arrays, and θ, which is watched. */
static void record_wide(FILE *trace, struct rng *rng)
{
    real *x = allocate(80 * WIDE), *fisher = allocate(WIDE * WIDE);
    real theta[WIDE], given[WIDE], d[WIDE];
    size_t label[80];
    draw_samples(80, WIDE, x, label, rng);
    for (size_t i = 0; i < WIDE; i++)
        theta[i] = given[i] = 0.1 * rng_normal(rng);
    natural_logistic(80, WIDE, x, label, theta, 0.1, fisher, d);
    trace_column(trace, "d-of-70-features", WIDE, d);
    trace_number(trace, "numbers-of-theta-overwritten",
                 (double)driver_overwritten(WIDE, theta, given));
    free(x), free(fisher);
}

static void contract(FILE *trace, struct rng *rng)
{
    enum { SOME = 8 };
    real *x = allocate(2 * LARGE), *z = allocate(LARGE), *g = allocate(LARGE);
    real *d = allocate(LARGE), theta[2] = {0.3, -0.2}, fisher[4], some[SOME];
    size_t *label = calloc(LARGE, sizeof *label);
    if (!label)
        abort();
    draw_samples(LARGE, 2, x, label, rng);
    draw_vector(LARGE, z, rng);
    draw_vector(LARGE, g, rng);
    struct watch watch = watch_begin(x, 2 * LARGE, z, LARGE, g, LARGE);
    natural_categorical(LARGE, z, g, d);
    for (size_t i = 0; i < SOME; i++)
        some[i] = d[i * 2857];
    natural_logistic(LARGE, 2, x, label, theta, 0, fisher, d);
    watch_end(trace, &watch);
    trace_column(trace, "some-of-20000-logits", SOME, some);
    trace_column(trace, "d-of-20000-samples", 2, d);
    record_wide(trace, rng);
    free(x), free(z), free(g), free(d), free(label);
}

const struct driver_case driver_cases[] = {
    {"logistic", logistic}, {"confident", confident},     {"invariance", invariance},
    {"path", path},         {"categorical", categorical}, {"shifted", shifted},
    {"bad", bad},           {"bad-logits", bad_logits},   {"contract", contract},
    {NULL, NULL},
};
