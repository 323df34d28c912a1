/** @exercise 0.7 Perturbed gradient descent
 *  @points 15
 *
 *  On a saddle the gradient is 0, as on a minimum. What tells them apart is whether a
 *  small push leads anywhere. So, where the gradient is small, keep the place, add noise,
 *  θ ← θ + ξ, and go on with gradient descent. If after a number of steps f is not
 *  clearly lower than at the place that was kept, it was a minimum: go back to it, and
 *  stop. If it is, the place was a saddle, and the descent goes on.
 *
 *  Write one step. The header says what comes after what, and gives you the source of the
 *  noise.
 *
 *  Try it:  build/descent grade 0.7
 *  A hint:  build/descent hint 0.7
 */
#include "optim/perturbed.h"
#include "optim/blas.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <string.h>
#include <tgmath.h>

enum perturbed_status perturbed_step(struct perturbed *perturbed)
{
    // TODO 0.7
    todo("0.7");
}
