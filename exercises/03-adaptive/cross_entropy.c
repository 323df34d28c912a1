/** @exercise 3.5 Log-sum-exp and the softmax cross-entropy
 *  @points 15
 *
 *  A classifier returns one number z_i per class, its logits. The softmax
 *  p_i = e^(z_i)/Σ_j e^(z_j) makes probabilities of them, and the cost of a sample whose
 *  class is c is -log p_c. Write the cost and its gradient
 *  ∂(-log p_c)/∂ z_i = p_i - [i = c].
 *
 *  Logits of ±1000 must do no harm, though e^1000 overflows and e^(-1000) is zero. Start
 *  with lse(z) = log Σ_i e^(z_i), and never exponentiate a positive number; everything
 *  else can be said with it. The header says what infinite logits and bad labels give.
 *
 *  Try it:  build/descent grade 3.5
 *  A hint:  build/descent hint 3.5
 */
#include "optim/cross_entropy.h"
#include "optim/largest.h"
#include "optim/todo.h"

#include <tgmath.h>

real log_sum_exp(size_t k, const real *z)
{
    // TODO 3.5
    todo("3.5");
}

real softmax_cross_entropy(size_t k, const real *z, size_t label, real *dz)
{
    // TODO 3.5
    todo("3.5");
}
