/* shared.h: what the experiments of chapter 3 share. */
#ifndef DESCENT_FIGURES_ADAPTIVE_SHARED_H
#define DESCENT_FIGURES_ADAPTIVE_SHARED_H

#include "lab/figure.h"
#include "lab/methods.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { SGD, HEAVY_BALL, ADAGRAD, RMSPROP, ADADELTA, ADAM, AMSGRAD, LION, METHODS };

/* What they are called in the table of methods, and in the facts. */
static const struct {
    const char *name, *key;
} raced[METHODS] = {
    {"sgd", "sgd"},         {"heavy_ball", "ball"},   {"adagrad", "adagrad"},
    {"rmsprop", "rmsprop"}, {"adadelta", "adadelta"}, {"adam", "adam"},
    {"amsgrad", "amsgrad"}, {"lion", "lion"},
};

static inline struct optimizer make(int method, size_t n, double lr)
{
    struct optimizer optimizer;
    require(method_make(&optimizer, raced[method].name, n));
    *optimizer.lr = (real)lr;
    return optimizer;
}

/* Steps one method down a function from `theta`, which ends where it got. */
static inline enum descent_status run(const struct problem *problem, int method,
                                      double lr, size_t steps, real *theta, real *path,
                                      real *value)
{
    struct optimizer optimizer = make(method, problem->n, lr);
    enum descent_status status = descend(problem, &optimizer, steps, theta, path, value);
    optimizer_drop(&optimizer);
    return status;
}

/* The learning rates of a grid: 1, 3, 10, 30, … by half-decades; 0 is 1, and -3 is
 * 0.03. */
static inline double half_decade(int i)
{
    int decade = i >= 0 ? i / 2 : -((1 - i) / 2);
    return (i - 2 * decade ? 3 : 1) * pow(10, decade);
}

/* Mean, lowest and highest of several runs. */
struct band {
    double mean, low, high;
};

static inline void widen(struct band *band, double value, size_t count)
{
    if (band->mean == 0)
        *band = (struct band){0, value, value};
    band->mean += value / (double)count;
    band->low = fmin(band->low, value);
    band->high = fmax(band->high, value);
}

#endif
