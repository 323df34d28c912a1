/* logistic.c: logistic regression.
 *
 *     f(θ) = (1/m) Σ_i [log(1 + exp z_i) - y_i z_i] + (λ/2) ‖w‖²,   z_i = wᵀ x_i + b
 *     ∇f   = (1/m) Σ_i (σ(z_i) - y_i) (x_i, 1) + λ (w, 0)
 *
 *     theta  θ   (w, b), features numbers and, with an intercept, one more
 *     l2     λ   penalty       label  y   0 or 1       rows  m
 *
 * Invariant: the gradient over all samples is the batch gradient over all samples. */
#include "lab/logistic.h"
#include "optim/blas.h"

#include <string.h>
#include <tgmath.h>

enum descent_status logistic_init(struct logistic *logistic, const struct dataset *data,
                                  real l2, bool intercept)
{
    if (!(l2 >= 0 && isfinite(l2)) || data->rows < 1 || data->features < 1 ||
        data->classes > 2)
        return DESCENT_ERANGE;
    *logistic = (struct logistic){data, l2, intercept};
    return DESCENT_OK;
}

/* z_i = wᵀ x_i + b */
static real margin(const struct logistic *l, const real *theta, size_t i)
{
    size_t p = l->data->features;
    return blas_dot(p, theta, l->data->x + i * p) + (l->intercept ? theta[p] : 0);
}

static real value(const struct problem *self, const real *theta)
{
    const struct logistic *l = self->data;
    size_t m = l->data->rows, p = l->data->features;
    real sum = 0;
    for (size_t i = 0; i < m; i++) {
        real z = margin(l, theta, i);
        sum += softplus(l->data->label[i] ? -z : z);
    }
    return sum / (real)m + l->l2 / 2 * blas_dot(p, theta, theta);
}

/* The gradient over some samples, or over the first `count` if `rows` is NULL. */
static void batch_gradient(const struct problem *self, size_t count, const size_t *rows,
                           const real *theta, real *g)
{
    const struct logistic *l = self->data;
    size_t p = l->data->features;
    memset(g, 0, self->n * sizeof *g);
    for (size_t k = 0; k < count; k++) {
        size_t i = rows ? rows[k] : k;
        real slope = sigmoid(margin(l, theta, i)) - (real)l->data->label[i];
        blas_add(p, slope / (real)count, l->data->x + i * p, g);
        if (l->intercept)
            g[p] += slope / (real)count;
    }
    blas_add(p, l->l2, theta, g);
}

static void gradient(const struct problem *self, const real *theta, real *g)
{
    batch_gradient(self, self->samples, NULL, theta, g);
}

struct problem logistic_problem(struct logistic *logistic)
{
    return (struct problem){.n = logistic->data->features + logistic->intercept,
                            .samples = logistic->data->rows,
                            .value = value,
                            .gradient = gradient,
                            .batch_gradient = batch_gradient,
                            .data = logistic};
}
