/* zero_net.c: a network trained by N ranks that share out what they keep.
 *
 *     stage 0   all-reduce g, Adam on all                           keeps all
 *     stage 1   exercise 10.7                                       keeps its part of m,
 *     v stage 2   each layer's g: reduce-scatter as soon as it is     … and of g
 *               there; Adam on the parts; all-gather θ
 *     stage 3   each layer's θ: all-gather before it is used,       … and of θ
 *               forward and backward
 *
 *     input   what went into a layer      delta   the cost's gradient with respect to it
 *
 * Invariant: the slices' gradients are added up in the order of zero_net.h. */
#include "lab/zero_net.h"
#include "lab/layers.h"
#include "optim/cross_entropy.h"
#include "optim/layers_backward.h"
#include "optim/zeros.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static size_t filled_up(size_t n)
{
    return (n + ZERO_SLICES - 1) / ZERO_SLICES * ZERO_SLICES;
}

static size_t layer_size(const struct zero_net_config *config, size_t layer)
{
    return filled_up((config->width[layer] + 1) * config->width[layer + 1]);
}

static size_t largest_layer(const struct zero_net_config *config)
{
    size_t largest = 0;
    for (size_t l = 0; l < config->layers; l++)
        largest = layer_size(config, l) > largest ? layer_size(config, l) : largest;
    return largest;
}

static size_t widest(const struct zero_net_config *config)
{
    size_t width = 0;
    for (size_t l = 0; l <= config->layers; l++)
        width = config->width[l] > width ? config->width[l] : width;
    return width;
}

size_t zero_net_n(const struct zero_net_config *config)
{
    size_t n = 0;
    for (size_t l = 0; l < config->layers; l++)
        n += layer_size(config, l);
    return n;
}

size_t zero_net_capacity(const struct zero_net_config *config, size_t ranks)
{
    const bool whole = config->stage <= ZERO_STATE;
    return (whole ? zero_net_n(config) : largest_layer(config)) / ranks;
}

/* --- Memory
 * --------------------------------------------------------------------------- */

static size_t slices_of_a_rank(const struct zero_net *net)
{
    return ZERO_SLICES / net->all->ranks;
}

/* n zeros that are kept from step to step, and counted. */
static real *keep(size_t n, double *bytes)
{
    *bytes = (double)(n * sizeof(real));
    return zeros(n);
}

static bool make_rank(struct zero_net *net, struct zero_rank *rank)
{
    const struct zero_net_config *config = &net->config;
    const size_t samples = slices_of_a_rank(net) * config->rows;
    const size_t part = net->n / net->all->ranks;
    rank->theta =
        keep(config->stage >= ZERO_PARAMETERS ? part : net->n, &net->kept_theta);
    rank->g = keep(config->stage >= ZERO_GRADIENTS ? part : net->n, &net->kept_g);
    bool made = rank->theta && rank->g;
    for (size_t k = 0; k <= ZERO_MAX_LAYERS; k++) {
        const size_t layer = largest_layer(config), most = part > layer ? part : layer;
        made &= (rank->work[k] = zeros(k ? layer : most)) != NULL;
    }
    for (size_t l = 0; l < config->layers; l++)
        made &= (rank->input[l] = zeros(samples * config->width[l])) != NULL;
    for (size_t k = 0; k < 2; k++)
        made &= (rank->delta[k] = zeros(samples * widest(config))) != NULL;
    return made;
}

/* Adam for all parameters of each rank here, or for its part. */
static enum descent_status make_adam(struct zero_net *net)
{
    const bool shared = net->config.stage >= ZERO_STATE;
    const size_t n = shared ? net->n / net->all->ranks : net->n;
    enum descent_status status = DESCENT_OK;
    net->kept_state = (double)(2 * n * sizeof(real));
    if (net->config.stage == ZERO_STATE)
        return zero1_init(&net->zero1, net->all, net->n, net->config.adam);
    net->adam = calloc(net->all->here, sizeof *net->adam);
    if (!net->adam)
        return DESCENT_ENOMEM;
    for (size_t k = 0; !status && k < net->all->here; k++)
        status = adam_init(&net->adam[k], n, net->config.adam);
    return status;
}

