/* newton_cg.c: Newton-CG as a method of the minimizer.
 *
 *     ‖H d + g‖ ≤ η ‖g‖,   η = min(1/2, √‖g‖)
 *
 *     g   gradient at θ        d   direction        H   Hessian, never formed
 *
 * Invariant: theta points to the parameters only while a direction is looked for. */
#include "optim/newton_cg.h"
#include "optim/blas.h"
#include "optim/newton_cg_direction.h"
#include "optim/zeros.h"

#include <stdlib.h>
#include <tgmath.h>

enum descent_status newton_cg_init(struct newton_cg *cg, size_t n,
                                   hessian_vector_fn *times, void *context)
{
    *cg = (struct newton_cg){
        .n = n, .times = times, .context = context, .limit = n, .work = zeros(3 * n)};
    return cg->work ? DESCENT_OK : DESCENT_ENOMEM;
}

static void multiply(size_t n, const real *v, real *hv, void *cg)
{
    const struct newton_cg *self = cg;
    self->times(n, self->theta, v, hv, self->context);
}

// [newton-cg-find]
static enum direction_scale find(void *cg, const real *theta, const real *g, real *d)
{
    struct newton_cg *self = cg;
    const real length = sqrt(blas_dot(self->n, g, g));
    size_t products = 0;
    self->theta = theta;
    enum cg_status status =
        newton_cg_direction(self->n, multiply, self, g, fmin((real)0.5, sqrt(length)),
                            self->limit, self->work, d, &products);
    self->theta = NULL;
    self->products += products;
    return status == CG_INVALID ? DIRECTION_FAILED : DIRECTION_SCALED;
}
// [newton-cg-find]

struct direction newton_cg_method(struct newton_cg *cg)
{
    return (struct direction){.state = cg, .find = find};
}

void newton_cg_free(struct newton_cg *cg)
{
    free(cg->work);
    *cg = (struct newton_cg){0};
}
