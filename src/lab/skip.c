/* skip.c: a block of a network that adds what it computes to its input.
 *
 *     Y = X + A Wᵀ + 1 bᵀ,   A = max(X, 0)
 *     dW = dYᵀ A,   db = Σ_r dY_r,   dX = dY + (dY W) [X > 0]
 *
 *     theta  θ   W at `weights`, b at `biases`        state->inside  A, or dY W
 *
 * Invariant: the backward pass needs no more of the forward pass than X. */
#include "lab/skip.h"
#include "lab/layers.h"
#include "lab/module_state.h"
#include "optim/blas.h"
#include "optim/layers_backward.h"

// [skip-forward]
static void skip_forward(const struct module *self, const real *theta, size_t batch,
                         const real *x, real *y)
{
    const size_t width = self->in, count = batch * width;
    real *inside = self->state->inside;
    relu_forward(count, x, inside);
    linear_forward(batch, width, width, inside, theta + self->weights,
                   theta + self->biases, y);
    blas_add(count, 1, x, y);
}
// [skip-forward]

/* The module before it is a linear layer or a block, so that dX is always wanted. */
static void skip_backward(const struct module *self, const real *theta, size_t batch,
                          const real *x, const real *dy, real *g, real *dx)
{
    const size_t width = self->in, count = batch * width;
    real *inside = self->state->inside;
    relu_forward(count, x, inside);
    linear_backward(batch, width, width, inside, theta + self->weights, dy,
                    g + self->weights, g + self->biases, dx);
    for (size_t i = 0; i < count; i++)
        dx[i] = dy[i] + (x[i] > 0 ? dx[i] : 0);
}

struct module skip_module(size_t width)
{
    return (struct module){
        .in = width, .out = width, .forward = skip_forward, .backward = skip_backward};
}

bool is_skip(const struct module *module)
{
    return module->forward == skip_forward;
}
