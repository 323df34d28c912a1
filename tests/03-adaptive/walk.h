/* walk.h: runs of this chapter's optimizers, along given gradients or down a problem.
 *
 *     theta  θ   parameters, n of them        g  gradients, one row a step
 *
 * What is recorded of a run: θ and the arrays of the state, one row a step. */
#ifndef TESTS_ADAPTIVE_WALK_H
#define TESTS_ADAPTIVE_WALK_H

#include "judge/trace.h"
#include "lab/problem.h"
#include "lab/rng.h"
#include "optim/real.h"
#include <stdio.h>
#include <string.h>

enum { WALK_STEPS = 200, WALK_N = 3, WALK_STATES = 3 };

/* An optimizer as a walk sees it. */
struct walker {
    void *optimizer;
    void (*step)(void *optimizer, real *theta, const real *g);
    real *lr; /* its learning rate, which may be changed between steps */
    struct {
        const char *name; /* NULL after the last */
        const real *values;
    } state[WALK_STATES];
};

/* Where it goes. */
struct walk {
    size_t n, steps;
    const real *g;                 /* gradients, steps × n; NULL if there is a problem */
    const struct problem *problem; /* whose gradients count; or NULL */
    const real *lr;                /* learning rate of each step; NULL for one of all */
};

static inline void walk_copy(real *rows, size_t t, size_t n, const real *values)
{
    memcpy(rows + t * n, values, n * sizeof *values);
}

/* Walks on from theta; path and states get steps × n numbers each, and states may be
 * NULL. */
static inline void walk_go(const struct walk *walk, const struct walker *walker,
                           real *theta, real *path,
                           real states[WALK_STATES][WALK_STEPS * WALK_N])
{
    const size_t n = walk->n;
    for (size_t t = 0; t < walk->steps; t++) {
        real g[WALK_N];
        if (walk->problem)
            problem_gradient(walk->problem, theta, g);
        else
            memcpy(g, walk->g + t * n, n * sizeof *g);
        if (walk->lr)
            *walker->lr = walk->lr[t];
        walker->step(walker->optimizer, theta, g);
        walk_copy(path, t, n, theta);
        for (size_t s = 0; states && s < WALK_STATES && walker->state[s].name; s++)
            walk_copy(states[s], t, n, walker->state[s].values);
    }
}

/* Records what the walk is given: t, the learning rate, each coordinate's gradients. */
static inline void walk_inputs(FILE *trace, const struct walk *walk, const real *lr)
{
    static const char *const names[WALK_N] = {"g0", "g1", "g2"};
    real t[WALK_STEPS], g[WALK_STEPS];
    for (size_t i = 0; i < walk->steps; i++)
        t[i] = (real)(i + 1);
    trace_input(trace, "lr", walk->lr ? walk->steps : 1, walk->lr ? walk->lr : lr);
    trace_input(trace, "t", walk->steps, t);
    for (size_t i = 0; walk->g && i < walk->n; i++) {
        for (size_t s = 0; s < walk->steps; s++)
            g[s] = walk->g[s * walk->n + i];
        trace_input(trace, walk->n == 1 ? "g" : names[i], walk->steps, g);
    }
}

/* A whole walk: inputs, θ, and the state. */
static inline void walk_record(FILE *trace, const struct walk *walk,
                               const struct walker *walker, real *theta)
{
    real path[WALK_STEPS * WALK_N], states[WALK_STATES][WALK_STEPS * WALK_N];
    walk_inputs(trace, walk, walker->lr);
    walk_go(walk, walker, theta, path, states);
    trace_matrix(trace, "theta", walk->steps, walk->n, path);
    for (size_t s = 0; s < WALK_STATES && walker->state[s].name; s++)
        trace_matrix(trace, walker->state[s].name, walk->steps, walk->n, states[s]);
}

/* Only θ, under a name of its own. */
static inline void walk_theta(FILE *trace, const char *name, const struct walk *walk,
                              const struct walker *walker, real *theta)
{
    real path[WALK_STEPS * WALK_N];
    walk_go(walk, walker, theta, path, NULL);
    trace_matrix(trace, name, walk->steps, walk->n, path);
}

/* Noise about a slope, of another size in each coordinate. */
static inline void walk_noise(size_t n, size_t steps, real *g, struct rng *rng)
{
    static const real sizes[WALK_N] = {1, 0.125, 8};
    for (size_t i = 0; i < n * steps; i++)
        g[i] = sizes[i % n] * (0.5 + rng_normal(rng));
}

/* Somewhere between 1 and 3 from 0, on either side. */
static inline void walk_start(size_t n, real *theta, struct rng *rng)
{
    for (size_t i = 0; i < n; i++)
        theta[i] = rng_signed(rng, 1 + 2 * rng_uniform(rng));
}

/* The slope of ½ h x², whose curvature h the problem's data points to. */
static inline void walk_valley_gradient(const struct problem *problem, const real *theta,
                                        real *g)
{
    const real *h = problem->data;
    for (size_t i = 0; i < problem->n; i++)
        g[i] = *h * theta[i];
}

/* Steps in the valley ½ h θ² of one parameter, which a plot can show. */
static inline void walk_valley(FILE *trace, const struct walker *walker, size_t steps,
                               real h, struct rng *rng)
{
    struct problem valley = {.n = 1, .gradient = walk_valley_gradient, .data = &h};
    struct walk walk = {.n = 1, .steps = steps, .problem = &valley};
    real theta;
    walk_start(1, &theta, rng);
    trace_input(trace, "curvature", 1, &h);
    walk_record(trace, &walk, walker, &theta);
}

/* A long run from 0 along noise about a slope, looked at in five places. */
static inline void walk_long(FILE *trace, const struct walker *walker, real slope,
                             struct rng *rng)
{
    enum { STOPS = 5 };
    static const real stops[STOPS] = {10, 100, 1000, 10000, 100000};
    real theta = 0, path[STOPS], states[WALK_STATES][STOPS];
    for (size_t t = 0, stop = 0; stop < STOPS; t++) {
        real g = slope + rng_normal(rng);
        walker->step(walker->optimizer, &theta, &g);
        if (t + 1 < (size_t)stops[stop])
            continue;
        path[stop] = theta;
        for (size_t s = 0; s < WALK_STATES && walker->state[s].name; s++)
            states[s][stop] = *walker->state[s].values;
        stop++;
    }
    trace_input(trace, "t", STOPS, stops);
    trace_column(trace, "theta", STOPS, path);
    for (size_t s = 0; s < WALK_STATES && walker->state[s].name; s++)
        trace_column(trace, walker->state[s].name, STOPS, states[s]);
}

#endif
