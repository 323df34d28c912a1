/** @exercise 5.1 Newton's direction, damped
 *  @points 15
 *
 *  Newton's step goes to the minimum of the parabola that touches the function at
 *  $\theta$: with the gradient $g$ and the Hessian $H$, along
 *
 *  $$ d = -H^{-1} g . $$
 *
 *  That is a minimum only where $H$ is positive definite, and only there has $H$ a
 *  Cholesky factor. So try to factor $H$; where that fails, add a multiple $\tau$ of the
 *  identity, and try a larger one until it works. The header says which shifts to try,
 *  in which order.
 *
 *  Solve with the factor; do not invert. `optim/lapack.h` and `optim/blas.h` have what
 *  you need: `LAPACK_NAME(potrf_work)` factors, `LAPACK_NAME(potrs_work)` solves, and
 *  both allocate nothing if you call the layout `LAPACK_COL_MAJOR`, which makes no
 *  difference for a symmetric matrix.
 *
 *  @hint What does `potrf` return when the matrix is not positive definite, and what has
 *        it done to the matrix by then? From what must the next attempt start?
 *  @hint A loop: copy $H$ to `factor`, add $\tau$ to its diagonal, call
 *        `potrf_work(LAPACK_COL_MAJOR, 'L', n, factor, n)`; if that is not 0, let $\tau$
 *        be the larger of $2\tau$ and $\beta$. Then copy $-g$ to d and call
 *        `potrs_work`.
 *  @plot path t theta
 *  @commentary The minus sign is part of the method: $H^{-1} g$ alone climbs. A shift is
 *  not the only cure. Flipping the signs of negative eigenvalues, or a trust region,
 *  also give descent; they cost more. */
#include "optim/newton_direction.h"
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/lapack.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <string.h>
#include <tgmath.h>

// BEGIN SOLUTION
static real smallest_diagonal(size_t n, const real *h)
{
    real least = h[0];
    for (size_t i = 1; i < n; i++)
        least = fmin(least, h[i * n + i]);
    return least;
}

/* Factors H + shift I; both triangles are the same, so the order of the rows is too. */
static bool factorize(size_t n, const real *h, real shift, real *factor)
{
    memcpy(factor, h, n * n * sizeof *factor);
    for (size_t i = 0; i < n; i++)
        factor[i * n + i] += shift;
    return LAPACK_NAME(potrf_work)(LAPACK_COL_MAJOR, 'L', (lapack_int)n, factor,
                                   (lapack_int)n) == 0;
}

static real first_shift(size_t n, const real *h, real beta)
{
    const real least = smallest_diagonal(n, h);
    if (beta == 0)
        return 1;
    return least > 0 ? 0 : beta - least;
}
// END SOLUTION

enum descent_status newton_direction(size_t n, const real *h, const real *g, real *factor,
                                     real *d, real *shift)
{
    // BEGIN SOLUTION
    real tau = (real)NAN;
    enum descent_status status = DESCENT_ENAN;
    for (size_t i = 0; i < n; i++)
        d[i] = 0;
    if (n == 0) {
        tau = 0;
        status = DESCENT_OK;
    } else if (all_finite(n * n, h) && all_finite(n, g)) {
        const real beta = (real)0.001 * BLAS_NAME(nrm2)((int)(n * n), h, 1);
        tau = first_shift(n, h, beta);
        while (!factorize(n, h, tau, factor))
            tau = fmax(2 * tau, beta);
        blas_add(n, -1, g, d);
        LAPACK_NAME(potrs_work)
        (LAPACK_COL_MAJOR, 'L', (lapack_int)n, 1, factor, (lapack_int)n, d,
         (lapack_int)n);
        status = DESCENT_OK;
    }
    if (shift)
        *shift = tau;
    return status;
    // END SOLUTION
}