static bool is_allowed(const struct collective *all, const struct zero_net_config *config)
{
    if (config->layers < 1 || config->layers > ZERO_MAX_LAYERS || config->rows < 1 ||
        all->ranks > ZERO_SLICES || config->stage > ZERO_PARAMETERS)
        return false;
    for (size_t l = 0; l <= config->layers; l++)
        if (config->width[l] < 1 || config->width[l] > 65536)
            return false;
    return all->capacity >= zero_net_capacity(config, all->ranks);
}

/* Where rank r's part of a layer lies among the parts that it keeps. */
static size_t kept_at(const struct zero_net *net, size_t layer)
{
    return net->first[layer] / net->all->ranks;
}

static void set_theta(struct zero_net *net, size_t k, const real *theta)
{
    const size_t rank = net->all->first + k;
    if (net->config.stage < ZERO_PARAMETERS)
        memcpy(net->rank[k].theta, theta, net->n * sizeof *theta);
    else
        for (size_t l = 0; l < net->config.layers; l++) {
            const size_t part = net->size[l] / net->all->ranks;
            memcpy(net->rank[k].theta + kept_at(net, l),
                   theta + net->first[l] + rank * part, part * sizeof *theta);
        }
}

enum descent_status zero_net_init(struct zero_net *net, struct collective *all,
                                  const struct zero_net_config *config, const real *theta)
{
    *net = (struct zero_net){.config = *config, .all = all};
    if (!is_allowed(all, config))
        return DESCENT_ERANGE;
    for (size_t l = 0; l < config->layers; l++) {
        net->first[l] = net->n;
        net->size[l] = layer_size(config, l);
        net->n += net->size[l];
    }
    net->rank = calloc(all->here, sizeof *net->rank);
    bool made = net->rank != NULL;
    for (size_t k = 0; made && k < all->here; k++)
        if ((made = make_rank(net, &net->rank[k])))
            set_theta(net, k, theta);
    enum descent_status status = made ? make_adam(net) : DESCENT_ENOMEM;
    if (status)
        zero_net_free(net);
    return status;
}

void zero_net_free(struct zero_net *net)
{
    for (size_t k = 0; net->rank && k < net->all->here; k++) {
        struct zero_rank *rank = &net->rank[k];
        free(rank->theta);
        free(rank->g);
        for (size_t i = 0; i <= ZERO_MAX_LAYERS; i++)
            free(rank->work[i]);
        for (size_t l = 0; l < ZERO_MAX_LAYERS; l++)
            free(rank->input[l]);
        free(rank->delta[0]);
        free(rank->delta[1]);
    }
    for (size_t k = 0; net->adam && k < net->all->here; k++)
        adam_free(&net->adam[k]);
    if (net->zero1.adam)
        zero1_free(&net->zero1);
    free(net->rank);
    free(net->adam);
    net->rank = NULL;
    net->adam = NULL;
}

/* --- Forward
 * -------------------------------------------------------------------------- */

/* The parameters of a layer for each rank here: in stage 3 they are brought together. */
// [zero-fetch]
static void fetch(struct zero_net *net, size_t layer, real **w)
{
    const size_t part = net->size[layer] / net->all->ranks;
    for (size_t k = 0; k < net->all->here; k++) {
        struct zero_rank *rank = &net->rank[k];
        w[k] = rank->theta + net->first[layer];
        if (net->config.stage < ZERO_PARAMETERS)
            continue;
        w[k] = rank->work[ZERO_MAX_LAYERS];
        memcpy(w[k] + (net->all->first + k) * part, rank->theta + kept_at(net, layer),
               part * sizeof **w);
    }
    if (net->config.stage == ZERO_PARAMETERS)
        all_gather(net->all, part, w);
}
// [zero-fetch]

/* A slice is a product of its own: a product with more rows might add in another
 * order. */
static void forward_layer(struct zero_net *net, size_t layer, size_t k, const real *w)
{
    const struct zero_net_config *config = &net->config;
    const size_t in = config->width[layer], out = config->width[layer + 1];
    const size_t rows = config->rows, slices = slices_of_a_rank(net);
    const bool last = layer + 1 == config->layers;
    struct zero_rank *rank = &net->rank[k];
    real *y = last ? rank->delta[0] : rank->input[layer + 1];
    for (size_t s = 0; s < slices; s++)
        linear_forward(rows, in, out, rank->input[layer] + s * rows * in, w, w + in * out,
                       y + s * rows * out);
    if (!last)
        relu_forward(slices * rows * out, y, y);
}

