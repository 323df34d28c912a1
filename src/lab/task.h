/** @file task.h
 *  @brief A workload: whatever has a cost and a gradient for each step, and a score.
 *  @ingroup lab
 *
 *  train() goes through a data set by epochs, with a network of layers. What is compared
 *  in chapter 12 also reads text; it has in common that a step draws a batch, and gives
 *  its cost and gradient. */
#ifndef DESCENT_TASK_H
#define DESCENT_TASK_H

#include "lab/corpus.h"
#include "lab/dataset.h"
#include "lab/gpt.h"
#include "lab/mlp.h"
#include "lab/optimizer.h"
#include "lab/rng.h"
#include "lab/zipf.h"
#include "optim/muon_groups.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>
#include <stdint.h>

/** @addtogroup lab
 *  @{ */

/** A workload. */
struct task {
    const char *name;                             ///< For people.
    size_t n;                                     ///< Number of parameters.
    size_t tensors;                               ///< How many tensors they are.
    struct shaped_tensor tensor[GPT_MAX_TENSORS]; ///< The tensors, in their order.
    size_t batch;                                 ///< Samples, or windows, in a step.
    struct rng rng;                               ///< Draws the batches.
    double seconds; ///< Of processor time for a step of the last training: where it was
                    ///< quickest, between two scores. Infinite if it diverged at once.

    struct mlp mlp;       ///< The network of a classifier; else all zero. Owned.
    struct dataset train; ///< Samples to train on; owned.
    struct dataset valid; ///< And to be scored on; owned.
    real *x;              ///< Room for a batch; owned.
    size_t *label;        ///< And for its labels, or partners; owned.
    real *views;          ///< Pairs that are scored; else NULL. Owned.
    real *room;           ///< For embeddings and their cosines; else NULL. Owned.

    struct gpt gpt;       ///< The language model; else all zero. Owned.
    struct corpus corpus; ///< Its text; owned.
    unsigned char *token; ///< Room for a batch; owned.

    /** Draws initial parameters. */
    void (*init)(const struct task *task, real *theta, struct rng *rng);

    /** Draws a batch. Returns its cost and writes its gradient. */
    real (*cost)(struct task *task, const real *theta, real *g);

    /** The mean cost on what is not trained on. */
    real (*score)(struct task *task, const real *theta);
};

/** How to train. */
struct task_config {
    size_t steps; ///< At least 1.
    size_t every; ///< Steps from one score to the next, 1 to steps.
    real clip;    ///< Largest norm of a gradient, as in struct train_config; 0 is none.

    /** Multiplier of the optimizer's rate in step `step` (from 1) of `steps`. In the end
     *  the rate is put back. NULL is 1 throughout. */
    real (*schedule)(size_t step, size_t steps);
};

/** The digits, read by a network with two hidden layers.
 *  @param[out] task    overwritten; release it with task_free()
 *  @param      hidden  units in a hidden layer, at least 1
 *  @param      batch   samples in a step, at least 1
 *  @return DESCENT_OK, or what dataset_load() and mlp_init() return. After a failure
 *          task_free() is allowed. */
enum descent_status task_digits(struct task *task, size_t hidden, size_t batch);

/** Classes as unequal as words, by softmax regression; a quarter of the samples is for
 *  the score.
 *  @param[out] task    overwritten; release it with task_free()
 *  @param      config  of the samples
 *  @param      batch   samples in a step, at least 1
 *  @return as task_digits(); DESCENT_ERANGE if zipf_check() objects */
enum descent_status task_zipf(struct task *task, struct zipf_config config, size_t batch);

/** The digits without their labels: of two views of each sample, which are moved by up to
 *  a pixel and have noise, each has to find the other by the cosine of their embeddings.
 *  The cost is that of exercise 9.4 with τ = 0.2, the score that of pairs of views that
 *  stay the same.
 *  @param[out] task       overwritten; release it with task_free()
 *  @param      hidden     units in the hidden layer, at least 1
 *  @param      dimension  of an embedding, at least 1
 *  @param      pairs      in a step, 2 to 4096
 *  @return as task_digits() */
enum descent_status task_pairs(struct task *task, size_t hidden, size_t dimension,
                               size_t pairs);

/** The text of this book, by a language model.
 *  @param[out] task    overwritten; release it with task_free()
 *  @param      config  of the model; its vocabulary is that of the text
 *  @return DESCENT_OK, or what corpus_read() and gpt_init() return. After a failure
 *          task_free() is allowed. */
enum descent_status task_language(struct task *task, struct gpt_config config);

/** Trains from the start. The same arguments give the same numbers.
 *  @param      task       initialized
 *  @param      seed       of the initial parameters and of the batches: two methods with
 *                         one seed begin at the same place and see the same batches
 *  @param      optimizer  just prepared for task->n parameters
 *  @param      config     how
 *  @param[out] theta      task->n parameters, as they are in the end
 *  @param[out] step       steps / every + 1 numbers: 0, every, 2 every, …
 *  @param[out] value      as many scores after these steps
 *  @return DESCENT_OK; DESCENT_ERANGE if a field of config is outside its range and
 *          DESCENT_ENOMEM (nothing was done); or DESCENT_ENAN as soon as a score is not
 *          finite: then training ends, and later scores are NaN */
enum descent_status task_train(struct task *task, uint64_t seed,
                               const struct optimizer *optimizer,
                               const struct task_config *config, real *theta, real *step,
                               real *value);

/** Releases the memory. May be called twice.
 *  @param task  initialized, or all zero */
void task_free(struct task *task);

/** @} */

#endif
