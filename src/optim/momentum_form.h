/** @file momentum_form.h
 *  @brief The three ways to write down momentum.
 *  @ingroup ch02 */
#ifndef DESCENT_MOMENTUM_FORM_H
#define DESCENT_MOMENTUM_FORM_H

/** @addtogroup ch02
 *  @{ */

/** What the velocity v is measured in, and so where the learning rate stands. */
enum momentum_form {
    MOMENTUM_LR_INSIDE, ///< (a) v = βv - ηg; θ += v. A displacement. Polyak, ensmallen.
    MOMENTUM_LR_OUTSIDE, ///< (b) v = βv + g; θ -= ηv. A sum of gradients. PyTorch, optax.
    MOMENTUM_AVERAGE, ///< (c) v = βv + (1-β)g; θ -= ηv. An average of gradients, as in
                      ///< Adam. Exercise 2.1.
};

/** @} */

#endif
