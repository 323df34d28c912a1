/** @file sag.h
 *  @brief SAG for generalized linear models, with one number a sample (exercise 4.2).
 *  @ingroup ch04 */
#ifndef DESCENT_SAG_H
#define DESCENT_SAG_H

#include "optim/glm.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup ch04
 *  @{ */

/** What the table holds before a sample has been seen. */
enum sag_start {
    SAG_START_SEEN, ///< Nothing: d is divided by the number of samples seen so far, as in
                    ///< scikit-learn.
    /** φ'(x_iᵀθ_0) x_i - G with the G that makes d = 0, the start of the proofs; d is
     *  divided by m. */
    SAG_START_CENTERED,
};

/** Hyper-parameters. */
struct sag_config {
    /** η, learning rate, finite and at least 0. 1/(16L) is proven to be safe, 1/L is
     *  usual; L is the largest glm_smoothness(). Default 0.01. */
    real lr;
    enum sag_start start; ///< Default SAG_START_SEEN.
};

/** The table of slopes, and the sum of the gradients that they stand for. */
struct sag {
    struct sag_config config; ///< `lr` may be changed between steps.
    const struct glm *glm;    ///< The model; the caller's.
    size_t t;                 ///< Steps taken.
    size_t count;             ///< Samples seen so far.
    bool *seen;               ///< Which they are, m; owned.
    real *slope; ///< s_i, m numbers; those of samples not seen are 0, or φ'(x_iᵀθ_0) with
                 ///< SAG_START_CENTERED; owned.
    real *total; ///< d, n numbers, 0 at first; owned.
    real *shift; ///< G = (1/m) Σ φ'(x_iᵀθ_0) x_i, n numbers; NULL with SAG_START_SEEN;
                 ///< owned.
};

/** @return lr = 0.01, SAG_START_SEEN. */
struct sag_config sag_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *sag_check(const struct sag_config *config);

/** Prepares the method.
 *  @param[out] sag     overwritten; release it with sag_free()
 *  @param      glm     a valid model; must outlive the method
 *  @param      theta   where to start, n numbers; read with SAG_START_CENTERED only
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if sag_check() objects, or DESCENT_ENOMEM. After a
 *          failure sag_free() is allowed and does nothing. */
enum descent_status sag_init(struct sag *sag, const struct glm *glm, const real *theta,
                             struct sag_config config);

/** One step with sample i. With s = φ'(x_iᵀθ), at θ as it is before the step,
 *
 *      d ← d + G                  only if i is seen for the first time, with
 *                                 SAG_START_CENTERED
 *      d ← d + (s - s_i) x_i      s_i ← s
 *      θ ← θ - η (d / k + λθ)     with the θ from before the step on the right
 *
 *  where k is the number of samples seen so far, i among them, or m with
 *  SAG_START_CENTERED. The penalty needs no table: its gradient is known exactly.
 *  Allocates nothing.
 *  @param         sag    initialized by sag_init()
 *  @param[in,out] theta  θ, n numbers
 *  @param         i      the sample, drawn at random
 *  @return DESCENT_OK; DESCENT_ERANGE if i is not below m; or DESCENT_ENAN if x_iᵀθ or s
 *          is not finite: then θ has grown too large, or the sample is bad. After a
 *          failure nothing has been changed, not even the counts.
 *  @see Schmidt, Le Roux and Bach (2017), Mathematical Programming 162, sections 1 and 4.
 */
enum descent_status sag_step(struct sag *sag, real *theta, size_t i);

/** Releases the state. May be called twice.
 *  @param sag  initialized, or all zero */
void sag_free(struct sag *sag);

/** @} */

#endif
