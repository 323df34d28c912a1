/** @file decoupling.h
 *  @brief What a decoupled weight decay is multiplied by.
 *  @ingroup ch06 */
#ifndef DESCENT_DECOUPLING_H
#define DESCENT_DECOUPLING_H

/** @addtogroup ch06
 *  @{ */

/** By what factor a step shrinks the parameters, s being the schedule's multiplier. */
enum decoupling {
    DECAY_TIMES_LR, ///< 1 - sηλ: λ acts through the learning rate. PyTorch, optax, Keras.
    DECAY_INDEPENDENT, ///< 1 - sλ: λ and η are set apart. Loshchilov and Hutter's paper.
};

/** @} */

#endif
