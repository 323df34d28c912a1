/** @exercise 0.2 Backtracking
 *  @points 10
 *
 *  How long may a step along $d$ be, when nobody knows $L$? Try one. If it does not
 *  lower the function by a share $c$ of what the slope promises, it was too long; make
 *  it shorter and try again:
 *
 *  $$ f(\theta + a d) \le f(\theta) + c\, a\, g^\top d . $$
 *
 *  This is Armijo's condition. Write the search. It serves every direction that leads
 *  down, and it stays where the function is defined: a step at which $f$ is infinite or
 *  not a number is too long as well.
 *
 *  @hint What is $g^\top d$ for $d = -g$, and what for a direction that is not $-g$? And
 *        what does a comparison with NaN say, in the one form and in the other?
 *  @hint Check the arguments, then the slope. Then a loop over the evaluations: write
 *        $\theta + a d$ to the trial, evaluate, compare; if it is not low enough,
 *        multiply $a$. After the loop put $\theta$ into the trial.
 *  @plot halving t tried
 *  @commentary A search that only shrinks must be given a first step that is long
 *  enough. Callers start from twice the last accepted step. */
#include "optim/armijo_search.h"
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <string.h>
#include <tgmath.h>

// BEGIN SOLUTION
static bool is_share(real x)
{
    return x > 0 && x < 1;
}
// END SOLUTION

struct armijo_result armijo_search(size_t n, objective_fn *f, void *context,
                                   const real *theta, real value, const real *g,
                                   const real *d, real first, struct armijo_config config,
                                   real *trial)
{
    // BEGIN SOLUTION
    struct armijo_result result = {.status = ARMIJO_INVALID, .value = value};
    if (n)
        memcpy(trial, theta, n * sizeof *trial);
    if (!isfinite(value) || !all_finite(n, g) || !all_finite(n, d) || !(first > 0) ||
        !isfinite(first) || !is_share(config.c) || !is_share(config.shrink) ||
        config.evaluations == 0)
        return result;
    const real slope = blas_dot(n, g, d);
    result.status = slope < 0 ? ARMIJO_GAVE_UP : ARMIJO_UPHILL;
    if (result.status == ARMIJO_UPHILL)
        return result;
    for (real a = first; result.evaluations < config.evaluations; a *= config.shrink) {
        for (size_t i = 0; i < n; i++)
            trial[i] = theta[i] + a * d[i];
        const real there = f(n, trial, NULL, context);
        result.evaluations++;
        if (isfinite(there) && there <= value + config.c * a * slope)
            return (struct armijo_result){ARMIJO_OK, a, there, result.evaluations};
    }
    memcpy(trial, theta, n * sizeof *trial);
    return result;
    // END SOLUTION
}
