/* shared.h: what the experiments of chapter 2 share. */
#ifndef DESCENT_FIGURES_MOMENTUM_SHARED_H
#define DESCENT_FIGURES_MOMENTUM_SHARED_H

#include "lab/figure.h"
#include "lab/methods.h"
#include "lab/quadratic.h"
#include "optim/heavy_ball.h"
#include "optim/nesterov_current.h"
#include "optim/quadratic_tuning.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static inline double norm(size_t n, const real *x)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += square(x[i]);
    return sqrt(sum);
}

/* --- Methods ---------------------------------------------------------------------- */

enum { GRADIENT_DESCENT, HEAVY_BALL, NESTEROV, METHODS };

/* What they are called in the table of methods, and in the facts. */
static const struct {
    const char *name, *key;
} raced[METHODS] = {{"sgd", "gd"}, {"heavy_ball", "ball"}, {"nesterov", "nesterov"}};

/* η and β, in form (b). */
struct rates {
    double lr, beta;
};

/* The best rates for curvatures from mu to ell: gradient descent and the heavy ball by
 * exercise 2.4, Nesterov's method with the standard ones. */
static inline struct rates tuned(int method, double mu, double ell)
{
    struct quadratic_tuning plain = quadratic_tune_gradient((real)mu, (real)ell);
    struct quadratic_tuning ball = quadratic_tune_heavy_ball((real)mu, (real)ell);
    double root = sqrt(ell / mu);
    switch (method) {
    case GRADIENT_DESCENT:
        return (struct rates){plain.lr, 0};
    case HEAVY_BALL:
        return (struct rates){ball.lr, ball.beta};
    default:
        return (struct rates){1 / ell, (root - 1) / (root + 1)};
    }
}

static inline struct optimizer make(int method, size_t n, struct rates rates)
{
    struct optimizer optimizer;
    require(method_make(&optimizer, raced[method].name, n));
    *optimizer.lr = (real)rates.lr;
    if (method == HEAVY_BALL)
        ((struct heavy_ball *)optimizer.state)->config.beta = (real)rates.beta;
    if (method == NESTEROV)
        ((struct nesterov_current *)optimizer.state)->config.beta = (real)rates.beta;
    return optimizer;
}

/* Steps down from theta, which ends where it got. In the path, Nesterov's method is where
 * its look-ahead form is. */
static inline void run(const struct problem *problem, int method, struct rates rates,
                       size_t steps, real *theta, real *path)
{
    const size_t n = problem->n;
    struct optimizer optimizer = make(method, n, rates);
    require(descend(problem, &optimizer, 0, theta, path, NULL));
    for (size_t t = 1; t <= steps; t++) {
        real *place = path + t * n;
        require(descend(problem, &optimizer, 1, theta, NULL, NULL));
        memcpy(place, theta, n * sizeof *place);
        if (method == NESTEROV)
            nesterov_current_behind(optimizer.state, place, place);
    }
    optimizer_drop(&optimizer);
}

static inline struct quadratic new_quadratic(size_t n, const real *spectrum)
{
    struct quadratic quadratic;
    require(quadratic_init(&quadratic, n, spectrum, NULL));
    return quadratic;
}

/* The valley: a floor of curvature 1 between walls of curvature 50. */
static const real valley_spectrum[2] = {1, 50};
static const real valley_start[2] = {-10, 1};

#endif
