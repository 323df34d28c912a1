/** @file zero1.h
 *  @brief Adam with its averages shared out among processes: ZeRO, stage 1 (exercise
 *  10.7).
 *  @ingroup ch10 */
#ifndef DESCENT_ZERO1_H
#define DESCENT_ZERO1_H

#include "optim/adam.h"
#include "optim/collective.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch10
 *  @{ */

/** One process's share. Arrays of parameters and gradients have N parts of `part`
 *  numbers: n of them count, and what is beyond is filled with zeros. */
struct zero1 {
    struct collective *all; ///< With whom; not owned.
    size_t n;               ///< Parameters that count.
    size_t part;            ///< ⌈n/N⌉, numbers in a part.
    struct adam *adam;      ///< For each rank here, the method of its own part; owned.
};

/** @param n      parameters
 *  @param ranks  N, at least 1
 *  @return ⌈n/N⌉ */
static inline size_t zero1_part(size_t n, size_t ranks)
{
    return n / ranks + (n % ranks != 0);
}

/** Prepares the method: an Adam of `part` parameters for each rank here.
 *  @param[out] zero1   overwritten; release it with zero1_free()
 *  @param      all     initialized, with a capacity of `part` at least; must outlive the
 *                      method
 *  @param      n       parameters
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if adam_check() objects or the capacity is too
 *          small, or DESCENT_ENOMEM. After a failure zero1_free() is allowed and does
 *          nothing. */
enum descent_status zero1_init(struct zero1 *zero1, struct collective *all, size_t n,
                               struct adam_config config);

/** One step of all ranks together, to be called by every process. Each rank has all
 *  parameters, the same as the others, and a gradient of its own, the mean over its own
 *  samples. Afterwards each has the parameters that adam_step() makes of the mean of all
 *  gradients: the sum of reduce_scatter(), divided by N. Allocates nothing; sends 2 (N-1)
 *  parts.
 *  @param         zero1  initialized
 *  @param[in,out] theta  for each rank here, N parts
 *  @param[in,out] g      for each rank here, N parts; what they hold afterwards is left
 *                        open
 *  @see Rajbhandari et al. (2020), SC20, section 5.1. */
void zero1_step(struct zero1 *zero1, real *const *theta, real *const *g);

/** Releases the state. May be called twice.
 *  @param zero1  initialized, or all zero */
void zero1_free(struct zero1 *zero1);

/** @} */

#endif
