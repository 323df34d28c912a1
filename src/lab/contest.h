/** @file contest.h
 *  @brief Who takes part in the comparison, with which search spaces, and one trial.
 *  @ingroup lab */
#ifndef DESCENT_CONTEST_H
#define DESCENT_CONTEST_H

#include "lab/optimizer.h"
#include "lab/task.h"
#include "optim/halton.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

#define CONTEST_DIMS 3 ///< Most numbers that are tuned.

/** A method, and what of it is tuned. */
struct contestant {
    const char *name;                        ///< NULL after the last.
    size_t dims;                             ///< How many numbers.
    struct search_range range[CONTEST_DIMS]; ///< Learning rate; 1 less the momentum;
                                             ///< weight decay.

    /** Prepares the method with a point of the search space. */
    enum descent_status (*make)(struct optimizer *optimizer, const struct task *task,
                                const real *point);
};

/** All of them. */
extern const struct contestant contestants[];

/** The settings of a trial: point `study · trials + trial + 1` of the Halton sequence, so
 *  that each study has points of its own. Point 0, the corner, is left out.
 *  @param      contestant  one of them
 *  @param      trials      in a study
 *  @param      study       counted from 0
 *  @param      trial       counted from 0, below `trials`
 *  @param[out] point       contestant->dims numbers
 *  @return as halton_point() */
enum descent_status contest_point(const struct contestant *contestant, size_t trials,
                                  size_t study, size_t trial, real *point);

/** Trains with warm-up over a twentieth of the steps and a cosine to a tenth of the rate.
 *  @param      task        initialized
 *  @param      contestant  one of them
 *  @param      point       its settings
 *  @param      seed        of the initial parameters and the batches
 *  @param      steps       as in struct task_config
 *  @param      every       likewise
 *  @param[out] step        steps / every + 1 numbers, as of task_train()
 *  @param[out] value       likewise
 *  @param[out] seconds     of processor time for a step; may be NULL
 *  @return as task_train() */
enum descent_status contest_trial(struct task *task, const struct contestant *contestant,
                                  const real *point, uint64_t seed, size_t steps,
                                  size_t every, real *step, real *value, double *seconds);

/** @} */

#endif
