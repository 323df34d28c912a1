/* mlp.c: a multi-layer perceptron.
 *
 *     A_0 = X,   A_i = module_i(A_{i-1}),   f = (1/b) Σ_r -log softmax(A_last)_r,label
 *     dA_last = (softmax - one-hot) / b,    (g_i, dA_{i-1}) = backward_i(A_{i-1}, dA_i)
 *
 *     theta  θ   parameters: W_1 W_2 … b_1 b_2 …     g   gradient, laid out like θ
 *     output     A_1 … A_last, each batch × out      batch   b
 *     delta      dA_i and dA_{i-1}, by turns
 *
 * Invariant: after mlp_forward() output[i] holds A_{i+1} of the batch, and the backward
 * pass changes none of them. */
#include "lab/mlp.h"
#include "lab/layers.h"
#include "lab/module_state.h"
#include "lab/skip.h"
#include "lab/tangent.h"
#include "optim/cross_entropy.h"
#include "optim/layers_backward.h"

#include <stdlib.h>
#include <string.h>
#include <tgmath.h>

static void linear_module_forward(const struct module *self, const real *theta,
                                  size_t batch, const real *x, real *y)
{
    linear_forward(batch, self->in, self->out, x, theta + self->weights,
                   theta + self->biases, y);
}

static void linear_module_backward(const struct module *self, const real *theta,
                                   size_t batch, const real *x, const real *dy, real *g,
                                   real *dx)
{
    linear_backward(batch, self->in, self->out, x, theta + self->weights, dy,
                    g + self->weights, g + self->biases, dx);
}

static void relu_module_forward(const struct module *self, const real *theta,
                                size_t batch, const real *x, real *y)
{
    (void)theta;
    relu_forward(batch * self->in, x, y);
}

static void relu_module_backward(const struct module *self, const real *theta,
                                 size_t batch, const real *x, const real *dy, real *g,
                                 real *dx)
{
    (void)theta, (void)g;
    if (dx)
        relu_backward(batch * self->in, x, dy, dx);
}

/* Whether it has weights and biases; a block with a skip connection has. */
static bool is_linear(const struct module *module)
{
    return module->forward == linear_module_forward || is_skip(module);
}

/* Behind a hidden layer: a normalization, ReLU, and dropout. */
static void append_between(struct mlp *mlp, size_t width, const struct mlp_config *config)
{
    struct module *next = &mlp->module[mlp->modules];
    if (config->norm != MLP_NORM_NONE)
        *next++ = norm_module(width);
    *next++ = (struct module){.in = width,
                              .out = width,
                              .forward = relu_module_forward,
                              .backward = relu_module_backward,
                              .tangent = &relu_tangent};
    if (config->dropout > 0)
        *next++ = dropout_module(width);
    mlp->modules = (size_t)(next - mlp->module);
}

/* A linear layer; or, if it may have a skip connection and the widths allow it, one block
 * in place of ReLU and the layer. */
static void append_layer(struct mlp *mlp, size_t in, size_t out, bool skip)
{
    struct module *next = &mlp->module[mlp->modules];
    if (skip && in == out) {
        next[-1] = skip_module(in);
        next[-1].weights = mlp->weights;
        return;
    }
    *next = (struct module){.in = in,
                            .out = out,
                            .weights = mlp->weights,
                            .forward = linear_module_forward,
                            .backward = linear_module_backward,
                            .tangent = &linear_tangent};
    mlp->modules++;
}

/* The biases stand behind the weights, and the normalizations' behind those. */
static void lay_out_behind_weights(struct mlp *mlp)
{
    mlp->n = mlp->weights;
    for (size_t i = 0; i < mlp->modules; i++)
        if (is_linear(&mlp->module[i])) {
            mlp->module[i].biases = mlp->n;
            mlp->n += mlp->module[i].out;
        }
    for (size_t i = 0; i < mlp->modules; i++)
        if (is_norm(&mlp->module[i])) {
            mlp->module[i].weights = mlp->n;
            mlp->module[i].biases = mlp->n + mlp->module[i].out;
            mlp->n += 2 * mlp->module[i].out;
        }
}

/* Lays out θ, and counts the numbers that a batch keeps in flight. Returns 0 if a size is
 * outside its range. */
