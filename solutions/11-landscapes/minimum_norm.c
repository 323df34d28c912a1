/** @exercise 11.4 The shortest solution
 *  @points 15
 *
 *  With more unknowns than equations, or with columns that depend on each other, least
 *  squares has many solutions. Gradient descent from 0 finds one of them, the shortest:
 *
 *  $$ x = A^+ b = \sum_{\sigma_i > \text{rcond} \cdot \sigma_1}
 *     \frac{u_i \cdot b}{\sigma_i}\, v_i , $$
 *
 *  with the singular values $\sigma_1 \ge \sigma_2 \ge \dots$ of $A$ and their vectors
 *  $u_i$, $v_i$. Compute it, for a matrix of any shape and rank. `optim/lapack.h` has
 *  the names: `LAPACK_NAME(gelsd)` does it by a singular value decomposition.
 *
 *  @hint LAPACK reads $b$ and writes $x$ in the same place. How long must that place be
 *        if there are more unknowns than equations? And what does the routine leave in
 *        $A$?
 *  @hint Copy $A$, and $b$ into room for the larger of $m$ and $n$ numbers; the routine
 *        wants room for as many singular values as the smaller of the two, too.
 *        `LAPACK_ROW_MAJOR`, leading dimensions $n$ and 1. Fill $x$ with NaN and the
 *        rank with 0 before anything can fail.
 *  @plot descent t distance
 *  @commentary Three other routines look alike. `gels` wants full rank, and divides by
 *  what should be 0. `gelsy` and `gelss` are as good as `gelsd`; the first does without
 *  singular values. The normal equations square the condition number, so that half of
 *  the digits go, and with them every question of rank. */
#include "optim/minimum_norm.h"
#include "optim/finite.h"
#include "optim/lapack.h"
#include "optim/todo.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <tgmath.h>

// BEGIN SOLUTION
/* By the singular value decomposition; A and b are overwritten, x is left in b. */
static enum descent_status solve(size_t m, size_t n, real *a, real *b, real rcond,
                                 size_t *rank)
{
    const size_t smaller = m < n ? m : n;
    real *singular = malloc(smaller * sizeof *singular);
    lapack_int found = 0;
    if (!singular)
        return DESCENT_ENOMEM;
    const lapack_int info =
        LAPACK_NAME(gelsd)(LAPACK_ROW_MAJOR, (lapack_int)m, (lapack_int)n, 1, a,
                           (lapack_int)n, b, 1, singular, rcond, &found);
    free(singular);
    *rank = (size_t)found;
    return info ? DESCENT_ENOMEM : DESCENT_OK;
}

static enum descent_status check(size_t m, size_t n, const real *a, const real *b,
                                 real rcond)
{
    if (m < 1 || n < 1 || m > INT_MAX || n > INT_MAX || !(rcond > 0 && rcond < 1))
        return DESCENT_ERANGE;
    return all_finite(m * n, a) && all_finite(m, b) ? DESCENT_OK : DESCENT_ENAN;
}

// END SOLUTION
enum descent_status minimum_norm(size_t m, size_t n, const real *a, const real *b,
                                 real rcond, real *x, size_t *rank)
{
    // BEGIN SOLUTION
    const size_t larger = m > n ? m : n;
    size_t found = 0;
    enum descent_status status = check(m, n, a, b, rcond);
    real *matrix = status ? NULL : malloc(m * n * sizeof *matrix);
    real *right = status ? NULL : calloc(larger, sizeof *right);
    if (!status && (!matrix || !right))
        status = DESCENT_ENOMEM;
    if (!status) {
        memcpy(matrix, a, m * n * sizeof *a);
        memcpy(right, b, m * sizeof *b);
        status = solve(m, n, matrix, right, rcond, &found);
    }
    for (size_t j = 0; j < n; j++)
        x[j] = status ? (real)NAN : right[j];
    if (rank)
        *rank = status ? 0 : found;
    free(matrix);
    free(right);
    return status;
    // END SOLUTION
}
