/** @file l2_decay.h
 *  @brief An L2 penalty as a weight decay, and back (exercise 6.1).
 *  @ingroup ch06 */
#ifndef DESCENT_L2_DECAY_H
#define DESCENT_L2_DECAY_H

#include "optim/decoupling.h"
#include "optim/real.h"

/** @addtogroup ch06
 *  @{ */

/** How a penalty is written. */
enum l2_form {
    L2_HALF, ///< λ/2 ‖θ‖², whose gradient is λθ. Most papers, PyTorch's weight_decay.
    L2_PLAIN, ///< λ ‖θ‖², whose gradient is 2λθ. Keras' regularizers.
};

/** The weight decay with which gradient descent takes the same steps as with a penalty.
 *  @param l2          λ of the penalty, finite and at least 0
 *  @param form        how the penalty is written
 *  @param lr          η, learning rate, finite and above 0
 *  @param decoupling  what the decay wanted will be multiplied by, see enum decoupling
 *  @return the decay; NaN if an argument is outside its range. */
real l2_to_decay(real l2, enum l2_form form, real lr, enum decoupling decoupling);

/** The inverse of l2_to_decay().
 *  @param decay       weight decay, finite and at least 0
 *  @param decoupling  what it is multiplied by
 *  @param lr          η, learning rate, finite and above 0
 *  @param form        how the penalty wanted is written
 *  @return λ of the penalty; NaN if an argument is outside its range. */
real decay_to_l2(real decay, enum decoupling decoupling, real lr, enum l2_form form);

/** After how many steps a parameter without a gradient has halved.
 *  @param decay       weight decay, finite and above 0
 *  @param decoupling  what it is multiplied by
 *  @param lr          η, learning rate, finite and above 0
 *  @return the number of steps, not rounded to an integer, with a relative error below
 *          10^-12 however small the decay; NaN if an argument is outside its range, or if
 *          a single step takes the parameter to 0 or beyond. */
real decay_half_life(real decay, enum decoupling decoupling, real lr);

/** @} */

#endif
