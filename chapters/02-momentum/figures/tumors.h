/* tumors.h: logistic regression on the breast-cancer data. */
#ifndef DESCENT_FIGURES_MOMENTUM_TUMORS_H
#define DESCENT_FIGURES_MOMENTUM_TUMORS_H

#include "lab/logistic.h"
#include "optim/lapack.h"
#include "shared.h"

enum { params = 31 };

/* The whole data set, standardized, with a penalty of l2. */
struct tumors {
    struct dataset data;
    struct logistic logistic;
    struct problem problem;
};

static inline void open_tumors(struct tumors *tumors, double l2)
{
    struct dataset_error error;
    enum descent_status status = dataset_read(&tumors->data, BREAST_CANCER_PATH, &error);
    if (status)
        fprintf(stderr, "figures: %s\n", error.message);
    require(status);
    size_t p = tumors->data.features;
    require(p + 1 == params ? DESCENT_OK : DESCENT_ERANGE);
    real moments[2 * params];
    dataset_moments(&tumors->data, moments, moments + p);
    dataset_standardize(&tumors->data, moments, moments + p);
    require(logistic_init(&tumors->logistic, &tumors->data, (real)l2, true));
    tumors->problem = logistic_problem(&tumors->logistic);
}

/* tr C, the mean square distance of one sample's gradient from the gradient. */
static inline double sample_variance(const struct problem *problem, const real *theta)
{
    real full[params], g[params];
    problem_gradient(problem, theta, full);
    double variance = 0;
    for (size_t i = 0; i < problem->samples; i++) {
        problem->batch_gradient(problem, 1, &i, theta, g);
        for (int j = 0; j < params; j++)
            variance += square(g[j] - full[j]) / (double)problem->samples;
    }
    return variance;
}

/* The minimum, by many steps of Nesterov's method. */
static inline double minimum(const struct problem *problem, struct rates rates,
                             size_t steps, real *theta)
{
    memset(theta, 0, problem->n * sizeof *theta);
    struct optimizer optimizer = make(NESTEROV, problem->n, rates);
    require(descend(problem, &optimizer, steps, theta, NULL, NULL));
    optimizer_drop(&optimizer);
    return problem_value(problem, theta);
}

/* The curvatures at theta, the smallest first: the eigenvalues of the Hessian, which is
 * made of differences of gradients. */
static inline void curvatures(const struct problem *problem, const real *theta,
                              real *curvature)
{
    const real step = (real)cbrt(REAL_EPSILON);
    real hessian[params * params], point[params], below[params];
    memcpy(point, theta, sizeof point);
    for (int i = 0; i < params; i++) {
        point[i] = theta[i] - step;
        problem_gradient(problem, point, below);
        point[i] = theta[i] + step;
        real *row = hessian + i * params;
        problem_gradient(problem, point, row);
        point[i] = theta[i];
        for (int j = 0; j < params; j++)
            row[j] = (row[j] - below[j]) / (2 * step);
    }
    if (LAPACK_NAME(syev)(LAPACK_ROW_MAJOR, 'N', 'U', params, hessian, params, curvature))
        require(DESCENT_ENOMEM);
}

#endif
