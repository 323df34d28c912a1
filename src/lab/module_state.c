/* module_state.c: normalization and dropout as modules of a network.
 *
 *     training   batch statistics, and units dropped with the probability p
 *     in use     running statistics, and nothing dropped; group normalization is the same
 *
 *     theta  θ   gains at `weights`, shifts at `biases`
 *
 * Invariant: the backward pass finds what the last forward pass has stored. */
#include "lab/module_state.h"
#include "lab/skip.h"
#include "optim/dropout.h"
#include "optim/group_norm.h"

#include <math.h>
#include <stdlib.h>

static struct norm_shape shape_of(const struct module *self, size_t batch)
{
    return (struct norm_shape){batch, self->out, 1};
}

static void fill_with_nan(size_t count, real *x)
{
    for (size_t i = 0; i < count; i++)
        x[i] = (real)NAN;
}

static void norm_forward(const struct module *self, const real *theta, size_t batch,
                         const real *x, real *y)
{
    struct module_state *state = self->state;
    const real *gain = theta + self->weights, *shift = theta + self->biases;
    enum descent_status status;
    if (state->groups)
        status = group_norm_forward(shape_of(self, batch), state->groups, (real)1e-5, x,
                                    gain, shift, state->mean, state->scale, y);
    else
        status =
            batch_norm_forward(&state->bn, batch, x, gain, shift, state->training, y);
    if (status)
        fill_with_nan(batch * self->out, y);
}

static void norm_backward(const struct module *self, const real *theta, size_t batch,
                          const real *x, const real *dy, real *g, real *dx)
{
    struct module_state *state = self->state;
    const real *gain = theta + self->weights;
    real *dgain = g + self->weights, *dshift = g + self->biases;
    enum descent_status status;
    if (state->groups)
        status = group_norm_backward(shape_of(self, batch), state->groups, x, gain,
                                     state->mean, state->scale, dy, dx, dgain, dshift);
    else
        status = batch_norm_backward(&state->bn, batch, x, gain, state->training, dy, dx,
                                     dgain, dshift);
    if (status) {
        fill_with_nan(batch * self->in, dx);
        fill_with_nan(self->out, dgain);
        fill_with_nan(self->out, dshift);
    }
}

static void drop_forward(const struct module *self, const real *theta, size_t batch,
                         const real *x, real *y)
{
    (void)theta;
    struct module_state *state = self->state;
    const size_t count = batch * self->in;
    for (size_t i = 0; state->training && i < count; i++)
        state->u[i] = (real)rng_uniform(&state->rng);
    dropout_forward(count, state->dropout, state->training ? state->u : NULL, x,
                    state->kept, y);
}

static void drop_backward(const struct module *self, const real *theta, size_t batch,
                          const real *x, const real *dy, real *g, real *dx)
{
    (void)theta, (void)x, (void)g;
    dropout_backward(batch * self->in, self->state->dropout, self->state->kept, dy, dx);
}

struct module norm_module(size_t width)
{
    return (struct module){
        .in = width, .out = width, .forward = norm_forward, .backward = norm_backward};
}

struct module dropout_module(size_t width)
{
    return (struct module){
        .in = width, .out = width, .forward = drop_forward, .backward = drop_backward};
}

bool is_norm(const struct module *module)
{
    return module->forward == norm_forward;
}

static enum descent_status norm_init(struct module *module, size_t batch,
                                     const struct mlp_config *config)
{
    struct module_state *state = module->state;
    if (config->norm == MLP_NORM_BATCH)
        return batch_norm_init(&state->bn, module->out, batch_norm_defaults());
    if (config->groups == 0 || module->out % config->groups)
        return DESCENT_ERANGE;
    state->groups = config->groups;
    state->mean = calloc(batch * config->groups, sizeof *state->mean);
    state->scale = calloc(batch * config->groups, sizeof *state->scale);
    return state->mean && state->scale ? DESCENT_OK : DESCENT_ENOMEM;
}

static enum descent_status dropout_init(struct module *module, size_t batch,
                                        const struct mlp_config *config, size_t place)
{
    struct module_state *state = module->state;
    state->dropout = config->dropout;
    state->rng = rng_seed(config->seed + place);
    state->u = calloc(batch * module->in, sizeof *state->u);
    state->kept = calloc(batch * module->in, sizeof *state->kept);
    return state->u && state->kept ? DESCENT_OK : DESCENT_ENOMEM;
}

static enum descent_status skip_init(struct module *module, size_t batch)
{
    module->state->inside = calloc(batch * module->in, sizeof *module->state->inside);
    return module->state->inside ? DESCENT_OK : DESCENT_ENOMEM;
}

enum descent_status module_state_init(struct module *module, size_t batch,
                                      const struct mlp_config *config, size_t place)
{
    if (!is_norm(module) && !is_skip(module) && module->forward != drop_forward)
        return DESCENT_OK;
    module->state = calloc(1, sizeof *module->state);
    if (!module->state)
        return DESCENT_ENOMEM;
    if (is_skip(module))
        return skip_init(module, batch);
    return is_norm(module) ? norm_init(module, batch, config)
                           : dropout_init(module, batch, config, place);
}

void module_state_free(struct module *module)
{
    struct module_state *state = module->state;
    if (!state)
        return;
    batch_norm_free(&state->bn);
    free(state->mean);
    free(state->scale);
    free(state->u);
    free(state->kept);
    free(state->inside);
    free(state);
    module->state = NULL;
}
