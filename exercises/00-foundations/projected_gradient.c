/** @exercise 0.6 The simplex, and projected gradient
 *  @points 15
 *
 *  Probabilities and shares of a budget live on a simplex: none is negative, and they add
 *  up to a total s. The point of it that is nearest to y is
 *
 *      x_i = max(y_i - τ, 0),
 *      Σ_i x_i = s.
 *
 *  Find this τ; it takes no trial and error. Then write one step of projected gradient
 *  descent for any set whose projection is given, and what tells that it has arrived: the
 *  gradient does not become 0 at a constrained minimum, but the step does.
 *
 *  Try it:  build/descent grade 0.6
 *  A hint:  build/descent hint 0.6
 */
#include "optim/projected_gradient.h"
#include "optim/blas.h"
#include "optim/todo.h"

#include <string.h>
#include <tgmath.h>

enum descent_status simplex_project(size_t n, real total, const real *y, real *x)
{
    // TODO 0.6
    todo("0.6");
}

enum descent_status projected_step(size_t n, project_fn *project, void *context, real lr,
                                   const real *g, real *theta, real *trial, real *mapping)
{
    // TODO 0.6
    todo("0.6");
}
