/* train.c: training a network by mini-batches.
 *
 *     g = ∇ (1/b) Σ_{i in batch} f_i(θ),   θ_G ← step_G(θ_G, g_G) for each group G
 *
 *     theta  θ   parameters        first, count   the slice θ_G of a group
 *     batch  b   samples a step    schedule       multiplies each group's rate
 *                                  clip           the norm that g may have
 *
 * Invariant: every group steps once a batch, on the gradient at the parameters as they
 * were before any of them stepped. */
#include "lab/train.h"
#include "lab/batches.h"
#include "optim/check.h"
#include "optim/clip.h"

#include <stdlib.h>
#include <tgmath.h>

/* What a run needs beside its arguments. */
struct run {
    struct mlp *mlp;
    real *theta;
    const struct dataset *train, *test;
    size_t groups;
    const struct train_group *group;
    const struct train_config *config;
    struct batches batches;
    size_t step, steps;
    real *rate;    /* of each group, before the schedule */
    real *g;       /* gradient */
    real *x;       /* the batch */
    size_t *label; /* its labels */
};

struct train_config train_defaults(void)
{
    return (struct train_config){.epochs = 20, .batch = 32, .seed = 1};
}

static int fits(const struct mlp *mlp, const struct dataset *data)
{
    return data->rows > 0 && data->features == mlp->features &&
           data->classes <= mlp->classes;
}

static enum descent_status check_arguments(const struct run *run)
{
    const struct train_config *config = run->config;
    if (config->epochs < 1 || config->batch < 1 || config->batch > run->mlp->batch ||
        config->batch > run->train->rows || !is_nonnegative(config->clip))
        return DESCENT_ERANGE;
    if (!fits(run->mlp, run->train) || (run->test && !fits(run->mlp, run->test)))
        return DESCENT_ERANGE;
    for (size_t i = 0; i < run->groups; i++)
        if (run->group[i].first > run->mlp->n ||
            run->group[i].count > run->mlp->n - run->group[i].first)
            return DESCENT_ERANGE;
    return DESCENT_OK;
}

static enum descent_status prepare(struct run *run)
{
    size_t batch = run->config->batch;
    run->g = malloc(run->mlp->n * sizeof *run->g);
    run->x = malloc(batch * run->mlp->features * sizeof *run->x);
    run->label = malloc(batch * sizeof *run->label);
    run->rate = malloc((run->groups + 1) * sizeof *run->rate);
    for (size_t i = 0; run->rate && i < run->groups; i++)
        run->rate[i] = *run->group[i].optimizer.rate;
    enum descent_status status =
        batches_init(&run->batches, run->train->rows, batch, run->config->seed);
    run->steps = run->config->epochs * batches_count(&run->batches);
    return run->g && run->x && run->label && run->rate ? status : DESCENT_ENOMEM;
}

static void release(struct run *run)
{
    batches_free(&run->batches);
    free(run->g);
    free(run->x);
    free(run->label);
    free(run->rate);
}

static void take_step(struct run *run, size_t count, const size_t *rows)
{
    const struct train_config *config = run->config;
    dataset_gather(run->train, count, rows, run->x, run->label);
    // [train-step]
    mlp_cost(run->mlp, run->theta, count, run->x, run->label, run->g);
    if (config->clip > 0)
        clip_global(1, &(struct clip_part){run->mlp->n, run->g}, config->clip, 0, NULL);
    run->step++;
    real multiplier =
        config->schedule ? config->schedule(run->step, run->steps, config->context) : 1;
    for (size_t i = 0; i < run->groups; i++) {
        const struct train_group *group = &run->group[i];
        const struct optimizer *optimizer = &group->optimizer;
        if (config->schedule)
            *optimizer->rate = multiplier * run->rate[i];
        optimizer->step(optimizer->state, run->theta + group->first,
                        run->g + group->first);
    }
    // [train-step]
    if (config->observe)
        config->observe(run->step, run->theta, run->g, config->context);
}

static void score(const struct run *run, size_t epoch, struct train_epoch *scores)
{
    const struct train_config *config = run->config;
    const real *theta =
        config->scored ? config->scored(run->theta, config->context) : run->theta;
    scores->train = mlp_score(run->mlp, theta, run->train, NULL);
    if (run->test)
        scores->test = mlp_score(run->mlp, theta, run->test, NULL);
    if (config->report)
        config->report(epoch, scores, config->context);
}

static void run_epoch(struct run *run)
{
    const size_t *rows;
    size_t count;
    while ((count = batches_next(&run->batches, &rows)) > 0)
        take_step(run, count, rows);
}

/* All epochs, without a look at the cost. */
static enum descent_status run_unscored(struct run *run)
{
    for (size_t epoch = 1; epoch <= run->config->epochs; epoch++)
        run_epoch(run);
    for (size_t i = 0; i < run->mlp->n; i++)
        if (!isfinite(run->theta[i]))
            return DESCENT_ENAN;
    return DESCENT_OK;
}

/* All epochs, until the cost is no longer finite. */
static enum descent_status run_epochs(struct run *run, struct train_epoch *record)
{
    const struct score nothing = {(real)NAN, (real)NAN};
    record[0] = (struct train_epoch){nothing, nothing};
    score(run, 0, &record[0]);
    for (size_t epoch = 1; epoch <= run->config->epochs; epoch++) {
        record[epoch] = (struct train_epoch){nothing, nothing};
        if (!isfinite(record[epoch - 1].train.cost))
            continue;
        run_epoch(run);
        score(run, epoch, &record[epoch]);
    }
    return isfinite(record[run->config->epochs].train.cost) ? DESCENT_OK : DESCENT_ENAN;
}

enum descent_status train(struct mlp *mlp, real *theta, const struct dataset *train,
                          const struct dataset *test, size_t groups,
                          const struct train_group *group,
                          const struct train_config *config, struct train_epoch *record)
{
    struct run run = {.mlp = mlp,
                      .theta = theta,
                      .train = train,
                      .test = test,
                      .groups = groups,
                      .group = group,
                      .config = config};
    enum descent_status status = check_arguments(&run);
    if (status)
        return status;
    status = prepare(&run);
    if (!status)
        status = record ? run_epochs(&run, record) : run_unscored(&run);
    for (size_t i = 0; run.rate && i < groups; i++)
        *group[i].optimizer.rate = run.rate[i];
    release(&run);
    return status;
}
