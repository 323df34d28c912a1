/** @exercise 7.4 The inverse p-th root by coupled Newton
 *  @points 15
 *
 *  Shampoo needs B^(-1/4) of a symmetric positive definite B = A + εI. Newton's method
 *  can find it with products alone. Beside the root X it carries M = X^p B, which should
 *  be I. With z = (1 + p)/(2‖B‖_F) start from X = z^(1/p) I and M = zB, and repeat
 *
 *      T = ((p + 1)I - M)/p,
 *      X ← XT,
 *      M ← T^p M,
 *
 *  until M is I to rounding. Only the upper triangle of A is given.
 *
 *  Try it:  build/descent grade 7.4
 *  A hint:  build/descent hint 7.4
 */
#include "optim/inverse_root.h"
#include "optim/blas.h"
#include "optim/check.h"
#include "optim/matrix.h"
#include "optim/todo.h"

#include <string.h>

enum descent_status inverse_root_newton(struct inverse_root *root, size_t p, real ridge,
                                        const real *a, real *x)
{
    // TODO 7.4
    todo("7.4");
}
