/** @exercise 0.4 A quadratic under equality constraints
 *  @points 15
 *
 *  For 1/2 xᵀ Hx + cᵀ x subject to Ax = b the conditions of Lagrange are linear, in the
 *  unknowns and the multipliers at once:
 *
 *      Hx + Aᵀ λ = -c,
 *      Ax = b.
 *
 *  Build their matrix, call it K, with H and Aᵀ above A and zeros, and solve. But a
 *  solution of these equations may be a saddle or a maximum. K itself knows: its
 *  eigenvalues are n positive ones and m negative ones exactly if there is one minimum.
 *  So count signs. optim/lapack.h has the names: LAPACK_NAME(sytrf) writes K = LDLᵀ (with
 *  rows exchanged), LAPACK_NAME(sycon) estimates the reciprocal condition number from it
 *  (it wants the 1-norm of K), and LAPACK_NAME(sytrs) solves. The first two ask for the
 *  memory that they need, and free it.
 *
 *  Try it:  build/descent grade 0.4
 *  A hint:  build/descent hint 0.4
 */
#include "optim/equality_quadratic.h"
#include "optim/finite.h"
#include "optim/lapack.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <stdlib.h>
#include <tgmath.h>

enum equality_status equality_quadratic(size_t n, size_t m, const real *h, const real *c,
                                        const real *a, const real *b, real *x,
                                        real *lambda)
{
    // TODO 0.4
    todo("0.4");
}
