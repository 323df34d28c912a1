/* classifier.c: the cost of a network on a data set.
 *
 *     f(θ) = (1/m) Σ_i -log softmax(z(x_i; θ))_label + (λ/2) ‖W‖²
 *
 *     theta  θ   parameters, weights W first     l2   λ     rows   m
 *
 * Invariant: the penalty sees the weights and never the biases. */
#include "lab/classifier.h"
#include "optim/blas.h"

#include <stdlib.h>
#include <tgmath.h>

enum descent_status classifier_init(struct classifier *classifier, size_t layers,
                                    const size_t *width, const struct dataset *data,
                                    real l2)
{
    *classifier = (struct classifier){.data = data, .l2 = l2};
    if (!(l2 >= 0 && isfinite(l2)) || layers < 1 || layers > MLP_MAX_LAYERS ||
        width[0] != data->features || width[layers] < data->classes)
        return DESCENT_ERANGE;
    enum descent_status status = mlp_init(&classifier->mlp, layers, width, data->rows);
    if (status)
        return status;
    classifier->x = malloc(data->rows * data->features * sizeof *classifier->x);
    classifier->label = malloc(data->rows * sizeof *classifier->label);
    if (!classifier->x || !classifier->label) {
        classifier_free(classifier);
        return DESCENT_ENOMEM;
    }
    return DESCENT_OK;
}

static real value(const struct problem *self, const real *theta)
{
    struct classifier *c = self->data;
    real cost = mlp_cost(&c->mlp, theta, c->data->rows, c->data->x, c->data->label, NULL);
    return cost + c->l2 / 2 * blas_dot(c->mlp.weights, theta, theta);
}

static void gradient(const struct problem *self, const real *theta, real *g)
{
    struct classifier *c = self->data;
    mlp_cost(&c->mlp, theta, c->data->rows, c->data->x, c->data->label, g);
    blas_add(c->mlp.weights, c->l2, theta, g);
}

static void batch_gradient(const struct problem *self, size_t count, const size_t *rows,
                           const real *theta, real *g)
{
    struct classifier *c = self->data;
    if (count <= c->data->rows)
        dataset_gather(c->data, count, rows, c->x, c->label);
    mlp_cost(&c->mlp, theta, count, c->x, c->label, g);
    blas_add(c->mlp.weights, c->l2, theta, g);
}

struct problem classifier_problem(struct classifier *classifier)
{
    return (struct problem){.n = classifier->mlp.n,
                            .samples = classifier->data->rows,
                            .value = value,
                            .gradient = gradient,
                            .batch_gradient = batch_gradient,
                            .data = classifier};
}

void classifier_free(struct classifier *classifier)
{
    mlp_free(&classifier->mlp);
    free(classifier->x);
    free(classifier->label);
    *classifier = (struct classifier){0};
}
