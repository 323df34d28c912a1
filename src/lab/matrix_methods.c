/* matrix_methods.c: views of methods that step on a matrix.
 *
 * Invariant: after a step that was refused, every number of the slice is NaN. */
#include "lab/matrix_methods.h"

#include <math.h>

/* Makes a refusal visible. */
static void poison(enum descent_status status, size_t n, real *theta)
{
    for (size_t i = 0; status && i < n; i++)
        theta[i] = (real)NAN;
}

static void step_muon(void *state, real *theta, const real *g)
{
    struct muon *muon = state;
    poison(muon_step(muon, theta, g), muon->rows * muon->cols, theta);
}

static void step_shampoo(void *state, real *theta, const real *g)
{
    struct shampoo *shampoo = state;
    poison(shampoo_step(shampoo, theta, g), shampoo->rows * shampoo->cols, theta);
}

static void step_muon_groups(void *state, real *theta, const real *g)
{
    struct muon_groups *groups = state;
    size_t n = 0;
    for (size_t k = 0; k < groups->tensors; k++)
        n += groups->tensor[k].rows * groups->tensor[k].cols;
    poison(muon_groups_step(groups, theta, g), n, theta);
}

struct optimizer muon_optimizer(struct muon *muon)
{
    return (struct optimizer){.state = muon,
                              .step = step_muon,
                              .lr = &muon->config.lr,
                              .rate = &muon->schedule};
}

struct optimizer shampoo_optimizer(struct shampoo *shampoo)
{
    return (struct optimizer){.state = shampoo,
                              .step = step_shampoo,
                              .lr = &shampoo->config.lr,
                              .rate = &shampoo->schedule};
}

struct optimizer muon_groups_optimizer(struct muon_groups *groups)
{
    return (struct optimizer){.state = groups,
                              .step = step_muon_groups,
                              .lr = &groups->muon_lr,
                              .rate = &groups->schedule};
}
