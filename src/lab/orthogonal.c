/* orthogonal.c: random rotations.
 *
 *     Z = Q R,  z_ij normal;  column j of Q times sign(r_jj)             [Mezzadri 2007]
 *
 * Invariant: Qᵀ Q = I up to rounding. Householder reflections choose the signs of R by a
 * rule of their own; undoing it is what makes every rotation equally likely. */
#include "lab/orthogonal.h"
#include "optim/lapack.h"

#include <stdlib.h>

enum descent_status random_orthogonal(size_t n, real *q, struct rng *rng)
{
    if (n < 1 || n > 4096)
        return DESCENT_ERANGE;
    real *reflectors = malloc(n * sizeof *reflectors);
    real *sign = malloc(n * sizeof *sign);
    enum descent_status status = reflectors && sign ? DESCENT_OK : DESCENT_ENOMEM;
    lapack_int size = (lapack_int)n;
    for (size_t i = 0; i < n * n; i++)
        q[i] = (real)rng_normal(rng);
    if (!status && LAPACK_NAME(geqrf)(LAPACK_ROW_MAJOR, size, size, q, size, reflectors))
        status = DESCENT_ENOMEM;
    for (size_t j = 0; !status && j < n; j++)
        sign[j] = q[j * n + j] < 0 ? -1 : 1;
    if (!status &&
        LAPACK_NAME(orgqr)(LAPACK_ROW_MAJOR, size, size, size, q, size, reflectors))
        status = DESCENT_ENOMEM;
    for (size_t i = 0; !status && i < n * n; i++)
        q[i] *= sign[i % n];
    free(reflectors);
    free(sign);
    return status;
}
