/* glm.c: generalized linear models.
 *
 *     f(θ)   = (1/m) Σ φ(z_i, y_i) + (λ/2) ‖θ‖²,   z_i = x_iᵀ θ
 *     ∇f_i   = φ'(z_i, y_i) x_i + λ θ
 *
 *     theta  θ   parameters, n of them     z   margin       l2  λ   penalty
 *     x      x   features, m × n           y   target       m       samples
 *
 * Invariant: a sample sees θ through its margin alone, so that its gradient is known by
 * one number, the slope φ'. */
#include "optim/glm.h"
#include "optim/blas.h"
#include "optim/check.h"
#include "optim/sigmoid.h"

const char *glm_check(const struct glm *glm)
{
    if (glm->loss != GLM_LOGISTIC && glm->loss != GLM_SQUARED)
        return "loss must be GLM_LOGISTIC or GLM_SQUARED";
    if (glm->m < 1)
        return "m must be at least 1";
    if (glm->n < 1)
        return "n must be at least 1";
    if (!is_nonnegative(glm->l2))
        return "l2 must be finite and at least 0";
    return NULL;
}

real glm_margin(const struct glm *glm, const real *theta, size_t i)
{
    return blas_dot(glm->n, glm->x + i * glm->n, theta);
}

real glm_cost(const struct glm *glm, size_t i, real z)
{
    const real y = glm->y[i];
    return glm->loss == GLM_LOGISTIC ? softplus(z) - y * z : (z - y) * (z - y) / 2;
}

// [glm-slope]
real glm_slope(const struct glm *glm, size_t i, real z)
{
    return (glm->loss == GLM_LOGISTIC ? sigmoid(z) : z) - glm->y[i];
}
// [glm-slope]

real glm_smoothness(const struct glm *glm, size_t i)
{
    const real *x = glm->x + i * glm->n, square = blas_dot(glm->n, x, x);
    return (glm->loss == GLM_LOGISTIC ? square / 4 : square) + glm->l2;
}

real glm_value(const struct glm *glm, const real *theta)
{
    real sum = 0;
    for (size_t i = 0; i < glm->m; i++)
        sum += glm_cost(glm, i, glm_margin(glm, theta, i));
    return sum / (real)glm->m + glm->l2 / 2 * blas_dot(glm->n, theta, theta);
}

/* g += share · φ'(z_i) x_i */
static void add_sample(const struct glm *glm, const real *theta, size_t i, real share,
                       real *g)
{
    const real slope = glm_slope(glm, i, glm_margin(glm, theta, i));
    blas_add(glm->n, share * slope, glm->x + i * glm->n, g);
}

static void set_penalty(const struct glm *glm, const real *theta, real *g)
{
    for (size_t j = 0; j < glm->n; j++)
        g[j] = glm->l2 * theta[j];
}

void glm_gradient(const struct glm *glm, const real *theta, real *g)
{
    set_penalty(glm, theta, g);
    for (size_t i = 0; i < glm->m; i++)
        add_sample(glm, theta, i, 1 / (real)glm->m, g);
}

static void sample(const struct finite_sum *self, size_t i, const real *theta, real *g)
{
    set_penalty(self->data, theta, g);
    add_sample(self->data, theta, i, 1, g);
}

static void mean(const struct finite_sum *self, const real *theta, real *g)
{
    glm_gradient(self->data, theta, g);
}

struct finite_sum glm_sum(const struct glm *glm)
{
    return (struct finite_sum){
        .n = glm->n, .m = glm->m, .sample = sample, .mean = mean, .data = glm};
}
