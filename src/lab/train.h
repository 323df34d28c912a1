/** @file train.h
 *  @brief Training a network: epochs of mini-batches, with any optimizer.
 *  @ingroup lab */
#ifndef DESCENT_TRAIN_H
#define DESCENT_TRAIN_H

#include "lab/dataset.h"
#include "lab/mlp.h"
#include "lab/optimizer.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>
#include <stdint.h>

/** @addtogroup lab
 *  @{ */

/** A slice of θ that has an optimizer of its own. */
struct train_group {
    size_t first; ///< Its first parameter.
    size_t count; ///< How many it has, which its optimizer was prepared for.
    struct optimizer optimizer; ///< Steps on the slice.
};

/** What is known after an epoch. */
struct train_epoch {
    struct score train; ///< On the whole training set, with the parameters as they are.
    struct score test;  ///< On the test set; NaN if there is none.
};

/** How to train. */
struct train_config {
    size_t epochs; ///< At least 1. Default 20.
    size_t batch;  ///< Samples in a step, 1 to mlp->batch and to the number of samples;
                   ///< the last batch of an epoch has what is left. Default 32.
    uint64_t seed; ///< Of the order of the samples. Default 1.

    /** Multiplier of every optimizer's rate in step `step` (from 1) of `steps`.
     *  In the end every rate is put back. NULL, the default, is 1 throughout. */
    real (*schedule)(size_t step, size_t steps, void *context);

    /** Called after every step with its number (from 1), the parameters and the gradient
     *  that was used. NULL, the default, is nobody. */
    void (*observe)(size_t step, const real *theta, const real *g, void *context);

    /** Largest norm of the gradient of all parameters: a longer one is clipped to it, as
     *  by clip_global(). 0, the default, clips nothing. Finite and at least 0. */
    real clip;

    /** Called with each entry of the record as it is written, the one before training
     *  included, whose epoch is 0; so a schedule can react to the cost. NULL, the
     *  default, is nobody. */
    void (*report)(size_t epoch, const struct train_epoch *scores, void *context);

    /** Says which parameters are scored in place of theta, such as an average; and so it
     *  is these that are scored when it is decided whether to go on. NULL, the default,
     *  is theta itself. */
    const real *(*scored)(const real *theta, void *context);

    void *context; ///< For the four functions.
};

/** @return the defaults named above. */
struct train_config train_defaults(void);

/** Trains a network. The same arguments give the same numbers, to the last bit, where the
 *  matrix products do: OpenBLAS does on one thread.
 *  @param         mlp     initialized; its scratch memory is used
 *  @param[in,out] theta   mlp->n parameters: initial, and in the end trained. Those in no
 *                         group stay as they are.
 *  @param         train   the samples to learn from
 *  @param         test    samples to be scored on; may be NULL
 *  @param         groups  how many
 *  @param         group   the slices; none overlaps another
 *  @param         config  how
 *  @param[out]    record  epochs + 1 entries: before training, and after each epoch; or
 *                         NULL, which saves the time for scoring
 *  @return DESCENT_OK; DESCENT_ERANGE if a field of config, a group or a data set does
 *          not fit (nothing was done); DESCENT_ENOMEM (nothing was done); or DESCENT_ENAN
 *          as soon as the training cost after an epoch is not finite: then training ends,
 *          and the entries of later epochs are NaN. Without a record, DESCENT_ENAN if a
 *          parameter is not finite in the end. */
enum descent_status train(struct mlp *mlp, real *theta, const struct dataset *train,
                          const struct dataset *test, size_t groups,
                          const struct train_group *group,
                          const struct train_config *config, struct train_epoch *record);

/** @} */

#endif