static size_t lay_out(struct mlp *mlp, size_t layers, const size_t *width,
                      const struct mlp_config *config)
{
    size_t flight = 0, widest = 0;
    for (size_t i = 0; i < layers; i++) {
        size_t in = width[i], out = width[i + 1];
        if (in < 1 || in > MLP_MAX_WIDTH || out < 1 || out > MLP_MAX_WIDTH)
            return 0;
        append_layer(mlp, in, out, config->skip && i > 0 && i + 1 < layers);
        if (i + 1 < layers)
            append_between(mlp, out, config);
        mlp->weights += out * in;
        widest = out > widest ? out : widest;
        if (mlp->weights > MLP_MAX_N)
            return 0;
    }
    lay_out_behind_weights(mlp);
    for (size_t i = 0; i < mlp->modules; i++)
        flight += mlp->module[i].out;
    return flight + 2 * widest;
}

/* The states of normalizations and dropout. */
static enum descent_status init_states(struct mlp *mlp, const struct mlp_config *config)
{
    enum descent_status status = DESCENT_OK;
    for (size_t i = 0; i < mlp->modules && !status; i++)
        status = module_state_init(&mlp->module[i], mlp->batch, config, i);
    return status;
}

enum descent_status mlp_init(struct mlp *mlp, size_t layers, const size_t *width,
                             size_t batch)
{
    return mlp_init_with(mlp, layers, width, batch, &(const struct mlp_config){0});
}

enum descent_status mlp_init_with(struct mlp *mlp, size_t layers, const size_t *width,
                                  size_t batch, const struct mlp_config *config)
{
    *mlp = (struct mlp){0};
    if (layers < 1 || layers > MLP_MAX_LAYERS || batch < 1 || batch > MLP_MAX_BATCH ||
        !(config->dropout >= 0 && config->dropout <= 1) ||
        (config->skip && (config->norm != MLP_NORM_NONE || config->dropout > 0)))
        return DESCENT_ERANGE;
    mlp->features = width[0];
    mlp->classes = width[layers];
    mlp->batch = batch;
    size_t flight = lay_out(mlp, layers, width, config);
    if (flight == 0 || mlp->n > MLP_MAX_N || flight > MLP_MAX_N * 8 / batch)
        return DESCENT_ERANGE;
    mlp->memory = calloc(flight * batch, sizeof *mlp->memory);
    enum descent_status status = mlp->memory ? init_states(mlp, config) : DESCENT_ENOMEM;
    if (status) {
        mlp_free(mlp);
        return status;
    }
    real *next = mlp->memory;
    for (size_t i = 0; i < mlp->modules; i++) {
        mlp->output[i] = next;
        next += batch * mlp->module[i].out;
    }
    mlp->delta[0] = next;
    mlp->delta[1] = next + (size_t)(mlp->memory + flight * batch - next) / 2;
    return DESCENT_OK;
}

void mlp_init_he(const struct mlp *mlp, real *theta, struct rng *rng)
{
    for (size_t i = 0; i < mlp->modules; i++) {
        const struct module *layer = &mlp->module[i];
        real deviation = sqrt(2 / (real)layer->in);
        for (size_t k = 0; is_linear(layer) && k < layer->out * layer->in; k++)
            theta[layer->weights + k] = deviation * (real)rng_normal(rng);
    }
    memset(theta + mlp->weights, 0, (mlp->n - mlp->weights) * sizeof *theta);
    for (size_t i = 0; i < mlp->modules; i++) {
        const struct module *norm = &mlp->module[i];
        for (size_t k = 0; is_norm(norm) && k < norm->out; k++)
            theta[norm->weights + k] = 1;
    }
}

size_t mlp_tensors(const struct mlp *mlp, struct tensor *tensor)
{
    struct tensor *next = tensor;
    for (size_t i = 0; i < mlp->modules; i++)
        if (is_linear(&mlp->module[i]))
            *next++ = (struct tensor){NULL, TENSOR_WEIGHT,
                                      mlp->module[i].out * mlp->module[i].in};
    for (size_t i = 0; i < mlp->modules; i++)
        if (is_linear(&mlp->module[i]))
            *next++ = (struct tensor){NULL, TENSOR_BIAS, mlp->module[i].out};
    for (size_t i = 0; i < mlp->modules; i++)
        for (size_t k = 0; is_norm(&mlp->module[i]) && k < 2; k++)
            *next++ = (struct tensor){NULL, TENSOR_NORM, mlp->module[i].out};
    return (size_t)(next - tensor);
}

size_t mlp_filters(const struct mlp *mlp, struct filter_part *part)
{
    struct filter_part *next = part;
    for (size_t i = 0; i < mlp->modules; i++)
        if (is_linear(&mlp->module[i]))
            *next++ = (struct filter_part){mlp->module[i].out, mlp->module[i].in, false};
    *next++ = (struct filter_part){1, mlp->n - mlp->weights, true};
    return (size_t)(next - part);
}

