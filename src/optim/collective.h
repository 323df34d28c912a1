/** @file collective.h
 *  @brief What processes that train together do together: reduce-scatter, all-gather.
 *  @ingroup ch10
 *
 *  N processes, the *ranks* 0 to N-1, hold arrays of the same length and work on them as
 *  one. N is a power of 2. All that differs between one machine and many is `exchange`:
 *  two ranks swap numbers. collective_local_init() has all ranks in one process, which
 *  plays them in turn; src/mpi has one rank in each process of an MPI program.
 *
 *  A function that is called for a collective is called by every process, in the same
 *  order. It takes an array of pointers, one for each rank that the process plays. */
#ifndef DESCENT_COLLECTIVE_H
#define DESCENT_COLLECTIVE_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch10
 *  @{ */

/** A group of ranks, as one of its processes sees it. */
struct collective {
    size_t ranks; ///< N, a power of 2.
    size_t first; ///< The first rank that this process plays.
    size_t here;  ///< How many it plays: all in the test double, 1 with MPI.
    double sent;  ///< Bytes that each rank has sent so far.

    /** Each rank r swaps `count` numbers with the rank r XOR distance, which does the
     *  same; give and take have a pointer for each rank here. */
    void (*exchange)(struct collective *all, size_t distance, size_t count,
                     real *const *give, real *const *take);

    size_t capacity; ///< Most numbers in a part.
    real **room;     ///< N/2 × capacity numbers for each rank here; owned.
    real **give;     ///< Room for `here` pointers; owned.
};

/** Prepares a collective whose ranks are all in this process.
 *  @param[out] all       overwritten; release it with collective_free()
 *  @param      ranks     N, a power of 2
 *  @param      capacity  most numbers in a part
 *  @return DESCENT_OK, DESCENT_ERANGE, or DESCENT_ENOMEM. After a failure
 *          collective_free() is allowed and does nothing. */
enum descent_status collective_local_init(struct collective *all, size_t ranks,
                                          size_t capacity);

/** Prepares one with another exchange.
 *  @param[out] all       overwritten; release it with collective_free()
 *  @param      ranks     N, a power of 2
 *  @param      first     the first rank that this process plays
 *  @param      here      how many it plays; first + here is at most N
 *  @param      capacity  most numbers in a part
 *  @param      exchange  as in struct collective
 *  @return as collective_local_init() */
enum descent_status collective_init(struct collective *all, size_t ranks, size_t first,
                                    size_t here, size_t capacity,
                                    void (*exchange)(struct collective *, size_t, size_t,
                                                     real *const *, real *const *));

/** Adds up: afterwards rank r has, in its r-th part, the sum of the r-th parts of all
 *  ranks. What its other parts hold is left open. The order of the additions is that of a
 *  tree: first ranks that are N/2 apart, then N/4, and so on. Each rank sends N-1 parts.
 *  Allocates nothing.
 *  @param         all   initialized
 *  @param         part  numbers in a part, at most the capacity
 *  @param[in,out] x     for each rank here, N parts */
void reduce_scatter(struct collective *all, size_t part, real *const *x);

/** Brings together: afterwards every rank has, in the r-th part, what rank r had there.
 *  Each rank sends N-1 parts. Allocates nothing.
 *  @param         all   initialized
 *  @param         part  numbers in a part, at most the capacity
 *  @param[in,out] x     for each rank here, N parts */
void all_gather(struct collective *all, size_t part, real *const *x);

/** Releases the memory. May be called twice.
 *  @param all  initialized, or all zero */
void collective_free(struct collective *all);

/** @} */

#endif
