/* quadratic.c: quadratic functions with a chosen spectrum.
 *
 *     f(θ) = ½ (θ - θ*)ᵀ A (θ - θ*),   ∇f = A (θ - θ*),   A = Q diag(λ) Qᵀ
 *
 *     theta    θ    parameters, n of them      spectrum  λ   eigenvalues of A
 *     optimum  θ*   where ∇f = 0               matrix    A   NULL while Q = I
 *
 * Invariant: A is symmetric to the last bit, so f is the function whose gradient is
 * computed. */
#include "lab/quadratic.h"
#include "lab/orthogonal.h"
#include "optim/blas.h"

#include <stdlib.h>
#include <string.h>
#include <tgmath.h>

/* A = Q diag(λ) Qᵀ, and its upper triangle mirrored. */
static enum descent_status rotate(struct quadratic *quadratic, struct rng *rng)
{
    size_t n = quadratic->n;
    real *q = malloc(n * n * sizeof *q);
    real *scaled = malloc(n * n * sizeof *scaled);
    enum descent_status status =
        q && scaled ? random_orthogonal(n, q, rng) : DESCENT_ENOMEM;
    if (!status) {
        for (size_t i = 0; i < n * n; i++)
            scaled[i] = q[i] * quadratic->spectrum[i % n];
        blas_add_product_nt(n, n, n, scaled, q, quadratic->matrix);
        for (size_t i = 0; i < n; i++)
            for (size_t j = 0; j < i; j++)
                quadratic->matrix[i * n + j] = quadratic->matrix[j * n + i];
    }
    free(q);
    free(scaled);
    return status;
}

enum descent_status quadratic_init(struct quadratic *quadratic, size_t n,
                                   const real *spectrum, struct rng *rng)
{
    *quadratic = (struct quadratic){.n = n};
    if (n < 1 || n > QUADRATIC_MAX_N)
        return DESCENT_ERANGE;
    for (size_t i = 0; i < n; i++)
        if (!isfinite(spectrum[i]))
            return DESCENT_ENAN;
    quadratic->spectrum = malloc(n * sizeof(real));
    quadratic->optimum = calloc(n, sizeof(real));
    quadratic->scratch = calloc(2 * n, sizeof(real));
    quadratic->matrix = rng ? calloc(n * n, sizeof(real)) : NULL;
    enum descent_status status = DESCENT_ENOMEM;
    if (quadratic->spectrum && quadratic->optimum && quadratic->scratch &&
        (quadratic->matrix || !rng)) {
        memcpy(quadratic->spectrum, spectrum, n * sizeof(real));
        status = rng ? rotate(quadratic, rng) : DESCENT_OK;
    }
    if (status)
        quadratic_free(quadratic);
    return status;
}

/* scratch[0…n-1] = θ - θ*, scratch[n…2n-1] = A (θ - θ*). */
static void apply(const struct quadratic *quadratic, const real *theta)
{
    size_t n = quadratic->n;
    real *offset = quadratic->scratch;
    real *slope = offset + n;
    for (size_t i = 0; i < n; i++)
        offset[i] = theta[i] - quadratic->optimum[i];
    if (quadratic->matrix)
        blas_apply(n, n, quadratic->matrix, offset, slope);
    else
        for (size_t i = 0; i < n; i++)
            slope[i] = quadratic->spectrum[i] * offset[i];
}

static real value(const struct problem *self, const real *theta)
{
    const struct quadratic *quadratic = self->data;
    real sum = 0;
    apply(quadratic, theta);
    for (size_t i = 0; i < self->n; i++)
        sum += quadratic->scratch[i] * quadratic->scratch[self->n + i];
    return sum / 2;
}

static void gradient(const struct problem *self, const real *theta, real *g)
{
    const struct quadratic *quadratic = self->data;
    apply(quadratic, theta);
    memcpy(g, quadratic->scratch + self->n, self->n * sizeof *g);
}

struct problem quadratic_problem(struct quadratic *quadratic)
{
    return (struct problem){
        .n = quadratic->n, .value = value, .gradient = gradient, .data = quadratic};
}

void quadratic_free(struct quadratic *quadratic)
{
    free(quadratic->spectrum);
    free(quadratic->matrix);
    free(quadratic->optimum);
    free(quadratic->scratch);
    *quadratic = (struct quadratic){0};
}

void spectrum_geometric(size_t n, real low, real high, real *spectrum)
{
    for (size_t i = 0; i + 1 < n; i++)
        spectrum[i] = low * pow(high / low, (real)i / (real)(n - 1));
    if (n > 0)
        spectrum[n - 1] = high;
}
