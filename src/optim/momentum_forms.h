/** @file momentum_forms.h
 *  @brief From one form of momentum to another, and the step of form (c) (exercise 2.1).
 *  @ingroup ch02 */
#ifndef DESCENT_MOMENTUM_FORMS_H
#define DESCENT_MOMENTUM_FORMS_H

#include "optim/momentum_form.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch02
 *  @{ */

/** The two numbers by which every form of momentum is set. */
struct momentum_rates {
    real lr;   ///< η, learning rate, finite and at least 0.
    real beta; ///< β, momentum, 0 ≤ β < 1.
};

/** Says the same movement in another form: from the same start, with v = 0, both forms
 *  walk through the same iterates while the rates are constant.
 *  @param from   the form in which `rates` are given
 *  @param to     the form wanted
 *  @param rates  lr finite and at least 0, 0 ≤ beta < 1
 *  @return the rates in form `to`; two NaN if a rate is outside its range. */
struct momentum_rates momentum_convert(enum momentum_form from, enum momentum_form to,
                                       struct momentum_rates rates);

/** What a velocity must be multiplied by when a run goes on in another form.
 *  @param from   the form in which `rates` and the velocity are given
 *  @param to     the form wanted
 *  @param rates  lr finite and above 0, 0 ≤ beta < 1
 *  @return the factor; NaN if a rate is outside its range. */
real momentum_velocity_factor(enum momentum_form from, enum momentum_form to,
                              struct momentum_rates rates);

/** Hyper-parameters of form (c). */
struct momentum_average_config {
    /** η, learning rate, finite and at least 0. Default 0.1, which takes the steps of
     *  0.01 in the other forms. */
    real lr;
    real beta; ///< β, the share of the past in the average, 0 ≤ β < 1. Default 0.9.
    real l2; ///< λ of a penalty λ/2 ‖θ‖², finite and at least 0. Default 0: none.
};

/** Momentum as an average of gradients. */
struct momentum_average {
    struct momentum_average_config config; ///< `lr` may be changed between steps.
    size_t n;                              ///< Number of parameters.
    size_t t;                              ///< Steps taken.
    real *v; ///< Average of the gradients, started at 0, n numbers; owned.
};

/** @return lr = 0.1, beta = 0.9, no penalty: the iterates of heavy_ball_defaults(). */
struct momentum_average_config momentum_average_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *momentum_average_check(const struct momentum_average_config *config);

/** Prepares the method with an average of 0.
 *  @param[out] momentum  overwritten; release it with momentum_average_free()
 *  @param      n         number of parameters; 0 is allowed, steps then do nothing
 *  @param      config    hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if momentum_average_check() objects, or
 *          DESCENT_ENOMEM. After a failure momentum_average_free() is allowed and does
 *          nothing. */
enum descent_status momentum_average_init(struct momentum_average *momentum, size_t n,
                                          struct momentum_average_config config);

/** One step of form (c): v ← βv + (1-β)(g + λθ), θ ← θ - ηv. Allocates nothing. A NaN in
 *  the gradient makes its coordinate of v and θ NaN for good, and no other.
 *  @param         momentum  initialized by momentum_average_init()
 *  @param[in,out] theta     θ, n numbers
 *  @param         g         gradient at θ, n numbers; does not overlap θ */
void momentum_average_step(struct momentum_average *momentum, real *theta, const real *g);

/** Releases the average. May be called twice.
 *  @param momentum  initialized, or all zero */
void momentum_average_free(struct momentum_average *momentum);

/** @} */

#endif
