/** @exercise 7.4 The inverse p-th root by coupled Newton
 *  @points 15
 *
 *  Shampoo needs $B^{-1/4}$ of a symmetric positive definite $B = A + \varepsilon I$.
 *  Newton's method can find it with products alone. Beside the root $X$ it carries $M =
 *  X^p B$, which should be $I$. With $z = (1+p) / (2 \lVert B \rVert_F)$ start from $X
 *  = z^{1/p} I$ and $M = zB$, and repeat
 *
 *  $$ T = \frac{(p+1)I - M}{p}, \qquad X \leftarrow XT, \qquad M \leftarrow T^p M , $$
 *
 *  until $M$ is $I$ to rounding. Only the upper triangle of $A$ is given.
 *
 *  @hint What becomes of one eigenvalue $m$ of $M$ in a step? For which $m > 0$ does it
 *        come to 1? That is what $z$ is for.
 *  @hint Make B first: copy the triangle, mirror it, add the ridge to the diagonal. Its
 *        blas_norm() gives z, and z both starts. Each round begins with the largest
 *        element of M - I, and ends all if that is small. Otherwise T takes one of the
 *        squares and XT, by blas_product(), another. To bring $T^p$ to M takes p
 *        products, or fewer by squaring. Copy X to x only when all is well.
 *  @plot diagonal i root
 *  @commentary All matrices here are polynomials in $B$, so they commute, and their
 *  products are symmetric. An eigenvalue goes from $m$ to $m((p+1-m)/p)^p$, whose slope
 *  at 1 is 0. Below 1 it grows by less than $e$ a step, so that a condition of $10^6$
 *  takes at least 14 steps. The ridge belongs under the root: added afterward
 *  it changes every eigenvalue, and does nothing against a division by 0. */
#include "optim/inverse_root.h"
#include "optim/blas.h"
#include "optim/check.h"
#include "optim/matrix.h"
#include "optim/todo.h"

#include <string.h>

// BEGIN SOLUTION
static bool is_identity(size_t n, const real *m, real tolerance)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            if (!(fabs(m[i * n + j] - (i == j)) <= tolerance))
                return false;
    return true;
}

static void swap(real **a, real **b)
{
    real *old = *a;
    *a = *b;
    *b = old;
}

/* M ← TᵖM by repeated squaring, which leaves some power of T in T. */
static void multiply_by_power(size_t n, size_t p, real **t, real **m, real **spare)
{
    for (; p > 0; p /= 2) {
        if (p % 2) {
            blas_product(n, n, n, *t, *m, *spare);
            swap(m, spare);
        }
        if (p > 1) {
            blas_product(n, n, n, *t, *t, *spare);
            swap(t, spare);
        }
    }
}

/* B = A + εI into m; returns its norm. */
static real add_ridge(size_t n, real ridge, const real *a, real *m)
{
    memcpy(m, a, n * n * sizeof *m);
    matrix_mirror(n, m);
    for (size_t i = 0; i < n; i++)
        m[i * n + i] += ridge;
    return blas_norm(n * n, m);
}
// END SOLUTION

enum descent_status inverse_root_newton(struct inverse_root *root, size_t p, real ridge,
                                        const real *a, real *x)
{
    // BEGIN SOLUTION
    const size_t n = root->n;
    const real degree = (real)p;
    real *m = root->square[0], *t = root->square[1], *y = root->square[2];
    real *spare = root->square[3];
    if (p < 1 || p > INVERSE_ROOT_MAX || !is_nonnegative(ridge))
        return DESCENT_ERANGE;
    const real norm = add_ridge(n, ridge, a, m);
    if (!isfinite(norm))
        return DESCENT_ENAN;
    if (norm == 0)
        return DESCENT_ESINGULAR;
    const real z = (1 + degree) / 2 / norm;
    blas_scale(n * n, z, m);
    for (size_t i = 0; i < n * n; i++)
        y[i] = i % (n + 1) == 0 ? pow(z, 1 / degree) : 0;
    for (size_t k = 0; k < INVERSE_ROOT_ITERATIONS; k++) {
        if (is_identity(n, m, 10 * (real)n * REAL_EPSILON)) {
            memcpy(x, y, n * n * sizeof *x);
            return DESCENT_OK;
        }
        for (size_t i = 0; i < n * n; i++)
            t[i] = ((i % (n + 1) == 0 ? degree + 1 : 0) - m[i]) / degree;
        blas_product(n, n, n, y, t, spare);
        swap(&y, &spare);
        multiply_by_power(n, p, &t, &m, &spare);
    }
    return DESCENT_ESINGULAR;
    // END SOLUTION
}
