/** @exercise 7.5 Shampoo
 *  @points 15   @needs 7.4
 *
 *  Shampoo collects, for each side of a matrix of parameters, how its gradients vary
 *  together: $L$ has a row and a column for each row of $G$, $R$ for each column. It
 *  divides by the fourth root of both,
 *
 *  $$ L \leftarrow L + GG^\top, \quad R \leftarrow R + G^\top G, \quad
 *     V \leftarrow \beta_1 V
 *     + (L + \varepsilon I)^{-1/p} G (R + \varepsilon I)^{-1/p} , $$
 *
 *  with $p = 4$, and steps by $W \leftarrow W - s\eta\,(V + \lambda W)$.
 *
 *  With $\beta_2 < 1$ the statistics are averages that start at 0, and the roots are
 *  taken of the corrected averages. Roots are dear, so they are renewed every $k$ steps
 *  only, from the first step on; the statistics take in every gradient. The roots
 *  themselves are there: `shampoo_refresh()` renews them.
 *
 *  @hint Does the gradient of this step belong into the statistics that it is divided
 *        by? When is a step one in which roots are due, if t counts from 1?
 *  @hint The share of the new gradient is 1 - beta2, or 1 for a sum; blas_gram() and
 *        blas_gram_t() take it and beta2 as their factors. Renew the power before the
 *        roots, and count t after them. Two symmetric products lead from g through the
 *        halves of d; what is left is a velocity and a decay.
 *  @plot bowl t distance
 *  @commentary Each side has the exponent $-1/(2 \cdot 2)$ because both sides see the
 *  whole gradient: with one gradient and $\varepsilon = 0$ the product of the two roots
 *  takes each singular value from $\sigma$ to $\sigma^{-1/2} \sigma\, \sigma^{-1/2} =
 *  1$. */
#include "optim/shampoo.h"
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/todo.h"

enum descent_status shampoo_step(struct shampoo *shampoo, real *w, const real *g)
{
    // BEGIN SOLUTION
    const struct shampoo_config c = shampoo->config;
    const size_t m = shampoo->rows, n = shampoo->cols;
    const real fresh = c.beta2 < 1 ? 1 - c.beta2 : 1;
    real *v = shampoo->v, *half = shampoo->d, *d = shampoo->d + m * n;
    if (!all_finite(m * n, g))
        return DESCENT_ENAN;
    blas_gram(m, n, fresh, g, c.beta2, shampoo->left);
    blas_gram_t(n, m, fresh, g, c.beta2, shampoo->right);
    shampoo->beta2_power *= c.beta2;
    if (shampoo->t % c.every == 0)
        shampoo_refresh(shampoo, c.beta2 < 1 ? 1 - shampoo->beta2_power : 1);
    shampoo->t++;
    blas_symmetric_left(m, n, shampoo->left_root, g, 0, half);
    blas_symmetric_right(m, n, shampoo->right_root, half, d);
    const real lr = shampoo->schedule * c.lr;
    for (size_t i = 0; i < m * n; i++) {
        v[i] = c.beta1 * v[i] + d[i];
        w[i] -= lr * (v[i] + c.decay * w[i]);
    }
    return DESCENT_OK;
    // END SOLUTION
}
