/** @file eps_place.h
 *  @brief Where the ε stands that keeps a method from dividing by 0.
 *  @ingroup ch03 */
#ifndef DESCENT_EPS_PLACE_H
#define DESCENT_EPS_PLACE_H

/** @addtogroup ch03
 *  @{ */

/** A step is divided by the root of a mean or sum of squares. An ε inside the root is
 *  compared with squared gradients, one outside with gradients: going from outside to
 *  inside, its square takes its place. */
enum eps_place {
    EPS_OUTSIDE, ///< √v + ε. PyTorch, ensmallen.
    EPS_INSIDE,  ///< √(v + ε). optax and Keras 3 (RMSProp), optax (AdaGrad).
};

/** @} */

#endif
