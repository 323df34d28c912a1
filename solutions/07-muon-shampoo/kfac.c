/** @exercise 7.6 K-FAC for a linear layer
 *  @points 15
 *
 *  The natural gradient divides by the Fisher matrix $F$, the mean of
 *  $\operatorname{vec}(G_i) \operatorname{vec}(G_i)^\top$ over samples. In a linear
 *  layer $G_i = s_i x_i^\top$, with the gradient $s_i$ at the output and the input
 *  $x_i$. K-FAC takes the two for independent: then $F$ falls apart into $S$, the mean
 *  of $ss^\top$, and $A$, the mean of $xx^\top$, and the step is
 *
 *  $$ W \leftarrow W - \eta\,(S + \gamma I)^{-1} G\,(A + \alpha I)^{-1}, \qquad
 *     \alpha = \pi\sqrt\lambda, \quad \gamma = \sqrt\lambda / \pi, \quad
 *     \pi = \sqrt{\frac{\operatorname{tr} A / \text{in}}{\operatorname{tr} S /
 *     \text{out}}} . $$
 *
 *  Write the averages of the factors and the step.
 *
 *  @hint dY holds the 1/N of the mean cost. How large is one sample's own gradient, and
 *        what is 1/N times the sum of its squares?
 *  @hint S takes in $N\, dY^\top dY$: blas_gram_t() with (1 - beta) N; A takes in
 *        $X^\top X / N$. In
 *        the step copy the triangles into room, divide by 1 - beta_power, add alpha and
 *        gamma to the diagonals. LAPACK_NAME(potrf_work)(LAPACK_COL_MAJOR, 'L', …)
 *        factors what row-major is the upper triangle; potrs_work with A solves for the
 *        rows of G, transposed G with S.
 *  @plot layer t distance
 *  @commentary Column-major, our G (out × in) is its transpose, in × out: one call
 *  solves $A Z^\top = G^\top$ in place. A transpose later the same works for $S$. With
 *  S and A swapped the shapes agree only for a square layer. */
#include "optim/kfac.h"
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/lapack.h"
#include "optim/matrix.h"
#include "optim/todo.h"

#include <string.h>
#include <tgmath.h>

// BEGIN SOLUTION
static real trace(size_t n, const real *a)
{
    real sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += a[i * (n + 1)];
    return sum;
}

/* Rows of b ← rows of b times (scale · factor + ridge I)⁻¹, by way of `copy`. */
static enum descent_status divide(size_t n, size_t rows, real scale, const real *factor,
                                  real ridge, real *copy, real *b)
{
    const lapack_int size = (lapack_int)n;
    memcpy(copy, factor, n * n * sizeof *copy);
    blas_scale(n * n, scale, copy);
    for (size_t i = 0; i < n; i++)
        copy[i * (n + 1)] += ridge;
    if (LAPACK_NAME(potrf_work)(LAPACK_COL_MAJOR, 'L', size, copy, size))
        return DESCENT_ESINGULAR;
    LAPACK_NAME(potrs_work)
    (LAPACK_COL_MAJOR, 'L', size, (lapack_int)rows, copy, size, b, size);
    return DESCENT_OK;
}
// END SOLUTION

enum descent_status kfac_observe(struct kfac *kfac, size_t batch, const real *x,
                                 const real *dy)
{
    // BEGIN SOLUTION
    const real keep = kfac->config.beta, n = (real)batch;
    const size_t in = kfac->in, out = kfac->out;
    if (batch == 0)
        return DESCENT_ERANGE;
    if (!all_finite(batch * in, x) || !all_finite(batch * out, dy))
        return DESCENT_ENAN;
    blas_gram_t(in, batch, (1 - keep) / n, x, keep, kfac->a);
    blas_gram_t(out, batch, (1 - keep) * n, dy, keep, kfac->s);
    kfac->beta_power *= keep;
    kfac->t++;
    return DESCENT_OK;
    // END SOLUTION
}

enum descent_status kfac_step(struct kfac *kfac, real *w, const real *g)
{
    // BEGIN SOLUTION
    const struct kfac_config c = kfac->config;
    const size_t in = kfac->in, out = kfac->out;
    real *d = kfac->room, *turned = d + in * out, *copy = turned + in * out;
    if (kfac->t == 0)
        return DESCENT_EORDER;
    if (!all_finite(in * out, g))
        return DESCENT_ENAN;
    const real ratio = trace(in, kfac->a) / (real)in / (trace(out, kfac->s) / (real)out);
    const real pi = ratio > 0 && isfinite(ratio) ? sqrt(ratio) : 1;
    const real scale = 1 / (1 - kfac->beta_power), root = sqrt(c.damping);
    memcpy(d, g, in * out * sizeof *d);
    if (divide(in, out, scale, kfac->a, pi * root, copy, d))
        return DESCENT_ESINGULAR;
    matrix_transpose(out, in, d, turned);
    if (divide(out, in, scale, kfac->s, root / pi, copy, turned))
        return DESCENT_ESINGULAR;
    for (size_t i = 0; i < out; i++)
        for (size_t j = 0; j < in; j++)
            w[i * in + j] -= c.lr * turned[j * out + i];
    return DESCENT_OK;
    // END SOLUTION
}
