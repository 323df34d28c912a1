/* classify.h: a network on the digits, trained by a method of the table. */
#ifndef DESCENT_FIGURES_LOSSES_CLASSIFY_H
#define DESCENT_FIGURES_LOSSES_CLASSIFY_H

#include "lab/dataset.h"
#include "lab/mlp.h"
#include "lab/train.h"
#include "shared.h"

/* What is trained, and how. */
struct run {
    struct mlp_config config;
    size_t hidden, epochs, batch;
    double lr;
};

/* Adam from He's start; the record has epochs + 1 entries. A run that fails is left with
 * what it had. */
static inline void train_run(const struct run *run, uint64_t seed,
                             const struct dataset *data, const struct dataset *test,
                             struct train_epoch *record)
{
    struct mlp mlp;
    struct rng rng = rng_seed(seed);
    struct train_config config = train_defaults();
    const size_t width[3] = {64, run->hidden, 10};
    require(mlp_init_with(&mlp, 2, width, 128, &run->config));
    real *theta = allocate(mlp.n, sizeof *theta);
    mlp_init_he(&mlp, theta, &rng);
    struct train_group group = {0, mlp.n, make("adam", mlp.n, run->lr)};
    config.epochs = run->epochs;
    config.batch = run->batch;
    config.seed = seed;
    const enum descent_status status =
        train(&mlp, theta, data, test, 1, &group, &config, record);
    if (status != DESCENT_ENAN)
        require(status);
    optimizer_drop(&group.optimizer);
    free(theta);
    mlp_free(&mlp);
}

#endif
