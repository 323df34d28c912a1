/** @file cosine.h
 *  @brief Cosine similarities of embeddings, forward and backward.
 *  @ingroup ch09 */
#ifndef DESCENT_COSINE_H
#define DESCENT_COSINE_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch09
 *  @{ */

/** u_i = z_i / ‖z_i‖ and s_ij = u_i · u_j, the cosine of the angle between z_i and z_j.
 *  @param      n       embeddings
 *  @param      d       numbers in each, at least 1
 *  @param      z       n × d numbers. A row of zeros has no direction: its u is 0. The
 *                      squares of the others neither overflow nor vanish.
 *  @param[out] u       n × d, overwritten
 *  @param[out] length  n numbers, ‖z_i‖, overwritten
 *  @param[out] s       n × n, overwritten */
void cosine_forward(size_t n, size_t d, const real *z, real *u, real *length, real *s);

/** The backward pass: du_i = Σ_j (ds_ij + ds_ji) u_j, of which what is along u_i is taken
 *  out, and the rest divided by the length, because only turning z_i changes u_i.
 *  @param      n       embeddings
 *  @param      d       numbers in each
 *  @param      u       of the forward pass
 *  @param      length  of the forward pass
 *  @param      ds      n × n, the gradient with respect to s
 *  @param[out] dz      n × d, the gradient with respect to z, overwritten; 0 where the
 *                      length is 0. Overlaps no input. */
void cosine_backward(size_t n, size_t d, const real *u, const real *length,
                     const real *ds, real *dz);

/** @} */

#endif
