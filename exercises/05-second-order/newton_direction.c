/** @exercise 5.1 Newton's direction, damped
 *  @points 15
 *
 *  Newton's step goes to the minimum of the parabola that touches the function at θ: with
 *  the gradient g and the Hessian H, along
 *
 *      d = -H^(-1) g.
 *
 *  That is a minimum only where H is positive definite, and only there has H a Cholesky
 *  factor. So try to factor H; where that fails, add a multiple τ of the identity, and
 *  try a larger one until it works. The header says which shifts to try, in which order.
 *
 *  Solve with the factor; do not invert. optim/lapack.h and optim/blas.h have what you
 *  need: LAPACK_NAME(potrf_work) factors, LAPACK_NAME(potrs_work) solves, and both
 *  allocate nothing if you call the layout LAPACK_COL_MAJOR, which makes no difference
 *  for a symmetric matrix.
 *
 *  Try it:  build/descent grade 5.1
 *  A hint:  build/descent hint 5.1
 */
#include "optim/newton_direction.h"
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/lapack.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <string.h>
#include <tgmath.h>

enum descent_status newton_direction(size_t n, const real *h, const real *g, real *factor,
                                     real *d, real *shift)
{
    // TODO 5.1
    todo("5.1");
}
