/* minimum_norm-by-columns.c: gelss, by columns, with one block of memory. */
#include "optim/lapack.h"
#include "optim/minimum_norm.h"

#include <math.h>
#include <stdlib.h>

enum descent_status minimum_norm(size_t m, size_t n, const real *a, const real *b,
                                 real rcond, real *x, size_t *rank)
{
    const lapack_int rows = (lapack_int)m, cols = (lapack_int)n;
    const lapack_int most = rows > cols ? rows : cols;
    enum descent_status status = m && n && rcond > 0 && rcond < 1 ? 0 : DESCENT_ERANGE;
    lapack_int found = 0;
    real *memory = NULL;
    for (size_t i = 0; !status && i < m * n; i++)
        status = isfinite(a[i]) ? DESCENT_OK : DESCENT_ENAN;
    for (size_t i = 0; !status && i < m; i++)
        status = isfinite(b[i]) ? DESCENT_OK : DESCENT_ENAN;
    if (!status) {
        memory = calloc(m * n + 2 * (m + n), sizeof *memory);
        status = memory ? DESCENT_OK : DESCENT_ENOMEM;
    }
    if (!status) {
        real *right = memory + m * n, *sigma = right + m + n;
        for (size_t i = 0; i < m; i++) {
            right[i] = b[i];
            for (size_t j = 0; j < n; j++)
                memory[j * m + i] = a[i * n + j];
        }
        LAPACK_NAME(gelss)
        (LAPACK_COL_MAJOR, rows, cols, 1, memory, rows, right, most, sigma, rcond,
         &found);
    }
    for (size_t j = 0; j < n; j++)
        x[j] = status ? NAN : memory[m * n + j];
    if (rank)
        *rank = (size_t)found;
    free(memory);
    return status;
}
