/* learner.h: a network with its optimizers, and how it is trained. */
#ifndef DESCENT_FIGURES_ADAMW_LEARNER_H
#define DESCENT_FIGURES_ADAMW_LEARNER_H

#include "lab/dataset.h"
#include "lab/mlp.h"
#include "lab/train.h"
#include "optim/param_groups.h"
#include "optim/warmup_cosine.h"
#include "shared.h"

enum recipe_method { SGD_L2, SGDW, ADAM_L2, ADAMW, METHODS };

/* What they are called in the table of methods. */
static const char *const method_name[METHODS] = {"sgd", "sgdw", "adam_l2", "adamw"};

struct recipe {
    enum recipe_method method;
    enum decoupling decoupling;
    double lr, decay;
    double bias_lr; /* the learning rate of the biases; 0 if it is lr */
    size_t hidden, epochs, batch;
    bool normalized;   /* every unit's weights divided by their length */
    double start;      /* if so, how many times as long as He's they begin */
    bool decay_steady; /* the schedule multiplies the gradient's half of the step only */
};

/* Weights whose rows the network sees at a fixed length: an optimizer of these rows. The
 * inner optimizer steps on the weights as they are, `raw`. */
struct normalized {
    const struct mlp *mlp;
    struct optimizer inner;
    real *raw, *g;
};

/* √2 / ‖w‖ for a row w. */
static inline double row_scale(size_t n, const real *w)
{
    return sqrt(2.0 / (double)n) / rms(n, w);
}

/* u = √2 w / ‖w‖ for each row w, as long as He's initial rows are on average. */
static inline void unit_rows(const struct mlp *mlp, const real *raw, real *theta)
{
    for (size_t i = 0; i < mlp->modules; i += 2) {
        const struct module *layer = &mlp->module[i];
        for (size_t r = 0; r < layer->out; r++) {
            const real *w = raw + layer->weights + r * layer->in;
            real *u = theta + layer->weights + r * layer->in;
            double scale = row_scale(layer->in, w);
            for (size_t k = 0; k < layer->in; k++)
                u[k] = (real)scale * w[k];
        }
    }
}

/* ∂/∂w = √2 / ‖w‖ (g - (g·u) u / ‖u‖²): the part of the gradient along w is taken out. */
static inline void raw_gradient(const struct normalized *self, const real *theta,
                                const real *g)
{
    for (size_t i = 0; i < self->mlp->modules; i += 2) {
        const struct module *layer = &self->mlp->module[i];
        for (size_t r = 0; r < layer->out; r++) {
            size_t first = layer->weights + r * layer->in;
            const real *u = theta + first;
            double scale = row_scale(layer->in, self->raw + first), along = 0;
            for (size_t k = 0; k < layer->in; k++)
                along += (double)(g[first + k] * u[k]) / 2;
            for (size_t k = 0; k < layer->in; k++)
                self->g[first + k] =
                    (real)(scale * ((double)g[first + k] - along * (double)u[k]));
        }
    }
}

static inline void normalized_step(void *state, real *theta, const real *g)
{
    struct normalized *self = state;
    raw_gradient(self, theta, g);
    self->inner.step(self->inner.state, self->raw, self->g);
    unit_rows(self->mlp, self->raw, theta);
}

/* A network with its optimizers: one for the weights, one, without decay, for the biases;
 * or, for AdamW on a network without normalization, parameter groups for all. */
struct learner {
    struct mlp mlp;
    real *theta;
    struct tensor tensor[2 * MLP_MAX_LAYERS];
    struct param_group group[2];
    struct param_groups groups;
    struct normalized normalized;
    struct train_group slice[2];
    size_t slices;
};

/* A normalized network's gradients shrink as its weights grow, and in the end its rare
 * ones are no larger than the usual ε. */
static inline real epsilon(const struct recipe *recipe)
{
    return recipe->normalized ? (real)1e-16 : (real)1e-8;
}

static inline struct adamw_config adamw_settings(const struct recipe *recipe)
{
    struct adamw_config config = adamw_defaults();
    config.lr = (real)recipe->lr;
    config.decay = (real)recipe->decay;
    config.decoupling = recipe->decoupling;
    config.eps = epsilon(recipe);
    return config;
}

/* The optimizer of n parameters. */
static inline struct optimizer learner_optimizer(const struct recipe *recipe, size_t n)
{
    struct optimizer optimizer =
        make(method_name[recipe->method], n, recipe->lr, recipe->decay);
    if (recipe->method == ADAM_L2)
        ((struct adam *)optimizer.state)->config.eps = epsilon(recipe);
    if (recipe->method == ADAMW)
        ((struct adamw *)optimizer.state)->config = adamw_settings(recipe);
    if (recipe->decay_steady)
        optimizer.rate = optimizer.lr;
    return optimizer;
}

