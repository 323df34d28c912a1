/** @file zero_digits.h
 *  @brief The digits, trained by processes together: one run for the figures and for MPI.
 *  @ingroup lab */
#ifndef DESCENT_ZERO_DIGITS_H
#define DESCENT_ZERO_DIGITS_H

#include "lab/zero_net.h"
#include "optim/collective.h"
#include "optim/training_memory.h"
#include <stdint.h>

/** @addtogroup lab
 *  @{ */

/** What came of a run. */
struct zero_report {
    size_t n;              ///< Ψ.
    struct memory_use use; ///< Bytes that each rank kept, and sent in a step: counted.
    double cost;           ///< Mean cost on the training set, in the end.
    uint64_t bits;         ///< A hash of the parameters: the same for the same bits.
};

/** @param stage  of ZeRO
 *  @return a network of 64--64--32--10 units, slices of 4 samples, Adam at a rate of
 *  0.003 */
struct zero_net_config zero_digits_config(enum zero_stage stage);

/** Trains the digits for so many steps from the same start. Every process calls it.
 *  @param      all     as zero_net_init() wants it
 *  @param      stage   of ZeRO
 *  @param      steps   batches of 32 samples
 *  @param      tell    called after each step with its number, if not NULL
 *  @param[out] report  overwritten if all went well
 *  @return DESCENT_OK, or what went wrong */
enum descent_status zero_digits(struct collective *all, enum zero_stage stage,
                                size_t steps, void (*tell)(size_t step),
                                struct zero_report *report);

/** @} */

#endif
