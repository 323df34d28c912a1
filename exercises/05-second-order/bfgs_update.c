/** @exercise 5.2 The BFGS update
 *  @points 15
 *
 *  A step s changed the gradient by y. So the Hessian, averaged over the step, takes s to
 *  y, and its inverse takes y back to s. The BFGS update makes the current guess H of the
 *  inverse do the same:
 *
 *      H ← Vᵀ H V + ssᵀ/(yᵀ s),
 *      V = I - ysᵀ/(yᵀ s).
 *
 *  Write it in a few n^2 operations, not n^3: multiply the product out first. A pair
 *  whose yᵀ s is not positive enough must leave H alone; curvature from
 *  optim/curvature_pairs.h is yᵀ s for a good pair and 0 for any other.
 *
 *  Try it:  build/descent grade 5.2
 *  A hint:  build/descent hint 5.2
 */
#include "optim/bfgs_update.h"
#include "optim/blas.h"
#include "optim/curvature_pairs.h"
#include "optim/todo.h"

enum descent_status bfgs_update(size_t n, real *h, const real *s, const real *y,
                                real *work)
{
    // TODO 5.2
    todo("5.2");
}
