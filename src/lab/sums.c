/* sums.c: linear models with known constants and optimum.
 *
 *     L_i = c ‖x_i‖² + λ,   L = max L_i,   L_f = c λ_max(XᵀX / m) + λ
 *     H   = (1/m) Σ φ''(z_i) x_i x_iᵀ + λ I,   θ ← θ - s H⁻¹ ∇f(θ)             [Newton]
 *
 *     theta  θ   parameters, n of them        l2  λ   penalty
 *     hess   H   Hessian, n × n               s       1, or less far from the optimum
 *
 * Invariant: at the optimum, a Newton step no longer makes the gradient smaller. */
#include "lab/sums.h"
#include "optim/blas.h"
#include "optim/check.h"
#include "optim/lapack.h"
#include "optim/sigmoid.h"
#include "optim/zeros.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <tgmath.h>

enum { NEWTON_STEPS = 100, HALVINGS = 40 };

struct sums_config sums_defaults(void)
{
    return (struct sums_config){
        .loss = GLM_LOGISTIC, .m = 200, .n = 10, .l2 = 1, .noise = 1};
}

/* φ''(z) */
static real curvature(const struct glm *glm, real z)
{
    const real p = glm->loss == GLM_LOGISTIC ? sigmoid(z) : 0;
    return glm->loss == GLM_LOGISTIC ? p * (1 - p) : 1;
}

/* H at theta, or with the largest φ'' where theta is NULL. */
static void hessian(const struct glm *glm, const real *theta, real *hess)
{
    const size_t n = glm->n;
    const real largest = glm->loss == GLM_LOGISTIC ? (real)0.25 : 1;
    memset(hess, 0, n * n * sizeof *hess);
    for (size_t i = 0; i < glm->m; i++) {
        const real *x = glm->x + i * n;
        real bend = theta ? curvature(glm, glm_margin(glm, theta, i)) : largest;
        for (size_t j = 0; j < n; j++)
            blas_add(n, bend * x[j] / (real)glm->m, x, hess + j * n);
    }
    for (size_t j = 0; j < n; j++)
        hess[j * n + j] += glm->l2;
}

/* Scratch memory of Newton's method. */
struct newton {
    real *hess, *g, *step, *next;
};

static void newton_free(struct newton *newton)
{
    free(newton->hess);
    free(newton->g);
    free(newton->step);
    free(newton->next);
}

static bool newton_init(struct newton *newton, size_t n)
{
    *newton = (struct newton){zeros(n * n), zeros(n), zeros(n), zeros(n)};
    return newton->hess && newton->g && newton->step && newton->next;
}

/* Halves the step until the cost falls as it should; leaves the new point in `next`. */
static void shorten(const struct glm *glm, const struct newton *newton, const real *theta,
                    real decrement)
{
    const real value = glm_value(glm, theta);
    const bool close = decrement <= sqrt(REAL_EPSILON) * (1 + fabs(value));
    real length = 1;
    for (int k = 0; k < HALVINGS; k++, length /= 2) {
        memcpy(newton->next, theta, glm->n * sizeof *theta);
        blas_add(glm->n, -length, newton->step, newton->next);
        if (close || glm_value(glm, newton->next) <= value - length * decrement / 10)
            return;
    }
}

/* Steps until the decrement gᵀH⁻¹g, twice what there is to gain, falls no more. */
static enum descent_status minimize(const struct glm *glm, struct newton *newton,
                                    real *theta)
{
    const int n = (int)glm->n;
    real last = (real)INFINITY;
    for (int t = 0; t < NEWTON_STEPS; t++) {
        glm_gradient(glm, theta, newton->g);
        hessian(glm, theta, newton->hess);
        memcpy(newton->step, newton->g, glm->n * sizeof *theta);
        if (LAPACK_NAME(posv)(LAPACK_ROW_MAJOR, 'L', n, 1, newton->hess, n, newton->step,
                              1))
            return DESCENT_ENAN;
        real decrement = blas_dot(glm->n, newton->g, newton->step);
        if (decrement < REAL_EPSILON && decrement >= last / 4)
            return DESCENT_OK;
        if (!isfinite(decrement))
            return DESCENT_ENAN;
        shorten(glm, newton, theta, decrement);
        memcpy(theta, newton->next, glm->n * sizeof *theta);
        last = decrement;
    }
    return DESCENT_ENAN;
}

