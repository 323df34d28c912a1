/** @exercise 5.6 The natural gradient
 *  @points 15
 *
 *  The gradient depends on how a model is written down. The natural gradient measures a
 *  step by how far it moves the model's predictions instead, and divides by the Fisher
 *  information: the mean of uuᵀ, where u is the gradient of the log-likelihood and the
 *  mean is taken over labels that are drawn from the model.
 *
 *  For logistic regression the gradient of one sample is (σ(z) - label) x, and
 *
 *      F = 1/m Σ_i σ(z_i) (1 - σ(z_i)) x_i x_iᵀ,
 *      d = -(F + δI)^(-1) g.
 *
 *  For the logits of a categorical distribution, F = diag(π) - ππᵀ has no inverse, since
 *  F takes (1, …, 1) to 0. Find d with mean 0 and Fd = -(g - mean g), in closed form.
 *
 *  Try it:  build/descent grade 5.6
 *  A hint:  build/descent hint 5.6
 */
#include "optim/natural_gradient.h"
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/lapack.h"
#include "optim/sigmoid.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <string.h>
#include <tgmath.h>

enum descent_status natural_logistic(size_t m, size_t p, const real *x,
                                     const size_t *label, const real *theta, real damping,
                                     real *fisher, real *d)
{
    // TODO 5.6
    todo("5.6");
}

enum descent_status natural_categorical(size_t k, const real *z, const real *g, real *d)
{
    // TODO 5.6
    todo("5.6");
}
