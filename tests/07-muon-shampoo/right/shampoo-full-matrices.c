/* Full statistics, element by element, and products without symmetry. */
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/shampoo.h"

static void blend(size_t n, real keep, real fresh, const real *new, real *old)
{
    for (size_t i = 0; i < n; i++)
        old[i] = keep * old[i] + fresh * new[i];
}

/* Statistics by way of `square`: GGᵀ, then GᵀG. */
static void take_in(struct shampoo *s, const real *g, real keep, real fresh)
{
    const size_t m = s->rows, n = s->cols;
    real *square = s->d + 2 * m * n;
    for (size_t i = 0; i < m; i++)
        for (size_t j = 0; j < m; j++)
            square[i * m + j] = blas_dot(n, g + i * n, g + j * n);
    blend(m * m, keep, fresh, square, s->left);
    blas_product_tn(n, n, m, g, g, square);
    blend(n * n, keep, fresh, square, s->right);
}

enum descent_status shampoo_step(struct shampoo *s, real *w, const real *g)
{
    const size_t m = s->rows, n = s->cols;
    const real beta = s->config.beta2, lr = s->schedule * s->config.lr;
    if (!all_finite(m * n, g))
        return DESCENT_ENAN;
    take_in(s, g, beta, beta == 1 ? 1 : 1 - beta);
    s->t++;
    s->beta2_power *= beta;
    if ((s->t - 1) % s->config.every == 0)
        shampoo_refresh(s, beta == 1 ? 1 : 1 - s->beta2_power);
    blas_product(m, n, n, g, s->right_root, s->d);
    blas_product(m, n, m, s->left_root, s->d, s->d + m * n);
    blend(m * n, s->config.beta1, 1, s->d + m * n, s->v);
    for (size_t i = 0; i < m * n; i++)
        w[i] = (1 - lr * s->config.decay) * w[i] - lr * s->v[i];
    return DESCENT_OK;
}
