/** @file init_scale.h
 *  @brief How large initial weights are (exercise 9.10).
 *  @ingroup ch09 */
#ifndef DESCENT_INIT_SCALE_H
#define DESCENT_INIT_SCALE_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch09
 *  @{ */

/** A layer's weights: `out` units, each with `kernel` weights for every one of `in`
 *  inputs. */
struct layer_shape {
    size_t out; ///< Units, or channels of the output.
    size_t in;  ///< Inputs, or channels of the input.
    size_t
        kernel; ///< Places of a convolution's kernel, 9 for 3 × 3; 1 for a linear layer.
};

/** What the variance is divided by. */
enum fan {
    FAN_IN,  ///< Weights of a unit, in · kernel: keeps the signal on its way forward.
    FAN_OUT, ///< out · kernel: keeps the gradient on its way back.
    FAN_AVERAGE, ///< The mean of the two, a compromise.
};

/** What follows the layer. */
enum activation {
    ACTIVATION_LINEAR,     ///< Nothing.
    ACTIVATION_TANH,       ///< tanh; gain 5/3, which is PyTorch's convention.
    ACTIVATION_LEAKY_RELU, ///< x above 0 and a x below; a = 0 is ReLU.
};

/** What weights are drawn from. */
enum weight_law {
    LAW_NORMAL,    ///< Normal distribution; its parameter is the standard deviation.
    LAW_UNIFORM,   ///< Uniform on [-b, b]; its parameter is b.
    LAW_TRUNCATED, ///< Normal, drawn again where beyond two of its standard deviations;
                   ///< its parameter is that of the untruncated one.
};

/** @param shape  the layer
 *  @param fan    which
 *  @return the fan, rounded beyond 2^53; NaN if a number of the shape is 0 */
real fan_of(struct layer_shape shape, enum fan fan);

/** The factor that makes up for what the activation takes from the mean square of a
 *  signal: 1 for linear, 5/3 for tanh, √(2 / (1 + a²)) for leaky ReLU.
 *  @param activation  what follows
 *  @param slope       a, finite; not looked at but for leaky ReLU
 *  @return the gain; NaN if the slope is not finite where it matters */
real activation_gain(enum activation activation, real slope);

/** The parameter of the distribution whose standard deviation is gain / √fan. He's
 *  initialization has FAN_IN and the gain of ReLU, Xavier's FAN_AVERAGE and the gain 1.
 *  @param shape  the layer
 *  @param fan    which
 *  @param gain   finite and at least 0
 *  @param law    the distribution
 *  @return the parameter, accurate to 1e-12; NaN if an argument is outside its range
 *  @see Glorot and Bengio (2010), AISTATS, equations 12 and 16; He, Zhang, Ren and Sun
 *       (2015), ICCV, equations 10, 14 and 15. */
real init_parameter(struct layer_shape shape, enum fan fan, real gain,
                    enum weight_law law);

/** The factor by which a deep network of equal layers with leaky ReLU multiplies the mean
 *  square of its signal on the way forward, when the weights have the given standard
 *  deviation and no layer has a bias: (fan_in σ² (1 + a²) / 2)^layers.
 *  @param shape      of each layer
 *  @param deviation  σ, finite and at least 0
 *  @param slope      a, finite
 *  @param layers     how many
 *  @return the factor, 0 and +∞ where it is beyond the range of a `real`; 1 for 0 layers;
 *          NaN if an argument is outside its range */
real signal_factor(struct layer_shape shape, real deviation, real slope, size_t layers);

/** @} */

#endif
