/** @exercise 5.2 The BFGS update
 *  @points 15
 *
 *  A step $s$ changed the gradient by $y$. So the Hessian, averaged over the step, takes
 *  $s$ to $y$, and its inverse takes $y$ back to $s$. The BFGS update makes the current
 *  guess $H$ of the inverse do the same:
 *
 *  $$ H \leftarrow V^\top H\, V + \frac{s s^\top}{y^\top s} , \quad
 *     V = I - \frac{y s^\top}{y^\top s} . $$
 *
 *  Write it in a few $n^2$ operations, not $n^3$: multiply the product out first. A pair
 *  whose $y^\top s$ is not positive enough must leave $H$ alone; `curvature` from
 *  `optim/curvature_pairs.h` is $y^\top s$ for a good pair and 0 for any other.
 *
 *  @hint $V$ must take $y$ to 0: is that $y - y\,(s^\top y)/(y^\top s)$ or $y -
 *        s\,(y^\top y)/(y^\top s)$? Then what does your new $H$ make of $y$?
 *  @hint Let $\rho = 1/y^\top s$ and $u = Hy$, one product of a matrix with a vector.
 *        Multiplied out, $H - \rho\,(u s^\top + s u^\top) + \rho\,(1 + \rho\, y^\top
 *        u)\, s s^\top$. Products and sums of two numbers have the same bits in either
 *        order, so both triangles can be computed, row by row.
 *  @plot rows t distance
 *  @commentary With $V$ transposed the new matrix is still symmetric and positive
 *  definite, so the method still descends, only slowly. That is why this misprint
 *  survives: nothing crashes. */
#include "optim/bfgs_update.h"
#include "optim/blas.h"
#include "optim/curvature_pairs.h"
#include "optim/todo.h"

enum descent_status bfgs_update(size_t n, real *h, const real *s, const real *y,
                                real *work)
{
    // BEGIN SOLUTION
    const real product = curvature(n, s, y);
    if (!(product > 0))
        return DESCENT_ERANGE;
    real *hy = work;
    blas_apply(n, n, h, y, hy);
    const real rho = 1 / product;
    const real along = rho * (1 + rho * blas_dot(n, y, hy));
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            h[i * n + j] += along * (s[i] * s[j]) - rho * (hy[i] * s[j] + s[i] * hy[j]);
    return DESCENT_OK;
    // END SOLUTION
}
