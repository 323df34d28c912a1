/** @exercise 2.4 The best rates for a quadratic
 *  @points 10
 *
 *  Along an eigenvector of curvature h, gradient descent multiplies the error by 1 - ηh.
 *  The heavy ball in form (b) shrinks it by √β a step in the long run, provided that
 *  (1 - √β)^2 ≤ ηh ≤ (1 + √β)^2, and more slowly outside.
 *
 *  All curvatures of a quadratic lie in [μ, L]. For both methods find the rates that make
 *  the slowest direction as fast as it can be, and the factor ρ by which its error
 *  shrinks at each step. Mind the digits: where L is close to μ, ρ is close to 0 and
 *  still wanted to twelve digits. Mind the range: μ and L may be as large as a number can
 *  be, and then their sum is infinite.
 *
 *  Try it:  build/descent grade 2.4
 *  A hint:  build/descent hint 2.4
 */
#include "optim/quadratic_tuning.h"
#include "optim/check.h"
#include "optim/todo.h"

#include <tgmath.h>

struct quadratic_tuning quadratic_tune_gradient(real mu, real ell)
{
    // TODO 2.4
    todo("2.4");
}

struct quadratic_tuning quadratic_tune_heavy_ball(real mu, real ell)
{
    // TODO 2.4
    todo("2.4");
}