/* Turns the logits in delta[0] into their gradients, in delta[1]: of each slice's
 * mean. */
static void start_backward(struct zero_net *net, size_t k, const size_t *label)
{
    const size_t rows = net->config.rows, ranks = net->all->ranks;
    const size_t classes = net->config.width[net->config.layers];
    struct zero_rank *rank = &net->rank[k];
    for (size_t i = 0; i < slices_of_a_rank(net) * rows; i++) {
        const size_t slice = net->all->first + k + i / rows * ranks;
        real *d = rank->delta[1] + i * classes;
        net->cost += (double)softmax_cross_entropy(classes, rank->delta[0] + i * classes,
                                                   label[slice * rows + i % rows], d) /
                     (double)rows;
        for (size_t c = 0; c < classes; c++)
            d[c] /= (real)rows;
    }
    real *swap = rank->delta[0];
    rank->delta[0] = rank->delta[1];
    rank->delta[1] = swap;
}

static void forward(struct zero_net *net, const real *x, const size_t *label)
{
    const size_t count = net->config.rows * net->config.width[0];
    real *w[ZERO_SLICES];
    net->cost = 0;
    for (size_t k = 0; k < net->all->here; k++)
        for (size_t s = 0; s < slices_of_a_rank(net); s++)
            memcpy(net->rank[k].input[0] + s * count,
                   x + (net->all->first + k + s * net->all->ranks) * count,
                   count * sizeof *x);
    for (size_t l = 0; l < net->config.layers; l++) {
        fetch(net, l, w);
        for (size_t k = 0; k < net->all->here; k++)
            forward_layer(net, l, k, w[k]);
    }
    for (size_t k = 0; k < net->all->here; k++)
        start_backward(net, k, label);
}

/* --- Backward
 * ------------------------------------------------------------------------- */

/* A layer on its way back, for one rank. */
struct pass {
    const struct zero_net *net;
    struct zero_rank *rank;
    size_t layer;
    const real *w;
};

static void slice_gradient(const struct pass *pass, size_t s, real *g)
{
    const struct zero_net_config *config = &pass->net->config;
    const size_t in = config->width[pass->layer], out = config->width[pass->layer + 1];
    const size_t rows = config->rows;
    const real *x = pass->rank->input[pass->layer] + s * rows * in;
    real *dx = pass->layer > 0 ? pass->rank->delta[1] + s * rows * in : NULL;
    linear_backward(rows, in, out, x, pass->w, pass->rank->delta[0] + s * rows * out, g,
                    g + in * out, dx);
    memset(g + (in + 1) * out, 0, /* what fills up */
           (pass->net->size[pass->layer] - (in + 1) * out) * sizeof *g);
    if (dx) /* what went in is what came out of ReLU: positive where it let through */
        relu_backward(rows * in, x, dx, dx);
}

/* The sum of this rank's slices s, s + stride, …, as a tree; `level` is whose work it is
 * added up in. */
// [zero-tree]
static real *add_slices(const struct pass *pass, size_t s, size_t stride, size_t level)
{
    real *sum = pass->rank->work[level];
    if (stride == slices_of_a_rank(pass->net)) {
        slice_gradient(pass, s, sum);
        return sum;
    }
    add_slices(pass, s, 2 * stride, level);
    const real *other = add_slices(pass, s + stride, 2 * stride, level + 1);
    for (size_t i = 0; i < pass->net->size[pass->layer]; i++)
        sum[i] += other[i];
    return sum;
}
// [zero-tree]

/* Takes a layer's sum, divided by the slices that are in it: from stage 2 on of all
 * ranks, and only the own part. */
static void keep_gradient(struct zero_net *net, size_t layer, size_t k, const real *sum)
{
    const bool shared = net->config.stage >= ZERO_GRADIENTS;
    const size_t part = net->size[layer] / net->all->ranks;
    const size_t count = shared ? part : net->size[layer];
    const real slices = (real)(shared ? ZERO_SLICES : slices_of_a_rank(net));
    const real *from = shared ? sum + (net->all->first + k) * part : sum;
    real *to = net->rank[k].g + (shared ? kept_at(net, layer) : net->first[layer]);
    for (size_t i = 0; i < count; i++)
        to[i] = from[i] / slices;
}

