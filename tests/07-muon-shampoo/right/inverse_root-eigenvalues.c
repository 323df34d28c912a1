/* Not by the iteration at all, but from the eigenvalues, where those are all positive. */
#include "optim/blas.h"
#include "optim/check.h"
#include "optim/inverse_root.h"

#include <string.h>

static bool norm_is_finite(size_t n, const real *a)
{
    real norm = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i; j < n; j++)
            norm = hypot(norm, hypot(a[i * n + j], i == j ? 0 : a[i * n + j]));
    return isfinite(norm);
}

enum descent_status inverse_root_newton(struct inverse_root *root, size_t p, real ridge,
                                        const real *a, real *x)
{
    const size_t n = root->n;
    real *result = root->square[1];
    if (p < 1 || p > INVERSE_ROOT_MAX || !is_nonnegative(ridge))
        return DESCENT_ERANGE;
    if (!norm_is_finite(n, a))
        return DESCENT_ENAN;
    if (inverse_root_eigen(root, p, ridge, a, result))
        return DESCENT_ESINGULAR;
    const real *value = root->values;
    if (!(value[0] + ridge > (real)n * REAL_EPSILON * (value[n - 1] + ridge)))
        return DESCENT_ESINGULAR;
    memcpy(x, result, n * n * sizeof *x);
    return DESCENT_OK;
}
