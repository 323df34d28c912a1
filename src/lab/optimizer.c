/* optimizer.c: steps down a function with whatever method.
 *
 *     θ_t = step(θ_{t-1}, ∇f(θ_{t-1}))
 *
 *     theta  θ   parameters, n of them      g   gradient at theta
 *     path       θ_0 … θ_steps              value   f(θ_0) … f(θ_steps)
 *
 * Invariant: the gradient is evaluated once a step, at the parameters that are stepped
 * on. */
#include "lab/optimizer.h"

#include <stdlib.h>
#include <string.h>
#include <tgmath.h>

void optimizer_drop(struct optimizer *optimizer)
{
    if (optimizer->drop)
        optimizer->drop(optimizer->state);
    *optimizer = (struct optimizer){0};
}

enum descent_status descend(const struct problem *problem,
                            const struct optimizer *optimizer, size_t steps, real *theta,
                            real *path, real *value)
{
    size_t n = problem->n;
    real *g = malloc(n * sizeof *g);
    if (!g)
        return DESCENT_ENOMEM;
    for (size_t t = 0; t <= steps; t++) {
        if (t > 0) {
            problem_gradient(problem, theta, g);
            optimizer->step(optimizer->state, theta, g);
        }
        if (path)
            memcpy(path + t * n, theta, n * sizeof *path);
        if (value)
            value[t] = problem_value(problem, theta);
    }
    free(g);
    for (size_t i = 0; i < n; i++)
        if (!isfinite(theta[i]))
            return DESCENT_ENAN;
    return DESCENT_OK;
}
