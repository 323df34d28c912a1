/** @exercise 12.6 The backward pass of attention
 *  @points 20
 *
 *  Attention is three steps: scores s_tj = q_t · k_j/√d, a softmax over j ≤ t, and a mean
 *  y_t = Σ_j w_tj v_j. Go back through them. Given dY, write the gradients with respect
 *  to the values, the queries and the keys. The softmax goes back row by row, d s_tj =
 *  w_tj(d w_tj - Σ_(i≤t) w_ti d w_ti).
 *
 *  The forward pass hands over its weights. A key is read by every place from its own on,
 *  and so is a value: their gradients are sums over those.
 *
 *  Try it:  build/descent grade 12.6
 *  A hint:  build/descent hint 12.6
 */
#include "optim/attention_backward.h"
#include "optim/blas.h"
#include "optim/todo.h"

#include <tgmath.h>

enum descent_status attention_backward(struct attention_shape shape, const real *q,
                                       const real *k, const real *v, const real *weight,
                                       const real *dy, real *room, real *dq, real *dk,
                                       real *dv)
{
    // TODO 12.6
    todo("12.6");
}
