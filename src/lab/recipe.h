/** @file recipe.h
 *  @brief Recipes of a speedrun: how to train the language model, trick by trick.
 *  @ingroup lab */
#ifndef DESCENT_RECIPE_H
#define DESCENT_RECIPE_H

#include "lab/task.h"
#include "optim/halton.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>
#include <stdint.h>

/** @addtogroup lab
 *  @{ */

#define RECIPE_DIMS 3    ///< Most numbers that are tuned on a rung.
#define RECIPE_LONG 600  ///< Steps of the baseline.
#define RECIPE_SHORT 300 ///< Steps of all others.
#define RECIPE_TRIALS 16 ///< Points of the search space that are tried on a rung.
#define RECIPE_SEED 101  ///< With which they are.

/** A recipe. AdamW has β₁ = 0.9, β₂ = 0.999 and a decay of 0.01, Muon a momentum of
 *  0.95. */
struct recipe {
    real lr;        ///< Learning rate of AdamW, above 0.
    real muon_lr;   ///< Of Muon, on the hidden matrices; 0 if AdamW steps on them, too.
    real warm;      ///< Share of the steps in which the rates rise. If it is above 0,
                    ///< they fall along a line to 0 afterwards; 0 leaves them constant.
    real clip;      ///< Largest norm of a gradient; 0 is none.
    real deviation; ///< Of the initial matrices, as in gpt_init_theta().
    real rise;      ///< Share of the steps in which Muon's momentum rises from 0.85; 0 is
                    ///< none.
};

/** What the speedrun adds, one after the other, and two recipes to compare with. */
enum rung {
    RUNG_ADAMW,    ///< AdamW at a constant rate.
    RUNG_SCHEDULE, ///< Warm-up, and a fall to 0.
    RUNG_MUON,     ///< Muon for the hidden matrices.
    RUNG_CLIP,     ///< Clipped gradients.
    RUNG_START,    ///< Another deviation of the initial parameters.
    RUNG_RISE,     ///< The warm-up of the momentum.
    RUNG_NO_MUON,  ///< AdamW in place of Muon, with schedule, clipping and start.
    RUNGS          ///< How many there are.
};

/** What is tuned on a rung. */
struct rung_search {
    const char *key;                        ///< Such as "muon".
    enum rung from;                         ///< Whose settings it has otherwise.
    size_t dims;                            ///< How many numbers are tuned,
    size_t which[RECIPE_DIMS];              ///< which fields, counted in their order,
    struct search_range range[RECIPE_DIMS]; ///< and where.
};

/** All rungs. */
extern const struct rung_search rungs[RUNGS];

/** The text of this book, and a model with one block, heads of 16 columns and windows of
 *  32 symbols, eight in a batch; the text that is scored is thinned.
 *  @param[out] task   overwritten; release it with task_free()
 *  @param      width  of the model, a multiple of 16
 *  @return as task_language() */
enum descent_status recipe_task(struct task *task, size_t width);

/** A recipe with some of its fields drawn anew.
 *  @param rung   which fields, and where
 *  @param base   the recipe of the rung that it has the others from
 *  @param index  which point of the Halton sequence, from 1
 *  @return the recipe */
struct recipe recipe_draw(enum rung rung, struct recipe base, size_t index);

/** Trains the task's language model from the start by a recipe.
 *  @param      task    of task_language()
 *  @param      recipe  how
 *  @param      seed    of the initial parameters and of the batches
 *  @param      steps   at least 1
 *  @param      every   steps from one score to the next, 1 to steps
 *  @param[out] step    steps / every numbers: every, 2 every, …
 *  @param[out] value   as many scores after these steps
 *  @return DESCENT_OK; DESCENT_ERANGE if an argument is outside its range;
 *          DESCENT_ENOMEM; or DESCENT_ENAN as soon as a step was refused or a score is
 *          not finite: this and later scores are NaN then */
enum descent_status recipe_train(struct task *task, const struct recipe *recipe,
                                 uint64_t seed, size_t steps, size_t every, real *step,
                                 real *value);

/** Keeps the first `length` symbols of every piece of the text that is scored, so that
 *  scoring is quick and still sees all chapters.
 *  @param[in,out] corpus  initialized
 *  @param         length  1 to #CORPUS_PIECE */
void corpus_thin(struct corpus *corpus, size_t length);

/** @} */

#endif
