/** @file modular.h
 *  @brief Addition modulo p, to be learned from examples.
 *  @ingroup lab */
#ifndef DESCENT_MODULAR_H
#define DESCENT_MODULAR_H

#include "lab/dataset.h"
#include "optim/status.h"
#include <stddef.h>
#include <stdint.h>

/** @addtogroup lab
 *  @{ */

#define MODULAR_MAX 512 ///< Largest p.

/** All p² sums a + b mod p, dealt out at random. A sample has 2p features, of which two
 *  are 1, number a and number p + b, and the others 0; its label is the sum.
 *  @param      p           2 to #MODULAR_MAX
 *  @param      train_rows  samples for training, 1 to p² - 1; the others test
 *  @param      seed        the same seed deals the same hands
 *  @param[out] train       overwritten; release it with dataset_free()
 *  @param[out] test        overwritten; release it with dataset_free()
 *  @return DESCENT_OK, DESCENT_ERANGE if a number is outside its range, or
 *          DESCENT_ENOMEM. After a failure both are empty. */
enum descent_status modular_addition(size_t p, size_t train_rows, uint64_t seed,
                                     struct dataset *train, struct dataset *test);

/** @} */

#endif
