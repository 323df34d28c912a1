/** @exercise 4.2 SAG with one number a sample
 *  @points 15
 *
 *  In a linear model the gradient of a sample is a number times its features,
 *  ∇ f_i(θ) = φ'(x_i^T θ) x_i + λθ. So the table of SAG needs one number a sample, s_i,
 *  and d = Σ_i s_i x_i is kept beside it. The penalty needs no table at all. With
 *  s = φ'(x_i^T θ), a step is
 *
 *      d ← d + (s - s_i) x_i,
 *      s_i ← s,
 *      θ ← θ - η (d/k + λθ),
 *
 *  where k is the number of samples seen so far. The other start of the table,
 *  SAG_START_CENTERED, has a rule of its own for a sample's first visit, and k = m.
 *
 *  Write the step. It must take time in proportion to the number of parameters, whatever
 *  m is; and where x_i^T θ is not finite it must change nothing.
 *
 *  Try it:  build/descent grade 4.2
 *  A hint:  build/descent hint 4.2
 */
#include "optim/sag.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

enum descent_status sag_step(struct sag *sag, real *theta, size_t i)
{
    // TODO 4.2
    todo("4.2");
}