/* The smallest and the largest eigenvalue of a symmetric matrix, which is overwritten. */
static enum descent_status extreme_eigenvalues(size_t n, real *a, real *values)
{
    int failed = LAPACK_NAME(syev)(LAPACK_ROW_MAJOR, 'N', 'L', (int)n, a, (int)n, values);
    return failed ? DESCENT_ENAN : DESCENT_OK;
}

static void measure_samples(struct sums *sums)
{
    for (size_t i = 0; i < sums->glm.m; i++) {
        real L = glm_smoothness(&sums->glm, i);
        sums->L = fmax(sums->L, L);
        sums->L_mean += L / (real)sums->glm.m;
    }
}

static enum descent_status measure_sum(struct sums *sums, struct newton *newton)
{
    const struct glm *glm = &sums->glm;
    enum descent_status status = minimize(glm, newton, sums->optimum);
    if (status)
        return status;
    sums->value = glm_value(glm, sums->optimum);
    hessian(glm, sums->optimum, newton->hess);
    status = extreme_eigenvalues(glm->n, newton->hess, newton->step);
    sums->mu_local = fmax(newton->step[0], (real)0);
    sums->mu = glm->loss == GLM_LOGISTIC ? glm->l2 : sums->mu_local;
    if (status)
        return status;
    hessian(glm, NULL, newton->hess);
    status = extreme_eigenvalues(glm->n, newton->hess, newton->step);
    sums->L_f = newton->step[glm->n - 1];
    return status;
}

/* Constants and optimum of a model whose samples are there. */
static enum descent_status finish(struct sums *sums)
{
    struct newton newton;
    enum descent_status status = DESCENT_ENOMEM;
    sums->optimum = zeros(sums->glm.n);
    measure_samples(sums);
    if (newton_init(&newton, sums->glm.n) && sums->optimum)
        status = measure_sum(sums, &newton);
    newton_free(&newton);
    if (status)
        sums_free(sums);
    return status;
}

/* Room for samples. */
static enum descent_status allocate(struct sums *sums, const struct glm *shape)
{
    *sums = (struct sums){.glm = *shape};
    if (glm_check(shape))
        return DESCENT_ERANGE;
    sums->glm.x = zeros(shape->m * shape->n);
    sums->glm.y = zeros(shape->m);
    if (sums->glm.x && sums->glm.y)
        return DESCENT_OK;
    sums_free(sums);
    return DESCENT_ENOMEM;
}

/* Draws features and targets of `truth`. */
static void draw(const struct sums_config *config, const real *truth, struct rng *rng,
                 real *x, real *y)
{
    const size_t n = config->n;
    for (size_t i = 0; i < config->m; i++) {
        const real scale = exp(config->spread * (real)rng_normal(rng));
        for (size_t j = 0; j < n; j++)
            x[i * n + j] = scale * (real)rng_normal(rng);
        real z = blas_dot(n, x + i * n, truth) + config->noise * (real)rng_normal(rng);
        y[i] = config->loss == GLM_LOGISTIC ? z > 0 : z;
    }
}

enum descent_status sums_draw(struct sums *sums, const struct sums_config *config,
                              struct rng *rng)
{
    *sums = (struct sums){0};
    if (!is_nonnegative(config->noise) || !is_nonnegative(config->spread))
        return DESCENT_ERANGE;
    const struct glm shape = {
        .loss = config->loss, .m = config->m, .n = config->n, .l2 = config->l2};
    enum descent_status status = allocate(sums, &shape);
    if (status)
        return status;
    real *truth = zeros(config->n);
    if (!truth) {
        sums_free(sums);
        return DESCENT_ENOMEM;
    }
    for (size_t j = 0; j < config->n; j++)
        truth[j] = (real)rng_normal(rng);
    draw(config, truth, rng, (real *)sums->glm.x, (real *)sums->glm.y);
    free(truth);
    return finish(sums);
}

