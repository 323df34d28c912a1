/* newton.c: Newton's method as a method of the minimizer.
 *
 *     d = -(H + τI)⁻¹ g
 *
 *     h  H   Hessian at θ, n × n        shift  τ   what makes it positive definite
 *
 * Invariant: H + τI has a Cholesky factor, so d leads down. */
#include "optim/newton.h"
#include "optim/newton_direction.h"
#include "optim/zeros.h"

#include <stdint.h>
#include <stdlib.h>

enum descent_status newton_init(struct damped_newton *newton, size_t n,
                                hessian_fn *hessian, void *context)
{
    *newton = (struct damped_newton){0};
    if (n > 0 && n > SIZE_MAX / sizeof(real) / n)
        return DESCENT_ERANGE;
    *newton = (struct damped_newton){.n = n,
                                     .hessian = hessian,
                                     .context = context,
                                     .h = zeros(n * n),
                                     .factor = zeros(n * n)};
    if (newton->h && newton->factor)
        return DESCENT_OK;
    newton_free(newton);
    return DESCENT_ENOMEM;
}

static enum direction_scale find(void *newton, const real *theta, const real *g, real *d)
{
    struct damped_newton *self = newton;
    self->hessian(self->n, theta, self->h, self->context);
    if (newton_direction(self->n, self->h, g, self->factor, d, &self->shift))
        return DIRECTION_FAILED;
    self->shifted += self->shift > 0;
    return DIRECTION_SCALED;
}

struct direction newton_method(struct damped_newton *newton)
{
    return (struct direction){.state = newton, .find = find};
}

void newton_free(struct damped_newton *newton)
{
    free(newton->h);
    free(newton->factor);
    *newton = (struct damped_newton){0};
}
