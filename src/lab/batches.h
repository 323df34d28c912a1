/** @file batches.h
 *  @brief Mini-batches: every sample once an epoch, in an order of its own each time.
 *  @ingroup lab */
#ifndef DESCENT_BATCHES_H
#define DESCENT_BATCHES_H

#include "lab/rng.h"
#include "optim/status.h"
#include <stddef.h>
#include <stdint.h>

/** @addtogroup lab
 *  @{ */

/** An iterator over the batches of an epoch. */
struct batches {
    size_t rows;    ///< Samples there are.
    size_t size;    ///< Samples in a batch; the last one of an epoch has what is left.
    size_t next;    ///< Where in `order` the next batch starts.
    size_t *order;  ///< The samples in this epoch's order; owned.
    struct rng rng; ///< Shuffles them.
};

/** Prepares the first epoch: batches_next() comes next.
 *  @param[out] batches  overwritten; release it with batches_free()
 *  @param      rows     number of samples, at least 1
 *  @param      size     samples in a batch, 1 to rows
 *  @param      seed     the same seed gives the same epochs
 *  @return DESCENT_OK, DESCENT_ERANGE if a size is outside its range, or DESCENT_ENOMEM.
 *          After a failure batches_free() is allowed and does nothing. */
enum descent_status batches_init(struct batches *batches, size_t rows, size_t size,
                                 uint64_t seed);

/** Takes the next batch. Allocates nothing.
 *  @param      batches  initialized
 *  @param[out] rows     points to the batch's samples; valid until the next call
 *  @return how many they are; 0 when the epoch is over, and then the next call starts the
 *          next epoch, shuffled anew. */
size_t batches_next(struct batches *batches, const size_t **rows);

/** @param batches  initialized
 *  @return the number of batches in an epoch */
size_t batches_count(const struct batches *batches);

/** Releases the memory. May be called twice.
 *  @param batches  initialized, or all zero */
void batches_free(struct batches *batches);

/** @} */

#endif
