/* learner.h: a network with three layers of hidden units, its optimizers, and how it is
 * trained. */
#ifndef DESCENT_FIGURES_MUON_LEARNER_H
#define DESCENT_FIGURES_MUON_LEARNER_H

#include "lab/dataset.h"
#include "lab/matrix_methods.h"
#include "lab/methods.h"
#include "lab/mlp.h"
#include "lab/train.h"
#include "optim/adamw.h"
#include "optim/warmup_cosine.h"
#include "shared.h"

enum {
    hidden = 32,  /* units in each hidden layer */
    matrices = 2, /* between them */
    learner_epochs = 8,
    learner_batch = 32
};

enum who { ADAMW_ALL, MUON, SHAMPOO, CONTENDERS };

/* What is tuned: a learning rate of the hidden matrices; and for AdamW on everything the
 * memory of its squares, for the others AdamW's learning rate on the rest. */
struct setting {
    enum who who;
    double lr, other;
};

struct learner {
    struct mlp mlp;
    real *theta;
    struct muon muon[matrices];
    struct shampoo shampoo[matrices];
    struct train_group slice[matrices + 2];
    size_t slices;
};

static inline struct optimizer adamw_of(size_t n, double lr, double beta2)
{
    struct optimizer optimizer;
    require(method_make(&optimizer, "adamw", n));
    struct adamw *adamw = optimizer.state;
    adamw->config.lr = (real)lr;
    adamw->config.beta2 = (real)beta2;
    adamw->config.decay = 0;
    return optimizer;
}

static inline struct optimizer hidden_optimizer(struct learner *learner,
                                                const struct setting *setting, int k)
{
    struct muon_config muon = muon_defaults();
    struct shampoo_config shampoo = shampoo_defaults();
    muon.lr = shampoo.lr = (real)setting->lr;
    shampoo.beta2 = (real)0.99;
    shampoo.eps = (real)1e-6;
    shampoo.ridge = RIDGE_RELATIVE;
    shampoo.every = 5;
    if (setting->who == MUON) {
        require(muon_init(&learner->muon[k], hidden, hidden, muon));
        return muon_optimizer(&learner->muon[k]);
    }
    require(shampoo_init(&learner->shampoo[k], hidden, hidden, shampoo));
    return shampoo_optimizer(&learner->shampoo[k]);
}

/* The first layer; each hidden matrix; the last layer and all biases. */
static inline void add_slices(struct learner *learner, const struct setting *setting)
{
    const size_t n = learner->mlp.n, area = hidden * hidden;
    const size_t first = learner->mlp.module[2].weights;
    const size_t last = first + matrices * area;
    learner->slice[0] =
        (struct train_group){0, first, adamw_of(first, setting->other, 0.99)};
    for (int k = 0; k < matrices; k++)
        learner->slice[k + 1] = (struct train_group){
            first + (size_t)k * area, area, hidden_optimizer(learner, setting, k)};
    learner->slice[matrices + 1] =
        (struct train_group){last, n - last, adamw_of(n - last, setting->other, 0.99)};
    learner->slices = matrices + 2;
}

static inline struct learner *learner_new(const struct setting *setting, uint64_t seed)
{
    struct learner *learner = allocate(1, sizeof *learner);
    const size_t width[5] = {64, hidden, hidden, hidden, 10};
    require(mlp_init(&learner->mlp, 4, width, 128));
    learner->theta = allocate(learner->mlp.n, sizeof *learner->theta);
    struct rng rng = rng_seed(1000 + seed);
    mlp_init_he(&learner->mlp, learner->theta, &rng);
    if (setting->who == ADAMW_ALL) {
        learner->slice[0] = (struct train_group){
            0, learner->mlp.n, adamw_of(learner->mlp.n, setting->lr, setting->other)};
        learner->slices = 1;
    } else {
        add_slices(learner, setting);
    }
    return learner;
}

static inline void learner_free(struct learner *learner)
{
    for (size_t i = 0; i < learner->slices; i++)
        optimizer_drop(&learner->slice[i].optimizer);
    for (int k = 0; k < matrices; k++) {
        muon_free(&learner->muon[k]);
        shampoo_free(&learner->shampoo[k]);
    }
    free(learner->theta);
    mlp_free(&learner->mlp);
    free(learner);
}

static inline real learner_schedule(size_t step, size_t steps, void *context)
{
    (void)context;
    const struct warmup_cosine shape = {steps / 20, steps, 0};
    return warmup_cosine(&shape, step);
}

/* Trains by the schedule of chapter 6: warm-up over a twentieth of the steps, then
 * cosine. With a record, its entries are filled. */
static inline void learner_train(struct learner *learner, uint64_t seed,
                                 const struct dataset *data, const struct dataset *test,
                                 struct train_epoch *record)
{
    struct train_config config = train_defaults();
    config.epochs = learner_epochs;
    config.batch = learner_batch;
    config.seed = seed;
    config.schedule = learner_schedule;
    enum descent_status status = train(&learner->mlp, learner->theta, data, test,
                                       learner->slices, learner->slice, &config, record);
    if (status != DESCENT_ENAN)
        require(status);
}

#endif
