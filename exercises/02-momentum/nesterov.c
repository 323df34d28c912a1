/** @exercise 2.2 Look before you leap
 *  @points 10
 *
 *  Nesterov's method takes the gradient where the velocity alone would carry it. In form
 *  (a),
 *
 *      v ← βv - η∇f(θ + βv),
 *      θ ← θ + v.
 *
 *  Write the step for form (a) and for form (b), in which v is a sum of gradients and
 *  θ ← θ - ηv. The gradient comes from a function that you call; the struct has room for
 *  the point ahead and for the gradient there.
 *
 *  Try it:  build/descent grade 2.2
 *  A hint:  build/descent hint 2.2
 */
#include "optim/nesterov.h"
#include "optim/todo.h"

#include <stdbool.h>

void nesterov_step(struct nesterov *nesterov, real *theta, objective_fn *objective,
                   void *context)
{
    // TODO 2.2
    todo("2.2");
}
