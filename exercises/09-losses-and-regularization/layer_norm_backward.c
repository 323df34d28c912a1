/** @exercise 9.7 The backward pass of layer normalization
 *  @points 15
 *
 *  Layer normalization takes each row of features for itself: with the row's mean μ and
 *  variance v, divided by n,
 *
 *      x̂_i = (x_i - μ)/√(v + ε),
 *      y_i = γ_i x̂_i + β_i.
 *
 *  Given dy, write the gradients with respect to the row, the gains γ and the biases β.
 *  Every y_i depends on every x_k, through the mean and the variance: that is what the
 *  two corrections of dx are.
 *
 *  Try it:  build/descent grade 9.7
 *  A hint:  build/descent hint 9.7
 */
#include "optim/layer_norm_backward.h"
#include "optim/todo.h"

#include <tgmath.h>

enum descent_status layer_norm_backward(size_t rows, size_t n, const real *x,
                                        const real *gain, real eps, const real *dy,
                                        real *dx, real *dgain, real *dbias)
{
    // TODO 9.7
    todo("9.7");
}
