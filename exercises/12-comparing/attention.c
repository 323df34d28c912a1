/** @exercise 12.5 Causal self-attention
 *  @points 15
 *
 *  A language model predicts the next letter at every place of a text, from what stands
 *  before it. Attention lets place t look back: its query q_t is compared with the key
 *  k_j of every place j ≤ t, and what it gets is a mean of their values,
 *  y_t = Σ_(j≤t) w_tj v_j. The weights are a softmax of the scores s_tj = q_t · k_j/√d:
 *  w_tj = e^(s_tj)/Σ_(i≤t) e^(s_ti).
 *
 *  Write it for one head. Q, K and V may be columns of larger matrices: from one row to
 *  the next it is shape.in numbers, and shape.out in Y. Store the weights, all T × T,
 *  because the backward pass needs them. Nothing that stands later may change what comes
 *  earlier, not even a NaN.
 *
 *  Try it:  build/descent grade 12.5
 *  A hint:  build/descent hint 12.5
 */
#include "optim/attention.h"
#include "optim/blas.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

enum descent_status attention_forward(struct attention_shape shape, const real *q,
                                      const real *k, const real *v, real *weight, real *y)
{
    // TODO 12.5
    todo("12.5");
}
