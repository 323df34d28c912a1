/** @exercise 5.3 The direction of L-BFGS
 *  @points 15
 *
 *  BFGS keeps a matrix of n^2 numbers. L-BFGS keeps the last m pairs (s, y), and applies
 *  to the gradient what the updates would have made of H_0 = γI with γ = sᵀ y/yᵀ y of the
 *  newest pair. With ρ = 1/yᵀ s: let r = -g; then
 *
 *      newest to oldest:
 *      α = ρ sᵀ r,
 *      r ← r - α y;
 *
 *      r ← γr;
 *
 *      oldest to newest:
 *      r ← r + s (α - ρ yᵀ r).
 *
 *  The end of it is the direction d = -Hg. Write both loops over the ring of
 *  curvature_pairs; its header says in which row the pair of an age stands. The first
 *  loop leaves its α in pairs->alpha for the second.
 *
 *  Try it:  build/descent grade 5.3
 *  A hint:  build/descent hint 5.3
 */
#include "optim/lbfgs_direction.h"
#include "optim/blas.h"
#include "optim/todo.h"

void lbfgs_direction(struct curvature_pairs *pairs, const real *g, real *d)
{
    // TODO 5.3
    todo("5.3");
}