/* A layer's gradient of each rank here: the mean over its slices. From stage 2 on it is
 * added up over the ranks at once, and only the own part is kept. */
// [zero-backward]
static void backward_layer(struct zero_net *net, size_t layer)
{
    const size_t size = net->size[layer], part = size / net->all->ranks;
    real *w[ZERO_SLICES], *sum[ZERO_SLICES];
    fetch(net, layer, w);
    for (size_t k = 0; k < net->all->here; k++) {
        struct pass pass = {net, &net->rank[k], layer, w[k]};
        sum[k] = add_slices(&pass, 0, 1, 0);
    }
    if (net->config.stage >= ZERO_GRADIENTS)
        reduce_scatter(net->all, part, sum);
    for (size_t k = 0; k < net->all->here; k++)
        keep_gradient(net, layer, k, sum[k]);
}
// [zero-backward]

static void backward(struct zero_net *net)
{
    for (size_t l = net->config.layers; l-- > 0;) {
        backward_layer(net, l);
        for (size_t k = 0; k < net->all->here; k++) {
            real *swap = net->rank[k].delta[0];
            net->rank[k].delta[0] = net->rank[k].delta[1];
            net->rank[k].delta[1] = swap;
        }
    }
}

/* --- The step
 * ------------------------------------------------------------------------- */

/* Pointers to the parameters or the gradients of all ranks here. */
static void point(const struct zero_net *net, real **theta, real **g)
{
    for (size_t k = 0; k < net->all->here; k++) {
        theta[k] = net->rank[k].theta;
        g[k] = net->rank[k].g;
    }
}

/* Stage 0: everybody gets the mean of all gradients, and steps on everything. */
static void step_all(struct zero_net *net)
{
    const size_t part = net->n / net->all->ranks;
    real *theta[ZERO_SLICES], *g[ZERO_SLICES];
    point(net, theta, g);
    reduce_scatter(net->all, part, g);
    all_gather(net->all, part, g);
    for (size_t k = 0; k < net->all->here; k++) {
        for (size_t i = 0; i < net->n; i++)
            g[k][i] /= (real)net->all->ranks;
        adam_step(&net->adam[k], theta[k], g[k]);
    }
}

/* Stage 2: each rank moves its parts of all layers, side by side, and then they are
 * brought together, layer by layer. */
static void step_parts(struct zero_net *net)
{
    const size_t ranks = net->all->ranks;
    real *layer[ZERO_SLICES];
    for (size_t k = 0; k < net->all->here; k++) {
        const size_t own = net->all->first + k;
        real *theta = net->rank[k].theta, *parts = net->rank[k].work[0];
        for (size_t l = 0; l < net->config.layers; l++)
            memcpy(parts + kept_at(net, l),
                   theta + net->first[l] + own * net->size[l] / ranks,
                   net->size[l] / ranks * sizeof *parts);
        adam_step(&net->adam[k], parts, net->rank[k].g);
        for (size_t l = 0; l < net->config.layers; l++)
            memcpy(theta + net->first[l] + own * net->size[l] / ranks,
                   parts + kept_at(net, l), net->size[l] / ranks * sizeof *parts);
    }
    for (size_t l = 0; l < net->config.layers; l++) {
        for (size_t k = 0; k < net->all->here; k++)
            layer[k] = net->rank[k].theta + net->first[l];
        all_gather(net->all, net->size[l] / ranks, layer);
    }
}

void zero_net_step(struct zero_net *net, const real *x, const size_t *label)
{
    real *theta[ZERO_SLICES], *g[ZERO_SLICES];
    forward(net, x, label);
    backward(net);
    point(net, theta, g);
    switch (net->config.stage) {
    case ZERO_NONE:
        step_all(net);
        break;
    case ZERO_STATE:
        zero1_step(&net->zero1, theta, g);
        break;
    case ZERO_GRADIENTS:
        step_parts(net);
        break;
    case ZERO_PARAMETERS:
        for (size_t k = 0; k < net->all->here; k++)
            adam_step(&net->adam[k], theta[k], g[k]);
        break;
    }
}

void zero_net_theta(struct zero_net *net, real *theta)
{
    real *w[ZERO_SLICES];
    for (size_t l = 0; l < net->config.layers; l++) {
        fetch(net, l, w);
        memcpy(theta + net->first[l], w[0], net->size[l] * sizeof *theta);
    }
}
