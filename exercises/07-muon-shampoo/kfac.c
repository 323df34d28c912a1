/** @exercise 7.6 K-FAC for a linear layer
 *  @points 15
 *
 *  The natural gradient divides by the Fisher matrix F, the mean of vec(G_i) vec(G_i)ᵀ
 *  over samples. In a linear layer G_i = s_i x_iᵀ, with the gradient s_i at the output
 *  and the input x_i. K-FAC takes the two for independent: then F falls apart into S, the
 *  mean of ssᵀ, and A, the mean of xxᵀ, and the step is
 *
 *      W ← W - η (S + γI)^(-1) G (A + αI)^(-1),
 *      α = π√λ,
 *      γ = √λ/π,
 *      π = √((tr A/in)/(tr S/out)).
 *
 *  Write the averages of the factors and the step.
 *
 *  Try it:  build/descent grade 7.6
 *  A hint:  build/descent hint 7.6
 */
#include "optim/kfac.h"
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/lapack.h"
#include "optim/matrix.h"
#include "optim/todo.h"

#include <string.h>
#include <tgmath.h>

enum descent_status kfac_observe(struct kfac *kfac, size_t batch, const real *x,
                                 const real *dy)
{
    // TODO 7.6
    todo("7.6");
}

enum descent_status kfac_step(struct kfac *kfac, real *w, const real *g)
{
    // TODO 7.6
    todo("7.6");
}
