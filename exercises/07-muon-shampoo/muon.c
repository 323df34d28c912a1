/** @exercise 7.2 Muon
 *  @points 15   @needs 7.1
 *
 *  Muon keeps a momentum B of a matrix's gradients, makes the direction D orthogonal, and
 *  steps:
 *
 *      W ← W - sη (k O + λW),
 *      O = Newton–Schulz(D).
 *
 *  Here s is the multiplier of a schedule. Two conventions for the momentum are in use,
 *  with Nesterov's variant of each, and two for the factor k. Write the factor, and the
 *  step for all of them. A gradient that is not finite must leave no trace.
 *
 *  Try it:  build/descent grade 7.2
 *  A hint:  build/descent hint 7.2
 */
#include "optim/muon.h"
#include "optim/blas.h"
#include "optim/todo.h"

#include <tgmath.h>

real muon_scale(enum muon_scale scale, size_t rows, size_t cols)
{
    // TODO 7.2
    todo("7.2");
}

enum descent_status muon_step(struct muon *muon, real *w, const real *g)
{
    // TODO 7.2
    todo("7.2");
}
