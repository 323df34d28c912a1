/** @exercise 0.4 A quadratic under equality constraints
 *  @points 15
 *
 *  For $\frac12 x^\top H x + c^\top x$ subject to $A x = b$ the conditions of Lagrange
 *  are linear, in the unknowns and the multipliers at once:
 *
 *  $$ H x + A^\top \lambda = -c , \quad A x = b . $$
 *
 *  Build their matrix, call it $K$, with $H$ and $A^\top$ above $A$ and zeros, and solve.
 *  But a solution of these equations may be a saddle or a maximum. $K$ itself knows: its
 *  eigenvalues are $n$ positive ones and $m$ negative ones exactly if there is one
 *  minimum. So count signs. `optim/lapack.h` has the names: `LAPACK_NAME(sytrf)` writes
 *  $K = L D L^\top$ (with rows exchanged), `LAPACK_NAME(sycon)` estimates the reciprocal
 *  condition number from it (it wants the 1-norm of $K$), and `LAPACK_NAME(sytrs)`
 *  solves. The first two ask for the memory that they need, and free it.
 *
 *  @hint $K$ is symmetric but never positive definite once $m > 0$: look at its lower
 *        right corner. Which factorization is ruled out? And $L D L^\top$ has the signs
 *        of $D$: why?
 *  @hint $D$ has blocks of size 1, where `ipiv[k]` is above 0, and of size 2, where two
 *        `ipiv` in a row are below 0. A block of size 2 always has one eigenvalue of
 *        each sign. So the negative eigenvalues of $K$ are the negative numbers among
 *        the first kind, and one for each of the second. `LAPACK_COL_MAJOR` with `'L'`
 *        and a matrix with both triangles avoids every question of order.
 *  @plot path b price
 *  @commentary Eigenvalues by `syev` are an honest way too, at a higher cost. */
#include "optim/equality_quadratic.h"
#include "optim/finite.h"
#include "optim/lapack.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <stdlib.h>
#include <tgmath.h>

// BEGIN SOLUTION
/* The system: K in both triangles, K = [H Aᵀ; A 0] of size n + m. */
struct system {
    size_t size;
    real *k, *right;
    lapack_int *pivots;
};

static void fill(size_t n, size_t m, const real *h, const real *c, const real *a,
                 const real *b, struct system *s)
{
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < n; j++)
            s->k[i * s->size + j] = h[i * n + j];
        s->right[i] = -c[i];
    }
    for (size_t j = 0; j < m; j++) {
        for (size_t i = 0; i < n; i++)
            s->k[(n + j) * s->size + i] = s->k[i * s->size + n + j] = a[j * n + i];
        s->right[n + j] = b[j];
    }
}

static real one_norm(const struct system *s)
{
    real largest = 0;
    for (size_t i = 0; i < s->size; i++) {
        real sum = 0;
        for (size_t j = 0; j < s->size; j++)
            sum += fabs(s->k[i * s->size + j]);
        largest = fmax(largest, sum);
    }
    return largest;
}

/* Negative eigenvalues of D. */
static size_t count_negative(const struct system *s)
{
    size_t negative = 0;
    for (size_t i = 0; i < s->size; i++) {
        const bool pair = s->pivots[i] < 0;
        negative += pair || s->k[i * (s->size + 1)] < 0;
        i += pair;
    }
    return negative;
}

/* Leaves x and λ in the right side. */
static enum equality_status solve(struct system *s, size_t m)
{
    const lapack_int size = (lapack_int)s->size;
    const real norm = one_norm(s);
    real rcond = 0;
    const lapack_int info =
        LAPACK_NAME(sytrf)(LAPACK_COL_MAJOR, 'L', size, s->k, size, s->pivots);
    if (info == 0 && LAPACK_NAME(sycon)(LAPACK_COL_MAJOR, 'L', size, s->k, size,
                                        s->pivots, norm, &rcond) != 0)
        return EQUALITY_NO_MEMORY;
    if (info < 0)
        return EQUALITY_NO_MEMORY;
    if (!(rcond > (real)s->size * REAL_EPSILON))
        return EQUALITY_SINGULAR;
    if (count_negative(s) != m)
        return EQUALITY_NO_MINIMUM;
    LAPACK_NAME(sytrs)
    (LAPACK_COL_MAJOR, 'L', size, 1, s->k, size, s->pivots, s->right, size);
    return EQUALITY_OK;
}
// END SOLUTION

enum equality_status equality_quadratic(size_t n, size_t m, const real *h, const real *c,
                                        const real *a, const real *b, real *x,
                                        real *lambda)
{
    // BEGIN SOLUTION
    struct system s = {.size = n + m};
    s.k = calloc(s.size * s.size + 1, sizeof *s.k);
    s.right = calloc(s.size + 1, sizeof *s.right);
    s.pivots = calloc(s.size + 1, sizeof *s.pivots);
    enum equality_status status = EQUALITY_NO_MEMORY;
    if (!all_finite(n * n, h) || !all_finite(n, c) || !all_finite(m * n, a) ||
        !all_finite(m, b)) {
        status = EQUALITY_INVALID;
    } else if (s.k && s.right && s.pivots) {
        fill(n, m, h, c, a, b, &s);
        status = s.size ? solve(&s, m) : EQUALITY_OK;
    }
    for (size_t i = 0; i < n; i++)
        x[i] = status ? (real)NAN : s.right[i];
    for (size_t j = 0; j < m; j++)
        lambda[j] = status ? (real)NAN : s.right[n + j];
    free(s.k);
    free(s.right);
    free(s.pivots);
    return status;
    // END SOLUTION
}
