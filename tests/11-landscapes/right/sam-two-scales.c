/* sam-two-scales.c: by BLAS; the step without sam_gradient(). */
#include "optim/blas.h"
#include "optim/sam.h"

#include <string.h>

static real ask(struct sam *sam, const real *theta, objective_fn *f, void *context,
                real *g)
{
    const real value = f(sam->n, theta, g, context), size = blas_norm(sam->n, g);
    for (size_t i = 0; i < sam->n; i++) {
        const real part = size != 0 ? g[i] / size : 0;
        sam->neighbor[i] = part * sam->config.rho + theta[i];
    }
    f(sam->n, sam->neighbor, g, context);
    return value;
}

real sam_gradient(struct sam *sam, const real *theta, objective_fn *f, void *context,
                  real *g)
{
    const real value = ask(sam, theta, f, context, sam->g);
    memmove(g, sam->g, sam->n * sizeof *g);
    return value;
}

real sam_step(struct sam *sam, real *theta, objective_fn *f, void *context)
{
    const real value = ask(sam, theta, f, context, sam->g);
    blas_add(sam->n, -sam->config.lr, sam->g, theta);
    sam->t += 1;
    return value;
}
