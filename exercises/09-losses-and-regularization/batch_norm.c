/** @exercise 9.8 Batch normalization
 *  @points 20
 *
 *  Batch normalization takes each column for itself: in training with the mean and the
 *  variance of the batch,
 *
 *      y = γ (x - μ)/√(v + ε) + β.
 *
 *  When the network is used there may be one sample only, so the layer keeps running
 *  statistics, averages with the share ρ of the new batch (exercise 1.2 has averages like
 *  these). There are two variances: the batch is normalized with the one divided by m,
 *  and the running statistics take the unbiased one, divided by m - 1.
 *
 *  Write the forward pass, in training and in use, and the backward pass of both.
 *
 *  Try it:  build/descent grade 9.8
 *  A hint:  build/descent hint 9.8
 */
#include "optim/batch_norm.h"
#include "optim/todo.h"

#include <tgmath.h>

enum descent_status batch_norm_forward(struct batch_norm *bn, size_t rows, const real *x,
                                       const real *gain, const real *bias, bool training,
                                       real *y)
{
    // TODO 9.8
    todo("9.8");
}

enum descent_status batch_norm_backward(const struct batch_norm *bn, size_t rows,
                                        const real *x, const real *gain, bool training,
                                        const real *dy, real *dx, real *dgain,
                                        real *dbias)
{
    // TODO 9.8
    todo("9.8");
}
