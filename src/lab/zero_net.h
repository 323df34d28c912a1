/** @file zero_net.h
 *  @brief A network that processes train together: ZeRO, stages 0 to 3.
 *  @ingroup lab
 *
 *  A batch is cut into #ZERO_SLICES slices of the same size; rank r of N has the slices
 *  r, r + N, r + 2N and so on. Their gradients are added up as a tree: first slices that
 *  are half of them apart, then a quarter, and so on, those of one rank before those of
 *  several. So every sum has the same order, and the parameters the same bits, for every
 *  number of processes and every stage.
 *
 *  The parameters of a layer, filled up with zeros to a multiple of #ZERO_SLICES, are
 *  what is shared out, added up and brought together at a time. */
#ifndef DESCENT_ZERO_NET_H
#define DESCENT_ZERO_NET_H

#include "optim/adam.h"
#include "optim/collective.h"
#include "optim/real.h"
#include "optim/status.h"
#include "optim/training_memory.h"
#include "optim/zero1.h"
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

#define ZERO_SLICES ((size_t)8) ///< Slices of a batch, and so the most ranks.
#define ZERO_MAX_LAYERS 4       ///< Most layers.

/** What to train, and how. */
struct zero_net_config {
    enum zero_stage stage; ///< What is shared out.
    size_t layers; ///< Linear layers with ReLU between them, 1 to #ZERO_MAX_LAYERS.
    size_t width[ZERO_MAX_LAYERS + 1]; ///< Features, hidden units, classes; at least 1.
    size_t rows;                       ///< Samples in a slice, at least 1.
    struct adam_config adam;           ///< Of the optimizer.
};

/** A rank's memory. */
struct zero_rank {
    real *theta; ///< All parameters; its own parts of them in stage 3. Owned.
    real *g;     ///< All gradients; its own parts of them from stage 2 on. Owned.
    real *work[ZERO_MAX_LAYERS + 1]; ///< A layer each, to add up in; one more for the
                                     ///< parameters of stage 3. Owned; nothing is kept.
    real *input[ZERO_MAX_LAYERS]; ///< What went into each layer, slice by slice. Owned.
    real *delta[2]; ///< Gradients with respect to it, slice by slice. Owned.
};

/** The network, as one process sees it. */
struct zero_net {
    struct zero_net_config config; ///< What and how.
    struct collective *all;        ///< With whom; not owned.
    size_t n;                      ///< Ψ, all parameters, with the zeros that fill up.
    size_t size[ZERO_MAX_LAYERS];  ///< Of each layer, filled up.
    size_t first[ZERO_MAX_LAYERS]; ///< Where each begins among all.
    struct zero_rank *rank;        ///< For each rank here; owned.
    struct adam *adam;             ///< For each rank here, but in stage 1; owned.
    struct zero1 zero1;            ///< Stage 1.
    double cost;       ///< Of this process's slices in the last step, a sum of means.
    double kept_theta; ///< Bytes that each rank keeps: of parameters,
    double kept_g;     ///< of gradients,
    double kept_state; ///< and of averages.
};

/** Prepares the network. Every process calls it.
 *  @param[out] net     overwritten; release it with zero_net_free()
 *  @param      all     initialized, with at most #ZERO_SLICES ranks and a capacity of
 *                      zero_net_capacity(); must outlive the network
 *  @param      config  what and how
 *  @param      theta   the first parameters, zero_net_n() of them: layer by layer the
 *                      weights, out × in, then the biases, then the zeros
 *  @return DESCENT_OK, DESCENT_ERANGE, or DESCENT_ENOMEM. After a failure
 *          zero_net_free() is allowed and does nothing. */
enum descent_status zero_net_init(struct zero_net *net, struct collective *all,
                                  const struct zero_net_config *config,
                                  const real *theta);

/** @param config  as for zero_net_init()
 *  @return Ψ, all parameters, with the zeros that fill the layers up */
size_t zero_net_n(const struct zero_net_config *config);

/** @param config  as for zero_net_init()
 *  @param ranks   N, at least 1
 *  @return the largest part that is sent */
size_t zero_net_capacity(const struct zero_net_config *config, size_t ranks);

/** One step on a batch: forward, backward, Adam. Every process calls it with the same
 *  batch, and looks at its own slices. Allocates nothing.
 *  @param net    initialized
 *  @param x      the batch, #ZERO_SLICES × rows samples
 *  @param label  its labels, below the number of classes */
void zero_net_step(struct zero_net *net, const real *x, const size_t *label);

/** Brings all parameters together. Every process calls it.
 *  @param      net    initialized
 *  @param[out] theta  zero_net_n() numbers */
void zero_net_theta(struct zero_net *net, real *theta);

/** Releases the memory. May be called twice.
 *  @param net  initialized, or all zero */
void zero_net_free(struct zero_net *net);

/** @} */

#endif
