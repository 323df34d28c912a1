/** @exercise 7.1 Newton–Schulz
 *  @points 15
 *
 *  Let $G = U \operatorname{diag}(\sigma) V^\top$ be the singular value decomposition
 *  of a matrix. What Muon wants is $UV^\top$: the same directions, with every singular
 *  value set to 1. A polynomial in $XX^\top$, applied to $X$, changes the singular
 *  values and leaves the directions alone. From $X = G / (\lVert G \rVert_F +
 *  \varepsilon)$ take the given number of steps
 *
 *  $$ X \leftarrow aX + bXX^\top X + c\,(XX^\top)^2 X . $$
 *
 *  If the matrix has more rows than columns, iterate on its transpose and transpose back:
 *  the answer is the same and $XX^\top$ is smaller.
 *
 *  @hint Why must $X$ be divided by its norm first? Where do singular values above 1.3
 *  go?
 *  @hint Let x be G, or its transpose by matrix_transpose(), divided by blas_norm() +
 *        eps. A step needs three products: gram = $XX^\top$ by blas_gram() (mirror it),
 *        poly = b gram + c gram² by blas_gram() on a copy, and Y = aX + poly X by
 *        blas_symmetric_left(). Then swap x and y.
 *  @plot wide i after
 *  @commentary With $A = XX^\top$ a step is $aX + (bA + cA^2)X$. $A$ and $A^2 =
 *  AA^\top$ are symmetric, so that `syrk` makes them with half the multiplications of a
 *  product; what is left is one product of full cost. The iteration does not converge:
 *  the coefficients are chosen for a steep start, and large singular values wander
 *  about between 0.68 and 1.21. */
#include "optim/newton_schulz.h"
#include "optim/blas.h"
#include "optim/matrix.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <string.h>
#include <tgmath.h>

enum descent_status newton_schulz(struct newton_schulz *ns, size_t steps, const real *g,
                                  real *o)
{
    // BEGIN SOLUTION
    const bool tall = ns->rows > ns->cols;
    const size_t m = tall ? ns->cols : ns->rows, n = tall ? ns->rows : ns->cols;
    const real norm = blas_norm(m * n, g);
    real *x = ns->x, *y = ns->y;
    if (!isfinite(norm))
        return DESCENT_ENAN;
    if (tall)
        matrix_transpose(n, m, g, x);
    else
        memcpy(x, g, m * n * sizeof *x);
    blas_scale(m * n, 1 / (norm + NEWTON_SCHULZ_EPS), x);
    for (size_t k = 0; k < steps; k++) {
        blas_gram(m, n, 1, x, 0, ns->gram);
        matrix_mirror(m, ns->gram);
        memcpy(ns->poly, ns->gram, m * m * sizeof *x);
        blas_gram(m, m, NEWTON_SCHULZ_C, ns->gram, NEWTON_SCHULZ_B, ns->poly);
        memcpy(y, x, m * n * sizeof *x);
        blas_symmetric_left(m, n, ns->poly, x, NEWTON_SCHULZ_A, y);
        real *done = x;
        x = y;
        y = done;
    }
    if (tall)
        matrix_transpose(m, n, x, o);
    else
        memcpy(o, x, m * n * sizeof *x);
    return DESCENT_OK;
    // END SOLUTION
}
