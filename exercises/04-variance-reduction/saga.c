/** @exercise 4.3 SAGA
 *  @points 10
 *
 *  SAGA uses the table as a control variate with α = 1: the new gradient of sample i
 *  minus the one in the table, plus the mean of the table. For a linear model, with
 *  s = φ'(x_i^T θ) and a = 1/m Σ_i s_i x_i,
 *
 *      θ ← θ - η (w (s - s_i) x_i + a + λθ),
 *      a ← a + 1/m (s - s_i) x_i,
 *      s_i ← s.
 *
 *  The weight w is 1 if all samples are as likely, and 1/(m p_i) if sample i is drawn
 *  with probability p_i. Write the step.
 *
 *  Try it:  build/descent grade 4.3
 *  A hint:  build/descent hint 4.3
 */
#include "optim/saga.h"
#include "optim/todo.h"

#include <tgmath.h>

enum descent_status saga_step(struct saga *saga, real *theta, size_t i, real weight)
{
    // TODO 4.3
    todo("4.3");
}
