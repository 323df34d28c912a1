/** @exercise 5.5 Newton's direction by conjugate gradients
 *  @points 15
 *
 *  For many parameters the Hessian does not fit into memory, but its product with a
 *  vector can be had for the price of a gradient or two. Conjugate gradients need no more
 *  to solve Hd = -g. Start with d = 0, r = p = -g, and repeat
 *
 *      a = rᵀ r/(pᵀ Hp),
 *      d ← d + ap,
 *      q = r - aHp,
 *      p ← q + qᵀ q/(rᵀ r) p,
 *      r ← q.
 *
 *  Stop as soon as ‖r‖ ≤ η‖g‖: far from the minimum an exact solution is not worth its
 *  products. Stop too where pᵀ Hp ≤ 0, since there the parabola has no minimum, with the
 *  d that is there; if it is the very first p, then with d = -g.
 *
 *  Try it:  build/descent grade 5.5
 *  A hint:  build/descent hint 5.5
 */
#include "optim/newton_cg_direction.h"
#include "optim/blas.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

enum cg_status newton_cg_direction(size_t n, product_fn *product, void *context,
                                   const real *g, real tolerance, size_t limit,
                                   real *work, real *d, size_t *products)
{
    // TODO 5.5
    todo("5.5");
}
