/* tangent.c: products with the Hessian of a network, by a forward pass over its backward
 * pass. A dot is the derivative along θ + r v at r = 0.
 *
 *     linear    Y˙ = X˙ Wᵀ + X Vᵀ + 1 vᵀ          ReLU    Y˙ = X˙ [X > 0]
 *               dW˙ = dY˙ᵀ X + dYᵀ X˙                     dX˙ = dY˙ [X > 0]
 *               db˙ = Σ_r dY˙_r
 *               dX˙ = dY˙ W + dY V
 *     cost      dZ˙ = p (Z˙ - p·Z˙) / b for each sample, p its softmax
 *
 *     theta  θ   W, b       v    V, v       tx, ty, tdx, tdy, tg   X˙, Y˙, dX˙, dY˙, g˙
 *
 * Invariant: with v = 0 all tangents are 0, and they are linear in v. */
#include "lab/tangent.h"
#include "lab/layers.h"
#include "optim/blas.h"
#include "optim/cross_entropy.h"
#include "optim/layers_backward.h"

#include <stdlib.h>
#include <string.h>

// [tangent-forward]
static void linear_tangent_forward(const struct module *self, const real *theta,
                                   const real *v, size_t batch, const real *x,
                                   const real *tx, real *ty)
{
    linear_forward(batch, self->in, self->out, x, v + self->weights, v + self->biases,
                   ty);
    if (tx)
        blas_add_product_nt(batch, self->out, self->in, tx, theta + self->weights, ty);
}
// [tangent-forward]

static void linear_tangent_backward(const struct module *self, const real *theta,
                                    const real *v, size_t batch, const real *x,
                                    const real *tx, const real *dy, const real *tdy,
                                    real *tg, real *tdx)
{
    // [tangent-backward]
    const size_t in = self->in, out = self->out, w = self->weights;
    linear_backward(batch, in, out, x, theta + w, tdy, tg + w, tg + self->biases, tdx);
    if (tx)
        blas_add_product_tn(out, in, batch, dy, tx, tg + w);
    if (tdx)
        blas_add_product(batch, in, out, dy, v + w, tdx);
    // [tangent-backward]
}

static void relu_tangent_forward(const struct module *self, const real *theta,
                                 const real *v, size_t batch, const real *x,
                                 const real *tx, real *ty)
{
    (void)theta, (void)v;
    relu_backward(batch * self->in, x, tx, ty);
}

static void relu_tangent_backward(const struct module *self, const real *theta,
                                  const real *v, size_t batch, const real *x,
                                  const real *tx, const real *dy, const real *tdy,
                                  real *tg, real *tdx)
{
    (void)theta, (void)v, (void)tx, (void)dy, (void)tg;
    if (tdx)
        relu_backward(batch * self->in, x, tdy, tdx);
}

const struct module_tangent linear_tangent = {linear_tangent_forward,
                                              linear_tangent_backward};
const struct module_tangent relu_tangent = {relu_tangent_forward, relu_tangent_backward};

static int fits(const struct mlp *mlp, const struct dataset *data)
{
    for (size_t i = 0; i < mlp->modules; i++)
        if (!mlp->module[i].tangent)
            return 0;
    return data->rows > 0 && data->rows <= mlp->batch &&
           data->features == mlp->features && data->classes <= mlp->classes;
}

enum descent_status mlp_hessian_init(struct mlp_hessian *hessian, struct mlp *mlp,
                                     const struct dataset *data)
{
    size_t flight = 0, widest = 0;
    *hessian = (struct mlp_hessian){.mlp = mlp, .data = data};
    if (!fits(mlp, data))
        return DESCENT_ERANGE;
    for (size_t i = 0; i < mlp->modules; i++) {
        flight += mlp->module[i].out;
        widest = mlp->module[i].out > widest ? mlp->module[i].out : widest;
    }
    hessian->memory =
        calloc(2 * mlp->n + (flight + 2 * widest) * data->rows, sizeof(real));
    if (!hessian->memory)
        return DESCENT_ENOMEM;
    hessian->theta = hessian->memory;
    hessian->g = hessian->theta + mlp->n;
    real *next = hessian->g + mlp->n;
    for (size_t i = 0; i < mlp->modules; i++) {
        hessian->tangent[i] = next;
        next += data->rows * mlp->module[i].out;
    }
    hessian->delta[0] = next;
    hessian->delta[1] = next + data->rows * widest;
    return DESCENT_OK;
}

/* Logits and their tangents become dZ and its tangent, in place of the latter. */
static void cost_tangent(const struct mlp_hessian *hessian, const real *z, real *dz,
                         real *tz)
{
    const size_t k = hessian->mlp->classes, rows = hessian->data->rows;
    const size_t *label = hessian->data->label;
    for (size_t r = 0; r < rows; r++, z += k, dz += k, tz += k) {
        softmax_cross_entropy(k, z, label[r], dz);
        real mean = tz[label[r]];
        for (size_t i = 0; i < k; i++)
            mean += dz[i] * tz[i];
        for (size_t i = 0; i < k; i++) {
            tz[i] = (dz[i] + (i == label[r])) * (tz[i] - mean) / (real)rows;
            dz[i] /= (real)rows;
        }
    }
}

/* Both passes, there and back. */
static const real *forward(struct mlp_hessian *hessian, const real *v)
{
    const struct mlp *mlp = hessian->mlp;
    const real *x = hessian->data->x, *tx = NULL, *theta = hessian->theta;
    const size_t rows = hessian->data->rows;
    mlp_forward(hessian->mlp, theta, rows, x);
    for (size_t i = 0; i < mlp->modules; i++) {
        const struct module *module = &mlp->module[i];
        module->tangent->forward(module, theta, v, rows, x, tx, hessian->tangent[i]);
        x = mlp->output[i];
        tx = hessian->tangent[i];
    }
    return x;
}

static void backward(struct mlp_hessian *hessian, const real *v, real *tg)
{
    const struct mlp *mlp = hessian->mlp;
    const size_t rows = hessian->data->rows;
    real *const *d = mlp->delta, *const *td = hessian->delta;
    for (size_t i = mlp->modules, now = 0; i-- > 0; now = 1 - now) {
        const struct module *m = &mlp->module[i];
        const real *x = i > 0 ? mlp->output[i - 1] : hessian->data->x;
        const real *tx = i > 0 ? hessian->tangent[i - 1] : NULL;
        m->tangent->backward(m, hessian->theta, v, rows, x, tx, d[now], td[now], tg,
                             i > 0 ? td[1 - now] : NULL);
        m->backward(m, hessian->theta, rows, x, d[now], hessian->g,
                    i > 0 ? d[1 - now] : NULL);
    }
}

void mlp_hessian_product(size_t n, const real *v, real *hv, void *context)
{
    (void)n;
    struct mlp_hessian *hessian = context;
    const size_t last = hessian->mlp->modules - 1;
    const real *z = forward(hessian, v);
    memcpy(hessian->delta[0], hessian->tangent[last],
           hessian->data->rows * hessian->mlp->classes * sizeof *z);
    cost_tangent(hessian, z, hessian->mlp->delta[0], hessian->delta[0]);
    backward(hessian, v, hv);
}

real mlp_hessian_cost(size_t n, const real *theta, real *g, void *context)
{
    (void)n;
    const struct mlp_hessian *hessian = context;
    return mlp_cost(hessian->mlp, theta, hessian->data->rows, hessian->data->x,
                    hessian->data->label, g);
}

void mlp_hessian_free(struct mlp_hessian *hessian)
{
    free(hessian->memory);
    *hessian = (struct mlp_hessian){0};
}
