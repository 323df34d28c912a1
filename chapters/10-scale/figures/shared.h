/* shared.h: what the experiments of chapter 10 share. */
#ifndef DESCENT_FIGURES_SCALE_SHARED_H
#define DESCENT_FIGURES_SCALE_SHARED_H

#include "lab/dataset.h"
#include "lab/figure.h"
#include "lab/methods.h"
#include "lab/mlp.h"
#include "lab/rng.h"
#include "lab/train.h"
#include "optim/real.h"
#include "rounding.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { hidden = 32, batch = 32 };

/* The digits' network of 64--32--10 units; `make` gives the groups their optimizers. */
struct student {
    struct mlp mlp;
    real *theta;
};

static inline void student_init(struct student *student, uint64_t seed)
{
    const size_t width[] = {64, hidden, 10};
    struct rng rng = rng_seed(1000 + seed);
    require(mlp_init(&student->mlp, 2, width, 128));
    student->theta = allocate(student->mlp.n, sizeof(real));
    mlp_init_he(&student->mlp, student->theta, &rng);
}

static inline void student_free(struct student *student)
{
    free(student->theta);
    mlp_free(&student->mlp);
}

/* Trains; a record of epochs + 1 entries, or NULL. */
static inline void student_train(struct student *student, size_t epochs, uint64_t seed,
                                 const struct dataset *data, const struct dataset *test,
                                 size_t groups, const struct train_group *group,
                                 struct train_epoch *record)
{
    struct train_config config = train_defaults();
    config.epochs = epochs;
    config.batch = batch;
    config.seed = seed;
    enum descent_status status =
        train(&student->mlp, student->theta, data, test, groups, group, &config, record);
    if (status != DESCENT_ENAN)
        require(status);
}

static inline void load_digits(struct dataset *data, struct dataset *test)
{
    require(dataset_load(data, test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
}

#endif
