/* inverse_root.c: inverse p-th roots of symmetric matrices, by their eigenvalues. The
 * coupled Newton iteration is exercise 7.4.
 *
 *     A = Q diag(μ) Qᵀ,   (A + εI)^(-1/p) = Q diag((μ + ε)^(-1/p)) Qᵀ
 *
 *     a          A   n × n              values   μ   the smallest first
 *     square[0]  Qᵀ  rows: vectors      ridge    ε
 *
 * With the vectors scaled by (μ + ε)^(-1/2p), the product is a Gram matrix: syrk.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/inverse_root.h"
#include "optim/blas.h"
#include "optim/check.h"
#include "optim/finite.h"
#include "optim/matrix.h"
#include "optim/zeros.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_N = 16384 };

/* LAPACK's routine, on square[0]: its columns, our rows. With a length of -1 it only says
 * how long `work` and `whole` must be. */
static lapack_int decompose(struct inverse_root *root, char job, real *work,
                            lapack_int length, lapack_int *whole, lapack_int wholes)
{
    const lapack_int n = (lapack_int)root->n;
    return LAPACK_NAME(syevd_work)(LAPACK_COL_MAJOR, job, 'L', n, root->square[0], n,
                                   root->values, work, length, whole, wholes);
}

enum descent_status inverse_root_init(struct inverse_root *root, size_t n)
{
    *root = (struct inverse_root){.n = n};
    real length = 0;
    if (n < 1 || n > MAX_N)
        return DESCENT_ERANGE;
    root->values = zeros(n);
    root->square[0] = zeros(4 * n * n);
    if (root->values && root->square[0]) {
        for (size_t i = 1; i < 4; i++)
            root->square[i] = root->square[0] + i * n * n;
        decompose(root, 'V', &length, -1, &root->wholes, -1);
        root->length = (lapack_int)length;
        root->work = zeros((size_t)length);
        root->whole = malloc((size_t)root->wholes * sizeof *root->whole);
    }
    if (root->work && root->whole)
        return DESCENT_OK;
    inverse_root_free(root);
    return DESCENT_ENOMEM;
}

/* Eigenvalues, and vectors if `job` is 'V'. Row-major, LAPACK's lower triangle is our
 * upper one. */
static enum descent_status find_eigenvalues(struct inverse_root *root, char job,
                                            const real *a)
{
    memcpy(root->square[0], a, root->n * root->n * sizeof *a);
    if (decompose(root, job, root->work, root->length, root->whole, root->wholes))
        return DESCENT_ESINGULAR;
    return DESCENT_OK;
}

/* Row after row of the upper triangle. */
static bool triangle_is_finite(size_t n, const real *a)
{
    for (size_t i = 0; i < n; i++)
        if (!all_finite(n - i, a + i * n + i))
            return false;
    return true;
}

// [inverse-root-scale]
/* Scales each eigenvector by (μ + ε)^(-1/2p), or by 0. */
static void scale_vectors(struct inverse_root *root, size_t p, real ridge)
{
    const size_t n = root->n;
    const real half = -1 / (2 * (real)p);
    const real least = (real)n * REAL_EPSILON * (root->values[n - 1] + ridge);
    for (size_t i = 0; i < n; i++) {
        const real value = root->values[i] + ridge;
        blas_scale(n, value > least ? pow(value, half) : 0, root->square[0] + i * n);
    }
}
// [inverse-root-scale]

enum descent_status inverse_root_eigen(struct inverse_root *root, size_t p, real ridge,
                                       const real *a, real *x)
{
    if (p < 1 || p > INVERSE_ROOT_MAX || !is_nonnegative(ridge))
        return DESCENT_ERANGE;
    if (!triangle_is_finite(root->n, a))
        return DESCENT_ENAN;
    enum descent_status status = find_eigenvalues(root, 'V', a);
    if (status)
        return status;
    scale_vectors(root, p, ridge);
    blas_gram_t(root->n, root->n, 1, root->square[0], 0, x);
    matrix_mirror(root->n, x);
    return DESCENT_OK;
}

enum descent_status inverse_root_largest(struct inverse_root *root, const real *a,
                                         real *largest)
{
    if (!triangle_is_finite(root->n, a))
        return DESCENT_ENAN;
    enum descent_status status = find_eigenvalues(root, 'N', a);
    if (!status)
        *largest = root->values[root->n - 1];
    return status;
}

void inverse_root_free(struct inverse_root *root)
{
    free(root->values);
    free(root->square[0]);
    free(root->work);
    free(root->whole);
    *root = (struct inverse_root){.n = root->n};
}
