/** @exercise 0.1 A gradient check
 *  @points 10
 *
 *  Is a gradient that was derived by hand right? Compare it with a central difference in
 *  each coordinate,
 *
 *      d_i = (f(θ + h_i e_i) - f(θ - h_i e_i))/(2 h_i),
 *
 *  where e_i is 1 in coordinate i and 0 elsewhere. A long step sees the curve of the
 *  function, a short one sees its rounding; h_i = ε^(1/3) max(|θ_i|, s) is in the middle,
 *  for a parameter of a millionth and for one of a million.
 *
 *  Two details decide whether the check can be trusted. θ_i + h_i is rounded, so divide
 *  by the distance of the two points that were really used. And a difference is never
 *  exact, so report only what rounding cannot explain; the header has the formula.
 *
 *  Try it:  build/descent grade 0.1
 *  A hint:  build/descent hint 0.1
 */
#include "optim/gradient_check.h"
#include "optim/finite.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

real difference_step(real theta, real scale)
{
    // TODO 0.1
    todo("0.1");
}

enum descent_status gradient_check(size_t n, objective_fn *f, void *context, real *theta,
                                   real scale, real *g, real *d,
                                   struct gradient_check *found)
{
    // TODO 0.1
    todo("0.1");
}