enum descent_status sums_logistic(struct sums *sums, const struct dataset *data, real l2)
{
    const size_t p = data->features;
    const struct glm shape = {
        .loss = GLM_LOGISTIC, .m = data->rows, .n = p + 1, .l2 = l2};
    *sums = (struct sums){0};
    enum descent_status status =
        data->classes > 2 ? DESCENT_ERANGE : allocate(sums, &shape);
    if (status)
        return status;
    real *x = (real *)sums->glm.x, *y = (real *)sums->glm.y;
    for (size_t i = 0; i < data->rows; i++) {
        memcpy(x + i * (p + 1), data->x + i * p, p * sizeof *x);
        x[i * (p + 1) + p] = 1;
        y[i] = (real)data->label[i];
    }
    return finish(sums);
}

enum descent_status sums_breast_cancer(struct sums *sums, real l2)
{
    struct dataset data;
    *sums = (struct sums){0};
    enum descent_status status = dataset_read(&data, BREAST_CANCER_PATH, NULL);
    if (status)
        return status;
    real mean[DATASET_MAX_COLUMNS], deviation[DATASET_MAX_COLUMNS];
    dataset_moments(&data, mean, deviation);
    dataset_standardize(&data, mean, deviation);
    status = sums_logistic(sums, &data, l2);
    dataset_free(&data);
    return status;
}

/* φ(z* + d) - φ(z*) - φ'(z*) d: by its series where a difference would lose digits. */
static real divergence(const struct glm *glm, real z, real d)
{
    if (glm->loss == GLM_SQUARED)
        return d * d / 2;
    const real p = sigmoid(z), bend = p * (1 - p);
    if (fabs(d) > (real)1e-3)
        return softplus(z + d) - softplus(z) - p * d;
    return bend * d * d / 2 * (1 + d / 3 * (1 - 2 * p) + d * d / 12 * (1 - 6 * bend));
}

/* The gradient at the optimum is 0, so the first-order terms of all samples and of the
 * penalty cancel. */
real sums_suboptimality(const struct sums *sums, const real *theta)
{
    const struct glm *glm = &sums->glm;
    real sum = 0, square = 0;
    for (size_t i = 0; i < glm->m; i++) {
        real d = 0;
        for (size_t j = 0; j < glm->n; j++)
            d += glm->x[i * glm->n + j] * (theta[j] - sums->optimum[j]);
        sum += divergence(glm, glm_margin(glm, sums->optimum, i), d);
    }
    for (size_t j = 0; j < glm->n; j++)
        square += (theta[j] - sums->optimum[j]) * (theta[j] - sums->optimum[j]);
    return sum / (real)glm->m + glm->l2 / 2 * square;
}

static real value(const struct problem *self, const real *theta)
{
    return glm_value(&((const struct sums *)self->data)->glm, theta);
}

static void gradient(const struct problem *self, const real *theta, real *g)
{
    glm_gradient(&((const struct sums *)self->data)->glm, theta, g);
}

static void batch_gradient(const struct problem *self, size_t count, const size_t *rows,
                           const real *theta, real *g)
{
    const struct glm *glm = &((const struct sums *)self->data)->glm;
    for (size_t j = 0; j < glm->n; j++)
        g[j] = glm->l2 * theta[j];
    for (size_t k = 0; k < count; k++) {
        const real slope = glm_slope(glm, rows[k], glm_margin(glm, theta, rows[k]));
        blas_add(glm->n, slope / (real)count, glm->x + rows[k] * glm->n, g);
    }
}

struct problem sums_problem(const struct sums *sums)
{
    return (struct problem){.n = sums->glm.n,
                            .samples = sums->glm.m,
                            .value = value,
                            .gradient = gradient,
                            .batch_gradient = batch_gradient,
                            .data = (void *)sums};
}

void sums_free(struct sums *sums)
{
    free((void *)sums->glm.x);
    free((void *)sums->glm.y);
    free(sums->optimum);
    *sums = (struct sums){0};
}
