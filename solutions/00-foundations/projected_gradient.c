/** @exercise 0.6 The simplex, and projected gradient
 *  @points 15
 *
 *  Probabilities and shares of a budget live on a simplex: none is negative, and they add
 *  up to a total $s$. The point of it that is nearest to $y$ is
 *
 *  $$ x_i = \max(y_i - \tau, 0) , \quad \sum_i x_i = s . $$
 *
 *  Find this $\tau$; it takes no trial and error. Then write one step of projected
 *  gradient descent for any set whose projection is given, and what tells that it has
 *  arrived: the gradient does not become 0 at a constrained minimum, but the step does.
 *
 *  @hint If you knew which $x_i$ are above 0, $\tau$ would be one division. Of two
 *        numbers $y_i > y_j$, can $x_j$ be above 0 and $x_i$ not?
 *  @hint Sort $y$ from large to small. With the largest $k$ of them,
 *        $\tau_k = (\sum - s) / k$; take the largest $k$ for which the $k$-th number is
 *        above $\tau_k$. Or without sorting: begin with all, and strike those at or below
 *        $\tau$ until none is left to strike. Subtract the largest $y_i$ from all first:
 *        then no digits are lost.
 *  @plot descent t mapping
 *  @commentary Striking takes few passes on random numbers and $n$ of them on the worst;
 *  sorting is safe. */
#include "optim/projected_gradient.h"
#include "optim/blas.h"
#include "optim/todo.h"

#include <string.h>
#include <tgmath.h>

// BEGIN SOLUTION
/* τ less the largest y_i. A y_i that is `total` or more below it has no share. What is at
 * or below the τ of a larger set is not above that of a smaller one, so it is struck for
 * good. */
static real threshold(size_t n, real total, const real *y, real largest)
{
    real tau = -total;
    size_t kept = n + 1, before;
    do {
        real sum = 0;
        before = kept;
        kept = 0;
        for (size_t i = 0; i < n; i++) {
            const real below = y[i] - largest;
            sum += below > tau ? below : 0;
            kept += below > tau;
        }
        if (kept > 0)
            tau = (sum - total) / (real)kept;
    } while (kept > 0 && kept < before);
    return tau;
}
// END SOLUTION

enum descent_status simplex_project(size_t n, real total, const real *y, real *x)
{
    // BEGIN SOLUTION
    if (!(total >= 0) || !isfinite(total) || (n == 0 && total > 0))
        return DESCENT_ERANGE;
    real largest = n ? y[0] : 0;
    for (size_t i = 0; i < n; i++) {
        if (!isfinite(y[i]))
            return DESCENT_ENAN;
        largest = fmax(largest, y[i]);
    }
    const real tau = threshold(n, total, y, largest);
    for (size_t i = 0; i < n; i++)
        x[i] = fmax(y[i] - largest - tau, (real)0);
    return DESCENT_OK;
    // END SOLUTION
}

enum descent_status projected_step(size_t n, project_fn *project, void *context, real lr,
                                   const real *g, real *theta, real *trial, real *mapping)
{
    // BEGIN SOLUTION
    *mapping = (real)NAN;
    if (!(lr > 0) || !isfinite(lr))
        return DESCENT_ERANGE;
    for (size_t i = 0; i < n; i++)
        trial[i] = theta[i] - lr * g[i];
    const enum descent_status status = project(n, trial, context);
    if (status)
        return status;
    for (size_t i = 0; i < n; i++) {
        const real moved = theta[i] - trial[i];
        theta[i] = trial[i];
        trial[i] = moved;
    }
    *mapping = blas_norm(n, trial) / lr;
    return DESCENT_OK;
    // END SOLUTION
}