static const real *forward(struct mlp *mlp, bool training, const real *theta,
                           size_t batch, const real *x)
{
    if (batch < 1 || batch > mlp->batch)
        return NULL;
    for (size_t i = 0; i < mlp->modules; i++) {
        const struct module *module = &mlp->module[i];
        if (module->state)
            module->state->training = training;
        module->forward(module, theta, batch, x, mlp->output[i]);
        x = mlp->output[i];
    }
    return x;
}

const real *mlp_forward(struct mlp *mlp, const real *theta, size_t batch, const real *x)
{
    return forward(mlp, false, theta, batch, x);
}

const real *mlp_train_forward(struct mlp *mlp, const real *theta, size_t batch,
                              const real *x)
{
    return forward(mlp, true, theta, batch, x);
}

/* The mean cross-entropy of a batch; writes its gradient with respect to the outputs. */
static real batch_cost(const struct mlp *mlp, size_t batch, const real *z,
                       const size_t *label, real *dz)
{
    size_t k = mlp->classes;
    real sum = 0;
    for (size_t r = 0; r < batch; r++)
        sum += softmax_cross_entropy(k, z + r * k, label[r], dz ? dz + r * k : NULL);
    for (size_t i = 0; dz && i < batch * k; i++)
        dz[i] /= (real)batch;
    return sum / (real)batch;
}

// [mlp-backward]
static void backward(struct mlp *mlp, const real *theta, size_t batch, const real *x,
                     real *g)
{
    real *dy = mlp->delta[0], *dx = mlp->delta[1];
    for (size_t i = mlp->modules; i-- > 0;) {
        const struct module *module = &mlp->module[i];
        const real *in = i > 0 ? mlp->output[i - 1] : x;
        module->backward(module, theta, batch, in, dy, g, i > 0 ? dx : NULL);
        real *done = dy;
        dy = dx;
        dx = done;
    }
}
// [mlp-backward]

void mlp_backward(struct mlp *mlp, const real *theta, size_t batch, const real *x,
                  const real *dz, real *g)
{
    memcpy(mlp->delta[0], dz, batch * mlp->classes * sizeof *dz);
    backward(mlp, theta, batch, x, g);
}

real mlp_cost(struct mlp *mlp, const real *theta, size_t batch, const real *x,
              const size_t *label, real *g)
{
    const real *z = forward(mlp, g != NULL, theta, batch, x);
    if (!z) {
        for (size_t i = 0; g && i < mlp->n; i++)
            g[i] = (real)NAN;
        return (real)NAN;
    }
    real cost = batch_cost(mlp, batch, z, label, g ? mlp->delta[0] : NULL);
    if (g)
        backward(mlp, theta, batch, x, g);
    return cost;
}

/* Whether the label's output is above every other one. */
static int is_right(size_t k, const real *z, size_t label)
{
    for (size_t i = 0; i < k; i++)
        if (i != label && !(z[label] > z[i]))
            return 0;
    return 1;
}

static void mean_by_class(const struct dataset *data, size_t classes, real *class_cost)
{
    for (size_t c = 0; c < classes; c++) {
        size_t count = 0;
        for (size_t r = 0; r < data->rows; r++)
            count += data->label[r] == c;
        class_cost[c] = count ? class_cost[c] / (real)count : (real)NAN;
    }
}

struct score mlp_score(struct mlp *mlp, const real *theta, const struct dataset *data,
                       real *class_cost)
{
    size_t k = mlp->classes, right = 0;
    double sum = 0;
    if (!data->rows || data->features != mlp->features || data->classes > k)
        return (struct score){(real)NAN, (real)NAN};
    for (size_t c = 0; class_cost && c < k; c++)
        class_cost[c] = 0;
    for (size_t first = 0; first < data->rows; first += mlp->batch) {
        size_t left = data->rows - first;
        size_t count = left < mlp->batch ? left : mlp->batch;
        const real *z = mlp_forward(mlp, theta, count, data->x + first * data->features);
        for (size_t r = 0; r < count; r++, z += k) {
            size_t label = data->label[first + r];
            real cost = softmax_cross_entropy(k, z, label, NULL);
            sum += (double)cost;
            right += (size_t)is_right(k, z, label);
            if (class_cost)
                class_cost[label] += cost;
        }
    }
    if (class_cost)
        mean_by_class(data, k, class_cost);
    return (struct score){(real)(sum / (double)data->rows),
                          (real)right / (real)data->rows};
}

void mlp_free(struct mlp *mlp)
{
    for (size_t i = 0; i < mlp->modules; i++)
        module_state_free(&mlp->module[i]);
    free(mlp->memory);
    *mlp = (struct mlp){0};
}
