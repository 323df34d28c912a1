/* least_squares.c: sums of squared residuals.
 *
 *     f(θ) = Σ r_i(θ)²        ∇f = 2 Jᵀr        ∇²f = 2 JᵀJ + 2 Σ r_i ∇²r_i
 *
 *     theta  θ   parameters, n of them        r         residuals, m of them
 *     g      ∇f                               jacobian  J, m × n
 *
 * Invariant: the jacobian is cleared before the model fills it in. */
#include "lab/least_squares.h"
#include "optim/blas.h"

#include <stdlib.h>
#include <string.h>

enum descent_status least_squares_init(struct least_squares *squares,
                                       const struct residual_model *model)
{
    *squares = (struct least_squares){
        .model = model,
        .r = calloc(model->m, sizeof(real)),
        .jacobian = calloc(model->m * model->n, sizeof(real)),
    };
    if (squares->r && squares->jacobian)
        return DESCENT_OK;
    least_squares_free(squares);
    return DESCENT_ENOMEM;
}

static void fill(const struct least_squares *squares, const real *theta)
{
    const struct residual_model *model = squares->model;
    memset(squares->jacobian, 0, model->m * model->n * sizeof(real));
    model->residuals(model->n, model->m, theta, squares->r, squares->jacobian);
}

real least_squares_objective(size_t n, const real *theta, real *g, void *squares)
{
    const struct least_squares *self = squares;
    const size_t m = self->model->m;
    fill(self, theta);
    if (g) {
        blas_apply_t(m, n, self->jacobian, self->r, g);
        for (size_t j = 0; j < n; j++)
            g[j] *= 2;
    }
    return blas_dot(m, self->r, self->r);
}

void least_squares_gauss_newton(size_t n, const real *theta, real *h, void *squares)
{
    const struct least_squares *self = squares;
    fill(self, theta);
    blas_product_tn(n, n, self->model->m, self->jacobian, self->jacobian, h);
    for (size_t k = 0; k < n * n; k++)
        h[k] *= 2;
}

static real value(const struct problem *self, const real *theta)
{
    return least_squares_objective(self->n, theta, NULL, self->data);
}

static void gradient(const struct problem *self, const real *theta, real *g)
{
    least_squares_objective(self->n, theta, g, self->data);
}

struct problem least_squares_problem(struct least_squares *squares)
{
    return (struct problem){
        .n = squares->model->n, .value = value, .gradient = gradient, .data = squares};
}

void least_squares_free(struct least_squares *squares)
{
    free(squares->r);
    free(squares->jacobian);
    *squares = (struct least_squares){0};
}
