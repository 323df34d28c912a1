/* bfgs.c: BFGS as a method of the minimizer.
 *
 *     d = -H g        H ← Vᵀ H V + ρ s sᵀ,   V = I - ρ y sᵀ,   ρ = 1 / yᵀs
 *
 *     h  H   approximate inverse Hessian, n × n        g   gradient
 *     s      step        y   change of the gradient    d   direction
 *
 * Invariant: H is symmetric and positive definite. */
#include "optim/bfgs.h"
#include "optim/bfgs_update.h"
#include "optim/blas.h"
#include "optim/curvature_pairs.h"
#include "optim/zeros.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void set_multiple_of_identity(struct bfgs *bfgs, real factor)
{
    const size_t n = bfgs->n;
    memset(bfgs->h, 0, n * n * sizeof *bfgs->h);
    for (size_t i = 0; i < n; i++)
        bfgs->h[i * n + i] = factor;
}

static void reset(void *bfgs)
{
    struct bfgs *self = bfgs;
    set_multiple_of_identity(self, 1);
    self->empty = true;
}

enum descent_status bfgs_init(struct bfgs *bfgs, size_t n)
{
    *bfgs = (struct bfgs){0};
    if (n > 0 && n > SIZE_MAX / sizeof(real) / n)
        return DESCENT_ERANGE;
    *bfgs = (struct bfgs){.n = n, .h = zeros(n * n), .work = zeros(n)};
    if (!bfgs->h || !bfgs->work) {
        bfgs_free(bfgs);
        return DESCENT_ENOMEM;
    }
    reset(bfgs);
    return DESCENT_OK;
}

static enum direction_scale find(void *bfgs, const real *theta, const real *g, real *d)
{
    const struct bfgs *self = bfgs;
    (void)theta;
    blas_apply(self->n, self->n, self->h, g, d);
    for (size_t i = 0; i < self->n; i++)
        d[i] = -d[i];
    return self->empty ? DIRECTION_UNSCALED : DIRECTION_SCALED;
}

// [bfgs-learn]
static void learn(void *bfgs, const real *s, const real *y)
{
    struct bfgs *self = bfgs;
    const real product = curvature(self->n, s, y);
    if (!(product > 0))
        return;
    if (self->empty)
        set_multiple_of_identity(self, product / blas_dot(self->n, y, y));
    self->empty = false;
    bfgs_update(self->n, self->h, s, y, self->work);
}
// [bfgs-learn]

struct direction bfgs_method(struct bfgs *bfgs)
{
    return (struct direction){
        .state = bfgs, .find = find, .learn = learn, .reset = reset};
}

void bfgs_free(struct bfgs *bfgs)
{
    free(bfgs->h);
    free(bfgs->work);
    *bfgs = (struct bfgs){0};
}
