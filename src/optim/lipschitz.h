/** @file lipschitz.h
 *  @brief A line search for L, which stochastic methods can afford (exercise 4.5).
 *  @ingroup ch04 */
#ifndef DESCENT_LIPSCHITZ_H
#define DESCENT_LIPSCHITZ_H

#include "optim/glm.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch04
 *  @{ */

enum { LIPSCHITZ_MAX_DOUBLINGS = 100 }; ///< Most doublings in one search.

/** Hyper-parameters. */
struct lipschitz_config {
    real start; ///< First estimate of L, finite and above 0. Default 1.
    real tiny;  ///< Squared norms of gradients up to this say nothing about L: rounding
                ///< would decide. Finite and at least 0. Default 1e-8.
};

/** An estimate of L. */
struct lipschitz {
    struct lipschitz_config config; ///< As given to lipschitz_init().
    real L;                         ///< The estimate.
    real decay;                     ///< 2^(-1/m): halves L in m searches.
};

/** A function along its own gradient.
 *  @param length   ℓ, at least 0
 *  @param context  what the function needs to know besides; passed through untouched
 *  @return f_i(θ - ℓ ∇f_i(θ)) */
typedef real lipschitz_fn(real length, void *context);

/** @return start = 1, tiny = 1e-8. */
struct lipschitz_config lipschitz_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *lipschitz_check(const struct lipschitz_config *config);

/** Prepares the search. Allocates nothing.
 *  @param[out] search  overwritten on success, untouched on failure
 *  @param      m       number of samples
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, or DESCENT_ERANGE if m is 0 or lipschitz_check() objects. */
enum descent_status lipschitz_init(struct lipschitz *search, size_t m,
                                   struct lipschitz_config config);

/** Renews the estimate with one sample. First L ← L · decay. Then, unless the square is
 *  at most `tiny` or not finite, L is doubled as long as
 *
 *      f_i(θ - ∇f_i(θ) / L) > f_i(θ) - ‖∇f_i(θ)‖² / (2L) ,
 *
 *  at most LIPSCHITZ_MAX_DOUBLINGS times. A comparison with NaN does not double.
 *  @param search   initialized
 *  @param value    f_i(θ)
 *  @param square   ‖∇f_i(θ)‖²
 *  @param along    called once for each comparison, with ℓ = 1/L
 *  @param context  handed to `along`
 *  @return how often L was doubled
 *  @see Schmidt, Le Roux and Bach (2017), Mathematical Programming 162, section 4.6. */
size_t lipschitz_search(struct lipschitz *search, real value, real square,
                        lipschitz_fn *along, void *context);

/** lipschitz_search() with the cost of sample i of a linear model, without its penalty:
 *  the margin along the gradient is z - ℓ φ'(z) ‖x_i‖², so a comparison costs no product.
 *  @param search  initialized
 *  @param glm     a valid model
 *  @param i       a sample, below m
 *  @param z       its margin
 *  @param square  ‖x_i‖²
 *  @return how often L was doubled */
size_t lipschitz_search_glm(struct lipschitz *search, const struct glm *glm, size_t i,
                            real z, real square);

/** @} */

#endif
