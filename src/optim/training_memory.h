/** @file training_memory.h
 *  @brief What training keeps in memory, and what processes send each other (exercise
 *  10.6).
 *  @ingroup ch10 */
#ifndef DESCENT_TRAINING_MEMORY_H
#define DESCENT_TRAINING_MEMORY_H

#include "optim/status.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup ch10
 *  @{ */

/** What the processes share out among themselves. Each stage has what the one before it
 *  has. */
enum zero_stage {
    ZERO_NONE,       ///< Nothing: each process keeps all.
    ZERO_STATE,      ///< Stage 1: what the optimizer keeps.
    ZERO_GRADIENTS,  ///< Stage 2: and the gradients.
    ZERO_PARAMETERS, ///< Stage 3: and the parameters.
};

/** Bytes a parameter. */
struct memory_plan {
    double parameter; ///< Of the parameters that the network computes with.
    double gradient;  ///< Of their gradients.
    double state;     ///< Of all that the optimizer keeps, a master copy included.
};

/** Bytes. */
struct memory_use {
    double parameters; ///< What one process keeps of the parameters,
    double gradients;  ///< of the gradients,
    double state;      ///< and of what the optimizer keeps.
    double sent;       ///< What one process sends in a step.
};

/** What one of N processes keeps, and what it sends in a step. What is shared out is cut
 *  into N parts of ⌈n/N⌉ numbers; the last ones may be filled up with zeros, which take
 *  room too. Gradients are added up by a reduce-scatter, and parameters are brought
 *  together by an all-gather; in either, a process sends all parts but one, once. Stages
 *  0 to 2 do each of them once a step. Stage 3 brings the parameters together twice, for
 *  the forward and for the backward pass, and not after the step.
 *  @param      plan       bytes a parameter, each finite and at least 0
 *  @param      n          parameters
 *  @param      processes  N, at least 1; a single one sends nothing
 *  @param      stage      what is shared out
 *  @param[out] use        overwritten if all went well
 *  @return DESCENT_OK, or DESCENT_ERANGE if an argument is outside its range
 *  @see Rajbhandari et al. (2020), SC20, sections 5 and 7. */
enum descent_status memory_per_process(const struct memory_plan *plan, size_t n,
                                       size_t processes, enum zero_stage stage,
                                       struct memory_use *use);

/** The optimizers of which the plan is asked for. */
enum memory_method {
    MEMORY_SGD,       ///< Keeps nothing.
    MEMORY_MOMENTUM,  ///< One average.
    MEMORY_ADAM,      ///< Two averages.
    MEMORY_ADAM8,     ///< Two averages of bytes, with two scales for each block.
    MEMORY_ADAFACTOR, ///< Sums of rows and columns.
};

/** Bytes a parameter for a matrix of parameters, with states in single precision.
 *  @param      method  the optimizer
 *  @param      mixed   false: parameters and gradients in single precision. True: both in
 *                      16 bits, and the optimizer also keeps the parameters in single
 *                      precision.
 *  @param      rows    of the matrix, at least 2
 *  @param      cols    of the matrix, at least 2
 *  @param      block   numbers that share a scale in MEMORY_ADAM8, at least 1; for others
 *                      any number
 *  @param[out] plan    overwritten if all went well
 *  @return DESCENT_OK, or DESCENT_ERANGE if an argument is outside its range */
enum descent_status memory_plan_of(enum memory_method method, bool mixed, size_t rows,
                                   size_t cols, size_t block, struct memory_plan *plan);

/** @} */

#endif
