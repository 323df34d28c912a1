/* speed.h: how fast a method shrinks the error of a quadratic. */
#ifndef DESCENT_FIGURES_MOMENTUM_SPEED_H
#define DESCENT_FIGURES_MOMENTUM_SPEED_H

#include "optim/momentum_spectrum.h"
#include "shared.h"

/* The larger modulus of the roots of z² - bz + c. */
static inline double larger_root(double b, double c)
{
    double d = b * b - 4 * c;
    return d < 0 ? sqrt(c) : (fabs(b) + sqrt(d)) / 2;
}

/* The factor by which Nesterov's method shrinks the error at curvature h. */
static inline double nesterov_radius(double lr, double beta, double h)
{
    return larger_root((1 + beta) * (1 - lr * h), beta * (1 - lr * h));
}

/* The factor a step by which the error shrinks on a quadratic, between the step where it
 * has lost `first` decimal digits and the one where it has lost `last`. */
static inline double measured_rate(const struct problem *problem, int method,
                                   struct rates rates, int first, int last)
{
    const size_t n = problem->n;
    struct optimizer optimizer = make(method, n, rates);
    real *path = allocate(3 * n), *theta = allocate(n);
    for (size_t i = 0; i < n; i++)
        theta[i] = 1;
    double size = 1, begin = 1;
    size_t t = 0, begun = 0;
    while (size > pow(10, -last) && t < 4000000) {
        /* The larger of two steps, since a coordinate may pass through zero. */
        require(descend(problem, &optimizer, 2, theta, path, NULL));
        t += 2;
        size = 0;
        for (size_t i = n; i < 3 * n; i++)
            size = fmax(size, fabs(path[i]));
        if (!begun && size < pow(10, -first)) {
            begun = t;
            begin = size;
        }
    }
    free(path);
    free(theta);
    optimizer_drop(&optimizer);
    return pow(size / begin, 1 / (double)(t - begun));
}

#endif
