/** @exercise 11.4 The shortest solution
 *  @points 15
 *
 *  With more unknowns than equations, or with columns that depend on each other, least
 *  squares has many solutions. Gradient descent from 0 finds one of them, the shortest:
 *
 *      x = A^(+) b = Σ_(σ_i>rcond·σ_1) (u_i · b)/σ_i v_i,
 *
 *  with the singular values σ_1 ≥ σ_2 ≥ … of A and their vectors u_i, v_i. Compute it,
 *  for a matrix of any shape and rank. optim/lapack.h has the names: LAPACK_NAME(gelsd)
 *  does it by a singular value decomposition.
 *
 *  Try it:  build/descent grade 11.4
 *  A hint:  build/descent hint 11.4
 */
#include "optim/minimum_norm.h"
#include "optim/finite.h"
#include "optim/lapack.h"
#include "optim/todo.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <tgmath.h>

enum descent_status minimum_norm(size_t m, size_t n, const real *a, const real *b,
                                 real rcond, real *x, size_t *rank)
{
    // TODO 11.4
    todo("11.4");
}
