/* learner.h: a network on the digits that is trained by any plan. */
#ifndef DESCENT_FIGURES_SCHEDULES_LEARNER_H
#define DESCENT_FIGURES_SCHEDULES_LEARNER_H

#include "lab/dataset.h"
#include "lab/methods.h"
#include "lab/mlp.h"
#include "lab/train.h"
#include "optim/adam.h"
#include "optim/schedule_free.h"
#include "optim/weight_average.h"
#include "plan.h"

enum { batch = 32, hidden = 8, epoch_steps = 41 };

/* A network under training, and what its loop is told and asked. */
struct learner {
    struct mlp mlp;
    real *theta, *scored;
    enum plan plan;
    struct plateau plateau;
    struct weight_ema ema;
    struct schedule_free free;
    struct optimizer optimizer;
};

static inline real learner_multiplier(size_t step, size_t steps, void *context)
{
    struct learner *learner = context;
    real multiplier = plan_multiplier(learner->plan, step, steps);
    if (learner->plan == FREE) /* it warms up by itself */
        return 1;
    return learner->plan == PLATEAU ? multiplier * learner->plateau.rate : multiplier;
}

static inline void learner_observe(size_t step, const real *theta, const real *g,
                                   void *context)
{
    (void)step;
    (void)g;
    weight_ema_push(&((struct learner *)context)->ema, theta);
}

static inline void learner_report(size_t epoch, const struct train_epoch *scores,
                                  void *context)
{
    (void)epoch;
    plateau_read(&((struct learner *)context)->plateau, scores->train.cost);
}

static inline const real *learner_scored(const real *theta, void *context)
{
    struct learner *learner = context;
    if (learner->plan == FREE)
        schedule_free_average(&learner->free, theta, learner->scored);
    else if (learner->plan == AVERAGE && learner->ema.power < 1)
        weight_ema_mean(&learner->ema, learner->scored);
    else
        return theta;
    return learner->scored;
}

static inline void free_step(void *state, real *theta, const real *g)
{
    schedule_free_step(state, theta, g);
}

static inline void learner_optimizer(struct learner *learner, double rate, size_t total)
{
    const size_t n = learner->mlp.n;
    struct schedule_free_config config = schedule_free_defaults();
    config.lr = (real)rate;
    config.warmup = total / 20;
    require(schedule_free_init(&learner->free, n, learner->theta, config));
    require(method_make(&learner->optimizer, "adam", n));
    *learner->optimizer.lr = (real)rate;
    if (learner->plan != FREE)
        return;
    optimizer_drop(&learner->optimizer);
    learner->optimizer = (struct optimizer){.state = &learner->free,
                                            .step = free_step,
                                            .lr = &learner->free.config.lr,
                                            .rate = &learner->free.config.lr};
}

static inline struct learner *learner_new(enum plan plan, double rate, size_t total,
                                          uint64_t seed)
{
    struct learner *learner = allocate(1, sizeof *learner);
    const size_t width[] = {64, hidden, 10};
    struct plateau_config settings = plateau_defaults();
    struct rng rng = rng_seed(1000 + seed);
    settings.patience = 1;
    settings.factor = (real)0.3;
    settings.threshold = (real)0.01;
    learner->plan = plan;
    require(mlp_init(&learner->mlp, 2, width, 128));
    learner->theta = allocate(learner->mlp.n, sizeof(real));
    learner->scored = allocate(learner->mlp.n, sizeof(real));
    mlp_init_he(&learner->mlp, learner->theta, &rng);
    require(plateau_init(&learner->plateau, settings));
    require(weight_ema_init(&learner->ema, learner->mlp.n, weight_ema_beta(epoch_steps)));
    learner_optimizer(learner, rate, total);
    return learner;
}

static inline void learner_free(struct learner *learner)
{
    optimizer_drop(&learner->optimizer);
    schedule_free_free(&learner->free);
    weight_ema_free(&learner->ema);
    mlp_free(&learner->mlp);
    free(learner->theta);
    free(learner->scored);
    free(learner);
}

/* Trains a network by a plan; epochs + 1 entries in the record. */
static inline void learner_train(enum plan plan, double rate, size_t epochs,
                                 uint64_t seed, const struct dataset *data,
                                 const struct dataset *test, struct train_epoch *record)
{
    const size_t steps = epochs * ((data->rows + batch - 1) / batch);
    struct learner *learner = learner_new(plan, rate, steps, seed);
    const struct train_group group = {0, learner->mlp.n, learner->optimizer};
    struct train_config config = train_defaults();
    config.epochs = epochs;
    config.batch = batch;
    config.seed = seed;
    config.schedule = learner_multiplier;
    config.observe = learner_observe;
    config.report = learner_report;
    config.scored = learner_scored;
    config.context = learner;
    enum descent_status status =
        train(&learner->mlp, learner->theta, data, test, 1, &group, &config, record);
    if (status != DESCENT_ENAN)
        require(status);
    learner_free(learner);
}

#endif
