/* The right side first, with whole-array operations. */
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/matrix.h"
#include "optim/shampoo.h"

enum descent_status shampoo_step(struct shampoo *shampoo, real *w, const real *g)
{
    struct shampoo *const s = shampoo;
    const struct shampoo_config *c = &s->config;
    const size_t m = s->rows, n = s->cols, count = m * n;
    const bool sum = !(c->beta2 < 1);
    if (!all_finite(count, g))
        return DESCENT_ENAN;
    blas_gram_t(n, m, sum ? 1 : 1 - c->beta2, g, c->beta2, s->right);
    blas_gram(m, n, sum ? 1 : 1 - c->beta2, g, c->beta2, s->left);
    matrix_mirror(n, s->right);
    matrix_mirror(m, s->left);
    s->beta2_power = s->beta2_power * c->beta2;
    if (s->t++ % c->every == 0)
        shampoo_refresh(s, sum ? 1 : 1 - s->beta2_power);
    blas_symmetric_right(m, n, s->right_root, g, s->d);
    blas_scale(count, c->beta1, s->v);
    real *direction = s->d + count;
    blas_symmetric_left(m, n, s->left_root, s->d, 0, direction);
    blas_add(count, 1, direction, s->v);
    const real rate = s->schedule * c->lr;
    blas_scale(count, 1 - rate * c->decay, w);
    blas_add(count, -rate, s->v, w);
    return DESCENT_OK;
}
