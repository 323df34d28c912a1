/* features.c: numbers made of the inputs, for models that are linear in their parameters.
 *
 *     φ_j(x) = max(0, w_j · x)                       φ_k(x) = √(2k + 1) P_k(x)
 *     (k + 1) P_{k+1} = (2k + 1) x P_k - k P_{k-1},  P_0 = 1,  P_1 = x
 *
 *     w  w_j   one row for each feature      phi  φ   rows × count
 *
 * Invariant: row r of φ depends on sample r alone. */
#include "lab/features.h"
#include "lab/layers.h"
#include "optim/blas.h"

#include <string.h>
#include <tgmath.h>

void random_features(size_t rows, size_t inputs, const real *x, size_t count,
                     const real *w, real *phi)
{
    memset(phi, 0, rows * count * sizeof *phi);
    blas_add_product_nt(rows, count, inputs, x, w, phi);
    relu_forward(rows * count, phi, phi);
}

void legendre_features(size_t rows, const real *x, size_t count, real *phi)
{
    for (size_t r = 0; r < rows; r++, phi += count) {
        real before = 0, now = 1;
        for (size_t k = 0; k < count; k++) {
            const real order = (real)k;
            phi[k] = sqrt(2 * order + 1) * now;
            const real next =
                ((2 * order + 1) * x[r] * now - order * before) / (order + 1);
            before = now;
            now = next;
        }
    }
}