static inline void learner_groups(struct learner *learner, const struct recipe *recipe)
{
    size_t tensors = mlp_tensors(&learner->mlp, learner->tensor);
    learner->group[0] = (struct param_group){1, (real)recipe->decay};
    learner->group[1] = (struct param_group){1, 0};
    require(param_groups_init(&learner->groups, tensors, learner->tensor, learner->group,
                              adamw_settings(recipe)));
    learner->slice[0] =
        (struct train_group){0, learner->mlp.n, param_groups_optimizer(&learner->groups)};
    learner->slices = 1;
}

static inline void learner_slices(struct learner *learner, const struct recipe *recipe)
{
    const size_t weights = learner->mlp.weights;
    const size_t count[2] = {weights, learner->mlp.n - weights};
    struct recipe own = *recipe;
    for (int i = 0; i < 2; i++) {
        if (i == 1) {
            own.decay = 0;
            own.lr = recipe->bias_lr > 0 ? recipe->bias_lr : recipe->lr;
        }
        learner->slice[i] = (struct train_group){i == 0 ? 0 : weights, count[i],
                                                 learner_optimizer(&own, count[i])};
    }
    learner->slices = 2;
}

static inline void learner_normalize(struct learner *learner, double start)
{
    const size_t weights = learner->mlp.weights;
    struct normalized *shell = &learner->normalized;
    struct optimizer *optimizer = &learner->slice[0].optimizer;
    *shell =
        (struct normalized){&learner->mlp, *optimizer, allocate(weights, sizeof(real)),
                            allocate(weights, sizeof(real))};
    for (size_t i = 0; i < weights; i++)
        shell->raw[i] = (real)start * learner->theta[i];
    unit_rows(&learner->mlp, shell->raw, learner->theta);
    *optimizer =
        (struct optimizer){shell, normalized_step, NULL, optimizer->lr, optimizer->rate};
}

static inline struct learner *learner_new(const struct recipe *recipe, uint64_t seed)
{
    struct learner *learner = allocate(1, sizeof *learner);
    const size_t width[3] = {64, recipe->hidden, 10};
    require(mlp_init(&learner->mlp, 2, width, 128));
    learner->theta = allocate(learner->mlp.n, sizeof *learner->theta);
    struct rng rng = rng_seed(1000 + seed);
    mlp_init_he(&learner->mlp, learner->theta, &rng);
    if (recipe->method == ADAMW && !recipe->normalized && !recipe->decay_steady)
        learner_groups(learner, recipe);
    else
        learner_slices(learner, recipe);
    if (recipe->normalized)
        learner_normalize(learner, recipe->start);
    return learner;
}

static inline void learner_free(struct learner *learner)
{
    for (size_t i = 0; i < learner->slices; i++)
        optimizer_drop(&learner->slice[i].optimizer);
    optimizer_drop(&learner->normalized.inner);
    param_groups_free(&learner->groups);
    free(learner->normalized.raw);
    free(learner->normalized.g);
    free(learner->theta);
    mlp_free(&learner->mlp);
    free(learner);
}

/* Of the weights of the first layer, the size of those on pixels that are constant, or of
 * the others. */
static inline double layer_size(const struct mlp *mlp, const real *theta,
                                const bool *constant, bool which)
{
    double sum = 0;
    size_t count = 0;
    for (size_t i = 0; i < mlp->module[0].out * mlp->features; i++) {
        if (constant[i % mlp->features] != which)
            continue;
        sum += square((double)theta[i]);
        count++;
    }
    return sqrt(sum / (double)count);
}

/* What a run is told and asked by train(). */
struct watch {
    const struct mlp *mlp;
    const bool *constant;
    double *size; /* after every fifth step, of the weights that matter; or NULL */
};

static inline real watch_schedule(size_t step, size_t steps, void *context)
{
    (void)context;
    const struct warmup_cosine shape = {steps / 20, steps, 0};
    return warmup_cosine(&shape, step);
}

static inline void watch_observe(size_t step, const real *theta, const real *g,
                                 void *context)
{
    (void)g;
    struct watch *watch = context;
    if (watch->size && step % 5 == 0)
        watch->size[step] = layer_size(watch->mlp, theta, watch->constant, false);
}

/* Trains the learner by its recipe: warm-up over a twentieth of the steps, then
 * cosine. */
static inline void learner_train(struct learner *learner, const struct recipe *recipe,
                                 uint64_t seed, const struct dataset *data,
                                 const struct dataset *test, const bool *constant,
                                 double *size, struct train_epoch *record)
{
    struct watch watch = {.mlp = &learner->mlp, .constant = constant, .size = size};
    struct train_config config = train_defaults();
    config.epochs = recipe->epochs;
    config.batch = recipe->batch;
    config.seed = seed;
    config.schedule = watch_schedule;
    config.observe = watch_observe;
    config.context = &watch;
    enum descent_status status = train(&learner->mlp, learner->theta, data, test,
                                       learner->slices, learner->slice, &config, record);
    if (status != DESCENT_ENAN)
        require(status);
}

#endif
