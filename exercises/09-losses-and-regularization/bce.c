/** @exercise 9.1 Binary cross-entropy of logits
 *  @points 10
 *
 *  A network that answers yes or no returns one logit z. It stands for the probability
 *  p = 1/(1 + e^(-z)) of yes. With the target y, which is 0, 1 or a probability, and the
 *  weight w of a positive sample, the cost of a sample is
 *
 *      -(w y log p + (1 - y) log(1 - p)).
 *
 *  Write the mean over a batch, and its gradient with respect to the logits. Logits of
 *  ±10^4 must do no harm. And where the answer is right and confident, the gradient is
 *  tiny, but it is not 0: at z = 40 and y = 1 it is -4 · 10^(-18).
 *
 *  Try it:  build/descent grade 9.1
 *  A hint:  build/descent hint 9.1
 */
#include "optim/bce.h"
#include "optim/sigmoid.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

real bce_with_logits(size_t n, const real *z, const real *y, real weight, real *dz)
{
    // TODO 9.1
    todo("9.1");
}
