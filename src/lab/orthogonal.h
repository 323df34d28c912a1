/** @file orthogonal.h
 *  @brief Random rotations.
 *  @ingroup lab */
#ifndef DESCENT_ORTHOGONAL_H
#define DESCENT_ORTHOGONAL_H

#include "lab/rng.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

/** Draws an orthogonal matrix, all of them alike (from the Haar measure): the Q of the QR
 *  factorisation of a matrix of normal numbers, with the signs that make the diagonal of
 *  R positive.
 *  @param      n    its size, 1 to 4096
 *  @param[out] q    n × n, row-major, owned by the caller; of no use after a failure
 *  @param      rng  advanced
 *  @return DESCENT_OK, DESCENT_ERANGE if n is outside its range, or DESCENT_ENOMEM.
 *  @see Stewart (1980), SIAM Journal on Numerical Analysis 17(3); Mezzadri (2007),
 *       Notices of the AMS 54(5), on the signs. */
enum descent_status random_orthogonal(size_t n, real *q, struct rng *rng);

/** @} */

#endif
