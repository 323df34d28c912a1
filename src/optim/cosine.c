/* cosine.c: cosine similarities of embeddings.
 *
 *     u_i = z_i / ‖z_i‖      s_ij = u_i · u_j
 *     du_i = Σ_j (ds_ij + ds_ji) u_j      dz_i = (du_i - (du_i · u_i) u_i) / ‖z_i‖
 *
 *     z   embeddings, n × d      u   of length 1      s   similarities, n × n
 *
 * Invariant: dz_i · z_i = 0, since lengthening an embedding changes nothing. */
#include "optim/cosine.h"
#include "optim/blas.h"

#include <string.h>
#include <tgmath.h>

static real dot(size_t d, const real *a, const real *b)
{
    real sum = 0;
    for (size_t i = 0; i < d; i++)
        sum += a[i] * b[i];
    return sum;
}

void cosine_forward(size_t n, size_t d, const real *z, real *u, real *length, real *s)
{
    for (size_t i = 0; i < n; i++) {
        length[i] = sqrt(dot(d, z + i * d, z + i * d));
        for (size_t k = 0; k < d; k++)
            u[i * d + k] = length[i] > 0 ? z[i * d + k] / length[i] : 0;
    }
    memset(s, 0, n * n * sizeof *s);
    blas_add_product_nt(n, n, d, u, u, s);
}

void cosine_backward(size_t n, size_t d, const real *u, const real *length,
                     const real *ds, real *dz)
{
    for (size_t i = 0; i < n; i++) {
        const real *own = u + i * d;
        real *out = dz + i * d;
        memset(out, 0, d * sizeof *out);
        // [cosine-backward]
        for (size_t j = 0; j < n; j++)
            for (size_t k = 0; k < d; k++)
                out[k] += (ds[i * n + j] + ds[j * n + i]) * u[j * d + k];
        const real along = dot(d, out, own);
        for (size_t k = 0; k < d; k++)
            out[k] = length[i] > 0 ? (out[k] - along * own[k]) / length[i] : 0;
        // [cosine-backward]
    }
}
