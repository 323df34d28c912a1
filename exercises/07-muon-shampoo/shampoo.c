/** @exercise 7.5 Shampoo
 *  @points 15   @needs 7.4
 *
 *  Shampoo collects, for each side of a matrix of parameters, how its gradients vary
 *  together: L has a row and a column for each row of G, R for each column. It divides by
 *  the fourth root of both,
 *
 *      L ← L + GGᵀ,
 *      R ← R + Gᵀ G,
 *      V ← β_1 V + (L + εI)^(-1/p) G(R + εI)^(-1/p),
 *
 *  with p = 4, and steps by W ← W - sη (V + λW).
 *
 *  With β_2 < 1 the statistics are averages that start at 0, and the roots are taken of
 *  the corrected averages. Roots are dear, so they are renewed every k steps only, from
 *  the first step on; the statistics take in every gradient. The roots themselves are
 *  there: shampoo_refresh() renews them.
 *
 *  Try it:  build/descent grade 7.5
 *  A hint:  build/descent hint 7.5
 */
#include "optim/shampoo.h"
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/todo.h"

enum descent_status shampoo_step(struct shampoo *shampoo, real *w, const real *g)
{
    // TODO 7.5
    todo("7.5");
}
