/* problem.c: functions to be minimized, and a check of their gradients.
 *
 *     ∂f/∂θ_i ≈ (f(θ + h e_i) - f(θ - h e_i)) / 2h
 *
 *     theta  θ   parameters, n of them        step  h   distance of the two points
 *     g          the gradient to be checked
 *
 * Invariant: theta is copied, so the caller's parameters keep every bit. */
#include "lab/problem.h"

#include <stdlib.h>
#include <string.h>
#include <tgmath.h>

real problem_value(const struct problem *problem, const real *theta)
{
    return problem->value(problem, theta);
}

void problem_gradient(const struct problem *problem, const real *theta, real *g)
{
    problem->gradient(problem, theta, g);
}

real problem_objective(size_t n, const real *theta, real *g, void *problem)
{
    (void)n;
    if (g)
        problem_gradient(problem, theta, g);
    return problem_value(problem, theta);
}

/* The central difference in coordinate i; the points differ by what floating point makes
 * of 2h, not by 2h itself. theta is moved and put back. */
static real central_difference(const struct problem *problem, real *theta, size_t i)
{
    real here = theta[i];
    real step = cbrt(REAL_EPSILON) * fmax((real)1, fabs(here));
    real right = here + step;
    real left = here - step;
    theta[i] = right;
    real above = problem_value(problem, theta);
    theta[i] = left;
    real below = problem_value(problem, theta);
    theta[i] = here;
    return (above - below) / (right - left);
}

real problem_gradient_error(const struct problem *problem, const real *theta)
{
    size_t n = problem->n;
    real *point = malloc(n * sizeof *point);
    real *g = malloc(n * sizeof *g);
    real worst = point && g ? 0 : (real)NAN;
    real scale = 1;
    if (point && g) {
        memcpy(point, theta, n * sizeof *point);
        problem_gradient(problem, point, g);
        for (size_t i = 0; i < n; i++) {
            real gap = fabs(g[i] - central_difference(problem, point, i));
            worst = gap > worst || isnan(gap) ? gap : worst;
            scale = fmax(scale, fabs(g[i]));
        }
    }
    free(point);
    free(g);
    return worst / scale;
}
